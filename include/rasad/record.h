/* SPDX-License-Identifier: MIT */
/* rasad/record.h - one coded event: who did what to whom, where, when, whether it happened, according to whom.
 *
 * Units    positions are code points of the document's text as received, half-open [begin, end); those of a title that
 * the text does not begin with count in the title. Days are yyyymmdd (20161216), 0 for none. Owns     everything a
 * record points to belongs to the result it came with; see rasad/coder.h.
 */
#ifndef RASAD_RECORD_H
#define RASAD_RECORD_H

#include "rasad/codes.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum rs_part { RS_PART_TEXT, RS_PART_TITLE } rs_part;

/* How an entity that its own words do not name was found: X(name, words of explain). */
#define RS_REFERENCE_LIST(X)                                                                                           \
    X(NONE, "named here")                                                                                              \
    X(CLAUSE, "the subject of a clause above that agrees")                                                             \
    X(NEAREST, "the nearest before the pronoun that agrees")                                                           \
    X(SPEAKER, "who speaks here, or spoke last")                                                                       \
    X(SUBJECT, "the subject of the sentence before")                                                                   \
    X(RECENT, "the last one named before that agrees")                                                                 \
    X(SEVERAL, "those last named together")                                                                            \
    X(HEAD, "the one that this noun meant before")                                                                     \
    X(NAME, "the one who had this name before")                                                                        \
    X(EVENT, "as told of this event before")
typedef enum rs_reference {
#define RS_REFERENCE_ENUM(name, text) RS_REFERENCE_##name,
    RS_REFERENCE_LIST(RS_REFERENCE_ENUM)
#undef RS_REFERENCE_ENUM
} rs_reference;

/* A party: as printed, as coded, and where known the named entity. */
typedef struct rs_entity {
    rs_str text;         /* as printed; of a pronoun or dropped subject the phrase it stands for */
    const char *name;    /* English name of a named entity, NULL if none */
    const char *id;      /* lexicon id of a named entity or body, NULL if none */
    char code[4];        /* country or PLOVER code; "" if unknown */
    uint8_t sector[4];   /* rs_sector, main one first, then RS_SECTOR_NONE */
    uint32_t begin, end; /* in the part below, which need not be that of the record: the text refers to the title */
    rs_part part;
    rs_reference referred;
    int inferred; /* 1: the code is that of the country at issue */
} rs_entity;

typedef enum rs_place_from { RS_FROM_NONE, RS_FROM_SENTENCE, RS_FROM_OBJECT, RS_FROM_DATELINE } rs_place_from;

/* Where it happened. */
typedef struct rs_event_place {
    rs_str text;          /* as printed; empty: no place */
    const char *name;     /* resolved, NULL if unknown */
    const char *province; /* NULL if unknown */
    const char *country;  /* English name, NULL if unknown */
    char code[4];         /* country */
    double lat, lon;      /* degrees; valid if located */
    int located;
    int resolution; /* 5 exact site or village, 4 town, 3 province, 2 region, 1 country, 0 unknown */
    rs_place_from from;
    uint32_t begin, end;
} rs_event_place;

enum { RS_MAX_PARTY = 8, RS_MAX_MODE = 3 };

typedef struct rs_party {
    rs_entity at[RS_MAX_PARTY];
    size_t n;
} rs_party;

/* Numbers of persons: -1 for "not told". */
typedef struct rs_record {
    char id[17]; /* stable hash of document, span and event */
    rs_event event;
    rs_mode mode[RS_MAX_MODE]; /* RS_MODE_NONE ends the list */
    rs_record_status status;
    rs_event about; /* what an act of speech is about; RS_EVENT_NONE */
    rs_mode about_mode;
    rs_party actor, recipient, said_by, mediator;
    rs_event_place place;
    uint32_t date, enddate; /* days; enddate 0 for a single day */
    int date_assumed;       /* 1: nothing said, the publication date stands in */
    rs_str date_text;
    int dead, injured, arrested;
    rs_process process;
    rs_stage stage;
    rs_str event_text; /* the trigger as printed, with its companions */
    rs_str text;       /* the sentence */
    rs_part part;
    uint32_t sequence;   /* of the sentence, from 0 */
    uint32_t begin, end; /* of the trigger */
    uint32_t sentence_begin, sentence_end;
    const char *rule;        /* id of the frame and how it was realised: "assault.shell#verb" */
    const char *rule_source; /* file:line of the frame */
    double confidence;       /* 0 to 1 */
} rs_record;

#ifdef __cplusplus
}
#endif
#endif
