/* SPDX-License-Identifier: MIT */
/* Tab-separated tables: reading, and the rules that hold for all of them (header, columns, order, unique rows). */
#include "compile/build.h"

#include <stdio.h>

char *build_file_read(build *b, const char *name, size_t *n, bool optional)
{
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/%s", b->dir, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        if (!optional) build_error(b, (build_place){name, 0}, "cannot open '%s'", path);
        return NULL;
    }
    char *text = NULL;
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (size >= 0 && fseek(file, 0, SEEK_SET) == 0) text = rs_mem_new(&b->alloc, (size_t)size + 1);
    if (!text)
        b->no_memory = true;
    else if (fread(text, 1, (size_t)size, file) != (size_t)size)
        build_error(b, (build_place){name, 0}, "cannot read it");
    (void)fclose(file);
    *n = (size_t)size;
    b->n_file++;
    return text;
}

void build_file_free(build *b, char *text, size_t n) { rs_mem_free(&b->alloc, text, n + 1); }

static size_t split(rs_str line, rs_str *field, size_t cap)
{
    size_t n = 0;
    for (rs_str rest = line; rest.p && n < cap;) field[n++] = rs_str_trim(rs_str_split(rest, '\t', &rest));
    return n;
}

static void check_order(build *b, build_place at, rs_str before, rs_str line)
{
    size_t n = before.n < line.n ? before.n : line.n;
    int order = n ? memcmp(before.p, line.p, n) : 0;
    if (order > 0 || (order == 0 && before.n >= line.n))
        build_error(b, at, "not sorted, or twice: '%.*s'", (int)(line.n < 40 ? line.n : 40), line.p);
}

void build_table_read(build *b, const char *name, const char *header, build_row_fn *row)
{
    enum { MAX_FIELD = 12 };
    size_t n_text = 0;
    char *text = build_file_read(b, name, &n_text, true);
    if (!text) return;
    rs_str field[MAX_FIELD], before = {NULL, 0}, head[MAX_FIELD];
    size_t n_column = split(rs_str_of(header), head, MAX_FIELD);
    build_place at = {name, 0};
    for (rs_str rest = {text, n_text}; rest.p && rest.n && !b->no_memory;) {
        rs_str line = rs_str_split(rest, '\n', &rest);
        at.line++;
        if (at.line == 1) {
            if (!rs_str_eq(line, rs_str_of(header))) build_error(b, at, "the header is not '%s'", header);
            continue;
        }
        if (!rs_str_trim(line).n) continue;
        size_t n = split(line, field, MAX_FIELD);
        if (n != n_column) {
            build_error(b, at, "%zu columns instead of %zu", n, n_column);
            continue;
        }
        if (before.p) check_order(b, at, before, line);
        before = line;
        for (size_t i = 0; i < n; i++)
            if (rs_str_eq(field[i], RS_LIT("-"))) field[i] = (rs_str){"", 0};
        row(b, at, field, n);
    }
    build_file_free(b, text, n_text);
}

int build_code(const char *const *names, size_t n, rs_str name)
{
    for (size_t i = 0; i < n; i++)
        if (rs_str_eq(name, rs_str_of(names[i]))) return (int)i;
    return -1;
}

#define NAME(name, text) text,
const char *const build_statuses[] = {"", RS_RECORD_STATUS_LIST(NAME)};
const char *const build_processes[] = {"", RS_PROCESS_LIST(NAME)};
const char *const build_stages[] = {"", RS_STAGE_LIST(NAME)};
const char *const build_preps[] = {"", RS_PREP_LIST(NAME)};
#undef NAME

size_t build_n_stages(void) { return RS_COUNT(build_stages); }

uint8_t build_sector(rs_str name)
{
    for (unsigned s = 1; s < RS_N_SECTOR; s++)
        if (rs_str_eq(name, rs_str_of(rs_sector_name((rs_sector)s)))) return (uint8_t)s;
    return 0;
}
