/* SPDX-License-Identifier: MIT */
/* rasad code: documents in, records out. What cannot be read is reported and the rest still coded; the exit status is
 * that of the worst thing met, and 1 if there was nothing to report and no event either. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct run {
    const cli_options *options;
    cli_jobs *jobs;
    bool stop;
} run;

static void wrong(void *context, const rs_error *error)
{
    run *r = context;
    cli_jobs_error(r->jobs, error);
}

static const char *name_of(const char *path) { return strcmp(path, "-") == 0 ? "stdin" : path; }

static void code_document(run *r, const rs_document *found, const char *path)
{
    rs_document document = *found;
    if (!document.published) document.published = r->options->published;
    r->stop = !cli_jobs_document(r->jobs, &document, path);
}

/* Worth a word, but no failure. */
static void tell_empty(run *r, const char *path)
{
    rs_error error = {.status = RS_OK, .text = "empty, nothing to code"};
    (void)snprintf(error.source, sizeof error.source, "%s", name_of(path));
    cli_jobs_error(r->jobs, &error);
}

static int code_file(void *context, const char *path)
{
    run *r = context;
    rs_error error;
    rs_reader *reader;
    size_t n = 0;
    if (rs_reader_open(&reader, path, NULL, &error)) {
        cli_jobs_error(r->jobs, &error);
        return 0;
    }
    while (!r->stop) {
        const rs_document *document;
        rs_status status = rs_reader_next(reader, &document, &error);
        if (status == RS_NO) break;
        if (status)
            cli_jobs_error(r->jobs, &error);
        else
            code_document(r, document, name_of(path));
        n++;
    }
    rs_reader_close(reader);
    if (n == 0 && !r->stop) tell_empty(r, path);
    return r->stop;
}

static void code_all(run *r)
{
    char standard_input[] = "-", *none[] = {standard_input};
    int n = r->options->n_operand;
    char **path = n ? r->options->operand : none;
    for (int i = 0; i < (n ? n : 1) && !r->stop; i++) (void)cli_walk(path[i], code_file, wrong, r);
}

static int number_of_jobs(const cli_options *options)
{
    long n = options->jobs ? options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    return n > 1 ? (int)(n < 256 ? n : 256) : 1;
}

/* A failed write has been told by the output itself. */
static int emitted(rs_status status, const rs_error *error)
{
    return status == RS_OK || status == RS_E_SYSTEM ? rs_status_exit(status) : cli_report(error);
}

/* Between what stands before all records and what stands after them. */
static int code_and_emit(const cli_options *options, const rs_lexicon *lexicon, rs_emitter *emitter)
{
    rs_error error;
    rs_status status = rs_emit_begin(emitter, &error);
    if (status) return emitted(status, &error);
    run r = {.options = options, .jobs = cli_jobs_start(number_of_jobs(options), lexicon, emitter)};
    code_all(&r);
    int done = cli_jobs_end(r.jobs);
    status = rs_emit_end(emitter, &error);
    return cli_worse(done, emitted(status, &error));
}

static int code_with(const cli_options *options, const rs_lexicon *lexicon, cli_output *output)
{
    rs_error error;
    rs_emitter *emitter;
    rs_emit_options emit = {.format = options->has_format ? options->format
                                      : output->terminal  ? RS_FORMAT_TEXT
                                                          : RS_FORMAT_JSONL,
                            .width = cli_output_width(output),
                            .colour = cli_output_colour(output),
                            .bidi = 1};
    if (rs_emitter_new(&emitter, &emit, lexicon, cli_output_write, output, &error)) return cli_report(&error);
    int done = code_and_emit(options, lexicon, emitter);
    rs_emitter_free(emitter);
    return done;
}

int cmd_code(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon;
    cli_output output;
    if (cli_lexicon_open(&lexicon, options->lexicon, &error)) return cli_report(&error);
    int done = rs_status_exit(RS_E_SYSTEM);
    if (cli_output_open(&output, options->output)) {
        done = code_with(options, lexicon, &output);
        if (!cli_output_close(&output)) done = cli_worse(done, rs_status_exit(RS_E_SYSTEM));
    }
    rs_lexicon_close(lexicon);
    return done;
}
