/* SPDX-License-Identifier: MIT */
/* Opening a lexicon: the built-in one, a good file, and files that are cut, changed in one bit, too long, missing. What
 * is not whole is refused with a reason and the file's name. */
#include "support.h"
#include "compile/compile.h"
#include "lexicon/lexicon.h"

#include <sys/stat.h>
#include <unistd.h>

static rs_image_bytes image;
static char path[] = "/tmp/rasad-lexicon-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    rs_error error;
    int file = mkstemp(path);
    if (file < 0 || close(file)) return -1;
    return rs_compile_dir(&image, NULL, NULL, t_path("lexicon"), NULL, NULL, &error);
}

static int tear_down(void **state)
{
    (void)state;
    rs_vec_free(&rs_alloc_default, &image);
    return unlink(path);
}

static void write_image(const void *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static rs_status try_open(rs_error *error)
{
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    rs_lexicon *lexicon = NULL;
    rs_status status = rs_lexicon_open(&lexicon, path, &alloc, error);
    if (status == RS_OK)
        rs_lexicon_close(lexicon);
    else
        assert_null(lexicon);
    assert_int_equal(counter.n_live, 0);
    assert_false(counter.wrong_size);
    return status;
}

static void test_good_file(void **state)
{
    (void)state;
    rs_error error;
    rs_lexicon *lexicon;
    write_image(image.at, image.n);
    assert_int_equal(rs_lexicon_open(&lexicon, path, NULL, &error), RS_OK);
    assert_int_equal(strlen(rs_lexicon_digest(lexicon)), 12);
    assert_int_equal(rs_lexicon_count(lexicon, "frames"), 4);
    assert_int_equal(rs_lexicon_count(lexicon, "examples"), 8);
    assert_int_equal(rs_lexicon_count(lexicon, "places"), 3);
    assert_int_equal(rs_lexicon_count(lexicon, "entities"), 8);
    assert_int_equal(rs_lexicon_count(lexicon, "horses"), 0);
    assert_true(rs_lexicon_count(lexicon, "forms") > 500);
    assert_true(rs_lexicon_count(lexicon, "lemmas") > 60);
    rs_lexicon_close(lexicon);
    rs_lexicon_close(NULL);
}

static void test_examples(void **state)
{
    (void)state;
    rs_error error;
    rs_lexicon *lexicon;
    write_image(image.at, image.n);
    assert_int_equal(rs_lexicon_open(&lexicon, path, NULL, &error), RS_OK);
    size_t n_yes = 0, n_expect = 0;
    for (size_t i = 0; i < rs_lexicon_count(lexicon, "examples"); i++) {
        rs_example e = rs_lexicon_example(lexicon, i);
        assert_true(strlen(e.frame) > 0 && strlen(e.text) > 0);
        assert_non_null(strstr(e.source, ".frames:"));
        n_yes += e.yes != 0;
        n_expect += e.expect[0] != '\0';
        if (strcmp(e.frame, "assault.shell") == 0) assert_string_equal(e.event, "ASSAULT");
        if (strcmp(e.frame, "none.discuss") == 0) assert_string_equal(e.event, "");
    }
    assert_int_equal(n_yes, 4);
    assert_int_equal(n_expect, 1);
    rs_lexicon_close(lexicon);
}

static void test_error_untouched_on_success(void **state)
{
    (void)state;
    rs_error error, before;
    rs_lexicon *lexicon;
    memset(&error, 0x5A, sizeof error);
    before = error;
    assert_int_equal(rs_lexicon_open(&lexicon, NULL, NULL, &error), RS_OK);
    assert_memory_equal(&error, &before, sizeof error);
    rs_lexicon_close(lexicon);
    write_image(image.at, image.n);
    assert_int_equal(rs_lexicon_open(&lexicon, path, NULL, &error), RS_OK);
    assert_true(memcmp(&error, &before, sizeof error) == 0); /* opening a good file leaves the error as it was */
    rs_lexicon_close(lexicon);
}

static void check_refused(const char *what, size_t at)
{
    rs_error error = {0};
    rs_status status = try_open(&error);
    if (status != RS_E_DATA) fail_msg("%s at %zu: '%s', not refused as bad data", what, at, rs_status_text(status));
    assert_string_equal(error.source, path);
    assert_true(strlen(error.text) > 0);
    assert_int_equal(error.status, RS_E_DATA);
}

static void test_cut(void **state)
{
    (void)state;
    for (size_t n = 0; n < image.n; n += n < sizeof(rs_image_header) + 64 ? 1 : 509) {
        write_image(image.at, n);
        check_refused("cut", n);
    }
    write_image(image.at, image.n - 1);
    check_refused("cut", image.n - 1);
}

static void test_too_long(void **state)
{
    (void)state;
    char *longer = malloc(image.n + 8);
    assert_non_null(longer);
    memcpy(longer, image.at, image.n);
    memset(longer + image.n, 0, 8);
    write_image(longer, image.n + 8);
    free(longer);
    check_refused("too long", image.n + 8);
}

/* Bits of the body: the digest sees them all. */
static void test_changed_body(void **state)
{
    (void)state;
    for (size_t at = sizeof(rs_image_header); at < image.n; at += 487) {
        image.at[at] = (char)(image.at[at] ^ (1 << at % 8));
        write_image(image.at, image.n);
        image.at[at] = (char)(image.at[at] ^ (1 << at % 8));
        check_refused("bit changed", at);
    }
}

/* Bits of the header that are read: those up to the digest, and the table of sections. */
static void test_changed_header(void **state)
{
    (void)state;
    size_t sections = offsetof(rs_image_header, section), n_accepted = 0;
    for (size_t at = 0; at < sections + 20 * sizeof((rs_image_header *)NULL)->section[0]; at++)
        for (int bit = (int)(at % 4); bit < 8; bit += 4) {
            if (at >= sections - 4 && at < sections) continue; /* the digest has twelve digits, then zeros */
            rs_error error;
            image.at[at] = (char)(image.at[at] ^ (1 << bit));
            write_image(image.at, image.n);
            image.at[at] = (char)(image.at[at] ^ (1 << bit));
            rs_status status = try_open(&error);
            if (status == RS_OK && at >= sections)
                n_accepted++;
            else if (status != RS_E_DATA)
                fail_msg("bit %d of byte %zu: '%s'", bit, at, rs_status_text(status));
        }
    print_message("%zu changes of the table of sections are accepted\n", n_accepted);
    assert_true(n_accepted == 0); /* a changed table of sections is refused */
}

static void test_other_files(void **state)
{
    (void)state;
    static const char text[] = "{\"text\": \"no lexicon\"}\n";
    write_image(text, sizeof text - 1);
    check_refused("text", 0);
    memcpy(image.at, "RASADLX0", 8); /* another version */
    write_image(image.at, image.n);
    memcpy(image.at, RS_IMAGE_MAGIC, 8);
    check_refused("version", 0);
}

static void test_missing_and_folder(void **state)
{
    (void)state;
    rs_error error = {0};
    rs_lexicon *lexicon = NULL;
    assert_int_equal(rs_lexicon_open(&lexicon, "/there/is/none", NULL, &error), RS_E_SYSTEM);
    assert_string_equal(error.source, "/there/is/none");
    assert_int_equal(rs_lexicon_open(&lexicon, "/there/is/none", NULL, NULL), RS_E_SYSTEM); /* no error wanted */
    assert_null(lexicon);
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    counter.fail_at = 2; /* what a folder claims as its size must not be asked for */
    rs_status status = rs_lexicon_open(&lexicon, "/tmp", &alloc, &error);
    assert_true(status == RS_E_SYSTEM || status == RS_E_DATA); /* a folder is no lexicon */
}

/* Reading a file with each allocation failing: said as such, nothing left behind. */
static void test_no_memory(void **state)
{
    (void)state;
    write_image(image.at, image.n);
    for (size_t k = 1;; k++) {
        t_counter counter;
        rs_alloc alloc = t_counting(&counter);
        rs_lexicon *lexicon = NULL;
        rs_error error = {0};
        counter.fail_at = k;
        rs_status status = rs_lexicon_open(&lexicon, path, &alloc, &error);
        assert_int_equal(status, counter.failed ? RS_E_NOMEM : RS_OK);
        rs_lexicon_close(lexicon);
        assert_int_equal(counter.n_live, 0);
        if (!counter.failed) break;
        assert_true(k < 10);
    }
}

/* The roles of an entity by day. */
static void test_roles(void **state)
{
    (void)state;
    rs_lexicon lexicon = {0};
    rs_error error;
    assert_int_equal(rs_lexicon_attach(&lexicon, image.at, image.n, &error), RS_OK);
    const rs_image_entity *hariri = NULL;
    for (size_t i = 0; i < lexicon.n_entity; i++)
        if (strcmp(rs_lexicon_text(&lexicon, lexicon.entity[i].id), "person.hariri") == 0) hariri = &lexicon.entity[i];
    assert_non_null(hariri);
    assert_int_equal(hariri->n_role, 2);
    static const struct {
        uint32_t day;
        int sector;
    } days[] = {{20091109, RS_SECTOR_GOV},
                {20111231, RS_SECTOR_GOV},
                {20120101, RS_SECTOR_PTY},
                {20161231, RS_SECTOR_PTY},
                {0, RS_SECTOR_GOV}};
    for (size_t i = 0; i < RS_COUNT(days); i++)
        assert_int_equal(rs_lexicon_role(&lexicon, hariri, days[i].day)->sector[0], days[i].sector);
    assert_non_null(rs_lexicon_role(&lexicon, hariri, 20200101)); /* in none of its roles: still one */
}

/* The digest changes with the data. */
static void test_digest(void **state)
{
    (void)state;
    rs_lexicon one = {0};
    rs_lexicon *other;
    rs_error error;
    assert_int_equal(rs_lexicon_attach(&one, image.at, image.n, &error), RS_OK);
    assert_int_equal(rs_lexicon_open(&other, NULL, NULL, &error), RS_OK);
    assert_string_not_equal(rs_lexicon_digest(&one), rs_lexicon_digest(other));
    assert_int_equal(strspn(rs_lexicon_digest(other), "0123456789abcdef"), 12);
    rs_lexicon_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_file),
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_error_untouched_on_success),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_too_long),
        cmocka_unit_test(test_changed_body),
        cmocka_unit_test(test_changed_header),
        cmocka_unit_test(test_other_files),
        cmocka_unit_test(test_missing_and_folder),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_digest),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("lexicon/lexicon", tests, set_up, tear_down);
}
