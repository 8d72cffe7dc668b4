/* SPDX-License-Identifier: MIT */
/* What the head of a text says of itself: day of publication, dateline, paper; and where the body begins. */
#include "doc/doc.h"
#include "support.h"

static rs_lexicon *lexicon;
static rs_coder *coder;

static int set_up(void **state)
{
    (void)state;
    rs_error error;
    if (rs_lexicon_open(&lexicon, NULL, NULL, &error)) return -1;
    return rs_coder_new(&coder, lexicon, NULL, &error);
}

static int tear_down(void **state)
{
    (void)state;
    rs_coder_free(coder);
    rs_lexicon_close(lexicon);
    return 0;
}

static uint32_t day_of(rs_str printed)
{
    uint32_t day = 0;
    for (size_t i = 0; i < printed.n; i++)
        if (printed.p[i] != '-') day = day * 10 + (uint32_t)(printed.p[i] - '0');
    return day;
}

/* TEXT with its ⏎ as line ends. */
static rs_str with_lines(rs_str text, char *out)
{
    static const char mark[] = "\u23CE";
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        bool end = i + 3 <= text.n && memcmp(text.p + i, mark, 3) == 0;
        out[n++] = end ? '\n' : text.p[i];
        i += end ? 3 : 1;
    }
    return (rs_str){out, n};
}

static bool some_sentence_begins(rs_str word)
{
    for (size_t i = 0; i < coder->words.sentence.n; i++) {
        const rs_token *t = &coder->words.token.at[coder->words.sentence.at[i].first];
        if (rs_str_eq(rs_text_slice(&coder->text, t->begin, t->end), word)) return true;
    }
    return false;
}

static bool head_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    char text[T_MAX_NOTE];
    rs_error error;
    const rs_result *r;
    rs_document d = {.text = with_lines(row->field[0], text)};
    assert_int_equal(rs_coder_code(coder, &d, &r, &error), RS_OK);
    if (r->published != day_of(row->field[1])) t_say(note, "published %u; ", r->published);
    if (!rs_str_eq(r->dateline, row->field[2])) t_say(note, "dateline '%.*s'; ", (int)r->dateline.n, r->dateline.p);
    if (!rs_str_eq(r->publication, row->field[3]))
        t_say(note, "publication '%.*s'; ", (int)r->publication.n, r->publication.p);
    if (!some_sentence_begins(row->field[4])) t_say(note, "no sentence begins with the body; ");
    return note->n == 0;
}

static void test_heads(void **state)
{
    (void)state;
    t_table("doc/heads.tsv", 30, 5, 5, head_row, NULL);
}

/* What the caller says of a document stands before what its head says. */
static void test_given_day_wins(void **state)
{
    (void)state;
    rs_error error;
    const rs_result *r;
    rs_document d = {
        .text = RS_LIT("العرب [نُشرفي2016/12/16] طوكيو- صرح الرئيس"), .published = 20180101, .source = RS_LIT("paper")};
    assert_int_equal(rs_coder_code(coder, &d, &r, &error), RS_OK);
    assert_int_equal(r->published, 20180101);
    assert_ptr_equal(r->document, &d);
    d.text = RS_LIT("صرح الرئيس");
    assert_int_equal(rs_coder_code(coder, &d, &r, &error), RS_OK);
    assert_true(t_is(r->publication, "paper"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_heads), cmocka_unit_test(test_given_day_wins)};
    return cmocka_run_group_tests_name("doc/head", tests, set_up, tear_down);
}
