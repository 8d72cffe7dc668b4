/* SPDX-License-Identifier: MIT */
/* 100,000 times (10,000 under a sanitizer) the same mark, bracket, quote, conjunction, digit, name or verb, in one
 * line: each ends in bounded time, and the sentence on the next line is coded as it is alone. */
#include "doc/coding.h"

#include <time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#define SANITIZED __has_feature(address_sanitizer)
#else
#define SANITIZED 0
#endif

enum { TIMES = SANITIZED ? 10000 : 100000, SECONDS = 10 };

static const char sentence[] = "قصف الجيش السوري مدينة حلب.";

static double seconds(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static size_t n_alone;
static double slowest;

static bool unit_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    bool joined = t_is(row->field[1], "joined");
    rs_str unit = row->field[0];
    size_t n_unit = unit.n + !joined, n = TIMES * n_unit + 1 + strlen(sentence);
    char *text = malloc(n);
    assert_non_null(text);
    for (size_t i = 0; i < TIMES; i++) {
        memcpy(text + i * n_unit, unit.p, unit.n);
        if (!joined) text[i * n_unit + unit.n] = ' ';
    }
    text[TIMES * n_unit] = '\n';
    memcpy(text + TIMES * n_unit + 1, sentence, strlen(sentence));
    (void)alarm(12 * SECONDS);
    double begin = seconds();
    rs_document d = {.text = {text, n}, .published = 20180615};
    const rs_result *r = coding_code(coder, &d);
    double taken = seconds() - begin;
    (void)alarm(0);
    if (taken > slowest) slowest = taken;
    if (taken > SECONDS) t_say(note, "took %.1f seconds; ", taken);
    size_t n_own = 0;
    for (size_t i = 0; i < r->n_record; i++)
        n_own += r->record[i].sentence_end > r->record[i].sentence_begin && r->record[i].text.n == strlen(sentence);
    if (n_own < n_alone) t_say(note, "the next sentence has %zu records; ", n_own);
    free(text);
    return note->n == 0;
}

static void test_the_same_again_and_again(void **state)
{
    (void)state;
    rs_document d = {.text = RS_LIT(sentence), .published = 20180615};
    n_alone = coding_code(coder, &d)->n_record;
    assert_int_equal(n_alone, 1);
    t_table("doc/hostile.tsv", 60, 2, 2, unit_row, NULL);
    print_message("the slowest took %.2f seconds\n", slowest);
}

/* Nothing may be found in what has no Arabic letter in it. */
static void test_only_marks(void **state)
{
    (void)state;
    static const char *const marks[] = {".", "\u060C", "\u061F", "(",      ")",      "\u00AB", "\"",  "-",
                                        "/", "\n",     "\u064F", "\u0640", "\u200F", "9",      "\xFF"};
    for (size_t i = 0; i < RS_COUNT(marks); i++) {
        size_t n_mark = strlen(marks[i]), n = TIMES * n_mark;
        char *text = malloc(n);
        assert_non_null(text);
        for (size_t k = 0; k < TIMES; k++) memcpy(text + k * n_mark, marks[i], n_mark);
        rs_document d = {.text = {text, n}, .title = {text, n}};
        const rs_result *r = coding_code(coder, &d);
        assert_int_equal(r->n_record, 0);
        d.title.n = n / 2 / n_mark * n_mark;
        assert_int_equal(coding_code(coder, &d)->n_record, 0);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_same_again_and_again),
                                       cmocka_unit_test(test_only_marks)};
    return cmocka_run_group_tests_name("doc/hostile", tests, coding_set_up, coding_tear_down);
}
