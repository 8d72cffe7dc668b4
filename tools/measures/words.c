/* SPDX-License-Identifier: MIT */
/* Are words taken apart rightly, and is their part of speech right? One word a line, its pieces joined by +, and the
 * tags of the pieces; rows tagged PUNC are no words, and those that end a sentence end a line of the text that is read.
 *
 * The annotation cuts off more than the coder does. Before the two are compared:
 *   - feminine and plural endings (NSUFF) and the tanwin (CASE) are joined to the stem;
 *   - so is the subject of a verb: the first PRON after V if it is one of ت ا ن نا وا ون ان ين ي تم و; objects stay
 * apart;
 *   - the printed word is its pieces in a row, but ل and ال are written لل (and للـ before a stem with ل: للجنة), and
 * من ما, عن ما, من من are written مما, عما, ممن, which are one piece;
 *   - of names, days of the week and adverbs, the article is part of the word for the coder: it is cut off here, as in
 * the annotation. Where it is not certain that there is one (لليبيا), either cut counts as right;
 *   - spellings are the printed ones on both sides.
 * Parts of speech are compared in three classes: verb (V), noun (NOUN ADJ NUM FOREIGN ABBREV; names are nouns),
 * particle (PREP CONJ PART PRON ADV FUT_PART; relatives, demonstratives and adverbs on our side). The tag of a word is
 * that of its stem; of clitics alone, particle. The two disagree on some words of the closed class for no reason of
 * reading: these are listed below, and the figure is given with and without them. */
#include "measure.h"

#include <stdio.h>

enum kind { VERB, NOUN, PARTICLE, N_CLASS };
enum { MAX_PIECE = 8, MAX_CUT = 120 };
static const char *const kinds[] = {"verb", "noun", "particle"};

/* Words whose part of speech is one of convention: the annotation follows their form, the coder their use. Either class
 * is right for them: noun or particle, for the last group verb or particle. As the word is taken apart, without a
 * conjunction before it and a pronoun behind it. */
static const char *const noun_or_particle[] = {
    /* what stands before a genitive as a preposition does: adverbs of place and time (ظروف) by their origin */
    "\u0645\u0639",                   /* مع */
    "\u0628\u0639\u062F",             /* بعد */
    "\u0628\u064A\u0646",             /* بين */
    "\u0642\u0628\u0644",             /* قبل */
    "\u062D\u0648\u0644",             /* حول */
    "\u062E\u0644\u0627\u0644",       /* خلال */
    "\u0646\u062D\u0648",             /* نحو */
    "\u0639\u0646\u062F",             /* عند */
    "\u062D\u064A\u0646",             /* حين */
    "\u0648\u0633\u0637",             /* وسط */
    "\u062F\u0627\u062E\u0644",       /* داخل */
    "\u062E\u0627\u0631\u062C",       /* خارج */
    "\u0639\u0628\u0631",             /* عبر */
    "\u0644\u062F\u0649",             /* لدى */
    "\u0644\u062F\u064A",             /* لدي */
    "\u0623\u062B\u0646\u0627\u0621", /* أثناء */
    "\u062F\u0648\u0646",             /* دون */
    "\u0625\u062B\u0631",             /* إثر */
    "\u062D\u0633\u0628",             /* حسب */
    "\u0631\u063A\u0645",             /* رغم */
    "\u0636\u062F",                   /* ضد */
    "\u0648\u0631\u0627\u0621",       /* وراء */
    "\u0625\u0632\u0627\u0621",       /* إزاء */
    "\u062A\u062C\u0627\u0647",       /* تجاه */
    "\u062A\u062D\u062A",             /* تحت */
    "\u0641\u0648\u0642",             /* فوق */
    "\u0642\u0631\u0628",             /* قرب */
    "\u0636\u0645\u0646",             /* ضمن */
    "\u0645\u0642\u0627\u0628\u0644", /* مقابل */
    "\u0648\u0641\u0642",             /* وفق */
    "\u0646\u062A\u064A\u062C\u0629", /* نتيجة */
    "\u0639\u062F\u0627",             /* عدا */
    /* the same with ب: a preposition of two pieces (بسبب) */
    "\u0628+\u0633\u0628\u0628",             /* ب+سبب */
    "\u0628+\u062D\u0636\u0648\u0631",       /* ب+حضور */
    "\u0628+\u062D\u0642",                   /* ب+حق */
    "\u0628+\u062E\u0635\u0648\u0635",       /* ب+خصوص */
    "\u0628+\u0631\u0639\u0627\u064A\u0629", /* ب+رعاية */
    "\u0628+\u062C\u0627\u0646\u0628",       /* ب+جانب */
    "\u0628+\u0634\u0623\u0646",             /* ب+شأن */
    "\u0628+\u0641\u0636\u0644",             /* ب+فضل */
    "\u0628+\u0648\u0627\u0633\u0637\u0629", /* ب+واسطة */
    "\u0628+\u0631\u0641\u0642\u0629",       /* ب+رفقة */
    "\u0628+\u062D\u0633\u0628",             /* ب+حسب */
    "\u0628+\u0646\u062D\u0648",             /* ب+نحو */
    /* words of quantity and identity, and what negates a noun */
    "\u0643\u0644",                         /* كل */
    "\u0628\u0639\u0636",                   /* بعض */
    "\u0623\u064A",                         /* أي */
    "\u0623\u064A\u0629",                   /* أية */
    "\u063A\u064A\u0631",                   /* غير */
    "\u0639\u062F\u0645",                   /* عدم */
    "\u0645\u0639\u0638\u0645",             /* معظم */
    "\u063A\u0627\u0644\u0628\u064A\u0629", /* غالبية */
    "\u0623\u063A\u0644\u0628\u064A\u0629", /* أغلبية */
    "\u0633\u0627\u0626\u0631",             /* سائر */
    "\u0646\u0641\u0633",                   /* نفس */
    "\u0630\u0627\u062A",                   /* ذات */
    "\u062D\u0648\u0627\u0644\u064A",       /* حوالي */
    /* adverbs by their use, nouns and adjectives in the accusative by their form */
    "\u062E\u0635\u0648\u0635\u0627",         /* خصوصا */
    "\u062E\u0627\u0635\u0629",               /* خاصة */
    "\u0637\u0628\u0639\u0627",               /* طبعا */
    "\u0639\u0645\u0648\u0645\u0627",         /* عموما */
    "\u062D\u0627\u0644\u064A\u0627",         /* حاليا */
    "\u0631\u0633\u0645\u064A\u0627",         /* رسميا */
    "\u0645\u0624\u062E\u0631\u0627",         /* مؤخرا */
    "\u0644\u0627\u062D\u0642\u0627",         /* لاحقا */
    "\u0633\u0631\u064A\u0639\u0627",         /* سريعا */
    "\u0641\u0648\u0631\u0627",               /* فورا */
    "\u0645\u0631\u0627\u0631\u0627",         /* مرارا */
    "\u0645\u0628\u0627\u0634\u0631\u0629",   /* مباشرة */
    "\u0645\u0628\u0643\u0631\u0627",         /* مبكرا */
    "\u062B\u0627\u0646\u064A\u0629",         /* ثانية */
    "\u0627\u0644+\u0622\u0646",              /* ال+آن */
    "\u0628+\u0627\u0644+\u0641\u0639\u0644", /* ب+ال+فعل */
    "\u0623\u0645\u0633",                     /* أمس */
};
/* the verb that negates; the coder needs nothing else of it */
static const char *const verb_or_particle[] = {
    "\u0644\u064A\u0633",             /* ليس */
    "\u0644\u064A\u0633\u062A",       /* ليست */
    "\u0644\u064A\u0633\u0648\u0627", /* ليسوا */
    "\u0644\u0633\u062A",             /* لست */
    "\u0644\u0633\u0646\u0627",       /* لسنا */
};

typedef struct row {
    measure_span at;        /* in the text */
    uint32_t cut_at, n_cut; /* in the pool: the word as it should be taken apart */
    enum kind kind, other;  /* the classes that are right: other differs for words of convention */
} row;

/* Words of one confidence. */
typedef struct band {
    size_t n, n_right;
} band;

typedef struct book {
    const measure *m;
    const char *path;
    measure_buffer text;
    RS_VEC(char) pool;
    RS_VEC(row) row;
    measure_tally tally;
    band band[101];
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

/* Is piece I a preposition whose ن is swallowed by the next piece? من and عن before ما and من are written مما, عما,
 * ممن. */
static bool assimilated(const rs_str *piece, size_t i, size_t n)
{
    static const char *const prepositions[] = {"\u0645\u0646", "\u0639\u0646"}, *const next[] = {"\u0645\u0627",
                                                                                                 "\u0645\u0646"};
    return i + 1 < n && is_one_of(piece[i], prepositions, RS_COUNT(prepositions)) &&
           is_one_of(piece[i + 1], next, RS_COUNT(next));
}

static rs_str without_last(rs_str piece) { return (rs_str){piece.p, piece.n - 2}; }

/* The annotated pieces as the coder cuts: endings joined to what they end. */
static cut cut_of_pieces(const rs_str *piece, const rs_str *tag, size_t n)
{
    cut c = {.n = 0};
    for (size_t i = 0; i < n; i++) {
        bool subject = i && tag_is(tag[i], "PRON") && tag_is(tag[i - 1], "V") && is_subject(piece[i]);
        bool joined = subject || tag_is(tag[i], "NSUFF") || tag_is(tag[i], "CASE");
        if (assimilated(piece, i, n))
            put_piece(&c, without_last(piece[i]));
        else if (joined || (i && assimilated(piece, i - 1, n)))
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
        put(&c, swallowed ? lam : assimilated(piece, i, n) ? without_last(piece[i]) : piece[i]);
    }
    return c;
}

/* Is one of LIST what stays of the word when AND and, if that does not suffice, a preposition are taken off its front?
 */
static bool listed(rs_str word, const char *const *list, size_t n)
{
    static const char *const prefixes[] = {"\u0648+", "\u0641+", "\u0628+", "\u0644+", "\u0643+"};
    for (size_t i = 0; i < n; i++) {
        rs_str one = rs_str_of(list[i]);
        if (word.n < one.n || memcmp(word.p, one.p, one.n) != 0) continue;
        if (word.n == one.n || word.p[one.n] == '+') return true;
    }
    for (size_t i = 0; i < RS_COUNT(prefixes); i++) {
        rs_str prefix = rs_str_of(prefixes[i]);
        if (word.n > prefix.n && memcmp(word.p, prefix.p, prefix.n) == 0)
            return listed((rs_str){word.p + prefix.n, word.n - prefix.n}, list, n);
    }
    return false;
}

static enum kind other_class(enum kind kind, rs_str word)
{
    bool noun = listed(word, noun_or_particle, RS_COUNT(noun_or_particle)),
         verb = listed(word, verb_or_particle, RS_COUNT(verb_or_particle));
    if (kind == NOUN && noun) return PARTICLE;
    if (kind == PARTICLE && noun) return NOUN;
    if (kind == VERB && verb) return PARTICLE;
    return kind;
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
    r.other = other_class(r.kind, (rs_str){apart.p, apart.n});
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

/* How many letters at the head of a stem can be the article of a name, a day of the week or an adverb, of which it is
 * a part in the lexicon: ال, or ل where ل stands before it. */
static size_t article_of(const rs_lexicon *lx, const rs_word *w, const rs_reading *r)
{
    const uint8_t *stem = w->letter + r->n_pro;
    size_t n = (size_t)w->n_letter - r->n_pro;
    const char *lemma = r->lemma == RS_NONE ? NULL : rs_lexicon_text(lx, lx->lemma[r->lemma].text);
    bool whole = lemma ? strncmp(lemma, "\u0627\u0644", 4) == 0 : rs_pos_of(r->feat) == RS_POS_NAME;
    if (!whole || r->pro & RS_PRO_AL || n < 4) return 0;
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
static rs_status compare(book *b, const row *r, const rs_token *t, size_t right[3], rs_error *error)
{
    const rs_words *words = &b->m->coder->words;
    rs_str gold = {b->pool.at + r->cut_at, r->n_cut};
    enum kind kind = class_of(words, t);
    bool kind_right = kind == r->kind || kind == r->other;
    rs_status status = RS_OK;
    cut c = {.n = 0};
    bool cut_right = t->kind == RS_TOKEN_NUMBER && !memchr(gold.p, '+', gold.n);
    if (t->kind == RS_TOKEN_WORD) {
        const rs_word *w = rs_token_word(words, t);
        const rs_reading *reading = rs_token_reading(words, t);
        size_t article = article_of(b->m->lexicon, w, reading);
        c = cut_of_reading(w, reading, 0);
        cut_right = w->latin || same(&c, gold);
        if (!cut_right && article) c = cut_of_reading(w, reading, article), cut_right = same(&c, gold);
    }
    right[0] += cut_right;
    if (t->kind == RS_TOKEN_WORD) {
        band *at = &b->band[t->confidence];
        at->n++, at->n_right += kind_right && cut_right;
    }
    right[1] += kind == r->kind;
    right[2] += kind_right;
    if (!cut_right)
        status = measure_tally_add(b->m, &b->tally, error, "cut: %.*s, not %.*s", (int)gold.n, gold.p, (int)c.n, c.p);
    if (!status && !kind_right)
        status = measure_tally_add(b->m, &b->tally, error, "%s, not %s: %.*s", kinds[r->kind], kinds[kind], (int)gold.n,
                                   gold.p);
    return status;
}

/* What the coder says of its choices, against how many of them are right in class and cut. */
static void print_bands(const book *b)
{
    printf("  %-18s", "confidence: right");
    for (size_t i = 0; i < RS_COUNT(b->band); i++)
        if (b->band[i].n)
            printf(" %zu%%: %.3f (%zu)", i, measure_share(b->band[i].n_right, b->band[i].n), b->band[i].n);
    printf("\n");
}

static rs_status compare_all(book *b, rs_error *error)
{
    const rs_words *words = &b->m->coder->words;
    size_t right[3] = {0, 0, 0}, other = 0, t = 0;
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
        printf("  %-18s clitics %.4f  part of speech %.4f, words of convention apart %.4f   of %zu; %zu of them other "
               "tokens here, counted as wrong\n",
               "words right", measure_share(right[0], b->row.n), measure_share(right[1], b->row.n),
               measure_share(right[2], b->row.n), b->row.n, other);
    if (!status) print_bands(b);
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
