/* SPDX-License-Identifier: MIT */
/* The lexicon as part of the program: the compiled image, taken in as bytes by the assembler, so that it costs neither
 * compile time nor start-up time. */
#include "lexicon/lexicon.h"

extern const unsigned char rs_builtin_lexicon[], rs_builtin_lexicon_end[];

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
