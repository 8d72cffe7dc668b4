/* SPDX-License-Identifier: MIT */
/* A record as a row of fields, for CSV, TSV and the properties of GeoJSON: one table of columns, so that the three
 * cannot differ. A field is written to emitter->field as plain text; the format then quotes it. Nothing means none.
 *
 * A list of entities is one field: "CODE SECTOR text;CODE SECTOR text", with "-" for a code or sector that is not
 * known, so that it splits at the first two spaces. A semicolon inside a text would end the entity and becomes a comma.
 */
#include "emit/emit.h"

const char *emit_place_from(rs_place_from from)
{
    switch (from) {
    case RS_FROM_SENTENCE: return "sentence";
    case RS_FROM_OBJECT: return "object";
    case RS_FROM_DATELINE: return "dateline";
    case RS_FROM_NONE: break;
    }
    return NULL;
}

void emit_put_event(emit_buffer *buffer, rs_event event, rs_mode mode)
{
    emit_put_z(buffer, rs_event_name(event));
    if (!event || !mode) return;
    emit_put(buffer, "/", 1);
    emit_put_z(buffer, rs_mode_name(mode));
}

static void put_entity(emit_buffer *b, const rs_entity *e)
{
    emit_put_z(b, e->code[0] ? e->code : "-");
    emit_put(b, " ", 1);
    emit_put_z(b, e->sector[0] ? rs_sector_name((rs_sector)e->sector[0]) : "-");
    emit_put(b, " ", 1);
    size_t from = b->bytes.n;
    emit_put_utf8(b, e->text);
    for (size_t i = from; i < b->bytes.n; i++)
        if (b->bytes.at[i] == ';') b->bytes.at[i] = ',';
}

static void put_party(emit_buffer *b, const rs_party *party)
{
    for (size_t i = 0; i < party->n; i++) {
        if (i) emit_put(b, ";", 1);
        put_entity(b, &party->at[i]);
    }
}

static void put_modes(emit_buffer *b, const rs_record *r)
{
    for (size_t i = 0; i < RS_MAX_MODE && r->mode[i]; i++) {
        if (i) emit_put(b, ";", 1);
        emit_put_z(b, rs_mode_name(r->mode[i]));
    }
}

static void put_z(emit_buffer *b, const char *text)
{
    if (text) emit_put_z(b, text);
}

static void put_count(emit_buffer *b, int number)
{
    if (number >= 0) emit_put_int(b, number);
}

static void put_degrees(emit_buffer *b, const rs_event_place *place, double degrees)
{
    if (place->text.n && place->located) emit_put_decimal(b, degrees, 4, true);
}

/* COLUMN(name, is a number, how it is written to b) - from the emitter e, the result d and its record r. */
#define COLUMN_LIST(COLUMN)                                                                                            \
    COLUMN(id, false, put_z(b, r->id))                                                                                 \
    COLUMN(doc, false, emit_put_utf8(b, d->document->id))                                                              \
    COLUMN(date, false, emit_put_day(b, r->date))                                                                      \
    COLUMN(enddate, false, emit_put_day(b, r->enddate))                                                                \
    COLUMN(event, false, put_z(b, rs_event_name(r->event)))                                                            \
    COLUMN(mode, false, put_modes(b, r))                                                                               \
    COLUMN(quad_code, true, emit_put_int(b, rs_event_quad(r->event)))                                                  \
    COLUMN(event_scale, true, emit_put_decimal(b, rs_event_score(r->event, r->mode[0]), 1, false))                     \
    COLUMN(cameo, false, put_z(b, rs_event_cameo(r->event, r->mode[0])))                                               \
    COLUMN(status, false, put_z(b, rs_record_status_name(r->status)))                                                  \
    COLUMN(about, false, emit_put_event(b, r->about, r->about_mode))                                                   \
    COLUMN(actor, false, put_party(b, &r->actor))                                                                      \
    COLUMN(recipient, false, put_party(b, &r->recipient))                                                              \
    COLUMN(said_by, false, put_party(b, &r->said_by))                                                                  \
    COLUMN(mediator, false, put_party(b, &r->mediator))                                                                \
    COLUMN(place, false, emit_put_utf8(b, r->place.text))                                                              \
    COLUMN(resolved_place, false, put_z(b, r->place.name))                                                             \
    COLUMN(lat, true, put_degrees(b, &r->place, r->place.lat))                                                         \
    COLUMN(lon, true, put_degrees(b, &r->place, r->place.lon))                                                         \
    COLUMN(country_code, false, put_z(b, r->place.code))                                                               \
    COLUMN(place_from, false, put_z(b, emit_place_from(r->place.from)))                                                \
    COLUMN(dead, true, put_count(b, r->dead))                                                                          \
    COLUMN(injured, true, put_count(b, r->injured))                                                                    \
    COLUMN(arrested, true, put_count(b, r->arrested))                                                                  \
    COLUMN(process, false, put_z(b, rs_process_name(r->process)))                                                      \
    COLUMN(stage, false, put_z(b, rs_stage_name(r->stage)))                                                            \
    COLUMN(event_text, false, emit_put_utf8(b, r->event_text))                                                         \
    COLUMN(text, false, emit_put_utf8(b, r->text))                                                                     \
    COLUMN(part, false, put_z(b, r->part == RS_PART_TITLE ? "title" : "text"))                                         \
    COLUMN(sequence, true, emit_put_int(b, r->sequence))                                                               \
    COLUMN(start, true, emit_put_int(b, r->begin))                                                                     \
    COLUMN(end, true, emit_put_int(b, r->end))                                                                         \
    COLUMN(url, false, emit_put_utf8(b, d->document->url))                                                             \
    COLUMN(title, false, emit_put_utf8(b, d->document->title))                                                         \
    COLUMN(publication, false, emit_put_utf8(b, d->publication))                                                       \
    COLUMN(published, false, emit_put_day(b, d->published))                                                            \
    COLUMN(rule, false, put_z(b, r->rule))                                                                             \
    COLUMN(confidence, true, emit_put_decimal(b, r->confidence, 2, false))                                             \
    COLUMN(coder, false, put_z(b, e->coder))

#define COLUMN_FUNCTION(name, number, write)                                                                           \
    static void column_##name(rs_emitter *e, const rs_result *d, const rs_record *r)                                   \
    {                                                                                                                  \
        emit_buffer *b = &e->field;                                                                                    \
        (void)d;                                                                                                       \
        (void)r;                                                                                                       \
        write;                                                                                                         \
    }
COLUMN_LIST(COLUMN_FUNCTION)

#define COLUMN_ROW(name, number, write) {#name, number, column_##name},
const emit_column emit_columns[] = {COLUMN_LIST(COLUMN_ROW)};
const size_t emit_n_column = RS_COUNT(emit_columns);
