/* SPDX-License-Identifier: MIT */
/* Which rows belong together, and what they agree in. The rules are those of the project's score.py, with which the
 * figures must agree to the last digit; where its Python has a quirk, the quirk is kept and named.
 *
 * Pairing is greedy: the pair with the most equal fields first; among equals the later annotated row, then the later
 * coded one (score.py sorts its triples downwards). Lists are those of one sentence and event, hence short. */
#include "eval/eval.h"

static bool has(const eval_party *party, rs_str code, rs_str sector, bool full)
{
    for (size_t i = 0; i < party->n; i++)
        if (rs_str_eq(party->at[i].code, code) && (!full || rs_str_eq(party->at[i].sector, sector))) return true;
    return false;
}

static bool party_in(const eval_party *a, const eval_party *b, bool full)
{
    for (size_t i = 0; i < a->n; i++)
        if (!has(b, a->at[i].code, a->at[i].sector, full)) return false;
    return true;
}

/* Equal as sets; without FULL only the countries. */
static bool party_eq(const eval_party *a, const eval_party *b, bool full)
{
    return party_in(a, b, full) && party_in(b, a, full);
}

static bool mode_in(const eval_row *a, const eval_row *b)
{
    for (size_t i = 0; i < a->n_mode; i++) {
        size_t k = 0;
        while (k < b->n_mode && !rs_str_eq(a->mode[i], b->mode[k])) k++;
        if (k == b->n_mode) return false;
    }
    return true;
}

static bool starts(rs_str text, rs_str head) { return text.n >= head.n && memcmp(text.p, head.p, head.n) == 0; }

static bool ends(rs_str text, rs_str tail)
{
    return text.n >= tail.n && memcmp(text.p + text.n - tail.n, tail.p, tail.n) == 0;
}

/* A place without the punctuation around it, a preposition, "city" and "town". As the preposition goes first, "town"
 * (which begins with the same letter) never does: a quirk of score.py. */
static rs_str bare_place(rs_str p)
{
    static const rs_str around[] = {{"\u060C", 2}, {".", 1}, {" ", 1}};
    static const rs_str before[] = {
        {"\u0628", 2}, {"\u0645\u062F\u064A\u0646\u0629 ", 11}, {"\u0628\u0644\u062F\u0629 ", 9}};
    for (size_t i = 0; i < RS_COUNT(around);) {
        size_t n = p.n;
        if (starts(p, around[i])) p.p += around[i].n, p.n -= around[i].n;
        if (ends(p, around[i])) p.n -= around[i].n;
        i = p.n < n ? 0 : i + 1;
    }
    for (size_t i = 0; i < RS_COUNT(before); i++)
        if (starts(p, before[i])) p.p += before[i].n, p.n -= before[i].n;
    return p;
}

static bool contains(rs_str text, rs_str part)
{
    if (part.n == 0) return true;
    return part.n <= text.n && part.p && text.p && memmem(text.p, text.n, part.p, part.n) != NULL;
}

static bool place_eq(rs_str a, rs_str b)
{
    if (a.n == 0 || b.n == 0) return a.n == b.n;
    a = bare_place(a);
    b = bare_place(b);
    return contains(a, b) || contains(b, a);
}

static rs_str event_of(rs_str about)
{
    rs_str mode;
    return rs_str_split(about, '/', &mode);
}

eval_fields eval_compare(const eval_row *g, const eval_row *s)
{
    return (eval_fields){{
        [EVAL_MODE] = mode_in(g, s) && mode_in(s, g),
        [EVAL_STATUS] = rs_str_eq(g->status, s->status),
        [EVAL_ABOUT] = g->about.n ? rs_str_eq(event_of(g->about), event_of(s->about)) : EVAL_UNSCORED,
        [EVAL_ACTOR] = party_eq(&g->actor, &s->actor, true),
        [EVAL_ACTOR_COUNTRY] = party_eq(&g->actor, &s->actor, false),
        [EVAL_RECIPIENT] = party_eq(&g->recipient, &s->recipient, true),
        [EVAL_RECIPIENT_COUNTRY] = party_eq(&g->recipient, &s->recipient, false),
        [EVAL_SAID_BY] = party_eq(&g->said_by, &s->said_by, false),
        [EVAL_PLACE] = place_eq(g->place, s->place),
        [EVAL_DATE] = g->date[0] ? strcmp(g->date, s->date) == 0 : EVAL_UNSCORED,
        [EVAL_DEAD] = g->has_dead ? s->has_dead && g->dead == s->dead : EVAL_UNSCORED,
        [EVAL_PROCESS] =
            g->process.n ? rs_str_eq(g->process, s->process) && rs_str_eq(g->stage, s->stage) : EVAL_UNSCORED,
    }};
}

static int equal_fields(const eval_fields *fields)
{
    int n = 0;
    for (int i = 0; i < EVAL_N_FIELD; i++) n += fields->at[i] == EVAL_RIGHT;
    return n;
}

/* The best pair of rows that have no partner yet; false if there is none. */
static bool best_pair(eval_match *out, const eval_row *const *gold, size_t n_gold, const eval_row *const *system,
                      size_t n_system, const bool *used_gold, const bool *used_system)
{
    int most = -1;
    for (size_t i = n_gold; i--;) {
        for (size_t j = n_system; j-- && !used_gold[i];) {
            if (used_system[j]) continue;
            eval_fields fields = eval_compare(gold[i], system[j]);
            int n = equal_fields(&fields);
            if (n <= most) continue;
            most = n;
            *out = (eval_match){gold[i], system[j], fields};
        }
    }
    return most >= 0;
}

static void mark(bool *used, const eval_row *const *rows, size_t n, const eval_row *row)
{
    for (size_t i = 0; i < n; i++) used[i] |= rows[i] == row;
}

rs_status eval_pair(eval_matches *out, const eval_row *const *gold, size_t n_gold, const eval_row *const *system,
                    size_t n_system, rs_error *error)
{
    rs_vec_clear(out);
    size_t n = n_gold + n_system;
    bool *used = rs_mem_new(&rs_alloc_default, n);
    if (!used || !rs_vec_reserve(&rs_alloc_default, out, n_gold)) {
        rs_mem_free(&rs_alloc_default, used, n);
        return rs_error_set(error, RS_E_NOMEM, "no memory for %zu pairs", n_gold);
    }
    eval_match match;
    while (best_pair(&match, gold, n_gold, system, n_system, used, used + n_gold)) {
        mark(used, gold, n_gold, match.gold);
        mark(used + n_gold, system, n_system, match.system);
        *rs_vec_take(out) = match;
    }
    rs_mem_free(&rs_alloc_default, used, n);
    return RS_OK;
}
