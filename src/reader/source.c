/* SPDX-License-Identifier: MIT */
/* A file as a stream of UTF-8 lines. The buffer holds the line that is being read and little more: each read asks for
 * as much as is already waiting, at least CHUNK, so a line of any length costs a linear number of copies and the
 * memory is at most four times the longest line.
 *
 * The encoding is guessed from the first bytes. UTF-8 is then passed on as it is, errors included, since repairing is
 * the text layer's. Other encodings are rare, so such a file is simply decoded whole.
 * Control characters in what is mostly text stay: removing them would move every position after them. */
#include "reader/reader.h"

#include <errno.h>
#include <sys/stat.h>

enum { CHUNK = 65536 };

static rs_status no_memory(rs_source *source, rs_error *error)
{
    rs_status status = rs_error_set(error, RS_E_NOMEM, "out of memory after %zu bytes of a line", source->bytes.n);
    rs_error_at(error, source->name, source->line + 1, 0);
    return status;
}

static rs_status unreadable(rs_source *source, const char *why, rs_error *error)
{
    rs_status status = rs_error_set(error, RS_E_SYSTEM, "%s", why);
    rs_error_at(error, source->name, 0, 0);
    source->all = true;
    return status;
}

/* One more piece of the file; what was given out before is dropped. */
static rs_status fill(rs_source *source, rs_error *error)
{
    rs_bytes *b = &source->bytes;
    if (source->begin) {
        memmove(b->at, b->at + source->begin, b->n - source->begin);
        b->n -= source->begin;
        source->begin = 0;
    }
    size_t want = b->n > CHUNK ? b->n : CHUNK;
    if (!rs_vec_more(&source->alloc, b, want)) {
        source->all = true;
        b->n = 0;
        return no_memory(source, error);
    }
    size_t got = fread(b->at + b->n, 1, want, source->file);
    b->n += got;
    if (got == want) return RS_OK;
    if (ferror(source->file)) return b->n = 0, unreadable(source, strerror(errno), error);
    source->all = true;
    return RS_OK;
}

static rs_status fill_all(rs_source *source, rs_error *error)
{
    while (!source->all) {
        rs_status status = fill(source, error);
        if (status) return status;
    }
    return RS_OK;
}

static rs_status decode_all(rs_source *source, rs_encoding encoding, rs_error *error)
{
    rs_status status = fill_all(source, error);
    if (status) return status;
    rs_bytes utf8 = {0};
    status = rs_decode_more(&utf8, &source->alloc, (rs_str){source->bytes.at, source->bytes.n}, encoding, error);
    if (status) {
        rs_error_at(error, source->name, 0, 0);
        rs_vec_free(&source->alloc, &utf8);
        return status;
    }
    rs_vec_free(&source->alloc, &source->bytes);
    source->bytes = utf8;
    return RS_OK;
}

static rs_status find_encoding(rs_source *source, rs_error *error)
{
    rs_status status = fill(source, error);
    if (status || source->bytes.n == 0) return status;
    rs_str head = {source->bytes.at, source->bytes.n};
    rs_encoding encoding;
    size_t at = 0;
    if (!rs_decode_guess(head, &encoding, &at)) {
        status = rs_error_set(error, RS_E_DATA, "binary data at byte %zu", at);
        if (error) error->byte = at;
        rs_error_at(error, source->name, 0, 0);
        return status;
    }
    if (encoding != RS_ENCODING_UTF8) return decode_all(source, encoding, error);
    if (head.n >= 3 && memcmp(head.p, "\xEF\xBB\xBF", 3) == 0) source->begin = 3;
    return RS_OK;
}

static rs_status open_file(rs_source *source, const char *path, rs_error *error)
{
    struct stat info;
    if (strcmp(path, "-") == 0) {
        source->file = stdin;
        return RS_OK;
    }
    source->file = fopen(path, "rb");
    if (!source->file) return unreadable(source, strerror(errno), error);
    if (fstat(fileno(source->file), &info) == 0 && S_ISDIR(info.st_mode))
        return unreadable(source, "is a folder", error);
    return RS_OK;
}

rs_status rs_source_open(rs_source *source, const char *path, const rs_alloc *alloc, rs_error *error)
{
    *source = (rs_source){.alloc = alloc ? *alloc : rs_alloc_default};
    const char *name = strcmp(path, "-") == 0 ? "stdin" : path;
    source->n_name = strlen(name) + 1;
    source->name = rs_mem_new(&source->alloc, source->n_name);
    if (!source->name) {
        rs_status status = rs_error_set(error, RS_E_NOMEM, "no memory for its name");
        rs_error_at(error, name, 0, 0);
        return status;
    }
    memcpy(source->name, name, source->n_name);
    rs_status status = open_file(source, path, error);
    if (!status) status = find_encoding(source, error);
    if (status) rs_source_close(source);
    return status;
}

rs_status rs_source_line(rs_source *source, rs_str *out, rs_error *error)
{
    size_t seen = 0; /* bytes of the line known to hold no LF */
    for (;;) {
        const char *line = source->bytes.at + source->begin;
        size_t n = source->bytes.n - source->begin;
        const char *end = n > seen ? memchr(line + seen, '\n', n - seen) : NULL;
        if (end || (source->all && n)) {
            *out = (rs_str){line, end ? (size_t)(end - line) : n};
            source->begin += out->n + (end != NULL);
            source->line++;
            return RS_OK;
        }
        if (source->all) return RS_NO;
        seen = n;
        rs_status status = fill(source, error);
        if (status) return status;
    }
}

rs_status rs_source_rest(rs_source *source, rs_str *out, rs_error *error)
{
    rs_status status = fill_all(source, error);
    if (status) return status;
    *out = (rs_str){source->bytes.at + source->begin, source->bytes.n - source->begin};
    source->begin = source->bytes.n;
    if (out->n == 0) return RS_NO;
    if (out->n <= RS_MAX_TEXT) return RS_OK;
    status = rs_error_set(error, RS_E_LIMIT, "a text of %zu bytes; at most %d", out->n, RS_MAX_TEXT);
    rs_error_at(error, source->name, 0, 0);
    return status;
}

void rs_source_close(rs_source *source)
{
    if (source->file && source->file != stdin) (void)fclose(source->file);
    source->file = NULL;
    rs_vec_free(&source->alloc, &source->bytes);
    rs_mem_free(&source->alloc, source->name, source->n_name);
    source->name = NULL;
}
