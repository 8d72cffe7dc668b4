/* SPDX-License-Identifier: MIT */
/* Times: absolute dates, weekdays, relative days and spans, resolved against the day of publication. A weekday is the
 * latest such day not after publication, unless "next" follows; a month without a year is the latest not after
 * publication. What is vaguer than a month gives no date. */
#include "name/name.h"

typedef struct reader {
    const rs_names *names;
    const rs_words *words;
    const rs_token *token;
    size_t n;
    uint32_t from, to;
} reader;

/* The calendar tag of the phrase at token I; *taken gets its tokens. */
static const rs_image_tag *calendar(const reader *r, size_t i, int kind, size_t *taken)
{
    const rs_lexicon *lx = r->words->lexicon;
    const rs_image_tag *found = NULL;
    if (i >= r->n || r->token[i].kind != RS_TOKEN_WORD) return NULL;
    const rs_word *w = rs_token_word(r->words, &r->token[i]);
    for (size_t v = 0; v < w->n_view; v++) {
        uint32_t node = lx->form[w->view[v].form].root_node;
        for (size_t k = 1; node != RS_NONE; k++) {
            const rs_image_node *row = &lx->node[node];
            for (size_t t = 0; t < row->n_tag; t++) {
                const rs_image_tag *tag = &lx->tag[row->tag_at + t];
                if (tag->kind == RS_TAG_CALENDAR && tag->a == kind && (!found || k > *taken)) found = tag, *taken = k;
            }
            if (i + k >= r->n || r->token[i + k].kind != RS_TOKEN_WORD || k > 3) break;
            uint32_t form = rs_token_word(r->words, &r->token[i + k])->form;
            if (form == RS_NONE) break;
            node = rs_lexicon_step(lx, node, form);
        }
    }
    return found;
}

static uint32_t number_at(const reader *r, size_t i)
{
    return i < r->n && r->token[i].kind == RS_TOKEN_NUMBER ? r->token[i].word : 0;
}

static bool punct(const reader *r, size_t i, rs_class cls)
{
    return i < r->n && r->token[i].kind == RS_TOKEN_PUNCT && r->token[i].cls == cls;
}

static uint32_t month_end(uint32_t first) { return rs_day_add(rs_day_month(first, 1), -1); }

static void set_month(reader *r, uint32_t year, uint32_t month)
{
    r->from = year * 10000 + month * 100 + 1;
    r->to = month_end(r->from);
}

/* The latest year in which MONTH is not after publication. */
static uint32_t year_for(const reader *r, uint32_t month)
{
    uint32_t day = r->names->published;
    return !day ? 0 : month > day / 100 % 100 ? day / 10000 - 1 : day / 10000;
}

/* Shift of a period: "الماضي" -1, "المقبل" 1, "الجاري" 0. */
static bool shift_at(const reader *r, size_t i, int *shift, size_t *taken)
{
    const rs_image_tag *t = calendar(r, i, RS_CK_SHIFT, taken);
    if (t) *shift = (int8_t)t->b;
    return t != NULL;
}

/* [DAY] MONTH[/MONTH] [YEAR | shift] */
static size_t read_month(reader *r)
{
    size_t i = 0, k, taken;
    uint32_t day = 0, year = 0;
    int shift = 0;
    if (number_at(r, 0) >= 1 && number_at(r, 0) <= 31) day = number_at(r, i++);
    const rs_image_tag *month = calendar(r, i, RS_CK_MONTH, &taken);
    if (!month) return 0;
    i += taken;
    if ((punct(r, i, RS_CLASS_SLASH) || punct(r, i, RS_CLASS_OPEN)) && calendar(r, i + 1, RS_CK_MONTH, &taken)) {
        i += 1 + taken;
        if (punct(r, i, RS_CLASS_CLOSE)) i++;
    }
    if (number_at(r, i) >= 1900 && number_at(r, i) <= 2100)
        year = number_at(r, i++);
    else if (shift_at(r, i, &shift, &k))
        i += k;
    if (!year) year = year_for(r, month->b);
    if (shift > 0 && r->names->published && month->b <= r->names->published / 100 % 100) year++;
    if (!year) return i;
    if (!day && i == 1 && rs_token_pos(r->words, r->token) == RS_POS_VERB) return 0;
    if (day)
        r->from = r->to = year * 10000 + month->b * 100u + day;
    else
        set_month(r, year, month->b);
    return i;
}

/* 16/12/2016, 2016-12-16 */
static size_t read_digits(reader *r)
{
    uint32_t a = number_at(r, 0), b = number_at(r, 2), c = number_at(r, 4);
    bool slash = punct(r, 1, RS_CLASS_SLASH) && punct(r, 3, RS_CLASS_SLASH);
    bool dash = punct(r, 1, RS_CLASS_DASH) && punct(r, 3, RS_CLASS_DASH);
    if ((!slash && !dash) || !a || !b || !c) return 0;
    if (a >= 1900 && a <= 2100)
        r->from = a * 10000 + b * 100 + c;
    else if (c >= 1900 && c <= 2100)
        r->from = c * 10000 + b * 100 + a;
    if (r->from / 100 % 100 > 12 || r->from % 100 > 31) r->from = 0;
    r->to = r->from;
    return r->from ? 5 : 0;
}

static size_t read_weekday(reader *r)
{
    size_t taken, k, i = 0;
    int shift = -1;
    const rs_image_tag *unit = calendar(r, 0, RS_CK_UNIT, &taken);
    if (unit && unit->b == 1)
        i = taken;
    else if (calendar(r, 0, RS_CK_PART, &taken))
        i = taken;
    const rs_image_tag *day = calendar(r, i, RS_CK_WEEKDAY, &taken);
    if (!day) return 0;
    i += taken;
    bool said = shift_at(r, i, &shift, &k);
    if (said) i += k;
    uint32_t published = r->names->published;
    if (!published) return i;
    int back = (rs_day_weekday(published) - day->b + 7) % 7;
    if (said && shift < 0 && back == 0) back = 7;
    r->from = r->to = rs_day_add(published, said && shift > 0 ? (back ? 7 - back : 7) : -back);
    return i;
}

static size_t read_relative_day(reader *r)
{
    size_t taken, i = 0;
    if (calendar(r, 0, RS_CK_PART, &taken)) i = taken; /* "فجر اليوم" */
    const rs_image_tag *day = calendar(r, i, RS_CK_DAY, &taken);
    if (!day) return 0;
    i += taken;
    if (calendar(r, i, RS_CK_WEEKDAY, &taken)) i += taken;
    if (r->names->published) r->from = r->to = rs_day_add(r->names->published, (int8_t)day->b);
    return i;
}

static void set_span(reader *r, int unit, int shift)
{
    uint32_t day = r->names->published;
    if (!day) return;
    if (unit == 2) {
        r->from = rs_day_add(day, 1 - rs_day_weekday(day) + 7 * shift);
        r->to = rs_day_add(r->from, 6);
    } else if (unit == 3) {
        r->from = rs_day_month(day, shift);
        r->to = month_end(r->from);
    } else if (unit == 4 && shift) {
        r->from = (day / 10000 + (uint32_t)shift) * 10000 + 101;
        r->to = r->from + 1130;
    }
}

/* "الشهر الماضي", "قبل يومين", "قبل ثلاثة أيام", "منذ أسبوع" */
static size_t read_span(reader *r)
{
    size_t taken, k, i = 0;
    int shift;
    const rs_image_tag *prep =
        r->token[0].kind == RS_TOKEN_WORD ? rs_token_any_tag(r->words, &r->token[0], RS_TAG_PREP) : NULL;
    if (!prep && r->token[0].kind == RS_TOKEN_WORD) prep = rs_token_tag(r->words, &r->token[0], RS_TAG_PREP);
    bool ago = prep && prep->a == RS_PREP_BEFORE;
    if (ago) i++;
    uint32_t count = 1;
    uint8_t vague = 0;
    size_t n_number = ago ? name_number(r->words, r->token, i, r->n, &count, &vague) : 0;
    i += n_number;
    const rs_image_tag *unit = calendar(r, i, RS_CK_UNIT, &taken);
    if (!unit) return 0;
    i += taken;
    if (!ago && shift_at(r, i, &shift, &k)) {
        set_span(r, unit->b, shift);
        return i + k;
    }
    if (!ago || vague == RS_NK_VAGUE || count > 400) return ago ? i : 0;
    const rs_reading *form = rs_token_reading(r->words, &r->token[i - 1]);
    if (!n_number && form && rs_number_of(form->feat) == RS_DUAL) count = 2;
    if (!n_number && form && rs_number_of(form->feat) == RS_PL) return i;
    if (!r->names->published || unit->b == 0) return i;
    int n = (int)count;
    if (unit->b == 3)
        set_span(r, 3, -n);
    else if (unit->b == 4)
        set_span(r, 4, -n);
    else
        r->from = r->to = rs_day_add(r->names->published, unit->b == 2 ? -7 * n : -n);
    return i;
}

size_t name_time(const rs_names *names, const rs_token *token, size_t n, uint32_t *from, uint32_t *to)
{
    static size_t (*const readers[])(reader *) = {read_digits, read_month, read_weekday, read_relative_day, read_span};
    for (size_t k = 0; k < RS_COUNT(readers); k++) {
        reader r = {names, names->words, token, n, 0, 0};
        size_t taken = readers[k](&r);
        if (!taken) continue;
        *from = r.from, *to = r.to;
        return taken;
    }
    return 0;
}
