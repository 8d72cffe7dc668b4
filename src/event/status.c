/* SPDX-License-Identifier: MIT */
/* Did it happen, and who says so? Status comes from the particles of the verb, from the kind of clause, and from every
 * operator above: a denial makes denied what it governs, a plan planned, a hope hypothetical. The source is the nearest
 * speaker above, or the one that the sentence names with "according to". PLOVER's rule stands over all: future
 * cooperation is agreement, a future retreat a concession. */
#include "event/event.h"

/* What a word that works on events makes of them; NONE if it does nothing here. */
static rs_record_status operator_of(const rs_events *ev, uint32_t phrase)
{
    const rs_image_tag *op = event_verb_tag(ev, phrase, RS_TAG_OPERATOR);
    if (!op) return RS_STATUS_NONE;
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    rs_record_status status = (rs_record_status)op->a;
    const rs_reading *r = rs_phrase_reading(ev->clauses, f);
    /* "حاول" failed, "يحاول" still tries */
    if (status == RS_STATUS_FAILED && r && rs_tense_of(r->feat) == RS_IMPERFECT) status = RS_STATUS_ONGOING;
    if ((f->bits & RS_PH_NEGATIVE) && status == RS_STATUS_DENIED) status = RS_STATUS_HAPPENED;
    return status;
}

static rs_record_status worse(rs_record_status a, rs_record_status b)
{
    static const uint8_t rank[] = {0, 1, 2, 3, 4, 6, 5};
    return rank[b] > rank[a] ? b : a;
}

static rs_record_status own_status(const rs_events *ev, const rs_candidate *c)
{
    const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
    const rs_reading *r = rs_phrase_reading(ev->clauses, f);
    if (f->bits & RS_PH_MAY) return RS_STATUS_HYPOTHETICAL;
    if (f->bits & RS_PH_NEGATIVE) return RS_STATUS_DENIED;
    if (f->bits & RS_PH_FUTURE) return RS_STATUS_PLANNED;
    if (f->bits & RS_PH_ANY) return RS_STATUS_HYPOTHETICAL;
    bool lasting = c->event == RS_EVENT_COERCE || c->event == RS_EVENT_PROTEST || c->event == RS_EVENT_AID ||
                   c->event == RS_EVENT_MOBILIZE || c->event == RS_EVENT_COOPERATE || c->event == RS_EVENT_ASSAULT ||
                   c->event == RS_EVENT_RETREAT || c->event == RS_EVENT_CONSULT;
    if (!c->noun && r && rs_pos_of(r->feat) == RS_POS_VERB && rs_tense_of(r->feat) == RS_IMPERFECT && lasting &&
        ev->sequence > 0)
        return RS_STATUS_ONGOING;
    return RS_STATUS_HAPPENED;
}

static bool fires(const rs_events *ev, uint32_t phrase)
{
    for (size_t i = 0; i < ev->n_candidate; i++)
        if (ev->candidate[i].phrase == phrase && ev->candidate[i].event && !ev->candidate[i].dropped) return true;
    return false;
}

/* Operators and particles on the way from phrase P up to its clause. */
static rs_record_status climb_phrases(const rs_events *ev, uint32_t p, rs_record_status status)
{
    for (int depth = 0; depth < 5; depth++) {
        uint8_t slot;
        uint32_t g = event_governor(ev, p, &slot);
        if (g == RS_NONE || g == p) break;
        const rs_phrase *f = &ev->clauses->phrase.at[g];
        bool adjunct = slot >= RS_SLOT_PREP && ev->clauses->phrase.at[p].use != RS_USE_NONE &&
                       ev->clauses->phrase.at[p].use != RS_USE_PLACE;
        if (adjunct) break; /* "بعد قصف": told as fact whatever the verb */
        /* of a verb with an object only the object is worked on */
        bool spared = slot == RS_SLOT_SUBJECT && ev->clauses->clause.at[f->clause].first_object != RS_NONE;
        if (!spared) status = worse(status, operator_of(ev, g));
        /* a verb that is no event of its own passes on what its particles say: "سيكون وقفا لإطلاق النار" */
        bool carries = !fires(ev, g);
        if (carries && (f->bits & RS_PH_NEGATIVE)) status = worse(status, RS_STATUS_DENIED);
        if (carries && (f->bits & RS_PH_FUTURE)) status = worse(status, RS_STATUS_PLANNED);
        if (carries && (f->bits & RS_PH_MAY)) status = worse(status, RS_STATUS_HYPOTHETICAL);
        if (f->kind == RS_PHRASE_VERB) break;
        p = g;
    }
    return status;
}

static rs_record_status climb_clauses(const rs_events *ev, uint32_t clause, rs_record_status status)
{
    for (int depth = 0; clause != RS_NONE && depth < 8; depth++) {
        const rs_clause *k = &ev->clauses->clause.at[clause];
        if (k->kind == RS_CLAUSE_IF) status = worse(status, RS_STATUS_HYPOTHETICAL);
        if (k->kind == RS_CLAUSE_RELATIVE && depth) break;
        if (k->kind == RS_CLAUSE_RELATIVE) return status;
        if (k->governor != RS_NONE && (k->kind == RS_CLAUSE_THAT || k->kind == RS_CLAUSE_CHAIN)) {
            status = worse(status, operator_of(ev, k->governor));
            const rs_phrase *g = &ev->clauses->phrase.at[k->governor];
            bool works = event_verb_tag(ev, k->governor, RS_TAG_OPERATOR) != NULL || k->kind == RS_CLAUSE_CHAIN;
            if (works && (g->bits & RS_PH_NEGATIVE) && !event_verb_tag(ev, k->governor, RS_TAG_OPERATOR))
                status = worse(status, RS_STATUS_DENIED);
            if (works && (g->bits & RS_PH_MAY)) status = worse(status, RS_STATUS_HYPOTHETICAL);
            if (works && (g->bits & RS_PH_FUTURE)) status = worse(status, RS_STATUS_PLANNED);
            status = climb_phrases(ev, k->governor, status);
        }
        clause = k->parent;
    }
    return status;
}

/* PLOVER: a future meeting, support, cooperation or aid is an agreement; a retreat that its own subject announces a
 * concession. */
static void apply_future(rs_events *ev, rs_candidate *c)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    if (c->status != RS_STATUS_PLANNED) return;
    bool agree = c->event == RS_EVENT_CONSULT || c->event == RS_EVENT_SUPPORT || c->event == RS_EVENT_COOPERATE ||
                 c->event == RS_EVENT_AID;
    filler subject = event_slot(ev, c, RS_SLOT_SUBJECT);
    bool concede = c->event == RS_EVENT_RETREAT && !c->noun && subject.phrase != RS_NONE;
    bool speech = c->event == RS_EVENT_AGREE || c->event == RS_EVENT_CONCEDE;
    if (!agree && !concede && !speech) return;
    if (!speech) {
        c->about = c->event;
        c->about_mode = f->n_mode ? (rs_mode)f->mode[0] : RS_MODE_NONE;
        c->about_process = (rs_process)f->process;
        c->event = agree ? RS_EVENT_AGREE : RS_EVENT_CONCEDE;
    }
    c->status = RS_STATUS_HAPPENED;
}

void event_status(rs_events *ev, rs_candidate *c)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    rs_record_status status = f->status ? (rs_record_status)f->status : own_status(ev, c);
    if (f->status) status = worse(status, own_status(ev, c));
    status = climb_phrases(ev, c->phrase, status);
    if (c->light != RS_NONE) {
        const rs_phrase *v = &ev->clauses->phrase.at[ev->clauses->clause.at[c->light].verb];
        const rs_reading *r = rs_phrase_reading(ev->clauses, v);
        if (r && rs_tense_of(r->feat) == RS_IMPERFECT && ev->sequence > 0 &&
            !(v->bits & (RS_PH_FUTURE | RS_PH_NEGATIVE)))
            status = worse(status, RS_STATUS_ONGOING);
    }
    c->status = climb_clauses(ev, c->clause, status);
    apply_future(ev, c);
}

/* Is the clause one that only tells who said the rest: "بحسب ما ذكره الشهود", "حسبما أعلنت الشرطة", "على ما أفاد"? */
static bool tells_source(const rs_events *ev, uint32_t clause)
{
    const rs_clauses *k = ev->clauses;
    const rs_clause *own = &k->clause.at[clause];
    if (own->verb == RS_NONE || own->verb < 1 || !event_verb_tag(ev, own->verb, RS_TAG_SPEECH)) return false;
    for (uint32_t i = 0; i < k->clause.n; i++)
        if (k->clause.at[i].kind == RS_CLAUSE_THAT && k->clause.at[i].governor == own->verb) return false;
    const rs_phrase *opener = &k->phrase.at[own->verb - 1];
    if (opener->kind != RS_PHRASE_OPENER) return false;
    if (opener->opener == RS_PARTICLE_AS) return own->verb > 1;
    const rs_phrase *before = own->verb > 1 ? &k->phrase.at[own->verb - 2] : NULL;
    return opener->opener == RS_PARTICLE_WHAT && before &&
           (before->prep == RS_PREP_ACCORDING || before->prep == RS_PREP_ALA);
}

/* "according to X" in the sentence, outside other clauses' reports. */
static bool according(rs_events *ev, const rs_candidate *c, rs_party *out)
{
    const rs_clauses *k = ev->clauses;
    for (uint32_t i = 0; i < k->phrase.n; i++) {
        const rs_phrase *f = &k->phrase.at[i];
        if (f->kind != RS_PHRASE_NOUN || f->prep != RS_PREP_ACCORDING || (f->bits & RS_PH_COORD)) continue;
        if (event_phrase_party(ev, i, out)) return true;
    }
    for (uint32_t i = 0; i < k->clause.n; i++)
        if (i != c->clause && tells_source(ev, i) && event_speaker_of(ev, k->clause.at[i].verb, out)) return true;
    return false;
}

/* "أنباء عن هجمات", "تحدثت منظمات عن سقوط قتلى جراء القصف": a noun or verb of saying before C in its clause, and the عن
 * that C stands behind. */
static bool said_about(rs_events *ev, const rs_candidate *c, rs_party *out)
{
    const rs_clauses *k = ev->clauses;
    uint32_t about = RS_NONE;
    for (uint32_t i = c->phrase + 1; i-- > 0 && about == RS_NONE;) {
        const rs_phrase *f = &k->phrase.at[i];
        if (f->clause != c->clause || (i < c->phrase && f->kind == RS_PHRASE_VERB)) return false;
        if (f->prep == RS_PREP_AN && f->kind == RS_PHRASE_NOUN && (f->bits & RS_PH_ACT)) about = i;
    }
    if (about == RS_NONE || !about) return false;
    const rs_phrase *before = &k->phrase.at[about - 1];
    bool noun = before->kind == RS_PHRASE_NOUN && before->clause == c->clause && !before->prep;
    if (noun && event_verb_tag(ev, about - 1, RS_TAG_SPEECH)) return event_phrase_party(ev, about - 1, out);
    uint32_t verb = k->clause.at[c->clause].verb;
    const rs_image_tag *speech = verb == RS_NONE ? NULL : event_verb_tag(ev, verb, RS_TAG_SPEECH);
    return speech && speech->a == RS_SPEECH_SAY && verb < about && event_speaker_of(ev, verb, out);
}

/* "يذكر أن", "يشار إلى أن", "يعتقد أن" at the head of a sentence have no speaker. */
static bool impersonal(const rs_events *ev, uint32_t governor)
{
    const rs_phrase *g = &ev->clauses->phrase.at[governor];
    const rs_reading *r = rs_phrase_reading(ev->clauses, g);
    const rs_clause *k = &ev->clauses->clause.at[g->clause];
    if (!r || g->kind != RS_PHRASE_VERB || k->subject != RS_NONE) return false;
    if (r->feat & RS_FEAT_PASSIVE) return true;
    return k->kind == RS_CLAUSE_MAIN && rs_tense_of(r->feat) == RS_IMPERFECT && rs_number_of(r->feat) == RS_SG &&
           rs_gender_of(r->feat) == RS_MASC;
}

/* The speaker of the verb or noun GOVERNOR. */
bool event_speaker_of(rs_events *ev, uint32_t governor, rs_party *out)
{
    const rs_clauses *k = ev->clauses;
    const rs_phrase *g = &k->phrase.at[governor];
    const rs_image_tag *speech = event_verb_tag(ev, governor, RS_TAG_SPEECH);
    if (g->kind == RS_PHRASE_NOUN && !(g->bits & RS_PH_AL_VERBAL)) {
        if (speech) { /* "إعلان الجيش أن ..." */
            if (governor + 1 < k->phrase.n && (k->phrase.at[governor + 1].bits & RS_PH_GENITIVE))
                return event_phrase_party(ev, governor + 1, out);
            return false;
        }
        return event_phrase_party(ev, governor, out); /* "الوزير: ..." */
    }
    if (!speech) return false;
    if (speech->a == RS_SPEECH_QUOTE)
        for (uint32_t i = governor + 1; i < k->phrase.n; i++)
            if (k->phrase.at[i].clause == g->clause && k->phrase.at[i].prep == (speech->c ? speech->c : RS_PREP_AN))
                return event_phrase_party(ev, i, out);
    if (impersonal(ev, governor)) return false;
    filler f = event_subject(ev, g->clause);
    if (f.dropped && !f.pronoun) f.pronoun = RS_FEAT_PERSON(3);
    if (rs_person_of(f.pronoun) == 1) return false; /* "قلت": the speaker of the clause above */
    return event_party(ev, &f, out);
}

/* The nearest speaker above CLAUSE. */
bool event_speaker(rs_events *ev, uint32_t clause, rs_party *out)
{
    for (int depth = 0; clause != RS_NONE && depth < 8; depth++) {
        const rs_clause *k = &ev->clauses->clause.at[clause];
        if (k->governor != RS_NONE && k->kind == RS_CLAUSE_THAT && event_speaker_of(ev, k->governor, out)) return true;
        clause = k->parent;
    }
    return false;
}

void event_source(rs_events *ev, const rs_candidate *c, rs_party *out)
{
    uint8_t slot;
    uint32_t g = event_governor(ev, c->phrase, &slot);
    if (event_speaker(ev, c->clause, out)) return;
    /* "أعلن الجيش انسحابه": the deed is the object of a verb of speech */
    if (c->noun && g != RS_NONE && (slot == RS_SLOT_OBJECT || slot >= RS_SLOT_PREP) &&
        ev->clauses->phrase.at[c->phrase].use == RS_USE_NONE && event_speaker_of(ev, g, out))
        return;
    if (c->noun && said_about(ev, c, out)) return;
    if (according(ev, c, out)) return;
    if (ev->quote_open && ev->has_speaker) out->at[0] = ev->speaker, out->n = 1;
}
