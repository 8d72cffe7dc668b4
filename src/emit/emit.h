/* SPDX-License-Identifier: MIT */
/* emit - the door of the emit layer, and what its files share: a buffer that is written to without checks, the fields
 * of a record as text, and one set of three functions a format. */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

#include "rasad/emit.h"
#include "text/text.h"

/* A buffer whose want of memory is remembered, and asked for once at the end. */
typedef struct emit_buffer {
    rs_bytes bytes;
    bool failed;
} emit_buffer;

struct rs_emitter {
    rs_emit_options options;
    const struct emit_format *format;
    rs_write_fn *fn;
    void *context;
    emit_buffer out;   /* what FN has not got yet */
    emit_buffer field; /* one field, before it is quoted or cut */
    size_t n_feature;  /* of a feature collection so far */
    size_t n_document;
    char coder[96];
    size_t column[6]; /* of the table: widths for this document */
};

/* What a format writes before all, for one document, after all. record is called for each record. */
typedef struct emit_format {
    const char *name;
    void (*begin)(rs_emitter *emitter);
    void (*heading)(rs_emitter *emitter, const rs_result *result);
    void (*record)(rs_emitter *emitter, const rs_result *result, const rs_record *record);
    void (*end)(rs_emitter *emitter);
} emit_format;

extern const emit_format emit_text, emit_jsonl, emit_csv, emit_tsv, emit_geojson;

void emit_buffer_free(emit_buffer *buffer);
static inline rs_str emit_buffer_str(const emit_buffer *buffer) { return (rs_str){buffer->bytes.at, buffer->bytes.n}; }

void emit_put(emit_buffer *buffer, const char *bytes, size_t n);
void emit_put_z(emit_buffer *buffer, const char *text);
/* emit_put_utf8 - TEXT with each invalid byte as U+FFFD. */
void emit_put_utf8(emit_buffer *buffer, rs_str text);
/* emit_put_json - TEXT as a JSON string; invalid bytes become U+FFFD. */
void emit_put_json(emit_buffer *buffer, rs_str text);
void emit_put_int(emit_buffer *buffer, long long number);
/* emit_put_decimal - rounded to PLACES (at most 6) digits after the point; TRIM drops zeros at the end, but not the
 * first. */
void emit_put_decimal(emit_buffer *buffer, double number, int places, bool trim);
/* emit_put_day - yyyymmdd as 2016-12-16; nothing for 0. */
void emit_put_day(emit_buffer *buffer, uint32_t day);

/* A field of the flat formats: its column's name, and whether it is a number. */
typedef struct emit_column {
    const char *name;
    bool number;
    void (*put)(rs_emitter *emitter, const rs_result *result, const rs_record *record);
} emit_column;

/* The columns of CSV, TSV and GeoJSON's properties; put writes to emitter->field, nothing for "none". */
extern const emit_column emit_columns[];
extern const size_t emit_n_column;

/* emit_place_from - where a place was found, as printed; NULL for nowhere. */
const char *emit_place_from(rs_place_from from);
/* emit_put_event - "EVENT/mode", or "EVENT" without mode; nothing for RS_EVENT_NONE. */
void emit_put_event(emit_buffer *buffer, rs_event event, rs_mode mode);

/* Cells of the table: text for people, measured in columns of a terminal. */

/* emit_put_shown - TEXT as one line that cannot disturb a terminal: no control characters, no bidi controls. */
void emit_put_shown(emit_buffer *buffer, rs_str text);
/* emit_put_isolated - the same between U+2068 and U+2069 if BIDI, so that its direction ends with it. */
void emit_put_isolated(emit_buffer *buffer, rs_str text, bool bidi);
/* emit_width - how many columns TEXT takes. */
size_t emit_width(rs_str text);
/* emit_put_cell - TEXT cut to WIDTH columns with an ellipsis (isolates stay closed), filled with spaces to WIDTH if
 * FILL. */
void emit_put_cell(emit_buffer *buffer, rs_str text, size_t width, bool fill);

/* emit_put_evidence - the trigger of RECORD, marked, within its sentence, in WIDTH columns; to emitter->out. */
void emit_put_evidence(rs_emitter *emitter, const rs_record *record, size_t width);

#endif
