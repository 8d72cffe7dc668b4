/* SPDX-License-Identifier: MIT */
/* Nouns and adjectives with all their forms, against tables that were written by hand. */
#include "support.h"
#include "morph/morph.h"

typedef struct form {
    uint8_t letter[RS_FORM_MAX];
    size_t n;
    uint32_t feat;
} form;

typedef struct forms {
    form at[200];
    size_t n;
} forms;

static void collect(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    forms *all = context;
    assert_true(all->n < RS_COUNT(all->at) && n > 0 && n <= RS_FORM_MAX);
    form *f = &all->at[all->n++];
    memcpy(f->letter, letter, n);
    f->n = n;
    f->feat = feat;
}

/* Is LETTER among the forms of WANT; needed or only allowed (in brackets)? */
static bool among(rs_str want, const uint8_t *letter, size_t n)
{
    for (rs_str rest = want; rest.n;) {
        uint8_t wanted[RS_FORM_MAX];
        size_t n_wanted = rs_spell(rs_str_split(rest, ';', &rest), wanted, sizeof wanted);
        if (n == n_wanted && memcmp(letter, wanted, n) == 0) return true;
    }
    return false;
}

typedef struct cell {
    const char *name;
    uint32_t feat, mask;
} cell;

#define NUMBER_AND_STATE                                                                                               \
    (RS_FEAT_NUMBER(3) | RS_FEAT_TANWIN | RS_FEAT_INDEFINITE | RS_FEAT_CONSTRUCT | RS_FEAT_NO_CLITIC)
#define GENDER RS_FEAT_GENDER(3)
#define SG RS_FEAT_NUMBER(RS_SG)
#define FEM RS_FEAT_GENDER(RS_FEM)

/* In the order of the columns. The feminine of a word with one is told by its gender. */
static const cell cells[] = {
    {"before a pronoun", SG, NUMBER_AND_STATE & ~RS_FEAT_CONSTRUCT}, /* أبو is construct and stands there */
    {"tanwin", SG | RS_FEAT_TANWIN, RS_FEAT_NUMBER(3) | RS_FEAT_TANWIN},
    {"indefinite", SG | RS_FEAT_INDEFINITE, RS_FEAT_NUMBER(3) | RS_FEAT_INDEFINITE},
    {"dual", RS_FEAT_NUMBER(RS_DUAL), RS_FEAT_NUMBER(3) | RS_FEAT_CONSTRUCT},
    {"dual construct", RS_FEAT_NUMBER(RS_DUAL) | RS_FEAT_CONSTRUCT, RS_FEAT_NUMBER(3) | RS_FEAT_CONSTRUCT},
    {"plural", RS_FEAT_NUMBER(RS_PL) | RS_FEAT_GENDER(RS_MASC), RS_FEAT_NUMBER(3) | GENDER | RS_FEAT_CONSTRUCT},
    {"plural construct", RS_FEAT_NUMBER(RS_PL) | RS_FEAT_GENDER(RS_MASC) | RS_FEAT_CONSTRUCT,
     RS_FEAT_NUMBER(3) | GENDER | RS_FEAT_CONSTRUCT},
    {"plural in alif teh", RS_FEAT_NUMBER(RS_PL) | FEM, RS_FEAT_NUMBER(3) | GENDER},
    {"feminine", SG | FEM | RS_FEAT_NO_CLITIC, RS_FEAT_NUMBER(3) | GENDER | RS_FEAT_NO_CLITIC},
    {"feminine before a pronoun", SG | FEM | RS_FEAT_CLITIC, RS_FEAT_NUMBER(3) | GENDER | RS_FEAT_CLITIC},
};
enum { FEMININE_CELL = 8 };

static bool in_cell(const form *f, const cell *c, unsigned what, size_t index)
{
    if ((f->feat & c->mask) != c->feat) return false;
    bool feminine = (what & RS_NOUN_FEMININE) && rs_gender_of(f->feat) == RS_FEM;
    /* the first five columns are of the word itself, not of its feminine */
    return index > 4 || !feminine;
}

static bool check_cell(const forms *all, size_t index, unsigned what, rs_str want, t_note *note)
{
    const cell *c = &cells[index];
    bool right = true;
    for (rs_str rest = t_is(want, "0") ? (rs_str){NULL, 0} : want; rest.n;) {
        rs_str word = rs_str_split(rest, ';', &rest);
        uint8_t letter[RS_FORM_MAX];
        size_t n = rs_spell(word, letter, sizeof letter);
        bool found = word.p[0] == '(';
        for (size_t i = 0; i < all->n && !found; i++)
            found =
                in_cell(&all->at[i], c, what, index) && all->at[i].n == n && memcmp(all->at[i].letter, letter, n) == 0;
        if (!found) right = false, t_say(note, "[%s: %.*s is missing] ", c->name, (int)word.n, word.p);
    }
    for (size_t i = 0; i < all->n; i++) {
        const form *f = &all->at[i];
        char text[2 * RS_FORM_MAX];
        if (!in_cell(f, c, what, index) || (!t_is(want, "0") && among(want, f->letter, f->n))) continue;
        right = false, t_say(note, "[%s: %.*s is none] ", c->name, (int)rs_unspell(f->letter, f->n, text), text);
    }
    return right;
}

static bool noun_row(void *context, const t_row *row, t_note *note)
{
    (void)context;
    uint8_t base[RS_FORM_MAX];
    rs_str mark, word = rs_str_split(row->field[0], ':', &mark);
    size_t n = rs_spell(word, base, sizeof base);
    unsigned what = 0;
    for (size_t i = 0; i < row->field[1].n; i++) {
        char flag = row->field[1].p[i];
        what |= flag == 'd'   ? RS_NOUN_DUAL
                : flag == 'm' ? RS_NOUN_MASC_PL
                : flag == 'f' ? RS_NOUN_FEM_PL
                : flag == 'F' ? RS_NOUN_FEMININE
                : flag == 'y' ? RS_NOUN_DEFECTIVE
                              : 0;
    }
    bool feminine = base[n - 1] == RS_TEH_MARBUTA || t_is(mark, "f"), right = true;
    uint32_t feat = RS_FEAT_POS(RS_POS_NOUN) | RS_FEAT_GENDER(feminine ? RS_FEM : RS_MASC) | RS_FEAT_NUMBER(RS_SG) |
                    RS_FEAT_CITATION;
    forms all = {.n = 0};
    rs_morph_noun(base, n, feat, what, collect, &all);
    for (size_t i = 0; i < RS_COUNT(cells); i++)
        if (row->field[2 + i].n && (i < FEMININE_CELL || !feminine))
            right &= check_cell(&all, i, what, row->field[2 + i], note);
    size_t n_citation = 0;
    for (size_t i = 0; i < all.n; i++)
        n_citation += (all.at[i].feat & RS_FEAT_CITATION) && all.at[i].n == n && memcmp(all.at[i].letter, base, n) == 0;
    if (n_citation != 1) right = false, t_say(note, "[%zu citation forms]", n_citation);
    return right;
}

static void test_nouns(void **state)
{
    (void)state;
    t_table("morph/nouns.tsv", 50, 12, 12, noun_row, NULL);
}

/* What is too long to be inflected gives nothing and writes nowhere. */
static void test_limits(void **state)
{
    (void)state;
    uint8_t word[RS_FORM_MAX];
    memset(word, RS_MEEM, sizeof word);
    for (size_t n = 0; n <= RS_FORM_MAX; n++) {
        forms all = {.n = 0};
        rs_morph_noun(word, n, RS_FEAT_POS(RS_POS_NOUN), ~0u, collect, &all);
        if (n == 0) assert_int_equal(all.n, 0);
        if (n && n < 30) assert_true(all.n > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nouns), cmocka_unit_test(test_limits)};
    return cmocka_run_group_tests_name("morph/noun", tests, NULL, NULL);
}
