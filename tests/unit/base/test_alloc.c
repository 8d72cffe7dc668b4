/* SPDX-License-Identifier: MIT */
/* Vectors against a plain array; memory that runs out leaves them as they were; what is taken is given back with its
 * size. */
#include "support.h"

typedef RS_VEC(uint32_t) numbers;

static void test_grows_and_keeps(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    numbers v = {0};
    for (uint32_t i = 0; i < 10000; i++) {
        assert_true(rs_vec_more(&alloc, &v, 1));
        *rs_vec_take(&v) = i * 7;
    }
    assert_int_equal(v.n, 10000);
    for (uint32_t i = 0; i < 10000; i++) assert_int_equal(v.at[i], i * 7);
    assert_true(counter.n_call < 20); /* it doubles */
    rs_vec_free(&alloc, &v);
    assert_null(v.at);
    assert_int_equal(v.cap, 0);
    assert_int_equal(counter.n_live, 0);
    assert_int_equal(counter.n_byte, 0);
    assert_false(counter.wrong_size);
}

static void test_clear_keeps_memory(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    numbers v = {0};
    assert_true(rs_vec_reserve(&alloc, &v, 1000));
    size_t calls = counter.n_call;
    for (int round = 0; round < 3; round++) {
        rs_vec_clear(&v);
        assert_true(rs_vec_reserve(&alloc, &v, 1000));
        for (uint32_t i = 0; i < 1000; i++) *rs_vec_take(&v) = i;
    }
    assert_int_equal(counter.n_call, calls);
    rs_vec_free(&alloc, &v);
}

static void test_failure_changes_nothing(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    numbers v = {0};
    assert_true(rs_vec_reserve(&alloc, &v, 3));
    *rs_vec_take(&v) = 42;
    uint32_t *at = v.at;
    size_t cap = v.cap;
    counter.fail_at = counter.n_call + 1;
    counter.and_after = true;
    assert_false(rs_vec_reserve(&alloc, &v, 100000));
    assert_ptr_equal(v.at, at);
    assert_int_equal(v.cap, cap);
    assert_int_equal(v.n, 1);
    assert_int_equal(v.at[0], 42);
    counter.and_after = false;
    counter.fail_at = 0;
    assert_true(rs_vec_reserve(&alloc, &v, 100000));
    assert_int_equal(v.at[0], 42);
    rs_vec_free(&alloc, &v);
    assert_int_equal(counter.n_live, 0);
}

static void test_sizes_do_not_overflow(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    numbers v = {0};
    size_t huge[] = {SIZE_MAX, SIZE_MAX / 2 + 2, SIZE_MAX / 4 + 2, SIZE_MAX / 4};
    for (size_t i = 0; i < RS_COUNT(huge); i++) {
        counter.fail_at = 1; /* whatever gets this far must fail, not wrap around to a small size */
        counter.and_after = true;
        assert_false(rs_vec_reserve(&alloc, &v, huge[i]));
        assert_int_equal(v.cap, 0);
    }
}

static void test_new_is_zero(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    unsigned char *p = rs_mem_new(&alloc, 1000);
    assert_non_null(p);
    for (size_t i = 0; i < 1000; i++) assert_int_equal(p[i], 0);
    rs_mem_free(&alloc, p, 1000);
    rs_mem_free(&alloc, NULL, 0);
    assert_int_equal(counter.n_live, 0);
    assert_false(counter.wrong_size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grows_and_keeps),
        cmocka_unit_test(test_clear_keeps_memory),
        cmocka_unit_test(test_failure_changes_nothing),
        cmocka_unit_test(test_sizes_do_not_overflow),
        cmocka_unit_test(test_new_is_zero),
    };
    return cmocka_run_group_tests_name("base/alloc", tests, NULL, NULL);
}
