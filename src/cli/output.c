/* SPDX-License-Identifier: MIT */
/* Where results go. A failed write is a failure of the program, also if it only shows when the file is closed; it is
 * said once. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool failed(cli_output *output)
{
    if (!output->failed) cli_complain(output->name ? output->name : "stdout", "cannot write: %s", strerror(errno));
    output->failed = true;
    return false;
}

bool cli_output_open(cli_output *output, const char *path)
{
    *output = (cli_output){.file = stdout, .name = path};
    if (path) output->file = fopen(path, "wb");
    if (!output->file) return failed(output);
    output->terminal = !path && isatty(STDOUT_FILENO);
    return true;
}

int cli_output_write(void *context, const char *bytes, size_t n)
{
    cli_output *output = context;
    if (output->failed || fwrite(bytes, 1, n, output->file) != n) return failed(output), 1;
    return 0;
}

bool cli_output_close(cli_output *output)
{
    if (output->failed) {
        if (output->name && output->file) (void)fclose(output->file);
        return false;
    }
    if (output->name ? fclose(output->file) : fflush(output->file)) return failed(output);
    return true;
}

static int number_of(const char *text)
{
    int n = 0;
    for (; text && *text >= '0' && *text <= '9' && n < 10000; text++) n = n * 10 + (*text - '0');
    return n;
}

int cli_output_width(const cli_output *output)
{
    struct winsize size;
    int columns = number_of(getenv("COLUMNS"));
    if (columns > 0) return columns;
    if (output->terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
    return 0;
}

bool cli_output_colour(const cli_output *output)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return output->terminal && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}
