/* SPDX-License-Identifier: MIT */
/* Scoring on a small example that was worked out by hand with score.py: what is equal, which rows are paired, what is
 * printed. */
#include "eval/eval.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#define BI "\u0628"
#define CITY "\u0645\u062F\u064A\u0646\u0629 "
#define TOWN "\u0628\u0644\u062F\u0629 "
#define ALEPPO "\u062D\u0644\u0628"
#define COMMA "\u060C"

static json_t *json(const char *text)
{
    json_error_t why;
    json_t *value = json_loads(text, 0, &why);
    assert_non_null(value);
    return value;
}

/* Two sentences; in the first two air strikes and a visit, in the second an arrest. */
static const char gold_text[] =
    "{\"id\":\"g1\",\"text\":\"0123456789 " ALEPPO ".\",\"sentences\":[[0,10],[10,15]],\"events\":["
    "{\"s\":0,\"event\":\"ASSAULT\",\"mode\":[\"aerial\"],\"status\":\"happened\",\"about\":null,\"trigger\":\"one\","
    " \"actor\":[{\"code\":\"RUS\",\"sector\":[\"MIL\",\"GOV\"]}],\"recipient\":[{\"code\":\"SYR\",\"sector\":\"REB\"}]"
    ",\"said_by\":[],"
    " \"place\":{\"text\":\"" BI ALEPPO "\"},\"date\":\"2016-12-16\",\"dead\":3,\"process\":null,\"stage\":null},"
    "{\"s\":0,\"event\":\"ASSAULT\",\"mode\":[],\"status\":\"denied\",\"about\":null,\"trigger\":\"two\",\"actor\":[],"
    "\"recipient\":[],"
    " \"said_by\":[{\"code\":\"RUS\",\"sector\":[]}],\"place\":null,\"date\":null,\"dead\":null,\"process\":\"siege\","
    "\"stage\":\"lifted\"},"
    "{\"s\":0,\"event\":\"CONSULT\",\"mode\":[],\"status\":\"planned\",\"about\":\"ASSAULT/"
    "aerial\",\"trigger\":null,\"actor\":[],\"recipient\":[],"
    " \"said_by\":[],\"place\":null,\"date\":null,\"dead\":null,\"process\":null,\"stage\":null},"
    "{\"s\":1,\"event\":\"COERCE\",\"mode\":[],\"status\":\"happened\",\"actor\":[],\"recipient\":[],\"said_by\":[]}]}";

static rs_record first_strike(void)
{
    return (rs_record){.event = RS_EVENT_ASSAULT,
                       .mode = {RS_MODE_ASSAULT_AERIAL},
                       .status = RS_STATUS_HAPPENED,
                       .actor = {.n = 2,
                                 .at = {{.code = "RUS", .sector = {RS_SECTOR_MIL}},
                                        {.code = "RUS", .sector = {RS_SECTOR_MIL, RS_SECTOR_SPY}}}},
                       .recipient = {.n = 1, .at = {{.code = "SYR", .sector = {RS_SECTOR_CVL}}}},
                       .place = {.text = RS_LIT(CITY ALEPPO), .from = RS_FROM_SENTENCE},
                       .date = 20161216,
                       .dead = 3,
                       .event_text = RS_LIT("e1")};
}

typedef struct example {
    json_t *gold;
    eval_document document;
    eval_figures figures;
} example;

static void open_example(example *e)
{
    rs_error error;
    memset(e, 0, sizeof *e);
    e->gold = json(gold_text);
    e->document.id = rs_json_text(e->gold, "id");
    e->document.text = rs_json_text(e->gold, "text");
    e->document.sentences = json_object_get(e->gold, "sentences");
    assert_int_equal(eval_gold_rows(&e->document.gold, e->gold, &error), RS_OK);
}

static void add(example *e, const rs_record *record, size_t sentence)
{
    assert_true(rs_vec_more(&rs_alloc_default, &e->document.system, 1));
    eval_row *row = rs_vec_take(&e->document.system);
    eval_row_of(row, record);
    row->sentence = sentence;
}

static void close_example(example *e)
{
    rs_vec_free(&rs_alloc_default, &e->document.gold);
    rs_vec_free(&rs_alloc_default, &e->document.system);
    eval_figures_free(&e->figures);
    json_decref(e->gold);
}

static void fields_compare_as_in_score_py(void **state)
{
    (void)state;
    static const signed char with_first[EVAL_N_FIELD] = {[EVAL_MODE] = 1,
                                                         [EVAL_STATUS] = 1,
                                                         [EVAL_ABOUT] = EVAL_UNSCORED,
                                                         [EVAL_ACTOR] = 1,
                                                         [EVAL_ACTOR_COUNTRY] = 1,
                                                         [EVAL_RECIPIENT] = 0,
                                                         [EVAL_RECIPIENT_COUNTRY] = 1,
                                                         [EVAL_SAID_BY] = 1,
                                                         [EVAL_PLACE] = 1,
                                                         [EVAL_DATE] = 1,
                                                         [EVAL_DEAD] = 1,
                                                         [EVAL_PROCESS] = EVAL_UNSCORED};
    static const signed char with_second[EVAL_N_FIELD] = {
        [EVAL_ABOUT] = EVAL_UNSCORED, [EVAL_DATE] = EVAL_UNSCORED, [EVAL_DEAD] = EVAL_UNSCORED};
    example e;
    open_example(&e);
    const rs_record record = first_strike();
    add(&e, &record, 0);
    eval_fields a = eval_compare(&e.document.gold.at[0], &e.document.system.at[0]),
                b = eval_compare(&e.document.gold.at[1], &e.document.system.at[0]);
    assert_memory_equal(a.at, with_first, sizeof a.at);
    assert_memory_equal(b.at, with_second, sizeof b.at);
    close_example(&e);
}

static void only_the_event_of_about_counts(void **state)
{
    (void)state;
    eval_row gold = {.about = RS_LIT("ASSAULT/aerial")}, system = {.about = RS_LIT("ASSAULT")};
    assert_int_equal(eval_compare(&gold, &system).at[EVAL_ABOUT], EVAL_RIGHT);
    system.about = (rs_str){NULL, 0};
    assert_int_equal(eval_compare(&gold, &system).at[EVAL_ABOUT], EVAL_WRONG);
}

static void places_compare_without_their_frames(void **state)
{
    (void)state;
    static const struct {
        const char *gold, *system;
        int equal;
    } row[] = {
        {ALEPPO, BI ALEPPO, 1},
        {CITY ALEPPO, ALEPPO COMMA " ", 1},
        {BI CITY ALEPPO, ALEPPO, 1},
        {"", "", 1},
        {ALEPPO, "", 0},
        {"", ALEPPO, 0},
        {ALEPPO " x", ALEPPO, 1},
        {"x", "y", 0},
        {TOWN ALEPPO, ALEPPO, 1},
        {TOWN "a", TOWN "b", 0},
        {".", "x", 1},
        {BI, "x", 1},
    };
    for (size_t i = 0; i < RS_COUNT(row); i++) {
        const eval_row gold = {.place = rs_str_of(row[i].gold)}, system = {.place = rs_str_of(row[i].system)};
        assert_int_equal(eval_compare(&gold, &system).at[EVAL_PLACE], row[i].equal);
    }
}

static void a_place_of_the_dateline_is_none(void **state)
{
    (void)state;
    eval_row row;
    rs_record record = first_strike();
    record.place.from = RS_FROM_DATELINE;
    eval_row_of(&row, &record);
    assert_int_equal(row.place.n, 0);
}

/* Most equal fields first; among equals the later annotated and the later coded row. */
static void pairs(void **state)
{
    (void)state;
    eval_row gold[3] = {{.status = RS_LIT("a")}, {.status = RS_LIT("b")}, {.status = RS_LIT("b")}},
             system[2] = {{.status = RS_LIT("b")}, {.status = RS_LIT("b")}};
    const eval_row *const g[] = {&gold[0], &gold[1], &gold[2]}, *const s[] = {&system[0], &system[1]};
    eval_matches matches = {0};
    rs_error error;
    assert_int_equal(eval_pair(&matches, g, 3, s, 2, &error), RS_OK);
    assert_int_equal(matches.n, 2);
    assert_ptr_equal(matches.at[0].gold, &gold[2]);
    assert_ptr_equal(matches.at[0].system, &system[1]);
    assert_ptr_equal(matches.at[1].gold, &gold[1]);
    assert_ptr_equal(matches.at[1].system, &system[0]);
    gold[0].status = RS_LIT("b"), gold[0].dead = 5, gold[0].has_dead = true, system[0].dead = 5,
    system[0].has_dead = true;
    assert_int_equal(eval_pair(&matches, g, 3, s, 2, &error), RS_OK);
    assert_ptr_equal(matches.at[0].gold, &gold[0]);
    assert_ptr_equal(matches.at[0].system, &system[0]);
    assert_ptr_equal(matches.at[1].gold, &gold[2]);
    assert_int_equal(eval_pair(&matches, g, 3, s, 0, &error), RS_OK);
    assert_int_equal(matches.n, 0);
    rs_vec_free(&rs_alloc_default, &matches);
}

static void figures_of_the_example(void **state)
{
    (void)state;
    static const char expected[] =
        "                P      R     F1   gold 4, system 3, matched 2\n"
        "detect      0.667  0.500  0.571\n"
        "who         0.333  0.250  0.286\n"
        "macro                     0.000   over 0 events with 5 or more gold records\n"
        "  ASSAULT    1.000  0.500  0.667   gold 2, system 1\n"
        "  COERCE     0.000  0.000  0.000   gold 1, system 0\n"
        "  CONSULT    1.000  1.000  1.000   gold 1, system 1\n"
        "  AID        0.000  0.000  0.000   gold 0, system 1\n"
        "fields of matched records: mode 1.000 (2), status 1.000 (2), about 0.000 (1), actor 1.000 (2), actor_country "
        "1.000 (2), recipient 0.500 (2), "
        "recipient_country 1.000 (2), said_by 1.000 (2), place 1.000 (2), date 1.000 (1), dead 1.000 (1)\n"
        "4 system records lie in no gold sentence\n"
        "missed g1[0] ASSAULT two | 0123456789\n"
        "missed g1[1] COERCE None |  " ALEPPO ".\n"
        "extra g1[1] AID help |  " ALEPPO ".\n";
    example e;
    open_example(&e);
    const rs_record visit = {.event = RS_EVENT_CONSULT, .status = RS_STATUS_PLANNED, .dead = -1},
                    aid = {.event = RS_EVENT_AID, .dead = -1, .event_text = RS_LIT("help")}, strike = first_strike();
    add(&e, &aid, 1);
    add(&e, &visit, 0);
    add(&e, &strike, 0);
    rs_error error;
    rs_bytes out = {0};
    assert_int_equal(eval_count(&e.figures, &e.document, true, &error), RS_OK);
    e.figures.outside = 4;
    assert_int_equal(eval_print(&out, &e.figures, 10, &error), RS_OK);
    assert_int_equal(out.n, sizeof expected - 1);
    assert_memory_equal(out.at, expected, out.n);
    rs_vec_free(&rs_alloc_default, &out);
    close_example(&e);
}

static void sentences_are_half_open(void **state)
{
    (void)state;
    json_t *sentences = json("[[0,10],[12,15]]");
    size_t at = 9;
    assert_true(eval_sentence_of(sentences, 0, &at) && at == 0);
    assert_true(eval_sentence_of(sentences, 9, &at) && at == 0);
    assert_false(eval_sentence_of(sentences, 10, &at));
    assert_true(eval_sentence_of(sentences, 12, &at) && at == 1);
    assert_false(eval_sentence_of(sentences, 15, &at));
    json_decref(sentences);
}

static void annotation_that_is_none_is_refused(void **state)
{
    (void)state;
    static const char *const text[] = {"{}",
                                       "{\"events\":5}",
                                       "{\"events\":[{\"event\":\"WAR\",\"s\":0}]}",
                                       "{\"events\":[{\"event\":\"AID\",\"s\":-1}]}",
                                       "{\"events\":[{\"event\":\"AID\"}]}",
                                       "{\"events\":[{\"event\":\"AID\",\"s\":0,\"mode\":[1]}]}"};
    for (size_t i = 0; i < RS_COUNT(text); i++) {
        rs_error error;
        eval_rows rows = {0};
        json_t *document = json(text[i]);
        assert_int_equal(eval_gold_rows(&rows, document, &error), RS_E_DATA);
        rs_vec_free(&rs_alloc_default, &rows);
        json_decref(document);
    }
}

static int write_nothing(void *context, const char *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return 0;
}

static void the_file_and_line_are_named(void **state)
{
    (void)state;
    char path[] = "/tmp/rasad-eval-XXXXXX";
    static const char lines[] =
        "{\"id\":\"a\",\"text\":\"b.\",\"sentences\":[[0,2]],\"events\":[]}\n\n{\"id\":\"b\",\"text\":\"b.\"}\n";
    int file = mkstemp(path);
    rs_error error;
    rs_lexicon *lexicon;
    assert_true(file >= 0);
    assert_int_equal(write(file, lines, sizeof lines - 1), sizeof lines - 1);
    assert_int_equal(close(file), 0);
    assert_int_equal(rs_lexicon_open(&lexicon, NULL, NULL, &error), RS_OK);
    assert_int_equal(rs_eval(path, lexicon, NULL, write_nothing, NULL, &error), RS_E_DATA);
    assert_string_equal(error.source, path);
    assert_int_equal(error.line, 3);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rs_eval(path, lexicon, NULL, write_nothing, NULL, &error), RS_E_SYSTEM);
    rs_lexicon_close(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_compare_as_in_score_py),
        cmocka_unit_test(only_the_event_of_about_counts),
        cmocka_unit_test(places_compare_without_their_frames),
        cmocka_unit_test(a_place_of_the_dateline_is_none),
        cmocka_unit_test(pairs),
        cmocka_unit_test(figures_of_the_example),
        cmocka_unit_test(sentences_are_half_open),
        cmocka_unit_test(annotation_that_is_none_is_refused),
        cmocka_unit_test(the_file_and_line_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
