/* SPDX-License-Identifier: MIT */
/* A document from text to records: the same whatever came before, titles apart, and every position that a record names.
 */
#include "doc/coding.h"
#include "text/text.h"

static rs_document article(size_t i)
{
    return (rs_document){.id = RS_LIT("x"), .text = {articles.text[i], articles.size[i]}, .published = 20180615};
}

static void check_same(const coding_dump *a, const coding_dump *b, const char *what)
{
    if (a->n != b->n || memcmp(a->at, b->at, a->n))
        fail_msg("%s:\n%.*s\n%.*s", what, (int)a->n, a->at, (int)b->n, b->at);
}

static void test_same_document_twice(void **state)
{
    (void)state;
    size_t n_record = 0;
    for (size_t i = 0; i < articles.n; i++) {
        rs_document d = article(i);
        coding_dump first = {0}, second = {0};
        coding_say_result(&first, coding_code(coder, &d));
        const rs_result *r = coding_code(coder, &d);
        n_record += r->n_record;
        coding_say_result(&second, r);
        check_same(&first, &second, "another result the second time");
        rs_vec_free(&rs_alloc_default, &first);
        rs_vec_free(&rs_alloc_default, &second);
    }
    assert_true(n_record > 30);
}

/* Each article alone, with a coder of its own, and after all others with one coder. */
static void test_alone_and_after_others(void **state)
{
    (void)state;
    for (size_t i = 0; i < articles.n; i++) {
        rs_document d = article(i), other = article((i + 5) % articles.n);
        rs_coder *own;
        rs_error error;
        coding_dump alone = {0}, after = {0};
        assert_int_equal(rs_coder_new(&own, lexicon, NULL, &error), RS_OK);
        coding_say_result(&alone, coding_code(own, &d));
        rs_coder_free(own);
        other.title = RS_LIT("عنوان: بشار الأسد يزور موسكو");
        (void)coding_code(coder, &other);
        coding_say_result(&after, coding_code(coder, &d));
        check_same(&alone, &after, "another result after another document");
        rs_vec_free(&rs_alloc_default, &alone);
        rs_vec_free(&rs_alloc_default, &after);
    }
}

static size_t n_explained;
static void count_line(void *context, rs_str line)
{
    (void)context;
    n_explained++;
    assert_null(line.n ? memchr(line.p, '\n', line.n) : NULL);
}

static void test_explained_alike(void **state)
{
    (void)state;
    rs_document d = article(0);
    coding_dump before = {0}, after = {0};
    rs_error error;
    coding_say_result(&before, coding_code(coder, &d));
    n_explained = 0;
    assert_int_equal(rs_coder_explain(coder, &d, count_line, NULL, &error), RS_OK);
    assert_true(n_explained > 100);
    size_t n = n_explained;
    coding_say_result(&after, coding_code(coder, &d)); /* no longer explained */
    assert_int_equal(n_explained, n);
    check_same(&before, &after, "another result after an explanation");
    rs_vec_free(&rs_alloc_default, &before);
    rs_vec_free(&rs_alloc_default, &after);
}

/* A text and its title as received, to look positions up in. */
typedef struct received {
    rs_text text, title;
    size_t n_wrong, n_checked, n_title, n_apart;
} received;

static void check_slice(received *in, bool title, uint32_t begin, uint32_t end, rs_str want, const char *what)
{
    rs_str got = rs_text_slice(title ? &in->title : &in->text, begin, end);
    in->n_checked++;
    in->n_title += title;
    if (begin <= end && rs_str_eq(got, want)) return;
    if (in->n_wrong++ < 10)
        print_error("%s [%u, %u): '%.*s' is '%.*s'\n", what, begin, end, (int)want.n, want.p, (int)got.n, got.p);
}

/* An entity that a record of the text takes from a title apart has its place there. */
static void check_entity(received *in, const rs_record *r, const rs_entity *e, const char *what)
{
    bool title = e->part == RS_PART_TITLE;
    in->n_apart += title && r->part == RS_PART_TEXT;
    if (r->part == RS_PART_TITLE) assert_true(title);
    check_slice(in, title, e->begin, e->end, e->text, what);
}

static void check_record(received *in, const rs_record *r)
{
    bool title = r->part == RS_PART_TITLE;
    static const char *const names[] = {"actor", "recipient", "said_by", "mediator"};
    const rs_party *const party[] = {&r->actor, &r->recipient, &r->said_by, &r->mediator};
    check_slice(in, title, r->begin, r->end, r->event_text, "event_text");
    check_slice(in, title, r->sentence_begin, r->sentence_end, r->text, "sentence");
    assert_true(r->sentence_begin <= r->begin && r->end <= r->sentence_end);
    for (size_t k = 0; k < RS_COUNT(party); k++)
        for (size_t i = 0; i < party[k]->n; i++) check_entity(in, r, &party[k]->at[i], names[k]);
    if (r->place.text.n && r->place.from != RS_FROM_DATELINE)
        check_slice(in, title, r->place.begin, r->place.end, r->place.text, "place");
    if (r->place.text.n && r->place.from == RS_FROM_DATELINE)
        check_slice(in, false, r->place.begin, r->place.end, r->place.text, "dateline");
    if (r->date_text.n) assert_non_null(memmem(r->text.p, r->text.n, r->date_text.p, r->date_text.n));
}

static void check_document(received *in, const rs_document *d)
{
    rs_error error;
    assert_int_equal(rs_text_set(&in->text, &rs_alloc_default, d->text, &error), RS_OK);
    assert_int_equal(rs_text_set(&in->title, &rs_alloc_default, d->title, &error), RS_OK);
    const rs_result *r = coding_code(coder, d);
    for (size_t i = 0; i < r->n_record; i++) check_record(in, &r->record[i]);
}

static void end_of_check(received *in, size_t least)
{
    rs_text_free(&in->text, &rs_alloc_default);
    rs_text_free(&in->title, &rs_alloc_default);
    print_message("%zu positions, %zu in titles\n", in->n_checked, in->n_title);
    assert_true(in->n_checked >= least);
    if (in->n_wrong) fail_msg("%zu of %zu positions are wrong", in->n_wrong, in->n_checked);
}

static void test_positions(void **state)
{
    (void)state;
    received in = {0};
    for (size_t i = 0; i < articles.n; i++) {
        rs_document d = article(i);
        check_document(&in, &d);
    }
    end_of_check(&in, 200);
}

/* The examples of the frames, each as the title of the next one. */
static void test_positions_with_titles(void **state)
{
    (void)state;
    received in = {0};
    const char *title = "";
    for (size_t i = 0; i < rs_lexicon_count(lexicon, "examples"); i++) {
        rs_example e = rs_lexicon_example(lexicon, i);
        rs_document d = {.text = rs_str_of(e.text), .title = rs_str_of(title), .published = 20180615};
        check_document(&in, &d);
        title = e.text;
    }
    end_of_check(&in, 5000);
    assert_true(in.n_title > 1000);
    assert_true(in.n_apart > 10); /* whom the text means and the title names */
}

/* The same with invalid bytes, which count as one code point each. */
static void test_positions_in_broken_text(void **state)
{
    (void)state;
    received in = {0};
    for (size_t i = 0; i < articles.n; i++) {
        char *broken = malloc(articles.size[i] * 2);
        size_t n = 0;
        assert_non_null(broken);
        for (size_t k = 0; k < articles.size[i]; k++) {
            if (articles.text[i][k] == ' ' && k % 3 == 0) broken[n++] = (char)0xFF, broken[n++] = (char)0xD8;
            broken[n++] = articles.text[i][k];
        }
        rs_document d = {.text = {broken, n}, .published = 20180615};
        check_document(&in, &d);
        assert_true(coding_code(coder, &d)->n_bad > 0);
        free(broken);
    }
    end_of_check(&in, 50);
}

/* A title that the text begins with is not coded twice; one apart gives records of its own. */
static void test_title(void **state)
{
    (void)state;
    static const char title[] = "قصف الجيش مدينة حلب", body[] = "اتهمت روسيا تركيا بخرق الهدنة.",
                      both[] = "قصف الجيش مدينة حلب\nاتهمت روسيا تركيا بخرق الهدنة.";
    rs_document apart = {.title = RS_LIT(title), .text = RS_LIT(body)},
                inside = {.title = RS_LIT(title), .text = RS_LIT(both)};
    coding_dump a = {0}, b = {0};
    const rs_result *r = coding_code(coder, &apart);
    assert_int_equal(r->n_record, 2);
    assert_int_equal(r->record[0].part, RS_PART_TITLE);
    assert_int_equal(r->record[0].begin, 0);
    assert_int_equal(r->record[1].part, RS_PART_TEXT);
    assert_int_equal(r->record[1].begin, 0);
    coding_say(&a, "%s %s", rs_event_name(r->record[0].event), rs_event_name(r->record[1].event));
    r = coding_code(coder, &inside);
    assert_int_equal(r->n_record, 2);
    assert_int_equal(r->record[1].begin, 20);
    coding_say(&b, "%s %s", rs_event_name(r->record[0].event), rs_event_name(r->record[1].event));
    check_same(&a, &b, "a title inside is coded as one apart");
    rs_vec_free(&rs_alloc_default, &a);
    rs_vec_free(&rs_alloc_default, &b);
    rs_document only = {.title = RS_LIT(title)};
    assert_int_equal(coding_code(coder, &only)->n_record, 1);
}

/* Record ids differ within a document, and between documents of other ids. */
static void test_ids(void **state)
{
    (void)state;
    size_t n_same = 0;
    for (size_t i = 0; i < articles.n; i++) {
        rs_document d = article(i);
        char first[17] = "";
        const rs_result *r = coding_code(coder, &d);
        for (size_t a = 0; a < r->n_record; a++)
            for (size_t b = 0; b < a; b++) assert_string_not_equal(r->record[a].id, r->record[b].id);
        if (r->n_record == 0) continue;
        memcpy(first, r->record[0].id, sizeof first);
        assert_int_equal(strlen(first), 16);
        d.id = RS_LIT("another");
        r = coding_code(coder, &d);
        n_same += strcmp(r->record[0].id, first) == 0;
    }
    assert_int_equal(n_same, 0); /* two documents of one text have records of their own */
}

static void test_nothing_to_code(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        " ",
                                        "\n\n\n",
                                        ".",
                                        "...",
                                        "\u060C\u061B\u061F!\u2026\u00AB\u00BB()[]-\u2014/\"'",
                                        "\u0640\u064F\u200F",
                                        "123 456",
                                        "\u200F"};
    for (size_t i = 0; i < RS_COUNT(texts); i++)
        for (size_t k = 0; k < RS_COUNT(texts); k++) {
            rs_document d = {.text = rs_str_of(texts[i]), .title = rs_str_of(texts[k])};
            assert_int_equal(coding_code(coder, &d)->n_record, 0);
        }
    rs_document none = {.published = 0};
    const rs_result *r = coding_code(coder, &none);
    assert_int_equal(r->n_record + r->n_sentence + r->n_word + r->n_bad, 0);
    assert_int_equal(r->dateline.n, 0);
    rs_document nul = {.text = {"\0\0\0", 3}};
    assert_int_equal(coding_code(coder, &nul)->n_record, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_document_twice),
        cmocka_unit_test(test_alone_and_after_others),
        cmocka_unit_test(test_explained_alike),
        cmocka_unit_test(test_positions),
        cmocka_unit_test(test_positions_with_titles),
        cmocka_unit_test(test_positions_in_broken_text),
        cmocka_unit_test(test_title),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_nothing_to_code),
    };
    return cmocka_run_group_tests_name("doc/coder", tests, coding_set_up_articles, coding_tear_down_articles);
}
