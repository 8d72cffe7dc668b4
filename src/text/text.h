/* SPDX-License-Identifier: MIT */
/* text - the door of the text layer: bytes to code points, and what each code point is.
 *
 * A text is an array of code points; an index into it is a position, as records print them. Normalisation is a
 * view: nothing is ever removed from the array, so every position maps back to the text as received. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/base.h"
#include "text/letter.h"

/* What a code point is. */
typedef enum rs_class {
    RS_CLASS_OTHER,
    RS_CLASS_SPACE,
    RS_CLASS_NEWLINE,
    RS_CLASS_LETTER,
    RS_CLASS_MARK, /* vowels, shadda, tatweel, joiners: no letter, but inside a word */
    RS_CLASS_DIGIT,
    RS_CLASS_COMMA,
    RS_CLASS_STOP, /* . ! ? ؟ … ۔ */
    RS_CLASS_COLON,
    RS_CLASS_SEMICOLON,
    RS_CLASS_QUOTE, /* " ' “ ” « » */
    RS_CLASS_OPEN,  /* ( [ { */
    RS_CLASS_CLOSE,
    RS_CLASS_DASH,
    RS_CLASS_SLASH,
} rs_class;

/* Marks that tell readings apart. */
enum rs_mark {
    RS_MARK_NONE,
    RS_MARK_FATHATAN,
    RS_MARK_DAMMATAN,
    RS_MARK_KASRATAN,
    RS_MARK_FATHA,
    RS_MARK_DAMMA,
    RS_MARK_KASRA,
    RS_MARK_SHADDA,
    RS_MARK_SUKUN,
};

/* One row of the generated table: class, letter or digit or mark, and for ligatures the further letters. */
typedef struct rs_char {
    uint8_t cls;
    uint8_t letter; /* letter of a LETTER, value of a DIGIT, rs_mark of a MARK */
    uint16_t more;  /* index + 1 into rs_ligature: the letters after the first */
} rs_char;

extern const rs_char rs_char_table[65536];  /* generated from Unicode's data */
extern const uint8_t rs_ligature[][4];      /* generated; zero-terminated */
extern const uint8_t rs_letter_fold[128];   /* strict letter -> folded letter */
extern const uint16_t rs_letter_code[128];  /* strict letter -> code point */
extern const uint16_t rs_windows_1256[128]; /* generated: byte - 0x80 -> code point */

typedef struct rs_text {
    rs_str utf8;           /* valid UTF-8: as received, or the repaired copy */
    RS_VEC(char) repaired; /* used only if the input had errors */
    RS_VEC(uint16_t) cp;   /* code points; those beyond U+FFFF are 0xFFFD */
    RS_VEC(uint32_t) byte; /* byte offset of every 64th code point */
    size_t n_bad;          /* invalid sequences replaced by U+FFFD */
} rs_text;

/* rs_text_set - make TEXT show UTF8, which must outlive it; invalid bytes become U+FFFD, one each.
 * Errors   RS_E_NOMEM. Memory is kept for the next text. */
RS_NODISCARD rs_status rs_text_set(rs_text *text, const rs_alloc *alloc, rs_str utf8, rs_error *error);
void rs_text_free(rs_text *text, const rs_alloc *alloc);
/* rs_text_slice - the UTF-8 of the code points [begin, end); borrowed from the text. */
rs_str rs_text_slice(const rs_text *text, size_t begin, size_t end);

static inline rs_char rs_char_of(uint16_t cp) { return rs_char_table[cp]; }

/* rs_utf8_next - the code point at *at, which moves on; 0xFFFFFFFF for an invalid byte (which is skipped). */
uint32_t rs_utf8_next(const char *p, size_t n, size_t *at);
/* rs_utf8_put - write CP to OUT (room for 4 bytes); the number of bytes. */
size_t rs_utf8_put(uint32_t cp, char *out);

/* rs_spell - the letters of a UTF-8 word, marks dropped; at most CAP. The number of letters. */
size_t rs_spell(rs_str utf8, uint8_t *out, size_t cap);
/* rs_spell_number - VALUE as a word of digits, as it stands in names ("14 آذار"). The number of digits. */
size_t rs_spell_number(uint32_t value, uint8_t out[10]);
/* rs_spell_next - the folded letters, or the digits, of the next word of a name; *PHRASE moves behind it. Letters and
 * digits that are written together are two words ("عربي21"), as tokens are. The number of letters; 0 for a word
 * without, and at the end. */
size_t rs_spell_next(rs_str *phrase, uint8_t *out, size_t cap);
/* rs_fold - fold N strict letters to OUT (may be the same array). */
void rs_fold(const uint8_t *strict, size_t n, uint8_t *out);
/* rs_unspell - the UTF-8 of N letters; OUT has room for 2 * N bytes. The number of bytes. */
size_t rs_unspell(const uint8_t *letter, size_t n, char *out);

typedef enum rs_encoding {
    RS_ENCODING_UTF8,
    RS_ENCODING_UTF16LE,
    RS_ENCODING_UTF16BE,
    RS_ENCODING_WINDOWS_1256
} rs_encoding;

/* rs_decode_guess - the encoding of a file's first bytes; false if they look like no text at all (*at gets the byte
 * that gives it away). */
RS_NODISCARD bool rs_decode_guess(rs_str bytes, rs_encoding *out, size_t *at);
/* rs_decode_more - append the UTF-8 of BYTES in ENCODING to OUT. Errors: RS_E_NOMEM. */
typedef RS_VEC(char) rs_bytes;
RS_NODISCARD rs_status rs_decode_more(rs_bytes *out, const rs_alloc *alloc, rs_str bytes, rs_encoding encoding,
                                      rs_error *error);

#endif
