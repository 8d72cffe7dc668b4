/* SPDX-License-Identifier: MIT */
/* The only file that calls the C allocator. All memory goes through one function with the old and the new size,
 * so that a test can count calls, make the k-th one fail, or refuse all after it. Vectors double; they never
 * shrink, because a worker codes one document after another and the largest one sets its memory. */
#include "base/base.h"

#include <stdlib.h>

static void *default_fn(void *context, void *old, size_t n_old, size_t n_new)
{
    (void)context;
    (void)n_old;
    if (n_new == 0) {
        free(old);
        return NULL;
    }
    return realloc(old, n_new);
}

const rs_alloc rs_alloc_default = {default_fn, NULL};

void *rs_mem_new(const rs_alloc *alloc, size_t n)
{
    void *new = alloc->fn(alloc->context, NULL, 0, n ? n : 1);
    if (new) memset(new, 0, n);
    return new;
}

void rs_mem_free(const rs_alloc *alloc, void *old, size_t n)
{
    if (old) (void)alloc->fn(alloc->context, old, n, 0);
}

bool rs_vec_grow(const rs_alloc *alloc, void **at, size_t *cap, size_t n, size_t size)
{
    size_t want = *cap ? *cap : 16;
    while (want < n) {
        if (want > SIZE_MAX / 2 / size) return false;
        want *= 2;
    }
    void *new = alloc->fn(alloc->context, *at, *cap * size, want * size);
    if (!new) return false;
    *at = new;
    *cap = want;
    return true;
}
