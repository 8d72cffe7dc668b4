/* SPDX-License-Identifier: MIT */
/* rasad/lexicon.h - the compiled knowledge of Arabic and of the region. */
#ifndef RASAD_LEXICON_H
#define RASAD_LEXICON_H

#include "rasad/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* rs_lexicon - words, names, places and frames, compiled; immutable once open. */
typedef struct rs_lexicon rs_lexicon;

/* rs_lexicon_open - open the lexicon in the file PATH, or the built-in one if PATH is NULL.
 *
 * Owns     *out is the caller's, to be closed after every coder made with it is freed.
 * Errors   RS_E_SYSTEM (the file cannot be read), RS_E_DATA (no lexicon, of another version, or damaged), RS_E_NOMEM.
 * Threads  an open lexicon may be shared by any number of threads.
 * Source   compiled from the folder data/ of the source by rs_lexicon_compile.
 */
RS_API RS_NODISCARD rs_status rs_lexicon_open(rs_lexicon **out, const char *path, const rs_alloc *alloc,
                                              rs_error *error);
/* rs_lexicon_close - NULL is allowed. */
RS_API void rs_lexicon_close(rs_lexicon *lexicon);
/* rs_lexicon_digest - 12 hexadecimal digits that change with the data; static while the lexicon is open. */
RS_API const char *rs_lexicon_digest(const rs_lexicon *lexicon);

/* rs_lexicon_count - how many records of a kind it has: "forms", "lemmas", "entities", "places", "frames", "examples";
 * 0 for others. */
RS_API size_t rs_lexicon_count(const rs_lexicon *lexicon, const char *what);

/* rs_example - a sentence of a frame that must give its event (yes) or must not. Strings live as long as the lexicon.
 */
typedef struct rs_example {
    const char *frame, *source, *event, *text, *expect;
    int yes;
} rs_example;
/* rs_lexicon_example - example AT of rs_lexicon_count(..., "examples"). */
RS_API rs_example rs_lexicon_example(const rs_lexicon *lexicon, size_t at);

#ifdef __cplusplus
}
#endif
#endif
