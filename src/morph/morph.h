/* SPDX-License-Identifier: MIT */
/* morph - the door of the paradigm layer: from a lemma to all its forms.
 *
 * Verbs are built from root, form and vowels as phonemes (consonants and vowels, weak radicals and hamza among
 * them); the rules of the weak, doubled and hamzated roots then apply in order, and spelling comes last. So one
 * mechanism serves all forms and all combinations of weakness. Nouns are inflected in spelling. */
#ifndef MORPH_MORPH_H
#define MORPH_MORPH_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

enum { RS_FORM_MAX = 40 };

/* A verb as the lexicon describes it. */
typedef struct rs_verb {
    uint8_t root[4];    /* letters; hamza as RS_HAMZA */
    uint8_t n_root;     /* 3 or 4 */
    uint8_t form;       /* 1-10; 11-14 are QI-QIV */
    char perfect_vowel; /* of form I: 'a', 'i', 'u'; else 0 */
    char imperfect_vowel;
    bool sound; /* a hollow root conjugated as a sound one (استجوب) */
} rs_verb;

/* Called for each form: strict letters, features (part of speech and all). */
typedef void rs_form_fn(void *context, const uint8_t *letter, size_t n, uint32_t feat);

/* rs_morph_verb - every finite form of VERB. false if the verb is malformed (root length against form). */
RS_NODISCARD bool rs_morph_verb(const rs_verb *verb, rs_form_fn *fn, void *context);
/* rs_morph_participle - the masculine singular of the participle; the number of letters, 0 if there is none. */
size_t rs_morph_participle(const rs_verb *verb, bool passive, uint8_t *out);
/* rs_morph_masdar - the regular verbal noun of a derived form; 0 letters for form I. */
size_t rs_morph_masdar(const rs_verb *verb, uint8_t *out);
/* rs_morph_citation - the perfect, third person masculine singular, active. */
size_t rs_morph_citation(const rs_verb *verb, uint8_t *out);

/* rs_morph_variants - the other spellings of a form that the press uses beside the regular one (مسئول، شئون، يقرأون،
 * قرأوا، جاءوا، شاطيء): none, one or two of them. Features as given, but none is a citation form. */
void rs_morph_variants(const uint8_t *letter, size_t n, uint32_t feat, rs_form_fn *fn, void *context);

/* rs_morph_noun - the forms of one stem of a noun or adjective: BASE as spelled; feat: part of speech, gender, number,
 * and what holds for all forms. DUAL, SOUND_MASC, SOUND_FEM add those paradigms. */
enum { RS_NOUN_DUAL = 1, RS_NOUN_MASC_PL = 2, RS_NOUN_FEM_PL = 4, RS_NOUN_FEMININE = 8, RS_NOUN_DEFECTIVE = 16 };
void rs_morph_noun(const uint8_t *base, size_t n, uint32_t feat, unsigned what, rs_form_fn *fn, void *context);

/* rs_morph_nisba - the masculine singular of the adjective of a place or group named by one word, with or without
 * article (دمشقي، رقي، طنطاوي); OUT has room for RS_FORM_MAX. The number of letters, 0 if no rule gives one. */
size_t rs_morph_nisba(const uint8_t *base, size_t n, uint8_t *out);

#endif
