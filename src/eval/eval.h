/* SPDX-License-Identifier: MIT */
/* eval - the door of the eval layer, and what its files share. An annotated record and a coded one are both made into a
 * row, which holds only what is compared; rows are paired within a sentence and event, and the figures count what the
 * pairs agree in. */
#ifndef EVAL_EVAL_H
#define EVAL_EVAL_H

#include "base/base.h"
#include "rasad/eval.h"
#include "reader/reader.h"

/* The fields of a pair, in the order in which they are printed. */
#define EVAL_FIELD_LIST(X)                                                                                             \
    X(MODE, "mode")                                                                                                    \
    X(STATUS, "status")                                                                                                \
    X(ABOUT, "about") X(ACTOR, "actor") X(ACTOR_COUNTRY, "actor_country") X(RECIPIENT, "recipient")                    \
        X(RECIPIENT_COUNTRY, "recipient_country") X(SAID_BY, "said_by") X(PLACE, "place") X(DATE, "date")              \
            X(DEAD, "dead") X(PROCESS, "process")

enum {
#define EVAL_FIELD_ENUM(name, text) EVAL_##name,
    EVAL_FIELD_LIST(EVAL_FIELD_ENUM)
#undef EVAL_FIELD_ENUM
        EVAL_N_FIELD
};

/* EVAL_UNSCORED: the annotation says nothing about it. */
enum { EVAL_UNSCORED = -1, EVAL_WRONG = 0, EVAL_RIGHT = 1 };
typedef struct eval_fields {
    signed char at[EVAL_N_FIELD];
} eval_fields;

enum { EVAL_MAX_SET = 32 };

typedef struct eval_party {
    struct {
        rs_str code, sector; /* the main sector */
    } at[EVAL_MAX_SET];
    size_t n;
} eval_party;

/* One record as it is compared; empty strings are "none". Borrowed from the JSON or from the result it was made of. */
typedef struct eval_row {
    size_t sentence;
    rs_event event;
    rs_str mode[EVAL_MAX_SET];
    size_t n_mode;
    rs_str status, about, place, process, stage, trigger;
    eval_party actor, recipient, said_by;
    char date[16];
    bool has_dead;
    long long dead;
    bool done; /* scored */
} eval_row;

typedef RS_VEC(eval_row) eval_rows;

/* eval_gold_rows - the rows of an annotated document. Errors: RS_E_DATA (without file and line), RS_E_NOMEM. */
RS_NODISCARD rs_status eval_gold_rows(eval_rows *out, const json_t *document, rs_error *error);
/* eval_row_of - the row of a coded record, apart from its sentence. */
void eval_row_of(eval_row *out, const rs_record *record);

/* eval_compare - which fields of two rows are equal. */
eval_fields eval_compare(const eval_row *gold, const eval_row *system);

typedef struct eval_match {
    const eval_row *gold, *system;
    eval_fields fields;
} eval_match;
typedef RS_VEC(eval_match) eval_matches;

/* eval_pair - match rows of one sentence and event: the pair with the most equal fields first, later rows first among
 * equals. N_GOLD and N_SYSTEM pointers to rows. Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status eval_pair(eval_matches *out, const eval_row *const *gold, size_t n_gold,
                                 const eval_row *const *system, size_t n_system, rs_error *error);

/* A row that has no partner, for the listing. */
typedef struct eval_miss {
    size_t doc_at, n_doc, line_at, n_line; /* in eval_figures.pool */
    const char *pool;                      /* set before sorting */
    size_t sentence, order;
    rs_event event;
} eval_miss;
typedef RS_VEC(eval_miss) eval_misses;

typedef struct eval_figures {
    size_t n_gold[RS_N_EVENT], n_system[RS_N_EVENT], n_match[RS_N_EVENT], who, outside;
    size_t right[EVAL_N_FIELD], seen[EVAL_N_FIELD];
    eval_misses missed, extra;
    rs_bytes pool;
} eval_figures;

/* An annotated document and what was coded of it. */
typedef struct eval_document {
    rs_str id, text;
    const json_t *sentences;
    eval_rows gold, system;
} eval_document;

/* eval_count - add what DOCUMENT's rows agree in to FIGURES; LIST: keep what has no partner. Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status eval_count(eval_figures *figures, eval_document *document, bool list, rs_error *error);
/* eval_print - the figures as text, with ERRORS missed and as many extra records. Errors: RS_E_NOMEM. */
RS_NODISCARD rs_status eval_print(rs_bytes *out, eval_figures *figures, size_t errors, rs_error *error);
void eval_figures_free(eval_figures *figures);
/* eval_sentence - the bounds of sentence K; false if there is none. */
bool eval_sentence(const json_t *sentences, size_t k, size_t *begin, size_t *end);
/* eval_sentence_of - the sentence in which POSITION lies; false if in none. */
bool eval_sentence_of(const json_t *sentences, size_t position, size_t *out);

#endif
