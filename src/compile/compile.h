/* SPDX-License-Identifier: MIT */
/* compile - the door of the data compiler: a folder of tables and frames becomes one image. */
#ifndef COMPILE_COMPILE_H
#define COMPILE_COMPILE_H

#include "base/base.h"

typedef RS_VEC(char) rs_image_bytes;

/* Called for each finding: a line "file:line: error: ..." or "... warning: ...". */
typedef void rs_compile_report(void *context, const char *line);

/* rs_compile_dir - compile the folder DIR into OUT.
 *
 * Owns     OUT is the caller's, to be freed with rs_vec_free(alloc, out).
 * Errors   RS_E_DATA if any table has an error (each was reported, up to 50), RS_E_SYSTEM, RS_E_NOMEM.
 */
RS_NODISCARD rs_status rs_compile_dir(rs_image_bytes *out, const rs_alloc *alloc, const char *dir,
                                      rs_compile_report *report, void *context, rs_error *error);

#endif
