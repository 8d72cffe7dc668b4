/* SPDX-License-Identifier: MIT */
/* The commands and their options, as tables. An option is a row with a function that reads its value; a command lists
 * the options it knows. What `-h` prints is made from the same rows, so that it cannot promise what is not parsed.
 *
 * Options may stand before, between and after operands; "--" ends them; "--name=value" is "--name value". */
#include "cli/options.h"
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* A whole number from LEAST to MOST; false if TEXT is none. */
static bool number_of(const char *text, int least, int most, int *out)
{
    long value = 0;
    if (!*text) return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || value > most) return false;
        value = value * 10 + (*text - '0');
    }
    *out = (int)value;
    return value >= least && value <= most;
}

static bool set_format(cli_options *options, const char *value)
{
    options->has_format = true;
    return rs_format_find(value, &options->format, NULL) == RS_OK;
}

static bool set_published(cli_options *options, const char *value)
{
    options->published = strlen(value) == 10 ? rs_day_find((rs_str){value, 10}) : 0;
    return options->published != 0;
}

enum { MAX_JOBS = 256, MAX_ERRORS = 1000000 };

static bool set_jobs(cli_options *options, const char *value) { return number_of(value, 1, MAX_JOBS, &options->jobs); }

static bool set_errors(cli_options *options, const char *value)
{
    return number_of(value, 0, MAX_ERRORS, &options->errors);
}

static bool set_lexicon(cli_options *options, const char *value)
{
    options->lexicon = value;
    return *value != '\0';
}

static bool set_output(cli_options *options, const char *value)
{
    options->output = value;
    return *value != '\0';
}

static const cli_option format = {"format", "FORMAT",
                                  "text, jsonl, csv, tsv or geojson (text on a terminal, else jsonl)",
                                  "text, jsonl, csv, tsv or geojson", set_format};
static const cli_option published = {"published", "DATE", "YYYY-MM-DD, for documents without a date of their own",
                                     "a date like 2016-12-16", set_published};
static const cli_option jobs = {"jobs", "N", "documents coded at once (as many as there are processors)",
                                "a number from 1 to 256", set_jobs};
static const cli_option errors = {"errors", "N", "list N missed and N extra records", "a number from 0 to 1000000",
                                  set_errors};
static const cli_option lexicon = {"lexicon", "PATH", "one's own folder over the built-in one, or a compiled file",
                                   "a folder or file", set_lexicon};
static const cli_option output = {"output", "FILE", "write there, not to standard output", "a file", set_output};

static const cli_option *const code_options[] = {&format, &published, &jobs, &lexicon, &output, NULL};
static const cli_option *const explain_options[] = {&published, &lexicon, NULL};
static const cli_option *const eval_options[] = {&errors, &lexicon, NULL};
static const cli_option *const lexicon_options[] = {&lexicon, &output, NULL};
static const cli_option *const no_options[] = {NULL};

const cli_command cli_commands[] = {
    {"code", "[FILE|FOLDER|-]...", "codes the events of Arabic news",
     "A file is a plain text, or JSON Lines with `text` and optionally `id`, `title`,\n"
     "`published`, `url` and `source`; in UTF-8, UTF-16 or windows-1256. Without files,\n"
     "standard input is read. Ends with 1 if there was no event, 3 if there was bad data\n"
     "among the input, 4 if a file could not be read or written.",
     "rasad code --format csv article.txt", 0, -1, code_options, cmd_code},
    {"explain", "[FILE|-]", "says how each word, name and clause was read, and which frames were tried", NULL,
     "rasad explain article.txt", 0, 1, explain_options, cmd_explain},
    {"eval", "GOLD", "scores against annotated documents", NULL, "rasad eval --errors 10 gold.jsonl", 1, 1,
     eval_options, cmd_eval},
    {"lexicon", "lookup|generate|search WORD... | check|compile FOLDER",
     "tells what the lexicon says, and checks and compiles a folder of one's own",
     "  lookup WORD...    every reading of a word as it is printed, with its clitics\n"
     "  generate LEMMA... all forms of a lemma (or of its id)\n"
     "  search NAME...    entities and places by any spelling, in Arabic or English\n"
     "  check FOLDER      says file:line:column of each error, and tries the examples of its frames\n"
     "  compile FOLDER    writes the folder over the built-in lexicon to --output FILE\n\n"
     "A folder holds tables of your own, as names/persons.tsv and places/places.tsv; their\n"
     "columns are described in man rasad-lexicon. Ends with 1 if a word is not in the\n"
     "lexicon, 3 if a folder has errors.",
     "rasad lexicon lookup \xd9\x88\xd8\xa8\xd8\xa7\xd9\x84\xd9\x85\xd8\xaf\xd9\x8a\xd9\x86\xd8\xa9", 1, -1,
     lexicon_options, cmd_lexicon},
    {"help", "[COMMAND]", "says how a command is called", NULL, "rasad help code", 0, 1, no_options, cmd_help},
    {"version", "", "prints the version of the program and of its lexicon", NULL, "rasad version", 0, 0, no_options,
     cmd_version},
};
const size_t cli_n_command = sizeof cli_commands / sizeof cli_commands[0];

const cli_command *cli_command_find(const char *name)
{
    for (size_t i = 0; i < cli_n_command; i++)
        if (strcmp(name, cli_commands[i].name) == 0) return &cli_commands[i];
    return NULL;
}

static const cli_option *option_find(const cli_command *command, const char *name, size_t n)
{
    for (const cli_option *const *o = command->option; *o; o++)
        if (strlen((*o)->name) == n && memcmp((*o)->name, name, n) == 0) return *o;
    return NULL;
}

/* The option ARGUMENT[*at] and its value; *at moves to the last argument used. */
static bool parse_option(cli_options *out, const cli_command *command, int n, char **argument, int *at)
{
    const char *text = argument[*at], *equals = strchr(text, '=');
    if (strcmp(text, "-h") == 0 || strcmp(text, "--help") == 0) return out->help = true;
    size_t name_n = equals ? (size_t)(equals - text) : strlen(text);
    const cli_option *option = name_n > 2 && text[1] == '-' ? option_find(command, text + 2, name_n - 2) : NULL;
    if (!option) return cli_complain(command->name, "no option '%.100s' (rasad %s -h)", text, command->name), false;
    const char *value = equals ? equals + 1 : *at + 1 < n ? argument[++*at] : NULL;
    if (value && option->set(out, value)) return true;
    if (value)
        cli_complain(command->name, "option '--%s' needs %s, not '%.100s'", option->name, option->wanted, value);
    else
        cli_complain(command->name, "option '--%s' needs %s", option->name, option->wanted);
    return false;
}

bool cli_options_parse(cli_options *out, const cli_command *command, int n, char **argument)
{
    *out = (cli_options){.operand = argument};
    bool only_operands = false;
    for (int i = 0; i < n; i++) {
        if (!only_operands && strcmp(argument[i], "--") == 0)
            only_operands = true;
        else if (only_operands || argument[i][0] != '-' || argument[i][1] == '\0')
            out->operand[out->n_operand++] = argument[i];
        else if (!parse_option(out, command, n, argument, &i))
            return false;
    }
    if (out->help) return true;
    if (out->n_operand < command->least)
        return cli_complain(command->name, "needs %s (rasad %s -h)", command->operands, command->name), false;
    if (command->most >= 0 && out->n_operand > command->most)
        return cli_complain(command->name, "one argument too many: '%.100s'", out->operand[command->most]), false;
    return true;
}

void cli_command_help(const cli_command *command)
{
    printf("usage: rasad %s%s%s%s\n\n", command->name, *command->option ? " [OPTION]..." : "",
           *command->operands ? " " : "", command->operands);
    printf("It %s.\n%s%s\n", command->summary, command->more ? command->more : "", command->more ? "\n" : "");
    for (const cli_option *const *o = command->option; *o; o++) {
        char left[48];
        (void)snprintf(left, sizeof left, "--%s %s", (*o)->name, (*o)->value);
        printf("  %-20s %s\n", left, (*o)->help);
    }
    printf("  %-20s %s\n\nexample: %s\n", "-h", "this help", command->example);
}
