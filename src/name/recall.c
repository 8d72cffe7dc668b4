/* SPDX-License-Identifier: MIT */
/* What a document remembers of the names of persons in it: after "نجيب محفوظ", "محفوظ" is that person. Words are known
 * by a hash of their folded letters, because the same name with another proclitic is another word to the cache. */
#include "name/person.h"

enum { MIN_LETTERS = 3 };

/* The hash of a word without its first N letters; 0 if too little is left. لل stands for ل and ال. */
static uint32_t hash_of(const rs_word *w, size_t n, uint8_t pro)
{
    uint8_t letter[RS_MAX_LETTER + 1], *rest = letter;
    if (n + MIN_LETTERS > w->n_letter) return 0;
    bool swallowed = (pro & RS_PRO_L) && (pro & RS_PRO_AL);
    if (swallowed) *rest++ = RS_ALEF;
    rs_fold(w->letter + n, w->n_letter - n, rest);
    uint32_t hash = rs_lexicon_form_hash(letter, (size_t)(rest - letter) + w->n_letter - n);
    return hash ? hash : 1;
}

/* The letters before a name that is read as R: its article belongs to it. */
static size_t before_name(const rs_reading *r)
{
    if (!(r->pro & RS_PRO_AL)) return r->n_pro;
    return r->n_pro > 2 ? r->n_pro - 2u : r->pro & RS_PRO_L ? 1 : 0;
}

static void keep(rs_names *names, uint32_t hash, bool family)
{
    for (uint32_t i = 0; i < names->n_word; i++)
        if (names->word[i].hash == hash) {
            names->word[i].family |= family;
            return;
        }
    if (!hash || names->n_word == RS_NAME_WORDS) return;
    names->word[names->n_word++] = (rs_name_word){hash, family};
    names->filter |= (uint64_t)1 << (hash & 63);
}

void name_remember(rs_names *names, uint32_t first, uint32_t n)
{
    bool bound = false;
    for (uint32_t k = 0; k < n;) {
        uint32_t i = first + k;
        const rs_token *t = &names->words->token.at[i];
        name_word w = name_word_of(names, i, first + n);
        k += w.n ? w.n : 1;
        bool bond = w.part == PART_BOND;
        /* "أبو بكر", "عبد الله": what is bound is no name by itself, unless it is foreign ("فان باستن") */
        if (!bond && w.n < 2 && w.part != PART_EPITHET && (!bound || w.part == PART_UNKNOWN)) {
            const rs_reading *r = rs_token_reading(names->words, t);
            keep(names, hash_of(rs_token_word(names->words, t), w.n ? w.skip : before_name(r), 0), k >= n);
        }
        bound = bond;
    }
}

static const rs_name_word *find(const rs_names *names, uint32_t hash)
{
    if (!hash || !(names->filter >> (hash & 63) & 1)) return NULL;
    for (uint32_t i = 0; i < names->n_word; i++)
        if (names->word[i].hash == hash) return &names->word[i];
    return NULL;
}

const rs_name_word *name_recalled(const rs_names *names, uint32_t i)
{
    if (!names->n_word) return NULL;
    const rs_token *t = &names->words->token.at[i];
    const rs_word *w = rs_token_word(names->words, t);
    const rs_reading *r = rs_token_reading(names->words, t);
    const rs_name_word *found = find(names, hash_of(w, before_name(r), r->pro));
    if (found || r->lemma != RS_NONE) return found;
    static const uint8_t proclitics[] = {RS_WAW, RS_FEH, RS_LAM, RS_BEH, RS_KAF};
    for (size_t k = 0; k < sizeof proclitics && !found; k++) /* of unknown words no proclitic is known */
        if (w->letter[0] == proclitics[k]) found = find(names, hash_of(w, 1, 0));
    return found;
}
