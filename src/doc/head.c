/* SPDX-License-Identifier: MIT */
/* The head of a text: date of publication and dateline, even glued as scraped pages have them ("[نُشرفي2016/12/16] ...
 * طوكيو- صرح"). A date of publication is a full date in brackets, alone on its line, or beside a clock time, a source
 * or a dateline; one inside a sentence is not. A dateline is a place that a dash or a bracketed agency follows.
 * Sentences are cut behind both, so that the body begins where it begins. */
#include "doc/doc.h"

enum { HEAD_TOKENS = 90, HEAD_SENTENCES = 4 };

static bool punct(const rs_token *t, rs_class cls) { return t->kind == RS_TOKEN_PUNCT && t->cls == cls; }

/* Cut the sentence that holds token AT so that AT begins a sentence. */
static void cut_before(rs_coder *coder, uint32_t at)
{
    rs_words *w = &coder->words;
    for (size_t i = 0; i < w->sentence.n; i++) {
        rs_sentence *s = &w->sentence.at[i];
        if (at <= s->first || at >= s->first + s->n) continue;
        if (w->sentence.n == w->sentence.cap) return;
        memmove(s + 1, s, (w->sentence.n - i) * sizeof *s);
        w->sentence.n++;
        s[1].first = at, s[1].n = s->first + s->n - at;
        s[1].begin = w->token.at[at].begin;
        s->n = at - s->first;
        s->end = w->token.at[at - 1].end;
        return;
    }
}

/* The sentence of the head that token I lies in, NULL. */
static const rs_sentence *head_sentence(const rs_coder *coder, size_t i)
{
    for (size_t s = 0; s < coder->words.sentence.n && s < HEAD_SENTENCES; s++) {
        const rs_sentence *line = &coder->words.sentence.at[s];
        if (i >= line->first && i - line->first < line->n) return line;
    }
    return NULL;
}

/* A single day told with its year of the common era at token I: its tokens, 0. Nothing resolves but what is told in
 * full, since the day of publication is not known yet. */
static size_t full_date(const rs_coder *coder, size_t i, size_t n, uint32_t *day)
{
    uint32_t to = 0;
    const rs_token *token = coder->words.token.at;
    size_t taken = token[i].kind != RS_TOKEN_PUNCT ? name_time(&coder->names, token, i, n, day, &to) : 0;
    bool year = false;
    for (size_t k = i; k < i + taken; k++)
        year |= token[k].kind == RS_TOKEN_NUMBER && token[k].word >= 1900 && token[k].word <= 2100;
    return *day && *day == to && year ? taken : 0;
}

/* May the words of a line from FIRST up to the date at token I stand before a date of publication? Nothing ("نشر في" is
 * as good), a mark, or names only. */
static bool clear_before(const rs_coder *coder, size_t first, size_t i)
{
    const rs_token *token = coder->words.token.at;
    if (i > first && punct(&token[i - 1], RS_CLASS_OPEN)) i--;
    if (i == first || token[i - 1].kind == RS_TOKEN_PUNCT) return i < first + 7;
    size_t k = first;
    if (rs_token_pos(&coder->words, &token[i - 1]) == RS_POS_PREP) return i - first <= 2;
    while (k < i && k < first + 3 && rs_token_pos(&coder->words, &token[k]) == RS_POS_NAME) k++;
    return k == i;
}

/* Behind it the line ends or a mark, a clock time or a word in Latin letters stands: no Arabic sentence goes on. */
static bool clear_after(const rs_coder *coder, size_t end, size_t line_end)
{
    const rs_token *t = &coder->words.token.at[end];
    if (end >= line_end || t->kind == RS_TOKEN_NUMBER) return true;
    if (t->kind == RS_TOKEN_PUNCT) return t->cls != RS_CLASS_STOP && t->cls != RS_CLASS_QUOTE;
    return rs_token_word(&coder->words, t)->latin;
}

void doc_read_date(const rs_coder *coder, doc_head *head)
{
    const rs_token *token = coder->words.token.at;
    size_t n = coder->words.token.n < HEAD_TOKENS ? coder->words.token.n : HEAD_TOKENS, taken;
    for (size_t i = 0; i < n; i += taken ? taken : 1) {
        uint32_t day = 0;
        taken = full_date(coder, i, n, &day);
        if (!taken) continue;
        size_t open = i;
        while (open > 0 && i - open < 4 && !punct(&token[open - 1], RS_CLASS_OPEN)) open--;
        bool bracketed = open > 0 && open < i && punct(&token[open - 1], RS_CLASS_OPEN);
        const rs_sentence *line = head_sentence(coder, i);
        bool alone =
            line && clear_before(coder, line->first, i) && clear_after(coder, i + taken, line->first + line->n);
        if (!bracketed && !alone && i > 0) continue;
        head->published = day;
        /* the paper is the word before the bracket */
        if (bracketed && open > 1 && token[open - 2].kind == RS_TOKEN_WORD)
            head->paper_begin = token[open - 2].begin, head->paper_end = token[open - 2].end;
        return;
    }
}

/* Behind the dash of a dateline, its source between two marks: "- أ ف ب -", "- رويترز:". The token behind it, or AT. */
static size_t source_end(const rs_coder *coder, size_t at, size_t n)
{
    const rs_token *token = coder->words.token.at;
    const rs_mention *m = at < n ? rs_mention_of(&coder->names, at) : NULL;
    bool media = m && m->kind == RS_MENTION_ENTITY && coder->lexicon->entity[m->entity].kind == RS_EK_MEDIA;
    size_t k = media ? m->first + m->n : n;
    if (k >= n || (!punct(&token[k], RS_CLASS_DASH) && !punct(&token[k], RS_CLASS_COLON))) return at;
    while (k + 1 < n && punct(&token[k + 1], RS_CLASS_DASH)) k++;
    return k + 1;
}

/* After a dateline: "-", "(رويترز)", "، الإمارات (CNN) -"; the token behind it, 0 if it is none. */
static size_t dateline_end(const rs_coder *coder, size_t i, size_t n)
{
    const rs_token *token = coder->words.token.at;
    bool bracket = false;
    for (size_t k = i; k < n && k < i + 14; k++) {
        const rs_token *t = &token[k];
        const rs_mention *m = rs_mention_of(&coder->names, k);
        bool name = m && m->kind != RS_MENTION_PHRASE && m->kind != RS_MENTION_BODY;
        bool latin = t->kind == RS_TOKEN_WORD && rs_token_word(&coder->words, t)->latin;
        bool within = name && k > m->first; /* the dash of a date */
        if (punct(t, RS_CLASS_DASH) && !within) {
            while (k + 1 < n && punct(&token[k + 1], RS_CLASS_DASH)) k++;
            return source_end(coder, k + 1, n);
        }
        if (punct(t, RS_CLASS_OPEN)) bracket = true;
        if (punct(t, RS_CLASS_CLOSE)) {
            bracket = false;
            if (k + 1 >= n || !punct(&token[k + 1], RS_CLASS_DASH)) return k + 1;
        }
        bool mark =
            punct(t, RS_CLASS_COMMA) || punct(t, RS_CLASS_OPEN) || punct(t, RS_CLASS_CLOSE) || punct(t, RS_CLASS_SLASH);
        if (!name && !latin && !mark && !bracket) return 0;
    }
    return 0;
}

static bool starts_clear(const rs_coder *coder, size_t i)
{
    const rs_token *token = coder->words.token.at;
    if (i == 0 || punct(&token[i - 1], RS_CLASS_CLOSE)) return true;
    for (size_t s = 0; s < coder->words.sentence.n && s < HEAD_SENTENCES; s++)
        if (coder->words.sentence.at[s].first == i) return true;
    /* inside a glued head: the dash hangs on the place */
    return i + 1 < coder->words.token.n && punct(&token[i + 1], RS_CLASS_DASH) && !token[i + 1].space && i < 60;
}

static void cut_head(rs_coder *coder, size_t n)
{
    const rs_token *token = coder->words.token.at;
    for (size_t i = 0; i < n && i < 60; i++)
        if (punct(&token[i], RS_CLASS_CLOSE) && i >= 5 && token[i - 1].kind == RS_TOKEN_NUMBER &&
            token[i - 5].kind == RS_TOKEN_NUMBER && i + 1 < n) {
            cut_before(coder, (uint32_t)i + 1);
            return;
        }
}

void doc_read_dateline(rs_coder *coder, doc_head *head)
{
    size_t n = coder->words.token.n < HEAD_TOKENS ? coder->words.token.n : HEAD_TOKENS;
    cut_head(coder, n);
    for (size_t i = 0; i < n; i++) {
        const rs_mention *m = rs_mention_of(&coder->names, i);
        if (!m || m->first != i || m->place == RS_NONE || m->pro || !starts_clear(coder, i)) continue;
        size_t end = dateline_end(coder, i + m->n, n);
        if (!end || end >= coder->words.token.n) continue;
        head->mention = coder->names.of.at[i];
        coder->events.dateline_first = (uint32_t)i;
        coder->events.dateline_n = (uint32_t)(end - i);
        cut_before(coder, (uint32_t)i);
        cut_before(coder, (uint32_t)end);
        return;
    }
}
