/* SPDX-License-Identifier: MIT */
/* The letters of Arabic as small numbers. A word is a short string of them: that is what tables are keyed by.
 *
 * The *strict* spelling keeps hamza seats, ى and ة; the *folded* one joins what the press interchanges:
 * أ إ آ ٱ are ا, ى is ي, ة is ه. Marks and tatweel have no letter; digits and punctuation are no letters. */
#ifndef TEXT_LETTER_H
#define TEXT_LETTER_H

/* X(name, code point, letter it folds to) */
#define RS_LETTER_LIST(X)                                                                                              \
    X(HAMZA, 0x0621, HAMZA)                                                                                            \
    X(ALEF_MADDA, 0x0622, ALEF)                                                                                        \
    X(ALEF_HAMZA_ABOVE, 0x0623, ALEF)                                                                                  \
    X(WAW_HAMZA, 0x0624, WAW_HAMZA)                                                                                    \
    X(ALEF_HAMZA_BELOW, 0x0625, ALEF)                                                                                  \
    X(YEH_HAMZA, 0x0626, YEH_HAMZA)                                                                                    \
    X(ALEF, 0x0627, ALEF)                                                                                              \
    X(BEH, 0x0628, BEH)                                                                                                \
    X(TEH_MARBUTA, 0x0629, HEH)                                                                                        \
    X(TEH, 0x062A, TEH)                                                                                                \
    X(THEH, 0x062B, THEH)                                                                                              \
    X(JEEM, 0x062C, JEEM)                                                                                              \
    X(HAH, 0x062D, HAH)                                                                                                \
    X(KHAH, 0x062E, KHAH)                                                                                              \
    X(DAL, 0x062F, DAL)                                                                                                \
    X(THAL, 0x0630, THAL)                                                                                              \
    X(REH, 0x0631, REH)                                                                                                \
    X(ZAIN, 0x0632, ZAIN)                                                                                              \
    X(SEEN, 0x0633, SEEN)                                                                                              \
    X(SHEEN, 0x0634, SHEEN)                                                                                            \
    X(SAD, 0x0635, SAD)                                                                                                \
    X(DAD, 0x0636, DAD)                                                                                                \
    X(TAH, 0x0637, TAH)                                                                                                \
    X(ZAH, 0x0638, ZAH)                                                                                                \
    X(AIN, 0x0639, AIN)                                                                                                \
    X(GHAIN, 0x063A, GHAIN)                                                                                            \
    X(FEH, 0x0641, FEH)                                                                                                \
    X(QAF, 0x0642, QAF)                                                                                                \
    X(KAF, 0x0643, KAF)                                                                                                \
    X(LAM, 0x0644, LAM)                                                                                                \
    X(MEEM, 0x0645, MEEM)                                                                                              \
    X(NOON, 0x0646, NOON)                                                                                              \
    X(HEH, 0x0647, HEH)                                                                                                \
    X(WAW, 0x0648, WAW)                                                                                                \
    X(ALEF_MAKSURA, 0x0649, YEH)                                                                                       \
    X(YEH, 0x064A, YEH)                                                                                                \
    X(ALEF_WASLA, 0x0671, ALEF)                                                                                        \
    X(PEH, 0x067E, BEH)                                                                                                \
    X(TCHEH, 0x0686, JEEM)                                                                                             \
    X(VEH, 0x06A4, FEH)                                                                                                \
    X(GAF, 0x06AF, GHAIN)                                                                                              \
    X(FARSI_KAF, 0x06A9, KAF)                                                                                          \
    X(FARSI_YEH, 0x06CC, YEH)

/* A letter is a byte: 0 is none, Arabic letters count from 1, Latin a-z stand at their ASCII codes, other
 * scripts are all RS_LETTER_OTHER. The digits at their ASCII codes are used for numbers inside names. */
enum rs_letter {
    RS_LETTER_NONE,
#define RS_LETTER_ENUM(name, cp, fold) RS_##name,
    RS_LETTER_LIST(RS_LETTER_ENUM)
#undef RS_LETTER_ENUM
        RS_LETTER_ARABIC_END,
    RS_LETTER_OTHER = 0x60,
};
_Static_assert(RS_LETTER_ARABIC_END <= '0', "Arabic letters and digits are apart");

#endif
