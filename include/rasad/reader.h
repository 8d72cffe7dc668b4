/* SPDX-License-Identifier: MIT */
/* rasad/reader.h - from files to documents: plain text or JSON Lines, in UTF-8, UTF-16 or windows-1256. */
#ifndef RASAD_READER_H
#define RASAD_READER_H

#include "rasad/coder.h"

#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct rs_reader rs_reader;

/* rs_day_find - the day (yyyymmdd) that TEXT begins with, as YYYY-MM-DD; what follows must be no digit. Zero if it is
 * no day of the calendar ("2019-02-30"). Threads: any. */
RS_API uint32_t rs_day_find(rs_str text);

/* rs_reader_open - read documents from PATH, or from standard input if PATH is "-".
 *
 * A file whose first character that is not white space is '{' is JSON Lines: one object a line with `text` and
 * optionally `id`, `title`, `published` (YYYY-MM-DD, a time after it is ignored), `url`, `source`. Anything else is one
 * document of plain text, whose id is the file's name without folder and suffix. Owns     *out is the caller's, closed
 * with rs_reader_close. Errors   RS_E_SYSTEM (missing, not readable, a folder), RS_E_DATA (no text: binary),
 * RS_E_NOMEM; all name the file.
 */
RS_API RS_NODISCARD rs_status rs_reader_open(rs_reader **out, const char *path, const rs_alloc *alloc, rs_error *error);

/* rs_reader_next - the next document.
 *
 * Owns     *out is borrowed until the next call. Memory is bounded by the longest line of JSON Lines, by the file for
 * plain text. Errors   RS_NO at the end; RS_E_DATA for a line that is no document (error: file, line, column, why):
 * call again for the next one; RS_E_SYSTEM, RS_E_NOMEM end the file.
 */
RS_API RS_NODISCARD rs_status rs_reader_next(rs_reader *reader, const rs_document **out, rs_error *error);
RS_API void rs_reader_close(rs_reader *reader);

#ifdef __cplusplus
}
#endif
#endif
