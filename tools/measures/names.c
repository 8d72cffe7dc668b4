/* SPDX-License-Identifier: MIT */
/* Are names found? One token a line with its tag (O, B-PERS, I-PERS, ...), an empty line between sentences. They follow
 * each other as in their articles, whose borders are not marked: so they are read as texts of the length of an article,
 * because a family name alone is clear only from the full name sentences before.
 *
 * What the coder calls a name is mapped to the annotation's types so:
 *   PERS  an entity that is a person; a person whom the lexicon does not know; LOC a place; a nation that is a state or
 * region (the noun: nationalities are no names here) ORG   a group, organisation, medium, union of states, or a body A
 * people is none of them. A span is right if its first and last token and its type are. MISC is not counted. Bodies of
 * any state (the foreign ministry, the prime minister) are names for the coder, and hardly ever for the annotation:
 * said apart. Second figure: a span of the type that overlaps is enough. Where the coder takes "the Gaza Strip" and the
 * annotation Gaza, nothing is lost.
 *
 * Third figure, by the conventions of the annotation: bodies of any state, and the armies and police of one, are no
 * names; what is known by a name of its own is named without the common noun before it (city, strip, north, state of;
 * movement, agency, secretary-general of; but not party, university, organisation) and, if no place, without the
 * nationality after it. Nothing else differs. */
#include "measure.h"

#include <stdio.h>

enum { ARTICLE = 15 }; /* sentences */

enum type { PERS, LOC, ORG, N_TYPE, OTHER = N_TYPE };
static const char *const types[] = {"PERS", "LOC", "ORG"};

typedef struct span {
    uint32_t first, end; /* tokens of the annotation */
    enum type type;
    bool body;
} span;

typedef RS_VEC(span) spans;

typedef struct reading {
    const measure *m;
    measure_buffer text;
    size_t n_sentence;
    RS_VEC(measure_span) token; /* of the annotation */
    spans gold, found, mapped;  /* mapped: found, by the conventions of the annotation */
    measure_count count[N_TYPE], mapped_count[N_TYPE];
    measure_count body;
    size_t touched, touching; /* annotated ones that a found one overlaps, and the other way round */
    measure_tally tally;
} reading;

static rs_status add(const measure *m, spans *list, span s, rs_error *error)
{
    if (!rs_vec_more(m->alloc, list, 1)) return rs_error_set(error, RS_E_NOMEM, "no memory for names");
    *rs_vec_take(list) = s;
    return RS_OK;
}

static enum type type_of_entity(const rs_lexicon *lx, uint32_t entity)
{
    switch ((enum rs_entity_kind)lx->entity[entity].kind) {
    case RS_EK_PERSON: return PERS;
    case RS_EK_STATE:
    case RS_EK_REGION: return LOC;
    case RS_EK_GROUP:
    case RS_EK_ORGANISATION:
    case RS_EK_MEDIA:
    case RS_EK_BODY:
    case RS_EK_UNION: return ORG;
    case RS_EK_PEOPLE: break;
    }
    return OTHER;
}

static enum type type_of(const rs_names *names, const rs_mention *m)
{
    const rs_image_tag *nation;
    switch ((enum rs_mention_kind)m->kind) {
    case RS_MENTION_PERSON: return PERS;
    case RS_MENTION_PLACE: return LOC;
    case RS_MENTION_BODY:
    case RS_MENTION_ORGANISATION: return ORG;
    case RS_MENTION_NATION:
        nation = rs_mention_tag(names, m, RS_TAG_NATION);
        return nation && nation->c ? OTHER : type_of_entity(names->words->lexicon, m->entity);
    case RS_MENTION_ENTITY: return type_of_entity(names->words->lexicon, m->entity);
    case RS_MENTION_NONE:
    case RS_MENTION_PHRASE:
    case RS_MENTION_NUMBER:
    case RS_MENTION_TIME: break;
    }
    return OTHER;
}

/* The annotation's token that has code point AT. */
static uint32_t token_at(const reading *r, uint32_t at)
{
    uint32_t i = 0;
    while (i + 1 < r->token.n && r->token.at[i].end <= at) i++;
    return i;
}

/* What the annotation does not name: bodies, and the forces of a state. */
static bool unnamed(const rs_lexicon *lx, const rs_mention *m)
{
    if (m->kind == RS_MENTION_BODY) return true;
    if (m->kind != RS_MENTION_ENTITY || lx->entity[m->entity].kind != RS_EK_ORGANISATION) return false;
    const rs_image_role *role = rs_lexicon_role(lx, &lx->entity[m->entity], 0);
    if (strncmp(role->code, "IGO", 4) == 0 || strncmp(role->code, "UNO", 4) == 0) return false;
    return role->sector[0] == RS_SECTOR_MIL || role->sector[0] == RS_SECTOR_COP;
}

static uint32_t form_of(const rs_coder *c, uint32_t token)
{
    const rs_token *t = &c->words.token.at[token];
    return t->kind == RS_TOKEN_WORD ? rs_token_word(&c->words, t)->form : RS_NONE;
}

/* Would the tag of some words alone name a place, if M is one, or what M names? A short form of the same is enough; if
 * OTHER it is to be another one, to which who is named belongs. */
static bool names_it(const rs_lexicon *lx, const rs_image_tag *tag, const rs_mention *m, bool other)
{
    bool own = m->entity != RS_NONE && tag->value == m->entity;
    if (own && other && tag->kind == RS_TAG_ENTITY) return false;
    if (tag->kind == RS_TAG_NATION) return m->kind == RS_MENTION_NATION ? own : m->kind == RS_MENTION_PLACE;
    if (tag->kind == RS_TAG_PLACE) return m->kind == RS_MENTION_PLACE && (!tag->b || tag->value == m->place);
    return tag->kind == RS_TAG_ENTITY && m->kind == RS_MENTION_ENTITY &&
           (own || (!tag->b && type_of_entity(lx, tag->value) == ORG));
}

/* Are the N tokens from FIRST on a name by themselves, like M of which they are a part? */
static bool named_alone(const rs_coder *c, uint32_t first, uint32_t n, const rs_mention *m, bool other)
{
    const rs_lexicon *lx = c->lexicon;
    if (form_of(c, first) == RS_NONE) return false;
    const rs_word *w = rs_token_word(&c->words, &c->words.token.at[first]);
    for (size_t v = 0; v < w->n_view; v++) {
        uint32_t node = lx->form[w->view[v].form].root_node;
        for (uint32_t k = 1; k < n && node != RS_NONE; k++) node = rs_lexicon_step(lx, node, form_of(c, first + k));
        for (size_t i = 0; node != RS_NONE && i < lx->node[node].n_tag; i++)
            if (names_it(lx, &lx->tag[lx->node[node].tag_at + i], m, other)) return true;
    }
    return false;
}

/* The token at which the annotation's name begins inside a mention of ours. */
static uint32_t name_begins(const rs_coder *c, const rs_mention *m)
{
    bool entity = m->kind == RS_MENTION_ENTITY && type_of_entity(c->lexicon, m->entity) == ORG;
    if (!entity && m->kind != RS_MENTION_PLACE && m->kind != RS_MENTION_NATION) return m->first;
    bool article = rs_token_reading(&c->words, &c->words.token.at[m->first])->pro & RS_PRO_AL;
    if (article && !entity) return m->first; /* "المملكة العربية السعودية" */
    for (uint32_t k = 1; k < m->n; k++) {
        const rs_reading *r = rs_token_reading(&c->words, &c->words.token.at[m->first + k - 1]);
        unsigned pos = r ? rs_pos_of(r->feat) : RS_POS_PUNCT;
        bool title = article && pos == RS_POS_ADJ; /* "الأمين العام للأمم المتحدة" */
        if (!r || r->lemma == RS_NONE || (pos != RS_POS_NOUN && !title)) break;
        if (named_alone(c, m->first, k, m, false)) break; /* "مانشستر يونايتد" */
        const rs_image_tag *head = rs_token_tag(&c->words, &c->words.token.at[m->first + k - 1], RS_TAG_HEAD);
        if (head && head->a == RS_HEAD_WHOLE) break; /* "حزب الليكود" */
        if (named_alone(c, m->first + k, m->n - k, m, title)) return m->first + k;
    }
    return m->first;
}

/* How many tokens of ours belong to the annotation's name that begins at FIRST: all, but not a nationality. */
static uint32_t name_length(const rs_coder *c, const rs_mention *m, uint32_t first)
{
    uint32_t n = m->first + m->n - first;
    bool entity = m->kind == RS_MENTION_ENTITY && type_of_entity(c->lexicon, m->entity) == ORG;
    if (!entity || n < 2) return n;
    const rs_image_tag *nation = rs_token_any_tag(&c->words, &c->words.token.at[first + n - 1], RS_TAG_NATION);
    return nation && nation->c && named_alone(c, first, n - 1, m, false) ? n - 1 : n;
}

/* The mention that token I is in: a composed organisation before what it is composed of. */
static const rs_mention *mention_of(const rs_names *names, uint32_t i)
{
    const rs_mention *m = rs_mention_of(names, i), *o = NULL;
    for (size_t k = 0; k < names->organisation.n && !o; k++) {
        const rs_mention *at = &names->organisation.at[k];
        if (at->first <= i && i < at->first + at->n) o = at;
    }
    return o ? o : m;
}

static rs_status find(reading *r, rs_error *error)
{
    const rs_coder *c = r->m->coder;
    const rs_token *token = c->words.token.at;
    rs_status status = RS_OK;
    for (uint32_t i = 0, n; i < c->words.token.n && !status; i += n) {
        const rs_mention *m = mention_of(&c->names, i);
        enum type type = m ? type_of(&c->names, m) : OTHER;
        n = m ? m->first + m->n - i : 1;
        if (type == OTHER) continue;
        uint32_t last = token_at(r, token[i + n - 1].begin);
        status = add(r->m, &r->found,
                     (span){token_at(r, token[i].begin), last + 1, type, m && m->kind == RS_MENTION_BODY}, error);
        if (status || unnamed(c->lexicon, m)) continue;
        uint32_t first = name_begins(c, m), end = first + name_length(c, m, first);
        span s = {token_at(r, token[first].begin), token_at(r, token[end - 1].begin) + 1, type, false};
        status = add(r->m, &r->mapped, s, error);
    }
    return status;
}

static bool has(const spans *list, span s)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].first == s.first && list->at[i].end == s.end && list->at[i].type == s.type) return true;
    return false;
}

static bool overlaps(const spans *list, span s)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].first < s.end && s.first < list->at[i].end && list->at[i].type == s.type) return true;
    return false;
}

/* How the tokens of a span were read: the mention they are in, else the part of speech; "given" for a name that is in
 * the list. */
static void say_readings(const reading *r, span s, char *out, size_t size)
{
    static const char *const mentions[] = {"none",   "entity", "nation", "body",   "place",
                                           "phrase", "number", "time",   "person", "composed"};
#define NAME(name, text) text,
    static const char *const pos[] = {RS_POS_LIST(NAME)};
#undef NAME
    const rs_coder *c = r->m->coder;
    size_t n = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < c->words.token.n && n < size - 1; i++) {
        const rs_token *t = &c->words.token.at[i];
        if (t->begin < r->token.at[s.first].begin || t->begin >= r->token.at[s.end - 1].end) continue;
        const rs_mention *m = mention_of(&c->names, i);
        bool listed = !m && rs_token_any_tag(&c->words, t, RS_TAG_FIRSTNAME);
        n += (size_t)snprintf(out + n, size - n, "%s%s%s", n ? " " : "",
                              m ? mentions[m->kind] : pos[rs_token_pos(&c->words, t)], listed ? "/listed" : "");
    }
}

static rs_status note(reading *r, const char *what, span s, rs_error *error)
{
    char readings[100];
    rs_str text = rs_text_slice(&r->m->coder->text, r->token.at[s.first].begin, r->token.at[s.end - 1].end);
    if (!r->m->errors) return RS_OK;
    say_readings(r, s, readings, sizeof readings);
    return measure_tally_add(r->m, &r->tally, error, "%s %s %.*s (%s)", what, types[s.type], (int)text.n, text.p,
                             readings);
}

/* Errors are told by the conventions of the annotation: what only they make one is nothing to mend. */
static rs_status compare(reading *r, rs_error *error)
{
    rs_status status = RS_OK;
    for (size_t i = 0; i < r->gold.n && !status; i++) {
        span s = r->gold.at[i];
        bool right = has(&r->mapped, s);
        r->count[s.type].gold++;
        r->count[s.type].right += has(&r->found, s);
        r->touched += overlaps(&r->found, s);
        r->mapped_count[s.type].gold++;
        r->mapped_count[s.type].right += right;
        if (!right) status = note(r, "missed", s, error);
    }
    for (size_t i = 0; i < r->found.n; i++) {
        span s = r->found.at[i];
        r->count[s.type].found++;
        r->touching += overlaps(&r->gold, s);
        r->body.found += s.body, r->body.right += s.body && has(&r->gold, s);
    }
    for (size_t i = 0; i < r->mapped.n && !status; i++) {
        r->mapped_count[r->mapped.at[i].type].found++;
        if (!has(&r->gold, r->mapped.at[i])) status = note(r, "extra ", r->mapped.at[i], error);
    }
    return status;
}

static rs_status end_article(reading *r, rs_error *error)
{
    rs_status status = RS_OK;
    r->n_sentence = 0;
    if (r->token.n) {
        status = measure_text(r->m, (rs_str){r->text.byte.at, r->text.byte.n}, error);
        if (!status) status = find(r, error);
        if (!status) status = compare(r, error);
    }
    rs_vec_clear(&r->text.byte);
    r->text.n_point = 0;
    rs_vec_clear(&r->token);
    rs_vec_clear(&r->gold);
    rs_vec_clear(&r->found);
    rs_vec_clear(&r->mapped);
    return status;
}

static rs_status end_sentence(reading *r, rs_error *error)
{
    if (!r->token.n) return RS_OK;
    if (++r->n_sentence == ARTICLE) return end_article(r, error);
    return measure_append(r->m, &r->text, RS_LIT("\n"), error);
}

static enum type type_of_tag(rs_str tag)
{
    for (int i = 0; i < N_TYPE; i++)
        if (tag.n > 2 && rs_str_eq((rs_str){tag.p + 2, tag.n - 2}, rs_str_of(types[i]))) return (enum type)i;
    return OTHER;
}

/* One token: into the text, and into the span that it begins or continues. */
static rs_status take(reading *r, rs_str word, rs_str tag, rs_error *error)
{
    const measure *m = r->m;
    uint32_t at = (uint32_t)r->token.n, begin = r->text.n_point;
    enum type type = type_of_tag(tag);
    rs_status status = measure_append(m, &r->text, word, error);
    if (!status && !rs_vec_more(m->alloc, &r->token, 1))
        status = rs_error_set(error, RS_E_NOMEM, "no memory for tokens");
    if (status) return status;
    *rs_vec_take(&r->token) = (measure_span){begin, r->text.n_point};
    span *last = r->gold.n ? &r->gold.at[r->gold.n - 1] : NULL;
    if (type != OTHER && tag.p[0] == 'I' && last && last->end == at && last->type == type)
        last->end++;
    else if (type != OTHER)
        status = add(m, &r->gold, (span){at, at + 1, type, false}, error);
    return status ? status : measure_append(m, &r->text, RS_LIT(" "), error);
}

static rs_status read_line(void *context, rs_str line, size_t at, rs_error *error)
{
    (void)at;
    rs_str tag;
    rs_str word = rs_str_split(rs_str_trim(line), memchr(line.p, '\t', line.n) ? '\t' : ' ', &tag);
    return word.n ? take(context, word, rs_str_trim(tag), error) : end_sentence(context, error);
}

/* The three types and all together. */
static measure_count print_counts(const measure_count *count)
{
    measure_count all = {0, 0, 0};
    for (int i = 0; i < N_TYPE; i++) {
        measure_print_prf(types[i], count[i]);
        all.right += count[i].right, all.found += count[i].found, all.gold += count[i].gold;
    }
    measure_print_prf("together", all);
    return all;
}

rs_status measure_names(const measure *m, const char *path, rs_error *error)
{
    reading r = {.m = m};
    rs_status status = measure_lines(path, read_line, &r, error);
    if (!status) status = end_article(&r, error);
    if (!status) {
        measure_count all = print_counts(r.count);
        double p = measure_share(r.touching, all.found), recall = measure_share(r.touched, all.gold);
        printf("  %-18s found %zu, right %zu\n", "  of these, bodies", r.body.found, r.body.right);
        printf("  %-18s P %.3f  R %.3f  F1 %.3f\n", "  overlapping", p, recall,
               p + recall > 0 ? 2 * p * recall / (p + recall) : 0);
        printf("  by the conventions of the annotation:\n");
        (void)print_counts(r.mapped_count);
    }
    measure_tally_print(m, &r.tally);
    rs_vec_free(m->alloc, &r.text.byte);
    rs_vec_free(m->alloc, &r.token);
    rs_vec_free(m->alloc, &r.gold);
    rs_vec_free(m->alloc, &r.found);
    rs_vec_free(m->alloc, &r.mapped);
    return status;
}
