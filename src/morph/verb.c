/* SPDX-License-Identifier: MIT */
/* Verbs. A form is a template of phonemes in which 1-4 stand for the radicals, a prefix or none, and a suffix. On
 * the whole the rules of weakness work in this order: assimilated (وصل يصل), hollow (قال), doubled (ردّ), defective
 * (دعا، رمى), each looking only at its radical and its neighbours, so that doubly weak roots need no rule of their
 * own. Departures: رأى drops its hamza, اتخذ is made of ءخذ, ليس has a perfect only, all by name. A hollow root whose
 * last radical is weak too keeps its middle one (نوى). Wright, A Grammar of the Arabic Language, vol. I, pp. 47-110, is
 * the source of the rules.
 */
#include "morph/phoneme.h"

enum aspect { PERFECT, IMPERFECT, PASSIVE_PERFECT, PASSIVE_IMPERFECT, N_ASPECT };

/* Templates by form and aspect. '@' is the vowel of form I. In the imperfect the first 'y' is the prefix. */
static const char *const templates[15][N_ASPECT] = {
    [1] = {"1a2@3", "ya12@3", "1u2i3", "yu12a3"},
    [2] = {"1a22a3", "yu1a22i3", "1u22i3", "yu1a22a3"},
    [3] = {"1A2a3", "yu1A2i3", "1U2i3", "yu1A2a3"},
    [4] = {"?a12a3", "yu12i3", "?u12i3", "yu12a3"},
    [5] = {"ta1a22a3", "yata1a22a3", "tu1u22i3", "yuta1a22a3"},
    [6] = {"ta1A2a3", "yata1A2a3", "tu1U2i3", "yuta1A2a3"},
    [7] = {"Win1a2a3", "yan1a2i3", "Wun1u2i3", "yun1a2a3"},
    [8] = {"Wi1ta2a3", "ya1ta2i3", "Wu1tu2i3", "yu1ta2a3"},
    [9] = {"Wi12a3a3", "ya12a3i3", NULL, NULL},
    [10] = {"Wista12a3", "yasta12i3", "Wustu12i3", "yusta12a3"},
    [11] = {"1a23a4", "yu1a23i4", "1u23i4", "yu1a23a4"},
    [12] = {"ta1a23a4", "yata1a23a4", "tu1u23i4", "yuta1a23a4"},
    [13] = {"Wi12an3a4", "ya12an3i4", NULL, NULL},
    [14] = {"Wi12a3a4", "ya12a3i4", NULL, NULL}, /* its fourth radical is doubled: see stretch */
};

typedef struct builder {
    const rs_verb *verb;
    phonemes w;
    size_t second, third; /* where the middle and the last radical stand */
    enum aspect aspect;
} builder;

static bool weak(uint8_t r) { return r == RS_WAW || r == RS_YEH; }

static uint8_t last_radical(const rs_verb *v) { return v->root[v->n_root - 1]; }

static bool is_hollow(const rs_verb *v)
{
    bool form = v->form == 1 || v->form == 4 || v->form == 7 || v->form == 8 || v->form == 10;
    return form && !v->sound && v->n_root == 3 && weak(v->root[1]) && !weak(v->root[2]);
}

static bool is_doubled(const rs_verb *v)
{
    if (v->form == 9) return !weak(last_radical(v)); /* ارعوى */
    return v->n_root == 3 && v->root[1] == v->root[2] && v->form != 2 && v->form != 5 && !weak(v->root[1]);
}

static bool is_defective(const rs_verb *v) { return weak(last_radical(v)); }

static bool is_see(const rs_verb *v) { return v->root[0] == RS_REH && v->root[1] == RS_HAMZA && v->root[2] == RS_YEH; }

/* The t of form VIII takes on the first radical (اصطدم، ازداد، اتصل، ادعى). */
static void put_infix(phonemes *w)
{
    uint8_t *first = &w->at[w->n - 1], infix = RS_TEH;
    switch (*first) {
    case RS_SAD:
    case RS_DAD:
    case RS_TAH: infix = RS_TAH; break;
    case RS_ZAH: infix = RS_ZAH; break;
    case RS_ZAIN:
    case RS_DAL: infix = RS_DAL; break;
    case RS_THAL: *first = RS_DAL, infix = RS_DAL; break;
    case RS_THEH: infix = RS_THEH; break;
    case RS_WAW:
    case RS_YEH: *first = RS_TEH; break;
    default: break;
    }
    ph_put(w, infix);
}

static uint8_t literal(char c)
{
    switch (c) {
    case '?': return RS_HAMZA;
    case 't': return RS_TEH;
    case 'n': return RS_NOON;
    case 'm': return RS_MEEM;
    case 's': return RS_SEEN;
    case 'y': return RS_YEH;
    default: return (uint8_t)c;
    }
}

/* Form VIII of ءخذ is made as if of تخذ: اتخذ. */
static bool takes_teh(const rs_verb *v) { return v->form == 8 && v->root[0] == RS_HAMZA && v->root[1] == RS_KHAH; }

static void expand(builder *b, const char *t, char vowel)
{
    const rs_verb *v = b->verb;
    b->w.n = b->second = b->third = 0;
    bool infix = v->form == 8;
    for (; *t; t++) {
        if (*t >= '1' && *t <= '4') {
            unsigned k = (unsigned)(*t - '1');
            if (*t == '2') b->second = b->w.n;
            if (k + 1 == v->n_root) b->third = b->w.n;
            ph_put(&b->w, k == 0 && takes_teh(v) ? RS_TEH : v->root[k]);
        } else if (*t == 't' && infix && b->w.n && t[-1] == '1') {
            put_infix(&b->w);
        } else {
            ph_put(&b->w, *t == '@' ? (uint8_t)vowel : literal(*t));
        }
    }
}

static void cut(builder *b, size_t at, size_t n)
{
    ph_drop(&b->w, at, n);
    if (b->second > at) b->second -= n;
    if (b->third > at) b->third -= n;
}

/* وصل يصل: the first radical و falls out of the imperfect of form I; of those in i-a only from وسع and وطئ (يوجل). */
static void assimilate(builder *b)
{
    const rs_verb *v = b->verb;
    if (b->aspect != IMPERFECT || v->form != 1 || v->root[0] != RS_WAW || v->root[1] == v->root[2]) return;
    bool by_name = (v->root[1] == RS_SEEN && v->root[2] == RS_AIN) || (v->root[1] == RS_TAH && v->root[2] == RS_HAMZA);
    if (v->imperfect_vowel == 'i' || v->perfect_vowel == 'a' || by_name) cut(b, 2, 1);
}

static uint8_t lengthen(uint8_t v) { return v == 'a' ? 'A' : v == 'i' ? 'I' : 'U'; }

/* قال، يقول، قيل، أقام، استقال: the middle radical melts into a long vowel. */
static void melt(builder *b)
{
    size_t p = b->second;
    uint8_t before = b->w.at[p - 1], after = b->w.at[p + 1];
    if (!is_short(after)) return;
    if (is_short(before)) {
        b->w.at[p - 1] = before == 'u'                                                               ? 'I'
                         : b->aspect == IMPERFECT || b->aspect == PASSIVE_IMPERFECT || before == 'a' ? 'A'
                                                                                                     : 'I';
        cut(b, p, 2);
    } else {
        b->w.at[p] = lengthen(after);
        cut(b, p + 1, 1);
    }
}

/* قلت، نمت، يقلن، لم يقل: before a closed syllable the long vowel is short. */
static void shorten(builder *b)
{
    const rs_verb *v = b->verb;
    uint8_t *p = &b->w.at[b->third - 1];
    if (b->aspect == PERFECT && v->form == 1)
        *p = v->root[1] == RS_WAW && v->perfect_vowel != 'i' ? 'u' : 'i';
    else if (is_long(*p))
        *p = *p == 'A' ? 'a' : *p == 'I' ? 'i' : 'u';
}

/* ردّ، يردّ: the two equal radicals meet before a vowel or at the end. */
static void contract(builder *b)
{
    size_t last = b->third, p = last - 2;
    uint8_t v = b->w.at[last - 1], before = b->w.at[p - 1];
    if (!is_short(v)) return;
    if (is_vowel(before)) {
        cut(b, last - 1, 1);
    } else {
        b->w.at[p + 1] = b->w.at[p];
        b->w.at[p] = v;
    }
}

/* اطمأنّ: the fourth radical of QIV is doubled before a vowel. */
static void stretch(builder *b, bool vowel)
{
    uint8_t r = b->w.at[b->third], v = b->w.at[b->third - 1];
    if (vowel)
        ph_put(&b->w, r);
    else
        b->w.at[b->third - 1] = r, b->w.at[b->third] = v, ph_put(&b->w, r); /* اطمأننت، يطمأننّ */
}

static void put_suffix(builder *b, const char *suffix)
{
    for (; *suffix; suffix++) {
        char c = *suffix;
        if (c == '0') continue;
        ph_put(&b->w, literal(c));
    }
}

/* ينأ، يرتئ: the vowel at the end is that of the stem and keeps the seat of the hamza before it; but يراء. */
static void keep_vowel(phonemes *w)
{
    if (w->n > 2 && w->at[w->n - 2] == RS_HAMZA && !is_long(w->at[w->n - 3])) ph_put(w, '_');
}

/* The last radical of دعا، رمى، لقي and its vowel, with what follows. */
static void put_defective_suffix(builder *b, const char *suffix)
{
    size_t p = b->third;
    uint8_t v = b->w.at[p - 1];
    bool plain_waw = b->w.at[p] == RS_WAW && b->verb->form == 1 && (b->aspect == PERFECT ? v == 'a' : v == 'u');
    if (!plain_waw) b->w.at[p] = RS_YEH;
    char s = *suffix;
    bool imperfect = b->aspect == IMPERFECT || b->aspect == PASSIVE_IMPERFECT;
    b->w.n = p + 1;
    if (v == 'a') {
        if (s == 'a' && (suffix[1] == 't'))
            b->w.n = p - 1;
        else if ((s == 'a' || s == 'u') && !suffix[1])
            b->w.at[p - 1] = plain_waw ? 'A' : 'E', b->w.n = p, suffix++;
        else if (s == '0')
            b->w.n = p, keep_vowel(&b->w);
        else if (s == 'U')
            b->w.at[p] = RS_WAW, suffix++;
        else if (s == 'I')
            b->w.at[p] = RS_YEH, suffix++;
    } else {
        if (s == 'u' && imperfect)
            b->w.at[p - 1] = lengthen(v), b->w.n = p, suffix++;
        else if (s == '0')
            b->w.n = p, keep_vowel(&b->w);
        else if (s == 'U' || s == 'I')
            b->w.n = p - 1;
        else if (is_consonant(literal(s)))
            b->w.at[p - 1] = lengthen(v), b->w.n = p;
    }
    put_suffix(b, suffix);
}

/* The stem of رأى without its hamza: يرى، أرى، يُري. */
static const char *see_template(const rs_verb *v, enum aspect a)
{
    if (!is_see(v)) return NULL;
    if (v->form == 1) return a == IMPERFECT ? "ya1a3" : a == PASSIVE_IMPERFECT ? "yu1a3" : NULL;
    static const char *const four[N_ASPECT] = {"?a1a3", "yu1i3", "?u1i3", "yu1a3"};
    return v->form == 4 ? four[a] : NULL;
}

/* ليس has a perfect only and is no hollow verb before a vowel: ليس، ليست, but لست. */
static bool is_laysa(const rs_verb *v)
{
    return v->form == 1 && v->root[0] == RS_LAM && v->root[1] == RS_YEH && v->root[2] == RS_SEEN;
}

static void build_laysa(builder *b, const char *suffix)
{
    b->w.n = 0;
    ph_put(&b->w, RS_LAM), ph_put(&b->w, 'a');
    if (is_vowel((uint8_t)*suffix)) ph_put(&b->w, RS_YEH);
    ph_put(&b->w, RS_SEEN);
    put_suffix(b, suffix);
}

/* Build stem and suffix of one cell. SUFFIX "0" is the bare jussive. */
static void build(builder *b, enum aspect aspect, const char *suffix)
{
    const rs_verb *v = b->verb;
    if (is_laysa(v)) {
        build_laysa(b, suffix);
        return;
    }
    const char *t = see_template(v, aspect);
    b->aspect = aspect;
    expand(b, t ? t : templates[v->form][aspect], aspect == PERFECT ? v->perfect_vowel : v->imperfect_vowel);
    bool vowel = is_vowel((uint8_t)*suffix);
    if (v->form == 14) {
        stretch(b, vowel || *suffix == '0');
    } else {
        assimilate(b);
        if (is_hollow(v)) {
            melt(b);
            if (!vowel) shorten(b);
        }
        if (is_doubled(v) && (vowel || *suffix == '0')) contract(b);
        if (is_defective(v)) {
            put_defective_suffix(b, suffix);
            return;
        }
    }
    put_suffix(b, suffix);
}

/* One cell of the conjugation. prefix: of the imperfect; suffixes for the indicative, and for subjunctive and jussive.
 */
static const struct cell {
    char prefix;
    const char *perfect, *indicative, *subjunctive, *jussive;
    uint8_t person, gender, number;
} cells[] = {
    {'y', "a", "u", "a", "0", 3, RS_MASC, RS_SG},
    {'t', "at", "u", "a", "0", 3, RS_FEM, RS_SG},
    {'y', "A", "Ani", "A", "A", 3, RS_MASC, RS_DUAL},
    {'t', "atA", "Ani", "A", "A", 3, RS_FEM, RS_DUAL},
    {'y', "Ux", "Una", "Ux", "Ux", 3, RS_MASC, RS_PL},
    {'y', "na", "na", "na", "na", 3, RS_FEM, RS_PL},
    {'t', "ta", "u", "a", "0", 2, RS_MASC, RS_SG},
    {'t', "ti", "Ina", "I", "I", 2, RS_FEM, RS_SG},
    {'t', "tumA", "Ani", "A", "A", 2, RS_MASC, RS_DUAL},
    {'t', "tum", "Una", "Ux", "Ux", 2, RS_MASC, RS_PL},
    {'t', "tunna", "na", "na", "na", 2, RS_FEM, RS_PL},
    {'?', "tu", "u", "a", "0", 1, 0, RS_SG},
    {'n', "nA", "u", "a", "0", 1, 0, RS_PL},
};

typedef struct sink {
    rs_form_fn *fn;
    void *context;
} sink;

/* قتلتم, which is قتلتمو before a pronoun. */
static bool is_you_all(uint32_t feat)
{
    const uint32_t mask = RS_FEAT_TENSE(3) | RS_FEAT_PERSON(3) | RS_FEAT_GENDER(3) | RS_FEAT_NUMBER(3);
    return (feat & mask) ==
           (RS_FEAT_TENSE(RS_PERFECT) | RS_FEAT_PERSON(2) | RS_FEAT_GENDER(RS_MASC) | RS_FEAT_NUMBER(RS_PL));
}

/* Before an object pronoun the silent alif goes (كتبوه), ى becomes ا (رماه), and a final hamza moves (يقرؤه). */
static void emit_before_clitic(const sink *to, const phonemes *w, uint32_t feat)
{
    uint8_t letter[RS_FORM_MAX];
    phonemes c = *w;
    uint8_t last = c.at[c.n - 1];
    if (last == 'x') {
        c.n--;
    } else if (is_you_all(feat)) {
        ph_put(&c, 'U');
    } else if (last == 'E') {
        c.at[c.n - 1] = 'A';
    } else if (is_short(last) && c.n > 1 && c.at[c.n - 2] == RS_HAMZA && rs_tense_of(feat) == RS_IMPERFECT) {
        ph_put(&c, RS_HEH); /* spell with something after the hamza, then take it off */
        size_t n = ph_spell(&c, letter);
        to->fn(to->context, letter, n - 1, feat | RS_FEAT_CLITIC);
        return;
    } else {
        return;
    }
    to->fn(to->context, letter, ph_spell(&c, letter), feat | RS_FEAT_CLITIC);
}

static void emit(const sink *to, const phonemes *w, uint32_t feat)
{
    uint8_t letter[RS_FORM_MAX];
    phonemes bare = *w;
    if (bare.n && is_short(bare.at[bare.n - 1])) bare.n--; /* the last vowel is not written and moves no hamza here */
    uint8_t last = w->at[w->n - 1];
    bool changes = last == 'x' || last == 'E' || is_you_all(feat);
    to->fn(to->context, letter, ph_spell(&bare, letter), feat | (changes ? RS_FEAT_NO_CLITIC : 0));
    emit_before_clitic(to, w, feat);
}

static void set_prefix(phonemes *w, char prefix)
{
    RS_BUG_IF(w->at[0] != RS_YEH);
    w->at[0] = literal(prefix);
}

static void conjugate(builder *b, const sink *to, bool passive, const struct cell *c)
{
    uint32_t feat = RS_FEAT_POS(RS_POS_VERB) | RS_FEAT_PERSON(c->person) | RS_FEAT_GENDER(c->gender) |
                    RS_FEAT_NUMBER(c->number) | (passive ? RS_FEAT_PASSIVE : 0);
    build(b, passive ? PASSIVE_PERFECT : PERFECT, c->perfect);
    bool citation = !passive && c == cells;
    emit(to, &b->w, feat | RS_FEAT_TENSE(RS_PERFECT) | (citation ? RS_FEAT_CITATION : 0));
    if (is_laysa(b->verb)) return;
    const char *const suffix[] = {c->indicative, c->subjunctive, c->jussive};
    for (size_t k = 0; k < RS_COUNT(suffix); k++) {
        build(b, passive ? PASSIVE_IMPERFECT : IMPERFECT, suffix[k]);
        set_prefix(&b->w, c->prefix);
        emit(to, &b->w, feat | RS_FEAT_TENSE(RS_IMPERFECT) | (k ? RS_FEAT_SUBJUNCTIVE : RS_FEAT_INDICATIVE));
    }
}

/* خذ، كل، مر lose their hamza in the imperative; no other verb does. */
static bool drops_hamza(const rs_verb *v)
{
    static const uint8_t rest[][2] = {{RS_KHAH, RS_THAL}, {RS_KAF, RS_LAM}, {RS_MEEM, RS_REH}};
    if (v->form != 1 || v->root[0] != RS_HAMZA) return false;
    for (size_t i = 0; i < RS_COUNT(rest); i++)
        if (memcmp(v->root + 1, rest[i], 2) == 0) return true;
    return false;
}

/* The imperative is the jussive without its prefix; a helping alif where two consonants would begin it, with the vowel
 * u where the stem has it (اؤمل). */
static void command(builder *b, const sink *to, const struct cell *c)
{
    build(b, IMPERFECT, c->jussive);
    phonemes w = {.n = 0};
    size_t from = 2;
    if (b->verb->form == 4)
        ph_put(&w, RS_HAMZA), ph_put(&w, 'a');
    else if (drops_hamza(b->verb))
        from = 3;
    else if (is_consonant(b->w.at[2]) && is_consonant(b->w.at[3]))
        ph_put(&w, 'W'), ph_put(&w, b->w.at[4] == 'u' || b->w.at[4] == 'U' ? 'u' : 'i');
    for (size_t i = from; i < b->w.n; i++) ph_put(&w, b->w.at[i]);
    if (!w.n) return;
    emit(to, &w,
         RS_FEAT_POS(RS_POS_VERB) | RS_FEAT_PERSON(2) | RS_FEAT_GENDER(c->gender) | RS_FEAT_NUMBER(c->number) |
             RS_FEAT_TENSE(RS_IMPERATIVE));
}

static bool well_formed(const rs_verb *v)
{
    if (v->form < 1 || v->form > 14 || v->n_root != (v->form > 10 ? 4 : 3)) return false;
    return v->form != 1 || (v->perfect_vowel && v->imperfect_vowel);
}

bool rs_morph_verb(const rs_verb *verb, rs_form_fn *fn, void *context)
{
    if (!well_formed(verb)) return false;
    builder b = {.verb = verb};
    sink to = {fn, context};
    for (size_t i = 0; i < RS_COUNT(cells); i++) {
        conjugate(&b, &to, false, &cells[i]);
        if (is_laysa(verb)) continue;
        if (templates[verb->form][PASSIVE_PERFECT]) conjugate(&b, &to, true, &cells[i]);
        if (cells[i].person == 2) command(&b, &to, &cells[i]);
    }
    return true;
}

size_t rs_morph_citation(const rs_verb *verb, uint8_t *out)
{
    builder b = {.verb = verb};
    build(&b, PERFECT, "a");
    if (is_short(b.w.at[b.w.n - 1])) b.w.n--;
    return ph_spell(&b.w, out);
}

/* Participles of form I have patterns of their own; the others put mu- for the prefix of the imperfect. */
static void participle_one(builder *b, bool passive)
{
    const rs_verb *v = b->verb;
    expand(b, passive ? "ma12U3" : "1A2i3", 0);
    b->aspect = IMPERFECT;
    if (is_hollow(v)) {
        if (!passive) b->w.at[b->second] = RS_HAMZA;
        if (!passive && last_radical(v) == RS_HAMZA) b->w.at[b->third - 1] = 'I', b->w.n = b->third; /* جاءٍ */
        if (passive) b->w.at[b->second] = v->root[1] == RS_YEH ? 'I' : 'U', cut(b, b->second + 1, 1);
    } else if (is_doubled(v) && !passive) {
        contract(b);
    } else if (is_defective(v)) {
        if (!passive)
            b->w.at[b->third - 1] = 'I', b->w.n = b->third;
        else
            b->w.n = b->third - 1, ph_put(&b->w, v->root[2] == RS_YEH ? 'i' : 'u'),
            ph_put(&b->w, v->root[2]); /* مدعوّ، مرئيّ */
    }
}

size_t rs_morph_participle(const rs_verb *verb, bool passive, uint8_t *out)
{
    if (!well_formed(verb) || is_laysa(verb)) return 0;
    builder b = {.verb = verb};
    if (verb->form == 1) {
        participle_one(&b, passive);
        return ph_spell(&b.w, out);
    }
    if (passive && !templates[verb->form][PASSIVE_IMPERFECT]) return 0;
    build(&b, passive ? PASSIVE_IMPERFECT : IMPERFECT, "u");
    b.w.at[0] = RS_MEEM, b.w.at[1] = 'u';
    uint8_t *last = &b.w.at[b.w.n - 1];
    if (*last == 'u') b.w.n--;
    /* forms V, VI and QII have a in the imperfect but i in the active participle: it shows in ى and in the seat of
     * hamza (متخلي، متسائل) */
    if (!passive && *last == 'E') *last = 'I';
    bool a_stem = verb->form == 5 || verb->form == 6 || verb->form == 12;
    if (!passive && a_stem && b.w.at[b.third - 1] == 'a') b.w.at[b.third - 1] = 'i';
    return ph_spell(&b.w, out);
}

static const char *const masdars[15] = {
    [2] = "ta12I3",    [3] = "mu1A2a3aT",  [4] = "?i12A3",     [5] = "ta1a22u3",   [6] = "ta1A2u3",
    [7] = "Win1i2A3",  [8] = "Wi1ti2A3",   [9] = "Wi12i3A3",   [10] = "Wisti12A3", [11] = "1a23a4aT",
    [12] = "ta1a23u4", [13] = "Wi12in3A4", [14] = "Wi12i34A4",
};

/* إقامة، استقالة: the middle radical goes and ة makes up for it. */
static void masdar_hollow(builder *b)
{
    size_t p = b->second;
    if (b->verb->form == 4 || b->verb->form == 10) {
        cut(b, p, 1);
        ph_put(&b->w, 'a'), ph_put(&b->w, 'T');
    } else if (b->verb->form == 7 || b->verb->form == 8) {
        b->w.at[p] = RS_YEH;
    }
}

/* إعطاء (hamza for the last radical), تسمية, تخلّي. */
static void masdar_defective(builder *b)
{
    uint8_t form = b->verb->form;
    size_t p = b->third;
    if (form == 2) {
        if (b->verb->root[1] == RS_YEH)
            cut(b, p - 1, 1), p--; /* تحية */
        else
            b->w.at[p - 1] = 'i';
        b->w.at[p] = RS_YEH, ph_put(&b->w, 'a'), ph_put(&b->w, 'T');
    } else if (form == 3 || form == 11)
        b->w.n = p - 1, ph_put(&b->w, 'A'), ph_put(&b->w, 'T');
    else if (form == 5 || form == 6 || form == 12)
        b->w.at[p - 1] = 'I', b->w.n = p;
    else
        b->w.at[p] = RS_HAMZA;
}

size_t rs_morph_masdar(const rs_verb *verb, uint8_t *out)
{
    if (!well_formed(verb) || !masdars[verb->form]) return 0;
    builder b = {.verb = verb};
    expand(&b, masdars[verb->form], 0);
    b.aspect = PERFECT;
    if (is_see(verb) && verb->form == 4) return 0;
    if (is_hollow(verb))
        masdar_hollow(&b);
    else if (is_doubled(verb) && (verb->form == 3 || verb->form == 6))
        contract(&b);
    else if (is_defective(verb))
        masdar_defective(&b);
    else if (verb->form == 2 && verb->root[2] == RS_HAMZA)
        b.w.at[b.third - 1] = 'i', ph_put(&b.w, 'a'), ph_put(&b.w, 'T');
    return ph_spell(&b.w, out);
}
