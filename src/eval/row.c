/* SPDX-License-Identifier: MIT */
/* Rows: an annotated event (JSON) and a coded record made comparable. Here lies what each of the two sides calls the
 * same thing: `place.text` of the annotation is the place of a record unless that only comes from the dateline; null, a
 * missing key and an empty string are all "none"; of the sectors only the first counts. */
#include "eval/eval.h"

#include <stdio.h>

static rs_status party_of(eval_party *out, const json_t *event, const char *key, rs_error *error)
{
    const json_t *list = json_object_get(event, key);
    size_t n = json_array_size(list);
    if (n > EVAL_MAX_SET) return rs_error_set(error, RS_E_LIMIT, "'%s' has more than %d entities", key, EVAL_MAX_SET);
    for (out->n = 0; out->n < n; out->n++) {
        const json_t *entity = json_array_get(list, out->n), *sector = json_object_get(entity, "sector");
        const json_t *first = json_is_array(sector) ? json_array_get(sector, 0) : sector;
        out->at[out->n].code = rs_json_text(entity, "code");
        out->at[out->n].sector =
            json_is_string(first) ? (rs_str){json_string_value(first), json_string_length(first)} : (rs_str){NULL, 0};
    }
    return RS_OK;
}

static rs_status modes_of(eval_row *row, const json_t *event, rs_error *error)
{
    const json_t *list = json_object_get(event, "mode");
    size_t n = json_array_size(list);
    if (n > EVAL_MAX_SET) return rs_error_set(error, RS_E_LIMIT, "'mode' has more than %d", EVAL_MAX_SET);
    for (row->n_mode = 0; row->n_mode < n; row->n_mode++) {
        const json_t *mode = json_array_get(list, row->n_mode);
        if (!json_is_string(mode)) return rs_error_set(error, RS_E_DATA, "a mode is no string");
        row->mode[row->n_mode] = (rs_str){json_string_value(mode), json_string_length(mode)};
    }
    return RS_OK;
}

static rs_status gold_row(eval_row *row, const json_t *event, rs_error *error)
{
    rs_str name = rs_json_text(event, "event"), date = rs_json_text(event, "date");
    const json_t *s = json_object_get(event, "s"), *dead = json_object_get(event, "dead");
    memset(row, 0, sizeof *row);
    row->event = rs_event_find(name);
    if (!row->event)
        return rs_error_set(error, RS_E_DATA, "no event is called '%.*s'", (int)(name.n < 40 ? name.n : 40),
                            name.p ? name.p : "");
    if (!json_is_integer(s) || json_integer_value(s) < 0)
        return rs_error_set(error, RS_E_DATA, "'s' of an event is no sentence");
    row->sentence = (size_t)json_integer_value(s);
    row->status = rs_json_text(event, "status");
    row->about = rs_json_text(event, "about");
    row->place = rs_json_text(json_object_get(event, "place"), "text");
    row->process = rs_json_text(event, "process");
    row->stage = rs_json_text(event, "stage");
    row->trigger = rs_json_text(event, "trigger");
    (void)snprintf(row->date, sizeof row->date, "%.*s", (int)(date.n < 15 ? date.n : 15), date.p ? date.p : "");
    row->has_dead = json_is_integer(dead);
    row->dead = json_integer_value(dead);
    rs_status status = modes_of(row, event, error);
    if (!status) status = party_of(&row->actor, event, "actor", error);
    if (!status) status = party_of(&row->recipient, event, "recipient", error);
    if (!status) status = party_of(&row->said_by, event, "said_by", error);
    return status;
}

rs_status eval_gold_rows(eval_rows *out, const json_t *document, rs_error *error)
{
    const json_t *events = json_object_get(document, "events");
    if (!json_is_array(events)) return rs_error_set(error, RS_E_DATA, "'events' is no list");
    size_t n = json_array_size(events);
    rs_vec_clear(out);
    if (!rs_vec_reserve(&rs_alloc_default, out, n))
        return rs_error_set(error, RS_E_NOMEM, "no memory for %zu events", n);
    for (size_t i = 0; i < n; i++) {
        rs_status status = gold_row(rs_vec_take(out), json_array_get(events, i), error);
        if (status) return status;
    }
    return RS_OK;
}

static void party_of_record(eval_party *out, const rs_party *party)
{
    for (out->n = 0; out->n < party->n; out->n++) {
        const rs_entity *entity = &party->at[out->n];
        out->at[out->n].code = rs_str_of(entity->code);
        out->at[out->n].sector = rs_str_of(rs_sector_name((rs_sector)entity->sector[0]));
    }
}

void eval_row_of(eval_row *out, const rs_record *record)
{
    memset(out, 0, sizeof *out);
    out->event = record->event;
    for (size_t i = 0; i < RS_MAX_MODE && record->mode[i]; i++)
        out->mode[out->n_mode++] = rs_str_of(rs_mode_name(record->mode[i]));
    out->status = rs_str_of(rs_record_status_name(record->status));
    out->about = rs_str_of(rs_event_name(record->about));
    if (record->place.from != RS_FROM_DATELINE) out->place = record->place.text;
    out->process = rs_str_of(rs_process_name(record->process));
    out->stage = rs_str_of(rs_stage_name(record->stage));
    out->trigger = record->event_text;
    party_of_record(&out->actor, &record->actor);
    party_of_record(&out->recipient, &record->recipient);
    party_of_record(&out->said_by, &record->said_by);
    if (record->date)
        (void)snprintf(out->date, sizeof out->date, "%04u-%02u-%02u", record->date / 10000 % 10000,
                       record->date / 100 % 100, record->date % 100);
    out->has_dead = record->dead >= 0;
    out->dead = record->dead;
}
