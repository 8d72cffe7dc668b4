/* SPDX-License-Identifier: MIT */
/* The driver: words first, then names, then the tables and frames that refer to both. */
#include "compile/build.h"

#include <dirent.h>
#include <errno.h>

static void release(build *b)
{
    const rs_alloc *a = &b->alloc;
    rs_vec_free(a, &b->file);
    rs_vec_free(a, &b->replaced);
    rs_vec_free(a, &b->pool);
    rs_vec_free(a, &b->letter);
    rs_vec_free(a, &b->form);
    rs_vec_free(a, &b->use);
    rs_vec_free(a, &b->lemma);
    rs_vec_free(a, &b->lemma_tag);
    rs_vec_free(a, &b->node_tag);
    rs_vec_free(a, &b->edge);
    rs_vec_free(a, &b->node);
    rs_vec_free(a, &b->entity);
    rs_vec_free(a, &b->role);
    rs_vec_free(a, &b->place);
    rs_vec_free(a, &b->frame);
    rs_vec_free(a, &b->slot);
    rs_vec_free(a, &b->need);
    rs_vec_free(a, &b->trigger);
    rs_vec_free(a, &b->companion);
    rs_vec_free(a, &b->list);
    rs_vec_free(a, &b->stage);
    rs_vec_free(a, &b->example);
    for (size_t i = 0; i < BUILD_N_KEY; i++) rs_mem_free(a, b->by[i].slot, b->by[i].cap * sizeof(build_slot));
}

static rs_status check_folder(const char *dir, rs_error *error)
{
    DIR *folder = opendir(dir);
    if (!folder) return rs_error_set(error, RS_E_SYSTEM, "cannot open the folder '%.80s': %s", dir, strerror(errno));
    (void)closedir(folder);
    return RS_OK;
}

static rs_status finish(build *b, rs_image_bytes *out, rs_error *error)
{
    build_unread(b);
    if (b->too_large) return rs_error_set(error, RS_E_DATA, "more than a lexicon can hold in '%s'", b->dir);
    if (!b->no_memory && !b->n_error && !b->file.n)
        return rs_error_set(error, RS_E_SYSTEM,
                            "no table or frame in '%.80s': they lie in folders, as names/persons.tsv", b->dir);
    if (!b->no_memory && b->n_error)
        return rs_error_set(error, RS_E_DATA, "%zu error%s in '%s'", b->n_error, b->n_error > 1 ? "s" : "", b->dir);
    if (b->no_memory || !build_lay_out(b, out))
        return rs_error_set(error, RS_E_NOMEM, "no memory to compile '%s'", b->dir);
    return RS_OK;
}

rs_status rs_compile_dir(rs_image_bytes *out, const rs_lexicon *base, const rs_alloc *alloc, const char *dir,
                         rs_compile_report *report, void *context, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    rs_status status = check_folder(dir, error);
    if (status) return status;
    build *b = rs_mem_new(alloc, sizeof *b);
    if (!b) return rs_error_set(error, RS_E_NOMEM, "no memory to compile '%s'", dir);
    *b = (build){.alloc = *alloc, .dir = dir, .base = base, .report = report, .context = context};
    if (base)
        build_extend(b, base);
    else
        (void)build_text(b, (rs_str){"", 0}); /* offset 0 is the empty text */
    build_words(b);
    build_names(b);
    build_tables(b);
    build_frames(b);
    status = finish(b, out, error);
    release(b);
    rs_mem_free(alloc, b, sizeof *b);
    return status;
}

rs_status rs_lexicon_compile(rs_lexicon **out, const rs_lexicon *base, const char *dir, rs_compile_report *report,
                             void *context, const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    rs_image_bytes image = {0};
    rs_status status = rs_compile_dir(&image, base, alloc, dir, report, context, error);
    if (!status) status = rs_lexicon_adopt(out, image.at, image.n, image.cap, alloc, error);
    if (status) rs_vec_free(alloc, &image);
    return status;
}
