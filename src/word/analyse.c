/* SPDX-License-Identifier: MIT */
/* The readings of one word: every way to take proclitics off its front and a pronoun off its end that leaves a form
 * of the lexicon. Costs say how usual a reading is before any context: fewer clitics, the exact spelling, third
 * persons and actives come first. A word with no reading is guessed from its article and ending. */
#include "word/word.h"

typedef struct prefix {
    uint8_t letter[4], n, pro;
    int8_t cost;
} prefix;

#define P(cost, pro, ...)                                                                                              \
    {                                                                                                                  \
        {__VA_ARGS__}, (uint8_t)sizeof((uint8_t[]){__VA_ARGS__}), (pro), (cost)                                        \
    }

static const prefix prefixes[] = {
    {{0}, 0, 0, 0},
    P(0, RS_PRO_AL, RS_ALEF, RS_LAM),
    P(2, RS_PRO_W, RS_WAW),
    P(2, RS_PRO_W | RS_PRO_AL, RS_WAW, RS_ALEF, RS_LAM),
    P(3, RS_PRO_B, RS_BEH),
    P(2, RS_PRO_B | RS_PRO_AL, RS_BEH, RS_ALEF, RS_LAM),
    P(3, RS_PRO_L, RS_LAM),
    P(2, RS_PRO_L | RS_PRO_AL, RS_LAM, RS_LAM),
    P(3, RS_PRO_S, RS_SEEN),
    P(4, RS_PRO_F, RS_FEH),
    P(4, RS_PRO_F | RS_PRO_AL, RS_FEH, RS_ALEF, RS_LAM),
    P(7, RS_PRO_K, RS_KAF),
    P(4, RS_PRO_K | RS_PRO_AL, RS_KAF, RS_ALEF, RS_LAM),
    P(5, RS_PRO_W | RS_PRO_B, RS_WAW, RS_BEH),
    P(4, RS_PRO_W | RS_PRO_B | RS_PRO_AL, RS_WAW, RS_BEH, RS_ALEF, RS_LAM),
    P(5, RS_PRO_W | RS_PRO_L, RS_WAW, RS_LAM),
    P(4, RS_PRO_W | RS_PRO_L | RS_PRO_AL, RS_WAW, RS_LAM, RS_LAM),
    P(4, RS_PRO_W | RS_PRO_S, RS_WAW, RS_SEEN),
    P(6, RS_PRO_F | RS_PRO_S, RS_FEH, RS_SEEN),
    P(8, RS_PRO_F | RS_PRO_B, RS_FEH, RS_BEH),
    P(8, RS_PRO_F | RS_PRO_L, RS_FEH, RS_LAM),
    P(9, RS_PRO_W | RS_PRO_K, RS_WAW, RS_KAF),
};

#define PRONOUN(p, g, n) (RS_FEAT_PERSON(p) | RS_FEAT_GENDER(g) | RS_FEAT_NUMBER(n))

typedef struct suffix {
    uint8_t letter[3], n;
    int8_t cost;
    uint16_t pronoun;
} suffix;

static const suffix suffixes[] = {
    {{0}, 0, 0, 0},
    {{RS_HEH}, 1, 3, PRONOUN(3, RS_MASC, RS_SG)},
    {{RS_HEH, RS_ALEF}, 2, 2, PRONOUN(3, RS_FEM, RS_SG)},
    {{RS_HEH, RS_MEEM}, 2, 3, PRONOUN(3, RS_MASC, RS_PL)},
    {{RS_HEH, RS_MEEM, RS_ALEF}, 3, 3, PRONOUN(3, RS_MASC, RS_DUAL)},
    {{RS_HEH, RS_NOON}, 2, 5, PRONOUN(3, RS_FEM, RS_PL)},
    {{RS_NOON, RS_ALEF}, 2, 5, PRONOUN(1, 0, RS_PL)},
    {{RS_NOON, RS_YEH}, 2, 7, PRONOUN(1, 0, RS_SG)},
    {{RS_YEH}, 1, 8, PRONOUN(1, 0, RS_SG)},
    {{RS_KAF}, 1, 10, PRONOUN(2, RS_MASC, RS_SG)},
    {{RS_KAF, RS_MEEM}, 2, 8, PRONOUN(2, RS_MASC, RS_PL)},
};

/* How far the printed letters are from the lexicon's: a hamza left out is common, one in the wrong place is not. */
static int spelling_cost(const uint8_t *printed, const uint8_t *strict, size_t n, bool final)
{
    int cost = 0;
    for (size_t i = 0; i < n; i++) {
        uint8_t p = printed[i], s = strict[i];
        if (p == s) continue;
        bool last = final && i + 1 == n;
        if (!final && i + 1 == n && p == RS_YEH && s == RS_ALEF_MAKSURA) continue; /* إليه, عليها */
        if (p == RS_ALEF)
            cost += 1;
        else if (s == RS_ALEF)
            cost += 5;
        else if (last && ((p == RS_HEH && s == RS_TEH_MARBUTA) || (p == RS_TEH_MARBUTA && s == RS_HEH)))
            cost += p == RS_HEH ? 3 : 6;
        else if (last && (p == RS_ALEF_MAKSURA || s == RS_ALEF_MAKSURA))
            cost += 2;
        else
            cost += 7;
    }
    return cost;
}

/* Do the printed marks of a verb's stem, from letter AT, say that it is passive? The first letter has a damma (قُتل,
 * يُقتل), or the third of those that begin with an alif of union (اعتُقل, استُخدم). */
static bool marked_passive(const rs_word *w, size_t at)
{
    uint32_t damma = w->damma >> at;
    return (damma & 1) || (w->letter[at] == RS_ALEF && (damma >> 2 & 1));
}

static bool rare_verb(const rs_lexicon *lx, uint32_t participle)
{
    uint32_t verb = lx->lemma[participle].verb;
    return verb != RS_NONE && !lx->lemma[verb].n_tag;
}

static int feature_cost(const rs_lexicon *lx, const rs_image_analysis *a, const rs_word *w, size_t at)
{
    uint32_t f = a->feat;
    int cost = 0;
    switch (rs_pos_of(f)) {
    case RS_POS_VERB:
        if (rs_person_of(f) == 2) cost += 11;
        if (rs_person_of(f) == 1) cost += rs_number_of(f) == RS_SG ? 9 : 5;
        if (rs_tense_of(f) == RS_IMPERATIVE) cost += 12;
        if (rs_number_of(f) == RS_DUAL) cost += 4;
        if (rs_number_of(f) == RS_PL && rs_gender_of(f) == RS_FEM) cost += 7;
        if (!(f & RS_FEAT_INDICATIVE) && rs_tense_of(f) == RS_IMPERFECT) cost += 4;
        if (!lx->lemma[a->lemma].n_tag) cost += 2; /* a verb that no frame or table knows is rarer in the news */
        if (f & RS_FEAT_PASSIVE)
            cost += marked_passive(w, at) ? 0 : 5;
        else if (rs_tense_of(f) == RS_PERFECT && marked_passive(w, at))
            cost += 12;
        break;
    case RS_POS_NAME: cost += 6; break;
    case RS_POS_ADJ:
        if (f & RS_FEAT_PARTICIPLE) cost += rare_verb(lx, a->lemma) ? 4 : 3;
        if (rs_number_of(f) == RS_DUAL) cost += 1;
        /* "مضيفا", "نافيا", "داعيا": the participle that continues a sentence */
        if ((f & RS_FEAT_ACTIVE_PARTICIPLE) && (f & RS_FEAT_TANWIN) && lx->lemma[lx->lemma[a->lemma].verb].n_tag)
            cost -= rs_lexicon_tag(lx, lx->lemma[a->lemma].verb, RS_TAG_SPEECH) ? 4 : 3;
        if (f & RS_FEAT_ELATIVE) cost += 1;
        break;
    case RS_POS_NOUN:
        if (f & RS_FEAT_MASDAR) cost += 1;
        if (rs_number_of(f) == RS_DUAL) cost += 2;
        if ((f & RS_FEAT_CONSTRUCT) && rs_number_of(f) == RS_DUAL) cost += 3;
        break;
    case RS_POS_REL: cost += w->n_letter == 2 ? 3 : -4; break; /* من "who" is rarer than من "from" */
    case RS_POS_PREP:
        cost += rs_lexicon_tag(lx, a->lemma, RS_TAG_PREP)->a == RS_PREP_THROUGH ? -3 : -4;
        break; /* عبر is a verb as well */
    case RS_POS_PART:
    case RS_POS_DEM:
    case RS_POS_CONJ:
    case RS_POS_PRON: cost -= 4; break;
    default: break;
    }
    return cost;
}

static bool prefix_fits(uint8_t pro, uint32_t f)
{
    unsigned pos = rs_pos_of(f);
    bool nominal = pos == RS_POS_NOUN || pos == RS_POS_ADJ || pos == RS_POS_NUM;
    if (pro & RS_PRO_AL) {
        if (!nominal && pos != RS_POS_NAME) return false;
        if (f & (RS_FEAT_CONSTRUCT | RS_FEAT_INDEFINITE | RS_FEAT_TANWIN)) return false;
    }
    if (pro & RS_PRO_S) return pos == RS_POS_VERB && rs_tense_of(f) == RS_IMPERFECT && (f & RS_FEAT_INDICATIVE);
    if ((pro & RS_PRO_L) && pos == RS_POS_VERB) return rs_tense_of(f) == RS_IMPERFECT && (f & RS_FEAT_SUBJUNCTIVE);
    if (pro & RS_PRO_PREP) {
        if (pos == RS_POS_VERB || pos == RS_POS_PREP || pos == RS_POS_CONJ || pos == RS_POS_PRON) return false;
        if (f & RS_FEAT_NOMINATIVE) return false;
    }
    return true;
}

static bool suffix_fits(const suffix *s, uint8_t pro, uint32_t f)
{
    unsigned pos = rs_pos_of(f);
    if (!s->n) return !(f & RS_FEAT_CLITIC);
    if (f & (RS_FEAT_NO_CLITIC | RS_FEAT_TANWIN | RS_FEAT_INDEFINITE)) return false;
    if (pro & RS_PRO_AL) return false;
    bool me = rs_person_of(s->pronoun) == 1 && rs_number_of(s->pronoun) == RS_SG;
    switch (pos) {
    case RS_POS_VERB: return !me || s->n == 2;
    case RS_POS_NOUN:
    case RS_POS_ADJ:
    case RS_POS_PREP: return !me || s->n == 1;
    case RS_POS_PART:
    case RS_POS_ADV: return true;
    default: return false;
    }
}

static bool same_reading(const rs_reading *a, const rs_reading *b)
{
    return a->lemma == b->lemma && a->feat == b->feat && a->pronoun == b->pronoun && a->pro == b->pro &&
           a->n_pro == b->n_pro && a->n_end == b->n_end;
}

static void drop_reading(rs_word *w, size_t i)
{
    w->n_reading--;
    memmove(&w->reading[i], &w->reading[i + 1], (w->n_reading - i) * sizeof w->reading[i]);
}

/* The first reading with LEMMA; n_reading if none has it. */
static size_t first_of(const rs_word *w, uint32_t lemma)
{
    size_t i = 0;
    while (i < w->n_reading && w->reading[i].lemma != lemma) i++;
    return i;
}

/* A word that is full makes room for another lemma: the last reading whose lemma has a better one goes. */
static void make_room(rs_word *w, uint32_t lemma)
{
    if (w->n_reading < RS_MAX_READING || first_of(w, lemma) < w->n_reading) return;
    for (size_t i = w->n_reading; i-- > 0;)
        if (first_of(w, w->reading[i].lemma) < i) {
            drop_reading(w, i);
            return;
        }
}

/* Keep the best readings, in order; equal ones once. */
static void add_reading(rs_word *w, rs_reading r)
{
    for (size_t i = 0; i < w->n_reading; i++) {
        if (!same_reading(&w->reading[i], &r)) continue;
        if (w->reading[i].cost <= r.cost) return;
        drop_reading(w, i);
        break;
    }
    make_room(w, r.lemma);
    size_t at = w->n_reading;
    while (at && w->reading[at - 1].cost > r.cost) at--;
    if (at == RS_MAX_READING) return;
    size_t n = w->n_reading < RS_MAX_READING ? w->n_reading++ : RS_MAX_READING - 1;
    memmove(&w->reading[at + 1], &w->reading[at], (n - at) * sizeof r);
    w->reading[at] = r;
}

/* Has the form an analysis of one of the parts of speech in SET? */
static bool form_is(const rs_lexicon *lx, uint32_t form, uint32_t set)
{
    const rs_image_form *row = form == RS_NONE ? NULL : &lx->form[form];
    for (size_t i = 0; row && i < row->n_analysis; i++)
        if (set >> rs_pos_of(lx->analysis[row->analysis_at + i].feat) & 1) return true;
    return false;
}

#define POS(name) (1u << RS_POS_##name)

/* A word of the closed class may be written with a proclitic that is a part of it in the lexicon: لأن, ولا, بسبب. It is
 * one if what follows is of the closed class itself, or behind ب or ل of a preposition a noun, and the word is no noun,
 * verb or adverb as a whole (بعد is not ب and عد). كما has become one word. STEM are the N letters of FORM. */
static uint8_t inner_proclitic(const rs_lexicon *lx, uint32_t form, unsigned pos, const uint8_t *stem, size_t n)
{
    static const uint8_t proclitic[RS_LETTER_ARABIC_END] = {
        [RS_BEH] = RS_PRO_B, [RS_LAM] = RS_PRO_L, [RS_KAF] = RS_PRO_K, [RS_WAW] = RS_PRO_W};
    if (n < 3 || stem[0] >= RS_LETTER_ARABIC_END || !proclitic[stem[0]]) return 0;
    if (!((POS(PREP) | POS(PART) | POS(CONJ) | POS(DEM)) >> pos & 1)) return 0;
    uint8_t pro = proclitic[stem[0]];
    uint32_t rest = rs_lexicon_form(lx, stem + 1, n - 1), closed = POS(DEM);
    if (pro != RS_PRO_K) closed |= POS(PART) | POS(PREP);
    if (pos == RS_POS_PREP && (pro == RS_PRO_B || pro == RS_PRO_L) &&
        !form_is(lx, form, POS(NOUN) | POS(ADJ) | POS(VERB) | POS(ADV)))
        closed |= POS(NOUN);
    return form_is(lx, rest, closed) ? pro : 0;
}

/* KNOWN is taken off the cost of a lemma that some table knows. */
static void try_stem(const rs_lexicon *lx, rs_word *w, const uint8_t *folded, const prefix *p, const suffix *s,
                     int known)
{
    size_t n = (size_t)w->n_letter - p->n - s->n;
    uint32_t form = rs_lexicon_form(lx, folded + p->n, n);
    if (form == RS_NONE) return;
    const rs_image_form *row = &lx->form[form];
    for (size_t i = 0; i < row->n_analysis; i++) {
        const rs_image_analysis *a = &lx->analysis[row->analysis_at + i];
        if (!prefix_fits(p->pro, a->feat) || !suffix_fits(s, p->pro, a->feat)) continue;
        const uint8_t *strict = lx->letter + a->strict_at;
        int spelling = spelling_cost(w->letter + p->n, strict + 1, n, s->n == 0);
        /* a word of the closed class is seldom misspelt: كان is no كأن, علي no على */
        unsigned pos = rs_pos_of(a->feat);
        bool closed =
            pos == RS_POS_PART || pos == RS_POS_PREP || pos == RS_POS_REL || pos == RS_POS_DEM || pos == RS_POS_PRON;
        /* but ان, الى, او are often printed so; not كان for كأن */
        int initial = w->letter[p->n] == RS_ALEF && strict[1] != RS_ALEF && !(p->pro & RS_PRO_K);
        int cost = p->cost + s->cost + feature_cost(lx, a, w, p->n) + spelling + (closed && spelling > initial ? 5 : 0);
        if (known && lx->lemma[a->lemma].n_tag) cost -= known;
        /* an adjective takes no pronoun, unless it stands for a noun (أكبرهم, معتقلوها) */
        if (pos == RS_POS_ADJ && s->pronoun && !(a->feat & RS_FEAT_ELATIVE)) cost += 2;
        if (cost > 60) continue;
        uint8_t inner = p->pro & (uint8_t)~RS_PRO_AND ? 0 : inner_proclitic(lx, form, pos, folded + p->n, n);
        add_reading(w, (rs_reading){a->lemma, a->feat, s->pronoun, p->pro | inner, (uint8_t)(p->n + (inner != 0)), s->n,
                                    (int8_t)cost, 0, 0});
    }
}

/* للجنة: the ل of ل and of the article swallow that of the stem. Cheaper than لل + جنة only for words that some table
 * knows: so للقمة remains the summit, not the bite. */
static void try_swallowed(const rs_lexicon *lx, rs_word *w, const uint8_t *folded)
{
    static const prefix p = P(3, RS_PRO_L | RS_PRO_AL, RS_LAM),
                        wp = P(5, RS_PRO_W | RS_PRO_L | RS_PRO_AL, RS_WAW, RS_LAM);
    if (folded[0] == RS_LAM && folded[1] == RS_LAM) try_stem(lx, w, folded, &p, &suffixes[0], 2);
    if (folded[0] == RS_WAW && folded[1] == RS_LAM && folded[2] == RS_LAM)
        try_stem(lx, w, folded, &wp, &suffixes[0], 2);
}

static bool begins(const uint8_t *folded, size_t n, const prefix *p)
{
    return n > p->n && memcmp(folded, p->letter, p->n) == 0;
}

static bool ends(const uint8_t *folded, size_t n, const suffix *s)
{
    return n > s->n && memcmp(folded + n - s->n, s->letter, s->n) == 0;
}

/* Before a pronoun the folded ي stands for a printed ي only, so ى at the end of a stem is not looked for there. */
static void read_all(const rs_lexicon *lx, rs_word *w, const uint8_t *folded)
{
    for (size_t i = 0; i < RS_COUNT(prefixes); i++) {
        const prefix *p = &prefixes[i];
        if (!begins(folded, w->n_letter, p)) continue;
        for (size_t k = 0; k < RS_COUNT(suffixes); k++) {
            const suffix *s = &suffixes[k];
            size_t rest = (size_t)w->n_letter - p->n;
            if (rest <= s->n || !ends(folded + p->n, rest, s)) continue;
            uint8_t last = w->letter[w->n_letter - 1];
            if (s->n && (last == RS_TEH_MARBUTA || last == RS_ALEF_MAKSURA)) continue; /* no pronoun is written so */
            try_stem(lx, w, folded, p, s, 0);
        }
    }
    if (w->n_letter > 2) try_swallowed(lx, w, folded);
}

/* An unknown word: its article or preposition, and its ending, say the little there is to say. */
static void guess(rs_word *w, const uint8_t *folded)
{
    uint8_t pro = 0, n_pro = 0;
    for (size_t i = 1; i < RS_COUNT(prefixes); i++) {
        const prefix *p = &prefixes[i];
        if (!(p->pro & RS_PRO_AL) || !begins(folded, w->n_letter, p) || w->n_letter - p->n < 3) continue;
        if (p->n > n_pro) pro = p->pro, n_pro = p->n;
    }
    uint8_t last = w->letter[w->n_letter - 1], before = w->n_letter > 1 ? w->letter[w->n_letter - 2] : 0;
    bool feminine = last == RS_TEH_MARBUTA;
    bool nisba = (last == RS_YEH || (feminine && before == RS_YEH)) && w->n_letter > 4;
    uint32_t pos = w->latin || !(pro & RS_PRO_AL) ? RS_POS_NAME : nisba ? RS_POS_ADJ : RS_POS_NOUN;
    uint32_t feat = RS_FEAT_POS(pos) | RS_FEAT_NUMBER(RS_SG) | RS_FEAT_GENDER(feminine ? RS_FEM : RS_MASC);
    add_reading(w, (rs_reading){RS_NONE, feat, 0, pro, n_pro, 0, 20, 0, 0});
}

/* A word that is by itself the name of a place, nation or entity can be read as that, whatever else it may be. */
static void add_name(const rs_lexicon *lx, rs_word *w, const prefix *p, uint32_t form)
{
    const rs_image_node *node = &lx->node[lx->form[form].root_node];
    int cost = 99;
    for (size_t i = 0; i < node->n_tag; i++) {
        const rs_image_tag *t = &lx->tag[node->tag_at + i];
        bool name = t->kind == RS_TAG_PLACE || t->kind == RS_TAG_NATION || t->kind == RS_TAG_ENTITY;
        int own = t->b ? 7 : 1;
        if (name && own < cost) cost = own;
    }
    if (cost == 99) return;
    uint8_t pro = p->pro & (uint8_t)~RS_PRO_AL;
    add_reading(w, (rs_reading){RS_NONE, RS_FEAT_POS(RS_POS_NAME), 0, pro,
                                (uint8_t)(pro & RS_PRO_L && p->pro & RS_PRO_AL ? p->n - 1 : p->n), 0,
                                (int8_t)(cost + p->cost), 0, 0});
}

/* Forms from which a name may start. لل stands for ل and ال: the form is looked up with its alif. */
static void find_views(const rs_lexicon *lx, rs_word *w, const uint8_t *folded)
{
    w->form = rs_lexicon_form(lx, folded, w->n_letter);
    for (size_t i = 0; i < RS_COUNT(prefixes) && w->n_view < RS_MAX_VIEW; i++) {
        const prefix *p = &prefixes[i];
        if ((p->pro & RS_PRO_S) || !begins(folded, w->n_letter, p)) continue;
        bool swallowed = (p->pro & RS_PRO_AL) && (p->pro & RS_PRO_L);
        if ((p->pro & RS_PRO_AL) && !swallowed) continue;
        uint8_t stem[RS_MAX_LETTER + 2];
        size_t n = 0;
        if (swallowed) stem[n++] = RS_ALEF, stem[n++] = RS_LAM;
        memcpy(stem + n, folded + p->n, (size_t)w->n_letter - p->n);
        n += (size_t)w->n_letter - p->n;
        uint32_t form = rs_lexicon_form(lx, stem, n);
        if (form == RS_NONE || lx->form[form].root_node == RS_NONE) continue;
        w->view[w->n_view++] = (rs_view){form, (uint8_t)(p->pro & ~RS_PRO_AL)};
        add_name(lx, w, p, form);
    }
}

/* Is R a verbal noun of a verb that some table knows? */
static bool known_masdar(const rs_lexicon *lx, const rs_reading *r)
{
    if (r->lemma == RS_NONE || !(r->feat & RS_FEAT_MASDAR)) return false;
    uint32_t verb = lx->lemma[r->lemma].verb;
    return lx->lemma[r->lemma].n_tag || (verb != RS_NONE && lx->lemma[verb].n_tag);
}

/* وقف is the stopping before it is the endowment: of a verbal noun whose verb is known and a noun of the same letters
 * that is an act or abstract as well, or that no table knows, the verbal noun comes first. They change places, and with
 * them costs. */
static void prefer_masdar(const rs_lexicon *lx, rs_word *w)
{
    for (size_t i = 0; i < w->n_reading; i++) {
        rs_reading *m = &w->reading[i];
        for (size_t k = 0; k < i && known_masdar(lx, m); k++) {
            rs_reading *r = &w->reading[k];
            if (rs_pos_of(r->feat) != RS_POS_NOUN || r->feat & RS_FEAT_MASDAR || r->lemma == RS_NONE) continue;
            if (r->pro != m->pro || r->n_pro != m->n_pro || r->n_end != m->n_end) continue;
            if (rs_number_of(r->feat) != rs_number_of(m->feat) || r->cost + 1 < m->cost) continue;
            const rs_image_lemma *l = &lx->lemma[r->lemma];
            if (l->n_tag && l->cls != RS_NC_ACT && l->cls != RS_NC_ABSTRACT) continue;
            rs_reading noun = *r;
            *r = *m, *m = noun;
            m->cost = r->cost, r->cost = noun.cost;
            break;
        }
    }
}

void word_analyse(const rs_lexicon *lexicon, rs_word *w)
{
    uint8_t folded[RS_MAX_LETTER];
    rs_fold(w->letter, w->n_letter, folded);
    w->n_reading = w->n_view = 0;
    read_all(lexicon, w, folded);
    prefer_masdar(lexicon, w);
    find_views(lexicon, w, folded);
    if (!w->n_reading) guess(w, folded);
}
