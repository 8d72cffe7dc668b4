/* SPDX-License-Identifier: MIT */
/* Tab-separated tables: reading, and the rules that hold for all of them (header, columns, order, unique rows). */
#include "compile/build.h"

#include <errno.h>
#include <stdio.h>

char *build_file_read(build *b, const char *name, size_t *n)
{
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/%s", b->dir, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        if (errno != ENOENT && errno != ENOTDIR)
            build_error(b, (build_place){.file = name}, "cannot open it: %s", strerror(errno));
        return NULL;
    }
    char *text = NULL;
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (size >= 0 && fseek(file, 0, SEEK_SET) == 0) text = rs_mem_new(&b->alloc, (size_t)size + 1);
    if (!text)
        b->no_memory = true;
    else if (fread(text, 1, (size_t)size, file) != (size_t)size)
        build_error(b, (build_place){.file = name}, "cannot read it");
    (void)fclose(file);
    *n = (size_t)size;
    *BUILD_PUSH(b, &b->file) = build_text(b, rs_str_of(name));
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
    if (order > 0 || (order == 0 && before.n > line.n)) build_error(b, at, "not sorted (LC_ALL=C sort)");
}

/* The rows of one table that were read, by what must be unique: the id, with its first day where roles have one. */
typedef struct row_key {
    rs_str id, from;
    size_t line;
} row_key;

typedef struct row_keys {
    RS_VEC(row_key) key;
    RS_VEC(uint32_t) slot; /* open-addressed, RS_NONE if free */
} row_keys;

static bool same_key(const row_key *a, const row_key *c)
{
    return rs_str_eq(a->id, c->id) && rs_str_eq(a->from, c->from);
}

/* The slot where KEY is, or where it belongs. */
static uint32_t *key_slot(const row_keys *keys, const row_key *key)
{
    size_t mask = keys->slot.n - 1, i = rs_hash32(key->id.p, key->id.n) & mask;
    while (keys->slot.at[i] != RS_NONE && !same_key(&keys->key.at[keys->slot.at[i]], key)) i = (i + 1) & mask;
    return &keys->slot.at[i];
}

/* Room for as many rows as TEXT has lines. */
static bool keys_begin(build *b, row_keys *keys, rs_str text)
{
    size_t n_line = 1, n_slot = 16;
    for (size_t i = 0; i < text.n; i++) n_line += text.p[i] == '\n';
    while (n_slot < 2 * n_line) n_slot *= 2;
    if (!rs_vec_reserve(&b->alloc, &keys->key, n_line) || !rs_vec_reserve(&b->alloc, &keys->slot, n_slot))
        return b->no_memory = true, false;
    memset(keys->slot.at, 0xFF, n_slot * sizeof(uint32_t));
    keys->slot.n = n_slot;
    return true;
}

static void check_key(build *b, build_place at, row_keys *keys, row_key key)
{
    uint32_t *slot = key_slot(keys, &key);
    if (*slot != RS_NONE) {
        build_error(b, at, "a second row '%.*s' (the first is line %zu)", (int)key.id.n, key.id.p,
                    keys->key.at[*slot].line);
        return;
    }
    *slot = (uint32_t)keys->key.n;
    *rs_vec_take(&keys->key) = key;
}

enum { MAX_FIELD = 12 };

typedef struct table {
    const char *header;
    size_t n_column;
    bool dated; /* rows of one id differ in their first day */
    build_row_fn *row;
    row_keys keys;
    rs_str before; /* the row before */
} table;

static void read_row(build *b, table *t, build_place at, rs_str line)
{
    rs_str field[MAX_FIELD];
    if (!rs_str_trim(line).n) return;
    size_t n = split(line, field, MAX_FIELD);
    if (n != t->n_column) {
        build_error(b, at, "%zu columns instead of %zu", n, t->n_column);
        return;
    }
    if (t->before.p && !b->base) check_order(b, at, t->before, line);
    t->before = line;
    for (size_t i = 0; i < n; i++)
        if (rs_str_eq(field[i], RS_LIT("-"))) field[i].n = 0;
    check_key(b, at, &t->keys, (row_key){field[0], t->dated ? field[3] : (rs_str){NULL, 0}, at.line});
    t->row(b, at, field, n);
}

static void read_rows(build *b, table *t, const char *name, rs_str text)
{
    build_place at = {.file = name};
    for (rs_str rest = text; rest.p && rest.n && !b->no_memory;) {
        rs_str line = rs_str_split(rest, '\n', &rest);
        at.line++, at.text = line;
        if (at.line > 1)
            read_row(b, t, at, line);
        else if (!rs_str_eq(line, rs_str_of(t->header)))
            build_error(b, at, "the header is not '%s'", t->header);
    }
}

void build_table_read(build *b, const char *name, const char *header, build_row_fn *row)
{
    size_t n = 0;
    char *text = build_file_read(b, name, &n);
    if (!text) return;
    rs_str head[MAX_FIELD];
    table t = {.header = header, .row = row, .n_column = split(rs_str_of(header), head, MAX_FIELD)};
    t.dated = t.n_column > 3 && rs_str_eq(head[3], RS_LIT("from"));
    if (keys_begin(b, &t.keys, (rs_str){text, n})) read_rows(b, &t, name, (rs_str){text, n});
    rs_vec_free(&b->alloc, &t.keys.key);
    rs_vec_free(&b->alloc, &t.keys.slot);
    build_file_free(b, text, n);
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
