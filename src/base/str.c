/* SPDX-License-Identifier: MIT */
/* Borrowed strings: splitting, trimming, numbers, hashing. Nothing here depends on a locale. */
#include "base/base.h"

uint32_t rs_hash32(const void *bytes, size_t n)
{
    const unsigned char *p = bytes;
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++) h = (h ^ p[i]) * 16777619u;
    h ^= h >> 15;
    h *= 0x2c1b3c6du;
    return h ^ (h >> 13);
}

uint64_t rs_hash64(const void *bytes, size_t n, uint64_t seed)
{
    const unsigned char *p = bytes;
    uint64_t h = 14695981039346656037u ^ seed;
    for (size_t i = 0; i < n; i++) h = (h ^ p[i]) * 1099511628211u;
    h ^= h >> 32;
    h *= 0x9fb21c651e98df25u;
    return h ^ (h >> 29);
}

rs_str rs_str_split(rs_str text, char separator, rs_str *rest)
{
    const char *cut = text.n ? memchr(text.p, separator, text.n) : NULL;
    if (!cut) {
        *rest = (rs_str){NULL, 0};
        return text;
    }
    size_t n = (size_t)(cut - text.p);
    *rest = (rs_str){cut + 1, text.n - n - 1};
    return (rs_str){text.p, n};
}

rs_str rs_str_trim(rs_str text)
{
    while (text.n && (text.p[0] == ' ' || text.p[0] == '\t' || text.p[0] == '\r')) text.p++, text.n--;
    while (text.n && (text.p[text.n - 1] == ' ' || text.p[text.n - 1] == '\t' || text.p[text.n - 1] == '\r')) text.n--;
    return text;
}

bool rs_str_number(rs_str text, double *out)
{
    double value = 0, scale = 1;
    bool negative = false, fraction = false, digit = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (i == 0 && (c == '-' || c == '+')) {
            negative = c == '-';
        } else if (c == '.' && !fraction) {
            fraction = true;
        } else if (c >= '0' && c <= '9') {
            digit = true;
            value = value * 10 + (c - '0');
            if (fraction) scale *= 10;
        } else {
            return false;
        }
    }
    *out = (negative ? -value : value) / scale;
    return digit;
}
