/* SPDX-License-Identifier: MIT */
/* The closed lists that data files name and code tests: prepositions, particles, sectors, slots, roles and the rest.
 * One X-macro each, so that the compiler of the data and its readers cannot disagree. */
#ifndef LEXICON_CODES_H
#define LEXICON_CODES_H

#include "rasad/codes.h"

/* Prepositions by what data/lexicon/particles.tsv calls their class. */
#define RS_PREP_LIST(X)                                                                                                \
    X(BI, "with-by")                                                                                                   \
    X(LI, "for")                                                                                                       \
    X(KA, "as")                                                                                                        \
    X(FI, "in")                                                                                                        \
    X(MIN, "from")                                                                                                     \
    X(ILA, "to")                                                                                                       \
    X(ALA, "on")                                                                                                       \
    X(AN, "from-about")                                                                                                \
    X(MAA, "with") X(BAYN, "between") X(DIDD, "against") X(AFTER, "after") X(BEFORE, "before") X(SINCE, "since")       \
        X(DURING, "during") X(UNTIL, "until") X(BECAUSE, "because") X(DESPITE, "despite") X(BY, "by")                  \
            X(MEDIATION, "under-mediation") X(ABOUT, "about") X(PURPOSE, "in-order-to") X(AT, "at")                    \
                X(INSIDE, "inside") X(NEAR, "near") X(TOWARDS, "towards") X(THROUGH, "through")                        \
                    X(ACCORDING, "according") X(EXCHANGE, "in-exchange") X(WITHOUT, "without") X(FRAME, "in-frame")

enum rs_prep {
    RS_PREP_NONE,
#define RS_PREP_ENUM(name, text) RS_PREP_##name,
    RS_PREP_LIST(RS_PREP_ENUM)
#undef RS_PREP_ENUM
        RS_N_PREP
};

/* What a preposition makes of an event noun after it, or of any noun. */
#define RS_USE_LIST(X)                                                                                                 \
    X(NONE, "-")                                                                                                       \
    X(PLACE, "place")                                                                                                  \
    X(TIME, "time")                                                                                                    \
    X(CAUSE, "cause")                                                                                                  \
    X(TOPIC, "topic")                                                                                                  \
    X(PURPOSE, "purpose")                                                                                              \
    X(AGENT, "agent") X(MEDIATOR, "mediator") X(MEANS, "means") X(ACCORDING, "according") X(NEGATIVE, "negative")

enum rs_use {
#define RS_USE_ENUM(name, text) RS_USE_##name,
    RS_USE_LIST(RS_USE_ENUM)
#undef RS_USE_ENUM
};

/* Particles by class. */
#define RS_PARTICLE_LIST(X)                                                                                            \
    X(NONE, "-")                                                                                                       \
    X(AND, "and")                                                                                                      \
    X(OR, "or")                                                                                                        \
    X(THEN, "then")                                                                                                    \
    X(THAT, "that")                                                                                                    \
    X(INNA, "inna")                                                                                                    \
    X(NOT, "not")                                                                                                      \
    X(NOT_PAST, "not-past")                                                                                            \
    X(NOT_FUTURE, "not-future") X(WILL, "will") X(ALREADY, "already") X(IF, "if") X(MAYBE, "maybe")                    \
        X(PLANNED, "planned") X(WHEN, "when") X(WHERE, "where") X(AFTER, "after") X(BEFORE, "before")                  \
            X(WHILE, "while") X(BECAUSE, "because") X(AS, "as") X(YET, "yet") X(EXCEPT, "except")                      \
                X(QUESTION, "question") X(WHAT, "what") X(IN_ORDER, "in-order") X(LET, "let") X(VOCATIVE, "vocative")  \
                    X(UN, "un") X(ALL, "all") X(SOME, "some") X(ANY, "any") X(SAME, "same") X(ABOUT, "about")          \
                        X(PLAIN, "plain") X(PLACE, "place") X(TIME, "time") X(MS, "ms") X(FS, "fs") X(MD, "md")        \
                            X(FD, "fd") X(D, "d") X(MP, "mp") X(FP, "fp") X(P, "p") X(ANYONE, "x") X(HE, "3ms")        \
                                X(SHE, "3fs") X(THEY, "3mp") X(THEY_F, "3fp") X(BOTH, "3d") X(I, "1s") X(WE, "1p")     \
                                    X(YOU, "2ms") X(YOU_PL, "2mp") X(SO_CALLED, "so-called")

enum rs_particle {
#define RS_PARTICLE_ENUM(name, text) RS_PARTICLE_##name,
    RS_PARTICLE_LIST(RS_PARTICLE_ENUM)
#undef RS_PARTICLE_ENUM
};

#define RS_REACH_LIST(X) X(OWN, "own") X(THROUGH, "through") X(WEAPON, "weapon") X(WORLD, "world")
enum rs_reach {
#define RS_REACH_ENUM(name, text) RS_REACH_##name,
    RS_REACH_LIST(RS_REACH_ENUM)
#undef RS_REACH_ENUM
};

#define RS_CLASS_NOUN_LIST(X)                                                                                          \
    X(NONE, "-")                                                                                                       \
    X(HUMAN, "human")                                                                                                  \
    X(BODY, "body")                                                                                                    \
    X(PLACE, "place")                                                                                                  \
    X(TIME, "time")                                                                                                    \
    X(ACT, "act")                                                                                                      \
    X(WEAPON, "weapon")                                                                                                \
    X(THING, "thing")                                                                                                  \
    X(ABSTRACT, "abstract") X(PLAIN, "plain") X(NISBA, "nisba") X(ELATIVE, "elative") X(ORDINAL, "ordinal")
enum rs_noun_class {
#define RS_NC_ENUM(name, text) RS_NC_##name,
    RS_CLASS_NOUN_LIST(RS_NC_ENUM)
#undef RS_NC_ENUM
};

#define RS_ENTITY_KIND_LIST(X)                                                                                         \
    X(PERSON, "person")                                                                                                \
    X(GROUP, "group")                                                                                                  \
    X(ORGANISATION, "organisation")                                                                                    \
    X(MEDIA, "media") X(BODY, "body") X(STATE, "state") X(PEOPLE, "people") X(REGION, "region") X(UNION, "union")
enum rs_entity_kind {
#define RS_EK_ENUM(name, text) RS_EK_##name,
    RS_ENTITY_KIND_LIST(RS_EK_ENUM)
#undef RS_EK_ENUM
};

/* What an organisation is called before its name: the word is part of the name (جامعة القاهرة), part of one of several
 * words only (مركز الدراسات السياسية, but مركز المدينة), none (شركة نوكيا), none before the name of a club (نادي
 * الجزيرة). TITLE is an adjective that names have (العام, الأعلى). */
#define RS_HEAD_LIST(X) X(WHOLE, "whole") X(WIDE, "wide") X(APART, "apart") X(CLUB, "club") X(TITLE, "title")
enum rs_head {
#define RS_HEAD_ENUM(name, text) RS_HEAD_##name,
    RS_HEAD_LIST(RS_HEAD_ENUM)
#undef RS_HEAD_ENUM
};

#define RS_PLACE_KIND_LIST(X)                                                                                          \
    X(CAPITAL, "capital")                                                                                              \
    X(CITY, "city")                                                                                                    \
    X(TOWN, "town")                                                                                                    \
    X(VILLAGE, "village")                                                                                              \
    X(QUARTER, "quarter")                                                                                              \
    X(CAMP, "camp")                                                                                                    \
    X(GOVERNORATE, "governorate")                                                                                      \
    X(REGION, "region")                                                                                                \
    X(RIVER, "river") X(SEA, "sea") X(MOUNTAIN, "mountain") X(ISLAND, "island") X(BASE, "base") X(AIRPORT, "airport")  \
        X(CROSSING, "crossing") X(ROAD, "road") X(COUNTRY, "country")
enum rs_place_kind {
#define RS_PK_ENUM(name, text) RS_PK_##name,
    RS_PLACE_KIND_LIST(RS_PK_ENUM)
#undef RS_PK_ENUM
};

#define RS_NUMBER_KIND_LIST(X)                                                                                         \
    X(CARDINAL, "cardinal") X(VAGUE, "vague") X(FRACTION, "fraction") X(PARTITIVE, "partitive")
enum rs_number_kind {
#define RS_NK_ENUM(name, text) RS_NK_##name,
    RS_NUMBER_KIND_LIST(RS_NK_ENUM)
#undef RS_NK_ENUM
};

#define RS_CALENDAR_KIND_LIST(X)                                                                                       \
    X(MONTH, "month")                                                                                                  \
    X(HIJRI, "hijri")                                                                                                  \
    X(WEEKDAY, "weekday")                                                                                              \
    X(PART, "part")                                                                                                    \
    X(DAY, "day") X(UNIT, "unit") X(SHIFT, "shift") X(ORDINAL, "ordinal") X(EDGE, "edge") X(NEAR, "near")
enum rs_calendar_kind {
#define RS_CK_ENUM(name, text) RS_CK_##name,
    RS_CALENDAR_KIND_LIST(RS_CK_ENUM)
#undef RS_CK_ENUM
};

/* Slots of a frame; a preposition p is RS_SLOT_PREP + p. */
enum { RS_SLOT_NONE, RS_SLOT_SUBJECT, RS_SLOT_OBJECT, RS_SLOT_OF, RS_SLOT_CLAUSE, RS_SLOT_SELF, RS_SLOT_PREP = 16 };

#define RS_ROLE_LIST(X)                                                                                                \
    X(NONE, "-")                                                                                                       \
    X(ACTOR, "actor")                                                                                                  \
    X(RECIPIENT, "recipient")                                                                                          \
    X(MEDIATOR, "mediator") X(PLACE, "place") X(ABOUT, "about") X(TOPIC, "topic") X(SOURCE, "source")
enum rs_role {
#define RS_ROLE_ENUM(name, text) RS_ROLE_##name,
    RS_ROLE_LIST(RS_ROLE_ENUM)
#undef RS_ROLE_ENUM
};

#define RS_NEED_LIST(X)                                                                                                \
    X(AGENT, "agent")                                                                                                  \
    X(STATE, "state")                                                                                                  \
    X(ARMED, "armed")                                                                                                  \
    X(PEOPLE, "people")                                                                                                \
    X(PLACE, "place") X(EVENT, "event") X(CLAUSE, "clause") X(FILLED, "filled") X(SECTOR, "sector") X(WORDS, "words")
enum rs_need {
#define RS_NEED_ENUM(name, text) RS_NEED_##name,
    RS_NEED_LIST(RS_NEED_ENUM)
#undef RS_NEED_ENUM
};

#define RS_COUNT_LIST(X) X(NONE, "-") X(DEAD, "dead") X(INJURED, "injured") X(ARRESTED, "arrested")
enum rs_count {
#define RS_COUNT_ENUM(name, text) RS_COUNT_##name,
    RS_COUNT_LIST(RS_COUNT_ENUM)
#undef RS_COUNT_ENUM
};

#define RS_LIGHT_LIST(X) X(DO, "do") X(UNDERGO, "undergo") X(OCCUR, "occur") X(CAUSE, "cause") X(CLAIM, "claim")
enum rs_light {
#define RS_LIGHT_ENUM(name, text) RS_LIGHT_##name,
    RS_LIGHT_LIST(RS_LIGHT_ENUM)
#undef RS_LIGHT_ENUM
};

#define RS_SPEECH_LIST(X) X(SAY, "say") X(QUOTE, "quote") X(ACCORDING, "according") X(NOUN, "noun")
enum rs_speech {
#define RS_SPEECH_ENUM(name, text) RS_SPEECH_##name,
    RS_SPEECH_LIST(RS_SPEECH_ENUM)
#undef RS_SPEECH_ENUM
};

#define RS_OPERATOR_LIST(X)                                                                                            \
    X(VERB, "verb")                                                                                                    \
    X(NOUN, "noun") X(PARTICLE, "particle") X(ADJECTIVE, "adjective") X(PHRASE, "phrase") X(SELF, "self")
enum rs_operator {
#define RS_OPERATOR_ENUM(name, text) RS_OPERATOR_##name,
    RS_OPERATOR_LIST(RS_OPERATOR_ENUM)
#undef RS_OPERATOR_ENUM
};

#define RS_DOMAIN_LIST(X)                                                                                              \
    X(NONE, "-")                                                                                                       \
    X(SPORT, "sport")                                                                                                  \
    X(MARKET, "market")                                                                                                \
    X(WEATHER, "weather")                                                                                              \
    X(ACCIDENT, "accident") X(TECHNOLOGY, "technology") X(HEALTH, "health") X(ENTERTAINMENT, "entertainment")
enum rs_domain {
#define RS_DOMAIN_ENUM(name, text) RS_DOMAIN_##name,
    RS_DOMAIN_LIST(RS_DOMAIN_ENUM)
#undef RS_DOMAIN_ENUM
        RS_N_DOMAIN
};

#endif
