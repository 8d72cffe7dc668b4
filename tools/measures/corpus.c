/* SPDX-License-Identifier: MIT */
/* Raw news: how many of its words are unknown, how many records it gives, by category where documents have one, and how
 * fast it is coded by one thread. An unknown word is one of Arabic letters whose chosen reading has no lemma and which
 * is in no name, number or time. The time is that of coding and of formatting records as JSON Lines; reading and
 * counting are not in it. Documents of sport, technology, economy and culture should seldom have records: the share of
 * those that have one shows what frames take for an event. */
#include "measure.h"
#include "rasad/emit.h"

#include <stdio.h>
#include <time.h>

enum { MAX_CATEGORY = 24, MAX_NAME = 32 };

typedef struct category {
    char name[MAX_NAME];
    size_t n, n_record, n_with;
} category;

typedef struct corpus {
    const measure *m;
    const char *path;
    rs_emitter *emitter;
    category category[MAX_CATEGORY];
    size_t n_category, n, n_record, n_word, n_unknown, n_byte, n_written;
    double seconds;
    measure_tally tally;
} corpus;

static int put_nowhere(void *context, const char *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The row of a category; the last one takes those for which there is no room. */
static category *category_of(corpus *c, rs_str name)
{
    if (!name.n) name = RS_LIT("(none)");
    size_t i = 0, n = name.n < MAX_NAME - 1 ? name.n : MAX_NAME - 1;
    for (; i < c->n_category; i++)
        if (strlen(c->category[i].name) == n && memcmp(c->category[i].name, name.p, n) == 0) return &c->category[i];
    if (i == MAX_CATEGORY) return &c->category[MAX_CATEGORY - 1];
    memcpy(c->category[i].name, name.p, n);
    return &c->category[c->n_category++];
}

static rs_status count_words(corpus *c, rs_error *error)
{
    const rs_coder *coder = c->m->coder;
    rs_status status = RS_OK;
    for (size_t i = 0; i < coder->words.token.n && !status; i++) {
        const rs_token *t = &coder->words.token.at[i];
        if (t->kind != RS_TOKEN_WORD || rs_token_word(&coder->words, t)->latin) continue;
        c->n_word++;
        if (rs_token_reading(&coder->words, t)->lemma != RS_NONE || rs_mention_of(&coder->names, i)) continue;
        c->n_unknown++;
        rs_str word = rs_text_slice(&coder->text, t->begin, t->end);
        status = measure_tally_add(c->m, &c->tally, error, "unknown %.*s", (int)word.n, word.p);
    }
    return status;
}

static rs_status code(corpus *c, const json_t *object, rs_error *error)
{
    rs_document document;
    const rs_result *result;
    rs_status status = rs_document_of(&document, object, error);
    if (status) return status;
    double begin = now();
    status = rs_coder_code(c->m->coder, &document, &result, error);
    if (!status) status = rs_emit_result(c->emitter, result, error);
    c->seconds += now() - begin;
    if (status) return status;
    category *k = category_of(c, rs_json_text(object, "category"));
    k->n++, k->n_record += result->n_record, k->n_with += result->n_record > 0;
    c->n++, c->n_record += result->n_record, c->n_byte += document.text.n + document.title.n;
    return count_words(c, error);
}

static rs_status read_line(void *context, rs_str line, size_t at, rs_error *error)
{
    corpus *c = context;
    json_t *object;
    if (!rs_str_trim(line).n) return RS_OK;
    rs_status status = rs_json_line(&object, line, c->path, at, NULL, error);
    if (status) return status;
    if ((status = code(c, object, error))) rs_error_at(error, c->path, at, 0);
    json_decref(object);
    return status;
}

static void print(const corpus *c)
{
    printf("  %-18s %.4f of %zu words\n", "unknown", measure_share(c->n_unknown, c->n_word), c->n_word);
    printf("  %-18s %.1f MB/s (%.1f MB of text in %.2f s, records as JSON Lines to nowhere)\n", "one thread",
           c->seconds > 0 ? (double)c->n_byte / 1e6 / c->seconds : 0, (double)c->n_byte / 1e6, c->seconds);
    printf("  %-18s %9s %9s %12s %11s\n", "category", "documents", "records", "a document", "with one");
    for (size_t i = 0; i < c->n_category; i++) {
        const category *k = &c->category[i];
        printf("  %-18s %9zu %9zu %12.2f %11.3f\n", k->name, k->n, k->n_record, measure_share(k->n_record, k->n),
               measure_share(k->n_with, k->n));
    }
    printf("  %-18s %9zu %9zu %12.2f\n", "together", c->n, c->n_record, measure_share(c->n_record, c->n));
}

rs_status measure_corpus(const measure *m, const char *path, rs_error *error)
{
    static const rs_emit_options options = {.format = RS_FORMAT_JSONL};
    corpus c = {.m = m, .path = path};
    rs_status status = rs_emitter_new(&c.emitter, &options, m->lexicon, put_nowhere, &c.n_written, error);
    if (!status) status = measure_lines(path, read_line, &c, error);
    if (!status) print(&c);
    measure_tally_print(m, &c.tally);
    rs_emitter_free(c.emitter);
    return status;
}
