/* SPDX-License-Identifier: MIT */
/* What the parts of the compiler share: the image under construction. Private to compile. */
#ifndef COMPILE_BUILD_H
#define COMPILE_BUILD_H

#include "compile/compile.h"
#include "lexicon/lexicon.h"
#include "morph/morph.h"

/* One use of a form, before analyses are laid out by form. */
typedef struct build_use {
    uint32_t form, lemma, feat, strict_at;
} build_use;

/* A tag waiting for its owner: a lemma, or a trie node. */
typedef struct build_tag {
    uint32_t owner;
    rs_image_tag tag;
} build_tag;

typedef struct build_lemma {
    rs_image_lemma row;
    uint32_t next; /* the next lemma of the same letters */
    uint8_t strict[RS_FORM_MAX];
    uint8_t n_strict;
    bool shadda; /* the lemma is written with one, or doubles a consonant */
} build_lemma;

/* An open-addressed table from a hash to an index; who looks compares. */
typedef struct build_slot {
    uint32_t hash, value; /* value RS_NONE: free */
} build_slot;

typedef struct build_table {
    build_slot *slot;
    size_t n, cap;
} build_table;

/* What is found by its content: texts of the pool, forms and lemmas by their letters, edges, and by its id the rest. */
enum build_key {
    BUILD_TEXT,
    BUILD_LETTERS,
    BUILD_LEMMA,
    BUILD_EDGE,
    BUILD_ENTITY,
    BUILD_PLACE,
    BUILD_FRAME,
    BUILD_WORD,
    BUILD_N_KEY
};

/* Where a finding lies. text is its line: in it columns are counted, in characters from 1. */
typedef struct build_place {
    const char *file;
    size_t line, column;
    rs_str text;
} build_place;

/* What a row may ask for. A token has 30 letters at the most, endings and clitics among them; a search remembers 24
 * words of a name; the counts of the image have 16 bits, and a coder walks through all tags of a word. */
enum {
    BUILD_MAX_LETTER = 24,
    BUILD_MAX_WORD = 24,
    BUILD_MAX_ID = 100,
    BUILD_MAX_LINE = 65536,
    BUILD_MAX_TAG = 4096,
    BUILD_MAX_READING = 4096,
    BUILD_MAX_COMPANION = 8,
    BUILD_MAX_NEED = 16
};

typedef struct build {
    rs_alloc alloc;
    const char *dir;
    const rs_lexicon *base; /* what is extended; NULL: a lexicon of its own */
    rs_compile_report *report;
    void *context;
    size_t n_error, n_report;
    bool no_memory, too_large;

    RS_VEC(uint32_t) file; /* the names of the files that were read, in the pool */
    RS_VEC(char) pool;
    RS_VEC(uint8_t) letter;
    RS_VEC(rs_image_form) form;
    RS_VEC(build_use) use;
    RS_VEC(build_lemma) lemma;
    RS_VEC(build_tag) lemma_tag;
    RS_VEC(build_tag) node_tag;
    RS_VEC(rs_image_edge) edge; /* plain list until laid out */
    RS_VEC(rs_image_node) node;
    RS_VEC(rs_image_entity) entity;
    RS_VEC(rs_image_role) role;
    RS_VEC(rs_image_place) place;
    RS_VEC(rs_image_frame) frame;
    RS_VEC(rs_image_slot) slot;
    RS_VEC(rs_image_need) need;
    RS_VEC(rs_image_trigger) trigger;
    RS_VEC(rs_image_companion) companion;
    RS_VEC(uint32_t) list;
    RS_VEC(rs_image_stage) stage;
    RS_VEC(rs_image_example) example;
    build_table by[BUILD_N_KEY];
    /* how many of them are the base's */
    size_t n_base_role, n_base_frame;
    RS_VEC(uint32_t) replaced; /* frames of the base that the folder has written anew */

    build_place at;   /* the line that is being read */
    uint32_t current; /* the lemma whose forms are being generated */
} build;

void build_error(build *b, build_place at, const char *format, ...) __attribute__((format(printf, 3, 4)));
void build_warning(build *b, build_place at, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The place of PART, which is part of the line at AT (or not: then the line's). */
build_place build_at(build_place at, rs_str part);
/* The error "WHY 'part'" at PART; of build_require only if it is not RIGHT. */
void build_refuse(build *b, build_place at, rs_str part, const char *why);
void build_require(build *b, build_place at, rs_str part, bool right, const char *why);

/* Append one element, zeroed; remembers the lack of memory and then hands out a spare, so that callers stay simple. */
void *build_push(build *b, void *vec, size_t size);
#define BUILD_PUSH(b, v) ((__typeof__((v)->at))build_push((b), (v), sizeof *(v)->at))

uint32_t build_text(build *b, rs_str text);                     /* into the pool, once each */
uint32_t build_form(build *b, const uint8_t *letter, size_t n); /* the form with these folded letters */
uint32_t build_strict(build *b, const uint8_t *letter, size_t n);
void build_use_form(build *b, uint32_t lemma, const uint8_t *strict, size_t n, uint32_t feat);
bool build_has_word(const build *b, const uint8_t *strict, size_t n); /* has some lemma this form, as folded? */
uint32_t build_lemma_new(build *b, rs_str id, rs_str text, rs_str gloss, enum rs_pos pos, uint8_t cls);
/* The letters of an Arabic word of a data file, or of SEVERAL without the spaces between; 0, and an error, if it is
 * none or too long. */
size_t build_spell(build *b, rs_str word, bool several, uint8_t letter[RS_FORM_MAX]);
void build_tag_lemma(build *b, uint32_t lemma, rs_image_tag tag);
/* A phrase of one or more words gets TAG in the trie. */
void build_tag_phrase(build *b, build_place at, rs_str phrase, rs_image_tag tag);
/* A rs_form_fn that adds forms to the current lemma; context is the build. */
void build_add_form(void *context, const uint8_t *letter, size_t n, uint32_t feat);

/* A noun and an adjective with all their forms; F as a row of nouns.tsv (id, gender, class, gloss, plural). */
void build_require_gender(build *b, build_place at, rs_str gender);
uint32_t build_noun(build *b, const rs_str *f, rs_str text, uint8_t cls);
uint32_t build_adjective(build *b, rs_str id, rs_str gloss, rs_str text, rs_str plurals, uint8_t cls);

/* Which lemmas a word in a data file means. */
enum { BUILD_VERB = 1, BUILD_NOMINAL = 2, BUILD_ANY = 3 };
typedef struct build_found {
    uint32_t lemma[24];
    size_t n;
} build_found;
build_found build_find(build *b, rs_str word, unsigned kinds);
/* Is a lemma of the base known by this id? Then that is an error at AT. */
bool build_taken(build *b, build_place at, rs_str id);
/* The code of a preposition written in a data file; 0 if it is none. */
uint8_t build_prep(build *b, rs_str word);

/* Tables: a callback for each row with its fields; n is the number of columns. */
typedef void build_row_fn(build *b, build_place at, const rs_str *field, size_t n);
void build_table_read(build *b, const char *name, const char *header, build_row_fn *row);
/* The next element of a list with ';', without spaces around it; *rest gets what follows. */
rs_str build_item(rs_str *rest);
/* The next line of a file, without its end; AT and b->at move to it. False, and an error, if it is no text that can be
 * read; the errors of a file in another encoding are one. */
bool build_line(build *b, build_place *at, rs_str *rest);
/* Is this an id? Else that is an error at AT. */
bool build_id_right(build *b, build_place at, rs_str id);
/* A whole file; NULL if it is missing. The caller frees with build_file_free. */
char *build_file_read(build *b, const char *name, size_t *n);
void build_file_free(build *b, char *text, size_t n);

/* Make VALUE, whose row is complete, known to the table of KIND. */
void build_index(build *b, enum build_key kind, uint32_t value);
/* The entity, place, frame or lemma of the base with this id; RS_NONE if there is none. */
uint32_t build_find_id(const build *b, enum build_key kind, rs_str id);
/* Find the letters of a lemma whose row is complete, and make it known by them. */
void build_lemma_index(build *b, uint32_t lemma);

void build_extend(build *b, const rs_lexicon *base);
void build_frame_clear(build *b, uint32_t index);

/* Call READ with each *.frames of the folder frames/ that was not read yet. */
void build_other_frames(build *b, void (*read)(build *, const char *name));
/* Warn of each table and frame file in the folder that nobody reads. */
void build_unread(build *b);

void build_words(build *b);  /* lexicon/ */
void build_names(build *b);  /* names/, places/ */
void build_tables(build *b); /* frames/ *.tsv */
void build_frames(build *b); /* frames/ *.frames */
RS_NODISCARD bool build_lay_out(build *b, rs_image_bytes *out);

/* A number from LEAST to MOST; false if TEXT is none. */
bool build_number(rs_str text, double least, double most, double *out);
/* A code by its printed name in one of the X-macro lists; -1 if it is none. */
int build_code(const char *const *names, size_t n, rs_str name);
uint8_t build_sector(rs_str name); /* 0 if unknown */
extern const char *const build_statuses[], *const build_processes[], *const build_stages[], *const build_preps[];
enum { BUILD_N_STATUS = 7, BUILD_N_PROCESS = 9 };
size_t build_n_stages(void);

#endif
