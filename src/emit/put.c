/* SPDX-License-Identifier: MIT */
/* Writing to a buffer: bytes, numbers, days, JSON strings. Every function is without effect once memory has failed,
 * so that a format reads as the list of what it prints and the failure is reported once, by emit.c.
 *
 * Numbers are not printed with printf's %f, because that asks the locale for its decimal point, and the same
 * record must give the same bytes in every program. */
#include "emit/emit.h"

/* Text is taken in pieces, so that the room asked for is that of the worst piece and not of the worst text. */
enum { PIECE = 4096 };

void emit_buffer_free(emit_buffer *buffer) { rs_vec_free(&rs_alloc_default, &buffer->bytes); }

static char *room(emit_buffer *buffer, size_t n)
{
    if (buffer->failed || !rs_vec_more(&rs_alloc_default, &buffer->bytes, n)) {
        buffer->failed = true;
        return NULL;
    }
    return buffer->bytes.at + buffer->bytes.n;
}

void emit_put(emit_buffer *buffer, const char *bytes, size_t n)
{
    if (n == 0) return;
    char *to = room(buffer, n);
    if (!to) return;
    memcpy(to, bytes, n);
    buffer->bytes.n += n;
}

void emit_put_z(emit_buffer *buffer, const char *text) { emit_put(buffer, text, strlen(text)); }

/* The sequence at *at copied to TO, U+FFFD if it is none; the number of bytes written. */
static size_t copy_char(rs_str text, size_t *at, char *to)
{
    size_t from = *at;
    if (rs_utf8_next(text.p, text.n, at) == 0xFFFFFFFFu) return rs_utf8_put(0xFFFD, to);
    memcpy(to, text.p + from, *at - from);
    return *at - from;
}

void emit_put_utf8(emit_buffer *buffer, rs_str text)
{
    for (size_t at = 0; at < text.n;) {
        char *to = room(buffer, PIECE * 4), *begin = to;
        if (!to) return;
        for (size_t k = 0; k < PIECE && at < text.n; k++) {
            if ((unsigned char)text.p[at] < 0x80)
                *to++ = text.p[at++];
            else
                to += copy_char(text, &at, to);
        }
        buffer->bytes.n += (size_t)(to - begin);
    }
}

static size_t escape(unsigned char c, char *to)
{
    static const char hex[] = "0123456789abcdef";
    static const char from[] = "\"\\\n\t\r\b\f", as[] = "\"\\ntrbf";
    const char *found = c ? strchr(from, c) : NULL;
    to[0] = '\\';
    if (found) return to[1] = as[found - from], 2;
    to[1] = 'u', to[2] = to[3] = '0', to[4] = hex[c >> 4], to[5] = hex[c & 15];
    return 6;
}

void emit_put_json(emit_buffer *buffer, rs_str text)
{
    emit_put(buffer, "\"", 1);
    for (size_t at = 0; at < text.n;) {
        char *to = room(buffer, PIECE * 6), *begin = to;
        if (!to) return;
        for (size_t k = 0; k < PIECE && at < text.n; k++) {
            unsigned char c = (unsigned char)text.p[at];
            if (c >= 0x80)
                to += copy_char(text, &at, to);
            else if (c >= 0x20 && c != '"' && c != '\\')
                *to++ = text.p[at++];
            else
                to += escape(c, to), at++;
        }
        buffer->bytes.n += (size_t)(to - begin);
    }
    emit_put(buffer, "\"", 1);
}

void emit_put_int(emit_buffer *buffer, long long number)
{
    char digit[24];
    size_t at = sizeof digit;
    unsigned long long rest = number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number;
    do digit[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) digit[--at] = '-';
    emit_put(buffer, digit + at, sizeof digit - at);
}

void emit_put_decimal(emit_buffer *buffer, double number, int places, bool trim)
{
    static const int power[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    if (!(number > -1e9 && number < 1e9)) number = 0; /* no coordinate, scale or share is */
    long long scaled = (long long)(number * power[places] + (number < 0 ? -0.5 : 0.5));
    unsigned long long size = scaled < 0 ? 0 - (unsigned long long)scaled : (unsigned long long)scaled;
    unsigned long long unit = (unsigned long long)power[places], part = size % unit;
    char digit[8];
    for (int i = places; i--; part /= 10) digit[i] = (char)('0' + part % 10);
    while (trim && places > 1 && digit[places - 1] == '0') places--;
    if (scaled < 0) emit_put(buffer, "-", 1);
    emit_put_int(buffer, (long long)(size / unit));
    emit_put(buffer, ".", 1);
    emit_put(buffer, digit, (size_t)places);
}

void emit_put_day(emit_buffer *buffer, uint32_t day)
{
    char text[10] = {0, 0, 0, 0, '-', 0, 0, '-', 0, 0};
    if (day == 0) return;
    for (int i = 9; i >= 0; i--) {
        if (text[i] == '-') continue;
        text[i] = (char)('0' + day % 10);
        day /= 10;
    }
    emit_put(buffer, text, sizeof text);
}
