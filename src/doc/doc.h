/* SPDX-License-Identifier: MIT */
/* doc - the door of the document layer: the pipeline from text to records. Its public face is rasad/coder.h. */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "event/event.h"
#include "rasad/coder.h"

struct rs_coder {
    rs_alloc alloc;
    const rs_lexicon *lexicon;
    rs_text text;
    rs_words words;
    rs_names names;
    rs_clauses clauses;
    rs_events events;
    RS_VEC(char) joined; /* title and text, where the text does not begin with its title */
    size_t n_title;      /* code points of the title and its line end, 0 */
    rs_result result;
    rs_explain_fn *explain;
    void *explain_context;
};

/* What the head of a text says of itself. Private to the layer. */
typedef struct doc_head {
    uint32_t published; /* 0: not said */
    uint32_t mention;   /* of the dateline's place, RS_NONE */
    uint32_t paper_begin, paper_end;
} doc_head;

/* doc_read_date - the day of publication that the head of the text gives, and who published it. */
void doc_read_date(const rs_coder *coder, doc_head *head);
/* doc_read_dateline - the dateline; the sentence it stands in is cut behind it. */
void doc_read_dateline(rs_coder *coder, doc_head *head);
void doc_explain_sentence(rs_coder *coder, const rs_sentence *sentence);
void doc_explain_clauses(rs_coder *coder);
void doc_say(rs_coder *coder, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
