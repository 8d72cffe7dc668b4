/* SPDX-License-Identifier: MIT */
/* reader - the door of the reader layer: files to lines, lines to JSON, JSON to documents. What rasad/reader.h promises
 * is made of these three, and the eval layer reads its annotated documents with them too. */
#ifndef READER_READER_H
#define READER_READER_H

#include "rasad/reader.h"
#include "text/text.h"

#include <jansson.h>

/* rs_source - an open file as UTF-8: read in pieces, or decoded whole if it is in another encoding. */
typedef struct rs_source {
    rs_alloc alloc;
    FILE *file;
    char *name; /* for errors and ids; "stdin" for "-" */
    size_t n_name;
    rs_bytes bytes; /* what is read and not yet dropped */
    size_t begin;   /* in bytes: where the next line begins */
    size_t line;    /* of the line given last, from 1 */
    bool all;       /* there is nothing more to read */
} rs_source;

/* rs_source_open - open PATH ("-": standard input) and find its encoding.
 * Errors   RS_E_SYSTEM, RS_E_DATA (binary), RS_E_NOMEM; all name the file. On failure nothing is left to close. */
RS_NODISCARD rs_status rs_source_open(rs_source *source, const char *path, const rs_alloc *alloc, rs_error *error);
/* rs_source_line - the next line without its LF; borrowed until the next call. Errors: RS_NO at the end, RS_E_SYSTEM,
 * RS_E_NOMEM. */
RS_NODISCARD rs_status rs_source_line(rs_source *source, rs_str *out, rs_error *error);
/* rs_source_rest - all that is left; borrowed. Errors: as rs_source_line, and RS_E_LIMIT over RS_MAX_TEXT bytes. */
RS_NODISCARD rs_status rs_source_rest(rs_source *source, rs_str *out, rs_error *error);
void rs_source_close(rs_source *source);

/* Positions are 32 bits wide; a text of twice this size would overflow them. */
enum { RS_MAX_TEXT = 0x7FFFFFFF };

/* rs_json_line - parse one LINE, which is number AT of the file NAME.
 * Owns     *out is the caller's (json_decref).
 * Errors   RS_E_DATA with file, line and column; *bad_utf8 (may be NULL) is then true if invalid UTF-8 was the reason.
 * RS_E_NOMEM. */
RS_NODISCARD rs_status rs_json_line(json_t **out, rs_str line, const char *name, size_t at, bool *bad_utf8,
                                    rs_error *error);

/* rs_json_text - the string KEY of OBJECT; {NULL, 0} if it is missing or no string. Borrowed from OBJECT. */
rs_str rs_json_text(const json_t *object, const char *key);

/* rs_document_of - the document that OBJECT describes; its strings are borrowed from OBJECT.
 * An id that is missing or a number is left empty. Errors: RS_E_DATA, without file and line. */
RS_NODISCARD rs_status rs_document_of(rs_document *out, const json_t *object, rs_error *error);

#endif
