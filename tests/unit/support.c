/* SPDX-License-Identifier: MIT */
/* Tables of expectations, files, and an allocator that writes the size of each block before it, so that a wrong old
 * size shows. */
#include "support.h"

const char *t_path(const char *name)
{
    static char path[1024];
    (void)snprintf(path, sizeof path, "%s/%s", RASAD_TEST_DATA, name);
    return path;
}

char *t_file(const char *path, size_t *n)
{
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("cannot open '%s'", path);
    RS_VEC(char) text = {0};
    size_t got;
    do {
        if (!rs_vec_more(&rs_alloc_default, &text, 65536)) fail_msg("no memory for '%s'", path);
        got = fread(text.at + text.n, 1, 65535, file);
        text.n += got;
    } while (got);
    assert_false(ferror(file));
    (void)fclose(file);
    text.at[text.n] = '\0';
    if (n) *n = text.n;
    return text.at;
}

void t_known(bool holds, const char *what)
{
    if (holds) fail_msg("now passes: make an assertion of it: %s", what);
    print_message("known to fail: %s\n", what);
}

bool t_is(rs_str text, const char *literal) { return rs_str_eq(text, rs_str_of(literal)); }

bool t_number(rs_str text, long *out)
{
    double value;
    if (!rs_str_number(text, &value)) return false;
    *out = (long)value;
    return true;
}

void t_say(t_note *note, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(note->text + note->n, sizeof note->text - note->n, format, args);
    va_end(args);
    if (n < 0) return;
    note->n += (size_t)n;
    if (note->n >= sizeof note->text) note->n = sizeof note->text - 1;
}

/* The fields of a line; a '-' alone is an empty one. */
static size_t split(rs_str line, rs_str *field)
{
    size_t n = 0;
    for (rs_str rest = line; rest.p && n < T_MAX_FIELD;) {
        rs_str f = rs_str_trim(rs_str_split(rest, '\t', &rest));
        field[n++] = t_is(f, "-") ? (rs_str){"", 0} : f;
    }
    return n;
}

typedef struct tally {
    size_t n, n_known, n_wrong;
} tally;

static void check_line(tally *t, t_row *row, bool known, t_check_fn *check, void *context)
{
    t_note note = {.n = 0};
    bool right = check(context, row, &note);
    t->n++;
    t->n_known += known;
    if (right == !known) return;
    t->n_wrong++;
    const rs_str *f = row->field;
    if (known)
        print_error("%s:%zu: now passes: take the '!' away\n", row->file, row->line);
    else
        print_error("%s:%zu: %.*s %.*s: %s\n", row->file, row->line, (int)f[0].n, f[0].p, row->n > 1 ? (int)f[1].n : 0,
                    row->n > 1 ? f[1].p : "", note.text);
}

void t_table(const char *name, size_t least, size_t min_column, size_t max_column, t_check_fn *check, void *context)
{
    size_t n_text;
    char *text = t_file(t_path(name), &n_text);
    tally t = {0};
    t_row row = {.file = name};
    for (rs_str rest = {text, n_text}; rest.p && rest.n;) {
        rs_str line = rs_str_split(rest, '\n', &rest);
        row.line++;
        if (!rs_str_trim(line).n || line.p[0] == '#') continue;
        bool known = line.p[0] == '!';
        bool escaped = line.n > 1 && line.p[0] == '\\' && (line.p[1] == '!' || line.p[1] == '#');
        if (known || escaped) line.p++, line.n--;
        row.n = split(line, row.field);
        if (row.n < min_column || row.n > max_column) {
            print_error("%s:%zu: %zu columns\n", name, row.line, row.n);
            t.n_wrong++;
        } else {
            check_line(&t, &row, known, check, context);
        }
    }
    free(text);
    print_message("%s: %zu lines, %zu known to fail\n", name, t.n, t.n_known);
    if (t.n_wrong) fail_msg("%s: %zu of %zu lines are not as they should be", name, t.n_wrong, t.n);
    if (t.n < least) fail_msg("%s: only %zu lines, not %zu", name, t.n, least);
}

/* The size of a block stands before it. */
enum { HEAD = 16 };

static bool refused(t_counter *c)
{
    c->n_call++;
    bool now = c->fail_at && (c->n_call == c->fail_at || (c->and_after && c->n_call > c->fail_at));
    c->failed |= now;
    return now;
}

static void *counting_fn(void *context, void *old, size_t n_old, size_t n_new)
{
    t_counter *c = context;
    char *block = old ? (char *)old - HEAD : NULL;
    if (block && *(size_t *)(void *)block != n_old) c->wrong_size = true;
    if (n_new == 0) {
        if (block) c->n_live--, c->n_byte -= n_old;
        free(block);
        return NULL;
    }
    if (refused(c)) return NULL;
    block = realloc(block, n_new + HEAD);
    if (!block) return NULL;
    if (!old)
        c->n_live++;
    else if (n_new > n_old)
        memset(block + HEAD + n_old, 0xAB, n_new - n_old);
    if (!old) memset(block + HEAD, 0xAB, n_new);
    c->n_byte += n_new - (old ? n_old : 0);
    *(size_t *)(void *)block = n_new;
    return block + HEAD;
}

rs_alloc t_counting(t_counter *counter)
{
    *counter = (t_counter){0};
    return (rs_alloc){counting_fn, counter};
}

uint32_t t_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}
