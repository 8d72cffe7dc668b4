/* SPDX-License-Identifier: MIT */
/* The pipeline. A document is read in stretches of at most STRETCH code points, cut at a line end or a space, so that
 * memory is bounded by the longest stretch; within one, words and names of all sentences come first, because the
 * country at issue and the domain are those of the whole, then clauses and events sentence by sentence. */
#include "doc/doc.h"

#include <stdio.h>

enum { STRETCH = 1 << 20, HEADLINES = 2 };

rs_status rs_coder_new(rs_coder **out, const rs_lexicon *lexicon, const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    rs_coder *coder = rs_mem_new(alloc, sizeof *coder);
    if (!coder) return rs_error_set(error, RS_E_NOMEM, "no memory for a coder");
    coder->alloc = *alloc;
    coder->lexicon = lexicon;
    rs_status status = rs_words_init(&coder->words, lexicon, &coder->alloc, error);
    if (status) {
        rs_coder_free(coder);
        return status;
    }
    coder->events = (rs_events){.lexicon = lexicon,
                                .alloc = &coder->alloc,
                                .text = &coder->text,
                                .words = &coder->words,
                                .names = &coder->names,
                                .clauses = &coder->clauses};
    *out = coder;
    return RS_OK;
}

void rs_coder_free(rs_coder *coder)
{
    if (!coder) return;
    rs_alloc alloc = coder->alloc;
    rs_text_free(&coder->text, &alloc);
    rs_words_free(&coder->words);
    rs_names_free(&coder->names);
    rs_clauses_free(&coder->clauses);
    rs_events_free(&coder->events);
    rs_vec_free(&alloc, &coder->joined);
    rs_mem_free(&alloc, coder, sizeof *coder);
}

/* Does the text begin with its title, white space aside? */
static bool begins_with(rs_str text, rs_str title)
{
    size_t i = 0, k = 0;
    while (k < title.n) {
        bool space_i = i < text.n && (text.p[i] == ' ' || text.p[i] == '\n' || text.p[i] == '\t' || text.p[i] == '\r');
        bool space_k = title.p[k] == ' ' || title.p[k] == '\n' || title.p[k] == '\t' || title.p[k] == '\r';
        if (space_i)
            i++;
        else if (space_k)
            k++;
        else if (i >= text.n || text.p[i++] != title.p[k++])
            return false;
    }
    return true;
}

/* Title and text in one, so that they are one document; positions in the text count from n_title. */
static rs_status load(rs_coder *coder, const rs_document *d, rs_error *error)
{
    coder->n_title = 0;
    rs_str text = d->text;
    bool apart = d->title.n && !begins_with(d->text, d->title);
    if (apart) {
        if (!rs_vec_reserve(&coder->alloc, &coder->joined, d->title.n + 1 + d->text.n + 1))
            return rs_error_set(error, RS_E_NOMEM, "no memory for a text");
        memcpy(coder->joined.at, d->title.p, d->title.n);
        coder->joined.at[d->title.n] = '\n';
        if (d->text.n) memcpy(coder->joined.at + d->title.n + 1, d->text.p, d->text.n);
        text = (rs_str){coder->joined.at, d->title.n + 1 + d->text.n};
    }
    rs_status status = rs_text_set(&coder->text, &coder->alloc, text, error);
    if (!status && apart)
        for (size_t at = 0; at < d->title.n + 1 && at < text.n; coder->n_title++)
            (void)rs_utf8_next(text.p, text.n, &at);
    return status;
}

static size_t stretch_end(const rs_text *text, size_t begin)
{
    size_t end = begin + STRETCH;
    if (end >= text->cp.n) return text->cp.n;
    for (int want = 0; want < 2; want++)
        for (size_t i = end; i > begin + STRETCH / 2; i--) {
            uint8_t cls = rs_char_of(text->cp.at[i - 1]).cls;
            if (cls == RS_CLASS_NEWLINE || (want && cls == RS_CLASS_SPACE)) return i;
        }
    return end;
}

/* The dateline's place, once it is known which country is at issue: طرابلس is in two. */
static void set_dateline(rs_coder *coder, const doc_head *head)
{
    rs_events *ev = &coder->events;
    const rs_token *token = coder->words.token.at;
    if (head->mention == RS_NONE) return;
    const rs_mention *m = &coder->names.mention.at[head->mention];
    ev->dateline_place = rs_mention_place(&coder->names, m, ev->country);
    ev->dateline_begin = token[m->first].begin;
    ev->dateline_end = token[m->first + m->n - 1].end;
    ev->dateline_text = coder->result.dateline = rs_text_slice(&coder->text, ev->dateline_begin, ev->dateline_end);
}

static void code_sentence(rs_coder *coder, const rs_sentence *s)
{
    coder->events.part = s->begin < coder->n_title ? RS_PART_TITLE : RS_PART_TEXT;
    rs_clauses_read(&coder->clauses, s);
    if (coder->explain) doc_explain_sentence(coder, s), doc_explain_clauses(coder);
}

static rs_status code_stretch(rs_coder *coder, size_t begin, size_t end, bool first, rs_error *error)
{
    rs_events *ev = &coder->events;
    doc_head head = {.mention = RS_NONE};
    ev->dateline_n = 0;
    rs_status status = rs_words_read(&coder->words, &coder->text, begin, end, error);
    if (!status && !rs_vec_more(&coder->alloc, &coder->words.sentence, 4))
        status = rs_error_set(error, RS_E_NOMEM, "no memory for sentences");
    if (!status) status = rs_names_begin(&coder->names, &coder->words, &coder->alloc, coder->result.published, error);
    if (status) return status;
    for (size_t i = 0; i < coder->words.sentence.n; i++) rs_words_choose(&coder->words, &coder->words.sentence.at[i]);
    if (first && !coder->result.published) {
        doc_read_date(coder, &head);
        coder->result.published = coder->names.published = head.published;
        if (head.paper_end) coder->result.publication = rs_text_slice(&coder->text, head.paper_begin, head.paper_end);
    }
    ev->published = coder->result.published;
    for (size_t i = 0; i < coder->words.sentence.n; i++) rs_names_read(&coder->names, &coder->words.sentence.at[i]);
    for (size_t i = 0; i < coder->words.sentence.n && i < HEADLINES; i++)
        rs_names_read(&coder->names, &coder->words.sentence.at[i]);
    if (first) doc_read_dateline(coder, &head);
    rs_events_survey(ev);
    if (coder->names.waits && ev->country[0]) {
        memcpy(coder->names.country, ev->country, sizeof ev->country);
        for (size_t i = 0; i < coder->words.sentence.n; i++) rs_names_read(&coder->names, &coder->words.sentence.at[i]);
    }
    if (first) set_dateline(coder, &head);
    coder->result.n_word += ev->n_word;
    status = rs_clauses_begin(&coder->clauses, &coder->words, &coder->names, &coder->alloc, error);
    for (size_t i = 0; i < coder->words.sentence.n && !status; i++) {
        const rs_sentence *s = &coder->words.sentence.at[i];
        code_sentence(coder, s);
        bool dateline = ev->dateline_n && s->first == ev->dateline_first;
        if (!dateline) status = rs_events_read(ev, error);
    }
    coder->result.n_sentence += coder->words.sentence.n;
    return status;
}

/* Positions of the text count from its own beginning. */
static void shift(uint32_t *at, size_t by) { *at = *at >= by ? *at - (uint32_t)by : 0; }

/* Whom a text refers back to may stand in the title only. */
static void place_party(rs_party *p, rs_part part, size_t n_title)
{
    for (size_t i = 0; i < p->n; i++) {
        rs_entity *e = &p->at[i];
        e->part = part == RS_PART_TITLE || e->begin < n_title ? RS_PART_TITLE : RS_PART_TEXT;
        if (e->part == RS_PART_TEXT) shift(&e->begin, n_title), shift(&e->end, n_title);
    }
}

static void shift_records(rs_coder *coder)
{
    for (size_t i = 0; coder->n_title && i < coder->events.record.n; i++) {
        rs_record *r = &coder->events.record.at[i];
        rs_party *const party[] = {&r->actor, &r->recipient, &r->said_by, &r->mediator};
        for (size_t k = 0; k < RS_COUNT(party); k++) place_party(party[k], r->part, coder->n_title);
        if (r->part == RS_PART_TITLE) continue;
        uint32_t *const at[] = {&r->begin,        &r->end,         &r->sentence_begin,
                                &r->sentence_end, &r->place.begin, &r->place.end};
        for (size_t k = 0; k < RS_COUNT(at); k++) shift(at[k], coder->n_title);
    }
}

rs_status rs_coder_code(rs_coder *coder, const rs_document *document, const rs_result **out, rs_error *error)
{
    coder->result =
        (rs_result){.document = document, .published = document->published, .publication = document->source};
    rs_status status = load(coder, document, error);
    if (!status) status = rs_events_begin(&coder->events, document->id, error);
    coder->events.dateline_place = RS_NONE;
    coder->events.published = document->published;
    size_t begin = 0;
    while (!status && begin < coder->text.cp.n) {
        size_t end = stretch_end(&coder->text, begin);
        status = code_stretch(coder, begin, end, begin == 0, error);
        begin = end;
    }
    if (status) return status;
    shift_records(coder);
    coder->result.record = coder->events.record.at;
    coder->result.n_record = coder->events.record.n;
    coder->result.n_bad = coder->text.n_bad;
    *out = &coder->result;
    return RS_OK;
}
