/* SPDX-License-Identifier: MIT */
/* The adjective of a place or group, made from its name in spelling: the article and the feminine ending go, what is
 * left takes ي. */
#include "morph/morph.h"

/* Names whose adjective follows no rule, and the adjective. */
static const struct by_name {
    uint8_t name[6], nisba[6];
} by_names[] = {
    {{RS_HAH, RS_DAD, RS_REH, RS_MEEM, RS_WAW, RS_TEH}, {RS_HAH, RS_DAD, RS_REH, RS_MEEM, RS_YEH}}, /* حضرموت */
    {{RS_SAD, RS_NOON, RS_AIN, RS_ALEF, RS_HAMZA}, {RS_SAD, RS_NOON, RS_AIN, RS_ALEF, RS_NOON, RS_YEH}}, /* صنعاء */
    {{RS_SEEN, RS_YEH, RS_NOON, RS_ALEF, RS_HAMZA}, {RS_SEEN, RS_YEH, RS_NOON, RS_ALEF, RS_WAW, RS_YEH}}, /* سيناء */
    {{RS_REH, RS_WAW, RS_MEEM, RS_ALEF}, {RS_REH, RS_WAW, RS_MEEM, RS_ALEF, RS_NOON, RS_YEH}},            /* روما */
};

static size_t length(const uint8_t *letter)
{
    size_t n = 0;
    while (n < 6 && letter[n]) n++;
    return n;
}

static size_t find_by_name(const uint8_t *base, size_t n, uint8_t *out)
{
    for (size_t i = 0; i < RS_COUNT(by_names); i++) {
        if (length(by_names[i].name) != n || memcmp(by_names[i].name, base, n) != 0) continue;
        size_t n_out = length(by_names[i].nisba);
        memcpy(out, by_names[i].nisba, n_out);
        return n_out;
    }
    return 0;
}

static size_t put(uint8_t *out, size_t n, uint8_t first, uint8_t second)
{
    out[n++] = first;
    if (second) out[n++] = second;
    return n;
}

/* سوريا, ليبيا: يا goes; درعا, مادبا keep their alif; longer names and those with a long vowel before the last syllable
 * (أثينا, فلوريدا) are foreign and lose it. */
static size_t of_alef(uint8_t *out, size_t n)
{
    if (n > 3 && out[n - 2] == RS_YEH) return put(out, n - 2, RS_YEH, 0);
    uint8_t long_vowel = n > 4 ? out[n - 3] : 0;
    bool foreign = n > 5 || long_vowel == RS_ALEF || long_vowel == RS_WAW || long_vowel == RS_YEH;
    return foreign ? put(out, n - 1, RS_YEH, 0) : put(out, n, RS_WAW, RS_YEH);
}

size_t rs_morph_nisba(const uint8_t *base, size_t n, uint8_t *out)
{
    bool article = n > 4 && base[0] == RS_ALEF && base[1] == RS_LAM;
    if (article) base += 2, n -= 2;
    if (n < 2 || n + 3 > RS_FORM_MAX) return 0;
    size_t n_out = find_by_name(base, n, out);
    if (n_out) return n_out;
    memcpy(out, base, n);
    uint8_t before = base[n - 2];
    switch (base[n - 1]) {
    case RS_TEH_MARBUTA: /* غزي; سورية: سوري; حماة: حموي */
        if (before == RS_YEH) return n > 4 ? n - 1 : 0;
        return before == RS_ALEF ? put(out, n - 2, RS_WAW, RS_YEH) : put(out, n - 1, RS_YEH, 0);
    case RS_ALEF: return of_alef(out, n);
    case RS_ALEF_MAKSURA: return n > 3 ? put(out, n - 1, RS_YEH, 0) : put(out, n - 1, RS_WAW, RS_YEH);
    case RS_HAMZA: /* البلقاء, الزرقاء are feminine adjectives, كربلاء, سامراء are not */
        if (before != RS_ALEF) return 0;
        return article ? put(out, n - 1, RS_WAW, RS_YEH) : put(out, n - 1, RS_YEH_HAMZA, RS_YEH);
    case RS_YEH: return n > 3 ? n : 0;
    case RS_WAW: return 0; /* طوكيو has none */
    default: return n > 2 ? put(out, n, RS_YEH, 0) : 0;
    }
}
