/* SPDX-License-Identifier: MIT */
/* CSV after RFC 4180, with LF as line end, and TSV. CSV quotes a field that has a comma, a quote or a line end in it;
 * TSV has no quoting, so tabs and line ends inside a text become spaces. Positions still count in the text as received.
 */
#include "emit/emit.h"

static void put_quoted(emit_buffer *b, rs_str field)
{
    bool plain = true;
    for (size_t i = 0; i < field.n && plain; i++)
        plain = field.p[i] != ',' && field.p[i] != '"' && field.p[i] != '\n' && field.p[i] != '\r';
    if (plain) {
        emit_put(b, field.p, field.n);
        return;
    }
    emit_put(b, "\"", 1);
    for (size_t from = 0; from < field.n;) {
        const char *quote = memchr(field.p + from, '"', field.n - from);
        size_t n = quote ? (size_t)(quote - field.p) + 1 - from : field.n - from;
        emit_put(b, field.p + from, n);
        if (quote) emit_put(b, "\"", 1);
        from += n;
    }
    emit_put(b, "\"", 1);
}

static void put_spaced(emit_buffer *b, rs_str field)
{
    size_t from = b->bytes.n;
    emit_put(b, field.p, field.n);
    for (size_t i = from; i < b->bytes.n; i++) {
        char *c = &b->bytes.at[i];
        if (*c == '\t' || *c == '\n' || *c == '\r') *c = ' ';
    }
}

static void put_header(rs_emitter *e, char separator)
{
    for (size_t i = 0; i < emit_n_column; i++) {
        if (i) emit_put(&e->out, &separator, 1);
        emit_put_z(&e->out, emit_columns[i].name);
    }
    emit_put(&e->out, "\n", 1);
}

static void put_row(rs_emitter *e, const rs_result *result, const rs_record *record, char separator)
{
    for (size_t i = 0; i < emit_n_column; i++) {
        rs_vec_clear(&e->field.bytes);
        emit_columns[i].put(e, result, record);
        if (i) emit_put(&e->out, &separator, 1);
        if (separator == ',')
            put_quoted(&e->out, emit_buffer_str(&e->field));
        else
            put_spaced(&e->out, emit_buffer_str(&e->field));
    }
    emit_put(&e->out, "\n", 1);
}

static void csv_begin(rs_emitter *e) { put_header(e, ','); }

static void csv_record(rs_emitter *e, const rs_result *result, const rs_record *record)
{
    put_row(e, result, record, ',');
}

static void tsv_begin(rs_emitter *e) { put_header(e, '\t'); }

static void tsv_record(rs_emitter *e, const rs_result *result, const rs_record *record)
{
    put_row(e, result, record, '\t');
}

const emit_format emit_csv = {.name = "csv", .begin = csv_begin, .record = csv_record};
const emit_format emit_tsv = {.name = "tsv", .begin = tsv_begin, .record = tsv_record};
