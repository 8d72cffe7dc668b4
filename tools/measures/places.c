/* SPDX-License-Identifier: MIT */
/* Are places located? Each place of the file is read in the shortest text that has one, "in PLACE", and the first
 * mention of a place there is where Rasad says it is. Right: within 25 km of the annotated point. No mention is an
 * abstention, which is better than a wrong answer: a record without coordinates misleads nobody. Shares are over
 * places, and over the incidents that were reported there, so that a town counts more than a farm. */
#include "measure.h"

#include <math.h>
#include <stdio.h>

enum { RIGHT, WRONG, NONE, N_ANSWER, N_COLUMN = 5 };
static const double near_km = 25, earth_km = 6371;

typedef struct located {
    const measure *m;
    const char *path;
    measure_buffer text;
    size_t n[N_ANSWER];
    double incidents[N_ANSWER];
    measure_tally tally;
} located;

/* The length of the great circle between two points in degrees. */
static double distance(double lat_a, double lon_a, double lat_b, double lon_b)
{
    const double radian = acos(-1) / 180;
    double y = sin((lat_b - lat_a) * radian / 2), x = sin((lon_b - lon_a) * radian / 2);
    double h = y * y + cos(lat_a * radian) * cos(lat_b * radian) * x * x;
    return 2 * earth_km * asin(sqrt(h < 1 ? h : 1));
}

static const rs_image_place *first_place(const rs_coder *coder)
{
    for (size_t i = 0; i < coder->words.token.n; i++) {
        const rs_mention *m = rs_mention_of(&coder->names, i);
        if (m && m->place != RS_NONE) return &coder->lexicon->place[m->place];
    }
    return NULL;
}

static rs_status locate(located *l, rs_str name, double lat, double lon, double incidents, rs_error *error)
{
    static const rs_str in = {"\u0641\u064A ", 5}, end = {".", 1};
    const measure *m = l->m;
    rs_vec_clear(&l->text.byte);
    rs_status status = measure_append(m, &l->text, in, error);
    if (!status) status = measure_append(m, &l->text, name, error);
    if (!status) status = measure_append(m, &l->text, end, error);
    if (!status) status = measure_text(m, (rs_str){l->text.byte.at, l->text.byte.n}, error);
    if (status) return status;
    const rs_image_place *p = first_place(m->coder);
    double km = p ? distance(lat, lon, (double)p->lat, (double)p->lon) : 0;
    int answer = !p ? NONE : km <= near_km ? RIGHT : WRONG;
    l->n[answer]++;
    l->incidents[answer] += incidents;
    if (answer == RIGHT) return RS_OK;
    /* as often as there are incidents, so that the list begins with what matters */
    for (double i = 0; i < incidents && !status; i++)
        status = p ? measure_tally_add(m, &l->tally, error, "%.*s taken for %s, %.0f km off", (int)name.n, name.p,
                                       rs_lexicon_text(m->lexicon, p->id), km)
                   : measure_tally_add(m, &l->tally, error, "%.*s not found", (int)name.n, name.p);
    return status;
}

static rs_status read_line(void *context, rs_str line, size_t at, rs_error *error)
{
    located *l = context;
    rs_str field[N_COLUMN], rest = line;
    double lat, lon, incidents;
    if (at == 1 || !line.n) return RS_OK; /* the header */
    for (size_t i = 0; i < N_COLUMN; i++) field[i] = rs_str_split(rest, '\t', &rest);
    rs_status status = RS_E_DATA;
    if (!rs_str_number(field[2], &lat) || !rs_str_number(field[3], &lon) || !rs_str_number(field[4], &incidents))
        (void)rs_error_set(error, RS_E_DATA, "no place, governorate, latitude, longitude and number");
    else
        status = locate(l, field[0], lat, lon, incidents, error);
    if (status) rs_error_at(error, l->path, at, 0);
    return status;
}

rs_status measure_places(const measure *m, const char *path, rs_error *error)
{
    static const char *const answers[] = {"within 25 km", "farther (wrong)", "not located"};
    located l = {.m = m, .path = path};
    rs_status status = measure_lines(path, read_line, &l, error);
    size_t n = l.n[RIGHT] + l.n[WRONG] + l.n[NONE];
    double incidents = l.incidents[RIGHT] + l.incidents[WRONG] + l.incidents[NONE];
    for (int i = 0; i < N_ANSWER && !status; i++)
        printf("  %-18s %.3f of the incidents, %.3f of the places (%zu of %zu)\n", answers[i],
               incidents > 0 ? l.incidents[i] / incidents : 0, measure_share(l.n[i], n), l.n[i], n);
    measure_tally_print(m, &l.tally);
    rs_vec_free(m->alloc, &l.text.byte);
    return status;
}
