/* SPDX-License-Identifier: MIT */
/* Tokens and sentences in one pass over the code points. A word is a run of letters and marks of one script; a number a
 * run of digits with their separators; everything else that is not white space is one token a character. A sentence
 * ends at a line end, or at . ! ? ؟ that is followed by white space; two dots are a pause of headlines, no end. */
#include "word/word.h"

enum { KEY_MAX = 48, FULL = 60000, LONGEST = 400 }; /* LONGEST: tokens of a sentence; a text without stops is cut */

rs_status rs_words_init(rs_words *words, const rs_lexicon *lexicon, const rs_alloc *alloc, rs_error *error)
{
    memset(words, 0, sizeof *words);
    words->lexicon = lexicon;
    words->alloc = alloc;
    memset(words->bucket, 0xFF, sizeof words->bucket);
    if (!rs_vec_reserve(alloc, &words->word, FULL + 4096) || !rs_vec_reserve(alloc, &words->key, (FULL + 4096) * 8))
        return rs_error_set(error, RS_E_NOMEM, "no memory for the cache of words");
    return RS_OK;
}

void rs_words_free(rs_words *words)
{
    if (!words->alloc) return;
    rs_vec_free(words->alloc, &words->word);
    rs_vec_free(words->alloc, &words->key);
    rs_vec_free(words->alloc, &words->token);
    rs_vec_free(words->alloc, &words->sentence);
}

static void forget(rs_words *words)
{
    rs_vec_clear(&words->word);
    rs_vec_clear(&words->key);
    memset(words->bucket, 0xFF, sizeof words->bucket);
}

static void spell_word(const uint16_t *cp, size_t n, rs_word *w)
{
    for (size_t i = 0; i < n; i++) {
        rs_char c = rs_char_of(cp[i]);
        if (c.cls == RS_CLASS_MARK) {
            if (!w->vowel && c.letter >= RS_MARK_FATHA && c.letter <= RS_MARK_KASRA && w->n_letter <= 2)
                w->vowel = c.letter;
            if (c.letter >= RS_MARK_FATHATAN && c.letter <= RS_MARK_KASRATAN) w->tanwin = c.letter;
            continue;
        }
        if (w->n_letter < RS_MAX_LETTER) w->letter[w->n_letter++] = c.letter;
        if (!c.more) continue;
        for (const uint8_t *l = rs_ligature[c.more - 1]; *l && w->n_letter < RS_MAX_LETTER; l++)
            w->letter[w->n_letter++] = *l;
    }
    w->latin = w->n_letter && w->letter[0] >= RS_LETTER_OTHER;
}

/* The entry of the word CP[0..n); its readings are found when it is first met. */
static uint32_t intern(rs_words *words, const uint16_t *cp, size_t n)
{
    if (n > KEY_MAX) n = KEY_MAX;
    uint32_t hash = rs_hash32(cp, n * sizeof *cp);
    uint32_t *head = &words->bucket[hash % RS_COUNT(words->bucket)];
    for (uint32_t i = *head; i != RS_NONE; i = words->word.at[i].next) {
        const rs_word *w = &words->word.at[i];
        if (w->hash == hash && w->n_key == n && memcmp(words->key.at + w->key_at, cp, n * sizeof *cp) == 0) return i;
    }
    uint32_t index = (uint32_t)words->word.n;
    rs_word *w = rs_vec_take(&words->word);
    memset(w, 0, sizeof *w);
    w->hash = hash;
    w->key_at = (uint32_t)words->key.n;
    w->n_key = (uint8_t)n;
    w->next = *head;
    *head = index;
    for (size_t i = 0; i < n; i++) *rs_vec_take(&words->key) = cp[i];
    spell_word(cp, n, w);
    if (w->n_letter) word_analyse(words->lexicon, w);
    if (!w->n_reading) w->n_reading = 1, w->reading[0] = (rs_reading){RS_NONE, RS_FEAT_POS(RS_POS_NONE), 0, 0, 0, 0, 0};
    word_set_kinds(words->lexicon, w);
    return index;
}

static bool word_char(rs_char c) { return c.cls == RS_CLASS_LETTER || c.cls == RS_CLASS_MARK; }

static bool latin(rs_char c) { return c.cls == RS_CLASS_LETTER && c.letter >= RS_LETTER_OTHER; }

static size_t word_end(const uint16_t *cp, size_t at, size_t end)
{
    bool is_latin = latin(rs_char_of(cp[at]));
    for (; at < end; at++) {
        rs_char c = rs_char_of(cp[at]);
        if (!word_char(c) || (c.cls == RS_CLASS_LETTER && latin(c) != is_latin)) break;
    }
    return at;
}

static bool separates(uint16_t c) { return c == '.' || c == ',' || c == 0x066B || c == 0x066C; }

/* Digits from AT on. */
static size_t digits(const uint16_t *cp, size_t at, size_t end)
{
    size_t n = 0;
    while (at + n < end && rs_char_of(cp[at + n]).cls == RS_CLASS_DIGIT) n++;
    return n;
}

/* Two digits of a fraction that has N. */
static uint8_t hundredths(const uint16_t *cp, size_t at, size_t n)
{
    unsigned tens = rs_char_of(cp[at]).letter, ones = n > 1 ? rs_char_of(cp[at + 1]).letter : 0;
    return (uint8_t)(tens * 10 + ones);
}

/* 2018, 1.200, 12,5: three digits behind a separator are thousands, others a fraction; but the dots of 16.12.2016 are
 * marks of their own. *part gets the hundredths, and RS_TOKEN_PERCENT before a percent sign. */
static size_t number_end(const uint16_t *cp, size_t at, size_t end, uint32_t *value, uint8_t *part)
{
    uint64_t v = 0;
    size_t n = digits(cp, at, end), first = n;
    bool inside = at > 0 && separates(cp[at - 1]);
    *part = 0;
    for (size_t i = 0;; i = 0) {
        for (; i < n; i++) v = v < 4000000000u ? v * 10 + rs_char_of(cp[at + i]).letter : v;
        at += n;
        if (at >= end || !separates(cp[at]) || !(n = digits(cp, at + 1, end))) break;
        size_t after = at + 1 + n;
        bool more = after + 1 < end && separates(cp[after]) && digits(cp, after + 1, end);
        bool thousands = n == 3 && first <= 3 && v && cp[at] != 0x066B;
        if (!thousands && (more || inside)) break;
        if (!thousands) {
            *part = hundredths(cp, at + 1, n);
            at = after;
            break;
        }
        at++;
    }
    if (at < end && (cp[at] == '%' || cp[at] == 0x066A)) *part |= RS_TOKEN_PERCENT;
    *value = v > 0xFFFFFFFEu ? 0xFFFFFFFEu : (uint32_t)v;
    return at;
}

static bool ends_sentence(const rs_text *text, size_t at, size_t end, size_t *after)
{
    const uint16_t *cp = text->cp.at;
    rs_char c = rs_char_of(cp[at]);
    if (c.cls != RS_CLASS_STOP) return false;
    size_t i = at + 1;
    if (cp[at] == '.' && ((i < end && cp[i] == '.') || (at > 0 && cp[at - 1] == '.'))) return false;
    if (cp[at] == 0x2026) return false;
    while (i < end && (rs_char_of(cp[i]).cls == RS_CLASS_QUOTE || rs_char_of(cp[i]).cls == RS_CLASS_CLOSE ||
                       rs_char_of(cp[i]).cls == RS_CLASS_STOP))
        i++;
    *after = i;
    return i >= end || rs_char_of(cp[i]).cls == RS_CLASS_SPACE || rs_char_of(cp[i]).cls == RS_CLASS_NEWLINE;
}

static void close_sentence(rs_words *words, size_t first)
{
    size_t n = words->token.n - first;
    if (!n) return;
    rs_sentence *s = rs_vec_take(&words->sentence);
    *s = (rs_sentence){words->token.at[first].begin, words->token.at[words->token.n - 1].end, (uint32_t)first,
                       (uint32_t)n};
}

static rs_token *put(rs_words *words, size_t begin, size_t end, enum rs_token_kind kind, bool space)
{
    rs_token *t = rs_vec_take(&words->token);
    *t = (rs_token){(uint32_t)begin, (uint32_t)end, 0, (uint8_t)kind, 0, 0, space};
    return t;
}

/* Worst case: each code point a token and a word of its own. Distinct words are far fewer, but that is what is reserved
 * beyond what the cache still has room for. */
static bool reserve(rs_words *words, const rs_text *text, size_t begin, size_t end)
{
    size_t n_word = 0, n_token = 0, n_end = 1;
    for (size_t i = begin; i < end; i++) {
        rs_char c = rs_char_of(text->cp.at[i]),
                before = i > begin ? rs_char_of(text->cp.at[i - 1]) : (rs_char){RS_CLASS_SPACE, 0, 0};
        bool starts = word_char(c) && (!word_char(before) || latin(c) != latin(before));
        n_word += starts;
        n_token += starts || (!word_char(c) && c.cls != RS_CLASS_SPACE && c.cls != RS_CLASS_NEWLINE);
        n_end += c.cls == RS_CLASS_STOP || c.cls == RS_CLASS_NEWLINE;
    }
    n_end += n_token / LONGEST;
    if (words->word.n + n_word > words->word.cap || words->word.n > FULL ||
        words->key.n + (end - begin) > words->key.cap)
        forget(words);
    return rs_vec_reserve(words->alloc, &words->word, n_word) &&
           rs_vec_reserve(words->alloc, &words->key, end - begin + KEY_MAX) &&
           rs_vec_reserve(words->alloc, &words->token, n_token) &&
           rs_vec_reserve(words->alloc, &words->sentence, n_end);
}

rs_status rs_words_read(rs_words *words, const rs_text *text, size_t begin, size_t end, rs_error *error)
{
    rs_vec_clear(&words->token);
    rs_vec_clear(&words->sentence);
    if (!reserve(words, text, begin, end)) return rs_error_set(error, RS_E_NOMEM, "no memory for the words of a text");
    const uint16_t *cp = text->cp.at;
    size_t first = 0;
    bool space = true;
    for (size_t at = begin; at < end;) {
        rs_char c = rs_char_of(cp[at]);
        size_t from = at, after;
        if (c.cls == RS_CLASS_SPACE || c.cls == RS_CLASS_NEWLINE) {
            if (c.cls == RS_CLASS_NEWLINE) close_sentence(words, first), first = words->token.n;
            space = true, at++;
            continue;
        }
        if (word_char(c)) {
            at = word_end(cp, at, end);
            put(words, from, at, RS_TOKEN_WORD, space)->word = intern(words, cp + from, at - from);
        } else if (c.cls == RS_CLASS_DIGIT) {
            uint32_t value;
            uint8_t part;
            at = number_end(cp, at, end, &value, &part);
            rs_token *number = put(words, from, at, RS_TOKEN_NUMBER, space);
            number->word = value, number->cls = part;
        } else {
            put(words, from, ++at, RS_TOKEN_PUNCT, space)->cls = c.cls;
            if (ends_sentence(text, from, end, &after)) {
                for (; at < after; at++) put(words, at, at + 1, RS_TOKEN_PUNCT, false)->cls = rs_char_of(cp[at]).cls;
                close_sentence(words, first);
                first = words->token.n;
            }
        }
        if (words->token.n - first >= LONGEST) close_sentence(words, first), first = words->token.n;
        space = false;
    }
    close_sentence(words, first);
    return RS_OK;
}
