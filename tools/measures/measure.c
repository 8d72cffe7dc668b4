/* SPDX-License-Identifier: MIT */
/* What the measures share. They look at the coder's own words and names after it has coded a text, so that what is
 * measured is what records are made of, and not a second pipeline beside it. */
#include "measure.h"

#include <stdio.h>

rs_status measure_lines(const char *path, measure_line_fn *fn, void *context, rs_error *error)
{
    rs_source source;
    rs_str line;
    rs_status status = rs_source_open(&source, path, NULL, error);
    if (status) return status;
    while (!(status = rs_source_line(&source, &line, error))) {
        if (line.n && line.p[line.n - 1] == '\r') line.n--;
        if ((status = fn(context, line, source.line, error))) break;
    }
    rs_source_close(&source);
    return status == RS_NO ? RS_OK : status;
}

rs_status measure_text(const measure *m, rs_str text, rs_error *error)
{
    const rs_document document = {.text = text, .published = RS_MEASURE_DAY};
    const rs_result *result;
    return rs_coder_code(m->coder, &document, &result, error);
}

rs_status measure_append(const measure *m, measure_buffer *buffer, rs_str piece, rs_error *error)
{
    if (!rs_vec_more(m->alloc, &buffer->byte, piece.n)) return rs_error_set(error, RS_E_NOMEM, "no memory for a text");
    for (size_t i = 0; i < piece.n; i++) {
        *rs_vec_take(&buffer->byte) = piece.p[i];
        buffer->n_point += ((unsigned char)piece.p[i] & 0xC0) != 0x80;
    }
    return RS_OK;
}

void measure_print_prf(const char *name, measure_count c)
{
    double p = measure_share(c.right, c.found), r = measure_share(c.right, c.gold);
    printf("  %-18s P %.3f  R %.3f  F1 %.3f   gold %zu, found %zu\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0,
           c.gold, c.found);
}
