/* SPDX-License-Identifier: MIT */
/* Counting one document: its rows are taken sentence by sentence and event by event, paired, and what has no partner is
 * kept for the listing as the line it will be printed as, because the coded document does not outlive the next one. */
#include "eval/eval.h"

#include <stdio.h>

bool eval_sentence(const json_t *sentences, size_t k, size_t *begin, size_t *end)
{
    const json_t *pair = json_array_get(sentences, k);
    const json_t *a = json_array_get(pair, 0), *b = json_array_get(pair, 1);
    if (!json_is_integer(a) || !json_is_integer(b) || json_integer_value(a) < 0 || json_integer_value(b) < 0)
        return false;
    *begin = (size_t)json_integer_value(a);
    *end = (size_t)json_integer_value(b);
    return true;
}

bool eval_sentence_of(const json_t *sentences, size_t position, size_t *out)
{
    size_t begin, end;
    for (size_t k = 0; k < json_array_size(sentences); k++) {
        if (!eval_sentence(sentences, k, &begin, &end) || position < begin || position >= end) continue;
        *out = k;
        return true;
    }
    return false;
}

/* The bytes of the code points [begin, end). */
static rs_str slice(rs_str text, size_t begin, size_t end)
{
    size_t cp = 0, from = text.n, to = text.n;
    for (size_t at = 0; at <= text.n; at++) {
        if (at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80) continue;
        if (cp == begin && from == text.n) from = at;
        if (cp++ == end) to = at;
    }
    return (rs_str){text.p + from, to > from ? to - from : 0};
}

static bool put(rs_bytes *pool, rs_str text)
{
    if (!rs_vec_more(&rs_alloc_default, pool, text.n + 1)) return false;
    memcpy(pool->at + pool->n, text.p ? text.p : "", text.n);
    pool->n += text.n;
    return true;
}

/* "DOCUMENT[3] EVENT trigger | sentence" */
static bool put_line(rs_bytes *pool, const eval_document *d, const eval_row *row)
{
    char number[32];
    size_t begin = 0, end = 0;
    (void)eval_sentence(d->sentences, row->sentence, &begin, &end);
    int n = snprintf(number, sizeof number, "[%zu] ", row->sentence);
    return put(pool, d->id) && put(pool, (rs_str){number, (size_t)n}) &&
           put(pool, rs_str_of(rs_event_name(row->event))) && put(pool, RS_LIT(" ")) &&
           put(pool, row->trigger.n ? row->trigger : RS_LIT("None")) && put(pool, RS_LIT(" | ")) &&
           put(pool, slice(d->text, begin, end));
}

static rs_status keep(eval_figures *f, eval_misses *list, const eval_document *d, const eval_row *row, rs_error *error)
{
    eval_miss miss = {
        .doc_at = f->pool.n, .n_doc = d->id.n, .sentence = row->sentence, .order = list->n, .event = row->event};
    bool kept = put(&f->pool, d->id);
    miss.line_at = f->pool.n;
    kept = kept && put_line(&f->pool, d, row) && rs_vec_more(&rs_alloc_default, list, 1);
    if (!kept) return rs_error_set(error, RS_E_NOMEM, "no memory for the list of errors");
    miss.n_line = f->pool.n - miss.line_at;
    *rs_vec_take(list) = miss;
    return RS_OK;
}

typedef RS_VEC(const eval_row *) row_list;

/* The rows of the sentence and event of KEY, which are then done. */
static rs_status gather(row_list *out, eval_rows *rows, const eval_row *key, rs_error *error)
{
    rs_vec_clear(out);
    if (!rs_vec_reserve(&rs_alloc_default, out, rows->n))
        return rs_error_set(error, RS_E_NOMEM, "no memory for %zu records", rows->n);
    for (size_t i = 0; i < rows->n; i++) {
        if (rows->at[i].sentence != key->sentence || rows->at[i].event != key->event) continue;
        rows->at[i].done = true;
        *rs_vec_take(out) = &rows->at[i];
    }
    return RS_OK;
}

static bool is_matched(const eval_matches *matches, const eval_row *row)
{
    for (size_t i = 0; i < matches->n; i++)
        if (matches->at[i].gold == row || matches->at[i].system == row) return true;
    return false;
}

static void count_match(eval_figures *f, const eval_match *match)
{
    const signed char *field = match->fields.at;
    f->n_match[match->gold->event]++;
    f->who += field[EVAL_ACTOR] && field[EVAL_RECIPIENT];
    for (int i = 0; i < EVAL_N_FIELD; i++) {
        if (field[i] == EVAL_UNSCORED) continue;
        f->seen[i]++;
        f->right[i] += field[i] == EVAL_RIGHT;
    }
}

static rs_status keep_unmatched(eval_figures *f, eval_misses *list, const row_list *rows, const eval_matches *matches,
                                const eval_document *d, rs_error *error)
{
    for (size_t i = 0; i < rows->n; i++) {
        if (is_matched(matches, rows->at[i])) continue;
        rs_status status = keep(f, list, d, rows->at[i], error);
        if (status) return status;
    }
    return RS_OK;
}

typedef struct work {
    row_list gold, system;
    eval_matches matches;
} work;

static rs_status count_key(eval_figures *f, eval_document *d, const eval_row *key, work *w, bool list, rs_error *error)
{
    rs_status status = gather(&w->gold, &d->gold, key, error);
    if (!status) status = gather(&w->system, &d->system, key, error);
    if (!status) status = eval_pair(&w->matches, w->gold.at, w->gold.n, w->system.at, w->system.n, error);
    if (status) return status;
    f->n_gold[key->event] += w->gold.n;
    f->n_system[key->event] += w->system.n;
    for (size_t i = 0; i < w->matches.n; i++) count_match(f, &w->matches.at[i]);
    if (list) status = keep_unmatched(f, &f->missed, &w->gold, &w->matches, d, error);
    if (list && !status) status = keep_unmatched(f, &f->extra, &w->system, &w->matches, d, error);
    return status;
}

rs_status eval_count(eval_figures *figures, eval_document *document, bool list, rs_error *error)
{
    work w = {0};
    rs_status status = RS_OK;
    eval_rows *side[] = {&document->gold, &document->system};
    for (size_t k = 0; k < RS_COUNT(side); k++)
        for (size_t i = 0; i < side[k]->n && !status; i++)
            if (!side[k]->at[i].done) status = count_key(figures, document, &side[k]->at[i], &w, list, error);
    rs_vec_free(&rs_alloc_default, &w.gold);
    rs_vec_free(&rs_alloc_default, &w.system);
    rs_vec_free(&rs_alloc_default, &w.matches);
    return status;
}

void eval_figures_free(eval_figures *figures)
{
    rs_vec_free(&rs_alloc_default, &figures->missed);
    rs_vec_free(&rs_alloc_default, &figures->extra);
    rs_vec_free(&rs_alloc_default, &figures->pool);
}
