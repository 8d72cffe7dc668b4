/* SPDX-License-Identifier: MIT */
/* Features in words, for people. */
#include "lexicon/feature.h"

#include "base/base.h"

#include <stdio.h>

#define NAME(name, text) text,
static const char *const pos_names[16] = {RS_POS_LIST(NAME)};
#undef NAME
static const char *const tenses[] = {"", " perfect", " imperfect", " imperative"};
static const char *const persons[] = {"", " 1", " 2", " 3"};
static const char *const genders[] = {"", " m", " f", ""};
static const char *const numbers[] = {"", " sg", " dual", " pl"};

static const struct {
    uint32_t bit;
    const char *text;
} marks[] = {
    {RS_FEAT_PASSIVE, " passive"},
    {RS_FEAT_MASDAR, " verbal-noun"},
    {RS_FEAT_ACTIVE_PARTICIPLE, " active-participle"},
    {RS_FEAT_PASSIVE_PARTICIPLE, " passive-participle"},
    {RS_FEAT_ELATIVE, " elative"},
    {RS_FEAT_NISBA, " nisba"},
    {RS_FEAT_NOMINATIVE, " nominative"},
    {RS_FEAT_OBLIQUE, " oblique"},
    {RS_FEAT_TANWIN, " tanwin"},
    {RS_FEAT_INDEFINITE, " indefinite"},
    {RS_FEAT_CONSTRUCT, " construct"},
    {RS_FEAT_CLITIC, " before-pronoun"},
};

size_t rs_feature_text(uint32_t feat, char *out, size_t room)
{
    bool verb = rs_pos_of(feat) == RS_POS_VERB, imperfect = rs_tense_of(feat) == RS_IMPERFECT;
    bool indicative = imperfect && !(feat & RS_FEAT_SUBJUNCTIVE), mood = imperfect && !(feat & RS_FEAT_INDICATIVE);
    int n = snprintf(out, room, "%s%s%s%s%s%s", pos_names[rs_pos_of(feat)], tenses[rs_tense_of(feat)],
                     verb ? persons[rs_person_of(feat)] : "", genders[rs_gender_of(feat)], numbers[rs_number_of(feat)],
                     indicative ? " indicative"
                     : mood     ? " subjunctive"
                                : "");
    for (size_t i = 0; i < RS_COUNT(marks) && n >= 0 && (size_t)n < room; i++)
        if (feat & marks[i].bit) n += snprintf(out + n, room - (size_t)n, "%s", marks[i].text);
    return n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
}
