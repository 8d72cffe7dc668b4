/* SPDX-License-Identifier: MIT */
/* coding - documents coded with the lexicon of the program, and their records as text, so that two results can be
 * compared. */
#ifndef TESTS_UNIT_CODING_H
#define TESTS_UNIT_CODING_H

#include "rasad/rasad.h"
#include "support.h"

#include <dirent.h>

static rs_lexicon *lexicon;
static rs_coder *coder;

static inline int coding_set_up(void **state)
{
    (void)state;
    rs_error error;
    if (rs_lexicon_open(&lexicon, NULL, NULL, &error)) return -1;
    return rs_coder_new(&coder, lexicon, NULL, &error);
}

static inline int coding_tear_down(void **state)
{
    (void)state;
    rs_coder_free(coder);
    rs_lexicon_close(lexicon);
    return 0;
}

static inline const rs_result *coding_code(rs_coder *with, const rs_document *d)
{
    rs_error error = {0};
    const rs_result *result = NULL;
    rs_status status = rs_coder_code(with, d, &result, &error);
    if (status) fail_msg("not coded: %s", error.text);
    assert_ptr_equal(result->document, d);
    return result;
}

typedef RS_VEC(char) coding_dump;

static inline void coding_say(coding_dump *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline void coding_say(coding_dump *out, const char *format, ...)
{
    va_list args;
    for (size_t room = 256;; room *= 2) {
        if (!rs_vec_more(&rs_alloc_default, out, room)) fail_msg("no memory");
        va_start(args, format);
        int n = vsnprintf(out->at + out->n, room, format, args);
        va_end(args);
        assert_true(n >= 0);
        if ((size_t)n >= room) continue;
        out->n += (size_t)n;
        return;
    }
}

static inline void coding_say_party(coding_dump *out, const char *role, const rs_party *p)
{
    for (size_t i = 0; i < p->n; i++) {
        const rs_entity *e = &p->at[i];
        coding_say(out, " %s[%.*s %s %s %s %u-%u %d", role, (int)e->text.n, e->text.p, e->name ? e->name : "-",
                   e->id ? e->id : "-", e->code, e->begin, e->end, e->referred);
        for (size_t k = 0; k < 4; k++) coding_say(out, " %s", rs_sector_name((rs_sector)e->sector[k]));
        coding_say(out, "]");
    }
}

/* Everything of a result, one record a line. */
static inline void coding_say_result(coding_dump *out, const rs_result *r)
{
    coding_say(out, "%u '%.*s' '%.*s' %zu %zu %zu\n", r->published, (int)r->dateline.n, r->dateline.p,
               (int)r->publication.n, r->publication.p, r->n_sentence, r->n_word, r->n_bad);
    for (size_t i = 0; i < r->n_record; i++) {
        const rs_record *x = &r->record[i];
        coding_say(out, "%s %s", x->id, rs_event_name(x->event));
        for (size_t k = 0; k < RS_MAX_MODE; k++) coding_say(out, "/%s", rs_mode_name(x->mode[k]));
        coding_say(out, " %s %s/%s", rs_record_status_name(x->status), rs_event_name(x->about),
                   rs_mode_name(x->about_mode));
        coding_say_party(out, "actor", &x->actor);
        coding_say_party(out, "recipient", &x->recipient);
        coding_say_party(out, "said_by", &x->said_by);
        coding_say_party(out, "mediator", &x->mediator);
        const rs_event_place *p = &x->place;
        coding_say(out, " place[%.*s %s %s %s %s %.4f %.4f %d %d %d %u-%u]", (int)p->text.n, p->text.p,
                   p->name ? p->name : "-", p->province ? p->province : "-", p->country ? p->country : "-", p->code,
                   p->located ? p->lat : 0, p->located ? p->lon : 0, p->located, p->resolution, (int)p->from, p->begin,
                   p->end);
        coding_say(out, " %u %u %d '%.*s' %d %d %d %s/%s '%.*s' '%.*s'", x->date, x->enddate, x->date_assumed,
                   (int)x->date_text.n, x->date_text.p, x->dead, x->injured, x->arrested, rs_process_name(x->process),
                   rs_stage_name(x->stage), (int)x->event_text.n, x->event_text.p, (int)x->text.n, x->text.p);
        coding_say(out, " %d %u %u-%u %u-%u %s %s %.6f\n", (int)x->part, x->sequence, x->begin, x->end,
                   x->sentence_begin, x->sentence_end, x->rule, x->rule_source, x->confidence);
    }
}

/* The project's example articles; texts are the caller's, to be freed. */
enum { CODING_MAX_ARTICLE = 64 };
typedef struct coding_articles {
    char *text[CODING_MAX_ARTICLE];
    size_t size[CODING_MAX_ARTICLE], n;
} coding_articles;

static inline void coding_read_articles(coding_articles *a)
{
    char dir[1024], path[1400];
    (void)snprintf(dir, sizeof dir, "%s", t_path("../../examples"));
    DIR *folder = opendir(dir);
    if (!folder) fail_msg("no folder '%s'", dir);
    a->n = 0;
    for (struct dirent *d; (d = readdir(folder)) && a->n < CODING_MAX_ARTICLE;) {
        if (!strstr(d->d_name, ".txt")) continue;
        (void)snprintf(path, sizeof path, "%s/%s", dir, d->d_name);
        a->text[a->n] = t_file(path, &a->size[a->n]);
        a->n++;
    }
    (void)closedir(folder);
    assert_true(a->n >= 12);
}

static inline void coding_free_articles(coding_articles *a)
{
    while (a->n) free(a->text[--a->n]);
}

/* The example articles, for tests that read them all. */
static coding_articles articles;

static inline int coding_set_up_articles(void **state)
{
    if (coding_set_up(state)) return -1;
    coding_read_articles(&articles);
    return 0;
}

static inline int coding_tear_down_articles(void **state)
{
    coding_free_articles(&articles);
    return coding_tear_down(state);
}

#endif
