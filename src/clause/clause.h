/* SPDX-License-Identifier: MIT */
/* clause - the door of the clause layer: the phrases of a sentence and the clauses they stand in.
 *
 * A cascade of finite steps, no tree: noun phrases with their numbers, adjectives and genitives; verbs with their
 * particles; what opens a clause. Each clause knows its verb, its subject and what governs it. That is what Arabic news
 * needs, and it is fast. */
#ifndef CLAUSE_CLAUSE_H
#define CLAUSE_CLAUSE_H

#include "name/name.h"

enum rs_phrase_kind {
    RS_PHRASE_NOUN, /* noun phrase; also a pronoun after a preposition */
    RS_PHRASE_VERB,
    RS_PHRASE_OPENER, /* أن، الذي، إذا, بينما ... */
    RS_PHRASE_AND,    /* a conjunction alone */
    RS_PHRASE_PUNCT,
    RS_PHRASE_OTHER,
};

/* Bits of a phrase. */
enum {
    RS_PH_COORD = 1,    /* joined to the noun phrase before it by و or a comma */
    RS_PH_GENITIVE = 2, /* the genitive of the phrase before it (of its event noun) */
    RS_PH_ACT = 4, /* its head is a word with frames or that works on events: its genitive is a phrase of its own */
    RS_PH_DEFINITE = 8,
    RS_PH_NEGATIVE = 16, /* لا، عدم, لم before it */
    RS_PH_FUTURE = 32,
    RS_PH_MAY = 64,         /* قد + imperfect, ربما */
    RS_PH_TANWIN = 128,     /* indefinite accusative: may be an object, hal or adverb */
    RS_PH_COMPLEMENT = 256, /* completes a title or source: "المتحدث باسم الجيش" */
    RS_PH_ANY = 512,        /* أي: "any" */
    RS_PH_TIME = 1024,
    RS_PH_AL_VERBAL = 2048,
    RS_PH_PRONOUN_ONLY = 4096,
    RS_PH_LET = 8192,   /* ل + imperfect: purpose */
    RS_PH_TIED = 16384, /* a COMPLEMENT to which an adjective ties the party before it: "الموالية للرئيس" */
};

typedef struct rs_phrase {
    uint32_t first, n; /* tokens of the document */
    uint32_t head;     /* token */
    uint32_t clause;
    uint32_t mention; /* the name it is or contains, RS_NONE */
    uint32_t count;   /* number of persons or things told, RS_NONE */
    uint32_t pronoun; /* of the head (possessive, object) or after the preposition; features, 0 none */
    uint16_t bits;
    uint8_t kind, vague;
    uint8_t prep, use;      /* rs_prep, rs_use of what stands before it */
    uint8_t opener;         /* rs_particle of an OPENER; of a VERB the particle before it */
    uint8_t gender, number; /* of the head; 0 unknown */
} rs_phrase;

enum rs_clause_kind {
    RS_CLAUSE_MAIN,
    RS_CLAUSE_THAT, /* أن، إن, a quotation */
    RS_CLAUSE_RELATIVE,
    RS_CLAUSE_IF,
    RS_CLAUSE_TIME,       /* عندما، بعد أن, حيث */
    RS_CLAUSE_PURPOSE,    /* لـ + imperfect, كي */
    RS_CLAUSE_CHAIN,      /* بدأ يقصف, كان قد قصف: the verb after an auxiliary */
    RS_CLAUSE_PARTICIPLE, /* ... داعيا إلى */
};

typedef struct rs_clause {
    uint32_t parent;       /* clause, RS_NONE */
    uint32_t governor;     /* phrase (verb or noun) that it completes, the antecedent of a RELATIVE; RS_NONE */
    uint32_t verb;         /* phrase; RS_NONE for a nominal clause */
    uint32_t subject;      /* phrase; RS_NONE: dropped or none */
    uint32_t first_object; /* phrase; RS_NONE */
    uint32_t second_object;
    uint32_t inherits; /* clause whose subject a dropped one is, RS_NONE */
    uint32_t topic; /* features of the pronoun on its opener, which is its subject: "لكنه استبعد"; 0 none */
    uint8_t kind;
    uint8_t quoted;     /* stands in quotation marks */
    uint8_t accusative; /* its opener puts its subject into the accusative: "لكن ناشطين أكدوا" */
} rs_clause;

typedef struct rs_clauses {
    const rs_words *words;
    const rs_names *names;
    const rs_alloc *alloc;
    RS_VEC(rs_phrase) phrase;
    RS_VEC(rs_clause) clause;
    const rs_sentence *sentence;
    bool quoted; /* the sentence begins inside a quotation */
} rs_clauses;

/* rs_clauses_begin - room for the largest of N sentences. Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status rs_clauses_begin(rs_clauses *c, const rs_words *words, const rs_names *names,
                                        const rs_alloc *alloc, rs_error *error);
void rs_clauses_free(rs_clauses *c);
/* rs_clauses_read - the phrases and clauses of SENTENCE, replacing those of the sentence before. */
void rs_clauses_read(rs_clauses *c, const rs_sentence *sentence);

static inline const rs_phrase *rs_phrase_at(const rs_clauses *c, uint32_t i)
{
    return i == RS_NONE ? NULL : &c->phrase.at[i];
}
/* The chosen reading of a phrase's head; NULL for numbers and punctuation. */
static inline const rs_reading *rs_phrase_reading(const rs_clauses *c, const rs_phrase *p)
{
    return rs_token_reading(c->words, &c->words->token.at[p->head]);
}

/* The tag RS_TAG_TIE of an adjective, with that preposition; NULL if it has none. */
const rs_image_tag *clause_tie(const rs_words *words, const rs_token *adjective, uint8_t prep);

/* Private to the layer. */
void clause_phrases(rs_clauses *c);
void clause_clauses(rs_clauses *c);

#endif
