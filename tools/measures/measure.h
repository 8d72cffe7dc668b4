/* SPDX-License-Identifier: MIT */
/* measure - what the measures share: one lexicon and coder, files read line by line, figures printed in columns. One
 * file a measure. */
#ifndef MEASURES_MEASURE_H
#define MEASURES_MEASURE_H

#include "doc/doc.h"
#include "reader/reader.h"

enum { RS_MEASURE_DAY = 20180615 }; /* publication of texts that give none */

typedef struct measure {
    const rs_lexicon *lexicon;
    const rs_alloc *alloc;
    rs_coder *coder;
    size_t errors; /* how many of the commonest errors each measure lists */
} measure;

/* measure_fn - read the annotated file PATH and print its figures. Errors: RS_E_SYSTEM, RS_E_DATA (file and line),
 * RS_E_NOMEM. */
typedef rs_status measure_fn(const measure *m, const char *path, rs_error *error);
measure_fn measure_events, measure_detect, measure_words, measure_names, measure_places, measure_corpus, measure_speed;

/* measure_line_fn - one line of a file, number AT. */
typedef rs_status measure_line_fn(void *context, rs_str line, size_t at, rs_error *error);
/* measure_lines - call FN for each line of PATH, until it fails. */
RS_NODISCARD rs_status measure_lines(const char *path, measure_line_fn *fn, void *context, rs_error *error);
/* measure_text - code TEXT; what was read lies in m->coder until the next. */
RS_NODISCARD rs_status measure_text(const measure *m, rs_str text, rs_error *error);

/* A text that is put together of pieces, and how many code points it has. */
typedef struct measure_buffer {
    RS_VEC(char) byte;
    uint32_t n_point;
} measure_buffer;
RS_NODISCARD rs_status measure_append(const measure *m, measure_buffer *buffer, rs_str piece, rs_error *error);

/* Where a piece of a text lies, in code points. */
typedef struct measure_span {
    uint32_t begin, end;
} measure_span;

static inline double measure_share(size_t part, size_t all) { return all ? (double)part / (double)all : 0; }

/* What was found right, in all, and is to be found. */
typedef struct measure_count {
    size_t right, found, gold;
} measure_count;
void measure_print_prf(const char *name, measure_count c);

/* Strings and how often each came: the commonest errors. */
typedef struct measure_tally {
    RS_VEC(char) pool;
    RS_VEC(size_t) at;
} measure_tally;
RS_NODISCARD rs_status measure_tally_add(const measure *m, measure_tally *tally, rs_error *error, const char *format,
                                         ...) __attribute__((format(printf, 4, 5)));
/* measure_tally_print - the commonest m->errors of them; TALLY is freed. */
void measure_tally_print(const measure *m, measure_tally *tally);

#endif
