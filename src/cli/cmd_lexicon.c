/* SPDX-License-Identifier: MIT */
/* rasad lexicon: what the lexicon says of a word, a lemma or a name; checking and compiling a folder of one's own. */
#include "cli/cli.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the actions share. */
typedef struct session {
    const rs_lexicon *lexicon;
    const cli_options *options;
    cli_output output;
    int n_known; /* readings or names that the lexicon has */
} session;

static int put(session *s, const char *text) { return cli_output_write(&s->output, text, strlen(text)); }

/* A line of N columns. What a folder says may be of any length. */
static int put_row(session *s, const char *const *column, size_t n)
{
    int stop = 0;
    for (size_t i = 0; i < n && !stop; i++) stop = put(s, i ? "\t" : "") || put(s, column[i]);
    return stop || put(s, "\n");
}

static int put_reading(void *context, const rs_analysis *a)
{
    session *s = context;
    char cost[16];
    const char *column[] = {a->form, a->features, a->guessed ? "(unknown)" : a->lemma, a->id, a->gloss, cost};
    s->n_known += !a->guessed;
    (void)snprintf(cost, sizeof cost, "%d", a->cost);
    return put_row(s, column, sizeof column / sizeof *column);
}

static int put_form(void *context, const rs_analysis *a)
{
    session *s = context;
    const char *column[] = {a->form, a->features, a->lemma, a->id, a->gloss};
    s->n_known++;
    return put_row(s, column, sizeof column / sizeof *column);
}

static int put_found(void *context, const rs_found *f)
{
    session *s = context;
    char where[48];
    const char *use = f->in_context ? "in context" : "";
    const char *column[] = {f->id,       f->kind, f->english, f->arabic, f->code, f->is_place ? where : f->sectors,
                            f->spelling, use};
    s->n_known++;
    (void)snprintf(where, sizeof where, "%.4f,%.4f", f->lat, f->lon);
    return put_row(s, column, sizeof column / sizeof *column);
}

static rs_status look_up(session *s, rs_str word, rs_error *error)
{
    return rs_word_lookup(s->lexicon, word, put_reading, s, NULL, error);
}

static rs_status generate(session *s, rs_str lemma, rs_error *error)
{
    return rs_word_generate(s->lexicon, lemma, put_form, s, NULL, error);
}

static rs_status search(session *s, rs_str name, rs_error *error)
{
    return rs_lexicon_search(s->lexicon, name, put_found, s, NULL, error);
}

typedef rs_status ask_fn(session *s, rs_str text, rs_error *error);

/* How much of an operand a message shows: 200 bytes at most, whole characters. */
static int shown(const char *text)
{
    size_t n = strnlen(text, 200);
    while (n && text[n] && ((unsigned char)text[n] & 0xC0u) == 0x80u) n--;
    return (int)n;
}

/* Ask for each operand after the action's name; 1 if one of them is not known. */
static int ask_all(session *s, ask_fn *ask, const char *header)
{
    rs_error error;
    int done = 0;
    (void)put(s, header);
    for (int i = 1; i < s->options->n_operand && !s->output.failed; i++) {
        const char *text = s->options->operand[i];
        s->n_known = 0;
        rs_status status = ask(s, (rs_str){text, strlen(text)}, &error);
        if (status && status != RS_NO) return s->output.failed ? rs_status_exit(RS_E_SYSTEM) : cli_report(&error);
        if (!s->n_known) cli_complain(NULL, "not in the lexicon: '%.*s'", shown(text), text), done = 1;
    }
    return done;
}

static int ask_with(const cli_options *options, ask_fn *ask, const char *header)
{
    rs_error error;
    rs_lexicon *lexicon;
    session s = {.options = options};
    if (cli_lexicon_open(&lexicon, options->lexicon, &error)) return cli_report(&error);
    s.lexicon = lexicon;
    int done = rs_status_exit(RS_E_SYSTEM);
    if (cli_output_open(&s.output, NULL)) {
        done = ask_all(&s, ask, header);
        if (!cli_output_close(&s.output)) done = rs_status_exit(RS_E_SYSTEM);
    }
    rs_lexicon_close(lexicon);
    return done;
}

/* What is wrong with the records of an example; NULL if nothing is. */
static const char *example_fault(const rs_example *example, const rs_result *result)
{
    bool event = false, rule = false;
    for (size_t i = 0; i < result->n_record; i++) {
        event |= strcmp(rs_event_name(result->record[i].event), example->event) == 0;
        rule |= strcmp(result->record[i].rule, example->frame) == 0;
    }
    if (!example->yes) return rule ? "gives this frame's event, but must not" : NULL;
    if (!*example->event) return result->n_record ? "gives an event, but must give none" : NULL;
    return event ? NULL : "does not give this frame's event";
}

/* The examples of the folder's own frames are its tests. */
static int try_examples(const rs_lexicon *lexicon, const char *folder, size_t *n_tried)
{
    rs_error error;
    rs_coder *coder;
    int done = 0;
    if (rs_coder_new(&coder, lexicon, NULL, &error)) return cli_report(&error);
    for (size_t i = 0; i < rs_lexicon_count(lexicon, "examples"); i++) {
        rs_example example = rs_lexicon_example(lexicon, i);
        const rs_result *result;
        const rs_document document = {.text = {example.text, strlen(example.text)}, .published = 20180615};
        if (!example.added) continue;
        ++*n_tried;
        if (rs_coder_code(coder, &document, &result, &error)) {
            done = cli_report(&error);
            break;
        }
        const char *fault = example_fault(&example, result);
        if (!fault) continue;
        cli_complain(NULL, "%s/%s: error: %s: '%.200s' %s", folder, example.source, example.frame, example.text, fault);
        done = rs_status_exit(RS_E_DATA);
    }
    rs_coder_free(coder);
    return done;
}

/* What was added and tried; the exit status. */
static int put_counts(const rs_lexicon *lexicon, const rs_lexicon *base, const char *folder, size_t n_tried)
{
    static const char *const kinds[] = {"lemmas", "entities", "places", "frames"};
    session s = {.lexicon = lexicon};
    if (!cli_output_open(&s.output, NULL)) return rs_status_exit(RS_E_SYSTEM);
    (void)put(&s, folder);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char text[64];
        size_t n = rs_lexicon_count(lexicon, kinds[i]) - rs_lexicon_count(base, kinds[i]);
        (void)snprintf(text, sizeof text, "%s%zu %s", i ? ", " : ": ", n, kinds[i]);
        (void)put(&s, text);
    }
    char tried[64];
    (void)snprintf(tried, sizeof tried, " added; %zu examples tried\n", n_tried);
    (void)put(&s, tried);
    return cli_output_close(&s.output) ? 0 : rs_status_exit(RS_E_SYSTEM);
}

static int check(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon, *base;
    const char *folder = options->operand[1];
    size_t n_tried = 0;
    if (cli_lexicon_open(&base, options->lexicon, &error)) return cli_report(&error);
    int done = 0;
    if (cli_lexicon_compile(&lexicon, base, folder, &error)) {
        done = cli_report(&error);
    } else {
        done = try_examples(lexicon, folder, &n_tried);
        if (!done) done = put_counts(lexicon, base, folder, n_tried);
        rs_lexicon_close(lexicon);
    }
    rs_lexicon_close(base);
    return done;
}

static int write_to(const rs_lexicon *lexicon, cli_output *output)
{
    rs_status status = rs_lexicon_write(lexicon, cli_output_write, output);
    return cli_output_close(output) && !status ? 0 : rs_status_exit(RS_E_SYSTEM);
}

/* Beside the file PATH first, then in its place at once: a lexicon that is in use stays whole. */
static int replace(const rs_lexicon *lexicon, const char *path)
{
    char part[PATH_MAX + 32];
    (void)snprintf(part, sizeof part, "%s.%ld.part", path, (long)getpid());
    cli_output output = {.file = fopen(part, "wbx"), .name = path};
    int done = 0;
    if (!output.file) {
        cli_complain(path, "cannot write: %s", strerror(errno));
        return rs_status_exit(RS_E_SYSTEM);
    }
    done = write_to(lexicon, &output);
    if (!done && rename(part, path) != 0) {
        cli_complain(path, "cannot write: %s", strerror(errno));
        done = rs_status_exit(RS_E_SYSTEM);
    }
    if (done) (void)remove(part);
    return done;
}

/* To where PATH leads, if it is a link; a device or a pipe is written into and stays what it is. */
static int save(const rs_lexicon *lexicon, const char *path)
{
    char real[PATH_MAX];
    struct stat info;
    bool there = stat(path, &info) == 0;
    if (!there && strlen(path) >= sizeof real) errno = ENAMETOOLONG;
    if ((there && S_ISDIR(info.st_mode)) || (!there && errno != ENOENT)) {
        cli_complain(path, "cannot write: %s", strerror(there ? EISDIR : errno));
        return rs_status_exit(RS_E_SYSTEM);
    }
    if (!there || S_ISREG(info.st_mode)) return replace(lexicon, there && realpath(path, real) ? real : path);
    cli_output output;
    return cli_output_open(&output, path) ? write_to(lexicon, &output) : rs_status_exit(RS_E_SYSTEM);
}

/* A name like names/persons.tsv is that of a table: writing there would destroy what is compiled. */
static bool is_table(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot && (strcmp(dot, ".tsv") == 0 || strcmp(dot, ".frames") == 0);
}

static int compile(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon, *base;
    if (!options->output || is_table(options->output)) {
        cli_complain("lexicon compile", "%s",
                     options->output ? "--output would overwrite a table; call it own.lexicon" : "needs --output FILE");
        return rs_status_exit(RS_E_USAGE);
    }
    if (cli_lexicon_open(&base, options->lexicon, &error)) return cli_report(&error);
    int done = cli_lexicon_compile(&lexicon, base, options->operand[1], &error) ? cli_report(&error) : 0;
    rs_lexicon_close(base);
    if (done) return done;
    done = save(lexicon, options->output);
    rs_lexicon_close(lexicon);
    return done;
}

int cmd_lexicon(const cli_options *options)
{
    const char *action = options->operand[0];
    bool folder = strcmp(action, "check") == 0 || strcmp(action, "compile") == 0;
    if (options->n_operand < 2 || (folder && options->n_operand > 2)) {
        cli_complain("lexicon", "%.40s needs %s (rasad lexicon -h)", action, folder ? "one folder" : "a word");
        return rs_status_exit(RS_E_USAGE);
    }
    if (strcmp(action, "lookup") == 0) return ask_with(options, look_up, "form\tfeatures\tlemma\tid\tgloss\tcost\n");
    if (strcmp(action, "generate") == 0) return ask_with(options, generate, "form\tfeatures\tlemma\tid\tgloss\n");
    if (strcmp(action, "search") == 0)
        return ask_with(options, search, "id\tkind\tenglish\tarabic\tcode\tsectors or place\tspelling\tuse\n");
    if (folder) return *action == 'c' && action[1] == 'h' ? check(options) : compile(options);
    cli_complain("lexicon", "no action '%.40s' (rasad lexicon -h)", action);
    return rs_status_exit(RS_E_USAGE);
}
