/* SPDX-License-Identifier: MIT */
/* cli - what the files of the program share. It reaches everything else through include/rasad alone. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/options.h"
#include "rasad/rasad.h"

#include <stdbool.h>

/* cli_resize - realloc that ends the program, with exit status 4, if there is no memory. N 0 frees. */
void *cli_resize(void *old, size_t n);
/* cli_no_memory - say so and end the program. */
_Noreturn void cli_no_memory(void);

/* cli_report - ERROR on stderr as "rasad: file:line:column: text"; the exit status for it. */
int cli_report(const rs_error *error);
/* cli_complain - the same of something that is no rs_error; WHAT may be NULL. */
void cli_complain(const char *what, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* cli_worse - of two exit statuses the one to end with: 4 before 3 before 1 before 0. */
int cli_worse(int a, int b);

/* cli_output - where results go, and whether that has failed. */
typedef struct cli_output {
    FILE *file;
    const char *name; /* NULL: standard output */
    bool terminal, failed;
} cli_output;

/* cli_output_open - PATH, or standard output if it is NULL; false (and said why) if it cannot be written. */
bool cli_output_open(cli_output *output, const char *path);
/* cli_output_write - an rs_write_fn for a cli_output. */
int cli_output_write(void *output, const char *bytes, size_t n);
/* cli_output_close - false (and said why) if anything that was written did not arrive. */
bool cli_output_close(cli_output *output);
/* cli_output_width - columns of the terminal: COLUMNS, what the terminal says, or 0. */
int cli_output_width(const cli_output *output);
/* cli_output_colour - a terminal that is not to be spared colours. */
bool cli_output_colour(const cli_output *output);

/* cli_walk_fn - a file found; non-zero to stop. */
typedef int cli_walk_fn(void *context, const char *path);
/* cli_walk_error_fn - a folder that cannot be read. */
typedef void cli_walk_error_fn(void *context, const rs_error *error);
/* cli_walk - call FN with PATH, or if it is a folder with all regular files in and under it, sorted by name. The value
 * of FN that stopped it. */
int cli_walk(const char *path, cli_walk_fn *fn, cli_walk_error_fn *wrong, void *context);

/* cli_jobs - workers that code documents at once, while what they print comes out in the order of the documents. */
typedef struct cli_jobs cli_jobs;
/* cli_jobs_start - at most N workers; 1: everything is done by the caller's thread. */
cli_jobs *cli_jobs_start(int n, const rs_lexicon *lexicon, rs_emitter *emitter);
/* cli_jobs_document - code DOCUMENT, which came from the file SOURCE. false: stop, the output has failed. */
bool cli_jobs_document(cli_jobs *jobs, const rs_document *document, const char *source);
/* cli_jobs_error - report ERROR when its turn comes. */
void cli_jobs_error(cli_jobs *jobs, const rs_error *error);
/* cli_jobs_end - wait for all; the exit status, 1 if there was no event in any document. */
int cli_jobs_end(cli_jobs *jobs);

/* cli_lexicon_open - the lexicon PATH: a compiled file, a folder that is compiled over the built-in lexicon, or the
 * built-in one if PATH is NULL. What is wrong with a folder is said on stderr. */
rs_status cli_lexicon_open(rs_lexicon **out, const char *path, rs_error *error);
/* cli_lexicon_compile - FOLDER over BASE; what is wrong with it is said on stderr. */
rs_status cli_lexicon_compile(rs_lexicon **out, const rs_lexicon *base, const char *folder, rs_error *error);

/* The commands; each returns the exit status. */
int cmd_code(const cli_options *options);
int cmd_explain(const cli_options *options);
int cmd_eval(const cli_options *options);
int cmd_lexicon(const cli_options *options);
int cmd_help(const cli_options *options);
int cmd_version(const cli_options *options);

#endif
