/* SPDX-License-Identifier: MIT */
/* The driver: words first, then names, then the tables and frames that refer to both. */
#include "compile/build.h"

static void release(build *b)
{
    const rs_alloc *a = &b->alloc;
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
    build_table *const tables[] = {&b->by_text, &b->by_letters, &b->by_lemma, &b->by_edge};
    for (size_t i = 0; i < RS_COUNT(tables); i++) rs_mem_free(a, tables[i]->slot, tables[i]->cap * sizeof(uint32_t));
}

rs_status rs_compile_dir(rs_image_bytes *out, const rs_alloc *alloc, const char *dir, rs_compile_report *report,
                         void *context, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    build *b = rs_mem_new(alloc, sizeof *b);
    if (!b) return rs_error_set(error, RS_E_NOMEM, "no memory to compile '%s'", dir);
    *b = (build){.alloc = *alloc, .dir = dir, .report = report, .context = context};
    (void)build_text(b, (rs_str){"", 0}); /* offset 0 is the empty text */
    build_words(b);
    build_names(b);
    build_tables(b);
    build_frames(b);
    rs_status status = RS_OK;
    if (b->no_memory)
        status = rs_error_set(error, RS_E_NOMEM, "no memory to compile '%s'", dir);
    else if (!b->n_file)
        status = rs_error_set(error, RS_E_SYSTEM, "no table or frame in '%s'", dir);
    else if (b->n_error)
        status = rs_error_set(error, RS_E_DATA, "%zu errors in '%s'", b->n_error, dir);
    else if (!build_lay_out(b, out))
        status = rs_error_set(error, RS_E_NOMEM, "no memory to compile '%s'", dir);
    release(b);
    rs_mem_free(alloc, b, sizeof *b);
    return status;
}
