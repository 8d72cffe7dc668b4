/* SPDX-License-Identifier: MIT */
/* How fast words are analysed on one core: decoding, tokens and readings (rs_text_set, rs_words_read), and the choice
 * in context (rs_words_choose), each with a clock of its own. The documents are in memory before a clock starts; what a
 * worker does once for all documents (its memory, the pages of the lexicon) is in no figure but the first.
 *
 *   cold    the cache of words is emptied before each document: every distinct word of a document is looked up. The
 *           emptying itself is not timed, because a worker never does it for a document.
 *   first   one worker reads all documents once, its cache empty at the beginning
 *   warm    the same worker reads them again: the best of three passes
 *
 * MB are of UTF-8 text as the coder gets it, without JSON around it. */
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { PASSES = 3 };

typedef struct piece {
    size_t at, n;
} piece;

typedef struct corpus {
    const measure *m;
    RS_VEC(char) byte;
    RS_VEC(piece) document;
    rs_words words;
    rs_text text;
} corpus;

typedef struct seconds {
    double read, choose;
} seconds;

static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Title and text in one, as the coder joins them. */
static rs_status keep(corpus *c, const rs_document *d, rs_error *error)
{
    const rs_str part[] = {d->title, {"\n", d->title.n > 0}, d->text};
    piece p = {c->byte.n, d->title.n + (d->title.n > 0) + d->text.n};
    if (!rs_vec_more(c->m->alloc, &c->document, 1) || !rs_vec_more(c->m->alloc, &c->byte, p.n + 1))
        return rs_error_set(error, RS_E_NOMEM, "no memory for the documents");
    for (size_t i = 0; i < RS_COUNT(part); i++) {
        if (part[i].n) memcpy(c->byte.at + c->byte.n, part[i].p, part[i].n);
        c->byte.n += part[i].n;
    }
    *rs_vec_take(&c->document) = p;
    return RS_OK;
}

static rs_status load(corpus *c, const char *path, rs_error *error)
{
    rs_reader *reader;
    const rs_document *document;
    rs_status status = rs_reader_open(&reader, path, c->m->alloc, error);
    if (status) return status;
    while (!(status = rs_reader_next(reader, &document, error)))
        if ((status = keep(c, document, error))) break;
    rs_reader_close(reader);
    return status == RS_NO ? RS_OK : status;
}

static rs_status pass(corpus *c, bool cold, seconds *spent, rs_error *error)
{
    *spent = (seconds){0, 0};
    for (size_t i = 0; i < c->document.n; i++) {
        const piece *p = &c->document.at[i];
        if (cold) rs_words_forget(&c->words);
        double begin = now();
        rs_status status = rs_text_set(&c->text, c->m->alloc, (rs_str){c->byte.at + p->at, p->n}, error);
        if (!status) status = rs_words_read(&c->words, &c->text, 0, c->text.cp.n, error);
        if (status) return status;
        double middle = now();
        for (size_t k = 0; k < c->words.sentence.n; k++) rs_words_choose(&c->words, &c->words.sentence.at[k]);
        spent->read += middle - begin;
        spent->choose += now() - middle;
    }
    return RS_OK;
}

static double rate(const corpus *c, double spent) { return spent > 0 ? (double)c->byte.n / 1e6 / spent : 0; }

static void print(const corpus *c, const char *name, seconds s)
{
    printf("  %-18s %6.1f MB/s   decoding, tokens, readings %6.1f   choice %6.1f\n", name, rate(c, s.read + s.choose),
           rate(c, s.read), rate(c, s.choose));
}

/* The time that opening takes, in milliseconds: the best of PASSES. */
static rs_status open_time(const char *path, double *out, rs_error *error)
{
    for (int i = 0; i < PASSES; i++) {
        rs_lexicon *lexicon;
        double begin = now();
        rs_status status = rs_lexicon_open(&lexicon, path, NULL, error);
        if (status) return status;
        double spent = (now() - begin) * 1e3;
        if (!i || spent < *out) *out = spent;
        rs_lexicon_close(lexicon);
    }
    return RS_OK;
}

/* The lexicon is written to a file and opened from it. */
static rs_status open_times(const measure *m, rs_error *error)
{
    char path[] = "/tmp/rasad-lexicon-XXXXXX";
    double builtin, file;
    int fd = mkstemp(path);
    FILE *out = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!out) return rs_error_set(error, RS_E_SYSTEM, "cannot write a file in /tmp");
    size_t n = (size_t)m->lexicon->header->size;
    bool whole = fwrite(m->lexicon->header, 1, n, out) == n;
    whole = fclose(out) == 0 && whole;
    rs_status status =
        whole ? open_time(NULL, &builtin, error) : rs_error_set(error, RS_E_SYSTEM, "cannot write a file in /tmp");
    if (!status) status = open_time(path, &file, error);
    (void)unlink(path);
    if (!status)
        printf("  %-18s built in %.3f ms, from a file of %.1f MB %.1f ms\n", "opening lexicon", builtin,
               (double)n / 1e6, file);
    return status;
}

static rs_status passes(corpus *c, rs_error *error)
{
    seconds s, best;
    rs_status status = pass(c, true, &s, error);
    if (!status) status = pass(c, true, &best, error); /* the first has loaded the pages of the lexicon */
    if (status) return status;
    print(c, "cold", best);
    rs_words_forget(&c->words);
    if ((status = pass(c, false, &s, error))) return status;
    print(c, "first", s);
    for (int i = 0; i < PASSES; i++) {
        if ((status = pass(c, false, &s, error))) return status;
        if (!i || s.read + s.choose < best.read + best.choose) best = s;
    }
    print(c, "warm", best);
    return RS_OK;
}

rs_status measure_speed(const measure *m, const char *path, rs_error *error)
{
    corpus c = {.m = m};
    rs_status status = open_times(m, error);
    if (!status) status = load(&c, path, error);
    if (!status) status = rs_words_init(&c.words, m->lexicon, m->alloc, error);
    if (!status) printf("  %-18s %.1f MB of text in %zu documents\n", "input", (double)c.byte.n / 1e6, c.document.n);
    if (!status) status = passes(&c, error);
    rs_words_free(&c.words);
    rs_text_free(&c.text, m->alloc);
    rs_vec_free(m->alloc, &c.byte);
    rs_vec_free(m->alloc, &c.document);
    return status;
}
