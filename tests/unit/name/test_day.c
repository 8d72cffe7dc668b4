/* SPDX-License-Identifier: MIT */
/* The calendar, against a walk from day to day. */
#include "name/name.h"
#include "support.h"

static bool leap(uint32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static uint32_t days_in(uint32_t year, uint32_t month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year));
}

static uint32_t next_day(uint32_t day)
{
    uint32_t y = day / 10000, m = day / 100 % 100, d = day % 100;
    if (d < days_in(y, m)) return day + 1;
    return m < 12 ? y * 10000 + (m + 1) * 100 + 1 : (y + 1) * 10000 + 101;
}

/* Every day from 1899 to 2101: the next one, the one before, its weekday. */
static void test_every_day(void **state)
{
    (void)state;
    int weekday = 7; /* 1 January 1899 was a Sunday */
    for (uint32_t day = 18990101; day < 21020101;) {
        uint32_t next = next_day(day);
        assert_int_equal(rs_day_add(day, 1), next);
        assert_int_equal(rs_day_add(next, -1), day);
        assert_int_equal(rs_day_add(day, 0), day);
        assert_int_equal(rs_day_weekday(day), weekday);
        weekday = weekday % 7 + 1;
        day = next;
    }
    assert_int_equal(rs_day_weekday(20161216), 5); /* Aleppo's evacuation: a Friday */
}

static void test_long_steps(void **state)
{
    (void)state;
    uint32_t day = 20160229;
    for (int n = 0; n < 4000; n++) {
        assert_int_equal(rs_day_add(20160229, n), day);
        assert_int_equal(rs_day_add(day, -n), 20160229);
        day = next_day(day);
    }
}

static void test_months(void **state)
{
    (void)state;
    for (uint32_t day = 20151201; day < 20180201; day = next_day(day)) {
        uint32_t y = day / 10000, m = day / 100 % 100, back_y = y, back_m = m;
        for (int n = 0; n <= 30; n++) {
            assert_int_equal(rs_day_month(day, n), y * 10000 + m * 100 + 1);
            assert_int_equal(rs_day_month(day, -n), back_y * 10000 + back_m * 100 + 1);
            if (++m > 12) m = 1, y++;
            if (--back_m < 1) back_m = 12, back_y--;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_day), cmocka_unit_test(test_long_steps),
                                       cmocka_unit_test(test_months)};
    return cmocka_run_group_tests_name("name/day", tests, NULL, NULL);
}
