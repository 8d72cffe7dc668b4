/* SPDX-License-Identifier: MIT */
/* Folders: all regular files in them and in the folders under them, by name as bytes, so that the order is the same on
 * every machine. Links to files are followed, links to folders are not, since they may lead back. */
#include "cli/cli.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct walk {
    cli_walk_fn *fn;
    cli_walk_error_fn *wrong;
    void *context;
} walk;

typedef struct names {
    char **at;
    size_t n;
} names;

static int compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static char *join(const char *folder, const char *name)
{
    size_t n = strlen(folder), m = strlen(name);
    bool slash = n && folder[n - 1] != '/';
    char *path = cli_resize(NULL, n + m + 2);
    memcpy(path, folder, n);
    if (slash) path[n++] = '/';
    memcpy(path + n, name, m + 1);
    return path;
}

static void unreadable(const walk *w, const char *path)
{
    rs_error error = {.status = RS_E_SYSTEM};
    (void)snprintf(error.source, sizeof error.source, "%s", path);
    (void)snprintf(error.text, sizeof error.text, "%s", strerror(errno));
    w->wrong(w->context, &error);
}

static bool list(const walk *w, const char *path, names *out)
{
    DIR *folder = opendir(path);
    *out = (names){NULL, 0};
    if (!folder) return unreadable(w, path), false;
    for (struct dirent *entry; (errno = 0, entry = readdir(folder));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if ((out->n & (out->n - 1)) == 0) out->at = cli_resize(out->at, (out->n ? 2 * out->n : 1) * sizeof *out->at);
        out->at[out->n++] = join(path, entry->d_name);
    }
    if (errno) unreadable(w, path);
    (void)closedir(folder);
    if (out->n) qsort(out->at, out->n, sizeof *out->at, compare);
    return true;
}

static int visit_folder(const walk *w, const char *path);

static int visit(const walk *w, const char *path)
{
    struct stat info;
    if (lstat(path, &info) != 0) return unreadable(w, path), 0;
    if (S_ISDIR(info.st_mode)) return visit_folder(w, path);
    if (S_ISLNK(info.st_mode) && stat(path, &info) != 0) return unreadable(w, path), 0;
    return S_ISREG(info.st_mode) ? w->fn(w->context, path) : 0;
}

static int visit_folder(const walk *w, const char *path)
{
    names found;
    int stop = 0;
    if (!list(w, path, &found)) return 0;
    for (size_t i = 0; i < found.n; i++) {
        if (!stop) stop = visit(w, found.at[i]);
        cli_resize(found.at[i], 0);
    }
    cli_resize(found.at, 0);
    return stop;
}

int cli_walk(const char *path, cli_walk_fn *fn, cli_walk_error_fn *wrong, void *context)
{
    const walk w = {fn, wrong, context};
    struct stat info;
    if (strcmp(path, "-") != 0 && stat(path, &info) == 0 && S_ISDIR(info.st_mode)) return visit_folder(&w, path);
    return fn(context, path);
}
