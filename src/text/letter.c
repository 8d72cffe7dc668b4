/* SPDX-License-Identifier: MIT */
/* Letters: what each folds to, how each is printed, and the way from UTF-8 to letters and back. */
#include "text/text.h"

const uint8_t rs_letter_fold[128] = {
#define ROW(name, cp, fold) [RS_##name] = RS_##fold,
    RS_LETTER_LIST(ROW)
#undef ROW
#define SAME(c) [c] = c, [c + 1] = c + 1, [c + 2] = c + 2, [c + 3] = c + 3, [c + 4] = c + 4, [c + 5] = c + 5
        [RS_LETTER_OTHER] = RS_LETTER_OTHER,
    SAME('a'),
    SAME('a' + 6),
    SAME('a' + 12),
    SAME('a' + 18),
    ['y'] = 'y',
    ['z'] = 'z',
    ['0'] = '0',
    ['1'] = '1',
    ['2'] = '2',
    ['3'] = '3',
    ['4'] = '4',
    ['5'] = '5',
    ['6'] = '6',
    ['7'] = '7',
    ['8'] = '8',
    ['9'] = '9',
#undef SAME
};

const uint16_t rs_letter_code[128] = {
#define ROW(name, cp, fold) [RS_##name] = cp,
    RS_LETTER_LIST(ROW)
#undef ROW
        [RS_LETTER_OTHER] = 0xFFFD,
};

void rs_fold(const uint8_t *strict, size_t n, uint8_t *out)
{
    for (size_t i = 0; i < n; i++) out[i] = rs_letter_fold[strict[i] & 127];
}

size_t rs_spell(rs_str utf8, uint8_t *out, size_t cap)
{
    size_t n = 0;
    for (size_t at = 0; at < utf8.n && n < cap;) {
        uint32_t cp = rs_utf8_next(utf8.p, utf8.n, &at);
        rs_char c = rs_char_of(cp > 0xFFFF ? 0xFFFD : (uint16_t)cp);
        if (c.cls != RS_CLASS_LETTER) continue;
        out[n++] = c.letter;
        if (!c.more) continue;
        for (const uint8_t *l = rs_ligature[c.more - 1]; *l && n < cap; l++) out[n++] = *l;
    }
    return n;
}

size_t rs_spell_number(uint32_t value, uint8_t out[10])
{
    uint8_t back[10];
    size_t n = 0;
    do back[n++] = (uint8_t)('0' + value % 10);
    while ((value /= 10) != 0);
    for (size_t i = 0; i < n; i++) out[i] = back[n - 1 - i];
    return n;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t spell_digits(rs_str digits, uint8_t *out, size_t cap)
{
    while (digits.n > 1 && digits.p[0] == '0') digits.p++, digits.n--;
    size_t n = digits.n < cap ? digits.n : cap;
    memcpy(out, digits.p, n);
    return n;
}

size_t rs_spell_next(rs_str *phrase, uint8_t *out, size_t cap)
{
    while (phrase->n && phrase->p[0] == ' ') phrase->p++, phrase->n--;
    if (!phrase->n) return 0;
    bool digit = is_digit(phrase->p[0]);
    size_t n = 0;
    while (n < phrase->n && phrase->p[n] != ' ' && is_digit(phrase->p[n]) == digit) n++;
    rs_str part = {phrase->p, n};
    phrase->p += n, phrase->n -= n;
    if (digit) return spell_digits(part, out, cap);
    n = rs_spell(part, out, cap);
    rs_fold(out, n, out);
    return n;
}

size_t rs_unspell(const uint8_t *letter, size_t n, char *out)
{
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        uint8_t l = letter[i] & 127;
        if ((l >= 'a' && l <= 'z') || (l >= '0' && l <= '9'))
            out[at++] = (char)l;
        else
            at += rs_utf8_put(rs_letter_code[l] ? rs_letter_code[l] : 0xFFFD, out + at);
    }
    return at;
}
