/* SPDX-License-Identifier: MIT */
/* The commonest of many strings. All are kept, sorted and counted at the end: a measure is run by hand, on files of
 * some hundred thousand lines, and this needs no table that grows. Equally common ones come in the order of their
 * bytes. */
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>

/* The length of TEXT without a character that was cut at its end, which is dropped. */
static size_t whole(char *text)
{
    size_t n = strlen(text);
    for (size_t at = 0, last = 0; at < n; last = at)
        if (rs_utf8_next(text, n, &at) == 0xFFFFFFFFu) return text[last] = '\0', last;
    return n;
}

rs_status measure_tally_add(const measure *m, measure_tally *tally, rs_error *error, const char *format, ...)
{
    char text[256];
    va_list args;
    if (!m->errors) return RS_OK;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    size_t n = whole(text) + 1;
    if (!rs_vec_more(m->alloc, &tally->pool, n) || !rs_vec_more(m->alloc, &tally->at, 1))
        return rs_error_set(error, RS_E_NOMEM, "no memory for errors");
    *rs_vec_take(&tally->at) = tally->pool.n;
    for (size_t i = 0; i < n; i++) *rs_vec_take(&tally->pool) = text[i];
    return RS_OK;
}

typedef struct entry {
    const char *text;
    size_t n;
} entry;

static int by_text(const void *left, const void *right)
{
    return strcmp(((const entry *)left)->text, ((const entry *)right)->text);
}

static int by_count(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    return a->n != b->n ? (a->n < b->n ? 1 : -1) : by_text(left, right);
}

/* Equal ones that stand together become one; how many are left. */
static size_t join(entry *e, size_t n)
{
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        if (k && strcmp(e[k - 1].text, e[i].text) == 0)
            e[k - 1].n++;
        else
            e[k++] = e[i];
    }
    return k;
}

void measure_tally_print(const measure *m, measure_tally *tally)
{
    size_t n = tally->at.n, size = n * sizeof(entry);
    entry *e = n ? rs_mem_new(m->alloc, size) : NULL;
    for (size_t i = 0; e && i < n; i++) e[i] = (entry){tally->pool.at + tally->at.at[i], 1};
    if (e) {
        qsort(e, n, sizeof *e, by_text);
        size_t distinct = join(e, n);
        qsort(e, distinct, sizeof *e, by_count);
        for (size_t i = 0; i < distinct && i < m->errors; i++) printf("    %5zu  %s\n", e[i].n, e[i].text);
        rs_mem_free(m->alloc, e, size);
    }
    rs_vec_free(m->alloc, &tally->pool);
    rs_vec_free(m->alloc, &tally->at);
}
