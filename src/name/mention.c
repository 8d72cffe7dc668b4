/* SPDX-License-Identifier: MIT */
/* Mentions of one sentence, left to right, the longest first. An alias that is an ordinary word, or shared by several
 * persons, is a mention only if its entity was named in full before, or a title or given name stands beside it; a word
 * that is also a town only beside a cue (مدينة، بلدة) or after a preposition of place. */
#include "name/name.h"

rs_status rs_names_begin(rs_names *names, const rs_words *words, const rs_alloc *alloc, uint32_t published,
                         rs_error *error)
{
    names->words = words;
    names->alloc = alloc;
    names->published = published;
    size_t n = words->token.n + 1;
    memset(names->country, 0, sizeof names->country);
    names->waits = false;
    /* a sentence may be read three times */
    if (!rs_vec_reserve(alloc, &names->mention, 3 * n) || !rs_vec_reserve(alloc, &names->of, n) ||
        !rs_vec_reserve(alloc, &names->known, n) || !rs_vec_reserve(alloc, &names->organisation, n))
        return rs_error_set(error, RS_E_NOMEM, "no memory for the names of a text");
    rs_vec_clear(&names->mention);
    rs_vec_clear(&names->known);
    rs_vec_clear(&names->organisation);
    names->n_firm = names->read_end = 0;
    names->sport = names->n_sport = 0;
    memset(names->of.at, 0xFF, n * sizeof *names->of.at);
    names->n_word = 0;
    names->filter = 0;
    names->dotted = 0;
    return RS_OK;
}

void rs_names_free(rs_names *names)
{
    if (!names->alloc) return;
    rs_vec_free(names->alloc, &names->mention);
    rs_vec_free(names->alloc, &names->of);
    rs_vec_free(names->alloc, &names->known);
    rs_vec_free(names->alloc, &names->organisation);
}

const rs_image_tag *rs_mention_tag(const rs_names *names, const rs_mention *mention, enum rs_tag kind)
{
    const rs_lexicon *lx = names->words->lexicon;
    if (mention->node == RS_NONE) return NULL;
    const rs_image_node *node = &lx->node[mention->node];
    for (size_t i = 0; i < node->n_tag; i++)
        if (lx->tag[node->tag_at + i].kind == kind) return &lx->tag[node->tag_at + i];
    return NULL;
}

/* What token I weighs as a word of sport; the name of a club is one. */
static uint32_t sport_of(const rs_names *names, uint32_t i)
{
    const rs_token *t = &names->words->token.at[i];
    const rs_mention *m = rs_mention_of(names, i);
    const rs_image_tag *entity = m && m->first == i ? rs_mention_tag(names, m, RS_TAG_ENTITY) : NULL;
    if (entity && entity->c && !entity->b) return 3;
    const rs_image_tag *tag = t->kind == RS_TOKEN_WORD ? rs_token_any_tag(names->words, t, RS_TAG_DOMAIN) : NULL;
    return tag && tag->a == RS_DOMAIN_SPORT ? tag->b : 0;
}

/* One word in sixteen, by weight. Counted when it is asked for, and each word once. */
bool name_sport(rs_names *names, uint32_t end)
{
    for (; names->n_sport < end; names->n_sport++) names->sport += sport_of(names, names->n_sport);
    return names->sport >= 3 && names->sport * 16 >= names->n_sport;
}

static bool known(const rs_names *names, uint32_t entity)
{
    for (size_t i = 0; i < names->known.n; i++)
        if (names->known.at[i] == entity) return true;
    return false;
}

uint32_t rs_mention_place(const rs_names *names, const rs_mention *mention, const char *country)
{
    const rs_lexicon *lx = names->words->lexicon;
    if (mention->place == RS_NONE || mention->node == RS_NONE) return mention->place;
    const rs_image_node *node = &lx->node[mention->node];
    const rs_image_place *first = &lx->place[mention->place];
    for (size_t i = 0; country[0] && memcmp(first->code, country, 4) != 0 && i < node->n_tag; i++) {
        const rs_image_tag *tag = &lx->tag[node->tag_at + i];
        if (tag->kind == RS_TAG_PLACE && memcmp(lx->place[tag->value].code, country, 4) == 0) return tag->value;
    }
    return mention->place;
}

/* A place that was clearly named before is one again, even where the word could be a verb. */
static bool known_place(const rs_names *names, uint32_t place)
{
    for (size_t i = 0; i < names->mention.n; i++)
        if (names->mention.at[i].place == place) return true;
    return false;
}

/* What stands before token I, as a cue. */
typedef struct cue {
    bool title, given, head, place_word, place_prep, article;
} cue;

static cue cue_before(const rs_names *names, const rs_token *token, size_t i, uint8_t pro)
{
    const rs_words *words = names->words;
    cue c = {.place_prep = (pro & RS_PRO_B) != 0};
    if (!i || token[i - 1].kind != RS_TOKEN_WORD) return c;
    const rs_token *before = &token[i - 1];
    const rs_reading *r = rs_token_reading(words, before);
    unsigned pos = rs_token_pos(words, before);
    const rs_image_tag *agent = rs_token_any_tag(words, before, RS_TAG_AGENT),
                       *prep = rs_token_tag(words, before, RS_TAG_PREP);
    c.article = r && (r->pro & RS_PRO_AL);
    c.title = agent && agent->b != RS_REACH_WEAPON;
    /* "الرئيس السوري الأسد": the title may stand before its adjective */
    bool by_name = pos == RS_POS_NOUN && r && (r->pro & RS_PRO_B); /* "متحدث باسم" */
    if ((pos == RS_POS_ADJ || by_name) && i > 1 && token[i - 2].kind == RS_TOKEN_WORD)
        c.title |= rs_token_any_tag(words, &token[i - 2], RS_TAG_AGENT) != NULL;
    const rs_image_tag *head = rs_token_any_tag(words, before, RS_TAG_HEAD);
    c.head = head && (head->a == RS_HEAD_APART || head->a == RS_HEAD_CLUB) && r && !(r->pro & RS_PRO_AL);
    const rs_image_tag *given = rs_token_any_tag(words, before, RS_TAG_FIRSTNAME);
    c.given = given && given->a == 1;
    if (r && r->lemma != RS_NONE && pos == RS_POS_NOUN)
        c.place_word = words->lexicon->lemma[r->lemma].cls == RS_NC_PLACE;
    c.place_prep |=
        prep && (prep->a == RS_PREP_FI || prep->b == RS_USE_PLACE || prep->a == RS_PREP_ILA || prep->a == RS_PREP_MIN);
    return c;
}

bool name_own_given(const rs_names *names, const rs_image_entity *e, const rs_token *given)
{
    const rs_word *w = rs_token_word(names->words, given);
    const rs_reading *r = rs_token_reading(names->words, given);
    uint8_t first = rs_letter_fold[w->letter[r->n_pro < w->n_letter ? r->n_pro : 0]];
    for (rs_str rest = rs_str_of(rs_lexicon_text(names->words->lexicon, e->arabic)); rest.n;) {
        uint8_t letter[RS_MAX_LETTER];
        size_t n = rs_spell(rs_str_split(rest, ' ', &rest), letter, sizeof letter);
        if (n && rest.n && rs_letter_fold[letter[0]] == first) return true; /* the last is the family's */
    }
    return false;
}

/* "توفيق الحكيم" is not the politician of that family: a family name after somebody else's given name. */
static bool other_person(const rs_names *names, const rs_image_tag *tag, const cue *c, const rs_token *token, size_t n)
{
    const rs_image_entity *e = &names->words->lexicon->entity[tag->value];
    return n == 1 && c->given && e->kind == RS_EK_PERSON && !name_own_given(names, e, token - 1);
}

/* "التحالف" where Yemen is at issue. */
static bool of_theatre(rs_names *names, const rs_image_tag *tag)
{
    const rs_image_entity *e = &names->words->lexicon->entity[tag->value];
    bool here = false;
    for (size_t i = 0; i < RS_COUNT(e->theatre); i++)
        here |= e->theatre[i][0] && memcmp(e->theatre[i], names->country, sizeof names->country) == 0;
    names->waits |= e->theatre[0][0] && !names->country[0];
    return here;
}

static bool has_article(const rs_names *names, const rs_token *t, unsigned pos)
{
    const rs_reading *r = rs_token_reading(names->words, t);
    return r && rs_pos_of(r->feat) == pos && (r->pro & RS_PRO_AL);
}

/* An adjective of the noun before it: "النادي العربي", "المدينة الجديدة". */
static bool qualifies(const rs_names *names, const rs_token *token)
{
    return token > names->words->token.at && has_article(names, token, RS_POS_ADJ) &&
           has_article(names, token - 1, RS_POS_NOUN);
}

/* "الوحدة الوطنية": a word, and no name of a club. */
static bool is_qualified(const rs_names *names, const rs_token *token)
{
    const rs_words *words = names->words;
    return token + 1 < words->token.at + words->token.n && has_article(names, token, RS_POS_NOUN) &&
           has_article(names, token + 1, RS_POS_ADJ);
}

/* The short name of a group or paper counts after the full one, that of a group also after who belongs to it; that of a
 * club also where sport is told of, unless a place is (the club is called after its town). */
static bool in_context(rs_names *names, const rs_image_tag *tag, const cue *c, const rs_token *token, uint8_t pro)
{
    bool title =
        c->title && tag->a != RS_EK_MEDIA && !(pro & RS_PRO_PREP) && rs_token_pos(names->words, token) != RS_POS_VERB;
    if (tag->b == 1) return title || known(names, tag->value);
    if (c->place_prep || c->place_word || qualifies(names, token) || is_qualified(names, token)) return false;
    return known(names, tag->value) || name_sport(names, (uint32_t)(token - names->words->token.at));
}

/* May this reading of a node stand for what TAG says, here? */
static bool allowed(rs_names *names, const rs_image_tag *tag, const cue *c, const rs_token *token, size_t n,
                    uint8_t pro)
{
    const rs_words *words = names->words;
    unsigned pos = rs_token_pos(words, token);
    const rs_reading *r = rs_token_reading(words, token);
    bool clear = pos == RS_POS_NAME || pos == RS_POS_NOUN || pos == RS_POS_ADJ || pos == RS_POS_NUM || n > 1;
    /* "بريد" is a word, not ب and Reid: a name does not split what a word of the lexicon does not */
    bool splits = n == 1 && (pro & RS_PRO_PREP) && r && r->lemma != RS_NONE && !(r->pro & RS_PRO_PREP);
    if (splits && (tag->kind == RS_TAG_ENTITY || tag->kind == RS_TAG_PLACE)) return false;
    if (tag->kind == RS_TAG_PLACE && n == 1 && !c->place_word && !c->place_prep) {
        if (qualifies(names, token)) return false;
        /* "بعقوبة" is ب and a word rather than a town */
        if (r && r->lemma != RS_NONE && (r->pro & RS_PRO_PREP) && !(pro & RS_PRO_PREP)) return false;
    }
    bool common = tag->kind == RS_TAG_PLACE && tag->b;
    if (tag->kind == RS_TAG_PLACE && n == 1 && known_place(names, tag->value) && (clear || !common)) return true;
    switch (tag->kind) {
    case RS_TAG_ENTITY:
        if (other_person(names, tag, c, token, n)) return false;
        if (!tag->b) return clear || pos == RS_POS_VERB;
        if (tag->a != RS_EK_PERSON) return c->head || in_context(names, tag, c, token, pro) || of_theatre(names, tag);
        return known(names, tag->value) || c->title || c->given || of_theatre(names, tag);
    /* "مدينة كان", not "المدينة كانت" */
    case RS_TAG_PLACE:
        return tag->b ? c->place_word && (!c->article || (clear && !qualifies(names, token)))
                      : clear || c->place_prep || c->place_word;
    case RS_TAG_NATION: return tag->b ? c->place_prep || c->place_word : true;
    case RS_TAG_BODY: return true;
    case RS_TAG_PREP:
    case RS_TAG_PARTICLE:
    case RS_TAG_SPEECH:
    case RS_TAG_OPERATOR:
    case RS_TAG_MODE:
    case RS_TAG_DOMAIN: return n > 1 || tag->kind == RS_TAG_SPEECH;
    default: return false;
    }
}

static int kind_rank(const rs_image_tag *tag)
{
    switch (tag->kind) {
    case RS_TAG_NATION: return tag->a == RS_EK_STATE ? 6 : 2;
    case RS_TAG_ENTITY: return 5;
    case RS_TAG_BODY: return 4;
    case RS_TAG_PLACE: return 3;
    default: return 1;
    }
}

/* An entity in office on the day counts more than one that is not; one already named more than any. */
static int entity_rank(const rs_names *names, const rs_image_tag *tag)
{
    const rs_lexicon *lx = names->words->lexicon;
    if (tag->kind != RS_TAG_ENTITY) return 0;
    const rs_image_entity *e = &lx->entity[tag->value];
    int rank = known(names, tag->value) ? 4 : 0;
    for (uint32_t i = 0; i < e->n_role; i++) {
        const rs_image_role *role = &lx->role[e->role_at + i];
        if (names->published && (role->from > names->published || role->to < names->published)) continue;
        rank += role->sector[0] == RS_SECTOR_ELI ? 1 : 2;
        break;
    }
    return rank - tag->b;
}

/* The best tag of a node, set into MENTION; false if none may stand here. */
static bool read_node(rs_names *names, rs_mention *m, const cue *c, const rs_token *token)
{
    const rs_lexicon *lx = names->words->lexicon;
    const rs_image_node *node = &lx->node[m->node];
    int best = 0;
    m->entity = m->place = RS_NONE;
    for (size_t i = 0; i < node->n_tag; i++) {
        const rs_image_tag *tag = &lx->tag[node->tag_at + i];
        if (!allowed(names, tag, c, token, m->n, m->pro)) continue;
        int rank = kind_rank(tag) * 10 + entity_rank(names, tag);
        if (tag->kind == RS_TAG_PLACE && m->place == RS_NONE) m->place = tag->value;
        if (rank <= best) continue;
        best = rank;
        bool entity = tag->kind == RS_TAG_ENTITY || tag->kind == RS_TAG_NATION || tag->kind == RS_TAG_BODY;
        m->kind = tag->kind == RS_TAG_ENTITY   ? RS_MENTION_ENTITY
                  : tag->kind == RS_TAG_NATION ? RS_MENTION_NATION
                  : tag->kind == RS_TAG_BODY   ? RS_MENTION_BODY
                  : tag->kind == RS_TAG_PLACE  ? RS_MENTION_PLACE
                                               : RS_MENTION_PHRASE;
        m->entity = entity ? tag->value : RS_NONE;
    }
    return best > 0;
}

/* A token inside a name: a word, or a number ("14 آذار"). */
static uint32_t form_of(const rs_words *words, const rs_token *t)
{
    uint8_t digit[10];
    if (t->kind == RS_TOKEN_WORD) return rs_token_word(words, t)->form;
    if (t->kind != RS_TOKEN_NUMBER) return RS_NONE;
    return rs_lexicon_form(words->lexicon, digit, rs_spell_number(t->word, digit));
}

/* The longest name that starts at token I. */
static bool match_trie(rs_names *names, const rs_token *token, size_t i, size_t n, rs_mention *out)
{
    const rs_lexicon *lx = names->words->lexicon;
    const rs_word *w = rs_token_word(names->words, &token[i]);
    bool found = false;
    for (size_t v = 0; v < w->n_view; v++) {
        cue c = cue_before(names, token, i, w->view[v].pro);
        uint32_t node = lx->form[w->view[v].form].root_node;
        for (size_t k = 1; node != RS_NONE; k++) {
            rs_mention m = {.n = (uint32_t)k, .pro = w->view[v].pro, .node = node};
            bool longer = !found || k > out->n;
            if (longer && lx->node[node].n_tag && read_node(names, &m, &c, &token[i])) *out = m, found = true;
            if (!lx->node[node].more || i + k >= n) break;
            uint32_t form = form_of(names->words, &token[i + k]);
            if (form == RS_NONE) break;
            node = rs_lexicon_step(lx, node, form);
        }
    }
    return found;
}

static bool match_value(const rs_names *names, const rs_token *token, size_t i, size_t n, rs_mention *out)
{
    *out = (rs_mention){.node = RS_NONE, .entity = RS_NONE, .place = RS_NONE};
    const rs_reading *r = rs_token_reading(names->words, &token[i]);
    if (r) out->pro = r->pro & (uint8_t)~RS_PRO_AL;
    size_t taken = name_time(names, token, i, n, &out->from, &out->to);
    if (taken) return out->kind = RS_MENTION_TIME, out->n = (uint32_t)taken, true;
    taken = name_number(names->words, token, i, n, &out->value, &out->vague);
    return out->kind = RS_MENTION_NUMBER, out->n = (uint32_t)taken, taken > 0;
}

void name_keep(rs_names *names, rs_mention m, uint32_t first)
{
    uint32_t index = (uint32_t)names->mention.n;
    m.first = first;
    *rs_vec_take(&names->mention) = m;
    for (uint32_t k = 0; k < m.n; k++) names->of.at[first + k] = index;
    if (m.kind == RS_MENTION_ENTITY && !known(names, m.entity)) *rs_vec_take(&names->known) = m.entity;
}

void rs_names_read(rs_names *names, const rs_sentence *sentence)
{
    const rs_token *token = names->words->token.at + sentence->first;
    size_t n = sentence->n;
    for (size_t i = 0; i < n; i++) names->of.at[sentence->first + i] = RS_NONE;
    for (size_t i = 0; i < n;) {
        rs_mention m, value;
        bool word = token[i].kind == RS_TOKEN_WORD;
        bool found = word && rs_token_word(names->words, &token[i])->n_view && match_trie(names, token, i, n, &m);
        if (token[i].kind != RS_TOKEN_PUNCT && match_value(names, token, i, n, &value) && (!found || value.n >= m.n))
            m = value, found = true;
        if (found) name_keep(names, m, sentence->first + (uint32_t)i);
        i += found ? m.n : 1;
    }
    name_persons(names, sentence);
    name_organisations(names, sentence);
}
