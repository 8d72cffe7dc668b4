/* SPDX-License-Identifier: MIT */
/* Encodings of files. Arabic text is met as UTF-8, as UTF-16 (saved by office programs) and as windows-1256 (old
 * sites). The guess looks at a byte-order mark, then at whether the bytes are valid UTF-8, then at which of the
 * other two explains them: UTF-16 has a byte of 0x06 or 0x00 in every second place, windows-1256 has long runs of
 * bytes over 0xC0. What is neither, or has control characters, is no text. */
#include "text/text.h"

enum { SAMPLE = 65536 };

static bool is_control(unsigned char c)
{
    return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B;
}

/* Share of even (parity 0) or odd bytes that are a plausible high byte of UTF-16 Arabic or ASCII. */
static size_t high_bytes(rs_str bytes, size_t parity)
{
    size_t n = 0;
    for (size_t i = parity; i < bytes.n; i += 2) n += bytes.p[i] == 0x06 || bytes.p[i] == 0x00 || bytes.p[i] == 0x20;
    return n;
}

static void count_utf8(rs_str bytes, size_t *good, size_t *bad)
{
    *good = *bad = 0;
    for (size_t at = 0; at < bytes.n;) {
        bool ascii = (unsigned char)bytes.p[at] < 0x80;
        if (rs_utf8_next(bytes.p, bytes.n, &at) == 0xFFFFFFFFu)
            ++*bad;
        else if (!ascii)
            ++*good;
    }
}

static bool guess_utf16(rs_str bytes, rs_encoding *out)
{
    size_t half = bytes.n / 2;
    if (half < 2) return false;
    size_t even = high_bytes(bytes, 0), odd = high_bytes(bytes, 1);
    if (odd * 10 >= half * 9 && even * 2 < half) return *out = RS_ENCODING_UTF16LE, true;
    if (even * 10 >= half * 9 && odd * 2 < half) return *out = RS_ENCODING_UTF16BE, true;
    return false;
}

bool rs_decode_guess(rs_str bytes, rs_encoding *out, size_t *at)
{
    const unsigned char *p = (const unsigned char *)bytes.p;
    if (bytes.n >= 2 && p[0] == 0xFF && p[1] == 0xFE) return *out = RS_ENCODING_UTF16LE, true;
    if (bytes.n >= 2 && p[0] == 0xFE && p[1] == 0xFF) return *out = RS_ENCODING_UTF16BE, true;
    if (bytes.n > SAMPLE) bytes.n = SAMPLE;
    if (guess_utf16(bytes, out)) return true;
    size_t control = 0, first = 0, good, bad;
    for (size_t i = 0; i < bytes.n; i++)
        if (is_control(p[i]) && !control++) first = i;
    if (control * 100 > bytes.n) return *at = first, false;
    count_utf8(bytes, &good, &bad);
    *out = bad > 4 && good < bad ? RS_ENCODING_WINDOWS_1256 : RS_ENCODING_UTF8;
    return true;
}

static uint32_t next_utf16(rs_str bytes, size_t *at, bool big)
{
    const unsigned char *p = (const unsigned char *)bytes.p + *at;
    uint32_t unit = big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
    *at += 2;
    if (unit < 0xD800 || unit > 0xDFFF) return unit;
    if (unit > 0xDBFF || *at + 2 > bytes.n) return 0xFFFD;
    uint32_t low = big ? (uint32_t)p[2] << 8 | p[3] : (uint32_t)p[3] << 8 | p[2];
    if (low < 0xDC00 || low > 0xDFFF) return 0xFFFD;
    *at += 2;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

rs_status rs_decode_more(rs_bytes *out, const rs_alloc *alloc, rs_str bytes, rs_encoding encoding, rs_error *error)
{
    if (!rs_vec_more(alloc, out, bytes.n * 3 + 4))
        return rs_error_set(error, RS_E_NOMEM, "no memory for %zu bytes", bytes.n);
    if (encoding == RS_ENCODING_UTF8) {
        memcpy(out->at + out->n, bytes.p, bytes.n);
        out->n += bytes.n;
        return RS_OK;
    }
    size_t at = 0;
    while (at < bytes.n) {
        uint32_t cp = 0xFFFD;
        unsigned char c = (unsigned char)bytes.p[at];
        if (encoding == RS_ENCODING_WINDOWS_1256)
            cp = c < 0x80 ? c : rs_windows_1256[c - 0x80], at++;
        else if (at + 2 <= bytes.n)
            cp = next_utf16(bytes, &at, encoding == RS_ENCODING_UTF16BE);
        else
            at++;
        if (cp == 0xFEFF) continue;
        out->n += rs_utf8_put(cp, out->at + out->n);
    }
    return RS_OK;
}
