/* SPDX-License-Identifier: MIT */
/* Encodings: what is guessed of a file's first bytes, and that decoding gives back what the C library's iconv encoded.
 */
#include "support.h"
#include "text/text.h"

#include <iconv.h>

#define WORDS                                                                                                          \
    "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064A\u0633\u060C \u0623\u0645\u0633: "                               \
    "\u00AB\u0646\u0639\u0645\u00BB 2016. "
#define LONG_WORDS WORDS WORDS WORDS WORDS

/* TEXT in the encoding NAME. */
static rs_str encode(const char *name, const char *text, char *out, size_t cap)
{
    iconv_t cd = iconv_open(name, "UTF-8");
    assert_true(cd != (iconv_t)-1);
    char copy[4000], *in = copy, *to = out;
    size_t n_in = strlen(text), n_out = cap;
    memcpy(copy, text, n_in);
    assert_true(iconv(cd, &in, &n_in, &to, &n_out) != (size_t)-1);
    assert_int_equal(iconv_close(cd), 0);
    return (rs_str){out, cap - n_out};
}

static void check_decode(rs_str bytes, rs_encoding encoding, const char *want)
{
    rs_bytes out = {0};
    rs_error error;
    assert_int_equal(rs_decode_more(&out, &rs_alloc_default, bytes, encoding, &error), RS_OK);
    assert_int_equal(out.n, strlen(want));
    assert_memory_equal(out.at, want, out.n);
    rs_vec_free(&rs_alloc_default, &out);
}

static const struct {
    const char *name;
    rs_encoding encoding;
} encodings[] = {{"UTF-8", RS_ENCODING_UTF8},
                 {"UTF-16LE", RS_ENCODING_UTF16LE},
                 {"UTF-16BE", RS_ENCODING_UTF16BE},
                 {"WINDOWS-1256", RS_ENCODING_WINDOWS_1256}};

static void test_guess_and_decode(void **state)
{
    (void)state;
    static const char *const texts[] = {LONG_WORDS, WORDS "\n\n" LONG_WORDS, "Reuters - " LONG_WORDS "(end)\r\n"};
    char bytes[8000];
    for (size_t t = 0; t < RS_COUNT(texts); t++)
        for (size_t e = 0; e < RS_COUNT(encodings); e++) {
            rs_str encoded = encode(encodings[e].name, texts[t], bytes, sizeof bytes);
            rs_encoding guessed;
            size_t at;
            if (!rs_decode_guess(encoded, &guessed, &at)) fail_msg("%s is no text", encodings[e].name);
            if (guessed != encodings[e].encoding)
                fail_msg("%s is taken for %s", encodings[e].name, encodings[guessed].name);
            check_decode(encoded, guessed, texts[t]);
        }
}

static void test_byte_order_marks(void **state)
{
    (void)state;
    static const struct {
        rs_str bytes;
        rs_encoding encoding;
    } marked[] = {
        {{"\xFF\xFE\x42\x06", 4}, RS_ENCODING_UTF16LE},
        {{"\xFE\xFF\x06\x42", 4}, RS_ENCODING_UTF16BE},
    };
    for (size_t i = 0; i < RS_COUNT(marked); i++) {
        rs_encoding guessed;
        size_t at;
        assert_true(rs_decode_guess(marked[i].bytes, &guessed, &at));
        assert_int_equal(guessed, marked[i].encoding);
        check_decode(marked[i].bytes, guessed, "\u0642"); /* the mark is no part of the text */
    }
}

static void test_plain_ascii_and_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "a", "plain words\n", "{\"text\": \"x\"}\n"};
    for (size_t i = 0; i < RS_COUNT(texts); i++) {
        rs_encoding guessed;
        size_t at;
        assert_true(rs_decode_guess(rs_str_of(texts[i]), &guessed, &at));
        assert_int_equal(guessed, RS_ENCODING_UTF8);
    }
}

/* A few broken bytes do not make UTF-8 another encoding. */
static void test_broken_utf8_stays_utf8(void **state)
{
    (void)state;
    rs_encoding guessed;
    size_t at;
    static const char text[] = LONG_WORDS "\xD8" WORDS "\xFF\xFF\x80 " WORDS;
    assert_true(rs_decode_guess(RS_LIT(text), &guessed, &at));
    assert_int_equal(guessed, RS_ENCODING_UTF8);
    check_decode(RS_LIT(text), guessed, text);
}

static void test_binary_is_refused(void **state)
{
    (void)state;
    char noise[4096];
    uint64_t seed = 3;
    for (size_t i = 0; i < sizeof noise; i++) noise[i] = (char)(t_random(&seed) & 0xFF);
    static const char elf[] = "\x7F"
                              "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\x40\x10\0\0\0\0\0\0";
    const rs_str binary[] = {{noise, sizeof noise}, RS_LIT(elf), {"\x1F\x8B\x08\x08\x01\x02\x03\x04\x05", 9}};
    for (size_t i = 0; i < RS_COUNT(binary); i++) {
        rs_encoding guessed;
        size_t at = 9999;
        if (rs_decode_guess(binary[i], &guessed, &at))
            fail_msg("binary %zu is taken for %s", i, encodings[guessed].name);
        assert_true(at < binary[i].n); /* says where */
    }
}

/* Every byte of windows-1256 as iconv has it. */
static void test_every_byte_of_windows_1256(void **state)
{
    (void)state;
    for (unsigned b = 1; b < 256; b++) {
        char in[] = {(char)b}, want[8] = "", *from = in, *to = want;
        size_t n_in = 1, n_out = sizeof want - 1;
        iconv_t cd = iconv_open("UTF-8", "WINDOWS-1256");
        if (iconv(cd, &from, &n_in, &to, &n_out) == (size_t)-1) memcpy(want, "\uFFFD", sizeof "\uFFFD");
        (void)iconv_close(cd);
        check_decode((rs_str){in, 1}, RS_ENCODING_WINDOWS_1256, want);
    }
}

static void test_surrogates(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t n;
        const char *want;
    } rows[] = {
        {"\x3D\xD8\x00\xDE", 4, "\U0001F600"},   /* a pair */
        {"\x3D\xD8", 2, "\uFFFD"},               /* a high one at the end */
        {"\x00\xDE\x42\x06", 4, "\uFFFD\u0642"}, /* a low one alone */
        {"\x3D\xD8\x42\x06", 4, "\uFFFD\u0642"}, /* a high one alone */
        {"\x3D\xD8\x3D\xD8\x00\xDE", 6, "\uFFFD\U0001F600"},
        {"\x42\x06\x42", 3, "\u0642\uFFFD"}, /* half a unit */
    };
    for (size_t i = 0; i < RS_COUNT(rows); i++)
        check_decode((rs_str){rows[i].bytes, rows[i].n}, RS_ENCODING_UTF16LE, rows[i].want);
    check_decode((rs_str){"\xD8\x3D\xDE\x00\x06\x42", 6}, RS_ENCODING_UTF16BE, "\U0001F600\u0642");
}

static void test_pieces_append(void **state)
{
    (void)state;
    rs_bytes out = {0};
    rs_error error;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    assert_int_equal(rs_decode_more(&out, &alloc, RS_LIT("ab"), RS_ENCODING_UTF8, &error), RS_OK);
    assert_int_equal(rs_decode_more(&out, &alloc, RS_LIT("\xDE"), RS_ENCODING_WINDOWS_1256, &error), RS_OK);
    assert_true(t_is((rs_str){out.at, out.n}, "ab\u0642"));
    size_t n = out.n;
    char many[4000] = {0};
    memset(many, 'x', sizeof many);
    counter.fail_at = counter.n_call + 1;
    assert_int_equal(rs_decode_more(&out, &alloc, (rs_str){many, sizeof many}, RS_ENCODING_WINDOWS_1256, &error),
                     RS_E_NOMEM);
    assert_int_equal(out.n, n);
    rs_vec_free(&alloc, &out);
    assert_int_equal(counter.n_live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_guess_and_decode),
        cmocka_unit_test(test_byte_order_marks),
        cmocka_unit_test(test_plain_ascii_and_nothing),
        cmocka_unit_test(test_broken_utf8_stays_utf8),
        cmocka_unit_test(test_binary_is_refused),
        cmocka_unit_test(test_every_byte_of_windows_1256),
        cmocka_unit_test(test_surrogates),
        cmocka_unit_test(test_pieces_append),
    };
    return cmocka_run_group_tests_name("text/decode", tests, NULL, NULL);
}
