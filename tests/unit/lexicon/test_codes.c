/* SPDX-License-Identifier: MIT */
/* The ontology's codes: every name finds its code, modes belong to their event, scores and quad classes are those of
 * the list. */
#include "support.h"
#include "rasad/codes.h"

static void test_events(void **state)
{
    (void)state;
    assert_int_equal(RS_N_EVENT, 17);
#define ROW(name, quad, score, cameo)                                                                                  \
    assert_string_equal(rs_event_name(RS_EVENT_##name), #name);                                                        \
    assert_int_equal(rs_event_find(rs_str_of(#name)), RS_EVENT_##name);                                                \
    assert_int_equal(rs_event_quad(RS_EVENT_##name), quad);                                                            \
    assert_true(rs_event_score(RS_EVENT_##name, RS_MODE_NONE) == (score));                                             \
    assert_string_equal(rs_event_cameo(RS_EVENT_##name, RS_MODE_NONE), cameo);
    RS_EVENT_LIST(ROW)
#undef ROW
    assert_string_equal(rs_event_name(RS_EVENT_NONE), "");
    assert_string_equal(rs_event_name((rs_event)99), "");
    assert_int_equal(rs_event_quad((rs_event)99), 0);
    static const char *const none[] = {"", "agree", "ASSAULTS", "ASSAUL", "NONE"};
    for (size_t i = 0; i < RS_COUNT(none); i++) assert_int_equal(rs_event_find(rs_str_of(none[i])), RS_EVENT_NONE);
}

static void test_modes(void **state)
{
    (void)state;
#define ROW(event, name, text, score, cameo)                                                                           \
    assert_string_equal(rs_mode_name(RS_MODE_##event##_##name), text);                                                 \
    assert_int_equal(rs_mode_find(RS_EVENT_##event, rs_str_of(text)), RS_MODE_##event##_##name);                       \
    assert_true(rs_event_score(RS_EVENT_##event, RS_MODE_##event##_##name) == (score));                                \
    assert_string_equal(rs_event_cameo(RS_EVENT_##event, RS_MODE_##event##_##name), cameo);
    RS_MODE_LIST(ROW)
#undef ROW
    /* the same word is another mode of another event */
    assert_int_not_equal(rs_mode_find(RS_EVENT_RETREAT, RS_LIT("withdraw")),
                         rs_mode_find(RS_EVENT_SANCTION, RS_LIT("withdraw")));
    assert_int_equal(rs_mode_find(RS_EVENT_ASSAULT, RS_LIT("withdraw")), RS_MODE_NONE);
    assert_int_equal(rs_mode_find(RS_EVENT_NONE, RS_LIT("aerial")), RS_MODE_NONE);
    assert_string_equal(rs_mode_name((rs_mode)999), "");
}

static void test_other_lists(void **state)
{
    (void)state;
#define STATUS(name, text) assert_string_equal(rs_record_status_name(RS_STATUS_##name), text);
    RS_RECORD_STATUS_LIST(STATUS)
#define SECTOR(name) assert_string_equal(rs_sector_name(RS_SECTOR_##name), #name);
    RS_SECTOR_LIST(SECTOR)
#define PROCESS(name, text) assert_string_equal(rs_process_name(RS_PROCESS_##name), text);
    RS_PROCESS_LIST(PROCESS)
#define STAGE(name, text) assert_string_equal(rs_stage_name(RS_STAGE_##name), text);
    RS_STAGE_LIST(STAGE)
    assert_string_equal(rs_record_status_name(RS_STATUS_NONE), "");
    assert_string_equal(rs_record_status_name((rs_record_status)99), "");
    assert_string_equal(rs_sector_name((rs_sector)99), "");
    assert_string_equal(rs_process_name((rs_process)99), "");
    assert_string_equal(rs_stage_name((rs_stage)99), "");
}

/* PLOVER: classes 1 and 2 are cooperation, 3 and 4 conflict; the scores say the same. */
static void test_scores_go_with_classes(void **state)
{
    (void)state;
    for (int e = 1; e < RS_N_EVENT; e++) {
        double score = rs_event_score((rs_event)e, RS_MODE_NONE);
        assert_true(rs_event_quad((rs_event)e) <= 2 ? score > 0 : score <= 0);
        assert_true(score >= -10 && score <= 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_events), cmocka_unit_test(test_modes),
                                       cmocka_unit_test(test_other_lists),
                                       cmocka_unit_test(test_scores_go_with_classes)};
    return cmocka_run_group_tests_name("lexicon/codes", tests, NULL, NULL);
}
