/* SPDX-License-Identifier: MIT */
/* Persons that the lexicon does not know as entities, by the words of their names: given and family names of the list,
 * words that are in no lexicon at all, and what binds them (بن, أبو, عبد, آل). A word that is also an ordinary word is
 * a name only beside one that is nothing else, or after a title; two unknown words in a row are a foreign name, one is
 * so after a title or a verb of saying. What ended the name of a person is that person when it stands alone later. */
#include "name/person.h"

enum { MAX_NAME = 8 };

/* A name under construction. */
typedef struct run {
    uint32_t first, n; /* tokens */
    uint32_t n_part, n_sure, n_unknown, n_foreign, n_native;
    uint32_t n_word; /* words that are ordinary ones here, of these listed without a mark: */
    uint32_t n_listed;
    uint32_t n_loose; /* words that no list has */
    uint32_t entity;  /* mention of a known person in it, RS_NONE */
    enum name_part first_part, second, last;
    uint8_t first_list, last_list;
    bool first_marked;
} run;

/* What stands before a name calls for. GENITIVE: an indefinite noun of somebody stands right before; TITLE: a definite
 * one. */
enum wish { AGAINST, NEUTRAL, GENITIVE, FOR, TITLE };

static const rs_token *token_at(const rs_names *names, uint32_t i) { return &names->words->token.at[i]; }

static const rs_image_lemma *lemma_of(const rs_names *names, const rs_reading *r)
{
    return r && r->lemma != RS_NONE ? &names->words->lexicon->lemma[r->lemma] : NULL;
}

/* "وزيرة" is one by the side of "وزير"; a feminine noun without a masculine is a collective: police, government. */
static bool is_woman(const rs_names *names, const rs_token *t, const rs_reading *r)
{
    const rs_lexicon *lx = names->words->lexicon;
    const rs_word *w = rs_token_word(names->words, t);
    uint8_t letter[RS_MAX_LETTER];
    size_t n = (size_t)w->n_letter - r->n_pro - r->n_end;
    if (n < 3) return false;
    rs_fold(w->letter + r->n_pro, n - 1, letter);
    uint32_t form = rs_lexicon_form(lx, letter, n - 1);
    for (size_t i = 0; form != RS_NONE && i < lx->form[form].n_analysis; i++) {
        const rs_image_analysis *a = &lx->analysis[lx->form[form].analysis_at + i];
        if (rs_pos_of(a->feat) == RS_POS_NOUN && lx->lemma[a->lemma].cls == RS_NC_HUMAN) return true;
    }
    return false;
}

/* A noun before a name: of somebody, or of what bears other names (a town, a company). */
static enum wish wish_of_noun(const rs_names *names, const rs_token *t, const rs_reading *r)
{
    const rs_image_lemma *l = lemma_of(names, r);
    const rs_image_tag *agent = rs_token_any_tag(names->words, t, RS_TAG_AGENT);
    bool human = (l && l->cls == RS_NC_HUMAN) || (agent && agent->b != RS_REACH_WEAPON);
    if (human && agent && rs_gender_of(r->feat) == RS_FEM && !is_woman(names, t, r)) return AGAINST;
    if (human) return rs_number_of(r->feat) == RS_SG ? FOR : NEUTRAL;
    if (!l) return NEUTRAL;
    return l->cls == RS_NC_PLACE || l->cls == RS_NC_BODY || l->cls == RS_NC_WEAPON ? AGAINST : NEUTRAL;
}

/* "قال محمد ونجيب": one more after a person. */
static bool joins_person(const rs_names *names, uint32_t i, uint32_t first, bool clean)
{
    if (i <= first || token_at(names, i - 1)->kind != RS_TOKEN_WORD) return false;
    const rs_mention *before = rs_mention_of(names, i - 1);
    return !clean && before && rs_mention_is_person(names, before);
}

/* The noun phrase that ends in the noun at token I, NEXT: right before the name. "الحارس" calls for a name, and so does
 * "حارس الفريق"; what follows "حارس" is what he guards. */
static enum wish wish_of_phrase(const rs_names *names, uint32_t i, uint32_t first, bool next)
{
    const rs_words *words = names->words;
    const rs_token *t = token_at(names, i);
    const rs_reading *r = rs_token_reading(words, t);
    bool definite = (r->pro & RS_PRO_AL) || r->pronoun;
    enum wish wish = wish_of_noun(names, t, r);
    if (wish == FOR && definite) return r->pro & RS_PRO_AL ? TITLE : FOR;
    if (wish == FOR) return next ? GENITIVE : FOR;
    if (!definite || i == first || (r->pro & (RS_PRO_AND | RS_PRO_PREP))) return wish;
    const rs_reading *head = rs_token_reading(words, t - 1);
    if (!head || rs_pos_of(head->feat) != RS_POS_NOUN || (head->pro & RS_PRO_AL) || head->pronoun) return wish;
    return wish_of_noun(names, t - 1, head) == FOR ? FOR : wish;
}

/* Does what stands before token I call for a person: a title, a verb of saying, a nationality by itself? Or for
 * something else? */
static enum wish wish_before(const rs_names *names, uint32_t i, uint32_t first)
{
    const rs_words *words = names->words;
    bool nation = false;
    for (uint32_t back = 1; back <= 3 && i >= first + back; back++) {
        const rs_token *t = token_at(names, i - back);
        const rs_mention *m = rs_mention_of(names, i - back);
        const rs_reading *r = rs_token_reading(words, t);
        unsigned pos = rs_token_pos(words, t);
        if (t->kind != RS_TOKEN_WORD)
            return back == 1 && t->kind == RS_TOKEN_PUNCT && t->cls == RS_CLASS_QUOTE ? AGAINST
                   : nation                                                           ? FOR
                                                                                      : NEUTRAL;
        if (m && m->kind == RS_MENTION_BODY && back == 1) return FOR; /* "وزير الخارجية" */
        if (pos == RS_POS_NOUN) return wish_of_phrase(names, i - back, first, back == 1);
        if (back == 1 && pos == RS_POS_VERB) return rs_token_tag(words, t, RS_TAG_SPEECH) ? FOR : NEUTRAL;
        if (pos != RS_POS_ADJ) return nation ? FOR : NEUTRAL;
        if (rs_token_any_tag(words, t, RS_TAG_AGENT)) return rs_number_of(r->feat) == RS_SG ? FOR : NEUTRAL;
        /* "الرئيس السوري", "المدرب الجديد"; "البرازيلي" alone is somebody */
        nation |= (r->pro & RS_PRO_AL) && rs_number_of(r->feat) == RS_SG && rs_token_any_tag(words, t, RS_TAG_NATION);
    }
    return NEUTRAL;
}

static bool has_article(const rs_names *names, uint32_t i)
{
    const rs_word *w = rs_token_word(names->words, token_at(names, i));
    const rs_reading *r = rs_token_reading(names->words, token_at(names, i));
    size_t at = r->pro & RS_PRO_AL ? 0 : r->n_pro;
    bool hamza = w->letter[0] == RS_ALEF_HAMZA_ABOVE || w->letter[0] == RS_ALEF_HAMZA_BELOW; /* "ألفريد" has none */
    return ((r->pro & RS_PRO_AL) && !hamza) ||
           (w->n_letter > at + 2 && w->letter[at] == RS_ALEF && w->letter[at + 1] == RS_LAM);
}

/* No table knows more of the word than that it is a noun or adjective of things. */
static bool bare_word(const rs_names *names, uint32_t i)
{
    const rs_words *words = names->words;
    const rs_token *t = token_at(names, i);
    const rs_image_lemma *l = lemma_of(names, rs_token_reading(words, t));
    return l && l->n_tag == 0 && l->cls != RS_NC_HUMAN && l->cls != RS_NC_TIME && l->cls != RS_NC_PLACE &&
           !rs_token_any_tag(words, t, RS_TAG_AGENT) && !rs_token_any_tag(words, t, RS_TAG_NATION) &&
           !rs_token_any_tag(words, t, RS_TAG_MODIFIER) && !rs_token_any_tag(words, t, RS_TAG_CALENDAR);
}

static unsigned pos_at(const rs_names *names, uint32_t i, uint32_t end)
{
    return i < end ? rs_token_pos(names->words, token_at(names, i)) : RS_POS_PUNCT;
}

static bool ordinal_tag(const rs_names *names, const rs_reading *r)
{
    const rs_image_tag *tag = rs_lexicon_tag(names->words->lexicon, r->lemma, RS_TAG_CALENDAR);
    return tag && tag->a == RS_CK_ORDINAL;
}

/* "خايمي الأول" */
static bool is_ordinal(const rs_names *names, uint32_t i)
{
    const rs_word *w = rs_token_word(names->words, token_at(names, i));
    for (size_t k = 0; k < w->n_reading; k++) {
        const rs_image_lemma *l = lemma_of(names, &w->reading[k]);
        if (l && rs_pos_of(w->reading[k].feat) == RS_POS_ADJ && rs_gender_of(w->reading[k].feat) == RS_MASC &&
            (l->cls == RS_NC_ORDINAL || ordinal_tag(names, &w->reading[k])))
            return true;
    }
    return false;
}

/* "حضرت زوجته ميلانيا الجنازة": a verb shortly before, whose object might follow the name. */
static bool verb_before(const rs_names *names, uint32_t i)
{
    for (uint32_t back = 1; back <= 4 && i >= back; back++) {
        const rs_token *t = token_at(names, i - back);
        if (t->kind == RS_TOKEN_PUNCT) return false;
        if (rs_token_pos(names->words, t) == RS_POS_VERB) return !rs_token_tag(names->words, t, RS_TAG_SPEECH);
    }
    return false;
}

/* After one given name, a word that the syntax has no place for: "طارق السعيد", "لويس هورنا". */
static bool loose_family(const rs_names *names, const run *u, uint32_t i, uint32_t end)
{
    const rs_reading *r = rs_token_reading(names->words, token_at(names, i));
    unsigned pos = rs_pos_of(r->feat), next = pos_at(names, i + 1, end);
    if (u->n_part == 1 && (r->pro & ~RS_PRO_L) == RS_PRO_AL && is_ordinal(names, i)) return u->last == PART_GIVEN;
    if (u->n_part != 1 || (u->last != PART_GIVEN && !u->n_foreign) || r->pronoun || r->feat & RS_FEAT_TANWIN)
        return false;
    if (r->pro & (uint8_t)~RS_PRO_AL) return false;
    if (pos == RS_POS_VERB) /* of a person that nobody is, or a rare one behind a genitive: "تأليف محمد شطا" */
        return rs_person_of(r->feat) != 3 || (u->first && pos_at(names, u->first - 1, end) == RS_POS_NOUN &&
                                              lemma_of(names, r) && !lemma_of(names, r)->n_tag);
    if (pos != RS_POS_NOUN && pos != RS_POS_ADJ) return false;
    if (rs_number_of(r->feat) != RS_SG || !bare_word(names, i)) return false;
    bool article = r->pro & RS_PRO_AL, after_verb = pos_at(names, u->first - 1, end) == RS_POS_VERB && u->first;
    if (pos == RS_POS_ADJ && (article || rs_gender_of(r->feat) == RS_FEM)) return rs_gender_of(r->feat) == RS_MASC;
    if (after_verb && !rs_token_tag(names->words, token_at(names, u->first - 1), RS_TAG_SPEECH)) return false;
    if (article) return next != RS_POS_ADJ && !verb_before(names, u->first);
    return next == RS_POS_PUNCT || next == RS_POS_VERB || next == RS_POS_CONJ || next == RS_POS_REL;
}

/* "المعروف باسم": can the word be a preposition and a noun? */
static bool has_preposition(const rs_names *names, uint32_t i)
{
    const rs_word *w = rs_token_word(names->words, token_at(names, i));
    for (size_t k = 0; k < w->n_reading; k++)
        if (w->reading[k].pro & RS_PRO_PREP && w->reading[k].cost <= 6 && w->reading[k].lemma != RS_NONE) return true;
    return false;
}

/* May a listed name that is read as an ordinary word go on a name? */
static bool word_goes_on(const rs_names *names, const run *u, uint32_t i, uint32_t end, const name_word *w)
{
    const rs_reading *r = rs_token_reading(names->words, token_at(names, i));
    unsigned pos = rs_pos_of(r->feat), next = pos_at(names, i + 1, end);
    if (!u->n_sure && w->marked && u->last != PART_WORD) return false;
    if (w->marked && pos != RS_POS_VERB && has_preposition(names, i)) return false; /* "باسم" */
    if (w->marked && !u->n_sure && r->feat & RS_FEAT_ELATIVE) return false;         /* "ثاني أكبر" */
    if (pos == RS_POS_VERB) {
        /* a verb would follow a name that begins its clause, not one that a verb or noun stands before */
        unsigned prior = u->first ? pos_at(names, u->first - 1, end) : RS_POS_PUNCT;
        bool governed = prior == RS_POS_VERB || prior == RS_POS_NOUN || prior == RS_POS_PREP || prior == RS_POS_ADJ ||
                        prior == RS_POS_NAME;
        bool odd = rs_person_of(r->feat) != 3 || r->feat & RS_FEAT_PASSIVE || rs_tense_of(r->feat) == RS_IMPERATIVE;
        bool plain = (!w->marked || governed) && rs_tense_of(r->feat) == RS_PERFECT;
        if (u->n_part > 1) return u->n_part == 2 && (odd || next == RS_POS_PUNCT);
        return plain || odd || next == RS_POS_PUNCT || next == RS_POS_VERB;
    }
    const rs_image_tag *agent = rs_token_any_tag(names->words, token_at(names, i), RS_TAG_AGENT);
    const rs_image_lemma *l = lemma_of(names, r);
    bool human = w->marked && (agent || (l && (l->cls == RS_NC_HUMAN || l->cls == RS_NC_TIME))),
         title = human && !(r->pro & RS_PRO_AL);
    if (human && u->last == PART_FAMILY) return false; /* "العقاد كاتب", "شوماخر البطل" */
    return !title || u->n_part == 1 || next == RS_POS_PUNCT || next == RS_POS_VERB || next == RS_POS_PREP ||
           next == RS_POS_PART || next == RS_POS_CONJ || next == RS_POS_REL;
}

/* "مارك فان بومل": what is a particle elsewhere binds before what can only be a name. */
static bool foreign_bond(const rs_names *names, uint32_t i, uint32_t end, const name_word *w)
{
    if (w->list != 3 || w->part != PART_NONE || i + 1 >= end) return false;
    name_word next = name_word_of(names, i + 1, end);
    return next.clean && (next.part == PART_UNKNOWN || next.part == PART_FAMILY || next.part == PART_GIVEN);
}

static bool is_bin(const rs_names *names, uint32_t i, uint32_t end)
{
    const rs_token *t = i < end ? token_at(names, i) : NULL;
    if (!t || t->kind != RS_TOKEN_WORD || names->of.at[i] != RS_NONE) return false;
    const rs_word *w = rs_token_word(names->words, t);
    return w->n_letter == 2 && w->letter[0] == RS_BEH && w->letter[1] == RS_NOON;
}

/* After عبد, أبو, بن any noun may follow; "علي" is no preposition after a given name. */
static bool goes_on(const rs_names *names, const run *u, uint32_t i, uint32_t end, name_word *w)
{
    const rs_words *words = names->words;
    const rs_token *t = token_at(names, i);
    if (t->kind != RS_TOKEN_WORD || names->of.at[i] != RS_NONE) return false;
    unsigned pos = rs_token_pos(words, t);
    const rs_reading *r = rs_token_reading(words, t);
    const rs_word *word = rs_token_word(words, t);
    if (w->part != PART_NONE && !w->clean && !(u->last == PART_GIVEN && w->foreign && w->part == PART_ARTICLE))
        return false;
    if (u->last == PART_BOND && (w->part == PART_NONE || w->part == PART_EPITHET || w->part == PART_WORD)) {
        bool nominal = pos == RS_POS_NOUN || pos == RS_POS_ADJ || pos == RS_POS_NAME || w->part == PART_WORD;
        w->n = 1;
        const rs_image_tag *agent = (r->pro & RS_PRO_AL) && !w->list ? rs_token_tag(words, t, RS_TAG_AGENT) : NULL;
        if (agent && rs_gender_of(r->feat) == RS_FEM) return false; /* "ابن الملكة" */
        return nominal && !r->pronoun && !(r->pro & (uint8_t)~RS_PRO_AL);
    }
    switch ((enum name_part)w->part) {
    case PART_EPITHET: return u->n_sure > 0;
    case PART_WORD: return word_goes_on(names, u, i, end, w);
    case PART_UNKNOWN: return !w->native || u->n_part == 1 || u->last == PART_BOND;
    case PART_NONE: break;
    case PART_GIVEN:
    case PART_FAMILY:
    case PART_BOND:
    case PART_ARTICLE:
    case PART_ENTITY: return true;
    }
    bool given = u->last == PART_GIVEN || u->last == PART_FAMILY;
    w->n = 1;
    if (w->part == PART_ARTICLE || (pos != RS_POS_VERB && bare_word(names, i) && is_bin(names, i + 1, end)))
        return true;
    if (foreign_bond(names, i, end, w)) return w->part = PART_BOND, true;
    if (given && pos == RS_POS_PREP && w->list && word->letter[word->n_letter - 1] == RS_YEH) {
        unsigned next = pos_at(names, i + 1, end);
        return names->dotted == 1 || next == RS_POS_PUNCT || next == RS_POS_VERB || next == RS_POS_NAME ||
               next == RS_POS_PART;
    }
    return loose_family(names, u, i, end);
}

static void add(run *u, const name_word *w, bool loose)
{
    enum name_part part = loose ? PART_FAMILY : (enum name_part)w->part;
    if (!u->n_part) u->first_part = part, u->first_list = w->list, u->first_marked = w->marked;
    if (u->n_part == 1) u->second = part;
    u->n += w->n;
    u->n_part++;
    u->n_sure += !loose && (part == PART_GIVEN || part == PART_FAMILY);
    u->n_unknown += part == PART_UNKNOWN;
    u->n_foreign += part == PART_UNKNOWN && w->foreign;
    u->n_native += part == PART_UNKNOWN && w->native;
    u->n_word += part == PART_WORD;
    u->n_listed += part == PART_WORD && !w->marked;
    u->n_loose += loose;
    u->last = part;
    u->last_list = w->list;
}

static bool tells_maksura(rs_names *names);
static bool governed(const rs_names *names, uint32_t i);

/* A word that ended a person's name before is that person, unless it is clearly something else here: an adjective that
 * agrees with the noun before it, a verb, a word of the closed class. */
static bool recalled(rs_names *names, uint32_t i, uint32_t first, const name_word *w)
{
    const rs_token *t = token_at(names, i);
    if (t->kind != RS_TOKEN_WORD || names->of.at[i] != RS_NONE) return false;
    const rs_reading *r = rs_token_reading(names->words, t);
    unsigned pos = rs_pos_of(r->feat);
    const rs_word *word = rs_token_word(names->words, t);
    if (w->marked && word->letter[word->n_letter - 1] == RS_ALEF_MAKSURA) return false; /* "على" */
    if (pos == RS_POS_PREP && w->list && word->letter[word->n_letter - 1] == RS_YEH && !r->pronoun)
        return name_recalled(names, i) && tells_maksura(names) && !governed(names, i + 1);
    if (pos != RS_POS_NOUN && pos != RS_POS_ADJ && pos != RS_POS_NAME) return false;
    const rs_name_word *known = name_recalled(names, i);
    if (!known) return false;
    if (w->part == PART_UNKNOWN || pos == RS_POS_NAME) return true;
    if ((!known->family && wish_before(names, i, first) != TITLE) || r->pronoun || r->feat & RS_FEAT_TANWIN ||
        rs_number_of(r->feat) != RS_SG)
        return false;
    if (w->part == PART_ARTICLE && pos == RS_POS_NOUN) return true;
    if (!(r->pro & RS_PRO_AL) && !w->list && wish_before(names, i, first) != TITLE) return false;
    if (w->part != PART_ARTICLE && !bare_word(names, i) && !w->list) return false;
    const rs_reading *before = i > first ? rs_token_reading(names->words, token_at(names, i - 1)) : NULL;
    if (pos != RS_POS_ADJ || !before || (r->pro & (RS_PRO_AND | RS_PRO_PREP))) return true;
    unsigned prior = rs_pos_of(before->feat);
    bool definite = (before->pro & RS_PRO_AL) || before->pronoun, own = r->pro & RS_PRO_AL;
    return (prior != RS_POS_NOUN && prior != RS_POS_ADJ) || definite != own || !rs_agree(before->feat, r->feat);
}

/* Does one unknown word stand where a person does: as the subject of the verb before or behind it? */
static bool acts(const rs_names *names, uint32_t i, uint32_t first, uint32_t end)
{
    const rs_words *words = names->words;
    const rs_reading *before = i > first ? rs_token_reading(words, token_at(names, i - 1)) : NULL,
                     *after = i + 1 < end ? rs_token_reading(words, token_at(names, i + 1)) : NULL;
    if (before && rs_pos_of(before->feat) == RS_POS_VERB)
        return rs_person_of(before->feat) == 3 && rs_number_of(before->feat) == RS_SG &&
               rs_gender_of(before->feat) == RS_MASC && !before->pronoun;
    bool starts = !before || rs_pos_of(before->feat) == RS_POS_CONJ || rs_pos_of(before->feat) == RS_POS_PART;
    return starts && after && rs_pos_of(after->feat) == RS_POS_VERB && !(after->pro & RS_PRO_AND) &&
           rs_person_of(after->feat) == 3 && rs_gender_of(after->feat) == RS_MASC;
}

/* "المتحدث باسم الحكومة": could the word at token I be what the one before it governs? */
static bool governed(const rs_names *names, uint32_t i)
{
    if (i >= names->words->token.n) return false;
    const rs_reading *r = rs_token_reading(names->words, token_at(names, i));
    if (!r || (r->pro & (RS_PRO_AND | RS_PRO_PREP))) return false;
    unsigned pos = rs_pos_of(r->feat);
    if (pos == RS_POS_ADJ && (r->pro & RS_PRO_AL)) return true; /* "حق الفلسطينيين" */
    return pos == RS_POS_NOUN || pos == RS_POS_NAME || pos == RS_POS_DEM || rs_mention_of(names, i) != NULL;
}

/* "قالت نوكيا": one unknown word after a feminine verb is a firm or paper as often as a woman. */
static bool said_by_her(const rs_names *names, uint32_t i)
{
    const rs_reading *r = i ? rs_token_reading(names->words, token_at(names, i - 1)) : NULL;
    return r && rs_pos_of(r->feat) == RS_POS_VERB && rs_gender_of(r->feat) == RS_FEM;
}

static bool indefinite(const rs_names *names, uint32_t i)
{
    const rs_reading *r = rs_token_reading(names->words, token_at(names, i));
    unsigned pos = rs_pos_of(r->feat);
    return (pos == RS_POS_NOUN || pos == RS_POS_ADJ || pos == RS_POS_NAME) && !(r->pro & RS_PRO_AL) &&
           !(r->pro & RS_PRO_PREP) && !r->pronoun;
}

/* "دينامو كييف", "في هرتا": what a place follows, or what something is in, is no person. */
static bool of_place(const rs_names *names, const run *u, uint32_t first, uint32_t end)
{
    const rs_words *words = names->words;
    const rs_mention *m = u->first + u->n < end ? rs_mention_of(names, u->first + u->n) : NULL;
    if (m && (m->kind == RS_MENTION_PLACE || m->kind == RS_MENTION_NATION) && !m->pro) {
        const rs_image_tag *nation = rs_mention_tag(names, m, RS_TAG_NATION);
        if (!nation || !nation->c) return true;
    }
    if (u->first == first) return false;
    const rs_image_tag *prep = rs_token_tag(words, token_at(names, u->first - 1), RS_TAG_PREP);
    return prep && (prep->a == RS_PREP_FI || prep->b == RS_USE_PLACE) &&
           rs_token_pos(words, token_at(names, u->first - 1)) == RS_POS_PREP;
}

static bool accept_one(const rs_names *names, const run *u, uint32_t first, uint32_t end, enum wish wish)
{
    switch (u->first_part) {
    case PART_GIVEN: return wish >= FOR || !has_article(names, u->first);
    case PART_FAMILY: return wish >= FOR || (wish == NEUTRAL && (!has_article(names, u->first) || !u->first_marked));
    case PART_UNKNOWN:
        if (u->n_native || wish == AGAINST || wish == GENITIVE || of_place(names, u, first, end)) return false;
        return wish == TITLE || (wish == FOR && !said_by_her(names, u->first)) ||
               (u->n_foreign && acts(names, u->first, first, end));
    case PART_WORD: /* "الأمير زيان": after a title with article an indefinite noun has no other place */
        if (wish != TITLE || u->first_list == 3 || !indefinite(names, u->first) || has_preposition(names, u->first))
            return false;
        return u->first + 1 >= end || !governed(names, u->first + 1);
    case PART_NONE:
    case PART_BOND:
    case PART_ARTICLE:
    case PART_EPITHET:
    case PART_ENTITY: break;
    }
    return false;
}

/* "حسن يوسف", not "بيت محمد" or "وجود محمد": a noun that is told of no thing, in the singular, before a name. */
static bool may_be_given(const rs_names *names, const run *u, uint32_t first)
{
    const rs_reading *r = rs_token_reading(names->words, token_at(names, u->first));
    const rs_image_lemma *l = lemma_of(names, r);
    if (!l || l->cls != RS_NC_ABSTRACT || l->n_tag || r->pro || rs_number_of(r->feat) != RS_SG) return false;
    return u->second == PART_GIVEN || u->first == first || token_at(names, u->first - 1)->kind == RS_TOKEN_PUNCT;
}

/* Two listed words that are ordinary ones here: adjectives that no indefinite noun stands before ("نجيب محفوظ"), or
 * words of which one is mostly a name. */
static bool accept_words(const rs_names *names, const run *u, uint32_t first, enum wish wish)
{
    const rs_token *t = token_at(names, u->first);
    const rs_reading *r = rs_token_reading(names->words, t);
    unsigned pos = rs_pos_of(r->feat);
    const rs_image_lemma *l = lemma_of(names, r);
    if (u->first_list == 2 || u->first_list == 3 || r->pronoun) return false;
    if (r->feat & RS_FEAT_ELATIVE && !u->n_sure) return false;
    if (u->first_marked && (r->pro & RS_PRO_PREP) && u->second != PART_WORD) return false; /* "لصالح شوماخر" */
    if (pos == RS_POS_NOUN && l && l->cls == RS_NC_PLACE) return false; /* "ولاية نيوجيرزي" */
    if (pos == RS_POS_VERB) {
        if (wish >= FOR) return u->n_listed || u->n_unknown || u->n_sure;
        if (l && l->n_tag) return false; /* a verb of the news */
        if (u->first_marked) return u->n_sure > 0;
        return u->n_sure || u->n_unknown > u->n_native || u->n_listed >= 2;
    }
    bool family = u->second == PART_FAMILY || u->second == PART_ARTICLE;
    if (wish == TITLE && indefinite(names, u->first)) return true;
    if (pos == RS_POS_NAME) return true; /* read as a name, and another behind it */
    if (rs_token_any_tag(names->words, t, RS_TAG_AGENT) && u->first_marked && !family) return false;
    if (wish >= FOR) return u->n_sure || u->n_listed || u->n_unknown || u->n_word > 1 || family;
    /* "بيت محمد" is a genitive */
    bool apart = pos == RS_POS_ADJ || pos == RS_POS_NAME || !u->first_marked || u->second == PART_BOND;
    if (u->n_sure && apart) return true;
    if (u->n_sure) return has_article(names, u->first + 1) || may_be_given(names, u, first);
    const rs_token *before = u->first > first ? t - 1 : NULL;
    const rs_reading *b = before ? rs_token_reading(names->words, before) : NULL;
    bool noun_before = b && (rs_pos_of(b->feat) == RS_POS_NOUN || rs_pos_of(b->feat) == RS_POS_ADJ);
    bool free = !noun_before || (b->pro & RS_PRO_AL) || b->pronoun || (r->pro & RS_PRO_AND);
    if (pos == RS_POS_ADJ && u->n_listed && u->n_word > 1) return true;
    if (pos == RS_POS_ADJ) return free && (u->n_word > 1 || family || u->n_unknown > u->n_native);
    return free &&
           (u->n_listed >= 2 || (u->n_listed && u->n_word > 1 && !u->first_marked) || u->n_unknown > u->n_native);
}

/* "باريس سان جرمان" */
static bool after_place(const rs_names *names, const run *u, uint32_t first)
{
    const rs_mention *m = u->first > first ? rs_mention_of(names, u->first - 1) : NULL;
    return m && m->kind == RS_MENTION_PLACE;
}

static bool accept(const rs_names *names, const run *u, uint32_t first, uint32_t end, enum wish wish)
{
    bool joined = rs_token_word(names->words, token_at(names, u->first))->letter[0] == RS_WAW;
    if (u->n_part == 1 && joined && after_place(names, u, first)) return false; /* "نينوى وصلاح الدين" */
    if (u->n_part == 1) return accept_one(names, u, first, end, wish);
    if (u->first_part == PART_WORD) return accept_words(names, u, first, wish);
    if (u->first_part == PART_BOND && u->first_marked) /* "ولد أينشتاين" */
        return !u->n_native && !u->n_loose && !after_place(names, u, first) &&
               (wish >= FOR || (!u->n_sure && (u->n_listed || u->n_unknown)));
    if (u->n_sure) return true;
    if (u->first_part == PART_BOND) return wish >= FOR || u->n_word || u->n_unknown;
    if (wish >= FOR) return u->n_native < u->n_part;
    if (u->n_native || wish == AGAINST) return false;
    return u->n_unknown >= 2 || (u->n_unknown && u->n_foreign && u->n_listed);
}

static bool add_entity(const rs_names *names, run *u, uint32_t end);

/* A text that prints ى as such means the name by علي. */
static bool tells_maksura(rs_names *names)
{
    for (size_t i = 0; !names->dotted && i < names->words->token.n; i++) {
        const rs_token *t = &names->words->token.at[i];
        if (t->kind != RS_TOKEN_WORD) continue;
        const rs_word *w = rs_token_word(names->words, t);
        if (w->letter[w->n_letter - 1] == RS_ALEF_MAKSURA) names->dotted = 1;
    }
    if (!names->dotted) names->dotted = 2;
    return names->dotted == 1;
}

/* A word that is no name by itself, but by what follows: "حشر بن مكتوم", "علي محمد". */
static bool begins_name(rs_names *names, uint32_t i, uint32_t end, const name_word *w)
{
    const rs_token *t = token_at(names, i);
    if (t->kind != RS_TOKEN_WORD || names->of.at[i] != RS_NONE) return false;
    const rs_word *word = rs_token_word(names->words, t);
    const rs_reading *r = rs_token_reading(names->words, t);
    unsigned pos = rs_pos_of(r->feat);
    bool son = is_bin(names, i + 1, end);
    if (w->list == 1 && !w->marked && w->part == PART_NONE && i + 1 < end) { /* "واين روني" */
        name_word next = name_word_of(names, i + 1, end);
        if (next.clean && (next.part == PART_FAMILY || next.part == PART_GIVEN || next.part == PART_UNKNOWN))
            return true;
    }
    if (w->list && (pos == RS_POS_PREP || pos == RS_POS_PART)) {
        if (r->pronoun || word->letter[word->n_letter - 1] != RS_YEH) return false;
        name_word next = i + 1 < end ? name_word_of(names, i + 1, end) : (name_word){.part = PART_NONE};
        bool named = next.clean && (next.part == PART_GIVEN || next.part == PART_FAMILY);
        return son || ((named || next.part == PART_UNKNOWN) && tells_maksura(names));
    }
    if (w->part != PART_NONE && w->part != PART_WORD) return false;
    return son && !r->pronoun && (w->list || (bare_word(names, i) && !(r->pro & RS_PRO_AL))) &&
           (pos == RS_POS_NOUN || pos == RS_POS_ADJ || pos == RS_POS_VERB);
}

/* The name that starts at token I; 0 tokens if none does. */
static run take(rs_names *names, uint32_t i, uint32_t first, uint32_t end)
{
    run u = {.first = i, .entity = RS_NONE};
    name_word w = name_word_of(names, i, end);
    bool clean = w.clean, known = w.part != PART_GIVEN && w.part != PART_FAMILY && w.part != PART_BOND &&
                                  names->n_word && recalled(names, i, first, &w);
    if (known) w.n = 1, w.part = PART_FAMILY;
    if (begins_name(names, i, end, &w)) w.n = 1, w.part = PART_GIVEN;
    if (foreign_bond(names, i, end, &w) && name_word_of(names, i + 1, end).part == PART_UNKNOWN) w.part = PART_BOND;
    if (w.part == PART_NONE || w.part == PART_EPITHET || w.part == PART_ARTICLE) return u;
    if (w.part == PART_WORD && has_article(names, i)) return u;
    add(&u, &w, false);
    while (i + u.n < end && u.n < MAX_NAME) {
        if (add_entity(names, &u, end)) continue;
        w = name_word_of(names, i + u.n, end);
        if (!goes_on(names, &u, i + u.n, end, &w)) break;
        add(&u, &w, w.part == PART_NONE || w.part == PART_EPITHET);
    }
    if (u.last == PART_BOND && u.n_part > 1) u.n--, u.n_part--; /* nothing is bound */
    enum wish wish = joins_person(names, i, first, clean) ? FOR : wish_before(names, i, first);
    bool alone = known && u.n_part == 1;
    if (alone ? wish == AGAINST || of_place(names, &u, first, end) : !accept(names, &u, first, end, wish)) u.n = 0;
    return u;
}

/* Forget mention INDEX, of the sentence that is being read: only those of its own sentence stand behind it. */
static void drop(rs_names *names, uint32_t index)
{
    for (uint32_t k = 0; k < names->mention.at[index].n; k++)
        names->of.at[names->mention.at[index].first + k] = RS_NONE;
    for (uint32_t j = index + 1; j < names->mention.n; j++) {
        rs_mention m = names->mention.at[j];
        for (uint32_t k = 0; k < m.n; k++) names->of.at[m.first + k] = j - 1;
        names->mention.at[j - 1] = m;
    }
    names->mention.n--;
}

/* Mention M takes the tokens from FIRST on, also from others. */
static void claim(rs_names *names, rs_mention m, uint32_t first)
{
    for (uint32_t k = 0; k < m.n; k++)
        if (names->of.at[first + k] != RS_NONE) drop(names, names->of.at[first + k]);
    name_keep(names, m, first);
}

/* The known person whose mention starts at token I, without proclitics; RS_NONE if there is none. */
static uint32_t entity_at(const rs_names *names, uint32_t i, uint32_t end)
{
    const rs_mention *m = i < end ? rs_mention_of(names, i) : NULL;
    if (!m || m->first != i || m->kind != RS_MENTION_ENTITY || !rs_mention_is_person(names, m)) return RS_NONE;
    return names->of.at[i];
}

/* The words of M name its person only in context. */
static bool may_be_other(const rs_names *names, const rs_mention *m)
{
    const rs_lexicon *lx = names->words->lexicon;
    if (m->node == RS_NONE) return false;
    const rs_image_node *node = &lx->node[m->node];
    for (size_t i = 0; i < node->n_tag; i++) {
        const rs_image_tag *tag = &lx->tag[node->tag_at + i];
        if (tag->kind == RS_TAG_ENTITY && tag->value == m->entity) return tag->b != 0;
    }
    return false;
}

/* A family name that is known as somebody's, after a given name: "محمد عبد الفتاح", "أحمد بن محمد بن راشد". */
static bool add_entity(const rs_names *names, run *u, uint32_t end)
{
    uint32_t at = u->first + u->n, index = u->entity == RS_NONE ? entity_at(names, at, end) : RS_NONE;
    if (index == RS_NONE) return false;
    const rs_mention *m = &names->mention.at[index];
    bool son = u->last == PART_BOND;
    const rs_image_tag *bond = rs_token_any_tag(names->words, token_at(names, at), RS_TAG_FIRSTNAME);
    bool short_name = m->n == 1 || (m->n == 2 && !has_article(names, at)) || (bond && bond->a == 3);
    if (m->pro || (!son && !short_name)) return false;
    if (u->last != PART_GIVEN && u->last != PART_FAMILY && u->last != PART_UNKNOWN && !son && !u->n_sure) return false;
    bool own = !son && name_own_given(names, &names->words->lexicon->entity[m->entity], token_at(names, at - 1));
    if (!own && u->last == PART_UNKNOWN && !may_be_other(names, m)) return false;
    u->entity = own ? index : RS_NONE;
    u->n += m->n;
    u->n_part++, u->n_sure++;
    u->last = PART_FAMILY;
    return true;
}

/* "الحسن" and "بن علي", both known, are one name. */
static bool begins_with_bond(const rs_names *names, uint32_t i, uint32_t end)
{
    if (entity_at(names, i, end) == RS_NONE) return false;
    const rs_image_tag *tag = rs_token_any_tag(names->words, token_at(names, i), RS_TAG_FIRSTNAME);
    return tag && tag->a == 3;
}

/* A name that is a word, and is one here: a verb, or an adjective of the noun of a thing before it ("التقرير الشهري"),
 * unless its person was named before. */
static bool is_word_here(const rs_names *names, const rs_mention *m, uint32_t first)
{
    const rs_token *t = token_at(names, m->first);
    const rs_reading *r = rs_token_reading(names->words, t);
    if (m->n != 1 || r->lemma == RS_NONE) return false;
    if (rs_pos_of(r->feat) == RS_POS_VERB) return true;
    if (rs_pos_of(r->feat) != RS_POS_ADJ || m->first == first || (r->pro & RS_PRO_AND)) return false;
    const rs_reading *before = rs_token_reading(names->words, t - 1);
    if (!before || rs_pos_of(before->feat) != RS_POS_NOUN || !may_be_other(names, m)) return false;
    if (wish_before(names, m->first, first) >= GENITIVE) return false;
    for (size_t i = 0; i < names->mention.n; i++)
        if (&names->mention.at[i] != m && names->mention.at[i].entity == m->entity) return false;
    bool definite = (before->pro & RS_PRO_AL) || before->pronoun, own = r->pro & RS_PRO_AL;
    return definite == own && rs_agree(before->feat, r->feat);
}

/* A known person goes on: "عبد الرحمن القحطاني" is somebody else, "محمد بن راشد آل مكتوم" the same. */
static void lengthen(rs_names *names, uint32_t i, uint32_t end)
{
    rs_mention *m = &names->mention.at[names->of.at[i]];
    run u = {.first = i, .n = m->n, .n_part = m->n, .n_sure = 1, .entity = RS_NONE, .last = PART_GIVEN};
    uint32_t index = names->of.at[i];
    for (uint32_t k = 0; k < m->n; k++) names->of.at[i + k] = RS_NONE;
    name_word w = name_word_of(names, i, end);
    bool given = w.n == m->n && w.list == 1 && may_be_other(names, m);
    for (uint32_t k = 0; k < m->n; k++) names->of.at[i + k] = index;
    if (given) u.n_part = 1;
    while (i + u.n < end && u.n < MAX_NAME) {
        w = name_word_of(names, i + u.n, end);
        bool bond = w.part == PART_BOND && !w.marked, bound = u.last == PART_BOND;
        if (bound && add_entity(names, &u, end)) continue;
        if (u.n == m->n && (given || begins_with_bond(names, i + u.n, end)) && add_entity(names, &u, end)) {
            given = true;
            continue;
        }
        if (!given && !bond && !bound && w.part != PART_ARTICLE) break;
        if (!goes_on(names, &u, i + u.n, end, &w)) break;
        add(&u, &w, w.part == PART_NONE || w.part == PART_EPITHET);
    }
    if (u.last == PART_BOND) u.n--;
    if (u.n <= m->n) return;
    rs_mention longer = *m;
    if (given) longer.kind = RS_MENTION_PERSON, longer.node = longer.entity = longer.place = RS_NONE;
    longer.n = u.n;
    if (given) name_remember(names, i, u.n);
    claim(names, longer, i);
}

/* A name that ends in that of a known person names that one. */
static void keep_run(rs_names *names, const run *u)
{
    const rs_reading *r = rs_token_reading(names->words, token_at(names, u->first));
    rs_mention m = {.kind = RS_MENTION_PERSON, .node = RS_NONE, .entity = RS_NONE, .place = RS_NONE};
    if (u->entity != RS_NONE) m = names->mention.at[u->entity];
    m.n = u->n;
    m.pro = r->pro & (uint8_t)~RS_PRO_AL;
    if (u->entity == RS_NONE && (u->n_part > 1 || u->first_part == PART_UNKNOWN)) name_remember(names, u->first, u->n);
    claim(names, m, u->first);
}

void name_persons(rs_names *names, const rs_sentence *sentence)
{
    uint32_t end = sentence->first + sentence->n;
    (void)tells_maksura(names);
    for (uint32_t i = sentence->first; i < end;) {
        uint32_t entity = entity_at(names, i, end);
        if (entity != RS_NONE && is_word_here(names, &names->mention.at[entity], sentence->first)) {
            drop(names, entity);
        } else if (entity != RS_NONE) {
            lengthen(names, i, end);
            i += rs_mention_of(names, i)->n;
            continue;
        }
        run u = take(names, i, sentence->first, end);
        if (u.n) keep_run(names, &u);
        i += u.n ? u.n : 1;
    }
}
