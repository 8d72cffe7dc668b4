/* SPDX-License-Identifier: MIT */
/* Events of whole documents: what rs_eval says, line by line. Its first lines are the summary, then each event, then
 * the fields of the records that were matched. */
#include "measure.h"
#include "rasad/eval.h"

#include <stdio.h>

static int put(void *context, const char *bytes, size_t n) { return fwrite(bytes, 1, n, context) != n; }

rs_status measure_events(const measure *m, const char *path, rs_error *error)
{
    const rs_eval_options options = {.errors = 0}; /* for those there is rasad eval --errors */
    return rs_eval(path, m->lexicon, &options, put, stdout, error);
}
