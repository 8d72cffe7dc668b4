/* SPDX-License-Identifier: MIT */
/* A word as phonemes: consonants are letters of text/letter.h, vowels the characters below. Private to morph. */
#ifndef MORPH_PHONEME_H
#define MORPH_PHONEME_H

#include "morph/morph.h"

/* a i u short; A I U long; E: long a written ى at the end; T: ة; W: alif of wasl with its vowel after it; x: the silent
 * alif of the plural; _: nothing, but the vowel before it is no ending. Letters are below 64, so the two never meet. */
typedef struct phonemes {
    uint8_t at[RS_FORM_MAX];
    size_t n;
} phonemes;

static inline bool is_short(uint8_t p) { return p == 'a' || p == 'i' || p == 'u'; }
static inline bool is_long(uint8_t p) { return p == 'A' || p == 'I' || p == 'U' || p == 'E'; }
static inline bool is_vowel(uint8_t p) { return is_short(p) || is_long(p); }
static inline bool is_consonant(uint8_t p) { return p && p < RS_LETTER_ARABIC_END; }

static inline void ph_put(phonemes *w, uint8_t p)
{
    RS_BUG_IF(w->n >= sizeof w->at);
    w->at[w->n++] = p;
}

static inline void ph_drop(phonemes *w, size_t at, size_t n)
{
    memmove(w->at + at, w->at + at + n, w->n - at - n);
    w->n -= n;
}

/* ph_spell - the letters of W by the rules of Arabic spelling; OUT has room for RS_FORM_MAX. The number of letters. */
size_t ph_spell(const phonemes *w, uint8_t *out);

/* ph_joins - is LETTER written together with the one after it? */
bool ph_joins(uint8_t letter);

#endif
