/* SPDX-License-Identifier: MIT */
/* Whom words mean that stand for several: "الطرفان", "الزعيمان", "بينهما", "اتفقوا", "we". The two are the last two
 * persons that the sentence has named before, else its last two states, else those who were several in a sentence
 * before; "we" are these if the speaker is one of them. */
#include "event/event.h"

enum { LOOK_BACK = 24 }; /* phrases */

static void join_all(const rs_party *from, rs_party *out)
{
    for (size_t i = 0; i < from->n && out->n < RS_MAX_PARTY; i++) {
        out->at[out->n] = from->at[i];
        out->at[out->n++].referred = RS_REFERENCE_SEVERAL;
    }
}

/* One person by name or title. */
static bool one_person(const rs_events *ev, const rs_phrase *f)
{
    const rs_mention *m = f->mention == RS_NONE ? NULL : &ev->names->mention.at[f->mention];
    if (f->number == RS_PL || f->number == RS_DUAL) return false;
    if (m && (m->kind == RS_MENTION_PERSON || m->kind == RS_MENTION_ENTITY)) return rs_mention_is_person(ev->names, m);
    const rs_token *head = &ev->words->token.at[f->head];
    const rs_image_tag *agent = head->kind == RS_TOKEN_WORD ? rs_token_any_tag(ev->words, head, RS_TAG_AGENT) : NULL;
    const rs_reading *r = rs_phrase_reading(ev->clauses, f);
    return agent && agent->a == RS_SECTOR_GOV && r && rs_gender_of(r->feat) == RS_MASC && (f->bits & RS_PH_DEFINITE);
}

static bool one_state(const rs_events *ev, const rs_phrase *f)
{
    const rs_mention *m = rs_mention_of(ev->names, f->head);
    bool locative = f->prep == RS_PREP_FI || f->prep == RS_PREP_ILA || f->use == RS_USE_PLACE;
    return m && m->kind == RS_MENTION_NATION && !locative && ev->lexicon->entity[m->entity].kind == RS_EK_STATE;
}

static bool same(const rs_entity *a, const rs_entity *b)
{
    return a->begin == b->begin || (a->id && a->id == b->id) || event_same_kind(a, b);
}

/* The last two of a kind before phrase BEFORE. */
static bool last_two(rs_events *ev, uint32_t before, bool (*fits)(const rs_events *, const rs_phrase *), rs_party *out)
{
    rs_party two = {.n = 0};
    for (uint32_t i = before; i-- > 0 && before - i <= LOOK_BACK && two.n < 2;) {
        const rs_phrase *f = &ev->clauses->phrase.at[i];
        rs_party p = {.n = 0};
        if (f->kind != RS_PHRASE_NOUN || (f->bits & (RS_PH_TIME | RS_PH_PRONOUN_ONLY | RS_PH_COMPLEMENT | RS_PH_ACT)))
            continue;
        if (!fits(ev, f) || !event_phrase_party(ev, i, &p)) continue;
        if (p.at[0].code[0] && !(two.n && same(&two.at[0], &p.at[0]))) two.at[two.n++] = p.at[0];
    }
    if (two.n < 2) return false;
    rs_party ordered = {.at = {two.at[1], two.at[0]}, .n = 2};
    join_all(&ordered, out);
    return true;
}

static bool two_before(rs_events *ev, uint32_t before, rs_party *out)
{
    if (last_two(ev, before, one_person, out) || last_two(ev, before, one_state, out)) return true;
    if (ev->plural.n == 2) join_all(&ev->plural, out);
    return ev->plural.n == 2;
}

/* "الدول الثلاث", "الزعماء الثلاثة": as many as were last named together. */
static bool as_many(rs_events *ev, const rs_phrase *f, rs_party *out)
{
    uint32_t last = f->first + f->n - 1;
    if (ev->plural.n < 3 || f->number != RS_PL || last <= f->head || f->mention != RS_NONE) return false;
    const rs_mention *number = rs_mention_of(ev->names, last);
    if (!number || number->kind != RS_MENTION_NUMBER || number->value != ev->plural.n) return false;
    join_all(&ev->plural, out);
    return true;
}

bool event_the_two(rs_events *ev, uint32_t phrase, rs_party *out)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    if (as_many(ev, f, out)) return true;
    if (f->number != RS_DUAL || !(f->bits & RS_PH_DEFINITE) || f->mention != RS_NONE) return false;
    const rs_reading *r = rs_phrase_reading(ev->clauses, f);
    if (!r || !(r->pro & RS_PRO_AL) || r->lemma == RS_NONE || f->head + 1 != f->first + f->n) return false;
    const rs_image_tag *agent = rs_token_any_tag(ev->words, &ev->words->token.at[f->head], RS_TAG_AGENT);
    bool people = (agent && agent->b != RS_REACH_WEAPON) || ev->lexicon->lemma[r->lemma].cls == RS_NC_HUMAN;
    return people && two_before(ev, phrase, out);
}

/* Is whoever says "we" one of those who were last several? Not where the clause itself says with whom. */
static bool we_are(rs_events *ev, const filler *f)
{
    rs_entity speaker;
    for (uint32_t i = 0; i < ev->clauses->phrase.n; i++)
        if (ev->clauses->phrase.at[i].clause == f->where && ev->clauses->phrase.at[i].prep == RS_PREP_MAA) return false;
    if (!event_first_person(ev, f->where, &speaker)) return false;
    for (size_t i = 0; i < ev->plural.n; i++)
        if (event_same_kind(&ev->plural.at[i], &speaker)) return true;
    return false;
}

bool event_they(rs_events *ev, const filler *f, rs_party *out)
{
    unsigned number = rs_number_of(f->pronoun), who = rs_person_of(f->pronoun);
    if (number == RS_DUAL && who == 3 && f->before != RS_NONE) return two_before(ev, f->before, out);
    if ((number != RS_DUAL && number != RS_PL) || ev->plural.n < 2) return false;
    if (who != 3 && !(who == 1 && we_are(ev, f))) return false;
    join_all(&ev->plural, out);
    return true;
}
