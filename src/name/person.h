/* SPDX-License-Identifier: MIT */
/* Private to the name layer: what a token can be in a person's name, and what a document remembers of persons. */
#ifndef NAME_PERSON_H
#define NAME_PERSON_H

#include "name/name.h"

enum name_part {
    PART_NONE,
    PART_GIVEN,   /* a given name, and nothing else is chosen */
    PART_FAMILY,  /* a family name, and nothing else is chosen */
    PART_BOND,    /* بن, أبو */
    PART_WORD,    /* a listed name that is mostly a word, or read as one here */
    PART_UNKNOWN, /* in no lexicon, without article */
    PART_ARTICLE, /* in no lexicon, with article: a family name at the most */
    PART_EPITHET, /* an adjective with article that may follow a given name: "السادس", "الحفصي" */
    PART_ENTITY,  /* a person whom the lexicon knows by these words */
};

/* A token, or the two of a compound such as عبد الله, in a person's name. */
typedef struct name_word {
    uint8_t part;
    uint8_t n;    /* tokens; 0 for PART_NONE */
    uint8_t skip; /* letters before the name */
    bool clean;   /* no proclitic before it */
    uint8_t list; /* 1 listed as a given name, 2 family, 3 bond, 0 not listed */
    bool marked;  /* the list says that it is mostly a word */
    bool foreign; /* PART_UNKNOWN: its letters are those of a foreign name */
    bool native;  /* PART_UNKNOWN: it begins or ends as Arabic words do */
} name_word;

/* name_word_of - token I, and those after it up to END, in a name. */
name_word name_word_of(const rs_names *names, uint32_t i, uint32_t end);

/* name_remember - N tokens from FIRST on are a person's name. name_recalled - was token I a word of one? NULL if not.
 */
void name_remember(rs_names *names, uint32_t first, uint32_t n);
const rs_name_word *name_recalled(const rs_names *names, uint32_t i);

#endif
