/* SPDX-License-Identifier: MIT */
/* The tables that the frames share: light verbs, speech, operators, modes, domains, stages. Each says what words do;
 * the words are lemmas where one lemma is meant, and phrases of the trie otherwise. */
#include "compile/build.h"

#define NAME(name, text) text,

/* "قام ب", "نقل عن": a word and the preposition that must follow. */
static uint8_t trailing_prep(build *b, rs_str *words)
{
    for (size_t i = words->n; i-- > 0;) {
        if (words->p[i] != ' ') continue;
        uint8_t prep = build_prep(b, (rs_str){words->p + i + 1, words->n - i - 1});
        if (prep) words->n = i;
        return prep;
    }
    return 0;
}

/* Tag every lemma that WORDS may mean; a phrase goes into the trie. */
static void tag_words(build *b, build_place at, rs_str words, unsigned kinds, rs_image_tag tag, bool with_prep)
{
    rs_str word = words;
    uint8_t prep = with_prep ? trailing_prep(b, &word) : 0;
    if (memchr(word.p, ' ', word.n)) {
        build_tag_phrase(b, at, words, tag);
        return;
    }
    build_found found = build_find(b, word, kinds);
    tag.c = prep;
    for (size_t i = 0; i < found.n; i++) build_tag_lemma(b, found.lemma[i], tag);
    if (!found.n) build_tag_phrase(b, at, words, tag);
}

/* Tag every noun or adjective that WORD may mean; a word that none means is a slip. */
static void tag_lemmas(build *b, build_place at, rs_str word, rs_image_tag tag)
{
    build_found found = build_find(b, word, BUILD_NOMINAL);
    if (!found.n) build_warning(b, build_at(at, word), "no lemma '%.*s'", (int)word.n, word.p);
    for (size_t i = 0; i < found.n; i++) build_tag_lemma(b, found.lemma[i], tag);
}

static uint8_t slot_code(build *b, rs_str name)
{
    if (rs_str_eq(name, RS_LIT("subject"))) return RS_SLOT_SUBJECT;
    if (rs_str_eq(name, RS_LIT("object"))) return RS_SLOT_OBJECT;
    uint8_t prep = build_prep(b, name);
    return prep ? (uint8_t)(RS_SLOT_PREP + prep) : 0;
}

static void light_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const kinds[] = {RS_LIGHT_LIST(NAME)};
    int kind = build_code(kinds, RS_COUNT(kinds), f[1]);
    uint8_t slot = slot_code(b, f[2]);
    size_t n_error = b->n_error;
    build_require(b, at, f[1], kind >= 0, "unknown kind");
    build_require(b, at, f[2], slot, "unknown slot");
    if (b->n_error > n_error) return;
    for (rs_str rest = f[3]; rest.n;)
        tag_words(b, at, build_item(&rest), BUILD_VERB, (rs_image_tag){RS_TAG_LIGHT, (uint8_t)kind, slot, 0, 0}, true);
}

static void speech_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const kinds[] = {RS_SPEECH_LIST(NAME)};
    int kind = build_code(kinds, RS_COUNT(kinds), f[1]);
    if (kind < 0) {
        build_refuse(b, at, f[1], "unknown kind");
        return;
    }
    unsigned what = kind == RS_SPEECH_SAY || kind == RS_SPEECH_QUOTE ? BUILD_VERB : BUILD_NOMINAL;
    rs_image_tag tag = {RS_TAG_SPEECH, (uint8_t)kind, 0, 0, 0};
    for (rs_str rest = f[3]; rest.n;) {
        rs_str words = build_item(&rest);
        if (kind == RS_SPEECH_ACCORDING)
            build_tag_phrase(b, at, words, tag);
        else
            tag_words(b, at, words, what, tag, true);
    }
}

static void operator_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const kinds[] = {RS_OPERATOR_LIST(NAME)};
    int kind = build_code(kinds, RS_COUNT(kinds), f[2]);
    int status = rs_str_eq(f[1], RS_LIT("none")) ? 0 : build_code(build_statuses, BUILD_N_STATUS, f[1]);
    size_t n_error = b->n_error;
    build_require(b, at, f[1], status >= 0, "unknown status");
    build_require(b, at, f[2], kind >= 0, "unknown kind");
    if (b->n_error > n_error) return;
    unsigned what = kind == RS_OPERATOR_VERB || kind == RS_OPERATOR_SELF ? BUILD_VERB : BUILD_NOMINAL;
    rs_image_tag tag = {RS_TAG_OPERATOR, (uint8_t)status, (uint8_t)kind, 0, 0};
    for (rs_str rest = f[3]; rest.n;) {
        rs_str words = build_item(&rest);
        if (kind == RS_OPERATOR_PHRASE || kind == RS_OPERATOR_PARTICLE)
            build_tag_phrase(b, at, words, tag);
        else
            tag_words(b, at, words, what, tag, true);
    }
}

static void mode_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    rs_event event = rs_event_find(f[1]);
    rs_mode mode = rs_mode_find(event, f[2]);
    if (!mode) {
        build_refuse(b, at, event ? f[2] : f[1], event ? "unknown mode" : "unknown event");
        return;
    }
    rs_image_tag tag = {RS_TAG_MODE, (uint8_t)event, (uint8_t)mode, 0, 0};
    for (rs_str rest = f[3]; rest.n;) tag_words(b, at, build_item(&rest), BUILD_NOMINAL, tag, false);
}

static void domain_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const domains[] = {RS_DOMAIN_LIST(NAME)};
    int domain = build_code(domains, RS_COUNT(domains), f[1]);
    double weight;
    size_t n_error = b->n_error;
    build_require(b, at, f[1], domain >= 1, "unknown domain");
    build_require(b, at, f[2], build_number(f[2], 0, 255, &weight), "no number");
    if (b->n_error > n_error) return;
    rs_image_tag tag = {RS_TAG_DOMAIN, (uint8_t)domain, (uint8_t)weight, 0, 0};
    for (rs_str rest = f[3]; rest.n;) tag_words(b, at, build_item(&rest), BUILD_ANY, tag, false);
}

static void modifier_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    uint8_t sector = build_sector(f[1]);
    if (f[1].n && !sector) build_refuse(b, at, f[1], "unknown sector");
    uint8_t kind = rs_str_eq(f[2], RS_LIT("armed")) ? 1 : rs_str_eq(f[2], RS_LIT("measure")) ? 2 : 0;
    rs_image_tag tag = {RS_TAG_MODIFIER, sector, kind, 0, 0};
    for (rs_str rest = f[3]; rest.n;) tag_words(b, at, build_item(&rest), BUILD_NOMINAL, tag, false);
}

static void tie_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const ties[] = {RS_TIE_LIST(NAME)};
    int kind = build_code(ties, RS_COUNT(ties), f[1]);
    build_require(b, at, f[1], kind >= 1, "unknown kind");
    for (rs_str rest = f[2]; kind >= 1 && rest.n;) {
        rs_str word = build_item(&rest);
        uint8_t prep = trailing_prep(b, &word);
        build_require(b, at, word, prep, "no preposition after");
        tag_lemmas(b, at, word, (rs_image_tag){RS_TAG_TIE, (uint8_t)kind, 0, prep, 0});
    }
}

static void head_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const kinds[] = {RS_HEAD_LIST(NAME)};
    int kind = build_code(kinds, RS_COUNT(kinds), f[1]);
    if (kind < 0) {
        build_refuse(b, at, f[1], "unknown kind");
        return;
    }
    rs_image_tag tag = {RS_TAG_HEAD, (uint8_t)kind, 0, 0, 0};
    for (rs_str rest = f[2]; rest.n;) tag_lemmas(b, at, build_item(&rest), tag);
}

static void stage_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    int process = build_code(build_processes, BUILD_N_PROCESS, f[1]);
    int status = f[3].n ? build_code(build_statuses, BUILD_N_STATUS, f[3]) : 0;
    int stage = build_code(build_stages, build_n_stages(), f[4]);
    rs_str rest, name = rs_str_split(f[2], '/', &rest); /* a mode after the event is a remark */
    rs_event event = rs_event_find(name);
    size_t n_error = b->n_error;
    build_require(b, at, f[1], process >= 1, "unknown process");
    build_require(b, at, f[2], event, "unknown event");
    build_require(b, at, f[3], status >= 0, "unknown status");
    build_require(b, at, f[4], stage >= 1, "unknown stage");
    if (b->n_error > n_error) return;
    *BUILD_PUSH(b, &b->stage) = (rs_image_stage){(uint8_t)process, (uint8_t)event, (uint8_t)status, (uint8_t)stage};
}

void build_tables(build *b)
{
    build_table_read(b, "frames/light.tsv", "id\tkind\tslot\twords", light_row);
    build_table_read(b, "frames/speech.tsv", "id\tkind\tneeds\twords", speech_row);
    build_table_read(b, "frames/operators.tsv", "id\tstatus\tkind\twords", operator_row);
    build_table_read(b, "frames/modes.tsv", "id\tevent\tmode\twords", mode_row);
    build_table_read(b, "frames/domains.tsv", "id\tdomain\tweight\twords", domain_row);
    build_table_read(b, "names/modifiers.tsv", "id\tsector\tkind\twords", modifier_row);
    build_table_read(b, "names/ties.tsv", "id\tkind\twords", tie_row);
    build_table_read(b, "names/heads.tsv", "id\tkind\twords", head_row);
    build_table_read(b, "frames/stages.tsv", "id\tprocess\tevent\tstatus\tstage", stage_row);
}
