/* SPDX-License-Identifier: MIT */
/* Status and errors. An error lives in a struct of the caller; there is no "last error" anywhere. */
#include "base/base.h"

#include <stdio.h>

static const struct {
    const char *text;
    int exit_code;
} status_table[] = {
#define STATUS_ROW(name, exit_code, text) {text, exit_code},
    RS_STATUS_LIST(STATUS_ROW)
#undef STATUS_ROW
};

const char *rs_status_text(rs_status status)
{
    return (size_t)status < RS_COUNT(status_table) ? status_table[status].text : "unknown";
}

int rs_status_exit(rs_status status)
{
    return (size_t)status < RS_COUNT(status_table) ? status_table[status].exit_code : 4;
}

const char *rs_version(void) { return RASAD_VERSION; }

rs_status rs_error_set(rs_error *error, rs_status status, const char *format, ...)
{
    if (!error) return status;
    memset(error, 0, sizeof *error);
    error->status = status;
    va_list args;
    va_start(args, format);
    (void)vsnprintf(error->text, sizeof error->text, format, args);
    va_end(args);
    return status;
}

void rs_error_at(rs_error *error, const char *source, size_t line, size_t column)
{
    if (!error) return;
    (void)snprintf(error->source, sizeof error->source, "%s", source);
    error->line = line;
    error->column = column;
}
