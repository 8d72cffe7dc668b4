/* SPDX-License-Identifier: MIT */
/* Names of the ontology's codes, as tables made from the lists of rasad/codes.h. */
#include "lexicon/codes.h"
#include "base/base.h"

static const struct {
    const char *name, *cameo;
    int quad;
    double score;
} events[RS_N_EVENT] = {{"", "", 0, 0},
#define ROW(name, quad, score, cameo) {#name, cameo, quad, score},
                        RS_EVENT_LIST(ROW)
#undef ROW
};

static const struct {
    rs_event event;
    const char *name, *cameo;
    double score;
} modes[RS_N_MODE] = {{RS_EVENT_NONE, "", "", 0},
#define ROW(event, name, text, score, cameo) {RS_EVENT_##event, text, cameo, score},
                      RS_MODE_LIST(ROW)
#undef ROW
};

#define ROW(name, text) text,
static const char *const statuses[] = {"", RS_RECORD_STATUS_LIST(ROW)};
static const char *const processes[] = {"", RS_PROCESS_LIST(ROW)};
static const char *const stages[] = {"", RS_STAGE_LIST(ROW)};
#undef ROW
#define ROW(name) #name,
static const char *const sectors[] = {"", RS_SECTOR_LIST(ROW)};
#undef ROW

#define NAME_OF(table, i) ((size_t)(i) < RS_COUNT(table) ? (table)[i] : "")

const char *rs_event_name(rs_event event) { return (size_t)event < RS_N_EVENT ? events[event].name : ""; }
const char *rs_mode_name(rs_mode mode) { return (size_t)mode < RS_N_MODE ? modes[mode].name : ""; }
const char *rs_record_status_name(rs_record_status status) { return NAME_OF(statuses, status); }
const char *rs_sector_name(rs_sector sector) { return NAME_OF(sectors, sector); }
const char *rs_process_name(rs_process process) { return NAME_OF(processes, process); }
const char *rs_stage_name(rs_stage stage) { return NAME_OF(stages, stage); }
int rs_event_quad(rs_event event) { return (size_t)event < RS_N_EVENT ? events[event].quad : 0; }

double rs_event_score(rs_event event, rs_mode mode)
{
    if (mode && (size_t)mode < RS_N_MODE) return modes[mode].score;
    return (size_t)event < RS_N_EVENT ? events[event].score : 0;
}

const char *rs_event_cameo(rs_event event, rs_mode mode)
{
    if (mode && (size_t)mode < RS_N_MODE) return modes[mode].cameo;
    return (size_t)event < RS_N_EVENT ? events[event].cameo : "";
}

rs_event rs_event_find(rs_str name)
{
    for (size_t i = 1; i < RS_N_EVENT; i++)
        if (rs_str_eq(name, rs_str_of(events[i].name))) return (rs_event)i;
    return RS_EVENT_NONE;
}

rs_mode rs_mode_find(rs_event event, rs_str name)
{
    for (size_t i = 1; i < RS_N_MODE; i++)
        if (modes[i].event == event && rs_str_eq(name, rs_str_of(modes[i].name))) return (rs_mode)i;
    return RS_MODE_NONE;
}
