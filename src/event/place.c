/* SPDX-License-Identifier: MIT */
/* Where it happened: the place that was hit, taken or besieged; else the place in a locative phrase of the candidate's
 * own clause, nearest first, a village before a province before a country; else the dateline, marked as such. */
#include "event/event.h"

static const struct {
    uint8_t kind, resolution;
} resolutions[] = {
    {RS_PK_CAPITAL, 4},  {RS_PK_CITY, 4},        {RS_PK_TOWN, 4},   {RS_PK_VILLAGE, 5}, {RS_PK_QUARTER, 5},
    {RS_PK_CAMP, 5},     {RS_PK_GOVERNORATE, 3}, {RS_PK_REGION, 2}, {RS_PK_RIVER, 2},   {RS_PK_SEA, 2},
    {RS_PK_MOUNTAIN, 3}, {RS_PK_ISLAND, 3},      {RS_PK_BASE, 5},   {RS_PK_AIRPORT, 5}, {RS_PK_CROSSING, 5},
    {RS_PK_ROAD, 3},     {RS_PK_COUNTRY, 1},
};

static int resolution_of(uint8_t kind)
{
    for (size_t i = 0; i < RS_COUNT(resolutions); i++)
        if (resolutions[i].kind == kind) return resolutions[i].resolution;
    return 0;
}

static const char *country_name(const rs_events *ev, const char *code)
{
    for (size_t i = 0; i < ev->lexicon->n_entity; i++) {
        const rs_image_entity *e = &ev->lexicon->entity[i];
        if (e->kind == RS_EK_STATE && memcmp(ev->lexicon->role[e->role_at].code, code, 4) == 0)
            return rs_lexicon_text(ev->lexicon, e->name);
    }
    return NULL;
}

static void resolve(const rs_events *ev, uint32_t place, rs_event_place *out)
{
    const rs_image_place *p = &ev->lexicon->place[place];
    const char *parent = rs_lexicon_text(ev->lexicon, p->parent);
    out->name = rs_lexicon_text(ev->lexicon, p->name);
    out->province = *parent ? parent : NULL;
    memcpy(out->code, p->code, 4);
    out->country = country_name(ev, p->code);
    out->lat = (double)p->lat, out->lon = (double)p->lon;
    out->located = 1;
    out->resolution = resolution_of(p->kind);
}

/* The place that a mention names, as the text of the whole mention. */
static bool read_mention(const rs_events *ev, const rs_mention *m, rs_event_place *out)
{
    const rs_token *token = ev->words->token.at;
    if (!m || (m->kind != RS_MENTION_PLACE && m->kind != RS_MENTION_NATION)) return false;
    if (m->kind == RS_MENTION_NATION && ev->lexicon->entity[m->entity].kind == RS_EK_PEOPLE) return false;
    *out = (rs_event_place){0};
    out->begin = token[m->first].begin;
    if (m->pro & RS_PRO_AND) out->begin++;
    if (m->pro & (RS_PRO_B | RS_PRO_K)) out->begin++;
    out->end = token[m->first + m->n - 1].end;
    out->text = rs_text_slice(ev->text, out->begin, out->end);
    if (m->place != RS_NONE) {
        resolve(ev, rs_mention_place(ev->names, m, ev->country), out);
    } else {
        const rs_image_entity *e = &ev->lexicon->entity[m->entity];
        memcpy(out->code, ev->lexicon->role[e->role_at].code, 4);
        out->name = out->country = rs_lexicon_text(ev->lexicon, e->name);
        out->resolution = 1;
    }
    return true;
}

/* The most precise place named anywhere in the phrase. */
static bool read_phrase(const rs_events *ev, uint32_t index, rs_event_place *out)
{
    const rs_phrase *f = &ev->clauses->phrase.at[index];
    bool found = false;
    for (uint32_t t = f->first; t < f->first + f->n;) {
        const rs_mention *m = rs_mention_of(ev->names, t);
        rs_event_place p;
        if (m && read_mention(ev, m, &p) && (!found || p.resolution > out->resolution)) *out = p, found = true;
        t = m ? m->first + m->n : t + 1;
    }
    return found;
}

static bool locative(const rs_phrase *f)
{
    return f->prep == RS_PREP_FI || f->use == RS_USE_PLACE || f->prep == RS_PREP_BI || f->prep == RS_PREP_MIN ||
           f->prep == RS_PREP_ILA;
}

/* How well a phrase serves as the place of the candidate; 0 not at all. */
static int score(const rs_events *ev, const rs_candidate *c, uint32_t i)
{
    const rs_phrase *f = &ev->clauses->phrase.at[i];
    if (f->kind != RS_PHRASE_NOUN || !locative(f) || (f->bits & (RS_PH_PRONOUN_ONLY | RS_PH_TIME))) return 0;
    const rs_mention *head = rs_mention_of(ev->names, f->head);
    const rs_image_tag *agent = rs_token_any_tag(ev->words, &ev->words->token.at[f->head], RS_TAG_AGENT);
    bool direct = head && (head->kind == RS_MENTION_PLACE || head->kind == RS_MENTION_NATION);
    if (agent && !direct) return 0;
    bool strong = f->prep == RS_PREP_FI || f->use == RS_USE_PLACE;
    if (!strong && !direct && f->prep != RS_PREP_MIN) return 0;
    bool source = f->prep == RS_PREP_MIN || f->prep == RS_PREP_ILA;
    if (source && c->event != RS_EVENT_RETREAT && c->event != RS_EVENT_MOBILIZE && c->event != RS_EVENT_AID) return 0;
    if (f->prep == RS_PREP_ILA && c->event == RS_EVENT_RETREAT) return 0;
    int s = f->clause == c->clause ? 40 : 15;
    if (i > c->phrase) s += 10;
    uint32_t distance = i > c->phrase ? i - c->phrase : c->phrase - i;
    s -= distance < 10 ? (int)distance : 10;
    return s;
}

static void from_dateline(const rs_events *ev, rs_event_place *out)
{
    *out = (rs_event_place){0};
    if (ev->dateline_place == RS_NONE) return;
    resolve(ev, ev->dateline_place, out);
    out->text = ev->dateline_text;
    out->begin = ev->dateline_begin, out->end = ev->dateline_end;
    out->from = RS_FROM_DATELINE;
}

void event_place(rs_events *ev, const rs_candidate *c, const filler *object, rs_event_place *out)
{
    if (object && object->phrase != RS_NONE && read_phrase(ev, object->phrase, out)) {
        out->from = RS_FROM_OBJECT;
        return;
    }
    int best = 0;
    rs_event_place found;
    for (uint32_t i = 0; i < ev->clauses->phrase.n; i++) {
        int s = score(ev, c, i);
        if (s <= best || !read_phrase(ev, i, &found)) continue;
        best = s;
        *out = found;
        out->from = RS_FROM_SENTENCE;
    }
    if (!best) from_dateline(ev, out);
}
