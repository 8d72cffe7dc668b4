/* SPDX-License-Identifier: MIT */
/* sound - what of a name stays the same however it is transliterated: the plain letters of its words, and of these
 * the consonants, in one alphabet for Arabic and Latin. For the search of names only; texts are read to the letter. */
#ifndef LEXICON_SOUND_H
#define LEXICON_SOUND_H

#include "text/text.h"

/* Stands between the words of a plain name, before the first and after the last. */
enum { RS_GAP = '_' };

/* rs_plain - the words of a name as folded letters, accents and apostrophes dropped. The number of letters and gaps;
 * 0 if there is no letter, or more than CAP. */
size_t rs_plain(rs_str utf8, uint8_t *out, size_t cap);
/* rs_plain_bare - N plain letters in place without the Latin articles before a word (al-, el-, ash-Sh). What is left.
 */
size_t rs_plain_bare(uint8_t *plain, size_t n);
/* rs_plain_initials - are the N_LETTER letters the initials of these words? Small words (of, the) need none. */
bool rs_plain_initials(const uint8_t *plain, size_t n, const uint8_t *letter, size_t n_letter);

/* rs_sound - the consonants of N plain letters; those that begin a word have the highest bit set, and a word that
 * begins with a vowel has a mark for it. OUT has room for N. Their number; 0 if there are too few to tell names apart.
 */
size_t rs_sound(const uint8_t *plain, size_t n, uint8_t *out);
/* rs_sound_match - 2 if NAME sounds as QUERY, 1 if some words of it in a row do, 0 else. Where QUERY has gaps between
 * words does not matter (Abd al-Fattah, Abdelfattah). */
int rs_sound_match(const uint8_t *name, size_t n, const uint8_t *query, size_t n_query);

#endif
