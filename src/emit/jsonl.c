/* SPDX-License-Identifier: MIT */
/* JSON Lines: one object a record, in the project's order of keys. The bytes are written straight to the buffer.
 *
 * A tree built with jansson and dumped was the first plan. It allocates some eighty nodes a record, prints a
 * confidence of 0.9 not as 0.90 and coordinates with 17 digits, and is several times slower than coding; the tests
 * parse this file's output with jansson instead.
 *
 * null means "none"; a country code that is not known is "", as in PLOVER's own records. */
#include "emit/emit.h"

/* KEY and its colon, after a comma unless it is the first of its object. */
static void put_key(emit_buffer *b, const char *key)
{
    char last = b->bytes.n ? b->bytes.at[b->bytes.n - 1] : '{';
    emit_put_z(b, last == '{' ? "\"" : ",\"");
    emit_put_z(b, key);
    emit_put(b, "\":", 2);
}

static void put_text(emit_buffer *b, const char *key, rs_str text)
{
    put_key(b, key);
    if (text.n)
        emit_put_json(b, text);
    else
        emit_put_z(b, "null");
}

/* TEXT is a name of the ontology or lexicon: NULL or "" is none. */
static void put_name(emit_buffer *b, const char *key, const char *text)
{
    put_text(b, key, text ? rs_str_of(text) : (rs_str){NULL, 0});
}

static void put_code(emit_buffer *b, const char *key, const char *code)
{
    put_key(b, key);
    emit_put_json(b, rs_str_of(code));
}

static void put_int(emit_buffer *b, const char *key, long long number)
{
    put_key(b, key);
    emit_put_int(b, number);
}

static void put_count(emit_buffer *b, const char *key, int number)
{
    put_key(b, key);
    if (number < 0)
        emit_put_z(b, "null");
    else
        emit_put_int(b, number);
}

static void put_decimal(emit_buffer *b, const char *key, double number, int places, bool trim)
{
    put_key(b, key);
    emit_put_decimal(b, number, places, trim);
}

static void put_day(emit_buffer *b, const char *key, uint32_t day)
{
    put_key(b, key);
    emit_put_z(b, day ? "\"" : "null");
    emit_put_day(b, day);
    if (day) emit_put(b, "\"", 1);
}

static void put_event(emit_buffer *b, const char *key, rs_event event, rs_mode mode)
{
    put_key(b, key);
    emit_put_z(b, event ? "\"" : "null");
    emit_put_event(b, event, mode);
    if (event) emit_put(b, "\"", 1);
}

static void put_modes(emit_buffer *b, const rs_record *r)
{
    put_key(b, "mode");
    emit_put(b, "[", 1);
    for (size_t i = 0; i < RS_MAX_MODE && r->mode[i]; i++) {
        if (i) emit_put(b, ",", 1);
        emit_put_json(b, rs_str_of(rs_mode_name(r->mode[i])));
    }
    emit_put(b, "]", 1);
}

static void put_entity(emit_buffer *b, const rs_entity *e, rs_part part)
{
    emit_put(b, "{", 1);
    put_text(b, "entity_text", e->text);
    put_name(b, "name", e->name);
    put_code(b, "code", e->code);
    put_key(b, "sector");
    emit_put(b, "[", 1);
    for (size_t i = 0; i < RS_COUNT(e->sector) && e->sector[i]; i++) {
        if (i) emit_put(b, ",", 1);
        emit_put_json(b, rs_str_of(rs_sector_name((rs_sector)e->sector[i])));
    }
    emit_put(b, "]", 1);
    put_name(b, "id", e->id);
    put_int(b, "start", e->begin);
    put_int(b, "end", e->end);
    if (e->part != part) put_name(b, "part", "title"); /* a text that refers to its title */
    emit_put(b, "}", 1);
}

static void put_party(emit_buffer *b, const char *key, const rs_party *party, rs_part part)
{
    put_key(b, key);
    emit_put(b, "[", 1);
    for (size_t i = 0; i < party->n; i++) {
        if (i) emit_put(b, ",", 1);
        put_entity(b, &party->at[i], part);
    }
    emit_put(b, "]", 1);
}

static void put_place(emit_buffer *b, const rs_event_place *p)
{
    put_key(b, "event_loc");
    if (p->text.n == 0) {
        emit_put_z(b, "null");
        return;
    }
    emit_put(b, "{", 1);
    put_text(b, "extracted_place", p->text);
    put_name(b, "resolved_place", p->name);
    if (p->located) {
        put_decimal(b, "lat", p->lat, 4, true);
        put_decimal(b, "lon", p->lon, 4, true);
    } else {
        put_name(b, "lat", NULL);
        put_name(b, "lon", NULL);
    }
    put_name(b, "province", p->province);
    put_name(b, "country", p->country);
    put_code(b, "country_code", p->code);
    put_int(b, "resolution", p->resolution);
    put_name(b, "from", emit_place_from(p->from));
    emit_put(b, "}", 1);
}

static void put_text_info(emit_buffer *b, const rs_record *r)
{
    put_key(b, "text_info");
    emit_put(b, "{", 1);
    put_name(b, "part", r->part == RS_PART_TITLE ? "title" : "text");
    put_int(b, "sequence", r->sequence);
    put_int(b, "start", r->begin);
    put_int(b, "end", r->end);
    put_int(b, "sentence_start", r->sentence_begin);
    put_int(b, "sentence_end", r->sentence_end);
    emit_put(b, "}", 1);
}

static void put_cite_info(emit_buffer *b, const rs_result *result)
{
    put_key(b, "cite_info");
    emit_put(b, "{", 1);
    put_text(b, "url", result->document->url);
    put_text(b, "title", result->document->title);
    put_text(b, "publication", result->publication);
    put_day(b, "published", result->published);
    put_name(b, "language", "ar");
    emit_put(b, "}", 1);
}

static void put_when_and_what(emit_buffer *b, const rs_record *r)
{
    put_day(b, "date", r->date);
    put_day(b, "enddate", r->enddate);
    put_text(b, "date_text", r->date_text);
    put_key(b, "date_assumed");
    emit_put_z(b, r->date_assumed ? "true" : "false");
    put_name(b, "event", rs_event_name(r->event));
    put_modes(b, r);
    put_key(b, "context");
    emit_put(b, "[]", 2);
    put_int(b, "quad_code", rs_event_quad(r->event));
    put_decimal(b, "event_scale", rs_event_score(r->event, r->mode[0]), 1, false);
    put_name(b, "cameo", rs_event_cameo(r->event, r->mode[0]));
    put_name(b, "status", rs_record_status_name(r->status));
    put_event(b, "about", r->about, r->about_mode);
}

static void put_record(rs_emitter *e, const rs_result *result, const rs_record *r)
{
    emit_buffer *b = &e->out;
    emit_put(b, "{", 1);
    put_name(b, "id", r->id);
    put_text(b, "doc", result->document->id);
    put_when_and_what(b, r);
    put_party(b, "actor", &r->actor, r->part);
    put_party(b, "recipient", &r->recipient, r->part);
    put_party(b, "said_by", &r->said_by, r->part);
    put_party(b, "mediator", &r->mediator, r->part);
    put_place(b, &r->place);
    put_count(b, "dead", r->dead);
    put_count(b, "injured", r->injured);
    put_count(b, "arrested", r->arrested);
    put_name(b, "process", rs_process_name(r->process));
    put_name(b, "stage", rs_stage_name(r->stage));
    put_text(b, "event_text", r->event_text);
    put_text(b, "text", r->text);
    put_text_info(b, r);
    put_cite_info(b, result);
    put_name(b, "rule", r->rule);
    put_name(b, "rule_source", r->rule_source);
    put_decimal(b, "confidence", r->confidence, 2, false);
    put_name(b, "coder", e->coder);
    emit_put(b, "}\n", 2);
}

const emit_format emit_jsonl = {.name = "jsonl", .record = put_record};
