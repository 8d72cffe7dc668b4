/* SPDX-License-Identifier: MIT */
/* The figures as text, line by line as score.py prints them. Its order of events with equally many annotated records is
 * that of a hash and changes from run to run; here it is that of their names. Its order of fields is that of their
 * first appearance, also by hash; here it is fixed. */
#include "eval/eval.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct printer {
    rs_bytes *out;
    bool failed;
} printer;

static void put(printer *p, const char *bytes, size_t n)
{
    if (p->failed || !rs_vec_more(&rs_alloc_default, p->out, n + 1)) {
        p->failed = true;
        return;
    }
    memcpy(p->out->at + p->out->n, bytes, n);
    p->out->n += n;
}

static void say(printer *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(printer *p, const char *format, ...)
{
    char line[256];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    put(p, line, n < 0 ? 0 : (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

/* A share in WIDTH columns. printf rounds as Python does, but may write a comma in the locale of a program. */
static const char *share(char text[32], int width, double value)
{
    (void)snprintf(text, 32, "%*.3f", width, value);
    for (char *c = text; *c; c++)
        if (*c == ',') *c = '.';
    return text;
}

typedef struct prf {
    double p, r, f;
} prf;

static prf prf_of(size_t match, size_t n_system, size_t n_gold)
{
    double p = n_system ? (double)match / (double)n_system : 0, r = n_gold ? (double)match / (double)n_gold : 0;
    return (prf){p, r, p + r > 0 ? 2 * p * r / (p + r) : 0};
}

static void put_totals(printer *p, const eval_figures *f)
{
    size_t gold = 0, system = 0, match = 0;
    char a[32], b[32], c[32];
    for (size_t e = 0; e < RS_N_EVENT; e++) gold += f->n_gold[e], system += f->n_system[e], match += f->n_match[e];
    say(p, "%-10s %6s %6s %6s   gold %zu, system %zu, matched %zu\n", "", "P", "R", "F1", gold, system, match);
    prf detect = prf_of(match, system, gold), who = prf_of(f->who, system, gold);
    say(p, "%-10s %s %s %s\n", "detect", share(a, 6, detect.p), share(b, 6, detect.r), share(c, 6, detect.f));
    say(p, "%-10s %s %s %s\n", "who", share(a, 6, who.p), share(b, 6, who.r), share(c, 6, who.f));
}

static void put_macro(printer *p, const eval_figures *f)
{
    double sum = 0;
    size_t n = 0;
    char text[32];
    for (size_t e = 0; e < RS_N_EVENT; e++) {
        if (f->n_gold[e] < 5) continue;
        sum += prf_of(f->n_match[e], f->n_system[e], f->n_gold[e]).f;
        n++;
    }
    say(p, "%-10s %s   over %zu events with 5 or more gold records\n", "macro",
        share(text, 20, n ? sum / (double)n : 0), n);
}

static void put_event(printer *p, const eval_figures *f, size_t e)
{
    prf x = prf_of(f->n_match[e], f->n_system[e], f->n_gold[e]);
    char a[32], b[32], c[32];
    say(p, "  %-10s %s  %s  %s   gold %zu, system %zu\n", rs_event_name((rs_event)e), share(a, 5, x.p),
        share(b, 5, x.r), share(c, 5, x.f), f->n_gold[e], f->n_system[e]);
}

static bool comes_before(const eval_figures *f, size_t a, size_t b)
{
    if (f->n_gold[a] != f->n_gold[b]) return f->n_gold[a] > f->n_gold[b];
    return strcmp(rs_event_name((rs_event)a), rs_event_name((rs_event)b)) < 0;
}

static void put_events(printer *p, const eval_figures *f)
{
    size_t order[RS_N_EVENT], n = 0;
    for (size_t e = 0; e < RS_N_EVENT; e++) {
        if (f->n_gold[e] + f->n_system[e] == 0) continue;
        size_t at = n++;
        for (; at && comes_before(f, e, order[at - 1]); at--) order[at] = order[at - 1];
        order[at] = e;
    }
    for (size_t i = 0; i < n; i++) put_event(p, f, order[i]);
}

static void put_fields(printer *p, const eval_figures *f)
{
    static const char *const name[] = {
#define NAME(name, text) text,
        EVAL_FIELD_LIST(NAME)
#undef NAME
    };
    const char *before = "";
    char text[32];
    say(p, "fields of matched records: ");
    for (int i = 0; i < EVAL_N_FIELD; i++) {
        if (!f->seen[i]) continue;
        say(p, "%s%s %s (%zu)", before, name[i], share(text, 0, (double)f->right[i] / (double)f->seen[i]), f->seen[i]);
        before = ", ";
    }
    say(p, "\n");
}

static int compare_misses(const void *left, const void *right)
{
    const eval_miss *a = left, *b = right;
    size_t n = a->n_doc < b->n_doc ? a->n_doc : b->n_doc;
    int by_doc = memcmp(a->pool + a->doc_at, b->pool + b->doc_at, n);
    if (by_doc) return by_doc;
    if (a->n_doc != b->n_doc) return a->n_doc < b->n_doc ? -1 : 1;
    if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
    int by_event = strcmp(rs_event_name(a->event), rs_event_name(b->event));
    if (by_event) return by_event;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void put_misses(printer *p, const char *title, eval_misses *list, const char *pool, size_t errors)
{
    for (size_t i = 0; i < list->n; i++) list->at[i].pool = pool;
    if (list->n) qsort(list->at, list->n, sizeof *list->at, compare_misses);
    for (size_t i = 0; i < list->n && i < errors; i++) {
        say(p, "%s ", title);
        put(p, pool + list->at[i].line_at, list->at[i].n_line);
        put(p, "\n", 1);
    }
}

rs_status eval_print(rs_bytes *out, eval_figures *figures, size_t errors, rs_error *error)
{
    printer p = {out, false};
    put_totals(&p, figures);
    put_macro(&p, figures);
    put_events(&p, figures);
    put_fields(&p, figures);
    if (figures->outside) say(&p, "%zu system records lie in no gold sentence\n", figures->outside);
    put_misses(&p, "missed", &figures->missed, figures->pool.at, errors);
    put_misses(&p, "extra", &figures->extra, figures->pool.at, errors);
    return p.failed ? rs_error_set(error, RS_E_NOMEM, "no memory for the figures") : RS_OK;
}
