/* SPDX-License-Identifier: MIT */
/* wording - a text read as far as its words, with the lexicon of the program. */
#ifndef TESTS_UNIT_WORDING_H
#define TESTS_UNIT_WORDING_H

#include "lexicon/opened.h"
#include "word/word.h"

static rs_words words;
static rs_text text;

static inline int wording_set_up(void **state)
{
    rs_error error;
    if (opened_set_up(state)) return -1;
    return rs_words_init(&words, lexicon, &rs_alloc_default, &error);
}

static inline int wording_tear_down(void **state)
{
    rs_words_free(&words);
    rs_text_free(&text, &rs_alloc_default);
    return opened_tear_down(state);
}

/* The words of TEXT_UTF8 with a reading chosen for each. */
static inline void wording_read(rs_str text_utf8)
{
    rs_error error;
    assert_int_equal(rs_text_set(&text, &rs_alloc_default, text_utf8, &error), RS_OK);
    assert_int_equal(rs_words_read(&words, &text, 0, text.cp.n, &error), RS_OK);
    for (size_t i = 0; i < words.sentence.n; i++) rs_words_choose(&words, &words.sentence.at[i]);
}

#endif
