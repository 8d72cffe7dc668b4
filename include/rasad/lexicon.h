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
 * Owns     *out is the caller's, to be closed after every coder made with it is freed. A file is mapped into memory: it
 * may be replaced by another (rename) while it is open, but not written into.
 * Errors   RS_E_SYSTEM (the file cannot be read), RS_E_DATA (no lexicon, of another version, or damaged), RS_E_NOMEM.
 * Threads  an open lexicon may be shared by any number of threads.
 * Source   made by rs_lexicon_compile and rs_lexicon_write.
 */
RS_API RS_NODISCARD rs_status rs_lexicon_open(rs_lexicon **out, const char *path, const rs_alloc *alloc,
                                              rs_error *error);
/* rs_lexicon_close - NULL is allowed. */
RS_API void rs_lexicon_close(rs_lexicon *lexicon);
/* rs_lexicon_write - all bytes of a lexicon, as a file for rs_lexicon_open. Errors: RS_E_SYSTEM if FN stopped it. */
RS_API RS_NODISCARD rs_status rs_lexicon_write(const rs_lexicon *lexicon, rs_write_fn *fn, void *context);
/* rs_lexicon_digest - 12 hexadecimal digits that change with the data; static while the lexicon is open. */
RS_API const char *rs_lexicon_digest(const rs_lexicon *lexicon);

/* rs_lexicon_count - how many records of a kind it has: "forms", "lemmas", "entities", "places", "frames", "examples";
 * 0 for others. */
RS_API size_t rs_lexicon_count(const rs_lexicon *lexicon, const char *what);

/* rs_found - a named entity or a place. Strings live as long as the lexicon. */
typedef struct rs_found {
    const char *kind, *id, *english, *arabic; /* kind: "person", "group", ... or of places "city", "town", ... */
    char code[4];                             /* country or body, of the first role; may be empty */
    char sectors[20];                         /* "GOV;MIL", or empty */
    char spelling[240];       /* the Arabic spelling that was found, its letters folded; empty: the English name */
    int is_place, in_context; /* in_context: the spelling counts only beside a cue, or after the full name */
    double lat, lon;          /* of places, degrees */
} rs_found;

/* rs_found_fn - takes one; non-zero to stop. */
typedef int rs_found_fn(void *context, const rs_found *found);

/* rs_lexicon_search - entities and places by any spelling of their names, in Arabic or by the English name; each is
 * told once, the best first:
 *   names that are QUERY; capitals, accents, hyphens and apostrophes, hamza, ى and ة make no difference;
 *   those that are but for the article (ال, al-); those that have all words of QUERY in a row; those whose English
 *   words begin with its letters (SDF).
 * Only if there is none of these: names that sound as QUERY (Qadhafi, Kadhafi; Halab), else those with words in a row
 * that do, else those with the letters of QUERY anywhere.
 *
 * Errors   RS_NO if nothing is found, RS_E_SYSTEM if FN stopped it, RS_E_NOMEM.
 */
RS_API RS_NODISCARD rs_status rs_lexicon_search(const rs_lexicon *lexicon, rs_str query, rs_found_fn *fn, void *context,
                                                const rs_alloc *alloc, rs_error *error);

/* rs_example - a sentence of a frame that must give its event (yes) or must not. Strings live as long as the lexicon.
 */
typedef struct rs_example {
    const char *frame, *source, *event, *text, *expect;
    int yes;
    int added; /* 1: of a frame that was compiled over another lexicon */
} rs_example;
/* rs_lexicon_example - example AT of rs_lexicon_count(..., "examples"). */
RS_API rs_example rs_lexicon_example(const rs_lexicon *lexicon, size_t at);

#ifdef __cplusplus
}
#endif
#endif
