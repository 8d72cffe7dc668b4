/* SPDX-License-Identifier: MIT */
/* Who a noun phrase is: composed from its head (soldiers, ministry, aircraft), its nationality (adjective or country),
 * the names in it, and what completes a title; else looked up among those the document has named; pronouns and dropped
 * subjects go to the last fitting one. A head without nationality takes the country at issue. Epithets decide nothing:
 * parties are coded by who they are. */
#include "event/event.h"

static bool refer(rs_events *ev, const filler *f, rs_entity *out);

/* What has been gathered of one phrase. */
typedef struct person {
    rs_entity e;
    uint8_t own;  /* sector of the head */
    bool agent;   /* the head is somebody */
    bool through; /* the head takes the sector of what follows */
    bool weapon, armed, opposition, place_only, human, international, group, generic, arm, thing, former, people,
        abroad, adjective;
    uint32_t lemma;
    uint32_t name; /* word of the last name in it that the lexicon does not know, RS_NONE */
} person;

static bool is_armed(uint8_t s)
{
    return s == RS_SECTOR_MIL || s == RS_SECTOR_REB || s == RS_SECTOR_UAF || s == RS_SECTOR_PRM || s == RS_SECTOR_COP;
}

static void set_code(person *p, const char *code)
{
    if (!p->e.code[0] && code[0]) memcpy(p->e.code, code, 4);
}

static void set_sector(person *p, uint8_t sector)
{
    if (sector && !p->e.sector[0]) p->e.sector[0] = sector;
}

/* A title without "former" before a name puts its bearer into office, whatever the dates of the lexicon say. */
static bool in_office(const person *p, const rs_image_role *role)
{
    return role->sector[0] == RS_SECTOR_ELI && p->agent && !p->former &&
           (p->own == RS_SECTOR_GOV || p->own == RS_SECTOR_MIL);
}

/* A person or group named in the phrase: in apposition to a human head, or as that to which the head belongs. */
static void read_entity(rs_events *ev, person *p, const rs_mention *m, bool head)
{
    const rs_image_entity *e = &ev->lexicon->entity[m->entity];
    const rs_image_role *role = rs_lexicon_role(ev->lexicon, e, ev->published);
    bool person_name = e->kind == RS_EK_PERSON;
    bool whole = head || (p->agent && person_name) || (p->through && !p->e.id) || !p->own;
    /* "قوات إماراتية تابعة للتحالف", "السفير الأميركي لدى الأمم المتحدة": whose they are is told already */
    bool told = p->e.code[0] && !head && !person_name && memcmp(p->e.code, role->code, 4) != 0;
    set_code(p, role->code);
    if (told) {
        if (!p->own) p->own = role->sector[0];
    } else if (whole && !p->e.id) {
        memcpy(p->e.code, role->code, 4);
        memcpy(p->e.sector, role->sector, 4);
        if (in_office(p, role)) p->e.sector[0] = p->own; /* "استقالة رئيس الوزراء فلان", told on the day after */
        p->e.name = rs_lexicon_text(ev->lexicon, e->name);
        p->e.id = rs_lexicon_text(ev->lexicon, e->id);
    } else if (p->through || p->weapon || (is_armed(p->own) && is_armed(role->sector[0]))) {
        p->e.sector[0] = role->sector[0];
    }
    p->international = role->code[0] && !role->sector[0];
    p->agent = true;
}

static void read_mention(rs_events *ev, person *p, const rs_mention *m, bool head, bool governed)
{
    const rs_image_entity *e = m->entity == RS_NONE ? NULL : &ev->lexicon->entity[m->entity];
    if (m->kind == RS_MENTION_ENTITY) {
        read_entity(ev, p, m, head);
    } else if (m->kind == RS_MENTION_BODY) {
        const rs_image_role *role = rs_lexicon_role(ev->lexicon, e, ev->published);
        if (head || p->through || !p->own) p->own = role->sector[0];
        p->group = true;
        if (head) p->e.id = rs_lexicon_text(ev->lexicon, e->id);
        p->agent = true, p->through = false;
    } else if (m->kind == RS_MENTION_NATION) {
        const rs_image_role *role = rs_lexicon_role(ev->lexicon, e, ev->published);
        set_code(p, role->code);
        if (!head) return;
        bool people = e->kind == RS_EK_PEOPLE;
        p->agent = role->code[0] != 0 || people;
        p->own = e->kind == RS_EK_STATE ? RS_SECTOR_GOV : people ? RS_SECTOR_CVL : 0;
        p->international = e->kind == RS_EK_UNION, p->people = people;
        p->e.name = rs_lexicon_text(ev->lexicon, e->name);
        p->e.id = rs_lexicon_text(ev->lexicon, e->id);
    } else if (m->kind == RS_MENTION_PLACE && m->place != RS_NONE) {
        const rs_image_place *place = &ev->lexicon->place[rs_mention_place(ev->names, m, ev->country)];
        set_code(p, place->code);
        if (!head) return;
        p->place_only = true;
        p->agent = place->kind == RS_PK_CAPITAL && (!governed || ev->as_state);
        if (p->agent) p->own = RS_SECTOR_GOV;
    }
}

/* A noun or adjective inside the phrase. */
static void read_word(rs_events *ev, person *p, uint32_t t, bool head)
{
    const rs_token *token = &ev->words->token.at[t];
    const rs_reading *r = rs_token_reading(ev->words, token);
    if (!r) return;
    unsigned pos = rs_pos_of(r->feat);
    if (pos == RS_POS_NAME && !rs_token_word(ev->words, token)->latin) p->name = token->word, p->agent |= head;
    const rs_image_tag *nation = rs_token_any_tag(ev->words, token, RS_TAG_NATION),
                       *agent = rs_token_any_tag(ev->words, token, RS_TAG_AGENT),
                       *modifier = rs_token_any_tag(ev->words, token, RS_TAG_MODIFIER);
    if (nation && nation->c) {
        const rs_image_role *role = rs_lexicon_role(ev->lexicon, &ev->lexicon->entity[nation->value], ev->published);
        set_code(p, role->code);
        if (head && !agent) p->agent = p->adjective = true, p->own = RS_SECTOR_CVL; /* "السوريون", "فلسطيني" */
    }
    if (agent && head) {
        p->agent = true;
        p->own = agent->a;
        p->through = agent->b == RS_REACH_THROUGH;
        p->weapon = agent->b == RS_REACH_WEAPON;
        p->human = !p->weapon;
        p->abroad = agent->b == RS_REACH_WORLD && rs_number_of(r->feat) == RS_PL; /* "دول غربية" */
        p->group =
            rs_gender_of(r->feat) == RS_FEM || !agent->a || agent->a == RS_SECTOR_PTY || agent->a == RS_SECTOR_REB;
        p->lemma = r->lemma;
    } else if (agent && pos == RS_POS_NOUN) {
        if (agent->a == RS_SECTOR_OPP) p->opposition = true;
        if ((p->through || !p->own) && agent->a) p->own = agent->a, p->through = agent->b == RS_REACH_THROUGH;
        if (!p->agent && agent->a && agent->b != RS_REACH_WEAPON) p->agent = true;
    }
    bool kin =
        head && !agent && pos == RS_POS_NOUN && r->lemma != RS_NONE && ev->lexicon->lemma[r->lemma].cls == RS_NC_HUMAN;
    if (kin) p->agent = p->human = true, p->own = RS_SECTOR_CVL; /* mothers, neighbours: people without an office */
    bool weapon = r->lemma != RS_NONE && ev->lexicon->lemma[r->lemma].cls == RS_NC_WEAPON;
    if (head && weapon && !agent) p->weapon = p->arm = true; /* "رصاصة إسرائيلية": whose it is says who */
    p->thing |=
        head && !agent && pos == RS_POS_NOUN && r->lemma != RS_NONE && ev->lexicon->lemma[r->lemma].cls == RS_NC_THING;
    if (p->thing && modifier && modifier->b == 1) p->weapon = p->agent = true; /* "المركبات العسكرية التركية" */
    if (p->arm && nation && nation->c) p->agent = true;
    if (agent && agent->a == RS_SECTOR_OPP) p->opposition = true;
    p->former |= modifier && modifier->a == RS_SECTOR_ELI;
    if (modifier && !head) {
        if (modifier->b == 1) p->armed = true;
        if ((p->through || !p->own) && modifier->a && p->agent) p->own = modifier->a, p->through = false;
        if (modifier->a == RS_SECTOR_REB && p->agent && (!p->own || p->own == RS_SECTOR_UAF)) p->own = RS_SECTOR_REB;
    }
}

static void read_tokens(rs_events *ev, person *p, const rs_phrase *f, bool complement)
{
    for (uint32_t t = f->first; t < f->first + f->n;) {
        const rs_mention *m = rs_mention_of(ev->names, t);
        bool head = !complement && t == f->head;
        bool named = m && (m->kind == RS_MENTION_ENTITY || m->kind == RS_MENTION_NATION ||
                           m->kind == RS_MENTION_PLACE || m->kind == RS_MENTION_BODY);
        if (named) {
            bool locative = f->prep == RS_PREP_FI || f->prep == RS_PREP_MIN || f->prep == RS_PREP_ILA ||
                            f->prep == RS_PREP_BI || f->use == RS_USE_PLACE;
            read_mention(ev, p, m, head, locative);
            t = m->first + m->n;
            continue;
        }
        if (t >= f->head || complement) read_word(ev, p, t, head);
        t++;
    }
}

/* Armed people of the opposition are rebels; a force without a side is its state's. */
static void combine(person *p)
{
    bool side = p->opposition || p->own == RS_SECTOR_OPP;
    if (side && (p->armed || is_armed(p->own) || p->weapon))
        p->own = RS_SECTOR_REB;
    else if (p->armed && p->agent && (!p->own || p->own == RS_SECTOR_PTY || p->own == RS_SECTOR_UAF))
        p->own = p->group ? RS_SECTOR_REB : RS_SECTOR_UAF;
    if (p->former && (p->own == RS_SECTOR_GOV || p->own == RS_SECTOR_MIL)) p->own = RS_SECTOR_ELI;
    if (p->own == RS_SECTOR_UAF && p->group && p->armed) p->own = RS_SECTOR_REB;
    if (p->weapon && !p->own) p->own = RS_SECTOR_MIL;
    if (!p->international) set_sector(p, p->own);
    if (p->agent && !p->e.sector[0] && p->e.code[0] && !p->international && !p->e.id)
        p->e.sector[0] = p->through ? RS_SECTOR_GOV : 0;
}

static bool takes_country_at_issue(const person *p)
{
    if (p->abroad) return false;
    switch (p->e.sector[0]) {
    case RS_SECTOR_GOV:
    case RS_SECTOR_MIL:
    case RS_SECTOR_COP:
    case RS_SECTOR_JUD:
    case RS_SECTOR_LEG:
    case RS_SECTOR_OPP:
    case RS_SECTOR_REB:
    case RS_SECTOR_PRM:
    case RS_SECTOR_CVL:
    case RS_SECTOR_SPY:
    case RS_SECTOR_MED:
    case RS_SECTOR_PTY:
    case RS_SECTOR_REF:
    case RS_SECTOR_LAB:
    case RS_SECTOR_EDU:
    case RS_SECTOR_REL:
    case RS_SECTOR_AGR:
    case RS_SECTOR_JRN: return true;
    default: return false;
    }
}

/* An earlier mention with the same head: "التنظيم", "المجلس", "الوزير". */
static const rs_recent *same_head(const rs_events *ev, const person *p)
{
    for (size_t i = 0; i < ev->n_recent && i < RS_MAX_RECENT && p->lemma != RS_NONE; i++) {
        const rs_recent *r = &ev->recent[(ev->n_recent - 1 - i) % RS_MAX_RECENT];
        if (r->lemma == p->lemma && r->entity.code[0]) return r;
    }
    return NULL;
}

/* Is WORD one of the words of a person named before: "كيم" after "كيم جونغ أون"? */
static bool named_by(const rs_events *ev, const rs_entity *e, uint32_t word)
{
    uint8_t own[RS_MAX_LETTER], letter[RS_MAX_LETTER];
    const rs_word *w = &ev->words->word.at[word];
    if (!e->id || strncmp(e->id, "person.", 7) != 0) return false;
    rs_fold(w->letter, w->n_letter, own);
    for (rs_str rest = e->text; rest.n;) {
        size_t n = rs_spell(rs_str_split(rest, ' ', &rest), letter, sizeof letter);
        rs_fold(letter, n, letter);
        if (n == w->n_letter && memcmp(letter, own, n) == 0) return true;
    }
    return false;
}

/* A name that stood beside a title before: "الشابي" after "الأمين العام للحزب عصام الشابي". */
static const rs_recent *same_name(const rs_events *ev, const person *p)
{
    for (size_t i = 0; i < ev->n_recent && i < RS_MAX_RECENT && p->name != RS_NONE; i++) {
        const rs_recent *r = &ev->recent[(ev->n_recent - 1 - i) % RS_MAX_RECENT];
        if (r->entity.sector[0] && (r->name == p->name || named_by(ev, &r->entity, p->name))) return r;
    }
    return NULL;
}

static void copy_recent(person *p, const rs_recent *r, rs_reference how)
{
    rs_entity own = p->e;
    p->e = r->entity;
    p->e.text = own.text, p->e.begin = own.begin, p->e.end = own.end;
    p->e.referred = how;
}

/* "قال الجيش الإسرائيلي إن دبابة أطلقت": the forces of whom a state or its army speaks are its own. */
static bool own_force(rs_events *ev, person *p, const rs_phrase *f)
{
    rs_party speaker = {.n = 0};
    if (f->clause == RS_NONE || !event_speaker(ev, f->clause, &speaker)) return false;
    const rs_entity *e = &speaker.at[0];
    if (!e->code[0] || (e->sector[0] != RS_SECTOR_MIL && e->sector[0] != RS_SECTOR_GOV)) return false;
    memcpy(p->e.code, e->code, sizeof p->e.code);
    return true;
}

static void complete(rs_events *ev, person *p, const rs_phrase *f)
{
    const rs_recent *named = p->e.sector[0] || p->e.id ? NULL : same_name(ev, p);
    if (named) {
        copy_recent(p, named, RS_REFERENCE_NAME);
        return;
    }
    bool stateless = p->people && !p->e.code[0]; /* "آلاف الأكراد": of the country at issue */
    if (p->e.code[0] || (p->e.id && p->e.name && !stateless) || p->international) return;
    const rs_recent *r = f->count == RS_NONE && (f->bits & RS_PH_DEFINITE) ? same_head(ev, p) : NULL;
    if (r) {
        copy_recent(p, r, RS_REFERENCE_HEAD);
    } else if (p->group && p->own == RS_SECTOR_SOC) {
        memcpy(p->e.code, "NGO", 4);
    } else if ((p->weapon || p->e.sector[0] == RS_SECTOR_MIL) && own_force(ev, p, f)) {
        return;
    } else if (takes_country_at_issue(p)) {
        memcpy(p->e.code, ev->country, 4);
        p->e.inferred = ev->country[0] != 0;
    }
}

static void set_text(rs_events *ev, rs_entity *e, const rs_phrase *f, const rs_phrase *last)
{
    const rs_token *token = ev->words->token.at;
    const rs_mention *fixed = rs_mention_of(ev->names, f->first); /* "من قبل" */
    bool prep = f->prep && f->first < f->head && rs_token_pos(ev->words, &token[f->first]) == RS_POS_PREP;
    uint32_t first = !prep                                       ? f->first
                     : fixed && fixed->kind == RS_MENTION_PHRASE ? fixed->first + fixed->n
                                                                 : f->first + 1;
    if (first > f->head) first = f->head;
    e->begin = token[first].begin;
    e->end = token[last->first + last->n - 1].end;
    const rs_reading *r = rs_token_reading(ev->words, &token[first]);
    const rs_mention *m = rs_mention_of(ev->names, first);
    uint8_t pro = m && m->first == first && m->kind <= RS_MENTION_PLACE ? m->pro : r ? r->pro & (uint8_t)~RS_PRO_AL : 0;
    /* the proclitics و ف ب are not part of a name; ل is written together with the article and stays */
    if (pro & RS_PRO_AND) e->begin++;
    if (pro & (RS_PRO_B | RS_PRO_K)) e->begin++;
    e->text = rs_text_slice(ev->text, e->begin, e->end);
}

/* The last word of the phrase that is a name the lexicon does not know as an entity. */
static uint32_t last_name(const rs_events *ev, const rs_phrase *f)
{
    for (uint32_t t = f->first + f->n; t-- > f->first;) {
        const rs_token *token = &ev->words->token.at[t];
        const rs_mention *m = rs_mention_of(ev->names, t);
        if (token->kind != RS_TOKEN_WORD) continue;
        if (m ? m->kind == RS_MENTION_PERSON : rs_token_pos(ev->words, token) == RS_POS_NAME) return token->word;
    }
    return RS_NONE;
}

void event_remember(rs_events *ev, const rs_entity *e, uint32_t lemma, const rs_phrase *f)
{
    rs_recent *r = &ev->recent[ev->n_recent++ % RS_MAX_RECENT];
    r->entity = *e;
    r->lemma = lemma;
    r->name = last_name(ev, f);
    r->gender = f ? f->gender : 0, r->number = f ? f->number : 0;
    r->person = e->sector[0] != 0;
}

/* The pronoun on the head or on the last noun behind it, also after a preposition: "قواته", "وزير خارجيته", "متحدث
 * باسمه"; 0 none. */
static uint32_t possessive(const rs_events *ev, const rs_phrase *f, uint32_t index)
{
    uint32_t last = f->first + f->n - 1;
    if (f->pronoun) return f->pronoun;
    if (last > f->head && !rs_mention_of(ev->names, last) &&
        rs_token_pos(ev->words, &ev->words->token.at[last]) == RS_POS_NOUN)
        return rs_token_reading(ev->words, &ev->words->token.at[last])->pronoun;
    const rs_phrase *next = index + 1 < ev->clauses->phrase.n ? &ev->clauses->phrase.at[index + 1] : NULL;
    bool in_name = next && last == f->head && next->first == last + 1 && next->prep == RS_PREP_BI && next->n == 1;
    return in_name ? next->pronoun : 0;
}

/* The country is that of whom the pronoun means; the sector too, of who speaks or acts for another. */
static void possessor(rs_events *ev, person *p, const rs_phrase *f, uint32_t index)
{
    uint32_t pronoun = f->bits & RS_PH_PRONOUN_ONLY ? 0 : possessive(ev, f, index);
    if (p->e.code[0] || p->e.id || !pronoun) return;
    filler who = {RS_NONE, pronoun, false, RS_NONE, f->clause, index, RS_NONE};
    uint32_t referent = event_referent(ev, &who);
    rs_entity e;
    if (referent != RS_NONE) {
        person owner = {.lemma = RS_NONE, .name = RS_NONE};
        read_tokens(ev, &owner, &ev->clauses->phrase.at[referent], false);
        set_code(p, owner.e.code);
        if (p->through && !f->pronoun) p->own = owner.e.sector[0] ? owner.e.sector[0] : owner.own;
    } else if (refer(ev, &who, &e)) {
        set_code(p, e.code);
    }
}

/* "الموالية للرئيس هادي", "المرتبطة بالقاعدة": armed people are of the country of whom they belong to, and what these
 * are if they are armed themselves; those of a state without being its force are its militia. */
static void read_tie(rs_events *ev, person *p, const rs_phrase *f, const rs_phrase *tied)
{
    const rs_token *adjective = &ev->words->token.at[f->first + f->n - 1];
    const rs_image_tag *tie = clause_tie(ev->words, adjective, tied->prep);
    person whose = {.lemma = RS_NONE, .name = RS_NONE};
    if (!tie || tie->a != RS_TIE_OWN) return;
    read_tokens(ev, &whose, tied, false);
    combine(&whose);
    set_code(p, whose.e.code);
    p->international |= whose.international;
    uint8_t sector = whose.e.sector[0];
    bool irregular = p->own == RS_SECTOR_UAF || p->own == RS_SECTOR_REB || (!p->own && p->armed);
    if ((irregular || p->through || !p->own) && is_armed(sector) && sector != RS_SECTOR_MIL && sector != RS_SECTOR_COP)
        p->own = sector, p->through = false;
    else if (irregular && (sector == RS_SECTOR_GOV || sector == RS_SECTOR_MIL))
        p->own = RS_SECTOR_PRM;
    else if (!p->own)
        p->own = sector;
}

/* FROM: the token at which the party begins, RS_NONE for the whole phrase. */
static bool compose(rs_events *ev, uint32_t index, uint32_t from, person *p)
{
    const rs_clauses *k = ev->clauses;
    rs_phrase part = k->phrase.at[index];
    if (from != RS_NONE) {
        part.n = part.first + part.n - from;
        part.first = part.head = from;
        part.prep = part.use = 0;
    }
    const rs_phrase *f = &part, *last = f;
    *p = (person){.lemma = RS_NONE, .name = RS_NONE};
    if (f->bits & RS_PH_TIME) return false;
    read_tokens(ev, p, f, false);
    uint32_t next = index + 1;
    while (next < k->phrase.n && (k->phrase.at[next].bits & RS_PH_COMPLEMENT)) {
        if (k->phrase.at[next].bits & RS_PH_TIED)
            read_tie(ev, p, last, &k->phrase.at[next]);
        else
            read_tokens(ev, p, &k->phrase.at[next], true);
        last = &k->phrase.at[next++];
    }
    bool crowd = !p->agent && f->count != RS_NONE && f->vague == RS_NK_VAGUE && rs_mention_of(ev->names, f->head);
    if (crowd) p->agent = p->human = true, p->own = RS_SECTOR_CVL; /* "تظاهر الآلاف" */
    bool described = from != RS_NONE && rs_token_pos(ev->words, &ev->words->token.at[from]) == RS_POS_ADJ;
    if (!p->agent || described) return false; /* an adjective behind a companion is nobody by itself */
    possessor(ev, p, f, index);
    combine(p);
    p->generic = !p->e.code[0] && !p->e.name;
    /* "the gunmen" are those of a known movement; gunmen nobody names stay so */
    if (p->e.sector[0] == RS_SECTOR_UAF && p->generic && (f->bits & RS_PH_DEFINITE)) p->e.sector[0] = RS_SECTOR_REB;
    complete(ev, p, f);
    set_text(ev, &p->e, f, last);
    return true;
}

/* One person or state is not "they"; of a name neither number nor gender is known. */
static bool fits(const rs_recent *r, uint32_t pronoun)
{
    unsigned gender = rs_gender_of(pronoun), number = rs_number_of(pronoun);
    bool named = r->entity.name != NULL;
    if (number == RS_DUAL) return r->number == RS_DUAL;
    if (number == RS_PL) return r->number == RS_PL || (!r->number && !named);
    if (r->number == RS_PL) return gender == RS_FEM;
    return !gender || !r->gender || gender == r->gender;
}

static bool found(const rs_entity *who, rs_reference how, rs_entity *out)
{
    *out = *who;
    out->referred = how;
    return true;
}

bool event_first_person(rs_events *ev, uint32_t clause, rs_entity *out)
{
    rs_party p = {.n = 0};
    if (clause != RS_NONE && event_speaker(ev, clause, &p)) return found(&p.at[0], RS_REFERENCE_SPEAKER, out);
    return ev->has_speaker && found(&ev->speaker, RS_REFERENCE_SPEAKER, out);
}

static bool says(const rs_events *ev, uint32_t clause)
{
    uint32_t verb = clause == RS_NONE ? RS_NONE : ev->clauses->clause.at[clause].verb;
    return verb != RS_NONE && event_verb_tag(ev, verb, RS_TAG_SPEECH);
}

/* He, she, they, beyond the sentence: the last one remembered that fits; the subject of the sentence before is the
 * first choice of a dropped subject. */
static bool refer(rs_events *ev, const filler *f, rs_entity *out)
{
    unsigned who = rs_person_of(f->pronoun);
    if (who == 1) return event_first_person(ev, f->where, out);
    if (who == 2) return false;
    if (f->dropped && ev->has_speaker && says(ev, f->where))
        return found(&ev->speaker, RS_REFERENCE_SPEAKER, out); /* "وأضاف", "مشيرا إلى" */
    if (f->dropped && ev->has_subject && fits(&ev->subject, f->pronoun))
        return found(&ev->subject.entity, RS_REFERENCE_SUBJECT, out);
    for (size_t i = 0; i < ev->n_recent && i < RS_MAX_RECENT; i++) {
        const rs_recent *r = &ev->recent[(ev->n_recent - 1 - i) % RS_MAX_RECENT];
        bool source = r->entity.sector[0] == RS_SECTOR_JRN; /* nobody means the agency */
        if (!source && fits(r, f->pronoun)) return found(&r->entity, RS_REFERENCE_RECENT, out);
    }
    return false;
}

static void add(rs_party *out, const rs_entity *e)
{
    for (size_t i = 0; i < out->n; i++)
        if (memcmp(out->at[i].code, e->code, 4) == 0 && out->at[i].sector[0] == e->sector[0] &&
            (out->at[i].begin == e->begin || (e->id && e->id == out->at[i].id)))
            return;
    if (out->n < RS_MAX_PARTY) out->at[out->n++] = *e;
}

/* The noun phrase that a comma sets beside a party that says nothing of who it is; RS_NONE. */
static uint32_t apposition(const rs_events *ev, uint32_t i)
{
    const rs_clauses *k = ev->clauses;
    if (i + 2 >= k->phrase.n || k->phrase.at[i + 1].kind != RS_PHRASE_PUNCT) return RS_NONE;
    const rs_phrase *f = &k->phrase.at[i + 2];
    bool comma = ev->words->token.at[k->phrase.at[i + 1].first].cls == RS_CLASS_COMMA;
    return comma && f->kind == RS_PHRASE_NOUN && !f->prep && !(f->bits & (RS_PH_COORD | RS_PH_TIME)) ? i + 2 : RS_NONE;
}

enum { LONGEST_CHAIN = 64 }; /* phrases joined by "و" that are read for one party */

bool event_nation(const rs_events *ev, uint32_t token, rs_entity *out)
{
    const rs_token *t = &ev->words->token.at[token];
    const rs_image_tag *nation = t->kind == RS_TOKEN_WORD && !rs_mention_of(ev->names, token)
                                     ? rs_token_any_tag(ev->words, t, RS_TAG_NATION)
                                     : NULL;
    if (!nation || !nation->c) return false;
    const rs_image_role *role = rs_lexicon_role(ev->lexicon, &ev->lexicon->entity[nation->value], ev->published);
    if (!role->code[0]) return false;
    bool joined = (rs_token_reading(ev->words, t)->pro & RS_PRO_AND) != 0;
    *out = (rs_entity){.begin = t->begin + joined, .end = t->end};
    out->text = rs_text_slice(ev->text, out->begin, out->end);
    memcpy(out->code, role->code, sizeof out->code);
    return true;
}

/* "تعاون روسي تركي": nothing but nationalities, two or more: the states. */
static bool states_by_adjective(rs_events *ev, const rs_phrase *f, rs_party *out)
{
    rs_party found = {.n = 0};
    if (f->n < 2 || f->mention != RS_NONE || f->n > RS_MAX_PARTY) return false;
    for (uint32_t t = f->first; t < f->first + f->n; t++) {
        if (!rs_token_tag(ev->words, &ev->words->token.at[t], RS_TAG_NATION)) return false;
        if (!event_nation(ev, t, &found.at[found.n])) return false;
        found.at[found.n++].sector[0] = RS_SECTOR_GOV;
    }
    for (size_t i = 0; i < found.n; i++) add(out, &found.at[i]);
    return true;
}

/* "الرئيسان الروسي والتركي": two in one office, told apart by their nationality. */
static bool two_by_adjective(rs_events *ev, uint32_t phrase, rs_party *out)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    rs_party found = {.n = 0};
    person p;
    if (f->number != RS_DUAL) return false;
    for (uint32_t t = f->head + 1; t < f->first + f->n && found.n < RS_MAX_PARTY; t++)
        found.n += event_nation(ev, t, &found.at[found.n]);
    if (found.n != 2 || !compose(ev, phrase, RS_NONE, &p)) return false;
    for (size_t i = 0; i < found.n; i++) {
        memcpy(found.at[i].sector, p.e.sector, sizeof p.e.sector);
        add(out, &found.at[i]);
    }
    return true;
}

/* The parties of a phrase and of those joined to it. */
static bool chain_party(rs_events *ev, uint32_t phrase, uint32_t from, rs_party *out)
{
    const rs_clauses *k = ev->clauses;
    bool any = false;
    if (from == RS_NONE && states_by_adjective(ev, &k->phrase.at[phrase], out)) return true;
    if (from == RS_NONE && two_by_adjective(ev, phrase, out)) return true;
    if (from == RS_NONE && event_the_two(ev, phrase, out)) return true;
    for (uint32_t i = phrase; i < k->phrase.n && i - phrase < LONGEST_CHAIN; i++) {
        const rs_phrase *f = &k->phrase.at[i];
        if (i > phrase && !(f->bits & (RS_PH_COORD | RS_PH_COMPLEMENT)) && f->kind != RS_PHRASE_PUNCT &&
            f->kind != RS_PHRASE_AND)
            break;
        if (i > phrase && (f->kind != RS_PHRASE_NOUN || (f->bits & RS_PH_COMPLEMENT))) {
            bool more = i + 1 < k->phrase.n && (k->phrase.at[i + 1].bits & RS_PH_COORD);
            if (f->kind != RS_PHRASE_NOUN && !more) break;
            continue;
        }
        person p;
        bool both = i > phrase && out->n >= 2 && f->number == RS_DUAL && (f->bits & RS_PH_DEFINITE);
        if (both && k->phrase.at[i - 1].kind == RS_PHRASE_PUNCT) continue; /* "الجزائر ومصر، القوتين الإقليميتين" */
        if (!compose(ev, i, i == phrase ? from : RS_NONE, &p)) continue;
        /* "وزيرا الخارجية التركي فلان والأميركي فلان": the second has the office of the first */
        bool second = i > phrase && any && p.adjective && !p.e.id && f->number == RS_SG && (f->bits & RS_PH_DEFINITE);
        if (second && out->n && out->at[out->n - 1].sector[0] != RS_SECTOR_CVL)
            p.e.sector[0] = out->at[out->n - 1].sector[0];
        uint32_t named = p.generic ? apposition(ev, i) : RS_NONE;
        if (named != RS_NONE) return event_phrase_party(ev, named, out); /* "أطراف النزاع، القوات السورية والمعارضة" */
        add(out, &p.e);
        any = true;
    }
    return any;
}

/* Does token T of a phrase begin with somebody whose the thing before it is? */
static bool begins_owner(const rs_events *ev, uint32_t t)
{
    const rs_mention *m = rs_mention_of(ev->names, t);
    if (m) {
        const rs_image_tag *nation = rs_mention_tag(ev->names, m, RS_TAG_NATION);
        return m->first == t && (m->kind == RS_MENTION_ENTITY || m->kind == RS_MENTION_BODY ||
                                 (m->kind == RS_MENTION_NATION && nation && !nation->c));
    }
    const rs_image_tag *agent = rs_token_tag(ev->words, &ev->words->token.at[t], RS_TAG_AGENT);
    return agent && agent->b != RS_REACH_WEAPON && rs_token_pos(ev->words, &ev->words->token.at[t]) == RS_POS_NOUN;
}

/* A thing of the military: by its kind, by an adjective, or because it is a site that is attacked. */
static bool is_military(const rs_events *ev, const rs_phrase *f, bool attacked)
{
    const rs_reading *head = rs_phrase_reading(ev->clauses, f);
    uint8_t cls = head && head->lemma != RS_NONE ? ev->lexicon->lemma[head->lemma].cls : 0;
    if (cls == RS_NC_WEAPON || (attacked && cls == RS_NC_PLACE)) return true;
    for (uint32_t t = f->head + 1; t < f->first + f->n; t++) {
        const rs_image_tag *m = rs_token_any_tag(ev->words, &ev->words->token.at[t], RS_TAG_MODIFIER);
        if (m && (m->a == RS_SECTOR_MIL || m->b == 1)) return true;
    }
    return false;
}

/* "المواقع الإيرانية": whose a thing is by its adjective; "عدد الفلسطينيين" are people. */
static bool owner_by_adjective(rs_events *ev, const rs_phrase *f, rs_party *out)
{
    uint32_t t = f->head + 1, end = f->first + f->n;
    if (out->n == RS_MAX_PARTY) return false;
    rs_entity *e = &out->at[out->n];
    while (t < end && !event_nation(ev, t, e)) t++;
    if (t >= end) return false;
    const rs_reading *r = rs_token_reading(ev->words, &ev->words->token.at[t]);
    bool people = rs_number_of(r->feat) == RS_PL && (r->feat & (RS_FEAT_NOMINATIVE | RS_FEAT_OBLIQUE));
    e->sector[0] = people ? RS_SECTOR_CVL : RS_SECTOR_GOV;
    out->n++;
    return true;
}

static bool find_owner(rs_events *ev, uint32_t phrase, rs_party *out)
{
    const rs_clauses *k = ev->clauses;
    const rs_phrase *f = &k->phrase.at[phrase];
    for (uint32_t t = f->head + 1; t < f->first + f->n; t++)
        if (begins_owner(ev, t)) return chain_party(ev, phrase, t, out);
    if (owner_by_adjective(ev, f, out)) return true;
    const rs_phrase *next = phrase + 1 < k->phrase.n ? &k->phrase.at[phrase + 1] : NULL;
    bool of_next = next && next->kind == RS_PHRASE_NOUN && next->prep == RS_PREP_LI && next->clause == f->clause;
    return of_next && event_phrase_party(ev, phrase + 1, out);
}

bool event_owner(rs_events *ev, uint32_t phrase, bool attacked, rs_party *out)
{
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    size_t before = out->n;
    if (f->kind != RS_PHRASE_NOUN || (f->bits & (RS_PH_TIME | RS_PH_ACT | RS_PH_PRONOUN_ONLY))) return false;
    if (!find_owner(ev, phrase, out)) return false;
    for (size_t i = before; i < out->n && is_military(ev, f, attacked); i++)
        if (out->at[i].sector[0] == RS_SECTOR_GOV) out->at[i].sector[0] = RS_SECTOR_MIL;
    return true;
}

bool event_phrase_party(rs_events *ev, uint32_t phrase, rs_party *out) { return chain_party(ev, phrase, RS_NONE, out); }

bool event_party(rs_events *ev, const filler *f, rs_party *out)
{
    if (f->token != RS_NONE) return chain_party(ev, f->phrase, f->token, out);
    rs_entity e;
    filler own = *f;
    if (f->phrase != RS_NONE &&
        (ev->clauses->phrase.at[f->phrase].bits & RS_PH_PRONOUN_ONLY)) { /* "بينه وبين أردوغان" */
        const rs_phrase *pronoun = &ev->clauses->phrase.at[f->phrase];
        own = (filler){RS_NONE, pronoun->pronoun, false, RS_NONE, pronoun->clause, f->phrase, RS_NONE};
        bool any = event_party(ev, &own, out);
        return f->phrase + 1 < ev->clauses->phrase.n && event_phrase_party(ev, f->phrase + 1, out) ? true : any;
    }
    if (own.phrase == RS_NONE) own.phrase = event_referent(ev, &own);
    if (own.phrase != RS_NONE) {
        size_t before = out->n;
        bool found = event_phrase_party(ev, own.phrase, out);
        for (size_t i = before; i < out->n && f->pronoun; i++)
            out->at[i].referred = f->dropped ? RS_REFERENCE_CLAUSE : RS_REFERENCE_NEAREST;
        return found;
    }
    if (event_they(ev, &own, out)) return true; /* "محادثاتهما", "اتفقوا", "عقدنا اجتماعا" */
    if ((!own.pronoun && !own.dropped) || !refer(ev, &own, &e)) return false;
    add(out, &e);
    return true;
}
