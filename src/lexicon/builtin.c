/* SPDX-License-Identifier: MIT */
/* The lexicon as part of the program: the compiled image, taken in as bytes by the assembler, so that it costs neither
 * compile time nor start-up time. */
#include "lexicon/lexicon.h"
#include "lexicon_digest.h"

extern const unsigned char rs_builtin_lexicon[], rs_builtin_lexicon_end[];
/* named here so that the object changes with the image */
extern const char rs_builtin_digest[];
const char rs_builtin_digest[] = RASAD_LEXICON_DIGEST;

__asm__(".section .rodata\n"
        ".balign 8\n"
        ".globl rs_builtin_lexicon\n"
        ".hidden rs_builtin_lexicon\n"
        "rs_builtin_lexicon:\n"
        ".incbin \"" RASAD_LEXICON_FILE "\"\n"
        ".globl rs_builtin_lexicon_end\n"
        ".hidden rs_builtin_lexicon_end\n"
        "rs_builtin_lexicon_end:\n"
        ".byte 0\n"
        ".previous\n");
