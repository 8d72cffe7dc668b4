/* SPDX-License-Identifier: MIT */
/* What fills the slots of a candidate. Of a verb: subject, objects and prepositional phrases of its clause, with the
 * antecedent standing in for a resumptive pronoun. Of a noun: its genitive or possessive, the subject of the light verb
 * that carries it, and the prepositional phrases that follow. */
#include "event/event.h"

static const filler nothing = {RS_NONE, 0, false, RS_NONE, RS_NONE, RS_NONE, RS_NONE};

static filler of_phrase(uint32_t phrase)
{
    filler f = nothing;
    f.phrase = phrase;
    return f;
}

bool event_filled(const filler *f) { return f->phrase != RS_NONE || f->pronoun || f->dropped || f->clause != RS_NONE; }

uint32_t event_phrase_of(const rs_events *ev, uint32_t token)
{
    const rs_clauses *c = ev->clauses;
    for (uint32_t i = 0; i < c->phrase.n; i++)
        if (token >= c->phrase.at[i].first && token < c->phrase.at[i].first + c->phrase.at[i].n) return i;
    return RS_NONE;
}

bool event_token_in(const rs_events *ev, uint32_t token, uint32_t list_at, uint32_t n)
{
    const rs_token *t = &ev->words->token.at[token];
    if (t->kind != RS_TOKEN_WORD) return false;
    const rs_word *w = rs_token_word(ev->words, t);
    for (size_t i = 0; i < w->n_reading; i++)
        if (w->reading[i].lemma != RS_NONE && rs_lexicon_has(ev->lexicon, list_at, n, w->reading[i].lemma)) return true;
    return false;
}

const rs_image_tag *event_verb_tag(const rs_events *ev, uint32_t phrase, enum rs_tag kind)
{
    if (phrase == RS_NONE) return NULL;
    const rs_phrase *f = &ev->clauses->phrase.at[phrase];
    const rs_token *t = &ev->words->token.at[f->head];
    if (t->kind != RS_TOKEN_WORD) return NULL;
    const rs_word *w = rs_token_word(ev->words, t);
    bool verb = f->kind == RS_PHRASE_VERB;
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[(t->chosen + i) % w->n_reading];
        if (r->lemma == RS_NONE || (rs_pos_of(r->feat) == RS_POS_VERB) != verb) continue;
        const rs_image_tag *tag = rs_lexicon_tag(ev->lexicon, r->lemma, kind);
        uint32_t of = ev->lexicon->lemma[r->lemma].verb;
        if (!tag && of != RS_NONE) tag = rs_lexicon_tag(ev->lexicon, of, kind);
        if (tag) return tag;
    }
    return NULL;
}

/* A companion fills no slot, unless it is somebody ("أنقذت القوات عائلات"). */
static bool consumed(const rs_events *ev, const rs_candidate *c, uint32_t phrase)
{
    for (size_t i = 0; i < c->n_consumed; i++)
        if (c->consumed[i] == phrase)
            return !rs_token_tag(ev->words, &ev->words->token.at[ev->clauses->phrase.at[phrase].head], RS_TAG_AGENT);
    return false;
}

filler event_subject(const rs_events *ev, uint32_t clause)
{
    filler f = nothing;
    f.where = clause;
    f.before = clause == RS_NONE ? RS_NONE : ev->clauses->clause.at[clause].verb;
    for (int depth = 0; clause != RS_NONE && depth < 6; depth++) {
        const rs_clause *k = &ev->clauses->clause.at[clause];
        if (k->subject != RS_NONE) return of_phrase(k->subject);
        const rs_reading *r =
            k->verb == RS_NONE ? NULL : rs_phrase_reading(ev->clauses, &ev->clauses->phrase.at[k->verb]);
        if (r && depth == 0) f.pronoun = r->feat & (RS_FEAT_PERSON(3) | RS_FEAT_GENDER(3) | RS_FEAT_NUMBER(3));
        if (r && depth == 0 && (r->feat & RS_FEAT_PASSIVE)) return nothing;
        if (r && rs_pos_of(r->feat) == RS_POS_VERB && rs_person_of(r->feat) < 3) break;
        clause = k->inherits;
    }
    f.dropped = true;
    return f;
}

/* The antecedent of a relative clause, if PRONOUN in it may stand for it. */
static uint32_t antecedent(const rs_events *ev, uint32_t clause, uint32_t pronoun)
{
    const rs_clause *k = &ev->clauses->clause.at[clause];
    if (k->kind != RS_CLAUSE_RELATIVE || k->governor == RS_NONE || rs_person_of(pronoun) != 3) return RS_NONE;
    return k->governor;
}

static filler pronoun_filler(const rs_events *ev, uint32_t clause, uint32_t pronoun, uint32_t before)
{
    filler f = of_phrase(antecedent(ev, clause, pronoun));
    if (f.phrase != RS_NONE) return f;
    f.pronoun = pronoun, f.where = clause, f.before = before;
    f.phrase = event_referent(ev, &f);
    return f;
}

static filler phrase_filler(const rs_events *ev, uint32_t p)
{
    const rs_phrase *f = &ev->clauses->phrase.at[p];
    bool alone = p + 1 >= ev->clauses->phrase.n || !(ev->clauses->phrase.at[p + 1].bits & RS_PH_COORD);
    if ((f->bits & RS_PH_PRONOUN_ONLY) && alone) return pronoun_filler(ev, f->clause, f->pronoun, p);
    return of_phrase(p);
}

/* The first phrase with PREP after FROM that no nearer act takes. */
static filler prep_filler(const rs_events *ev, const rs_candidate *c, uint8_t prep, uint32_t from, bool noun)
{
    const rs_clauses *k = ev->clauses;
    for (uint32_t i = from; i < k->phrase.n; i++) {
        const rs_phrase *f = &k->phrase.at[i];
        if (noun && (f->kind == RS_PHRASE_VERB || f->kind == RS_PHRASE_OPENER)) break;
        if (f->clause != c->clause) {
            if (noun) break;
            continue;
        }
        if (f->kind == RS_PHRASE_NOUN && f->prep == prep && !(f->bits & (RS_PH_COORD | RS_PH_COMPLEMENT)) &&
            !consumed(ev, c, i))
            return phrase_filler(ev, i);
    }
    return nothing;
}

static filler clause_filler(const rs_events *ev, uint32_t phrase)
{
    for (uint32_t i = 0; i < ev->clauses->clause.n; i++) {
        const rs_clause *k = &ev->clauses->clause.at[i];
        if (k->kind == RS_CLAUSE_THAT && k->governor == phrase && !k->quoted)
            return (filler){RS_NONE, 0, false, i, RS_NONE, RS_NONE, RS_NONE};
    }
    return nothing;
}

/* What follows the last companion in its own phrase: "سراح رهينتين". */
static filler rest_of_companion(const rs_events *ev, const rs_candidate *c)
{
    filler f = nothing;
    uint32_t p = c->n_consumed ? c->consumed[c->n_consumed - 1] : c->phrase;
    const rs_phrase *phrase = &ev->clauses->phrase.at[p];
    if (!c->n_consumed || c->end_token <= phrase->first || c->end_token >= phrase->first + phrase->n) return f;
    f.phrase = p;
    f.token = c->end_token;
    return f;
}

static filler verb_slot(const rs_events *ev, const rs_candidate *c, uint8_t slot)
{
    const rs_clause *k = &ev->clauses->clause.at[c->clause];
    const rs_phrase *v = &ev->clauses->phrase.at[c->phrase];
    if (slot == RS_SLOT_SUBJECT) return c->passive ? nothing : event_subject(ev, c->shifted ? k->inherits : c->clause);
    if (slot == RS_SLOT_OBJECT && (c->passive || c->shifted)) return of_phrase(k->subject);
    if (slot == RS_SLOT_OBJECT) {
        if (v->pronoun) return pronoun_filler(ev, c->clause, v->pronoun, c->phrase);
        const uint32_t objects[] = {k->first_object, k->second_object};
        for (size_t i = 0; i < RS_COUNT(objects); i++)
            if (objects[i] != RS_NONE && !consumed(ev, c, objects[i])) return phrase_filler(ev, objects[i]);
        return nothing;
    }
    if (slot == RS_SLOT_CLAUSE) return clause_filler(ev, c->phrase);
    if (slot >= RS_SLOT_PREP) return prep_filler(ev, c, (uint8_t)(slot - RS_SLOT_PREP), 0, false);
    if (slot == RS_SLOT_OF && c->n_consumed) { /* "أطلق سراح الأسرى": the genitive of the companion */
        filler inner = rest_of_companion(ev, c);
        if (inner.phrase != RS_NONE) return inner;
        uint32_t p = c->consumed[c->n_consumed - 1] + 1;
        if (p < ev->clauses->phrase.n && (ev->clauses->phrase.at[p].bits & RS_PH_GENITIVE)) return phrase_filler(ev, p);
    }
    return nothing;
}

/* Is phrase B the bare noun phrase that right away follows the genitive A of an act? */
static bool follows(const rs_events *ev, uint32_t a, uint32_t b)
{
    const rs_phrase *f = &ev->clauses->phrase.at[a], *g = &ev->clauses->phrase.at[b];
    return g->kind == RS_PHRASE_NOUN && !g->prep && !(g->bits & (RS_PH_COORD | RS_PH_TIME | RS_PH_GENITIVE)) &&
           f->first + f->n == g->first && g->clause == f->clause;
}

/* The subject of a relative clause on the noun whose verb does it: "الغارات التي نفذتها أمريكا". */
static filler relative_doer(const rs_events *ev, const rs_candidate *c)
{
    for (uint32_t i = 0; i < ev->clauses->clause.n; i++) {
        const rs_clause *k = &ev->clauses->clause.at[i];
        if (k->kind != RS_CLAUSE_RELATIVE || k->governor != c->phrase || k->verb == RS_NONE) continue;
        const rs_image_tag *light = event_verb_tag(ev, k->verb, RS_TAG_LIGHT);
        bool object = ev->clauses->phrase.at[k->verb].pronoun != 0;
        if (light && light->a == RS_LIGHT_DO && object && k->subject != RS_NONE) return of_phrase(k->subject);
    }
    return nothing;
}

/* Is the candidate what a clause without a verb says of its subject: "جاهزة", "على أهبة", "في حالة"? */
static bool is_predicate(const rs_events *ev, const rs_candidate *c)
{
    const rs_phrase *f = &ev->clauses->phrase.at[c->phrase];
    const rs_reading *r = rs_phrase_reading(ev->clauses, f);
    if (!r || (f->bits & (RS_PH_GENITIVE | RS_PH_COMPLEMENT | RS_PH_COORD))) return false;
    if (rs_pos_of(r->feat) == RS_POS_ADJ) return !f->prep && !(r->pro & RS_PRO_AL);
    return f->prep == RS_PREP_ALA && !(r->pro & RS_PRO_AL);
}

/* "قوات النظام مدعومة بميليشيات": an indefinite participle behind a definite noun is said of it, behind a comma of the
 * subject. */
static filler circumstance_of(const rs_events *ev, const rs_candidate *c)
{
    const rs_phrase *before = c->phrase ? &ev->clauses->phrase.at[c->phrase - 1] : NULL;
    if (!before) return nothing;
    if (before->kind == RS_PHRASE_PUNCT) return event_subject(ev, c->clause);
    bool definite = before->kind == RS_PHRASE_NOUN && (before->bits & RS_PH_DEFINITE);
    return definite && !(before->bits & (RS_PH_TIME | RS_PH_PRONOUN_ONLY)) ? of_phrase(c->phrase - 1) : nothing;
}

/* "إن بكين جاهزة للرد", "إنه مستعد", "كان على أهبة": the subject of a clause without a verb or with one of being. */
static filler nominal_subject(const rs_events *ev, const rs_candidate *c)
{
    const rs_clause *k = &ev->clauses->clause.at[c->clause];
    const rs_image_tag *op = k->verb == RS_NONE ? NULL : event_verb_tag(ev, k->verb, RS_TAG_OPERATOR);
    if (!is_predicate(ev, c)) return nothing;
    if (k->verb != RS_NONE && op && !op->a) return event_subject(ev, c->clause);
    if (k->verb != RS_NONE) return circumstance_of(ev, c);
    for (uint32_t i = 0; i < c->phrase; i++) {
        const rs_phrase *f = &ev->clauses->phrase.at[i];
        bool bare = f->kind == RS_PHRASE_NOUN && !f->prep && f->clause == c->clause;
        if (bare && !(f->bits & (RS_PH_TIME | RS_PH_COMPLEMENT | RS_PH_GENITIVE | RS_PH_PRONOUN_ONLY)))
            return of_phrase(i);
    }
    if (!k->topic) return nothing;
    filler f = nothing;
    f.pronoun = k->topic, f.dropped = true, f.where = c->clause, f.before = c->phrase;
    return f;
}

static uint32_t last_token_phrase(const rs_candidate *c)
{
    return c->n_consumed ? c->consumed[c->n_consumed - 1] : c->phrase;
}

static filler noun_slot(const rs_events *ev, const rs_candidate *c, uint8_t slot)
{
    const rs_clauses *k = ev->clauses;
    const rs_phrase *head = &k->phrase.at[c->phrase];
    uint32_t last = last_token_phrase(c), next = last + 1;
    filler doer;
    bool genitive = next < k->phrase.n && (k->phrase.at[next].bits & RS_PH_GENITIVE);
    switch (slot) {
    case RS_SLOT_SUBJECT:
        if (c->light != RS_NONE && (c->light_kind == RS_LIGHT_DO || c->light_kind == RS_LIGHT_CLAIM))
            return event_subject(ev, c->light);
        doer = relative_doer(ev, c);
        return event_filled(&doer) ? doer : nominal_subject(ev, c);
    case RS_SLOT_OF: {
        if (head->pronoun && c->n_consumed) return pronoun_filler(ev, c->clause, head->pronoun, c->phrase);
        filler inner = rest_of_companion(ev, c);
        if (inner.phrase != RS_NONE) return inner;
        if (genitive) return phrase_filler(ev, next);
        if (head->pronoun) return pronoun_filler(ev, c->clause, head->pronoun, c->phrase);
        return nothing;
    }
    case RS_SLOT_OBJECT:
        if (c->light != RS_NONE && c->light_kind == RS_LIGHT_UNDERGO) return event_subject(ev, c->light);
        if (genitive && next + 1 < k->phrase.n && follows(ev, next, next + 1)) return phrase_filler(ev, next + 1);
        if (!genitive && head->pronoun && next < k->phrase.n && follows(ev, last, next)) return phrase_filler(ev, next);
        return nothing;
    case RS_SLOT_CLAUSE: return clause_filler(ev, c->phrase);
    default: return slot >= RS_SLOT_PREP ? prep_filler(ev, c, (uint8_t)(slot - RS_SLOT_PREP), next, true) : nothing;
    }
}

filler event_slot(const rs_events *ev, const rs_candidate *c, uint8_t slot)
{
    if (slot == RS_SLOT_SELF) return of_phrase(c->phrase);
    return c->noun ? noun_slot(ev, c, slot) : verb_slot(ev, c, slot);
}

/* The head of a chain of joined phrases. */
static uint32_t chain_head(const rs_clauses *k, uint32_t p)
{
    while (p && (k->phrase.at[p].bits & RS_PH_COORD)) {
        uint32_t q = p - 1;
        while (q && (k->phrase.at[q].kind != RS_PHRASE_NOUN || (k->phrase.at[q].bits & RS_PH_COMPLEMENT))) q--;
        if (k->phrase.at[q].kind != RS_PHRASE_NOUN) break;
        p = q;
    }
    return p;
}

uint32_t event_governor(const rs_events *ev, uint32_t p, uint8_t *slot)
{
    const rs_clauses *k = ev->clauses;
    *slot = RS_SLOT_NONE;
    p = chain_head(k, p);
    const rs_phrase *f = &k->phrase.at[p];
    if ((f->bits & RS_PH_GENITIVE) && p) return *slot = RS_SLOT_OF, p - 1;
    const rs_clause *clause = &k->clause.at[f->clause];
    if (f->prep) {
        *slot = (uint8_t)(RS_SLOT_PREP + f->prep);
        for (uint32_t i = p; i-- > 0;) {
            const rs_phrase *g = &k->phrase.at[i];
            if (g->clause != f->clause) continue;
            if (g->kind == RS_PHRASE_VERB || (g->kind == RS_PHRASE_NOUN && (g->bits & (RS_PH_ACT | RS_PH_AL_VERBAL))))
                return i;
        }
        return clause->verb;
    }
    if (clause->verb == RS_NONE) return RS_NONE;
    if (p == clause->subject) return *slot = RS_SLOT_SUBJECT, clause->verb;
    if (p == clause->first_object || p == clause->second_object) return *slot = RS_SLOT_OBJECT, clause->verb;
    return RS_NONE;
}
