/* SPDX-License-Identifier: MIT */
/* Memory: a document costs no allocation when one as large was coded before; every allocation fails once, and from it
 * on, and what was asked for ends with RS_E_NOMEM, frees all it had, and the coder codes the next document right. */
#include "doc/coding.h"

static rs_document article(size_t i)
{
    return (rs_document){.text = {articles.text[i], articles.size[i]}, .published = 20180615};
}

/* All articles in one text; the caller frees it. */
static char *all_articles(size_t *n)
{
    char *all = NULL;
    *n = 0;
    for (size_t i = 0; i < articles.n; i++) {
        all = realloc(all, *n + articles.size[i] + 1);
        assert_non_null(all);
        memcpy(all + *n, articles.text[i], articles.size[i]);
        *n += articles.size[i];
        all[(*n)++] = '\n';
    }
    return all;
}

static rs_coder *new_coder(const rs_alloc *alloc)
{
    rs_coder *new;
    rs_error error;
    assert_int_equal(rs_coder_new(&new, lexicon, alloc, &error), RS_OK);
    return new;
}

static void test_second_time_costs_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < articles.n; i++) {
        t_counter counter;
        rs_alloc alloc = t_counting(&counter);
        rs_coder *own = new_coder(&alloc);
        rs_document d = article(i);
        (void)coding_code(own, &d);
        size_t calls = counter.n_call;
        for (int k = 0; k < 3; k++) (void)coding_code(own, &d);
        assert_int_equal(counter.n_call - calls, 0);
        rs_coder_free(own);
        assert_int_equal(counter.n_live, 0);
        assert_int_equal(counter.n_byte, 0);
        assert_false(counter.wrong_size);
    }
}

static void test_smaller_documents_cost_nothing(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    rs_coder *own = new_coder(&alloc);
    size_t n, n_half;
    char *all = all_articles(&n);
    n_half = n / 2;
    while ((all[n_half] & 0xC0) == 0x80) n_half++;
    rs_document large = {.text = {all, n}, .title = {all + n_half, n - n_half}, .published = 20180615};
    (void)coding_code(own, &large);
    size_t calls = counter.n_call;
    for (size_t i = 0; i < articles.n; i++) {
        rs_document d = article(i);
        (void)coding_code(own, &d);
        d.title = RS_LIT("عنوان آخر");
        (void)coding_code(own, &d);
    }
    assert_int_equal(counter.n_call - calls, 0);
    rs_coder_free(own);
    free(all);
}

/* The promise is of size alone: a large text of one word prepares for any that is not larger. */
static void test_size_alone_counts(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    rs_coder *own = new_coder(&alloc);
    char *dull = malloc(articles.size[0]);
    assert_non_null(dull);
    memset(dull, 'a', articles.size[0]);
    rs_document first = {.text = {dull, articles.size[0]}}, second = article(0);
    (void)coding_code(own, &first);
    size_t calls = counter.n_call;
    (void)coding_code(own, &second);
    t_known(counter.n_call == calls, "no allocation for any document that is not larger than one before");
    rs_coder_free(own);
    free(dull);
}

static void fail_at(t_counter *counter, size_t k, bool and_after)
{
    counter->fail_at = counter->n_call + k;
    counter->and_after = and_after;
    counter->failed = false;
}

static void heal(t_counter *counter)
{
    counter->fail_at = 0;
    counter->and_after = false;
}

static void open_failing(const char *path, bool and_after)
{
    for (size_t k = 1;; k++) {
        t_counter counter;
        rs_alloc alloc = t_counting(&counter);
        rs_lexicon *own = NULL;
        rs_error error = {0};
        fail_at(&counter, k, and_after);
        rs_status status = rs_lexicon_open(&own, path, &alloc, &error);
        assert_int_equal(status, counter.failed ? RS_E_NOMEM : RS_OK);
        if (!counter.failed)
            rs_lexicon_close(own);
        else
            assert_null(own);
        assert_int_equal(error.status, counter.failed ? RS_E_NOMEM : error.status);
        assert_int_equal(counter.n_live, 0);
        assert_false(counter.wrong_size);
        if (!counter.failed) break;
        assert_true(k < 100);
    }
}

static void test_lexicon_open(void **state)
{
    (void)state;
    for (int and_after = 0; and_after < 2; and_after++) open_failing(NULL, and_after);
}

static void test_coder_new(void **state)
{
    (void)state;
    for (int and_after = 0; and_after < 2; and_after++)
        for (size_t k = 1;; k++) {
            t_counter counter;
            rs_alloc alloc = t_counting(&counter);
            rs_coder *own = NULL;
            rs_error error = {0};
            fail_at(&counter, k, and_after);
            rs_status status = rs_coder_new(&own, lexicon, &alloc, &error);
            assert_int_equal(status, counter.failed ? RS_E_NOMEM : RS_OK);
            if (counter.failed) assert_null(own);
            rs_coder_free(own);
            assert_int_equal(counter.n_live, 0);
            assert_false(counter.wrong_size);
            if (!counter.failed) break;
            assert_true(k < 100);
        }
    rs_coder_free(NULL);
}

static void check_dump(rs_coder *own, const rs_document *d, const coding_dump *want, const char *what, size_t k)
{
    coding_dump got = {0};
    coding_say_result(&got, coding_code(own, d));
    if (got.n != want->n || memcmp(got.at, want->at, got.n))
        fail_msg("%s after the failure of allocation %zu:\n%.*s\nnot\n%.*s", what, k, (int)got.n, got.at, (int)want->n,
                 want->at);
    rs_vec_free(&rs_alloc_default, &got);
}

/* Code D with allocation K failing, then OTHER and D again without; false when K is not reached. */
static bool code_failing(size_t k, bool and_after, const rs_document *d, const coding_dump *d_right,
                         const rs_document *other, const coding_dump *other_right)
{
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    rs_coder *own = new_coder(&alloc);
    rs_error error = {0};
    const rs_result *result = NULL;
    fail_at(&counter, k, and_after);
    rs_status status = rs_coder_code(own, d, &result, &error);
    bool failed = counter.failed;
    assert_int_equal(status, failed ? RS_E_NOMEM : RS_OK);
    if (failed) {
        assert_null(result);
        assert_int_equal(error.status, RS_E_NOMEM);
        assert_true(strlen(error.text) > 0);
    }
    heal(&counter);
    check_dump(own, other, other_right, "another document", k);
    check_dump(own, d, d_right, "the same document", k);
    rs_coder_free(own);
    assert_int_equal(counter.n_live, 0);
    assert_false(counter.wrong_size);
    return failed;
}

static void test_coder_code(void **state)
{
    (void)state;
    rs_document d = article(0), other = article(1);
    size_t n;
    char *all = all_articles(&n);
    coding_dump d_right = {0}, other_right = {0};
    rs_coder *right = new_coder(NULL);
    d.text = (rs_str){all, n}; /* large enough for every vector to grow */
    d.title = RS_LIT("عنوان: قصف الجيش مدينة حلب \xFF");
    coding_say_result(&d_right, coding_code(right, &d));
    coding_say_result(&other_right, coding_code(right, &other));
    rs_coder_free(right);
    for (int and_after = 0; and_after < 2; and_after++) {
        size_t k = 1;
        while (code_failing(k, and_after, &d, &d_right, &other, &other_right)) k++;
        print_message("%zu allocations\n", k - 1);
        assert_true(k > 10);
    }
    rs_vec_free(&rs_alloc_default, &d_right);
    rs_vec_free(&rs_alloc_default, &other_right);
    free(all);
}

static void ignore_line(void *context, rs_str line) { (void)context, (void)line; }

/* The same when the document is explained; afterwards it is no longer. */
static void test_coder_explain(void **state)
{
    (void)state;
    rs_document d = article(0);
    coding_dump right = {0};
    coding_say_result(&right, coding_code(coder, &d));
    for (size_t k = 1;; k++) {
        t_counter counter;
        rs_alloc alloc = t_counting(&counter);
        rs_coder *own = new_coder(&alloc);
        rs_error error = {0};
        fail_at(&counter, k, false);
        rs_status status = rs_coder_explain(own, &d, ignore_line, NULL, &error);
        bool failed = counter.failed;
        assert_int_equal(status, failed ? RS_E_NOMEM : RS_OK);
        heal(&counter);
        check_dump(own, &d, &right, "an explained document", k);
        rs_coder_free(own);
        assert_int_equal(counter.n_live, 0);
        if (!failed) break;
        assert_true(k < 1000);
    }
    rs_vec_free(&rs_alloc_default, &right);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_second_time_costs_nothing),
        cmocka_unit_test(test_smaller_documents_cost_nothing),
        cmocka_unit_test(test_size_alone_counts),
        cmocka_unit_test(test_lexicon_open),
        cmocka_unit_test(test_coder_new),
        cmocka_unit_test(test_coder_code),
        cmocka_unit_test(test_coder_explain),
    };
    return cmocka_run_group_tests_name("doc/alloc", tests, coding_set_up_articles, coding_tear_down_articles);
}
