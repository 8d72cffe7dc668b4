/* SPDX-License-Identifier: MIT */
/* lexicon - the door of the compiled lexicon: reading only. It is immutable and may be shared by threads. */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include "lexicon/codes.h"
#include "lexicon/feature.h"
#include "lexicon/image.h"
#include "rasad/lexicon.h"
#include "text/text.h"

struct rs_lexicon {
    const rs_image_header *header;
#define RS_SECTION_MEMBER(name, type)                                                                                  \
    const type *name;                                                                                                  \
    size_t n_##name;
    RS_SECTION_LIST(RS_SECTION_MEMBER)
#undef RS_SECTION_MEMBER
    rs_alloc alloc;
    void *owned; /* the image, if it was made in memory */
    size_t n_owned;
    void *mapped; /* the image, if it lies in a file */
    size_t n_mapped;
};

/* rs_lexicon_attach - read the image at BYTES, which must outlive it and be aligned to 8. Errors: RS_E_DATA. */
RS_NODISCARD rs_status rs_lexicon_attach(rs_lexicon *lexicon, const void *bytes, size_t n, rs_error *error);

/* rs_lexicon_adopt - a lexicon of the image of N bytes in the block IMAGE of ROOM bytes, which is the lexicon's from then
 * on. Errors: RS_E_DATA, RS_E_NOMEM; IMAGE is then still the caller's. */
RS_NODISCARD rs_status rs_lexicon_adopt(rs_lexicon **out, void *image, size_t n, size_t room, const rs_alloc *alloc,
                                        rs_error *error);

/* rs_lexicon_seal - set the digest of HEADER, whose image goes on with BODY (header.size bytes in all). */
void rs_lexicon_seal(rs_image_header *header, const void *body);

/* rs_lexicon_form - the form with these folded letters; RS_NONE if there is none. */
uint32_t rs_lexicon_form(const rs_lexicon *lexicon, const uint8_t *letter, size_t n);
/* rs_lexicon_step - the trie node after FORM from NODE (RS_NONE: the root); RS_NONE if there is none. */
uint32_t rs_lexicon_step(const rs_lexicon *lexicon, uint32_t node, uint32_t form);
/* The hash by which forms are found, and that of edges: the compiler fills the tables with the same. */
uint32_t rs_lexicon_form_hash(const uint8_t *letter, size_t n);
static inline uint32_t rs_lexicon_edge_hash(uint32_t node, uint32_t form)
{
    uint32_t h = node * 0x9E3779B1u ^ form * 0x85EBCA77u;
    return h ^ h >> 15;
}

static inline const char *rs_lexicon_text(const rs_lexicon *lexicon, uint32_t at) { return lexicon->pool + at; }

/* The tags of a lemma; *n of them. */
static inline const rs_image_tag *rs_lexicon_tags(const rs_lexicon *lexicon, uint32_t lemma, size_t *n)
{
    const rs_image_lemma *l = &lexicon->lemma[lemma];
    *n = l->n_tag;
    return lexicon->tag + l->tag_at;
}

/* rs_lexicon_tag - the first tag of KIND of a lemma, NULL if there is none. */
const rs_image_tag *rs_lexicon_tag(const rs_lexicon *lexicon, uint32_t lemma, enum rs_tag kind);
/* rs_lexicon_has - is LEMMA in the list of N at AT? */
bool rs_lexicon_has(const rs_lexicon *lexicon, uint32_t list_at, uint32_t n, uint32_t lemma);
/* rs_lexicon_role - what ENTITY is on DAY (yyyymmdd; 0: its first role); never NULL for an entity with roles. */
const rs_image_role *rs_lexicon_role(const rs_lexicon *lexicon, const rs_image_entity *entity, uint32_t day);

#endif
