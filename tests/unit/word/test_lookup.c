/* SPDX-License-Identifier: MIT */
/* Forms that are generated are read back: each form of every fiftieth lemma has that lemma among its readings. */
#include "lexicon/opened.h"
#include "rasad/word.h"

typedef struct wanted {
    const char *id;
    bool found;
    size_t n;
    int cost; /* of the last */
    bool sorted;
} wanted;

static int take(void *context, const rs_analysis *a)
{
    wanted *w = context;
    w->sorted = !w->n || (w->sorted && a->cost >= w->cost);
    w->cost = a->cost;
    w->n++;
    w->found |= strcmp(a->id, w->id) == 0;
    return 0;
}

static rs_status look_up(const char *word, wanted *w)
{
    return rs_word_lookup(lexicon, rs_str_of(word), take, w, NULL, NULL);
}

static size_t n_form, n_missed;

/* A form before a pronoun (مدينت) is no word by itself: with one it is. */
static int read_back(void *context, const rs_analysis *a)
{
    wanted alone = {.id = a->id}, with_pronoun = alone;
    char word[160];
    (void)context;
    n_form++;
    assert_true(look_up(a->form, &alone) == RS_OK && alone.sorted);
    if (alone.found) return 0;
    (void)snprintf(word, sizeof word, "%sها", a->form);
    assert_int_equal(look_up(word, &with_pronoun), RS_OK);
    if (with_pronoun.found) return 0;
    if (n_missed++ < 20) print_message("'%s' (%s) is not read as %s %s\n", a->form, a->features, a->id, a->lemma);
    return 0;
}

enum { EVERY = 50 };

static void test_forms_are_read_back(void **state)
{
    (void)state;
    size_t n_lemma = 0;
    for (uint32_t l = 0; l < lexicon->n_lemma; l += EVERY, n_lemma++) {
        rs_str text = rs_str_of(rs_lexicon_text(lexicon, lexicon->lemma[l].text));
        rs_status status = rs_word_generate(lexicon, text, read_back, NULL, NULL, NULL);
        if (status) fail_msg("no forms of '%.*s'", (int)text.n, text.p);
    }
    print_message("%zu lemmas, %zu forms, %zu missed\n", n_lemma, n_form, n_missed);
    assert_true(n_form > 5000);
    assert_int_equal(n_missed, 0);
}

/* What holds no letters has no readings; what is too long or damaged is no crash. */
static void test_nothing(void **state)
{
    (void)state;
    static char longest[100000];
    memset(longest, 'x', sizeof longest);
    const rs_str none[] = {RS_LIT(""), RS_LIT("   "), RS_LIT("123"), RS_LIT("\xFF\xFE"), RS_LIT("ًٌ"), RS_LIT("؟!")};
    for (size_t i = 0; i < RS_COUNT(none); i++) {
        wanted w = {.id = "?"};
        assert_int_equal(rs_word_lookup(lexicon, none[i], take, &w, NULL, NULL), RS_NO);
        assert_int_equal(rs_word_generate(lexicon, none[i], take, &w, NULL, NULL), RS_NO);
        assert_int_equal(w.n, 0);
    }
    wanted w = {.id = "?"};
    assert_int_equal(rs_word_lookup(lexicon, (rs_str){longest, sizeof longest}, take, &w, NULL, NULL), RS_OK);
    assert_int_equal(rs_word_generate(lexicon, (rs_str){longest, sizeof longest}, take, &w, NULL, NULL), RS_NO);
}

/* Of several words each is read. */
static void test_several(void **state)
{
    (void)state;
    wanted city = {.id = "n.city"}, both = city;
    assert_int_equal(look_up("مدينة", &city), RS_OK);
    assert_int_equal(look_up("قصف 12 مدينة", &both), RS_OK);
    assert_true(city.found && both.found && both.n > city.n);
}

/* Every allocation fails once. */
static void test_no_memory(void **state)
{
    (void)state;
    for (int generate = 0; generate < 2; generate++) {
        size_t k = 1;
        for (bool reached = true; reached; k++) {
            t_counter counter;
            rs_alloc alloc = t_counting(&counter);
            rs_error error;
            wanted w = {.id = "n.city"};
            counter.fail_at = k;
            rs_status status = generate ? rs_word_generate(lexicon, RS_LIT("n.city"), take, &w, &alloc, &error)
                                        : rs_word_lookup(lexicon, RS_LIT("وبالمدينة"), take, &w, &alloc, &error);
            reached = counter.failed;
            assert_int_equal(status, reached ? RS_E_NOMEM : RS_OK);
            assert_int_equal(counter.n_live, 0);
            assert_false(counter.wrong_size);
        }
        assert_true(k > 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_are_read_back),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_several),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("word/lookup", tests, opened_set_up, opened_tear_down);
}
