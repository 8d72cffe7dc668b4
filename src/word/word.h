/* SPDX-License-Identifier: MIT */
/* word - the door of the word layer: tokens and sentences, the readings of each word, and the one chosen in context.
 *
 * The readings of a distinct word are found once per worker and kept: a few thousand words make most of a text. */
#ifndef WORD_WORD_H
#define WORD_WORD_H

#include "lexicon/lexicon.h"
#include "text/text.h"

/* Proclitics of a reading. */
enum {
    RS_PRO_W = 1,  /* و */
    RS_PRO_F = 2,  /* ف */
    RS_PRO_B = 4,  /* ب */
    RS_PRO_K = 8,  /* ك */
    RS_PRO_L = 16, /* ل */
    RS_PRO_S = 32, /* س */
    RS_PRO_AL = 64,
    RS_PRO_AND = RS_PRO_W | RS_PRO_F,
    RS_PRO_PREP = RS_PRO_B | RS_PRO_K | RS_PRO_L,
};

/* The pronoun at the end of a reading: person, gender and number as features; 0 for none. */
typedef struct rs_reading {
    uint32_t lemma; /* RS_NONE: guessed */
    uint32_t feat;
    uint16_t pronoun;
    uint8_t pro;
    uint8_t n_pro, n_end; /* letters of the proclitics and of the pronoun */
    int8_t cost;          /* before context; smaller is better */
    uint8_t kind;         /* as a neighbour of others: choose.c */
    uint8_t auxiliary;    /* 1: another of its kind follows: a verb (كان, بدأ), a name (بن) */
} rs_reading;

enum { RS_MAX_READING = 12, RS_MAX_VIEW = 4, RS_MAX_LETTER = 30 };

/* A way into the names: the form that is left when PRO is taken off. */
typedef struct rs_view {
    uint32_t form;
    uint8_t pro;
} rs_view;

/* A distinct word. What is asked for at each of its tokens stands first, in one line of the processor's cache. */
typedef struct rs_word {
    rs_reading *reading; /* in the cache's pool, the cheapest first */
    uint32_t hash, next;
    uint32_t key_at;    /* in the cache's keys */
    uint32_t form;      /* the whole word as a form, RS_NONE if unknown */
    uint16_t qualified; /* which adjectives one of its nouns agrees with: choose.c */
    uint8_t n_key, n_reading, n_view, n_letter;
    uint8_t subject; /* 1: can be a definite noun without a preposition */
    uint8_t n_near;  /* readings that may be chosen: those not much dearer than the first */
    uint8_t settled; /* 1: all of them are of one class and cut: choose.c */
    uint8_t tanwin;  /* ends in tanwin */
    uint8_t latin;
    rs_view view[RS_MAX_VIEW];
    uint32_t damma;                /* letters that are printed with one, as bits */
    uint8_t letter[RS_MAX_LETTER]; /* strict */
} rs_word;

enum rs_token_kind { RS_TOKEN_WORD, RS_TOKEN_NUMBER, RS_TOKEN_PUNCT };
enum { RS_TOKEN_PERCENT = 128 };

/* begin and end are code points of the text. */
typedef struct rs_token {
    uint32_t begin, end;
    uint32_t word; /* of a WORD: index into the cache; of a NUMBER: its value, capped */
    uint8_t kind;
    uint8_t cls;    /* rs_class of a PUNCT; of a NUMBER its hundredths, and RS_TOKEN_PERCENT if that sign follows */
    uint8_t chosen; /* reading */
    uint8_t space;  /* 1: white space before it */
    /* Of a WORD that was chosen: how sure it is, in percent, that it is a verb, a nominal or a particle and that its
     * clitics are where the reading has them. From how much dearer the best way through another such reading is; which
     * percent a margin stands for was counted on annotated text (choose.c). Nothing is said of lemmas and forms. */
    uint8_t confidence;
} rs_token;

typedef struct rs_sentence {
    uint32_t begin, end; /* code points, without surrounding space */
    uint32_t first, n;   /* tokens */
} rs_sentence;

typedef struct rs_words {
    const rs_lexicon *lexicon;
    const rs_alloc *alloc;
    RS_VEC(rs_word) word;
    RS_VEC(rs_reading) reading;
    RS_VEC(uint64_t) key; /* the code points of words, four to an element */
    uint32_t bucket[131072];
    RS_VEC(rs_token) token;
    RS_VEC(rs_sentence) sentence;
} rs_words;

/* rs_words_init - an empty cache with room for some thousand words. Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status rs_words_init(rs_words *words, const rs_lexicon *lexicon, const rs_alloc *alloc,
                                     rs_error *error);
void rs_words_free(rs_words *words);
/* rs_words_forget - empty the cache; no token of a text before may be asked for its word. Results do not change. */
void rs_words_forget(rs_words *words);
/* rs_words_read - the tokens and sentences of code points [begin, end) of TEXT, each word with its readings; those of
 * the text before are forgotten (not the cache). Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status rs_words_read(rs_words *words, const rs_text *text, size_t begin, size_t end, rs_error *error);
/* rs_words_choose - choose a reading for each token of a sentence by its neighbours. */
void rs_words_choose(rs_words *words, const rs_sentence *sentence);

static inline const rs_word *rs_token_word(const rs_words *words, const rs_token *token)
{
    return &words->word.at[token->word];
}
/* The chosen reading of a word token; NULL for numbers and punctuation. */
static inline const rs_reading *rs_token_reading(const rs_words *words, const rs_token *token)
{
    return token->kind == RS_TOKEN_WORD ? &words->word.at[token->word].reading[token->chosen] : NULL;
}
static inline unsigned rs_token_pos(const rs_words *words, const rs_token *token)
{
    if (token->kind == RS_TOKEN_PUNCT) return RS_POS_PUNCT;
    if (token->kind == RS_TOKEN_NUMBER) return RS_POS_NUM;
    return rs_pos_of(words->word.at[token->word].reading[token->chosen].feat);
}
/* The first tag of KIND of the chosen reading's lemma, NULL if none. */
const rs_image_tag *rs_token_tag(const rs_words *words, const rs_token *token, enum rs_tag kind);
/* The tag of KIND of any reading of the token that is a noun, adjective or number (the chosen first), NULL if none. */
const rs_image_tag *rs_token_any_tag(const rs_words *words, const rs_token *token, enum rs_tag kind);

/* Private to the layer: fill WORD (whose letters are set) with views, and with readings, for all of which there must be
 * room where they are. */
void word_analyse(const rs_lexicon *lexicon, rs_word *word);
/* Note with a word and its readings what neighbours they are. */
void word_prepare(const rs_lexicon *lexicon, rs_word *word);

#endif
