/* SPDX-License-Identifier: MIT */
/* Are words taken apart rightly, and is their part of speech right? One word a line, its pieces joined by +, and the
 * tags of the pieces; rows tagged PUNC are no words, and those that end a sentence end a line of the text that is read.
 *
 * The annotation cuts off more than the coder does. Before the two are compared:
 *   - feminine and plural endings (NSUFF) and the tanwin (CASE) are joined to the stem;
 *   - so is the subject of a verb: the first PRON after V if it is one of ت ا ن نا وا ون ان ين ي تم و; objects stay
 * apart;
 *   - the printed word is its pieces in a row, but ل and ال are written لل (and للـ before a stem with ل: للجنة);
 *   - of a reading as a name, the article is part of the name for the coder: it is cut off as the annotation does.
 * Where that is not certain (لليبيا), either cut counts as right;
 *   - spellings are the printed ones on both sides.
 * Parts of speech are compared in three classes: verb (V), noun (NOUN ADJ NUM FOREIGN ABBREV; names are nouns),
 * particle (PREP CONJ PART PRON ADV FUT_PART; relatives, demonstratives and adverbs on our side). The tag of a word is
 * that of its stem; of clitics alone, particle. */
#include "measure.h"

#include <stdio.h>

enum kind { VERB, NOUN, PARTICLE, N_CLASS };
enum { MAX_PIECE = 8, MAX_CUT = 120 };
static const char *const kinds[] = {"verb", "noun", "particle"};

typedef struct row {
    measure_span at;        /* in the text */
    uint32_t cut_at, n_cut; /* in the pool: the word as it should be taken apart */
    enum kind kind;
} row;

typedef struct book {
    const measure *m;
    const char *path;
    measure_buffer text;
    RS_VEC(char) pool;
    RS_VEC(row) row;
    measure_tally tally;
} book;

/* A word with + between its pieces. */
typedef struct cut {
    char p[MAX_CUT];
    size_t n;
} cut;

static void put(cut *c, rs_str piece)
{
    if (c->n + piece.n >= sizeof c->p) return;
    if (piece.n) memcpy(c->p + c->n, piece.p, piece.n);
    c->n += piece.n;
}

static void put_piece(cut *c, rs_str piece)
{
    if (c->n && piece.n) put(c, RS_LIT("+"));
    put(c, piece);
}

static bool is_one_of(rs_str text, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (rs_str_eq(text, rs_str_of(list[i]))) return true;
    return false;
}

static bool is_subject(rs_str piece)
{
    static const char *const subjects[] = {"\u062A",       "\u0627",       "\u0646",       "\u0646\u0627",
                                           "\u0648\u0627", "\u0648\u0646", "\u0627\u0646", "\u064A\u0646",
                                           "\u064A",       "\u062A\u0645", "\u0648"};
    return is_one_of(piece, subjects, RS_COUNT(subjects));
}

static size_t split(rs_str text, rs_str piece[MAX_PIECE])
{
    size_t n = 0;
    for (rs_str rest = text; rest.p && n < MAX_PIECE; n++) piece[n] = rs_str_split(rest, '+', &rest);
    return n;
}

static bool tag_is(rs_str tag, const char *name) { return rs_str_eq(tag, rs_str_of(name)); }

/* The annotated pieces as the coder cuts: endings joined to what they end. */
static cut cut_of_pieces(const rs_str *piece, const rs_str *tag, size_t n)
{
    cut c = {.n = 0};
    for (size_t i = 0; i < n; i++) {
        bool subject = i && tag_is(tag[i], "PRON") && tag_is(tag[i - 1], "V") && is_subject(piece[i]);
        bool joined = subject || tag_is(tag[i], "NSUFF") || tag_is(tag[i], "CASE");
        if (joined)
            put(&c, piece[i]);
        else
            put_piece(&c, piece[i]);
    }
    return c;
}

static enum kind class_of_tags(const rs_str *tag, size_t n)
{
    static const char *const nouns[] = {"NOUN", "ADJ", "NUM", "FOREIGN", "ABBREV"};
    for (size_t i = 0; i < n; i++) {
        if (tag_is(tag[i], "V")) return VERB;
        if (is_one_of(tag[i], nouns, RS_COUNT(nouns))) return NOUN;
    }
    return PARTICLE;
}

/* The word as printed. */
static cut print_of_pieces(const rs_str *piece, const rs_str *tag, size_t n)
{
    static const rs_str lam = {"\u0644", 2};
    cut c = {.n = 0};
    for (size_t i = 0; i < n; i++) {
        bool swallowed = i && tag_is(tag[i], "DET") && rs_str_eq(piece[i - 1], lam);
        bool stem_has_it = swallowed && i + 1 < n && piece[i + 1].n > 2 && memcmp(piece[i + 1].p, lam.p, 2) == 0;
        if (stem_has_it) continue;
        put(&c, swallowed ? lam : piece[i]);
    }
    return c;
}

static rs_status add_row(book *b, row r, const cut *c, rs_error *error)
{
    const measure *m = b->m;
    if (!rs_vec_more(m->alloc, &b->row, 1) || !rs_vec_more(m->alloc, &b->pool, c->n))
        return rs_error_set(error, RS_E_NOMEM, "no memory for words");
    r.cut_at = (uint32_t)b->pool.n;
    r.n_cut = (uint32_t)c->n;
    for (size_t i = 0; i < c->n; i++) *rs_vec_take(&b->pool) = c->p[i];
    *rs_vec_take(&b->row) = r;
    return RS_OK;
}

static rs_status read_line(void *context, rs_str line, size_t at, rs_error *error)
{
    static const char *const stops[] = {".", "!", "?", "\u061F", "#"};
    book *b = context;
    rs_str piece[MAX_PIECE], tag[MAX_PIECE], tags, word = rs_str_split(line, '\t', &tags);
    if (!word.n) return RS_OK;
    bool punctuation = tag_is(tags, "PUNC");
    size_t n = punctuation ? 1 : split(tags, tag);
    if (punctuation)
        piece[0] = word, tag[0] = tags;
    else if (split(word, piece) != n) {
        rs_status status = rs_error_set(error, RS_E_DATA, "%zu tags for another number of pieces", n);
        rs_error_at(error, b->path, at, 0);
        return status;
    }
    cut print = print_of_pieces(piece, tag, n), apart = cut_of_pieces(piece, tag, n);
    row r = {.at.begin = b->text.n_point, .kind = class_of_tags(tag, n)};
    rs_status status = measure_append(b->m, &b->text, (rs_str){print.p, print.n}, error);
    r.at.end = b->text.n_point;
    if (!status && !punctuation) status = add_row(b, r, &apart, error);
    bool stop = punctuation && is_one_of(word, stops, RS_COUNT(stops));
    return status ? status : measure_append(b->m, &b->text, stop ? RS_LIT("\n") : RS_LIT(" "), error);
}

static rs_str letters(const rs_word *w, size_t begin, size_t end, char out[2 * RS_MAX_LETTER])
{
    return (rs_str){out, rs_unspell(w->letter + begin, end - begin, out)};
}

/* The proclitics of R in their order, then the stem, then the pronoun. ARTICLE: how many letters of the stem are an
 * article. */
static cut cut_of_reading(const rs_word *w, const rs_reading *r, size_t article)
{
    static const uint8_t order[] = {RS_PRO_AND, RS_PRO_PREP, RS_PRO_S};
    cut c = {.n = 0};
    char text[2 * RS_MAX_LETTER];
    size_t at = 0;
    for (size_t i = 0; i < RS_COUNT(order); i++)
        if (r->pro & order[i] && at < w->n_letter) put_piece(&c, letters(w, at, at + 1, text)), at++;
    if (r->pro & RS_PRO_AL || article) put_piece(&c, (rs_str){"\u0627\u0644", 4});
    put_piece(&c, letters(w, r->n_pro + article, (size_t)w->n_letter - r->n_end, text));
    put_piece(&c, letters(w, (size_t)w->n_letter - r->n_end, w->n_letter, text));
    return c;
}

/* How many letters at the head of a name's stem can be its article: ال, or ل where ل stands before it. */
static size_t article_of(const rs_word *w, const rs_reading *r)
{
    const uint8_t *stem = w->letter + r->n_pro;
    size_t n = (size_t)w->n_letter - r->n_pro;
    if (rs_pos_of(r->feat) != RS_POS_NAME || r->pro & RS_PRO_AL || n < 4) return 0;
    if (stem[0] == RS_ALEF && stem[1] == RS_LAM) return 2;
    return r->pro & RS_PRO_L && stem[0] == RS_LAM;
}

static bool same(const cut *c, rs_str gold) { return rs_str_eq((rs_str){c->p, c->n}, gold); }

static enum kind class_of(const rs_words *words, const rs_token *t)
{
    switch ((enum rs_pos)rs_token_pos(words, t)) {
    case RS_POS_VERB: return VERB;
    case RS_POS_NOUN:
    case RS_POS_ADJ:
    case RS_POS_NUM:
    case RS_POS_NAME: return NOUN;
    default: return PARTICLE;
    }
}

/* Compare row R with token T, which has the same characters. */
static rs_status compare(book *b, const row *r, const rs_token *t, size_t right[2], rs_error *error)
{
    const rs_words *words = &b->m->coder->words;
    rs_str gold = {b->pool.at + r->cut_at, r->n_cut};
    enum kind kind = class_of(words, t);
    rs_status status = RS_OK;
    cut c = {.n = 0};
    bool cut_right = t->kind == RS_TOKEN_NUMBER && !memchr(gold.p, '+', gold.n);
    if (t->kind == RS_TOKEN_WORD) {
        const rs_word *w = rs_token_word(words, t);
        const rs_reading *reading = rs_token_reading(words, t);
        size_t article = article_of(w, reading);
        c = cut_of_reading(w, reading, 0);
        cut_right = w->latin || same(&c, gold);
        if (!cut_right && article) c = cut_of_reading(w, reading, article), cut_right = same(&c, gold);
    }
    right[0] += cut_right;
    right[1] += kind == r->kind;
    if (!cut_right)
        status = measure_tally_add(b->m, &b->tally, error, "cut: %.*s, not %.*s", (int)gold.n, gold.p, (int)c.n, c.p);
    if (!status && kind != r->kind)
        status = measure_tally_add(b->m, &b->tally, error, "%s, not %s: %.*s", kinds[r->kind], kinds[kind], (int)gold.n,
                                   gold.p);
    return status;
}

static rs_status compare_all(book *b, rs_error *error)
{
    const rs_words *words = &b->m->coder->words;
    size_t right[2] = {0, 0}, other = 0, t = 0;
    rs_status status = RS_OK;
    for (size_t i = 0; i < b->row.n && !status; i++) {
        const row *r = &b->row.at[i];
        while (t < words->token.n && words->token.at[t].begin < r->at.begin) t++;
        bool equal =
            t < words->token.n && words->token.at[t].begin == r->at.begin && words->token.at[t].end == r->at.end;
        if (equal)
            status = compare(b, r, &words->token.at[t], right, error);
        else
            other++;
    }
    if (!status)
        printf("  %-18s clitics %.4f  part of speech %.4f   of %zu; %zu of them other tokens here, counted as wrong\n",
               "words right", measure_share(right[0], b->row.n), measure_share(right[1], b->row.n), b->row.n, other);
    return status;
}

rs_status measure_words(const measure *m, const char *path, rs_error *error)
{
    book b = {.m = m, .path = path};
    rs_status status = measure_lines(path, read_line, &b, error);
    if (!status) status = measure_text(m, (rs_str){b.text.byte.at, b.text.byte.n}, error);
    if (!status) status = compare_all(&b, error);
    measure_tally_print(m, &b.tally);
    rs_vec_free(m->alloc, &b.text.byte);
    rs_vec_free(m->alloc, &b.pool);
    rs_vec_free(m->alloc, &b.row);
    return status;
}
