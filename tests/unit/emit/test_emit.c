/* SPDX-License-Identifier: MIT */
/* What is written: read back with other means than those that wrote it. JSON by jansson, CSV by a reader of RFC 4180
 * below, the table by counting the columns of its lines. */
#include "emit/emit.h"
#include "lexicon/lexicon.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#define ALEPPO "\u062D\u0644\u0628"
#define FACTIONS "\u0641\u0635\u0627\u0626\u0644 \u0627\u0644\u0645\u0639\u0627\u0631\u0636\u0629"
#define ARMY "\u0627\u0644\u062C\u064A\u0634"
#define SENTENCE ARMY ", \"x\"\n " ALEPPO "\t" FACTIONS

static const rs_image_header header = {.digest = "0123456789ab"};
static const rs_lexicon lexicon = {.header = &header};

typedef struct sink {
    char bytes[65536];
    size_t n, room; /* room 0: no limit of its own */
} sink;

static int write_sink(void *context, const char *bytes, size_t n)
{
    sink *s = context;
    if (s->room && s->n + n > s->room) return 1;
    assert_true(s->n + n < sizeof s->bytes);
    memcpy(s->bytes + s->n, bytes, n);
    s->n += n;
    s->bytes[s->n] = '\0';
    return 0;
}

/* A record with every field filled. */
static rs_record full_record(void)
{
    return (rs_record){
        .id = "00112233445566ff",
        .event = RS_EVENT_ASSAULT,
        .mode = {RS_MODE_ASSAULT_AERIAL, RS_MODE_ASSAULT_DESTROY},
        .status = RS_STATUS_HAPPENED,
        .about = RS_EVENT_RETREAT,
        .about_mode = RS_MODE_RETREAT_CEASEFIRE,
        .actor = {.n = 2,
                  .at = {{.text = RS_LIT(ARMY),
                          .name = "The Army",
                          .id = "body.army",
                          .code = "SYR",
                          .sector = {RS_SECTOR_MIL, RS_SECTOR_GOV},
                          .begin = 0,
                          .end = 5},
                         {.text = RS_LIT("a;b"), .begin = 7, .end = 9}}},
        .recipient =
            {.n = 1,
             .at = {{.text = RS_LIT(FACTIONS), .code = "SYR", .sector = {RS_SECTOR_REB}, .begin = 15, .end = 30}}},
        .said_by = {.n = 1, .at = {{.text = RS_LIT(ARMY), .sector = {RS_SECTOR_MIL}}}},
        .mediator = {.n = 1, .at = {{.text = RS_LIT("T"), .code = "TUR"}}},
        .place = {.text = RS_LIT(ALEPPO),
                  .name = "Aleppo",
                  .province = "Aleppo",
                  .country = "Syria",
                  .code = "SYR",
                  .lat = 36.20214,
                  .lon = 37.1,
                  .located = 1,
                  .resolution = 4,
                  .from = RS_FROM_SENTENCE,
                  .begin = 11,
                  .end = 14},
        .date = 20161216,
        .enddate = 20161218,
        .date_assumed = 1,
        .date_text = RS_LIT("d"),
        .dead = 3,
        .injured = 0,
        .arrested = -1,
        .process = RS_PROCESS_CEASEFIRE,
        .stage = RS_STAGE_IN_FORCE,
        .event_text = RS_LIT(ALEPPO),
        .text = RS_LIT(SENTENCE),
        .sequence = 4,
        .begin = 112,
        .end = 115,
        .sentence_begin = 100,
        .sentence_end = 133,
        .rule = "assault.bomb#verb",
        .rule_source = "a.frames:3",
        .confidence = 0.9};
}

static rs_record empty_record(void)
{
    return (rs_record){.id = "ffeeddccbbaa0011",
                       .event = RS_EVENT_AGREE,
                       .status = RS_STATUS_PLANNED,
                       .dead = -1,
                       .injured = -1,
                       .arrested = -1,
                       .event_text = RS_LIT("e"),
                       .text = RS_LIT("e"),
                       .end = 1,
                       .sentence_end = 1,
                       .part = RS_PART_TITLE,
                       .rule = "r",
                       .rule_source = "s"};
}

static const rs_document document = {.id = {"doc\xFF", 4}, .title = {"A \"title\", \x01", 12}};

/* All that FORMAT writes for RECORD in one document and nothing in a second. */
static sink *emit(rs_format format, const rs_record *record, size_t n, rs_emit_options options)
{
    static sink s;
    rs_error error;
    rs_emitter *emitter;
    const rs_result one = {
        .document = &document, .record = record, .n_record = n, .published = 20161217, .publication = RS_LIT("P")};
    const rs_result none = {.document = &document};
    s.n = s.room = 0;
    options.format = format;
    assert_int_equal(rs_emitter_new(&emitter, &options, &lexicon, write_sink, &s, &error), RS_OK);
    assert_int_equal(rs_emit_begin(emitter, &error), RS_OK);
    assert_int_equal(rs_emit_result(emitter, &one, &error), RS_OK);
    assert_int_equal(rs_emit_result(emitter, &none, &error), RS_OK);
    assert_int_equal(rs_emit_end(emitter, &error), RS_OK);
    rs_emitter_free(emitter);
    return &s;
}

static const rs_emit_options plain = {.format = RS_FORMAT_TEXT};

static void assert_keys(const json_t *object, const char *const *key, size_t n)
{
    size_t i = 0;
    assert_int_equal(json_object_size(object), n);
    for (void *at = json_object_iter((json_t *)(uintptr_t)object); at;
         at = json_object_iter_next((json_t *)(uintptr_t)object, at))
        assert_string_equal(json_object_iter_key(at), key[i++]);
}
#define ASSERT_KEYS(object, ...)                                                                                       \
    do {                                                                                                               \
        static const char *const keys[] = {__VA_ARGS__};                                                               \
        assert_keys((object), keys, RS_COUNT(keys));                                                                   \
    } while (0)

static json_t *parse(const char *bytes, size_t n)
{
    json_error_t why;
    json_t *value = json_loadb(bytes, n, 0, &why);
    if (!value) print_error("%s at %d\n", why.text, why.position);
    assert_non_null(value);
    return value;
}

static const char *text_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void json_has_the_keys_in_their_order(void **state)
{
    (void)state;
    const rs_record record = full_record();
    const sink *s = emit(RS_FORMAT_JSONL, &record, 1, plain);
    assert_int_equal(s->bytes[s->n - 1], '\n');
    assert_ptr_equal(memchr(s->bytes, '\n', s->n), s->bytes + s->n - 1);
    json_t *r = parse(s->bytes, s->n);
    ASSERT_KEYS(r, "id", "doc", "date", "enddate", "date_text", "date_assumed", "event", "mode", "context", "quad_code",
                "event_scale", "cameo", "status", "about", "actor", "recipient", "said_by", "mediator", "event_loc",
                "dead", "injured", "arrested", "process", "stage", "event_text", "text", "text_info", "cite_info",
                "rule", "rule_source", "confidence", "coder");
    ASSERT_KEYS(json_array_get(json_object_get(r, "actor"), 0), "entity_text", "name", "code", "sector", "id", "start",
                "end");
    ASSERT_KEYS(json_object_get(r, "event_loc"), "extracted_place", "resolved_place", "lat", "lon", "province",
                "country", "country_code", "resolution", "from");
    ASSERT_KEYS(json_object_get(r, "text_info"), "part", "sequence", "start", "end", "sentence_start", "sentence_end");
    ASSERT_KEYS(json_object_get(r, "cite_info"), "url", "title", "publication", "published", "language");
    json_decref(r);
}

static void json_has_the_values(void **state)
{
    (void)state;
    const rs_record record = full_record();
    const sink *s = emit(RS_FORMAT_JSONL, &record, 1, plain);
    json_t *r = parse(s->bytes, s->n), *place = json_object_get(r, "event_loc"),
           *other = json_array_get(json_object_get(r, "actor"), 1);
    assert_string_equal(text_at(r, "doc"), "doc\uFFFD");
    assert_string_equal(text_at(r, "date"), "2016-12-16");
    assert_string_equal(text_at(r, "enddate"), "2016-12-18");
    assert_string_equal(text_at(r, "event"), "ASSAULT");
    assert_string_equal(text_at(r, "about"), "RETREAT/ceasefire");
    assert_string_equal(text_at(r, "cameo"), "195");
    assert_string_equal(text_at(r, "text"), SENTENCE);
    assert_string_equal(text_at(r, "stage"), "in-force");
    assert_string_equal(text_at(r, "coder"), "rasad " RASAD_VERSION " lexicon 0123456789ab");
    assert_string_equal(text_at(json_object_get(r, "cite_info"), "title"), "A \"title\", \x01");
    assert_true(json_is_true(json_object_get(r, "date_assumed")));
    assert_true(json_is_null(json_object_get(r, "arrested")));
    assert_int_equal(json_integer_value(json_object_get(r, "injured")), 0);
    assert_int_equal(json_array_size(json_object_get(r, "mode")), 2);
    assert_string_equal(text_at(place, "from"), "sentence");
    assert_string_equal(text_at(other, "code"), "");
    assert_true(json_is_null(json_object_get(other, "name")));
    assert_int_equal(json_array_size(json_object_get(other, "sector")), 0);
    assert_non_null(strstr(s->bytes, "\"lat\":36.2021,\"lon\":37.1,"));
    assert_non_null(strstr(s->bytes, "\"confidence\":0.90,"));
    assert_non_null(strstr(s->bytes, "\"event_scale\":-9.5,"));
    json_decref(r);
}

static void json_null_is_none(void **state)
{
    (void)state;
    static const char *const null[] = {"date", "enddate", "date_text", "about",   "event_loc",
                                       "dead", "injured", "arrested",  "process", "stage"};
    const rs_record record = empty_record();
    const sink *s = emit(RS_FORMAT_JSONL, &record, 1, plain);
    json_t *r = parse(s->bytes, s->n);
    for (size_t i = 0; i < RS_COUNT(null); i++) assert_true(json_is_null(json_object_get(r, null[i])));
    assert_true(json_is_false(json_object_get(r, "date_assumed")));
    assert_int_equal(json_array_size(json_object_get(r, "actor")) + json_array_size(json_object_get(r, "mode")), 0);
    assert_string_equal(text_at(json_object_get(r, "text_info"), "part"), "title");
    json_decref(r);
}

static void decimals_do_not_depend_on_a_locale(void **state)
{
    (void)state;
    static const struct {
        double number;
        int places;
        bool trim;
        const char *text;
    } row[] = {{36.20216, 4, true, "36.2022"}, {37.1, 4, true, "37.1"},   {-0.5, 4, true, "-0.5"},
               {40, 4, true, "40.0"},          {0.00001, 4, true, "0.0"}, {-0.00001, 4, true, "0.0"},
               {0.9, 2, false, "0.90"},        {1, 2, false, "1.00"},     {0.005, 2, false, "0.01"},
               {-9, 1, false, "-9.0"},         {1e300, 2, false, "0.00"}};
    for (size_t i = 0; i < RS_COUNT(row); i++) {
        emit_buffer b = {0};
        emit_put_decimal(&b, row[i].number, row[i].places, row[i].trim);
        emit_put(&b, "", 1);
        assert_string_equal(b.bytes.at, row[i].text);
        emit_buffer_free(&b);
    }
}

/* The next field of RFC 4180 at *p, unquoted, to OUT; the character that ended it. */
static char csv_field(const char **p, char *out)
{
    bool quoted = **p == '"';
    if (quoted) ++*p;
    for (;; ++*p) {
        char c = **p;
        assert_int_not_equal(c, '\0');
        if (quoted && c == '"') {
            ++*p;
            if (**p != '"') break;
        } else if (!quoted && (c == ',' || c == '\n')) {
            break;
        }
        assert_true(quoted || c != '"');
        *out++ = **p;
    }
    *out = '\0';
    assert_true(**p == ',' || **p == '\n');
    return *(*p)++;
}

static size_t column_of(const char *name)
{
    for (size_t i = 0; i < emit_n_column; i++)
        if (strcmp(emit_columns[i].name, name) == 0) return i;
    fail();
    return 0;
}

static void csv_reads_back(void **state)
{
    (void)state;
    static char field[2][64][1024];
    const rs_record record = full_record();
    const sink *s = emit(RS_FORMAT_CSV, &record, 1, plain);
    const char *p = s->bytes;
    for (size_t row = 0; row < 2; row++)
        for (size_t i = 0; i < emit_n_column; i++)
            assert_int_equal(csv_field(&p, field[row][i]), i + 1 < emit_n_column ? ',' : '\n');
    assert_ptr_equal(p, s->bytes + s->n);
    for (size_t i = 0; i < emit_n_column; i++) assert_string_equal(field[0][i], emit_columns[i].name);
    assert_string_equal(field[1][column_of("text")], SENTENCE);
    assert_string_equal(field[1][column_of("title")], "A \"title\", \x01");
    assert_string_equal(field[1][column_of("actor")], "SYR MIL " ARMY ";- - a,b");
    assert_string_equal(field[1][column_of("recipient")], "SYR REB " FACTIONS);
    assert_string_equal(field[1][column_of("mode")], "aerial;destroy");
    assert_string_equal(field[1][column_of("about")], "RETREAT/ceasefire");
    assert_string_equal(field[1][column_of("lat")], "36.2021");
    assert_string_equal(field[1][column_of("arrested")], "");
    assert_string_equal(field[1][column_of("injured")], "0");
    assert_string_equal(field[1][column_of("date")], "2016-12-16");
    assert_null(strchr(s->bytes, '\r'));
}

static void tsv_has_one_line_a_record(void **state)
{
    (void)state;
    const rs_record record[] = {full_record(), empty_record()};
    const sink *s = emit(RS_FORMAT_TSV, record, 2, plain);
    size_t tabs = 0, lines = 0;
    for (size_t i = 0; i < s->n; i++) tabs += s->bytes[i] == '\t', lines += s->bytes[i] == '\n';
    assert_int_equal(lines, 3);
    assert_int_equal(tabs, 3 * (emit_n_column - 1));
    assert_non_null(strstr(s->bytes, ARMY ", \"x\"  " ALEPPO " " FACTIONS));
}

static void geojson_is_one_collection(void **state)
{
    (void)state;
    const rs_record record[] = {full_record(), empty_record()};
    for (size_t n = 0; n <= 2; n++) {
        const sink *s = emit(RS_FORMAT_GEOJSON, record, n, plain);
        json_t *all = parse(s->bytes, s->n), *list = json_object_get(all, "features");
        assert_string_equal(text_at(all, "type"), "FeatureCollection");
        assert_int_equal(json_array_size(list), n);
        if (n == 2) {
            const json_t *a = json_array_get(list, 0), *b = json_array_get(list, 1),
                         *point = json_object_get(json_object_get(a, "geometry"), "coordinates");
            assert_true(json_real_value(json_array_get(point, 0)) > 37); /* longitude first */
            assert_true(json_is_null(json_object_get(b, "geometry")));
            assert_int_equal(json_object_size(json_object_get(a, "properties")), emit_n_column);
            assert_int_equal(json_integer_value(json_object_get(json_object_get(a, "properties"), "dead")), 3);
            assert_true(json_is_null(json_object_get(json_object_get(b, "properties"), "date")));
        }
        json_decref(all);
    }
}

/* Each line fits, and closes the isolates it opens. */
static void assert_lines(const sink *s, size_t width, bool bidi)
{
    rs_str rest = {s->bytes, s->n};
    size_t isolates = 0;
    while (rest.n) {
        rs_str line = rs_str_split(rest, '\n', &rest);
        int depth = 0;
        assert_true(emit_width(line) <= width);
        for (size_t at = 0; at < line.n;) {
            uint32_t cp = rs_utf8_next(line.p, line.n, &at);
            assert_true(cp != 0xFFFFFFFFu && cp >= 0x20);
            depth += cp == 0x2068 ? 1 : cp == 0x2069 ? -1 : 0;
            isolates += cp == 0x2068;
            assert_true(depth == 0 || depth == 1);
        }
        assert_int_equal(depth, 0);
    }
    assert_int_equal(isolates > 0, bidi);
}

static void table_fits_the_terminal(void **state)
{
    (void)state;
    const rs_record record[] = {full_record(), empty_record()};
    for (int width = 60; width <= 200; width++) {
        assert_lines(emit(RS_FORMAT_TEXT, record, 2, (rs_emit_options){.width = width, .bidi = 1}), (size_t)width,
                     true);
        assert_lines(emit(RS_FORMAT_TEXT, record, 2, (rs_emit_options){.width = width}), (size_t)width, false);
    }
}

static void table_says_it_all(void **state)
{
    (void)state;
    static const char *const part[] = {"2016-12-16\u201318 ",
                                       "ASSAULT/aerial (RETREAT/ceasefire)",
                                       "SYR MIL The Army",
                                       " \u2192 SYR REB \u2068" FACTIONS "\u2069",
                                       "Aleppo",
                                       "happened",
                                       "MIL \u2068" ARMY "\u2069",
                                       "ceasefire in-force, 3 dead, 0 injured: ",
                                       "[" ALEPPO "]",
                                       "(via TUR \u2068T\u2069)",
                                       "no events",
                                       "2016-12-17"};
    const rs_record record = full_record();
    const sink *s = emit(RS_FORMAT_TEXT, &record, 1, (rs_emit_options){.width = 200, .bidi = 1});
    for (size_t i = 0; i < RS_COUNT(part); i++) assert_non_null(strstr(s->bytes, part[i]));
    assert_null(strchr(s->bytes, '\033'));
    s = emit(RS_FORMAT_TEXT, &record, 1, (rs_emit_options){.width = 200, .colour = 1});
    assert_non_null(strstr(s->bytes, "\033[32mhappened"));
    assert_non_null(strstr(s->bytes, "\033[1m" ALEPPO "\033[0m"));
}

static void a_text_cannot_disturb_the_terminal(void **state)
{
    (void)state;
    emit_buffer b = {0};
    emit_put_isolated(&b, RS_LIT("a\033[2J\r\n\u202E\u2069b\xFF\a"), true);
    assert_int_equal(b.bytes.n, strlen("\u2068a [2J b\uFFFD \u2069"));
    assert_memory_equal(b.bytes.at, "\u2068a [2J b\uFFFD \u2069", b.bytes.n);
    emit_buffer_free(&b);
}

static void a_cell_is_cut_inside_its_isolate(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t width;
        const char *cell;
    } row[] = {{"abc", 5, "abc  "},
               {"abc", 3, "abc"},
               {"abcd", 3, "ab\u2026"},
               {"\u2068" FACTIONS "\u2069", 4, "\u2068\u0641\u0635\u0627\u2026\u2069"},
               {"\u0628\u064E\u0651\u0628", 2, "\u0628\u064E\u0651\u0628"},
               {"", 2, "  "},
               {"ab", 1, "\u2026"},
               {"\u4E2D\u6587", 3, "\u4E2D\u2026"}};
    for (size_t i = 0; i < RS_COUNT(row); i++) {
        emit_buffer b = {0};
        emit_put_cell(&b, rs_str_of(row[i].text), row[i].width, true);
        emit_put(&b, "", 1);
        assert_string_equal(b.bytes.at, row[i].cell);
        emit_buffer_free(&b);
    }
}

static void a_failed_write_is_told(void **state)
{
    (void)state;
    static sink s;
    rs_error error;
    rs_emitter *emitter;
    const rs_record record = full_record();
    const rs_result result = {.document = &document, .record = &record, .n_record = 1};
    const rs_emit_options options = {.format = RS_FORMAT_JSONL};
    s.room = 10;
    assert_int_equal(rs_emitter_new(&emitter, &options, &lexicon, write_sink, &s, &error), RS_OK);
    assert_int_equal(rs_emit_begin(emitter, &error), RS_OK);
    assert_int_equal(rs_emit_result(emitter, &result, &error), RS_E_SYSTEM);
    assert_int_equal(error.status, RS_E_SYSTEM);
    rs_emitter_free(emitter);
}

static void formats_have_names(void **state)
{
    (void)state;
    static const char *const name[] = {"text", "jsonl", "csv", "tsv", "geojson"};
    rs_format format;
    rs_error error;
    for (size_t i = 0; i < RS_COUNT(name); i++) {
        assert_int_equal(rs_format_find(name[i], &format, NULL), RS_OK);
        assert_int_equal(format, i);
    }
    assert_int_equal(rs_format_find("xml", &format, &error), RS_E_USAGE);
    assert_non_null(strstr(error.text, "'xml'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_has_the_keys_in_their_order),
        cmocka_unit_test(json_has_the_values),
        cmocka_unit_test(json_null_is_none),
        cmocka_unit_test(decimals_do_not_depend_on_a_locale),
        cmocka_unit_test(csv_reads_back),
        cmocka_unit_test(tsv_has_one_line_a_record),
        cmocka_unit_test(geojson_is_one_collection),
        cmocka_unit_test(table_fits_the_terminal),
        cmocka_unit_test(table_says_it_all),
        cmocka_unit_test(a_text_cannot_disturb_the_terminal),
        cmocka_unit_test(a_cell_is_cut_inside_its_isolate),
        cmocka_unit_test(a_failed_write_is_told),
        cmocka_unit_test(formats_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
