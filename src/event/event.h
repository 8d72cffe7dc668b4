/* SPDX-License-Identifier: MIT */
/* event - the door of the event layer: from the clauses of a sentence to records.
 *
 * Every word that may be an event is a *candidate*; its frame is chosen by companions and by what fills its slots.
 * Candidates that are only what another one is about, a topic or a purpose give no record. What is left is given
 * parties, place, status and source. */
#ifndef EVENT_EVENT_H
#define EVENT_EVENT_H

#include "clause/clause.h"
#include "rasad/record.h"

enum { RS_MAX_CANDIDATE = 48, RS_MAX_RECENT = 24, RS_MAX_CONSUMED = 6 };

/* An entity that later words may refer to. */
typedef struct rs_recent {
    rs_entity entity;
    uint32_t lemma; /* of its head, RS_NONE */
    uint32_t name;  /* word of a name in it that the lexicon does not know, RS_NONE */
    uint8_t gender, number;
    bool person;
} rs_recent;

/* A word that may be an event, with its frame. */
typedef struct rs_candidate {
    uint32_t phrase, clause;
    uint32_t frame;                     /* RS_NONE: none fits */
    uint32_t end_token;                 /* one after the last companion */
    uint32_t consumed[RS_MAX_CONSUMED]; /* phrases of companions */
    uint8_t n_consumed;
    bool noun, participle;
    bool shifted;       /* its subject is read as object, and the subject inherited */
    bool any_passive;   /* every transitive frame may be tried in the passive, not only those of casualties */
    bool passive;       /* read as passive though written like the active */
    uint32_t light;     /* clause whose light verb carries it, RS_NONE */
    uint8_t light_kind; /* rs_light */
    uint32_t swallowed; /* candidate whose matter it is, RS_NONE */
    bool dropped;
    const char *why; /* it was dropped; for explanations */
    rs_event event;
    rs_record_status status;
    rs_event about;
    rs_mode about_mode;
    rs_process about_process;
} rs_candidate;

typedef void rs_event_trace(void *context, const char *line);

typedef struct rs_events {
    const rs_lexicon *lexicon;
    const rs_alloc *alloc;
    const rs_text *text;
    const rs_words *words;
    const rs_names *names;
    const rs_clauses *clauses;
    RS_VEC(rs_record) record;
    rs_candidate candidate[RS_MAX_CANDIDATE];
    size_t n_candidate;
    rs_recent recent[RS_MAX_RECENT];
    size_t n_recent;   /* in all; the newest is at (n_recent - 1) % RS_MAX_RECENT */
    rs_recent subject; /* of the last sentence that has one */
    rs_entity speaker;
    bool has_subject, has_speaker;
    bool quote_open;         /* the sentence before ended inside a quotation */
    char country[4];         /* at issue */
    uint32_t dateline_place; /* RS_NONE */
    rs_str dateline_text;
    uint32_t dateline_begin, dateline_end;
    uint32_t dateline_first, dateline_n; /* its tokens, with agency and date: no part of what is told; n 0: none */
    rs_party plural;                     /* whom "they", of several parties, last meant */
    uint32_t published;
    uint32_t domain[RS_N_DOMAIN]; /* weight of each domain in the document */
    size_t n_word;
    bool as_state; /* a capital stands for its government, whatever its preposition */
    bool no_event; /* the document is of a domain that has none */
    uint32_t sequence;
    uint64_t text_hash;
    rs_part part;
    rs_event_trace *trace;
    void *trace_context;
} rs_events;

/* rs_events_begin - a new document; its id and text make the ids of its records. rs_events_survey - its domain and
 * country at issue, from all its words and names.
 */
RS_NODISCARD rs_status rs_events_begin(rs_events *ev, rs_str document, rs_error *error);
void rs_events_survey(rs_events *ev);
void rs_events_free(rs_events *ev);
/* rs_events_read - the records of the sentence that ev->clauses shows. Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status rs_events_read(rs_events *ev, rs_error *error);

/* Private to the layer. */

/* What fills a slot: a phrase with those joined to it, or a pronoun, or whoever the clause inherits. */
typedef struct filler {
    uint32_t phrase;  /* RS_NONE */
    uint32_t pronoun; /* features; with phrase RS_NONE: a pronoun or dropped subject */
    bool dropped;     /* a dropped subject */
    uint32_t clause;  /* a clause fills it, RS_NONE */
    uint32_t where;   /* clause in which the pronoun or dropped subject stands */
    uint32_t before;  /* phrase before which its referent is looked for */
    uint32_t token;   /* only what begins at this token of the phrase, RS_NONE */
} filler;

filler event_slot(const rs_events *ev, const rs_candidate *c, uint8_t slot);
bool event_filled(const filler *f);
/* The phrase in the sentence that the pronoun of F stands for, RS_NONE. */
uint32_t event_referent(const rs_events *ev, const filler *f);
/* The nearest speaker above CLAUSE; who speaks by the verb or noun of saying GOVERNOR. */
bool event_speaker(rs_events *ev, uint32_t clause, rs_party *out);
bool event_speaker_of(rs_events *ev, uint32_t governor, rs_party *out);
/* The parties of a filler, appended to OUT; false if it is nobody. */
bool event_party(rs_events *ev, const filler *f, rs_party *out);
bool event_phrase_party(rs_events *ev, uint32_t phrase, rs_party *out);
/* The state that the adjective of a nation at TOKEN tells of, without a sector: "روسي"; false if it is none. */
bool event_nation(const rs_events *ev, uint32_t token, rs_entity *out);
/* Of one country and main sector? */
static inline bool event_same_kind(const rs_entity *a, const rs_entity *b)
{
    return memcmp(a->code, b->code, sizeof a->code) == 0 && a->sector[0] == b->sector[0];
}
/* Those whom "الطرفان" or "الزعيمان" means, if PHRASE is such a word; whom "they", "the two of them" or "we" means.
 * False if nobody fits. */
bool event_the_two(rs_events *ev, uint32_t phrase, rs_party *out);
bool event_they(rs_events *ev, const filler *f, rs_party *out);
/* Who "I" is in CLAUSE: who speaks there, else who spoke last. */
bool event_first_person(rs_events *ev, uint32_t clause, rs_entity *out);
/* Whose the thing is that PHRASE names: "مواقع لتنظيم الدولة", "قرار ترامب", "القاعدة الروسية"; a state's force rather
 * than its government if the thing is military, as a site that is ATTACKED is. */
bool event_owner(rs_events *ev, uint32_t phrase, bool attacked, rs_party *out);
/* The subject of a clause, also an inherited one. */
filler event_subject(const rs_events *ev, uint32_t clause);
void event_remember(rs_events *ev, const rs_entity *e, uint32_t lemma, const rs_phrase *f);
void event_find_candidates(rs_events *ev);
void event_relate(rs_events *ev);
/* The numbers that the frame of C counts, and the victims beside an attack, into R. */
void event_counts(rs_events *ev, const rs_candidate *c, rs_record *r);
void event_victims(rs_events *ev, const rs_candidate *c, rs_record *r);
void event_status(rs_events *ev, rs_candidate *c);
void event_source(rs_events *ev, const rs_candidate *c, rs_party *out);
void event_place(rs_events *ev, const rs_candidate *c, const filler *object, rs_event_place *out);
void event_trace(rs_events *ev, const char *format, ...) __attribute__((format(printf, 2, 3)));
const rs_image_tag *event_verb_tag(const rs_events *ev, uint32_t phrase, enum rs_tag kind);
/* Is any reading of the token one of the lemmas in the list? */
bool event_token_in(const rs_events *ev, uint32_t token, uint32_t list_at, uint32_t n);
uint32_t event_phrase_of(const rs_events *ev, uint32_t token);
/* The phrase that governs phrase P, and by which slot; RS_NONE. */
uint32_t event_governor(const rs_events *ev, uint32_t p, uint8_t *slot);
rs_candidate *event_candidate_of(rs_events *ev, uint32_t phrase);

#endif
