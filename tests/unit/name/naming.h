/* SPDX-License-Identifier: MIT */
/* naming - a sentence read as far as its names, with the lexicon of the program. */
#ifndef TESTS_UNIT_NAMING_H
#define TESTS_UNIT_NAMING_H

#include "name/name.h"
#include "word/wording.h"

static rs_names names;

static int naming_tear_down(void **state)
{
    rs_names_free(&names);
    return wording_tear_down(state);
}

static void naming_read(rs_str sentence, uint32_t published)
{
    rs_error error;
    wording_read(sentence);
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
