/* SPDX-License-Identifier: MIT */
/* Phrases, left to right. A noun phrase takes: a preposition, a number or quantity, a head, adjectives, and the
 * genitives of a head that can govern one, names in apposition to a title, and what a title is completed by (باسم
 * الجيش). A head that is an act keeps its genitive out, as a phrase of its own, because that is a party to the act.
 * Definite after definite is a new phrase: that is how subject and object part. */
#include "clause/clause.h"

typedef struct parser {
    rs_clauses *c;
    const rs_words *words;
    const rs_names *names;
    const rs_token *token; /* of the document */
    uint32_t at, end;
} parser;

static const rs_reading *reading(const parser *p, uint32_t i) { return rs_token_reading(p->words, &p->token[i]); }

static unsigned pos_at(const parser *p, uint32_t i)
{
    return i < p->end ? rs_token_pos(p->words, &p->token[i]) : RS_POS_NONE;
}

static const rs_mention *mention_at(const parser *p, uint32_t i)
{
    return i < p->end ? rs_mention_of(p->names, i) : NULL;
}

static const rs_image_tag *tag_at(const parser *p, uint32_t i, enum rs_tag kind)
{
    return i < p->end ? rs_token_tag(p->words, &p->token[i], kind) : NULL;
}

static bool named(const rs_mention *m)
{
    return m && (m->kind == RS_MENTION_ENTITY || m->kind == RS_MENTION_NATION || m->kind == RS_MENTION_PLACE ||
                 m->kind == RS_MENTION_BODY);
}

static bool unknown_person(const rs_mention *m) { return m && m->kind == RS_MENTION_PERSON; }

static bool punct_is(const parser *p, uint32_t i, rs_class cls)
{
    return i < p->end && p->token[i].kind == RS_TOKEN_PUNCT && p->token[i].cls == cls;
}

static rs_phrase *put(parser *p, enum rs_phrase_kind kind, uint32_t first, uint32_t n)
{
    rs_phrase *f = rs_vec_take(&p->c->phrase);
    *f = (rs_phrase){.first = first,
                     .n = n,
                     .head = first,
                     .clause = RS_NONE,
                     .mention = RS_NONE,
                     .count = RS_NONE,
                     .kind = (uint8_t)kind};
    return f;
}

/* A preposition as a token or fixed phrase at I; the tokens it takes. */
static uint32_t take_prep(const parser *p, uint32_t i, uint8_t *prep, uint8_t *use)
{
    const rs_mention *m = mention_at(p, i);
    const rs_image_tag *tag = m && m->kind == RS_MENTION_PHRASE && m->n > 1 && m->first == i
                                  ? rs_mention_tag(p->names, m, RS_TAG_PREP)
                                  : NULL;
    uint32_t n = tag ? m->n : 1;
    if (!tag && !unknown_person(m) && pos_at(p, i) == RS_POS_PREP) tag = tag_at(p, i, RS_TAG_PREP);
    if (!tag) return 0;
    *prep = tag->a, *use = tag->b;
    return n;
}

static void clitic_prep(uint8_t pro, uint8_t *prep)
{
    if (pro & RS_PRO_B)
        *prep = RS_PREP_BI;
    else if (pro & RS_PRO_L)
        *prep = RS_PREP_LI;
    else if (pro & RS_PRO_K)
        *prep = RS_PREP_KA;
}

/* Words of acts: those with frames of their own, verbal nouns of verbs with frames, operators. */
static bool is_act(const parser *p, uint32_t i)
{
    const rs_lexicon *lx = p->words->lexicon;
    const rs_word *w = rs_token_word(p->words, &p->token[i]);
    if (p->token[i].kind != RS_TOKEN_WORD) return false;
    const rs_image_tag *agent = rs_token_tag(p->words, &p->token[i], RS_TAG_AGENT);
    if (agent && agent->b == RS_REACH_WEAPON) return false; /* "مقاتلاته" are aircraft */
    for (size_t k = 0; k < w->n_reading; k++) {
        const rs_reading *r = &w->reading[k];
        unsigned pos = rs_pos_of(r->feat);
        if (r->lemma != RS_NONE && pos == RS_POS_ADJ && k == p->token[i].chosen && !(r->feat & RS_FEAT_PARTICIPLE) &&
            rs_lexicon_tag(lx, r->lemma, RS_TAG_TRIGGER))
            return true;
        if (r->lemma == RS_NONE || pos != RS_POS_NOUN) continue;
        uint32_t verb = lx->lemma[r->lemma].verb;
        if (rs_lexicon_tag(lx, r->lemma, RS_TAG_TRIGGER) || rs_lexicon_tag(lx, r->lemma, RS_TAG_OPERATOR)) return true;
        if ((r->feat & RS_FEAT_MASDAR) && verb != RS_NONE &&
            (rs_lexicon_tag(lx, verb, RS_TAG_TRIGGER) || rs_lexicon_tag(lx, verb, RS_TAG_OPERATOR) ||
             rs_lexicon_tag(lx, verb, RS_TAG_LIGHT)))
            return true;
    }
    return false;
}

static bool definite(const rs_reading *r) { return r && ((r->pro & RS_PRO_AL) || r->pronoun); }

/* Can the word at I govern a genitive that follows it? */
static bool governs(const parser *p, uint32_t i)
{
    const rs_reading *r = reading(p, i);
    if (!r || rs_pos_of(r->feat) != RS_POS_NOUN)
        return r && rs_pos_of(r->feat) == RS_POS_ADJ && (r->feat & RS_FEAT_ELATIVE) && !definite(r);
    if (definite(r) || (r->feat & RS_FEAT_TANWIN)) return false;
    bool long_ending = (r->feat & (RS_FEAT_NOMINATIVE | RS_FEAT_OBLIQUE)) && !(r->feat & RS_FEAT_CONSTRUCT);
    return !long_ending;
}

static bool starts_clean(const parser *p, uint32_t i)
{
    const rs_reading *r = reading(p, i);
    const rs_mention *m = mention_at(p, i);
    uint8_t pro = m && m->first == i && named(m) ? m->pro : r ? r->pro : 0;
    return !(pro & (RS_PRO_AND | RS_PRO_PREP));
}

static bool adjective_here(const parser *p, uint32_t i)
{
    const rs_reading *r = i < p->end ? reading(p, i) : NULL;
    if (!r || named(mention_at(p, i)) || unknown_person(mention_at(p, i))) return false;
    unsigned pos = rs_pos_of(r->feat);
    if (pos == RS_POS_ADJ) return !(r->pro & (RS_PRO_AND | RS_PRO_PREP));
    /* "المقبل", "الأول" stand in the calendar as well */
    return false;
}

/* Somebody, by the chosen reading; by another one only if the word is no act. */
static bool human_head(const parser *p, uint32_t i)
{
    const rs_image_tag *t = tag_at(p, i, RS_TAG_AGENT);
    if (!t && i < p->end && p->token[i].kind == RS_TOKEN_WORD && !is_act(p, i))
        t = rs_token_any_tag(p->words, &p->token[i], RS_TAG_AGENT);
    return t && t->b != RS_REACH_WEAPON;
}

static bool person_here(const parser *p, uint32_t i)
{
    const rs_mention *m = mention_at(p, i);
    if (m && m->first == i && (m->kind == RS_MENTION_ENTITY || m->kind == RS_MENTION_PERSON)) return true;
    return !m && pos_at(p, i) == RS_POS_NAME && i < p->end;
}

/* A person's name that the lexicon does not know: given names, particles and unknown words in a row. */
static uint32_t take_person(const parser *p, uint32_t i)
{
    const rs_mention *m = mention_at(p, i);
    if (m && (m->kind == RS_MENTION_ENTITY || m->kind == RS_MENTION_PERSON)) return m->first + m->n;
    uint32_t from = i;
    while (i < p->end && i - from < 5 && !mention_at(p, i) && pos_at(p, i) == RS_POS_NAME &&
           (i == from || starts_clean(p, i)))
        i++;
    if (i > from && i < p->end && i - from < 5) { /* "جوهر بن مبارك", "محمد الجولاني": a known family name may follow */
        m = mention_at(p, i);
        const rs_image_tag *family =
            p->token[i].kind == RS_TOKEN_WORD ? rs_token_any_tag(p->words, &p->token[i], RS_TAG_FIRSTNAME) : NULL;
        if (m && m->kind == RS_MENTION_ENTITY && m->n == 1 && starts_clean(p, i))
            i++;
        else if (!m && family && starts_clean(p, i))
            i++;
    }
    return i;
}

typedef struct noun {
    rs_phrase f;
    uint32_t at;   /* next token */
    uint32_t last; /* last word that may govern */
    bool human, act;
} noun;

/* "هذه القوات", not "وذلك قبل ساعات": a demonstrative belongs to the definite noun behind it. */
static bool points_on(const parser *p, uint32_t i)
{
    const rs_reading *r = i + 1 < p->end ? reading(p, i + 1) : NULL;
    const rs_mention *m = mention_at(p, i + 1);
    return (r && (r->pro & RS_PRO_AL)) || (named(m) && m->first == i + 1);
}

/* Numbers and quantities before the head: "عشرات", "نحو 20", "كل", "أي", "عدد من". */
static void take_quantity(parser *p, noun *n)
{
    for (int k = 0; k < 4 && n->at < p->end; k++) {
        const rs_mention *m = mention_at(p, n->at);
        const rs_image_tag *particle = tag_at(p, n->at, RS_TAG_PARTICLE);
        const rs_reading *r = reading(p, n->at);
        if (m && m->kind == RS_MENTION_NUMBER && m->first == n->at) {
            n->f.count = m->value, n->f.vague = m->vague;
            n->at += m->n;
            const rs_image_tag *prep = tag_at(p, n->at, RS_TAG_PREP);
            if (prep && prep->a == RS_PREP_MIN && pos_at(p, n->at) == RS_POS_PREP) n->at++;
        } else if (particle &&
                   (particle->a == RS_PARTICLE_ANY || particle->a == RS_PARTICLE_ALL ||
                    particle->a == RS_PARTICLE_SOME || particle->a == RS_PARTICLE_SAME ||
                    particle->a == RS_PARTICLE_ABOUT || particle->a == RS_PARTICLE_UN) &&
                   (k == 0 || starts_clean(p, n->at))) {
            if (particle->a == RS_PARTICLE_ANY) n->f.bits |= RS_PH_ANY;
            if (particle->a == RS_PARTICLE_UN) n->f.bits |= RS_PH_NEGATIVE;
            if (r && r->pronoun) return;
            n->at++;
        } else if (pos_at(p, n->at) == RS_POS_DEM && (k == 0 || starts_clean(p, n->at)) && points_on(p, n->at)) {
            n->f.bits |= RS_PH_DEFINITE;
            n->at++;
        } else {
            return;
        }
    }
}

/* "خطوة غير مسبوقة": a negated adjective. */
static bool negated_adjective(const parser *p, uint32_t i)
{
    const rs_image_tag *t = tag_at(p, i, RS_TAG_PARTICLE);
    return t && t->a == RS_PARTICLE_UN && starts_clean(p, i) && adjective_here(p, i + 1);
}

/* Does an act befall persons: is its verb or noun one of those whose dead, injured or arrested are counted? */
static bool befalls_people(const parser *p, uint32_t i)
{
    const rs_lexicon *lx = p->words->lexicon;
    const rs_reading *r = reading(p, i);
    if (!r || r->lemma == RS_NONE) return false;
    const uint32_t lemmas[] = {r->lemma, lx->lemma[r->lemma].verb};
    for (size_t k = 0; k < RS_COUNT(lemmas) && lemmas[k] != RS_NONE; k++) {
        size_t n;
        const rs_image_tag *tag = rs_lexicon_tags(lx, lemmas[k], &n);
        for (size_t t = 0; t < n; t++) {
            if (tag[t].kind != RS_TAG_TRIGGER) continue;
            const rs_image_trigger *trigger = &lx->trigger[tag[t].value];
            if (!trigger->n_companion && lx->frame[trigger->frame].count_what) return true;
        }
    }
    return false;
}

/* "اغتيال قيادي", "مقتل فلسطيني": an adjective that is who suffered the act. */
static bool is_victim(const parser *p, const noun *n, uint32_t i)
{
    const rs_token *t = &p->token[i];
    if (!n->act || !befalls_people(p, n->f.head)) return false;
    if (rs_token_any_tag(p->words, t, RS_TAG_AGENT)) return true;
    const rs_image_tag *nation = rs_token_any_tag(p->words, t, RS_TAG_NATION);
    return nation && nation->c && n->at == n->f.head + 1;
}

/* Does a definite adjective agree with some noun of the phrase so far? Names take any. */
static bool agrees(const parser *p, const noun *n, const rs_reading *adjective)
{
    if (n->f.mention != RS_NONE) return true;
    for (uint32_t i = n->f.head; i < n->at; i++) {
        const rs_reading *r = reading(p, i);
        if (!r || rs_pos_of(r->feat) == RS_POS_NAME || rs_agree(r->feat, adjective->feat)) return true;
    }
    return false;
}

/* "الوقت نفسه", "البلاد كلها": with a pronoun after a definite noun it belongs to that noun. */
static bool emphatic(const parser *p, uint32_t i)
{
    const rs_reading *r = i < p->end && p->token[i].kind == RS_TOKEN_WORD ? reading(p, i) : NULL;
    const rs_image_tag *particle = r ? tag_at(p, i, RS_TAG_PARTICLE) : NULL;
    return particle && (particle->a == RS_PARTICLE_SAME || particle->a == RS_PARTICLE_ALL) && !r->n_pro &&
           rs_person_of(r->pronoun) == 3;
}

/* "الزعماء الثلاثة": a number with article behind a definite plural counts it. */
static bool counts_behind(const parser *p, const noun *n, uint32_t i)
{
    const rs_mention *m = mention_at(p, i);
    const rs_reading *r = i < p->end && p->token[i].kind == RS_TOKEN_WORD ? reading(p, i) : NULL;
    bool number = m && m->kind == RS_MENTION_NUMBER && m->n == 1 && m->vague == RS_NK_CARDINAL;
    return number && r && r->pro == RS_PRO_AL && n->f.number == RS_PL && i > n->f.head;
}

/* "الرئيسان الروسي والتركي": two adjectives of nations tell a dual apart. */
static bool tells_two(const parser *p, const noun *n)
{
    const rs_reading *second =
        n->at + 1 < p->end && p->token[n->at + 1].kind == RS_TOKEN_WORD ? reading(p, n->at + 1) : NULL;
    if (n->f.number != RS_DUAL || !second || !(second->pro & RS_PRO_W)) return false;
    const rs_image_tag *a = tag_at(p, n->at, RS_TAG_NATION), *b = tag_at(p, n->at + 1, RS_TAG_NATION);
    return a && b && a->c && b->c;
}

static void take_adjectives(parser *p, noun *n)
{
    while ((n->f.bits & RS_PH_DEFINITE) && counts_behind(p, n, n->at)) n->at++;
    while ((n->f.bits & RS_PH_DEFINITE) && emphatic(p, n->at)) n->at++;
    while (negated_adjective(p, n->at)) n->at += 2;
    while (adjective_here(p, n->at)) {
        const rs_reading *r = reading(p, n->at);
        bool al = (r->pro & RS_PRO_AL) != 0, whole = (n->f.bits & RS_PH_DEFINITE) != 0;
        if (al != whole) return; /* an adjective agrees in definiteness, or it describes another noun */
        if (al && !agrees(p, n, r) && !tells_two(p, n)) return;
        if (!al && is_victim(p, n, n->at)) return;
        n->at++;
        if (n->at < p->end && p->token[n->at].kind == RS_TOKEN_WORD && pos_at(p, n->at) == RS_POS_ADJ) {
            const rs_reading *next = reading(p, n->at);
            if ((next->pro & RS_PRO_W) && ((next->pro ^ r->pro) & RS_PRO_AL) == 0 && !(next->pro & RS_PRO_PREP) &&
                rs_gender_of(next->feat) == rs_gender_of(r->feat))
                n->at++;
        }
    }
}

/* A name, with its quotation marks if it has any: تنظيم "داعش". */
static uint32_t quoted_name(const parser *p, uint32_t i)
{
    if (!punct_is(p, i, RS_CLASS_QUOTE)) return 0;
    const rs_mention *m = mention_at(p, i + 1);
    if (!named(m) || m->first != i + 1 || !punct_is(p, i + 1 + m->n, RS_CLASS_QUOTE)) return 0;
    return m->n + 2;
}

static void set_mention(parser *p, noun *n, uint32_t i)
{
    uint32_t m = p->names->of.at[i];
    const rs_mention *new = &p->names->mention.at[m],
                     *old = n->f.mention == RS_NONE ? NULL : &p->names->mention.at[n->f.mention];
    /* a person or group beats the country it is named with */
    if (!old || (new->kind == RS_MENTION_ENTITY && old->kind != RS_MENTION_ENTITY)) n->f.mention = m;
}

static void head_features(parser *p, noun *n);

/* A feminine that is no woman's title: there is no man's beside it (محكمة, شرطة; but وزيرة beside وزير). */
static bool is_body_noun(const parser *p, uint32_t i)
{
    const rs_lexicon *lx = p->words->lexicon;
    const rs_reading *r = reading(p, i);
    if (!r || r->lemma == RS_NONE || p->token[i].kind != RS_TOKEN_WORD || r->pronoun) return false;
    const rs_word *w = rs_token_word(p->words, &p->token[i]);
    size_t n = (size_t)w->n_letter - r->n_pro;
    if (n < 3 || w->letter[w->n_letter - 1] != RS_TEH_MARBUTA) return false;
    uint8_t folded[RS_MAX_LETTER];
    rs_fold(w->letter + r->n_pro, n - 1, folded);
    uint32_t form = rs_lexicon_form(lx, folded, n - 1);
    if (form == RS_NONE) return true;
    for (uint32_t k = 0; k < lx->form[form].n_analysis; k++)
        if (rs_lexicon_tag(lx, lx->analysis[lx->form[form].analysis_at + k].lemma, RS_TAG_AGENT)) return false;
    return true;
}

/* "تنظيم ما يعرف بالدولة الإسلامية": what somebody calls the party says nothing of it; the name behind it is its name.
 */
static bool so_called(const parser *p, uint32_t i)
{
    const rs_mention *m = mention_at(p, i);
    const rs_image_tag *t =
        m && m->kind == RS_MENTION_PHRASE && m->first == i ? rs_mention_tag(p->names, m, RS_TAG_PARTICLE) : NULL;
    return t && t->a == RS_PARTICLE_SO_CALLED;
}

/* A name behind "so-called", with its quotation marks and the preposition on it. */
static bool take_so_called(parser *p, noun *n)
{
    if (!so_called(p, n->at)) return false;
    uint32_t i = n->at + mention_at(p, n->at)->n;
    if (i < p->end && p->token[i].kind == RS_TOKEN_WORD && i + 1 < p->end && quoted_name(p, i + 1)) i++; /* ب"داعش" */
    uint32_t quoted = quoted_name(p, i);
    const rs_mention *m = mention_at(p, quoted ? i + 1 : i);
    if (!named(m)) return false;
    set_mention(p, n, m->first);
    n->f.bits |= RS_PH_DEFINITE;
    n->at = m->first + m->n + (quoted ? 1 : 0), n->last = RS_NONE;
    return true;
}

/* Genitives and names after the head. */
static bool take_genitive(parser *p, noun *n)
{
    uint32_t i = n->at;
    if (i >= p->end) return false;
    if (take_so_called(p, n)) return true;
    uint32_t quoted = quoted_name(p, i);
    const rs_mention *m = mention_at(p, i);
    bool can = n->last != RS_NONE && governs(p, n->last);
    if (n->act) return false;
    if (quoted && (can || n->human || n->f.mention == RS_NONE)) {
        set_mention(p, n, i + 1);
        n->at += quoted, n->last = RS_NONE;
        return true;
    }
    if (p->token[i].kind != RS_TOKEN_WORD || !starts_clean(p, i)) return false;
    /* one person's title takes one person's name: not "السلطات", not "المحكمة" */
    const rs_reading *head = reading(p, n->f.head);
    bool title = n->human && !(head && rs_number_of(head->feat) == RS_PL) && !is_body_noun(p, n->f.head);
    if (named(m) && m->first == i && (can || (title && m->kind == RS_MENTION_ENTITY))) {
        set_mention(p, n, i);
        n->f.bits |= RS_PH_DEFINITE; /* as a proper name's genitive makes it */
        n->at += m->n, n->last = RS_NONE;
        if (m->kind == RS_MENTION_BODY) n->human = true;
        return true;
    }
    if (title && !can && person_here(p, i)) {
        n->at = take_person(p, i), n->last = RS_NONE;
        return true;
    }
    unsigned pos = pos_at(p, i);
    bool time = m && m->kind == RS_MENTION_TIME;
    if (!can || time) return false;
    if (m && m->kind == RS_MENTION_NUMBER) { /* "أوضاع مئات المطلوبين" */
        bool round = m->vague == RS_NK_VAGUE || (m->value >= 100 && p->token[i].kind == RS_TOKEN_WORD);
        if (!round || i + m->n >= p->end || pos_at(p, i + m->n) != RS_POS_NOUN || !starts_clean(p, i + m->n))
            return false;
        n->last = i + m->n;
        n->at = n->last + 1;
        return true;
    }
    if (pos == RS_POS_NAME || unknown_person(m)) {
        n->at = take_person(p, i), n->last = RS_NONE;
        return true;
    }
    if (pos != RS_POS_NOUN && !(pos == RS_POS_ADJ && definite(reading(p, i)))) return false;
    if (reading(p, i)->feat & RS_FEAT_TANWIN) return false; /* an accusative is no genitive */
    const rs_image_tag *measure = n->last == n->f.head ? tag_at(p, n->f.head, RS_TAG_MODIFIER) : NULL;
    if (measure && measure->b == 2 && is_act(p, i)) { /* "حدة القتال", "سلسلة غارات": the act is what is meant */
        n->f.head = n->last = i;
        n->act = true;
        n->f.bits |= RS_PH_ACT;
        head_features(p, n);
        n->at++;
        return true;
    }
    if (definite(reading(p, i))) n->f.bits |= RS_PH_DEFINITE;
    if (human_head(p, i)) n->human = true;
    n->last = i;
    n->at++;
    return true;
}

/* Is what stands at I a body to which somebody can belong: organisation, group, ministry, army, opposition? */
static bool body_here(const parser *p, uint32_t i)
{
    const rs_mention *m = mention_at(p, i);
    if (named(m))
        return m->kind == RS_MENTION_BODY ||
               (m->kind == RS_MENTION_ENTITY && p->words->lexicon->entity[m->entity].kind != RS_EK_PERSON);
    const rs_image_tag *t =
        i < p->end && p->token[i].kind == RS_TOKEN_WORD ? rs_token_any_tag(p->words, &p->token[i], RS_TAG_AGENT) : NULL;
    return t && t->a && t->b != RS_REACH_WEAPON;
}

/* "باسم الجيش": the noun behind the preposition may itself have a body as its genitive. */
static bool leads_to_body(const parser *p, uint32_t i)
{
    return body_here(p, i) || (pos_at(p, i) == RS_POS_NOUN && !is_act(p, i) && governs(p, i) && body_here(p, i + 1));
}

/* "المتحدث باسم الجيش", "مسؤول في الحكومة", "عضو بالبرلمان": a title that reaches through a preposition. */
static bool reaches_through(const parser *p, const noun *n)
{
    const rs_image_tag *t = p->token[n->f.head].kind == RS_TOKEN_WORD
                                ? rs_token_any_tag(p->words, &p->token[n->f.head], RS_TAG_AGENT)
                                : NULL;
    return t && t->b == RS_REACH_THROUGH;
}

static void head_features(parser *p, noun *n)
{
    const rs_reading *r = reading(p, n->f.head);
    const rs_mention *m = mention_at(p, n->f.head);
    if (!r) return;
    bool body = m && m->kind == RS_MENTION_BODY;
    if (!named(m) || body) n->f.gender = (uint8_t)rs_gender_of(r->feat), n->f.number = (uint8_t)rs_number_of(r->feat);
    if (definite(body ? reading(p, m->first + m->n - 1) : r) || (named(m) && !body)) n->f.bits |= RS_PH_DEFINITE;
    if (!named(m) && ((r->feat & RS_FEAT_TANWIN) || rs_token_word(p->words, &p->token[n->f.head])->tanwin))
        n->f.bits |= RS_PH_TANWIN;
    n->f.pronoun = named(m) ? 0 : r->pronoun;
}

static void take_head(parser *p, noun *n)
{
    uint32_t i = n->at;
    const rs_mention *m = mention_at(p, i);
    n->f.head = i;
    n->last = i;
    uint32_t quoted = quoted_name(p, i);
    if (quoted) {
        n->f.head = i + 1;
        set_mention(p, n, i + 1);
        n->at += quoted, n->last = RS_NONE;
    } else if (named(m) && m->first == i) {
        set_mention(p, n, i);
        n->at += m->n;
        n->last = m->kind == RS_MENTION_BODY ? i + m->n - 1 : RS_NONE;
        n->human = m->kind == RS_MENTION_BODY;
    } else if (m && m->kind == RS_MENTION_TIME) {
        n->f.bits |= RS_PH_TIME;
        n->f.mention = p->names->of.at[i];
        n->at = m->first + m->n, n->last = RS_NONE; /* "قبل يومين" begins with its preposition */
    } else if (unknown_person(m) || pos_at(p, i) == RS_POS_NAME) {
        n->at = take_person(p, i), n->last = RS_NONE;
        if (n->at == i) n->at++;
    } else {
        n->human = human_head(p, i);
        n->act = !n->human && is_act(p, i);
        n->at++;
    }
    if (n->act) n->f.bits |= RS_PH_ACT;
    head_features(p, n);
}

/* May token I begin a noun phrase? */
static bool nominal(const parser *p, uint32_t i)
{
    const rs_mention *m = mention_at(p, i);
    if (m && m->first == i && m->kind != RS_MENTION_PHRASE) return true;
    const rs_image_tag *particle = tag_at(p, i, RS_TAG_PARTICLE);
    if (particle &&
        (particle->a == RS_PARTICLE_ANY || particle->a == RS_PARTICLE_ALL || particle->a == RS_PARTICLE_SOME ||
         particle->a == RS_PARTICLE_SAME || particle->a == RS_PARTICLE_ABOUT || particle->a == RS_PARTICLE_UN))
        return true;
    switch (pos_at(p, i)) {
    case RS_POS_NOUN:
    case RS_POS_ADJ:
    case RS_POS_NAME:
    case RS_POS_NUM:
    case RS_POS_DEM:
    case RS_POS_PRON: return true;
    default: return quoted_name(p, i) > 0;
    }
}

/* A pronoun after a preposition: عليها, منه, له. */
static bool bare_pronoun(parser *p, uint32_t i, uint8_t prep, uint8_t use)
{
    const rs_reading *r = reading(p, i);
    if (!r || rs_pos_of(r->feat) != RS_POS_PREP || !r->pronoun) return false;
    rs_phrase *f = put(p, RS_PHRASE_NOUN, i, 1);
    f->prep = prep, f->use = use, f->pronoun = r->pronoun;
    f->bits = RS_PH_PRONOUN_ONLY | RS_PH_DEFINITE;
    f->gender = (uint8_t)rs_gender_of(r->pronoun), f->number = (uint8_t)rs_number_of(r->pronoun);
    return true;
}

static void finish_noun(parser *p, noun *n, uint32_t first)
{
    rs_phrase *f = put(p, RS_PHRASE_NOUN, first, n->at - first);
    uint32_t at = f->first, count = f->n;
    *f = n->f;
    f->first = at, f->n = count, f->kind = RS_PHRASE_NOUN;
    p->at = n->at;
}

static void read_noun(parser *p, uint32_t first, uint32_t start, uint8_t prep, uint8_t use, uint16_t bits);

const rs_image_tag *clause_tie(const rs_words *words, const rs_token *adjective, uint8_t prep)
{
    const rs_word *w = rs_token_word(words, adjective);
    for (size_t i = 0; i < w->n_reading; i++) {
        size_t n;
        if (w->reading[i].lemma == RS_NONE) continue;
        const rs_image_tag *tag = rs_lexicon_tags(words->lexicon, w->reading[i].lemma, &n);
        for (size_t k = 0; k < n; k++)
            if (tag[k].kind == RS_TAG_TIE && tag[k].c == prep) return &tag[k];
    }
    return NULL;
}

/* "القوات الموالية للرئيس", "حركة الحوثيين المتحالفة مع إيران": what the last adjective ties the party to completes it.
 */
static bool take_tie(parser *p)
{
    const rs_phrase *f = &p->c->phrase.at[p->c->phrase.n - 1];
    uint32_t last = f->first + f->n - 1;
    if (last <= f->head || p->at >= p->end || p->token[last].kind != RS_TOKEN_WORD || (f->bits & RS_PH_ACT))
        return false;
    uint8_t prep = 0, use = 0;
    uint32_t taken = take_prep(p, p->at, &prep, &use);
    const rs_reading *after = reading(p, p->at);
    if (!taken && after && nominal(p, p->at)) clitic_prep(after->pro, &prep);
    const rs_image_tag *tie = prep ? clause_tie(p->words, &p->token[last], prep) : NULL;
    if (!tie || p->at + taken >= p->end || !nominal(p, p->at + taken)) return false;
    read_noun(p, p->at, p->at + taken, prep, use, RS_PH_COMPLEMENT | RS_PH_TIED);
    return true;
}

/* The noun phrase at FIRST (after its preposition, which is PREP). */
static void read_noun(parser *p, uint32_t first, uint32_t start, uint8_t prep, uint8_t use, uint16_t bits)
{
    noun n = {.f = {.head = start,
                    .clause = RS_NONE,
                    .mention = RS_NONE,
                    .count = RS_NONE,
                    .prep = prep,
                    .use = use,
                    .bits = bits},
              .at = start,
              .last = RS_NONE};
    const rs_reading *r = reading(p, start);
    const rs_mention *m = mention_at(p, start);
    uint8_t pro = named(m) && m->first == start ? m->pro : r ? r->pro : 0;
    if (!prep) clitic_prep(pro, &n.f.prep);
    take_quantity(p, &n);
    bool headless = n.at >= p->end || !nominal(p, n.at) || (n.at > start && !starts_clean(p, n.at));
    if (headless && n.at > start) {
        n.f.head = n.at - 1;
        finish_noun(p, &n, first);
        return;
    }
    take_head(p, &n);
    for (uint32_t before = start; n.at > before;) { /* until neither takes anything */
        before = n.at;
        while (take_genitive(p, &n)) {}
        uint32_t adjectives = n.at;
        take_adjectives(p, &n);
        if (n.at == adjectives) continue;
        n.last = RS_NONE;
        if (!n.human) break; /* after adjectives only a title still takes a name */
    }
    finish_noun(p, &n, first);
    if (take_tie(p)) return;
    /* the complement of a title */
    rs_phrase *f = &p->c->phrase.at[p->c->phrase.n - 1];
    uint8_t next_prep = 0, next_use = 0;
    if (f->mention == RS_NONE && reaches_through(p, &n) && p->at < p->end) {
        const rs_reading *after = reading(p, p->at);
        uint32_t taken = take_prep(p, p->at, &next_prep, &next_use);
        uint8_t clitic = 0;
        if (!taken && after && nominal(p, p->at)) clitic_prep(after->pro & RS_PRO_AND ? 0 : after->pro, &clitic);
        bool indefinite = !(f->bits & RS_PH_DEFINITE), alone = n.at == f->head + 1;
        const rs_reading *last = reading(p, n.at - 1);
        bool backed = last && n.at - 1 != f->head &&
                      (last->feat & RS_FEAT_PASSIVE_PARTICIPLE); /* "قوات مدعومة من": not whose they are */
        if (backed) return;
        bool fits = taken
                        ? next_prep == RS_PREP_FI || next_prep == RS_PREP_MIN || (next_prep == RS_PREP_AN && indefinite)
                        : (clitic == RS_PREP_BI && alone) || (clitic == RS_PREP_LI && indefinite);
        if (fits && leads_to_body(p, p->at + taken) && p->at + taken < p->end && nominal(p, p->at + taken) &&
            !(taken && reading(p, p->at)->pronoun))
            read_noun(p, p->at, p->at + taken, next_prep, next_use, RS_PH_COMPLEMENT);
    }
}

/* Particles before a verb gather until the verb takes them. */
typedef struct pending {
    uint16_t bits;
    uint8_t particle;
} pending;

static void read_verb(parser *p, pending *before)
{
    const rs_reading *r = reading(p, p->at);
    rs_phrase *f = put(p, RS_PHRASE_VERB, p->at, 1);
    f->bits = before->bits;
    f->opener = before->particle;
    if (r->pro & RS_PRO_S) f->bits |= RS_PH_FUTURE;
    if (r->pro & RS_PRO_L) f->bits |= RS_PH_LET;
    if ((f->bits & RS_PH_MAY) && rs_tense_of(r->feat) == RS_PERFECT)
        f->bits &= (uint16_t)~RS_PH_MAY; /* قد فعل: done already */
    f->pronoun = r->pronoun;
    f->gender = (uint8_t)rs_gender_of(r->feat), f->number = (uint8_t)rs_number_of(r->feat);
    *before = (pending){0, 0};
    p->at++;
}

static bool modal_particle(uint8_t particle, pending *next)
{
    switch (particle) {
    case RS_PARTICLE_NOT:
    case RS_PARTICLE_NOT_PAST: next->bits |= RS_PH_NEGATIVE; break;
    case RS_PARTICLE_NOT_FUTURE: next->bits |= RS_PH_NEGATIVE | RS_PH_FUTURE; break;
    case RS_PARTICLE_WILL:
    case RS_PARTICLE_PLANNED: next->bits |= RS_PH_FUTURE; break;
    case RS_PARTICLE_ALREADY:
    case RS_PARTICLE_MAYBE: next->bits |= RS_PH_MAY; break;
    default: return false;
    }
    next->particle = particle;
    return true;
}

static void read_particle(parser *p, uint8_t particle, uint32_t n, pending *next)
{
    const rs_reading *r = reading(p, p->at);
    if (modal_particle(particle, next)) {
        p->at += n;
        return;
    }
    bool plain = particle >= RS_PARTICLE_PLAIN || particle == RS_PARTICLE_EXCEPT || particle == RS_PARTICLE_VOCATIVE;
    bool and = particle == RS_PARTICLE_OR || particle == RS_PARTICLE_THEN || particle == RS_PARTICLE_AND;
    rs_phrase *f = put(p, plain ? RS_PHRASE_OTHER : and? RS_PHRASE_AND : RS_PHRASE_OPENER, p->at, n);
    f->opener = particle;
    f->pronoun = r ? r->pronoun : 0;
    p->at += n;
}

/* "من المرجح", "من الممكن": a fixed phrase that works on the clause it opens. */
static bool read_operator_phrase(parser *p, const rs_mention *m, pending *next)
{
    const rs_image_tag *op =
        m && m->kind == RS_MENTION_PHRASE && m->first == p->at ? rs_mention_tag(p->names, m, RS_TAG_OPERATOR) : NULL;
    if (!op || rs_mention_tag(p->names, m, RS_TAG_PREP)) return false;
    if (op->a == RS_STATUS_PLANNED)
        next->bits |= RS_PH_FUTURE;
    else if (op->a == RS_STATUS_HYPOTHETICAL)
        next->bits |= RS_PH_MAY;
    else if (op->a == RS_STATUS_DENIED)
        next->bits |= RS_PH_NEGATIVE;
    else
        return false;
    p->at += m->n;
    return true;
}

static bool counted(const parser *p, uint32_t i)
{
    const rs_mention *m = mention_at(p, i);
    return m && m->kind == RS_MENTION_NUMBER && m->first == i;
}

static void read_one(parser *p, pending *next)
{
    uint32_t i = p->at;
    uint8_t prep = 0, use = 0;
    if (p->token[i].kind == RS_TOKEN_PUNCT && !quoted_name(p, i)) {
        put(p, RS_PHRASE_PUNCT, i, 1);
        p->at++;
        return;
    }
    const rs_mention *m = mention_at(p, i);
    const rs_image_tag *fixed =
        m && m->kind == RS_MENTION_PHRASE && m->first == i ? rs_mention_tag(p->names, m, RS_TAG_PARTICLE) : NULL;
    uint32_t n_prep = take_prep(p, i, &prep, &use);
    unsigned pos = pos_at(p, i);
    if (!fixed && !n_prep && read_operator_phrase(p, m, next)) return;
    bool governs_noun = n_prep > 1 && i + n_prep < p->end && nominal(p, i + n_prep); /* "من قبل القوات", not "من قبل" */
    if (fixed && !governs_noun) {
        read_particle(p, fixed->a, m->n, next);
    } else if (n_prep == 1 && prep == RS_PREP_TOWARDS && counted(p, i + 1)) {
        read_noun(p, i, i + 1, 0, 0, next->bits & RS_PH_NEGATIVE), *next = (pending){0, 0}; /* "نحو 20 شخصا" */
    } else if (n_prep) {
        if (n_prep == 1 && bare_pronoun(p, i, prep, use))
            p->at++;
        else if (i + n_prep < p->end && nominal(p, i + n_prep))
            read_noun(p, i, i + n_prep, prep, use, next->bits & RS_PH_NEGATIVE), *next = (pending){0, 0};
        else
            put(p, RS_PHRASE_OTHER, i, n_prep)->prep = prep, p->at += n_prep;
    } else if (pos == RS_POS_VERB && !named(m) && !unknown_person(m) &&
               !(m && m->kind == RS_MENTION_TIME && m->first == i)) {
        read_verb(p, next);
    } else if (pos == RS_POS_REL) {
        const rs_image_tag *t = tag_at(p, i, RS_TAG_PARTICLE);
        rs_phrase *f = put(p, RS_PHRASE_OPENER, i, 1);
        f->opener = t ? t->a : 0;
        f->bits |= RS_PH_DEFINITE;
        p->at++;
    } else if (nominal(p, i)) {
        read_noun(p, i, i, 0, 0, next->bits & (RS_PH_NEGATIVE | RS_PH_FUTURE));
        *next = (pending){0, 0};
    } else {
        const rs_image_tag *t = tag_at(p, i, RS_TAG_PARTICLE);
        if (t)
            read_particle(p, t->a, 1, next);
        else
            put(p, RS_PHRASE_OTHER, i, 1), p->at++;
    }
}

/* و or a comma before a noun phrase joins it to the noun phrase before, if both may fill one slot. */
static void join(rs_clauses *c)
{
    const rs_token *token = c->words->token.at;
    for (size_t i = 1; i < c->phrase.n; i++) {
        rs_phrase *f = &c->phrase.at[i];
        if (f->kind != RS_PHRASE_NOUN || (f->bits & RS_PH_COMPLEMENT)) continue;
        size_t k = i - 1;
        bool comma = c->phrase.at[k].kind == RS_PHRASE_PUNCT && token[c->phrase.at[k].first].cls == RS_CLASS_COMMA;
        bool or = c->phrase.at[k].kind == RS_PHRASE_AND;
        if ((comma || or) && k) k--;
        while (k && (c->phrase.at[k].bits & RS_PH_COMPLEMENT)) k--;
        const rs_phrase *before = &c->phrase.at[k];
        if (before->kind != RS_PHRASE_NOUN || (before->bits & RS_PH_TIME) || (f->bits & RS_PH_TIME)) continue;
        const rs_reading *r = rs_token_reading(c->words, &token[f->first]);
        const rs_mention *m = rs_mention_of(c->names, f->first);
        uint8_t pro = m && m->first == f->first && named(m) ? m->pro : r ? r->pro : 0;
        bool and = (pro & RS_PRO_AND) || or ;
        if (f->prep && f->prep != before->prep) continue;
        if (and || (comma && (before->bits & RS_PH_COORD))) f->bits |= RS_PH_COORD;
        if (and&&!f->prep) f->prep = before->prep, f->use = before->use;
    }
}

/* A noun phrase right after an act that can govern it is its genitive; so are those joined to it. */
static void find_genitives(rs_clauses *c)
{
    parser p = {c, c->words, c->names, c->words->token.at, 0, c->sentence->first + c->sentence->n};
    for (size_t i = 1; i < c->phrase.n; i++) {
        rs_phrase *f = &c->phrase.at[i];
        const rs_phrase *before = &c->phrase.at[i - 1];
        if (f->kind != RS_PHRASE_NOUN || f->prep || (f->bits & (RS_PH_COORD | RS_PH_TIME)) ||
            before->kind != RS_PHRASE_NOUN)
            continue;
        if (!(before->bits & RS_PH_ACT) || before->head + 1 != f->first || !governs(&p, before->head)) continue;
        if ((f->bits & RS_PH_TANWIN) && f->count == RS_NONE) continue; /* what is counted stands in the accusative */
        f->bits |= RS_PH_GENITIVE;
    }
}

void clause_phrases(rs_clauses *c)
{
    const rs_sentence *s = c->sentence;
    parser p = {c, c->words, c->names, c->words->token.at, s->first, s->first + s->n};
    pending next = {0, 0};
    rs_vec_clear(&c->phrase);
    while (p.at < p.end) read_one(&p, &next);
    join(c);
    find_genitives(c);
}
