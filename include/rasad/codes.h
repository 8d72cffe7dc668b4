/* SPDX-License-Identifier: MIT */
/* rasad/codes.h - the ontology's closed lists: events, modes, statuses, sectors, processes, stages.
 *
 * The names are PLOVER's, as records print them. Each list is an X-macro, so that a program can make tables of its own.
 */
#ifndef RASAD_CODES_H
#define RASAD_CODES_H

#include "rasad/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* X(name, quad class, score, CAMEO root) */
#define RS_EVENT_LIST(X)                                                                                               \
    X(AGREE, 1, 2.5, "030")                                                                                            \
    X(CONSULT, 1, 2.5, "040")                                                                                          \
    X(SUPPORT, 1, 5.0, "050") X(CONCEDE, 1, 4.5, "080") X(COOPERATE, 2, 9.5, "060") X(AID, 2, 10.0, "070")             \
        X(RETREAT, 2, 6.5, "084") X(REQUEST, 3, 0.0, "100") X(ACCUSE, 3, -2.0, "110") X(REJECT, 3, -2.0, "120")        \
            X(THREATEN, 3, -3.5, "130") X(PROTEST, 4, -5.0, "140") X(SANCTION, 4, -6.0, "160")                         \
                X(MOBILIZE, 4, -5.5, "150") X(COERCE, 4, -7.0, "170") X(ASSAULT, 4, -9.0, "180")

typedef enum rs_event {
    RS_EVENT_NONE,
#define RS_EVENT_ENUM(name, quad, score, cameo) RS_EVENT_##name,
    RS_EVENT_LIST(RS_EVENT_ENUM)
#undef RS_EVENT_ENUM
        RS_N_EVENT
} rs_event;

/* X(event, mode, printed, score, CAMEO code) */
#define RS_MODE_LIST(X)                                                                                                \
    X(CONSULT, VISIT, "visit", 4.0, "042")                                                                             \
    X(CONSULT, THIRD_PARTY, "third-party", 1.0, "044")                                                                 \
    X(CONSULT, MULTILATERAL, "multilateral", 4.0, "046") X(CONSULT, PHONE, "phone", 1.5, "041") X(                     \
        RETREAT, WITHDRAW, "withdraw", 8.0, "0874") X(RETREAT, RELEASE, "release", 6.5, "0841")                        \
        X(RETREAT, DISARM, "disarm", 10.0, "0873") X(RETREAT, CEASEFIRE, "ceasefire", 7.5, "0871") X(                  \
            RETREAT, ACCESS, "access", 6.5, "0863") X(RETREAT, RESIGN, "resign", 4.5, "083") X(REQUEST, ASSIST,        \
                                                                                               "assist", 0.5, "103")   \
            X(REQUEST, CHANGE, "change", -1.0, "104") X(REQUEST, YIELD, "yield", -1.0, "105") X(                       \
                REQUEST, MEET,                                                                                         \
                "meet",                                                                                                \
                0.0, "106") X(REJECT, ASSIST, "assist", -1.5, "122")                                                   \
                X(REJECT, CHANGE, "change", -2.0, "123") X(REJECT, YIELD, "yield", -2.0, "124")                        \
                    X(REJECT, MEET, "meet", -2.0, "125") X(ACCUSE, DISAPPROVE, "disapprove", -2.0, "111") X(           \
                        ACCUSE,                                                                                        \
                        INVESTIGATE,                                                                                   \
                        "investigate",                                                                                 \
                        -3.5,                                                                                          \
                        "090") X(ACCUSE, ALLEGE, "allege", -3.5,                                                       \
                                 "112") X(THREATEN, RESTRICT, "restrict", -3.0, "132")                                 \
                        X(THREATEN, ARREST, "arrest", -3.5, "132") X(THREATEN, RELATIONS, "relations", -3.5, "131") X( \
                            THREATEN,                                                                                  \
                            EXPEL, "expel",                                                                            \
                            -3.5,                                                                                      \
                            "131") X(THREATEN, TERRITORY, "territory", -4.0,                                           \
                                     "138") X(THREATEN, VIOLENCE, "violence", -3.5, "138")                             \
                            X(PROTEST, DEMO, "demo", -5.0, "141") X(PROTEST, RIOT, "riot", -7.0, "145")                \
                                X(PROTEST, STRIKE, "strike", -5.0, "143") X(PROTEST, HUNGER, "hunger", -4.5, "142")    \
                                    X(PROTEST, BOYCOTT, "boycott", -4.5,                                               \
                                      "143") X(PROTEST, OBSTRUCT, "obstruct", -4.5,                                    \
                                               "144") X(PROTEST, VANDALIZE, "vandalize", -5.0, "145")                  \
                                        X(SANCTION, CONVICT, "convict", -6.0,                                          \
                                          "172") X(SANCTION, EXPEL, "expel", -5.5,                                     \
                                                   "166") X(SANCTION, WITHDRAW, "withdraw", -6.0, "164")               \
                                            X(SANCTION, DISCONTINUE, "discontinue", -6.0,                              \
                                              "163") X(MOBILIZE, TROOPS, "troops", -6.5,                               \
                                                       "154") X(MOBILIZE, WEAPONS, "weapons", -6.5, "150")             \
                                                X(MOBILIZE, POLICE, "police", -5.5,                                    \
                                                  "153") X(MOBILIZE, MILITIA, "militia", -6.0,                         \
                                                           "154") X(COERCE, SEIZE, "seize", -7.0, "192")               \
                                                    X(COERCE, RESTRICT, "restrict", -7.0,                              \
                                                      "191") X(COERCE, CENSOR, "censor", -6.5,                         \
                                                               "172") X(COERCE, CURFEW, "curfew", -6.5, "172")         \
                                                        X(COERCE, MARTIAL_LAW, "martial-law", -7.5,                    \
                                                          "172") X(COERCE, ARREST, "arrest", -7.0,                     \
                                                                   "173") X(COERCE, DEPORT, "deport", -7.0, "174")     \
                                                            X(COERCE, WITHHOLD, "withhold", -7.0,                      \
                                                              "170") X(COERCE, MISINFORMATION, "misinformation", -6.5, \
                                                                       "170") X(COERCE, CYBER, "cyber", -7.0, "176")   \
                                                                X(ASSAULT, ABDUCT, "abduct", -8.5,                     \
                                                                  "181") X(ASSAULT, BEAT, "beat", -7.5, "182")         \
                                                                    X(ASSAULT, TORTURE, "torture", -8.5,               \
                                                                      "182") X(ASSAULT, SEXUAL, "sexual", -8.5, "182") \
                                                                        X(ASSAULT, TARGETED, "targeted", -9.5, "186")  \
                                                                            X(ASSAULT, DESTROY, "destroy",             \
                                                                              -8.5, "180") X(ASSAULT, PRIMITIVE,       \
                                                                                             "primitive", -8.0, "180") \
                                                                                X(ASSAULT, FIREARMS, "firearms", -9.0, \
                                                                                  "193") X(ASSAULT, EXPLOSIVES,        \
                                                                                           "explosives", -9.0,         \
                                                                                           "183") X(ASSAULT,           \
                                                                                                    SUICIDE_ATTACK,    \
                                                                                                    "suicide-attack",  \
                                                                                                    -9.5, "1831")      \
                                                                                    X(ASSAULT, AERIAL, "aerial", -9.5, \
                                                                                      "195") X(ASSAULT, DRONE,         \
                                                                                               "drone", -9.5, "1952")  \
                                                                                        X(ASSAULT, HEAVY_WEAPONS,      \
                                                                                          "heavy-weapons", -9.5,       \
                                                                                          "194") X(ASSAULT,            \
                                                                                                   CROWD_CONTROL,      \
                                                                                                   "crowd-control",    \
                                                                                                   -7.5, "175")        \
                                                                                            X(ASSAULT, UNCONVENTIONAL, \
                                                                                              "unconventional", -10.0, \
                                                                                              "204")

typedef enum rs_mode {
    RS_MODE_NONE,
#define RS_MODE_ENUM(event, name, text, score, cameo) RS_MODE_##event##_##name,
    RS_MODE_LIST(RS_MODE_ENUM)
#undef RS_MODE_ENUM
        RS_N_MODE
} rs_mode;

#define RS_RECORD_STATUS_LIST(X)                                                                                       \
    X(HAPPENED, "happened")                                                                                            \
    X(ONGOING, "ongoing") X(PLANNED, "planned") X(HYPOTHETICAL, "hypothetical") X(DENIED, "denied") X(FAILED, "faile"  \
                                                                                                              "d")

typedef enum rs_record_status {
    RS_STATUS_NONE,
#define RS_RECORD_STATUS_ENUM(name, text) RS_STATUS_##name,
    RS_RECORD_STATUS_LIST(RS_RECORD_STATUS_ENUM)
#undef RS_RECORD_STATUS_ENUM
} rs_record_status;

#define RS_SECTOR_LIST(X)                                                                                              \
    X(GOV)                                                                                                             \
    X(MIL)                                                                                                             \
    X(COP) X(SPY) X(JUD) X(LEG) X(PTY) X(OPP) X(REB) X(PRM) X(UAF) X(UNK) X(CVL) X(JRN) X(MED) X(REF) X(EDU) X(LAB)    \
        X(BUS) X(AGR) X(REL) X(SOC) X(CRM) X(ELI) X(PRE)

typedef enum rs_sector {
    RS_SECTOR_NONE,
#define RS_SECTOR_ENUM(name) RS_SECTOR_##name,
    RS_SECTOR_LIST(RS_SECTOR_ENUM)
#undef RS_SECTOR_ENUM
        RS_N_SECTOR
} rs_sector;

#define RS_PROCESS_LIST(X)                                                                                             \
    X(CEASEFIRE, "ceasefire")                                                                                          \
    X(TALKS, "talks")                                                                                                  \
    X(EVACUATION, "evacuation") X(SIEGE, "siege") X(CONTROL, "control") X(OBSERVERS, "observers")                      \
        X(EXCHANGE, "exchange") X(ACCESS, "access")

typedef enum rs_process {
    RS_PROCESS_NONE,
#define RS_PROCESS_ENUM(name, text) RS_PROCESS_##name,
    RS_PROCESS_LIST(RS_PROCESS_ENUM)
#undef RS_PROCESS_ENUM
} rs_process;

#define RS_STAGE_LIST(X)                                                                                               \
    X(CALLED_FOR, "called-for")                                                                                        \
    X(PROPOSED, "proposed")                                                                                            \
    X(AGREED, "agreed") X(ANNOUNCED, "announced") X(IN_FORCE, "in-force") X(EXTENDED, "extended")                      \
        X(VIOLATED, "violated") X(ENDED, "ended") X(REJECTED, "rejected") X(SCHEDULED, "scheduled")                    \
            X(CONVENED, "convened") X(CONCLUDED, "concluded") X(SUSPENDED, "suspended") X(STARTED, "started")          \
                X(ONGOING, "ongoing") X(COMPLETED, "completed") X(HALTED, "halted") X(IMPOSED, "imposed")              \
                    X(EASED, "eased") X(LIFTED, "lifted") X(SEIZED, "seized") X(LOST, "lost")                          \
                        X(CONTESTED, "contested") X(CLAIMED, "claimed") X(APPROVED, "approved")                        \
                            X(DEPLOYED, "deployed") X(WITHDRAWN, "withdrawn") X(REFUSED, "refused")                    \
                                X(CARRIED_OUT, "carried-out") X(FAILED, "failed") X(REQUESTED, "requested")            \
                                    X(OPENED, "opened") X(BLOCKED, "blocked")

typedef enum rs_stage {
    RS_STAGE_NONE,
#define RS_STAGE_ENUM(name, text) RS_STAGE_##name,
    RS_STAGE_LIST(RS_STAGE_ENUM)
#undef RS_STAGE_ENUM
} rs_stage;

/* The printed names; static; "" for the NONE of each list. */
RS_API const char *rs_event_name(rs_event event);
RS_API const char *rs_mode_name(rs_mode mode);
RS_API const char *rs_record_status_name(rs_record_status status);
RS_API const char *rs_sector_name(rs_sector sector);
RS_API const char *rs_process_name(rs_process process);
RS_API const char *rs_stage_name(rs_stage stage);
/* rs_event_quad - PLOVER's quad class, 1 to 4. rs_event_score, rs_event_cameo - of a mode if not NONE, else of the
 * event. */
RS_API int rs_event_quad(rs_event event);
RS_API double rs_event_score(rs_event event, rs_mode mode);
RS_API const char *rs_event_cameo(rs_event event, rs_mode mode);
/* rs_event_find, rs_mode_find - by printed name; NONE if there is none. */
RS_API rs_event rs_event_find(rs_str name);
RS_API rs_mode rs_mode_find(rs_event event, rs_str name);

#ifdef __cplusplus
}
#endif
#endif
