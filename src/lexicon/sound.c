/* SPDX-License-Identifier: MIT */
/* Names as they sound. Vowels are written in too many ways to be compared (Hussein, Husayn, حسين), and so are the
 * consonants for which Latin has no letter (Qadhafi, Gaddafi, Kadhafi): those are left out, these are one. */
#include "lexicon/sound.h"

enum { BEGINS = 0x80, VOWEL = 'a', MIN_SOUND = 2, MIN_WORD = 3 };

/* The consonant that each Arabic letter is heard as; 0: a vowel. */
static const uint8_t arabic_sound[RS_LETTER_ARABIC_END] = {
    [RS_BEH] = 'b',   [RS_PEH] = 'b',   [RS_TEH] = 't',  [RS_THEH] = 't', [RS_JEEM] = 'k', [RS_TCHEH] = 's',
    [RS_HAH] = 'h',   [RS_KHAH] = 'k',  [RS_DAL] = 'd',  [RS_THAL] = 'd', [RS_REH] = 'r',  [RS_ZAIN] = 'z',
    [RS_SEEN] = 's',  [RS_SHEEN] = 's', [RS_SAD] = 's',  [RS_DAD] = 'd',  [RS_TAH] = 't',  [RS_ZAH] = 'z',
    [RS_GHAIN] = 'k', [RS_FEH] = 'f',   [RS_VEH] = 'f',  [RS_QAF] = 'k',  [RS_KAF] = 'k',  [RS_GAF] = 'k',
    [RS_LAM] = 'l',   [RS_MEEM] = 'm',  [RS_NOON] = 'n', [RS_HEH] = 'h',
};

/* The same of a to z. */
static const char latin_sound[26] = {
    0, 'b', 'k', 'd', 0, 'f', 'k', 'h', 0, 'k', 'k', 'l', 'm', 'n', 0, 'b', 'k', 'r', 's', 't', 0, 'f', 0, 'k', 0, 'z',
};

/* Two Latin letters that are one consonant. */
static const struct {
    char first, second, sound;
} latin_pair[] = {{'s', 'h', 's'}, {'c', 'h', 's'}, {'k', 'h', 'k'}, {'g', 'h', 'k'}, {'t', 'h', 't'}, {'d', 'h', 'd'},
                  {'p', 'h', 'f'}, {'z', 'h', 'z'}, {'c', 'k', 'k'}, {'d', 'j', 'k'}, {'c', 'e', 's'}, {'c', 'i', 's'}};

static bool is_latin(uint8_t letter) { return letter >= RS_LETTER_OTHER; }

static bool is_digit(uint8_t letter) { return letter >= '0' && letter <= '9'; }

static bool is_latin_vowel(uint8_t letter)
{
    return letter == RS_LETTER_OTHER || (letter >= 'a' && letter <= 'z' && !latin_sound[letter - 'a']);
}

/* Letters that stand for the glottal stop and ع in scholarly spellings: as apostrophes, they part no words. */
static bool is_apostrophe(uint32_t cp, rs_char c)
{
    return c.cls == RS_CLASS_MARK || c.cls == RS_CLASS_QUOTE || (cp >= 0x02B0 && cp <= 0x02FF);
}

size_t rs_plain(rs_str utf8, uint8_t *out, size_t cap)
{
    size_t n = 0;
    if (cap < 2) return 0;
    out[n++] = RS_GAP;
    for (size_t at = 0; at < utf8.n;) {
        uint32_t cp = rs_utf8_next(utf8.p, utf8.n, &at);
        rs_char c = rs_char_of(cp > 0xFFFF ? 0xFFFD : (uint16_t)cp);
        if (is_apostrophe(cp, c)) continue;
        if (n + 6 > cap) return 0; /* a ligature is four letters */
        if (c.cls == RS_CLASS_DIGIT) {
            out[n++] = (uint8_t)('0' + c.letter);
        } else if (c.cls != RS_CLASS_LETTER) {
            if (out[n - 1] != RS_GAP) out[n++] = RS_GAP;
        } else {
            out[n++] = rs_letter_fold[c.letter & 127];
            for (const uint8_t *l = c.more ? rs_ligature[c.more - 1] : NULL; l && *l; l++)
                out[n++] = rs_letter_fold[*l & 127];
        }
    }
    if (out[n - 1] != RS_GAP) out[n++] = RS_GAP;
    return n > 1 ? n : 0;
}

/* Where the word ends that begins at AT. */
static size_t word_end(const uint8_t *plain, size_t n, size_t at)
{
    while (at < n && plain[at] != RS_GAP) at++;
    return at;
}

/* Is the word [AT, END) an article: a vowel and l, or the first consonant of the next word, which there must be? */
static bool is_article(const uint8_t *plain, size_t n, size_t at, size_t end)
{
    if (end - at < 2 || end - at > 3 || end + 1 >= n) return false;
    if (!is_latin_vowel(plain[at]) || !is_latin(plain[at + 1])) return false;
    if (end - at == 2 && plain[at + 1] == 'l') return true;
    return memcmp(plain + at + 1, plain + end + 1, end - at - 1) == 0;
}

size_t rs_plain_bare(uint8_t *plain, size_t n)
{
    size_t kept = 0;
    for (size_t at = 0; at < n;) {
        size_t end = word_end(plain, n, at + 1);
        bool article = is_article(plain, n, at + 1, end);
        if (!article) memmove(plain + kept, plain + at, end - at), kept += end - at;
        at = end;
    }
    return kept;
}

static bool is_small_word(const uint8_t *word, size_t n)
{
    static const char *const small[] = {"of", "the", "and", "for", "in", "on", "to", "al", "el"};
    for (size_t i = 0; i < RS_COUNT(small); i++)
        if (strlen(small[i]) == n && memcmp(small[i], word, n) == 0) return true;
    return false;
}

bool rs_plain_initials(const uint8_t *plain, size_t n, const uint8_t *letter, size_t n_letter)
{
    size_t found = 0;
    for (size_t at = 1; at < n;) {
        size_t end = word_end(plain, n, at);
        if (found < n_letter && plain[at] == letter[found])
            found++;
        else if (!is_small_word(plain + at, end - at))
            return false;
        at = end + 1;
    }
    return n_letter > 1 && found == n_letter;
}

/* The letters of an Arabic word without its article, also that within عبدال; their number. */
static size_t without_article(const uint8_t *word, size_t n, uint8_t *out)
{
    static const uint8_t servant[] = {RS_AIN, RS_BEH, RS_DAL, RS_ALEF, RS_LAM};
    size_t from = n > 3 && word[0] == RS_ALEF && word[1] == RS_LAM ? 2 : 0;
    bool joined = n > sizeof servant + 1 && memcmp(word, servant, sizeof servant) == 0;
    size_t kept = 0;
    for (size_t i = from; i < n; i++)
        if (!joined || (i != 3 && i != 4)) out[kept++] = word[i];
    return kept;
}

static size_t sound_arabic(const uint8_t *word, size_t n, uint8_t *out)
{
    uint8_t letter[64];
    if (n > sizeof letter) return 0;
    n = without_article(word, n, letter);
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        uint8_t sound = letter[i] < RS_LETTER_ARABIC_END ? arabic_sound[letter[i]] : letter[i];
        if (!i && letter[i] == RS_WAW) sound = 'w';
        if (!i && letter[i] == RS_YEH) sound = 'y';
        if (sound == 'h' && i + 1 == n) sound = 0;
        if (sound || !i) out[m++] = sound ? sound : VOWEL;
    }
    return m;
}

/* The consonant at AT of a Latin word, 0 for a vowel; *used: of how many letters. */
static uint8_t latin_consonant(const uint8_t *word, size_t n, size_t at, size_t *used)
{
    *used = 1;
    for (size_t i = 0; at + 1 < n && i < RS_COUNT(latin_pair); i++) {
        if (word[at] != latin_pair[i].first || word[at + 1] != latin_pair[i].second) continue;
        *used = is_latin_vowel(word[at + 1]) ? 1 : 2;
        return (uint8_t)latin_pair[i].sound;
    }
    if (is_digit(word[at])) return word[at];
    if (!at && (word[at] == 'w' || word[at] == 'y')) return word[at];
    return is_latin_vowel(word[at]) ? 0 : (uint8_t)latin_sound[word[at] - 'a'];
}

/* Is the letter at AT the l of Abdel-, joined to what follows? */
static bool is_joined_article(const uint8_t *word, size_t n, size_t at)
{
    return at == 4 && word[4] == 'l' && memcmp(word, "abd", 3) == 0 && is_latin_vowel(word[3]) && n != 4;
}

static size_t sound_latin(const uint8_t *word, size_t n, uint8_t *out)
{
    size_t m = 0, used = 0;
    uint8_t before = 0; /* a doubled consonant is one */
    for (size_t at = 0; at < n; at += used) {
        uint8_t sound = latin_consonant(word, n, at, &used);
        if (is_joined_article(word, n, at)) continue;
        if (sound == 'h' && at + 1 == n) sound = 0;
        if (sound != before || !sound || is_digit(sound))
            if (sound || !at) out[m++] = sound ? sound : VOWEL;
        before = sound;
    }
    return m;
}

size_t rs_sound(const uint8_t *plain, size_t n, uint8_t *out)
{
    size_t m = 0, longest = 0, n_consonant = 0;
    for (size_t at = 1, end; at < n; at = end + 1) {
        end = word_end(plain, n, at);
        size_t from = m;
        if (is_article(plain, n, at, end)) continue;
        if (end - at > longest) longest = end - at;
        m += is_latin(plain[at]) || is_digit(plain[at]) ? sound_latin(plain + at, end - at, out + m)
                                                        : sound_arabic(plain + at, end - at, out + m);
        for (size_t i = from; i < m; i++) n_consonant += out[i] != VOWEL;
        if (m > from) out[from] |= BEGINS;
    }
    return longest >= MIN_WORD && n_consonant >= MIN_SOUND ? m : 0;
}

/* The part of NAME from AT that sounds as QUERY; 0 if none. A vowel counts where the first word begins. */
static size_t sounds_alike(const uint8_t *name, size_t n, size_t at, const uint8_t *query, size_t n_query)
{
    size_t i = at;
    for (size_t k = 0; k < n_query; k++, i++) {
        if (k && query[k] == (BEGINS | VOWEL) && ++k == n_query) break;
        if (i > at && i < n && name[i] == (BEGINS | VOWEL)) i++;
        if (i >= n || (name[i] | BEGINS) != (query[k] | BEGINS)) return 0;
    }
    return i == n || name[i] & BEGINS ? i - at : 0;
}

int rs_sound_match(const uint8_t *name, size_t n, const uint8_t *query, size_t n_query)
{
    if (!n_query || n < n_query / 2) return 0;
    for (size_t at = 0; at < n; at++) {
        size_t alike = name[at] & BEGINS ? sounds_alike(name, n, at, query, n_query) : 0;
        if (alike) return alike == n ? 2 : 1;
    }
    return 0;
}
