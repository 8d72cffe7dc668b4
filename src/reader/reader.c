/* SPDX-License-Identifier: MIT */
/* Documents from a file, one at a time. A file is JSON Lines if it begins with '{'; anything else is one plain text.
 *
 * A line that is no document is reported and the next call goes on after it, so one broken line costs one document.
 * A line whose only fault is invalid UTF-8 is not refused, for any bytes are a document; but jansson refuses them.
 * Each invalid byte b is therefore hidden as U+10FF00 + b (private use, never met in text) before parsing, and put
 * back in the document's strings after it, so that the coder sees, counts and reports the bytes as received.
 *
 * A document without an id gets the file's name without folder and suffix, in JSON Lines with ":" and the line. */
#include "reader/reader.h"

#include <stdio.h>

struct rs_reader {
    rs_source source;
    bool json;
    json_t *object; /* the line whose strings DOCUMENT borrows */
    rs_document document;
    rs_bytes id, hidden, shown;
};

static bool is_json(const rs_source *source)
{
    for (size_t i = source->begin; i < source->bytes.n; i++) {
        char c = source->bytes.at[i];
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return c == '{';
    }
    return false;
}

rs_status rs_reader_open(rs_reader **out, const char *path, const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    rs_reader *reader = rs_mem_new(alloc, sizeof *reader);
    if (!reader) {
        rs_status status = rs_error_set(error, RS_E_NOMEM, "no memory for a reader");
        rs_error_at(error, path, 0, 0);
        return status;
    }
    rs_status status = rs_source_open(&reader->source, path, alloc, error);
    if (status) {
        rs_mem_free(alloc, reader, sizeof *reader);
        return status;
    }
    reader->json = is_json(&reader->source);
    *out = reader;
    return RS_OK;
}

/* The file's name without folder and suffix, and for JSON Lines the line. */
static rs_status make_id(rs_reader *reader, rs_error *error)
{
    const char *name = reader->source.name, *slash = strrchr(name, '/');
    if (slash && slash[1]) name = slash + 1;
    const char *dot = strrchr(name, '.');
    size_t n = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    if (!rs_vec_reserve(&reader->source.alloc, &reader->id, n + 24)) {
        rs_status status = rs_error_set(error, RS_E_NOMEM, "no memory for its id");
        rs_error_at(error, reader->source.name, reader->source.line, 0);
        return status;
    }
    memcpy(reader->id.at, name, n);
    if (reader->json) n += (size_t)snprintf(reader->id.at + n, 24, ":%zu", reader->source.line);
    reader->document.id = (rs_str){reader->id.at, n};
    return RS_OK;
}

/* An id that is a number is printed as one. */
static rs_status number_id(rs_reader *reader, json_int_t number, rs_error *error)
{
    rs_status status = make_id(reader, error);
    if (status) return status;
    int n = snprintf(reader->id.at, 24, "%lld", (long long)number);
    reader->document.id = (rs_str){reader->id.at, (size_t)n};
    return RS_OK;
}

enum { HIDDEN = 0x10FF00 };

/* LINE with its invalid bytes hidden. */
static bool hide(rs_reader *reader, rs_str line, rs_str *out)
{
    rs_bytes *b = &reader->hidden;
    rs_vec_clear(b);
    for (size_t at = 0; at < line.n;) {
        size_t from = at;
        uint32_t cp = rs_utf8_next(line.p, line.n, &at);
        if (!rs_vec_more(&reader->source.alloc, b, 4)) return false;
        if (cp == 0xFFFFFFFFu) cp = HIDDEN + (unsigned char)line.p[from];
        b->n += rs_utf8_put(cp, b->at + b->n);
    }
    *out = (rs_str){b->at, b->n};
    return true;
}

/* FIELD with the hidden bytes back, at the end of reader->shown, where there is room. */
static void show(rs_reader *reader, rs_str *field)
{
    char *begin = reader->shown.at + reader->shown.n, *to = begin;
    for (size_t at = 0; at < field->n;) {
        uint32_t cp = rs_utf8_next(field->p, field->n, &at);
        if (cp >= HIDDEN + 0x80u && cp <= HIDDEN + 0xFFu)
            *to++ = (char)(unsigned char)(cp - HIDDEN);
        else
            to += rs_utf8_put(cp, to);
    }
    *field = (rs_str){begin, (size_t)(to - begin)};
    reader->shown.n += field->n;
}

static bool show_all(rs_reader *reader)
{
    rs_document *d = &reader->document;
    rs_str *field[] = {&d->text, &d->title, &d->id, &d->url, &d->source};
    size_t n = 1;
    for (size_t i = 0; i < RS_COUNT(field); i++) n += field[i]->n;
    rs_vec_clear(&reader->shown);
    if (!rs_vec_reserve(&reader->source.alloc, &reader->shown, n)) return false;
    for (size_t i = 0; i < RS_COUNT(field); i++) show(reader, field[i]);
    return true;
}

static rs_status no_memory(rs_reader *reader, size_t n, rs_error *error)
{
    rs_status status = rs_error_set(error, RS_E_NOMEM, "out of memory in a line of %zu bytes", n);
    rs_error_at(error, reader->source.name, reader->source.line, 0);
    return status;
}

static rs_status read_line(rs_reader *reader, rs_str line, rs_error *error)
{
    const char *name = reader->source.name;
    size_t at = reader->source.line;
    bool bad_utf8;
    rs_error first;
    rs_status status = rs_json_line(&reader->object, line, name, at, &bad_utf8, &first);
    if (status == RS_E_DATA && bad_utf8) {
        if (!hide(reader, line, &line)) return no_memory(reader, line.n, error);
        status = rs_json_line(&reader->object, line, name, at, NULL, &first);
    }
    if (status) {
        if (error) *error = first;
        return status;
    }
    status = rs_document_of(&reader->document, reader->object, error);
    if (status)
        rs_error_at(error, name, at, 1);
    else if (bad_utf8 && !show_all(reader))
        status = no_memory(reader, line.n, error);
    return status;
}

static rs_status next_line(rs_reader *reader, rs_error *error)
{
    rs_str line;
    do {
        rs_status status = rs_source_line(&reader->source, &line, error);
        if (status) return status;
        line = rs_str_trim(line);
    } while (line.n == 0);
    rs_status status = read_line(reader, line, error);
    if (status) return status;
    const json_t *id = json_object_get(reader->object, "id");
    if (json_is_integer(id)) return number_id(reader, json_integer_value(id), error);
    return reader->document.id.n ? RS_OK : make_id(reader, error);
}

rs_status rs_reader_next(rs_reader *reader, const rs_document **out, rs_error *error)
{
    json_decref(reader->object);
    reader->object = NULL;
    reader->document = (rs_document){0};
    rs_status status =
        reader->json ? next_line(reader, error) : rs_source_rest(&reader->source, &reader->document.text, error);
    if (!status && !reader->json) status = make_id(reader, error);
    if (!status) *out = &reader->document;
    return status;
}

void rs_reader_close(rs_reader *reader)
{
    if (!reader) return;
    rs_alloc alloc = reader->source.alloc;
    json_decref(reader->object);
    rs_vec_free(&alloc, &reader->id);
    rs_vec_free(&alloc, &reader->hidden);
    rs_vec_free(&alloc, &reader->shown);
    rs_source_close(&reader->source);
    rs_mem_free(&alloc, reader, sizeof *reader);
}
