/* SPDX-License-Identifier: MIT */
/* The layout of the compiled lexicon. It is one block of memory, read as it lies in the program or a file:
 * a header, then sections of fixed-size rows. Text is in a pool, as offsets of zero-terminated UTF-8. The layout is
 * that of the machine that built it (little-endian, 32-bit offsets); the header says so and the reader checks.
 *
 * Lookup goes from a *form* (a word's folded letters) to its analyses, and from forms in a row, through a trie, to
 * named entities, places and fixed phrases. What a lemma or a phrase *means* to later layers is a list of tags. */
#ifndef LEXICON_IMAGE_H
#define LEXICON_IMAGE_H

#include "base/base.h"

#define RS_IMAGE_MAGIC "RASADLX5"
#define RS_NONE 0xFFFFFFFFu

/* X(member, row type) - the sections in file order. */
#define RS_SECTION_LIST(X)                                                                                             \
    X(pool, char)                                                                                                      \
    X(letter, uint8_t)                                                                                                 \
    X(bucket, uint32_t)                                                                                                \
    X(form, rs_image_form)                                                                                             \
    X(analysis, rs_image_analysis)                                                                                     \
    X(lemma, rs_image_lemma)                                                                                           \
    X(edge, rs_image_edge)                                                                                             \
    X(node, rs_image_node)                                                                                             \
    X(tag, rs_image_tag)                                                                                               \
    X(entity, rs_image_entity)                                                                                         \
    X(role, rs_image_role)                                                                                             \
    X(place, rs_image_place)                                                                                           \
    X(frame, rs_image_frame)                                                                                           \
    X(slot, rs_image_slot)                                                                                             \
    X(need, rs_image_need)                                                                                             \
    X(trigger, rs_image_trigger)                                                                                       \
    X(companion, rs_image_companion)                                                                                   \
    X(list, uint32_t)                                                                                                  \
    X(stage, rs_image_stage)                                                                                           \
    X(example, rs_image_example)

/* A written form: its folded letters, and its analyses. */
typedef struct rs_image_form {
    uint32_t letter_at; /* letter[at] is the length, the letters follow */
    uint32_t analysis_at;
    uint16_t n_analysis;
    uint16_t spare;
    uint32_t root_node; /* the trie node reached from the root by this form, or RS_NONE */
} rs_image_form;

typedef struct rs_image_analysis {
    uint32_t lemma;
    uint32_t feat;
    uint32_t strict_at; /* in letter: the spelling with its hamzas */
} rs_image_analysis;

typedef struct rs_image_lemma {
    uint32_t id, text, gloss; /* pool */
    uint32_t verb;            /* of verbal nouns and participles: the verb's lemma, else RS_NONE */
    uint32_t tag_at;
    uint16_t n_tag;
    uint8_t pos, cls; /* cls: rs_noun_class; of verbs the form, 1-14; of closed words what their table says */
} rs_image_lemma;

/* The trie: an open-addressed table of edges, keyed by node and form. */
typedef struct rs_image_edge {
    uint32_t from, form, to; /* from RS_NONE: empty */
} rs_image_edge;

typedef struct rs_image_node {
    uint32_t tag_at;
    uint16_t n_tag;
    uint16_t more; /* 1: edges leave it */
} rs_image_node;

/* What a lemma or phrase means. kind says which of the numbers count. */
typedef struct rs_image_tag {
    uint8_t kind, a, b, c;
    uint32_t value;
} rs_image_tag;

/* X(name, meaning of a, b, c, value) */
#define RS_TAG_LIST(X)                                                                                                 \
    X(ENTITY)    /* value: entity; a: rs_entity_kind; b: 1 = only in context, 2 = or in sport; c: 1 = a club */        \
    X(PLACE)     /* value: place; b: 1 = only beside a cue */                                                          \
    X(NATION)    /* value: entity; a: rs_nation_kind; b: 1 = ambiguous; c: 1 = adjective */                            \
    X(AGENT)     /* a: sector; b: rs_reach; value: id */                                                               \
    X(BODY)      /* a: sector; value: entity */                                                                        \
    X(FIRSTNAME) /* a: 1 given, 2 family, 3 particle; b: 1 = also a word */                                            \
    X(NUMBER)    /* a: rs_number_kind; value: number */                                                                \
    X(CALENDAR)  /* a: rs_calendar_kind; b: value */                                                                   \
    X(PARTICLE)  /* a: rs_particle; b: rs_use */                                                                       \
    X(PREP)      /* a: rs_prep; b: rs_use */                                                                           \
    X(TRIGGER)   /* value: trigger */                                                                                  \
    X(LIGHT)     /* a: rs_light; b: slot of the event noun; c: rs_prep needed, 0 none */                               \
    X(SPEECH)    /* a: rs_speech; c: rs_prep needed, 0 none */                                                         \
    X(OPERATOR)  /* a: status; b: rs_operator_kind; c: rs_prep needed */                                               \
    X(MODE)      /* a: event; b: mode */                                                                               \
    X(DOMAIN)    /* a: domain; b: weight */                                                                            \
    X(MODIFIER)  /* a: sector; b: 1 = armed, 2 = measure of an act (سلسلة) */                                     \
    X(TIE)       /* a: rs_tie; c: rs_prep of whom the party belongs to or stands beside */                             \
    X(HEAD)      /* a: rs_head */

/* Whose a party is by an adjective: X(name, text in the data). */
#define RS_TIE_LIST(X)                                                                                                 \
    X(NONE, "")                                                                                                        \
    X(OWN, "own")       /* التابعة ل, الموالية ل: it is theirs */                                     \
    X(BESIDE, "beside") /* المدعومة من, المعارضة ل: says nothing of whose it is */

enum rs_tie {
#define RS_TIE_ENUM(name, text) RS_TIE_##name,
    RS_TIE_LIST(RS_TIE_ENUM)
#undef RS_TIE_ENUM
};

enum rs_tag {
    RS_TAG_NONE,
#define RS_TAG_ENUM(name) RS_TAG_##name,
    RS_TAG_LIST(RS_TAG_ENUM)
#undef RS_TAG_ENUM
};

typedef struct rs_image_entity {
    uint32_t id, name, arabic; /* pool */
    uint8_t kind, spare[3];
    uint32_t role_at, n_role;
    char theatre[2][4]; /* countries in whose affairs its short names mean it, else "" */
} rs_image_entity;

/* What an entity is from one day to another; days as yyyymmdd, 0 and 99999999 for open ends. */
typedef struct rs_image_role {
    uint32_t from, to;
    char code[4];
    uint8_t sector[4];
} rs_image_role;

typedef struct rs_image_place {
    uint32_t id, name, arabic, parent; /* pool */
    float lat, lon;
    uint32_t population;
    char code[4];
    uint8_t kind, spare[3];
} rs_image_place;

typedef struct rs_image_frame {
    uint32_t id, source, why; /* pool; source is file:line */
    uint8_t event, n_mode, mode[2];
    uint8_t status, process, stage, participle;
    uint8_t count_what, count_slot, transitive, spare;
    uint32_t slot_at, need_at;
    uint8_t n_slot, n_need, rank, added; /* added: 1 for a frame that extends the built-in ones */
} rs_image_frame;

/* A slot: rs_slot or RS_SLOT_PREP + rs_prep, and the roles its filler may have, best first. */
typedef struct rs_image_slot {
    uint8_t slot, role[3];
} rs_image_slot;

typedef struct rs_image_need {
    uint8_t avoid, slot, what, spare;
    uint32_t list_at, n_list; /* lemmas, for rs_need WORDS; list_at is a set of sectors for SECTOR */
} rs_image_need;

typedef struct rs_image_trigger {
    uint32_t frame, companion_at;
    uint8_t n_companion, verb; /* verb: 1 for verb triggers (and their verbal nouns) */
    uint8_t prep, spare;
} rs_image_trigger;

/* A companion: a preposition, or one of several lemmas. */
typedef struct rs_image_companion {
    uint8_t prep, spare[3];
    uint32_t list_at, n_list;
} rs_image_companion;

typedef struct rs_image_stage {
    uint8_t process, event, status, stage;
} rs_image_stage;

/* An example of a frame, kept so that the compiled rules can be tested as such. */
typedef struct rs_image_example {
    uint32_t frame, text, expect; /* pool */
    uint32_t yes;
} rs_image_example;

typedef struct rs_image_header {
    char magic[8];
    uint32_t byte_order; /* 0x01020304 */
    uint32_t n_section;
    uint64_t size;
    char digest[16];
    struct {
        uint64_t at, n;
    } section[32];
} rs_image_header;

#endif
