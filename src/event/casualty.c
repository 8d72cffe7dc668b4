/* SPDX-License-Identifier: MIT */
/* Casualties: how many a frame counts, and the victims who stand beside an attack without a verb of their own: "تسعة
 * قتلى في هجوم", "سقوط قتلى وجرحى جراء القصف". */
#include "event/event.h"

static int number_of(const rs_events *ev, const filler *f)
{
    if (f->phrase == RS_NONE) return -1;
    const rs_phrase *p = &ev->clauses->phrase.at[f->phrase];
    if (p->count >= 1900 && p->count <= 2100 && p->head + 1 == p->first + p->n) return -1; /* a year */
    if (p->count != RS_NONE) return p->vague != RS_NK_CARDINAL ? -1 : p->count > 1000000 ? -1 : (int)p->count;
    const rs_reading *r = rs_phrase_reading(ev->clauses, p);
    const rs_mention *m = p->mention == RS_NONE ? NULL : &ev->names->mention.at[p->mention];
    if (m && m->kind == RS_MENTION_ENTITY && ev->lexicon->entity[m->entity].kind == RS_EK_PERSON) return 1;
    if (r && rs_number_of(r->feat) == RS_DUAL) return 2;
    return r && rs_number_of(r->feat) == RS_SG &&
                   rs_token_any_tag(ev->words, &ev->words->token.at[p->head], RS_TAG_AGENT)
               ? 1
               : -1;
}

void event_counts(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    if (!f->count_what) return;
    filler filled = event_slot(ev, c, f->count_slot);
    if (!event_filled(&filled) && c->noun) filled = event_slot(ev, c, RS_SLOT_OF);
    int n = number_of(ev, &filled);
    int *out = f->count_what == RS_COUNT_DEAD      ? &r->dead
               : f->count_what == RS_COUNT_INJURED ? &r->injured
                                                   : &r->arrested;
    if (n >= 0 && *out < 0) *out = n;
}

/* What a word like "قتلى" counts, by its frames; 0 if it names no casualties. */
static uint8_t counted_by(const rs_events *ev, const rs_phrase *f)
{
    const rs_reading *r = rs_phrase_reading(ev->clauses, f);
    size_t n;
    if (!r || r->lemma == RS_NONE || !rs_token_tag(ev->words, &ev->words->token.at[f->head], RS_TAG_AGENT)) return 0;
    const rs_image_tag *tag = rs_lexicon_tags(ev->lexicon, r->lemma, &n);
    for (size_t i = 0; i < n; i++) {
        if (tag[i].kind != RS_TAG_TRIGGER) continue;
        uint8_t what = ev->lexicon->frame[ev->lexicon->trigger[tag[i].value].frame].count_what;
        if (what == RS_COUNT_DEAD || what == RS_COUNT_INJURED) return what;
    }
    return 0;
}

/* Under a preposition of place, means or cause. */
static bool by_which(const rs_phrase *f)
{
    return f->prep == RS_PREP_FI || f->prep == RS_PREP_BI || f->use == RS_USE_CAUSE;
}

/* ENTITY, unless one of its country and sector is there. */
static void add_kind(rs_party *out, const rs_entity *entity)
{
    for (size_t i = 0; i < out->n; i++)
        if (event_same_kind(&out->at[i], entity)) return;
    if (out->n < RS_MAX_PARTY) out->at[out->n++] = *entity;
}

/* "25 شخصا، من بينهم 8 صحفيين": those told of beside the whole. */
static void among(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    for (uint32_t i = c->phrase + 1; i + 1 < ev->clauses->phrase.n; i++) {
        const rs_phrase *f = &ev->clauses->phrase.at[i];
        if (f->kind == RS_PHRASE_VERB) return;
        bool them = f->kind == RS_PHRASE_NOUN && f->prep == RS_PREP_BAYN && (f->bits & RS_PH_PRONOUN_ONLY) &&
                    rs_number_of(f->pronoun) == RS_PL;
        if (!them) continue;
        rs_party some = {.n = 0};
        if (event_phrase_party(ev, i + 1, &some))
            for (size_t k = 0; k < some.n; k++) add_kind(&r->recipient, &some.at[k]);
        return;
    }
}

void event_victims(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    bool suffered = r->event == RS_EVENT_ASSAULT || r->event == RS_EVENT_COERCE;
    if (suffered && r->recipient.n) among(ev, c, r);
    if (r->event != RS_EVENT_ASSAULT || !c->noun || !by_which(&ev->clauses->phrase.at[c->phrase])) return;
    for (uint32_t i = c->phrase; i-- > 0;) {
        const rs_phrase *f = &ev->clauses->phrase.at[i];
        if (f->clause != c->clause || f->kind == RS_PHRASE_VERB) return;
        uint8_t what = f->kind == RS_PHRASE_NOUN ? counted_by(ev, f) : 0;
        if (!what) continue;
        filler victims = {i, 0, false, RS_NONE, RS_NONE, RS_NONE, RS_NONE};
        int n = number_of(ev, &victims), *out = what == RS_COUNT_DEAD ? &r->dead : &r->injured;
        if (n >= 0 && *out < 0) *out = n;
        if (!r->recipient.n) (void)event_phrase_party(ev, i, &r->recipient);
        return;
    }
}
