/* SPDX-License-Identifier: MIT */
/* What a folder of data holds: files of the names that the compiler reads, frames of any name, and what is neither,
 * which is said, since a misnamed file would else be left out in silence. */
#include "compile/build.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

static bool was_read(const build *b, const char *name)
{
    for (size_t i = 0; i < b->file.n; i++)
        if (strcmp(b->pool.at + b->file.at[i], name) == 0) return true;
    return false;
}

/* The tables and frames in the folder SUB of the data that have not been read yet, as places in the pool. */
typedef struct found {
    RS_VEC(uint32_t) name;
    int closed; /* why the folder cannot be read, as errno; 0: it can, or there is none */
} found;

static void find_unread(build *b, const char *sub, found *out)
{
    char path[4096];
    if ((size_t)snprintf(path, sizeof path, "%s/%s", b->dir, sub) >= sizeof path) return; /* said by who reads files */
    DIR *folder = opendir(path);
    if (!folder) {
        out->closed = errno == ENOENT || errno == ENOTDIR ? 0 : errno;
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue; /* of editors and systems */
        (void)snprintf(path, sizeof path, "%s%s%.255s", sub, *sub ? "/" : "", entry->d_name);
        if (!ends_with(path, ".tsv") && !ends_with(path, ".frames")) continue;
        if (!was_read(b, path)) *BUILD_PUSH(b, &out->name) = build_text(b, rs_str_of(path));
    }
    (void)closedir(folder);
}

/* By name, so that the order is the same everywhere; fast enough for a folder of a hundred thousand (comb sort). */
static void sort(const build *b, found *f)
{
    bool moved = true;
    for (size_t gap = f->name.n; gap > 1 || moved;) {
        gap = gap > 1 ? gap * 10 / 13 : 1;
        if (!gap) gap = 1;
        moved = false;
        for (size_t i = 0; i + gap < f->name.n; i++) {
            uint32_t *a = &f->name.at[i], *c = a + gap, other = *c;
            if (strcmp(b->pool.at + *a, b->pool.at + *c) <= 0) continue;
            *c = *a, *a = other, moved = true;
        }
    }
}

void build_other_frames(build *b, void (*read)(build *, const char *name))
{
    found f = {.name = {0}};
    find_unread(b, "frames", &f);
    if (f.closed) build_error(b, (build_place){.file = "frames"}, "cannot open it: %s", strerror(f.closed));
    sort(b, &f);
    for (size_t i = 0; i < f.name.n && !b->no_memory; i++) {
        char name[1024]; /* the pool may move while the file is read */
        (void)snprintf(name, sizeof name, "%s", b->pool.at + f.name.at[i]);
        if (ends_with(name, ".frames")) read(b, name);
    }
    rs_vec_free(&b->alloc, &f.name);
}

void build_unread(build *b)
{
    static const char *const subs[] = {"", "lexicon", "names", "places", "frames"};
    found f = {.name = {0}};
    for (size_t i = 0; i < RS_COUNT(subs); i++) find_unread(b, subs[i], &f);
    sort(b, &f);
    for (size_t i = 0; i < f.name.n && !b->no_memory; i++)
        build_warning(b, (build_place){.file = b->pool.at + f.name.at[i]},
                      "not read: no table has this name in this folder");
    rs_vec_free(&b->alloc, &f.name);
}
