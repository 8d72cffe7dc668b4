/* SPDX-License-Identifier: MIT */
/* The readings chosen in context, with the lexicon of the program: segmentation written in the sentence, and for single
 * words part of speech, lemma and features. */
#include "word/wording.h"

/* The position after N letters (and their marks) from AT. */
static size_t skip_letters(size_t at, size_t end, size_t n)
{
    while (at < end && (n || rs_char_of(text.cp.at[at]).cls == RS_CLASS_MARK)) {
        if (rs_char_of(text.cp.at[at]).cls == RS_CLASS_LETTER) n--;
        at++;
    }
    return at;
}

static void put(t_note *out, size_t begin, size_t end)
{
    rs_str s = rs_text_slice(&text, begin, end);
    t_say(out, "%.*s", (int)s.n, s.p);
}

/* A word with its clitics: proclitics are letters of their own, the article what is left of them. */
static void put_word(t_note *out, const rs_token *t)
{
    const rs_reading *r = rs_token_reading(&words, t);
    size_t at = t->begin, n_particle = 0, stem_end;
    for (unsigned bit = RS_PRO_W; bit <= RS_PRO_S; bit <<= 1) n_particle += (r->pro & bit) != 0;
    size_t n_article = r->n_pro > n_particle ? r->n_pro - n_particle : 0;
    for (size_t k = 0; k < n_particle; k++) {
        size_t end = skip_letters(at, t->end, 1);
        put(out, at, end), t_say(out, "+|");
        at = end;
    }
    if (n_article) {
        size_t end = skip_letters(at, t->end, n_article);
        put(out, at, end), t_say(out, "+");
        at = end;
    }
    size_t n_letter = 0;
    for (size_t i = at; i < t->end; i++) n_letter += rs_char_of(text.cp.at[i]).cls == RS_CLASS_LETTER;
    stem_end = r->n_end ? skip_letters(at, t->end, n_letter - r->n_end) : t->end;
    put(out, at, stem_end);
    if (r->n_end) t_say(out, "|+"), put(out, stem_end, t->end);
}

static void segment(t_note *out)
{
    for (size_t i = 0; i < words.token.n; i++) {
        const rs_token *t = &words.token.at[i];
        if (i) t_say(out, "|");
        if (i && t->begin > words.token.at[i - 1].end) put(out, words.token.at[i - 1].end, t->begin), t_say(out, "|");
        if (t->kind == RS_TOKEN_WORD)
            put_word(out, t);
        else
            put(out, t->begin, t->end);
    }
}

/* The sentence without | and +. */
static rs_str plain(rs_str notation, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < notation.n; i++)
        if (notation.p[i] != '|' && notation.p[i] != '+') out[n++] = notation.p[i];
    return (rs_str){out, n};
}

static bool segment_row(void *context, const t_row *row, t_note *note)
{
    size_t *n_word = context;
    char sentence[T_MAX_NOTE];
    rs_str want = row->field[0];
    bool rejected = want.n && want.p[0] == '*';
    if (rejected) want.p++, want.n--;
    wording_read(plain(want, sentence));
    segment(note);
    *n_word += words.token.n;
    return rs_str_eq(want, (rs_str){note->text, note->n}) != rejected;
}

static void test_segments(void **state)
{
    (void)state;
    size_t n_word = 0;
    t_table("word/segments.txt", 30, 1, 1, segment_row, &n_word);
    assert_true(n_word > 200);
}

static const struct {
    const char *name;
    uint32_t mask, feat;
} features[] = {
    {"passive", RS_FEAT_PASSIVE, RS_FEAT_PASSIVE},
    {"perfect", RS_FEAT_TENSE(3), RS_FEAT_TENSE(RS_PERFECT)},
    {"imperfect", RS_FEAT_TENSE(3), RS_FEAT_TENSE(RS_IMPERFECT)},
    {"subjunctive", RS_FEAT_SUBJUNCTIVE, RS_FEAT_SUBJUNCTIVE},
    {"masdar", RS_FEAT_MASDAR, RS_FEAT_MASDAR},
    {"nominative", RS_FEAT_NOMINATIVE, RS_FEAT_NOMINATIVE},
    {"m", RS_FEAT_GENDER(3), RS_FEAT_GENDER(RS_MASC)},
    {"f", RS_FEAT_GENDER(3), RS_FEAT_GENDER(RS_FEM)},
    {"sg", RS_FEAT_NUMBER(3), RS_FEAT_NUMBER(RS_SG)},
    {"dual", RS_FEAT_NUMBER(3), RS_FEAT_NUMBER(RS_DUAL)},
    {"pl", RS_FEAT_NUMBER(3), RS_FEAT_NUMBER(RS_PL)},
    {"3", RS_FEAT_PERSON(3), RS_FEAT_PERSON(3)},
};

static bool check_features(uint32_t feat, rs_str wanted, t_note *note)
{
    for (rs_str rest = wanted; rest.n;) {
        rs_str word = rs_str_split(rest, ' ', &rest);
        bool not = word.p[0] == '-', known = false;
        if (not ) word.p++, word.n--;
        for (size_t i = 0; i < RS_COUNT(features); i++) {
            if (!t_is(word, features[i].name)) continue;
            known = true;
            if (((feat & features[i].mask) == features[i].feat) == not )
                t_say(note, "%s%s; ", not ? "" : "not ", features[i].name);
        }
        if (!known) t_say(note, "no feature '%.*s'; ", (int)word.n, word.p);
    }
    return note->n == 0;
}

static bool reading_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
#define NAME(name, text) text,
    static const char *const pos_names[] = {RS_POS_LIST(NAME)};
#undef NAME
    wording_read(row->field[0]);
    for (size_t i = 0; i < words.token.n; i++) {
        const rs_token *t = &words.token.at[i];
        if (t->kind != RS_TOKEN_WORD || !rs_str_eq(rs_text_slice(&text, t->begin, t->end), row->field[1])) continue;
        const rs_reading *r = rs_token_reading(&words, t);
        const char *lemma = r->lemma == RS_NONE ? "?" : rs_lexicon_text(lexicon, lexicon->lemma[r->lemma].text);
        uint8_t a[RS_MAX_LETTER], b[RS_MAX_LETTER];
        size_t n_a = rs_spell(rs_str_of(lemma), a, sizeof a), n_b = rs_spell(row->field[3], b, sizeof b);
        if (!t_is(row->field[2], pos_names[rs_pos_of(r->feat)]))
            t_say(note, "it is %s; ", pos_names[rs_pos_of(r->feat)]);
        if (n_a != n_b || memcmp(a, b, n_a)) t_say(note, "of %s; ", lemma);
        return check_features(r->feat, row->field[4], note);
    }
    return t_say(note, "the word is not there"), false;
}

static void test_readings(void **state)
{
    (void)state;
    t_table("word/readings.tsv", 30, 5, 5, reading_row, NULL);
}

/* A word is read alike whatever was read before it, and a full cache forgets nothing that counts. */
static void test_cache(void **state)
{
    (void)state;
    static const char sentence[] = "\u0648\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064A\u0633 \u0625\u0646 "
                                   "\u0627\u0644\u062C\u064A\u0634 \u0627\u0646\u0633\u062D\u0628";
    t_note before = {.n = 0}, after = {.n = 0};
    wording_read(RS_LIT(sentence));
    segment(&before);
    for (uint32_t round = 0; round < 160; round++) {
        static char other[16000];
        size_t n = 0;
        for (uint32_t k = 0; k < 1000; k++)
            n += (size_t)snprintf(other + n, sizeof other - n, "%c%c%c%c ", (int)('a' + round % 26),
                                  (int)('a' + round / 26), (int)('a' + k % 26), (int)('a' + k / 40));
        wording_read((rs_str){other, n});
    }
    wording_read(RS_LIT(sentence));
    segment(&after);
    assert_string_equal(before.text, after.text);
}

/* Words are kept by their first 48 code points: each length below that is a word of its own, and what differs in one
 * place only is another word. */
static void test_keys(void **state)
{
    (void)state;
    char line[64 * 60];
    size_t n = 0;
    for (size_t length = 1; length <= 52; length++) {
        memset(line + n, 'a', length);
        n += length;
        line[n++] = ' ';
    }
    wording_read((rs_str){line, n});
    assert_int_equal(words.token.n, 52);
    for (size_t i = 1; i < 52; i++) assert_int_equal(words.token.at[i].word == words.token.at[i - 1].word, i >= 48);
    uint32_t word[47];
    for (size_t at = 0; at < 47; at++) {
        memset(line, 'a', 47);
        line[at] = 'b';
        wording_read((rs_str){line, 47});
        word[at] = words.token.at[0].word;
        for (size_t k = 0; k < at; k++) assert_int_not_equal(word[k], word[at]);
    }
}

/* A word that can be one thing only is surer than one that stands between verb and noun, and no word is certain. */
static void test_confidence(void **state)
{
    (void)state;
    wording_read(RS_LIT("الجيش"));
    uint8_t settled = words.token.at[0].confidence;
    assert_in_range(settled, 90, 99);
    wording_read(RS_LIT("بحث الوزير"));
    assert_in_range(words.token.at[0].confidence, 50, settled - 1);
    uint8_t alone = words.token.at[0].confidence;
    wording_read(RS_LIT("لم يبحث الوزير في بحث المسألة"));
    assert_int_equal(words.token.n, 6);
    for (size_t i = 0; i < words.token.n; i++) assert_in_range(words.token.at[i].confidence, 50, 99);
    assert_true(words.token.at[4].confidence > alone);
    wording_read(RS_LIT("123 ،"));
    assert_int_equal(words.token.at[0].confidence + words.token.at[1].confidence, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_segments), cmocka_unit_test(test_readings),
                                       cmocka_unit_test(test_cache), cmocka_unit_test(test_keys),
                                       cmocka_unit_test(test_confidence)};
    return cmocka_run_group_tests_name("word/choose", tests, wording_set_up, wording_tear_down);
}
