/* SPDX-License-Identifier: MIT */
/* rasad/word.h - what a lexicon says of a word, and all forms of a lemma. For tools and for linguists. */
#ifndef RASAD_WORD_H
#define RASAD_WORD_H

#include "rasad/lexicon.h"

#ifdef __cplusplus
extern "C" {
#endif

/* rs_analysis - one reading of a word, or one form of a lemma. Strings of the lexicon live as long as it does. */
typedef struct rs_analysis {
    const char *lemma, *id, *gloss; /* of the lexicon; empty if the reading is guessed */
    char form[128];                 /* with its clitics apart: "و+ال+مدينة" */
    char features[160];             /* part of speech first: "verb perfect 3 f sg passive" */
    int cost;                       /* of a reading, before context: smaller is better; 0 for forms */
    int guessed;                    /* 1: the lexicon does not know the word */
} rs_analysis;

/* rs_analysis_fn - takes one; non-zero to stop. */
typedef int rs_analysis_fn(void *context, const rs_analysis *analysis);

/* rs_word_lookup - every reading of WORD (UTF-8, a word with its clitics), the cheapest first; of several words those
 * of each, one word after another.
 *
 * Errors   RS_NO if WORD holds no word of letters, RS_E_SYSTEM if FN stopped it, RS_E_NOMEM.
 */
RS_API RS_NODISCARD rs_status rs_word_lookup(const rs_lexicon *lexicon, rs_str word, rs_analysis_fn *fn, void *context,
                                             const rs_alloc *alloc, rs_error *error);

/* rs_word_generate - every form of the lemmas that are written LEMMA or have it as their id, lemma by lemma, as they
 * are inflected: number, gender, tense, person. Participles and verbal nouns of a verb are lemmas of their own, with
 * the verb's id.
 *
 * Errors   RS_NO if there is no such lemma, RS_E_SYSTEM if FN stopped it, RS_E_NOMEM.
 */
RS_API RS_NODISCARD rs_status rs_word_generate(const rs_lexicon *lexicon, rs_str lemma, rs_analysis_fn *fn,
                                               void *context, const rs_alloc *alloc, rs_error *error);

#ifdef __cplusplus
}
#endif
#endif
