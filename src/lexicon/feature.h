/* SPDX-License-Identifier: MIT */
/* What a word form says: part of speech and inflection, packed into 32 bits so that an analysis is two words. */
#ifndef LEXICON_FEATURE_H
#define LEXICON_FEATURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(name, printed) */
#define RS_POS_LIST(X)                                                                                                 \
    X(NONE, "?")                                                                                                       \
    X(NOUN, "noun")                                                                                                    \
    X(ADJ, "adj")                                                                                                      \
    X(VERB, "verb")                                                                                                    \
    X(PREP, "prep")                                                                                                    \
    X(CONJ, "conj")                                                                                                    \
    X(PART, "part")                                                                                                    \
    X(PRON, "pron")                                                                                                    \
    X(REL, "rel")                                                                                                      \
    X(DEM, "dem")                                                                                                      \
    X(NUM, "num")                                                                                                      \
    X(ADV, "adv")                                                                                                      \
    X(NAME, "name")                                                                                                    \
    X(PUNCT, "punct")

enum rs_pos {
#define RS_POS_ENUM(name, text) RS_POS_##name,
    RS_POS_LIST(RS_POS_ENUM)
#undef RS_POS_ENUM
        RS_N_POS
};

enum { RS_MASC = 1, RS_FEM = 2 };
enum { RS_SG = 1, RS_DUAL = 2, RS_PL = 3 };
enum { RS_PERFECT = 1, RS_IMPERFECT = 2, RS_IMPERATIVE = 3 };

#define RS_FEAT_POS(pos) ((uint32_t)(pos))
#define RS_FEAT_GENDER(g) ((uint32_t)(g) << 4)
#define RS_FEAT_NUMBER(n) ((uint32_t)(n) << 6)
#define RS_FEAT_PERSON(p) ((uint32_t)(p) << 8)
#define RS_FEAT_TENSE(t) ((uint32_t)(t) << 10)
#define RS_FEAT_PASSIVE (1u << 12)
#define RS_FEAT_INDICATIVE (1u << 13)  /* the form can be the indicative (يكتبون) */
#define RS_FEAT_SUBJUNCTIVE (1u << 14) /* ... or subjunctive or jussive (يكتبوا، يكن) */
#define RS_FEAT_CONSTRUCT (1u << 15)   /* must be followed by a genitive or a pronoun (مقاتلو) */
#define RS_FEAT_NO_CLITIC (1u << 16)   /* never before a pronoun (مدينة) */
#define RS_FEAT_CLITIC (1u << 17)      /* only before a pronoun (مدينت) */
#define RS_FEAT_TANWIN (1u << 18)      /* indefinite accusative with alif */
#define RS_FEAT_MASDAR (1u << 19)
#define RS_FEAT_ACTIVE_PARTICIPLE (1u << 20)
#define RS_FEAT_PASSIVE_PARTICIPLE (1u << 21)
#define RS_FEAT_ELATIVE (1u << 22)
#define RS_FEAT_NISBA (1u << 23)
#define RS_FEAT_NOMINATIVE (1u << 24) /* ون، ان */
#define RS_FEAT_OBLIQUE (1u << 25)    /* ين */
#define RS_FEAT_INDEFINITE (1u << 26) /* never with the article (قاض) */
#define RS_FEAT_CITATION (1u << 27)   /* the form under which the lemma is listed */
#define RS_FEAT_PARTICIPLE (RS_FEAT_ACTIVE_PARTICIPLE | RS_FEAT_PASSIVE_PARTICIPLE)

static inline unsigned rs_pos_of(uint32_t feat) { return feat & 15u; }
static inline unsigned rs_gender_of(uint32_t feat) { return feat >> 4 & 3u; }
static inline unsigned rs_number_of(uint32_t feat) { return feat >> 6 & 3u; }
static inline unsigned rs_person_of(uint32_t feat) { return feat >> 8 & 3u; }
static inline unsigned rs_tense_of(uint32_t feat) { return feat >> 10 & 3u; }

/* rs_feature_text - FEAT in words, part of speech first, zero-terminated: "verb perfect 3 f sg". The number of bytes.
 */
size_t rs_feature_text(uint32_t feat, char *out, size_t room);

/* rs_agree - can an adjective with features ADJECTIVE qualify a noun with features NOUN? Gender or number that is not
 * told fits all. A plural of things takes the feminine singular, as may one of people that is a group. */
static inline bool rs_agree(uint32_t noun, uint32_t adjective)
{
    unsigned n = rs_number_of(noun), a = rs_number_of(adjective), g = rs_gender_of(adjective);
    if (!n || !a) return true;
    if (n == RS_PL) return a == RS_PL || (a == RS_SG && g != RS_MASC);
    return n == a && (!rs_gender_of(noun) || !g || g == rs_gender_of(noun));
}

#endif
