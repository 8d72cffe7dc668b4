/* SPDX-License-Identifier: MIT */
/* The adjectives of places, against a table that was written by hand. */
#include "support.h"
#include "morph/morph.h"

static bool nisba_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    uint8_t base[RS_FORM_MAX], out[RS_FORM_MAX];
    char text[2 * RS_FORM_MAX];
    size_t n = rs_morph_nisba(base, rs_spell(row->field[0], base, sizeof base), out);
    rs_str got = {text, rs_unspell(out, n, text)}, want = t_is(row->field[1], "0") ? (rs_str){NULL, 0} : row->field[1];
    if (got.n == want.n && (!got.n || rs_str_eq(got, want))) return true;
    t_say(note, "%.*s", (int)got.n, got.p);
    return false;
}

static void test_nisba(void **state)
{
    (void)state;
    t_table("morph/nisba.tsv", 60, 2, 2, nisba_row, NULL);
}

/* Any letters, any length: never more than a form may have. */
static void test_limits(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (size_t i = 0; i < 20000; i++) {
        uint8_t base[RS_FORM_MAX], out[RS_FORM_MAX];
        size_t n = t_random(&seed) % (RS_FORM_MAX + 1);
        for (size_t k = 0; k < n; k++) base[k] = (uint8_t)(1 + t_random(&seed) % (RS_LETTER_ARABIC_END - 1));
        assert_true(rs_morph_nisba(base, n, out) <= RS_FORM_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nisba), cmocka_unit_test(test_limits)};
    return cmocka_run_group_tests_name("morph/nisba", tests, NULL, NULL);
}
