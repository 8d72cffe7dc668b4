/* SPDX-License-Identifier: MIT */
/* Names by any of their spellings. The trie leads from the words of a name to what it means; here it is walked
 * backwards from every node that means something, which needs the way by which each node is reached. */
#include "lexicon/lexicon.h"

#include <stdio.h>

enum { MAX_WORD = 24, MAX_LETTER = 40 };

/* How a node is reached: from which (RS_NONE: the root) and by which form. */
typedef struct way {
    uint32_t from, form;
} way;

typedef struct search {
    const rs_lexicon *lexicon;
    rs_found_fn *fn;
    void *context;
    uint32_t form[MAX_WORD]; /* of the query */
    size_t n_form;
    rs_str latin; /* the query as it is */
    bool exact;
    way *way;
    uint8_t *told; /* entities, then places */
} search;

static const char *const entity_kinds[] = {
#define NAME(name, text) text,
    RS_ENTITY_KIND_LIST(NAME)};
static const char *const place_kinds[] = {RS_PLACE_KIND_LIST(NAME)};
#undef NAME

static void set_sectors(rs_found *f, const rs_image_role *role)
{
    size_t n = 0;
    for (size_t i = 0; i < RS_COUNT(role->sector) && role->sector[i] && n < sizeof f->sectors; i++)
        n += (size_t)snprintf(f->sectors + n, sizeof f->sectors - n, "%s%s", n ? ";" : "",
                              rs_sector_name((rs_sector)role->sector[i]));
}

static void set_entity(rs_found *f, const rs_lexicon *lx, const rs_image_entity *e)
{
    f->kind = entity_kinds[e->kind];
    f->id = rs_lexicon_text(lx, e->id);
    f->english = rs_lexicon_text(lx, e->name);
    f->arabic = rs_lexicon_text(lx, e->arabic);
    if (!e->n_role) return;
    memcpy(f->code, lx->role[e->role_at].code, sizeof f->code);
    set_sectors(f, &lx->role[e->role_at]);
}

static void set_place(rs_found *f, const rs_lexicon *lx, const rs_image_place *p)
{
    f->kind = place_kinds[p->kind];
    f->id = rs_lexicon_text(lx, p->id);
    f->english = rs_lexicon_text(lx, p->name);
    f->arabic = rs_lexicon_text(lx, p->arabic);
    memcpy(f->code, p->code, sizeof f->code);
    f->is_place = 1;
    f->lat = (double)p->lat;
    f->lon = (double)p->lon;
}

/* Tell entity or place VALUE, unless it was told before. */
static rs_status tell(search *s, bool place, uint32_t value, const char *spelling, bool in_context)
{
    const rs_lexicon *lx = s->lexicon;
    uint8_t *told = &s->told[value + (place ? lx->n_entity : 0)];
    if (*told) return RS_OK;
    *told = 1;
    rs_found f = {.in_context = in_context};
    (void)snprintf(f.spelling, sizeof f.spelling, "%s", spelling);
    if (place)
        set_place(&f, lx, &lx->place[value]);
    else
        set_entity(&f, lx, &lx->entity[value]);
    return s->fn(s->context, &f) ? RS_E_SYSTEM : RS_OK;
}

/* The forms of the name that ends at NODE, first word first; their number. */
static size_t spell(const search *s, uint32_t node, uint32_t form[MAX_WORD])
{
    uint32_t back[MAX_WORD];
    size_t n = 0;
    for (; node != RS_NONE && n < MAX_WORD; node = s->way[node].from) back[n++] = s->way[node].form;
    for (size_t i = 0; i < n; i++) form[i] = back[n - 1 - i];
    return n;
}

static bool matches(const search *s, const uint32_t *form, size_t n)
{
    if (s->exact) return n == s->n_form && memcmp(form, s->form, n * sizeof *form) == 0;
    for (size_t at = 0; at + s->n_form <= n; at++)
        if (memcmp(form + at, s->form, s->n_form * sizeof *form) == 0) return true;
    return false;
}

/* The words of a name as text; as many as there is room for. */
static void print(const rs_lexicon *lx, const uint32_t *form, size_t n, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < n; i++) {
        char text[2 * 256];
        const uint8_t *letter = lx->letter + lx->form[form[i]].letter_at;
        size_t n_text = rs_unspell(letter + 1, letter[0], text);
        if (used + n_text + 2 > room) return;
        used += (size_t)snprintf(out + used, room - used, "%s%.*s", i ? " " : "", (int)n_text, text);
    }
}

static rs_status search_arabic(search *s)
{
    const rs_lexicon *lx = s->lexicon;
    rs_status status = RS_OK;
    for (uint32_t node = 0; node < lx->n_node && s->n_form && !status; node++) {
        uint32_t form[MAX_WORD];
        size_t n = lx->node[node].n_tag ? spell(s, node, form) : 0;
        if (!n || !matches(s, form, n)) continue;
        char text[240];
        print(lx, form, n, text, sizeof text);
        for (size_t i = 0; i < lx->node[node].n_tag && !status; i++) {
            const rs_image_tag *t = &lx->tag[lx->node[node].tag_at + i];
            if (t->kind == RS_TAG_ENTITY || t->kind == RS_TAG_NATION || t->kind == RS_TAG_BODY)
                status = tell(s, false, t->value, text, t->b);
            else if (t->kind == RS_TAG_PLACE)
                status = tell(s, true, t->value, text, t->b);
        }
    }
    return status;
}

static bool same_latin(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)a[i], d = (unsigned char)b[i];
        if (c != d && (c >= 'A' && c <= 'Z' ? c + 32 : c) != (d >= 'A' && d <= 'Z' ? d + 32 : d)) return false;
    }
    return true;
}

/* Is NAME the query, or has it the query in it? Small and capital letters are one, whatever the locale. */
static bool latin_matches(const search *s, const char *name)
{
    size_t n = strlen(name), n_query = s->latin.n;
    if (!n_query || n_query > n) return false;
    if (s->exact) return n == n_query && same_latin(name, s->latin.p, n);
    for (size_t at = 0; at + n_query <= n; at++)
        if (same_latin(name + at, s->latin.p, n_query)) return true;
    return false;
}

static rs_status search_latin(search *s)
{
    const rs_lexicon *lx = s->lexicon;
    rs_status status = RS_OK;
    for (uint32_t i = 0; i < lx->n_entity && !status; i++)
        if (latin_matches(s, rs_lexicon_text(lx, lx->entity[i].name))) status = tell(s, false, i, "", false);
    for (uint32_t i = 0; i < lx->n_place && !status; i++)
        if (latin_matches(s, rs_lexicon_text(lx, lx->place[i].name))) status = tell(s, true, i, "", false);
    return status;
}

/* The words of the query as forms; none if a word is not in the lexicon at all, or there are more than a name has. */
static void set_query(search *s, rs_str query)
{
    for (rs_str rest = query; rest.n;) {
        uint8_t letter[MAX_LETTER];
        size_t n = rs_spell_next(&rest, letter, sizeof letter);
        if (!n) continue;
        uint32_t form = rs_lexicon_form(s->lexicon, letter, n);
        if (form == RS_NONE || s->n_form == MAX_WORD) {
            s->n_form = 0;
            return;
        }
        s->form[s->n_form++] = form;
    }
}

static void find_ways(search *s)
{
    const rs_lexicon *lx = s->lexicon;
    for (uint32_t f = 0; f < lx->n_form; f++)
        if (lx->form[f].root_node != RS_NONE) s->way[lx->form[f].root_node] = (way){RS_NONE, f};
    for (size_t e = 0; e < lx->n_edge; e++)
        if (lx->edge[e].from != RS_NONE) s->way[lx->edge[e].to] = (way){lx->edge[e].from, lx->edge[e].form};
}

static bool any_told(const search *s) { return memchr(s->told, 1, s->lexicon->n_entity + s->lexicon->n_place) != NULL; }

rs_status rs_lexicon_search(const rs_lexicon *lexicon, rs_str query, rs_found_fn *fn, void *context,
                            const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    query = rs_str_trim(query);
    size_t n_told = lexicon->n_entity + lexicon->n_place + 1, n_way = lexicon->n_node + 1;
    search s = {.lexicon = lexicon, .fn = fn, .context = context, .latin = query, .exact = true};
    s.way = rs_mem_new(alloc, n_way * sizeof *s.way);
    s.told = rs_mem_new(alloc, n_told);
    rs_status status = RS_OK;
    if (!s.way || !s.told) {
        status = rs_error_set(error, RS_E_NOMEM, "no memory for a search");
    } else {
        memset(s.told, 0, n_told);
        set_query(&s, query);
        find_ways(&s);
        for (int pass = 0; pass < 2 && !status && !any_told(&s); pass++, s.exact = false) {
            status = search_arabic(&s);
            if (!status) status = search_latin(&s);
        }
        if (!status && !any_told(&s)) status = RS_NO;
    }
    if (s.way) rs_mem_free(alloc, s.way, n_way * sizeof *s.way);
    if (s.told) rs_mem_free(alloc, s.told, n_told);
    return status;
}
