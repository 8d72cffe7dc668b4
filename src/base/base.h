/* SPDX-License-Identifier: MIT */
/* base - the door of the lowest layer: memory, vectors, hashing, errors. Knows neither Arabic nor files. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include "rasad/base.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

/* A broken invariant traps in every build; it never becomes undefined behaviour. */
#define RS_BUG_IF(condition)                                                                                           \
    do {                                                                                                               \
        if (condition) __builtin_trap();                                                                               \
    } while (0)

#define RS_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A string literal as an rs_str. */
#define RS_LIT(literal) ((rs_str){(literal), sizeof(literal) - 1})

/* The allocator of the C library; where the caller gave none. */
extern const rs_alloc rs_alloc_default;

RS_NODISCARD void *rs_mem_new(const rs_alloc *alloc, size_t n);
void rs_mem_free(const rs_alloc *alloc, void *old, size_t n);

/* rs_error_set - fill ERROR (which may be NULL) and return STATUS, so that `return rs_error_set(...)` reads well. */
rs_status rs_error_set(rs_error *error, rs_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* rs_error_at - say in which source and line the error lies; the text stays. */
void rs_error_at(rs_error *error, const char *source, size_t line, size_t column);

/* rs_vec - a growable array. Reserve may fail; take cannot, and traps beyond what was reserved.
 * Memory stays with the vector when it is cleared: that is how a second document costs no allocation. */
#define RS_VEC(type)                                                                                                   \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        size_t n, cap;                                                                                                 \
    }

RS_NODISCARD bool rs_vec_grow(const rs_alloc *alloc, void **at, size_t *cap, size_t n, size_t size);

/* Room for N elements in all; true on success. */
#define rs_vec_reserve(alloc, v, want)                                                                                 \
    ((want) <= (v)->cap || rs_vec_grow((alloc), (void **)&(v)->at, &(v)->cap, (want), sizeof *(v)->at))
/* Room for N more; true on success. */
#define rs_vec_more(alloc, v, more) rs_vec_reserve((alloc), (v), (v)->n + (more))
/* The next element, which must have been reserved. */
#define rs_vec_take(v) (rs_vec_check((v)->n, (v)->cap), &(v)->at[(v)->n++])
#define rs_vec_clear(v) ((v)->n = 0)
#define rs_vec_free(alloc, v)                                                                                          \
    do {                                                                                                               \
        rs_mem_free((alloc), (v)->at, (v)->cap * sizeof *(v)->at);                                                     \
        (v)->at = NULL;                                                                                                \
        (v)->n = (v)->cap = 0;                                                                                         \
    } while (0)

static inline void rs_vec_check(size_t n, size_t cap) { RS_BUG_IF(n >= cap); }

/* FNV-1a over bytes, with a final mix so that low bits can index a table. */
uint32_t rs_hash32(const void *bytes, size_t n);
uint64_t rs_hash64(const void *bytes, size_t n, uint64_t seed);

static inline bool rs_str_eq(rs_str a, rs_str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }

static inline rs_str rs_str_of(const char *text) { return (rs_str){text, strlen(text)}; }

/* The part of TEXT before the first SEPARATOR; *rest gets what follows, {NULL, 0} if there was none. */
rs_str rs_str_split(rs_str text, char separator, rs_str *rest);
rs_str rs_str_trim(rs_str text);
/* A decimal number, with a sign and a fraction; false if TEXT is none. No locale. */
RS_NODISCARD bool rs_str_number(rs_str text, double *out);

#endif
