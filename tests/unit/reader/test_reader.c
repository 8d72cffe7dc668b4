/* SPDX-License-Identifier: MIT */
/* Files in all the shapes that they are met in: encodings, broken lines, control characters, nothing at all. Each test
 * writes its own file; Arabic stands as escapes, the same two words in every encoding. */
#include "reader/reader.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* "Aleppo. Homs" in Arabic, often enough for an encoding to be guessed. */
#define WORDS "\u062D\u0644\u0628. \u062D\u0645\u0635 "
#define MANY WORDS WORDS WORDS WORDS
#define WORDS_1256 "\xCD\xE1\xC8. \xCD\xE3\xD5 "
#define MANY_1256 WORDS_1256 WORDS_1256 WORDS_1256 WORDS_1256

static char folder[] = "/tmp/rasad-reader-XXXXXX", path[64];

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    return rmdir(folder);
}

static void write_file(const char *name, const void *bytes, size_t n)
{
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static rs_reader *open_file(const char *name, const void *bytes, size_t n)
{
    rs_error error;
    rs_reader *reader;
    write_file(name, bytes, n);
    assert_int_equal(rs_reader_open(&reader, path, NULL, &error), RS_OK);
    return reader;
}
#define OPEN(name, literal) open_file((name), (literal), sizeof(literal) - 1)

static void close_file(rs_reader *reader)
{
    rs_reader_close(reader);
    assert_int_equal(unlink(path), 0);
}

static void assert_str(rs_str text, const char *bytes, size_t n)
{
    assert_int_equal(text.n, n);
    assert_memory_equal(text.p, bytes, n);
}
#define ASSERT_STR(text, literal) assert_str((text), (literal), sizeof(literal) - 1)

static const rs_document *next(rs_reader *reader)
{
    rs_error error;
    const rs_document *document = NULL;
    assert_int_equal(rs_reader_next(reader, &document, &error), RS_OK);
    return document;
}

static void no_more(rs_reader *reader)
{
    rs_error error;
    const rs_document *document;
    assert_int_equal(rs_reader_next(reader, &document, &error), RS_NO);
    assert_int_equal(rs_reader_next(reader, &document, &error), RS_NO);
}

/* The next line is refused: where, and a part of why. */
static void refused(rs_reader *reader, size_t line, size_t column, const char *why)
{
    rs_error error;
    const rs_document *document;
    assert_int_equal(rs_reader_next(reader, &document, &error), RS_E_DATA);
    assert_string_equal(error.source, path);
    assert_int_equal(error.line, line);
    assert_int_equal(error.column, column);
    assert_non_null(strstr(error.text, why));
}

static void plain_text_is_one_document(void **state)
{
    (void)state;
    rs_reader *reader = OPEN("a.b.txt", MANY "\n");
    const rs_document *d = next(reader);
    ASSERT_STR(d->text, MANY "\n");
    ASSERT_STR(d->id, "a.b");
    assert_int_equal(d->title.n + d->url.n + d->source.n + d->published, 0);
    no_more(reader);
    close_file(reader);
}

static void every_encoding_gives_the_same_text(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t n;
    } file[] = {
#define FILE_OF(literal) {literal, sizeof(literal) - 1},
#define LE "\x2D\x06\x44\x06\x28\x06.\0 \0\x2D\x06\x45\x06\x35\x06 \0"
#define BE "\x06\x2D\x06\x44\x06\x28\0.\0 \x06\x2D\x06\x45\x06\x35\0 "
        FILE_OF(MANY) FILE_OF("\xEF\xBB\xBF" MANY) FILE_OF(MANY_1256) FILE_OF("\xFF\xFE" LE LE LE LE)
            FILE_OF("\xFE\xFF" BE BE BE BE) FILE_OF(LE LE LE LE) FILE_OF(BE BE BE BE)};
    for (size_t i = 0; i < RS_COUNT(file); i++) {
        rs_reader *reader = open_file("x.txt", file[i].bytes, file[i].n);
        ASSERT_STR(next(reader)->text, MANY);
        no_more(reader);
        close_file(reader);
    }
}

static void json_lines_may_be_in_another_encoding(void **state)
{
    (void)state;
    rs_reader *reader =
        OPEN("x.jsonl", "{\"id\":\"1\",\"text\":\"" MANY_1256 "\"}\n{\"id\":\"2\",\"text\":\"" MANY_1256 "\"}\n");
    ASSERT_STR(next(reader)->text, MANY);
    ASSERT_STR(next(reader)->id, "2");
    no_more(reader);
    close_file(reader);
}

static void control_characters_stay_where_they_are(void **state)
{
    (void)state;
    rs_reader *reader = OPEN("x.txt", MANY MANY "\0" MANY MANY "\x01" MANY MANY);
    ASSERT_STR(next(reader)->text, MANY MANY "\0" MANY MANY "\x01" MANY MANY);
    close_file(reader);
}

static void invalid_bytes_stay_for_the_coder_to_count(void **state)
{
    (void)state;
    rs_reader *reader = OPEN("x.txt", MANY "\xFF\xC0" MANY);
    ASSERT_STR(next(reader)->text, MANY "\xFF\xC0" MANY);
    close_file(reader);
    reader = OPEN("x.jsonl", "{\"text\":\"" MANY "\xFF\xD8" MANY
                             "\",\"title\":\"\xC3\",\"url\":\"u\",\"published\":\"2016-12-16\"}\n{\"text\":\"b\"}\n");
    const rs_document *d = next(reader);
    ASSERT_STR(d->text, MANY "\xFF\xD8" MANY);
    ASSERT_STR(d->title, "\xC3");
    ASSERT_STR(d->url, "u");
    ASSERT_STR(d->id, "x:1");
    assert_int_equal(d->published, 20161216);
    ASSERT_STR(next(reader)->text, "b");
    no_more(reader);
    close_file(reader);
}

static void binary_is_refused(void **state)
{
    (void)state;
    rs_error error;
    rs_reader *reader;
    write_file("x.bin", "GIF8\x01\x02\x03\x7F\x00\x00\x05\xFF", 12);
    assert_int_equal(rs_reader_open(&reader, path, NULL, &error), RS_E_DATA);
    assert_string_equal(error.text, "binary data at byte 4");
    assert_string_equal(error.source, path);
    assert_int_equal(error.byte, 4);
    assert_int_equal(unlink(path), 0);
}

static void nothing_gives_no_document(void **state)
{
    (void)state;
    rs_reader *reader = OPEN("x.txt", "");
    no_more(reader);
    close_file(reader);
    reader = OPEN("x.txt", "\xEF\xBB\xBF");
    no_more(reader);
    close_file(reader);
}

static void what_cannot_be_opened_is_named(void **state)
{
    (void)state;
    rs_error error;
    rs_reader *reader;
    assert_int_equal(rs_reader_open(&reader, folder, NULL, &error), RS_E_SYSTEM);
    assert_string_equal(error.text, "is a folder");
    assert_string_equal(error.source, folder);
    assert_int_equal(rs_reader_open(&reader, "/nonexistent/x", NULL, &error), RS_E_SYSTEM);
    assert_string_equal(error.source, "/nonexistent/x");
    assert_int_equal(rs_reader_open(&reader, "/nonexistent/x", NULL, NULL), RS_E_SYSTEM);
}

static void a_broken_line_costs_one_document(void **state)
{
    (void)state;
    rs_reader *reader = OPEN("x.jsonl", "{\"id\":\"a\",\"text\":\"1\"}\r\n"
                                        "{\"id\":\"b\",\"text\":}\n"
                                        "\n  \t\n"
                                        "{\"text\":5}\n"
                                        "{\"id\":\"c\"}\n"
                                        "[]\n"
                                        "{\"text\":\"2\"} {}\n"
                                        "{\"text\":\"x\0y\"}\n"
                                        "\xEF\xBB\xBF{\"id\":\"d\",\"text\":\"2\"}\n"
                                        "{\"id\":\"e\",\"tex");
    ASSERT_STR(next(reader)->id, "a");
    refused(reader, 2, 18, "token");
    refused(reader, 5, 1, "'text' is no string");
    refused(reader, 6, 1, "'text' is missing");
    refused(reader, 7, 1, "no JSON object");
    refused(reader, 8, 14, "end of file expected");
    refused(reader, 9, 10, "control character");
    ASSERT_STR(next(reader)->id, "d");
    refused(reader, 11, 14, "premature end");
    no_more(reader);
    close_file(reader);
}

static void fields_of_a_line(void **state)
{
    (void)state;
    rs_reader *reader = OPEN("x.jsonl", "{\"id\":7,\"text\":\"a\\u0000b\",\"title\":\"t\",\"url\":\"u\",\"source\":"
                                        "\"s\",\"published\":\"2018-02-28T23:59:59Z\",\"more\":[1]}\n"
                                        "{\"text\":\"a\",\"title\":null,\"published\":null,\"id\":null}\n"
                                        "{\"text\":\"\",\"published\":\"\"}\n"
                                        "{\"text\":\"a\",\"id\":true}\n{\"text\":\"a\",\"url\":1}\n");
    const rs_document *d = next(reader);
    ASSERT_STR(d->id, "7");
    ASSERT_STR(d->text, "a\0b");
    ASSERT_STR(d->title, "t");
    ASSERT_STR(d->url, "u");
    ASSERT_STR(d->source, "s");
    assert_int_equal(d->published, 20180228);
    d = next(reader);
    ASSERT_STR(d->id, "x:2");
    assert_int_equal(d->published, 0);
    assert_int_equal(next(reader)->text.n, 0);
    refused(reader, 4, 1, "'id' is no string");
    refused(reader, 5, 1, "'url' is no string");
    no_more(reader);
    close_file(reader);
}

static void a_wrong_date_is_no_date(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t day;
    } date[] = {{"2016-02-29", 20160229}, {"2016-12-16 10:00", 20161216},
                {"2000-02-29", 20000229}, {"2015-02-29", 0},
                {"1900-02-29", 0},        {"2016-13-01", 0},
                {"2016-00-01", 0},        {"2016-01-00", 0},
                {"2016-04-31", 0},        {"16/12/2016", 0},
                {"2016-12-161", 0},       {"2016-1-1", 0},
                {"yesterday", 0},         {"0000-01-01", 0}};
    for (size_t i = 0; i < RS_COUNT(date); i++) {
        char line[128];
        int n = snprintf(line, sizeof line, "{\"text\":\"a\",\"published\":\"%s\"}\n", date[i].text);
        rs_reader *reader = open_file("x.jsonl", line, (size_t)n);
        if (date[i].day)
            assert_int_equal(next(reader)->published, date[i].day);
        else
            refused(reader, 1, 1, "'published' is no date");
        close_file(reader);
    }
}

/* Lines of all lengths around the size of a read, and one far over it. */
static void long_lines(void **state)
{
    (void)state;
    static const size_t length[] = {65500, 65535, 65536, 65537, 131072, 3000000, 10};
    size_t cap = 4000000, n = 0;
    char *bytes = malloc(cap);
    assert_non_null(bytes);
    for (size_t i = 0; i < RS_COUNT(length); i++) {
        n += (size_t)snprintf(bytes + n, cap - n, "{\"text\":\"");
        memset(bytes + n, 'a' + (int)i, length[i]);
        n += length[i];
        n += (size_t)snprintf(bytes + n, cap - n, "\"}\n");
    }
    rs_reader *reader = open_file("x.jsonl", bytes, n);
    for (size_t i = 0; i < RS_COUNT(length); i++) {
        const rs_document *d = next(reader);
        assert_int_equal(d->text.n, length[i]);
        assert_int_equal(d->text.p[0], 'a' + (int)i);
        assert_int_equal(d->text.p[length[i] - 1], 'a' + (int)i);
    }
    no_more(reader);
    close_file(reader);
    free(bytes);
}

static void an_error_is_untouched_on_success(void **state)
{
    (void)state;
    rs_reader *reader = OPEN("x.jsonl", "{\"text\":\"\xFF\"}\n");
    rs_error error, before;
    const rs_document *document;
    memset(&error, 0xAB, sizeof error);
    before = error;
    assert_int_equal(rs_reader_next(reader, &document, &error), RS_OK);
    assert_memory_equal(&error, &before, sizeof error);
    close_file(reader);
}

static void *failing(void *context, void *old, size_t n_old, size_t n_new)
{
    int *left = context;
    (void)n_old;
    if (n_new == 0) {
        free(old);
        return NULL;
    }
    return (*left)-- > 0 ? realloc(old, n_new) : NULL;
}

/* Every allocation fails once: the status says so, nothing is leaked (sanitizer builds see that). */
static void no_memory(void **state)
{
    (void)state;
    static const char text[] = "{\"text\":\"\xFF one\"}\n{\"id\":5,\"text\":\"two\"}\n";
    write_file("x.jsonl", text, sizeof text - 1);
    for (int k = 0;; k++) {
        int left = k, n = 0;
        const rs_alloc alloc = {failing, &left};
        rs_error error;
        rs_reader *reader;
        const rs_document *document;
        rs_status status = rs_reader_open(&reader, path, &alloc, &error);
        if (!status) {
            while ((status = rs_reader_next(reader, &document, &error)) == RS_OK) n++;
            rs_reader_close(reader);
        }
        if (status == RS_NO) {
            assert_int_equal(n, 2);
            break;
        }
        assert_int_equal(status, RS_E_NOMEM);
        assert_string_equal(error.source, path);
        assert_true(k < 50);
    }
    assert_int_equal(unlink(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_is_one_document),
        cmocka_unit_test(every_encoding_gives_the_same_text),
        cmocka_unit_test(json_lines_may_be_in_another_encoding),
        cmocka_unit_test(control_characters_stay_where_they_are),
        cmocka_unit_test(invalid_bytes_stay_for_the_coder_to_count),
        cmocka_unit_test(binary_is_refused),
        cmocka_unit_test(nothing_gives_no_document),
        cmocka_unit_test(what_cannot_be_opened_is_named),
        cmocka_unit_test(a_broken_line_costs_one_document),
        cmocka_unit_test(fields_of_a_line),
        cmocka_unit_test(a_wrong_date_is_no_date),
        cmocka_unit_test(long_lines),
        cmocka_unit_test(an_error_is_untouched_on_success),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
