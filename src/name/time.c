/* SPDX-License-Identifier: MIT */
/* Times: dates in digits and in words, weekdays, relative days and spans, resolved against the day of publication. A
 * weekday is the latest such day not after publication, and a month without a year the latest not after it, unless
 * "next" follows, the verb before is of the future, or it is a day of the next two months. What refers to another time
 * than that of publication ("قبل يومين من الهجوم", "اليوم التالي"), or is too vague, is a time without a day: 0. */
#include "name/name.h"

enum { SAME = 9 }; /* a shift that refers to a time told before: "الشهر نفسه", "العام التالي" */
enum { HOUR = 0, DAY = 1, WEEK = 2, MONTH = 3, YEAR = 4, MINUTE = 5 };

/* A reader takes a time that starts at token I and returns the token behind it, 0 if there is none. */
typedef struct reader {
    const rs_names *names;
    const rs_words *words;
    const rs_token *token;
    size_t n;
    uint32_t from, to;
} reader;

typedef struct date {
    uint32_t day, last, month, year; /* 0: not said; last: of a range of days */
    bool hijri;
    bool relative; /* the year or month stands for one counted from publication */
    int shift;     /* of a month: "الماضي"; 0 if none */
    bool shifted;
} date;

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

static bool punct(const reader *r, size_t i, rs_class cls)
{
    return i < r->n && r->token[i].kind == RS_TOKEN_PUNCT && r->token[i].cls == cls;
}

/* A whole number in digits at I, 0 if there is none. */
static uint32_t number_at(const reader *r, size_t i)
{
    return i < r->n && r->token[i].kind == RS_TOKEN_NUMBER && !r->token[i].cls ? r->token[i].word : 0;
}

/* Four digits that can be a year. */
static uint32_t year_digits(const reader *r, size_t i, uint32_t earliest)
{
    uint32_t v = number_at(r, i);
    return v >= earliest && v <= 2100 && r->token[i].end - r->token[i].begin == 4 ? v : 0;
}

static const rs_reading *reading(const reader *r, size_t i)
{
    return i < r->n ? rs_token_reading(r->words, &r->token[i]) : NULL;
}

static unsigned pos_at(const reader *r, size_t i)
{
    return i < r->n ? rs_token_pos(r->words, &r->token[i]) : RS_POS_PUNCT;
}

static bool definite(const reader *r, size_t i)
{
    const rs_reading *w = reading(r, i);
    return w && (w->pro & RS_PRO_AL);
}

static uint8_t prep_at(const reader *r, size_t i)
{
    const rs_image_tag *t =
        i < r->n && r->token[i].kind == RS_TOKEN_WORD ? rs_token_tag(r->words, &r->token[i], RS_TAG_PREP) : NULL;
    return t ? t->a : RS_PREP_NONE;
}

static uint8_t particle_at(const reader *r, size_t i)
{
    const rs_image_tag *t =
        i < r->n && r->token[i].kind == RS_TOKEN_WORD ? rs_token_tag(r->words, &r->token[i], RS_TAG_PARTICLE) : NULL;
    return t ? t->a : RS_PARTICLE_NONE;
}

/* Can token I be a word with a tag of KIND and value A, whatever reading was chosen? "قبل نحو شهرين": قبل is a verb and
 * نحو a preposition too. */
static bool can_be(const reader *r, size_t i, enum rs_tag kind, uint8_t a)
{
    if (i >= r->n || r->token[i].kind != RS_TOKEN_WORD) return false;
    const rs_word *w = rs_token_word(r->words, &r->token[i]);
    for (size_t k = 0; k < w->n_reading; k++) {
        uint32_t lemma = w->reading[k].lemma;
        const rs_image_tag *t = lemma != RS_NONE ? rs_lexicon_tag(r->words->lexicon, lemma, kind) : NULL;
        if (t && t->a == a) return true;
    }
    return false;
}

/* Is what is told at token I still to come? The verb before it says so, or a word of planning behind that verb. */
static bool future(const reader *r, size_t i)
{
    while (i-- > 0) {
        if (r->token[i].kind != RS_TOKEN_WORD) continue;
        const rs_image_tag *op = rs_token_tag(r->words, &r->token[i], RS_TAG_OPERATOR);
        if (op && op->a == RS_STATUS_PLANNED) return true;
        const rs_reading *w = reading(r, i);
        if (rs_pos_of(w->feat) != RS_POS_VERB) continue;
        if (w->pro & RS_PRO_S) return true;
        if (!i || rs_tense_of(w->feat) != RS_IMPERFECT) return false;
        uint8_t before = particle_at(r, i - 1), how = i > 1 ? prep_at(r, i - 2) : RS_PREP_NONE;
        if (before == RS_PARTICLE_WILL || before == RS_PARTICLE_NOT_FUTURE) return true;
        return before == RS_PARTICLE_THAT && how != RS_PREP_BEFORE && how != RS_PREP_AFTER;
    }
    return false;
}

static uint32_t month_end(uint32_t first) { return rs_day_add(rs_day_month(first, 1), -1); }

static void set(reader *r, uint32_t from, uint32_t to) { r->from = from, r->to = to; }

static void set_year(reader *r, uint32_t year)
{
    if (year >= 1300 && year <= 1500)
        set(r, rs_day_hijri(year, 1, 1), rs_day_add(rs_day_hijri(year + 1, 1, 1), -1));
    else
        set(r, year * 10000 + 101, year * 10000 + 1231);
}

/* "الماضي" -1, "المقبل" 1, "الجاري" 0, SAME. */
static bool shift_at(const reader *r, size_t i, int *shift, size_t *taken)
{
    const rs_image_tag *t = calendar(r, i, RS_CK_SHIFT, taken);
    if (t) *shift = (int8_t)t->b;
    return t != NULL;
}

/* A period of that unit at token I: *unit; the token behind it, I if there is none. */
static size_t unit_at(const reader *r, size_t i, int *unit)
{
    size_t taken;
    const rs_image_tag *t = calendar(r, i, RS_CK_UNIT, &taken);
    if (!t) return i;
    *unit = t->b;
    return i + taken;
}

/* "الخامس", "الخامس عشر", "الحادي والعشرين": *value; the token behind it, I if there is none. */
static size_t ordinal_at(const reader *r, size_t i, uint32_t *value)
{
    size_t taken;
    const rs_image_tag *t = calendar(r, i, RS_CK_ORDINAL, &taken);
    if (!t) {
        const rs_image_tag *tens = i < r->n && definite(r, i) ? rs_token_tag(r->words, &r->token[i], RS_TAG_NUMBER) : 0;
        bool round = tens && tens->a == RS_NK_CARDINAL && (tens->value == 20 || tens->value == 30);
        if (round) *value = tens->value;
        return round ? i + 1 : i;
    }
    *value = t->b;
    i += taken;
    const rs_reading *w = reading(r, i);
    const rs_image_tag *more = w ? rs_token_tag(r->words, &r->token[i], RS_TAG_NUMBER) : NULL;
    if (!more || more->a != RS_NK_CARDINAL) return i;
    bool teen = more->value == 10 && !w->pro, tens = w->pro == (RS_PRO_W | RS_PRO_AL) && more->value % 10 == 0;
    if (teen || tens) *value += more->value;
    return teen || tens ? i + 1 : i;
}

/* A day of the month at token I; the token behind it, I if there is none. *word: it is an ordinal. */
static size_t day_at(const reader *r, size_t i, uint32_t *day, bool *word)
{
    uint32_t v = number_at(r, i);
    *word = !v;
    size_t end = v ? i + 1 : ordinal_at(r, i, &v);
    if (end == i || v < 1 || v > 31) return i;
    *day = v;
    return end;
}

/* "إلى", "حتى", a dash, and after "بين", "يومي" or "عامي" also و: does a range go on at token I? The token of its end,
 * 0 if not. FIRST is the token where it starts. */
static size_t range_at(const reader *r, size_t first, size_t i)
{
    uint8_t prep = prep_at(r, i);
    if (prep == RS_PREP_ILA || prep == RS_PREP_UNTIL || punct(r, i, RS_CLASS_DASH)) return i + 1;
    bool pair = first > 0 && prep_at(r, first - 1) == RS_PREP_BAYN;
    int unit = HOUR;
    if (first > 0 && unit_at(r, first - 1, &unit) == first) pair |= unit == DAY || unit == YEAR;
    if (!pair) return 0;
    const rs_reading *w = reading(r, i);
    if (particle_at(r, i) == RS_PARTICLE_AND) return i + 1;
    return w && (w->pro & RS_PRO_W) ? i : 0;
}

/* "ديسمبر", "كانون الأول/ديسمبر", "شهر رمضان": sets month; the token behind it, I if there is none. */
static size_t month_at(const reader *r, size_t i, date *d)
{
    size_t taken, first = i;
    int unit = HOUR;
    size_t k = unit_at(r, i, &unit);
    const rs_image_tag *month = calendar(r, i, RS_CK_HIJRI, &taken);
    d->hijri = month != NULL;
    if (!month && unit == MONTH && k > i && !definite(r, i)) i = k;
    if (!month) month = calendar(r, i, RS_CK_MONTH, &taken);
    if (!month && (month = calendar(r, i, RS_CK_HIJRI, &taken)) != NULL) d->hijri = true;
    if (!month) return first;
    d->month = month->b;
    i += taken;
    if ((punct(r, i, RS_CLASS_SLASH) || punct(r, i, RS_CLASS_OPEN)) && calendar(r, i + 1, RS_CK_MONTH, &taken)) {
        i += 1 + taken;
        if (punct(r, i, RS_CLASS_CLOSE)) i++;
    }
    const rs_image_tag *again = d->hijri ? NULL : calendar(r, i, RS_CK_MONTH, &taken); /* "يونيو حزيران" */
    return again && again->b == month->b ? i + taken : i;
}

/* "2016", "عام 2016", "من العام الماضي" behind a month, or a shift of the month itself. */
static size_t year_at(const reader *r, size_t i, date *d)
{
    size_t k = prep_at(r, i) == RS_PREP_MIN ? i + 1 : i, taken;
    int unit = HOUR, shift;
    size_t after = unit_at(r, k, &unit);
    bool said = after > k && unit == YEAR;
    if (said) k = after;
    uint32_t v = d->hijri ? number_at(r, k) : year_digits(r, k, said ? 1000 : 1900);
    if (v && (!d->hijri || (v >= 1300 && v <= 1500))) {
        d->year = v;
        return k + 1;
    }
    if (!shift_at(r, said ? k : i, &shift, &taken)) return i;
    if (said && shift != SAME && r->names->published) d->year = r->names->published / 10000 + (uint32_t)shift;
    d->relative = shift == SAME || said;
    if (!said && shift != SAME) d->shift = shift, d->shifted = true;
    return (said ? k : i) + taken;
}

/* "من الشهر الجاري" or, in digits only, "الجاري", behind a day. */
static size_t this_month(const reader *r, size_t i, bool word, date *d)
{
    int unit = HOUR, shift = SAME;
    size_t taken, k = prep_at(r, i) == RS_PREP_MIN ? i + 1 : i, after = unit_at(r, k, &unit);
    bool said = after > k && unit == MONTH && definite(r, k);
    if (!said && (k > i || word)) return i;
    if (!shift_at(r, said ? after : i, &shift, &taken) || (!said && shift != 0)) return i;
    if (r->names->published && shift != SAME) {
        uint32_t first = rs_day_month(r->names->published, shift);
        d->year = first / 10000, d->month = first / 100 % 100;
    }
    d->relative = true;
    return (said ? after : i) + taken;
}

/* [DAY [to DAY]] MONTH [YEAR]. The token behind it, I if there is no date. */
static size_t date_at(const reader *r, size_t i, date *d)
{
    bool word, more;
    *d = (date){0};
    size_t k = day_at(r, i, &d->day, &word);
    size_t to = k > i ? range_at(r, i, k) : 0, end = to ? day_at(r, to, &d->last, &more) : 0;
    if (to && end > to) k = end;
    if (k > i) {
        end = this_month(r, k, word, d);
        if (end > k) return end;
        if (prep_at(r, k) == RS_PREP_MIN)
            k++;
        else if (word)
            return i; /* "الأول ديسمبر" is no date */
    }
    end = month_at(r, k, d);
    if (end == k) return i;
    k = year_at(r, end, d);
    if (!d->day && k == i + 1 && pos_at(r, i) == RS_POS_VERB) return i; /* "مارس" is also a verb */
    bool alone = d->hijri && !d->day && k == end && end == i + 1;       /* "رمضان" is also a man */
    return alone ? i : k;
}

/* The day of the calendar that DAY, MONTH and YEAR are; 0 if there is none. */
static uint32_t day_of(const date *d, uint32_t year, uint32_t day)
{
    return d->hijri ? rs_day_hijri(year, d->month, day) : rs_day_valid(year * 10000 + d->month * 100 + day);
}

static uint32_t first_of_next(const date *d, uint32_t year)
{
    if (!d->hijri) return rs_day_month(year * 10000 + d->month * 100 + 1, 1);
    return d->month < 12 ? rs_day_hijri(year, d->month + 1, 1) : rs_day_hijri(year + 1, 1, 1);
}

/* The year of a date that does not say it, counted from publication; 0 unknown. */
static uint32_t year_for(const reader *r, size_t i, const date *d)
{
    uint32_t today = r->names->published;
    if (!today || (d->relative && !d->year)) return 0;
    uint32_t year = d->hijri ? rs_day_hijri_year(today) : today / 10000;
    uint32_t first = day_of(d, year, 1), after = first_of_next(d, year);
    if (d->shifted && d->shift) { /* a month that is not over is neither the last nor the next */
        if (d->shift < 0)
            return d->day ? (day_of(d, year, d->day) < today ? year : year - 1) : after > today ? year - 1 : year;
        return d->day && first <= today && today < after ? year : first <= today ? year + 1 : year;
    }
    if (!d->shifted && future(r, i)) return day_of(d, year, d->day ? d->day : 28) < today ? year + 1 : year;
    uint32_t in_year = first < today ? year + 1 : year, coming = d->day ? day_of(d, in_year, 1) : 0;
    if (coming > today && coming <= rs_day_month(today, 2))
        return in_year; /* ten months ago would be told with its year */
    return first > today ? year - 1 : year;
}

static void set_date(reader *r, size_t i, const date *d)
{
    uint32_t year = d->year ? d->year : year_for(r, i, d);
    if (!year || !d->month) return;
    uint32_t from = day_of(d, year, d->day ? d->day : 1), to = d->last ? day_of(d, year, d->last) : from;
    if (!from || !to || to < from) return;
    set(r, from, d->day ? to : rs_day_add(first_of_next(d, year), -1));
}

/* A date, or two that make a range: "من 28 مارس إلى 3 أبريل 2018". */
static size_t read_date(reader *r, size_t i)
{
    date d, last;
    size_t k = date_at(r, i, &d);
    if (k == i) return 0;
    size_t next = d.last ? 0 : range_at(r, i, k), end = next ? date_at(r, next, &last) : 0;
    if (!next || end == next || !last.month || !last.day != !d.day) {
        set_date(r, i, &d);
        return k;
    }
    if (!d.year) d.year = last.year;
    set_date(r, i, &last);
    uint32_t to = r->to;
    set(r, 0, 0);
    set_date(r, i, &d);
    if (r->from && to >= r->from) r->to = to;
    return end;
}

/* 16/12/2016, 2016-12-16, 16.12.2016, 16/12/16 */
static size_t read_digits(reader *r, size_t i)
{
    uint32_t a = number_at(r, i), b = number_at(r, i + 2), c = number_at(r, i + 4);
    static const rs_class marks[] = {RS_CLASS_SLASH, RS_CLASS_DASH, RS_CLASS_STOP};
    bool same = false;
    for (size_t k = 0; k < RS_COUNT(marks); k++) same |= punct(r, i + 1, marks[k]) && punct(r, i + 3, marks[k]);
    if (!same || !a || !b || !c) return 0;
    uint32_t year = c;
    bool short_year = punct(r, i + 1, RS_CLASS_SLASH) && r->token[i + 4].end - r->token[i + 4].begin == 2;
    if (year_digits(r, i, 1900))
        year = a, a = c;
    else if (!year_digits(r, i + 4, 1900) && short_year)
        year += c < 50 ? 2000 : 1900;
    if (year < 1900 || year > 2100 || a > 31 || b > 31) return 0; /* b may be a month that there is not */
    uint32_t day = rs_day_valid(year * 10000 + b * 100 + a);
    set(r, day, day);
    return i + 5;
}

/* "يوم", "مساء", "صباح يوم" before a day; *night: a night, which lies between two days. */
static size_t before_day(const reader *r, size_t i, bool *night)
{
    *night = false;
    for (;;) {
        size_t taken;
        int unit;
        const rs_image_tag *part = calendar(r, i, RS_CK_PART, &taken);
        size_t k = unit_at(r, i, &unit);
        if (part)
            *night |= part->b >= 22, i += taken;
        else if (k > i && unit == DAY)
            i = k;
        else
            return i;
    }
}

/* A second weekday right behind the first, with a mark between or after a night: "ليل الأربعاء - الخميس". */
static size_t next_weekday(const reader *r, size_t first, size_t i, int day, bool night)
{
    size_t taken, k = range_at(r, first, i);
    if (punct(r, i, RS_CLASS_SLASH)) k = i + 1;
    if (!k && night) k = i;
    const rs_image_tag *next = k ? calendar(r, k, RS_CK_WEEKDAY, &taken) : NULL;
    return next && next->b == day % 7 + 1 ? k + taken : 0;
}

/* The date that a weekday is said of: "الخميس 15 ديسمبر", "الخميس (15 ديسمبر)". */
static size_t date_of_weekday(reader *r, size_t i)
{
    date d;
    bool open = punct(r, i, RS_CLASS_OPEN);
    size_t k = open || punct(r, i, RS_CLASS_COMMA) ? i + 1 : i, end = read_digits(r, k);
    if (!end) {
        end = date_at(r, k, &d);
        if (end == k || !d.day) return 0;
        set_date(r, k, &d);
    }
    return open && punct(r, end, RS_CLASS_CLOSE) ? end + 1 : end;
}

static size_t read_weekday(reader *r, size_t i)
{
    bool night;
    size_t taken, start = before_day(r, i, &night), k = start;
    int shift = SAME;
    const rs_image_tag *day = calendar(r, k, RS_CK_WEEKDAY, &taken);
    if (!day) return 0;
    k += taken;
    bool said = shift_at(r, k, &shift, &taken);
    size_t end = said ? 0 : date_of_weekday(r, k);
    if (end) return end;
    if (said) k += taken;
    end = next_weekday(r, start, k, day->b, night);
    uint32_t today = r->names->published;
    if (today && (!said || shift != SAME)) {
        int back = (rs_day_weekday(today) - day->b + 7) % 7, ahead = back ? 7 - back : said ? 7 : 0;
        if (said && shift < 0 && back == 0) back = 7;
        bool next = said ? shift > 0 : future(r, i);
        r->from = rs_day_add(today, next ? ahead : -back);
        r->to = rs_day_add(r->from, end ? 1 : 0);
    }
    return end ? end : k;
}

/* "أمس", "مساء أمس الخميس", "الليلة الماضية"; not "اليوم التالي", nor "اليوم العالمي". */
static size_t read_relative_day(reader *r, size_t i)
{
    bool night;
    size_t taken, k = before_day(r, i, &night);
    const rs_image_tag *day = calendar(r, k, RS_CK_DAY, &taken);
    if (!day) return 0;
    k += taken;
    int shift = 0, n = (int8_t)day->b;
    uint32_t ordinal;
    const rs_reading *next = reading(r, k);
    if (n == 0 && taken == 1 && next && definite(r, k)) {
        if (ordinal_at(r, k, &ordinal) > k) return 0; /* "اليوم الثاني" */
        bool weekday = calendar(r, k, RS_CK_WEEKDAY, &taken) != NULL;
        if (!weekday && rs_pos_of(next->feat) == RS_POS_ADJ && (next->feat & RS_FEAT_NISBA)) return 0;
    }
    if (n == 0 && shift_at(r, k, &shift, &taken))
        k += taken;
    else if (calendar(r, k, RS_CK_WEEKDAY, &taken))
        k += taken;
    if (r->names->published && shift != SAME) r->from = r->to = rs_day_add(r->names->published, n + shift);
    return k;
}

/* The week, month or year SHIFT units from now. */
static void set_period(reader *r, int unit, int shift)
{
    uint32_t day = r->names->published;
    if (!day || shift == SAME) return;
    if (unit == WEEK) {
        r->from = rs_day_add(day, 1 - rs_day_weekday(day) + 7 * shift);
        r->to = rs_day_add(r->from, 6);
    } else if (unit == MONTH) {
        r->from = rs_day_month(day, shift);
        r->to = month_end(r->from);
    } else if (unit == YEAR) {
        set_year(r, day / 10000 + (uint32_t)shift);
    }
}

/* The last or next COUNT units: up to, or from, the day of publication. */
static void set_stretch(reader *r, int unit, int count, int shift)
{
    uint32_t day = r->names->published, far;
    if (!day || !shift || shift == SAME || unit == MINUTE || count > 400) return;
    int days = unit == HOUR ? (count + 23) / 24 : unit == DAY ? count : 7 * count;
    if (unit == MONTH)
        far = rs_day_month(day, shift * count);
    else if (unit == YEAR)
        far = (uint32_t)((int)(day / 10000) + shift * count) * 10000 + 101;
    else
        far = rs_day_add(day, shift * days);
    if (shift < 0)
        set(r, far, day);
    else
        set(r, day, unit == MONTH ? month_end(far) : unit == YEAR ? far + 1130 : far);
}

/* A number that stands behind the noun it counts: "الثلاثة", "الـ24". *count; the token behind it. */
static size_t count_behind(const reader *r, size_t i, uint32_t *count)
{
    bool article = i + 1 < r->n && r->token[i].kind == RS_TOKEN_WORD && r->token[i + 1].kind == RS_TOKEN_NUMBER &&
                   rs_token_word(r->words, &r->token[i])->n_letter == 2 &&
                   !rs_token_tag(r->words, &r->token[i], RS_TAG_PREP);
    uint8_t kind = RS_NK_CARDINAL;
    size_t k = article ? i + 1 : i;
    if (!article && !definite(r, i)) return i;
    size_t taken = name_number(r->words, r->token, k, r->n, count, &kind);
    return taken && kind == RS_NK_CARDINAL ? k + taken : i;
}

/* "الشهر الماضي", "هذا العام", "الأيام الثلاثة الماضية" */
static size_t read_period(reader *r, size_t i)
{
    size_t taken, k = i;
    int unit = HOUR, shift = 0;
    bool near = calendar(r, i, RS_CK_NEAR, &taken) != NULL;
    if (near) k += taken;
    size_t at = k, end = unit_at(r, k, &unit);
    if (end == k || (!definite(r, k) && near)) return 0;
    uint32_t count = 0;
    const rs_reading *noun = reading(r, at);
    k = definite(r, at) ? count_behind(r, end, &count) : end;
    bool said = shift_at(r, k, &shift, &taken);
    if (said) k += taken;
    if (!said && !near) return 0;
    if (said && !near && !shift && rs_pos_of(noun->feat) == RS_POS_ADJ) return 0; /* "الأمين العام الحالي" */
    unsigned number = rs_number_of(noun->feat);
    if (number == RS_DUAL && !count) count = 2;
    if (count)
        set_stretch(r, unit, (int)(count < 1000 ? count : 1000), shift);
    else if (number != RS_PL)
        set_period(r, unit, shift);
    return k;
}

/* "واحد" behind a day, "ونصف" behind a year: the token behind it; *more: a half that makes it vaguer. */
static size_t after_unit(const reader *r, size_t i, bool *more)
{
    const rs_image_tag *t =
        i < r->n && r->token[i].kind == RS_TOKEN_WORD ? rs_token_tag(r->words, &r->token[i], RS_TAG_NUMBER) : NULL;
    *more = false;
    if (!t) return i;
    uint8_t pro = reading(r, i)->pro;
    int unit;
    if (t->a == RS_NK_CARDINAL && t->value <= 2 && t->value && !pro) return i + 1;
    if (t->a != RS_NK_FRACTION || pro != RS_PRO_W) return i;
    *more = true;
    return unit_at(r, i + 1, &unit);
}

/* "قبل ثلاثة أيام", "منذ أسبوع", and after a verb of the future "بعد يومين" */
static size_t read_count(reader *r, size_t i)
{
    uint8_t kind = RS_NK_CARDINAL;
    bool before = can_be(r, i, RS_TAG_PREP, RS_PREP_BEFORE) || can_be(r, i, RS_TAG_PREP, RS_PREP_SINCE);
    bool after = can_be(r, i, RS_TAG_PREP, RS_PREP_AFTER) && future(r, i);
    if (!before && !after) return 0;
    size_t k = can_be(r, i + 1, RS_TAG_PARTICLE, RS_PARTICLE_ABOUT) ? i + 2 : i + 1;
    uint32_t count = 0;
    size_t taken = k < r->n ? name_number(r->words, r->token, k, r->n, &count, &kind) : 0;
    k += taken;
    int unit = HOUR;
    bool more;
    size_t end = unit_at(r, k, &unit);
    if (end == k || definite(r, k) || (unit == YEAR && year_digits(r, end, 1000))) return 0;
    const rs_reading *noun = reading(r, k);
    unsigned number = noun ? rs_number_of(noun->feat) : RS_SG;
    end = after_unit(r, end, &more);
    uint8_t of = prep_at(r, end);
    bool other = of == RS_PREP_MIN || of == RS_PREP_ALA; /* "قبل يومين من الهجوم": not of publication */
    if (after && other) return 0;
    if (!taken) count = number == RS_DUAL ? 2 : number == RS_PL ? 0 : 1;
    if (other || more || kind != RS_NK_CARDINAL || !count || count > 400 || !r->names->published) return end;
    int n = after ? (int)count : -(int)count;
    if (unit == MONTH || unit == YEAR)
        set_period(r, unit, n);
    else if (unit != MINUTE)
        r->from = r->to = rs_day_add(r->names->published, unit == HOUR ? n / 24 : unit == WEEK ? 7 * n : n);
    return end;
}

/* "عام 2014", "عامي 2011 و2013" and, behind a preposition of time, "2014" */
static size_t read_year(reader *r, size_t i)
{
    int unit = HOUR;
    size_t k = unit_at(r, i, &unit), taken;
    bool said = k > i && unit == YEAR;
    if (!said) k = i;
    uint32_t year = year_digits(r, k, said ? 1000 : 1900);
    uint8_t prep = i > 0 ? prep_at(r, i - 1) : RS_PREP_NONE;
    bool edge = i > 0 && calendar(r, i - 1, RS_CK_EDGE, &taken) && taken == 1;
    bool season = year && (punct(r, k + 1, RS_CLASS_DASH) || punct(r, k + 1, RS_CLASS_SLASH)) &&
                  year_digits(r, k + 2, 1900) == year + 1; /* "2011-2012" */
    bool time = season || prep == RS_PREP_FI || prep == RS_PREP_SINCE || prep == RS_PREP_UNTIL ||
                prep == RS_PREP_BAYN || prep == RS_PREP_BEFORE || prep == RS_PREP_AFTER || prep == RS_PREP_DURING ||
                edge;
    const rs_reading *next = reading(r, k + 1);
    bool counts = next && rs_pos_of(next->feat) == RS_POS_NOUN && !next->pro; /* "في 2000 منزل" */
    size_t to = season ? k + 2 : year ? range_at(r, k, k + 1) : 0;
    uint32_t last = to ? year_digits(r, to, said ? 1000 : 1900) : 0;
    if (prep == RS_PREP_MIN && last) time = true;
    if (!year || (!said && (!time || counts))) return 0;
    set_year(r, year);
    if (last <= year) return k + 1;
    uint32_t from = r->from;
    set_year(r, last);
    r->from = from;
    return to + 1;
}

/* What is a month or year long, and may be cut into parts. */
static size_t read_long(reader *r, size_t i)
{
    size_t k = read_year(r, i);
    if (!k) k = read_period(r, i);
    uint32_t year = k ? 0 : year_digits(r, i, 1900);
    if (year) {
        set_year(r, year);
        return i + 1;
    }
    date d;
    if (k) return k;
    size_t end = date_at(r, i, &d);
    if (end == i || d.day) return 0;
    set_date(r, i, &d);
    return end;
}

/* Days from FROM to TO of a month, or months of a year. */
static void cut(reader *r, uint32_t day, uint32_t last_day, uint32_t month, uint32_t last_month)
{
    if (!r->from) return;
    uint32_t first = r->from;
    if (r->to - first > 31 && first % 10000 == 101) {
        r->from = first + (month - 1) * 100;
        r->to = month_end(first + (last_month - 1) * 100);
    } else if (first % 100 == 1 && r->to > first + 20) {
        r->from = first + day - 1;
        r->to = last_day > 27 ? r->to : first + last_day - 1;
    }
}

/* "مطلع ديسمبر", "منتصف العام الماضي", "أواخر 2015" */
static size_t read_edge(reader *r, size_t i)
{
    size_t taken;
    const rs_image_tag *edge = calendar(r, i, RS_CK_EDGE, &taken);
    size_t end = edge ? read_long(r, i + taken) : 0;
    if (!end) return 0;
    static const uint8_t parts[][4] = {{1, 10, 1, 3}, {11, 20, 5, 8}, {21, 31, 10, 12}};
    const uint8_t *p = parts[edge->b - 1];
    cut(r, p[0], p[1], p[2], p[3]);
    return end;
}

/* "الربع الأول من 2016", "النصف الثاني من العام الماضي", "الأسبوع الأول من ديسمبر" */
static size_t read_share(reader *r, size_t i)
{
    int unit = HOUR;
    size_t k = unit_at(r, i, &unit);
    const rs_image_tag *t = definite(r, i) ? rs_token_any_tag(r->words, &r->token[i], RS_TAG_NUMBER) : NULL;
    bool week = k > i && unit == WEEK && definite(r, i), share = t && t->a == RS_NK_FRACTION;
    uint32_t n = 0;
    if (!week && !share) return 0;
    size_t of = ordinal_at(r, i + 1, &n);
    if (of == i + 1 || prep_at(r, of) != RS_PREP_MIN) return 0;
    size_t end = read_long(r, of + 1);
    if (!end) return 0;
    uint32_t months = week || !t->value ? 0 : (12 * t->value + 500) / 1000, month = (n - 1) * months + 1;
    bool year = r->to - r->from > 31;
    if (week && n <= 4 && !year)
        cut(r, 7 * n - 6, 7 * n, 1, 1);
    else if (share && n && (year ? n * months <= 12 : months == 6 && n <= 2))
        cut(r, n == 1 ? 1 : 16, n == 1 ? 15 : 31, month, month + months - 1);
    else
        set(r, 0, 0);
    return end;
}

/* "الساعة 10:30", "الساعة العاشرة صباح الخميس", "10:30": the hours are no numbers of anything. */
static size_t read_clock(reader *r, size_t i)
{
    int unit = MINUTE;
    size_t k = unit_at(r, i, &unit), end;
    bool said = k > i && unit == HOUR && definite(r, i);
    if (!said) k = i;
    uint32_t hour = 0;
    bool digits = k < r->n && r->token[k].kind == RS_TOKEN_NUMBER && r->token[k].word <= 24;
    bool minutes = digits && punct(r, k + 1, RS_CLASS_COLON) && k + 2 < r->n && !r->token[k + 2].space &&
                   r->token[k + 2].kind == RS_TOKEN_NUMBER && r->token[k + 2].end - r->token[k + 2].begin == 2;
    if (!said && !minutes) return 0;
    end = minutes ? k + 3 : digits ? k + 1 : ordinal_at(r, k, &hour);
    if (end == k) return 0;
    size_t day = read_weekday(r, end);
    if (!day) day = read_relative_day(r, end);
    return day ? day : end;
}

/* Most words begin no time: those that are in no phrase of the calendar and neither numbers nor prepositions. */
static bool may_begin(const rs_names *names, const rs_token *token)
{
    if (token->kind != RS_TOKEN_WORD) return token->kind == RS_TOKEN_NUMBER;
    const rs_word *w = rs_token_word(names->words, token);
    bool may = w->n_view > 0;
    for (size_t k = 0; k < w->n_reading && !may; k++) {
        unsigned pos = rs_pos_of(w->reading[k].feat);
        may = pos == RS_POS_NUM || pos == RS_POS_PREP;
    }
    return may;
}

size_t name_time(const rs_names *names, const rs_token *token, size_t i, size_t n, uint32_t *from, uint32_t *to)
{
    static size_t (*const readers[])(reader *, size_t) = {read_digits, read_clock,   read_edge,         read_share,
                                                          read_date,   read_weekday, read_relative_day, read_count,
                                                          read_period, read_year};
    if (!may_begin(names, &token[i])) return 0;
    for (size_t k = 0; k < RS_COUNT(readers); k++) {
        reader r = {names, names->words, token, n, 0, 0};
        size_t end = readers[k](&r, i);
        if (end <= i) continue;
        *from = r.from, *to = r.to;
        return end - i;
    }
    return 0;
}
