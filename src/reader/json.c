/* SPDX-License-Identifier: MIT */
/* JSON lines as documents. jansson parses; this file says what a document must look like, and turns both kinds of
 * complaint into an rs_error. Unknown keys are ignored: annotated and scraped files have many.
 *
 * Leniency has limits on purpose. `text` must be there and be a string, and a date must be one, because a wrong date
 * spoils every record silently; an empty string or null for a field that may be missing is the same as missing. */
#include "reader/reader.h"

static rs_str without_mark(rs_str line)
{
    /* files joined with cat have a byte-order mark at the head of later lines */
    if (line.n >= 3 && memcmp(line.p, "\xEF\xBB\xBF", 3) == 0) line.p += 3, line.n -= 3;
    return line;
}

rs_status rs_json_line(json_t **out, rs_str line, const char *name, size_t at, bool *bad_utf8, rs_error *error)
{
    json_error_t why;
    line = without_mark(line);
    if (bad_utf8) *bad_utf8 = false;
    *out = json_loadb(line.p, line.n, JSON_ALLOW_NUL, &why);
    if (*out) return RS_OK;
    enum json_error_code code = json_error_code(&why);
    if (bad_utf8) *bad_utf8 = code == json_error_invalid_utf8;
    rs_status status = code == json_error_out_of_memory
                           ? rs_error_set(error, RS_E_NOMEM, "out of memory in a line of %zu bytes", line.n)
                           : rs_error_set(error, RS_E_DATA, "%s", why.text);
    rs_error_at(error, name, at, why.column > 0 ? (size_t)why.column : 1);
    if (error && why.position > 0) error->byte = (size_t)why.position;
    return status;
}

rs_str rs_json_text(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_string(value)) return (rs_str){NULL, 0};
    return (rs_str){json_string_value(value), json_string_length(value)};
}

/* A field that may be missing but not be something else. */
static rs_status text_field(rs_str *out, const json_t *object, const char *key, rs_error *error)
{
    const json_t *value = json_object_get(object, key);
    *out = rs_json_text(object, key);
    if (!value || json_is_null(value) || json_is_string(value)) return RS_OK;
    return rs_error_set(error, RS_E_DATA, "'%s' is no string", key);
}

static bool digits(const char *p, size_t n, uint32_t *out)
{
    *out = 0;
    for (size_t i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9') return false;
        *out = *out * 10 + (uint32_t)(p[i] - '0');
    }
    return true;
}

/* YYYY-MM-DD at the head of TEXT, not followed by a further digit. */
uint32_t rs_day_find(rs_str text)
{
    static const uint8_t month_days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint32_t year, month, day, more;
    if (text.n < 10 || text.p[4] != '-' || text.p[7] != '-') return 0;
    if (!digits(text.p, 4, &year) || !digits(text.p + 5, 2, &month) || !digits(text.p + 8, 2, &day)) return 0;
    if (text.n > 10 && digits(text.p + 10, 1, &more)) return 0;
    if (year == 0 || month < 1 || month > 12 || day < 1 || day > month_days[month - 1]) return 0;
    if (month == 2 && day == 29 && (year % 4 || (year % 100 == 0 && year % 400))) return 0;
    return year * 10000 + month * 100 + day;
}

rs_status rs_document_of(rs_document *out, const json_t *object, rs_error *error)
{
    rs_str published;
    rs_status status;
    *out = (rs_document){0};
    if (!json_is_object(object)) return rs_error_set(error, RS_E_DATA, "no JSON object");
    if (!json_object_get(object, "text")) return rs_error_set(error, RS_E_DATA, "'text' is missing");
    if (!json_is_string(json_object_get(object, "text"))) return rs_error_set(error, RS_E_DATA, "'text' is no string");
    out->text = rs_json_text(object, "text");
    if (out->text.n > RS_MAX_TEXT)
        return rs_error_set(error, RS_E_LIMIT, "a text of %zu bytes; at most %d", out->text.n, RS_MAX_TEXT);
    if (!json_is_integer(json_object_get(object, "id")) && (status = text_field(&out->id, object, "id", error)))
        return status;
    if ((status = text_field(&out->title, object, "title", error))) return status;
    if ((status = text_field(&out->url, object, "url", error))) return status;
    if ((status = text_field(&out->source, object, "source", error))) return status;
    if ((status = text_field(&published, object, "published", error))) return status;
    out->published = rs_day_find(published);
    if (published.n && !out->published)
        return rs_error_set(error, RS_E_DATA, "'published' is no date (YYYY-MM-DD): '%.*s'",
                            (int)(published.n < 40 ? published.n : 40), published.p);
    return RS_OK;
}
