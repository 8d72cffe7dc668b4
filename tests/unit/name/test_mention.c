/* SPDX-License-Identifier: MIT */
/* Names in their sentences: what is named, and what only looks like a name. */
#include "name/naming.h"

static const char *kind_of(const rs_mention *m)
{
    if (m->kind == RS_MENTION_PLACE) return "place";
    if (m->kind == RS_MENTION_NATION) return "nation";
    if (m->kind == RS_MENTION_BODY) return "body";
    if (m->kind == RS_MENTION_PERSON) return "unknown";
    if (m->kind == RS_MENTION_ORGANISATION) return "composed";
    if (m->kind != RS_MENTION_ENTITY) return "none";
#define NAME(name, text) text,
    static const char *const kinds[] = {RS_ENTITY_KIND_LIST(NAME)};
#undef NAME
    return kinds[lexicon->entity[m->entity].kind];
}

static const char *id_of(const rs_mention *m)
{
    if (m->kind == RS_MENTION_PLACE) return rs_lexicon_text(lexicon, lexicon->place[m->place].id);
    return m->entity != RS_NONE ? rs_lexicon_text(lexicon, lexicon->entity[m->entity].id) : "";
}

/* Each token belongs to one mention at the most, and `of` says to which. */
static void check_whole(void)
{
    for (size_t t = 0; t < words.token.n; t++) {
        const rs_mention *m = rs_mention_of(&names, t);
        if (m) assert_true(m->first <= t && t < m->first + m->n);
    }
    for (size_t i = 0; i < names.mention.n; i++)
        for (uint32_t k = 0; k < names.mention.at[i].n; k++)
            assert_ptr_equal(rs_mention_of(&names, names.mention.at[i].first + k), &names.mention.at[i]);
}

/* Any mention of this text is looked at, the last one first: a short name comes after the full one. */
static bool mention_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    naming_read(row->field[0], 20161216);
    check_whole();
    bool none = t_is(row->field[2], "none");
    for (size_t i = names.mention.n + names.organisation.n; i-- > 0;) {
        bool composed = i >= names.mention.n;
        if (composed && !t_is(row->field[2], "composed")) continue;
        const rs_mention *m = composed ? &names.organisation.at[i - names.mention.n] : &names.mention.at[i];
        rs_str s = naming_text(m);
        if (!rs_str_eq(s, row->field[1])) continue;
        bool same = t_is(row->field[3], id_of(m));
        t_say(note, "it is %s %s", kind_of(m), id_of(m));
        return none ? !same : same && t_is(row->field[2], kind_of(m));
    }
    t_say(note, "it is no name");
    return none;
}

static void test_mentions(void **state)
{
    (void)state;
    t_table("name/mentions.tsv", 25, 4, 4, mention_row, NULL);
}

/* A document is read alike whatever was named in the one before. */
static void test_nothing_is_remembered(void **state)
{
    (void)state;
    static const char full[] = "قال بشار الأسد", alone[] = "هرب الأسد";
    naming_read(RS_LIT(alone), 0);
    size_t n = names.mention.n;
    naming_read(RS_LIT(full), 0);
    assert_true(names.known.n > 0);
    naming_read(RS_LIT(alone), 0);
    assert_int_equal(names.mention.n, n);
    assert_int_equal(names.known.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_mentions), cmocka_unit_test(test_nothing_is_remembered)};
    return cmocka_run_group_tests_name("name/mention", tests, wording_set_up, naming_tear_down);
}
