/* SPDX-License-Identifier: MIT */
/* rasad-measure [--errors N] GOLD-DIR [CORPUS.jsonl] - every measure whose file there is, as one table; with --errors
 * also the commonest errors of each. rasad-measure --speed FILE - how fast the words of FILE are analysed. A program of
 * its own, not a verb of rasad: it looks inside the library, and only the project needs it. Annotated files are no part
 * of the project; what they must look like is said in each measure's file. */
#include "measure.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MAX_PATH = 4096 };

static const struct {
    const char *file, *title;
    measure_fn *fn;
} measures[] = {
    {"dev.jsonl", "events of whole documents", measure_events},
    {"detect-dev.jsonl", "sentences in which an event is found", measure_detect},
    {"segment-dev.tsv", "clitics and parts of speech", measure_words},
    {"names-dev.conll", "names", measure_names},
    {"places-dev.tsv", "places with coordinates", measure_places},
};

static int report(const rs_error *error)
{
    if (error->source[0] && error->line)
        (void)fprintf(stderr, "rasad-measure: %s:%zu: %s\n", error->source, error->line, error->text);
    else
        (void)fprintf(stderr, "rasad-measure: %s\n", error->text);
    return rs_status_exit(error->status);
}

static int usage(const char *text, const char *what)
{
    (void)fprintf(stderr,
                  "rasad-measure: %s%s\nusage: rasad-measure [--errors N] GOLD-DIR [CORPUS.jsonl]\n"
                  "       rasad-measure --speed FILE\n",
                  text, what);
    return rs_status_exit(RS_E_USAGE);
}

static rs_status run(const measure *m, const char *path, const char *title, measure_fn *fn, rs_error *error)
{
    const char *slash = strrchr(path, '/');
    (void)putchar('\n');
    (void)fputs(title, stdout);
    printf(" (%s)\n", slash ? slash + 1 : path);
    (void)fflush(stdout);
    if (access(path, F_OK) == 0) return fn(m, path, error);
    printf("  not there\n");
    return RS_OK;
}

static rs_status run_all(const measure *m, const char *gold, const char *corpus, rs_error *error)
{
    rs_status status = RS_OK;
    for (size_t i = 0; i < RS_COUNT(measures) && !status; i++) {
        char path[MAX_PATH];
        int n = snprintf(path, sizeof path, "%s/%s", gold, measures[i].file);
        if (n < 0 || (size_t)n >= sizeof path)
            return rs_error_set(error, RS_E_USAGE, "the path of the folder is too long");
        status = run(m, path, measures[i].title, measures[i].fn, error);
    }
    if (corpus && !status) status = run(m, corpus, "raw news", measure_corpus, error);
    if (!status && (fflush(stdout) || ferror(stdout)))
        status = rs_error_set(error, RS_E_SYSTEM, "cannot write: %s", strerror(errno));
    return status;
}

int main(int argc, char **argv)
{
    rs_lexicon *lexicon = NULL;
    measure m = {.alloc = &rs_alloc_default};
    rs_error error;
    double errors = 0;
    int at = 1;
    bool speed = argc > 1 && strcmp(argv[1], "--speed") == 0;
    if (!speed && argc > 2 && strcmp(argv[1], "--errors") == 0) {
        if (!rs_str_number(rs_str_of(argv[2]), &errors) || errors < 0 || errors > 100000)
            return usage("--errors takes a number, not ", argv[2]);
        at = 3;
    }
    if (speed && argc != 3) return usage("--speed takes one file", "");
    if (!speed && (argc - at < 1 || argc - at > 2)) return usage("a folder is needed, and at most one corpus", "");
    if (!speed && access(argv[at], R_OK | X_OK)) return usage("cannot read the folder ", argv[at]);
    m.errors = (size_t)errors;
    rs_status status = rs_lexicon_open(&lexicon, NULL, NULL, &error);
    if (!status) status = rs_coder_new(&m.coder, lexicon, NULL, &error);
    m.lexicon = lexicon;
    if (!status) printf("rasad %s, lexicon %s\n", rs_version(), rs_lexicon_digest(lexicon));
    if (!status && speed)
        status = run(&m, argv[2], "analysis of words, one core", measure_speed, &error);
    else if (!status)
        status = run_all(&m, argv[at], argc - at == 2 ? argv[at + 1] : NULL, &error);
    rs_coder_free(m.coder);
    rs_lexicon_close(lexicon);
    return status ? report(&error) : 0;
}
