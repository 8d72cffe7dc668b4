/* SPDX-License-Identifier: MIT */
/* A text as an array of code points. The index of a code point is the position that records print, so no map is
 * needed between normalised and received text; only the way back to UTF-8 bytes is indexed, every 64 code points.
 * Invalid bytes are replaced one by one, in a repaired copy, so that a slice is always valid UTF-8. */
#include "text/text.h"

enum { STRIDE = 64, INVALID = -1 };

static size_t sequence_length(unsigned char c)
{
    return c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
}

uint32_t rs_utf8_next(const char *p, size_t n, size_t *at)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char c = (unsigned char)p[*at];
    size_t len = sequence_length(c);
    if (len == 1) return (*at)++, c;
    if (len == 0 || *at + len > n) return (*at)++, 0xFFFFFFFFu;
    uint32_t cp = c & (0xFFu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        unsigned char d = (unsigned char)p[*at + i];
        if ((d & 0xC0) != 0x80) return (*at)++, 0xFFFFFFFFu;
        cp = cp << 6 | (d & 0x3Fu);
    }
    if (cp < least[len] || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) return (*at)++, 0xFFFFFFFFu;
    *at += len;
    return cp;
}

size_t rs_utf8_put(uint32_t cp, char *out)
{
    if (cp < 0x80) return out[0] = (char)cp, 1;
    if (cp < 0x800) return out[0] = (char)(0xC0 | cp >> 6), out[1] = (char)(0x80 | (cp & 0x3F)), 2;
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12), out[1] = (char)(0x80 | (cp >> 6 & 0x3F)), out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18), out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F)), out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

/* The copy in which each invalid byte is U+FFFD; at most three times as long. */
static rs_status repair(rs_text *text, const rs_alloc *alloc, rs_str utf8, rs_error *error)
{
    if (!rs_vec_reserve(alloc, &text->repaired, utf8.n + 2 * text->n_bad + 4))
        return rs_error_set(error, RS_E_NOMEM, "no memory for a text of %zu bytes", utf8.n);
    size_t n = 0;
    for (size_t at = 0; at < utf8.n;) {
        uint32_t cp = rs_utf8_next(utf8.p, utf8.n, &at);
        n += rs_utf8_put(cp == 0xFFFFFFFFu ? 0xFFFD : cp, text->repaired.at + n);
    }
    text->utf8 = (rs_str){text->repaired.at, n};
    return RS_OK;
}

/* The code points of TEXT's bytes; the number of invalid bytes. Most text is of letters of two bytes: they take the
 * short way. */
static size_t decode(rs_text *text)
{
    const unsigned char *p = (const unsigned char *)text->utf8.p;
    size_t n = text->utf8.n, bad = 0, k = 0;
    uint16_t *out = text->cp.at;
    for (size_t at = 0; at < n; k++) {
        if (k % STRIDE == 0) text->byte.at[k / STRIDE] = (uint32_t)at;
        if (p[at] < 0x80) {
            out[k] = p[at++];
        } else if (p[at] >= 0xC2 && p[at] < 0xE0 && at + 1 < n && (p[at + 1] & 0xC0) == 0x80) {
            out[k] = (uint16_t)((p[at] & 0x1F) << 6 | (p[at + 1] & 0x3F));
            at += 2;
        } else {
            uint32_t cp = rs_utf8_next(text->utf8.p, n, &at);
            bad += cp == 0xFFFFFFFFu;
            out[k] = cp > 0xFFFF ? 0xFFFD : (uint16_t)cp;
        }
    }
    text->cp.n = k;
    text->byte.n = (k + STRIDE - 1) / STRIDE;
    return bad;
}

rs_status rs_text_set(rs_text *text, const rs_alloc *alloc, rs_str utf8, rs_error *error)
{
    if (!utf8.p) utf8.p = "";
    text->utf8 = utf8;
    if (!rs_vec_reserve(alloc, &text->cp, utf8.n + 1) || !rs_vec_reserve(alloc, &text->byte, utf8.n / STRIDE + 2))
        return rs_error_set(error, RS_E_NOMEM, "no memory for a text of %zu bytes", utf8.n);
    text->n_bad = decode(text);
    if (!text->n_bad) return RS_OK;
    rs_status status = repair(text, alloc, utf8, error);
    /* the code points are the same, but they begin at other bytes */
    if (!status) (void)decode(text);
    return status;
}

void rs_text_free(rs_text *text, const rs_alloc *alloc)
{
    rs_vec_free(alloc, &text->repaired);
    rs_vec_free(alloc, &text->cp);
    rs_vec_free(alloc, &text->byte);
}

static size_t byte_of(const rs_text *text, size_t position)
{
    if (position >= text->cp.n) return text->utf8.n;
    size_t at = text->byte.at[position / STRIDE];
    for (size_t k = position % STRIDE; k; k--) at += sequence_length((unsigned char)text->utf8.p[at]);
    return at;
}

rs_str rs_text_slice(const rs_text *text, size_t begin, size_t end)
{
    size_t from = byte_of(text, begin), to = byte_of(text, end);
    return (rs_str){text->utf8.p + from, to - from};
}
