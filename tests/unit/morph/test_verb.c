/* SPDX-License-Identifier: MIT */
/* Paradigms of verbs of every kind of weakness, cell by cell against tables that were written by hand, and properties
 * that hold for all verbs of the lexicon. */
#include "support.h"
#include "morph/morph.h"

/* All forms of one verb. */
typedef struct form {
    uint8_t letter[RS_FORM_MAX];
    size_t n;
    uint32_t feat;
} form;

typedef RS_VEC(form) forms;

static void collect(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    forms *all = context;
    assert_true(n > 0 && n <= RS_FORM_MAX);
    if (!rs_vec_more(&rs_alloc_default, all, 1)) fail_msg("no memory");
    form *f = rs_vec_take(all);
    memcpy(f->letter, letter, n);
    f->n = n;
    f->feat = feat;
}

/* "10" or "10s" or "q4"; vowels "a-u". */
static bool read_verb(const rs_str *field, rs_verb *verb)
{
    static const char *const names[] = {"", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "q1", "q2", "q3", "q4"};
    uint8_t letter[8];
    *verb = (rs_verb){0};
    size_t n = rs_spell(field[0], letter, sizeof letter);
    if (n < 3 || n > 4) return false;
    memcpy(verb->root, letter, n);
    verb->n_root = (uint8_t)n;
    rs_str name = field[1];
    verb->sound = name.n && name.p[name.n - 1] == 's';
    name.n -= verb->sound;
    for (uint8_t i = 1; i < RS_COUNT(names); i++)
        if (t_is(name, names[i])) verb->form = i;
    if (field[2].n == 3) verb->perfect_vowel = field[2].p[0], verb->imperfect_vowel = field[2].p[2];
    return verb->form > 0;
}

/* The features that a cell fixes: "passive imperfect 3mp +". */
typedef struct cell {
    uint32_t feat, mask;
    bool before_pronoun;
} cell;

static bool read_person(rs_str word, cell *c)
{
    if (word.n < 2 || word.p[0] < '1' || word.p[0] > '3') return false;
    c->feat |= RS_FEAT_PERSON(word.p[0] - '0');
    c->mask |= RS_FEAT_PERSON(3) | RS_FEAT_GENDER(3) | RS_FEAT_NUMBER(3);
    for (size_t i = 1; i < word.n; i++) {
        char letter = word.p[i];
        if (letter == 'm')
            c->feat |= RS_FEAT_GENDER(RS_MASC);
        else if (letter == 'f')
            c->feat |= RS_FEAT_GENDER(RS_FEM);
        else if (letter == 's')
            c->feat |= RS_FEAT_NUMBER(RS_SG);
        else if (letter == 'd')
            c->feat |= RS_FEAT_NUMBER(RS_DUAL);
        else if (letter == 'p')
            c->feat |= RS_FEAT_NUMBER(RS_PL);
        else
            return false;
    }
    return true;
}

static bool read_cell(const char *text, cell *c)
{
    *c = (cell){.mask = RS_FEAT_PASSIVE | RS_FEAT_TENSE(3)};
    for (rs_str rest = rs_str_of(text); rest.n;) {
        rs_str word = rs_str_split(rest, ' ', &rest);
        if (t_is(word, "passive"))
            c->feat |= RS_FEAT_PASSIVE;
        else if (t_is(word, "perfect"))
            c->feat |= RS_FEAT_TENSE(RS_PERFECT);
        else if (t_is(word, "imperative"))
            c->feat |= RS_FEAT_TENSE(RS_IMPERATIVE);
        else if (t_is(word, "imperfect"))
            c->feat |= RS_FEAT_TENSE(RS_IMPERFECT) | RS_FEAT_INDICATIVE, c->mask |= RS_FEAT_INDICATIVE;
        else if (t_is(word, "subjunctive"))
            c->feat |= RS_FEAT_TENSE(RS_IMPERFECT) | RS_FEAT_SUBJUNCTIVE, c->mask |= RS_FEAT_SUBJUNCTIVE;
        else if (t_is(word, "+"))
            c->before_pronoun = true;
        else if (!read_person(word, c))
            return false;
    }
    return true;
}

static bool in_cell(const form *f, const cell *c)
{
    if ((f->feat & c->mask) != c->feat || rs_pos_of(f->feat) != RS_POS_VERB) return false;
    return c->before_pronoun ? !(f->feat & RS_FEAT_NO_CLITIC) : !(f->feat & RS_FEAT_CLITIC);
}

/* Before a pronoun a form of its own, where there is one, displaces the plain one. */
static bool displaced(const forms *all, const form *f, const cell *c)
{
    if (!c->before_pronoun || (f->feat & RS_FEAT_CLITIC)) return false;
    for (size_t i = 0; i < all->n; i++)
        if ((all->at[i].feat & RS_FEAT_CLITIC) && in_cell(&all->at[i], c)) return true;
    return false;
}

static bool same(const form *f, const uint8_t *letter, size_t n)
{
    return f->n == n && memcmp(f->letter, letter, n) == 0;
}

static bool listed(const form *f, rs_str want)
{
    for (rs_str rest = want; rest.n;) {
        uint8_t letter[RS_FORM_MAX];
        size_t n = rs_spell(rs_str_split(rest, ';', &rest), letter, sizeof letter);
        if (same(f, letter, n)) return true;
    }
    return false;
}

/* The forms of a cell are exactly those WANTed. */
static bool check_cell(const forms *all, const char *name, rs_str want, t_note *note)
{
    cell c;
    if (!read_cell(name, &c)) return t_say(note, "no cell '%s'", name), false;
    bool none = t_is(want, "0"), right = true;
    size_t n_want = 0, n_found = 0;
    for (rs_str rest = want; !none && rest.n;) {
        uint8_t letter[RS_FORM_MAX];
        size_t n = rs_spell(rs_str_split(rest, ';', &rest), letter, sizeof letter);
        bool found = false;
        for (size_t i = 0; i < all->n && !found; i++)
            found = in_cell(&all->at[i], &c) && !displaced(all, &all->at[i], &c) && same(&all->at[i], letter, n);
        n_want++;
        n_found += found;
    }
    right = n_found == n_want;
    for (size_t i = 0; i < all->n && right; i++)
        right = !in_cell(&all->at[i], &c) || displaced(all, &all->at[i], &c) || (!none && listed(&all->at[i], want));
    if (right) return true;
    t_say(note, "[%s: %.*s, not", name, (int)want.n, want.p);
    for (size_t i = 0; i < all->n; i++) {
        char text[2 * RS_FORM_MAX];
        if (in_cell(&all->at[i], &c) && !displaced(all, &all->at[i], &c))
            t_say(note, " %.*s", (int)rs_unspell(all->at[i].letter, all->at[i].n, text), text);
    }
    t_say(note, "] ");
    return false;
}

static bool conjugate(const t_row *row, forms *all, t_note *note)
{
    rs_verb verb;
    if (!read_verb(row->field, &verb) || !rs_morph_verb(&verb, collect, all)) return t_say(note, "no verb"), false;
    return true;
}

static bool verb_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    static const char *const cells[] = {
        "perfect 3ms",    "perfect 3fs",         "perfect 3mp",         "perfect 3fp",          "perfect 1s",
        "imperfect 3ms",  "imperfect 3mp",       "imperfect 3fp",       "subjunctive 3ms",      "subjunctive 3mp",
        "imperative 2ms", "passive perfect 3ms", "passive perfect 3fs", "passive imperfect 3ms"};
    forms all = {0};
    bool right = conjugate(row, &all, note);
    for (size_t i = 0; right && i < RS_COUNT(cells); i++)
        if (row->field[3 + i].n) right &= check_cell(&all, cells[i], row->field[3 + i], note);
    rs_vec_free(&rs_alloc_default, &all);
    return right;
}

static bool cell_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    forms all = {0};
    char name[40];
    (void)snprintf(name, sizeof name, "%.*s", (int)row->field[3].n, row->field[3].p);
    bool right = conjugate(row, &all, note) && check_cell(&all, name, row->field[4], note);
    rs_vec_free(&rs_alloc_default, &all);
    return right;
}

static bool check_word(const uint8_t *letter, size_t n, const char *what, rs_str want, t_note *note)
{
    uint8_t wanted[RS_FORM_MAX];
    char text[2 * RS_FORM_MAX];
    size_t n_want = t_is(want, "0") ? 0 : rs_spell(want, wanted, sizeof wanted);
    if (!want.n || (n == n_want && memcmp(letter, wanted, n) == 0)) return true;
    t_say(note, "[%s: %.*s, not %.*s] ", what, (int)want.n, want.p, (int)rs_unspell(letter, n, text), text);
    return false;
}

static bool participle_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    rs_verb verb;
    uint8_t letter[RS_FORM_MAX];
    if (!read_verb(row->field, &verb)) return t_say(note, "no verb"), false;
    bool right = check_word(letter, rs_morph_participle(&verb, false, letter), "active", row->field[3], note);
    right &= check_word(letter, rs_morph_participle(&verb, true, letter), "passive", row->field[4], note);
    right &= check_word(letter, rs_morph_masdar(&verb, letter), "verbal noun", row->field[5], note);
    return right;
}

static void test_paradigms(void **state)
{
    (void)state;
    t_table("morph/verbs.tsv", 270, 17, 17, verb_row, NULL);
}

static void test_cells(void **state)
{
    (void)state;
    t_table("morph/cells.tsv", 170, 5, 5, cell_row, NULL);
}

static void test_participles(void **state)
{
    (void)state;
    t_table("morph/participles.tsv", 270, 6, 6, participle_row, NULL);
}

static void test_malformed(void **state)
{
    (void)state;
    const rs_verb three = {
        .root = {RS_QAF, RS_TEH, RS_LAM}, .n_root = 3, .form = 1, .perfect_vowel = 'a', .imperfect_vowel = 'u'};
    rs_verb wrong[] = {three, three, three, three, three};
    wrong[0].form = 0;
    wrong[1].form = 15;
    wrong[2].n_root = 2;
    wrong[3].form = 11; /* three radicals, form of four */
    wrong[4].perfect_vowel = 0;
    for (size_t i = 0; i < RS_COUNT(wrong); i++) {
        forms all = {0};
        uint8_t letter[RS_FORM_MAX];
        assert_false(rs_morph_verb(&wrong[i], collect, &all));
        assert_int_equal(all.n, 0);
        assert_int_equal(rs_morph_participle(&wrong[i], false, letter), 0);
        assert_int_equal(rs_morph_masdar(&wrong[i], letter), 0);
    }
}

/* Every verb of the lexicon: its citation form is its perfect 3ms, and each person has a perfect and an imperfect. */
static bool lexicon_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    if (row->line == 1) return true;
    const rs_str spec[] = {row->field[5], row->field[1], row->field[2]};
    rs_verb verb;
    forms all = {0};
    uint8_t letter[RS_FORM_MAX];
    if (!read_verb(spec, &verb)) return t_say(note, "no verb"), false;
    if (!rs_morph_verb(&verb, collect, &all)) return t_say(note, "not conjugated"), false;
    size_t n = rs_morph_citation(&verb, letter), n_citation = 0;
    for (size_t i = 0; i < all.n; i++) {
        if (!(all.at[i].feat & RS_FEAT_CITATION) || (all.at[i].feat & RS_FEAT_CLITIC)) continue;
        n_citation++;
        if (!same(&all.at[i], letter, n)) t_say(note, "its citation form is another one; ");
    }
    if (n_citation != 1) t_say(note, "%zu citation forms; ", n_citation);
    int n_tense = t_is(row->field[5], "ليس") ? 1 : 3; /* it has a perfect only */
    static const char *const persons[] = {"3ms", "3fs", "3md", "3fd", "3mp", "3fp", "2ms",
                                          "2fs", "2md", "2mp", "2fp", "1s",  "1p"};
    for (size_t p = 0; p < RS_COUNT(persons); p++)
        for (int t = 0; t < n_tense; t++) {
            static const char *const tenses[] = {"perfect", "imperfect", "subjunctive"};
            char name[40];
            cell c;
            bool found = false;
            (void)snprintf(name, sizeof name, "%s %s", tenses[t], persons[p]);
            if (!read_cell(name, &c)) fail_msg("%s", name);
            for (size_t i = 0; i < all.n && !found; i++) found = in_cell(&all.at[i], &c);
            if (!found) t_say(note, "no %s; ", name);
        }
    rs_vec_free(&rs_alloc_default, &all);
    return note->n == 0;
}

static void test_all_verbs_of_the_lexicon(void **state)
{
    (void)state;
    t_table("../../data/lexicon/verbs.tsv", 500, 6, 6, lexicon_row, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paradigms),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_participles),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_all_verbs_of_the_lexicon),
    };
    return cmocka_run_group_tests_name("morph/verb", tests, NULL, NULL);
}
