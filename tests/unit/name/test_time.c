/* SPDX-License-Identifier: MIT */
/* Expressions of time and the days they mean, at given days of publication. */
#include "name/naming.h"

/* "2016-12-16" as 20161216; 0 for anything else. */
static uint32_t day_of(rs_str printed)
{
    uint32_t day = 0;
    for (size_t i = 0; i < printed.n; i++)
        if (printed.p[i] >= '0' && printed.p[i] <= '9') day = day * 10 + (uint32_t)(printed.p[i] - '0');
    return day;
}

static bool check(rs_str want, uint32_t from, uint32_t to)
{
    rs_str end, begin = rs_str_split(want, '.', &end);
    if (want.n && want.p[0] == '~') return from <= day_of(want) && day_of(want) <= to && rs_day_add(from, 6) >= to;
    uint32_t first = day_of(begin), last = end.p ? day_of(end) : first;
    return from == first && to == last;
}

static bool time_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    naming_read(row->field[1], day_of(row->field[0]));
    uint32_t from = 0, to = 0;
    for (size_t i = 0; i < names.mention.n && !from; i++) {
        const rs_mention *m = &names.mention.at[i];
        if (m->kind != RS_MENTION_TIME) continue;
        rs_str s = naming_text(m);
        t_say(note, "'%.*s' ", (int)s.n, s.p);
        from = m->from, to = m->to;
    }
    t_say(note, "is %u to %u", from, to);
    return check(row->field[2], from, to);
}

static void test_times(void **state)
{
    (void)state;
    t_table("name/times.tsv", 370, 3, 3, time_row, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_times)};
    return cmocka_run_group_tests_name("name/time", tests, wording_set_up, naming_tear_down);
}
