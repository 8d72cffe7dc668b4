/* SPDX-License-Identifier: MIT */
/* name - the door of the name layer: what stretches of tokens name. Persons, groups, bodies, nations, places and fixed
 * phrases by the trie; numbers; dates and times. A token belongs to one mention at the most: the longest that starts
 * first. */
#ifndef NAME_NAME_H
#define NAME_NAME_H

#include "word/word.h"

enum rs_mention_kind {
    RS_MENTION_NONE,
    RS_MENTION_ENTITY, /* person, group, organisation, media */
    RS_MENTION_NATION, /* a state, people or region by its name */
    RS_MENTION_BODY,   /* a body of any state: ministry, parliament */
    RS_MENTION_PLACE,
    RS_MENTION_PHRASE, /* fixed phrase: preposition, particle, operator, speech, mode, domain */
    RS_MENTION_NUMBER,
    RS_MENTION_TIME,
    RS_MENTION_PERSON,       /* somebody whom the lexicon does not know, by the words of the name */
    RS_MENTION_ORGANISATION, /* a body whom the lexicon does not know, likewise; over other mentions */
};

typedef struct rs_mention {
    uint32_t first, n; /* tokens of the document */
    uint8_t kind;
    uint8_t pro;       /* proclitics of its first token that are not part of the name */
    uint8_t vague;     /* NUMBER: rs_number_kind */
    uint32_t node;     /* trie node, for its tags; RS_NONE for numbers and times */
    uint32_t entity;   /* ENTITY, NATION, BODY: index; else RS_NONE */
    uint32_t place;    /* index of the place it names, also of a NATION; RS_NONE */
    uint32_t value;    /* NUMBER */
    uint32_t from, to; /* TIME: days; 0 unknown */
} rs_mention;

/* A word of a person's name that stood in the document. */
typedef struct rs_name_word {
    uint32_t hash; /* of its folded letters, without proclitics */
    bool family;   /* it ended a name of several words, or was one by itself */
} rs_name_word;

enum { RS_NAME_WORDS = 128 }; /* of a document; later ones are not remembered */

/* What the names of a document are read with and remember. */
typedef struct rs_names {
    const rs_words *words;
    const rs_alloc *alloc;
    RS_VEC(rs_mention) mention;
    RS_VEC(uint32_t) of;    /* token -> mention, RS_NONE */
    RS_VEC(uint32_t) known; /* entities named in full so far: aliases of these are safe */
    /* Organisations composed of words and of other mentions, in no order; `of` does not know of them,
     * because who takes part in an event is read from the words. */
    RS_VEC(rs_mention) organisation;
    uint32_t firm[RS_NAME_WORDS], n_firm; /* words that no entry has and that named an organisation before */
    uint32_t read_end;                    /* tokens before it have been read once */
    uint32_t sport, n_sport;              /* weight of the words of sport among the first n_sport tokens */
    uint32_t published;                   /* day from which times count; 0 unknown */
    char country[4];                      /* at issue, "" before that is known */
    bool waits;                           /* a short name was left that the country at issue may make clear */
    rs_name_word word[RS_NAME_WORDS];
    uint32_t n_word;
    uint64_t filter; /* a bit for each word in WORD, by its hash */
    uint8_t dotted;  /* 1: final ى is printed as ى here, 2: as ي or not at all; 0: not looked at yet */
} rs_names;

/* rs_names_begin - a new document whose words have been read. Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status rs_names_begin(rs_names *names, const rs_words *words, const rs_alloc *alloc, uint32_t published,
                                      rs_error *error);
void rs_names_free(rs_names *names);
/* rs_names_read - the mentions of one sentence whose readings have been chosen. A sentence may be read again when more
 * of the document is known: a headline has the short name of whom the text names in full, and the country at issue
 * makes some short names clear (names->waits). */
void rs_names_read(rs_names *names, const rs_sentence *sentence);

/* The mention that starts at or covers TOKEN, NULL if none. */
static inline const rs_mention *rs_mention_of(const rs_names *names, size_t token)
{
    uint32_t m = names->of.at[token];
    return m == RS_NONE ? NULL : &names->mention.at[m];
}
/* Does it name a person, of the lexicon or not? */
static inline bool rs_mention_is_person(const rs_names *names, const rs_mention *m)
{
    if (m->kind != RS_MENTION_ENTITY) return m->kind == RS_MENTION_PERSON;
    return names->words->lexicon->entity[m->entity].kind == RS_EK_PERSON;
}
/* The first tag of KIND of a mention; NULL if none. */
const rs_image_tag *rs_mention_tag(const rs_names *names, const rs_mention *mention, enum rs_tag kind);

/* rs_mention_place - which of the places of that name MENTION means, where COUNTRY (four bytes, may be empty) is at
 * issue; RS_NONE if it names no place. */
uint32_t rs_mention_place(const rs_names *names, const rs_mention *mention, const char *country);

/* Days as yyyymmdd. rs_day_add - N days later. rs_day_weekday - 1 Monday to 7 Sunday. rs_day_month - the first day of
 * the month N months later. */
uint32_t rs_day_add(uint32_t day, int n);
int rs_day_weekday(uint32_t day);
uint32_t rs_day_month(uint32_t day, int n);
/* rs_day_valid - DAY if the calendar has such a day, else 0. rs_day_hijri - the day of a date of the Islamic calendar,
 * 0 if there is none such; rs_day_hijri_year - the Islamic year that DAY lies in. Months seen differ by a day or two.
 */
uint32_t rs_day_valid(uint32_t day);
uint32_t rs_day_hijri(uint32_t year, uint32_t month, uint32_t day);
uint32_t rs_day_hijri_year(uint32_t day);

/* Private to the layer: the persons of a sentence that are no mention yet; a mention of tokens from FIRST on. */
void name_persons(rs_names *names, const rs_sentence *sentence);
void name_keep(rs_names *names, rs_mention m, uint32_t first);
/* Private to the layer: the organisations of a sentence that are composed. */
void name_organisations(rs_names *names, const rs_sentence *sentence);
/* Private to the layer: is the document, up to token END, about sport? */
bool name_sport(rs_names *names, uint32_t end);
/* Private to the layer: is GIVEN one of the names of person E, so that a family name behind it is that person's?
 * Spellings differ in a letter or two: the first one decides. */
bool name_own_given(const rs_names *names, const rs_image_entity *e, const rs_token *given);
/* Private to the layer: a number, or a time, that starts at token I of the N at TOKEN; the tokens it takes, 0 if there
 * is none. The value of a FRACTION is in hundredths. */
size_t name_number(const rs_words *words, const rs_token *token, size_t i, size_t n, uint32_t *value, uint8_t *kind);
size_t name_time(const rs_names *names, const rs_token *token, size_t i, size_t n, uint32_t *from, uint32_t *to);

#endif
