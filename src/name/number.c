/* SPDX-License-Identifier: MIT */
/* Numbers in digits and words: "20", "ثلاثة آلاف", "خمسة وعشرين", "عشرات". Words add up, thousands and millions
 * multiply; a vague word (عشرات) stands for its least value and says that it is vague. */
#include "name/name.h"

static const rs_image_tag *number_tag(const rs_words *words, const rs_token *token)
{
    if (token->kind != RS_TOKEN_WORD || rs_token_pos(words, token) == RS_POS_VERB) return NULL;
    return rs_token_any_tag(words, token, RS_TAG_NUMBER);
}

static bool multiplies(uint32_t v) { return v == 100 || v == 1000 || v == 1000000 || v == 1000000000; }

static bool joined(const rs_words *words, const rs_token *token)
{
    const rs_reading *r = rs_token_reading(words, token);
    return r && (r->pro & RS_PRO_W);
}

size_t name_number(const rs_words *words, const rs_token *token, size_t n, uint32_t *value, uint8_t *vague)
{
    uint64_t sum = 0;
    size_t i = 0;
    *vague = RS_NK_CARDINAL;
    for (; i < n && i < 8; i++) {
        uint64_t v;
        const rs_image_tag *t = NULL;
        if (token[i].kind == RS_TOKEN_NUMBER && i == 0)
            v = token[i].word;
        else if ((t = number_tag(words, &token[i])) != NULL)
            v = t->value;
        else
            break;
        if (t && t->a == RS_NK_FRACTION) break;
        if (i && !multiplies((uint32_t)v) && !joined(words, &token[i])) break;
        if (t && t->a == RS_NK_VAGUE) *vague = RS_NK_VAGUE;
        if (i && multiplies((uint32_t)v) && sum && sum < v && !joined(words, &token[i]))
            sum *= v;
        else
            sum += v;
        if (sum > 0xFFFFFFF0u) sum = 0xFFFFFFF0u;
    }
    *value = (uint32_t)sum;
    return i;
}
