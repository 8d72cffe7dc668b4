/* SPDX-License-Identifier: MIT */
/* Candidates and their frames. A word with triggers is matched against its frames, those with more companions first,
 * then those with more needs, then in file order; the first whose companions stand in the clause and whose needs are
 * met is its frame. A frame of no event blocks like any other. */
#include "event/event.h"

#include <stdio.h>

void event_trace(rs_events *ev, const char *format, ...)
{
    if (!ev->trace) return;
    char line[400];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(line, sizeof line, format, args);
    va_end(args);
    ev->trace(ev->trace_context, line);
}

enum { MAX_TRIGGER = 320 };

typedef struct option {
    uint32_t trigger;
    uint16_t rank;
} option;

typedef struct options {
    option at[MAX_TRIGGER];
    size_t n;
} options;

static void add_option(rs_events *ev, options *o, uint32_t trigger)
{
    const rs_image_trigger *t = &ev->lexicon->trigger[trigger];
    const rs_image_frame *f = &ev->lexicon->frame[t->frame];
    option new = {trigger, (uint16_t)((t->n_companion * 32 + f->rank) * 2 + f->added)};
    size_t at = o->n;
    for (size_t i = 0; i < o->n; i++)
        if (o->at[i].trigger == trigger) return;
    if (o->n == MAX_TRIGGER) return;
    while (at && (o->at[at - 1].rank < new.rank || (o->at[at - 1].rank == new.rank && o->at[at - 1].trigger > trigger)))
        o->at[at] = o->at[at - 1], at--;
    o->at[at] = new;
    o->n++;
}

/* OTHER: the reading was not the chosen one; then only a frame with a companion or a need can speak for it. */
static void add_lemma(rs_events *ev, options *o, uint32_t lemma, bool verb, bool participle, bool masdar, bool other)
{
    size_t n;
    const rs_image_tag *tag = rs_lexicon_tags(ev->lexicon, lemma, &n);
    for (size_t i = 0; i < n; i++) {
        if (tag[i].kind != RS_TAG_TRIGGER || (tag[i].a != 0) != verb) continue;
        const rs_image_frame *f = &ev->lexicon->frame[ev->lexicon->trigger[tag[i].value].frame];
        if (participle && f->participle != 1) continue;
        if (masdar && f->spare == 2) continue;
        if (other && f->rank < 2 && !ev->lexicon->trigger[tag[i].value].n_companion) continue;
        add_option(ev, o, tag[i].value);
    }
}

/* The triggers of all readings of the head that have its part of speech. */
static void gather(rs_events *ev, const rs_candidate *c, options *o)
{
    const rs_token *t = &ev->words->token.at[ev->clauses->phrase.at[c->phrase].head];
    const rs_word *w = rs_token_word(ev->words, t);
    o->n = 0;
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[i];
        unsigned pos = rs_pos_of(r->feat);
        const rs_reading *chosen = &w->reading[t->chosen];
        bool other = r->lemma != chosen->lemma && pos != RS_POS_NOUN;
        if (r->lemma == RS_NONE || r->n_pro != chosen->n_pro || r->cost > chosen->cost + (c->noun ? 7 : 3)) continue;
        if (pos == RS_POS_VERB && rs_tense_of(r->feat) == RS_IMPERATIVE) continue; /* the news commands nobody */
        if (other && (r->feat & RS_FEAT_PASSIVE) && !(chosen->feat & RS_FEAT_PASSIVE)) continue;
        uint32_t verb = ev->lexicon->lemma[r->lemma].verb;
        if (!c->noun && !c->participle && pos == RS_POS_VERB) add_lemma(ev, o, r->lemma, true, false, false, other);
        if (c->participle && (r->feat & RS_FEAT_ACTIVE_PARTICIPLE) && verb != RS_NONE)
            add_lemma(ev, o, verb, true, true, false, false);
        if (!c->noun || (pos != RS_POS_NOUN && pos != RS_POS_ADJ)) continue;
        add_lemma(ev, o, r->lemma, false, false, false, false);
        if ((r->feat & RS_FEAT_MASDAR) && verb != RS_NONE) add_lemma(ev, o, verb, true, false, true, false);
    }
}

static uint8_t prep_of_token(const rs_events *ev, uint32_t t)
{
    const rs_token *token = &ev->words->token.at[t];
    const rs_mention *m = rs_mention_of(ev->names, t);
    const rs_image_tag *tag = m && m->kind == RS_MENTION_PHRASE ? rs_mention_tag(ev->names, m, RS_TAG_PREP) : NULL;
    if (!tag) tag = rs_token_tag(ev->words, token, RS_TAG_PREP);
    return tag ? tag->a : 0;
}

static uint8_t clitic_prep_of(const rs_events *ev, uint32_t t)
{
    const rs_reading *r = rs_token_reading(ev->words, &ev->words->token.at[t]);
    uint8_t pro = r ? r->pro : 0;
    return pro & RS_PRO_B ? RS_PREP_BI : pro & RS_PRO_L ? RS_PREP_LI : pro & RS_PRO_K ? RS_PREP_KA : 0;
}

static void consume(rs_candidate *c, uint32_t phrase)
{
    if (phrase == RS_NONE || phrase == c->phrase || (c->n_consumed && c->consumed[c->n_consumed - 1] == phrase)) return;
    if (c->n_consumed < RS_MAX_CONSUMED) c->consumed[c->n_consumed++] = phrase;
}

/* One companion at or after token AT; the token after it, RS_NONE if it is not there. */
static uint32_t match_companion(const rs_events *ev, rs_candidate *c, const rs_image_companion *companion, uint32_t at,
                                uint32_t limit, bool wants_prep, uint8_t prep)
{
    for (uint32_t t = at; t < limit; t++) {
        const rs_token *token = &ev->words->token.at[t];
        bool pause = token->kind == RS_TOKEN_PUNCT && token->cls != RS_CLASS_QUOTE;
        if (pause && (c->noun || token->cls != RS_CLASS_COMMA)) return RS_NONE; /* "دفعت القوات، الجمعة، بتعزيزات" */
        if (token->kind != RS_TOKEN_WORD) continue;
        if (!event_token_in(ev, t, companion->list_at, companion->n_list)) continue;
        uint32_t phrase = event_phrase_of(ev, t);
        if (phrase == RS_NONE || ev->clauses->phrase.at[phrase].kind == RS_PHRASE_VERB) continue;
        uint8_t found = clitic_prep_of(ev, t);
        if (!found && t > at - (at > 0)) found = t ? prep_of_token(ev, t - 1) : 0;
        if (!found) found = ev->clauses->phrase.at[phrase].prep;
        if (wants_prep && found != prep) continue;
        /* the first noun of a verb's expression is its object or subject, not part of some prepositional phrase */
        const rs_phrase *f = &ev->clauses->phrase.at[phrase];
        if (!c->noun && f->clause != c->clause) continue;
        if (!wants_prep && !c->noun && !c->n_consumed && f->prep) continue;
        if ((f->bits & RS_PH_NEGATIVE) && phrase != c->phrase) continue; /* "طالب بعدم الخروج" */
        uint32_t last = c->n_consumed ? c->consumed[c->n_consumed - 1] : c->phrase;
        if (c->noun && phrase != last && phrase != last + 1) continue;
        consume(c, phrase);
        return t + 1;
    }
    return RS_NONE;
}

/* A preposition as the last companion heads a phrase of the candidate's own clause. */
static uint32_t prep_alone(const rs_events *ev, const rs_candidate *c, uint32_t at, uint32_t limit, uint8_t prep)
{
    for (uint32_t i = c->phrase + 1; i < ev->clauses->phrase.n; i++) {
        const rs_phrase *f = &ev->clauses->phrase.at[i];
        if (f->first >= limit || (c->noun && f->kind == RS_PHRASE_VERB)) break;
        if (f->kind == RS_PHRASE_NOUN && f->clause == c->clause && f->first >= at && f->prep == prep &&
            !(f->bits & (RS_PH_COORD | RS_PH_COMPLEMENT)))
            return at;
    }
    return RS_NONE;
}

static bool match_companions(const rs_events *ev, rs_candidate *c, const rs_image_trigger *t)
{
    const rs_phrase *head = &ev->clauses->phrase.at[c->phrase];
    uint32_t at = head->head + 1, end = ev->clauses->sentence->first + ev->clauses->sentence->n;
    uint32_t window = c->noun ? 3 : 14;
    c->n_consumed = 0;
    for (size_t i = 0; i < t->n_companion; i++) {
        const rs_image_companion *companion = &ev->lexicon->companion[t->companion_at + i];
        if (companion->prep == 0xFF) return false;
        bool wants_prep = companion->prep != 0;
        uint32_t limit = at + window < end ? at + window : end;
        if (wants_prep && i + 1 == t->n_companion) {
            at = prep_alone(ev, c, at, limit, companion->prep);
            if (at == RS_NONE) return false;
            continue;
        }
        uint8_t prep = companion->prep;
        if (wants_prep) companion = &ev->lexicon->companion[t->companion_at + ++i];
        at = match_companion(ev, c, companion, at, limit, wants_prep, prep);
        if (at == RS_NONE) return false;
        window = 3; /* further companions stand close to the first */
    }
    c->end_token = at > head->head + 1 ? at : head->head + 1;
    return true;
}

static bool phrase_has(const rs_events *ev, uint32_t phrase, const rs_image_need *need)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    for (uint32_t t = f->first; t < f->first + f->n; t++)
        if (event_token_in(ev, t, need->list_at, need->n_list)) return true;
    return false;
}

static bool names_place(const rs_events *ev, uint32_t phrase)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    const rs_mention *m = f->mention == RS_NONE ? NULL : &ev->names->mention.at[f->mention];
    if (m && (m->kind == RS_MENTION_PLACE || (m->kind == RS_MENTION_NATION && m->first == f->head))) return true;
    const rs_reading *r = rs_phrase_reading(ev->clauses, f);
    return r && r->lemma != RS_NONE && ev->lexicon->lemma[r->lemma].cls == RS_NC_PLACE;
}

/* "1200 كيلومترا من الجولان", "أجزاء من البلاد". */
static bool measures_place(const rs_events *ev, uint32_t phrase)
{
    if (phrase + 1 >= ev->clauses->phrase.n) return false;
    const rs_phrase *next = &ev->clauses->phrase.at[phrase + 1];
    return next->kind == RS_PHRASE_NOUN && next->prep == RS_PREP_MIN && names_place(ev, phrase + 1);
}

static bool in_sectors(const rs_party *p, uint32_t set)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->at[i].sector[0] && (set >> p->at[i].sector[0] & 1)) return true;
    return false;
}

enum {
    ARMED = 1u << RS_SECTOR_MIL | 1u << RS_SECTOR_REB | 1u << RS_SECTOR_UAF | 1u << RS_SECTOR_PRM | 1u << RS_SECTOR_COP,
    PEOPLE = 1u << RS_SECTOR_CVL | 1u << RS_SECTOR_REF | 1u << RS_SECTOR_EDU | 1u << RS_SECTOR_LAB |
             1u << RS_SECTOR_SOC | 1u << RS_SECTOR_JRN | 1u << RS_SECTOR_MED | 1u << RS_SECTOR_OPP,
};

/* Who would fill the slot, without leaving a trace in memory. */
static rs_party party_of(rs_events *ev, const filler *f)
{
    rs_party p = {.n = 0};
    (void)event_party(ev, f, &p);
    return p;
}

static bool state_like(const rs_party *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->at[i].sector[0] == RS_SECTOR_GOV || (p->at[i].code[0] && !p->at[i].sector[0])) return true;
    return false;
}

static bool met(rs_events *ev, const rs_candidate *c, const rs_image_need *need)
{
    filler f = event_slot(ev, c, need->slot);
    bool core = need->slot == RS_SLOT_OBJECT || need->slot == RS_SLOT_SUBJECT;
    if (c->noun && core && !event_filled(&f)) f = event_slot(ev, c, RS_SLOT_OF); /* a genitive is subject or object */
    bool phrase = f.phrase != RS_NONE;
    rs_party p;
    switch ((enum rs_need)need->what) {
    case RS_NEED_FILLED: return event_filled(&f);
    case RS_NEED_CLAUSE:
        return event_filled(&f) ? f.clause != RS_NONE : event_slot(ev, c, RS_SLOT_CLAUSE).clause != RS_NONE;
    case RS_NEED_EVENT: return phrase && (ev->clauses->phrase.at[f.phrase].bits & RS_PH_ACT);
    case RS_NEED_PLACE: return phrase && (names_place(ev, f.phrase) || measures_place(ev, f.phrase));
    case RS_NEED_WORDS: return phrase && phrase_has(ev, f.phrase, need);
    case RS_NEED_AGENT: return p = party_of(ev, &f), p.n > 0;
    case RS_NEED_STATE: return p = party_of(ev, &f), state_like(&p);
    case RS_NEED_ARMED: return p = party_of(ev, &f), in_sectors(&p, ARMED) || (f.dropped && !p.n);
    case RS_NEED_PEOPLE: return p = party_of(ev, &f), in_sectors(&p, PEOPLE);
    case RS_NEED_SECTOR: return p = party_of(ev, &f), in_sectors(&p, need->list_at);
    }
    return false;
}

static bool needs_met(rs_events *ev, const rs_candidate *c, const rs_image_frame *f)
{
    for (size_t i = 0; i < f->n_need; i++) {
        const rs_image_need *need = &ev->lexicon->need[f->need_at + i];
        if (met(ev, c, need) == (need->avoid != 0)) return false;
    }
    return true;
}

/* "جرح عشرة مدنيين", "قتل خمسة": written alike, a verb without an object may be passive. */
static bool may_be_passive(const rs_events *ev, const rs_candidate *c)
{
    const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
    const rs_clause *k = &ev->clauses->clause.at[c->clause];
    if (c->noun || c->participle || f->pronoun || k->first_object != RS_NONE || k->subject == RS_NONE) return false;
    const rs_word *w = rs_token_word(ev->words, &ev->words->token.at[f->head]);
    const rs_reading *chosen = rs_phrase_reading(ev->clauses, f);
    for (size_t i = 0; i < w->n_reading; i++)
        if ((w->reading[i].feat & RS_FEAT_PASSIVE) && w->reading[i].n_pro == chosen->n_pro &&
            w->reading[i].lemma == chosen->lemma)
            return true;
    return false;
}

/* Told of whom it befell without a doer: deeds and charges. Who speaks is told. */
static bool suffered(rs_event e)
{
    return e == RS_EVENT_ASSAULT || e == RS_EVENT_COERCE || e == RS_EVENT_SANCTION || e == RS_EVENT_ACCUSE ||
           e == RS_EVENT_RETREAT || e == RS_EVENT_AID;
}

static bool try_frames(rs_events *ev, rs_candidate *c, const options *o)
{
    for (size_t i = 0; i < o->n; i++) {
        const rs_image_trigger *t = &ev->lexicon->trigger[o->at[i].trigger];
        const rs_image_frame *f = &ev->lexicon->frame[t->frame];
        if (c->passive && !c->any_passive && !(f->count_what && f->count_slot == RS_SLOT_OBJECT)) continue;
        if (c->passive && c->any_passive && (!f->transitive || !suffered((rs_event)f->event))) continue;
        const char *id = rs_lexicon_text(ev->lexicon, f->id);
        if (!match_companions(ev, c, t)) {
            event_trace(ev, "    frame %s: its companions are not here", id);
            continue;
        }
        if (!needs_met(ev, c, f)) {
            event_trace(ev, "    frame %s: a need is not met", id);
            continue;
        }
        event_trace(ev, "    frame %s: fires", id);
        c->frame = t->frame;
        c->event = (rs_event)f->event;
        return true;
    }
    c->n_consumed = 0;
    return false;
}

static void choose_frame(rs_events *ev, rs_candidate *c)
{
    options o;
    gather(ev, c, &o);
    c->frame = RS_NONE;
    c->passive = may_be_passive(ev, c);
    if (c->passive && try_frames(ev, c, &o)) return;
    c->passive = false;
    if (try_frames(ev, c, &o)) return;
    /* "ويطالب الأطراف بوقف": the noun after a verb that goes on with another's subject may be its object */
    const rs_clause *k = &ev->clauses->clause.at[c->clause];
    c->shifted = !c->noun && !c->participle && k->inherits != RS_NONE && k->first_object == RS_NONE &&
                 k->subject != RS_NONE && k->subject > c->phrase;
    if (c->shifted && try_frames(ev, c, &o)) return;
    c->shifted = false;
    /* "احتجز الزعيم في المطار": no object anywhere, so it is he who was held */
    c->passive = may_be_passive(ev, c);
    c->any_passive = true;
    if (c->passive && !try_frames(ev, c, &o)) c->passive = false;
}

/* Does LIGHT carry a noun that stands in SLOT of the verb of CLAUSE? */
static bool carries(const rs_events *ev, const rs_image_tag *light, uint8_t slot, uint32_t clause)
{
    const rs_clause *k = &ev->clauses->clause.at[clause];
    if (light->b == RS_SLOT_SUBJECT) { /* a noun that does not agree with its verb was taken for the object */
        const rs_reading *r = rs_phrase_reading(ev->clauses, &ev->clauses->phrase.at[k->verb]);
        bool third = r && rs_person_of(r->feat) != 1 && rs_person_of(r->feat) != 2;
        return slot == RS_SLOT_SUBJECT || (slot == RS_SLOT_OBJECT && k->subject == RS_NONE && third);
    }
    return light->b == slot || (light->c && slot == RS_SLOT_PREP + light->c);
}

/* The clause whose light verb carries the noun phrase of C. The verb's readings may be several verbs (جرى، أجرى): the
 * one that fits. */
static void find_light(rs_events *ev, rs_candidate *c)
{
    uint8_t slot;
    c->light = RS_NONE;
    uint32_t g = event_governor(ev, c->phrase, &slot);
    if (g == RS_NONE) return;
    const rs_phrase *f = &ev->clauses->phrase.at[g];
    const rs_token *t = &ev->words->token.at[f->head];
    if (t->kind != RS_TOKEN_WORD || (f->kind != RS_PHRASE_VERB && !(f->bits & RS_PH_AL_VERBAL))) return;
    const rs_word *w = rs_token_word(ev->words, t);
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[(t->chosen + i) % w->n_reading];
        if (r->lemma == RS_NONE || r->n_pro != w->reading[t->chosen].n_pro) continue;
        uint32_t verb = rs_pos_of(r->feat) == RS_POS_VERB ? r->lemma : ev->lexicon->lemma[r->lemma].verb;
        const rs_image_tag *light = verb == RS_NONE ? NULL : rs_lexicon_tag(ev->lexicon, verb, RS_TAG_LIGHT);
        if (!light || !carries(ev, light, slot, f->clause)) continue;
        c->light = f->clause;
        c->light_kind = light->a;
        return;
    }
}

void event_find_candidates(rs_events *ev)
{
    const rs_clauses *k = ev->clauses;
    ev->n_candidate = 0;
    for (uint32_t i = 0; i < k->phrase.n && ev->n_candidate < RS_MAX_CANDIDATE; i++) {
        const rs_phrase *f = &k->phrase.at[i];
        bool participle = (f->bits & RS_PH_AL_VERBAL) != 0;
        if (f->kind != RS_PHRASE_VERB && !(f->kind == RS_PHRASE_NOUN && (f->bits & (RS_PH_ACT | RS_PH_AL_VERBAL))))
            continue;
        if (ev->words->token.at[f->head].kind != RS_TOKEN_WORD) continue;
        rs_candidate *c = &ev->candidate[ev->n_candidate];
        *c = (rs_candidate){.phrase = i,
                            .clause = f->clause,
                            .frame = RS_NONE,
                            .noun = f->kind == RS_PHRASE_NOUN && !participle,
                            .participle = participle,
                            .light = RS_NONE,
                            .swallowed = RS_NONE};
        if (c->noun) find_light(ev, c);
        if (ev->trace) {
            rs_str word = rs_text_slice(ev->text, ev->words->token.at[f->head].begin, ev->words->token.at[f->head].end);
            event_trace(ev, "  candidate %.*s (%s)", (int)word.n, word.p,
                        c->noun      ? "noun"
                        : participle ? "participle"
                                     : "verb");
        }
        choose_frame(ev, c);
        if (c->frame != RS_NONE) ev->n_candidate++;
    }
}

rs_candidate *event_candidate_of(rs_events *ev, uint32_t phrase)
{
    for (size_t i = 0; i < ev->n_candidate; i++)
        if (ev->candidate[i].phrase == phrase) return &ev->candidate[i];
    return NULL;
}
