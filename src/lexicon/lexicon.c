/* SPDX-License-Identifier: MIT */
/* Reading the compiled lexicon. Opening checks the header and that every section lies inside the block; it touches
 * nothing else, so it costs a page or two whatever the size. Offsets inside rows are trusted after the digest of a
 * file has been checked; the built-in image is part of the program. */
#include "lexicon/lexicon.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

extern const unsigned char rs_builtin_lexicon[], rs_builtin_lexicon_end[];

static rs_status bad(rs_error *error, const char *why)
{
    return rs_error_set(error, RS_E_DATA, "not a usable lexicon: %s", why);
}

rs_status rs_lexicon_attach(rs_lexicon *lexicon, const void *bytes, size_t n, rs_error *error)
{
    static const size_t row_size[] = {
#define SIZE(name, type) sizeof(type),
        RS_SECTION_LIST(SIZE)
#undef SIZE
    };
    const rs_image_header *h = bytes;
    if (n < sizeof *h || memcmp(h->magic, RS_IMAGE_MAGIC, 8) != 0)
        return bad(error, "it does not begin as one of this version does");
    if (h->byte_order != 0x01020304u) return bad(error, "it was built for another kind of machine");
    if (h->size != n || h->n_section != RS_COUNT(row_size)) return bad(error, "it is cut short or of another version");
    for (size_t i = 0; i < RS_COUNT(row_size); i++)
        if (h->section[i].at > n || h->section[i].n > (n - h->section[i].at) / row_size[i])
            return bad(error, "a section lies outside it");
    lexicon->header = h;
    size_t k = 0;
#define ATTACH(name, type)                                                                                             \
    lexicon->name = (const type *)(const void *)((const char *)bytes + h->section[k].at);                              \
    lexicon->n_##name = (size_t)h->section[k++].n;
    RS_SECTION_LIST(ATTACH)
#undef ATTACH
    return RS_OK;
}

/* The file as memory: only the pages that are read are loaded, and they are shared with other programs. */
static rs_status map_file(rs_lexicon *lexicon, const char *path, rs_error *error)
{
    struct stat info;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not be waited for */
    if (file < 0) return rs_error_set(error, RS_E_SYSTEM, "cannot open it: %s", strerror(errno));
    rs_status status = RS_OK;
    if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode))
        status = rs_error_set(error, RS_E_SYSTEM, "no file, and so no lexicon");
    else if (info.st_size == 0)
        status = bad(error, "it is empty");
    else {
        void *at = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
        if (at == MAP_FAILED)
            status = rs_error_set(error, RS_E_SYSTEM, "cannot read it: %s", strerror(errno));
        else
            lexicon->mapped = at, lexicon->n_mapped = (size_t)info.st_size;
    }
    (void)close(file);
    return status;
}

void rs_lexicon_seal(rs_image_header *header, const void *body)
{
    static const char digits[] = "0123456789abcdef";
    uint64_t table = XXH3_64bits_withSeed(header->section, sizeof header->section, header->size);
    uint64_t h = XXH3_64bits_withSeed(body, (size_t)header->size - sizeof *header, table);
    memset(header->digest, 0, sizeof header->digest);
    for (int i = 0; i < 12; i++) header->digest[i] = digits[h >> (60 - 4 * i) & 15];
}

static bool digest_right(const rs_lexicon *lexicon)
{
    rs_image_header again = *lexicon->header;
    rs_lexicon_seal(&again, (const char *)lexicon->header + sizeof again);
    return memcmp(again.digest, lexicon->header->digest, sizeof again.digest) == 0;
}

rs_status rs_lexicon_open(rs_lexicon **out, const char *path, const rs_alloc *alloc, rs_error *error)
{
    if (!alloc) alloc = &rs_alloc_default;
    rs_lexicon *lexicon = rs_mem_new(alloc, sizeof *lexicon);
    if (!lexicon) return rs_error_set(error, RS_E_NOMEM, "no memory for a lexicon");
    lexicon->alloc = *alloc;
    rs_status status;
    if (path) {
        status = map_file(lexicon, path, error);
        if (!status) status = rs_lexicon_attach(lexicon, lexicon->mapped, lexicon->n_mapped, error);
        if (!status && !digest_right(lexicon)) status = bad(error, "its digest does not fit its content");
        if (status) rs_error_at(error, path, 0, 0);
    } else {
        status = rs_lexicon_attach(lexicon, rs_builtin_lexicon, (size_t)(rs_builtin_lexicon_end - rs_builtin_lexicon),
                                   error);
    }
    if (status) {
        rs_lexicon_close(lexicon);
        return status;
    }
    *out = lexicon;
    return RS_OK;
}

void rs_lexicon_close(rs_lexicon *lexicon)
{
    if (!lexicon) return;
    rs_alloc alloc = lexicon->alloc;
    if (lexicon->mapped) (void)munmap(lexicon->mapped, lexicon->n_mapped);
    rs_mem_free(&alloc, lexicon->owned, lexicon->n_owned);
    rs_mem_free(&alloc, lexicon, sizeof *lexicon);
}

rs_status rs_lexicon_adopt(rs_lexicon **out, void *image, size_t n, size_t room, const rs_alloc *alloc, rs_error *error)
{
    rs_lexicon *lexicon = rs_mem_new(alloc, sizeof *lexicon);
    if (!lexicon) return rs_error_set(error, RS_E_NOMEM, "no memory for a lexicon");
    lexicon->alloc = *alloc;
    rs_status status = rs_lexicon_attach(lexicon, image, n, error);
    if (status) {
        rs_mem_free(alloc, lexicon, sizeof *lexicon);
        return status;
    }
    lexicon->owned = image;
    lexicon->n_owned = room;
    *out = lexicon;
    return RS_OK;
}

rs_status rs_lexicon_write(const rs_lexicon *lexicon, rs_write_fn *fn, void *context)
{
    const rs_image_header *h = lexicon->header;
    return fn(context, (const char *)h, (size_t)h->size) ? RS_E_SYSTEM : RS_OK;
}

const char *rs_lexicon_digest(const rs_lexicon *lexicon) { return lexicon->header->digest; }

size_t rs_lexicon_count(const rs_lexicon *lexicon, const char *what)
{
    const struct {
        const char *name;
        size_t n;
    } counts[] = {
        {"forms", lexicon->n_form},   {"lemmas", lexicon->n_lemma}, {"entities", lexicon->n_entity},
        {"places", lexicon->n_place}, {"frames", lexicon->n_frame}, {"examples", lexicon->n_example},
    };
    for (size_t i = 0; i < RS_COUNT(counts); i++)
        if (strcmp(what, counts[i].name) == 0) return counts[i].n;
    return 0;
}

rs_example rs_lexicon_example(const rs_lexicon *lexicon, size_t at)
{
    const rs_image_example *e = &lexicon->example[at];
    const rs_image_frame *f = &lexicon->frame[e->frame];
    return (rs_example){rs_lexicon_text(lexicon, f->id),
                        rs_lexicon_text(lexicon, f->source),
                        rs_event_name((rs_event)f->event),
                        rs_lexicon_text(lexicon, e->text),
                        rs_lexicon_text(lexicon, e->expect),
                        (int)e->yes,
                        (int)f->added};
}

uint32_t rs_lexicon_form_hash(const uint8_t *letter, size_t n) { return rs_hash32(letter, n); }

uint32_t rs_lexicon_form(const rs_lexicon *lexicon, const uint8_t *letter, size_t n)
{
    size_t mask = lexicon->n_bucket - 1;
    for (size_t i = rs_lexicon_form_hash(letter, n) & mask;; i = (i + 1) & mask) {
        uint32_t f = lexicon->bucket[i];
        if (f == RS_NONE) return RS_NONE;
        const uint8_t *l = lexicon->letter + lexicon->form[f].letter_at;
        if (l[0] == n && memcmp(l + 1, letter, n) == 0) return f;
    }
}

uint32_t rs_lexicon_step(const rs_lexicon *lexicon, uint32_t node, uint32_t form)
{
    if (node == RS_NONE) return lexicon->form[form].root_node;
    if (!lexicon->node[node].more) return RS_NONE;
    size_t mask = lexicon->n_edge - 1;
    for (size_t i = rs_lexicon_edge_hash(node, form) & mask;; i = (i + 1) & mask) {
        const rs_image_edge *e = &lexicon->edge[i];
        if (e->from == RS_NONE) return RS_NONE;
        if (e->from == node && e->form == form) return e->to;
    }
}

const rs_image_tag *rs_lexicon_tag(const rs_lexicon *lexicon, uint32_t lemma, enum rs_tag kind)
{
    size_t n;
    const rs_image_tag *tag = rs_lexicon_tags(lexicon, lemma, &n);
    for (size_t i = 0; i < n; i++)
        if (tag[i].kind == kind) return &tag[i];
    return NULL;
}

bool rs_lexicon_has(const rs_lexicon *lexicon, uint32_t list_at, uint32_t n, uint32_t lemma)
{
    for (uint32_t i = 0; i < n; i++)
        if (lexicon->list[list_at + i] == lemma) return true;
    return false;
}

const rs_image_role *rs_lexicon_role(const rs_lexicon *lexicon, const rs_image_entity *entity, uint32_t day)
{
    const rs_image_role *role = lexicon->role + entity->role_at, *best = role;
    for (uint32_t i = 0; day && i < entity->n_role; i++)
        if (role[i].from <= day && day <= role[i].to) best = &role[i];
    return best;
}
