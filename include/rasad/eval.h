/* SPDX-License-Identifier: MIT */
/* rasad/eval.h - score records against annotated documents. */
#ifndef RASAD_EVAL_H
#define RASAD_EVAL_H

#include "rasad/lexicon.h"

#ifdef __cplusplus
extern "C" {
#endif

/* rs_eval_options - errors: how many missed and how many extra records to list. */
typedef struct rs_eval_options {
    int errors;
} rs_eval_options;

/* rs_eval - code the annotated documents of the file GOLD and write the figures with FN.
 *
 * GOLD is JSON Lines: id, text, title, published, sentences [[begin, end], ...] and events, as the project's annotation
 * has them. A record is matched to an annotated one of the same sentence and event; where several fit, the pairing with
 * the most equal fields wins. Errors   RS_E_SYSTEM, RS_E_DATA (with file and line), RS_E_NOMEM.
 */
RS_API RS_NODISCARD rs_status rs_eval(const char *gold, const rs_lexicon *lexicon, const rs_eval_options *options,
                                      rs_write_fn *fn, void *context, rs_error *error);

#ifdef __cplusplus
}
#endif
#endif
