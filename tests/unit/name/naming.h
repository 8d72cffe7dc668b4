/* SPDX-License-Identifier: MIT */
/* naming - a sentence read as far as its names, with the lexicon of the program. */
#ifndef TESTS_UNIT_NAMING_H
#define TESTS_UNIT_NAMING_H

#include "name/name.h"
#include "support.h"

static rs_lexicon *lexicon;
static rs_words words;
static rs_names names;
static rs_text text;

static int naming_set_up(void **state)
{
    (void)state;
    rs_error error;
    if (rs_lexicon_open(&lexicon, NULL, NULL, &error)) return -1;
    return rs_words_init(&words, lexicon, &rs_alloc_default, &error);
}

static int naming_tear_down(void **state)
{
    (void)state;
    rs_names_free(&names);
    rs_words_free(&words);
    rs_text_free(&text, &rs_alloc_default);
    rs_lexicon_close(lexicon);
    return 0;
}

static void naming_read(rs_str sentence, uint32_t published)
{
    rs_error error;
    assert_int_equal(rs_text_set(&text, &rs_alloc_default, sentence, &error), RS_OK);
    assert_int_equal(rs_words_read(&words, &text, 0, text.cp.n, &error), RS_OK);
    for (size_t i = 0; i < words.sentence.n; i++) rs_words_choose(&words, &words.sentence.at[i]);
    assert_int_equal(rs_names_begin(&names, &words, &rs_alloc_default, published, &error), RS_OK);
    for (size_t i = 0; i < words.sentence.n; i++) rs_names_read(&names, &words.sentence.at[i]);
}

/* The text of a mention. */
static inline rs_str naming_text(const rs_mention *m)
{
    const rs_token *t = words.token.at;
    return rs_text_slice(&text, t[m->first].begin, t[m->first + m->n - 1].end);
}

#endif
