/* SPDX-License-Identifier: MIT */
/* Search finds what the data say: every fifth row of data/names and data/places by each of its spellings and by its
 * English name in any case; readers' own spellings; and nothing where nothing is asked. */
#include "lexicon/opened.h"

/* What is looked for, and whether it came. */
typedef struct wanted {
    rs_str id;
    bool found;
    size_t n, stop_at;
} wanted;

static int take(void *context, const rs_found *found)
{
    wanted *w = context;
    w->n++;
    w->found |= rs_str_eq(w->id, rs_str_of(found->id));
    return w->stop_at && w->n >= w->stop_at;
}

static rs_status ask(rs_str query, wanted *w) { return rs_lexicon_search(lexicon, query, take, w, NULL, NULL); }

static size_t n_asked, n_missed;

static void must_find(const char *file, rs_str id, rs_str query)
{
    wanted w = {.id = id};
    rs_status status = ask(query, &w);
    n_asked++;
    if (status == RS_OK && w.found) return;
    print_error("%s: %.*s is not found by '%.*s' (%zu others are)\n", file, (int)id.n, id.p, (int)query.n, query.p,
                w.n);
    n_missed++;
}

/* By the English name in capitals and in small letters. */
static void must_find_english(const char *file, rs_str id, rs_str english)
{
    char upper[200], lower[200];
    assert_true(english.n < sizeof upper);
    for (size_t i = 0; i < english.n; i++) {
        char c = english.p[i];
        upper[i] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    must_find(file, id, (rs_str){upper, english.n});
    must_find(file, id, (rs_str){lower, english.n});
}

static void check_row(const char *file, rs_str line, size_t english, size_t names)
{
    rs_str field[16];
    size_t n = 0;
    for (rs_str rest = line; rest.p && n < RS_COUNT(field);) field[n++] = rs_str_split(rest, '\t', &rest);
    assert_true(n > english && n > names);
    if (!rs_str_eq(field[english], RS_LIT("-"))) must_find_english(file, field[0], field[english]);
    for (rs_str rest = field[names]; rest.n;) {
        rs_str name = rs_str_split(rest, ';', &rest);
        if (name.n && name.p[0] == '@') continue; /* a country, no name */
        if (name.n && (name.p[0] == '~' || name.p[0] == '?')) name.p++, name.n--;
        if (!rs_str_eq(name, RS_LIT("-"))) must_find(file, field[0], name);
    }
}

enum { EVERY = 5 };

static void test_every_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        size_t english, names;
    } tables[] = {{"names/persons.tsv", 5, 6}, {"names/groups.tsv", 5, 6},  {"names/organisations.tsv", 5, 6},
                  {"names/media.tsv", 5, 6},   {"names/nations.tsv", 3, 6}, {"names/bodies.tsv", 2, 3},
                  {"names/clubs.tsv", 2, 3},   {"places/places.tsv", 7, 8}};
    for (size_t t = 0; t < RS_COUNT(tables); t++) {
        char path[1200];
        size_t n, row = 0;
        (void)snprintf(path, sizeof path, "%s/%s", t_path("../../data"), tables[t].file);
        char *text = t_file(path, &n);
        for (rs_str rest = {text, n}; rest.n; row++) {
            rs_str line = rs_str_split(rest, '\n', &rest);
            if (row && line.n && row % EVERY == 0) check_row(tables[t].file, line, tables[t].english, tables[t].names);
        }
        free(text);
    }
    print_message("%zu searches, %zu missed\n", n_asked, n_missed);
    assert_true(n_asked > 1000);
    assert_int_equal(n_missed, 0);
}

/* Nothing to look for, or nothing that can be there. */
static void test_nothing(void **state)
{
    (void)state;
    static char longest[100000];
    memset(longest, 'x', sizeof longest);
    const rs_str queries[] = {RS_LIT(""),     RS_LIT(" "), RS_LIT("   \t "),         RS_LIT("\xFF\xFE"),
                              RS_LIT("%s%n"), RS_LIT("ًٌ"),  {longest, sizeof longest}};
    for (size_t i = 0; i < RS_COUNT(queries); i++) {
        wanted w = {.n = 0};
        assert_int_equal(ask(queries[i], &w), RS_NO);
        assert_int_equal(w.n, 0);
    }
}

/* What comes first, however a reader would write it. */
static int take_first(void *context, const rs_found *found)
{
    const char **first = context;
    if (!*first) *first = found->id;
    return 0;
}

static void test_spellings(void **state)
{
    (void)state;
    static const struct {
        const char *query, *id;
    } asked[] = {
        {"erdoğan", "person.recep-tayyip-erdogan"},
        {"VLADIMIR putin", "person.vladimir-putin"},
        {"Muammar al-Qaddafi", "person.muammar-gaddafi"},
        {"Kadhafi", "person.muammar-gaddafi"},
        {"معمر قذافي", "person.muammar-gaddafi"},
        {"Bashar el Assad", "person.bashar-al-assad"},
        {"Khalifa Hifter", "person.khalifa-haftar"},
        {"Qassim Sulaymani", "person.qasem-soleimani"},
        {"Abdulfattah Al Sisi", "person.abdel-fattah-el-sisi"},
        {"عبدالفتاح السيسي", "person.abdel-fattah-el-sisi"},
        {"Hizbullah", "group.hezbollah"},
        {"houthis", "nation.houthis"},
        {"SDF", "group.syrian-democratic-forces"},
        {"plo", "group.palestine-liberation-organization"},
        {"YPG", "group.peoples-protection-units"},
        {"ISIS", "group.islamic-state-daesh"},
        {"Sana'a", "place.yem.sanaa"},
        {"Dayr az-Zawr", "place.syr.deir-ez-zor"},
        {"Khan Sheikhoun", "place.syr.khan-shaykhun"},
        {"تهران", "place.irn.tehran"},
        {"يمن", "nation.yemen"},
        {"Aleppo", "place.syr.aleppo"},
    };
    for (size_t i = 0; i < RS_COUNT(asked); i++) {
        const char *first = NULL;
        assert_int_equal(rs_lexicon_search(lexicon, rs_str_of(asked[i].query), take_first, &first, NULL, NULL), RS_OK);
        assert_string_equal(first, asked[i].id);
    }
}

/* More words than a name has are no name, whatever the first of them are. */
static void test_many_words(void **state)
{
    (void)state;
    char query[40 * 16];
    size_t n = 0;
    for (int i = 0; i < 40; i++) n += (size_t)snprintf(query + n, sizeof query - n, "%s ", i % 2 ? "حلب" : "مدينة");
    wanted w = {.n = 0};
    assert_int_equal(ask(rs_str_of(query), &w), RS_NO);
}

/* Spaces around a query mean nothing; a part finds what has all of it, each once. */
static void test_part(void **state)
{
    (void)state;
    wanted whole = {.id = RS_LIT("person.vladimir-putin")}, part = whole;
    assert_int_equal(ask(RS_LIT("  vladimir PUTIN "), &whole), RS_OK);
    assert_true(whole.found && whole.n == 1);
    assert_int_equal(ask(RS_LIT("dimir put"), &part), RS_OK);
    assert_true(part.found);
    wanted stopped = {.stop_at = 1};
    assert_int_equal(ask(RS_LIT("al-"), &stopped), RS_E_SYSTEM);
    assert_int_equal(stopped.n, 1);
}

static void test_no_memory(void **state)
{
    (void)state;
    size_t k = 1;
    for (bool reached = true; reached; k++) {
        t_counter counter;
        rs_alloc alloc = t_counting(&counter);
        rs_error error;
        wanted w = {.id = RS_LIT("person.vladimir-putin")};
        counter.fail_at = k;
        rs_status status = rs_lexicon_search(lexicon, RS_LIT("Vladimir Putin"), take, &w, &alloc, &error);
        reached = counter.failed;
        assert_int_equal(status, reached ? RS_E_NOMEM : RS_OK);
        assert_int_equal(w.found, !reached);
        assert_int_equal(counter.n_live, 0);
        assert_false(counter.wrong_size);
    }
    assert_true(k > 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_spelling), cmocka_unit_test(test_nothing), cmocka_unit_test(test_many_words),
        cmocka_unit_test(test_spellings),      cmocka_unit_test(test_part),    cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("lexicon/search", tests, opened_set_up, opened_tear_down);
}
