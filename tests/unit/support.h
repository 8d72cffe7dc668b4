/* SPDX-License-Identifier: MIT */
/* support - what the unit tests share: tables of expectations that a linguist can read, an allocator that counts and
 * fails.
 *
 * A table is a file under tests/data: tab-separated columns, empty lines and lines that begin with '#' are skipped. A
 * line that begins with '!' is *known*: what it says is right but does not hold yet; it must fail, and one that holds
 * is an error, so that the mark goes away with the fault. A field that begins with one of these has a '\' before it.
 * All lines of a table are checked before the test fails. */
#ifndef TESTS_UNIT_SUPPORT_H
#define TESTS_UNIT_SUPPORT_H

#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { T_MAX_FIELD = 24, T_MAX_NOTE = 2000 };

typedef struct t_row {
    const char *file;
    size_t line, n;
    rs_str field[T_MAX_FIELD]; /* "-" is empty */
} t_row;

/* What was found, for the message when it is not what was expected. */
typedef struct t_note {
    char text[T_MAX_NOTE];
    size_t n;
} t_note;

void t_say(t_note *note, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* t_check_fn - does what ROW says hold? */
typedef bool t_check_fn(void *context, const t_row *row, t_note *note);

/* t_table - check every line of tests/data/NAME; fails the test unless there are at least LEAST lines and all hold.
 * A line has from MIN_COLUMN to MAX_COLUMN columns. */
void t_table(const char *name, size_t least, size_t min_column, size_t max_column, t_check_fn *check, void *context);

/* t_known - an assertion that should hold but does not yet: fails the test when it HOLDS, so that the mark goes away
 * with the fault. */
void t_known(bool holds, const char *what);

/* t_path - tests/data/NAME; static, overwritten by the next call. */
const char *t_path(const char *name);
/* t_file - the whole file at PATH, zero-terminated; the caller frees it. Fails the test if it cannot be read. */
char *t_file(const char *path, size_t *n);
bool t_is(rs_str text, const char *literal);
bool t_number(rs_str text, long *out);

/* An allocator that counts, checks sizes, and refuses call number FAIL_AT (from 1), or all from it on if AND_AFTER. */
typedef struct t_counter {
    size_t n_call, fail_at;
    bool and_after, failed;
    size_t n_live, n_byte; /* blocks and bytes not freed */
    bool wrong_size;       /* a block was given back with another size than it was asked with */
} t_counter;
rs_alloc t_counting(t_counter *counter);

/* Numbers that look random and are the same everywhere. */
uint32_t t_random(uint64_t *state);

#endif
