/* SPDX-License-Identifier: MIT */
/* The compiler of the lexicon links the reader but has no lexicon yet: this stands in for it. */
#include <stdint.h>

extern const unsigned char rs_builtin_lexicon[], rs_builtin_lexicon_end[];
_Alignas(8) const unsigned char rs_builtin_lexicon[1] = {0};
const unsigned char rs_builtin_lexicon_end[1] = {0};
