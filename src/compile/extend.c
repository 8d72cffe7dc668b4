/* SPDX-License-Identifier: MIT */
/* A compiled lexicon as the beginning of another one: its sections are taken over row by row and the tables of the
 * compiler are filled as if its data had just been read, so that what follows cannot tell the difference. */
#include "compile/build.h"

static void copy(build *b, void *vec, const void *rows, size_t n, size_t size)
{
    RS_VEC(char) *v = vec; /* all vectors have this layout */
    if (b->no_memory || (n > v->cap && !rs_vec_grow(&b->alloc, (void **)&v->at, &v->cap, n, size))) {
        b->no_memory = true;
        return;
    }
    if (n) memcpy(v->at, rows, n * size);
    v->n = n;
}
#define COPY(b, base, section) copy((b), &(b)->section, (base)->section, (base)->n_##section, sizeof *(base)->section)

static void take_texts(build *b)
{
    for (size_t at = 0; at < b->pool.n && !b->no_memory; at += strlen(b->pool.at + at) + 1)
        build_index(b, BUILD_TEXT, (uint32_t)at);
}

static void take_forms(build *b, const rs_lexicon *base)
{
    for (uint32_t f = 0; f < base->n_form && !b->no_memory; f++) {
        const rs_image_form *form = &base->form[f];
        build_index(b, BUILD_LETTERS, f);
        for (uint32_t i = 0; i < form->n_analysis; i++) {
            const rs_image_analysis *a = &base->analysis[form->analysis_at + i];
            *BUILD_PUSH(b, &b->use) = (build_use){f, a->lemma, a->feat, a->strict_at};
        }
    }
}

static void take_lemmas(build *b, const rs_lexicon *base)
{
    for (uint32_t i = 0; i < base->n_lemma && !b->no_memory; i++) {
        build_lemma *l = BUILD_PUSH(b, &b->lemma);
        if (b->no_memory) return;
        l->row = base->lemma[i];
        l->row.n_tag = 0; /* its tags are counted as they are taken over */
        build_lemma_index(b, i);
        build_index(b, BUILD_WORD, i);
        const rs_image_tag *tag = base->tag + base->lemma[i].tag_at;
        for (uint32_t k = 0; k < base->lemma[i].n_tag; k++) build_tag_lemma(b, i, tag[k]);
    }
}

static void take_names(build *b, const rs_lexicon *base)
{
    for (uint32_t i = 0; i < base->n_node; i++)
        for (uint32_t k = 0; k < base->node[i].n_tag; k++)
            *BUILD_PUSH(b, &b->node_tag) = (build_tag){i, base->tag[base->node[i].tag_at + k]};
    for (size_t i = 0; i < base->n_edge && !b->no_memory; i++) {
        if (base->edge[i].from == RS_NONE) continue;
        *BUILD_PUSH(b, &b->edge) = base->edge[i];
        if (!b->no_memory) build_index(b, BUILD_EDGE, (uint32_t)b->edge.n - 1);
    }
    for (uint32_t i = 0; i < base->n_entity && !b->no_memory; i++) build_index(b, BUILD_ENTITY, i);
    for (uint32_t i = 0; i < base->n_place && !b->no_memory; i++) build_index(b, BUILD_PLACE, i);
}

void build_extend(build *b, const rs_lexicon *base)
{
    COPY(b, base, pool);
    COPY(b, base, letter);
    COPY(b, base, form);
    COPY(b, base, node);
    COPY(b, base, entity);
    COPY(b, base, role);
    COPY(b, base, place);
    COPY(b, base, frame);
    COPY(b, base, slot);
    COPY(b, base, need);
    COPY(b, base, trigger);
    COPY(b, base, companion);
    COPY(b, base, list);
    COPY(b, base, stage);
    COPY(b, base, example);
    if (b->no_memory) return;
    take_texts(b);
    take_forms(b, base);
    take_lemmas(b, base);
    take_names(b, base);
    for (uint32_t i = 0; i < base->n_frame && !b->no_memory; i++) build_index(b, BUILD_FRAME, i);
    b->n_base_role = base->n_role;
    b->n_base_frame = base->n_frame;
}

/* The frame at INDEX loses its triggers and examples: it is going to be written anew. */
void build_frame_clear(build *b, uint32_t index)
{
    size_t n = 0;
    for (size_t i = 0; i < b->lemma_tag.n; i++) {
        const rs_image_tag *tag = &b->lemma_tag.at[i].tag;
        bool own = tag->kind == RS_TAG_TRIGGER && b->trigger.at[tag->value].frame == index;
        if (own)
            b->lemma.at[b->lemma_tag.at[i].owner].row.n_tag--;
        else
            b->lemma_tag.at[n++] = b->lemma_tag.at[i];
    }
    b->lemma_tag.n = n;
    n = 0;
    for (size_t i = 0; i < b->example.n; i++)
        if (b->example.at[i].frame != index) b->example.at[n++] = b->example.at[i];
    b->example.n = n;
}
