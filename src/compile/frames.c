/* SPDX-License-Identifier: MIT */
/* The frame language: blocks of "key value" lines become frames, slots, needs, triggers and companions. A line that is
 * not understood is an error with its place; the block goes on. The format is described in data/README.md. */
#include "compile/build.h"

#include <stdio.h>

#define NAME(name, text) text,
static const char *const roles[] = {RS_ROLE_LIST(NAME)};
static const char *const needs[] = {RS_NEED_LIST(NAME)};
static const char *const counts[] = {RS_COUNT_LIST(NAME)};
#undef NAME

/* A frame being read. */
typedef struct draft {
    rs_image_frame row;
    uint32_t index;
    bool open, why, yes, no, event, word, role;
    size_t line;
    rs_image_slot slot[16];
    size_t n_slot;
} draft;

typedef struct reader {
    build *b;
    build_place at;
    draft d;
} reader;

static uint8_t slot_code(build *b, rs_str name)
{
    if (rs_str_eq(name, RS_LIT("subject"))) return RS_SLOT_SUBJECT;
    if (rs_str_eq(name, RS_LIT("object"))) return RS_SLOT_OBJECT;
    if (rs_str_eq(name, RS_LIT("of"))) return RS_SLOT_OF;
    if (rs_str_eq(name, RS_LIT("self"))) return RS_SLOT_SELF;
    uint8_t prep = build_prep(b, name);
    return prep ? (uint8_t)(RS_SLOT_PREP + prep) : 0;
}

/* Alternatives "a|b|c" as a list of lemmas. */
static void read_list(reader *r, rs_str words, unsigned kinds, uint32_t *list_at, uint32_t *n_list)
{
    build *b = r->b;
    *list_at = (uint32_t)b->list.n;
    for (rs_str rest = words; rest.n;) {
        rs_str word = rs_str_split(rest, '|', &rest);
        build_found found = build_find(b, word, kinds);
        if (!found.n) build_warning(b, build_at(r->at, word), "no lemma '%.*s'", (int)word.n, word.p);
        for (size_t i = 0; i < found.n; i++) *BUILD_PUSH(b, &b->list) = found.lemma[i];
    }
    *n_list = (uint32_t)b->list.n - *list_at;
}

static uint32_t read_companions(reader *r, rs_str rest, uint8_t *n)
{
    build *b = r->b;
    uint32_t at = (uint32_t)b->companion.n;
    *n = 0;
    while (rest.n) {
        rs_str word = rs_str_trim(rs_str_split(rest, ' ', &rest));
        if (!word.n) continue;
        rs_image_companion c = {.prep = build_prep(b, word)};
        if (!c.prep) {
            read_list(r, word, BUILD_NOMINAL, &c.list_at, &c.n_list);
            if (!c.n_list) c.n_list = 0, c.prep = 0xFF; /* never found: the trigger cannot fire */
        }
        if (*n == BUILD_MAX_COMPANION) {
            build_refuse(b, r->at, word, "more than 8 companions:");
            break;
        }
        *BUILD_PUSH(b, &b->companion) = c;
        ++*n;
    }
    return at;
}

static void read_trigger(reader *r, rs_str value, bool verb)
{
    build *b = r->b;
    r->d.word = true;
    rs_str rest, heads = rs_str_split(value, ' ', &rest);
    uint8_t n_companion;
    uint32_t companion_at = read_companions(r, rest, &n_companion);
    for (rs_str more = heads; more.n;) {
        rs_str head = rs_str_split(more, '|', &more);
        build_found found = build_find(b, head, verb ? BUILD_VERB : BUILD_NOMINAL);
        if (!found.n) build_warning(b, build_at(r->at, head), "no lemma '%.*s'", (int)head.n, head.p);
        uint32_t trigger = (uint32_t)b->trigger.n;
        *BUILD_PUSH(b, &b->trigger) = (rs_image_trigger){r->d.index, companion_at, n_companion, verb, 0, 0};
        for (size_t i = 0; i < found.n; i++) {
            build_lemma *l = &b->lemma.at[found.lemma[i]];
            if (verb && l->row.pos != RS_POS_VERB) continue;
            build_tag_lemma(b, found.lemma[i], (rs_image_tag){RS_TAG_TRIGGER, verb, 0, 0, trigger});
        }
    }
}

static void read_event(reader *r, rs_str value)
{
    rs_str modes, name = rs_str_split(value, '/', &modes);
    rs_image_frame *f = &r->d.row;
    r->d.event = true;
    if (rs_str_eq(name, RS_LIT("none"))) return;
    f->event = (uint8_t)rs_event_find(name);
    if (!f->event) build_refuse(r->b, r->at, name, "unknown event");
    while (modes.n) {
        rs_str mode = rs_str_split(modes, '+', &modes);
        if (f->n_mode == RS_COUNT(f->mode)) {
            build_refuse(r->b, r->at, mode, "more than two modes:");
            return;
        }
        f->mode[f->n_mode] = (uint8_t)rs_mode_find((rs_event)f->event, mode);
        if (!f->mode[f->n_mode++]) build_refuse(r->b, r->at, mode, "unknown mode");
    }
}

static void read_slot(reader *r, uint8_t slot, rs_str value)
{
    draft *d = &r->d;
    if (d->n_slot == RS_COUNT(d->slot)) {
        build_error(r->b, r->at, "too many slots");
        return;
    }
    rs_image_slot *s = &d->slot[d->n_slot++];
    *s = (rs_image_slot){slot, {0}};
    size_t n = 0;
    for (rs_str rest = value; rest.n;) {
        rs_str name = rs_str_trim(rs_str_split(rest, ' ', &rest));
        if (!name.n) continue;
        int role = build_code(roles, RS_COUNT(roles), name);
        if (role < 1)
            build_refuse(r->b, r->at, name, "unknown role");
        else if (n == RS_COUNT(s->role))
            build_refuse(r->b, r->at, name, "more than three roles:");
        else
            s->role[n++] = (uint8_t)role;
    }
}

/* "COP|MIL" as a set of sectors; 0 if any of them is none. */
static uint32_t sector_set(rs_str names)
{
    uint32_t set = 0;
    for (rs_str rest = names; rest.n;) {
        uint8_t sector = build_sector(rs_str_split(rest, '|', &rest));
        if (!sector) return 0;
        set |= 1u << sector;
    }
    return set;
}

static void read_need(reader *r, rs_str value, bool avoid)
{
    rs_str rest, slot = rs_str_split(value, ' ', &rest);
    rs_image_need need = {.avoid = avoid, .slot = slot_code(r->b, slot)};
    rest = rs_str_trim(rest);
    int what = build_code(needs, RS_COUNT(needs), rest);
    if (!need.slot) build_refuse(r->b, r->at, slot, "unknown slot");
    if (what >= 0) {
        need.what = (uint8_t)what;
    } else if ((need.list_at = sector_set(rest)) != 0) {
        need.what = RS_NEED_SECTOR;
    } else {
        need.what = RS_NEED_WORDS;
        read_list(r, rest, BUILD_ANY, &need.list_at, &need.n_list);
    }
    if (r->d.row.n_need == BUILD_MAX_NEED) {
        build_error(r->b, r->at, "more than %d needs", BUILD_MAX_NEED);
        return;
    }
    *BUILD_PUSH(r->b, &r->b->need) = need;
    r->d.row.n_need++;
}

static void read_process(reader *r, rs_str value)
{
    rs_str rest, name = rs_str_split(value, ' ', &rest);
    int process = build_code(build_processes, BUILD_N_PROCESS, name);
    int stage = rest.n ? build_code(build_stages, build_n_stages(), rs_str_trim(rest)) : 0;
    if (process < 1 || stage < 0)
        build_refuse(r->b, r->at, value, "unknown process or stage");
    else
        r->d.row.process = (uint8_t)process, r->d.row.stage = (uint8_t)stage;
}

static void read_count(reader *r, rs_str value)
{
    rs_str rest, name = rs_str_split(value, ' ', &rest);
    int what = build_code(counts, RS_COUNT(counts), name);
    uint8_t slot = slot_code(r->b, rs_str_trim(rest));
    if (what < 1 || !slot)
        build_refuse(r->b, r->at, value, "unknown count or slot");
    else
        r->d.row.count_what = (uint8_t)what, r->d.row.count_slot = slot;
}

static void read_example(reader *r, rs_str value, bool yes)
{
    static const char arrow[] = " => ";
    rs_str text = value, expect = {NULL, 0};
    for (size_t i = 0; i + 4 <= value.n; i++)
        if (memcmp(value.p + i, arrow, 4) == 0) {
            text.n = i;
            expect = (rs_str){value.p + i + 4, value.n - i - 4};
            break;
        }
    uint32_t text_at = build_text(r->b, rs_str_trim(text)), expect_at = build_text(r->b, rs_str_trim(expect));
    *BUILD_PUSH(r->b, &r->b->example) = (rs_image_example){r->d.index, text_at, expect_at, yes};
    if (yes)
        r->d.yes = true;
    else
        r->d.no = true;
}

/* Was the frame at INDEX read from this folder already? */
static bool was_read(const build *b, uint32_t index)
{
    for (size_t i = 0; i < b->replaced.n; i++)
        if (b->replaced.at[i] == index) return true;
    return index >= b->n_base_frame;
}

static void open_frame(reader *r, rs_str id)
{
    build *b = r->b;
    char source[400];
    if (!build_id_right(b, r->at, id)) id.n = id.n < BUILD_MAX_ID ? id.n : BUILD_MAX_ID;
    (void)snprintf(source, sizeof source, "%s:%zu", r->at.file, r->at.line);
    uint32_t old = build_find_id(b, BUILD_FRAME, id);
    if (old != RS_NONE && was_read(b, old))
        build_refuse(b, r->at, id, "a second frame");
    else if (old != RS_NONE)
        *BUILD_PUSH(b, &b->replaced) = old;
    r->d = (draft){.open = true, .index = old == RS_NONE ? (uint32_t)b->frame.n : old, .line = r->at.line};
    r->d.row.id = build_text(b, id);
    r->d.row.added = b->base != NULL;
    r->d.row.source = build_text(b, rs_str_of(source));
    r->d.row.need_at = (uint32_t)b->need.n;
    if (old == RS_NONE)
        BUILD_PUSH(b, &b->frame)->id = r->d.row.id;
    else
        build_frame_clear(b, old);
    if (!b->no_memory && old == RS_NONE) build_index(b, BUILD_FRAME, r->d.index);
    if (b->no_memory) r->d.open = false;
}

static bool speaks(uint8_t event)
{
    return event == RS_EVENT_AGREE || event == RS_EVENT_SUPPORT || event == RS_EVENT_CONCEDE ||
           event == RS_EVENT_REQUEST || event == RS_EVENT_ACCUSE || event == RS_EVENT_REJECT ||
           event == RS_EVENT_THREATEN;
}

/* How particular a frame is: what it needs counts, words most; what it avoids does not. A frame of no event comes first
 * among equals. */
static uint8_t rank_of(const build *b, const rs_image_frame *f)
{
    unsigned rank = 0;
    for (size_t i = 0; i < f->n_need && f->need_at + i < b->need.n; i++) {
        const rs_image_need *n = &b->need.at[f->need_at + i];
        bool loose = n->what == RS_NEED_AGENT || n->what == RS_NEED_FILLED;
        if (!n->avoid) rank += n->what == RS_NEED_WORDS ? 6 : loose ? 2 : 4;
    }
    if (rank > 30) rank = 30;
    return (uint8_t)(rank + (f->event ? 0 : 1));
}

static void close_frame(reader *r)
{
    draft *d = &r->d;
    build *b = r->b;
    if (!d->open) return;
    build_place at = {.file = r->at.file, .line = d->line};
    if (!d->why || !d->event || !d->yes || !d->no) build_error(b, at, "a frame has why, event, a yes and a no");
    if (!d->word) build_error(b, at, "a frame has a verb or a noun");
    if (!d->role && d->row.event) {
        read_slot(r, RS_SLOT_SUBJECT, RS_LIT("actor"));
        read_slot(r, RS_SLOT_OBJECT, RS_LIT("recipient place"));
    }
    if (!d->row.participle) d->row.participle = speaks(d->row.event) ? 1 : 2;
    d->row.rank = rank_of(b, &d->row);
    d->row.slot_at = (uint32_t)b->slot.n;
    d->row.n_slot = (uint8_t)d->n_slot;
    for (size_t i = 0; i < d->n_slot; i++) {
        if (d->slot[i].slot == RS_SLOT_OBJECT) d->row.transitive = 1;
        *BUILD_PUSH(b, &b->slot) = d->slot[i];
    }
    if (!b->no_memory) b->frame.at[d->index] = d->row;
    d->open = false;
}

static void read_flag(reader *r, rs_str value, uint8_t *out)
{
    if (rs_str_eq(value, RS_LIT("yes")))
        *out = 1;
    else if (rs_str_eq(value, RS_LIT("no")))
        *out = 2;
    else
        build_refuse(r->b, r->at, value, "yes or no, not");
}

static void read_key(reader *r, rs_str key, rs_str value)
{
    draft *d = &r->d;
    uint8_t slot;
    if (!value.n)
        build_refuse(r->b, r->at, key, "nothing after");
    else if (rs_str_eq(key, RS_LIT("why")))
        d->row.why = build_text(r->b, value), d->why = true;
    else if (rs_str_eq(key, RS_LIT("verb")))
        read_trigger(r, value, true);
    else if (rs_str_eq(key, RS_LIT("noun")))
        read_trigger(r, value, false);
    else if (rs_str_eq(key, RS_LIT("event")))
        read_event(r, value);
    else if (rs_str_eq(key, RS_LIT("participle")))
        read_flag(r, value, &d->row.participle);
    else if (rs_str_eq(key, RS_LIT("masdar")))
        read_flag(r, value, &d->row.spare);
    else if (rs_str_eq(key, RS_LIT("need")))
        read_need(r, value, false);
    else if (rs_str_eq(key, RS_LIT("avoid")))
        read_need(r, value, true);
    else if (rs_str_eq(key, RS_LIT("process")))
        read_process(r, value);
    else if (rs_str_eq(key, RS_LIT("count")))
        read_count(r, value);
    else if (rs_str_eq(key, RS_LIT("yes")) || rs_str_eq(key, RS_LIT("no")))
        read_example(r, value, key.n == 3);
    else if (rs_str_eq(key, RS_LIT("status"))) {
        int status = build_code(build_statuses, BUILD_N_STATUS, value);
        if (status < 1)
            build_refuse(r->b, r->at, value, "unknown status");
        else
            d->row.status = (uint8_t)status;
    } else if ((slot = slot_code(r->b, key)) != 0) {
        if (slot <= RS_SLOT_OF) d->role = true;
        read_slot(r, slot, value);
    } else {
        build_refuse(r->b, r->at, key, "unknown key");
    }
}

static void read_line(reader *r, rs_str line)
{
    rs_str body = rs_str_trim(line);
    if (!body.n) {
        close_frame(r);
        return;
    }
    if (body.p[0] == '#') return;
    rs_str value, key = rs_str_split(body, ' ', &value);
    value = rs_str_trim(value);
    if (rs_str_eq(key, RS_LIT("frame"))) {
        close_frame(r);
        open_frame(r, value);
    } else if (!r->d.open) {
        build_refuse(r->b, r->at, key, "outside a frame:");
    } else {
        read_key(r, key, value);
    }
}

static void read_file(build *b, const char *name)
{
    size_t n = 0;
    char *text = build_file_read(b, name, &n);
    if (!text) return;
    reader r = {.b = b, .at = {.file = name}};
    for (size_t i = 0; i < n; i++)
        if (text[i] == '\t') text[i] = ' '; /* white space is white space here */
    for (rs_str rest = {text, n}; rest.p && rest.n && !b->no_memory;)
        if (build_line(b, &r.at, &rest)) read_line(&r, r.at.text);
    close_frame(&r);
    build_file_free(b, text, n);
}

void build_frames(build *b)
{
    static const char *const files[] = {
        "frames/agree.frames",     "frames/consult.frames",  "frames/support.frames",  "frames/concede.frames",
        "frames/cooperate.frames", "frames/aid.frames",      "frames/retreat.frames",  "frames/request.frames",
        "frames/accuse.frames",    "frames/reject.frames",   "frames/threaten.frames", "frames/protest.frames",
        "frames/sanction.frames",  "frames/mobilize.frames", "frames/coerce.frames",   "frames/assault.frames",
        "frames/none.frames",
    };
    for (size_t i = 0; i < RS_COUNT(files); i++) read_file(b, files[i]);
    build_other_frames(b, read_file);
}
