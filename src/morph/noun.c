/* SPDX-License-Identifier: MIT */
/* Nouns and adjectives, inflected in spelling: case shows only in tanwin alif, the dual, the sound masculine plural and
 * the five nouns; the construct state drops their ن; before a pronoun ة is ت, ى is ا, and a final hamza takes the seat
 * that its case vowel gives; before an ending it stands on ئ if the letter before it joins (شيئان، بريئة). */
#include "morph/phoneme.h"

typedef struct inflection {
    rs_form_fn *fn;
    void *context;
    uint32_t feat;
} inflection;

static void emit(const inflection *to, const uint8_t *base, size_t n, const uint8_t *suffix, size_t n_suffix,
                 uint32_t feat)
{
    uint8_t letter[RS_FORM_MAX];
    if (n > sizeof letter || n_suffix > sizeof letter - n) return;
    memcpy(letter, base, n);
    bool joins = n && n_suffix && base[n - 1] == RS_ALEF_HAMZA_ABOVE && suffix[0] == RS_ALEF; /* مبدآن، منشآت */
    if (joins) letter[n - 1] = RS_ALEF_MADDA, suffix++, n_suffix--;
    if (n_suffix) memcpy(letter + n, suffix, n_suffix);
    to->fn(to->context, letter, n + n_suffix, to->feat | feat);
}

#define EMIT(to, base, n, feat, ...)                                                                                   \
    emit((to), (base), (n), (const uint8_t[]){__VA_ARGS__}, sizeof(uint8_t[]){__VA_ARGS__}, (feat))

/* جزؤه، جزئه, and as an accusative جزءه: جزأه is right too, but بدأه is the verb wherever it is printed. شيئه in all
 * cases. */
static void before_clitic(const inflection *to, const uint8_t *base, size_t n)
{
    uint8_t last = base[n - 1], before = n > 1 ? base[n - 2] : 0;
    if (last == RS_TEH_MARBUTA) EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_TEH);
    if (last == RS_ALEF_MAKSURA) EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_ALEF);
    bool hamza = last == RS_HAMZA || last == RS_ALEF_HAMZA_ABOVE || last == RS_WAW_HAMZA;
    if (!hamza) return;
    EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_YEH_HAMZA);
    if (last == RS_WAW_HAMZA || before == RS_YEH) return;
    EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_WAW_HAMZA);
}

/* Broken plurals like مطالب and صواريخ have no tanwin. */
static bool is_diptote(const inflection *to, const uint8_t *base, size_t n)
{
    if (rs_number_of(to->feat) != RS_PL || n < 5 || n > 6 || base[2] != RS_ALEF) return false;
    return n == 5 || base[4] == RS_YEH;
}

static void tanwin(const inflection *to, const uint8_t *base, size_t n)
{
    uint8_t last = base[n - 1], before = n > 1 ? base[n - 2] : 0;
    if (is_diptote(to, base, n)) return;
    if (last == RS_TEH_MARBUTA || last == RS_ALEF_MAKSURA || last == RS_ALEF || last == RS_ALEF_HAMZA_ABOVE) return;
    if (last == RS_HAMZA && before == RS_ALEF) return;
    if (last == RS_HAMZA && ph_joins(before))
        EMIT(to, base, n - 1, RS_FEAT_TANWIN | RS_FEAT_NO_CLITIC, RS_YEH_HAMZA, RS_ALEF);
    else
        EMIT(to, base, n, RS_FEAT_TANWIN | RS_FEAT_NO_CLITIC, RS_ALEF);
}

static void singular(const inflection *to, const uint8_t *base, size_t n, uint32_t feat)
{
    uint8_t last = base[n - 1];
    bool changes = last == RS_TEH_MARBUTA || last == RS_ALEF_MAKSURA;
    emit(to, base, n, NULL, 0, feat | (changes ? RS_FEAT_NO_CLITIC : 0));
    before_clitic(to, base, n);
    tanwin(to, base, n);
}

enum ending { DUAL, MASC_PL, FEM_PL, FEMININE };

/* The stem of a word in ا to which ان and ات are added: عصوان, and و or ي for the alif of اة by its length (قنوات,
 * مباريات); 0 letters for a foreign word (كاميرا), which has neither. */
static size_t stem_of_alef(uint8_t *stem, size_t n, bool was_teh)
{
    if (!was_teh && n > 3 && stem[n - 2] != RS_YEH) return 0;
    stem[n - 1] = n > 3 ? RS_YEH : RS_WAW;
    return n;
}

/* The stem to which ان، ون، ات، ة are added; its length. */
static size_t suffix_stem(const inflection *to, const uint8_t *base, size_t n, enum ending ending, uint8_t *stem)
{
    memcpy(stem, base, n);
    uint8_t *last = &stem[n - 1], before = n > 1 ? stem[n - 2] : 0;
    bool lengthens = ending == DUAL || ending == FEM_PL;
    switch (*last) {
    case RS_TEH_MARBUTA:
        if (ending == DUAL) return *last = RS_TEH, n;
        return ending == FEM_PL && before == RS_ALEF ? stem_of_alef(stem, n - 1, true) : n - 1;
    case RS_ALEF_MAKSURA: /* مستشفيان, مصطفون, مسماة */
        if (ending == MASC_PL) return n - 1;
        *last = ending == FEMININE ? RS_ALEF : RS_YEH;
        return n;
    case RS_ALEF: return lengthens ? stem_of_alef(stem, n, false) : n;
    case RS_HAMZA: /* صحراوان, صحراوات; سماء has a hamza of its own */
        if (before == RS_ALEF && n > 4 && lengthens && rs_gender_of(to->feat) == RS_FEM) *last = RS_WAW;
        if (ph_joins(before)) *last = RS_YEH_HAMZA;
        return n;
    default: return n;
    }
}

/* ون and ين, and without ن in the construct. NOMINATIVE and OBLIQUE: the last letter of the stem before each. */
static void masculine_endings(const inflection *pl, uint8_t *stem, size_t n, uint8_t nominative, uint8_t oblique)
{
    stem[n - 1] = nominative;
    EMIT(pl, stem, n, RS_FEAT_NOMINATIVE | RS_FEAT_NO_CLITIC, RS_WAW, RS_NOON);
    EMIT(pl, stem, n, RS_FEAT_NOMINATIVE | RS_FEAT_CONSTRUCT, RS_WAW);
    stem[n - 1] = oblique;
    EMIT(pl, stem, n, RS_FEAT_OBLIQUE | RS_FEAT_NO_CLITIC, RS_YEH, RS_NOON);
    EMIT(pl, stem, n, RS_FEAT_OBLIQUE | RS_FEAT_CONSTRUCT, RS_YEH);
}

/* A hamza sits on ؤ before ون and on ئ before ين; the press also leaves it as it is (عداءون، مبرأون). */
static void sound_masculine(const inflection *to, const uint8_t *base, size_t n, bool drops_yeh)
{
    inflection pl = *to;
    pl.feat = (to->feat & ~(RS_FEAT_NUMBER(3) | RS_FEAT_GENDER(3) | RS_FEAT_CITATION)) | RS_FEAT_NUMBER(RS_PL) |
              RS_FEAT_GENDER(RS_MASC);
    uint8_t stem[RS_FORM_MAX];
    n = suffix_stem(to, base, drops_yeh ? n - 1 : n, MASC_PL, stem);
    uint8_t last = stem[n - 1], before = n > 1 ? stem[n - 2] : 0;
    bool after_alef = before == RS_ALEF && (last == RS_HAMZA || (drops_yeh && last == RS_YEH_HAMZA)); /* ناؤون */
    if (after_alef || last == RS_ALEF_HAMZA_ABOVE || last == RS_WAW_HAMZA)
        masculine_endings(&pl, stem, n, RS_WAW_HAMZA, RS_YEH_HAMZA);
    if (drops_yeh && last == RS_YEH_HAMZA && before == RS_ALEF) return;
    masculine_endings(&pl, stem, n, last, last);
}

static void dual(const inflection *to, const uint8_t *base, size_t n)
{
    inflection d = *to;
    d.feat = (to->feat & ~(RS_FEAT_NUMBER(3) | RS_FEAT_CITATION)) | RS_FEAT_NUMBER(RS_DUAL);
    uint8_t stem[RS_FORM_MAX];
    n = suffix_stem(to, base, n, DUAL, stem);
    if (!n) return;
    EMIT(&d, stem, n, RS_FEAT_NOMINATIVE | RS_FEAT_NO_CLITIC, RS_ALEF, RS_NOON);
    EMIT(&d, stem, n, RS_FEAT_OBLIQUE | RS_FEAT_NO_CLITIC, RS_YEH, RS_NOON);
    EMIT(&d, stem, n, RS_FEAT_NOMINATIVE | RS_FEAT_CONSTRUCT, RS_ALEF);
    EMIT(&d, stem, n, RS_FEAT_OBLIQUE | RS_FEAT_CONSTRUCT, RS_YEH);
}

static void sound_feminine(const inflection *to, const uint8_t *base, size_t n)
{
    inflection pl = *to;
    pl.feat = (to->feat & ~(RS_FEAT_NUMBER(3) | RS_FEAT_GENDER(3) | RS_FEAT_CITATION)) | RS_FEAT_NUMBER(RS_PL) |
              RS_FEAT_GENDER(RS_FEM);
    uint8_t stem[RS_FORM_MAX];
    n = suffix_stem(to, base, n, FEM_PL, stem);
    if (n) EMIT(&pl, stem, n, 0, RS_ALEF, RS_TEH);
}

static void feminine(const inflection *to, const uint8_t *base, size_t n)
{
    inflection f = *to;
    f.feat = (to->feat & ~(RS_FEAT_GENDER(3) | RS_FEAT_CITATION)) | RS_FEAT_GENDER(RS_FEM);
    uint8_t stem[RS_FORM_MAX];
    n = suffix_stem(to, base, n, FEMININE, stem);
    stem[n++] = RS_TEH_MARBUTA;
    singular(&f, stem, n, 0);
    dual(&f, stem, n);
    sound_feminine(&f, stem, n); /* مسمى، مسماة، مسميات */
}

/* أب، أخ، حم: the nouns whose case is a long vowel before a genitive or a pronoun (أبو، أبا، أبي). ذو is a particle,
 * and فو too rare in the press to be told from في. */
static bool is_five(const uint8_t *base, size_t n)
{
    static const uint8_t five[][2] = {{RS_ALEF_HAMZA_ABOVE, RS_BEH}, {RS_ALEF_HAMZA_ABOVE, RS_KHAH}, {RS_HAH, RS_MEEM}};
    for (size_t i = 0; n == 2 && i < RS_COUNT(five); i++)
        if (memcmp(base, five[i], 2) == 0) return true;
    return false;
}

static void five_noun(const inflection *to, const uint8_t *base, size_t n)
{
    inflection c = *to;
    c.feat &= ~RS_FEAT_CITATION;
    EMIT(&c, base, n, RS_FEAT_CONSTRUCT | RS_FEAT_NOMINATIVE, RS_WAW);
    EMIT(&c, base, n, RS_FEAT_CONSTRUCT | RS_FEAT_OBLIQUE, RS_ALEF);
    EMIT(&c, base, n, RS_FEAT_CONSTRUCT | RS_FEAT_OBLIQUE, RS_YEH);
}

/* قاضٍ: without the article the last ي is not written; and ناءٍ, where hamza comes to stand at the end. */
static void without_yeh(const inflection *to, const uint8_t *base, size_t n)
{
    inflection c = *to;
    c.feat &= ~RS_FEAT_CITATION;
    bool alone = n > 2 && base[n - 2] == RS_YEH_HAMZA && base[n - 3] == RS_ALEF;
    if (alone)
        EMIT(&c, base, n - 2, RS_FEAT_INDEFINITE | RS_FEAT_NO_CLITIC, RS_HAMZA);
    else
        emit(&c, base, n - 1, NULL, 0, RS_FEAT_INDEFINITE | RS_FEAT_NO_CLITIC);
}

void rs_morph_noun(const uint8_t *base, size_t n, uint32_t feat, unsigned what, rs_form_fn *fn, void *context)
{
    inflection to = {fn, context, feat};
    if (n == 0 || n + 6 > RS_FORM_MAX) return;
    bool drops_yeh = n > 1 && (what & RS_NOUN_DEFECTIVE) && base[n - 1] == RS_YEH;
    bool five = is_five(base, n);
    singular(&to, base, n, 0);
    if (drops_yeh) without_yeh(&to, base, n);
    if (five) five_noun(&to, base, n);
    const uint8_t two[] = {base[0], n > 1 ? base[1] : 0, RS_WAW}; /* أبوان، أخوان */
    if (what & RS_NOUN_DUAL) dual(&to, five ? two : base, five ? RS_COUNT(two) : n);
    if (what & RS_NOUN_MASC_PL) sound_masculine(&to, base, n, drops_yeh); /* قاضون */
    if (what & RS_NOUN_FEM_PL) sound_feminine(&to, base, n);
    if (what & RS_NOUN_FEMININE) feminine(&to, base, n);
}
