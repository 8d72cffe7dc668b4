/* SPDX-License-Identifier: MIT */
/* rasad/compile.h - words, names, places and frames of one's own, over the built-in ones. */
#ifndef RASAD_COMPILE_H
#define RASAD_COMPILE_H

#include "rasad/lexicon.h"

#ifdef __cplusplus
extern "C" {
#endif

/* rs_compile_report - takes a finding: "file:line:column: error: why" or "...: warning: why"; files as paths in the
 * folder that is compiled, lines and columns from 1, columns in characters. */
typedef void rs_compile_report(void *context, const char *line);

/* rs_lexicon_compile - the lexicon of the folder DIR, which has the layout of data/ (any of its files may be missing),
 * over BASE; of DIR alone if BASE is NULL.
 *
 * What DIR says is added to what BASE says. An entity with the id of one of BASE gets the names of the row, and its
 * roles instead of the old ones if the row has any; a frame with the id of one of BASE replaces it; of two frames that
 * ask for as much, that of DIR comes first. A word may not have the id of a word of BASE.
 * Owns     *out is the caller's, to be closed with rs_lexicon_close; it does not need BASE any longer.
 * Errors   RS_E_DATA (each error was reported, up to 50, with warnings), RS_E_SYSTEM (no folder, or nothing to read in
 * it), RS_E_NOMEM.
 * Threads  BASE may be in use by others.
 * Source   the formats are described in data/README.md and in rasad-lexicon(5).
 */
RS_API RS_NODISCARD rs_status rs_lexicon_compile(rs_lexicon **out, const rs_lexicon *base, const char *dir,
                                                 rs_compile_report *report, void *context, const rs_alloc *alloc,
                                                 rs_error *error);

#ifdef __cplusplus
}
#endif
#endif
