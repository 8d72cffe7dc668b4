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

/* After ي the seat is ئ (هيئة), but a middle radical keeps the one of its vowel (ييأس). */
static uint8_t medial_seat(uint8_t before, uint8_t next, uint8_t after)
{
    if (before == RS_YEH && next == 'a' && is_consonant(after)) return RS_ALEF_HAMZA_ABOVE;
    if (before == 'i' || before == 'I' || before == RS_YEH || next == 'i' || next == 'I') return RS_YEH_HAMZA;
    if (before == 'u' || ((next == 'u' || next == 'U') && before != 'U')) return RS_WAW_HAMZA;
    if (before == 'A' || before == 'U' || before == RS_WAW) return RS_HAMZA;
    return RS_ALEF_HAMZA_ABOVE;
}

/* A hamza followed by long a is one letter (آ), unless it stands alone on the line (تساءلا). */
static size_t put_hamza(const phonemes *w, size_t i, uint8_t *out, size_t *n)
{
    uint8_t before = i ? w->at[i - 1] : 0, next = i + 1 < w->n ? w->at[i + 1] : 0;
    uint8_t after = i + 2 < w->n ? w->at[i + 2] : 0;
    uint8_t seat = i == 0 ? initial_seat(next) : !next ? final_seat(before) : medial_seat(before, next, after);
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
            out[n++] = RS_ALEF, i += is_short(w.at[i + 1]); /* ايجل has a long one */
        else if (p == 'A' || p == 'x')
            out[n++] = RS_ALEF;
        else if (p == 'I')
            out[n++] = RS_YEH;
        else if (p == 'U')
            out[n++] = RS_WAW;
        else if (p == 'E')
            out[n++] = last && before != RS_YEH ? RS_ALEF_MAKSURA : RS_ALEF; /* يحيا */
        else if (p == 'T')
            out[n++] = last ? RS_TEH_MARBUTA : RS_TEH;
        else if (is_consonant(p) && p != before)
            out[n++] = p;
        i++;
    }
    return n;
}

/* Does a letter join the one after it? */
bool ph_joins(uint8_t letter)
{
    switch (letter) {
    case RS_HAMZA:
    case RS_ALEF:
    case RS_ALEF_MADDA:
    case RS_ALEF_HAMZA_ABOVE:
    case RS_ALEF_HAMZA_BELOW:
    case RS_WAW_HAMZA:
    case RS_TEH_MARBUTA:
    case RS_ALEF_MAKSURA:
    case RS_DAL:
    case RS_THAL:
    case RS_REH:
    case RS_ZAIN:
    case RS_WAW: return false;
    default: return true;
    }
}

/* LETTER with N_OLD of its letters from AT replaced by NEW, handed on; no longer the form that names the lemma. */
typedef struct respelling {
    const uint8_t *letter;
    size_t n;
    uint32_t feat;
    rs_form_fn *fn;
    void *context;
} respelling;

static void respell(const respelling *r, size_t at, size_t n_old, uint8_t first, uint8_t second)
{
    uint8_t out[RS_FORM_MAX + 1];
    size_t n_new = second ? 2 : 1, rest = r->n - at - n_old;
    if (at + n_new + rest > RS_FORM_MAX) return;
    memcpy(out, r->letter, at);
    out[at] = first, out[at + 1] = second;
    memcpy(out + at + n_new, r->letter + at + n_old, rest);
    r->fn(r->context, out, at + n_new + rest, r->feat & ~RS_FEAT_CITATION);
}

/* How many letters of the ending of the plural follow the hamza of قرؤوا، يقرؤون، قرؤو(ه); 0 if it is none. */
static size_t plural_ending(const respelling *r, size_t i)
{
    size_t rest = r->n - i - 1;
    bool verb = rs_pos_of(r->feat) == RS_POS_VERB && rs_number_of(r->feat) == RS_PL;
    return verb && (rest == 1 || (rest == 2 && r->letter[i + 2] != RS_YEH)) ? rest : 0;
}

/* hamza before a long u: مسئول، شئون, رءوس، جاءوا; and with the seat that the bare stem has: قرأوا، يبدأون */
static void respell_before_waw(const respelling *r, size_t i)
{
    uint8_t seat = r->letter[i], before = r->letter[i - 1];
    if (seat == RS_WAW_HAMZA) {
        respell(r, i, 1, ph_joins(before) ? RS_YEH_HAMZA : RS_HAMZA, 0);
        if (before != RS_ALEF && plural_ending(r, i)) respell(r, i, 1, RS_ALEF_HAMZA_ABOVE, 0);
    } else if ((seat == RS_YEH_HAMZA && before == RS_YEH) || (seat == RS_HAMZA && before == RS_WAW)) {
        respell(r, i, 1, RS_WAW_HAMZA, 0); /* ميؤوس، يسوؤون */
    }
}

void rs_morph_variants(const uint8_t *letter, size_t n, uint32_t feat, rs_form_fn *fn, void *context)
{
    respelling r = {letter, n, feat, fn, context};
    for (size_t i = 1; i + 1 < n; i++)
        if (letter[i + 1] == RS_WAW) respell_before_waw(&r, i);
    uint8_t last = letter[n - 1], before = n > 1 ? letter[n - 2] : 0;
    if (rs_number_of(feat) == RS_DUAL && n > 2) { /* يبدأان، مبدأان */
        if (last == RS_ALEF_MADDA) respell(&r, n - 1, 1, RS_ALEF_HAMZA_ABOVE, RS_ALEF);
        if (last == RS_NOON && before == RS_ALEF_MADDA) respell(&r, n - 2, 1, RS_ALEF_HAMZA_ABOVE, RS_ALEF);
    }
    if (last == RS_YEH_HAMZA && n > 2 && before != RS_YEH && before != RS_ALEF &&
        !(feat & RS_FEAT_CLITIC)) { /* شاطيء، طوارىء */
        r.feat |= RS_FEAT_NO_CLITIC;
        respell(&r, n - 1, 1, RS_YEH, RS_HAMZA);
        respell(&r, n - 1, 1, RS_ALEF_MAKSURA, RS_HAMZA);
    }
    if ((feat & RS_FEAT_CLITIC) && last == RS_HAMZA && before == RS_WAW) respell(&r, n - 1, 1, RS_WAW_HAMZA, 0);
}
