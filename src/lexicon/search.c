/* SPDX-License-Identifier: MIT */
/* Names by any of their spellings. The trie leads from the words of a name to what it means; here it is walked
 * backwards from every node that means something, which needs the way by which each node is reached. Each entity is
 * told once, for its name that fits best. */
#include "lexicon/lexicon.h"
#include "lexicon/sound.h"

#include <stdio.h>

enum { MAX_WORD = 24, MAX_LETTER = 40, MAX_PLAIN = 256 };

/* How well a name fits, the best first. What is only alike is told where nothing is the same. */
typedef enum fit_of { NO_FIT, EXACT, BUT_ARTICLE, WORDS, INITIALS, ALIKE, ALIKE_WORDS, PART, N_FIT } fit_of;

/* How a node is reached: from which (RS_NONE: the root) and by which form. */
typedef struct way {
    uint32_t from, form;
} way;

typedef struct search {
    const rs_lexicon *lexicon;
    rs_found_fn *fn;
    void *context;
    uint32_t form[MAX_WORD][2]; /* of the query's words, as they are and with or without the article */
    size_t n_form;
    uint8_t plain[MAX_PLAIN], bare[MAX_PLAIN], sound[MAX_PLAIN];
    size_t n_plain, n_bare, n_sound;
    bool is_latin;
    way *way;
    /* of entities, then places: the best fit, and the tag and node by which; RS_NONE: the English name */
    struct best {
        uint32_t node;
        uint8_t fit, in_context;
    } * best;
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

/* Entity or place VALUE has a name that fits so. */
static void note(search *s, bool place, uint32_t value, fit_of fit, uint32_t node, bool in_context)
{
    struct best *b = &s->best[value + (place ? s->lexicon->n_entity : 0)];
    if (!fit || (b->fit && b->fit <= fit)) return;
    *b = (struct best){node, (uint8_t)fit, in_context};
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

/* How the forms of a name fit the words of the query that begin at its word AT. */
static fit_of fit_words(const search *s, const uint32_t *form, size_t n, size_t at)
{
    fit_of fit = n == s->n_form ? EXACT : WORDS;
    for (size_t i = 0; i < s->n_form; i++) {
        if (form[at + i] == s->form[i][0]) continue;
        if (form[at + i] != s->form[i][1]) return NO_FIT;
        if (fit == EXACT) fit = BUT_ARTICLE;
    }
    return fit;
}

static fit_of fit_forms(const search *s, const uint32_t *form, size_t n)
{
    for (size_t at = 0; at + s->n_form <= n; at++) {
        fit_of fit = fit_words(s, form, n, at);
        if (fit) return fit;
    }
    return NO_FIT;
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

/* The forms of a name as plain letters; 0 if there is no room. */
static size_t plain_of(const rs_lexicon *lx, const uint32_t *form, size_t n, uint8_t out[MAX_PLAIN])
{
    size_t at = 0;
    out[at++] = RS_GAP;
    for (size_t i = 0; i < n; i++) {
        const uint8_t *letter = lx->letter + lx->form[form[i]].letter_at;
        if (at + letter[0] + 1 > MAX_PLAIN) return 0;
        memcpy(out + at, letter + 1, letter[0]);
        at += letter[0];
        out[at++] = RS_GAP;
    }
    return at;
}

static bool has(const uint8_t *name, size_t n, const uint8_t *part, size_t n_part)
{
    for (size_t at = 0; at + n_part <= n; at++)
        if (memcmp(name + at, part, n_part) == 0) return true;
    return false;
}

/* How a name is like the query: in its sound, or in some letters. */
static fit_of fit_loosely(const search *s, const uint8_t *plain, size_t n)
{
    uint8_t sound[MAX_PLAIN];
    int alike = s->n_sound ? rs_sound_match(sound, rs_sound(plain, n, sound), s->sound, s->n_sound) : 0;
    if (alike) return alike == 2 ? ALIKE : ALIKE_WORDS;
    bool one_letter = s->plain[2] == RS_GAP; /* is anywhere */
    return !one_letter && has(plain, n, s->plain + 1, s->n_plain - 2) ? PART : NO_FIT;
}

static void search_nodes(search *s, bool loosely)
{
    const rs_lexicon *lx = s->lexicon;
    for (uint32_t node = 0; node < lx->n_node; node++) {
        uint32_t form[MAX_WORD];
        uint8_t plain[MAX_PLAIN];
        size_t n = lx->node[node].n_tag ? spell(s, node, form) : 0;
        if (!n) continue;
        fit_of fit = loosely ? fit_loosely(s, plain, plain_of(lx, form, n, plain)) : fit_forms(s, form, n);
        for (size_t i = 0; fit && i < lx->node[node].n_tag; i++) {
            const rs_image_tag *t = &lx->tag[lx->node[node].tag_at + i];
            if (t->kind == RS_TAG_ENTITY || t->kind == RS_TAG_NATION || t->kind == RS_TAG_BODY)
                note(s, false, t->value, fit, node, t->b);
            else if (t->kind == RS_TAG_PLACE)
                note(s, true, t->value, fit, node, t->b);
        }
    }
}

/* How an English name fits. */
static fit_of fit_english(const search *s, const char *name, bool loosely)
{
    uint8_t plain[MAX_PLAIN];
    size_t n = rs_plain(rs_str_of(name), plain, sizeof plain);
    if (!n) return NO_FIT;
    if (loosely) return fit_loosely(s, plain, n);
    if (n == s->n_plain && memcmp(plain, s->plain, n) == 0) return EXACT;
    n = rs_plain_bare(plain, n);
    if (n == s->n_bare && memcmp(plain, s->bare, n) == 0) return BUT_ARTICLE;
    if (has(plain, n, s->bare, s->n_bare)) return WORDS;
    n = rs_plain((rs_str){name, strcspn(name, "(")}, plain, sizeof plain);
    return rs_plain_initials(plain, n, s->plain + 1, s->n_plain - 2) ? INITIALS : NO_FIT;
}

static void search_english(search *s, bool loosely)
{
    const rs_lexicon *lx = s->lexicon;
    for (uint32_t i = 0; i < lx->n_entity; i++)
        note(s, false, i, fit_english(s, rs_lexicon_text(lx, lx->entity[i].name), loosely), RS_NONE, false);
    for (uint32_t i = 0; i < lx->n_place; i++)
        note(s, true, i, fit_english(s, rs_lexicon_text(lx, lx->place[i].name), loosely), RS_NONE, false);
}

/* Tell all whose names fit so. */
static rs_status tell(search *s, fit_of fit, size_t *n_told)
{
    const rs_lexicon *lx = s->lexicon;
    for (uint32_t i = 0; i < lx->n_entity + lx->n_place; i++) {
        const struct best *b = &s->best[i];
        if (b->fit != fit) continue;
        rs_found f = {.in_context = b->in_context};
        uint32_t form[MAX_WORD];
        if (b->node != RS_NONE) print(lx, form, spell(s, b->node, form), f.spelling, sizeof f.spelling);
        if (i < lx->n_entity)
            set_entity(&f, lx, &lx->entity[i]);
        else
            set_place(&f, lx, &lx->place[i - lx->n_entity]);
        ++*n_told;
        if (s->fn(s->context, &f)) return RS_E_SYSTEM;
    }
    return RS_OK;
}

/* The names that are or have the query; if there are none, those that are most like it. */
static rs_status find(search *s)
{
    size_t n = 0;
    rs_status status = RS_OK;
    if (s->n_form) search_nodes(s, false);
    if (s->is_latin) search_english(s, false);
    for (int fit = EXACT; fit < ALIKE && !status; fit++) status = tell(s, (fit_of)fit, &n);
    if (n) return status;
    search_nodes(s, true);
    search_english(s, true);
    for (int fit = ALIKE; fit < N_FIT && !status && !n; fit++) status = tell(s, (fit_of)fit, &n);
    return n ? status : RS_NO;
}

/* The form of a word with the article if it has none, and without it if it has. */
static uint32_t other_form(const rs_lexicon *lx, uint8_t letter[MAX_LETTER + 2], size_t n)
{
    if (n > 3 && letter[0] == RS_ALEF && letter[1] == RS_LAM) return rs_lexicon_form(lx, letter + 2, n - 2);
    memmove(letter + 2, letter, n);
    letter[0] = RS_ALEF, letter[1] = RS_LAM;
    return rs_lexicon_form(lx, letter, n + 2);
}

/* The words of the query as forms; none if a word is not in the lexicon at all, or there are more than a name has. */
static void set_forms(search *s, rs_str query)
{
    for (rs_str rest = query; rest.n;) {
        uint8_t letter[MAX_LETTER + 2];
        size_t n = rs_spell_next(&rest, letter, MAX_LETTER);
        if (!n) continue;
        uint32_t form = rs_lexicon_form(s->lexicon, letter, n), other = other_form(s->lexicon, letter, n);
        if ((form == RS_NONE && other == RS_NONE) || s->n_form == MAX_WORD) {
            s->n_form = 0;
            return;
        }
        s->form[s->n_form][0] = form;
        s->form[s->n_form++][1] = other;
    }
}

static void set_query(search *s, rs_str query)
{
    set_forms(s, query);
    s->n_plain = rs_plain(query, s->plain, sizeof s->plain);
    if (!s->n_plain) return;
    memcpy(s->bare, s->plain, s->n_plain);
    s->n_bare = rs_plain_bare(s->bare, s->n_plain);
    s->n_sound = rs_sound(s->plain, s->n_plain, s->sound);
    for (size_t i = 0; i < s->n_plain; i++) s->is_latin |= s->plain[i] >= 'a';
}

static void find_ways(search *s)
{
    const rs_lexicon *lx = s->lexicon;
    for (uint32_t f = 0; f < lx->n_form; f++)
        if (lx->form[f].root_node != RS_NONE) s->way[lx->form[f].root_node] = (way){RS_NONE, f};
    for (size_t e = 0; e < lx->n_edge; e++)
        if (lx->edge[e].from != RS_NONE) s->way[lx->edge[e].to] = (way){lx->edge[e].from, lx->edge[e].form};
}

rs_status rs_lexicon_search(const rs_lexicon *lexicon, rs_str query, rs_found_fn *fn, void *context,
                            const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    search s = {.lexicon = lexicon, .fn = fn, .context = context};
    set_query(&s, rs_str_trim(query));
    if (!s.n_plain) return RS_NO;
    size_t n_best = lexicon->n_entity + lexicon->n_place + 1, n_way = lexicon->n_node + 1;
    s.way = rs_mem_new(alloc, n_way * sizeof *s.way);
    s.best = rs_mem_new(alloc, n_best * sizeof *s.best);
    rs_status status = RS_OK;
    if (!s.way || !s.best) {
        status = rs_error_set(error, RS_E_NOMEM, "no memory for a search");
    } else {
        memset(s.best, 0, n_best * sizeof *s.best);
        find_ways(&s);
        status = find(&s);
    }
    if (s.way) rs_mem_free(alloc, s.way, n_way * sizeof *s.way);
    if (s.best) rs_mem_free(alloc, s.best, n_best * sizeof *s.best);
    return status;
}
