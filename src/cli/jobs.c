/* SPDX-License-Identifier: MIT */
/* Coding several documents at once. The reading thread copies each document into a ring of slots; workers, each with a
 * coder of its own, take slots in order, code them at the same time, and print them one after another: a worker waits
 * until all slots before its own are done. So results come out in the order of input whatever the number of workers,
 * and messages about a document stand where the document stands.
 *
 * A slot is free again when it has been printed, which bounds the ring; the bytes waiting in it are bounded too, except
 * that one document is always let in, however long. Workers are started when there is something for them to do, so a
 * single article costs one thread. With one job there is no thread, no copy and no ring.
 *
 * One lock guards what is below it in the struct. The emitter needs none: only the worker whose turn it is uses it. */
#include "cli/cli.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { MAX_WORKERS = 256, SLOTS_A_WORKER = 4, KEPT_BYTES = 1 << 20 };
static const size_t MAX_WAITING = (size_t)64 << 20;

/* A document to be coded, or (is_error) a message to be printed in its turn. */
typedef struct slot {
    bool is_error;
    rs_error error;
    rs_document document;
    const char *source;
    char *memory;
    size_t n_memory, cap;
} slot;

struct cli_jobs {
    const rs_lexicon *lexicon;
    rs_emitter *emitter;
    rs_coder *coder; /* of the calling thread */
    size_t n_slot;
    int most;
    slot *slot;
    pthread_t thread[MAX_WORKERS];
    pthread_mutex_t lock;
    pthread_cond_t filled, printed;
    /* guarded by lock */
    size_t put, taken, turn; /* counts: slots filled, given to a worker, printed */
    size_t waiting;          /* bytes in the slots */
    int n_worker, idle;
    bool closed, stop;
    /* used by whose turn it is */
    size_t n_record;
    int status;
};

/* Is ID only the name of the file SOURCE, as the reader gives it to a plain text? */
static bool is_name_of(rs_str id, const char *source)
{
    const char *slash = strrchr(source, '/'), *name = slash ? slash + 1 : source;
    return strncmp(name, id.p, id.n) == 0 && (name[id.n] == '.' || name[id.n] == '\0');
}

static void warn_of_bytes(const char *source, const rs_result *result)
{
    rs_str id = result->document->id;
    const char *plural = result->n_bad == 1 ? "" : "s";
    if (id.n && !is_name_of(id, source))
        cli_complain(source, "%zu invalid byte%s read as U+FFFD in document '%.*s'", result->n_bad, plural,
                     (int)(id.n < 100 ? id.n : 100), id.p);
    else
        cli_complain(source, "%zu invalid byte%s read as U+FFFD", result->n_bad, plural);
}

/* Print what a slot came to, with STATUS of coding it. false if the output has failed. */
static bool print(cli_jobs *jobs, slot *s, rs_status status, const rs_result *result)
{
    if (!s->is_error && status == RS_OK) {
        if (result->n_bad) warn_of_bytes(s->source, result);
        jobs->n_record += result->n_record;
        status = rs_emit_result(jobs->emitter, result, &s->error);
        if (status == RS_OK) return true;
        jobs->status = cli_worse(jobs->status, rs_status_exit(status));
        if (status == RS_E_SYSTEM) return false; /* said by the output itself */
    }
    if (!s->error.source[0] && s->source) (void)snprintf(s->error.source, sizeof s->error.source, "%s", s->source);
    jobs->status = cli_worse(jobs->status, cli_report(&s->error));
    return true;
}

static void free_slot(cli_jobs *jobs, slot *s)
{
    jobs->waiting -= s->n_memory;
    s->n_memory = 0;
    if (s->cap <= KEPT_BYTES) return;
    s->memory = cli_resize(s->memory, 0);
    s->cap = 0;
}

/* Code slot number AT, wait for its turn, print it. Called and left with the lock held. */
static void work_on(cli_jobs *jobs, rs_coder *coder, size_t at)
{
    slot *s = &jobs->slot[at % jobs->n_slot];
    const rs_result *result = NULL;
    rs_status status = RS_OK;
    bool stop = jobs->stop;
    pthread_mutex_unlock(&jobs->lock);
    if (!s->is_error && !stop) status = rs_coder_code(coder, &s->document, &result, &s->error);
    pthread_mutex_lock(&jobs->lock);
    while (jobs->turn != at) pthread_cond_wait(&jobs->printed, &jobs->lock);
    stop = stop || jobs->stop;
    pthread_mutex_unlock(&jobs->lock);
    if (!stop) stop = !print(jobs, s, status, result);
    pthread_mutex_lock(&jobs->lock);
    jobs->stop = stop;
    free_slot(jobs, s);
    jobs->turn++;
    pthread_cond_broadcast(&jobs->printed);
}

static void *worker(void *context)
{
    cli_jobs *jobs = context;
    rs_error error;
    rs_coder *coder;
    if (rs_coder_new(&coder, jobs->lexicon, NULL, &error)) cli_no_memory();
    pthread_mutex_lock(&jobs->lock);
    for (;;) {
        jobs->idle++;
        while (jobs->taken == jobs->put && !jobs->closed) pthread_cond_wait(&jobs->filled, &jobs->lock);
        jobs->idle--;
        if (jobs->taken == jobs->put) break;
        work_on(jobs, coder, jobs->taken++);
    }
    pthread_mutex_unlock(&jobs->lock);
    rs_coder_free(coder);
    return NULL;
}

cli_jobs *cli_jobs_start(int n, const rs_lexicon *lexicon, rs_emitter *emitter)
{
    cli_jobs *jobs = cli_resize(NULL, sizeof *jobs);
    memset(jobs, 0, sizeof *jobs);
    jobs->lexicon = lexicon;
    jobs->emitter = emitter;
    jobs->most = n < MAX_WORKERS ? n : MAX_WORKERS;
    if (n <= 1) return jobs;
    jobs->n_slot = (size_t)jobs->most * SLOTS_A_WORKER;
    jobs->slot = cli_resize(NULL, jobs->n_slot * sizeof *jobs->slot);
    memset(jobs->slot, 0, jobs->n_slot * sizeof *jobs->slot);
    pthread_mutex_init(&jobs->lock, NULL);
    pthread_cond_init(&jobs->filled, NULL);
    pthread_cond_init(&jobs->printed, NULL);
    return jobs;
}

/* A further worker, if one would find something to do. Called with the lock held. */
static void start_worker(cli_jobs *jobs)
{
    if (jobs->n_worker == jobs->most || (size_t)jobs->idle >= jobs->put - jobs->taken) return;
    if (pthread_create(&jobs->thread[jobs->n_worker], NULL, worker, jobs) == 0)
        jobs->n_worker++;
    else if (jobs->n_worker == 0)
        cli_no_memory();
    else
        jobs->most = jobs->n_worker;
}

static rs_str copy(char **at, rs_str text)
{
    rs_str new = {*at, text.n};
    if (text.n) memcpy(*at, text.p, text.n);
    *at += text.n;
    return new;
}

static void fill(slot *s, const rs_document *document, const char *source)
{
    size_t n = strlen(source) + 1;
    char *at = s->memory;
    s->document = *document;
    s->document.id = copy(&at, document->id);
    s->document.text = copy(&at, document->text);
    s->document.title = copy(&at, document->title);
    s->document.url = copy(&at, document->url);
    s->document.source = copy(&at, document->source);
    s->source = copy(&at, (rs_str){source, n}).p;
}

/* A free slot with room for N bytes, NULL if there is no use in it any more. Called with the lock held. */
static slot *claim(cli_jobs *jobs, size_t n)
{
    while (!jobs->stop && jobs->put != jobs->turn &&
           (jobs->put - jobs->turn == jobs->n_slot || jobs->waiting + n > MAX_WAITING))
        pthread_cond_wait(&jobs->printed, &jobs->lock);
    if (jobs->stop) return NULL;
    slot *s = &jobs->slot[jobs->put % jobs->n_slot];
    if (n > s->cap) {
        s->memory = cli_resize(s->memory, n);
        s->cap = n;
    }
    s->n_memory = n;
    s->source = NULL;
    s->error = (rs_error){.status = RS_OK};
    jobs->waiting += n;
    return s;
}

static void hand_over(cli_jobs *jobs)
{
    jobs->put++;
    start_worker(jobs);
    pthread_cond_signal(&jobs->filled);
}

/* With one job: code and print at once. */
static bool code_here(cli_jobs *jobs, const rs_document *document, const char *source)
{
    slot s = {.document = *document, .source = source};
    const rs_result *result = NULL;
    if (jobs->stop) return false;
    rs_status status = jobs->coder ? RS_OK : rs_coder_new(&jobs->coder, jobs->lexicon, NULL, &s.error);
    if (!status) status = rs_coder_code(jobs->coder, &s.document, &result, &s.error);
    jobs->stop = !print(jobs, &s, status, result);
    return !jobs->stop;
}

bool cli_jobs_document(cli_jobs *jobs, const rs_document *document, const char *source)
{
    if (jobs->n_slot == 0) return code_here(jobs, document, source);
    size_t n = document->id.n + document->text.n + document->title.n + document->url.n + document->source.n +
               strlen(source) + 1;
    pthread_mutex_lock(&jobs->lock);
    slot *s = claim(jobs, n);
    if (s) {
        s->is_error = false;
        fill(s, document, source);
        hand_over(jobs);
    }
    pthread_mutex_unlock(&jobs->lock);
    return s != NULL;
}

void cli_jobs_error(cli_jobs *jobs, const rs_error *error)
{
    if (jobs->n_slot == 0) {
        jobs->status = cli_worse(jobs->status, cli_report(error));
        return;
    }
    pthread_mutex_lock(&jobs->lock);
    slot *s = claim(jobs, 0);
    if (s) {
        s->is_error = true;
        s->error = *error;
        hand_over(jobs);
    }
    pthread_mutex_unlock(&jobs->lock);
}

static void join_all(cli_jobs *jobs)
{
    pthread_mutex_lock(&jobs->lock);
    jobs->closed = true;
    pthread_cond_broadcast(&jobs->filled);
    pthread_mutex_unlock(&jobs->lock);
    for (int i = 0; i < jobs->n_worker; i++) pthread_join(jobs->thread[i], NULL);
    for (size_t i = 0; i < jobs->n_slot; i++) cli_resize(jobs->slot[i].memory, 0);
    cli_resize(jobs->slot, 0);
    pthread_mutex_destroy(&jobs->lock);
    pthread_cond_destroy(&jobs->filled);
    pthread_cond_destroy(&jobs->printed);
}

int cli_jobs_end(cli_jobs *jobs)
{
    if (jobs->n_slot) join_all(jobs);
    if (jobs->coder) rs_coder_free(jobs->coder);
    int status = jobs->status;
    if (status == 0 && jobs->n_record == 0) status = rs_status_exit(RS_NO);
    cli_resize(jobs, 0);
    return status;
}
