/* SPDX-License-Identifier: MIT */
/* The round trip over the whole lexicon: each form that is generated from a row of data/lexicon is found in the
 * compiled lexicon under that row's id with those features; and each form of the compiled lexicon, printed, also with
 * clitics, has a reading with that lemma, those features and those clitics. */
#include "lexicon/opened.h"
#include "morph/morph.h"
#include "word/word.h"

enum { MOOD = RS_FEAT_INDICATIVE | RS_FEAT_SUBJUNCTIVE };

/* The forms of a row are looked for under its id. */
typedef struct row_check {
    rs_str id;
    size_t n_form;
    t_note *note;
} row_check;

static bool is_same(const rs_image_analysis *a, const row_check *c, const uint8_t *letter, size_t n, uint32_t feat)
{
    const uint8_t *strict = lexicon->letter + a->strict_at;
    return ((a->feat ^ feat) & ~(uint32_t)MOOD) == 0 && (feat & MOOD & ~a->feat) == 0 && strict[0] == n &&
           memcmp(strict + 1, letter, n) == 0 &&
           rs_str_eq(c->id, rs_str_of(rs_lexicon_text(lexicon, lexicon->lemma[a->lemma].id)));
}

static void look_up(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    row_check *c = context;
    uint8_t folded[RS_FORM_MAX];
    char text[2 * RS_FORM_MAX];
    rs_fold(letter, n, folded);
    uint32_t form = rs_lexicon_form(lexicon, folded, n);
    c->n_form++;
    for (size_t i = 0; form != RS_NONE && i < lexicon->form[form].n_analysis; i++)
        if (is_same(&lexicon->analysis[lexicon->form[form].analysis_at + i], c, letter, n, feat)) return;
    t_say(c->note, "%.*s (%08x) is lost; ", (int)rs_unspell(letter, n, text), text, (unsigned)feat);
}

static void look_up_all(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    look_up(context, letter, n, feat);
    rs_morph_variants(letter, n, feat, look_up, context);
}

static bool read_verb(const t_row *row, rs_verb *verb)
{
    static const char *const names[] = {"", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "q1", "q2", "q3", "q4"};
    uint8_t letter[8];
    size_t n = rs_spell(row->field[5], letter, sizeof letter);
    *verb = (rs_verb){.n_root = (uint8_t)n};
    if (n < 3 || n > 4) return false;
    memcpy(verb->root, letter, n);
    for (uint8_t i = 1; i < RS_COUNT(names); i++)
        if (t_is(row->field[1], names[i])) verb->form = i;
    rs_str vowels = row->field[2];
    if (vowels.n == 3) verb->perfect_vowel = vowels.p[0], verb->imperfect_vowel = vowels.p[2];
    /* استجواب, اعتوار: و before the alif of the verbal noun */
    const char *waw_alef = "\xD9\x88\xD8\xA7";
    rs_str first = row->field[4];
    verb->sound = (verb->form == 4 || verb->form == 8 || verb->form == 10) && first.n > 6 &&
                  memcmp(first.p + first.n - 6, waw_alef, 4) == 0;
    return true;
}

static const uint32_t one = RS_FEAT_NUMBER(RS_SG) | RS_FEAT_CITATION;

static void check_masdar(const uint8_t *letter, size_t n, bool derived, row_check *c)
{
    if (!n) return;
    bool feminine = letter[n - 1] == RS_TEH_MARBUTA, defective = derived && letter[n - 1] == RS_YEH;
    uint32_t feat = RS_FEAT_POS(RS_POS_NOUN) | RS_FEAT_GENDER(feminine ? RS_FEM : RS_MASC) | one | RS_FEAT_MASDAR;
    unsigned what = RS_NOUN_DUAL | (n > 3 ? (unsigned)RS_NOUN_FEM_PL : 0u);
    rs_morph_noun(letter, n, feat, what | (defective ? (unsigned)RS_NOUN_DEFECTIVE : 0u), look_up_all, c);
}

/* The verbal nouns that the row names, else the regular one. */
static void check_masdars(const rs_verb *verb, rs_str listed, row_check *c)
{
    uint8_t letter[RS_FORM_MAX];
    if (!listed.n) check_masdar(letter, rs_morph_masdar(verb, letter), verb->form > 4, c);
    for (rs_str rest = listed; rest.n;) {
        rs_str masdar = rs_str_split(rest, ';', &rest);
        check_masdar(letter, rs_spell(masdar, letter, sizeof letter), verb->form > 4, c);
    }
}

static bool verb_row(void *context, const t_row *row, t_note *note)
{
    size_t *n_form = context;
    rs_verb verb;
    if (row->line == 1) return true;
    row_check c = {.id = row->field[0], .note = note};
    if (!read_verb(row, &verb) || !rs_morph_verb(&verb, look_up_all, &c)) return t_say(note, "no verb"), false;
    for (int passive = 0; passive < 2; passive++) {
        uint8_t letter[RS_FORM_MAX];
        size_t n = rs_morph_participle(&verb, passive, letter);
        uint32_t feat = RS_FEAT_POS(RS_POS_ADJ) | RS_FEAT_GENDER(RS_MASC) | one |
                        (passive ? RS_FEAT_PASSIVE_PARTICIPLE : RS_FEAT_ACTIVE_PARTICIPLE);
        unsigned what = RS_NOUN_DUAL | RS_NOUN_MASC_PL | RS_NOUN_FEMININE;
        bool drops = !passive && !(verb.form == 1 && verb.root[2] == RS_HAMZA); /* no جاءٍ */
        if (n) rs_morph_noun(letter, n, feat, what | (drops ? (unsigned)RS_NOUN_DEFECTIVE : 0u), look_up_all, &c);
    }
    check_masdars(&verb, row->field[4], &c);
    *n_form += c.n_form;
    return !note->n;
}

/* The singular with its dual and the plurals in ون and ات; broken plurals. */
static bool noun_row_of(size_t *n_form, const t_row *row, t_note *note, size_t plural, uint32_t feat, unsigned what)
{
    row_check c = {.id = row->field[0], .note = note};
    uint8_t letter[RS_FORM_MAX];
    for (rs_str rest = row->field[plural]; rest.n;) {
        rs_str text = rs_str_split(rest, ';', &rest);
        uint32_t other = (feat & ~(one | RS_FEAT_NUMBER(3))) | RS_FEAT_NUMBER(RS_PL);
        size_t n = rs_spell(text, letter, sizeof letter);
        bool wn = n == 2 && letter[0] == RS_WAW && letter[1] == RS_NOON;
        bool at = n == 2 && letter[0] == RS_ALEF && letter[1] == RS_TEH;
        if (wn || at)
            what |= wn ? RS_NOUN_MASC_PL : RS_NOUN_FEM_PL;
        else if (text.n > 2 && text.p[1] != ':')
            rs_morph_noun(letter, n, other, RS_NOUN_DEFECTIVE, look_up_all, &c);
    }
    size_t n = rs_spell(row->field[plural + 1], letter, sizeof letter);
    rs_morph_noun(letter, n, feat, what, look_up_all, &c);
    *n_form += c.n_form;
    return !note->n;
}

static bool noun_row(void *context, const t_row *row, t_note *note)
{
    if (row->line == 1) return true;
    size_t gender = row->n == 7 ? 3 : 1; /* agents.tsv has two columns more before it */
    uint32_t feat = RS_FEAT_POS(RS_POS_NOUN) | RS_FEAT_GENDER(t_is(row->field[gender], "f") ? RS_FEM : RS_MASC) | one;
    return noun_row_of(context, row, note, row->n - 2, feat, RS_NOUN_DUAL);
}

static bool adjective_row(void *context, const t_row *row, t_note *note)
{
    if (row->line == 1) return true;
    bool elative = t_is(row->field[2], "elative"), nisba = t_is(row->field[2], "nisba");
    uint32_t feat = RS_FEAT_POS(RS_POS_ADJ) | RS_FEAT_GENDER(RS_MASC) | one | (elative ? RS_FEAT_ELATIVE : 0) |
                    (nisba ? RS_FEAT_NISBA : 0);
    unsigned what = RS_NOUN_DUAL;
    if (!elative && memcmp(row->field[4].n > 1 ? row->field[4].p : "-", "f:", 2) != 0) what |= RS_NOUN_FEMININE;
    if (nisba) what |= RS_NOUN_MASC_PL;
    uint8_t letter[RS_FORM_MAX];
    size_t n = rs_spell(row->field[5], letter, sizeof letter);
    bool active = (n == 4 && letter[1] == RS_ALEF) || (n >= 4 && letter[0] == RS_MEEM); /* عالٍ, متعالٍ */
    if (!nisba && active && letter[n - 1] == RS_YEH) what |= RS_NOUN_DEFECTIVE;
    return noun_row_of(context, row, note, 4, feat, what);
}

static void test_every_row(void **state)
{
    (void)state;
    size_t n_verb = 0, n_noun = 0, n_adjective = 0;
    t_table("../../data/lexicon/verbs.tsv", 4000, 6, 6, verb_row, &n_verb);
    t_table("../../data/lexicon/nouns.tsv", 4000, 6, 6, noun_row, &n_noun);
    t_table("../../data/names/agents.tsv", 500, 7, 7, noun_row, &n_noun);
    t_table("../../data/lexicon/adjectives.tsv", 2500, 6, 6, adjective_row, &n_adjective);
    print_message("forms found: %zu of verbs, %zu of nouns, %zu of adjectives\n", n_verb, n_noun, n_adjective);
}

/* What is put around a form, and how it must be read. */
typedef struct clitics {
    uint8_t before[4], n_before;
    uint8_t after[2], n_after;
    uint8_t pro;
    uint32_t pronoun;
} clitics;

#define PRONOUN(g, n) (RS_FEAT_PERSON(3) | RS_FEAT_GENDER(g) | RS_FEAT_NUMBER(n))

static const clitics all_clitics[] = {
    {.n_before = 0},
    {{RS_WAW}, 1, {0}, 0, RS_PRO_W, 0},
    {{RS_ALEF, RS_LAM}, 2, {0}, 0, RS_PRO_AL, 0},
    {{RS_LAM, RS_LAM}, 2, {0}, 0, RS_PRO_L | RS_PRO_AL, 0},
    {{RS_WAW, RS_ALEF, RS_LAM}, 3, {0}, 0, RS_PRO_W | RS_PRO_AL, 0},
    {{RS_BEH, RS_ALEF, RS_LAM}, 3, {0}, 0, RS_PRO_B | RS_PRO_AL, 0},
    {{RS_WAW, RS_LAM, RS_LAM}, 3, {0}, 0, RS_PRO_W | RS_PRO_L | RS_PRO_AL, 0},
    {{RS_BEH}, 1, {0}, 0, RS_PRO_B, 0},
    {{RS_LAM}, 1, {0}, 0, RS_PRO_L, 0},
    {{RS_SEEN}, 1, {0}, 0, RS_PRO_S, 0},
    {{RS_WAW, RS_SEEN}, 2, {0}, 0, RS_PRO_W | RS_PRO_S, 0},
    {{RS_BEH}, 1, {RS_HEH, RS_MEEM}, 2, RS_PRO_B, PRONOUN(RS_MASC, RS_PL)},
    {{0}, 0, {RS_HEH}, 1, 0, PRONOUN(RS_MASC, RS_SG)},
    {{0}, 0, {RS_HEH, RS_ALEF}, 2, 0, PRONOUN(RS_FEM, RS_SG)},
    {{0}, 0, {RS_HEH, RS_MEEM}, 2, 0, PRONOUN(RS_MASC, RS_PL)},
    {{RS_WAW}, 1, {RS_HEH, RS_ALEF}, 2, RS_PRO_W, PRONOUN(RS_FEM, RS_SG)},
};

/* Does grammar let C stand around a form with features FEAT? */
static bool may_stand(const clitics *c, uint32_t feat)
{
    unsigned pos = rs_pos_of(feat);
    bool nominal = pos == RS_POS_NOUN || pos == RS_POS_ADJ;
    if (!nominal && pos != RS_POS_VERB) return false;
    bool state = feat & (RS_FEAT_CONSTRUCT | RS_FEAT_INDEFINITE | RS_FEAT_TANWIN | RS_FEAT_CLITIC);
    if ((c->pro & RS_PRO_AL) && (!nominal || state)) return false;
    if ((c->pro & RS_PRO_S) && (nominal || rs_tense_of(feat) != RS_IMPERFECT || !(feat & RS_FEAT_INDICATIVE)))
        return false;
    if ((c->pro & RS_PRO_PREP) && nominal && (feat & RS_FEAT_NOMINATIVE)) return false;
    if ((c->pro & RS_PRO_PREP) && !nominal) /* ليكتب */
        return (c->pro & RS_PRO_L) && (feat & RS_FEAT_SUBJUNCTIVE) && !(feat & RS_FEAT_CLITIC);
    if (c->n_after) return !(feat & (RS_FEAT_NO_CLITIC | RS_FEAT_TANWIN | RS_FEAT_INDEFINITE));
    return !(feat & RS_FEAT_CLITIC);
}

typedef struct tally {
    size_t n, n_lost, n_cut;
} tally;

/* The letters of STRICT between the clitics; للجنة has the ل of its stem only once more than لجنة. */
static size_t put_letters(const clitics *c, const uint8_t *strict, size_t n, uint8_t *out)
{
    size_t at = 0, before = c->n_before;
    if ((c->pro & RS_PRO_L) && (c->pro & RS_PRO_AL) && strict[0] == RS_LAM) before--;
    for (size_t i = 0; i < before; i++) out[at++] = c->before[i];
    for (size_t i = 0; i < n; i++) out[at++] = strict[i];
    for (size_t i = 0; i < c->n_after; i++) out[at++] = c->after[i];
    return at;
}

static void check_word(tally *t, const rs_image_analysis *a, const clitics *c)
{
    const uint8_t *strict = lexicon->letter + a->strict_at;
    rs_reading reading[RS_MAX_READING];
    rs_word w;
    if ((size_t)strict[0] + c->n_before + c->n_after > RS_MAX_LETTER) return;
    memset(&w, 0, sizeof w);
    w.reading = reading;
    w.n_letter = (uint8_t)put_letters(c, strict + 1, strict[0], w.letter);
    word_analyse(lexicon, &w);
    t->n++;
    for (size_t i = 0; i < w.n_reading; i++) {
        const rs_reading *r = &w.reading[i];
        if (r->lemma == a->lemma && r->feat == a->feat && r->pro == c->pro && r->pronoun == c->pronoun) return;
    }
    if (w.n_reading == RS_MAX_READING) {
        t->n_cut++;
        return;
    }
    char text[2 * RS_MAX_LETTER];
    if (t->n_lost++ < 20)
        print_error("%.*s: no reading of %s with features %08x\n", (int)rs_unspell(w.letter, w.n_letter, text), text,
                    rs_lexicon_text(lexicon, lexicon->lemma[a->lemma].id), (unsigned)a->feat);
}

/* All forms with each clitic that may stand there. What does not get among the RS_MAX_READING cheapest readings of a
 * word is counted by itself: at most one in two hundred. */
static void test_every_form(void **state)
{
    (void)state;
    tally all = {0};
    for (size_t k = 0; k < RS_COUNT(all_clitics); k++) {
        const clitics *c = &all_clitics[k];
        tally t = {0};
        for (size_t i = 0; i < lexicon->n_analysis; i++)
            if (may_stand(c, lexicon->analysis[i].feat)) check_word(&t, &lexicon->analysis[i], c);
        print_message("clitics %zu: %zu forms, %zu cut off, %zu lost\n", k, t.n, t.n_cut, t.n_lost);
        all.n += t.n, all.n_cut += t.n_cut, all.n_lost += t.n_lost;
    }
    print_message("together: %zu forms, %zu cut off, %zu lost\n", all.n, all.n_cut, all.n_lost);
    assert_true(all.n > 2000000);
    assert_int_equal(all.n_lost, 0);
    assert_true(all.n_cut * 200 <= all.n);
}

/* The id of the first lemma with the form WORD whose id begins with PREFIX; NULL if there is none. */
static const char *id_of(const char *word, const char *prefix)
{
    uint8_t letter[RS_FORM_MAX];
    size_t n = rs_spell(rs_str_of(word), letter, sizeof letter);
    rs_fold(letter, n, letter);
    uint32_t form = rs_lexicon_form(lexicon, letter, n);
    for (size_t i = 0; form != RS_NONE && i < lexicon->form[form].n_analysis; i++) {
        uint32_t lemma = lexicon->analysis[lexicon->form[form].analysis_at + i].lemma;
        const char *id = rs_lexicon_text(lexicon, lexicon->lemma[lemma].id);
        if (strncmp(id, prefix, strlen(prefix)) == 0) return id;
    }
    return NULL;
}

/* A hollow verb is sound only if its verbal noun is: استجواب, but إعانة. */
static void test_hollow_or_sound(void **state)
{
    (void)state;
    assert_non_null(id_of("أعان", "v.3-w-n.4"));
    assert_non_null(id_of("أغاث", "v.gh-w-th.4"));
    assert_non_null(id_of("أطاع", "v.T-w-3.4"));
    assert_non_null(id_of("استجوب", "v.j-w-b.10b"));
    assert_non_null(id_of("ازدوج", "v.z-w-j.8"));
    assert_null(id_of("أعون", "v.3-w-n.4"));
    assert_null(id_of("استجاوب", "v."));
}

/* Adjectives of places are made for what is no other word, and for places whose names have Arabic shape. */
static void test_place_adjectives(void **state)
{
    (void)state;
    assert_string_equal(id_of("كركوكي", "place."), "place.irq.kirkuk");
    assert_non_null(id_of("سامرائيون", "place."));
    assert_non_null(id_of("كركوكية", "place."));
    assert_null(id_of("فلوريدي", "place."));
    assert_null(id_of("ريمي", "place."));
    assert_null(id_of("بنغازي", "place."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_row), cmocka_unit_test(test_every_form),
                                       cmocka_unit_test(test_place_adjectives), cmocka_unit_test(test_hollow_or_sound)};
    return cmocka_run_group_tests_name("morph", tests, opened_set_up, opened_tear_down);
}
