/* SPDX-License-Identifier: MIT */
/* How a document was read, as lines of text: words with all their readings, names, phrases, clauses, and what the event
 * layer traces of its candidates and frames. For linguists who look for the cause of an error. */
#include "doc/doc.h"

#include <stdio.h>

void doc_say(rs_coder *coder, const char *format, ...)
{
    char line[700];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    size_t length = n < 0 ? 0 : (size_t)n < sizeof line ? (size_t)n : sizeof line - 1;
    if (n >= 0 && (size_t)n >= sizeof line) { /* a cut must not split a character */
        while (length && ((unsigned char)line[length - 1] & 0xC0) == 0x80) length--;
        if (length) length--;
    }
    coder->explain(coder->explain_context, (rs_str){line, length});
}

#define NAME(name, text) text,
static const char *const prep_names[] = {"", RS_PREP_LIST(NAME)};
#undef NAME

static const char *const clause_kinds[] = {"main", "that", "relative", "if", "time", "purpose", "chain", "participle"};
static const char *const phrase_kinds[] = {"noun", "verb", "opener", "and", "punct", "other"};
static const char *const mention_kinds[] = {"",       "entity", "nation", "body",   "place",
                                            "phrase", "number", "time",   "person", "organisation"};

static void say_reading(rs_coder *coder, const rs_reading *r, bool chosen)
{
    static const struct {
        uint8_t bit;
        const char *text;
    } pros[] = {{RS_PRO_W, "w+"}, {RS_PRO_F, "f+"}, {RS_PRO_B, "b+"},  {RS_PRO_K, "k+"},
                {RS_PRO_L, "l+"}, {RS_PRO_S, "s+"}, {RS_PRO_AL, "al+"}};
    char clitics[32] = "";
    size_t n = 0;
    for (size_t i = 0; i < RS_COUNT(pros); i++)
        if (r->pro & pros[i].bit) n += (size_t)snprintf(clitics + n, sizeof clitics - n, "%s", pros[i].text);
    const rs_lexicon *lx = coder->lexicon;
    const char *lemma = r->lemma == RS_NONE ? "(unknown)" : rs_lexicon_text(lx, lx->lemma[r->lemma].text);
    const char *id = r->lemma == RS_NONE ? "" : rs_lexicon_text(lx, lx->lemma[r->lemma].id);
    char features[160];
    (void)rs_feature_text(r->feat, features, sizeof features);
    doc_say(coder, "    %s %s%s %s%s [%s] cost %d", chosen ? "*" : " ", clitics, lemma, features,
            r->pronoun ? " +pronoun" : "", id, r->cost);
}

static rs_str slice(const rs_coder *coder, uint32_t first, uint32_t n)
{
    const rs_token *t = coder->words.token.at;
    return rs_text_slice(&coder->text, t[first].begin, t[first + n - 1].end);
}

/* A mention that begins in the sentence S. */
static void say_mention(rs_coder *coder, const rs_sentence *s, const rs_mention *m)
{
    if (m->first < s->first || m->first >= s->first + s->n) return;
    rs_str name = slice(coder, m->first, m->n);
    const rs_lexicon *lx = coder->lexicon;
    const char *id = m->entity != RS_NONE  ? rs_lexicon_text(lx, lx->entity[m->entity].id)
                     : m->place != RS_NONE ? rs_lexicon_text(lx, lx->place[m->place].id)
                                           : "";
    doc_say(coder, "  name %.*s: %s %s %u %u", (int)name.n, name.p, mention_kinds[m->kind], id,
            m->kind == RS_MENTION_NUMBER ? m->value : m->from, m->to);
}

void doc_explain_sentence(rs_coder *coder, const rs_sentence *s)
{
    rs_str text = rs_text_slice(&coder->text, s->begin, s->end);
    doc_say(coder, "sentence %u [%u, %u): %.*s", coder->events.sequence, s->begin, s->end, (int)text.n, text.p);
    for (uint32_t i = s->first; i < s->first + s->n; i++) {
        const rs_token *t = &coder->words.token.at[i];
        rs_str word = slice(coder, i, 1);
        if (t->kind != RS_TOKEN_WORD) {
            doc_say(coder, "  %.*s  %s", (int)word.n, word.p, t->kind == RS_TOKEN_NUMBER ? "number" : "punct");
            continue;
        }
        const rs_word *w = rs_token_word(&coder->words, t);
        doc_say(coder, "  %.*s  %u%%", (int)word.n, word.p, t->confidence);
        for (size_t k = 0; k < w->n_reading; k++) say_reading(coder, &w->reading[k], k == t->chosen);
    }
    for (size_t i = 0; i < coder->names.mention.n; i++) say_mention(coder, s, &coder->names.mention.at[i]);
    for (size_t i = 0; i < coder->names.organisation.n; i++) say_mention(coder, s, &coder->names.organisation.at[i]);
}

void doc_explain_clauses(rs_coder *coder)
{
    const rs_clauses *k = &coder->clauses;
    for (uint32_t i = 0; i < k->phrase.n; i++) {
        const rs_phrase *f = &k->phrase.at[i];
        rs_str text = slice(coder, f->first, f->n);
        doc_say(coder, "  phrase %u clause %d %s %s%s%s%s%s%s: %.*s", i, (int)f->clause, phrase_kinds[f->kind],
                prep_names[f->prep], f->bits & RS_PH_ACT ? " act" : "", f->bits & RS_PH_GENITIVE ? " genitive" : "",
                f->bits & RS_PH_COORD ? " joined" : "", f->bits & RS_PH_COMPLEMENT ? " complement" : "",
                f->bits & RS_PH_NEGATIVE ? " negative" : "", (int)text.n, text.p);
    }
    for (uint32_t i = 0; i < k->clause.n; i++) {
        const rs_clause *c = &k->clause.at[i];
        doc_say(coder, "  clause %u %s parent %d governor %d verb %d subject %d objects %d %d%s", i,
                clause_kinds[c->kind], (int)c->parent, (int)c->governor, (int)c->verb, (int)c->subject,
                (int)c->first_object, (int)c->second_object, c->quoted ? " quoted" : "");
    }
}

static void forward(void *context, const char *line) { doc_say(context, "%s", line); }

#define REFERENCE(name, text) text,
static const char *const references[] = {RS_REFERENCE_LIST(REFERENCE)};
#undef REFERENCE

static void say_record(rs_coder *coder, const rs_record *r)
{
    doc_say(coder, "record %s%s%s %s %.*s by %s (%s)", rs_event_name(r->event), r->mode[0] ? "/" : "",
            rs_mode_name(r->mode[0]), rs_record_status_name(r->status), (int)r->event_text.n, r->event_text.p, r->rule,
            r->rule_source);
    const struct {
        const char *name;
        const rs_party *party;
    } parties[] = {
        {"actor", &r->actor}, {"recipient", &r->recipient}, {"said_by", &r->said_by}, {"mediator", &r->mediator}};
    for (size_t i = 0; i < RS_COUNT(parties); i++)
        for (size_t k = 0; k < parties[i].party->n; k++) {
            const rs_entity *e = &parties[i].party->at[k];
            doc_say(coder, "  %s %s%s %s %.*s [%u, %u)%s%s%s%s%s", parties[i].name, e->code[0] ? e->code : "---",
                    e->inferred ? " (country at issue)" : "", rs_sector_name((rs_sector)e->sector[0]), (int)e->text.n,
                    e->text.p, e->begin, e->end,
                    e->part == RS_PART_TITLE && r->part == RS_PART_TEXT ? " of the title" : "", e->id ? " = " : "",
                    e->id ? e->id : "", e->referred ? ": " : "", e->referred ? references[e->referred] : "");
        }
}

rs_status rs_coder_explain(rs_coder *coder, const rs_document *document, rs_explain_fn *fn, void *context,
                           rs_error *error)
{
    coder->explain = fn;
    coder->explain_context = context;
    coder->events.trace = forward;
    coder->events.trace_context = coder;
    const rs_result *result;
    rs_status status = rs_coder_code(coder, document, &result, error);
    if (!status) {
        doc_say(coder, "published %u, country at issue %s, dateline %.*s%s", result->published,
                coder->events.country[0] ? coder->events.country : "-", (int)result->dateline.n, result->dateline.p,
                coder->events.no_event ? ", of a domain without events" : "");
        const uint32_t *w = coder->events.domain;
        doc_say(coder,
                "weight of sport %u, markets %u, weather %u, accidents %u, technology %u, health %u, entertainment %u "
                "in %zu words",
                w[RS_DOMAIN_SPORT], w[RS_DOMAIN_MARKET], w[RS_DOMAIN_WEATHER], w[RS_DOMAIN_ACCIDENT],
                w[RS_DOMAIN_TECHNOLOGY], w[RS_DOMAIN_HEALTH], w[RS_DOMAIN_ENTERTAINMENT], coder->events.n_word);
        for (size_t i = 0; i < result->n_record; i++) say_record(coder, &result->record[i]);
    }
    coder->explain = NULL;
    coder->events.trace = NULL;
    return status;
}
