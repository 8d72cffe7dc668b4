/* SPDX-License-Identifier: MIT */
/* The image under construction: pool, forms, lemmas, tags and the trie, and how data words find their lemmas. Running
 * out of memory is remembered and reported once at the end: a compiler's callers should read like the grammar they
 * compile. */
#include "compile/build.h"

#include <stdio.h>

enum { MAX_REPORT = 50 };

static void report(build *b, build_place at, const char *kind, const char *format, va_list args)
{
    char text[400], line[600];
    (void)vsnprintf(text, sizeof text, format, args);
    (void)snprintf(line, sizeof line, "%s:%zu: %s: %s", at.file, at.line, kind, text);
    if (b->n_report++ < MAX_REPORT && b->report) b->report(b->context, line);
}

void build_error(build *b, build_place at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(b, at, "error", format, args);
    va_end(args);
    b->n_error++;
}

void build_warning(build *b, build_place at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(b, at, "warning", format, args);
    va_end(args);
}

void *build_push(build *b, void *vec, size_t size)
{
    static _Alignas(16) char spare[256];
    RS_VEC(char) *v = vec; /* all vectors have this layout */
    RS_BUG_IF(size > sizeof spare);
    if (v->n >= v->cap && !rs_vec_grow(&b->alloc, (void **)&v->at, &v->cap, v->n + 1, size)) {
        b->no_memory = true;
        return spare;
    }
    void *at = v->at + v->n++ * size;
    memset(at, 0, size);
    return at;
}

uint32_t build_table_find(const build_table *t, uint32_t hash, bool (*same)(const build *, uint32_t, const void *),
                          const build *b, const void *key)
{
    if (!t->cap) return RS_NONE;
    for (size_t i = hash & (t->cap - 1);; i = (i + 1) & (t->cap - 1)) {
        if (t->slot[i] == RS_NONE) return RS_NONE;
        if (same(b, t->slot[i], key)) return t->slot[i];
    }
}

static void table_insert(build_table *t, uint32_t hash, uint32_t value)
{
    size_t i = hash & (t->cap - 1);
    while (t->slot[i] != RS_NONE) i = (i + 1) & (t->cap - 1);
    t->slot[i] = value;
}

void build_table_put(build *b, build_table *t, uint32_t hash, uint32_t value,
                     uint32_t (*rehash)(const build *, uint32_t))
{
    if (2 * (t->n + 1) > t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 1024;
        build_table new = {rs_mem_new(&b->alloc, cap * sizeof(uint32_t)), t->n, cap};
        if (!new.slot) {
            b->no_memory = true;
            return;
        }
        memset(new.slot, 0xFF, cap * sizeof(uint32_t));
        for (size_t i = 0; i < t->cap; i++)
            if (t->slot[i] != RS_NONE) table_insert(&new, rehash(b, t->slot[i]), t->slot[i]);
        rs_mem_free(&b->alloc, t->slot, t->cap * sizeof(uint32_t));
        *t = new;
    }
    table_insert(t, hash, value);
    t->n++;
}

static bool same_text(const build *b, uint32_t at, const void *key)
{
    const rs_str *s = key;
    return strlen(b->pool.at + at) == s->n && memcmp(b->pool.at + at, s->p, s->n) == 0;
}

static uint32_t hash_text(const build *b, uint32_t at) { return rs_hash32(b->pool.at + at, strlen(b->pool.at + at)); }

uint32_t build_text(build *b, rs_str text)
{
    if (!text.n) text.p = "";
    uint32_t hash = rs_hash32(text.p, text.n), at = build_table_find(&b->by_text, hash, same_text, b, &text);
    if (at != RS_NONE) return at;
    at = (uint32_t)b->pool.n;
    if (!rs_vec_more(&b->alloc, &b->pool, text.n + 1)) {
        b->no_memory = true;
        return 0;
    }
    if (text.n) memcpy(b->pool.at + at, text.p, text.n);
    b->pool.at[at + text.n] = 0;
    b->pool.n += text.n + 1;
    build_table_put(b, &b->by_text, hash, at, hash_text);
    return at;
}

typedef struct letters {
    const uint8_t *at;
    size_t n;
} letters;

static bool same_form(const build *b, uint32_t form, const void *key)
{
    const letters *l = key;
    const uint8_t *own = b->letter.at + b->form.at[form].letter_at;
    return own[0] == l->n && memcmp(own + 1, l->at, l->n) == 0;
}

static uint32_t hash_form(const build *b, uint32_t form)
{
    const uint8_t *own = b->letter.at + b->form.at[form].letter_at;
    return rs_lexicon_form_hash(own + 1, own[0]);
}

uint32_t build_strict(build *b, const uint8_t *letter, size_t n)
{
    uint32_t at = (uint32_t)b->letter.n;
    if (!rs_vec_more(&b->alloc, &b->letter, n + 1)) {
        b->no_memory = true;
        return 0;
    }
    b->letter.at[at] = (uint8_t)n;
    memcpy(b->letter.at + at + 1, letter, n);
    b->letter.n += n + 1;
    return at;
}

uint32_t build_form(build *b, const uint8_t *letter, size_t n)
{
    letters key = {letter, n};
    uint32_t hash = rs_lexicon_form_hash(letter, n), form = build_table_find(&b->by_letters, hash, same_form, b, &key);
    if (form != RS_NONE) return form;
    form = (uint32_t)b->form.n;
    rs_image_form *row = BUILD_PUSH(b, &b->form);
    row->letter_at = build_strict(b, letter, n);
    row->root_node = RS_NONE;
    if (!b->no_memory) build_table_put(b, &b->by_letters, hash, form, hash_form);
    return form;
}

void build_use_form(build *b, uint32_t lemma, const uint8_t *strict, size_t n, uint32_t feat)
{
    uint8_t folded[RS_FORM_MAX];
    if (n == 0 || n > sizeof folded) return;
    rs_fold(strict, n, folded);
    uint32_t form = build_form(b, folded, n);
    if (b->no_memory) return;
    b->form.at[form].spare = 1;
    bool same = memcmp(strict, folded, n) == 0;
    uint32_t strict_at = same ? b->form.at[form].letter_at : build_strict(b, strict, n);
    build_use *use = BUILD_PUSH(b, &b->use);
    *use = (build_use){form, lemma, feat, strict_at};
}

bool build_has_word(const build *b, const uint8_t *strict, size_t n)
{
    uint8_t folded[RS_FORM_MAX];
    rs_fold(strict, n, folded);
    letters key = {folded, n};
    uint32_t form = build_table_find(&b->by_letters, rs_lexicon_form_hash(folded, n), same_form, b, &key);
    return form != RS_NONE && b->form.at[form].spare;
}

static void add_variant(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    build *b = context;
    build_use_form(b, b->current, letter, n, feat);
}

void build_add_form(void *context, const uint8_t *letter, size_t n, uint32_t feat)
{
    build *b = context;
    build_use_form(b, b->current, letter, n, feat);
    rs_morph_variants(letter, n, feat, add_variant, b);
}

static bool same_lemma_letters(const build *b, uint32_t lemma, const void *key)
{
    const letters *l = key;
    const build_lemma *own = &b->lemma.at[lemma];
    return own->n_strict == l->n && memcmp(own->strict, l->at, l->n) == 0;
}

static uint32_t hash_lemma(const build *b, uint32_t lemma)
{
    return rs_hash32(b->lemma.at[lemma].strict, b->lemma.at[lemma].n_strict);
}

static bool has_shadda(rs_str text)
{
    for (size_t at = 0; at < text.n;)
        if (rs_utf8_next(text.p, text.n, &at) == 0x0651) return true;
    return false;
}

uint32_t build_lemma_new(build *b, rs_str id, rs_str text, rs_str gloss, enum rs_pos pos, uint8_t cls)
{
    uint32_t lemma = (uint32_t)b->lemma.n;
    build_lemma *l = BUILD_PUSH(b, &b->lemma);
    l->n_strict = (uint8_t)rs_spell(text, l->strict, RS_FORM_MAX);
    l->shadda = has_shadda(text);
    l->next = RS_NONE;
    uint32_t id_at = build_text(b, id), text_at = build_text(b, text), gloss_at = build_text(b, gloss);
    l->row = (rs_image_lemma){id_at, text_at, gloss_at, RS_NONE, 0, 0, (uint8_t)pos, cls};
    if (b->no_memory) return 0;
    letters key = {l->strict, l->n_strict};
    uint32_t hash = hash_lemma(b, lemma), first = build_table_find(&b->by_lemma, hash, same_lemma_letters, b, &key);
    if (first == RS_NONE) {
        build_table_put(b, &b->by_lemma, hash, lemma, hash_lemma);
    } else {
        l->next = b->lemma.at[first].next;
        b->lemma.at[first].next = lemma;
    }
    return lemma;
}

void build_tag_lemma(build *b, uint32_t lemma, rs_image_tag tag)
{
    *BUILD_PUSH(b, &b->lemma_tag) = (build_tag){lemma, tag};
}

static bool same_edge(const build *b, uint32_t edge, const void *key)
{
    const rs_image_edge *e = key;
    return b->edge.at[edge].from == e->from && b->edge.at[edge].form == e->form;
}

static uint32_t hash_edge(const build *b, uint32_t edge)
{
    return rs_lexicon_edge_hash(b->edge.at[edge].from, b->edge.at[edge].form);
}

static uint32_t node_new(build *b)
{
    uint32_t node = (uint32_t)b->node.n;
    (void)BUILD_PUSH(b, &b->node);
    return node;
}

static uint32_t step(build *b, uint32_t node, uint32_t form)
{
    if (b->no_memory) return RS_NONE;
    if (node == RS_NONE) {
        if (b->form.at[form].root_node == RS_NONE) {
            uint32_t new = node_new(b);
            if (!b->no_memory) b->form.at[form].root_node = new;
        }
        return b->form.at[form].root_node;
    }
    rs_image_edge key = {node, form, 0};
    uint32_t hash = rs_lexicon_edge_hash(node, form), edge = build_table_find(&b->by_edge, hash, same_edge, b, &key);
    if (edge != RS_NONE) return b->edge.at[edge].to;
    key.to = node_new(b);
    if (b->no_memory) return RS_NONE;
    edge = (uint32_t)b->edge.n;
    *BUILD_PUSH(b, &b->edge) = key;
    b->node.at[node].more = 1;
    if (!b->no_memory) build_table_put(b, &b->by_edge, hash, edge, hash_edge);
    return key.to;
}

void build_tag_phrase(build *b, build_place at, rs_str phrase, rs_image_tag tag)
{
    uint32_t node = RS_NONE;
    rs_str rest = phrase;
    while (rest.n && !b->no_memory) {
        rs_str word = rs_str_split(rest, ' ', &rest);
        uint8_t letter[RS_FORM_MAX];
        size_t n = rs_spell(word, letter, sizeof letter);
        if (n == 0) continue;
        rs_fold(letter, n, letter);
        node = step(b, node, build_form(b, letter, n));
    }
    if (b->no_memory) return;
    if (node == RS_NONE) {
        build_error(b, at, "no letters in '%.*s'", (int)phrase.n, phrase.p);
        return;
    }
    *BUILD_PUSH(b, &b->node_tag) = (build_tag){node, tag};
}

static bool kind_fits(const build_lemma *l, unsigned kinds)
{
    bool verb = l->row.pos == RS_POS_VERB;
    return verb ? kinds & BUILD_VERB : (kinds & BUILD_NOMINAL) && l->row.pos != RS_POS_NAME;
}

static void found_add(build_found *found, uint32_t lemma)
{
    for (size_t i = 0; i < found->n; i++)
        if (found->lemma[i] == lemma) return;
    if (found->n < RS_COUNT(found->lemma)) found->lemma[found->n++] = lemma;
}

/* A word that is no lemma but a form of one (plural, feminine) means that one. */
static void find_by_form(build *b, const uint8_t *strict, size_t n, unsigned kinds, build_found *found)
{
    uint8_t folded[RS_FORM_MAX];
    rs_fold(strict, n, folded);
    letters key = {folded, n};
    uint32_t form = build_table_find(&b->by_letters, rs_lexicon_form_hash(folded, n), same_form, b, &key);
    if (form == RS_NONE) return;
    for (size_t i = 0; i < b->use.n; i++)
        if (b->use.at[i].form == form && kind_fits(&b->lemma.at[b->use.at[i].lemma], kinds))
            found_add(found, b->use.at[i].lemma);
}

build_found build_find(build *b, rs_str word, unsigned kinds)
{
    uint8_t strict[RS_FORM_MAX];
    build_found found = {.n = 0};
    letters key = {strict, rs_spell(word, strict, sizeof strict)};
    bool shadda = has_shadda(word);
    uint32_t first = build_table_find(&b->by_lemma, rs_hash32(strict, key.n), same_lemma_letters, b, &key);
    /* first those that agree in the doubled letter, else all; a plain word prefers form I */
    for (int pass = 0; pass < 2 && !found.n; pass++)
        for (uint32_t l = first; l != RS_NONE; l = b->lemma.at[l].next)
            if (kind_fits(&b->lemma.at[l], kinds) && (pass || b->lemma.at[l].shadda == shadda)) found_add(&found, l);
    if (!found.n && key.n) find_by_form(b, strict, key.n, kinds, &found);
    return found;
}

uint8_t build_prep(build *b, rs_str word)
{
    uint8_t strict[RS_FORM_MAX];
    letters key = {strict, rs_spell(word, strict, sizeof strict)};
    uint32_t first = build_table_find(&b->by_lemma, rs_hash32(strict, key.n), same_lemma_letters, b, &key);
    for (uint32_t l = first; l != RS_NONE; l = b->lemma.at[l].next)
        if (b->lemma.at[l].row.pos == RS_POS_PREP) return b->lemma.at[l].row.cls;
    return 0;
}
