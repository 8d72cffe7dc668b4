/* SPDX-License-Identifier: MIT */
/* The readings of a word and the forms of a lemma, for people: what the coder uses, shown as it uses it. */
#include "word/word.h"

#include "rasad/word.h"

#include <stdio.h>

typedef struct sink {
    const rs_lexicon *lexicon;
    rs_analysis_fn *fn;
    void *context;
} sink;

static void append(char *out, size_t room, const uint8_t *letter, size_t n)
{
    char text[2 * RS_MAX_LETTER + 2];
    size_t at = strlen(out);
    if (!n || n > RS_MAX_LETTER) return;
    (void)snprintf(out + at, room - at, "%s%.*s", at ? "+" : "", (int)rs_unspell(letter, n, text), text);
}

static void set_lemma(rs_analysis *a, const rs_lexicon *lexicon, uint32_t lemma)
{
    a->lemma = a->id = a->gloss = "";
    a->guessed = lemma == RS_NONE;
    if (a->guessed) return;
    const rs_image_lemma *l = &lexicon->lemma[lemma];
    a->lemma = rs_lexicon_text(lexicon, l->text);
    a->id = rs_lexicon_text(lexicon, l->id);
    a->gloss = rs_lexicon_text(lexicon, l->gloss);
}

/* The word with + between its parts. Of ل and the article together one ل is printed: it stands for both. */
static void set_parts(rs_analysis *a, const rs_word *w, const rs_reading *r)
{
    size_t n_particle = 0, stem_end = (size_t)w->n_letter - r->n_end;
    for (unsigned bit = RS_PRO_W; bit <= RS_PRO_S; bit <<= 1) n_particle += (r->pro & bit) != 0;
    if (n_particle > r->n_pro) n_particle = r->n_pro;
    for (size_t i = 0; i < n_particle; i++) append(a->form, sizeof a->form, w->letter + i, 1);
    append(a->form, sizeof a->form, w->letter + n_particle, r->n_pro - n_particle);
    append(a->form, sizeof a->form, w->letter + r->n_pro, stem_end - r->n_pro);
    append(a->form, sizeof a->form, w->letter + stem_end, r->n_end);
}

static rs_status put_readings(const sink *to, const rs_word *w)
{
    for (size_t i = 0; i < w->n_reading; i++) {
        const rs_reading *r = &w->reading[i];
        rs_analysis a = {.cost = r->cost};
        set_lemma(&a, to->lexicon, r->lemma);
        set_parts(&a, w, r);
        (void)rs_feature_text(r->feat & 0x0FFFFFFFu, a.features, sizeof a.features);
        if (to->fn(to->context, &a)) return RS_E_SYSTEM;
    }
    return RS_OK;
}

static rs_status look_up(const sink *to, rs_words *words, rs_text *text, rs_str word, const rs_alloc *alloc,
                         rs_error *error)
{
    rs_status status = rs_text_set(text, alloc, word, error);
    if (!status) status = rs_words_read(words, text, 0, text->cp.n, error);
    if (status) return status;
    status = RS_NO;
    for (size_t i = 0; i < words->token.n && (status == RS_OK || status == RS_NO); i++) {
        const rs_token *t = &words->token.at[i];
        bool letters = t->kind == RS_TOKEN_WORD && rs_token_word(words, t)->n_letter; /* marks alone have none */
        if (letters) status = put_readings(to, rs_token_word(words, t));
    }
    return status;
}

rs_status rs_word_lookup(const rs_lexicon *lexicon, rs_str word, rs_analysis_fn *fn, void *context,
                         const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    const sink to = {lexicon, fn, context};
    rs_text text = {.n_bad = 0};
    rs_words *words = rs_mem_new(alloc, sizeof *words);
    if (!words) return rs_error_set(error, RS_E_NOMEM, "no memory for words");
    rs_status status = rs_words_init(words, lexicon, alloc, error);
    if (!status) status = look_up(&to, words, &text, word, alloc, error);
    rs_words_free(words);
    rs_mem_free(alloc, words, sizeof *words);
    rs_text_free(&text, alloc);
    return status;
}

/* A form of the lemma that is being shown. */
typedef struct cell {
    uint32_t feat, strict_at;
} cell;

typedef RS_VEC(cell) cells;

/* The order in which a grammar shows forms: the finite before the passive, number, gender and person last. */
static uint32_t cell_order(uint32_t feat)
{
    uint32_t person = rs_person_of(feat) ? 3u - rs_person_of(feat) : 0; /* the third comes first */
    return (feat & (RS_FEAT_CLITIC | RS_FEAT_CONSTRUCT) ? 1u << 16 : 0) | (feat & RS_FEAT_PASSIVE ? 1u << 15 : 0) |
           rs_tense_of(feat) << 12 | (feat & RS_FEAT_INDICATIVE ? 0 : 1u << 11) | person << 8 |
           rs_number_of(feat) << 6 | rs_gender_of(feat) << 4 | (feat & RS_FEAT_TANWIN ? 2u : 0) |
           (feat & RS_FEAT_OBLIQUE ? 1u : 0);
}

static void insert(cells *all, cell new)
{
    size_t at = all->n;
    rs_vec_take(all);
    for (; at && cell_order(all->at[at - 1].feat) > cell_order(new.feat); at--) all->at[at] = all->at[at - 1];
    all->at[at] = new;
}

static rs_status collect(const rs_lexicon *lexicon, uint32_t lemma, cells *all, const rs_alloc *alloc, rs_error *error)
{
    rs_vec_clear(all);
    for (size_t i = 0; i < lexicon->n_analysis; i++) {
        const rs_image_analysis *a = &lexicon->analysis[i];
        if (a->lemma != lemma) continue;
        if (!rs_vec_more(alloc, all, 1)) return rs_error_set(error, RS_E_NOMEM, "no memory for forms");
        insert(all, (cell){a->feat, a->strict_at});
    }
    return RS_OK;
}

static rs_status put_cells(const sink *to, uint32_t lemma, const cells *all)
{
    for (size_t i = 0; i < all->n; i++) {
        const uint8_t *strict = to->lexicon->letter + all->at[i].strict_at;
        rs_analysis a = {.cost = 0};
        set_lemma(&a, to->lexicon, lemma);
        append(a.form, sizeof a.form, strict + 1, strict[0]);
        (void)rs_feature_text(all->at[i].feat, a.features, sizeof a.features);
        if (to->fn(to->context, &a)) return RS_E_SYSTEM;
    }
    return RS_OK;
}

/* Is lemma L meant by TEXT: is that its id, or how it is written (a hamza may be left out, marks may be there)? */
static bool meant(const rs_lexicon *lexicon, uint32_t l, rs_str text, const uint8_t *folded, size_t n)
{
    uint8_t own[RS_MAX_LETTER];
    const rs_image_lemma *lemma = &lexicon->lemma[l];
    if (rs_str_eq(rs_str_of(rs_lexicon_text(lexicon, lemma->id)), text)) return true;
    size_t n_own = n ? rs_spell(rs_str_of(rs_lexicon_text(lexicon, lemma->text)), own, sizeof own) : 0;
    if (!n || n_own != n) return false;
    rs_fold(own, n_own, own);
    return memcmp(own, folded, n) == 0;
}

rs_status rs_word_generate(const rs_lexicon *lexicon, rs_str lemma, rs_analysis_fn *fn, void *context,
                           const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    const sink to = {lexicon, fn, context};
    uint8_t folded[RS_MAX_LETTER];
    size_t n = rs_spell(lemma, folded, sizeof folded);
    rs_fold(folded, n, folded);
    cells all = {0};
    rs_status status = RS_NO;
    for (uint32_t l = 0; l < lexicon->n_lemma && (status == RS_OK || status == RS_NO); l++) {
        if (!meant(lexicon, l, lemma, folded, n)) continue;
        status = collect(lexicon, l, &all, alloc, error);
        if (!status) status = put_cells(&to, l, &all);
    }
    rs_vec_free(alloc, &all);
    return status;
}
