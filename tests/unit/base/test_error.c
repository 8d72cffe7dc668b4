/* SPDX-License-Identifier: MIT */
/* Statuses have words and exit codes; an error is filled whole, cut safely, and may be absent. */
#include "support.h"

static void test_statuses(void **state)
{
    (void)state;
#define ROW(name, exit_code, words)                                                                                    \
    assert_string_equal(rs_status_text(RS_##name), words);                                                             \
    assert_int_equal(rs_status_exit(RS_##name), exit_code);
    RS_STATUS_LIST(ROW)
#undef ROW
    assert_string_equal(rs_status_text((rs_status)99), "unknown");
    assert_string_equal(rs_status_text((rs_status)-1), "unknown");
    assert_int_equal(rs_status_exit((rs_status)99), 4);
    assert_true(rs_status_exit(RS_OK) == 0);
}

static void test_set_fills_all(void **state)
{
    (void)state;
    rs_error error;
    memset(&error, 0xAB, sizeof error);
    assert_int_equal(rs_error_set(&error, RS_E_DATA, "column %d of '%s'", 3, "x"), RS_E_DATA);
    assert_int_equal(error.status, RS_E_DATA);
    assert_string_equal(error.text, "column 3 of 'x'");
    assert_string_equal(error.source, "");
    assert_int_equal(error.line + error.column + error.byte, 0);
    rs_error_at(&error, "a/b.tsv", 12, 7);
    assert_string_equal(error.source, "a/b.tsv");
    assert_int_equal(error.line, 12);
    assert_int_equal(error.column, 7);
    assert_string_equal(error.text, "column 3 of 'x'");
}

static void test_long_texts_are_cut(void **state)
{
    (void)state;
    char long_text[1000];
    memset(long_text, 'x', sizeof long_text);
    long_text[sizeof long_text - 1] = '\0';
    rs_error error;
    assert_int_equal(rs_error_set(&error, RS_E_SYSTEM, "%s", long_text), RS_E_SYSTEM);
    rs_error_at(&error, long_text, 1, 0);
    assert_int_equal(strlen(error.text), sizeof error.text - 1);
    assert_int_equal(strlen(error.source), sizeof error.source - 1);
}

static void test_no_error_wanted(void **state)
{
    (void)state;
    assert_int_equal(rs_error_set(NULL, RS_E_NOMEM, "no memory"), RS_E_NOMEM);
    rs_error_at(NULL, "x", 1, 1);
}

static void test_version(void **state)
{
    (void)state;
    size_t n;
    char *text = t_file(RASAD_TEST_DATA "/../../VERSION", &n);
    while (n && text[n - 1] == '\n') text[--n] = '\0';
    assert_string_equal(rs_version(), text);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statuses),
        cmocka_unit_test(test_set_fills_all),
        cmocka_unit_test(test_long_texts_are_cut),
        cmocka_unit_test(test_no_error_wanted),
        cmocka_unit_test(test_version),
    };
    return cmocka_run_group_tests_name("base/error", tests, NULL, NULL);
}
