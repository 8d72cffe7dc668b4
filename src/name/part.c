/* SPDX-License-Identifier: MIT */
/* What a token can be in a person's name: a listed name by any of its readings, a compound of two tokens that is listed
 * as one name (عبد العاطي, نور الدين), a word of no lexicon, or an adjective that may follow a name. */
#include "name/person.h"

static const rs_image_tag *listed(const rs_words *words, const rs_word *w, const rs_reading **reading)
{
    const rs_image_tag *found = NULL;
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[i];
        if (rs_pos_of(r->feat) != RS_POS_NAME || r->lemma == RS_NONE || r->pronoun) continue;
        const rs_image_tag *tag = rs_lexicon_tag(words->lexicon, r->lemma, RS_TAG_FIRSTNAME);
        if (!tag || (found && (*reading)->n_pro != r->n_pro)) continue;
        /* unmarked before marked; a bond before a given name before a family name */
        if (found &&
            (found->b < tag->b || (found->b == tag->b && (found->a == 3 || (tag->a != 3 && found->a <= tag->a)))))
            continue;
        found = tag, *reading = r;
    }
    return found;
}

/* "محمد السادس", "الدمشقي": an ordinal, or an adjective of origin that is none of a nation. */
static bool is_epithet(const rs_words *words, const rs_token *t, const rs_reading *r)
{
    if (rs_pos_of(r->feat) != RS_POS_ADJ || !(r->pro & RS_PRO_AL) || r->lemma == RS_NONE) return false;
    uint8_t cls = words->lexicon->lemma[r->lemma].cls;
    if (rs_gender_of(r->feat) != RS_MASC || rs_number_of(r->feat) != RS_SG) return false;
    if (cls != RS_NC_ORDINAL && cls != RS_NC_NISBA) return false;
    return !rs_token_any_tag(words, t, RS_TAG_NATION) && !rs_token_any_tag(words, t, RS_TAG_MODIFIER);
}

/* Endings, in folded letters. */
typedef struct ending {
    uint8_t n, least; /* letters of the ending; of the whole word at least */
    uint8_t letter[5];
} ending;

static bool ends_in(const uint8_t *letter, size_t n, const ending *list, size_t n_list)
{
    for (size_t i = 0; i < n_list; i++)
        if (n >= list[i].least && memcmp(letter + n - list[i].n, list[i].letter, list[i].n) == 0) return true;
    return false;
}

/* وف يتش سكي سون يني مان برغ نغ و ولد ينهو يز وس يس نز: as names of Europe, America and East Asia end in print. */
static bool foreign_end(const uint8_t *letter, size_t n)
{
    static const ending list[] = {
        {2, 4, {RS_WAW, RS_FEH}},
        {3, 5, {RS_YEH, RS_TEH, RS_SHEEN}},
        {3, 5, {RS_SEEN, RS_KAF, RS_YEH}},
        {3, 5, {RS_SEEN, RS_WAW, RS_NOON}},
        {3, 5, {RS_YEH, RS_NOON, RS_YEH}},
        {3, 6, {RS_MEEM, RS_ALEF, RS_NOON}},
        {3, 5, {RS_BEH, RS_REH, RS_GHAIN}},
        {2, 3, {RS_NOON, RS_GHAIN}},
        {3, 5, {RS_WAW, RS_LAM, RS_DAL}},
        {2, 5, {RS_YEH, RS_ZAIN}},
        {2, 6, {RS_WAW, RS_SEEN}},
        {2, 6, {RS_YEH, RS_SEEN}},
        {5, 7, {RS_SHEEN, RS_TEH, RS_ALEF, RS_YEH, RS_NOON}},
        {5, 7, {RS_SHEEN, RS_FEH, RS_YEH, RS_LAM, RS_YEH}},
    };
    if (ends_in(letter, n, list, RS_COUNT(list))) return true;
    return n > 3 && letter[n - 1] == RS_WAW; /* verbs that end so are known, and their plurals have an alif */
}

/* Letters that Arabic lacks, groups that stand for them (تش, دج), long vowels in each syllable. */
static bool foreign_letters(const rs_word *w, const uint8_t *letter)
{
    size_t n_long = 0;
    for (size_t i = 0; i < w->n_letter; i++) {
        uint8_t strict = w->letter[i];
        if (strict == RS_PEH || strict == RS_TCHEH || strict == RS_VEH || strict == RS_GAF) return true;
        n_long += i && (letter[i] == RS_ALEF || letter[i] == RS_WAW || letter[i] == RS_YEH);
        if (!i) continue;
        if (letter[i - 1] == RS_TEH && letter[i] == RS_SHEEN) return true;
        if (letter[i - 1] == RS_DAL && letter[i] == RS_JEEM) return true;
    }
    return n_long >= 3 && w->n_letter >= 6;
}

/* ة ات ها هم نا وا ية: endings of inflected words; لا glued to a verb. */
static bool native_shape(const rs_word *w, const uint8_t *letter)
{
    static const ending list[] = {
        {2, 5, {RS_ALEF, RS_TEH}}, {2, 5, {RS_HEH, RS_ALEF}}, {2, 5, {RS_HEH, RS_MEEM}}, {2, 5, {RS_NOON, RS_ALEF}},
        {2, 5, {RS_WAW, RS_ALEF}}, {1, 4, {RS_TEH}},          {1, 3, {RS_HEH}},
    };
    if (ends_in(letter, w->n_letter, list, RS_COUNT(list)) && w->letter[w->n_letter - 1] != RS_ALEF_MAKSURA)
        return true;
    return w->n_letter > 4 && letter[0] == RS_LAM && letter[1] == RS_ALEF &&
           (letter[2] == RS_YEH || letter[2] == RS_TEH);
}

/* The tag of a name of two tokens that is listed as one, written together: عبد الله. Only with article in the second,
 * or with الله: others are bound by their particles. */
static const rs_image_tag *compound(const rs_names *names, uint32_t i, size_t *skip)
{
    const rs_words *words = names->words;
    const rs_lexicon *lx = words->lexicon;
    const rs_word *a = rs_token_word(words, &words->token.at[i]), *b = rs_token_word(words, &words->token.at[i + 1]);
    uint8_t letter[2 * RS_MAX_LETTER];
    if (b->n_letter < 4 || b->letter[0] != RS_ALEF || b->letter[1] != RS_LAM || a->n_letter > 7) return NULL;
    rs_fold(a->letter, a->n_letter, letter);
    rs_fold(b->letter, b->n_letter, letter + a->n_letter);
    static const uint8_t proclitics[] = {RS_WAW, RS_LAM, RS_BEH, RS_FEH, RS_KAF};
    bool proclitic = a->n_letter > 2 && memchr(proclitics, letter[0], sizeof proclitics);
    for (*skip = 0; *skip <= proclitic; ++*skip) {
        uint32_t form = rs_lexicon_form(lx, letter + *skip, (size_t)a->n_letter + b->n_letter - *skip);
        if (form == RS_NONE) continue;
        for (size_t k = 0; k < lx->form[form].n_analysis; k++) {
            const rs_image_analysis *an = &lx->analysis[lx->form[form].analysis_at + k];
            const rs_image_tag *tag = rs_lexicon_tag(lx, an->lemma, RS_TAG_FIRSTNAME);
            if (tag && !tag->b) return tag;
        }
    }
    return NULL;
}

static name_word unknown_word(const rs_words *words, const rs_token *t, const rs_reading *r)
{
    const rs_word *w = rs_token_word(words, t);
    name_word out = {.n = 1, .clean = true};
    if (r->lemma != RS_NONE)
        return is_epithet(words, t, r)       ? out.part = PART_EPITHET, out.clean = !(r->pro & ~RS_PRO_AL),
                                         out : (name_word){.part = PART_NONE};
    if (r->pro & RS_PRO_AL)
        return out.part = PART_ARTICLE, out.clean = !(r->pro & (RS_PRO_AND | RS_PRO_PREP)),
               out.foreign = !(r->pro & RS_PRO_AND) && (r->pro & (RS_PRO_K | RS_PRO_B)), out; /* كالديرون, بالاك */
    if (rs_pos_of(r->feat) != RS_POS_NAME) return (name_word){.part = PART_NONE};
    uint8_t letter[RS_MAX_LETTER];
    rs_fold(w->letter, w->n_letter, letter);
    out.part = PART_UNKNOWN;
    out.native = native_shape(w, letter);
    out.foreign = !out.native && (foreign_letters(w, letter) || foreign_end(letter, w->n_letter));
    /* of an unknown word no proclitic is known; at the beginning و is mostly one */
    out.clean = !(r->pro & (RS_PRO_AND | RS_PRO_PREP)) && !(letter[0] == RS_WAW && w->n_letter > 4);
    out.skip = r->n_pro;
    return out;
}

name_word name_word_of(const rs_names *names, uint32_t i, uint32_t end)
{
    const rs_words *words = names->words;
    const rs_token *t = &words->token.at[i];
    name_word out = {.part = PART_NONE, .n = 1, .clean = true};
    if (t->kind != RS_TOKEN_WORD || names->of.at[i] != RS_NONE) return (name_word){.part = PART_NONE};
    const rs_word *w = rs_token_word(words, t);
    const rs_reading *r = &w->reading[t->chosen], *named = NULL;
    if (w->latin) return (name_word){.part = PART_NONE};
    size_t skip = 0;
    const rs_token *next = i + 1 < end ? t + 1 : NULL;
    const rs_image_tag *tag =
        next && next->kind == RS_TOKEN_WORD && names->of.at[i + 1] == RS_NONE ? compound(names, i, &skip) : NULL;
    if (tag) return (name_word){.part = PART_GIVEN, .n = 2, .skip = (uint8_t)skip, .clean = !skip, .list = tag->a};
    tag = listed(words, w, &named);
    if (tag && tag->a == 3 && (named->pro & RS_PRO_AL)) tag = NULL; /* "الابن" binds nothing */
    if (!tag) return unknown_word(words, t, r);
    unsigned pos = rs_pos_of(r->feat);
    /* "وجود" is a word, not و and a name: a name does not split what a word of the lexicon does not */
    bool splits = named->n_pro > r->n_pro && r->lemma != RS_NONE && pos != RS_POS_NAME && pos != RS_POS_VERB;
    if (splits) return unknown_word(words, t, r);
    out.list = tag->a, out.marked = tag->b, out.skip = named->n_pro;
    out.clean = !(named->pro & (RS_PRO_AND | RS_PRO_PREP));
    if (pos != RS_POS_NOUN && pos != RS_POS_ADJ && pos != RS_POS_NAME && pos != RS_POS_VERB) return out;
    if (tag->a == 3 && (pos == RS_POS_NAME || pos == RS_POS_NOUN || pos == RS_POS_ADJ))
        out.part = PART_BOND;
    else if (pos != RS_POS_NAME || tag->b)
        out.part = PART_WORD;
    else
        out.part = tag->a == 2 ? PART_FAMILY : PART_GIVEN;
    return out;
}
