/* SPDX-License-Identifier: MIT */
/* Clauses. Going through the phrases once, an opener, a second verb, a participle that goes on with the sentence, a
 * colon or a quotation begins a clause; a comma or "and + verb" ends the relative and temporal ones. Then each clause
 * finds its subject and objects: after the verb by agreement (verb-subject-object), before it (headlines), in the
 * antecedent (relative clauses); none means that the subject is that of the clause it continues. */
#include "clause/clause.h"

typedef struct builder {
    rs_clauses *c;
    uint32_t cur;
    uint32_t last_noun; /* the last noun phrase, RS_NONE */
    bool in_quote;
    uint32_t quote_parent;
    uint32_t short_end; /* token that closes a few words in quotation marks, RS_NONE */
} builder;

rs_status rs_clauses_begin(rs_clauses *c, const rs_words *words, const rs_names *names, const rs_alloc *alloc,
                           rs_error *error)
{
    c->words = words, c->names = names, c->alloc = alloc;
    c->quoted = false;
    size_t n = 0;
    for (size_t i = 0; i < words->sentence.n; i++)
        if (words->sentence.at[i].n > n) n = words->sentence.at[i].n;
    if (!rs_vec_reserve(alloc, &c->phrase, n + 2) || !rs_vec_reserve(alloc, &c->clause, n + 2))
        return rs_error_set(error, RS_E_NOMEM, "no memory for the clauses of a text");
    return RS_OK;
}

void rs_clauses_free(rs_clauses *c)
{
    if (!c->alloc) return;
    rs_vec_free(c->alloc, &c->phrase);
    rs_vec_free(c->alloc, &c->clause);
}

static uint32_t new_clause(builder *b, enum rs_clause_kind kind, uint32_t parent, uint32_t governor)
{
    uint32_t index = (uint32_t)b->c->clause.n;
    bool quoted = parent != RS_NONE && b->c->clause.at[parent].quoted;
    *rs_vec_take(&b->c->clause) = (rs_clause){.parent = parent,
                                              .governor = governor,
                                              .verb = RS_NONE,
                                              .subject = RS_NONE,
                                              .first_object = RS_NONE,
                                              .second_object = RS_NONE,
                                              .inherits = RS_NONE,
                                              .kind = (uint8_t)kind,
                                              .quoted = quoted};
    return b->cur = index;
}

static rs_clause *cur(builder *b) { return &b->c->clause.at[b->cur]; }

/* Out of clauses that a conjunction or comma ends. */
static void climb(builder *b, bool all)
{
    for (;;) {
        rs_clause *c = cur(b);
        bool ends = c->kind == RS_CLAUSE_RELATIVE || c->kind == RS_CLAUSE_TIME;
        if (all)
            ends |= c->kind == RS_CLAUSE_IF || c->kind == RS_CLAUSE_PURPOSE || c->kind == RS_CLAUSE_CHAIN ||
                    c->kind == RS_CLAUSE_PARTICIPLE;
        if (!ends || c->parent == RS_NONE || (c->verb == RS_NONE && !all)) return;
        b->cur = c->parent;
    }
}

static const rs_image_tag *verb_tag(const rs_clauses *c, const rs_phrase *v, enum rs_tag kind)
{
    const rs_reading *r = rs_phrase_reading(c, v);
    if (!r || r->lemma == RS_NONE) return NULL;
    const rs_image_tag *tag = rs_lexicon_tag(c->words->lexicon, r->lemma, kind);
    uint32_t verb = c->words->lexicon->lemma[r->lemma].verb;
    return tag || verb == RS_NONE ? tag : rs_lexicon_tag(c->words->lexicon, verb, kind);
}

static bool speaks(const rs_clauses *c, const rs_phrase *v) { return v && verb_tag(c, v, RS_TAG_SPEECH); }

static bool and_before(const rs_clauses *c, const rs_phrase *f)
{
    const rs_reading *r = rs_phrase_reading(c, f);
    return r && (r->pro & RS_PRO_AND);
}

static bool has_report(const rs_clauses *c, uint32_t verb)
{
    for (size_t i = 0; i < c->clause.n; i++)
        if (c->clause.at[i].kind == RS_CLAUSE_THAT && c->clause.at[i].governor == verb) return true;
    return false;
}

/* The phrase that a clause opened now completes: the verb of the clause, or the last act in it. */
static uint32_t governor_of(const builder *b, uint32_t before)
{
    const rs_clauses *c = b->c;
    uint32_t verb = c->clause.at[b->cur].verb;
    if (verb != RS_NONE && speaks(c, &c->phrase.at[verb]) && !has_report(c, verb)) return verb;
    for (uint32_t i = before; i-- > 0;) {
        const rs_phrase *f = &c->phrase.at[i];
        if (f->clause != b->cur) continue;
        if (f->kind == RS_PHRASE_VERB || (f->kind == RS_PHRASE_NOUN && (f->bits & (RS_PH_ACT | RS_PH_AL_VERBAL))))
            return i;
    }
    return c->clause.at[b->cur].verb;
}

/* Verbs of accusing, demanding, refusing and the like, by the events of their frames. */
static bool acts_by_speech(const rs_clauses *c, const rs_phrase *v)
{
    const rs_lexicon *lx = c->words->lexicon;
    const rs_reading *r = rs_phrase_reading(c, v);
    size_t n;
    if (!r || r->lemma == RS_NONE || rs_tense_of(r->feat) != RS_PERFECT) return false;
    const rs_image_tag *tag = rs_lexicon_tags(lx, r->lemma, &n);
    for (size_t i = 0; i < n; i++) {
        if (tag[i].kind != RS_TAG_TRIGGER) continue;
        uint8_t event = lx->frame[lx->trigger[tag[i].value].frame].event;
        if (event == RS_EVENT_ACCUSE || event == RS_EVENT_REQUEST || event == RS_EVENT_REJECT ||
            event == RS_EVENT_THREATEN || event == RS_EVENT_SUPPORT || event == RS_EVENT_AGREE)
            return true;
    }
    return false;
}

/* "يحتجزون ويعذبون", "الذي قتل وجرح": a verb of the same form right after that of a relative clause goes on with it. */
static bool goes_on_relative(builder *b, uint32_t i, const rs_phrase *f)
{
    const rs_clause *k = cur(b);
    if (k->kind != RS_CLAUSE_RELATIVE || k->verb == RS_NONE || speaks(b->c, f)) return false;
    const rs_reading *old = rs_phrase_reading(b->c, &b->c->phrase.at[k->verb]), *new = rs_phrase_reading(b->c, f);
    if (!old || !new || rs_tense_of(old->feat) != rs_tense_of(new->feat)) return false;
    if (rs_number_of(old->feat) != rs_number_of(new->feat) || rs_gender_of(old->feat) != rs_gender_of(new->feat))
        return false;
    return i == k->verb + 1 || (rs_number_of(new->feat) == RS_PL && rs_gender_of(new->feat) == RS_MASC);
}

/* و + verb: a clause beside the nearest main one; beside a report, unless the verb is one of speech. */
static void open_coordinate(builder *b, uint32_t i, const rs_phrase *f)
{
    if (goes_on_relative(b, i, f)) {
        uint32_t other = b->cur;
        new_clause(b, RS_CLAUSE_RELATIVE, cur(b)->parent, cur(b)->governor);
        cur(b)->inherits = other;
        return;
    }
    climb(b, true);
    const rs_phrase *before = i ? &b->c->phrase.at[i - 1] : NULL;
    bool comma = before && before->kind == RS_PHRASE_PUNCT;
    bool again = speaks(b->c, f) || (comma && acts_by_speech(b->c, f));
    while (cur(b)->kind == RS_CLAUSE_THAT && !cur(b)->quoted && cur(b)->parent != RS_NONE && again) {
        b->cur = cur(b)->parent;
        climb(b, true);
    }
    if (cur(b)->verb == RS_NONE) return; /* the consequence of a condition that came first */
    uint32_t other = b->cur;
    rs_clause *c = cur(b);
    new_clause(b, (enum rs_clause_kind)c->kind, c->parent, c->governor);
    cur(b)->inherits = other;
}

/* كان and its sisters: verbs that only say when; their operator tag has no status. */
static bool being(const rs_clauses *c, const rs_phrase *v)
{
    const rs_image_tag *op = verb_tag(c, v, RS_TAG_OPERATOR);
    return op && !op->a && op->b == RS_OPERATOR_VERB && !verb_tag(c, v, RS_TAG_TRIGGER);
}

/* "شاهدت المقاتلين يعذبون": an imperfect plural after one that by its case or gender is not the subject of the verb
 * before says what these did. */
static bool circumstance(const rs_clauses *c, const rs_phrase *main, const rs_phrase *before, const rs_reading *r)
{
    const rs_reading *verb = main ? rs_phrase_reading(c, main) : NULL;
    bool they =
        rs_tense_of(r->feat) == RS_IMPERFECT && rs_number_of(r->feat) == RS_PL && rs_gender_of(r->feat) == RS_MASC;
    const rs_reading *noun = rs_phrase_reading(c, before);
    bool object = noun && ((noun->feat & RS_FEAT_OBLIQUE) || (verb && rs_gender_of(verb->feat) == RS_FEM));
    return they && verb && object && rs_number_of(verb->feat) == RS_SG && before->kind == RS_PHRASE_NOUN &&
           !before->prep && before->number == RS_PL;
}

/* A second verb without a conjunction: after an auxiliary it is the verb proper; after an indefinite noun a relative
 * clause. */
static void open_asyndetic(builder *b, uint32_t i, const rs_phrase *f)
{
    const rs_clauses *c = b->c;
    uint32_t back = i;
    while (back > 1 && (c->phrase.at[back - 1].bits & RS_PH_COMPLEMENT))
        back--; /* "قيادي في المعارضة لم يكشف": the noun before its complement */
    const rs_phrase *before = back ? &c->phrase.at[back - 1] : NULL;
    const rs_reading *r = rs_phrase_reading(c, f);
    const rs_phrase *main = rs_phrase_at(c, cur(b)->verb);
    bool operates = main && (verb_tag(c, main, RS_TAG_OPERATOR) || verb_tag(c, main, RS_TAG_LIGHT));
    bool indefinite = before && before->kind == RS_PHRASE_NOUN &&
                      !(before->bits & (RS_PH_DEFINITE | RS_PH_TIME | RS_PH_PRONOUN_ONLY));
    bool imperfect = rs_tense_of(r->feat) == RS_IMPERFECT;
    bool comma = before && before->kind == RS_PHRASE_PUNCT;
    uint32_t parent = b->cur;
    if ((indefinite && !(operates && imperfect)) || (before && !operates && circumstance(c, main, before, r))) {
        new_clause(b, RS_CLAUSE_RELATIVE, parent, back - 1);
    } else if (main && (!comma || being(c, main)) && (imperfect || operates || i == cur(b)->verb + 1)) {
        new_clause(b, RS_CLAUSE_CHAIN, parent, cur(b)->verb);
        cur(b)->inherits = parent;
    } else {
        climb(b, true);
        parent = b->cur;
        if (cur(b)->verb == RS_NONE) return;
        new_clause(b, (enum rs_clause_kind)cur(b)->kind, cur(b)->parent, cur(b)->governor);
        cur(b)->inherits = parent;
    }
}

/* The indefinite act that a clause without a verb says of its subject, right before phrase I but for what completes it;
 * RS_NONE. */
static uint32_t predicate_act(const builder *b, uint32_t i)
{
    const rs_clauses *c = b->c;
    uint32_t act = i, subject = RS_NONE;
    while (act-- > 0 && c->phrase.at[act].clause == b->cur && c->phrase.at[act].kind == RS_PHRASE_NOUN)
        if (!c->phrase.at[act].prep && !(c->phrase.at[act].bits & RS_PH_GENITIVE)) break;
    if (act == RS_NONE || act >= i || c->phrase.at[act].clause != b->cur) return RS_NONE;
    const rs_phrase *f = &c->phrase.at[act];
    if (!(f->bits & RS_PH_ACT) || (f->bits & (RS_PH_DEFINITE | RS_PH_TANWIN)) || act + 1 == i) return RS_NONE;
    for (uint32_t k = act; k-- > 0 && subject == RS_NONE;)
        if (c->phrase.at[k].clause == b->cur && c->phrase.at[k].kind == RS_PHRASE_NOUN && !c->phrase.at[k].prep)
            subject = k;
    return subject == RS_NONE ? RS_NONE : act;
}

static void on_verb(builder *b, uint32_t i, const rs_phrase *f)
{
    if (f->bits & RS_PH_LET) {
        uint32_t parent = b->cur;
        new_clause(b, RS_CLAUSE_PURPOSE, parent, cur(b)->verb);
        cur(b)->inherits = parent;
    } else if (and_before(b->c, f) && (cur(b)->verb != RS_NONE || cur(b)->kind != RS_CLAUSE_MAIN)) {
        open_coordinate(b, i, f);
    } else if (cur(b)->verb != RS_NONE) {
        open_asyndetic(b, i, f);
    } else {
        const rs_phrase *before = i ? &b->c->phrase.at[i - 1] : NULL;
        bool after_act =
            before && before->kind == RS_PHRASE_NOUN && before->prep && !(before->bits & (RS_PH_DEFINITE | RS_PH_TIME));
        uint32_t said = predicate_act(b, i);
        if (said != RS_NONE)
            new_clause(b, RS_CLAUSE_RELATIVE, b->cur, said); /* "هذا هو ثاني هجوم من نوعه يستهدف" */
        else if (after_act && cur(b)->kind != RS_CLAUSE_RELATIVE)
            new_clause(b, RS_CLAUSE_RELATIVE, b->cur, i - 1);
    }
    cur(b)->verb = i;
}

/* "أكد قيادي لم يكشف عن اسمه أن": the report belongs to the verb of speech above, not to the relative clause between.
 */
static void climb_to_report(builder *b)
{
    const rs_clauses *c = b->c;
    uint32_t up = b->cur;
    const rs_phrase *verb = rs_phrase_at(c, cur(b)->verb);
    /* "قال في مؤتمر أذاعه التلفزيون إن": what is broadcast is the conference */
    if (cur(b)->kind != RS_CLAUSE_RELATIVE || (speaks(c, verb) && !verb->pronoun)) return;
    while (up != RS_NONE && c->clause.at[up].kind == RS_CLAUSE_RELATIVE) up = c->clause.at[up].parent;
    if (up == RS_NONE || c->clause.at[up].verb == RS_NONE) return;
    if (speaks(c, rs_phrase_at(c, c->clause.at[up].verb)) && !has_report(c, c->clause.at[up].verb)) b->cur = up;
}

static unsigned relative_gender(uint8_t opener)
{
    bool fem = opener == RS_PARTICLE_FS || opener == RS_PARTICLE_FD || opener == RS_PARTICLE_FP;
    return fem ? RS_FEM : RS_MASC;
}

/* What "الذي" goes on to say something of: the last noun, but of "هجوم الطعن الذي" and "هجوم قندهار، الذي" the act and
 * not its genitive. */
static uint32_t antecedent(const builder *b, const rs_phrase *opener)
{
    const rs_clauses *c = b->c;
    uint32_t last = b->last_noun;
    if (last == RS_NONE || !last || !(c->phrase.at[last].bits & RS_PH_GENITIVE)) return last;
    const rs_phrase *f = &c->phrase.at[last], *head = &c->phrase.at[last - 1];
    const rs_mention *m = f->mention == RS_NONE ? NULL : &c->names->mention.at[f->mention];
    bool place = m && (m->kind == RS_MENTION_PLACE || m->kind == RS_MENTION_NATION);
    bool idle = (f->bits & RS_PH_ACT) || place; /* what is no actor itself */
    return idle && head->gender == relative_gender(opener->opener) ? last - 1 : last;
}

static void on_opener(builder *b, uint32_t i, const rs_phrase *f)
{
    uint32_t parent = b->cur;
    switch (f->opener) {
    case RS_PARTICLE_MS:
    case RS_PARTICLE_FS:
    case RS_PARTICLE_MD:
    case RS_PARTICLE_FD:
    case RS_PARTICLE_MP:
    case RS_PARTICLE_FP:
    case RS_PARTICLE_ANYONE:
    case RS_PARTICLE_WHAT: {
        if (cur(b)->kind == RS_CLAUSE_RELATIVE && cur(b)->verb != RS_NONE && and_before(b->c, f))
            climb(b, false), parent = b->cur;
        bool free = f->opener == RS_PARTICLE_WHAT || f->opener == RS_PARTICLE_ANYONE;
        new_clause(b, RS_CLAUSE_RELATIVE, parent, free ? RS_NONE : antecedent(b, f));
        break;
    }
    case RS_PARTICLE_THAT:
    case RS_PARTICLE_INNA: {
        if (and_before(b->c, f)) { /* "... أن كذا وأن كذا" */
            while (cur(b)->parent != RS_NONE && cur(b)->kind != RS_CLAUSE_THAT) b->cur = cur(b)->parent;
            if (cur(b)->kind == RS_CLAUSE_THAT) {
                rs_clause same = *cur(b);
                new_clause(b, RS_CLAUSE_THAT, same.parent, same.governor);
                break;
            }
        }
        climb_to_report(b);
        parent = b->cur;
        uint32_t governor = governor_of(b, i);
        new_clause(b, RS_CLAUSE_THAT, parent, governor);
        break;
    }
    case RS_PARTICLE_IF: new_clause(b, RS_CLAUSE_IF, parent, cur(b)->verb); break;
    case RS_PARTICLE_IN_ORDER:
        new_clause(b, RS_CLAUSE_PURPOSE, parent, cur(b)->verb);
        cur(b)->inherits = parent;
        break;
    case RS_PARTICLE_WHEN:
    case RS_PARTICLE_AFTER:
    case RS_PARTICLE_BEFORE:
    case RS_PARTICLE_BECAUSE:
    case RS_PARTICLE_AS:
    case RS_PARTICLE_WHERE:
        climb(b, false);
        new_clause(b, RS_CLAUSE_TIME, b->cur, cur(b)->verb);
        break;
    case RS_PARTICLE_WHILE:
    case RS_PARTICLE_YET: {
        climb(b, true);
        /* "بينما" goes on in the paper's own voice */
        while (f->opener == RS_PARTICLE_WHILE && cur(b)->kind == RS_CLAUSE_THAT && !cur(b)->quoted &&
               cur(b)->parent != RS_NONE)
            b->cur = cur(b)->parent;
        rs_clause same = *cur(b);
        if (same.verb != RS_NONE) new_clause(b, (enum rs_clause_kind)same.kind, same.parent, same.governor);
        break;
    }
    default: break;
    }
}

/* An indefinite active participle of a verb with frames or of speech, that no noun before it takes as its adjective. */
static bool opens_participle(const builder *b, uint32_t i, const rs_phrase *f)
{
    const rs_clauses *c = b->c;
    const rs_reading *r = rs_phrase_reading(c, f);
    if (!r || f->prep || f->n > 6 || (f->bits & (RS_PH_GENITIVE | RS_PH_DEFINITE))) return false;
    if (!(r->feat & RS_FEAT_ACTIVE_PARTICIPLE) || (r->pro & (RS_PRO_AL | RS_PRO_PREP)) || f->head != f->first)
        return false;
    bool tanwin = (r->feat & RS_FEAT_TANWIN) != 0, fem = rs_gender_of(r->feat) == RS_FEM;
    if (!(i ? tanwin || fem || (r->feat & RS_FEAT_OBLIQUE) : tanwin)) return false;
    return verb_tag(c, f, RS_TAG_TRIGGER) || verb_tag(c, f, RS_TAG_SPEECH);
}

static void on_noun(builder *b, uint32_t i, rs_phrase *f)
{
    if (opens_participle(b, i, f)) {
        climb(b, true);
        uint32_t parent = b->cur;
        if (cur(b)->kind == RS_CLAUSE_THAT && !cur(b)->quoted && verb_tag(b->c, f, RS_TAG_SPEECH) &&
            cur(b)->parent != RS_NONE)
            parent = cur(b)->parent;
        new_clause(b, RS_CLAUSE_PARTICIPLE, parent, b->c->clause.at[parent].verb);
        cur(b)->inherits = parent;
        cur(b)->verb = i;
        f->bits |= RS_PH_AL_VERBAL;
    }
    b->last_noun = i;
}

/* Tokens to the closing mark of a quotation opened at token I; 0 if it does not close in the sentence. */
static uint32_t quote_length(const rs_clauses *c, uint32_t i)
{
    uint32_t end = c->sentence->first + c->sentence->n;
    for (uint32_t k = i + 1; k < end; k++)
        if (c->words->token.at[k].kind == RS_TOKEN_PUNCT && c->words->token.at[k].cls == RS_CLASS_QUOTE) return k - i;
    return 0;
}

static void on_quote(builder *b, const rs_phrase *f)
{
    const rs_clauses *c = b->c;
    if (b->in_quote) {
        b->in_quote = false;
        if (b->quote_parent != RS_NONE) b->cur = b->quote_parent;
        b->quote_parent = RS_NONE;
        return;
    }
    if (f->first == b->short_end) return;
    uint32_t length = quote_length(c, f->first);
    bool open_end = !length;
    if (length && length < 5) { /* a few words, no clause */
        b->short_end = f->first + length;
        return;
    }
    const rs_phrase *v = rs_phrase_at(c, cur(b)->verb);
    b->in_quote = true;
    b->quote_parent = RS_NONE;
    if (!speaks(c, v) && !open_end) return;
    b->quote_parent = b->cur;
    new_clause(b, RS_CLAUSE_THAT, b->cur, cur(b)->verb);
    cur(b)->quoted = true;
}

static void on_punct(builder *b, uint32_t i, const rs_phrase *f)
{
    const rs_token *t = &b->c->words->token.at[f->first];
    if (t->cls == RS_CLASS_QUOTE) {
        on_quote(b, f);
    } else if (t->cls == RS_CLASS_COMMA || t->cls == RS_CLASS_SEMICOLON || t->cls == RS_CLASS_DASH) {
        climb(b, false);
    } else if (t->cls == RS_CLASS_STOP) {
        if (i + 1 < b->c->phrase.n && cur(b)->verb != RS_NONE && !cur(b)->quoted)
            new_clause(b, RS_CLAUSE_MAIN, RS_NONE, RS_NONE); /* "... .. وموسكو تتوعد" */
    } else if (t->cls == RS_CLASS_COLON) {
        uint32_t governor = cur(b)->verb;
        if (governor == RS_NONE && i) /* headline: "speaker: what he says" */
            for (uint32_t k = 0; k < i && governor == RS_NONE; k++)
                if (b->c->phrase.at[k].kind == RS_PHRASE_NOUN && b->c->phrase.at[k].clause == b->cur) governor = k;
        if (governor != RS_NONE) new_clause(b, RS_CLAUSE_THAT, b->cur, governor);
    }
}

/* "اثنين", "عشرين": a numeral that shows it is no subject. */
static bool oblique_number(const rs_clauses *c, const rs_phrase *np)
{
    const rs_token *t = &c->words->token.at[np->first];
    if (t->kind != RS_TOKEN_WORD || rs_token_pos(c->words, t) != RS_POS_NUM) return false;
    const rs_word *w = rs_token_word(c->words, t);
    return w->n_letter > 3 && w->letter[w->n_letter - 2] == RS_YEH && w->letter[w->n_letter - 1] == RS_NOON;
}

/* Does NP fit as subject of the verb V? AFTER: it follows the verb, which then is singular. */
static bool agrees(const rs_clauses *c, const rs_phrase *v, const rs_phrase *np, bool after, bool accusative)
{
    const rs_reading *r = rs_phrase_reading(c, v);
    if (!r || rs_person_of(r->feat) != 3) return rs_person_of(r ? r->feat : 0) == 0;
    unsigned vg = rs_gender_of(r->feat), vn = rs_number_of(r->feat);
    if (after && vn != RS_SG) return false;
    if ((np->bits & RS_PH_TANWIN) && !accusative && np->count == RS_NONE) return false; /* but "60 شخصا" */
    const rs_reading *h = rs_phrase_reading(c, np);
    bool counted = np->count != RS_NONE || !np->gender;
    if (counted && !accusative && oblique_number(c, np)) return false;
    if (counted && after) return true;
    bool plural = np->number == RS_PL, sound = h && (h->feat & (RS_FEAT_NOMINATIVE | RS_FEAT_OBLIQUE));
    if (!accusative && h && (h->feat & RS_FEAT_OBLIQUE) && !(h->feat & RS_FEAT_CONSTRUCT) && np->mention == RS_NONE)
        return false;
    if (after && plural && np->gender == RS_FEM) return vg == RS_FEM;
    if (after) return plural && !sound ? true : !np->gender || np->gender == vg;
    if (plural) return vn == RS_PL || vg == RS_FEM;
    return vn != RS_SG || !np->gender || np->gender == vg;
}

static bool bare_noun(const rs_phrase *f)
{
    return f->kind == RS_PHRASE_NOUN && !f->prep &&
           !(f->bits & (RS_PH_GENITIVE | RS_PH_COMPLEMENT | RS_PH_TIME | RS_PH_COORD | RS_PH_PRONOUN_ONLY));
}

static bool resumptive(const rs_clauses *c, uint32_t clause)
{
    for (size_t i = 0; i < c->phrase.n; i++)
        if (c->phrase.at[i].clause == clause && (c->phrase.at[i].bits & RS_PH_PRONOUN_ONLY) && c->phrase.at[i].prep)
            return true;
    return false;
}

/* "قتلوا، بينهم السائق": no object, but one of them. */
static bool behind_among(const rs_clauses *c, uint32_t i)
{
    const rs_phrase *f = i ? &c->phrase.at[i - 1] : NULL;
    return f && f->kind == RS_PHRASE_NOUN && f->prep == RS_PREP_BAYN && (f->bits & RS_PH_PRONOUN_ONLY);
}

static void add_object(rs_clause *k, uint32_t i)
{
    if (k->first_object == RS_NONE)
        k->first_object = i;
    else if (k->second_object == RS_NONE)
        k->second_object = i;
}

/* "لكنه استبعد", "إنها اعتقلت": the pronoun on the opener is the subject, so that no noun behind the verb is. Not where
 * the pronoun only fills its place: "إنه تم", "إنه سقط قتلى". */
static bool topic_is_subject(const rs_clauses *c, const rs_clause *k, const rs_phrase *v)
{
    const rs_reading *r = rs_phrase_reading(c, v);
    if (!k->topic || !r || v->kind != RS_PHRASE_VERB || (r->feat & RS_FEAT_PASSIVE)) return false;
    if (rs_gender_of(r->feat) != rs_gender_of(k->topic) || rs_number_of(r->feat) != rs_number_of(k->topic))
        return false;
    const rs_image_tag *light = verb_tag(c, v, RS_TAG_LIGHT);
    return !being(c, v) && !(light && light->b == RS_SLOT_SUBJECT);
}

/* "وطلبت من السفير مغادرة البلاد": an act far from a verb that goes on with another's subject is what that one wants
 * or does; the subject stands next to its verb. */
static bool act_is_object(const rs_clauses *c, const rs_clause *k, uint32_t act)
{
    const rs_phrase *f = &c->phrase.at[act];
    if (k->inherits == RS_NONE || act == k->verb + 1 || !(f->bits & RS_PH_ACT)) return false;
    uint32_t subject = c->clause.at[k->inherits].subject;
    return subject != RS_NONE && !(c->phrase.at[subject].bits & RS_PH_ACT) &&
           agrees(c, &c->phrase.at[k->verb], &c->phrase.at[subject], false, true);
}

static void assign(rs_clauses *c, uint32_t index)
{
    rs_clause *k = &c->clause.at[index];
    const rs_phrase *v = &c->phrase.at[k->verb];
    const rs_reading *r = rs_phrase_reading(c, v);
    bool verb = v->kind == RS_PHRASE_VERB, passive = verb && r && (r->feat & RS_FEAT_PASSIVE);
    bool led = k->kind == RS_CLAUSE_CHAIN && k->parent != RS_NONE && c->clause.at[k->parent].subject != RS_NONE;
    bool own = k->kind != RS_CLAUSE_PARTICIPLE && !led && !topic_is_subject(c, k, v);
    if (k->kind == RS_CLAUSE_RELATIVE && k->governor != RS_NONE && !v->pronoun && !resumptive(c, index) &&
        agrees(c, v, &c->phrase.at[k->governor], false, true))
        k->subject = k->governor;
    for (uint32_t i = 0; own && i < k->verb && k->subject == RS_NONE; i++)
        if (c->phrase.at[i].clause == index && bare_noun(&c->phrase.at[i]) &&
            agrees(c, v, &c->phrase.at[i], false, k->accusative || k->kind == RS_CLAUSE_THAT))
            k->subject = i;
    for (uint32_t i = k->verb + 1; i < c->phrase.n; i++) {
        const rs_phrase *f = &c->phrase.at[i];
        if (f->clause != index || !bare_noun(f) || behind_among(c, i)) continue;
        if (own && k->subject == RS_NONE && k->first_object == RS_NONE && agrees(c, v, f, true, false) &&
            !act_is_object(c, k, i))
            k->subject = i;
        else
            add_object(k, i);
    }
    if (passive && k->subject != RS_NONE) { /* what a passive verb is said of suffers the deed */
        if (k->first_object != RS_NONE) k->second_object = k->first_object;
        k->first_object = k->subject;
        k->subject = RS_NONE;
    }
}

/* "يحتجزون ويعذبون أشخاصا", "قصفت ودمرت الطائرات مواقع": verbs side by side share what follows the last. */
static void share(rs_clauses *c, uint32_t index)
{
    rs_clause *k = &c->clause.at[index];
    if (k->verb == RS_NONE || k->verb + 1 >= c->phrase.n || k->first_object != RS_NONE) return;
    const rs_phrase *verb = &c->phrase.at[k->verb], *next = &c->phrase.at[k->verb + 1];
    const rs_reading *a = rs_phrase_reading(c, verb), *b = rs_phrase_reading(c, next);
    if (verb->kind != RS_PHRASE_VERB || next->kind != RS_PHRASE_VERB || verb->pronoun || !and_before(c, next)) return;
    if (!a || !b || rs_tense_of(a->feat) != rs_tense_of(b->feat) || rs_number_of(a->feat) != rs_number_of(b->feat))
        return;
    const rs_clause *last = &c->clause.at[next->clause];
    k->first_object = last->first_object, k->second_object = last->second_object;
    if (k->subject == RS_NONE) k->subject = last->subject;
}

static bool takes_accusative(uint8_t opener)
{
    return opener == RS_PARTICLE_THAT || opener == RS_PARTICLE_INNA || opener == RS_PARTICLE_YET ||
           opener == RS_PARTICLE_BECAUSE;
}

void clause_clauses(rs_clauses *c)
{
    builder b = {.c = c, .cur = RS_NONE, .last_noun = RS_NONE, .quote_parent = RS_NONE, .short_end = RS_NONE};
    rs_vec_clear(&c->clause);
    new_clause(&b, RS_CLAUSE_MAIN, RS_NONE, RS_NONE);
    for (uint32_t i = 0; i < c->phrase.n; i++) {
        rs_phrase *f = &c->phrase.at[i];
        if (f->kind == RS_PHRASE_OPENER) {
            on_opener(&b, i, f);
            cur(&b)->topic = rs_person_of(f->pronoun) == 3 ? f->pronoun : 0;
            cur(&b)->accusative = takes_accusative(f->opener);
        }
        if (f->kind == RS_PHRASE_VERB) on_verb(&b, i, f);
        if (f->kind == RS_PHRASE_NOUN) on_noun(&b, i, f);
        if (f->kind == RS_PHRASE_PUNCT) on_punct(&b, i, f);
        f->clause = b.cur;
    }
    for (uint32_t k = 0; k < c->clause.n; k++)
        if (c->clause.at[k].verb != RS_NONE) assign(c, k);
    for (uint32_t k = (uint32_t)c->clause.n; k-- > 0;) share(c, k);
}

void rs_clauses_read(rs_clauses *c, const rs_sentence *sentence)
{
    c->sentence = sentence;
    clause_phrases(c);
    clause_clauses(c);
}
