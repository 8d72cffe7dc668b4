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

static void test_days_that_are(void **state)
{
    (void)state;
    for (uint32_t y = 1899; y <= 2101; y++)
        for (uint32_t m = 0; m <= 13; m++)
            for (uint32_t d = 0; d <= 32; d++) {
                uint32_t day = y * 10000 + m * 100 + d;
                bool is = m >= 1 && m <= 12 && d >= 1 && d <= days_in(y, m);
                assert_int_equal(rs_day_valid(day), is ? day : 0);
            }
    assert_int_equal(rs_day_valid(0), 0);
    assert_int_equal(rs_day_valid(0xFFFFFFFFu), 0);
}

/* A walk over the Islamic calendar misses no day and counts none twice; thirty years have 10631 days. */
static void test_islamic_calendar(void **state)
{
    (void)state;
    uint32_t day = rs_day_hijri(1410, 1, 1), n = 0;
    for (uint32_t y = 1410; y < 1440; y++)
        for (uint32_t m = 1; m <= 12; m++) {
            assert_int_equal(rs_day_hijri(y, m, 31), 0);
            for (uint32_t d = 1; d <= 30 && rs_day_hijri(y, m, d); d++, n++) {
                assert_int_equal(rs_day_hijri(y, m, d), day);
                assert_int_equal(rs_day_hijri_year(day), y);
                day = rs_day_add(day, 1);
            }
        }
    assert_int_equal(n, 10631);
    assert_int_equal(rs_day_hijri(1, 1, 1), 6220719); /* 16 July of the Julian calendar */
    assert_int_equal(rs_day_hijri(1438, 9, 1), 20170527);
    assert_int_equal(rs_day_hijri(1438, 0, 1), 0);
    assert_int_equal(rs_day_hijri(1438, 13, 1), 0);
    assert_int_equal(rs_day_hijri(0, 1, 1), 0);
    assert_int_equal(rs_day_hijri(1438, 1, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_day), cmocka_unit_test(test_long_steps),
                                       cmocka_unit_test(test_months), cmocka_unit_test(test_days_that_are),
                                       cmocka_unit_test(test_islamic_calendar)};
    return cmocka_run_group_tests_name("name/day", tests, NULL, NULL);
}
