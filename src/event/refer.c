/* SPDX-License-Identifier: MIT */
/* Who is meant by a pronoun or a verb without subject. In the sentence: the nearest noun phrase before it that can be
 * somebody or a place and agrees in gender and number; for a dropped subject the subject of the clause above. Beyond
 * the sentence it is the event layer's memory of the document that answers. First persons are the speaker's. */
#include "event/event.h"

/* A name says little of its gender: a state is feminine, a person masculine unless the lexicon has the given name as
 * feminine. */
static unsigned gender_of(const rs_events *ev, const rs_phrase *f)
{
    const rs_mention *m = f->mention == RS_NONE ? NULL : &ev->names->mention.at[f->mention];
    if (f->gender) return f->gender;
    if (!m || m->entity == RS_NONE) return m && m->kind == RS_MENTION_PLACE ? RS_FEM : 0;
    uint8_t kind = ev->lexicon->entity[m->entity].kind;
    if (kind != RS_EK_PERSON) return m->kind == RS_MENTION_NATION ? RS_FEM : 0;
    const rs_image_tag *given = rs_token_any_tag(ev->words, &ev->words->token.at[m->first], RS_TAG_FIRSTNAME);
    return given ? 0 : RS_MASC;
}

static bool is_party_or_place(const rs_events *ev, const rs_phrase *f)
{
    const rs_mention *m = f->mention == RS_NONE ? NULL : &ev->names->mention.at[f->mention];
    if (m && m->kind >= RS_MENTION_ENTITY && m->kind <= RS_MENTION_PLACE) return true;
    const rs_token *head = &ev->words->token.at[f->head];
    if (rs_token_any_tag(ev->words, head, RS_TAG_AGENT)) return true;
    const rs_reading *r = rs_token_reading(ev->words, head);
    return r && r->lemma != RS_NONE && ev->lexicon->lemma[r->lemma].cls == RS_NC_PLACE && f->mention != RS_NONE;
}

static bool agrees(const rs_events *ev, const rs_phrase *f, uint32_t pronoun)
{
    unsigned gender = rs_gender_of(pronoun), number = rs_number_of(pronoun), own = gender_of(ev, f);
    if (number == RS_PL) return f->number == RS_PL || f->count != RS_NONE || !f->number;
    if (number == RS_DUAL) return f->number == RS_DUAL;
    if (f->number == RS_PL) { /* a plural of things, and forces, take the feminine singular */
        const rs_reading *r = rs_phrase_reading(ev->clauses, f);
        bool sound = r && (r->feat & (RS_FEAT_NOMINATIVE | RS_FEAT_OBLIQUE));
        return gender == RS_FEM && !sound;
    }
    return !own || !gender || own == gender;
}

static bool can_be(const rs_events *ev, uint32_t i, uint32_t pronoun)
{
    const rs_phrase *f = &ev->clauses->phrase.at[i];
    if (f->kind != RS_PHRASE_NOUN || (f->bits & (RS_PH_TIME | RS_PH_PRONOUN_ONLY | RS_PH_COMPLEMENT))) return false;
    return is_party_or_place(ev, f) && agrees(ev, f, pronoun);
}

/* The subject of a clause that WHERE stands in, or else of one before it, that agrees. */
static uint32_t subject_above(const rs_events *ev, uint32_t where, uint32_t pronoun)
{
    const rs_clauses *k = ev->clauses;
    for (uint32_t c = k->clause.at[where].parent; c != RS_NONE; c = k->clause.at[c].parent)
        if (k->clause.at[c].subject != RS_NONE && can_be(ev, k->clause.at[c].subject, pronoun))
            return k->clause.at[c].subject;
    for (uint32_t c = where; c-- > 0;) {
        const rs_clause *clause = &k->clause.at[c];
        if (clause->subject == RS_NONE || clause->kind == RS_CLAUSE_RELATIVE) continue;
        if (can_be(ev, clause->subject, pronoun)) return clause->subject;
    }
    return RS_NONE;
}

/* "قال الرئيس في تغريدة على تويتر إن إدارته": beyond the report a pronoun means first of all who reports. The subject
 * of the verb of speech above WHERE, and the first phrase of what is reported; RS_NONE. */
static uint32_t who_reports(const rs_events *ev, uint32_t where, uint32_t pronoun, uint32_t *begin)
{
    const rs_clauses *k = ev->clauses;
    while (where != RS_NONE && k->clause.at[where].kind != RS_CLAUSE_THAT) where = k->clause.at[where].parent;
    uint32_t governor = where == RS_NONE ? RS_NONE : k->clause.at[where].governor;
    if (governor == RS_NONE || !event_verb_tag(ev, governor, RS_TAG_SPEECH)) return RS_NONE;
    uint32_t subject = k->clause.at[k->phrase.at[governor].clause].subject;
    if (subject == RS_NONE || !can_be(ev, subject, pronoun)) return RS_NONE;
    *begin = 0;
    while (*begin < k->phrase.n && k->phrase.at[*begin].clause != where) ++*begin;
    return subject;
}

uint32_t event_referent(const rs_events *ev, const filler *f)
{
    if (!f->pronoun || rs_person_of(f->pronoun) != 3 || f->where == RS_NONE) return RS_NONE;
    if (f->dropped) return subject_above(ev, f->where, f->pronoun);
    uint32_t begin = 0, speaker = who_reports(ev, f->where, f->pronoun, &begin);
    for (uint32_t i = f->before; i-- > 0;) {
        if (speaker != RS_NONE && i < begin) return speaker;
        if (can_be(ev, i, f->pronoun)) return i;
    }
    return RS_NONE;
}
