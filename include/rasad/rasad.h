/* SPDX-License-Identifier: MIT */
/* rasad/rasad.h - everything. Open a lexicon, make a coder, code a document, walk its records:
 *
 *     rs_lexicon *lexicon;
 *     rs_coder *coder;
 *     const rs_result *result;
 *     rs_document document = {.text = {text, n}};
 *     if (rs_lexicon_open(&lexicon, NULL, NULL, &error) || rs_coder_new(&coder, lexicon, NULL, &error)) ...
 *     if (rs_coder_code(coder, &document, &result, &error)) ...
 *     for (size_t i = 0; i < result->n_record; i++) use(&result->record[i]);
 */
#ifndef RASAD_RASAD_H
#define RASAD_RASAD_H

#include "rasad/base.h"
#include "rasad/codes.h"
#include "rasad/lexicon.h"
#include "rasad/compile.h"
#include "rasad/word.h"
#include "rasad/record.h"
#include "rasad/coder.h"
#include "rasad/reader.h"
#include "rasad/emit.h"
#include "rasad/eval.h"

#endif
