/* SPDX-License-Identifier: MIT */
/* A folder compiled over a lexicon: what was there stays as it was, what is new is found beside it, and an id that is
 * there already means what the format says. The lexicon below is tests/data/lexicon, the folder tests/data/own. */
#include "support.h"
#include "compile/build.h"

#include <sys/stat.h>
#include <unistd.h>

static rs_lexicon *base, *extended;

static void fail_on_line(void *context, const char *line)
{
    (void)context;
    fail_msg("%s", line);
}

static int set_up(void **state)
{
    (void)state;
    rs_error error;
    if (rs_lexicon_compile(&base, NULL, t_path("lexicon"), fail_on_line, NULL, NULL, &error)) return -1;
    return rs_lexicon_compile(&extended, base, t_path("own"), fail_on_line, NULL, NULL, &error);
}

static int tear_down(void **state)
{
    (void)state;
    rs_lexicon_close(base);
    rs_lexicon_close(extended);
    return 0;
}

static void assert_same_section(const void *a, size_t n_a, const void *b, size_t n_b, size_t size)
{
    assert_int_equal(n_a, n_b);
    if (n_a) assert_memory_equal(a, b, n_a * size);
}

/* A table without rows adds nothing: every section is what it was, but for the order of edges that collide. */
static void test_nothing_added(void **state)
{
    (void)state;
    rs_error error;
    rs_lexicon *same;
    assert_int_equal(rs_lexicon_compile(&same, base, t_path("empty"), fail_on_line, NULL, NULL, &error), RS_OK);
#define SAME(name) assert_same_section(same->name, same->n_##name, base->name, base->n_##name, sizeof *base->name)
    SAME(pool), SAME(letter), SAME(bucket), SAME(form), SAME(analysis), SAME(lemma), SAME(node), SAME(tag);
    SAME(entity), SAME(role), SAME(place), SAME(frame), SAME(slot), SAME(need), SAME(trigger), SAME(companion);
    SAME(list), SAME(stage), SAME(example);
#undef SAME
    assert_int_equal(same->n_edge, base->n_edge);
    for (size_t e = 0; e < base->n_edge; e++)
        if (base->edge[e].from != RS_NONE)
            assert_int_equal(rs_lexicon_step(same, base->edge[e].from, base->edge[e].form), base->edge[e].to);
    rs_lexicon_close(same);
}

static uint32_t form_of(const rs_lexicon *lexicon, const char *word)
{
    uint8_t letter[RS_FORM_MAX];
    size_t n = rs_spell(rs_str_of(word), letter, sizeof letter);
    rs_fold(letter, n, letter);
    return rs_lexicon_form(lexicon, letter, n);
}

/* The tag of KIND of the name PHRASE; NULL if there is none. */
static const rs_image_tag *name_tag(const rs_lexicon *lexicon, const char *phrase, enum rs_tag kind)
{
    uint32_t node = RS_NONE;
    for (rs_str rest = rs_str_of(phrase); rest.n;) {
        char word[100];
        rs_str part = rs_str_split(rest, ' ', &rest);
        (void)snprintf(word, sizeof word, "%.*s", (int)part.n, part.p);
        uint32_t form = form_of(lexicon, word);
        node = form == RS_NONE ? RS_NONE : rs_lexicon_step(lexicon, node, form);
        if (node == RS_NONE) return NULL;
    }
    for (size_t i = 0; i < lexicon->node[node].n_tag; i++)
        if (lexicon->tag[lexicon->node[node].tag_at + i].kind == kind)
            return &lexicon->tag[lexicon->node[node].tag_at + i];
    return NULL;
}

static const rs_image_entity *entity(const rs_lexicon *lexicon, const char *name)
{
    const rs_image_tag *t = name_tag(lexicon, name, RS_TAG_ENTITY);
    if (!t) fail_msg("no entity '%s'", name);
    return &lexicon->entity[t->value];
}

/* Every form of the lexicon below has the readings that it had. */
static void test_words_stay(void **state)
{
    (void)state;
    for (uint32_t f = 0; f < base->n_form; f++) {
        const rs_image_form *form = &base->form[f];
        const uint8_t *letter = base->letter + form->letter_at;
        uint32_t now = rs_lexicon_form(extended, letter + 1, letter[0]);
        assert_int_not_equal(now, RS_NONE);
        const rs_image_form *new = &extended->form[now];
        assert_true(new->n_analysis >= form->n_analysis);
        for (uint32_t i = 0; i < form->n_analysis; i++) {
            const rs_image_analysis *a = &base->analysis[form->analysis_at + i],
                                    *c = &extended->analysis[new->analysis_at + i];
            assert_int_equal(a->lemma, c->lemma);
            assert_int_equal(a->feat, c->feat);
        }
    }
}

static void test_words_are_added(void **state)
{
    (void)state;
    static const char *const words[] = {"برج", "أبراج", "برجا", "برجين", "زقاق", "أزقة"};
    for (size_t i = 0; i < RS_COUNT(words); i++) {
        uint32_t before = form_of(base, words[i]), after = form_of(extended, words[i]);
        assert_true(before == RS_NONE || base->form[before].n_analysis == 0);
        assert_true(after != RS_NONE && extended->form[after].n_analysis > 0);
    }
}

static void test_entities(void **state)
{
    (void)state;
    /* two rows of one new id that do not follow each other are two roles of one entity */
    const rs_image_entity *zayn = entity(extended, "زين بن قيس");
    assert_ptr_equal(zayn, entity(extended, "أبو قيس"));
    assert_int_equal(zayn->n_role, 2);
    assert_int_equal(rs_lexicon_role(extended, zayn, 20020101)->sector[0], RS_SECTOR_GOV);
    assert_int_equal(rs_lexicon_role(extended, zayn, 20100101)->sector[0], RS_SECTOR_OPP);
    /* a row without code and sectors gives names only */
    const rs_image_entity *hariri = entity(extended, "الشيخ سعد");
    assert_ptr_equal(hariri, entity(extended, "سعد الحريري"));
    assert_int_equal(hariri->n_role, 2);
    assert_int_equal(rs_lexicon_role(extended, hariri, 20100101)->sector[0], RS_SECTOR_GOV);
    /* a row with them gives the roles too */
    const rs_image_entity *abdullah = entity(extended, "عبدالله الثاني");
    assert_ptr_equal(abdullah, entity(extended, "عبد الله بن الحسين"));
    assert_int_equal(abdullah->n_role, 1);
    assert_int_equal(rs_lexicon_role(extended, abdullah, 20100101)->sector[0], RS_SECTOR_MIL);
    assert_int_equal(extended->n_entity, base->n_entity + 1);
    assert_null(name_tag(base, "الشيخ سعد", RS_TAG_ENTITY));
}

static void test_places(void **state)
{
    (void)state;
    const rs_image_tag *aleppo = name_tag(extended, "الشهباء", RS_TAG_PLACE),
                       *old = name_tag(extended, "حلب", RS_TAG_PLACE);
    assert_true(aleppo && old);
    assert_int_equal(aleppo->value, old->value);
    assert_true(extended->place[old->value].lon > 37.19f); /* where the folder says, not the lexicon below */
    assert_non_null(name_tag(extended, "الزرقاء", RS_TAG_PLACE));
    assert_int_equal(extended->n_place, base->n_place + 1);
}

static size_t count_triggers(const rs_lexicon *lexicon, const char *frame, bool *added)
{
    size_t n = 0;
    for (size_t i = 0; i < lexicon->n_tag; i++) {
        if (lexicon->tag[i].kind != RS_TAG_TRIGGER) continue;
        const rs_image_frame *f = &lexicon->frame[lexicon->trigger[lexicon->tag[i].value].frame];
        if (strcmp(rs_lexicon_text(lexicon, f->id), frame) == 0) n++, *added = f->added;
    }
    return n;
}

static size_t count_examples(const rs_lexicon *lexicon, const char *frame, size_t *n_added)
{
    size_t n = 0;
    for (size_t i = 0; i < rs_lexicon_count(lexicon, "examples"); i++) {
        rs_example e = rs_lexicon_example(lexicon, i);
        if (strcmp(e.frame, frame) == 0) n++, *n_added += e.added != 0;
    }
    return n;
}

static void test_frames(void **state)
{
    (void)state;
    bool added = false;
    size_t n_added = 0;
    assert_int_equal(extended->n_frame, base->n_frame + 1);
    assert_int_equal(count_triggers(base, "assault.kill", &added), 1);
    assert_false(added);
    assert_int_equal(count_triggers(extended, "assault.kill", &added), 1); /* the new one instead of the old one */
    assert_true(added);
    assert_int_equal(count_triggers(extended, "assault.shell-tower", &added), 1);
    assert_true(added);
    assert_int_equal(count_triggers(extended, "assault.shell", &added), 1);
    assert_false(added);
    assert_int_equal(count_examples(extended, "assault.kill", &n_added), 2);
    assert_int_equal(n_added, 2);
}

/* What is written is what is opened. */
static int write_file(void *file, const char *bytes, size_t n) { return fwrite(bytes, 1, n, file) != n; }

static void test_file(void **state)
{
    (void)state;
    static char path[] = "/tmp/rasad-extend-XXXXXX";
    rs_error error;
    rs_lexicon *again;
    int descriptor = mkstemp(path);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    assert_non_null(file);
    assert_int_equal(rs_lexicon_write(extended, write_file, file), RS_OK);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(rs_lexicon_open(&again, path, NULL, &error), RS_OK);
    assert_string_equal(rs_lexicon_digest(again), rs_lexicon_digest(extended));
    assert_string_not_equal(rs_lexicon_digest(again), rs_lexicon_digest(base));
    assert_int_equal(again->header->size, extended->header->size);
    assert_memory_equal(again->header, extended->header, (size_t)extended->header->size);
    rs_lexicon_close(again);
    assert_int_equal(remove(path), 0);
}

/* Every allocation fails once: no lexicon, no crash, nothing left behind. */
static void test_no_memory(void **state)
{
    (void)state;
    size_t k = 1;
    for (bool reached = true; reached; k++) {
        t_counter counter;
        rs_alloc alloc = t_counting(&counter);
        rs_error error;
        rs_lexicon *lexicon = NULL;
        counter.fail_at = k;
        rs_status status = rs_lexicon_compile(&lexicon, base, t_path("own"), NULL, NULL, &alloc, &error);
        reached = counter.failed;
        assert_int_equal(status, reached ? RS_E_NOMEM : RS_OK);
        rs_lexicon_close(lexicon);
        assert_int_equal(counter.n_live, 0);
        assert_false(counter.wrong_size);
    }
    assert_true(k > 50);
}

typedef struct report {
    char text[4000];
    size_t n;
} report;

static void collect(void *context, const char *line)
{
    report *r = context;
    r->n += (size_t)snprintf(r->text + r->n, sizeof r->text - r->n, "%s\n", line);
}

/* Ids that are taken, and files that nobody reads. */
static void test_refused(void **state)
{
    (void)state;
    report r = {.n = 0};
    rs_error error;
    size_t n;
    rs_lexicon *lexicon = NULL;
    assert_int_equal(rs_lexicon_compile(&lexicon, base, t_path("taken"), collect, &r, NULL, &error), RS_E_DATA);
    assert_null(lexicon);
    char *expect = t_file(t_path("taken/expect"), &n);
    assert_string_equal(r.text, expect);
    free(expect);
}

/* A folder with the one file NAME of N bytes, or a pipe in its place if BYTES is NULL, compiled over the base. */
static rs_status compile_one(rs_lexicon **out, const char *name, const char *bytes, size_t n, report *r)
{
    char dir[] = "/tmp/rasad-own-XXXXXX", path[200];
    rs_error error;
    *r = (report){.n = 0};
    assert_non_null(mkdtemp(dir));
    (void)snprintf(path, sizeof path, "%s/%.*s", dir, (int)(strchr(name, '/') - name), name);
    assert_int_equal(mkdir(path, 0700), 0);
    (void)snprintf(path, sizeof path, "%s/%s", dir, name);
    if (bytes) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(bytes, 1, n, file), n);
        assert_int_equal(fclose(file), 0);
    } else {
        assert_int_equal(mkfifo(path, 0600), 0);
    }
    rs_status status = rs_lexicon_compile(out, base, dir, collect, r, NULL, &error);
    assert_int_equal(remove(path), 0);
    *strrchr(path, '/') = '\0';
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(dir), 0);
    return status;
}

#define PERSONS "id\tcode\tsectors\tfrom\tto\tenglish\tnames"

/* As editors of other systems save a table: with a byte-order mark, CR LF, spaces in a list, and no line end. */
static void test_other_editors(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF" PERSONS "\r\nperson.own\tSYR\tGOV; MIL\t-\t-\tOwn\tزيد "
                               "بكر; ~ بكر\r\n\r\nperson.two\tSYR\t-\t-\t-\tTwo\tخالد";
    report r;
    rs_lexicon *lexicon;
    assert_int_equal(compile_one(&lexicon, "names/persons.tsv", text, sizeof text - 1, &r), RS_OK);
    assert_int_equal(r.n, 0);
    const rs_image_tag *full = name_tag(lexicon, "زيد بكر", RS_TAG_ENTITY),
                       *part = name_tag(lexicon, "بكر", RS_TAG_ENTITY);
    assert_true(full && part && full->value == part->value);
    assert_int_equal(full->b, 0);
    assert_int_equal(part->b, 1); /* only in context, with a space before and after the mark */
    assert_int_equal(rs_lexicon_role(lexicon, &lexicon->entity[full->value], 0)->sector[1], RS_SECTOR_MIL);
    rs_lexicon_close(lexicon);
}

/* Nobody waits for what a pipe says. */
static void test_pipe(void **state)
{
    (void)state;
    report r;
    rs_lexicon *lexicon = NULL;
    assert_int_equal(compile_one(&lexicon, "names/persons.tsv", NULL, 0, &r), RS_E_DATA);
    assert_string_equal(r.text, "names/persons.tsv: error: cannot open it: it is no file\n");
}

/* A frame of the base may be written anew once. */
static void test_replaced_twice(void **state)
{
    (void)state;
#define FRAME "frame assault.kill\n why x\n verb x\n event ASSAULT\n yes x\n no x\n\n"
    static const char text[] = FRAME FRAME;
    report r;
    rs_lexicon *lexicon = NULL;
    assert_int_equal(compile_one(&lexicon, "frames/own.frames", text, sizeof text - 1, &r), RS_E_DATA);
    assert_non_null(strstr(r.text, "frames/own.frames:8:7: error: a second frame 'assault.kill'\n"));
#undef FRAME
}

/* White space is white space in a frame. */
static void test_frame_with_tabs(void **state)
{
    (void)state;
    static const char text[] = "frame\tassault.own\n\twhy\tx\n\tverb\tقتل\n\tevent\tASSAULT\n\tyes\tx\n\tno\tx\n";
    report r;
    rs_lexicon *lexicon = NULL;
    bool added = false;
    assert_int_equal(compile_one(&lexicon, "frames/own.frames", text, sizeof text - 1, &r), RS_OK);
    assert_int_equal(count_triggers(lexicon, "assault.own", &added), 1);
    rs_lexicon_close(lexicon);
}

/* Counts that would not fit their 16 bits are refused, once for each word; as many as are allowed are kept. */
static void test_crowd(void **state)
{
    (void)state;
    enum { N = 70000, ROW = 60 };
    for (int n = BUILD_MAX_TAG; n <= N; n += N - BUILD_MAX_TAG) {
        size_t room = sizeof PERSONS + (size_t)n * ROW;
        char *text = malloc(room);
        assert_non_null(text);
        size_t at = (size_t)snprintf(text, room, PERSONS "\n");
        for (int i = 0; i < n; i++)
            at += (size_t)snprintf(text + at, room - at, "person.x%d\tSYR\t-\t-\t-\tX\tزيد\n", i);
        report r;
        rs_lexicon *lexicon = NULL;
        rs_status status = compile_one(&lexicon, "names/persons.tsv", text, at, &r);
        free(text);
        if (n > BUILD_MAX_TAG) {
            assert_int_equal(status, RS_E_DATA);
            assert_string_equal(r.text, "names/persons.tsv:4098:1: error: more than 4096 things named by a phrase with "
                                        "'زيد'\n");
        } else {
            assert_int_equal(status, RS_OK);
        }
        rs_lexicon_close(lexicon);
    }
}

/* A file that is damaged anywhere is refused. */
static void test_damaged(void **state)
{
    (void)state;
    static char path[] = "/tmp/rasad-damaged-XXXXXX";
    rs_error error;
    rs_lexicon *again = NULL;
    uint64_t random = 7;
    size_t n = (size_t)extended->header->size;
    int descriptor = mkstemp(path);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w+b");
    assert_non_null(file);
    assert_int_equal(rs_lexicon_write(extended, write_file, file), RS_OK);
    for (int i = 0; i < 200; i++) {
        size_t at = t_random(&random) % (i % 2 ? n : sizeof(rs_image_header));
        int old = ((const unsigned char *)extended->header)[at];
        assert_true(fseek(file, (long)at, SEEK_SET) == 0 && fputc(old ^ (1 << i % 8), file) != EOF &&
                    fflush(file) == 0);
        assert_int_equal(rs_lexicon_open(&again, path, NULL, &error), RS_E_DATA);
        assert_true(fseek(file, (long)at, SEEK_SET) == 0 && fputc(old, file) != EOF && fflush(file) == 0);
    }
    assert_int_equal(rs_lexicon_open(&again, path, NULL, &error), RS_OK);
    rs_lexicon_close(again);
    for (int i = 0; i < 50; i++) {
        n = t_random(&random) % n;
        assert_int_equal(ftruncate(fileno(file), (off_t)n), 0);
        assert_int_equal(rs_lexicon_open(&again, path, NULL, &error), RS_E_DATA);
        if (!n) break;
    }
    assert_int_equal(fclose(file), 0);
    assert_int_equal(remove(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_added),
        cmocka_unit_test(test_words_stay),
        cmocka_unit_test(test_words_are_added),
        cmocka_unit_test(test_entities),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_frames),
        cmocka_unit_test(test_file),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_other_editors),
        cmocka_unit_test(test_pipe),
        cmocka_unit_test(test_replaced_twice),
        cmocka_unit_test(test_frame_with_tabs),
        cmocka_unit_test(test_crowd),
        cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests_name("compile/extend", tests, set_up, tear_down);
}
