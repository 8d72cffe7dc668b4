/* SPDX-License-Identifier: MIT */
/* Decoding against the definition of UTF-8, byte by byte, and positions against a walk from the beginning. */
#include "support.h"
#include "text/text.h"

/* The naive decoder: RFC 3629's table of well-formed sequences, written as it stands there. 0 if none begins at P. */
static size_t well_formed(const unsigned char *p, size_t n)
{
    static const unsigned char rows[][9] = {
        /* length, then from-to of each byte */
        {1, 0x00, 0x7F},
        {2, 0xC2, 0xDF, 0x80, 0xBF},
        {3, 0xE0, 0xE0, 0xA0, 0xBF, 0x80, 0xBF},
        {3, 0xE1, 0xEC, 0x80, 0xBF, 0x80, 0xBF},
        {3, 0xED, 0xED, 0x80, 0x9F, 0x80, 0xBF},
        {3, 0xEE, 0xEF, 0x80, 0xBF, 0x80, 0xBF},
        {4, 0xF0, 0xF0, 0x90, 0xBF, 0x80, 0xBF, 0x80, 0xBF},
        {4, 0xF1, 0xF3, 0x80, 0xBF, 0x80, 0xBF, 0x80, 0xBF},
        {4, 0xF4, 0xF4, 0x80, 0x8F, 0x80, 0xBF, 0x80, 0xBF},
    };
    for (size_t r = 0; r < RS_COUNT(rows); r++) {
        size_t length = rows[r][0], k = 0;
        while (k < length && k < n && p[k] >= rows[r][1 + 2 * k] && p[k] <= rows[r][2 + 2 * k]) k++;
        if (k == length) return length;
    }
    return 0;
}

static void check_next(const unsigned char *p, size_t n)
{
    size_t at = 0, length = well_formed(p, n);
    uint32_t cp = rs_utf8_next((const char *)p, n, &at);
    bool right = length ? cp != 0xFFFFFFFFu && at == length : cp == 0xFFFFFFFFu && at == 1;
    if (!right) fail_msg("%02x %02x %02x %02x (%zu): %zu bytes, U+%04X", p[0], p[1], p[2], p[3], n, at, cp);
}

/* All pairs and triples of bytes, with what may follow. */
static void test_every_sequence(void **state)
{
    (void)state;
    static const unsigned char ends[] = {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF};
    for (unsigned a = 0; a < 256; a++)
        for (unsigned b = 0; b < 256; b++)
            for (unsigned c = 0; c < 256; c += b >= 0x80 && b < 0xC0 ? 1 : 15)
                for (size_t k = 0; k < RS_COUNT(ends); k++) {
                    const unsigned char p[4] = {(unsigned char)a, (unsigned char)b, (unsigned char)c, ends[k]};
                    check_next(p, 4);
                    if (k == 0) check_next(p, 1), check_next(p, 2), check_next(p, 3);
                }
}

static void test_every_code_point(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF) continue;
        char out[4];
        size_t at = 0, n = rs_utf8_put(cp, out);
        if (rs_utf8_next(out, n, &at) != cp || at != n) fail_msg("U+%04X does not come back", cp);
    }
}

/* A random text: Arabic, Latin, beyond the basic plane, and bytes that are no UTF-8. */
static size_t random_bytes(uint64_t *seed, char *out, size_t cap, bool broken)
{
    static const char *const parts[] = {"\u0642\u0627\u0644 ",
                                        "a",
                                        "\u060C",
                                        "\U0001F600",
                                        "\uFDF2",
                                        "\n",
                                        "\u20AC",
                                        "1",
                                        "\uFFFD",
                                        "\u064B",
                                        " ",
                                        "."};
    static const char *const bad[] = {"\x80",         "\xD8",         "\xFF",     "\xE0\x80",
                                      "\xED\xA0\x80", "\xF0\x9F\x98", "\xC0\xAF", "\xF5\x80\x80\x80"};
    size_t n = 0;
    while (n + 8 < cap) {
        uint32_t r = t_random(seed);
        const char *part = broken && r % 8 == 0 ? bad[r / 8 % RS_COUNT(bad)] : parts[r / 8 % RS_COUNT(parts)];
        memcpy(out + n, part, strlen(part));
        n += strlen(part);
    }
    return n;
}

/* The naive way to a slice: decode from the beginning, each invalid byte as U+FFFD. */
static size_t naive_slice(const char *bytes, size_t n, size_t begin, size_t end, char *out)
{
    size_t at = 0, n_out = 0;
    for (size_t position = 0; at < n && position < end; position++) {
        size_t length = well_formed((const unsigned char *)bytes + at, n - at);
        if (position >= begin) {
            if (length)
                memcpy(out + n_out, bytes + at, length), n_out += length;
            else
                memcpy(out + n_out, "\xEF\xBF\xBD", 3), n_out += 3;
        }
        at += length ? length : 1;
    }
    return n_out;
}

static void check_slices(const char *bytes, size_t n, uint64_t *seed)
{
    static char want[40000];
    rs_text text = {0};
    rs_error error;
    size_t n_cp = 0, n_bad = 0;
    for (size_t at = 0; at < n; n_cp++) {
        size_t length = well_formed((const unsigned char *)bytes + at, n - at);
        n_bad += !length;
        at += length ? length : 1;
    }
    assert_int_equal(rs_text_set(&text, &rs_alloc_default, (rs_str){bytes, n}, &error), RS_OK);
    assert_int_equal(text.cp.n, n_cp);
    assert_int_equal(text.n_bad, n_bad);
    for (int k = 0; k < 200; k++) {
        size_t a = t_random(seed) % (n_cp + 1), b = t_random(seed) % (n_cp + 1);
        if (a > b) b = a + b, a = b - a, b = b - a;
        rs_str slice = rs_text_slice(&text, a, b);
        size_t n_want = naive_slice(bytes, n, a, b, want);
        assert_int_equal(slice.n, n_want);
        assert_memory_equal(slice.p, want, n_want);
    }
    rs_str all = rs_text_slice(&text, 0, n_cp), none = rs_text_slice(&text, n_cp, n_cp),
           beyond = rs_text_slice(&text, 0, n_cp + 100);
    assert_int_equal(all.n, text.utf8.n);
    assert_int_equal(none.n, 0);
    assert_int_equal(beyond.n, all.n);
    if (!n_bad) assert_ptr_equal(all.p, bytes); /* borrowed, not copied */
    rs_text_free(&text, &rs_alloc_default);
}

static void test_slices(void **state)
{
    (void)state;
    static char bytes[10000];
    uint64_t seed = 20161216;
    for (int round = 0; round < 60; round++) {
        size_t cap = round < 30 ? 10 + (size_t)round * 7 : sizeof bytes / (1 + (size_t)round % 5);
        size_t n = random_bytes(&seed, bytes, cap, round % 2);
        check_slices(bytes, n, &seed);
    }
}

/* Slices of a cut join to the whole. */
static void test_slices_join(void **state)
{
    (void)state;
    static char bytes[5000];
    uint64_t seed = 7;
    size_t n = random_bytes(&seed, bytes, sizeof bytes, true);
    rs_text text = {0};
    rs_error error;
    assert_int_equal(rs_text_set(&text, &rs_alloc_default, (rs_str){bytes, n}, &error), RS_OK);
    const char *next = text.utf8.p;
    for (size_t at = 0; at < text.cp.n;) {
        size_t to = at + t_random(&seed) % 100;
        rs_str slice = rs_text_slice(&text, at, to);
        assert_ptr_equal(slice.p, next);
        next = slice.p + slice.n;
        at = to > text.cp.n ? text.cp.n : to;
        size_t check = 0;
        while (check < slice.n) assert_true(rs_utf8_next(slice.p, slice.n, &check) != 0xFFFFFFFFu);
    }
    assert_ptr_equal(next, text.utf8.p + text.utf8.n);
    rs_text_free(&text, &rs_alloc_default);
}

static void test_text_is_used_again(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    rs_text text = {0};
    rs_error error;
    static const char first[] = "a\xFFz \u0642\u0627\u0644", second[] = "\u0635\u0631\u062D";
    assert_int_equal(rs_text_set(&text, &alloc, RS_LIT(first), &error), RS_OK);
    assert_int_equal(text.n_bad, 1);
    assert_true(t_is(rs_text_slice(&text, 0, 3), "a\uFFFDz"));
    size_t calls = counter.n_call;
    assert_int_equal(rs_text_set(&text, &alloc, RS_LIT(second), &error), RS_OK);
    assert_int_equal(counter.n_call, calls);
    assert_int_equal(text.n_bad, 0);
    assert_ptr_equal(text.utf8.p, second);
    assert_int_equal(rs_text_set(&text, &alloc, (rs_str){NULL, 0}, &error), RS_OK);
    assert_int_equal(text.cp.n, 0);
    assert_int_equal(rs_text_slice(&text, 0, 0).n, 0);
    rs_text_free(&text, &alloc);
    assert_int_equal(counter.n_live, 0);
    assert_false(counter.wrong_size);
}

static void test_no_memory(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    for (size_t k = 1;; k++) {
        rs_text text = {0};
        rs_error error;
        alloc = t_counting(&counter);
        counter.fail_at = k;
        rs_status status = rs_text_set(&text, &alloc, RS_LIT("a\xFF\u0642"), &error);
        assert_int_equal(status, counter.failed ? RS_E_NOMEM : RS_OK);
        rs_text_free(&text, &alloc);
        assert_int_equal(counter.n_live, 0);
        if (!counter.failed) break;
        assert_true(k < 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sequence),
        cmocka_unit_test(test_every_code_point),
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_slices_join),
        cmocka_unit_test(test_text_is_used_again),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("text/text", tests, NULL, NULL);
}
