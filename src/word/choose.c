/* SPDX-License-Identifier: MIT */
/* One reading per word, by its neighbours: the cheapest path through the readings of a sentence (Viterbi), where a step
 * costs what one kind of word after another is unlikely. The costs are written by hand from the grammar: a preposition
 * wants a noun, لم a jussive, الذي a verb, a construct noun its genitive, an adjective a noun that it agrees with. */
#include "word/word.h"

enum kind {
    START,
    VERB,
    NOUN,
    DEFINITE,
    ADJECTIVE,
    NAME,
    PREP,
    THAT,
    INNA,
    NOT_PAST,
    NOT_FUTURE,
    VERBAL,
    REL,
    DEM,
    NUMBER,
    OTHER,
    N_KIND
};

/* Costs of kind (column) after kind (row). */
static const int8_t step_cost[N_KIND][N_KIND] = {
    /*                START VERB NOUN DEF ADJ NAME PREP THAT INNA LAM LAN VBL REL DEM NUM OTHER */
    [START] = {0, -2, 0, 0, 5, 0, 0, 2, 0, 0, 0, 0, 4, 0, 0, 0},
    [VERB] = {0, 7, 0, -1, 2, 0, 0, 0, 0, 3, 3, 3, 4, 0, 0, 0},
    [NOUN] = {0, 4, 1, -1, 0, 0, 0, 0, 2, 2, 2, 2, 3, 0, 1, 0},
    [DEFINITE] = {0, 1, 1, 1, 0, 0, 0, 0, 2, 0, 0, 0, -1, 1, 2, 0},
    [ADJECTIVE] = {0, 2, 2, 2, 0, 1, 0, 0, 2, 0, 0, 0, 0, 1, 2, 0},
    [NAME] = {0, 0, 1, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 1, 1, 0},
    [PREP] = {0, 14, 0, -1, 3, 0, 8, 0, 6, 12, 12, 12, 2, 0, 0, 2},
    [THAT] = {0, -3, 1, 0, 4, 1, 2, 6, 6, 2, 0, 2, 4, 1, 1, 0},
    [INNA] = {0, 8, 0, -1, 4, 0, 0, 6, 6, 6, 6, 6, 4, 0, 0, 0},
    [NOT_PAST] = {0, -4, 15, 15, 15, 15, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12},
    [NOT_FUTURE] = {0, -4, 15, 15, 15, 15, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12},
    [VERBAL] = {0, -4, 12, 12, 12, 12, 10, 10, 10, 4, 4, 4, 10, 10, 10, 6},
    [REL] = {0, -4, 4, 4, 6, 4, 1, 4, 4, 0, 0, 0, 10, 4, 4, 0},
    [DEM] = {0, 5, 5, -4, 5, 4, 3, 4, 4, 4, 4, 4, 1, 6, 4, 2},
    [NUMBER] = {0, 6, -1, 0, 2, 2, 0, 2, 4, 4, 4, 4, 4, 4, 0, 0},
    [OTHER] = {0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
};

static enum kind particle_kind(const rs_lexicon *lx, const rs_reading *r)
{
    const rs_image_tag *t = r->lemma == RS_NONE ? NULL : rs_lexicon_tag(lx, r->lemma, RS_TAG_PARTICLE);
    if (!t) return OTHER;
    switch (t->a) {
    case RS_PARTICLE_THAT: return THAT;
    case RS_PARTICLE_INNA: return INNA;
    case RS_PARTICLE_NOT_PAST: return NOT_PAST;
    case RS_PARTICLE_NOT_FUTURE: return NOT_FUTURE;
    case RS_PARTICLE_WILL:
    case RS_PARTICLE_ALREADY: return VERBAL;
    default: return OTHER;
    }
}

/* The kind of a reading is found once, when its word is first met, and kept in the bits of its features that the
 * lexicon leaves free. */
enum { KIND_SHIFT = 28 };
_Static_assert(N_KIND <= 16, "a kind has four bits");

static enum kind kind_of(const rs_reading *r) { return (enum kind)(r->feat >> KIND_SHIFT); }

static enum kind find_kind(const rs_lexicon *lx, const rs_reading *r)
{
    switch (rs_pos_of(r->feat)) {
    case RS_POS_VERB: return VERB;
    case RS_POS_NOUN: return (r->pro & RS_PRO_AL) || r->pronoun ? DEFINITE : NOUN;
    case RS_POS_ADJ: return ADJECTIVE;
    case RS_POS_NAME: return NAME;
    case RS_POS_PREP: return r->pronoun ? OTHER : PREP;
    case RS_POS_PART: return particle_kind(lx, r);
    case RS_POS_REL: return REL;
    case RS_POS_DEM: return DEM;
    case RS_POS_NUM: return NUMBER;
    default: return OTHER;
    }
}

void word_set_kinds(const rs_lexicon *lexicon, rs_word *w)
{
    for (size_t i = 0; i < w->n_reading; i++)
        w->reading[i].feat |= (uint32_t)find_kind(lexicon, &w->reading[i]) << KIND_SHIFT;
}

static bool nominal(enum kind kind) { return kind == NOUN || kind == DEFINITE || kind == ADJECTIVE; }

/* An adjective after a nominal. EARLIER: it agrees with a noun before that one ("رئيس الوزراء العراقي"). */
static int adjective_cost(enum kind before, const rs_reading *a, const rs_reading *b, bool earlier)
{
    bool def_a = (a->pro & RS_PRO_AL) || a->pronoun, def_b = b->pro & RS_PRO_AL;
    int cost = rs_gender_of(a->feat) == rs_gender_of(b->feat) ? -1 : 0;
    if (def_a && def_b) return cost + (rs_agree(a->feat, b->feat) || earlier ? -3 : 4);
    if (def_a != def_b) cost += b->feat & RS_FEAT_TANWIN || before == NOUN ? 1 : 3;
    return cost;
}

/* What stands before two neighbours. */
typedef struct context {
    bool agrees;        /* a noun that the second, an adjective, agrees with */
    bool after_subject; /* a definite noun right before the first, which may be the subject of a verb there */
} context;

/* What two neighbours say of each other beyond their kinds. */
static int pair_cost(enum kind before, const rs_reading *a, enum kind kind, const rs_reading *b, context c)
{
    int cost = 0;
    if (kind == ADJECTIVE && nominal(before)) cost += adjective_cost(before, a, b, c.agrees);
    if (before == NOUN && (a->feat & RS_FEAT_CONSTRUCT) && kind != DEFINITE && kind != NOUN && kind != NAME &&
        kind != DEM)
        cost += 6;
    if (before == NOUN && (a->feat & RS_FEAT_TANWIN) && (kind == DEFINITE || kind == NAME)) cost += 1;
    if (before == NOT_PAST && kind == VERB && !(b->feat & RS_FEAT_SUBJUNCTIVE)) cost += 8;
    if (before == NOT_FUTURE && kind == VERB && !(b->feat & RS_FEAT_SUBJUNCTIVE)) cost += 8;
    if (before == THAT && kind == VERB && rs_tense_of(b->feat) == RS_PERFECT) cost += 4;
    if (before == PREP && (b->feat & RS_FEAT_NOMINATIVE)) cost += 8;
    bool third = before == VERB && rs_person_of(a->feat) == 3 && rs_number_of(a->feat) == RS_SG && !a->pronoun &&
                 !c.after_subject;
    if (third && (kind == DEFINITE || kind == NOUN) && rs_number_of(b->feat) == RS_SG && rs_gender_of(b->feat) &&
        !(b->feat & RS_FEAT_TANWIN) && !(b->pro & RS_PRO_PREP))
        cost += rs_gender_of(a->feat) == rs_gender_of(b->feat) ? -1 : 2;
    if (third && kind == NAME && rs_gender_of(b->feat) == RS_MASC) cost += rs_gender_of(a->feat) == RS_MASC ? -1 : 1;
    if ((b->pro & RS_PRO_AND) && cost > 0) cost = 0;
    return cost;
}

enum { MAX_PATH = 400 };

typedef struct path {
    int cost[RS_MAX_READING];
    uint8_t from[MAX_PATH][RS_MAX_READING];
} path;

/* Does the adjective agree with a noun that stands before the word right before it? */
static bool agrees_earlier(const rs_words *words, const rs_token *token, size_t k, const rs_reading *adjective)
{
    for (size_t back = 2; back <= 3 && back <= k; back++) {
        const rs_word *w = rs_token_word(words, token - back);
        for (size_t i = 0; i < w->n_reading; i++)
            if (rs_pos_of(w->reading[i].feat) == RS_POS_NOUN && rs_agree(w->reading[i].feat, adjective->feat))
                return true;
    }
    return false;
}

static bool subject_before(const rs_words *words, const rs_token *token, size_t k)
{
    if (k < 2) return false;
    const rs_word *w = rs_token_word(words, token - 2);
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[i];
        enum kind kind = kind_of(r);
        bool definite = kind == DEFINITE || kind == NAME || (kind == ADJECTIVE && (r->pro & RS_PRO_AL));
        if (definite && !(r->pro & RS_PRO_PREP)) return true;
    }
    return false;
}

static void advance(rs_words *words, path *p, size_t k, const rs_token *before, const rs_token *token)
{
    const rs_word *w = rs_token_word(words, token), *v = before ? rs_token_word(words, before) : NULL;
    int best[RS_MAX_READING];
    context c = {.after_subject = subject_before(words, token, k)};
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[i];
        enum kind kind = kind_of(r);
        /* a conjunction before the word loosens the tie to what precedes */
        bool loose = (r->pro & RS_PRO_AND) != 0;
        c.agrees = kind == ADJECTIVE && (r->pro & RS_PRO_AL) && agrees_earlier(words, token, k, r);
        best[i] = 1 << 20;
        for (size_t j = 0; j < (v ? v->n_reading : 1); j++) {
            const rs_reading *a = v ? &v->reading[j] : NULL;
            enum kind prior = v ? kind_of(a) : START;
            if (r->pro & RS_PRO_PREP) prior = kind == VERB ? prior : prior == PREP ? PREP : OTHER;
            int step = step_cost[loose && prior != PREP ? OTHER : prior][kind];
            int cost = p->cost[j] + step + (a ? pair_cost(prior, a, kind, r, c) : 0);
            if (cost < best[i]) best[i] = cost, p->from[k][i] = (uint8_t)j;
        }
        best[i] += r->cost;
        if (!before && loose && kind == VERB) /* the news begins its sentences with "and" and tells what was */
            best[i] -= rs_tense_of(r->feat) == RS_PERFECT ? 4 : 3;
    }
    memcpy(p->cost, best, w->n_reading * sizeof *best);
}

/* The words between two punctuation marks, or MAX_PATH of them at the most. */
static size_t choose_run(rs_words *words, rs_token *token, size_t n)
{
    path p = {.cost = {0}};
    size_t k = 0;
    for (; k < n && k < MAX_PATH && token[k].kind == RS_TOKEN_WORD; k++)
        advance(words, &p, k, k ? &token[k - 1] : NULL, &token[k]);
    if (!k) return 0;
    const rs_word *w = rs_token_word(words, &token[k - 1]);
    size_t best = 0;
    for (size_t i = 1; i < w->n_reading; i++)
        if (p.cost[i] < p.cost[best]) best = i;
    for (size_t i = k; i-- > 0; best = p.from[i][best]) token[i].chosen = (uint8_t)best;
    return k;
}

/* The best nominal reading of a word without proclitics; its index, or n_reading if there is none. */
static size_t nominal_reading(const rs_word *w)
{
    size_t i = 0;
    for (; i < w->n_reading; i++) {
        unsigned pos = rs_pos_of(w->reading[i].feat);
        if (pos == RS_POS_NOUN && !(w->reading[i].pro & RS_PRO_AND) && rs_number_of(w->reading[i].feat) != RS_DUAL)
            break;
    }
    return i;
}

static bool auxiliary(const rs_words *words, const rs_reading *r)
{
    if (r->lemma == RS_NONE) return false;
    const rs_image_tag *op = rs_lexicon_tag(words->lexicon, r->lemma, RS_TAG_OPERATOR),
                       *light = rs_lexicon_tag(words->lexicon, r->lemma, RS_TAG_LIGHT);
    return op || (light && light->a == RS_LIGHT_OCCUR) || words->lexicon->lemma[r->lemma].n_tag == 0;
}

/* A second perfect verb without a conjunction, right after the definite subject of a first, is the verbal noun: "أعلن
 * ترامب سحب القوات". */
static void repair_run(rs_words *words, rs_token *token, size_t n)
{
    const rs_reading *verb = NULL;
    for (size_t i = 0; i < n; i++) {
        const rs_word *w = rs_token_word(words, &token[i]);
        const rs_reading *r = &w->reading[token[i].chosen];
        enum kind kind = kind_of(r);
        if (kind == REL || kind == THAT || kind == INNA || (r->pro & RS_PRO_AND)) verb = NULL;
        if (kind != VERB) continue;
        const rs_reading *before = i ? &rs_token_word(words, &token[i - 1])->reading[token[i - 1].chosen] : NULL;
        enum kind prior = before ? kind_of(before) : START;
        bool after_subject = prior == DEFINITE || prior == NAME || (prior == ADJECTIVE && (before->pro & RS_PRO_AL));
        size_t noun = nominal_reading(w);
        if (verb && after_subject && rs_tense_of(r->feat) == RS_PERFECT && noun < w->n_reading &&
            !auxiliary(words, verb))
            token[i].chosen = (uint8_t)noun;
        else
            verb = r;
    }
}

void rs_words_choose(rs_words *words, const rs_sentence *sentence)
{
    rs_token *token = words->token.at + sentence->first;
    for (size_t i = 0; i < sentence->n;) {
        size_t k = choose_run(words, token + i, sentence->n - i);
        repair_run(words, token + i, k);
        i += k ? k : 1;
    }
}

const rs_image_tag *rs_token_tag(const rs_words *words, const rs_token *token, enum rs_tag kind)
{
    const rs_reading *r = rs_token_reading(words, token);
    return r && r->lemma != RS_NONE ? rs_lexicon_tag(words->lexicon, r->lemma, kind) : NULL;
}

const rs_image_tag *rs_token_any_tag(const rs_words *words, const rs_token *token, enum rs_tag kind)
{
    const rs_image_tag *tag = rs_token_tag(words, token, kind);
    if (tag || token->kind != RS_TOKEN_WORD) return tag;
    const rs_word *w = rs_token_word(words, token);
    unsigned chosen = rs_pos_of(w->reading[token->chosen].feat);
    if (chosen == RS_POS_VERB || chosen == RS_POS_PREP || chosen == RS_POS_PART) return NULL;
    for (size_t i = 0; i < w->n_reading && !tag; i++) {
        unsigned pos = rs_pos_of(w->reading[i].feat);
        bool nominal = pos == RS_POS_NOUN || pos == RS_POS_ADJ || pos == RS_POS_NUM;
        if (nominal && w->reading[i].lemma != RS_NONE) tag = rs_lexicon_tag(words->lexicon, w->reading[i].lemma, kind);
    }
    return tag;
}
