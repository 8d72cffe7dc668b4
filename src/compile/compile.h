/* SPDX-License-Identifier: MIT */
/* compile - the door of the data compiler: a folder of tables and frames becomes one image, alone or over another. */
#ifndef COMPILE_COMPILE_H
#define COMPILE_COMPILE_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "rasad/compile.h"

typedef RS_VEC(char) rs_image_bytes;

/* rs_compile_dir - compile the folder DIR into OUT, over BASE if that is not NULL.
 *
 * Owns     OUT is the caller's, to be freed with rs_vec_free(alloc, out).
 * Errors   RS_E_DATA if any table has an error (each was reported, up to 50), RS_E_SYSTEM, RS_E_NOMEM.
 */
RS_NODISCARD rs_status rs_compile_dir(rs_image_bytes *out, const rs_lexicon *base, const rs_alloc *alloc,
                                      const char *dir, rs_compile_report *report, void *context, rs_error *error);

#endif
