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
    if (at.line)
        (void)snprintf(line, sizeof line, "%s:%zu:%zu: %s: %s", at.file, at.line, at.column ? at.column : 1, kind,
                       text);
    else
        (void)snprintf(line, sizeof line, "%s: %s: %s", at.file, kind, text);
    if (b->n_report++ < MAX_REPORT && b->report) b->report(b->context, line);
}

/* As much of TEXT as a message shows: at most 80 bytes, whole characters. */
static int shown(rs_str text)
{
    size_t n = text.n < 80 ? text.n : 80;
    while (n && n < text.n && ((unsigned char)text.p[n] & 0xC0u) == 0x80u) n--;
    return (int)n;
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

build_place build_at(build_place at, rs_str part)
{
    size_t column = 1;
    at.column = 1;
    for (size_t i = 0; i < at.text.n; i++) {
        if (at.text.p + i == part.p) at.column = column;
        if (((unsigned char)at.text.p[i] & 0xC0u) != 0x80u) column++;
    }
    if (at.text.p && at.text.p + at.text.n == part.p) at.column = column;
    return at;
}

void build_refuse(build *b, build_place at, rs_str part, const char *why)
{
    if (part.n > at.text.n) part.n = 0;   /* of no line */
    bool told = b->n_report < MAX_REPORT; /* counting the columns of a line for nobody takes long */
    build_error(b, told ? build_at(at, part) : at, "%s '%.*s'", why, part.n ? shown(part) : 1, part.n ? part.p : "-");
}

void build_require(build *b, build_place at, rs_str part, bool right, const char *why)
{
    if (!right) build_refuse(b, at, part, why);
}

void *build_push(build *b, void *vec, size_t size)
{
    static _Alignas(16) char spare[256];
    RS_VEC(char) *v = vec; /* all vectors have this layout */
    RS_BUG_IF(size > sizeof spare);
    b->too_large |= v->n >= RS_NONE;
    if (b->too_large || (v->n >= v->cap && !rs_vec_grow(&b->alloc, (void **)&v->at, &v->cap, v->n + 1, size))) {
        b->no_memory = true;
        return spare;
    }
    void *at = v->at + v->n++ * size;
    memset(at, 0, size);
    return at;
}

typedef struct letters {
    const uint8_t *at;
    size_t n;
} letters;

static uint32_t hash_letters(const uint8_t *letter, size_t n) { return rs_lexicon_form_hash(letter, n); }

static letters form_letters(const build *b, uint32_t form)
{
    const uint8_t *own = b->letter.at + b->form.at[form].letter_at;
    return (letters){own + 1, own[0]};
}

/* The id, a place in the pool, of what a table of ids counts. */
static uint32_t id_of(const build *b, enum build_key kind, uint32_t value)
{
    switch (kind) {
    case BUILD_ENTITY: return b->entity.at[value].id;
    case BUILD_PLACE: return b->place.at[value].id;
    case BUILD_WORD: return b->lemma.at[value].row.id;
    default: return b->frame.at[value].id;
    }
}

static uint32_t hash_of(const build *b, enum build_key kind, uint32_t value)
{
    switch (kind) {
    case BUILD_TEXT: return rs_hash32(b->pool.at + value, strlen(b->pool.at + value));
    case BUILD_LETTERS: {
        letters l = form_letters(b, value);
        return hash_letters(l.at, l.n);
    }
    case BUILD_LEMMA: return hash_letters(b->lemma.at[value].strict, b->lemma.at[value].n_strict);
    case BUILD_EDGE: return rs_lexicon_edge_hash(b->edge.at[value].from, b->edge.at[value].form);
    default: return id_of(b, kind, value) * 0x9E3779B1u >> 7;
    }
}

static void table_insert(build_table *t, uint32_t hash, uint32_t value)
{
    size_t i = hash & (t->cap - 1);
    while (t->slot[i].value != RS_NONE) i = (i + 1) & (t->cap - 1);
    t->slot[i] = (build_slot){hash, value};
}

static bool table_grow(build *b, build_table *t)
{
    size_t cap = t->cap ? t->cap * 2 : 1024;
    build_table new = {rs_mem_new(&b->alloc, cap * sizeof(build_slot)), t->n, cap};
    if (!new.slot) return b->no_memory = true, false;
    memset(new.slot, 0xFF, cap * sizeof(build_slot));
    for (size_t i = 0; i < t->cap; i++)
        if (t->slot[i].value != RS_NONE) table_insert(&new, t->slot[i].hash, t->slot[i].value);
    rs_mem_free(&b->alloc, t->slot, t->cap * sizeof(build_slot));
    *t = new;
    return true;
}

void build_index(build *b, enum build_key kind, uint32_t value)
{
    build_table *t = &b->by[kind];
    if (2 * (t->n + 1) > t->cap && !table_grow(b, t)) return;
    table_insert(t, hash_of(b, kind, value), value);
    t->n++;
}

/* The first value from slot *AT on that has HASH; *at moves behind it. RS_NONE: no more. */
static uint32_t table_next(const build_table *t, uint32_t hash, size_t *at)
{
    for (; t->cap; ++*at) {
        const build_slot *s = &t->slot[*at & (t->cap - 1)];
        if (s->value == RS_NONE) return RS_NONE;
        if (s->hash == hash) return ++*at, s->value;
    }
    return RS_NONE;
}

static uint32_t find_text(const build *b, rs_str text, uint32_t hash)
{
    uint32_t at;
    for (size_t i = hash; (at = table_next(&b->by[BUILD_TEXT], hash, &i)) != RS_NONE;)
        if (rs_str_eq(rs_str_of(b->pool.at + at), text)) return at;
    return RS_NONE;
}

uint32_t build_text(build *b, rs_str text)
{
    if (!text.n) text.p = "";
    uint32_t at = find_text(b, text, rs_hash32(text.p, text.n));
    if (at != RS_NONE) return at;
    at = (uint32_t)b->pool.n;
    b->too_large |= b->pool.n + text.n >= RS_NONE;
    if (b->too_large || !rs_vec_more(&b->alloc, &b->pool, text.n + 1)) {
        b->no_memory = true;
        return 0;
    }
    if (text.n) memcpy(b->pool.at + at, text.p, text.n);
    b->pool.at[at + text.n] = 0;
    b->pool.n += text.n + 1;
    build_index(b, BUILD_TEXT, at);
    return at;
}

uint32_t build_find_id(const build *b, enum build_key kind, rs_str id)
{
    uint32_t at = find_text(b, id, rs_hash32(id.p, id.n)), hash = at * 0x9E3779B1u >> 7, value;
    if (at == RS_NONE) return RS_NONE;
    for (size_t i = hash; (value = table_next(&b->by[kind], hash, &i)) != RS_NONE;)
        if (id_of(b, kind, value) == at) return value;
    return RS_NONE;
}

uint32_t build_strict(build *b, const uint8_t *letter, size_t n)
{
    uint32_t at = (uint32_t)b->letter.n;
    b->too_large |= b->letter.n + n >= RS_NONE;
    if (b->too_large || !rs_vec_more(&b->alloc, &b->letter, n + 1)) {
        b->no_memory = true;
        return 0;
    }
    b->letter.at[at] = (uint8_t)n;
    memcpy(b->letter.at + at + 1, letter, n);
    b->letter.n += n + 1;
    return at;
}

static uint32_t find_form(const build *b, const uint8_t *letter, size_t n)
{
    uint32_t hash = hash_letters(letter, n), form;
    for (size_t i = hash; (form = table_next(&b->by[BUILD_LETTERS], hash, &i)) != RS_NONE;) {
        letters own = form_letters(b, form);
        if (own.n == n && memcmp(own.at, letter, n) == 0) return form;
    }
    return RS_NONE;
}

uint32_t build_form(build *b, const uint8_t *letter, size_t n)
{
    uint32_t form = find_form(b, letter, n);
    if (form != RS_NONE) return form;
    form = (uint32_t)b->form.n;
    rs_image_form *row = BUILD_PUSH(b, &b->form);
    row->letter_at = build_strict(b, letter, n);
    row->root_node = RS_NONE;
    if (!b->no_memory) build_index(b, BUILD_LETTERS, form);
    return form;
}

/* Is there room for another of N things that the letters mean? The first that has none is an error. */
static bool room(build *b, uint16_t *n, unsigned most, const char *what, const uint8_t *letter, size_t n_letter)
{
    char text[2 * RS_FORM_MAX];
    if (*n > most) return false;
    if ((*n)++ < most) return true;
    build_error(b, b->at, "more than %u %s '%.*s'", most, what, (int)rs_unspell(letter, n_letter, text), text);
    return false;
}

void build_use_form(build *b, uint32_t lemma, const uint8_t *strict, size_t n, uint32_t feat)
{
    uint8_t folded[RS_FORM_MAX];
    if (n == 0 || n > sizeof folded) return;
    rs_fold(strict, n, folded);
    uint32_t form = build_form(b, folded, n);
    if (b->no_memory) return;
    if (!room(b, &b->form.at[form].n_analysis, BUILD_MAX_READING, "readings of", strict, n)) return;
    bool same = memcmp(strict, folded, n) == 0;
    uint32_t strict_at = same ? b->form.at[form].letter_at : build_strict(b, strict, n);
    build_use *use = BUILD_PUSH(b, &b->use);
    *use = (build_use){form, lemma, feat, strict_at};
}

bool build_has_word(const build *b, const uint8_t *strict, size_t n)
{
    uint8_t folded[RS_FORM_MAX];
    rs_fold(strict, n, folded);
    uint32_t form = find_form(b, folded, n);
    return form != RS_NONE && b->form.at[form].n_analysis;
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

static bool has_shadda(rs_str text)
{
    for (size_t at = 0; at < text.n;)
        if (rs_utf8_next(text.p, text.n, &at) == 0x0651) return true;
    return false;
}

/* The first lemma with these letters; the others follow it by their `next`. */
static uint32_t find_lemma(const build *b, const uint8_t *letter, size_t n)
{
    uint32_t hash = hash_letters(letter, n), lemma;
    for (size_t i = hash; (lemma = table_next(&b->by[BUILD_LEMMA], hash, &i)) != RS_NONE;) {
        const build_lemma *l = &b->lemma.at[lemma];
        if (l->n_strict == n && memcmp(l->strict, letter, n) == 0) return lemma;
    }
    return RS_NONE;
}

void build_lemma_index(build *b, uint32_t lemma)
{
    build_lemma *l = &b->lemma.at[lemma];
    rs_str text = rs_str_of(b->pool.at + l->row.text);
    l->n_strict = (uint8_t)rs_spell(text, l->strict, RS_FORM_MAX);
    bool doubles = l->row.pos == RS_POS_VERB && (l->row.cls == 2 || l->row.cls == 5);
    l->shadda = doubles || has_shadda(text);
    l->next = RS_NONE;
    uint32_t first = find_lemma(b, l->strict, l->n_strict);
    if (first == RS_NONE) {
        build_index(b, BUILD_LEMMA, lemma);
    } else {
        l->next = b->lemma.at[first].next;
        b->lemma.at[first].next = lemma;
    }
}

uint32_t build_lemma_new(build *b, rs_str id, rs_str text, rs_str gloss, enum rs_pos pos, uint8_t cls)
{
    uint32_t lemma = (uint32_t)b->lemma.n;
    build_lemma *l = BUILD_PUSH(b, &b->lemma);
    uint32_t id_at = build_text(b, id), text_at = build_text(b, text), gloss_at = build_text(b, gloss);
    l->row = (rs_image_lemma){id_at, text_at, gloss_at, RS_NONE, 0, 0, (uint8_t)pos, cls};
    if (b->no_memory) return 0;
    build_lemma_index(b, lemma);
    return lemma;
}

void build_tag_lemma(build *b, uint32_t lemma, rs_image_tag tag)
{
    if (b->no_memory) return;
    build_lemma *l = &b->lemma.at[lemma];
    if (!room(b, &l->row.n_tag, BUILD_MAX_TAG, "meanings of", l->strict, l->n_strict)) return;
    *BUILD_PUSH(b, &b->lemma_tag) = (build_tag){lemma, tag};
}

size_t build_spell(build *b, rs_str word, bool several, uint8_t letter[RS_FORM_MAX])
{
    const char *why = NULL;
    size_t n = rs_spell(word, letter, RS_FORM_MAX);
    if (!n)
        why = "no letters in";
    else if (!several && memchr(word.p, ' ', word.n))
        why = "more than one word:";
    else if (n > BUILD_MAX_LETTER)
        why = "a word of more than 24 letters:";
    for (size_t i = 0; i < n && !why; i++)
        if (letter[i] >= RS_LETTER_ARABIC_END) why = "letters that are not Arabic in";
    if (!why) return n;
    build_refuse(b, b->at, word, why);
    return 0;
}

static uint32_t find_edge(const build *b, uint32_t node, uint32_t form)
{
    uint32_t hash = rs_lexicon_edge_hash(node, form), edge;
    for (size_t i = hash; (edge = table_next(&b->by[BUILD_EDGE], hash, &i)) != RS_NONE;)
        if (b->edge.at[edge].from == node && b->edge.at[edge].form == form) return edge;
    return RS_NONE;
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
    uint32_t edge = find_edge(b, node, form);
    if (edge != RS_NONE) return b->edge.at[edge].to;
    uint32_t to = node_new(b);
    if (b->no_memory) return RS_NONE;
    *BUILD_PUSH(b, &b->edge) = (rs_image_edge){node, form, to};
    b->node.at[node].more = 1;
    if (!b->no_memory) build_index(b, BUILD_EDGE, (uint32_t)b->edge.n - 1);
    return to;
}

/* Is there a comma or another sign that looks like the one between the elements of a list? */
static bool has_comma(rs_str phrase)
{
    for (size_t at = 0; at < phrase.n;) {
        uint32_t c = rs_utf8_next(phrase.p, phrase.n, &at);
        if (c == ',' || c == 0x060C || c == 0x061B) return true;
    }
    return false;
}

/* Why PHRASE is no name that can be found in a text; NULL if it is one. */
static const char *phrase_fault(rs_str phrase)
{
    bool word = false;
    size_t n_word = 0;
    if (!phrase.n) return "an empty element of a list:";
    for (rs_str rest = phrase; rest.n;) {
        uint8_t letter[RS_FORM_MAX];
        size_t n = rs_spell_next(&rest, letter, sizeof letter);
        if (n == 0) continue;
        if (memchr(letter, RS_LETTER_OTHER, n)) return "letters that are neither Arabic nor Latin in";
        if (n > BUILD_MAX_LETTER) return "a word of more than 24 letters in";
        word |= letter[0] < '0' || letter[0] > '9';
        if (++n_word > BUILD_MAX_WORD) return "more than 24 words in";
    }
    if (has_comma(phrase)) return "a comma in a name (';' stands between names):";
    return word ? NULL : "no letters in";
}

void build_tag_phrase(build *b, build_place at, rs_str phrase, rs_image_tag tag)
{
    uint32_t node = RS_NONE;
    uint8_t letter[RS_FORM_MAX];
    size_t n = 0;
    const char *fault = phrase_fault(phrase);
    if (fault) {
        build_refuse(b, at, phrase, fault);
        return;
    }
    for (rs_str rest = phrase; rest.n && !b->no_memory;)
        if ((n = rs_spell_next(&rest, letter, sizeof letter)) > 0) node = step(b, node, build_form(b, letter, n));
    if (b->no_memory || !room(b, &b->node.at[node].n_tag, BUILD_MAX_TAG, "things named by a phrase with", letter, n))
        return;
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
    uint32_t form = find_form(b, folded, n);
    if (form == RS_NONE) return;
    for (size_t i = 0; i < b->use.n; i++)
        if (b->use.at[i].form == form && kind_fits(&b->lemma.at[b->use.at[i].lemma], kinds))
            found_add(found, b->use.at[i].lemma);
}

build_found build_find(build *b, rs_str word, unsigned kinds)
{
    uint8_t strict[RS_FORM_MAX];
    build_found found = {.n = 0};
    size_t n = rs_spell(word, strict, sizeof strict);
    bool shadda = has_shadda(word);
    uint32_t first = find_lemma(b, strict, n);
    /* first those that agree in the doubled letter, else all; a plain word prefers form I */
    for (int pass = 0; pass < 2 && !found.n; pass++)
        for (uint32_t l = first; l != RS_NONE; l = b->lemma.at[l].next)
            if (kind_fits(&b->lemma.at[l], kinds) && (pass || b->lemma.at[l].shadda == shadda)) found_add(&found, l);
    if (!found.n && n) find_by_form(b, strict, n, kinds, &found);
    return found;
}

uint8_t build_prep(build *b, rs_str word)
{
    uint8_t strict[RS_FORM_MAX];
    uint32_t first = find_lemma(b, strict, rs_spell(word, strict, sizeof strict));
    for (uint32_t l = first; l != RS_NONE; l = b->lemma.at[l].next)
        if (b->lemma.at[l].row.pos == RS_POS_PREP) return b->lemma.at[l].row.cls;
    return 0;
}

bool build_taken(build *b, build_place at, rs_str id)
{
    uint32_t lemma = build_find_id(b, BUILD_WORD, id);
    if (lemma == RS_NONE) return false;
    build_error(b, build_at(at, id), "the id '%.*s' is that of the built-in word '%s'", shown(id), id.p,
                b->pool.at + b->lemma.at[lemma].row.text);
    return true;
}
