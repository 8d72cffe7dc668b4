/* SPDX-License-Identifier: MIT */
/* Subjects and objects of verbs in short sentences, and properties of all phrases and clauses. */
#include "clause/clause.h"
#include "name/naming.h"

static rs_clauses clauses;

static int tear_down(void **state)
{
    rs_clauses_free(&clauses);
    return naming_tear_down(state);
}

static void read_clauses(rs_str sentence)
{
    rs_error error;
    naming_read(sentence, 20161216);
    assert_int_equal(words.sentence.n, 1);
    assert_int_equal(rs_clauses_begin(&clauses, &words, &names, &rs_alloc_default, &error), RS_OK);
    rs_clauses_read(&clauses, &words.sentence.at[0]);
}

static rs_str head_of(uint32_t phrase)
{
    if (phrase == RS_NONE) return (rs_str){"", 0};
    const rs_token *t = &words.token.at[clauses.phrase.at[phrase].head];
    return rs_text_slice(&text, t->begin, t->end);
}

/* The clause whose verb is printed as WORD, with or without proclitics; RS_NONE. */
static uint32_t clause_of(rs_str word)
{
    for (uint32_t i = 0; i < clauses.clause.n; i++) {
        rs_str verb = head_of(clauses.clause.at[i].verb);
        bool ends = verb.n >= word.n && memcmp(verb.p + verb.n - word.n, word.p, word.n) == 0;
        if (ends && verb.n <= word.n + 2) return i;
    }
    return RS_NONE;
}

/* The subject, also that of a clause it inherits from. */
static rs_str subject_of(uint32_t clause)
{
    for (size_t step = 0; clause != RS_NONE && step <= clauses.clause.n; step++) {
        const rs_clause *c = &clauses.clause.at[clause];
        if (c->subject != RS_NONE) return head_of(c->subject);
        if (c->kind == RS_CLAUSE_RELATIVE) return head_of(c->governor);
        clause = c->inherits;
    }
    return (rs_str){"", 0};
}

/* Phrases lie one after another, clauses refer to phrases and clauses that exist, and no clause is its own parent. */
static void check_structure(const t_row *row)
{
    const rs_sentence *s = &words.sentence.at[0];
    uint32_t at = s->first;
    bool right = true;
    for (size_t i = 0; i < clauses.phrase.n; i++) {
        const rs_phrase *f = &clauses.phrase.at[i];
        right &= f->first >= at && f->n > 0 && f->first + f->n <= s->first + s->n;
        right &= f->head >= f->first && f->head < f->first + f->n;
        right &= f->clause == RS_NONE || f->clause < clauses.clause.n;
        at = f->first + f->n;
    }
    for (uint32_t i = 0; i < clauses.clause.n; i++) {
        const rs_clause *c = &clauses.clause.at[i];
        const uint32_t phrases[] = {c->governor, c->verb, c->subject, c->first_object, c->second_object};
        for (size_t k = 0; k < RS_COUNT(phrases); k++) right &= phrases[k] == RS_NONE || phrases[k] < clauses.phrase.n;
        right &= c->inherits == RS_NONE || (c->inherits != i && c->inherits < clauses.clause.n);
        uint32_t up = i;
        for (size_t step = 0; up != RS_NONE && step <= clauses.clause.n; step++) up = clauses.clause.at[up].parent;
        right &= up == RS_NONE; /* no circle */
    }
    if (!right) fail_msg("%s:%zu: phrases or clauses out of order", row->file, row->line);
}

static bool clause_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    static const char *const kinds[] = {"main", "that", "relative", "if", "time", "purpose", "chain", "participle"};
    read_clauses(row->field[0]);
    check_structure(row);
    uint32_t clause = clause_of(row->field[1]);
    if (clause == RS_NONE) return t_say(note, "it is the verb of no clause"), false;
    const rs_clause *c = &clauses.clause.at[clause];
    rs_str subject = subject_of(clause), object = head_of(c->first_object);
    if (!t_is(row->field[2], kinds[c->kind])) t_say(note, "kind %s; ", kinds[c->kind]);
    if (!rs_str_eq(row->field[3], subject)) t_say(note, "subject %.*s; ", (int)subject.n, subject.p);
    if (!rs_str_eq(row->field[4], object)) t_say(note, "object %.*s; ", (int)object.n, object.p);
    return note->n == 0;
}

static void test_clauses(void **state)
{
    (void)state;
    t_table("clause/clauses.tsv", 25, 5, 5, clause_row, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_clauses)};
    return cmocka_run_group_tests_name("clause/clause", tests, wording_set_up, tear_down);
}
