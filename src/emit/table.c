/* SPDX-License-Identifier: MIT */
/* The table for people. A document has a heading (title, publication, date); each of its records two lines: what was
 * coded, in columns, and under it the evidence, the trigger in its sentence.
 *
 * The columns of a document are as wide as their widest cell, and if the row is then wider than the terminal, the
 * widest columns give up space one by one. That takes every cell twice, once to measure and once to print, and no
 * memory for them in between. Names in English come before the Arabic ones because a row is read from the left. */
#include "emit/emit.h"

enum { DATE, EVENT, PARTIES, PLACE, STATUS, SOURCE, N_COLUMN };
enum { GAP = 2, LEAST = 6, INDENT = 12, EVIDENCE = 84, NARROW = 40, DEFAULT_WIDTH = 100 };

static void put_entity(rs_emitter *e, const rs_entity *entity)
{
    emit_buffer *b = &e->field;
    const char *sector = rs_sector_name((rs_sector)entity->sector[0]);
    if (entity->code[0]) emit_put_z(b, entity->code), emit_put(b, " ", 1);
    if (sector[0]) emit_put_z(b, sector), emit_put(b, " ", 1);
    if (entity->name)
        emit_put_shown(b, rs_str_of(entity->name));
    else
        emit_put_isolated(b, entity->text, e->options.bidi);
}

static void put_party(rs_emitter *e, const rs_party *party)
{
    for (size_t i = 0; i < party->n; i++) {
        if (i) emit_put_z(&e->field, ", ");
        put_entity(e, &party->at[i]);
    }
}

static void put_parties(rs_emitter *e, const rs_record *r)
{
    put_party(e, &r->actor);
    if (r->recipient.n) {
        emit_put_z(&e->field, r->actor.n ? " \xE2\x86\x92 " : "\xE2\x86\x92 ");
        put_party(e, &r->recipient);
    }
    if (r->mediator.n) {
        emit_put_z(&e->field, r->actor.n || r->recipient.n ? " (via " : "(via ");
        put_party(e, &r->mediator);
        emit_put_z(&e->field, ")");
    }
}

static void put_event(rs_emitter *e, const rs_record *r)
{
    emit_put_event(&e->field, r->event, r->mode[0]);
    if (!r->about) return;
    emit_put_z(&e->field, " (");
    emit_put_event(&e->field, r->about, r->about_mode);
    emit_put_z(&e->field, ")");
}

/* Of the last day only what differs from the first: "18" after 2016-12-16, "12-02" after 2016-11-30. */
static void put_date(rs_emitter *e, const rs_record *r)
{
    emit_put_day(&e->field, r->date);
    if (!r->enddate) return;
    emit_put_z(&e->field, "\xE2\x80\x93");
    size_t from = e->field.bytes.n, same = r->date / 100 == r->enddate / 100       ? 8
                                           : r->date / 10000 == r->enddate / 10000 ? 5
                                                                                   : 0;
    emit_put_day(&e->field, r->enddate);
    if (e->field.failed) return;
    memmove(e->field.bytes.at + from, e->field.bytes.at + from + same, e->field.bytes.n - from - same);
    e->field.bytes.n -= same;
}

/* The cell of COLUMN, as the content of e->field. */
static rs_str cell(rs_emitter *e, const rs_record *r, int column)
{
    rs_vec_clear(&e->field.bytes);
    switch (column) {
    case DATE: put_date(e, r); break;
    case EVENT: put_event(e, r); break;
    case PARTIES: put_parties(e, r); break;
    case PLACE:
        if (r->place.name)
            emit_put_shown(&e->field, rs_str_of(r->place.name));
        else if (r->place.text.n)
            emit_put_isolated(&e->field, r->place.text, e->options.bidi);
        break;
    case STATUS: emit_put_z(&e->field, rs_record_status_name(r->status)); break;
    case SOURCE: put_party(e, &r->said_by); break;
    }
    return emit_buffer_str(&e->field);
}

static size_t table_width(const rs_emitter *e)
{
    size_t width = e->options.width > 0 ? (size_t)e->options.width : DEFAULT_WIDTH;
    return width > NARROW ? width : NARROW;
}

/* Dates and statuses are never cut; the parties keep twice as much as the others, for they are two. */
static void shrink(size_t *width, size_t limit)
{
    static const size_t share[N_COLUMN] = {[EVENT] = 4, [PARTIES] = 2, [PLACE] = 4, [SOURCE] = 4};
    size_t sum = (N_COLUMN - 1) * GAP;
    for (int i = 0; i < N_COLUMN; i++) sum += width[i];
    while (sum > limit) {
        int widest = DATE;
        for (int i = EVENT; i < N_COLUMN; i++)
            if (width[i] > LEAST && width[i] * share[i] > width[widest] * share[widest]) widest = i;
        if (widest == DATE) break;
        width[widest]--;
        sum--;
    }
}

static const char *const title[N_COLUMN] = {"date",  "event",  "who \xE2\x86\x92 whom",
                                            "place", "status", "according to"};

static void measure(rs_emitter *e, const rs_result *result)
{
    for (int c = 0; c < N_COLUMN; c++) {
        e->column[c] = emit_width(rs_str_of(title[c]));
        for (size_t i = 0; i < result->n_record; i++) {
            size_t n = emit_width(cell(e, &result->record[i], c));
            if (n > e->column[c]) e->column[c] = n;
        }
    }
    shrink(e->column, table_width(e));
}

static void put_style(rs_emitter *e, const char *style)
{
    if (!e->options.colour) return;
    emit_put_z(&e->out, "\033[");
    emit_put_z(&e->out, style);
    emit_put_z(&e->out, "m");
}

static void put_title(rs_emitter *e, const rs_result *result)
{
    const rs_document *d = result->document;
    rs_str name = d->title.n ? d->title : d->id;
    size_t room = table_width(e);
    rs_vec_clear(&e->field.bytes);
    if (result->publication.n) {
        emit_put_z(&e->field, "  ");
        emit_put_isolated(&e->field, result->publication, e->options.bidi);
    }
    if (result->published) {
        emit_put_z(&e->field, "  ");
        emit_put_day(&e->field, result->published);
    }
    size_t tail = emit_width(emit_buffer_str(&e->field));
    size_t n = e->field.bytes.n;
    emit_put_isolated(&e->field, name, e->options.bidi);
    rs_str all = emit_buffer_str(&e->field);
    put_style(e, "1");
    emit_put_cell(&e->out, (rs_str){all.p + n, all.n - n}, room > tail + LEAST ? room - tail : LEAST, false);
    put_style(e, "0");
    emit_put(&e->out, all.p, n);
    emit_put(&e->out, "\n", 1);
}

static void put_heading(rs_emitter *e, const rs_result *result)
{
    if (e->n_document) emit_put(&e->out, "\n", 1);
    put_title(e, result);
    if (result->n_record == 0) {
        emit_put_z(&e->out, "no events\n");
        return;
    }
    measure(e, result);
    put_style(e, "2");
    for (int c = 0; c < N_COLUMN; c++) {
        if (c) emit_put(&e->out, "  ", GAP);
        emit_put_cell(&e->out, rs_str_of(title[c]), e->column[c], c + 1 < N_COLUMN);
    }
    put_style(e, "0");
    emit_put(&e->out, "\n", 1);
}

static const char *status_style(rs_record_status status)
{
    switch (status) {
    case RS_STATUS_HAPPENED:
    case RS_STATUS_ONGOING: return "32";
    case RS_STATUS_PLANNED:
    case RS_STATUS_HYPOTHETICAL: return "33";
    case RS_STATUS_DENIED:
    case RS_STATUS_FAILED: return "31";
    case RS_STATUS_NONE: break;
    }
    return "0";
}

/* "ceasefire agreed, 45 dead: " - what the columns have no room for. */
static void put_notes(rs_emitter *e, const rs_record *r)
{
    const struct {
        int number;
        const char *what;
    } count[] = {{r->dead, " dead"}, {r->injured, " injured"}, {r->arrested, " arrested"}};
    emit_buffer *b = &e->field;
    if (r->process) emit_put_z(b, rs_process_name(r->process));
    if (r->process && r->stage) emit_put(b, " ", 1), emit_put_z(b, rs_stage_name(r->stage));
    for (size_t i = 0; i < RS_COUNT(count); i++) {
        if (count[i].number < 0) continue;
        if (b->bytes.n) emit_put_z(b, ", ");
        emit_put_int(b, count[i].number);
        emit_put_z(b, count[i].what);
    }
    if (b->bytes.n) emit_put_z(b, ": ");
}

static void put_second_line(rs_emitter *e, const rs_record *r)
{
    size_t room = table_width(e) - INDENT;
    if (room > EVIDENCE) room = EVIDENCE;
    rs_vec_clear(&e->field.bytes);
    put_notes(e, r);
    size_t used = emit_width(emit_buffer_str(&e->field));
    emit_put_cell(&e->out, RS_LIT(""), INDENT, true);
    emit_put_cell(&e->out, emit_buffer_str(&e->field), room, false);
    emit_put_evidence(e, r, room > used + LEAST ? room - used : LEAST);
    emit_put(&e->out, "\n", 1);
}

static void put_record(rs_emitter *e, const rs_result *result, const rs_record *r)
{
    (void)result;
    for (int c = 0; c < N_COLUMN; c++) {
        if (c) emit_put(&e->out, "  ", GAP);
        if (c == STATUS) put_style(e, status_style(r->status));
        emit_put_cell(&e->out, cell(e, r, c), e->column[c], c + 1 < N_COLUMN);
        if (c == STATUS) put_style(e, "0");
    }
    while (e->out.bytes.n && e->out.bytes.at[e->out.bytes.n - 1] == ' ') e->out.bytes.n--;
    emit_put(&e->out, "\n", 1);
    put_second_line(e, r);
}

const emit_format emit_text = {.name = "text", .heading = put_heading, .record = put_record};
