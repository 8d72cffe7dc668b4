/* SPDX-License-Identifier: MIT */
/* options - one table of commands, each with its table of options: parsing and help are made from the same rows. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "rasad/rasad.h"

#include <stdbool.h>

typedef struct cli_options {
    bool help;
    bool has_format;
    rs_format format;
    uint32_t published;
    int jobs, errors; /* jobs 0: as many as there are processors */
    const char *lexicon, *output;
    char **operand;
    int n_operand;
} cli_options;

/* An option: its name without dashes, what its value is called, its line of help; set is false if the value is wrong.
 */
typedef struct cli_option {
    const char *name, *value, *help, *wanted;
    bool (*set)(cli_options *options, const char *value);
} cli_option;

typedef struct cli_command {
    const char *name, *operands, *summary, *more, *example; /* more: further lines of help, or NULL */
    int least, most;                                        /* number of operands; most -1: any */
    const cli_option *const *option;                        /* NULL-terminated */
    int (*run)(const cli_options *options);
} cli_command;

extern const cli_command cli_commands[];
extern const size_t cli_n_command;

/* cli_command_find - NULL if there is none. */
const cli_command *cli_command_find(const char *name);
/* cli_options_parse - the N arguments after the command's name; false (and one line on stderr) if the call is wrong.
 * Reorders ARGUMENT. */
bool cli_options_parse(cli_options *out, const cli_command *command, int n, char **argument);
/* cli_command_help - how COMMAND is called, on standard output. */
void cli_command_help(const cli_command *command);

#endif
