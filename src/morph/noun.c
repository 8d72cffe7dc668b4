/* SPDX-License-Identifier: MIT */
/* Nouns and adjectives, inflected in spelling: case shows only in tanwin alif, the dual and the sound masculine
 * plural; the construct state drops their ن; before a pronoun ة is ت, ى is ا, and a final hamza takes the seat
 * that its case vowel gives. */
#include "morph/morph.h"

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

static void before_clitic(const inflection *to, const uint8_t *base, size_t n)
{
    uint8_t last = base[n - 1];
    bool hamza = last == RS_HAMZA || last == RS_ALEF_HAMZA_ABOVE;
    if (last == RS_TEH_MARBUTA) EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_TEH);
    if (last == RS_ALEF_MAKSURA) EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_ALEF);
    if (hamza) {
        EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_WAW_HAMZA);
        EMIT(to, base, n - 1, RS_FEAT_CLITIC, RS_YEH_HAMZA);
    }
}

static void tanwin(const inflection *to, const uint8_t *base, size_t n)
{
    uint8_t last = base[n - 1], before = n > 1 ? base[n - 2] : 0;
    if (last == RS_TEH_MARBUTA || last == RS_ALEF_MAKSURA || last == RS_ALEF || last == RS_ALEF_HAMZA_ABOVE) return;
    if (last == RS_HAMZA && before == RS_ALEF) return;
    EMIT(to, base, n, RS_FEAT_TANWIN | RS_FEAT_NO_CLITIC, RS_ALEF);
    if (last == RS_HAMZA) EMIT(to, base, n - 1, RS_FEAT_TANWIN | RS_FEAT_NO_CLITIC, RS_YEH_HAMZA, RS_ALEF);
}

static void singular(const inflection *to, const uint8_t *base, size_t n, uint32_t feat)
{
    uint8_t last = base[n - 1];
    bool changes = last == RS_TEH_MARBUTA || last == RS_ALEF_MAKSURA;
    emit(to, base, n, NULL, 0, feat | (changes ? RS_FEAT_NO_CLITIC : 0));
    before_clitic(to, base, n);
    tanwin(to, base, n);
}

/* The stem to which ان، ون، ات are added. */
static size_t suffix_stem(const uint8_t *base, size_t n, uint8_t *stem, bool keep_teh)
{
    memcpy(stem, base, n);
    if (stem[n - 1] == RS_TEH_MARBUTA) {
        if (!keep_teh) return n - 1;
        stem[n - 1] = RS_TEH;
    }
    if (stem[n - 1] == RS_ALEF_MAKSURA) stem[n - 1] = RS_YEH;
    return n;
}

static void sound_masculine(const inflection *to, const uint8_t *base, size_t n)
{
    inflection pl = *to;
    pl.feat = (to->feat & ~(RS_FEAT_NUMBER(3) | RS_FEAT_GENDER(3) | RS_FEAT_CITATION)) | RS_FEAT_NUMBER(RS_PL) |
              RS_FEAT_GENDER(RS_MASC);
    uint8_t stem[RS_FORM_MAX];
    n = suffix_stem(base, n, stem, false);
    if (stem[n - 1] == RS_HAMZA && n > 1 && stem[n - 2] == RS_ALEF) { /* غواؤون is rare; ءون is what is printed */
        EMIT(&pl, stem, n - 1, RS_FEAT_NOMINATIVE | RS_FEAT_NO_CLITIC, RS_WAW_HAMZA, RS_WAW, RS_NOON);
        EMIT(&pl, stem, n - 1, RS_FEAT_OBLIQUE | RS_FEAT_NO_CLITIC, RS_YEH_HAMZA, RS_YEH, RS_NOON);
        EMIT(&pl, stem, n - 1, RS_FEAT_NOMINATIVE | RS_FEAT_CONSTRUCT, RS_WAW_HAMZA, RS_WAW);
        EMIT(&pl, stem, n - 1, RS_FEAT_OBLIQUE | RS_FEAT_CONSTRUCT, RS_YEH_HAMZA, RS_YEH);
    }
    EMIT(&pl, stem, n, RS_FEAT_NOMINATIVE | RS_FEAT_NO_CLITIC, RS_WAW, RS_NOON);
    EMIT(&pl, stem, n, RS_FEAT_OBLIQUE | RS_FEAT_NO_CLITIC, RS_YEH, RS_NOON);
    EMIT(&pl, stem, n, RS_FEAT_NOMINATIVE | RS_FEAT_CONSTRUCT, RS_WAW);
    EMIT(&pl, stem, n, RS_FEAT_OBLIQUE | RS_FEAT_CONSTRUCT, RS_YEH);
}

static void dual(const inflection *to, const uint8_t *base, size_t n)
{
    inflection d = *to;
    d.feat = (to->feat & ~(RS_FEAT_NUMBER(3) | RS_FEAT_CITATION)) | RS_FEAT_NUMBER(RS_DUAL);
    uint8_t stem[RS_FORM_MAX];
    n = suffix_stem(base, n, stem, true);
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
    n = suffix_stem(base, n, stem, false);
    EMIT(&pl, stem, n, 0, RS_ALEF, RS_TEH);
}

static void feminine(const inflection *to, const uint8_t *base, size_t n)
{
    inflection f = *to;
    f.feat = (to->feat & ~(RS_FEAT_GENDER(3) | RS_FEAT_CITATION)) | RS_FEAT_GENDER(RS_FEM);
    uint8_t stem[RS_FORM_MAX];
    n = suffix_stem(base, n, stem, false);
    stem[n++] = RS_TEH_MARBUTA;
    singular(&f, stem, n, 0);
    dual(&f, stem, n);
    sound_feminine(&f, stem, n);
}

void rs_morph_noun(const uint8_t *base, size_t n, uint32_t feat, unsigned what, rs_form_fn *fn, void *context)
{
    inflection to = {fn, context, feat};
    if (n == 0 || n + 6 > RS_FORM_MAX) return;
    singular(&to, base, n, 0);
    /* قاضٍ: without the article the last ي is not written */
    if ((what & RS_NOUN_DEFECTIVE) && base[n - 1] == RS_YEH) {
        to.feat &= ~RS_FEAT_CITATION;
        emit(&to, base, n - 1, NULL, 0, RS_FEAT_INDEFINITE | RS_FEAT_NO_CLITIC);
        to.feat = feat;
    }
    if (what & RS_NOUN_DUAL) dual(&to, base, n);
    if (what & RS_NOUN_MASC_PL) {
        bool drops = (what & RS_NOUN_DEFECTIVE) && base[n - 1] == RS_YEH; /* قاضون */
        sound_masculine(&to, base, drops ? n - 1 : n);
    }
    if (what & RS_NOUN_FEM_PL) sound_feminine(&to, base, n);
    if (what & RS_NOUN_FEMININE) feminine(&to, base, n);
}
