/* SPDX-License-Identifier: MIT */
/* Cells of a table on a terminal. What a text takes there is not its bytes nor its code points: marks take nothing,
 * wide characters two columns (utf8proc knows). A text from outside is first made harmless: control characters, which
 * could move the cursor, become spaces, and its own bidi controls are dropped.
 *
 * Right-to-left text in a left-to-right row is put between U+2068 and U+2069 by whoever writes the cell. Without them a
 * row "A -> B" of two Arabic names shows as "B -> A". A cell that is cut closes what it has opened, and its ellipsis
 * stands inside, at the end that is missing. */
#include "emit/emit.h"

#include <utf8proc.h>

enum { FSI = 0x2068, PDI = 0x2069, ELLIPSIS = 0x2026 };

static bool is_bidi_control(uint32_t cp)
{
    return cp == 0x061C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069);
}

static bool is_control(uint32_t cp) { return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x2028 || cp == 0x2029; }

static size_t width_of(uint32_t cp)
{
    int width = cp == 0xFFFFFFFFu || is_control(cp) ? 0 : utf8proc_charwidth((utf8proc_int32_t)cp);
    return width > 0 ? (size_t)width : 0;
}

static void put_cp(emit_buffer *b, uint32_t cp)
{
    char bytes[4];
    emit_put(b, bytes, rs_utf8_put(cp, bytes));
}

void emit_put_shown(emit_buffer *buffer, rs_str text)
{
    bool space = false;
    for (size_t at = 0; at < text.n;) {
        uint32_t cp = rs_utf8_next(text.p, text.n, &at);
        if (cp == 0xFFFFFFFFu) cp = 0xFFFD;
        if (is_bidi_control(cp)) continue;
        if (is_control(cp)) cp = ' ';
        if (cp == ' ' && space) continue;
        space = cp == ' ';
        put_cp(buffer, cp);
    }
}

void emit_put_isolated(emit_buffer *buffer, rs_str text, bool bidi)
{
    if (bidi) put_cp(buffer, FSI);
    emit_put_shown(buffer, text);
    if (bidi) put_cp(buffer, PDI);
}

size_t emit_width(rs_str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.n;) width += width_of(rs_utf8_next(text.p, text.n, &at));
    return width;
}

/* As much of TEXT as fits into WIDTH columns; *open gets the isolates that are then open. */
static rs_str cut(rs_str text, size_t width, size_t *open)
{
    size_t at = 0, used = 0;
    *open = 0;
    while (at < text.n) {
        size_t next = at;
        uint32_t cp = rs_utf8_next(text.p, text.n, &next);
        used += width_of(cp);
        if (used > width) break;
        if (cp == FSI) ++*open;
        if (cp == PDI && *open) --*open;
        at = next;
    }
    return (rs_str){text.p, at};
}

void emit_put_cell(emit_buffer *buffer, rs_str text, size_t width, bool fill)
{
    size_t open = 0, used = emit_width(text);
    if (used <= width) {
        emit_put(buffer, text.p, text.n);
    } else if (width) {
        rs_str head = cut(text, width - 1, &open);
        used = emit_width(head) + 1;
        emit_put(buffer, head.p, head.n);
        put_cp(buffer, ELLIPSIS);
        while (open--) put_cp(buffer, PDI);
    }
    for (; fill && used < width; used++) emit_put(buffer, " ", 1);
}
