/* SPDX-License-Identifier: MIT */
/* From candidates to records: roles into parties, numbers into casualties, modes, process and stage, date. Then what
 * the sentence leaves behind for the next: its subject, its speaker, whether a quotation goes on. */
#include "event/event.h"

#include <stdio.h>

enum { MAX_RECORD_PER_SENTENCE = 24, BORROW_BACK = 64 /* records */ };

rs_status rs_events_begin(rs_events *ev, rs_str document, rs_error *error)
{
    rs_vec_clear(&ev->record);
    ev->n_candidate = ev->n_recent = 0;
    ev->has_subject = ev->has_speaker = ev->quote_open = ev->no_event = false;
    memset(ev->country, 0, sizeof ev->country);
    memset(ev->domain, 0, sizeof ev->domain);
    ev->sequence = 0;
    ev->plural.n = 0;
    ev->text_hash = rs_hash64(ev->text->utf8.p, ev->text->utf8.n, rs_hash64(document.p, document.n, 0));
    if (!rs_vec_reserve(ev->alloc, &ev->record, 64)) return rs_error_set(error, RS_E_NOMEM, "no memory for records");
    return RS_OK;
}

void rs_events_free(rs_events *ev)
{
    if (ev->alloc) rs_vec_free(ev->alloc, &ev->record);
}

static bool add_mode(rs_record *r, rs_mode mode)
{
    for (size_t i = 0; i < RS_MAX_MODE; i++) {
        if (r->mode[i] == mode) return true;
        if (r->mode[i]) continue;
        r->mode[i] = mode;
        return true;
    }
    return false;
}

/* Words that give the event its mode: in its own phrase, in its subject, and in an instrument. */
static void modes_from_phrase(const rs_events *ev, rs_record *r, uint32_t phrase)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    for (uint32_t t = f->first; t < f->first + f->n; t++) {
        const rs_mention *m = rs_mention_of(ev->names, t);
        const rs_image_tag *tag = m ? rs_mention_tag(ev->names, m, RS_TAG_MODE) : NULL;
        if (!tag) tag = rs_token_any_tag(ev->words, &ev->words->token.at[t], RS_TAG_MODE);
        if (tag && tag->a == (uint8_t)r->event) (void)add_mode(r, (rs_mode)tag->b);
    }
}

static void set_modes(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    if (r->event != (rs_event)f->event) return;
    for (size_t i = 0; i < f->n_mode; i++) (void)add_mode(r, (rs_mode)f->mode[i]);
    if (f->n_mode) return;
    modes_from_phrase(ev, r, c->phrase);
    for (size_t i = 0; i < c->n_consumed; i++) modes_from_phrase(ev, r, c->consumed[i]);
    filler subject = event_slot(ev, c, RS_SLOT_SUBJECT), with = event_slot(ev, c, RS_SLOT_PREP + RS_PREP_BI);
    if (r->event == RS_EVENT_ASSAULT && subject.phrase != RS_NONE) modes_from_phrase(ev, r, subject.phrase);
    if (with.phrase != RS_NONE) modes_from_phrase(ev, r, with.phrase);
}

/* The mode of a request or refusal follows from what it is about. */
static void mode_from_about(rs_record *r)
{
    static const struct {
        rs_event event, about;
        rs_mode mode;
    } rows[] = {
#define BOTH(about, mode)                                                                                              \
    {RS_EVENT_REQUEST, RS_EVENT_##about, RS_MODE_REQUEST_##mode},                                                      \
        {RS_EVENT_REJECT, RS_EVENT_##about, RS_MODE_REJECT_##mode}
        BOTH(RETREAT, YIELD),
        BOTH(CONCEDE, YIELD),
        BOTH(CONSULT, MEET),
        BOTH(AID, ASSIST),
        BOTH(SUPPORT, ASSIST),
        BOTH(COOPERATE, ASSIST),
        BOTH(SANCTION, CHANGE),
        BOTH(COERCE, CHANGE),
        BOTH(ACCUSE, CHANGE),
        {RS_EVENT_THREATEN, RS_EVENT_ASSAULT, RS_MODE_THREATEN_VIOLENCE},
        {RS_EVENT_THREATEN, RS_EVENT_SANCTION, RS_MODE_THREATEN_RELATIONS},
        {RS_EVENT_THREATEN, RS_EVENT_COERCE, RS_MODE_THREATEN_RESTRICT},
#undef BOTH
    };
    if (r->mode[0]) return;
    for (size_t i = 0; i < RS_COUNT(rows); i++)
        if (rows[i].event == r->event && rows[i].about == r->about) r->mode[0] = rows[i].mode;
}

static void set_process(const rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    bool own = r->event == (rs_event)f->event;
    r->process = own ? (rs_process)f->process : RS_PROCESS_NONE;
    r->stage = own ? (rs_stage)f->stage : RS_STAGE_NONE;
    if (!r->process && c->about_process) r->process = c->about_process, r->stage = RS_STAGE_NONE;
    if (!r->process) return;
    bool fact = r->status == RS_STATUS_HAPPENED || r->status == RS_STATUS_ONGOING;
    if (r->stage && fact) return;
    for (int exact = 1; exact >= 0; exact--)
        for (size_t i = 0; i < ev->lexicon->n_stage; i++) {
            const rs_image_stage *s = &ev->lexicon->stage[i];
            if (s->process == r->process && s->event == r->event && s->status == (exact ? r->status : 0)) {
                r->stage = (rs_stage)s->stage;
                return;
            }
        }
}

static bool reciprocal(rs_event e) { return e == RS_EVENT_AGREE || e == RS_EVENT_CONSULT || e == RS_EVENT_COOPERATE; }

static rs_party *party_for(rs_record *r, uint8_t role)
{
    return role == RS_ROLE_ACTOR       ? &r->actor
           : role == RS_ROLE_RECIPIENT ? &r->recipient
           : role == RS_ROLE_MEDIATOR  ? &r->mediator
           : role == RS_ROLE_SOURCE    ? &r->said_by
                                       : NULL;
}

static bool place_phrase(const rs_events *ev, uint32_t phrase)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    const rs_mention *m = f->mention == RS_NONE ? NULL : &ev->names->mention.at[f->mention];
    return m && (m->kind == RS_MENTION_PLACE || m->kind == RS_MENTION_NATION);
}

/* "ضربة سوريا": the name of a state by itself. */
static bool state_phrase(const rs_events *ev, uint32_t phrase)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    const rs_mention *m = rs_mention_of(ev->names, f->head);
    return m && m->kind == RS_MENTION_NATION && ev->lexicon->entity[m->entity].kind == RS_EK_STATE &&
           f->prep != RS_PREP_FI && f->prep != RS_PREP_BI;
}

/* What is done to a thing, or said of it, is done to its owner. */
static bool strikes_owner(rs_event e)
{
    return e == RS_EVENT_ASSAULT || e == RS_EVENT_COERCE || e == RS_EVENT_ACCUSE || e == RS_EVENT_REJECT ||
           e == RS_EVENT_SUPPORT || e == RS_EVENT_SANCTION;
}

/* The first role of a slot that its filler can have. */
static void fill_slot(rs_events *ev, const rs_candidate *c, const rs_image_slot *s, rs_record *r, filler *struck)
{
    filler f = event_slot(ev, c, s->slot);
    if (!event_filled(&f)) return;
    bool placed = false;
    for (size_t i = 0; i < 3; i++) {
        rs_party *party = party_for(r, s->role[i]);
        if (s->role[i] == RS_ROLE_PLACE && f.phrase != RS_NONE && place_phrase(ev, f.phrase)) {
            if (struck->phrase == RS_NONE) *struck = f;
            placed = true;
        }
        bool several = reciprocal(r->event) || r->event == RS_EVENT_ASSAULT;
        if (!party || (party->n && !(several && i == 0 && s->role[i] == RS_ROLE_ACTOR))) continue;
        /* a state that is struck is a party, a town is where it was */
        bool state = r->event == RS_EVENT_ASSAULT && f.phrase != RS_NONE && state_phrase(ev, f.phrase);
        bool town = !state && f.phrase != RS_NONE && place_phrase(ev, f.phrase) &&
                    (s->role[0] == RS_ROLE_PLACE || placed) && s->role[i] == RS_ROLE_RECIPIENT;
        ev->as_state = r->event == RS_EVENT_CONSULT ||
                       r->event == RS_EVENT_AGREE; /* a capital that is visited is its government */
        bool found = !town && event_party(ev, &f, party);
        ev->as_state = false;
        if (!found && s->role[i] == RS_ROLE_RECIPIENT && f.phrase != RS_NONE && !f.pronoun && strikes_owner(r->event))
            found = event_owner(ev, f.phrase, r->event == RS_EVENT_ASSAULT, party);
        if (found && s->role[i] == RS_ROLE_MEDIATOR && f.phrase != RS_NONE && place_phrase(ev, f.phrase) &&
            struck->phrase == RS_NONE)
            *struck = f; /* the host is where it was */
        if (found) {
            /* what is hit may also be where: "مواقع المسلحين في عفرين" */
            for (size_t k = i + 1; k < 3; k++)
                if (s->role[k] == RS_ROLE_PLACE && f.phrase != RS_NONE && place_phrase(ev, f.phrase)) *struck = f;
            return;
        }
    }
}

/* من قبل، على يد: the actor, whatever the frame; برعاية: the mediator. */
static void fill_fixed(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const struct {
        uint8_t prep;
        rs_party *party;
    } fixed[] = {{RS_PREP_BY, &r->actor}, {RS_PREP_MEDIATION, &r->mediator}};
    for (size_t i = 0; i < RS_COUNT(fixed); i++) {
        filler f = event_slot(ev, c, (uint8_t)(RS_SLOT_PREP + fixed[i].prep));
        if (event_filled(&f) && !fixed[i].party->n) (void)event_party(ev, &f, fixed[i].party);
    }
}

/* "غارة إسرائيلية", "قصف روسي": the adjective says whose it is; of weapons and attacks it is the force, of other acts
 * the state. */
static void actor_from_adjective(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
    if (r->actor.n || !c->noun) return;
    const rs_phrase *last = c->n_consumed ? &ev->clauses->phrase.at[c->consumed[c->n_consumed - 1]] : f;
    for (uint32_t t = f->head + 1; t < last->first + last->n && r->actor.n < RS_MAX_PARTY; t++) {
        rs_entity *e = &r->actor.at[r->actor.n];
        if (!event_nation(ev, t, e)) continue;
        e->sector[0] = r->event == RS_EVENT_ASSAULT || r->event == RS_EVENT_MOBILIZE ? RS_SECTOR_MIL : RS_SECTOR_GOV;
        r->actor.n++;
    }
}

/* Who did the deed that another candidate tells of: "مقتل فلسطيني بقصف إسرائيلي". */
static void actor_of(rs_events *ev, const rs_candidate *o, rs_party *out)
{
    const rs_image_frame *f = &ev->lexicon->frame[o->frame];
    rs_record other = {.event = o->event};
    filler struck = {RS_NONE, 0, false, RS_NONE, RS_NONE, RS_NONE, RS_NONE};
    for (size_t k = 0; k < f->n_slot; k++) {
        const rs_image_slot *s = &ev->lexicon->slot[f->slot_at + k];
        if (s->role[0] == RS_ROLE_ACTOR) fill_slot(ev, o, s, &other, &struck);
    }
    actor_from_adjective(ev, o, &other);
    *out = other.actor;
}

/* Casualties told beside the attack belong to it, and so does whom it struck ("هجوم استهدف"). */
static void take_casualties(rs_events *ev, const rs_candidate *c, rs_record *r, filler *struck)
{
    for (size_t i = 0; i < ev->n_candidate; i++) {
        const rs_candidate *o = &ev->candidate[i];
        if (o == c || o->swallowed == RS_NONE || &ev->candidate[o->swallowed] != c || o->event != c->event) continue;
        if (o->event == RS_EVENT_CONSULT) { /* "بفضل وساطة تركيا" beside the talks */
            filler of = event_slot(ev, o, RS_SLOT_OF);
            if (!r->mediator.n && event_filled(&of)) (void)event_party(ev, &of, &r->mediator);
            continue;
        }
        event_counts(ev, o, r);
        if (!r->actor.n) actor_of(ev, o, &r->actor);
        const rs_image_frame *f = &ev->lexicon->frame[o->frame];
        for (size_t k = 0; k < f->n_slot && !r->recipient.n; k++) {
            const rs_image_slot *s = &ev->lexicon->slot[f->slot_at + k];
            if (s->role[0] != RS_ROLE_RECIPIENT && s->role[1] != RS_ROLE_RECIPIENT) continue;
            filler filled = event_slot(ev, o, s->slot);
            bool found = event_filled(&filled) && event_party(ev, &filled, &r->recipient);
            if (!found && filled.phrase != RS_NONE && !filled.pronoun)
                (void)event_owner(ev, filled.phrase, true, &r->recipient);
            if (filled.phrase != RS_NONE && place_phrase(ev, filled.phrase) && struck->phrase == RS_NONE)
                *struck = filled;
        }
    }
}

/* The time in the candidate's clause, nearest to it; else in the sentence. */
static void set_date(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_clauses *k = ev->clauses;
    int best = 0;
    r->date = ev->published;
    r->date_assumed = 1;
    for (uint32_t i = 0; i < k->phrase.n; i++) {
        const rs_phrase *f = &k->phrase.at[i];
        if (!(f->bits & RS_PH_TIME) || f->mention == RS_NONE) continue;
        const rs_mention *m = &ev->names->mention.at[f->mention];
        if (!m->from) continue;
        uint32_t distance = i > c->phrase ? i - c->phrase : c->phrase - i;
        int s = (f->clause == c->clause ? 60 : 0) + 20 - (int)(distance < 20 ? distance : 19);
        if (f->clause != c->clause && k->clause.at[f->clause].kind != RS_CLAUSE_MAIN) continue;
        if (s <= best || f->clause != c->clause) continue;
        best = s;
        r->date = m->from, r->enddate = m->to != m->from ? m->to : 0, r->date_assumed = 0;
        uint32_t begin = ev->words->token.at[m->first].begin, end = ev->words->token.at[m->first + m->n - 1].end;
        r->date_text = rs_text_slice(ev->text, begin, end);
    }
}

static void set_trigger(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_token *token = ev->words->token.at;
    uint32_t head = ev->clauses->phrase.at[c->phrase].head;
    const rs_reading *reading = rs_token_reading(ev->words, &token[head]);
    r->begin = token[head].begin;
    if (reading && (reading->pro & RS_PRO_AND)) r->begin++;
    if (reading && (reading->pro & RS_PRO_PREP) && rs_pos_of(reading->feat) != RS_POS_VERB) r->begin++;
    uint32_t last = c->end_token > head ? c->end_token - 1 : head;
    r->end = token[last].end;
    r->event_text = rs_text_slice(ev->text, r->begin, r->end);
}

static double confidence_of(const rs_events *ev, const rs_candidate *c, const rs_record *r)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    double p = 0.55;
    if (!c->noun) p += 0.10;
    if (c->n_consumed || f->n_need) p += 0.10;
    if (r->actor.n) p += 0.12;
    if (r->recipient.n || r->place.from == RS_FROM_OBJECT) p += 0.06;
    if (r->status == RS_STATUS_HYPOTHETICAL || r->status == RS_STATUS_PLANNED) p -= 0.08;
    return p > 0.95 ? 0.95 : p;
}

static bool speech_act(rs_event e)
{
    return e == RS_EVENT_AGREE || e == RS_EVENT_SUPPORT || e == RS_EVENT_CONCEDE || e == RS_EVENT_REQUEST ||
           e == RS_EVENT_ACCUSE || e == RS_EVENT_REJECT || e == RS_EVENT_THREATEN;
}

/* A speaker who tells his own act of speech is its actor only; one in whose words an act of speech has no doer is its
 * doer. */
static void settle_source(const rs_events *ev, const rs_candidate *c, rs_record *r)
{
    /* "البحرين: اعتقال ...": the headline's speaker tells its own deed */
    const rs_clause *k = &ev->clauses->clause.at[c->clause];
    bool headline = k->governor != RS_NONE && k->kind == RS_CLAUSE_THAT &&
                    ev->clauses->phrase.at[k->governor].kind == RS_PHRASE_NOUN;
    bool casualties = ev->lexicon->frame[c->frame].count_what == RS_COUNT_DEAD ||
                      ev->lexicon->frame[c->frame].count_what == RS_COUNT_INJURED;
    if (headline && c->noun && !r->actor.n && r->said_by.n && !casualties &&
        r->said_by.at[0].sector[0] == RS_SECTOR_GOV)
        r->actor = r->said_by;
    if (!speech_act(r->event) || !r->said_by.n) return;
    if (!r->actor.n && !c->noun) r->actor = r->said_by;
    if (r->actor.n && event_same_kind(&r->actor.at[0], &r->said_by.at[0])) r->said_by.n = 0;
}

/* The genitive of a verbal noun is the object of a transitive verb, the subject of another; the subject also where an
 * object follows it
 * ("قصف الطائرات المدينة"), where it is a pronoun of a noun that is no verbal noun ("ضرباتها"), and where an armed
 * party stands in it though the act is done to others ("قصف الجيش"). */
static bool genitive_is_subject(rs_events *ev, const rs_candidate *c, const rs_image_frame *f)
{
    filler second = event_slot(ev, c, RS_SLOT_OBJECT), of = event_slot(ev, c, RS_SLOT_OF);
    const rs_reading *r = rs_phrase_reading(ev->clauses, &ev->clauses->phrase.at[c->phrase]);
    if (!f->transitive || second.phrase != RS_NONE) return true;
    filler against = event_slot(ev, c, RS_SLOT_PREP + RS_PREP_DIDD);
    if (event_filled(&against)) return true; /* "قتالها ضد المسلحين" */
    if (of.pronoun && r && !(r->feat & RS_FEAT_MASDAR)) return true;
    if (f->count_what || (f->event != RS_EVENT_ASSAULT && f->event != RS_EVENT_COERCE)) return false;
    rs_party p = {.n = 0};
    if (!event_party(ev, &of, &p)) return false;
    uint8_t s = p.at[0].sector[0];
    bool force =
        s == RS_SECTOR_MIL || s == RS_SECTOR_REB || s == RS_SECTOR_PRM || s == RS_SECTOR_COP || s == RS_SECTOR_UAF;
    bool arrest = f->n_mode && f->mode[0] == RS_MODE_COERCE_ARREST;
    return force && !arrest;
}

static bool frame_has(const rs_events *ev, const rs_image_frame *f, uint8_t slot)
{
    for (size_t i = 0; i < f->n_slot; i++)
        if (ev->lexicon->slot[f->slot_at + i].slot == slot) return true;
    return false;
}

/* "أعلنت إسرائيل حالة تأهب", "أعلنت الشركة عن إيقاف رحلاتها": what one announces without a doer one does oneself. */
static bool announced(const rs_events *ev, const rs_candidate *c, const rs_record *r)
{
    uint8_t slot;
    uint32_t g = event_governor(ev, c->phrase, &slot);
    if (g == RS_NONE || r->actor.n || ev->lexicon->frame[c->frame].count_what) return false;
    bool below =
        slot == RS_SLOT_OBJECT || (slot >= RS_SLOT_PREP && ev->clauses->phrase.at[c->phrase].use == RS_USE_NONE);
    if (ev->clauses->phrase.at[g].kind != RS_PHRASE_VERB || !below) return false;
    const rs_image_tag *op = event_verb_tag(ev, g, RS_TAG_OPERATOR);
    if (op && (op->b == RS_OPERATOR_SELF || (op->a != RS_STATUS_DENIED && op->a != RS_STATUS_FAILED)))
        return true; /* "تمكنت القوات من محاصرة", "فشلت في السيطرة" */
    return r->event != RS_EVENT_ASSAULT && event_verb_tag(ev, g, RS_TAG_SPEECH) != NULL;
}

/* "نقلت الوكالة عن الوزير قوله خلال اجتماع": what is told of whom the agency quotes is the minister's. */
static bool quoted_speaker(rs_events *ev, uint32_t clause, rs_party *out)
{
    uint32_t verb = ev->clauses->clause.at[clause].verb;
    const rs_image_tag *speech = verb == RS_NONE ? NULL : event_verb_tag(ev, verb, RS_TAG_SPEECH);
    return speech && speech->a == RS_SPEECH_QUOTE && event_speaker_of(ev, verb, out);
}

static bool does(uint8_t light) { return light == RS_LIGHT_DO || light == RS_LIGHT_CLAIM; }

/* Whoever carries the noun with a light verb does it; a meeting in whose course something is done is that of who does
 * it
 * ("اتفق في اتصال هاتفي مع"). */
static void fill_carried(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_image_frame *frame = &ev->lexicon->frame[c->frame];
    const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
    filler subject = event_slot(ev, c, RS_SLOT_SUBJECT);
    bool told = c->light == RS_NONE ? event_filled(&subject) : does(c->light_kind); /* "الغارة التي شنتها" */
    bool carried = told && !frame_has(ev, frame, RS_SLOT_SUBJECT);
    bool course = r->event == RS_EVENT_CONSULT && (f->prep == RS_PREP_FI || f->prep == RS_PREP_DURING);
    /* "عبر غارات", "بخوض الحرب": by what the subject does something */
    course |= !r->actor.n && !frame->count_what && (f->prep == RS_PREP_BI || f->prep == RS_PREP_THROUGH);
    filler of = event_slot(ev, c, RS_SLOT_OF);
    if (course && !event_filled(&of) && ev->clauses->clause.at[c->clause].verb != RS_NONE)
        subject = event_subject(ev, c->clause);
    else if (announced(ev, c, r))
        subject = event_subject(ev, ev->clauses->phrase.at[c->phrase].clause);
    else if (!carried || (r->actor.n && !reciprocal(r->event)))
        return;
    rs_party p = {.n = 0};
    if (!event_filled(&subject)) return;
    if (!(course && quoted_speaker(ev, c->clause, &p)) && !event_party(ev, &subject, &p)) return;
    for (size_t i = 0; i < r->actor.n && p.n < RS_MAX_PARTY; i++) p.at[p.n++] = r->actor.at[i];
    r->actor = p;
}

static void fill_roles(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    filler struck = {RS_NONE, 0, false, RS_NONE, RS_NONE, RS_NONE, RS_NONE};
    bool has_of = false;
    for (size_t i = 0; i < f->n_slot; i++) has_of |= ev->lexicon->slot[f->slot_at + i].slot == RS_SLOT_OF;
    for (size_t i = 0; i < f->n_slot; i++) fill_slot(ev, c, &ev->lexicon->slot[f->slot_at + i], r, &struck);
    if (!has_of && c->noun) {
        uint8_t wanted = genitive_is_subject(ev, c, f) ? RS_SLOT_SUBJECT : RS_SLOT_OBJECT;
        for (size_t i = 0; i < f->n_slot; i++) {
            rs_image_slot s = ev->lexicon->slot[f->slot_at + i];
            if (s.slot != wanted) continue;
            s.slot = RS_SLOT_OF;
            fill_slot(ev, c, &s, r, &struck);
        }
    }
    if (!reciprocal(r->event)) actor_from_adjective(ev, c, r);
    if (c->noun) fill_carried(ev, c, r);
    fill_fixed(ev, c, r);
    actor_from_adjective(ev, c, r);
    bool free = !frame_has(ev, f, RS_SLOT_PREP + RS_PREP_LI) || r->event == RS_EVENT_PROTEST;
    if (c->noun && !r->actor.n && free) { /* "هجوم كيماوي للنظام", "وقفة لأهالي الأسرى" */
        uint32_t next = c->phrase + 1;
        const rs_phrase *p = next < ev->clauses->phrase.n ? &ev->clauses->phrase.at[next] : NULL;
        if (p && p->kind == RS_PHRASE_NOUN && p->prep == RS_PREP_LI && p->clause == c->clause)
            (void)event_phrase_party(ev, next, &r->actor);
    }
    if (r->event == RS_EVENT_REQUEST && r->recipient.n && r->actor.n &&
        r->recipient.at[0].begin == r->actor.at[0].begin)
        r->recipient.n = 0;
    take_casualties(ev, c, r, &struck);
    event_victims(ev, c, r);
    event_place(ev, c, struck.phrase == RS_NONE ? NULL : &struck, &r->place);
}

/* A protest has protesters, whether they are named or not: people of where it is. */
static void settle_protesters(const rs_events *ev, const rs_candidate *c, rs_record *r)
{
    if (r->event != RS_EVENT_PROTEST) return;
    for (size_t i = 0; i < r->actor.n; i++) /* "احتجاجات الأردن": its people */
        if (r->actor.at[i].sector[0] == RS_SECTOR_GOV && c->noun) r->actor.at[i].sector[0] = RS_SECTOR_CVL;
    if (r->actor.n) return;
    rs_entity *e = &r->actor.at[r->actor.n++];
    *e = (rs_entity){.begin = r->begin, .end = r->end, .text = r->event_text};
    e->sector[0] = RS_SECTOR_CVL;
    memcpy(e->code, r->place.code[0] ? r->place.code : ev->country, sizeof e->code);
}

/* "معاقل المعارضة": an opposition that fights or is fought is armed. */
static void settle_opposition(rs_record *r)
{
    rs_party *const parties[] = {&r->actor, &r->recipient};
    bool crowd = r->mode[0] == RS_MODE_ASSAULT_CROWD_CONTROL || r->mode[0] == RS_MODE_ASSAULT_BEAT;
    bool siege = r->process == RS_PROCESS_SIEGE || r->process == RS_PROCESS_CONTROL;
    if ((r->event != RS_EVENT_ASSAULT || crowd) && !(r->event == RS_EVENT_COERCE && siege)) return;
    for (size_t k = 0; k < RS_COUNT(parties); k++)
        for (size_t i = 0; i < parties[k]->n; i++) {
            rs_entity *e = &parties[k]->at[i];
            if (e->sector[0] == RS_SECTOR_OPP && !e->id) e->sector[0] = RS_SECTOR_REB;
        }
}

/* Somebody of whom nothing is known but that he or she suffered a deed is a civilian of the country at issue. */
static void settle_victims(const rs_events *ev, rs_record *r)
{
    bool deed = r->event == RS_EVENT_ASSAULT || r->event == RS_EVENT_COERCE || r->event == RS_EVENT_SANCTION;
    for (size_t i = 0; deed && i < r->recipient.n; i++) {
        rs_entity *e = &r->recipient.at[i];
        if (e->sector[0] || e->id) continue;
        e->sector[0] = RS_SECTOR_CVL;
        if (!e->code[0]) memcpy(e->code, ev->country, sizeof e->code);
    }
}

static void set_id(const rs_events *ev, rs_record *r)
{
    const uint32_t span[3] = {r->begin, r->end, (uint32_t)r->event};
    uint64_t h = rs_hash64(span, sizeof span, ev->text_hash);
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < 16; i++) r->id[i] = digits[h >> (60 - 4 * i) & 15];
    r->id[16] = 0;
}

/* How well an earlier record can be what a definite noun means again: told by the same frame, of the same mode, or by a
 * noun that fits all ("الهجوم"); 0 not at all. */
static int same_happening(const rs_record *r, const rs_record *o)
{
    if (o->event != r->event || !o->actor.n) return 0;
    if (o->rule == r->rule) return 3;
    if (!r->mode[0] || r->event != RS_EVENT_ASSAULT) return 1;
    return o->mode[0] == r->mode[0] ? 2 : 0;
}

/* "الضربات", "هذا الهجوم": a definite event noun without a doer has that of the same event told before. */
static void borrow_parties(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
    filler of = event_slot(ev, c, RS_SLOT_OF);
    bool deed = r->event == RS_EVENT_ASSAULT || r->event == RS_EVENT_PROTEST || r->event == RS_EVENT_COERCE ||
                r->event == RS_EVENT_SANCTION;
    if (!deed || !c->noun || r->actor.n || !(f->bits & RS_PH_DEFINITE) || (event_filled(&of) && !r->recipient.n))
        return;
    const rs_record *same = NULL;
    int best = 0;
    size_t last = ev->record.n - 1, first = last > BORROW_BACK ? last - BORROW_BACK : 0;
    for (size_t i = last; i-- > first;) {
        int fit = same_happening(r, &ev->record.at[i]);
        if (fit > best) best = fit, same = &ev->record.at[i];
    }
    if (!same) return;
    r->actor = same->actor;
    if (!r->recipient.n) r->recipient = same->recipient;
    for (size_t k = 0; k < r->actor.n; k++) r->actor.at[k].referred = RS_REFERENCE_EVENT;
    for (size_t k = 0; k < r->recipient.n; k++) r->recipient.at[k].referred = RS_REFERENCE_EVENT;
}

static void build(rs_events *ev, const rs_candidate *c, rs_record *r)
{
    const rs_image_frame *f = &ev->lexicon->frame[c->frame];
    const rs_sentence *s = ev->clauses->sentence;
    memset(r, 0, sizeof *r);
    r->event = c->event, r->status = c->status;
    r->about = c->about, r->about_mode = c->about_mode;
    r->dead = r->injured = r->arrested = -1;
    r->rule = rs_lexicon_text(ev->lexicon, f->id);
    r->rule_source = rs_lexicon_text(ev->lexicon, f->source);
    r->part = ev->part, r->sequence = ev->sequence;
    r->sentence_begin = s->begin, r->sentence_end = s->end;
    r->text = rs_text_slice(ev->text, s->begin, s->end);
    set_trigger(ev, c, r);
    set_modes(ev, c, r);
    fill_roles(ev, c, r);
    event_counts(ev, c, r);
    borrow_parties(ev, c, r);
    settle_protesters(ev, c, r);
    settle_victims(ev, r);
    if (c->light != RS_NONE && c->light_kind == RS_LIGHT_CLAIM) r->said_by = r->actor; /* "تبنى التنظيم التفجير" */
    if (!r->said_by.n) event_source(ev, c, &r->said_by);
    settle_source(ev, c, r);
    mode_from_about(r);
    set_process(ev, c, r);
    settle_opposition(r);
    set_date(ev, c, r);
    r->confidence = confidence_of(ev, c, r);
    set_id(ev, r);
}

static void remember_subject(rs_events *ev, const rs_phrase *f, uint32_t phrase)
{
    rs_party p = {.n = 0};
    if (!event_phrase_party(ev, phrase, &p)) return;
    ev->subject = (rs_recent){.entity = p.at[0], .gender = f->gender, .number = f->number};
    ev->has_subject = true;
}

/* What the next sentence may refer to. */
static void remember(rs_events *ev)
{
    const rs_clauses *k = ev->clauses;
    uint32_t subject = RS_NONE;
    for (uint32_t i = 0; i < k->phrase.n; i++) {
        const rs_phrase *f = &k->phrase.at[i];
        if (f->kind != RS_PHRASE_NOUN || (f->bits & (RS_PH_TIME | RS_PH_PRONOUN_ONLY | RS_PH_COMPLEMENT))) continue;
        rs_party p = {.n = 0};
        const rs_reading *r = rs_phrase_reading(k, f);
        if (!event_phrase_party(ev, i, &p) || !p.at[0].sector[0]) continue;
        event_remember(ev, &p.at[0], r ? r->lemma : RS_NONE, f);
    }
    for (uint32_t c = 0; c < k->clause.n; c++) {
        const rs_clause *clause = &k->clause.at[c];
        if (clause->verb == RS_NONE || clause->subject == RS_NONE || clause->subject == clause->governor) continue;
        rs_party p = {.n = 0};
        if (!event_phrase_party(ev, clause->subject, &p)) continue;
        if (p.n > 1) ev->plural = p;
        if (clause->kind == RS_CLAUSE_RELATIVE) continue;
        bool says = event_verb_tag(ev, clause->verb, RS_TAG_SPEECH) != NULL;
        rs_party speaker = {.n = 0}; /* "نقلت الوكالة عن الوزير": not the agency */
        if (says && !event_speaker_of(ev, clause->verb, &speaker)) speaker = p;
        if (says) ev->speaker = speaker.at[0], ev->has_speaker = true;
        if (subject == RS_NONE && clause->parent == RS_NONE) subject = clause->subject;
    }
    if (subject != RS_NONE) remember_subject(ev, &k->phrase.at[subject], subject);
}

/* Does the sentence leave a quotation open? */
static void follow_quotes(rs_events *ev)
{
    const rs_sentence *s = ev->clauses->sentence;
    bool open = ev->quote_open;
    for (uint32_t t = s->first; t < s->first + s->n; t++) {
        const rs_token *token = &ev->words->token.at[t];
        if (token->kind != RS_TOKEN_PUNCT || token->cls != RS_CLASS_QUOTE) continue;
        bool last = t + 1 == s->first + s->n, space_after = last || token[1].space;
        if (token->space && !space_after)
            open = true;
        else if (!token->space || last)
            open = false;
        else
            open = !open;
    }
    ev->quote_open = open;
}

rs_status rs_events_read(rs_events *ev, rs_error *error)
{
    if (!rs_vec_more(ev->alloc, &ev->record, MAX_RECORD_PER_SENTENCE))
        return rs_error_set(error, RS_E_NOMEM, "no memory for records");
    const rs_phrase *first = ev->clauses->phrase.n ? &ev->clauses->phrase.at[0] : NULL;
    if (first && first->kind == RS_PHRASE_VERB)
        ev->quote_open = false; /* the paper's own voice again, whatever marks are missing */
    event_find_candidates(ev);
    event_relate(ev);
    size_t n = 0;
    for (size_t i = 0; i < ev->n_candidate && n < MAX_RECORD_PER_SENTENCE; i++) {
        rs_candidate *c = &ev->candidate[i];
        if (c->dropped || ev->no_event) continue;
        event_status(ev, c);
        rs_record *r = rs_vec_take(&ev->record);
        build(ev, c, r);
        /* what "must" be done, in nobody's words, is opinion */
        if (r->event == RS_EVENT_REQUEST && !c->noun && !r->actor.n && !r->said_by.n)
            ev->record.n--;
        else
            n++;
        if (reciprocal(r->event) && r->actor.n > 1) ev->plural = r->actor;
    }
    remember(ev);
    follow_quotes(ev);
    ev->sequence++;
    return RS_OK;
}
