/* SPDX-License-Identifier: MIT */
/* rasad/emit.h - records as text: JSON Lines, CSV, TSV, GeoJSON, and a table for people. */
#ifndef RASAD_EMIT_H
#define RASAD_EMIT_H

#include "rasad/coder.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum rs_format { RS_FORMAT_TEXT, RS_FORMAT_JSONL, RS_FORMAT_CSV, RS_FORMAT_TSV, RS_FORMAT_GEOJSON } rs_format;

typedef struct rs_emitter rs_emitter;

typedef struct rs_emit_options {
    rs_format format;
    int width;  /* columns of the terminal for RS_FORMAT_TEXT; 0: 100 */
    int colour; /* RS_FORMAT_TEXT: 1 for ANSI colours */
    int bidi;   /* RS_FORMAT_TEXT: 1 to isolate Arabic with U+2068/U+2069, so that a table keeps its columns */
} rs_emit_options;

/* rs_format_find - a format by its name ("jsonl"). Errors: RS_E_USAGE. */
RS_API RS_NODISCARD rs_status rs_format_find(const char *name, rs_format *out, rs_error *error);

/* rs_emitter_new - write with FN what is emitted; LEXICON names the coder in the records.
 * Owns     *out is the caller's. Errors: RS_E_NOMEM. Threads: one emitter, one thread. */
RS_API RS_NODISCARD rs_status rs_emitter_new(rs_emitter **out, const rs_emit_options *options,
                                             const rs_lexicon *lexicon, rs_write_fn *fn, void *context,
                                             rs_error *error);
/* rs_emit_begin - what stands before all records (CSV's header). rs_emit_result - the records of one document.
 * rs_emit_end - what stands after all. Errors: RS_E_SYSTEM if FN stopped, RS_E_NOMEM. */
RS_API RS_NODISCARD rs_status rs_emit_begin(rs_emitter *emitter, rs_error *error);
RS_API RS_NODISCARD rs_status rs_emit_result(rs_emitter *emitter, const rs_result *result, rs_error *error);
RS_API RS_NODISCARD rs_status rs_emit_end(rs_emitter *emitter, rs_error *error);
RS_API void rs_emitter_free(rs_emitter *emitter);

#ifdef __cplusplus
}
#endif
#endif
