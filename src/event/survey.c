/* SPDX-License-Identifier: MIT */
/* What the document is about as a whole: its domain (sport, markets, weather and the like have no events) and the
 * country at issue, that heads without nationality take ("the army", "the police"): the one that its places, nations
 * and names point to most. */
#include "event/event.h"

enum { MAX_COUNTRY = 48 };

typedef struct tally {
    char code[4];
    uint32_t weight;
} tally;

typedef struct tallies {
    tally at[MAX_COUNTRY];
    size_t n;
} tallies;

static void count(tallies *t, const char *code, uint32_t weight)
{
    static const char *const none[] = {"", "UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"};
    for (size_t i = 0; i < RS_COUNT(none); i++)
        if (strncmp(code, none[i], 4) == 0) return;
    size_t i = 0;
    while (i < t->n && memcmp(t->at[i].code, code, 4) != 0) i++;
    if (i == MAX_COUNTRY) return;
    if (i == t->n) memcpy(t->at[t->n++].code, code, 4);
    t->at[i].weight += weight;
}

/* A name that places of several countries bear says nothing of the country. */
static bool ambiguous(const rs_events *ev, const rs_mention *m)
{
    const rs_lexicon *lx = ev->lexicon;
    if (m->node == RS_NONE) return false;
    const rs_image_node *node = &lx->node[m->node];
    for (size_t i = 0; i < node->n_tag; i++) {
        const rs_image_tag *tag = &lx->tag[node->tag_at + i];
        if (tag->kind == RS_TAG_PLACE && memcmp(lx->place[tag->value].code, lx->place[m->place].code, 4) != 0)
            return true;
    }
    return false;
}

static void count_mention(const rs_events *ev, tallies *t, const rs_mention *m)
{
    const rs_lexicon *lx = ev->lexicon;
    if (m->place != RS_NONE && ambiguous(ev, m)) return;
    if (m->place != RS_NONE)
        count(t, lx->place[m->place].code, 3);
    else if (m->entity != RS_NONE)
        count(t, rs_lexicon_role(lx, &lx->entity[m->entity], ev->published)->code,
              m->kind == RS_MENTION_ENTITY ? 1 : 3);
}

static void count_token(rs_events *ev, tallies *t, const rs_token *token)
{
    if (token->kind != RS_TOKEN_WORD) return;
    ev->n_word++;
    const rs_image_tag *nation = rs_token_any_tag(ev->words, token, RS_TAG_NATION),
                       *domain = rs_token_any_tag(ev->words, token, RS_TAG_DOMAIN);
    if (nation && nation->c)
        count(t, rs_lexicon_role(ev->lexicon, &ev->lexicon->entity[nation->value], ev->published)->code, 2);
    if (domain) ev->domain[domain->a] += domain->b;
}

/* More than one word in sixteen, by weight, is of domains without events. */
static bool domain_rules(const rs_events *ev)
{
    static const uint8_t silent[] = {RS_DOMAIN_SPORT,      RS_DOMAIN_MARKET, RS_DOMAIN_WEATHER,
                                     RS_DOMAIN_TECHNOLOGY, RS_DOMAIN_HEALTH, RS_DOMAIN_ENTERTAINMENT};
    uint32_t weight = 0;
    for (size_t i = 0; i < RS_COUNT(silent); i++) weight += ev->domain[silent[i]];
    return weight >= 6 && weight * 16 > ev->n_word;
}

void rs_events_survey(rs_events *ev)
{
    tallies t = {.n = 0};
    ev->n_word = 0;
    memset(ev->domain, 0, sizeof ev->domain);
    for (size_t i = 0; i < ev->words->token.n; i++) {
        if (i >= ev->dateline_first && i < ev->dateline_first + ev->dateline_n) continue; /* where the agency sits */
        const rs_mention *m = rs_mention_of(ev->names, i);
        const rs_image_tag *domain = m && m->first == i ? rs_mention_tag(ev->names, m, RS_TAG_DOMAIN) : NULL;
        if (domain) ev->domain[domain->a] += domain->b;
        if (m && m->first == i) count_mention(ev, &t, m);
        if (!m)
            count_token(ev, &t, &ev->words->token.at[i]);
        else
            ev->n_word++;
    }
    memset(ev->country, 0, sizeof ev->country);
    uint32_t best = 0;
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i].weight > best) best = t.at[i].weight, memcpy(ev->country, t.at[i].code, 4);
    ev->no_event = domain_rules(ev);
}
