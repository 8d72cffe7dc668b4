/* SPDX-License-Identifier: MIT */
/* Days of the Gregorian calendar, as yyyymmdd, by way of a day number (Fliegel and Van Flandern's formulas), and of the
 * tabular Islamic calendar: months of 30 and 29 days in turn, eleven leap years in thirty, civil epoch 16 July 622
 * Julian (Dershowitz and Reingold, Calendrical Calculations, chapter on the Islamic calendar). */
#include "name/name.h"

static long number_of(uint32_t day)
{
    long y = day / 10000, m = day / 100 % 100, d = day % 100;
    long a = (14 - m) / 12, yy = y + 4800 - a, mm = m + 12 * a - 3;
    return d + (153 * mm + 2) / 5 + 365 * yy + yy / 4 - yy / 100 + yy / 400 - 32045;
}

static uint32_t day_of(long number)
{
    long a = number + 32044, b = (4 * a + 3) / 146097, c = a - 146097 * b / 4;
    long d = (4 * c + 3) / 1461, e = c - 1461 * d / 4, m = (5 * e + 2) / 153;
    long day = e - (153 * m + 2) / 5 + 1, month = m + 3 - 12 * (m / 10), year = 100 * b + d - 4800 + m / 10;
    return (uint32_t)(year * 10000 + month * 100 + day);
}

uint32_t rs_day_add(uint32_t day, int n) { return day_of(number_of(day) + n); }

int rs_day_weekday(uint32_t day) { return (int)(number_of(day) % 7) + 1; }

uint32_t rs_day_month(uint32_t day, int n)
{
    long months = (long)(day / 10000) * 12 + day / 100 % 100 - 1 + n;
    return (uint32_t)(months / 12 * 10000 + (months % 12 + 1) * 100 + 1);
}

uint32_t rs_day_valid(uint32_t day)
{
    uint32_t m = day / 100 % 100, d = day % 100;
    if (m < 1 || m > 12 || d < 1 || d > 31 || day >= 100000000u) return 0;
    return day_of(number_of(day)) == day ? day : 0; /* 31 February is a day of March */
}

static bool hijri_leap(uint32_t year) { return (11 * year + 14) % 30 < 11; }

static long hijri_number(uint32_t year, uint32_t month, uint32_t day)
{
    long y = year, m = month;
    return day + 29 * (m - 1) + m / 2 + 354 * (y - 1) + (11 * y + 3) / 30 + 1948439;
}

uint32_t rs_day_hijri(uint32_t year, uint32_t month, uint32_t day)
{
    if (year < 1 || year > 2000 || month < 1 || month > 12 || day < 1) return 0;
    uint32_t days = month % 2 == 1 || (month == 12 && hijri_leap(year)) ? 30 : 29;
    return day <= days ? day_of(hijri_number(year, month, day)) : 0;
}

uint32_t rs_day_hijri_year(uint32_t day)
{
    long year = (30 * (number_of(day) - 1948440) + 10646) / 10631;
    return year < 1 ? 1 : (uint32_t)year;
}
