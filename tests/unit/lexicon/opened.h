/* SPDX-License-Identifier: MIT */
/* opened - the lexicon of the program, open while the tests of a file run. */
#ifndef TESTS_UNIT_OPENED_H
#define TESTS_UNIT_OPENED_H

#include "lexicon/lexicon.h"
#include "support.h"

static rs_lexicon *lexicon;

static inline int opened_set_up(void **state)
{
    (void)state;
    rs_error error;
    return rs_lexicon_open(&lexicon, NULL, NULL, &error) ? -1 : 0;
}

static inline int opened_tear_down(void **state)
{
    (void)state;
    rs_lexicon_close(lexicon);
    return 0;
}

#endif
