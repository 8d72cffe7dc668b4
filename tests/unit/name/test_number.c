/* SPDX-License-Identifier: MIT */
/* Numbers in words and digits, and their values. */
#include "name/naming.h"

static bool number_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    naming_read(row->field[0], 20161216);
    long want = 0;
    uint32_t value = 0;
    bool vague = false;
    for (size_t i = 0; i < names.mention.n; i++) {
        const rs_mention *m = &names.mention.at[i];
        if (m->kind != RS_MENTION_NUMBER) continue;
        rs_str s = naming_text(m);
        value = m->value, vague = m->vague == RS_NK_VAGUE;
        t_say(note, "'%.*s' ", (int)s.n, s.p);
        break;
    }
    t_say(note, "is %u%s", value, vague ? ", vague" : "");
    return t_number(row->field[1], &want) && value == want && vague == t_is(row->field[2], "vague");
}

static void test_numbers(void **state)
{
    (void)state;
    t_table("name/numbers.tsv", 45, 3, 3, number_row, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers)};
    return cmocka_run_group_tests_name("name/number", tests, naming_set_up, naming_tear_down);
}
