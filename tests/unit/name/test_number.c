/* SPDX-License-Identifier: MIT */
/* Numbers in words and digits, and their values. */
#include "name/naming.h"

static bool number_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    naming_read(row->field[0], 20161216);
    long want = 0;
    uint32_t value = 0;
    uint8_t kind = RS_NK_CARDINAL;
    for (size_t i = 0; i < names.mention.n; i++) {
        const rs_mention *m = &names.mention.at[i];
        if (m->kind != RS_MENTION_NUMBER) continue;
        rs_str s = naming_text(m);
        value = m->value, kind = m->vague;
        t_say(note, "'%.*s' ", (int)s.n, s.p);
        break;
    }
    const char *said = kind == RS_NK_VAGUE ? "vague" : kind == RS_NK_FRACTION ? "percent" : "";
    t_say(note, "is %u %s", value, said);
    return t_number(row->field[1], &want) && value == want && t_is(row->field[2], said);
}

static void test_numbers(void **state)
{
    (void)state;
    t_table("name/numbers.tsv", 180, 3, 3, number_row, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers)};
    return cmocka_run_group_tests_name("name/number", tests, wording_set_up, naming_tear_down);
}
