/* SPDX-License-Identifier: MIT */
/* rasad lexicon: what the lexicon says of a word, a lemma or a name; checking and compiling a folder of one's own. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* What the actions share. */
typedef struct session {
    const rs_lexicon *lexicon;
    const cli_options *options;
    cli_output output;
    int n_known; /* readings or names that the lexicon has */
} session;

static int put_line(session *s, const char *line, int n)
{
    return n < 0 || cli_output_write(&s->output, line, (size_t)n);
}

static int put_reading(void *context, const rs_analysis *a)
{
    session *s = context;
    char line[1024];
    s->n_known += !a->guessed;
    return put_line(s, line,
                    snprintf(line, sizeof line, "%s\t%s\t%s\t%s\t%s\t%d\n", a->form, a->features,
                             a->guessed ? "(unknown)" : a->lemma, a->id, a->gloss, a->cost));
}

static int put_form(void *context, const rs_analysis *a)
{
    session *s = context;
    char line[1024];
    s->n_known++;
    return put_line(
        s, line, snprintf(line, sizeof line, "%s\t%s\t%s\t%s\t%s\n", a->form, a->features, a->lemma, a->id, a->gloss));
}

static int put_found(void *context, const rs_found *f)
{
    session *s = context;
    char line[1400], where[48] = "";
    s->n_known++;
    if (f->is_place) (void)snprintf(where, sizeof where, "%.4f,%.4f", f->lat, f->lon);
    return put_line(s, line,
                    snprintf(line, sizeof line, "%s\t%s\t%s\t%s\t%.3s\t%s\t%s\t%s\n", f->id, f->kind, f->english,
                             f->arabic, f->code, f->is_place ? where : f->sectors, f->spelling,
                             f->in_context ? "in context" : ""));
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

/* Ask for each operand after the action's name; 1 if one of them is not known. */
static int ask_all(session *s, ask_fn *ask, const char *header)
{
    rs_error error;
    int done = 0;
    (void)put_line(s, header, (int)strlen(header));
    for (int i = 1; i < s->options->n_operand && !s->output.failed; i++) {
        const char *text = s->options->operand[i];
        s->n_known = 0;
        rs_status status = ask(s, (rs_str){text, strlen(text)}, &error);
        if (status && status != RS_NO) return s->output.failed ? rs_status_exit(RS_E_SYSTEM) : cli_report(&error);
        if (!s->n_known) cli_complain(NULL, "not in the lexicon: '%.200s'", text), done = 1;
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

static void print_counts(const rs_lexicon *lexicon, const rs_lexicon *base, const char *folder, size_t n_tried)
{
    static const char *const kinds[] = {"lemmas", "entities", "places", "frames"};
    printf("%s:", folder);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        printf(" %zu %s,", rs_lexicon_count(lexicon, kinds[i]) - rs_lexicon_count(base, kinds[i]), kinds[i]);
    printf(" added to the built-in ones; %zu examples tried\n", n_tried);
}

static int check(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon, *base;
    const char *folder = options->operand[1];
    size_t n_tried = 0;
    if (rs_lexicon_open(&base, NULL, NULL, &error)) return cli_report(&error);
    int done = 0;
    if (cli_lexicon_compile(&lexicon, folder, &error)) {
        done = cli_report(&error);
    } else {
        done = try_examples(lexicon, folder, &n_tried);
        if (!done) print_counts(lexicon, base, folder, n_tried);
        rs_lexicon_close(lexicon);
    }
    rs_lexicon_close(base);
    return done;
}

/* Beside the file first, then in its place at once: a lexicon that is in use stays whole. */
static int save(const rs_lexicon *lexicon, const char *path)
{
    char part[4200];
    cli_output output;
    if ((size_t)snprintf(part, sizeof part, "%s.part", path) >= sizeof part) {
        cli_complain("lexicon compile", "the name of the file is too long");
        return rs_status_exit(RS_E_USAGE);
    }
    if (!cli_output_open(&output, part)) return rs_status_exit(RS_E_SYSTEM);
    rs_status status = rs_lexicon_write(lexicon, cli_output_write, &output);
    bool written = cli_output_close(&output) && !status;
    if (written && rename(part, path) == 0) return 0;
    if (written) perror(path);
    (void)remove(part);
    return rs_status_exit(RS_E_SYSTEM);
}

static int compile(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon;
    if (!options->output) {
        cli_complain("lexicon compile", "needs --output FILE");
        return rs_status_exit(RS_E_USAGE);
    }
    if (cli_lexicon_compile(&lexicon, options->operand[1], &error)) return cli_report(&error);
    int done = save(lexicon, options->output);
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
