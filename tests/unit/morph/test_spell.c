/* SPDX-License-Identifier: MIT */
/* The spellings that the press uses beside the regular ones, against a table that was written by hand. */
#include "support.h"
#include "morph/morph.h"

typedef struct found {
    rs_str want;
    size_t n_want, n_right;
    t_note *note;
} found;

static void collect(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    found *f = context;
    char text[2 * RS_FORM_MAX];
    rs_str got = {text, rs_unspell(letter, n, text)};
    bool right = false;
    assert_false(feat & RS_FEAT_CITATION);
    for (rs_str rest = f->want; rest.n;) right |= rs_str_eq(rs_str_split(rest, ';', &rest), got);
    f->n_right += right;
    if (!right) t_say(f->note, "[%.*s is none] ", (int)got.n, got.p);
}

/* "noun", "dual", "plural+": a verb but for the first, + before a pronoun. */
static uint32_t features(rs_str what)
{
    uint32_t feat = RS_FEAT_CITATION;
    bool clitic = what.n && what.p[what.n - 1] == '+';
    what.n -= clitic;
    feat |= RS_FEAT_POS(t_is(what, "noun") ? RS_POS_NOUN : RS_POS_VERB);
    feat |= RS_FEAT_NUMBER(t_is(what, "dual") ? RS_DUAL : t_is(what, "singular") ? RS_SG : RS_PL);
    return feat | (clitic ? RS_FEAT_CLITIC : 0);
}

static bool variant_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    uint8_t letter[RS_FORM_MAX];
    size_t n = rs_spell(row->field[0], letter, sizeof letter);
    found f = {.want = t_is(row->field[2], "0") ? (rs_str){NULL, 0} : row->field[2], .note = note};
    for (rs_str rest = f.want; rest.n; f.n_want++) (void)rs_str_split(rest, ';', &rest);
    rs_morph_variants(letter, n, features(row->field[1]), collect, &f);
    if (f.n_right != f.n_want) t_say(note, "%zu of %zu are given", f.n_right, f.n_want);
    return !note->n;
}

static void test_variants(void **state)
{
    (void)state;
    t_table("morph/variants.tsv", 40, 3, 3, variant_row, NULL);
}

static void count(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    size_t *all = context;
    (void)letter, (void)feat;
    assert_true(n > 0 && n <= RS_FORM_MAX);
    ++*all;
}

/* A variant may be longer than its form; none is longer than a form may be. */
static void test_limits(void **state)
{
    (void)state;
    uint8_t letter[RS_FORM_MAX];
    size_t n_all = 0;
    memset(letter, RS_ALEF_MADDA, sizeof letter);
    for (size_t n = 1; n <= RS_FORM_MAX; n++) rs_morph_variants(letter, n, RS_FEAT_NUMBER(RS_DUAL), count, &n_all);
    memset(letter, RS_WAW, sizeof letter);
    for (size_t i = 0; i < RS_FORM_MAX; i += 2) letter[i] = RS_WAW_HAMZA;
    for (size_t n = 1; n <= RS_FORM_MAX; n++) rs_morph_variants(letter, n, RS_FEAT_POS(RS_POS_NOUN), count, &n_all);
    assert_true(n_all > RS_FORM_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_variants), cmocka_unit_test(test_limits)};
    return cmocka_run_group_tests_name("morph/spell", tests, NULL, NULL);
}
