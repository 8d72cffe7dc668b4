/* SPDX-License-Identifier: MIT */
/* Laying the image out: analyses by form, tags by lemma and node, hash tables filled, sections written one after
 * another. The order is that of the data files throughout, so the same data give the same bytes. */
#include "compile/build.h"

static size_t power_of_two(size_t n)
{
    size_t p = 16;
    while (p < n) p *= 2;
    return p;
}

typedef struct layout {
    build *b;
    RS_VEC(rs_image_analysis) analysis;
    RS_VEC(rs_image_tag) tag;
    RS_VEC(rs_image_lemma) lemma;
    RS_VEC(uint32_t) bucket;
    RS_VEC(rs_image_edge) edge;
} layout;

static bool same_letters(const build *b, uint32_t a, uint32_t c)
{
    const uint8_t *l = b->letter.at + a, *m = b->letter.at + c;
    return l[0] == m[0] && memcmp(l + 1, m + 1, l[0]) == 0;
}

static bool same_reading(const build *b, const rs_image_analysis *a, const rs_image_analysis *c)
{
    const uint32_t mood = RS_FEAT_INDICATIVE | RS_FEAT_SUBJUNCTIVE;
    return a->lemma == c->lemma && (a->feat & ~mood) == (c->feat & ~mood) &&
           same_letters(b, a->strict_at, c->strict_at);
}

/* Readings of one form that differ in mood only become one. */
static void add_analysis(layout *l, rs_image_form *form, const build_use *use)
{
    rs_image_analysis row = {use->lemma, use->feat, use->strict_at};
    for (size_t i = form->analysis_at; i < l->analysis.n; i++)
        if (same_reading(l->b, &l->analysis.at[i], &row)) {
            l->analysis.at[i].feat |= row.feat;
            return;
        }
    *BUILD_PUSH(l->b, &l->analysis) = row;
    form->n_analysis++;
}

/* Uses sorted by form without moving them: a chain for each form, in the order of the data. */
static bool lay_analyses(layout *l)
{
    build *b = l->b;
    RS_VEC(uint32_t) first = {0}, next = {0};
    bool done = rs_vec_reserve(&b->alloc, &first, b->form.n + 1) && rs_vec_reserve(&b->alloc, &next, b->use.n + 1);
    if (done) {
        memset(first.at, 0xFF, b->form.n * sizeof(uint32_t));
        for (size_t i = b->use.n; i-- > 0;) {
            next.at[i] = first.at[b->use.at[i].form];
            first.at[b->use.at[i].form] = (uint32_t)i;
        }
        for (size_t f = 0; f < b->form.n; f++) {
            b->form.at[f].analysis_at = (uint32_t)l->analysis.n;
            b->form.at[f].n_analysis = 0;
            for (uint32_t u = first.at[f]; u != RS_NONE; u = next.at[u]) add_analysis(l, &b->form.at[f], &b->use.at[u]);
        }
    }
    rs_vec_free(&b->alloc, &first);
    rs_vec_free(&b->alloc, &next);
    return done;
}

/* Tags of OWNERS in the order of their owners; *at and *n of each owner are set by SET. */
static bool lay_tags(layout *l, const build_tag *tag, size_t n_tag, size_t n_owner,
                     void (*set)(layout *, size_t, uint32_t, uint16_t))
{
    build *b = l->b;
    RS_VEC(uint32_t) first = {0}, next = {0};
    bool done = rs_vec_reserve(&b->alloc, &first, n_owner + 1) && rs_vec_reserve(&b->alloc, &next, n_tag + 1);
    if (done) {
        memset(first.at, 0xFF, n_owner * sizeof(uint32_t));
        for (size_t i = n_tag; i-- > 0;) next.at[i] = first.at[tag[i].owner], first.at[tag[i].owner] = (uint32_t)i;
        for (size_t o = 0; o < n_owner; o++) {
            uint32_t at = (uint32_t)l->tag.n;
            for (uint32_t t = first.at[o]; t != RS_NONE; t = next.at[t]) *BUILD_PUSH(b, &l->tag) = tag[t].tag;
            set(l, o, at, (uint16_t)(l->tag.n - at));
        }
    }
    rs_vec_free(&b->alloc, &first);
    rs_vec_free(&b->alloc, &next);
    return done;
}

static void set_lemma_tags(layout *l, size_t o, uint32_t at, uint16_t n)
{
    l->lemma.at[o].tag_at = at;
    l->lemma.at[o].n_tag = n;
}

static void set_node_tags(layout *l, size_t o, uint32_t at, uint16_t n)
{
    l->b->node.at[o].tag_at = at;
    l->b->node.at[o].n_tag = n;
}

static bool lay_hashes(layout *l)
{
    build *b = l->b;
    size_t n_bucket = power_of_two(b->form.n * 2 + 16), n_edge = power_of_two(b->edge.n * 2 + 16);
    if (!rs_vec_reserve(&b->alloc, &l->bucket, n_bucket) || !rs_vec_reserve(&b->alloc, &l->edge, n_edge)) return false;
    memset(l->bucket.at, 0xFF, n_bucket * sizeof(uint32_t));
    memset(l->edge.at, 0xFF, n_edge * sizeof(rs_image_edge));
    l->bucket.n = n_bucket;
    l->edge.n = n_edge;
    for (size_t f = 0; f < b->form.n; f++) {
        const uint8_t *letter = b->letter.at + b->form.at[f].letter_at;
        size_t i = rs_lexicon_form_hash(letter + 1, letter[0]) & (n_bucket - 1);
        while (l->bucket.at[i] != RS_NONE) i = (i + 1) & (n_bucket - 1);
        l->bucket.at[i] = (uint32_t)f;
    }
    for (size_t e = 0; e < b->edge.n; e++) {
        size_t i = rs_lexicon_edge_hash(b->edge.at[e].from, b->edge.at[e].form) & (n_edge - 1);
        while (l->edge.at[i].from != RS_NONE) i = (i + 1) & (n_edge - 1);
        l->edge.at[i] = b->edge.at[e];
    }
    return true;
}

static void append(build *b, rs_image_bytes *out, const void *bytes, size_t n)
{
    size_t pad = (8 - out->n % 8) % 8;
    if (!rs_vec_more(&b->alloc, out, n + pad)) {
        b->no_memory = true;
        return;
    }
    if (pad) memset(out->at + out->n, 0, pad);
    out->n += pad;
    if (n) memcpy(out->at + out->n, bytes, n);
    out->n += n;
}

static void write_sections(layout *l, rs_image_bytes *out)
{
    build *b = l->b;
    const struct {
        const void *at;
        size_t n, size;
    } section[] = {
#define ROW(v) {(v).at, (v).n, sizeof *(v).at}
        ROW(b->pool), ROW(b->letter),  ROW(l->bucket),    ROW(b->form), ROW(l->analysis), ROW(l->lemma),   ROW(l->edge),
        ROW(b->node), ROW(l->tag),     ROW(b->entity),    ROW(b->role), ROW(b->place),    ROW(b->frame),   ROW(b->slot),
        ROW(b->need), ROW(b->trigger), ROW(b->companion), ROW(b->list), ROW(b->stage),    ROW(b->example),
#undef ROW
    };
    rs_image_header header = {.byte_order = 0x01020304u, .n_section = RS_COUNT(section)};
    memcpy(header.magic, RS_IMAGE_MAGIC, 8);
    append(b, out, &header, sizeof header);
    for (size_t i = 0; i < RS_COUNT(section) && !b->no_memory; i++) {
        append(b, out, NULL, 0);
        header.section[i].at = (out->n + 7) / 8 * 8;
        header.section[i].n = section[i].n;
        append(b, out, section[i].at, section[i].n * section[i].size);
    }
    append(b, out, NULL, 0);
    if (b->no_memory) return;
    header.size = out->n;
    rs_lexicon_seal(&header, out->at + sizeof header);
    memcpy(out->at, &header, sizeof header);
}

bool build_lay_out(build *b, rs_image_bytes *out)
{
    layout l = {.b = b};
    if (!b->pool.n) (void)build_text(b, (rs_str){"", 0});
    for (size_t i = 0; i < b->lemma.n; i++) *BUILD_PUSH(b, &l.lemma) = b->lemma.at[i].row;
    bool done = !b->no_memory && lay_analyses(&l) &&
                lay_tags(&l, b->lemma_tag.at, b->lemma_tag.n, b->lemma.n, set_lemma_tags) &&
                lay_tags(&l, b->node_tag.at, b->node_tag.n, b->node.n, set_node_tags) && lay_hashes(&l) &&
                !b->no_memory;
    if (done) write_sections(&l, out);
    rs_vec_free(&b->alloc, &l.analysis);
    rs_vec_free(&b->alloc, &l.tag);
    rs_vec_free(&b->alloc, &l.lemma);
    rs_vec_free(&b->alloc, &l.bucket);
    rs_vec_free(&b->alloc, &l.edge);
    return done && !b->no_memory;
}
