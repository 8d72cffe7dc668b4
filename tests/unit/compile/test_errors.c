/* SPDX-License-Identifier: MIT */
/* Data files with errors: each folder of tests/data/broken is compiled, and what is reported must be exactly the lines
 * of its file `expect`. A line there that begins with '!' is known to be missing. Then the lack of memory, which is no
 * error of the data. */
#include "support.h"
#include "compile/compile.h"

#include <dirent.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_LINE = 64 };

typedef struct report {
    char line[MAX_LINE][600];
    size_t n;
} report;

static void collect(void *context, const char *line)
{
    report *r = context;
    if (r->n < MAX_LINE) (void)snprintf(r->line[r->n], sizeof r->line[0], "%s", line);
    r->n++;
}

static size_t n_wrong;

static void wrong(const char *folder, const char *what, rs_str line)
{
    print_error("broken/%s: %s: %.*s\n", folder, what, (int)line.n, line.p);
    n_wrong++;
}

static bool reported(report *r, rs_str line)
{
    for (size_t i = 0; i < r->n; i++)
        if (rs_str_eq(line, rs_str_of(r->line[i]))) return r->line[i][0] = '\0', true;
    return false;
}

static void check_folder(const char *folder)
{
    char name[300], dir[1024];
    report r = {.n = 0};
    rs_image_bytes image = {0};
    rs_error error;
    size_t n, n_error = 0;
    (void)snprintf(name, sizeof name, "broken/%s/expect", folder);
    char *text = t_file(t_path(name), &n);
    (void)snprintf(dir, sizeof dir, "%s", t_path("broken/"));
    (void)strncat(dir, folder, sizeof dir - strlen(dir) - 1);
    rs_status status = rs_compile_dir(&image, NULL, NULL, dir, collect, &r, &error);
    assert_true(r.n < MAX_LINE);
    for (size_t i = 0; i < r.n; i++) n_error += strstr(r.line[i], ": error: ") != NULL;
    if (status != (n_error ? RS_E_DATA : RS_OK)) wrong(folder, "status", rs_str_of(rs_status_text(status)));
    if (status == RS_OK && image.n == 0) wrong(folder, "no image", RS_LIT(""));
    if (status != RS_OK && image.n != 0) wrong(folder, "an image of bad data", RS_LIT(""));
    for (rs_str rest = {text, n}; rest.n;) {
        rs_str line = rs_str_split(rest, '\n', &rest);
        bool known = line.n && line.p[0] == '!';
        if (known) line.p++, line.n--;
        bool found = reported(&r, line);
        if (known && found) wrong(folder, "now reported: take the '!' away", line);
        if (!known && !found) wrong(folder, "not reported", line);
    }
    for (size_t i = 0; i < r.n; i++)
        if (r.line[i][0]) wrong(folder, "not expected", rs_str_of(r.line[i]));
    rs_vec_free(&rs_alloc_default, &image);
    free(text);
}

static void test_broken_folders(void **state)
{
    (void)state;
    DIR *folders = opendir(t_path("broken"));
    assert_non_null(folders);
    size_t n = 0;
    for (struct dirent *d; (d = readdir(folders));) {
        if (d->d_name[0] == '.') continue;
        check_folder(d->d_name);
        n++;
    }
    (void)closedir(folders);
    print_message("%zu folders\n", n);
    assert_true(n >= 36);
    assert_int_equal(n_wrong, 0);
}

/* A folder that is missing has no tables, and so nothing in it; that must not pass for a lexicon without words. */
static void test_no_folder(void **state)
{
    (void)state;
    report r = {.n = 0};
    rs_image_bytes image = {0};
    rs_error error = {0};
    rs_status status = rs_compile_dir(&image, NULL, NULL, t_path("there-is-no-such-folder"), collect, &r, &error);
    assert_true(status == RS_E_SYSTEM || status == RS_E_DATA); /* a folder that does not exist is an error */
    rs_vec_free(&rs_alloc_default, &image);
}

/* The first errors are told, all are counted. */
static void test_many_errors(void **state)
{
    (void)state;
    static char dir[] = "/tmp/rasad-compile-XXXXXX", path[100], sub[64];
    assert_non_null(mkdtemp(dir));
    (void)snprintf(sub, sizeof sub, "mkdir %s/lexicon", dir);
    assert_int_equal(system(sub), 0);
    (void)snprintf(path, sizeof path, "%s/lexicon/nouns.tsv", dir);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "id\tgender\tclass\tgloss\tplural\tlemma\n");
    for (int i = 0; i < 500; i++) fprintf(file, "n.%03d\tf\tplace\n", i);
    assert_int_equal(fclose(file), 0);
    static report r;
    rs_image_bytes image = {0};
    rs_error error;
    assert_int_equal(rs_compile_dir(&image, NULL, NULL, dir, collect, &r, &error), RS_E_DATA);
    assert_int_equal(r.n, 50);
    assert_true(strstr(error.text, "500 errors") == error.text);
    (void)snprintf(sub, sizeof sub, "rm -r %s", dir);
    assert_int_equal(system(sub), 0);
}

/* Compile with allocation K failing; 0: right, 1: not reached, 2: bad data, 3: anything else. */
static int compile_failing(const char *dir, size_t k, bool and_after)
{
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    report r = {.n = 0};
    rs_image_bytes image = {0};
    rs_error error;
    counter.fail_at = k;
    counter.and_after = and_after;
    rs_status status = rs_compile_dir(&image, NULL, &alloc, dir, collect, &r, &error);
    rs_vec_free(&alloc, &image);
    if (counter.n_live || counter.wrong_size) return 3;
    if (!counter.failed) return status == RS_OK ? 1 : 3;
    return status == RS_E_NOMEM ? 0 : status == RS_E_DATA ? 2 : 3;
}

/* Every allocation fails once, or from it on: RS_E_NOMEM, nothing left behind. Each in a process of its own. */
static void fail_each(bool and_after)
{
    static char dir[1024];
    size_t n_data = 0, n_crash = 0, k = 0;
    (void)snprintf(dir, sizeof dir, "%s", t_path("lexicon"));
    for (int end = 0; end != 1;) {
        int child = 0;
        pid_t pid = fork();
        assert_true(pid >= 0);
        if (pid == 0) {
            (void)signal(SIGSEGV, SIG_DFL);
            if (!freopen("/dev/null", "w", stderr)) _exit(3); /* the C library's complaints */
            _exit(compile_failing(dir, ++k, and_after));
        }
        k++;
        assert_int_equal(waitpid(pid, &child, 0), pid);
        end = WIFEXITED(child) ? WEXITSTATUS(child) : -1;
        if (end == 3) fail_msg("allocation %zu failed, and it ended wrongly", k);
        n_data += end == 2, n_crash += end == -1;
        assert_true(k < 10000);
    }
    print_message("%zu allocations: %zu crashes, %zu reported as bad data\n", k - 1, n_crash, n_data);
    assert_true(n_crash == 0 && n_data == 0); /* a compiler without memory says so */
}

static void test_each_allocation_fails_once(void **state)
{
    (void)state;
    fail_each(false);
}

static void test_each_allocation_fails_for_ever(void **state)
{
    (void)state;
    fail_each(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_broken_folders),
        cmocka_unit_test(test_no_folder),
        cmocka_unit_test(test_many_errors),
        cmocka_unit_test(test_each_allocation_fails_once),
        cmocka_unit_test(test_each_allocation_fails_for_ever),
    };
    return cmocka_run_group_tests_name("compile/errors", tests, NULL, NULL);
}
