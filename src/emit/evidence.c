/* SPDX-License-Identifier: MIT */
/* The evidence of a record in one line: the trigger, marked, and as many of the words around it as there is room for, a
 * third of them before it and the rest after it, since what an Arabic verb governs follows it. Words are not cut. */
#include "emit/emit.h"

enum { MARKS = 4, NEAR = 2048 }; /* columns of two brackets and two ellipses; bytes either side that are looked at */

/* The byte at code point N of TEXT. */
static size_t byte_at(rs_str text, size_t n)
{
    size_t at = 0;
    while (n-- && at < text.n) (void)rs_utf8_next(text.p, text.n, &at);
    return at;
}

/* The longest head of TEXT that ends with a word and fits into ROOM columns. */
static rs_str head_of(rs_str text, size_t room)
{
    size_t used = 0, end = 0;
    for (size_t at = 0; at < text.n;) {
        if (text.p[at] == ' ') end = at;
        size_t from = at;
        (void)rs_utf8_next(text.p, text.n, &at);
        used += emit_width((rs_str){text.p + from, at - from});
        if (used > room) return (rs_str){text.p, end};
    }
    return text;
}

/* The same of its tail, which begins with a word. */
static rs_str tail_of(rs_str text, size_t room)
{
    size_t used = 0, begin = text.n, at = text.n;
    while (at) {
        size_t to = at--;
        while (at && ((unsigned char)text.p[at] & 0xC0) == 0x80) at--;
        used += emit_width((rs_str){text.p + at, to - at});
        if (used > room) return (rs_str){text.p + begin, text.n - begin};
        if (at && text.p[at - 1] == ' ') begin = at;
    }
    return text;
}

/* BEGIN and END of what lies near the trigger, at whole characters, so that a sentence of any length costs the same. */
static void clip(rs_str text, size_t *begin, size_t *end)
{
    *begin = *begin > NEAR ? *begin - NEAR : 0;
    *end = text.n - *end > NEAR ? *end + NEAR : text.n;
    while (*begin < text.n && ((unsigned char)text.p[*begin] & 0xC0) == 0x80) ++*begin;
    while (*end > *begin && *end < text.n && ((unsigned char)text.p[*end] & 0xC0) == 0x80) --*end;
}

static void put_trigger(rs_emitter *e, rs_str trigger, size_t width)
{
    emit_put_z(&e->out, e->options.colour ? "\033[1m" : "[");
    emit_put_cell(&e->out, trigger, width, false);
    emit_put_z(&e->out, e->options.colour ? "\033[0m" : "]");
}

/* BEFORE, TRIGGER and AFTER, already harmless, in WIDTH columns. */
static void put_window(rs_emitter *e, rs_str before, rs_str trigger, rs_str after, size_t width)
{
    size_t used = emit_width(trigger);
    if (used + MARKS > width) used = width > MARKS ? width - MARKS : 1;
    size_t room = width > used + MARKS ? width - used - MARKS : 0;
    rs_str left = tail_of(before, room / 3);
    rs_str right = head_of(after, room - emit_width(left));
    left = tail_of(before, room - emit_width(right)); /* what the right did not need */
    emit_put_z(&e->out, left.n < before.n ? "\xE2\x80\xA6" : "");
    emit_put(&e->out, left.p, left.n);
    put_trigger(e, trigger, used);
    emit_put(&e->out, right.p, right.n);
    emit_put_z(&e->out, right.n < after.n ? "\xE2\x80\xA6" : "");
}

void emit_put_evidence(rs_emitter *e, const rs_record *r, size_t width)
{
    rs_str text = r->text;
    size_t begin = byte_at(text, r->begin - r->sentence_begin), end = byte_at(text, r->end - r->sentence_begin);
    if (r->begin < r->sentence_begin || end < begin) begin = end = 0;
    size_t from = begin, to = end;
    clip(text, &from, &to);
    rs_vec_clear(&e->field.bytes);
    emit_put_shown(&e->field, (rs_str){text.p + from, begin - from});
    size_t n_before = e->field.bytes.n;
    emit_put_shown(&e->field, (rs_str){text.p + begin, end - begin});
    size_t n_trigger = e->field.bytes.n - n_before;
    emit_put_shown(&e->field, (rs_str){text.p + end, to - end});
    if (e->field.failed) return;
    const char *p = e->field.bytes.at;
    if (e->options.bidi) emit_put_z(&e->out, "\xE2\x81\xA8");
    put_window(e, (rs_str){p, n_before}, (rs_str){p + n_before, n_trigger},
               (rs_str){p + n_before + n_trigger, e->field.bytes.n - n_before - n_trigger}, width);
    if (e->options.bidi) emit_put_z(&e->out, "\xE2\x81\xA9");
}
