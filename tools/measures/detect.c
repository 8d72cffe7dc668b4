/* SPDX-License-Identifier: MIT */
/* Is there an ASSAULT, a PROTEST in the sentence? Each sentence is a document of its own and has the votes of
 * annotators on one event: all yes, all no, or disputed. Printed: the share of each label in which the event is found,
 * and P, R and F1 over yes and no alone; a disputed sentence can be coded either way without being wrong. */
#include "measure.h"

#include <stdio.h>

enum { YES, NO, DISPUTED, N_LABEL };

typedef struct votes {
    const measure *m;
    const char *path;
    size_t n[RS_N_EVENT][N_LABEL], found[RS_N_EVENT][N_LABEL];
    measure_tally tally;
} votes;

static const char *const labels[] = {"yes", "no", "disputed"};

static rs_status label_of(rs_str text, size_t *label, rs_error *error)
{
    for (*label = 0; *label < N_LABEL; ++*label)
        if (rs_str_eq(text, rs_str_of(labels[*label]))) return RS_OK;
    return rs_error_set(error, RS_E_DATA, "unknown label '%.*s'", (int)text.n, text.p);
}

static rs_status count(votes *v, const json_t *object, rs_error *error)
{
    rs_document document;
    const rs_result *result;
    size_t label;
    rs_event event = rs_event_find(rs_json_text(object, "event"));
    if (!event) return rs_error_set(error, RS_E_DATA, "'event' is missing or unknown");
    rs_status status = rs_document_of(&document, object, error);
    if (!status) status = label_of(rs_json_text(object, "label"), &label, error);
    if (status) return status;
    document.published = RS_MEASURE_DAY;
    if ((status = rs_coder_code(v->m->coder, &document, &result, error))) return status;
    const rs_record *hit = NULL;
    for (size_t i = 0; i < result->n_record && !hit; i++)
        if (result->record[i].event == event) hit = &result->record[i];
    v->n[event][label]++;
    v->found[event][label] += hit != NULL;
    if (label != NO || !hit) return RS_OK;
    rs_str text = hit->event_text;
    return measure_tally_add(v->m, &v->tally, error, "%s found in a no by %s: %.*s", rs_event_name(event), hit->rule,
                             (int)text.n, text.p);
}

static rs_status read_line(void *context, rs_str line, size_t at, rs_error *error)
{
    votes *v = context;
    json_t *object;
    rs_status status = rs_json_line(&object, line, v->path, at, NULL, error);
    if (status) return status;
    if ((status = count(v, object, error))) rs_error_at(error, v->path, at, 0);
    json_decref(object);
    return status;
}

static void print(const votes *v, rs_event event)
{
    const size_t *n = v->n[event], *found = v->found[event];
    if (!n[YES] && !n[NO]) return;
    printf("  %-18s yes %.3f (%zu)  no %.3f (%zu)  disputed %.3f (%zu)\n", rs_event_name(event),
           measure_share(found[YES], n[YES]), n[YES], measure_share(found[NO], n[NO]), n[NO],
           measure_share(found[DISPUTED], n[DISPUTED]), n[DISPUTED]);
    measure_print_prf("", (measure_count){found[YES], found[YES] + found[NO], n[YES]});
}

rs_status measure_detect(const measure *m, const char *path, rs_error *error)
{
    votes v = {.m = m, .path = path};
    rs_status status = measure_lines(path, read_line, &v, error);
    for (int event = 1; event < RS_N_EVENT && !status; event++) print(&v, (rs_event)event);
    measure_tally_print(m, &v.tally);
    return status;
}
