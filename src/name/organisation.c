/* SPDX-License-Identifier: MIT */
/* Organisations that the lexicon does not know, by composition: a word for what they are (جامعة, حزب, شركة) and what
 * names them: a definite genitive, adjectives with the article, a place or person, an unknown word, something between
 * quotation marks. They lie over the words and the other mentions, which the layers above go on reading. */
#include "name/name.h"

enum { MAX_WORDS = 9, MAX_FOREIGN = 4, MAX_QUOTED = 5 };

/* The name that is being read: tokens FIRST to END of the document, of a sentence that ends at LIMIT. */
typedef struct composed {
    rs_names *names;
    uint32_t head, noun, first, end, limit; /* noun: the last one so far */
    uint8_t kind;
    uint8_t n_noun, n_nisba, n_sector, n_nation, n_plain; /* nouns of the genitive; adjectives by what they say */
    bool joined, complement, named; /* "و" and another noun; "ل" and a noun; a place, person, foreign word */
} composed;

static const rs_token *token_at(const composed *c, uint32_t i) { return &c->names->words->token.at[i]; }

/* The reading of the word at I, if there is one and it begins with none of the proclitics WITHOUT. */
static const rs_reading *word_at(const composed *c, uint32_t i, unsigned without)
{
    if (i >= c->limit || i - c->head > MAX_WORDS) return NULL;
    const rs_reading *r = rs_token_reading(c->names->words, token_at(c, i));
    return r && !(r->pro & without) && !rs_token_word(c->names->words, token_at(c, i))->latin ? r : NULL;
}

/* The mention of I; not one of a body that begins with the same word, of which the name may be more. */
static const rs_mention *mention_at(const composed *c, uint32_t i)
{
    const rs_mention *m = i < c->limit ? rs_mention_of(c->names, i) : NULL;
    bool same = m && m->kind == RS_MENTION_BODY && m->first == c->head;
    return m && m->kind != RS_MENTION_PHRASE && !same ? m : NULL;
}

static bool is_nisba(const rs_words *words, const rs_reading *r)
{
    return r->lemma != RS_NONE && words->lexicon->lemma[r->lemma].cls == RS_NC_NISBA;
}

static bool is_head(const composed *c, uint32_t i)
{
    const rs_image_tag *head = rs_token_any_tag(c->names->words, token_at(c, i), RS_TAG_HEAD);
    return head && head->a != RS_HEAD_TITLE;
}

/* "التابعة", "الجديدة": what qualifies the first word tells something of it, and is no part of the name. */
static bool tells_of_head(const composed *c, uint32_t i, const rs_reading *adjective)
{
    const rs_words *words = c->names->words;
    const rs_token *t = token_at(c, i);
    const rs_image_tag *title = rs_token_any_tag(words, t, RS_TAG_HEAD);
    if (is_nisba(words, adjective) || (title && title->a == RS_HEAD_TITLE)) return false;
    const rs_reading *head = rs_token_reading(words, token_at(c, c->head)),
                     *last = rs_token_reading(words, token_at(c, c->noun));
    return rs_agree(head->feat, adjective->feat) || !last || !rs_agree(last->feat, adjective->feat);
}

/* Adjectives with the article, also joined ones: "الاقتصادي والاجتماعي". A place or foreign word needs no nationality.
 */
static void take_adjectives(composed *c)
{
    const rs_words *words = c->names->words;
    for (bool first = true;; first = false) {
        const rs_reading *r = word_at(c, c->end, RS_PRO_PREP | RS_PRO_F);
        if (!r || !(r->pro & RS_PRO_AL) || r->pronoun || rs_pos_of(r->feat) != RS_POS_ADJ) return;
        if ((first && (r->pro & RS_PRO_W)) || is_head(c, c->end) || tells_of_head(c, c->end, r)) return;
        const rs_token *t = token_at(c, c->end);
        const rs_image_tag *nation = rs_token_any_tag(words, t, RS_TAG_NATION);
        const rs_mention *m = mention_at(c, c->end);
        if ((m && m->kind != RS_MENTION_NATION) || (nation && nation->c && c->named)) return;
        if (nation && nation->c)
            c->n_nation++;
        else if (is_nisba(words, r) && rs_token_any_tag(words, t, RS_TAG_MODIFIER))
            c->n_sector++; /* "المؤسسة العسكرية" is no name by itself */
        else if (is_nisba(words, r))
            c->n_nisba++;
        else
            c->n_plain++;
        c->end++;
    }
}

static bool is_noun(const rs_reading *r)
{
    unsigned pos = rs_pos_of(r->feat);
    return (pos == RS_POS_NOUN || (pos == RS_POS_ADJ && (r->pro & RS_PRO_AL))) && r->lemma != RS_NONE && !r->pronoun;
}

static bool is_somebody(const composed *c, const rs_reading *r)
{
    return c->names->words->lexicon->lemma[r->lemma].cls == RS_NC_HUMAN && rs_number_of(r->feat) != RS_PL;
}

/* "والتنمية": another noun of the genitive; not another organisation, and nobody who comes next. */
static void take_joined(composed *c)
{
    const rs_reading *r = word_at(c, c->end, RS_PRO_PREP | RS_PRO_F);
    if (!r || !(r->pro & RS_PRO_W) || !(r->pro & RS_PRO_AL) || rs_pos_of(r->feat) != RS_POS_NOUN) return;
    if (!is_noun(r) || mention_at(c, c->end) || is_head(c, c->end)) return;
    if (is_somebody(c, r)) return;
    c->noun = c->end++, c->joined = true;
}

/* "للتأمين الصحي", "لعلوم الفضاء والفلك": what it is for. A verbal noun without article is rather a purpose of what is
 * told ("المجلس لمناقشة الخطة"). */
static void take_complement(composed *c)
{
    const rs_lexicon *lx = c->names->words->lexicon;
    uint32_t from = c->end;
    const rs_reading *r = word_at(c, from, RS_PRO_AND | RS_PRO_B | RS_PRO_K);
    if (!r || !(r->pro & RS_PRO_L) || !is_noun(r) || mention_at(c, from) || is_head(c, from)) return;
    bool act = lx->lemma[r->lemma].verb != RS_NONE;
    if (act && c->n_noun) return; /* "وكالة المخابرات الأمريكية للاشتباه" */
    c->end++;
    if (!(r->pro & RS_PRO_AL)) {
        const rs_reading *next = word_at(c, c->end, RS_PRO_AND | RS_PRO_PREP);
        bool genitive = next && (next->pro & RS_PRO_AL) && is_noun(next) && !mention_at(c, c->end);
        if (act || !genitive) {
            c->end = from;
            return;
        }
        c->end++;
    }
    c->complement = true;
    c->noun = c->end - 1;
    take_joined(c);
    take_adjectives(c);
}

/* "المجلس الاقتصادي والاجتماعي", "الاتحاد العربي لعلوم الفضاء": two adjectives of which one says what it is, or what it
 * is for. */
static bool read_definite(composed *c)
{
    take_adjectives(c);
    if (c->end == c->first + 1) return false;
    unsigned n = c->n_nisba + c->n_nation;
    take_complement(c);
    return c->complement ? c->n_nisba + c->n_nation : c->n_nisba && n > 1;
}

/* A word that no entry has, or that is a name only. With the article, or like an adjective (ة), it is one only where a
 * name must come: that of a club. */
static bool foreign(const composed *c, uint32_t i)
{
    const rs_reading *r = word_at(c, i, RS_PRO_AND | RS_PRO_PREP);
    const rs_mention *m = mention_at(c, i);
    if (!r || (m && m->kind != RS_MENTION_PERSON)) return false;
    unsigned pos = rs_pos_of(r->feat);
    bool none = r->lemma == RS_NONE && (pos == RS_POS_NAME || pos == RS_POS_NOUN);
    if (!none) return pos == RS_POS_NAME;
    const rs_word *w = rs_token_word(c->names->words, token_at(c, i));
    bool plain = !(r->pro & RS_PRO_AL) && w->letter[w->n_letter - 1] != RS_TEH_MARBUTA;
    return plain || c->kind == RS_HEAD_CLUB;
}

/* Foreign words in a row, and a name of one word behind them: "فولكس فاغن", "دينامو كييف". A letter alone is the
 * beginning of something else. */
static void take_foreign(composed *c)
{
    uint32_t first = c->end;
    for (uint32_t k = 0; k < MAX_FOREIGN && foreign(c, c->end); k++) c->end++;
    const rs_mention *m = mention_at(c, c->end);
    bool other = m && (m->kind == RS_MENTION_PLACE || m->kind == RS_MENTION_ENTITY);
    if (c->end > first && other && !m->pro && m->first == c->end && m->n == 1) c->end++;
    if (c->end == first + 1 && rs_token_word(c->names->words, token_at(c, first))->n_letter < 3) c->end = first;
    c->named = c->end > first;
}

/* A name that the lexicon has, or a person's: the whole of it. */
static void take_named(composed *c)
{
    const rs_mention *m = mention_at(c, c->end);
    if (!m || m->first != c->end || m->pro || m->first + m->n > c->limit) return;
    const rs_lexicon *lx = c->names->words->lexicon;
    const rs_image_tag *nation = rs_mention_tag(c->names, m, RS_TAG_NATION);
    bool state = m->kind == RS_MENTION_NATION && !(nation && nation->c) && lx->entity[m->entity].kind != RS_EK_PEOPLE;
    bool person = rs_mention_is_person(c->names, m);
    bool place = state || (m->kind == RS_MENTION_PLACE && m->n == 1), other = m->kind == RS_MENTION_ENTITY && !person;
    if (!place && !person && !other) return;
    if (c->kind == RS_HEAD_APART || (c->kind == RS_HEAD_CLUB && !place)) return;
    c->end += m->n;
    c->named = true;
}

/* A definite genitive: "العدالة والتنمية", "إدارة الأعمال". */
static void take_genitive(composed *c)
{
    const rs_reading *r = word_at(c, c->end, RS_PRO_AND | RS_PRO_PREP);
    if (!r || !is_noun(r) || (r->feat & RS_FEAT_TANWIN) || mention_at(c, c->end)) return;
    if (!(r->pro & RS_PRO_AL)) {
        const rs_reading *next = word_at(c, c->end + 1, RS_PRO_AND | RS_PRO_PREP);
        bool construct = next && (next->pro & RS_PRO_AL) && rs_pos_of(next->feat) == RS_POS_NOUN && is_noun(next);
        if (!construct || mention_at(c, c->end + 1) || is_head(c, c->end + 1) || is_somebody(c, r)) return;
        c->end++, c->n_noun++;
    }
    if (is_head(c, c->end)) return; /* "مجلس إدارة الشركة" */
    c->noun = c->end++, c->n_noun++;
    take_joined(c);
}

static bool quote_at(const composed *c, uint32_t i)
{
    return i < c->limit && token_at(c, i)->kind == RS_TOKEN_PUNCT && token_at(c, i)->cls == RS_CLASS_QUOTE;
}

/* شركة "نوكيا": what stands between the marks is the name, whatever its words are. */
static bool read_quoted(composed *c)
{
    uint32_t i = c->head + 1;
    while (i < c->head + 3 && quote_at(c, i)) i++; /* two single marks are one */
    c->first = c->end = i;
    while (c->end < c->limit && c->end - i < MAX_QUOTED && token_at(c, c->end)->kind == RS_TOKEN_WORD) c->end++;
    if (c->end == i || !quote_at(c, c->end)) return false;
    const rs_reading *r = rs_token_reading(c->names->words, token_at(c, i));
    if (c->end > i + 1 || (r->pro & RS_PRO_AL) || r->lemma == RS_NONE) return true;
    return rs_pos_of(r->feat) != RS_POS_ADJ && !is_somebody(c, r); /* جماعة "إرهابية" */
}

static bool read_whole(composed *c)
{
    take_named(c);
    if (!c->named) take_foreign(c);
    if (!c->named) take_genitive(c);
    if (c->end == c->first + 1) return false;
    take_adjectives(c);
    take_complement(c);
    bool wide = c->n_noun > 1 || c->n_nisba || c->n_sector || c->joined || c->complement ||
                (c->named && c->n_plain + c->n_nation);
    return c->kind == RS_HEAD_WHOLE || wide;
}

/* "الرجاء البيضاوي", "المغرب التطواني": a club with the adjective of its town. */
static void take_town(composed *c)
{
    const rs_words *words = c->names->words;
    const rs_reading *r = word_at(c, c->end, RS_PRO_AND | RS_PRO_PREP);
    if (!r || !(r->pro & RS_PRO_AL) || mention_at(c, c->end)) return;
    const rs_token *t = token_at(c, c->end);
    bool other = rs_token_any_tag(words, t, RS_TAG_NATION) || rs_token_any_tag(words, t, RS_TAG_DOMAIN);
    if (!other && rs_pos_of(r->feat) == RS_POS_ADJ && is_nisba(words, r)) c->end++;
}

/* What is named without the word before it. */
static bool read_apart(composed *c)
{
    bool club = c->kind == RS_HEAD_CLUB;
    c->first = c->end;
    if (club) take_named(c);
    if (!c->named) take_foreign(c);
    const rs_reading *r = word_at(c, c->end, RS_PRO_AND | RS_PRO_PREP);
    if (!c->named && club && r && (r->pro & RS_PRO_AL) && is_noun(r) && !mention_at(c, c->end) &&
        name_sport(c->names, c->limit))
        c->end++;
    if (c->end > c->first && club) take_town(c);
    return c->end > c->first;
}

/* May a name begin with the word at I, for all that has been read there: nothing, a body whose last word it is ("رئيس
 * حزب"), or one that may go on ("مركز الدراسات")? */
static bool is_free(const rs_names *names, uint32_t i)
{
    const rs_mention *m = rs_mention_of(names, i);
    return !m || (m->kind == RS_MENTION_BODY && m->n > 1 && (m->first == i || m->first + m->n == i + 1));
}

static bool read_name(composed *c, const rs_reading *r)
{
    bool apart = c->kind == RS_HEAD_APART || c->kind == RS_HEAD_CLUB;
    if (r->pro & RS_PRO_AL) return !apart && read_definite(c);
    if (quote_at(c, c->head + 1)) return read_quoted(c);
    if (apart) return read_apart(c);
    if ((r->feat & RS_FEAT_TANWIN) || !read_whole(c)) return false;
    const rs_mention *body = rs_mention_of(c->names, c->head);
    return !body || body->first < c->head || c->end - c->head > body->n + c->n_nation;
}

static rs_mention mention_of(uint32_t first, uint32_t n, uint8_t pro)
{
    return (rs_mention){.first = first,
                        .n = n,
                        .kind = RS_MENTION_ORGANISATION,
                        .pro = pro,
                        .node = RS_NONE,
                        .entity = RS_NONE,
                        .place = RS_NONE};
}

/* The organisation whose word is token I; no tokens if there is none. */
static rs_mention compose(rs_names *names, uint32_t i, uint32_t limit)
{
    rs_mention none = {.n = 0};
    const rs_words *words = names->words;
    const rs_token *t = &words->token.at[i];
    const rs_image_tag *head = t->kind == RS_TOKEN_WORD ? rs_token_tag(words, t, RS_TAG_HEAD) : NULL;
    if (!head || head->a == RS_HEAD_TITLE || !is_free(names, i)) return none;
    const rs_reading *r = rs_token_reading(words, t);
    if (rs_pos_of(r->feat) != RS_POS_NOUN || rs_number_of(r->feat) != RS_SG || r->pronoun) return none;
    composed c = {.names = names, .head = i, .noun = i, .first = i, .end = i + 1, .limit = limit, .kind = head->a};
    return read_name(&c, r) ? mention_of(c.first, c.end - c.first, c.first == i ? r->pro & (uint8_t)~RS_PRO_AL : 0)
                            : none;
}

/* The word of token I, if no entry has it and nobody else's name goes on with it; RS_NONE. */
static uint32_t unknown_word(const rs_names *names, uint32_t i)
{
    const rs_token *t = &names->words->token.at[i];
    const rs_reading *r = rs_token_reading(names->words, t);
    const rs_mention *m = rs_mention_of(names, i);
    bool alone = !m || (m->kind == RS_MENTION_PERSON && m->n == 1);
    return r && r->lemma == RS_NONE && alone ? t->word : RS_NONE;
}

/* "نوفاتيل" after "شركة نوفاتيل". */
static bool is_firm(const rs_names *names, uint32_t i)
{
    uint32_t word = names->n_firm ? unknown_word(names, i) : RS_NONE;
    for (size_t k = 0; word != RS_NONE && k < names->n_firm; k++)
        if (names->firm[k] == word) return true;
    return false;
}

/* A sentence that is read again has other ones. */
static void forget(rs_names *names, uint32_t from, uint32_t end)
{
    size_t n = 0;
    for (size_t i = 0; i < names->organisation.n; i++) {
        const rs_mention m = names->organisation.at[i];
        if (m.first < from || m.first >= end) names->organisation.at[n++] = m;
    }
    names->organisation.n = n;
}

void name_organisations(rs_names *names, const rs_sentence *sentence)
{
    uint32_t end = sentence->first + sentence->n;
    if (sentence->first < names->read_end) forget(names, sentence->first, end);
    if (end > names->read_end) names->read_end = end;
    for (uint32_t i = sentence->first; i < end; i++) {
        rs_mention m = compose(names, i, end);
        if (!m.n && is_firm(names, i)) m = mention_of(i, 1, 0);
        if (!m.n) continue;
        *rs_vec_take(&names->organisation) = m;
        bool new = m.n == 1 && !is_firm(names, m.first) && unknown_word(names, m.first) != RS_NONE;
        if (new && names->n_firm < RS_NAME_WORDS) names->firm[names->n_firm++] = unknown_word(names, m.first);
        i = m.first + m.n - 1;
    }
}
