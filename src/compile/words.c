/* SPDX-License-Identifier: MIT */
/* data/lexicon: verbs, nouns, adjectives, particles, numbers and the calendar become lemmas with all their forms. */
#include "compile/build.h"

#define FORM_NAME_MAX 14

static uint8_t verb_form(rs_str name)
{
    static const char *const names[] = {"", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "q1", "q2", "q3", "q4"};
    int code = build_code(names, RS_COUNT(names), name);
    return code > 0 ? (uint8_t)code : 0;
}

/* A lemma made from letters: its text is what they spell. */
static uint32_t lemma_of_letters(build *b, rs_str id, const uint8_t *letter, size_t n, rs_str gloss, enum rs_pos pos,
                                 uint8_t cls)
{
    char text[2 * RS_FORM_MAX];
    return build_lemma_new(b, id, (rs_str){text, rs_unspell(letter, n, text)}, gloss, pos, cls);
}

static void inflect(build *b, uint32_t lemma, const uint8_t *letter, size_t n, uint32_t feat, unsigned what)
{
    b->current = lemma;
    rs_morph_noun(letter, n, feat, what, build_add_form, b);
}

static void add_participle(build *b, const rs_verb *verb, uint32_t verb_lemma, rs_str id, rs_str gloss, bool passive)
{
    uint8_t letter[RS_FORM_MAX];
    size_t n = rs_morph_participle(verb, passive, letter);
    if (!n) return;
    uint32_t lemma = lemma_of_letters(b, id, letter, n, gloss, RS_POS_ADJ, RS_NC_PLAIN);
    if (b->no_memory) return;
    b->lemma.at[lemma].row.verb = verb_lemma;
    uint32_t feat = RS_FEAT_POS(RS_POS_ADJ) | RS_FEAT_GENDER(RS_MASC) | RS_FEAT_NUMBER(RS_SG) | RS_FEAT_CITATION |
                    (passive ? RS_FEAT_PASSIVE_PARTICIPLE : RS_FEAT_ACTIVE_PARTICIPLE);
    /* داعٍ، داعون, but مرميّ، مرميون; جاءٍ is not in use and would be read for the verb */
    bool drops = !passive && !(verb->form == 1 && verb->root[2] == RS_HAMZA);
    inflect(b, lemma, letter, n, feat,
            RS_NOUN_DUAL | RS_NOUN_MASC_PL | RS_NOUN_FEMININE | (drops ? (unsigned)RS_NOUN_DEFECTIVE : 0u));
}

static void add_masdar(build *b, uint32_t verb_lemma, rs_str id, rs_str gloss, const uint8_t *letter, size_t n)
{
    if (!n) return;
    uint32_t lemma = lemma_of_letters(b, id, letter, n, gloss, RS_POS_NOUN, RS_NC_ACT);
    if (b->no_memory) return;
    b->lemma.at[lemma].row.verb = verb_lemma;
    bool feminine = letter[n - 1] == RS_TEH_MARBUTA;
    uint32_t feat = RS_FEAT_POS(RS_POS_NOUN) | RS_FEAT_GENDER(feminine ? RS_FEM : RS_MASC) | RS_FEAT_NUMBER(RS_SG) |
                    RS_FEAT_MASDAR | RS_FEAT_CITATION;
    bool defective = letter[n - 1] == RS_YEH && b->lemma.at[verb_lemma].row.cls > 4;
    inflect(b, lemma, letter, n, feat,
            RS_NOUN_DUAL | (n > 3 ? RS_NOUN_FEM_PL : 0) | (defective ? RS_NOUN_DEFECTIVE : 0));
}

/* The middle vowels of form I, as "a-u"; the other forms have none. */
static bool read_vowels(rs_verb *verb, rs_str vowels)
{
    static const char *const known[] = {"a-u", "a-i", "a-a", "i-a", "u-u", "i-i"};
    if (verb->form != 1) return !vowels.n;
    if (build_code(known, RS_COUNT(known), vowels) < 0) return false;
    verb->perfect_vowel = vowels.p[0];
    verb->imperfect_vowel = vowels.p[2];
    return true;
}

/* استجوب, whose verbal noun is استجواب: a weak middle radical that this keeps is kept by the verb; but أعان
 * (إعانة;عون). */
static bool keeps_middle(rs_verb verb, rs_str masdars)
{
    uint8_t sound[RS_FORM_MAX], letter[RS_FORM_MAX];
    bool form = verb.form == 4 || verb.form == 8 || verb.form == 10;
    verb.sound = true;
    size_t n_sound = form ? rs_morph_masdar(&verb, sound) : 0;
    for (rs_str rest = masdars; rest.n;) {
        size_t n = rs_spell(build_item(&rest), letter, sizeof letter);
        if (n && n == n_sound && memcmp(letter, sound, n) == 0) return true;
    }
    return false;
}

/* ا is always from و or ي, a hamza is written without a seat, ة is an ending. */
static bool is_radical(uint8_t letter)
{
    switch (letter) {
    case RS_ALEF:
    case RS_ALEF_MADDA:
    case RS_ALEF_HAMZA_ABOVE:
    case RS_ALEF_HAMZA_BELOW:
    case RS_WAW_HAMZA:
    case RS_YEH_HAMZA:
    case RS_ALEF_MAKSURA:
    case RS_TEH_MARBUTA: return false;
    default: return true;
    }
}

static void verb_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    if (build_taken(b, at, f[0])) return;
    rs_verb verb = {.form = verb_form(f[1])};
    uint8_t letter[RS_FORM_MAX];
    size_t n_root = build_spell(b, f[5], false, letter);
    if (!n_root) return;
    if (n_root < 3 || n_root > 4) {
        build_refuse(b, at, f[5], "a root has three or four radicals, not");
        return;
    }
    for (size_t i = 0; i < n_root; i++) {
        if (is_radical(letter[i])) continue;
        build_refuse(b, at, f[5], "a root is written with consonants, \u0648, \u064A and \u0621, not");
        return;
    }
    if (!verb.form || (verb.form > 10) != (n_root == 4)) {
        build_refuse(b, at, f[1], "these vowels and this root do not go with form");
        return;
    }
    memcpy(verb.root, letter, n_root);
    verb.n_root = (uint8_t)n_root;
    if (!read_vowels(&verb, f[2])) {
        build_refuse(b, at, f[2], verb.form == 1 ? "no vowels of form I" : "only form I has vowels, not");
        return;
    }
    verb.sound = keeps_middle(verb, f[4]);
    size_t n_cite = rs_morph_citation(&verb, letter);
    uint32_t lemma = lemma_of_letters(b, f[0], letter, n_cite, f[3], RS_POS_VERB, verb.form);
    if (b->no_memory) return;
    b->current = lemma;
    if (!rs_morph_verb(&verb, build_add_form, b)) {
        build_refuse(b, at, f[1], "these vowels and this root do not go with form");
        return;
    }
    add_participle(b, &verb, lemma, f[0], f[3], false);
    add_participle(b, &verb, lemma, f[0], f[3], true);
    if (!f[4].n) add_masdar(b, lemma, f[0], f[3], letter, rs_morph_masdar(&verb, letter));
    for (rs_str rest = f[4]; rest.n;) {
        rs_str masdar = build_item(&rest);
        add_masdar(b, lemma, f[0], f[3], letter, build_spell(b, masdar, false, letter));
    }
}

static uint8_t noun_class(rs_str name)
{
#define NAME(name, text) text,
    static const char *const names[] = {RS_CLASS_NOUN_LIST(NAME)};
#undef NAME
    int code = build_code(names, RS_COUNT(names), name);
    return code > 0 ? (uint8_t)code : 0;
}

/* The plurals of a column: ون and ات are paradigms, anything else a broken plural with forms of its own. */
static unsigned add_plurals(build *b, uint32_t lemma, rs_str plurals, uint32_t feat)
{
    unsigned what = 0;
    for (rs_str rest = plurals; rest.n;) {
        rs_str plural = build_item(&rest);
        uint8_t letter[RS_FORM_MAX];
        bool feminine = plural.n > 2 && plural.p[0] == 'f' && plural.p[1] == ':';
        if (feminine) plural = (rs_str){plural.p + 2, plural.n - 2};
        size_t n = build_spell(b, plural, false, letter);
        if (n == 2 && letter[0] == RS_WAW && letter[1] == RS_NOON) {
            what |= RS_NOUN_MASC_PL;
        } else if (n == 2 && letter[0] == RS_ALEF && letter[1] == RS_TEH) {
            what |= RS_NOUN_FEM_PL;
        } else if (n) {
            uint32_t other = feat & ~(RS_FEAT_NUMBER(3) | RS_FEAT_GENDER(feminine ? 3 : 0) | RS_FEAT_CITATION);
            other |= feminine ? RS_FEAT_GENDER(RS_FEM) | RS_FEAT_NUMBER(RS_SG) : RS_FEAT_NUMBER(RS_PL);
            inflect(b, lemma, letter, n, other, feminine ? RS_NOUN_DUAL | RS_NOUN_FEM_PL : RS_NOUN_DEFECTIVE);
        }
    }
    return what;
}

void build_require_gender(build *b, build_place at, rs_str gender)
{
    bool right = rs_str_eq(gender, RS_LIT("m")) || rs_str_eq(gender, RS_LIT("f"));
    build_require(b, at, gender, right, "a gender is m or f, not");
}

uint32_t build_noun(build *b, const rs_str *f, rs_str text, uint8_t cls)
{
    uint8_t letter[RS_FORM_MAX];
    size_t n = build_spell(b, text, false, letter);
    uint32_t lemma = build_lemma_new(b, f[0], text, f[3], RS_POS_NOUN, cls);
    uint32_t gender = rs_str_eq(f[1], RS_LIT("f")) ? RS_FEM : RS_MASC;
    uint32_t feat = RS_FEAT_POS(RS_POS_NOUN) | RS_FEAT_GENDER(gender) | RS_FEAT_NUMBER(RS_SG) | RS_FEAT_CITATION;
    unsigned what = RS_NOUN_DUAL | add_plurals(b, lemma, f[4], feat);
    inflect(b, lemma, letter, n, feat, what);
    return lemma;
}

static void noun_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    uint8_t cls = noun_class(f[2]);
    build_require(b, at, f[2], cls, "unknown class");
    build_require_gender(b, at, f[1]);
    if (!build_taken(b, at, f[0])) (void)build_noun(b, f, f[5], cls);
}

/* قاضٍ, عالٍ: an adjective of four letters with alif in the second place, or one that begins with م, drops its ي when
 * indefinite. */
static bool is_defective(const uint8_t *letter, size_t n)
{
    return n >= 4 && letter[n - 1] == RS_YEH && ((n == 4 && letter[1] == RS_ALEF) || letter[0] == RS_MEEM);
}

uint32_t build_adjective(build *b, rs_str id, rs_str gloss, rs_str text, rs_str plurals, uint8_t cls)
{
    uint8_t letter[RS_FORM_MAX];
    size_t n = build_spell(b, text, false, letter);
    uint32_t lemma = build_lemma_new(b, id, text, gloss, RS_POS_ADJ, cls);
    uint32_t feat = RS_FEAT_POS(RS_POS_ADJ) | RS_FEAT_GENDER(RS_MASC) | RS_FEAT_NUMBER(RS_SG) | RS_FEAT_CITATION;
    if (cls == RS_NC_ELATIVE) feat |= RS_FEAT_ELATIVE;
    if (cls == RS_NC_NISBA) feat |= RS_FEAT_NISBA;
    bool own_feminine = plurals.n > 2 && plurals.p[0] == 'f' && plurals.p[1] == ':';
    unsigned what = RS_NOUN_DUAL | (own_feminine || cls == RS_NC_ELATIVE ? 0u : (unsigned)RS_NOUN_FEMININE) |
                    add_plurals(b, lemma, plurals, feat);
    if (cls != RS_NC_NISBA && is_defective(letter, n)) what |= RS_NOUN_DEFECTIVE;
    if (cls == RS_NC_NISBA) what |= RS_NOUN_MASC_PL;
    inflect(b, lemma, letter, n, feat, what);
    return lemma;
}

static void adjective_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    uint8_t cls = noun_class(f[2]);
    build_require(b, at, f[2], cls, "unknown class");
    build_require_gender(b, at, f[1]);
    if (!build_taken(b, at, f[0])) (void)build_adjective(b, f[0], f[3], f[5], f[4], cls);
}

static void invariable(build *b, uint32_t lemma, rs_str word, enum rs_pos pos)
{
    uint8_t letter[RS_FORM_MAX];
    size_t n = build_spell(b, word, false, letter);
    build_use_form(b, lemma, letter, n, RS_FEAT_POS(pos) | RS_FEAT_CITATION);
    /* من ورائه: as a genitive before a pronoun */
    bool hamza = n > 2 && letter[n - 1] == RS_HAMZA && letter[n - 2] == RS_ALEF;
    if (pos != RS_POS_PREP || !hamza) return;
    letter[n - 1] = RS_YEH_HAMZA;
    build_use_form(b, lemma, letter, n, RS_FEAT_POS(pos) | RS_FEAT_CLITIC);
}

static void particle_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const pos_names[] = {
#define NAME(name, text) text,
        RS_POS_LIST(NAME)};
    static const char *const classes[] = {RS_PARTICLE_LIST(NAME)};
    static const char *const uses[] = {RS_USE_LIST(NAME)};
#undef NAME
    int pos = build_code(pos_names, RS_COUNT(pos_names), f[1]);
    bool prep = pos == RS_POS_PREP;
    int cls = prep ? build_code(build_preps, RS_N_PREP, f[2]) : build_code(classes, RS_COUNT(classes), f[2]);
    int use = f[3].n ? build_code(uses, RS_COUNT(uses), f[3]) : 0;
    size_t n_error = b->n_error;
    build_require(b, at, f[1], pos >= 0, "unknown part of speech");
    build_require(b, at, f[2], cls >= 0, "unknown class");
    build_require(b, at, f[3], use >= 0, "unknown use");
    if (b->n_error > n_error) return;
    rs_image_tag tag = {prep ? RS_TAG_PREP : RS_TAG_PARTICLE, (uint8_t)cls, (uint8_t)use, (uint8_t)pos, 0};
    for (rs_str rest = f[4]; rest.n;) {
        rs_str form = build_item(&rest);
        if (memchr(form.p, ' ', form.n)) {
            build_tag_phrase(b, at, form, tag);
            continue;
        }
        uint32_t lemma = build_lemma_new(b, f[0], form, f[2], (enum rs_pos)pos, (uint8_t)cls);
        build_tag_lemma(b, lemma, tag);
        invariable(b, lemma, form, (enum rs_pos)pos);
    }
}

static void number_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
#define NAME(name, text) text,
    static const char *const kinds[] = {RS_NUMBER_KIND_LIST(NAME)};
#undef NAME
    double value;
    int kind = build_code(kinds, RS_COUNT(kinds), f[2]);
    size_t n_error = b->n_error;
    build_require(b, at, f[1], build_number(f[1], 0, 4e9, &value), "no number");
    build_require(b, at, f[2], kind >= 0, "unknown kind");
    if (b->n_error > n_error) return;
    rs_str rest = f[3], text = build_item(&rest);
    uint32_t lemma = build_lemma_new(b, f[0], text, f[1], RS_POS_NUM, (uint8_t)kind);
    uint32_t stored = kind == RS_NK_FRACTION ? (uint32_t)(value * 1000) : (uint32_t)value;
    build_tag_lemma(b, lemma, (rs_image_tag){RS_TAG_NUMBER, (uint8_t)kind, 0, 0, stored});
    for (rest = f[3]; rest.n;) invariable(b, lemma, build_item(&rest), RS_POS_NUM);
}

static void calendar_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
#define NAME(name, text) text,
    static const char *const kinds[] = {RS_CALENDAR_KIND_LIST(NAME)};
#undef NAME
    double value = 0;
    int kind = build_code(kinds, RS_COUNT(kinds), f[1]);
    size_t n_error = b->n_error;
    build_require(b, at, f[1], kind >= 0, "unknown kind");
    build_require(b, at, f[2], build_number(f[2], -128, 255, &value), "no number");
    if (b->n_error > n_error) return;
    for (rs_str rest = f[3]; rest.n;) {
        rs_str form = build_item(&rest);
        bool word = form.n && form.p[0] == '~'; /* also an ordinary word, which has an entry of its own */
        if (word) form = (rs_str){form.p + 1, form.n - 1};
        build_tag_phrase(b, at, form, (rs_image_tag){RS_TAG_CALENDAR, (uint8_t)kind, (uint8_t)(int)value, 0, 0});
        if (word || memchr(form.p, ' ', form.n) || kind > RS_CK_PART || b->n_error > n_error) continue;
        uint8_t letter[RS_FORM_MAX];
        size_t n_letter = build_spell(b, form, false, letter);
        uint32_t lemma = build_lemma_new(b, f[0], form, f[1], RS_POS_NOUN, RS_NC_TIME);
        inflect(b, lemma, letter, n_letter, RS_FEAT_POS(RS_POS_NOUN) | RS_FEAT_GENDER(RS_MASC) | RS_FEAT_NUMBER(RS_SG),
                0);
    }
}

void build_words(build *b)
{
    build_table_read(b, "lexicon/particles.tsv", "id\tpos\tclass\tuse\tforms", particle_row);
    build_table_read(b, "lexicon/verbs.tsv", "id\tform\tvowels\tgloss\tmasdar\troot", verb_row);
    build_table_read(b, "lexicon/nouns.tsv", "id\tgender\tclass\tgloss\tplural\tlemma", noun_row);
    build_table_read(b, "lexicon/adjectives.tsv", "id\tgender\tclass\tgloss\tplural\tlemma", adjective_row);
    build_table_read(b, "lexicon/numbers.tsv", "id\tvalue\tkind\tforms", number_row);
    build_table_read(b, "lexicon/months.tsv", "id\tkind\tvalue\tforms", calendar_row);
}
