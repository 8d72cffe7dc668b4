/* SPDX-License-Identifier: MIT */
/* Scoring: each annotated document is coded and compared while it is in memory, so that no file of records is needed
 * in between. The figures are those that score.py prints of what `rasad code --format jsonl` writes: the same pairing
 * (pair.c), the same counting (count.c), the same lines (print.c).
 *
 * A line that is no annotated document ends the evaluation: figures over a part of the documents would be misread. */
#include "eval/eval.h"

typedef struct run {
    rs_source source;
    rs_coder *coder;
    eval_document document;
    eval_figures figures;
    size_t errors;
} run;

/* The rows of what was coded; a record that begins in no annotated sentence is only counted. */
static rs_status system_rows(run *r, const rs_result *result, rs_error *error)
{
    eval_rows *rows = &r->document.system;
    rs_vec_clear(rows);
    if (!rs_vec_reserve(&rs_alloc_default, rows, result->n_record))
        return rs_error_set(error, RS_E_NOMEM, "no memory for %zu records", result->n_record);
    for (size_t i = 0; i < result->n_record; i++) {
        size_t sentence;
        if (!eval_sentence_of(r->document.sentences, result->record[i].begin, &sentence)) {
            r->figures.outside++;
            continue;
        }
        eval_row *row = rs_vec_take(rows);
        eval_row_of(row, &result->record[i]);
        row->sentence = sentence;
    }
    return RS_OK;
}

static rs_status evaluate(run *r, const json_t *object, rs_error *error)
{
    rs_document document;
    const rs_result *result;
    rs_status status = rs_document_of(&document, object, error);
    if (status) return status;
    r->document.id = document.id;
    r->document.text = document.text;
    r->document.sentences = json_object_get(object, "sentences");
    if (!json_is_array(r->document.sentences)) return rs_error_set(error, RS_E_DATA, "'sentences' is no list");
    status = eval_gold_rows(&r->document.gold, object, error);
    if (!status) status = rs_coder_code(r->coder, &document, &result, error);
    if (!status) status = system_rows(r, result, error);
    if (!status) status = eval_count(&r->figures, &r->document, r->errors > 0, error);
    return status;
}

static rs_status evaluate_line(run *r, rs_str line, rs_error *error)
{
    json_t *object = NULL;
    rs_status status = rs_json_line(&object, line, r->source.name, r->source.line, NULL, error);
    if (status) return status;
    status = evaluate(r, object, error);
    if (status) rs_error_at(error, r->source.name, r->source.line, 1);
    json_decref(object);
    return status;
}

static rs_status evaluate_all(run *r, rs_error *error)
{
    for (;;) {
        rs_str line;
        rs_status status = rs_source_line(&r->source, &line, error);
        if (status == RS_NO) return RS_OK;
        if (status) return status;
        line = rs_str_trim(line);
        if (line.n) status = evaluate_line(r, line, error);
        if (status) return status;
    }
}

static rs_status write_figures(run *r, rs_write_fn *fn, void *context, rs_error *error)
{
    rs_bytes out = {0};
    rs_status status = eval_print(&out, &r->figures, r->errors, error);
    if (!status && fn(context, out.at, out.n)) status = rs_error_set(error, RS_E_SYSTEM, "cannot write the output");
    rs_vec_free(&rs_alloc_default, &out);
    return status;
}

rs_status rs_eval(const char *gold, const rs_lexicon *lexicon, const rs_eval_options *options, rs_write_fn *fn,
                  void *context, rs_error *error)
{
    run r = {.errors = options && options->errors > 0 ? (size_t)options->errors : 0};
    rs_status status = rs_source_open(&r.source, gold, NULL, error);
    if (status) return status;
    status = rs_coder_new(&r.coder, lexicon, NULL, error);
    if (!status) status = evaluate_all(&r, error);
    if (!status) status = write_figures(&r, fn, context, error);
    if (r.coder) rs_coder_free(r.coder);
    rs_vec_free(&rs_alloc_default, &r.document.gold);
    rs_vec_free(&rs_alloc_default, &r.document.system);
    eval_figures_free(&r.figures);
    rs_source_close(&r.source);
    return status;
}
