/* SPDX-License-Identifier: MIT */
/* gen_text - write the tables of the text layer: what each code point of the basic plane is, the letters of
 * ligatures and presentation forms, and windows-1256. Runs at build time; the facts come from Unicode's data as
 * utf8proc has them and from the C library's iconv, so that none of them is typed in by hand. */
#include "text/letter.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { NONE, SPACE, NEWLINE, LETTER, MARK, DIGIT, COMMA, STOP, COLON, SEMICOLON, QUOTE, OPEN, CLOSE, DASH, SLASH };

static const struct {
    int cp, letter;
} letters[] = {
#define ROW(name, cp, fold) {cp, RS_##name},
    RS_LETTER_LIST(ROW)
#undef ROW
};

static const struct {
    int cls;
    const char *chars;
} punctuation[] = {
    {COMMA, ",\u060C\u3001\uFF0C"},
    {STOP, ".!?\u061F\u2026\u06D4\uFF0E"},
    {COLON, ":\uFF1A"},
    {SEMICOLON, ";\u061B"},
    {QUOTE, "\"'`\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB\u2039\u203A\uFF02"},
    {SLASH, "/\\|"},
    {NEWLINE, "\n\r\u2028\u2029\xC2\x85"},
};

static unsigned short row[65536][3];
enum { MAX_LIGATURE = 2048 };
static unsigned char ligature[MAX_LIGATURE][4];
static int n_ligature;

static int letter_of(int cp)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].cp == cp) return letters[i].letter;
    return 0;
}

static int category_class(int cp)
{
    switch (utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF: return MARK;
    case UTF8PROC_CATEGORY_ND: return DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC: return SPACE;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI: return OPEN;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF: return CLOSE;
    case UTF8PROC_CATEGORY_PD: return DASH;
    default: return NONE;
    }
}

static int digit_value(int cp)
{
    int zero = cp;
    while (zero > 0 && utf8proc_category(zero - 1) == UTF8PROC_CATEGORY_ND && cp - zero < 9) zero--;
    return (cp & ~15) == (zero & ~15) && zero % 16 == 0 ? cp - zero : (cp - zero) % 10;
}

/* A compatibility form (ﻻ, ﷲ, ﺑ) stands for the letters it decomposes to. */
static void set_letter(int cp)
{
    utf8proc_int32_t out[32];
    int boundary = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char(cp, out, 32, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    int found[8], n_found = 0;
    int own = letter_of(cp);
    if (own) {
        row[cp][1] = (unsigned char)own;
        return;
    }
    /* recompose a hamza or madda onto its seat: decomposition splits أ into ا and a mark */
    for (utf8proc_ssize_t i = 0; i < n && n_found < 5; i++) {
        int c = out[i];
        if (i + 1 < n && out[i + 1] >= 0x0653 && out[i + 1] <= 0x0655) {
            int seat = c == 0x0627   ? (out[i + 1] == 0x0653   ? 0x0622
                                        : out[i + 1] == 0x0654 ? 0x0623
                                                               : 0x0625)
                       : c == 0x0648 ? 0x0624
                       : c == 0x064A ? 0x0626
                                     : c;
            c = seat, i++;
        }
        int l = letter_of(c);
        if (!l && c >= 'a' && c <= 'z') l = c;
        if (l) found[n_found++] = l;
    }
    if (n_found == 0 || n_found > 4) {
        row[cp][1] = RS_LETTER_OTHER;
        return;
    }
    row[cp][1] = (unsigned char)found[0];
    if (n_found == 1) return;
    if (n_ligature == MAX_LIGATURE) {
        fprintf(stderr, "gen_text: more ligatures than there is room for\n");
        exit(1);
    }
    for (int i = 1; i < n_found; i++) ligature[n_ligature][i - 1] = (unsigned char)found[i];
    row[cp][2] = (unsigned short)++n_ligature;
}

static void classify(int cp)
{
    int cls = category_class(cp);
    if (cp == 0x0640 || cp == 0x0670) cls = MARK;
    if (cp == '\t' || cp == 0x00A0) cls = SPACE;
    if (cp == 0x2014 || cp == 0x2013 || cp == 0x2015) cls = DASH;
    row[cp][0] = (unsigned char)cls;
    if (cls == LETTER) set_letter(cp);
    if (cls == DIGIT) row[cp][1] = (unsigned char)digit_value(cp);
    if (cp >= 0x064B && cp <= 0x0652) row[cp][1] = (unsigned char)(cp - 0x064B + 1);
}

static void classify_punctuation(void)
{
    for (size_t i = 0; i < sizeof punctuation / sizeof *punctuation; i++) {
        const unsigned char *p = (const unsigned char *)punctuation[i].chars;
        utf8proc_int32_t cp;
        for (utf8proc_ssize_t n; *p && (n = utf8proc_iterate(p, -1, &cp)) > 0; p += n)
            row[cp][0] = (unsigned char)punctuation[i].cls;
    }
}

static void print_windows_1256(void)
{
    iconv_t cd = iconv_open("UTF-16LE", "WINDOWS-1256");
    if (cd == (iconv_t)-1) {
        fprintf(stderr, "gen_text: iconv has no windows-1256\n");
        exit(1);
    }
    printf("const uint16_t rs_windows_1256[128] = {");
    for (int b = 128; b < 256; b++) {
        char in[1] = {(char)b}, out[4] = {0};
        char *ip = in, *op = out;
        size_t ni = 1, no = 4;
        unsigned cp = iconv(cd, &ip, &ni, &op, &no) == (size_t)-1
                          ? 0xFFFDu
                          : (unsigned)(unsigned char)out[0] | (unsigned)(unsigned char)out[1] << 8;
        printf("%s0x%04X,", b % 12 == 8 ? "\n " : " ", cp);
    }
    printf("\n};\n");
    iconv_close(cd);
}

int main(void)
{
    for (int cp = 0; cp < 65536; cp++)
        if (cp < 0xD800 || cp > 0xDFFF) classify(cp);
    classify_punctuation();
    printf("/* Generated by gen/gen_text.c from utf8proc %s (Unicode %s); do not edit. */\n", utf8proc_version(),
           utf8proc_unicode_version());
    printf("#include \"text/text.h\"\n\nconst rs_char rs_char_table[65536] = {");
    for (int cp = 0; cp < 65536; cp++)
        printf("%s{%d,%d,%d},", cp % 12 ? "" : "\n ", row[cp][0], row[cp][1], row[cp][2]);
    printf("\n};\n\nconst uint8_t rs_ligature[][4] = {\n");
    for (int i = 0; i < n_ligature; i++)
        printf(" {%d,%d,%d,%d},\n", ligature[i][0], ligature[i][1], ligature[i][2], ligature[i][3]);
    printf(" {0,0,0,0},\n};\n\n");
    print_windows_1256();
    return 0;
}
