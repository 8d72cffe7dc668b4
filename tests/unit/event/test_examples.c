/* SPDX-License-Identifier: MIT */
/* Every example of the compiled frames: a yes must give the frame's event (a frame of no event: no record at all), a no
 * must not be fired by the frame. Those that fail for now are listed in tests/data/examples.known, a line "frame TAB
 * text" each, sorted: one that fails and is not listed is an error, and so is one that is listed and passes, or is no
 * example any more.
 *
 * test_event_examples --update writes the list anew; read the diff. What a yes expects after => (actor, place, status
 * ...) is counted and printed, and fails nothing. */
#include "name/name.h" /* before coding.h, whose `lexicon` would shadow its parameters */
#include "doc/coding.h"

typedef RS_VEC(char *) lines;

static void put_line(lines *out, const char *frame, const char *text)
{
    size_t n = strlen(frame) + strlen(text) + 2;
    char *line = malloc(n);
    if (!line || !rs_vec_more(&rs_alloc_default, out, 1)) fail_msg("no memory");
    (void)snprintf(line, n, "%s\t%s", frame, text);
    *rs_vec_take(out) = line;
}

static int compare_lines(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void free_lines(lines *l)
{
    for (size_t i = 0; i < l->n; i++) free(l->at[i]);
    rs_vec_free(&rs_alloc_default, l);
}

/* Is RULE ("assault.shell#verb") of FRAME? */
static bool rule_of(const char *rule, const char *frame)
{
    size_t n = strlen(frame);
    return strncmp(rule, frame, n) == 0 && (rule[n] == '\0' || rule[n] == '#');
}

static bool holds(const rs_example *e, const rs_result *r)
{
    bool none = e->event[0] == '\0', event = false, fired = false;
    for (size_t i = 0; i < r->n_record; i++) {
        event |= strcmp(rs_event_name(r->record[i].event), e->event) == 0;
        fired |= rule_of(r->record[i].rule, e->frame);
    }
    if (!e->yes) return !fired;
    return none ? r->n_record == 0 : event;
}

/* What is expected of the record of a yes. */
enum { ACTOR, RECIPIENT, SAID_BY, MEDIATOR, PLACE, STATUS, DEAD, INJURED, ARRESTED, ABOUT, PROCESS, STAGE, N_KEY };
static const char *const keys[N_KEY] = {"actor", "recipient", "said_by",  "mediator", "place",   "status",
                                        "dead",  "injured",   "arrested", "about",    "process", "stage"};

typedef struct tally {
    size_t n[N_KEY], n_right[N_KEY], n_unknown;
} tally;

/* Does TEXT contain the words WANT? */
static bool has_words(rs_str text, rs_str want)
{
    for (size_t i = 0; want.n && i + want.n <= text.n; i++) {
        bool begins = i == 0 || text.p[i - 1] == ' ', ends = i + want.n == text.n || text.p[i + want.n] == ' ';
        if (begins && ends && memcmp(text.p + i, want.p, want.n) == 0) return true;
    }
    return false;
}

static bool party_has(const rs_party *p, rs_str want)
{
    for (size_t i = 0; i < p->n; i++)
        if (has_words(p->at[i].text, want)) return true;
    return false;
}

static rs_words words;
static rs_text text;

/* A number in digits or words; of a noun in the dual (جنديان) two. -1: none. */
static long number_of(rs_str printed)
{
    rs_error error;
    uint32_t value;
    uint8_t vague;
    if (!words.alloc) assert_int_equal(rs_words_init(&words, lexicon, &rs_alloc_default, &error), RS_OK);
    assert_int_equal(rs_text_set(&text, &rs_alloc_default, printed, &error), RS_OK);
    assert_int_equal(rs_words_read(&words, &text, 0, text.cp.n, &error), RS_OK);
    if (!words.sentence.n) return -1;
    rs_words_choose(&words, &words.sentence.at[0]);
    if (name_number(&words, words.token.at, 0, words.token.n, &value, &vague)) return (long)value;
    const rs_reading *r = rs_token_reading(&words, &words.token.at[0]);
    return r && rs_number_of(r->feat) == RS_DUAL ? 2 : -1;
}

static bool number_is(int number, rs_str want) { return number >= 0 && number == number_of(want); }

static bool about_is(const rs_record *r, rs_str want)
{
    rs_str mode, event = rs_str_split(want, '/', &mode);
    return t_is(event, rs_event_name(r->about)) && (!mode.n || t_is(mode, rs_mode_name(r->about_mode)));
}

static bool value_holds(const rs_record *r, int key, rs_str want)
{
    switch (key) {
    case ACTOR: return party_has(&r->actor, want);
    case RECIPIENT: return party_has(&r->recipient, want);
    case SAID_BY: return party_has(&r->said_by, want);
    case MEDIATOR: return party_has(&r->mediator, want);
    case PLACE: return has_words(r->place.text, want);
    case STATUS: return t_is(want, rs_record_status_name(r->status));
    case DEAD: return number_is(r->dead, want);
    case INJURED: return number_is(r->injured, want);
    case ARRESTED: return number_is(r->arrested, want);
    case ABOUT: return about_is(r, want);
    case PROCESS: return t_is(want, rs_process_name(r->process));
    default: return t_is(want, rs_stage_name(r->stage));
    }
}

/* The key that begins at P ("actor="), -1. */
static int key_at(rs_str p)
{
    for (int k = 0; k < N_KEY; k++) {
        size_t n = strlen(keys[k]);
        if (p.n > n && memcmp(p.p, keys[k], n) == 0 && p.p[n] == '=') return k;
    }
    return -1;
}

/* "actor=قوات النظام place=حلب": a value goes on to the next word that has a '=' in it. */
static void count_expected(tally *t, const rs_record *r, const char *expect)
{
    rs_str rest = rs_str_of(expect);
    int key = -1;
    rs_str value = {NULL, 0};
    for (bool more = rest.n > 0; more;) {
        rs_str word = {NULL, 0};
        more = rest.n > 0;
        if (more) word = rs_str_split(rest, ' ', &rest);
        bool next = !more || (word.n && memchr(word.p, '=', word.n));
        if (!next) {
            if (value.p) value.n = (size_t)(word.p + word.n - value.p);
            continue;
        }
        if (key >= 0) t->n[key]++, t->n_right[key] += r && value_holds(r, key, rs_str_trim(value));
        if (!more) break;
        key = key_at(word);
        t->n_unknown += key < 0;
        const char *begin = (const char *)memchr(word.p, '=', word.n) + 1;
        value = (rs_str){begin, (size_t)(word.p + word.n - begin)};
    }
}

/* The record that an example is about: of the frame, else of its event. */
static const rs_record *record_of(const rs_example *e, const rs_result *r)
{
    const rs_record *found = NULL;
    for (size_t i = r->n_record; i-- > 0;) {
        if (strcmp(rs_event_name(r->record[i].event), e->event) != 0) continue;
        if (!found || rule_of(r->record[i].rule, e->frame) || !rule_of(found->rule, e->frame)) found = &r->record[i];
    }
    return found;
}

typedef struct run {
    lines failing, all;
    tally expected;
    size_t n_yes, n_yes_right, n_no, n_no_right;
} run;

static void run_all(run *out)
{
    *out = (run){.n_yes = 0};
    for (size_t i = 0; i < rs_lexicon_count(lexicon, "examples"); i++) {
        rs_example e = rs_lexicon_example(lexicon, i);
        rs_document d = {.text = rs_str_of(e.text), .published = 20180615};
        const rs_result *r = coding_code(coder, &d);
        bool right = holds(&e, r);
        put_line(&out->all, e.frame, e.text);
        if (!right) put_line(&out->failing, e.frame, e.text);
        if (e.yes)
            out->n_yes++, out->n_yes_right += right;
        else
            out->n_no++, out->n_no_right += right;
        if (e.yes && e.event[0]) count_expected(&out->expected, record_of(&e, r), e.expect);
    }
    qsort(out->failing.at, out->failing.n, sizeof *out->failing.at, compare_lines);
    qsort(out->all.at, out->all.n, sizeof *out->all.at, compare_lines);
}

static void free_run(run *r)
{
    if (words.alloc) rs_words_free(&words);
    words = (rs_words){0};
    rs_text_free(&text, &rs_alloc_default);
    free_lines(&r->failing);
    free_lines(&r->all);
}

static void print_rates(const run *r)
{
    size_t n = 0, right = 0;
    print_message("yes %zu of %zu, no %zu of %zu\n", r->n_yes_right, r->n_yes, r->n_no_right, r->n_no);
    for (int k = 0; k < N_KEY; k++) {
        n += r->expected.n[k], right += r->expected.n_right[k];
        if (r->expected.n[k])
            print_message("  %-9s %zu of %zu as expected\n", keys[k], r->expected.n_right[k], r->expected.n[k]);
    }
    print_message("  all       %zu of %zu as expected (%.1f %%)\n", right, n,
                  n ? 100.0 * (double)right / (double)n : 0.0);
    if (r->expected.n_unknown) print_message("  %zu expectations of no known key\n", r->expected.n_unknown);
}

static bool among(const lines *l, const char *line)
{
    return l->n && bsearch(&line, l->at, l->n, sizeof *l->at, compare_lines) != NULL;
}

static void read_known(lines *out)
{
    size_t n;
    char *list = t_file(t_path("examples.known"), &n);
    for (rs_str rest = {list, n}; rest.n;) {
        rs_str tail, line = rs_str_split(rest, '\n', &rest), frame = rs_str_split(line, '\t', &tail);
        char a[200], b[2000];
        (void)snprintf(a, sizeof a, "%.*s", (int)frame.n, frame.p);
        (void)snprintf(b, sizeof b, "%.*s", (int)tail.n, tail.p ? tail.p : "");
        put_line(out, a, b);
    }
    free(list);
}

static void test_examples(void **state)
{
    (void)state;
    run r;
    lines known = {0};
    size_t n_wrong = 0;
    run_all(&r);
    read_known(&known);
    print_rates(&r);
    assert_true(r.n_yes > 500 && r.n_no > 300);
    for (size_t i = 0; i < known.n; i++) {
        if (i && strcmp(known.at[i - 1], known.at[i]) >= 0)
            n_wrong++, print_error("examples.known:%zu: not sorted, or twice\n", i + 1);
        if (!among(&r.all, known.at[i]))
            n_wrong++, print_error("no example any more: take it off the list: %s\n", known.at[i]);
        else if (!among(&r.failing, known.at[i]))
            n_wrong++, print_error("now passes: take it off the list: %s\n", known.at[i]);
    }
    for (size_t i = 0; i < r.failing.n; i++)
        if ((!i || strcmp(r.failing.at[i - 1], r.failing.at[i])) && !among(&known, r.failing.at[i]))
            n_wrong++, print_error("fails: %s\n", r.failing.at[i]);
    print_message("%zu known to fail\n", known.n);
    free_run(&r);
    free_lines(&known);
    if (n_wrong) fail_msg("%zu examples are not as the list says (--update writes it anew)", n_wrong);
}

static int update(void)
{
    run r;
    if (coding_set_up(NULL)) return 1;
    run_all(&r);
    FILE *file = fopen(t_path("examples.known"), "w");
    if (!file) return 1;
    for (size_t i = 0; i < r.failing.n; i++)
        if (!i || strcmp(r.failing.at[i - 1], r.failing.at[i])) fprintf(file, "%s\n", r.failing.at[i]);
    bool written = fclose(file) == 0;
    printf("%zu examples known to fail\n", r.failing.n);
    free_run(&r);
    (void)coding_tear_down(NULL);
    return written ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--update") == 0) return update();
    if (argc != 1) return fprintf(stderr, "usage: test_event_examples [--update]\n"), 2;
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_examples)};
    return cmocka_run_group_tests_name("event/examples", tests, coding_set_up, coding_tear_down);
}
