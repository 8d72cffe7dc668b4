/* SPDX-License-Identifier: MIT */
/* The compiled lexicon against a linear scan: of what the compiler generated, and of the rows of the tables it read.
 * The folder is tests/data/lexicon, a lexicon of a few rows of each kind. */
#include "support.h"
#include "compile/build.h"

static build b;
static rs_image_bytes image;
static rs_lexicon lexicon;

static void no_report(void *context, const char *line)
{
    (void)context;
    fail_msg("%s", line);
}

/* As rs_compile_dir does it, but what was generated is kept. */
static int set_up(void **state)
{
    (void)state;
    static char dir[1024];
    rs_error error;
    (void)snprintf(dir, sizeof dir, "%s", t_path("lexicon"));
    b = (build){.alloc = rs_alloc_default, .dir = dir, .report = no_report};
    (void)build_text(&b, (rs_str){"", 0});
    build_words(&b);
    build_names(&b);
    build_tables(&b);
    build_frames(&b);
    if (b.n_error || !build_lay_out(&b, &image)) return -1;
    return rs_lexicon_attach(&lexicon, image.at, image.n, &error);
}

static const uint8_t *letters_of(uint32_t form, size_t *n)
{
    const uint8_t *l = b.letter.at + b.form.at[form].letter_at;
    *n = l[0];
    return l + 1;
}

static uint32_t scan_form(const uint8_t *letter, size_t n)
{
    for (uint32_t f = 0; f < b.form.n; f++) {
        size_t n_own;
        const uint8_t *own = letters_of(f, &n_own);
        if (n_own == n && memcmp(own, letter, n) == 0) return f;
    }
    return RS_NONE;
}

static void test_same_as_compile_dir(void **state)
{
    (void)state;
    t_counter counter;
    rs_alloc alloc = t_counting(&counter);
    rs_image_bytes other = {0};
    rs_error error;
    assert_int_equal(rs_compile_dir(&other, NULL, &alloc, b.dir, no_report, NULL, &error), RS_OK);
    assert_int_equal(other.n, image.n);
    assert_memory_equal(other.at, image.at, image.n); /* the same data give the same bytes */
    assert_int_equal(counter.n_live, 1);
    rs_vec_free(&alloc, &other);
    assert_int_equal(counter.n_live, 0);
    assert_false(counter.wrong_size);
}

static const uint32_t mood = RS_FEAT_INDICATIVE | RS_FEAT_SUBJUNCTIVE;

static bool same_strict(uint32_t a, uint32_t c)
{
    return b.letter.at[a] == b.letter.at[c] && memcmp(b.letter.at + a, b.letter.at + c, b.letter.at[a] + 1u) == 0;
}

/* Every form that was generated is found, with what was generated for it. */
static void test_every_form_is_found(void **state)
{
    (void)state;
    assert_true(b.use.n > 2000);
    for (size_t u = 0; u < b.use.n; u++) {
        const build_use *use = &b.use.at[u];
        size_t n;
        const uint8_t *letter = letters_of(use->form, &n);
        uint32_t form = rs_lexicon_form(&lexicon, letter, n);
        assert_int_equal(form, use->form);
        bool found = false;
        for (size_t i = 0; i < lexicon.form[form].n_analysis; i++) {
            const rs_image_analysis *a = &lexicon.analysis[lexicon.form[form].analysis_at + i];
            found |= a->lemma == use->lemma && same_strict(a->strict_at, use->strict_at) &&
                     (a->feat & use->feat) == use->feat && (a->feat & ~mood) == (use->feat & ~mood);
        }
        if (!found) fail_msg("use %zu is lost", u);
    }
}

/* And nothing else is: as many readings as a scan finds different ones. */
static void test_no_reading_too_many(void **state)
{
    (void)state;
    size_t n_analysis = 0, n_different = 0;
    for (size_t f = 0; f < lexicon.n_form; f++) n_analysis += lexicon.form[f].n_analysis;
    for (size_t u = 0; u < b.use.n; u++) {
        bool seen = false;
        for (size_t v = 0; v < u && !seen; v++)
            seen = b.use.at[v].form == b.use.at[u].form && b.use.at[v].lemma == b.use.at[u].lemma &&
                   same_strict(b.use.at[v].strict_at, b.use.at[u].strict_at) &&
                   (b.use.at[v].feat & ~mood) == (b.use.at[u].feat & ~mood);
        n_different += !seen;
    }
    assert_true(n_analysis >= n_different);
    assert_true(n_analysis == n_different); /* readings that differ in mood only become one, also of words with hamza */
    assert_int_equal(n_analysis, lexicon.n_analysis);
    assert_int_equal(lexicon.n_form, b.form.n);
}

/* Words that are near those of the lexicon, or far: the table says what the scan says. */
static void test_other_words(void **state)
{
    (void)state;
    uint64_t seed = 11;
    size_t n_none = 0, n_found = 0;
    for (int k = 0; k < 20000; k++) {
        uint8_t letter[RS_FORM_MAX];
        size_t n;
        const uint8_t *own = letters_of(t_random(&seed) % (uint32_t)b.form.n, &n);
        memcpy(letter, own, n);
        uint32_t how = t_random(&seed) % 4;
        if (how == 0) letter[t_random(&seed) % n] = (uint8_t)(1 + t_random(&seed) % (RS_LETTER_ARABIC_END - 1));
        if (how == 1 && n > 1) n--;
        if (how == 2 && n < RS_FORM_MAX) letter[n++] = RS_HEH;
        if (how == 3) n = 1 + t_random(&seed) % 3;
        uint32_t want = scan_form(letter, n), got = rs_lexicon_form(&lexicon, letter, n);
        assert_int_equal(got, want);
        n_none += want == RS_NONE, n_found += want != RS_NONE;
    }
    assert_true(n_none > 1000 && n_found > 1000); /* the test sees both */
}

/* Every step of the trie from every node by every form. */
static void test_every_step(void **state)
{
    (void)state;
    assert_true(b.edge.n > 5);
    for (uint32_t node = 0; node < b.node.n; node++)
        for (uint32_t form = 0; form < b.form.n; form++) {
            uint32_t want = RS_NONE;
            for (size_t e = 0; e < b.edge.n; e++)
                if (b.edge.at[e].from == node && b.edge.at[e].form == form) want = b.edge.at[e].to;
            assert_int_equal(rs_lexicon_step(&lexicon, node, form), want);
        }
}

static void check_tags(const build_tag *tag, size_t n_tag, uint32_t owner, uint32_t at, size_t n)
{
    size_t k = 0;
    for (size_t t = 0; t < n_tag; t++) {
        if (tag[t].owner != owner) continue;
        assert_true(k < n);
        assert_memory_equal(&lexicon.tag[at + k], &tag[t].tag, sizeof(rs_image_tag));
        k++;
    }
    assert_int_equal(k, n);
}

static void test_every_tag(void **state)
{
    (void)state;
    for (uint32_t o = 0; o < b.node.n; o++)
        check_tags(b.node_tag.at, b.node_tag.n, o, lexicon.node[o].tag_at, lexicon.node[o].n_tag);
    for (uint32_t o = 0; o < b.lemma.n; o++) {
        size_t n;
        const rs_image_tag *tag = rs_lexicon_tags(&lexicon, o, &n);
        check_tags(b.lemma_tag.at, b.lemma_tag.n, o, (uint32_t)(tag - lexicon.tag), n);
        for (unsigned kind = 1; kind <= RS_TAG_MODIFIER; kind++) {
            const rs_image_tag *first = NULL;
            for (size_t i = n; i-- > 0;)
                if (tag[i].kind == kind) first = &tag[i];
            assert_ptr_equal(rs_lexicon_tag(&lexicon, o, (enum rs_tag)kind), first);
        }
    }
}

/* The tables again, row by row: is the word of COLUMN a lemma with the row's id? */
typedef struct table {
    size_t column;
    unsigned pos;
} table;

static bool word_row(void *context, const t_row *row, t_note *note)
{
    const table *t = context;
    if (row->line == 1) return true;
    for (rs_str rest = row->field[t->column]; rest.n;) {
        rs_str word = rs_str_split(rest, ';', &rest);
        uint8_t letter[RS_FORM_MAX];
        if (word.p[0] == '?' || word.p[0] == '~') word.p++, word.n--;
        if (memchr(word.p, ' ', word.n)) continue;
        size_t n = rs_spell(word, letter, sizeof letter);
        rs_fold(letter, n, letter);
        uint32_t form = rs_lexicon_form(&lexicon, letter, n);
        bool found = false;
        for (size_t i = 0; form != RS_NONE && i < lexicon.form[form].n_analysis; i++) {
            const rs_image_analysis *a = &lexicon.analysis[lexicon.form[form].analysis_at + i];
            const rs_image_lemma *lemma = &lexicon.lemma[a->lemma];
            found |= rs_str_eq(row->field[0], rs_str_of(rs_lexicon_text(&lexicon, lemma->id))) &&
                     rs_pos_of(a->feat) == t->pos;
        }
        if (!found) t_say(note, "no lemma %.*s", (int)word.n, word.p);
    }
    return note->n == 0;
}

static void test_rows_are_lemmas(void **state)
{
    (void)state;
    t_table("lexicon/lexicon/nouns.tsv", 6, 6, 6, word_row, &(table){5, RS_POS_NOUN});
    t_table("lexicon/lexicon/adjectives.tsv", 4, 6, 6, word_row, &(table){5, RS_POS_ADJ});
    t_table("lexicon/lexicon/numbers.tsv", 5, 4, 4, word_row, &(table){3, RS_POS_NUM});
    t_table("lexicon/names/agents.tsv", 4, 7, 7, word_row, &(table){6, RS_POS_NOUN});
    t_table("lexicon/names/firstnames.tsv", 4, 5, 5, word_row, &(table){4, RS_POS_NAME});
    t_table("lexicon/names/nations.tsv", 3, 7, 7, word_row, &(table){4, RS_POS_ADJ});
}

/* The node at the end of a phrase, RS_NONE. */
static uint32_t walk(rs_str phrase)
{
    uint32_t node = RS_NONE;
    for (rs_str rest = phrase; rest.n;) {
        uint8_t letter[RS_FORM_MAX];
        size_t n = rs_spell(rs_str_split(rest, ' ', &rest), letter, sizeof letter);
        rs_fold(letter, n, letter);
        uint32_t form = rs_lexicon_form(&lexicon, letter, n);
        if (form == RS_NONE) return RS_NONE;
        node = rs_lexicon_step(&lexicon, node, form);
        if (node == RS_NONE) return RS_NONE;
    }
    return node;
}

static const char *id_of(const rs_image_tag *tag)
{
    bool entity = tag->kind == RS_TAG_ENTITY || tag->kind == RS_TAG_NATION || tag->kind == RS_TAG_BODY;
    if (entity) return rs_lexicon_text(&lexicon, lexicon.entity[tag->value].id);
    return tag->kind == RS_TAG_PLACE ? rs_lexicon_text(&lexicon, lexicon.place[tag->value].id) : "";
}

static bool name_row(void *context, const t_row *row, t_note *note)
{
    const size_t *column = context;
    if (row->line == 1) return true;
    for (rs_str rest = row->field[*column]; rest.n;) {
        rs_str name = rs_str_split(rest, ';', &rest);
        bool marked = name.p[0] == '?' || name.p[0] == '~', found = false;
        if (marked) name.p++, name.n--;
        uint32_t node = walk(name);
        for (size_t i = 0; node != RS_NONE && i < lexicon.node[node].n_tag; i++) {
            const rs_image_tag *tag = &lexicon.tag[lexicon.node[node].tag_at + i];
            found |= rs_str_eq(row->field[0], rs_str_of(id_of(tag))) && tag->b == marked;
        }
        if (!found) t_say(note, "no name %.*s", (int)name.n, name.p);
    }
    return note->n == 0;
}

static void test_rows_are_names(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        size_t least, columns, column;
    } tables[] = {{"lexicon/names/persons.tsv", 4, 7, 6}, {"lexicon/names/groups.tsv", 2, 7, 6},
                  {"lexicon/names/media.tsv", 2, 7, 6},   {"lexicon/names/organisations.tsv", 2, 7, 6},
                  {"lexicon/names/nations.tsv", 3, 7, 6}, {"lexicon/names/bodies.tsv", 2, 4, 3},
                  {"lexicon/places/places.tsv", 4, 9, 8}};
    for (size_t i = 0; i < RS_COUNT(tables); i++) {
        size_t column = tables[i].column;
        t_table(tables[i].file, tables[i].least, tables[i].columns, tables[i].columns, name_row, &column);
    }
}

/* Spellings that the compiler derives, and what it must not. */
static void test_derived_names(void **state)
{
    (void)state;
    assert_int_not_equal(
        walk(RS_LIT("\u0639\u0628\u062F\u0627\u0644\u0644\u0647 \u0627\u0644\u062B\u0627\u0646\u064A")),
        RS_NONE);                                                                    /* عبدالله الثاني */
    assert_int_equal(walk(RS_LIT("\u0627\u0644\u062B\u0627\u0646\u064A")), RS_NONE); /* الثاني alone */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_as_compile_dir), cmocka_unit_test(test_every_form_is_found),
        cmocka_unit_test(test_no_reading_too_many), cmocka_unit_test(test_other_words),
        cmocka_unit_test(test_every_step),          cmocka_unit_test(test_every_tag),
        cmocka_unit_test(test_rows_are_lemmas),     cmocka_unit_test(test_rows_are_names),
        cmocka_unit_test(test_derived_names),
    };
    return cmocka_run_group_tests_name("compile/compile", tests, set_up, NULL);
}
