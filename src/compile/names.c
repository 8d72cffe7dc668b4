/* SPDX-License-Identifier: MIT */
/* data/names and data/places: entities with their roles, nations with their adjectives, agents and bodies, places. A
 * name is a phrase in the trie; spellings that the program can derive (أبو/أبي, عبد الله/عبدالله, ون/ين) are added
 * here, once. */
#include "compile/build.h"

#define NAME(name, text) text,
static const char *const entity_kinds[] = {RS_ENTITY_KIND_LIST(NAME)};

/* N digits that are a number from LEAST to MOST. */
static bool digits(rs_str text, size_t n, uint32_t least, uint32_t most, uint32_t *out)
{
    *out = 0;
    for (size_t i = 0; i < text.n && i < n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9') return false;
        *out = *out * 10 + (uint32_t)(text.p[i] - '0');
    }
    return text.n == n && *out >= least && *out <= most;
}

/* "YYYY", "YYYY-MM" or "YYYY-MM-DD" as yyyymmdd; the end of a year or month if END. */
static uint32_t day_of(build *b, build_place at, rs_str text, bool end)
{
    if (!text.n) return end ? 99999999u : 0;
    uint32_t year, month = end ? 12 : 1, day = end ? 31 : 1;
    rs_str rest, part = rs_str_split(text, '-', &rest);
    bool right = digits(part, 4, 1, 9999, &year);
    if (right && rest.p) right = digits(rs_str_split(rest, '-', &rest), 2, 1, 12, &month);
    if (right && rest.p) right = digits(rest, 2, 1, 31, &day);
    build_require(b, at, text, right, "no date (YYYY, YYYY-MM or YYYY-MM-DD):");
    return right ? year * 10000u + month * 100u + day : 0;
}

static void set_code(build *b, build_place at, char out[4], rs_str code)
{
    bool right = !code.n || code.n == 3;
    for (size_t i = 0; i < code.n; i++) right &= code.p[i] >= 'A' && code.p[i] <= 'Z';
    build_require(b, at, code, right, "a code has three capital letters, not");
    memset(out, 0, 4);
    if (right && code.n) memcpy(out, code.p, 3);
}

static void add_role(build *b, build_place at, rs_str code, rs_str sectors, uint32_t from, uint32_t to)
{
    rs_image_role *role = BUILD_PUSH(b, &b->role);
    role->from = from;
    role->to = to;
    set_code(b, at, role->code, code);
    size_t n = 0;
    for (rs_str rest = sectors; rest.n;) {
        rs_str name = build_item(&rest);
        if (n == RS_COUNT(role->sector)) {
            build_refuse(b, at, name, "more than four sectors:");
            return;
        }
        role->sector[n] = build_sector(name);
        if (!role->sector[n++]) build_refuse(b, at, name, "unknown sector");
    }
}

static uint32_t add_entity(build *b, rs_str id, rs_str english, rs_str arabic, uint8_t kind)
{
    uint32_t entity = (uint32_t)b->entity.n;
    rs_image_entity row = {.id = build_text(b, id),
                           .name = build_text(b, english),
                           .arabic = build_text(b, arabic),
                           .kind = kind,
                           .role_at = (uint32_t)b->role.n};
    *BUILD_PUSH(b, &b->entity) = row;
    if (!b->no_memory) build_index(b, BUILD_ENTITY, entity);
    return entity;
}

/* Replace the first occurrence of the letters FROM by TO in a name; false if there is none. */
static bool variant(const char *from, const char *to, rs_str name, char *out, size_t cap, rs_str *result)
{
    size_t n_from = strlen(from), n_to = strlen(to);
    for (size_t i = 0; i + n_from <= name.n; i++) {
        bool at_word = i == 0 || name.p[i - 1] == ' ';
        bool fits = name.n - n_from + n_to <= cap && (from[0] != '~' ? at_word : true);
        if (!fits || memcmp(name.p + i, from, n_from) != 0) continue;
        memcpy(out, name.p, i);
        memcpy(out + i, to, n_to);
        memcpy(out + i + n_to, name.p + i + n_from, name.n - i - n_from);
        *result = (rs_str){out, name.n - n_from + n_to};
        return true;
    }
    return false;
}

/* Names whose first word is the nominative of the sound plural are met in the oblique too. */
static bool oblique(rs_str name, char *out, size_t cap, rs_str *result)
{
    static const char wn[] = "\u0648\u0646", yn[] = "\u064A\u0646";
    const char *space = memchr(name.p, ' ', name.n);
    size_t end = space ? (size_t)(space - name.p) : name.n;
    if (end < 8 || name.n > cap || memcmp(name.p + end - 4, wn, 4) != 0) return false;
    memcpy(out, name.p, name.n);
    memcpy(out + end - 4, yn, 4);
    *result = (rs_str){out, name.n};
    return true;
}

static void add_name(build *b, build_place at, rs_str name, rs_image_tag tag)
{
    static const char *const pairs[][2] = {
        {"\u0639\u0628\u062F ", "\u0639\u0628\u062F"},  /* عبد الله, عبدالله */
        {"\u0623\u0628\u0648 ", "\u0623\u0628\u064A "}, /* أبو, أبي */
        {"\u0623\u0628\u0648 ", "\u0623\u0628\u0627 "}, /* أبو, أبا */
        {"\u0628\u0646 ", "\u0627\u0628\u0646 "},       /* بن, ابن */
    };
    char out[1600]; /* the longest name, and two letters */
    rs_str other;
    size_t n_error = b->n_error;
    build_tag_phrase(b, at, name, tag);
    if (b->n_error > n_error) return; /* its variants are no better */
    for (size_t i = 0; i < RS_COUNT(pairs); i++)
        if (variant(pairs[i][0], pairs[i][1], name, out, sizeof out, &other)) build_tag_phrase(b, at, other, tag);
    if (oblique(name, out, sizeof out, &other)) build_tag_phrase(b, at, other, tag);
}

static rs_str bare(rs_str name)
{
    bool marked = name.n && (name.p[0] == '~' || name.p[0] == '?');
    return marked ? rs_str_trim((rs_str){name.p + 1, name.n - 1}) : name;
}

/* "@YEM" among the names: its short names are safe where that country is at issue. */
static void add_theatre(build *b, build_place at, rs_image_entity *e, rs_str item)
{
    rs_str code = {item.p + 1, item.n - 1};
    size_t i = 0;
    while (i < RS_COUNT(e->theatre) && e->theatre[i][0] && memcmp(e->theatre[i], code.p, code.n) != 0) i++;
    if (i == RS_COUNT(e->theatre))
        build_refuse(b, at, item, "more than two countries:");
    else
        set_code(b, at, e->theatre[i], code);
}

/* A name with a mark counts in context only; that of a club, whose tag says so, also where sport is told of. */
static void add_names(build *b, build_place at, rs_str names, rs_image_tag tag)
{
    for (rs_str rest = names; rest.n;) {
        rs_str name = build_item(&rest);
        rs_image_tag own = tag;
        if (name.n && name.p[0] == '@') {
            bool entity = tag.kind == RS_TAG_ENTITY;
            build_require(b, at, name, entity,
                          "only persons, groups, organisations and media are of a country's affairs:");
            if (entity && !b->no_memory) add_theatre(b, at, &b->entity.at[tag.value], name);
            continue;
        }
        if (name.n && (name.p[0] == '~' || name.p[0] == '?')) {
            own.b = tag.kind == RS_TAG_ENTITY && tag.c ? 2 : 1;
            name = bare(name);
        }
        add_name(b, at, name, own);
    }
}

/* The entity of a row: one of that id, or a new one. RS_NONE, and an error, if the id is that of another kind. */
static uint32_t entity_of(build *b, build_place at, rs_str id, rs_str english, rs_str arabic, uint8_t kind)
{
    uint32_t entity = build_find_id(b, BUILD_ENTITY, id);
    if (entity == RS_NONE) return add_entity(b, id, english, arabic, kind);
    if (b->entity.at[entity].kind == kind) return entity;
    build_error(b, build_at(at, id), "the id '%.*s' is that of a %s", (int)id.n, id.p,
                entity_kinds[b->entity.at[entity].kind]);
    return RS_NONE;
}

/* The roles of an entity lie in a row: make room for another one behind them. Those of the base are given up. */
static void begin_role(build *b, rs_image_entity *e)
{
    if (e->role_at + e->n_role == b->role.n && e->role_at >= b->n_base_role) return;
    uint32_t from = e->role_at, n = from < b->n_base_role ? 0 : e->n_role;
    e->role_at = (uint32_t)b->role.n;
    e->n_role = n;
    for (uint32_t i = 0; i < n && !b->no_memory; i++) {
        rs_image_role *copy = BUILD_PUSH(b, &b->role);
        *copy = b->role.at[from + i];
    }
}

/* Rows of one id are the roles of one entity, in the order of their dates. A row for an entity of the base without code
 * and sectors gives it names only. */
static void entity_row(build *b, build_place at, const rs_str *f, uint8_t kind)
{
    rs_str rest = f[6], first = bare(build_item(&rest));
    uint32_t entity = entity_of(b, at, f[0], f[5], first, kind);
    if (entity == RS_NONE || b->no_memory) return;
    rs_image_entity *e = &b->entity.at[entity];
    bool names_only = e->n_role && e->role_at < b->n_base_role && !f[1].n && !f[2].n;
    if (!names_only) {
        uint32_t from = day_of(b, at, f[3], false), to = day_of(b, at, f[4], true);
        build_require(b, at, f[4], from <= to, "it ends before it begins:");
        begin_role(b, e);
        add_role(b, at, f[1], f[2], from, to);
        e->n_role++;
    }
    build_require(b, at, f[6], f[6].n, "no name:");
    add_names(b, at, f[6], (rs_image_tag){RS_TAG_ENTITY, kind, 0, 0, entity});
}

static void person_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n, entity_row(b, at, f, RS_EK_PERSON);
}
static void group_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n, entity_row(b, at, f, RS_EK_GROUP);
}
static void organisation_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n, entity_row(b, at, f, RS_EK_ORGANISATION);
}
static void media_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n, entity_row(b, at, f, RS_EK_MEDIA);
}

static void club_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    rs_str rest = f[3], first = bare(build_item(&rest));
    uint32_t entity = entity_of(b, at, f[0], f[2], first, RS_EK_ORGANISATION);
    if (entity == RS_NONE || b->no_memory) return;
    rs_image_entity *e = &b->entity.at[entity];
    begin_role(b, e);
    add_role(b, at, f[1], RS_LIT("SOC"), 0, 99999999u);
    if (b->no_memory) return;
    e->n_role = 1;
    build_require(b, at, f[3], f[3].n, "no name:");
    add_names(b, at, f[3], (rs_image_tag){RS_TAG_ENTITY, RS_EK_ORGANISATION, 0, 1, entity});
}

static void nation_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    int kind = build_code(entity_kinds, RS_COUNT(entity_kinds), f[2]);
    if (kind < RS_EK_STATE) {
        build_refuse(b, at, f[2], "unknown kind");
        return;
    }
    rs_str rest = f[6], first = bare(build_item(&rest));
    uint32_t entity = entity_of(b, at, f[0], f[3], first, (uint8_t)kind);
    if (entity == RS_NONE || b->no_memory) return;
    rs_image_entity *e = &b->entity.at[entity];
    begin_role(b, e);
    add_role(b, at, f[1], kind == RS_EK_STATE ? RS_LIT("GOV") : (rs_str){NULL, 0}, 0, 99999999u);
    if (b->no_memory) return;
    e->n_role = 1;
    rs_image_tag tag = {RS_TAG_NATION, (uint8_t)kind, 0, 0, entity};
    build_require(b, at, f[6], f[6].n || f[4].n, "no name and no adjective:");
    add_names(b, at, f[6], tag);
    tag.c = 1;
    for (rest = f[4]; rest.n;) {
        rs_str adjective = build_item(&rest);
        if (memchr(adjective.p, ' ', adjective.n)) continue; /* of several words: no word has such a form */
        tag.b = adjective.n && adjective.p[0] == '?';
        uint32_t lemma = build_adjective(b, f[0], f[3], bare(adjective), f[5], RS_NC_NISBA);
        build_tag_lemma(b, lemma, tag);
    }
}

static void firstname_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const kinds[] = {"", "given", "family", "particle"};
    int kind = build_code(kinds, RS_COUNT(kinds), f[1]);
    if (kind < 1) build_refuse(b, at, f[1], "unknown kind");
    for (rs_str rest = f[4]; rest.n;) {
        rs_str name = build_item(&rest);
        bool word = name.n && name.p[0] == '~';
        name = bare(name);
        uint8_t letter[RS_FORM_MAX];
        size_t n_letter = build_spell(b, name, true, letter);
        uint32_t lemma = build_lemma_new(b, f[0], name, f[3], RS_POS_NAME, 0);
        build_tag_lemma(b, lemma, (rs_image_tag){RS_TAG_FIRSTNAME, (uint8_t)kind, word, 0, 0});
        uint32_t gender = rs_str_eq(f[2], RS_LIT("f")) ? RS_FEM : rs_str_eq(f[2], RS_LIT("m")) ? RS_MASC : 0;
        build_use_form(b, lemma, letter, n_letter,
                       RS_FEAT_POS(RS_POS_NAME) | RS_FEAT_GENDER(gender) | RS_FEAT_CITATION);
    }
}

static void agent_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
#define REACH(name, text) text,
    static const char *const reaches[] = {RS_REACH_LIST(REACH)};
#undef REACH
    uint8_t sector = build_sector(f[1]);
    int reach = build_code(reaches, RS_COUNT(reaches), f[2]);
    size_t n_error = b->n_error;
    build_require(b, at, f[1], !f[1].n || sector, "unknown sector");
    build_require(b, at, f[2], reach >= 0, "unknown reach");
    build_require_gender(b, at, f[3]);
    if (b->n_error > n_error) return;
    rs_str noun[] = {f[0], f[3], {NULL, 0}, f[4], f[5]};
    uint8_t cls = reach == RS_REACH_WEAPON ? RS_NC_WEAPON : RS_NC_HUMAN;
    if (build_taken(b, at, f[0])) return;
    uint32_t lemma = build_noun(b, noun, f[6], cls);
    if (b->no_memory) return;
    build_tag_lemma(b, lemma, (rs_image_tag){RS_TAG_AGENT, sector, (uint8_t)reach, 0, b->lemma.at[lemma].row.id});
}

static void body_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    rs_str rest = f[3], first = build_item(&rest);
    uint32_t entity = entity_of(b, at, f[0], f[2], first, RS_EK_BODY);
    if (entity == RS_NONE || b->no_memory) return;
    rs_image_entity *e = &b->entity.at[entity];
    begin_role(b, e);
    add_role(b, at, (rs_str){NULL, 0}, f[1], 0, 99999999u);
    if (b->no_memory) return;
    e->n_role = 1;
    rs_image_tag tag = {RS_TAG_BODY, b->role.at[b->role.n - 1].sector[0], 0, 0, entity};
    build_require(b, at, f[3], f[3].n, "no name:");
    add_names(b, at, f[3], tag);
}

/* The states whose towns have names of Arabic shape: of others a rule makes as many wrong adjectives as right ones. */
static bool speaks_arabic(rs_str code)
{
    static const char codes[] = "ARE BHR COM DJI DZA EGY ESH IRQ ISR JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM "
                                "SYR TUN YEM";
    for (size_t i = 0; i + 3 < sizeof codes; i += 4)
        if (code.n == 3 && memcmp(codes + i, code.p, 3) == 0) return true;
    return false;
}

/* The adjective of a place with a name of one word (دمشقي): not one that some lemma has, none that is the end of the
 * name itself (بنغازي); a short one only if the name has the article (دوحي), since others may be anything (ريمي). */
static void place_adjective(build *b, rs_str id, rs_str english, rs_str name)
{
    uint8_t letter[RS_FORM_MAX], nisba[RS_FORM_MAX];
    char text[2 * RS_FORM_MAX];
    size_t n = rs_spell(name, letter, sizeof letter), n_nisba = rs_morph_nisba(letter, n, nisba);
    bool same = n >= n_nisba && memcmp(letter + n - n_nisba, nisba, n_nisba) == 0;
    bool article = n > 4 && letter[0] == RS_ALEF && letter[1] == RS_LAM;
    if (same || n_nisba < (article ? 4 : 5) || build_has_word(b, nisba, n_nisba)) return;
    rs_str adjective = {text, rs_unspell(nisba, n_nisba, text)};
    (void)build_adjective(b, id, english, adjective, (rs_str){NULL, 0}, RS_NC_NISBA);
}

static void place_adjectives(build *b, const rs_str *f, int kind)
{
    bool has = kind == RS_PK_CAPITAL || kind == RS_PK_CITY || kind == RS_PK_GOVERNORATE || kind == RS_PK_REGION;
    if (!has || !speaks_arabic(f[2])) return;
    for (rs_str rest = f[8]; rest.n;) {
        rs_str name = build_item(&rest);
        if (name.n && bare(name).n == name.n && !memchr(name.p, ' ', name.n)) place_adjective(b, f[0], f[7], name);
    }
}

static void place_row(build *b, build_place at, const rs_str *f, size_t n)
{
    (void)n;
    static const char *const kinds[] = {RS_PLACE_KIND_LIST(NAME)};
    int kind = build_code(kinds, RS_COUNT(kinds), f[1]);
    double lat, lon, population;
    size_t n_error = b->n_error;
    build_require(b, at, f[1], kind >= 0, "unknown kind");
    build_require(b, at, f[3], build_number(f[3], -90, 90, &lat), "no latitude");
    build_require(b, at, f[4], build_number(f[4], -180, 180, &lon), "no longitude");
    build_require(b, at, f[5], build_number(f[5].n ? f[5] : RS_LIT("0"), 0, 4e9, &population), "no number");
    if (b->n_error > n_error) return;
    rs_str rest = f[8], first = bare(build_item(&rest));
    uint32_t place = build_find_id(b, BUILD_PLACE, f[0]);
    rs_image_place row = {.id = build_text(b, f[0]),
                          .name = build_text(b, f[7]),
                          .arabic = build_text(b, first),
                          .parent = build_text(b, f[6]),
                          .lat = (float)lat,
                          .lon = (float)lon,
                          .population = (uint32_t)population,
                          .kind = (uint8_t)kind};
    set_code(b, at, row.code, f[2]);
    if (b->no_memory) return;
    if (place == RS_NONE) {
        place = (uint32_t)b->place.n;
        *BUILD_PUSH(b, &b->place) = row;
        if (!b->no_memory) build_index(b, BUILD_PLACE, place);
    } else {
        b->place.at[place] = row;
    }
    build_require(b, at, f[8], f[8].n, "no name:");
    add_names(b, at, f[8], (rs_image_tag){RS_TAG_PLACE, (uint8_t)kind, 0, 0, place});
    place_adjectives(b, f, kind);
}

#define ENTITY_HEADER "id\tcode\tsectors\tfrom\tto\tenglish\tnames"

void build_names(build *b)
{
    build_table_read(b, "names/agents.tsv", "id\tsector\treach\tgender\tgloss\tplural\tlemma", agent_row);
    build_table_read(b, "names/bodies.tsv", "id\tsector\tgloss\tnames", body_row);
    build_table_read(b, "names/nations.tsv", "id\tcode\tkind\tenglish\tadjective\tplural\tnames", nation_row);
    build_table_read(b, "names/persons.tsv", ENTITY_HEADER, person_row);
    build_table_read(b, "names/groups.tsv", ENTITY_HEADER, group_row);
    build_table_read(b, "names/organisations.tsv", ENTITY_HEADER, organisation_row);
    build_table_read(b, "names/media.tsv", ENTITY_HEADER, media_row);
    build_table_read(b, "names/clubs.tsv", "id\tcode\tenglish\tnames", club_row);
    build_table_read(b, "names/firstnames.tsv", "id\tkind\tgender\tenglish\tnames", firstname_row);
    build_table_read(b, "places/places.tsv", "id\tkind\tcountry\tlat\tlon\tpopulation\tparent\tenglish\tnames",
                     place_row);
}
