/* SPDX-License-Identifier: MIT */
/* The program: it finds the command, has its options parsed, runs it, and sees to it that what was printed arrived. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* --version and --help are commands that look like options. */
static const char *command_name(const char *argument)
{
    if (strcmp(argument, "--version") == 0) return "version";
    if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) return "help";
    return argument;
}

static int run(int n, char **argument)
{
    if (n < 2) {
        cli_complain(NULL, "no command (rasad help)");
        return rs_status_exit(RS_E_USAGE);
    }
    const cli_command *command = cli_command_find(command_name(argument[1]));
    if (!command) {
        cli_complain(NULL, "no command '%.100s' (rasad help)", argument[1]);
        return rs_status_exit(RS_E_USAGE);
    }
    cli_options options;
    if (!cli_options_parse(&options, command, n - 2, argument + 2)) return rs_status_exit(RS_E_USAGE);
    if (!options.help) return command->run(&options);
    cli_command_help(command);
    return 0;
}

int main(int n, char **argument)
{
    int done = run(n, argument);
    if (fflush(stdout) == 0 && !ferror(stdout)) return done;
    if (done < rs_status_exit(RS_E_SYSTEM)) cli_complain("stdout", "cannot write: %s", strerror(errno));
    return rs_status_exit(RS_E_SYSTEM);
}
