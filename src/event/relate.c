/* SPDX-License-Identifier: MIT */
/* Which candidates are records. What a request, threat, refusal or accusation is about belongs to it; an event noun
 * that is only a topic or a purpose tells no happening; an event noun carried by a light verb is the event and the verb
 * is not; two candidates for one deed leave the stronger or earlier one. */
#include "event/event.h"

static bool speaks(rs_event e)
{
    return e == RS_EVENT_AGREE || e == RS_EVENT_SUPPORT || e == RS_EVENT_CONCEDE || e == RS_EVENT_REQUEST ||
           e == RS_EVENT_ACCUSE || e == RS_EVENT_REJECT || e == RS_EVENT_THREATEN;
}

static void drop(rs_events *ev, rs_candidate *c, const char *why)
{
    if (c->dropped) return;
    c->dropped = true;
    c->why = why;
    event_trace(ev, "  dropped %s: %s", rs_lexicon_text(ev->lexicon, ev->lexicon->frame[c->frame].id), why);
}

static const rs_image_slot *slot_of(const rs_events *ev, const rs_candidate *c, uint8_t slot)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    for (size_t i = 0; i < f->n_slot; i++)
        if (ev->lexicon->slot[f->slot_at + i].slot == slot) return &ev->lexicon->slot[f->slot_at + i];
    return NULL;
}

static bool has_role(const rs_image_slot *s, uint8_t role)
{
    return s && (s->role[0] == role || s->role[1] == role || s->role[2] == role);
}

static bool is_consumed(const rs_candidate *c, uint32_t phrase)
{
    for (size_t i = 0; i < c->n_consumed; i++)
        if (c->consumed[i] == phrase) return true;
    return false;
}

static void swallow(rs_events *ev, rs_candidate *owner, rs_candidate *c)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    c->swallowed = (uint32_t)(owner - ev->candidate);
    if (owner->about == RS_EVENT_NONE && c->event) {
        owner->about = c->event;
        owner->about_mode = f->n_mode ? (rs_mode)f->mode[0] : RS_MODE_NONE;
        owner->about_process = (rs_process)f->process;
    }
    drop(ev, c, "it is what another event is about");
}

/* Topics, purposes and comparisons tell no happening. */
static const char *idle_use(const rs_events *ev, const rs_candidate *c, uint8_t slot)
{
    const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
    if (f->use == RS_USE_TOPIC) return "only a topic";
    if (f->use == RS_USE_PURPOSE) return "only a purpose";
    if (f->prep == RS_PREP_LI && slot >= RS_SLOT_PREP && !(f->bits & RS_PH_ANY)) return "only a purpose";
    if (f->prep == RS_PREP_KA) return "only a comparison";
    if (f->use == RS_USE_NEGATIVE) return "said not to be";
    return NULL;
}

/* A noun in a slot of another candidate, or under a preposition that makes it idle. */
static void relate_noun(rs_events *ev, rs_candidate *c)
{
    uint8_t slot;
    uint32_t g = event_governor(ev, c->phrase, &slot);
    rs_candidate *owner = g == RS_NONE ? NULL : event_candidate_of(ev, g);
    if (owner && owner != c && !owner->dropped) {
        const rs_image_slot *s = slot_of(ev, owner, slot);
        bool matter = has_role(s, RS_ROLE_ABOUT) || has_role(s, RS_ROLE_TOPIC);
        bool object_like = slot == RS_SLOT_OBJECT || slot == RS_SLOT_OF || slot == RS_SLOT_PREP + RS_PREP_ILA ||
                           slot == RS_SLOT_PREP + RS_PREP_BI || slot == RS_SLOT_PREP + RS_PREP_ALA ||
                           slot == RS_SLOT_PREP + RS_PREP_AN;
        if (matter || (speaks(owner->event) && object_like)) {
            swallow(ev, owner, c);
            return;
        }
        if (slot == RS_SLOT_OF && owner->event) {
            drop(ev, c, "genitive of another event");
            return;
        }
    }
    bool light_subject = c->light != RS_NONE;
    const rs_image_tag *operator= g == RS_NONE ? NULL : event_verb_tag(ev, g, RS_TAG_OPERATOR);
    const char *idle = light_subject || operator? NULL : idle_use(ev, c, slot);
    if (idle) drop(ev, c, idle);
}

/* Clauses under a speech act are what it is about; clauses of purpose tell no happening. */
static void relate_clause(rs_events *ev, rs_candidate *c)
{
    uint32_t index = c->clause;
    for (int depth = 0; index != RS_NONE && depth < 8; depth++) {
        const rs_clause *k = &ev->clauses->clause.at[index];
        rs_candidate *owner =
            k->governor == RS_NONE || k->kind == RS_CLAUSE_RELATIVE ? NULL : event_candidate_of(ev, k->governor);
        if (k->kind == RS_CLAUSE_PURPOSE) {
            drop(ev, c, "only a purpose");
            return;
        }
        if (owner && owner != c && (k->kind == RS_CLAUSE_THAT || k->kind == RS_CLAUSE_CHAIN) && owner->event &&
            speaks(owner->event) && !k->quoted) {
            swallow(ev, owner, c);
            return;
        }
        if (k->kind == RS_CLAUSE_RELATIVE && depth == 0) return;
        index = k->parent;
    }
}

/* A light verb, or a verb whose companion the noun is, gives way to the noun or takes it over. */
static void merge_light(rs_events *ev)
{
    for (size_t i = 0; i < ev->n_candidate; i++) {
        rs_candidate *c = &ev->candidate[i];
        for (size_t j = 0; j < ev->n_candidate; j++) {
            rs_candidate *o = &ev->candidate[j];
            if (i == j || o->dropped || c->dropped) continue;
            if (is_consumed(o, c->phrase) && (o->n_consumed > c->n_consumed || !o->noun)) {
                if (speaks(o->event) && c->event != o->event) swallow(ev, o, c);
                drop(ev, c, "part of a longer expression");
            } else if (c->light != RS_NONE && !o->noun && o->phrase == ev->clauses->clause.at[c->light].verb &&
                       c->event && !o->n_consumed)
                drop(ev, o, "only carries the noun");
        }
    }
}

static bool same_deed(const rs_events *ev, const rs_candidate *a, const rs_candidate *b)
{
    if (a->event != b->event || a->event != RS_EVENT_ASSAULT) return false;
    const rs_phrase *f = &ev->clauses->phrase.at[b->phrase];
    uint8_t slot;
    uint32_t g = event_governor(ev, b->phrase, &slot);
    if (g == a->phrase) return true;
    /* the dead and the deed that killed them: "مقتل ... في قصف" */
    bool cause = f->prep == RS_PREP_FI || f->prep == RS_PREP_BI || f->use == RS_USE_CAUSE || f->prep == RS_PREP_AFTER;
    return b->noun && cause && a->clause == b->clause;
}

static bool casualties(const rs_events *ev, const rs_candidate *c)
{
    uint8_t what = ev->lexicon->frame[c->frame].count_what;
    return c->event == RS_EVENT_ASSAULT && (what == RS_COUNT_DEAD || what == RS_COUNT_INJURED);
}

/* "قصف ... ما أدى إلى مقتل أربعة وإصابة تسعة": what a verb of causing tells of the dead belongs to the attack before
 * it, and the wounded to the dead they stand beside. */
static void merge_consequences(rs_events *ev)
{
    for (size_t i = 1; i < ev->n_candidate; i++) {
        rs_candidate *c = &ev->candidate[i];
        if (c->dropped || !casualties(ev, c)) continue;
        uint8_t slot;
        uint32_t g = c->noun ? event_governor(ev, c->phrase, &slot) : c->phrase;
        const rs_image_tag *light = g == RS_NONE ? NULL : event_verb_tag(ev, g, RS_TAG_LIGHT);
        bool caused = light && light->a == RS_LIGHT_CAUSE;
        bool beside = (ev->clauses->phrase.at[c->phrase].bits & RS_PH_COORD) != 0;
        for (size_t j = i; j-- > 0 && !c->dropped;) {
            const rs_candidate *o = &ev->candidate[j];
            bool own = !o->dropped && o->event == RS_EVENT_ASSAULT;
            if (!own || !((caused && !casualties(ev, o)) || (beside && o->clause == c->clause))) continue;
            c->swallowed = (uint32_t)j;
            drop(ev, c, "the casualties of another event");
        }
    }
}

/* The candidate of PHRASE, or the one that took it into its expression: "تبنى التنظيم هجوم الطعن". */
static rs_candidate *whole_expression(rs_events *ev, uint32_t phrase)
{
    rs_candidate *o = event_candidate_of(ev, phrase);
    for (size_t i = 0; (!o || o->dropped) && i < ev->n_candidate; i++) {
        rs_candidate *c = &ev->candidate[i];
        bool takes = is_consumed(c, phrase) || (phrase && is_consumed(c, phrase - 1));
        if (!c->dropped && takes) return c;
    }
    return o;
}

/* "هجوم انتحاري استهدف مقرا": the relative verb says of the noun before it whom it struck. */
static void merge_relatives(rs_events *ev)
{
    for (size_t i = 0; i < ev->n_candidate; i++) {
        rs_candidate *c = &ev->candidate[i];
        const rs_clause *k = &ev->clauses->clause.at[c->clause];
        if (c->dropped || c->noun || k->kind != RS_CLAUSE_RELATIVE || k->governor == RS_NONE ||
            k->subject != k->governor)
            continue;
        rs_candidate *o = whole_expression(ev, k->governor);
        if (!o || o == c || o->dropped || o->event != c->event || c->event != RS_EVENT_ASSAULT) continue;
        c->swallowed = (uint32_t)(o - ev->candidate);
        drop(ev, c, "says of an attack whom it struck");
    }
}

/* Casualties and the attack that caused them are one record, that of the attack with the casualties. */
static void merge_casualties(rs_events *ev)
{
    for (size_t i = 0; i < ev->n_candidate; i++)
        for (size_t j = i + 1; j < ev->n_candidate; j++) {
            rs_candidate *a = &ev->candidate[i], *b = &ev->candidate[j];
            if (a->dropped || b->dropped || !same_deed(ev, a, b)) continue;
            const rs_image_frame *f = &ev->lexicon->frame[a->frame];
            if (f->count_what && b->noun) {
                a->swallowed = (uint32_t)j;
                drop(ev, a, "the casualties of another event");
            }
        }
}

/* The same event noun again, with the article and nothing new to it: "القصف", "الهجوم". */
static void merge_repeats(rs_events *ev)
{
    for (size_t i = 0; i < ev->n_candidate; i++) {
        rs_candidate *c = &ev->candidate[i];
        if (c->dropped) continue;
        for (size_t j = 0; j < i && !c->dropped; j++) {
            const rs_candidate *o = &ev->candidate[j];
            if (o->dropped || o->event != c->event || !c->noun) continue;
            const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
            const rs_reading *r = rs_phrase_reading(ev->clauses, f);
            filler of = event_slot(ev, c, RS_SLOT_OF);
            bool again = r && (r->pro & RS_PRO_AL) && !event_filled(&of) && c->light == RS_NONE && f->n <= 2;
            bool mediates = c->event == RS_EVENT_CONSULT && f->use == RS_USE_CAUSE; /* "بفضل وساطة تركيا" */
            if (mediates) c->swallowed = (uint32_t)j;
            if (again || mediates) drop(ev, c, "told before in the sentence");
        }
    }
}

/* "قتل خمسة في حادث سير": a cause or subject that is no event silences the casualties. */
static void silence_casualties(rs_events *ev)
{
    for (size_t i = 0; i < ev->n_candidate; i++)
        for (size_t j = 0; j < ev->n_candidate; j++) {
            rs_candidate *c = &ev->candidate[i], *none = &ev->candidate[j];
            uint8_t counts = ev->lexicon->frame[c->frame].count_what;
            if (c->dropped || none->event || !none->noun || (counts != RS_COUNT_DEAD && counts != RS_COUNT_INJURED) ||
                c->clause != none->clause)
                continue;
            const rs_phrase *f = &ev->clauses->phrase.at[none->phrase];
            bool cause =
                f->prep == RS_PREP_FI || f->prep == RS_PREP_BI || f->use == RS_USE_CAUSE || f->use == RS_USE_TIME;
            if (cause || ev->clauses->clause.at[c->clause].subject == none->phrase)
                drop(ev, c, "the casualties of no event");
        }
}

/* What an act of speech is about may stand deeper: the first dropped event behind it in its clause or in one it opens.
 */
static void find_matter(rs_events *ev, rs_candidate *c)
{
    if (c->dropped || !speaks(c->event) || c->about) return;
    for (size_t i = 0; i < ev->n_candidate; i++) {
        const rs_candidate *o = &ev->candidate[i];
        const rs_clause *k = &ev->clauses->clause.at[o->clause];
        bool inside = o->clause == c->clause || (k->governor == c->phrase && k->kind != RS_CLAUSE_RELATIVE) ||
                      k->parent == c->clause;
        if (o->phrase <= c->phrase || !inside || !o->event || !o->dropped || o->event == c->event) continue;
        const rs_image_frame *f = &ev->lexicon->frame[o->frame];
        c->about = o->event;
        c->about_mode = f->n_mode ? (rs_mode)f->mode[0] : RS_MODE_NONE;
        c->about_process = (rs_process)f->process;
        return;
    }
}

void event_relate(rs_events *ev)
{
    silence_casualties(ev);
    for (size_t i = 0; i < ev->n_candidate; i++) /* what an expression of no event is made of is no event either */
        for (size_t j = 0; j < ev->n_candidate; j++)
            if (!ev->candidate[i].event && is_consumed(&ev->candidate[i], ev->candidate[j].phrase))
                drop(ev, &ev->candidate[j], "part of a frame of no event");
    for (size_t i = 0; i < ev->n_candidate; i++)
        if (!ev->candidate[i].event) drop(ev, &ev->candidate[i], "a frame of no event");
    merge_light(ev);
    for (size_t i = 0; i < ev->n_candidate; i++) {
        rs_candidate *c = &ev->candidate[i];
        if (c->dropped) continue;
        if (c->noun) relate_noun(ev, c);
        if (!c->dropped) relate_clause(ev, c);
    }
    merge_relatives(ev);
    merge_casualties(ev);
    merge_consequences(ev);
    merge_repeats(ev);
    for (size_t i = 0; i < ev->n_candidate; i++) find_matter(ev, &ev->candidate[i]);
}
