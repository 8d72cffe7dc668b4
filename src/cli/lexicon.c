/* SPDX-License-Identifier: MIT */
/* The lexicon that --lexicon names: a compiled file, or a folder of one's own that is compiled over the built-in one.
 */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static void report(void *folder, const char *line) { cli_complain(NULL, "%s/%s", (const char *)folder, line); }

rs_status cli_lexicon_compile(rs_lexicon **out, const rs_lexicon *base, const char *folder, rs_error *error)
{
    char path[400];
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/') n--;
    (void)snprintf(path, sizeof path, "%.*s", (int)(n < sizeof path ? n : sizeof path - 1), folder);
    return rs_lexicon_compile(out, base, folder, report, path, NULL, error);
}

rs_status cli_lexicon_open(rs_lexicon **out, const char *path, rs_error *error)
{
    rs_lexicon *base;
    if (!path || !is_folder(path)) return rs_lexicon_open(out, path, NULL, error);
    rs_status status = rs_lexicon_open(&base, NULL, NULL, error);
    if (status) return status;
    status = cli_lexicon_compile(out, base, path, error);
    rs_lexicon_close(base);
    return status;
}
