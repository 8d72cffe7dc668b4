/* SPDX-License-Identifier: MIT */
/* rasad/coder.h - from a document to its records. */
#ifndef RASAD_CODER_H
#define RASAD_CODER_H

#include "rasad/lexicon.h"
#include "rasad/record.h"

#ifdef __cplusplus
extern "C" {
#endif

/* rs_coder - one worker: its cache of words and the memory of its last document. */
typedef struct rs_coder rs_coder;

/* rs_document - what is to be coded; borrowed for the call and as long as its result is read. */
typedef struct rs_document {
    rs_str id;          /* printed as `doc`; empty is allowed */
    rs_str text;        /* UTF-8; invalid bytes are read as U+FFFD, one each */
    rs_str title;       /* empty: none apart from the text */
    rs_str url, source; /* printed in cite_info only */
    uint32_t published; /* yyyymmdd; 0: found in the text, or unknown */
} rs_document;

/* rs_result - the records of one document, in the order of their triggers. */
typedef struct rs_result {
    const rs_document *document;
    const rs_record *record;
    size_t n_record;
    uint32_t published; /* of the document, its header, or 0 */
    rs_str dateline;    /* place named at the head of the text; empty if none */
    rs_str publication; /* the paper named in the text's own header, else the document's source */
    size_t n_sentence, n_word;
    size_t n_bad; /* invalid UTF-8 sequences */
} rs_result;

/* rs_coder_new - a worker that codes with LEXICON, which must outlive it. ALLOC may be NULL (the C library's).
 *
 * Owns     *out is the caller's, freed with rs_coder_free.
 * Errors   RS_E_NOMEM.
 * Threads  one coder, one thread; any number of coders share a lexicon.
 */
RS_API RS_NODISCARD rs_status rs_coder_new(rs_coder **out, const rs_lexicon *lexicon, const rs_alloc *alloc,
                                           rs_error *error);
RS_API void rs_coder_free(rs_coder *coder);

/* rs_coder_code - code DOCUMENT.
 *
 * The same document and lexicon give the same records, whatever was coded before. No text is an error.
 * Owns     *out and all it points to belong to CODER until its next document or its end; strings point into DOCUMENT's
 * own. Errors   RS_E_NOMEM; the coder may then be used for another document. No allocation is made for a document that
 * is not larger than one coded before. Threads  one coder, one thread.
 */
RS_API RS_NODISCARD rs_status rs_coder_code(rs_coder *coder, const rs_document *document, const rs_result **out,
                                            rs_error *error);

/* rs_explain_fn - one line of explanation, without its line end. */
typedef void rs_explain_fn(void *context, rs_str line);

/* rs_coder_explain - code DOCUMENT and say how: every word's readings and the one chosen, names, phrases, clauses, the
 * frames tried and why each fired or not. Errors: as rs_coder_code. */
RS_API RS_NODISCARD rs_status rs_coder_explain(rs_coder *coder, const rs_document *document, rs_explain_fn *fn,
                                               void *context, rs_error *error);

#ifdef __cplusplus
}
#endif
#endif
