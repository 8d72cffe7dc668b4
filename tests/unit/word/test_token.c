/* SPDX-License-Identifier: MIT */
/* Tokens and sentences: written in the text, and properties of any text: every code point that is no white space is in
 * exactly one token, sentences hold all tokens in order. */
#include "word/wording.h"

static bool is_space(size_t at)
{
    uint8_t cls = rs_char_of(text.cp.at[at]).cls;
    return cls == RS_CLASS_SPACE || cls == RS_CLASS_NEWLINE;
}

/* What holds for every text. */
static void check_whole(void)
{
    size_t at = 0, sentence = 0, in_sentence = 0;
    for (size_t i = 0; i < words.token.n; i++) {
        const rs_token *t = &words.token.at[i];
        for (; at < t->begin; at++) assert_true(is_space(at));
        assert_true(t->begin < t->end && t->end <= text.cp.n);
        assert_int_equal(t->space, t->begin == 0 || is_space(t->begin - 1));
        at = t->end;
        assert_true(sentence < words.sentence.n);
        const rs_sentence *s = &words.sentence.at[sentence];
        assert_int_equal(s->first + in_sentence, i);
        if (in_sentence == 0) assert_int_equal(s->begin, t->begin);
        if (++in_sentence == s->n) {
            assert_int_equal(s->end, t->end);
            sentence++, in_sentence = 0;
        }
    }
    for (; at < text.cp.n; at++) assert_true(is_space(at));
    assert_int_equal(sentence, words.sentence.n);
    assert_int_equal(in_sentence, 0);
}

static void read_text(rs_str utf8)
{
    rs_error error;
    assert_int_equal(rs_text_set(&text, &rs_alloc_default, utf8, &error), RS_OK);
    assert_int_equal(rs_words_read(&words, &text, 0, text.cp.n, &error), RS_OK);
    check_whole();
}

/* Replace each FROM in S by TO; the length. */
static size_t replace(const char *from, const char *to, rs_str s, char *out)
{
    size_t n = 0, n_from = strlen(from), n_to = strlen(to);
    for (size_t i = 0; i < s.n;) {
        if (i + n_from <= s.n && memcmp(s.p + i, from, n_from) == 0) {
            memcpy(out + n, to, n_to);
            n += n_to, i += n_from;
        } else {
            out[n++] = s.p[i++];
        }
    }
    return n;
}

/* The marks around a ‖ are dropped from both, and sentences are joined by it. */
static bool sentence_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    char a[T_MAX_NOTE], b[T_MAX_NOTE];
    size_t n = replace("\u2016 ", "", row->field[0], a);
    n = replace("\u23CE", "\n", (rs_str){a, n}, b);
    read_text((rs_str){b, n});
    for (size_t i = 0; i < words.sentence.n; i++) {
        const rs_sentence *s = &words.sentence.at[i];
        rs_str own = rs_text_slice(&text, s->begin, s->end);
        t_say(note, "%s%.*s", i ? " \u2016 " : "", (int)own.n, own.p);
    }
    n = replace(" \u23CE", "", row->field[0], a);
    return rs_str_eq((rs_str){a, n}, (rs_str){note->text, note->n});
}

static void test_sentences(void **state)
{
    (void)state;
    t_table("word/sentences.txt", 15, 1, 1, sentence_row, NULL);
}

static bool token_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    char plain[T_MAX_NOTE];
    read_text((rs_str){plain, replace("|", "", row->field[0], plain)});
    for (size_t i = 0; i < words.token.n; i++) {
        const rs_token *t = &words.token.at[i];
        rs_str own = rs_text_slice(&text, t->begin, t->end);
        t_say(note, "%s%.*s", i == 0 ? "" : t->space ? " " : "|", (int)own.n, own.p);
    }
    return rs_str_eq(row->field[0], (rs_str){note->text, note->n});
}

static void test_tokens(void **state)
{
    (void)state;
    t_table("word/tokens.txt", 15, 1, 1, token_row, NULL);
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *printed;
        uint32_t value;
    } rows[] = {{"0", 0},
                {"15", 15},
                {"2016", 2016},
                {"\u0661\u0665", 15},
                {"\u06F1\u06F5", 15},
                {"1.200", 1200},
                {"1,200,000", 1200000},
                {"1.5", 1},
                {"12,50", 12},
                {"4294967294", 0xFFFFFFFEu},
                {"99999999999999999999999", 0xFFFFFFFEu},
                {"007", 7}};
    for (size_t i = 0; i < RS_COUNT(rows); i++) {
        read_text(rs_str_of(rows[i].printed));
        assert_int_equal(words.token.n, 1);
        assert_int_equal(words.token.at[0].kind, RS_TOKEN_NUMBER);
        if (words.token.at[0].word != rows[i].value)
            fail_msg("%s is %u, not %u", rows[i].printed, words.token.at[0].word, rows[i].value);
    }
}

static void test_random_texts(void **state)
{
    (void)state;
    static const char *const parts[] = {"\u0642\u0627\u0644",
                                        "a",
                                        "\u060C",
                                        ".",
                                        "..",
                                        " ",
                                        "\n",
                                        "1",
                                        ",",
                                        "\"",
                                        ")",
                                        "(",
                                        "\u061F",
                                        "\u064F",
                                        "\u0640",
                                        "\uFDF2",
                                        "\u200F",
                                        "-",
                                        "/",
                                        "\u00AB",
                                        "\u00BB",
                                        "\U0001F600",
                                        "\x80",
                                        "\0",
                                        "\u2026",
                                        "\r\n"};
    uint64_t seed = 5;
    for (int round = 0; round < 3000; round++) {
        char bytes[400];
        size_t n = 0, n_part = t_random(&seed) % 60;
        for (size_t i = 0; i < n_part; i++) {
            const char *part = parts[t_random(&seed) % RS_COUNT(parts)];
            size_t length = *part ? strlen(part) : 1;
            memcpy(bytes + n, part, length);
            n += length;
        }
        read_text((rs_str){bytes, n});
    }
}

/* A part of a text gives the tokens of that part, with positions of the whole. */
static void test_part_of_a_text(void **state)
{
    (void)state;
    rs_error error;
    assert_int_equal(rs_text_set(&text, &rs_alloc_default, RS_LIT("one two. three\nfour"), &error), RS_OK);
    assert_int_equal(rs_words_read(&words, &text, 4, 14, &error), RS_OK);
    assert_int_equal(words.token.n, 3);
    assert_int_equal(words.token.at[0].begin, 4);
    assert_int_equal(words.token.at[2].end, 14);
    assert_int_equal(words.sentence.n, 2);
    assert_int_equal(rs_words_read(&words, &text, 3, 3, &error), RS_OK);
    assert_int_equal(words.token.n + words.sentence.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),    cmocka_unit_test(test_tokens),         cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_random_texts), cmocka_unit_test(test_part_of_a_text),
    };
    return cmocka_run_group_tests_name("word/token", tests, wording_set_up, wording_tear_down);
}
