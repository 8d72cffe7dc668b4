/* SPDX-License-Identifier: MIT */
/* What code points are, and the way from words to letters and back. Unicode's own tables (utf8proc) are the oracle for
 * presentation forms; the rest is said here line by line. */
#include "support.h"
#include "text/text.h"

#include <utf8proc.h>

static void check_class(rs_class want, const char *chars)
{
    rs_str s = rs_str_of(chars);
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = rs_utf8_next(s.p, s.n, &at);
        if (rs_char_of((uint16_t)cp).cls != want)
            fail_msg("U+%04X has class %d, not %d", cp, rs_char_of((uint16_t)cp).cls, want);
    }
}

static void test_classes(void **state)
{
    (void)state;
    check_class(RS_CLASS_SPACE, " \t\u00A0\u2002\u2003\u2009\u202F\u3000");
    check_class(RS_CLASS_NEWLINE, "\n\r\xC2\x85\u2028\u2029");
    check_class(RS_CLASS_COMMA, ",\u060C\u3001\uFF0C");
    check_class(RS_CLASS_STOP, ".!?\u061F\u2026\u06D4");
    check_class(RS_CLASS_COLON, ":\uFF1A");
    check_class(RS_CLASS_SEMICOLON, ";\u061B");
    check_class(RS_CLASS_QUOTE, "\"'\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB\u2039\u203A");
    check_class(RS_CLASS_OPEN, "([{");
    check_class(RS_CLASS_CLOSE, ")]}");
    check_class(RS_CLASS_DASH, "-\u2010\u2011\u2013\u2014\u2015");
    check_class(RS_CLASS_SLASH, "/\\|");
    check_class(RS_CLASS_OTHER, "%*+=#@&$<>_^~\u2022\u00B0\u20AC\u066A\u066D");
    /* vowels, tanwin, shadda, sukun, dagger alif, tatweel, and what scraped pages have between letters */
    check_class(RS_CLASS_MARK, "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0670\u0640\u0653\u0654\u0655");
    check_class(RS_CLASS_MARK,
                "\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\u00AD\u061C");
    check_class(RS_CLASS_LETTER, "azAZ\u00E9\u0153\u0416\u05D0\u4E2D\u0621\u0622\u0627\u0629\u0649\u064A\u0671\u067E"
                                 "\u0686\u06A4\u06AF\u06A9\u06CC\u06BE\u06D5\uFEFB\uFDF2\uFE8D");
    check_class(RS_CLASS_DIGIT, "0123456789\u0660\u0661\u0669\u06F0\u06F9");
}

static void test_digits(void **state)
{
    (void)state;
    static const uint16_t zeros[] = {'0', 0x0660, 0x06F0, 0xFF10};
    for (size_t z = 0; z < RS_COUNT(zeros); z++)
        for (uint16_t d = 0; d < 10; d++) assert_int_equal(rs_char_of((uint16_t)(zeros[z] + d)).letter, d);
}

static void test_marks(void **state)
{
    (void)state;
    static const uint8_t marks[] = {RS_MARK_FATHATAN, RS_MARK_DAMMATAN, RS_MARK_KASRATAN, RS_MARK_FATHA,
                                    RS_MARK_DAMMA,    RS_MARK_KASRA,    RS_MARK_SHADDA,   RS_MARK_SUKUN};
    for (uint16_t i = 0; i < RS_COUNT(marks); i++)
        assert_int_equal(rs_char_of((uint16_t)(0x064B + i)).letter, marks[i]);
    assert_int_equal(rs_char_of(0x0640).letter, RS_MARK_NONE);
    assert_int_equal(rs_char_of(0x0670).letter, RS_MARK_NONE);
}

static void check_spelling(const char *word, const char *want)
{
    uint8_t letter[40];
    char out[2 * sizeof letter + 1];
    size_t n = rs_unspell(letter, rs_spell(rs_str_of(word), letter, sizeof letter), out);
    out[n] = '\0';
    if (strcmp(out, want)) fail_msg("'%s' is spelt '%s', not '%s'", word, out, want);
}

static void check_fold(const char *word, const char *want)
{
    uint8_t a[40], b[40];
    size_t n = rs_spell(rs_str_of(word), a, sizeof a), m = rs_spell(rs_str_of(want), b, sizeof b);
    rs_fold(a, n, a);
    if (n != m || memcmp(a, b, n)) fail_msg("'%s' does not fold to '%s'", word, want);
}

static bool spell_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    uint8_t letter[60];
    char out[2 * sizeof letter];
    size_t n = rs_spell(row->field[0], letter, sizeof letter);
    rs_str spelt = {out, rs_unspell(letter, n, out)};
    if (!rs_str_eq(spelt, row->field[1])) return t_say(note, "spelt %.*s", (int)spelt.n, spelt.p), false;
    rs_fold(letter, n, letter);
    spelt.n = rs_unspell(letter, n, out);
    if (!rs_str_eq(spelt, row->field[2])) return t_say(note, "folded %.*s", (int)spelt.n, spelt.p), false;
    return true;
}

static void test_words(void **state)
{
    (void)state;
    t_table("text/spell.tsv", 25, 3, 3, spell_row, NULL);
}

static void test_invisible_characters(void **state)
{
    (void)state;
    check_spelling("\u0642\u0640\u0640\u0627\u0644", "\u0642\u0627\u0644");             /* tatweel */
    check_spelling("\u0642\u064E\u0651\u0627\u0644\u064B", "\u0642\u0627\u0644");       /* marks */
    check_spelling("\u200F\u0642\u200D\u0627\u200C\u0644\u200E", "\u0642\u0627\u0644"); /* joiners, direction marks */
    check_spelling("\uFEFF\u0642\u0627\u0644", "\u0642\u0627\u0644");
    check_fold("\u0644\u0670\u0643\u0646", "\u0644\u0643\u0646");
    check_spelling("12 :;", "");
    check_spelling("\xFF\u0642\x80", "\u0642"); /* invalid bytes are no letters */
}

static void test_ligatures(void **state)
{
    (void)state;
    check_spelling("\uFEFB", "\u0644\u0627");
    check_spelling("\uFEFC", "\u0644\u0627");
    check_spelling("\uFEF5", "\u0644\u0622");
    check_spelling("\uFEF7", "\u0644\u0623");
    check_spelling("\uFEF9", "\u0644\u0625");
    check_spelling("\uFDF2", "\u0627\u0644\u0644\u0647");
    check_spelling("\uFDF4", "\u0645\u062D\u0645\u062F");
    check_spelling("\uFE91\uFEFC\uFEA9", "\u0628\u0644\u0627\u062F");
    check_fold("\u0639\u0628\u062F \uFDF2", "\u0639\u0628\u062F\u0627\u0644\u0644\u0647");
}

/* Every presentation form spells what Unicode says it is compatible with, if that is a word of up to four letters. */
static void test_presentation_forms(void **state)
{
    (void)state;
    size_t n_checked = 0;
    for (uint32_t cp = 0xFB50; cp <= 0xFEFC; cp++) {
        if (rs_char_of((uint16_t)cp).cls != RS_CLASS_LETTER) continue;
        char one[5] = "";
        rs_utf8_put(cp, one);
        utf8proc_uint8_t *compatible = utf8proc_NFKC((const utf8proc_uint8_t *)one);
        assert_non_null(compatible);
        uint8_t want[60], got[60];
        size_t n_want = rs_spell(rs_str_of((const char *)compatible), want, sizeof want),
               n_got = rs_spell(rs_str_of(one), got, sizeof got);
        free(compatible);
        bool other = false;
        for (size_t i = 0; i < n_want; i++) other |= want[i] == RS_LETTER_OTHER;
        if (other || n_want == 0 || n_want > 4) continue;
        if (n_want != n_got || memcmp(want, got, n_want))
            fail_msg("U+%04X is not spelt as what it is compatible with", cp);
        n_checked++;
    }
    assert_true(n_checked > 500);
}

static void test_fold_is_done_once(void **state)
{
    (void)state;
    for (unsigned l = 0; l < 128; l++) assert_int_equal(rs_letter_fold[rs_letter_fold[l]], rs_letter_fold[l]);
    for (unsigned l = 1; l < RS_LETTER_ARABIC_END; l++) {
        assert_true(rs_letter_fold[l] != 0);
        assert_int_equal(rs_char_of(rs_letter_code[l]).letter, l);
        assert_int_equal(rs_char_of(rs_letter_code[l]).cls, RS_CLASS_LETTER);
    }
    for (unsigned c = 'a'; c <= 'z'; c++) {
        assert_int_equal(rs_char_of((uint16_t)c).letter, c);
        assert_int_equal(rs_char_of((uint16_t)(c - 32)).letter, c);
    }
}

static void test_spell_keeps_to_its_room(void **state)
{
    (void)state;
    uint8_t letter[8];
    for (size_t cap = 0; cap < 6; cap++) {
        memset(letter, 0xAB, sizeof letter);
        size_t n = rs_spell(rs_str_of("\uFDF2\uFEFB\u0642"), letter, cap);
        assert_int_equal(n, cap);
        for (size_t i = cap; i < sizeof letter; i++) assert_int_equal(letter[i], 0xAB);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_invisible_characters),
        cmocka_unit_test(test_ligatures),
        cmocka_unit_test(test_presentation_forms),
        cmocka_unit_test(test_fold_is_done_once),
        cmocka_unit_test(test_spell_keeps_to_its_room),
    };
    return cmocka_run_group_tests_name("text/letter", tests, NULL, NULL);
}
