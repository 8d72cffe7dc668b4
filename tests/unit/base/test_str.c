/* SPDX-License-Identifier: MIT */
/* Borrowed strings: what splits joins again, numbers are what strtod says, hashes spread. */
#include "support.h"

static void test_split_joins(void **state)
{
    (void)state;
    static const char *const texts[] = {"", ";", "a", "a;b", ";a", "a;", ";;", "a;;b", "aa;bb;cc;"};
    for (size_t i = 0; i < RS_COUNT(texts); i++) {
        char joined[40] = "";
        size_t n = 0, parts = 0, separators = 0;
        for (const char *p = texts[i]; *p; p++) separators += *p == ';';
        for (rs_str rest = rs_str_of(texts[i]); rest.p; parts++) {
            rs_str part = rs_str_split(rest, ';', &rest);
            n += (size_t)snprintf(joined + n, sizeof joined - n, "%s%.*s", parts ? ";" : "", (int)part.n, part.p);
        }
        assert_string_equal(joined, texts[i]);
        assert_int_equal(parts, separators + 1);
    }
}

static void test_split_of_nothing(void **state)
{
    (void)state;
    rs_str rest = RS_LIT("x");
    rs_str part = rs_str_split((rs_str){NULL, 0}, ';', &rest);
    assert_int_equal(part.n, 0);
    assert_null(rest.p);
    /* an alias: the text and its rest may be one variable */
    rs_str text = RS_LIT("a;b");
    part = rs_str_split(text, ';', &text);
    assert_true(t_is(part, "a"));
    assert_true(t_is(text, "b"));
}

static void test_trim(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"", ""},         {" ", ""},      {" \t\r ", ""}, {"a", "a"},
                                           {" a b ", "a b"}, {"\ta\r", "a"}, {"\n", "\n"}};
    for (size_t i = 0; i < RS_COUNT(pairs); i++) assert_true(t_is(rs_str_trim(rs_str_of(pairs[i][0])), pairs[i][1]));
}

static void test_numbers(void **state)
{
    (void)state;
    static const char *const right[] = {"0",  "7",  "-1",  "+3",         "36.2021", "-37.1",
                                        ".5", "5.", "007", "1000000000", "-0.0001", "123456789012"};
    for (size_t i = 0; i < RS_COUNT(right); i++) {
        double value = -99;
        assert_true(rs_str_number(rs_str_of(right[i]), &value));
        double want = strtod(right[i], NULL), off = value > want ? value - want : want - value;
        assert_true(off <= 1e-12 * (want < 0 ? 1 - want : 1 + want));
    }
}

static void test_no_numbers(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",    "-",   "+",  ".",     "1,5", "1 ",  " 1",  "0x10",
                                        "1e5", "--1", "1-", "1.2.3", "a",   "nan", "inf", "\u0661"};
    for (size_t i = 0; i < RS_COUNT(wrong); i++) {
        double value;
        if (rs_str_number(rs_str_of(wrong[i]), &value)) fail_msg("'%s' is no number", wrong[i]);
    }
}

static void test_equal(void **state)
{
    (void)state;
    assert_true(rs_str_eq((rs_str){NULL, 0}, RS_LIT("")));
    assert_true(rs_str_eq(RS_LIT("abc"), RS_LIT("abc")));
    assert_false(rs_str_eq(RS_LIT("abc"), RS_LIT("abd")));
    assert_false(rs_str_eq(RS_LIT("abc"), RS_LIT("ab")));
    assert_true(rs_str_eq((rs_str){"a\0b", 3}, (rs_str){"a\0b", 3}));
    assert_false(rs_str_eq((rs_str){"a\0b", 3}, (rs_str){"a\0c", 3}));
}

/* The words that are hashed are short and differ in one byte: their low bits must differ as chance would have it. */
static void test_hash_spreads(void **state)
{
    (void)state;
    enum { BUCKETS = 1024, KEYS = 8 * BUCKETS };
    static unsigned filled[BUCKETS], filled64[BUCKETS];
    for (uint32_t k = 0; k < KEYS; k++) {
        uint8_t key[4] = {(uint8_t)(k % 43 + 1), (uint8_t)(k / 43 % 43 + 1), (uint8_t)(k / 43 / 43 + 1), 17};
        filled[rs_hash32(key, sizeof key) % BUCKETS]++;
        filled64[rs_hash64(key, sizeof key, 0) % BUCKETS]++;
    }
    unsigned empty = 0, most = 0, empty64 = 0, most64 = 0;
    for (size_t i = 0; i < BUCKETS; i++) {
        empty += !filled[i], empty64 += !filled64[i];
        if (filled[i] > most) most = filled[i];
        if (filled64[i] > most64) most64 = filled64[i];
    }
    /* at 8 a bucket a random function leaves less than one empty and fills none over 30 */
    assert_true(empty <= 8 && most <= 32);
    assert_true(empty64 <= 8 && most64 <= 32);
}

static void test_hash_is_of_all_bytes(void **state)
{
    (void)state;
    char text[64] = "the same but for one bit, wherever it may be: all bytes count";
    uint32_t h32 = rs_hash32(text, sizeof text);
    uint64_t h64 = rs_hash64(text, sizeof text, 5);
    assert_int_equal(h32, rs_hash32(text, sizeof text));
    assert_true(h64 != rs_hash64(text, sizeof text, 6)); /* the seed counts */
    for (size_t bit = 0; bit < 8 * sizeof text; bit++) {
        text[bit / 8] = (char)(text[bit / 8] ^ (1 << bit % 8));
        assert_true(rs_hash32(text, sizeof text) != h32);
        assert_true(rs_hash64(text, sizeof text, 5) != h64);
        text[bit / 8] = (char)(text[bit / 8] ^ (1 << bit % 8));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_split_joins),  cmocka_unit_test(test_split_of_nothing),     cmocka_unit_test(test_trim),
        cmocka_unit_test(test_numbers),      cmocka_unit_test(test_no_numbers),           cmocka_unit_test(test_equal),
        cmocka_unit_test(test_hash_spreads), cmocka_unit_test(test_hash_is_of_all_bytes),
    };
    return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
