/* SPDX-License-Identifier: MIT */
/* GeoJSON (RFC 7946): one FeatureCollection of all documents, one Feature a record, written as the records come. A
 * record without known coordinates keeps its Feature, with the null geometry that the format has for it. The
 * properties are the columns of the flat formats; what is empty there is null here. */
#include "emit/emit.h"

static void begin(rs_emitter *e) { emit_put_z(&e->out, "{\"type\":\"FeatureCollection\",\"features\":["); }

static void put_geometry(emit_buffer *b, const rs_event_place *place)
{
    if (place->text.n == 0 || !place->located) {
        emit_put_z(b, "null");
        return;
    }
    emit_put_z(b, "{\"type\":\"Point\",\"coordinates\":[");
    emit_put_decimal(b, place->lon, 4, true);
    emit_put(b, ",", 1);
    emit_put_decimal(b, place->lat, 4, true);
    emit_put_z(b, "]}");
}

static void put_property(rs_emitter *e, const emit_column *column)
{
    rs_str field = emit_buffer_str(&e->field);
    emit_put(&e->out, "\"", 1);
    emit_put_z(&e->out, column->name);
    emit_put_z(&e->out, "\":");
    if (field.n == 0)
        emit_put_z(&e->out, "null");
    else if (column->number)
        emit_put(&e->out, field.p, field.n);
    else
        emit_put_json(&e->out, field);
}

static void put_feature(rs_emitter *e, const rs_result *result, const rs_record *record)
{
    emit_put_z(&e->out, e->n_feature++ ? ",\n" : "\n");
    emit_put_z(&e->out, "{\"type\":\"Feature\",\"geometry\":");
    put_geometry(&e->out, &record->place);
    emit_put_z(&e->out, ",\"properties\":{");
    for (size_t i = 0; i < emit_n_column; i++) {
        rs_vec_clear(&e->field.bytes);
        emit_columns[i].put(e, result, record);
        if (i) emit_put(&e->out, ",", 1);
        put_property(e, &emit_columns[i]);
    }
    emit_put_z(&e->out, "}}");
}

static void end(rs_emitter *e) { emit_put_z(&e->out, "\n]}\n"); }

const emit_format emit_geojson = {.name = "geojson", .begin = begin, .record = put_feature, .end = end};
