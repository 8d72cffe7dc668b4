/* SPDX-License-Identifier: MIT */
/* Persons that the lexicon does not know as entities, by the words of their names: given and family names of the list,
 * words that are in no lexicon at all, and what binds them (بن, أبو, عبد, آل). A word that is also an ordinary word is
 * a name only beside one that is nothing else, or after a title; two unknown words in a row are a foreign name, one is
 * so after a title or a verb of saying. */
#include "name/name.h"

enum { MAX_NAME = 6 };

/* What a token can be in a person's name. */
enum part {
    PART_NONE,
    PART_GIVEN,   /* a given name, and nothing else is chosen */
    PART_FAMILY,  /* a family name, and nothing else is chosen */
    PART_BOND,    /* بن, أبو */
    PART_WORD,    /* a listed name that is read as an ordinary word here */
    PART_UNKNOWN, /* in no lexicon, without article */
    PART_ARTICLE, /* in no lexicon, with article: a family name at the most */
    PART_EPITHET, /* an adjective with article that may follow a given name: "السادس", "الحفصي" */
};

static const rs_image_tag *listed(const rs_words *words, const rs_word *w)
{
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[i];
        if (rs_pos_of(r->feat) != RS_POS_NAME || r->lemma == RS_NONE) continue;
        const rs_image_tag *tag = rs_lexicon_tag(words->lexicon, r->lemma, RS_TAG_FIRSTNAME);
        if (tag) return tag;
    }
    return NULL;
}

/* "محمد السادس", "الدمشقي": an ordinal, or an adjective of origin that is none of a nation. */
static bool is_epithet(const rs_words *words, const rs_token *t, const rs_reading *r)
{
    if (rs_pos_of(r->feat) != RS_POS_ADJ || !(r->pro & RS_PRO_AL) || r->lemma == RS_NONE) return false;
    uint8_t cls = words->lexicon->lemma[r->lemma].cls;
    if (rs_gender_of(r->feat) != RS_MASC || rs_number_of(r->feat) != RS_SG) return false;
    if (cls != RS_NC_ORDINAL && cls != RS_NC_NISBA) return false;
    return !rs_token_any_tag(words, t, RS_TAG_NATION) && !rs_token_any_tag(words, t, RS_TAG_MODIFIER);
}

static enum part part_of(const rs_names *names, uint32_t i)
{
    const rs_words *words = names->words;
    const rs_token *t = &words->token.at[i];
    if (t->kind != RS_TOKEN_WORD || names->of.at[i] != RS_NONE) return PART_NONE;
    const rs_word *w = rs_token_word(words, t);
    const rs_reading *r = &w->reading[t->chosen];
    unsigned pos = rs_pos_of(r->feat);
    if (w->latin) return PART_NONE;
    const rs_image_tag *tag = listed(words, w);
    if (tag) {
        bool word = pos == RS_POS_NOUN || pos == RS_POS_ADJ;
        if (tag->a == 3 && word) return PART_BOND;
        if (pos != RS_POS_NAME) return word ? PART_WORD : PART_NONE;
        if (tag->b) return PART_WORD;
        return tag->a == 3 ? PART_BOND : tag->a == 2 ? PART_FAMILY : PART_GIVEN;
    }
    if (r->lemma != RS_NONE) return is_epithet(words, t, r) ? PART_EPITHET : PART_NONE;
    return r->pro & RS_PRO_AL ? PART_ARTICLE : pos == RS_POS_NAME ? PART_UNKNOWN : PART_NONE;
}

/* Does what stands before token I call for a person: a title, or a verb of saying? */
static bool called_for(const rs_names *names, uint32_t i, uint32_t first)
{
    const rs_words *words = names->words;
    for (uint32_t back = 1; back <= 2 && i >= first + back; back++) {
        const rs_token *t = &words->token.at[i - back];
        if (t->kind != RS_TOKEN_WORD) return false;
        const rs_reading *r = rs_token_reading(words, t);
        const rs_image_tag *agent = rs_token_any_tag(words, t, RS_TAG_AGENT);
        bool human = r->lemma != RS_NONE && words->lexicon->lemma[r->lemma].cls == RS_NC_HUMAN;
        if (human || (agent && agent->b != RS_REACH_WEAPON)) return rs_number_of(r->feat) == RS_SG;
        if (back == 1 && rs_token_tag(words, t, RS_TAG_SPEECH)) return rs_token_pos(words, t) == RS_POS_VERB;
        if (rs_token_pos(words, t) != RS_POS_ADJ) return false; /* "الرئيس السوري", "المدرب الجديد" */
    }
    return false;
}

/* After عبد, أبو, بن any noun may follow; "علي" is no preposition after a given name. */
static bool goes_on(const rs_words *words, uint32_t i, enum part last)
{
    const rs_token *t = &words->token.at[i];
    if (t->kind != RS_TOKEN_WORD) return false;
    unsigned pos = rs_token_pos(words, t);
    if (last == PART_BOND) return pos == RS_POS_NOUN || pos == RS_POS_ADJ || pos == RS_POS_NAME;
    const rs_word *w = rs_token_word(words, t);
    bool given = last == PART_GIVEN || last == PART_FAMILY;
    return given && pos == RS_POS_PREP && listed(words, w) && w->letter[w->n_letter - 1] == RS_YEH;
}

static bool clean(const rs_words *words, uint32_t i)
{
    const rs_reading *r = rs_token_reading(words, &words->token.at[i]);
    return !(r->pro & (RS_PRO_AND | RS_PRO_PREP));
}

static bool has_article(const rs_words *words, uint32_t i)
{
    const rs_word *w = rs_token_word(words, &words->token.at[i]);
    const rs_reading *r = rs_token_reading(words, &words->token.at[i]);
    size_t at = r->pro & RS_PRO_AL ? 0 : r->n_pro;
    return (r->pro & RS_PRO_AL) || (w->n_letter > at + 2 && w->letter[at] == RS_ALEF && w->letter[at + 1] == RS_LAM);
}

/* The tokens of the name that starts at I; 0 if none does. */
static uint32_t take(const rs_names *names, uint32_t i, uint32_t first, uint32_t end)
{
    const rs_words *words = names->words;
    uint32_t n = 0, n_sure = 0, n_unknown = 0, n_word = 0;
    enum part last = PART_NONE;
    for (; i + n < end && n < MAX_NAME; n++) {
        enum part part = part_of(names, i + n);
        if (part == PART_NONE && n && names->of.at[i + n] == RS_NONE && goes_on(words, i + n, last)) part = PART_FAMILY;
        if (part == PART_EPITHET && (!n_sure || last == PART_BOND)) part = PART_NONE;
        if (part == PART_NONE || (n && !clean(words, i + n))) break;
        if (!n && part == PART_ARTICLE) return 0;
        if (part == PART_WORD && !n_sure && (n || (rs_token_reading(words, &words->token.at[i])->pro & RS_PRO_AL)))
            break;
        n_word += part == PART_WORD;
        n_sure += part == PART_GIVEN || part == PART_FAMILY;
        n_unknown += part == PART_UNKNOWN;
        last = part;
    }
    if (!n) return 0;
    if (last == PART_BOND && n > 1) n--; /* nothing is bound */
    bool called = called_for(names, i, first);
    if (n == 1 && (last == PART_BOND || has_article(words, i))) return called && last != PART_BOND ? 1 : 0;
    if (n_sure || (called && n > n_word)) return n;
    return n_unknown >= 2 ? n : 0;
}

void name_persons(rs_names *names, const rs_sentence *sentence)
{
    uint32_t end = sentence->first + sentence->n;
    for (uint32_t i = sentence->first; i < end;) {
        uint32_t n = take(names, i, sentence->first, end);
        if (n) {
            const rs_reading *r = rs_token_reading(names->words, &names->words->token.at[i]);
            name_keep(names,
                      (rs_mention){.n = n,
                                   .kind = RS_MENTION_PERSON,
                                   .pro = r->pro & (uint8_t)~RS_PRO_AL,
                                   .node = RS_NONE,
                                   .entity = RS_NONE,
                                   .place = RS_NONE},
                      i);
        }
        i += n ? n : 1;
    }
}
