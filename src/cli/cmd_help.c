/* SPDX-License-Identifier: MIT */
/* rasad help, rasad version: what the program can do and which one it is. */
#include "cli/cli.h"

#include <stdio.h>

int cmd_help(const cli_options *options)
{
    if (options->n_operand) {
        const cli_command *command = cli_command_find(options->operand[0]);
        if (command) {
            cli_command_help(command);
            return 0;
        }
        cli_complain(NULL, "no command '%.100s' (rasad help)", options->operand[0]);
        return rs_status_exit(RS_E_USAGE);
    }
    printf("usage: rasad COMMAND [OPTION]... [FILE]...\n\nWho did what to whom, where and when, in Arabic news, and "
           "according to whom.\n\n");
    for (size_t i = 0; i < cli_n_command; i++) printf("  %-8s  %s\n", cli_commands[i].name, cli_commands[i].summary);
    printf("\nrasad COMMAND -h says more.\n\nexample: rasad code article.txt\n");
    return 0;
}

int cmd_version(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon;
    (void)options;
    if (rs_lexicon_open(&lexicon, NULL, NULL, &error)) return cli_report(&error);
    printf("rasad %s lexicon %s\n", rs_version(), rs_lexicon_digest(lexicon));
    rs_lexicon_close(lexicon);
    return 0;
}
