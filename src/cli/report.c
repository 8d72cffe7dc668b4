/* SPDX-License-Identifier: MIT */
/* What the program says on stderr, and its exit status. A message may quote a file, so control characters in it are
 * shown as '?': a text must not be able to move the cursor of who reads the complaint about it. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void *cli_resize(void *old, size_t n)
{
    if (n == 0) {
        free(old);
        return NULL;
    }
    void *new = realloc(old, n);
    if (!new) cli_no_memory();
    return new;
}

void cli_no_memory(void)
{
    cli_complain(NULL, "out of memory");
    exit(rs_status_exit(RS_E_NOMEM));
}

/* One line at once, so that lines of two threads do not mix. */
static void put_line(char *text)
{
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F) *c = '?';
    (void)fprintf(stderr, "rasad: %s\n", text);
}

void cli_complain(const char *what, const char *format, ...)
{
    char text[1024];
    int n = what ? snprintf(text, sizeof text, "%.400s: ", what) : 0;
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text + n, sizeof text - (size_t)n, format, args);
    va_end(args);
    put_line(text);
}

int cli_report(const rs_error *error)
{
    char where[256];
    if (error->line && error->column)
        (void)snprintf(where, sizeof where, "%s:%zu:%zu", error->source, error->line, error->column);
    else if (error->line)
        (void)snprintf(where, sizeof where, "%s:%zu", error->source, error->line);
    else
        (void)snprintf(where, sizeof where, "%s", error->source);
    cli_complain(where[0] ? where : NULL, "%s", error->text);
    return rs_status_exit(error->status);
}

int cli_worse(int a, int b) { return a > b ? a : b; }
