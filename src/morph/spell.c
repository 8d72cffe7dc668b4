/* SPDX-License-Identifier: MIT */
/* From phonemes to letters. Short vowels are not written, a doubled consonant is written once, long vowels are
 * ا و ي, and hamza sits where its neighbours' vowels put it: i is stronger than u, u stronger than a, a stronger
 * than none. Two hamzas in one syllable become a long vowel (آمن، أوتي، إيمان). */
#include "morph/phoneme.h"

/* ʔaʔC -> ʔAC, ʔiʔC -> ʔIC, ʔuʔC -> ʔUC; iwC -> IC; uyC -> UC. */
static void merge(phonemes *w)
{
    for (size_t i = 0; i + 1 < w->n; i++) {
        uint8_t v = w->at[i], c = w->at[i + 1], next = i + 2 < w->n ? w->at[i + 2] : 0;
        bool closed = !is_vowel(next) && next != c;
        if (!is_short(v) || !closed) continue;
        bool hamza = c == RS_HAMZA && i > 0 && w->at[i - 1] == RS_HAMZA && next;
        bool glide = (v == 'i' && c == RS_WAW) || (v == 'u' && c == RS_YEH && next);
        if (!hamza && !glide) continue;
        w->at[i] = v == 'a' ? 'A' : v == 'i' ? 'I' : 'U';
        ph_drop(w, i + 1, 1);
    }
}

/* A doubled hamza has one seat (ترأّس، مترئّس). */
static void join_hamzas(phonemes *w)
{
    for (size_t i = 0; i + 1 < w->n;)
        if (w->at[i] == RS_HAMZA && w->at[i + 1] == RS_HAMZA)
            ph_drop(w, i, 1);
        else
            i++;
}

static uint8_t initial_seat(uint8_t next)
{
    return next == 'i' || next == 'I' ? RS_ALEF_HAMZA_BELOW : RS_ALEF_HAMZA_ABOVE;
}

static uint8_t final_seat(uint8_t before)
{
    return before == 'a' ? RS_ALEF_HAMZA_ABOVE : before == 'i' ? RS_YEH_HAMZA : before == 'u' ? RS_WAW_HAMZA : RS_HAMZA;
}

static uint8_t medial_seat(uint8_t before, uint8_t next)
{
    if (before == 'i' || before == 'I' || before == RS_YEH || next == 'i' || next == 'I') return RS_YEH_HAMZA;
    if (before == 'u' || ((next == 'u' || next == 'U') && before != 'U')) return RS_WAW_HAMZA;
    if (before == 'A' || before == 'U' || before == RS_WAW) return RS_HAMZA;
    return RS_ALEF_HAMZA_ABOVE;
}

/* A hamza followed by long a is one letter (آ), unless it stands alone on the line (تساءلا). */
static size_t put_hamza(const phonemes *w, size_t i, uint8_t *out, size_t *n)
{
    uint8_t before = i ? w->at[i - 1] : 0, next = i + 1 < w->n ? w->at[i + 1] : 0;
    uint8_t seat = i == 0 ? initial_seat(next) : !next ? final_seat(before) : medial_seat(before, next);
    if (seat == RS_ALEF_HAMZA_ABOVE && next == 'A') return out[(*n)++] = RS_ALEF_MADDA, i + 2;
    out[(*n)++] = seat;
    return i + 1;
}

size_t ph_spell(const phonemes *word, uint8_t *out)
{
    phonemes w = *word;
    merge(&w);
    join_hamzas(&w);
    size_t n = 0;
    for (size_t i = 0; i < w.n;) {
        uint8_t p = w.at[i], before = i ? w.at[i - 1] : 0;
        bool last = i + 1 == w.n;
        if (p == RS_HAMZA) {
            i = put_hamza(&w, i, out, &n);
            continue;
        }
        if (p == 'W')
            out[n++] = RS_ALEF, i++;
        else if (p == 'A' || p == 'x')
            out[n++] = RS_ALEF;
        else if (p == 'I')
            out[n++] = RS_YEH;
        else if (p == 'U')
            out[n++] = RS_WAW;
        else if (p == 'E')
            out[n++] = last ? RS_ALEF_MAKSURA : RS_ALEF;
        else if (p == 'T')
            out[n++] = last ? RS_TEH_MARBUTA : RS_TEH;
        else if (is_consonant(p) && p != before)
            out[n++] = p;
        i++;
    }
    return n;
}
