/* SPDX-License-Identifier: MIT */
/* Numbers in digits and words: "20", "ثلاثة آلاف", "خمسة وعشرين", "1.5 مليون". A number is made of groups of falling
 * size that و joins, each an amount and the powers that multiply it ("مليون و200 ألف"). A vague word (عشرات) stands for
 * its least value and says that it is vague; of a half or a percentage the value is in hundredths.
 *
 * Amounts are counted in thousandths, so that fractions of millions are exact. */
#include "name/name.h"

enum { ONE = 1000 };
static const uint64_t LARGEST = 0xFFFFFFF0u;

typedef struct number {
    const rs_words *words;
    const rs_token *token;
    size_t at, n;
    uint64_t value; /* thousandths */
    uint8_t kind;
    bool plural; /* a plural power may follow the amount: 3 to 10, or what is vague or broken */
    bool large;  /* too large an amount of digits to be multiplied: a year */
} number;

/* What a word multiplies by, 0 if it does not. The vague plurals are twice their unit, the least that they can mean. */
static uint32_t power_of(const rs_image_tag *t)
{
    if (t->a == RS_NK_VAGUE) return t->value >= 20 ? t->value / 2 : 0;
    bool power = t->value == 100 || t->value == 1000 || t->value == 1000000 || t->value == 1000000000;
    return t->a == RS_NK_CARDINAL && power ? t->value : 0;
}

/* The number words that token I can be, the smallest and the largest: "ألفا" is a thousand or two. */
static const rs_image_tag *word_at(const number *r, size_t i, bool largest)
{
    if (i >= r->n || r->token[i].kind != RS_TOKEN_WORD) return NULL;
    const rs_word *w = rs_token_word(r->words, &r->token[i]);
    const rs_image_tag *best = NULL;
    for (size_t k = 0; k < w->n_reading; k++) {
        const rs_reading *reading = &w->reading[k];
        if (reading->lemma == RS_NONE || rs_pos_of(reading->feat) != RS_POS_NUM) continue;
        const rs_image_tag *t = rs_lexicon_tag(r->words->lexicon, reading->lemma, RS_TAG_NUMBER);
        if (t && (!best || (largest ? t->value > best->value : t->value < best->value))) best = t;
    }
    return best;
}

/* The proclitics of token I as a number word. */
static uint8_t pro_at(const number *r, size_t i)
{
    const rs_word *w = rs_token_word(r->words, &r->token[i]);
    for (size_t k = 0; k < w->n_reading; k++)
        if (rs_pos_of(w->reading[k].feat) == RS_POS_NUM) return w->reading[k].pro;
    return 0;
}

static unsigned pos_at(const number *r, size_t i)
{
    return i < r->n ? rs_token_pos(r->words, &r->token[i]) : RS_POS_PUNCT;
}

/* Does a number go on at token I after و? The token of the number behind it, 0 if not. */
static size_t joined(const number *r, size_t i)
{
    if (i >= r->n || r->token[i].kind != RS_TOKEN_WORD) return 0;
    const rs_image_tag *and = rs_token_tag(r->words, &r->token[i], RS_TAG_PARTICLE);
    if (and&&and->a == RS_PARTICLE_AND && i + 1 < r->n) {
        if (r->token[i + 1].kind == RS_TOKEN_NUMBER) return i + 1;
        return word_at(r, i + 1, false) && !(pro_at(r, i + 1) & ~RS_PRO_AL) ? i + 1 : 0;
    }
    return word_at(r, i, false) && (pro_at(r, i) & RS_PRO_W) ? i : 0;
}

/* A cardinal word from LOW to HIGH at I that nothing is set before; 0 if there is none. */
static uint32_t cardinal(const number *r, size_t i, uint32_t low, uint32_t high, bool bare)
{
    const rs_image_tag *t = word_at(r, i, false);
    if (!t || t->a != RS_NK_CARDINAL || t->value < low || t->value > high) return 0;
    return bare && (pro_at(r, i) & ~RS_PRO_AL) ? 0 : t->value;
}

/* 1 to 99: "ستة", "ستة عشر", "ستة وعشرين". */
static uint32_t below_hundred(number *r)
{
    uint32_t v = cardinal(r, r->at, 1, 99, false);
    if (!v) return 0;
    r->at++;
    size_t next = joined(r, r->at);
    uint32_t tens = next && v < 10 ? cardinal(r, next, 20, 99, false) : 0;
    if (v < 10 && cardinal(r, r->at, 10, 10, true)) {
        r->at++;
        return v + 10;
    }
    if (!tens || tens % 10) return v;
    r->at = next + 1;
    return v + tens;
}

/* 1 to 999: "مئة", "ثلاث مئة", "ثلاثمئة وخمسة وعشرين", "مئة و50". */
static uint32_t below_thousand(number *r)
{
    uint32_t v = cardinal(r, r->at, 100, 999, false);
    uint32_t units = v ? 0 : cardinal(r, r->at, 3, 9, false);
    if (units && cardinal(r, r->at + 1, 100, 100, true))
        v = units * 100, r->at++;
    else if (!v)
        return below_hundred(r);
    r->at++;
    size_t next = joined(r, r->at), end = r->at;
    if (!next) return v;
    r->at = next;
    uint32_t rest = r->token[next].kind == RS_TOKEN_NUMBER ? r->token[next].word : below_hundred(r);
    if (r->at == next) r->at++;
    if (rest && rest < 100) return v + rest;
    r->at = end;
    return v;
}

/* "نصف مليون", "ثلاثة أرباع المليون": a part, in thousandths, of what follows. */
static uint64_t part(number *r)
{
    uint32_t times = cardinal(r, r->at, 2, 9, false);
    size_t i = times ? r->at + 1 : r->at;
    const rs_image_tag *t = word_at(r, i, false);
    if (!t || t->a != RS_NK_FRACTION || (times && (pro_at(r, i) & ~RS_PRO_AL))) return 0;
    r->at = i + 1;
    return (uint64_t)t->value * (times ? times : 1);
}

/* "عدد من", "عدد كبير من": some of many, not "عدد السكان" nor "أكبر بكثير". */
static bool some_of(number *r)
{
    const rs_reading *adjective = r->at + 1 < r->n ? rs_token_reading(r->words, &r->token[r->at + 1]) : NULL;
    size_t i = r->at + 1;
    if (adjective && rs_pos_of(adjective->feat) == RS_POS_ADJ && !(adjective->pro & RS_PRO_AND)) i++;
    const rs_image_tag *prep =
        i < r->n && r->token[i].kind == RS_TOKEN_WORD ? rs_token_tag(r->words, &r->token[i], RS_TAG_PREP) : NULL;
    if (!prep || prep->a != RS_PREP_MIN) return false;
    r->at = i;
    return true;
}

/* The amount at the reader, in thousandths; 0 if there is none, or only a power. */
static uint64_t amount(number *r)
{
    size_t i = r->at;
    const rs_image_tag *t = word_at(r, i, false);
    r->plural = r->large = false;
    if (i < r->n && r->token[i].kind == RS_TOKEN_NUMBER) {
        uint32_t v = r->token[i].word, hundredths = r->token[i].cls & ~(unsigned)RS_TOKEN_PERCENT;
        r->at++;
        r->large = v >= 1000;
        r->plural = hundredths || (v % 100 >= 3 && v % 100 <= 10);
        return (uint64_t)v * ONE + hundredths * (ONE / 100);
    }
    if (!t) return 0;
    if (t->a == RS_NK_PARTITIVE && !some_of(r)) return 0;
    if (t->a == RS_NK_PARTITIVE || t->a == RS_NK_VAGUE) {
        if (t->a == RS_NK_VAGUE) r->at++;
        r->kind = RS_NK_VAGUE, r->plural = true;
        return (uint64_t)t->value * ONE;
    }
    uint64_t share = part(r);
    if (share) {
        r->kind = RS_NK_FRACTION;
        return share;
    }
    uint32_t v = below_thousand(r);
    r->plural = v % 100 >= 3 && v % 100 <= 10;
    return (uint64_t)v * ONE;
}

/* The power at token I that may multiply what stands before it; 0. "2016 مئات القتلى" and "3 مئات" do not. */
static uint32_t multiplier(const number *r, size_t i)
{
    const rs_image_tag *t = word_at(r, i, false);
    if (!t || (pro_at(r, i) & ~RS_PRO_AL) || r->large) return 0;
    bool digits = r->token[i - 1].kind == RS_TOKEN_NUMBER;
    uint32_t power = power_of(t);
    if (t->a == RS_NK_VAGUE && !r->plural && r->kind != RS_NK_FRACTION) return 0;
    if (digits && power < 1000) return 0;
    return t->a == RS_NK_VAGUE || power >= 1000 ? power : 0;
}

/* "ونصف", "ونصف المليون" after a power. */
static uint64_t and_a_part(number *r, uint64_t power)
{
    size_t next = power >= 1000 ? joined(r, r->at) : 0, end = r->at;
    if (!next || r->token[next].kind == RS_TOKEN_NUMBER) return 0;
    r->at = next;
    uint64_t share = part(r);
    if (!share) {
        r->at = end;
        return 0;
    }
    const rs_image_tag *again = word_at(r, r->at, false);
    if (again && power_of(again) == power && !(pro_at(r, r->at) & ~RS_PRO_AL)) r->at++;
    return share * power;
}

/* A power without an amount: "ألف", "ألفا جندي" (two thousand, because a noun follows), "مليونين". Its value; *power
 * gets the power itself. */
static uint64_t bare_power(number *r, uint64_t *power)
{
    const rs_image_tag *t = word_at(r, r->at, false), *two = word_at(r, r->at, true);
    if (!t || t->a != RS_NK_CARDINAL || t->value < 1000) return 0;
    unsigned after = pos_at(r, r->at + 1);
    if (two->a == RS_NK_CARDINAL && (after == RS_POS_NOUN || after == RS_POS_ADJ)) t = two;
    r->at++;
    r->plural = false;
    *power = power_of(t) ? t->value : t->value / 2;
    return (uint64_t)t->value * ONE;
}

/* A group; *power gets the power that multiplies it, 1 if none. */
static uint64_t group(number *r, uint64_t *power)
{
    *power = 1;
    uint64_t v = bare_power(r, power);
    if (!v) v = amount(r);
    uint32_t next;
    while (v && (next = multiplier(r, r->at)) != 0 && next > *power) {
        v *= next;
        *power = next;
        if (r->kind == RS_NK_FRACTION) r->kind = RS_NK_CARDINAL;
        if (v > LARGEST * ONE) v = LARGEST * ONE;
        r->at++;
    }
    uint64_t more = v ? and_a_part(r, *power) : 0;
    return v + more;
}

/* "عشر" in "الخامس عشر" and "العشرين" in "الخامس والعشرين" are no numbers of their own. */
static bool of_ordinal(const rs_words *words, const rs_token *token, size_t i)
{
    if (!i || token[i].kind != RS_TOKEN_WORD || token[i - 1].kind != RS_TOKEN_WORD) return false;
    const rs_reading *before = rs_token_reading(words, &token[i - 1]);
    if (before->lemma == RS_NONE || words->lexicon->lemma[before->lemma].cls != RS_NC_ORDINAL) return false;
    const number r = {.words = words, .token = token, .n = i + 1};
    uint32_t v = cardinal(&r, i, 10, 90, false);
    uint8_t pro = v ? pro_at(&r, i) : 0;
    return v == 10 ? pro == 0 : v && pro == (RS_PRO_W | RS_PRO_AL);
}

/* The tokens of a sign or words of percent at the reader: "%", "في المئة", "بالمئة"; 0. */
static size_t percent(const number *r)
{
    size_t i = r->at;
    if (i >= r->n) return 0;
    if (r->token[i - 1].kind == RS_TOKEN_NUMBER && (r->token[i - 1].cls & RS_TOKEN_PERCENT)) return 1;
    const rs_image_tag *prep =
        r->token[i].kind == RS_TOKEN_WORD ? rs_token_tag(r->words, &r->token[i], RS_TAG_PREP) : 0;
    size_t hundred = prep && prep->a == RS_PREP_FI ? i + 1 : i;
    uint8_t want = hundred > i ? RS_PRO_AL : RS_PRO_B | RS_PRO_AL;
    if (!cardinal(r, hundred, 100, 100, false) || pro_at(r, hundred) != want) return 0;
    return hundred + 1 - i;
}

/* A half by itself is one of what is definite: "نصف السكان", not "نصف نهائي". */
static bool part_of(const number *r)
{
    const rs_reading *next = r->at < r->n ? rs_token_reading(r->words, &r->token[r->at]) : NULL;
    bool own = pro_at(r, r->at - 1) & RS_PRO_AL;
    return !own && next && rs_pos_of(next->feat) == RS_POS_NOUN && !(next->pro & ~RS_PRO_AL) &&
           ((next->pro & RS_PRO_AL) || next->pronoun);
}

size_t name_number(const rs_words *words, const rs_token *token, size_t i, size_t n, uint32_t *value, uint8_t *kind)
{
    number r = {.words = words, .token = token, .at = i, .n = n, .kind = RS_NK_CARDINAL};
    bool word = token[i].kind == RS_TOKEN_WORD;
    if (word && (rs_token_pos(words, &token[i]) == RS_POS_VERB || !word_at(&r, i, false))) return 0;
    if (word && (!rs_token_any_tag(words, &token[i], RS_TAG_NUMBER) || of_ordinal(words, token, i))) return 0;
    uint64_t power, sum = group(&r, &power);
    if (r.at == i && word && word_at(&r, i, false)->value == 0) r.at++; /* naught */
    if (r.at == i) return 0;
    size_t sign = percent(&r);
    if (sign || (r.kind == RS_NK_FRACTION && part_of(&r))) {
        *value = (uint32_t)(sign ? sum / ONE : sum * 100 / ONE);
        *kind = RS_NK_FRACTION;
        return r.at + sign - i;
    }
    if (r.kind == RS_NK_FRACTION) return 0;
    uint8_t said = r.kind;
    for (size_t next; (next = joined(&r, r.at)) != 0;) {
        size_t end = r.at;
        uint64_t smaller = 1;
        r.at = next;
        uint64_t more = group(&r, &smaller);
        const rs_image_tag *odd = word_at(&r, next, false);
        bool odds = odd && odd->a == RS_NK_VAGUE && odd->value == 1; /* "عشرون ونيف" */
        if (odds) said = RS_NK_VAGUE;
        if (!odds && (r.at == next || more >= power * ONE || r.kind != said)) {
            r.at = end, r.kind = said;
            break;
        }
        sum += more, power = smaller;
    }
    *kind = said;
    *value = (uint32_t)(sum > LARGEST * ONE ? LARGEST : sum / ONE);
    return r.at - i;
}
