/* SPDX-License-Identifier: MIT */
/* Tokens and sentences in one pass over the code points. A word is a run of letters and marks of one script; a number a
 * run of digits with their separators; everything else that is not white space is one token a character. A sentence
 * ends at a line end, or at . ! ? ؟ that is followed by white space; two dots are a pause of headlines, no end. */
#include "word/word.h"

/* LONGEST: tokens of a sentence; a text without stops is cut. FULL: words that are kept; SPARE: room for those of an
 * article beyond them. There is room for four readings and a key of two parts a word, which is more than the average.
 */
enum { KEY_MAX = 48, KEY_PART = 4, FULL = 120000, SPARE = 8000, LONGEST = 400 };

rs_status rs_words_init(rs_words *words, const rs_lexicon *lexicon, const rs_alloc *alloc, rs_error *error)
{
    memset(words, 0, sizeof *words);
    words->lexicon = lexicon;
    words->alloc = alloc;
    memset(words->bucket, 0xFF, sizeof words->bucket);
    if (!rs_vec_reserve(alloc, &words->word, FULL + SPARE) || !rs_vec_reserve(alloc, &words->reading, FULL * 4) ||
        !rs_vec_reserve(alloc, &words->key, FULL * 2))
        return rs_error_set(error, RS_E_NOMEM, "no memory for the cache of words");
    return RS_OK;
}

void rs_words_free(rs_words *words)
{
    if (!words->alloc) return;
    rs_vec_free(words->alloc, &words->word);
    rs_vec_free(words->alloc, &words->reading);
    rs_vec_free(words->alloc, &words->key);
    rs_vec_free(words->alloc, &words->token);
    rs_vec_free(words->alloc, &words->sentence);
}

void rs_words_forget(rs_words *words)
{
    rs_vec_clear(&words->word);
    rs_vec_clear(&words->reading);
    rs_vec_clear(&words->key);
    memset(words->bucket, 0xFF, sizeof words->bucket);
}

static void spell_word(const uint16_t *cp, size_t n, rs_word *w)
{
    for (size_t i = 0; i < n; i++) {
        rs_char c = rs_char_of(cp[i]);
        if (c.cls == RS_CLASS_MARK) {
            if (c.letter == RS_MARK_DAMMA && w->n_letter) w->damma |= 1u << (w->n_letter - 1);
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

/* The code points of a word, zeros after them: compared and hashed four at a time. */
typedef struct key {
    uint64_t part[KEY_MAX / KEY_PART];
    size_t n, n_part;
    uint32_t hash;
} key;

static size_t key_parts(size_t n) { return ((n < KEY_MAX ? n : KEY_MAX) + KEY_PART - 1) / KEY_PART; }

static void make_key(const uint16_t *cp, size_t n, key *k)
{
    k->n = n < KEY_MAX ? n : KEY_MAX;
    k->n_part = key_parts(n);
    uint64_t h = k->n;
    for (size_t i = 0; i < k->n_part; i++) {
        size_t rest = k->n - i * KEY_PART;
        uint64_t part = 0;
        if (rest >= KEY_PART)
            memcpy(&part, cp + i * KEY_PART, sizeof part);
        else
            for (size_t c = 0; c < rest; c++) part |= (uint64_t)cp[i * KEY_PART + c] << (16 * c);
        k->part[i] = part;
        h = (h ^ part) * 0x9E3779B97F4A7C15u;
        h ^= h >> 32;
    }
    k->hash = (uint32_t)(h ^ h >> 17);
}

static bool has_key(const rs_words *words, const rs_word *w, const key *k)
{
    if (w->hash != k->hash || w->n_key != k->n) return false;
    const uint64_t *part = words->key.at + w->key_at;
    for (size_t i = 0; i < k->n_part; i++)
        if (part[i] != k->part[i]) return false;
    return true;
}

static void read_word(rs_words *words, const uint16_t *cp, size_t n, rs_word *w)
{
    spell_word(cp, n, w);
    w->reading = words->reading.at + words->reading.n;
    RS_BUG_IF(words->reading.cap - words->reading.n < RS_MAX_READING);
    if (w->n_letter) word_analyse(words->lexicon, w);
    if (!w->n_reading)
        w->n_reading = 1, w->reading[0] = (rs_reading){.lemma = RS_NONE, .feat = RS_FEAT_POS(RS_POS_NONE)};
    words->reading.n += w->n_reading;
    word_prepare(words->lexicon, w);
}

/* The entry of the word CP[0..n); its readings are found when it is first met. */
static uint32_t intern(rs_words *words, const uint16_t *cp, size_t n)
{
    key k;
    make_key(cp, n, &k);
    uint32_t *head = &words->bucket[k.hash % RS_COUNT(words->bucket)];
    for (uint32_t i = *head; i != RS_NONE; i = words->word.at[i].next)
        if (has_key(words, &words->word.at[i], &k)) return i;
    uint32_t index = (uint32_t)words->word.n;
    rs_word *w = rs_vec_take(&words->word);
    memset(w, 0, sizeof *w);
    w->hash = k.hash;
    w->key_at = (uint32_t)words->key.n;
    w->n_key = (uint8_t)k.n;
    w->next = *head;
    *head = index;
    for (size_t i = 0; i < k.n_part; i++) *rs_vec_take(&words->key) = k.part[i];
    read_word(words, cp, k.n, w);
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

/* A reading of a text while it goes on. */
typedef struct scan {
    rs_words *words;
    const rs_text *text;
    size_t end;
    size_t first;          /* token of the sentence that is open */
    size_t n_word, n_part; /* tokens that are words, and how long their keys are together */
    bool space, failed;    /* failed: no memory */
} scan;

static void close_sentence(scan *s)
{
    rs_words *words = s->words;
    size_t n = words->token.n - s->first;
    if (!n) return;
    if (!rs_vec_more(words->alloc, &words->sentence, 1)) {
        s->failed = true;
        return;
    }
    const rs_token *t = words->token.at + s->first;
    *rs_vec_take(&words->sentence) = (rs_sentence){t[0].begin, t[n - 1].end, (uint32_t)s->first, (uint32_t)n};
    s->first = words->token.n;
}

static void put(scan *s, size_t begin, size_t end, rs_token token)
{
    if (!rs_vec_more(s->words->alloc, &s->words->token, 1)) {
        s->failed = true;
        return;
    }
    token.begin = (uint32_t)begin;
    token.end = (uint32_t)end;
    token.space = s->space;
    s->space = false;
    *rs_vec_take(&s->words->token) = token;
}

static void put_punct(scan *s, size_t at)
{
    put(s, at, at + 1, (rs_token){.kind = RS_TOKEN_PUNCT, .cls = rs_char_of(s->text->cp.at[at]).cls});
}

/* One token, or one character of white space, or the marks at the end of a sentence, from AT; where the next begins. */
static size_t read_token(scan *s, size_t at)
{
    const uint16_t *cp = s->text->cp.at;
    rs_char c = rs_char_of(cp[at]);
    size_t from = at, after;
    if (c.cls == RS_CLASS_SPACE || c.cls == RS_CLASS_NEWLINE) {
        if (c.cls == RS_CLASS_NEWLINE) close_sentence(s);
        s->space = true;
        return at + 1;
    }
    if (word_char(c)) {
        at = word_end(cp, at, s->end);
        s->n_word++;
        s->n_part += key_parts(at - from);
        put(s, from, at, (rs_token){.kind = RS_TOKEN_WORD});
    } else if (c.cls == RS_CLASS_DIGIT) {
        uint32_t value;
        uint8_t part;
        at = number_end(cp, at, s->end, &value, &part);
        put(s, from, at, (rs_token){.kind = RS_TOKEN_NUMBER, .word = value, .cls = part});
    } else {
        put_punct(s, at++);
        if (ends_sentence(s->text, from, s->end, &after)) {
            for (; at < after && !s->failed; at++) put_punct(s, at);
            close_sentence(s);
        }
    }
    if (s->words->token.n - s->first >= LONGEST) close_sentence(s);
    return at;
}

/* Room for the words of a text, each of which may be a new one. The cache is only ever enlarged when it is empty, so
 * that readings stay where they are. */
static bool reserve(rs_words *words, const scan *s)
{
    size_t n_reading = s->n_word * RS_MAX_READING;
    if (words->word.n > FULL || words->word.n + s->n_word > words->word.cap ||
        words->reading.n + n_reading > words->reading.cap || words->key.n + s->n_part > words->key.cap)
        rs_words_forget(words);
    return rs_vec_more(words->alloc, &words->word, s->n_word) &&
           rs_vec_more(words->alloc, &words->reading, n_reading) && rs_vec_more(words->alloc, &words->key, s->n_part);
}

rs_status rs_words_read(rs_words *words, const rs_text *text, size_t begin, size_t end, rs_error *error)
{
    rs_vec_clear(&words->token);
    rs_vec_clear(&words->sentence);
    scan s = {.words = words, .text = text, .end = end, .space = true};
    for (size_t at = begin; at < end && !s.failed;) at = read_token(&s, at);
    if (!s.failed) close_sentence(&s);
    if (s.failed || !reserve(words, &s)) {
        rs_vec_clear(&words->token);
        rs_vec_clear(&words->sentence);
        return rs_error_set(error, RS_E_NOMEM, "no memory for the words of a text");
    }
    for (size_t i = 0; i < words->token.n; i++) {
        rs_token *t = &words->token.at[i];
        if (t->kind == RS_TOKEN_WORD) t->word = intern(words, text->cp.at + t->begin, t->end - t->begin);
    }
    return RS_OK;
}
