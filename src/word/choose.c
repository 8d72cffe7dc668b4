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
    BESIDE,  /* a preposition that is a noun by origin, which may follow another: بين, خلال */
    WHEN,    /* opens a clause that mostly begins with its verb: حيث, عندما, إذا */
    MEASURE, /* what governs a noun without being one here: كل, بعض, غير */
    N_KIND
};

/* Costs of kind (column) after kind (row). */
static const int8_t step_cost[N_KIND][N_KIND] = {
    /*                START VERB NOUN DEF ADJ NAME PREP THAT INNA LAM LAN VBL REL DEM NUM OTHER BESIDE WHEN MEASURE */
    [START] = {0, -2, 0, 0, 5, 0, 0, 2, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0},
    [VERB] = {0, 7, 0, -1, 2, 0, 0, 0, 0, 3, 3, 3, 4, 0, 0, 0, 0, 0, 0},
    [NOUN] = {0, 4, 1, -1, 0, 0, 0, 0, 2, 2, 2, 2, 3, 0, 1, 0, 0, 0, 0},
    [DEFINITE] = {0, 1, 1, 1, 0, 0, 0, 0, 2, 0, 0, 0, -1, 1, 2, 0, 0, 0, 0},
    [ADJECTIVE] = {0, 2, 2, 2, 0, 1, 0, 0, 2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0},
    [NAME] = {0, 0, 1, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0},
    [PREP] = {0, 14, 0, -1, 3, 0, 8, 0, 6, 12, 12, 12, 2, 0, 0, 2, 0, 2, 0},
    [THAT] = {0, -3, 1, 0, 4, 1, 2, 6, 6, 2, 0, 2, 4, 1, 1, 0, 2, 0, 0},
    [INNA] = {0, 8, 0, -1, 4, 0, 0, 6, 6, 6, 6, 6, 4, 0, 0, 0, 0, 0, 0},
    [NOT_PAST] = {0, -4, 15, 15, 15, 15, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12},
    [NOT_FUTURE] = {0, -4, 15, 15, 15, 15, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12},
    [VERBAL] = {0, -4, 12, 12, 12, 12, 10, 10, 10, 4, 4, 4, 10, 10, 10, 6, 10, 6, 6},
    [REL] = {0, -4, 4, 4, 6, 4, 1, 4, 4, 0, 0, 0, 10, 4, 4, 0, 1, 0, 0},
    [DEM] = {0, 5, 5, -4, 5, 4, 3, 4, 4, 4, 4, 4, 1, 6, 4, 2, 3, 2, 2},
    [NUMBER] = {0, 6, -1, 0, 2, 2, 0, 2, 4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0},
    [OTHER] = {0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
    [BESIDE] = {0, 14, 0, -1, 3, 0, 8, 0, 6, 12, 12, 12, 2, 0, 0, 2, 8, 2, 0},
    [MEASURE] = {0, 8, -1, -1, 0, 0, 1, 4, 4, 6, 6, 6, 0, 0, 0, 1, 1, 1, 2},
    [WHEN] = {0, -2, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
};

static enum kind particle_kind(const rs_lexicon *lx, const rs_reading *r)
{
    const rs_image_tag *t = r->lemma == RS_NONE ? NULL : rs_lexicon_tag(lx, r->lemma, RS_TAG_PARTICLE);
    if (!t) return OTHER;
    switch (t->a) {
    case RS_PARTICLE_THAT: return THAT;
    case RS_PARTICLE_INNA: return r->pronoun ? OTHER : INNA; /* إنه is followed by anything */
    case RS_PARTICLE_NOT_PAST: return NOT_PAST;
    case RS_PARTICLE_NOT_FUTURE: return NOT_FUTURE;
    case RS_PARTICLE_WILL:
    case RS_PARTICLE_ALREADY: return VERBAL;
    case RS_PARTICLE_WHEN:
    case RS_PARTICLE_WHERE:
    case RS_PARTICLE_IF:
    case RS_PARTICLE_AFTER:
    case RS_PARTICLE_BEFORE:
    case RS_PARTICLE_AS:
    case RS_PARTICLE_IN_ORDER: return WHEN;
    case RS_PARTICLE_UN:
    case RS_PARTICLE_ALL:
    case RS_PARTICLE_SOME:
    case RS_PARTICLE_ANY:
    case RS_PARTICLE_SAME: return r->pronoun || r->feat & RS_FEAT_TANWIN ? OTHER : MEASURE;
    default: return OTHER;
    }
}

/* Found once, when the word is first met. */
static enum kind kind_of(const rs_reading *r) { return (enum kind)r->kind; }

/* حتى is before verbs as well. */
static enum kind prep_kind(const rs_lexicon *lx, const rs_word *w, const rs_reading *r)
{
    const rs_image_tag *t = rs_lexicon_tag(lx, r->lemma, RS_TAG_PREP);
    if (r->pronoun || !t) return OTHER;
    switch ((enum rs_prep)t->a) {
    case RS_PREP_UNTIL: return OTHER;
    case RS_PREP_FI: return w->n_letter - r->n_pro == 2 ? PREP : BESIDE; /* في; داخل, وسط */
    case RS_PREP_BI:
    case RS_PREP_LI:
    case RS_PREP_KA:
    case RS_PREP_MIN:
    case RS_PREP_ILA:
    case RS_PREP_ALA:
    case RS_PREP_AN:
    case RS_PREP_SINCE: return PREP;
    default: return BESIDE;
    }
}

static enum kind find_kind(const rs_lexicon *lx, const rs_word *w, const rs_reading *r)
{
    switch (rs_pos_of(r->feat)) {
    case RS_POS_VERB: return VERB;
    case RS_POS_NOUN: return (r->pro & RS_PRO_AL) || r->pronoun ? DEFINITE : NOUN;
    case RS_POS_ADJ:
        /* "أهم الشعراء": an elative without article stands before what it qualifies, like a noun */
        if (r->feat & RS_FEAT_ELATIVE && !(r->pro & RS_PRO_AL)) return r->pronoun ? DEFINITE : NOUN;
        return ADJECTIVE;
    case RS_POS_NAME: return NAME;
    case RS_POS_PREP: return prep_kind(lx, w, r);
    case RS_POS_ADV:
    case RS_POS_PART: return particle_kind(lx, r);
    case RS_POS_REL: return REL;
    case RS_POS_DEM: return DEM;
    case RS_POS_NUM: return NUMBER;
    default: return OTHER;
    }
}

/* The bit of an adjective's number and gender in rs_word.qualified. */
static unsigned agreement(uint32_t feat) { return rs_number_of(feat) << 2 | rs_gender_of(feat); }

static unsigned agreeing(uint32_t noun)
{
    unsigned set = 0;
    for (uint32_t bits = 0; bits < 16; bits++) {
        uint32_t adjective = RS_FEAT_NUMBER(bits >> 2) | RS_FEAT_GENDER(bits & 3);
        if (rs_agree(noun, adjective)) set |= 1u << bits;
    }
    return set;
}

/* A verb that tells of no act of its own, so that another may follow it. */
static bool auxiliary(const rs_lexicon *lx, const rs_reading *r)
{
    if (r->lemma == RS_NONE || rs_pos_of(r->feat) != RS_POS_VERB) return false;
    const rs_image_tag *op = rs_lexicon_tag(lx, r->lemma, RS_TAG_OPERATOR),
                       *light = rs_lexicon_tag(lx, r->lemma, RS_TAG_LIGHT);
    return op || (light && light->a == RS_LIGHT_OCCUR) || lx->lemma[r->lemma].n_tag == 0;
}

/* بن, آل, أبو: a name follows. */
static bool joins_names(const rs_lexicon *lx, const rs_reading *r)
{
    if (r->lemma == RS_NONE || rs_pos_of(r->feat) != RS_POS_NAME) return false;
    const rs_image_tag *t = rs_lexicon_tag(lx, r->lemma, RS_TAG_FIRSTNAME);
    return t && t->a == 3;
}

/* Are two readings of one word of different classes (verb, nominal, particle), or cut in different places? */
static bool differ(const rs_reading *a, const rs_reading *b)
{
    enum { PARTICLE_CLASS, VERB_CLASS, NOMINAL_CLASS };
    static const uint8_t class_of[N_KIND] = {
        [VERB] = VERB_CLASS,         [NOUN] = NOMINAL_CLASS, [DEFINITE] = NOMINAL_CLASS,
        [ADJECTIVE] = NOMINAL_CLASS, [NAME] = NOMINAL_CLASS, [NUMBER] = NOMINAL_CLASS};
    return class_of[a->kind] != class_of[b->kind] || a->n_pro != b->n_pro || a->n_end != b->n_end;
}

/* A reading that is dearer than the first by more than this is not weighed: steps seldom make up for it. */
enum { FAR = 14 };

void word_prepare(const rs_lexicon *lexicon, rs_word *w)
{
    unsigned qualified = 0;
    w->settled = 1;
    for (size_t i = 0; i < w->n_reading; i++) {
        rs_reading *r = &w->reading[i];
        enum kind kind = find_kind(lexicon, w, r);
        r->kind = (uint8_t)kind;
        r->auxiliary = auxiliary(lexicon, r) || joins_names(lexicon, r);
        if (rs_pos_of(r->feat) == RS_POS_NOUN) qualified |= agreeing(r->feat);
        bool definite = kind == DEFINITE || kind == NAME || (kind == ADJECTIVE && (r->pro & RS_PRO_AL));
        if (definite && !(r->pro & RS_PRO_PREP)) w->subject = 1;
    }
    w->qualified = (uint16_t)qualified;
    for (w->n_near = 1; w->n_near < w->n_reading; w->n_near++)
        if (w->reading[w->n_near].cost > w->reading[0].cost + FAR) break;
    for (size_t i = 0; i < w->n_near; i++)
        if (differ(&w->reading[i], &w->reading[0])) w->settled = 0;
}

static bool nominal(enum kind kind) { return kind == NOUN || kind == DEFINITE || kind == ADJECTIVE; }

/* An adjective after a nominal. EARLIER: it agrees with a noun before that one ("رئيس الوزراء العراقي"). */
static int adjective_cost(enum kind before, const rs_reading *a, const rs_reading *b, bool earlier)
{
    bool def_a = (a->pro & RS_PRO_AL) || a->pronoun, def_b = b->pro & RS_PRO_AL;
    int cost = rs_gender_of(a->feat) == rs_gender_of(b->feat) ? -1 : 0;
    bool agree = rs_agree(a->feat, b->feat) || earlier;
    if (def_a && def_b) return cost + (agree ? -3 : 4);
    if (!def_a && !def_b && !agree) cost += 3;
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
    if (before == VERB && kind == VERB && a->auxiliary && !(b->pro & RS_PRO_AND) &&
        rs_tense_of(b->feat) == RS_IMPERFECT && (b->feat & RS_FEAT_INDICATIVE))
        cost -= 6;                                                                /* كان يجيد */
    if (before == NOUN && kind == NOUN && (a->feat & RS_FEAT_ELATIVE)) cost -= 3; /* أكبر دولة */
    if (before == NAME && a->auxiliary && kind == VERB) cost += 8;
    if (before == THAT && kind == VERB && rs_tense_of(b->feat) == RS_PERFECT) cost += 4;
    if ((before == PREP || before == BESIDE) && (b->feat & RS_FEAT_NOMINATIVE)) cost += 8;
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
    int cost[MAX_PATH][RS_MAX_READING]; /* of the cheapest way to each reading */
    uint8_t from[MAX_PATH][RS_MAX_READING];
} path;

/* Which kinds a pair_cost other than 0 can follow, by the kind before. */
#define TO(kind) (1u << (kind))
_Static_assert(N_KIND <= 32, "a set of kinds has 32 bits");
static const uint32_t has_pair_cost[N_KIND] = {
    [VERB] = TO(VERB) | TO(DEFINITE) | TO(NOUN) | TO(NAME),
    [NAME] = TO(VERB),
    [NOUN] = ~0u,
    [DEFINITE] = TO(ADJECTIVE),
    [ADJECTIVE] = TO(ADJECTIVE),
    [PREP] = ~0u,
    [BESIDE] = ~0u,
    [THAT] = TO(VERB),
    [NOT_PAST] = TO(VERB),
    [NOT_FUTURE] = TO(VERB),
};

/* What reading R costs after A. */
static inline int step(const rs_reading *a, const rs_reading *r, context c)
{
    enum kind kind = kind_of(r), prior = kind_of(a);
    bool after_prep = prior == PREP || prior == BESIDE;
    if ((r->pro & RS_PRO_PREP) && kind != VERB) prior = after_prep ? PREP : OTHER;
    /* a conjunction before the word loosens the tie to what precedes */
    enum kind row = (r->pro & RS_PRO_AND) && !after_prep ? OTHER : prior;
    int cost = step_cost[row][kind];
    return has_pair_cost[prior] >> kind & 1 ? cost + pair_cost(prior, a, kind, r, c) : cost;
}

/* The first word of a run, after a token of kind PRIOR. */
static void start(const rs_word *w, enum kind prior, path *p)
{
    for (size_t i = 0; i < w->n_near; i++) {
        const rs_reading *r = &w->reading[i];
        enum kind kind = kind_of(r);
        bool loose = r->pro & RS_PRO_AND, prep = (r->pro & RS_PRO_PREP) && kind != VERB;
        bool circumstance = (r->feat & RS_FEAT_ACTIVE_PARTICIPLE) && (r->feat & RS_FEAT_TANWIN); /* "، مشيرا إلى" */
        p->cost[0][i] = r->cost + step_cost[loose || prep ? OTHER : prior][circumstance ? NOUN : kind];
        if (loose && kind == VERB) /* the news begins its sentences with "and" and tells what was */
            p->cost[0][i] -= rs_tense_of(r->feat) == RS_PERFECT ? 4 : 3;
    }
}

/* What stands before word K - 1 of a run that begins at TOKEN; *qualified: the adjectives that it agrees with. */
static context context_of(const rs_words *words, const rs_token *token, size_t k, unsigned *qualified)
{
    const rs_word *two = k > 1 ? rs_token_word(words, &token[k - 2]) : NULL,
                  *three = k > 2 ? rs_token_word(words, &token[k - 3]) : NULL;
    *qualified = (two ? two->qualified : 0u) | (three ? three->qualified : 0u);
    return (context){.after_subject = two && two->subject};
}

/* The cheapest way to each reading of word K. */
static void advance(const rs_words *words, path *p, const rs_token *token, size_t k)
{
    const rs_word *w = rs_token_word(words, &token[k]), *v = rs_token_word(words, &token[k - 1]);
    unsigned qualified;
    context c = context_of(words, token, k, &qualified);
    for (size_t i = 0; i < w->n_near; i++) {
        const rs_reading *r = &w->reading[i];
        int best = 1 << 20;
        c.agrees = qualified >> agreement(r->feat) & 1;
        for (size_t j = 0; j < v->n_near; j++) {
            int cost = p->cost[k - 1][j] + step(&v->reading[j], r, c);
            if (cost < best) best = cost, p->from[k][i] = (uint8_t)j;
        }
        p->cost[k][i] = best + r->cost;
    }
}

/* How much dearer the best way through another reading of word K is, of those that differ from the chosen one. Only
 * what precedes and the chosen reading of the next word count: what an error here would do farther on is not looked
 * into. */
static int margin(const rs_words *words, const path *p, const rs_token *token, size_t k, const rs_reading *next)
{
    const rs_word *w = rs_token_word(words, &token[k]);
    const rs_reading *chosen = &w->reading[token[k].chosen];
    unsigned qualified;
    context c = context_of(words, token, k + 1, &qualified);
    c.agrees = next && (qualified >> agreement(next->feat) & 1);
    int own = 0, other = 1 << 20;
    for (size_t i = 0; i < w->n_near; i++) {
        const rs_reading *r = &w->reading[i];
        if (r != chosen && !differ(r, chosen)) continue;
        int cost = p->cost[k][i] + (next ? step(r, next, c) : 0);
        if (r == chosen)
            own = cost;
        else if (cost < other)
            other = cost;
    }
    return other - own;
}

/* What percent of words were right, on annotated news, whose best other reading was dearer by 0, 1, 2 ...; then of
 * those that can be read in one way only, of words that no entry has, and of those that were corrected after the
 * choice. */
static const uint8_t right_by_margin[] = {74, 87, 87, 88, 91, 94, 97, 97, 97, 98, 98, 99};
enum { RIGHT_SETTLED = 99, RIGHT_GUESSED = 92, RIGHT_REPAIRED = 75 };

static uint8_t confidence(const rs_words *words, const path *p, const rs_token *token, size_t k, const rs_reading *next)
{
    const rs_word *w = rs_token_word(words, &token[k]);
    if (w->settled) return (w->reading[0].lemma == RS_NONE && w->form == RS_NONE) ? RIGHT_GUESSED : RIGHT_SETTLED;
    int m = margin(words, p, token, k, next), last = (int)RS_COUNT(right_by_margin) - 1;
    return right_by_margin[m < 0 ? 0 : m > last ? last : m];
}

/* The words between two punctuation marks, or MAX_PATH of them at the most. */
static size_t choose_run(const rs_words *words, rs_token *token, size_t n, enum kind prior)
{
    path p;
    size_t k = 0;
    if (!n || token[0].kind != RS_TOKEN_WORD) return 0;
    start(rs_token_word(words, &token[0]), prior, &p);
    for (k = 1; k < n && k < MAX_PATH && token[k].kind == RS_TOKEN_WORD; k++) advance(words, &p, token, k);
    const rs_word *w = rs_token_word(words, &token[k - 1]);
    size_t best = 0;
    for (size_t i = 1; i < w->n_near; i++)
        if (p.cost[k - 1][i] < p.cost[k - 1][best]) best = i;
    const rs_reading *next = NULL;
    for (size_t i = k; i-- > 0;) {
        token[i].chosen = (uint8_t)best;
        token[i].confidence = confidence(words, &p, token, i, next);
        next = &rs_token_word(words, &token[i])->reading[best];
        if (i) best = p.from[i][best];
    }
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
        if (verb && after_subject && rs_tense_of(r->feat) == RS_PERFECT && noun < w->n_reading && !verb->auxiliary)
            token[i].chosen = (uint8_t)noun, token[i].confidence = RIGHT_REPAIRED;
        else
            verb = r;
    }
}

/* What a number or mark is to the word after it. */
static enum kind kind_of_token(const rs_token *t)
{
    if (t->kind == RS_TOKEN_NUMBER) return NUMBER;
    return START;
}

void rs_words_choose(rs_words *words, const rs_sentence *sentence)
{
    rs_token *token = words->token.at + sentence->first;
    for (size_t i = 0; i < sentence->n;) {
        size_t k = choose_run(words, token + i, sentence->n - i, i ? kind_of_token(&token[i - 1]) : START);
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
