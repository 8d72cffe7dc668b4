/* SPDX-License-Identifier: MIT */
/* Tab-separated tables: reading, and the rules that hold for all of them (header, columns, order, unique rows). */
#include "compile/build.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_PATH = 4096, MAX_FILE = 1 << 30 };

static void file_error(build *b, const char *name, const char *why)
{
    build_error(b, (build_place){.file = name}, "cannot open it: %s", why);
}

/* The file NAME for reading, of *size bytes; NULL if it is missing, or is none and an error. A pipe would never end. */
static FILE *open_file(build *b, const char *name, size_t *size)
{
    char path[MAX_PATH];
    struct stat info;
    if ((size_t)snprintf(path, sizeof path, "%s/%s", b->dir, name) >= sizeof path)
        return file_error(b, name, strerror(ENAMETOOLONG)), NULL;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        bool missing = (errno == ENOENT || errno == ENOTDIR) && lstat(path, &info) != 0;
        if (!missing) file_error(b, name, errno == ENOENT ? "a link that leads nowhere" : strerror(errno));
        return NULL;
    }
    const char *why = fstat(file, &info) != 0   ? strerror(errno)
                      : !S_ISREG(info.st_mode)  ? "it is no file"
                      : info.st_size > MAX_FILE ? "it has more than 1 GiB"
                                                : NULL;
    FILE *stream = why ? NULL : fdopen(file, "rb");
    if (stream) return *size = (size_t)info.st_size, stream;
    file_error(b, name, why ? why : strerror(errno));
    (void)close(file);
    return NULL;
}

char *build_file_read(build *b, const char *name, size_t *n)
{
    size_t n_error = b->n_error;
    FILE *file = open_file(b, name, n);
    if (file || b->n_error > n_error) *BUILD_PUSH(b, &b->file) = build_text(b, rs_str_of(name));
    if (!file) return NULL;
    char *text = rs_mem_new(&b->alloc, *n + 1);
    if (!text) {
        b->no_memory = true;
    } else if (fread(text, 1, *n, file) != *n) {
        build_error(b, (build_place){.file = name}, "cannot read it");
        build_file_free(b, text, *n);
        text = NULL;
    }
    (void)fclose(file);
    return text;
}

void build_file_free(build *b, char *text, size_t n) { rs_mem_free(&b->alloc, text, n + 1); }

/* Why the byte at AT of LINE is no text; NULL if it is. *at moves on. */
static const char *byte_fault(rs_str line, size_t *at)
{
    unsigned char c = (unsigned char)line.p[*at];
    if (c == 0) return "a byte of 0 (is the file saved as UTF-8?)";
    if (c == '\r') return "a line ends with LF alone, not with CR";
    if ((c < 0x20 && c != '\t') || c == 0x7F) return "a control character";
    return rs_utf8_next(line.p, line.n, at) == 0xFFFFFFFFu ? "not UTF-8 (save the file as UTF-8)" : NULL;
}

bool build_line(build *b, build_place *at, rs_str *rest)
{
    rs_str line = rs_str_split(*rest, '\n', rest);
    /* as editors of other systems write: not in our own data, but in anybody's folder */
    if (b->base && at->line == 0 && line.n > 2 && memcmp(line.p, "\xEF\xBB\xBF", 3) == 0) line.p += 3, line.n -= 3;
    if (b->base && line.n && line.p[line.n - 1] == '\r') line.n--;
    at->line++, at->text = line, at->column = 0;
    b->at = *at;
    if (line.n > BUILD_MAX_LINE) {
        build_error(b, *at, "a line of more than %d bytes", BUILD_MAX_LINE);
        return false;
    }
    for (size_t i = 0; i < line.n;) {
        rs_str part = {line.p + i, 1};
        const char *why = byte_fault(line, &i);
        if (!why) continue;
        build_error(b, build_at(*at, part), "%s", why);
        *rest = (rs_str){NULL, 0}; /* the rest of such a file is no better */
        return false;
    }
    return true;
}

rs_str build_item(rs_str *rest) { return rs_str_trim(rs_str_split(*rest, ';', rest)); }

bool build_id_right(build *b, build_place at, rs_str id)
{
    const char *why = !id.n ? "no id" : id.n > BUILD_MAX_ID ? "an id has at most 100 characters, not" : NULL;
    for (size_t i = 0; i < id.n && !why; i++)
        if (id.p[i] <= ' ' || id.p[i] > '~') why = "an id has plain ASCII letters, digits and signs, not";
    if (why) build_refuse(b, at, id, why);
    return !why;
}

/* The fields of a line, of which CAP are kept; how many there are. */
static size_t split(rs_str line, rs_str *field, size_t cap)
{
    size_t n = 0;
    for (rs_str rest = line; rest.p; n++) {
        rs_str next = rs_str_trim(rs_str_split(rest, '\t', &rest));
        if (n < cap) field[n] = next;
    }
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
        build_error(b, at, n > 1 ? "%zu columns instead of %zu" : "%zu column instead of %zu (one tab is between two)",
                    n, t->n_column);
        return;
    }
    if (t->before.p && !b->base) check_order(b, at, t->before, line);
    t->before = line;
    for (size_t i = 0; i < n; i++)
        if (rs_str_eq(field[i], RS_LIT("-"))) field[i].n = 0;
    if (!build_id_right(b, at, field[0])) return;
    check_key(b, at, &t->keys, (row_key){field[0], t->dated ? field[3] : (rs_str){NULL, 0}, at.line});
    t->row(b, at, field, n);
}

static void check_header(build *b, const table *t, build_place at)
{
    rs_str field[MAX_FIELD];
    char names[200] = "";
    size_t used = 0, n = split(rs_str_of(t->header), field, MAX_FIELD);
    if (rs_str_eq(at.text, rs_str_of(t->header))) return;
    for (size_t i = 0; i < n && used < sizeof names; i++)
        used +=
            (size_t)snprintf(names + used, sizeof names - used, "%s%.*s", i ? ", " : "", (int)field[i].n, field[i].p);
    build_error(b, at, "the first line is not the header: %s (a tab between two)", names);
}

static void read_rows(build *b, table *t, const char *name, rs_str text)
{
    build_place at = {.file = name};
    for (rs_str rest = text; rest.p && rest.n && !b->no_memory;) {
        if (!build_line(b, &at, &rest)) continue;
        if (at.line > 1)
            read_row(b, t, at, at.text);
        else
            check_header(b, t, at);
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

bool build_number(rs_str text, double least, double most, double *out)
{
    return rs_str_number(text, out) && *out >= least && *out <= most;
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
