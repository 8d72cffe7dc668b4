/* SPDX-License-Identifier: MIT */
/* The emitter: it finds the functions of a format, lets them write to its buffer, and hands the buffer on. The caller's
 * function is called once a document, more often only where a document's records are many: memory is bounded by the
 * longest record. An emitter whose buffer has had no memory or whose function has stopped may be tried again; what was
 * in the buffer is lost. */
#include "emit/emit.h"

#include <stdio.h>

enum { FLUSH_AT = 1 << 18 };

static const emit_format *const formats[] = {
    [RS_FORMAT_TEXT] = &emit_text, [RS_FORMAT_JSONL] = &emit_jsonl,     [RS_FORMAT_CSV] = &emit_csv,
    [RS_FORMAT_TSV] = &emit_tsv,   [RS_FORMAT_GEOJSON] = &emit_geojson,
};

rs_status rs_format_find(const char *name, rs_format *out, rs_error *error)
{
    for (size_t i = 0; i < RS_COUNT(formats); i++) {
        if (strcmp(name, formats[i]->name) != 0) continue;
        *out = (rs_format)i;
        return RS_OK;
    }
    return rs_error_set(error, RS_E_USAGE, "no format '%s'; there are text, jsonl, csv, tsv and geojson", name);
}

rs_status rs_emitter_new(rs_emitter **out, const rs_emit_options *options, const rs_lexicon *lexicon, rs_write_fn *fn,
                         void *context, rs_error *error)
{
    rs_emitter *e = rs_mem_new(&rs_alloc_default, sizeof *e);
    if (!e) return rs_error_set(error, RS_E_NOMEM, "no memory for an emitter");
    e->options = *options;
    e->format = formats[options->format];
    e->fn = fn;
    e->context = context;
    (void)snprintf(e->coder, sizeof e->coder, "rasad %s lexicon %s", rs_version(), rs_lexicon_digest(lexicon));
    *out = e;
    return RS_OK;
}

static rs_status flush(rs_emitter *e, rs_error *error)
{
    rs_str bytes = emit_buffer_str(&e->out);
    bool failed = e->out.failed || e->field.failed;
    rs_vec_clear(&e->out.bytes);
    e->out.failed = e->field.failed = false;
    if (failed) return rs_error_set(error, RS_E_NOMEM, "out of memory after %zu bytes of output", bytes.n);
    if (bytes.n && e->fn(e->context, bytes.p, bytes.n))
        return rs_error_set(error, RS_E_SYSTEM, "cannot write the output");
    return RS_OK;
}

rs_status rs_emit_begin(rs_emitter *emitter, rs_error *error)
{
    if (emitter->format->begin) emitter->format->begin(emitter);
    return flush(emitter, error);
}

rs_status rs_emit_result(rs_emitter *emitter, const rs_result *result, rs_error *error)
{
    if (emitter->format->heading) emitter->format->heading(emitter, result);
    for (size_t i = 0; i < result->n_record; i++) {
        emitter->format->record(emitter, result, &result->record[i]);
        if (emitter->out.bytes.n < FLUSH_AT) continue;
        rs_status status = flush(emitter, error);
        if (status) return status;
    }
    emitter->n_document++;
    return flush(emitter, error);
}

rs_status rs_emit_end(rs_emitter *emitter, rs_error *error)
{
    if (emitter->format->end) emitter->format->end(emitter);
    return flush(emitter, error);
}

void rs_emitter_free(rs_emitter *emitter)
{
    if (!emitter) return;
    emit_buffer_free(&emitter->out);
    emit_buffer_free(&emitter->field);
    rs_mem_free(&rs_alloc_default, emitter, sizeof *emitter);
}
