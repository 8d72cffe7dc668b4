/* SPDX-License-Identifier: MIT */
/* rasad/base.h - strings, status, errors and memory, as every other header uses them. */
#ifndef RASAD_BASE_H
#define RASAD_BASE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define RS_NODISCARD __attribute__((warn_unused_result))
#define RS_API __attribute__((visibility("default")))
#else
#define RS_NODISCARD
#define RS_API
#endif

/* rs_str - bytes with a length, borrowed, without a terminator. */
typedef struct rs_str {
    const char *p;
    size_t n;
} rs_str;

/* Every way in which a call can end: name, exit status of the program, text. */
#define RS_STATUS_LIST(X)                                                                                              \
    X(OK, 0, "done")                                                                                                   \
    X(NO, 1, "nothing found")                                                                                          \
    X(E_USAGE, 2, "wrong call")                                                                                        \
    X(E_DATA, 3, "bad data")                                                                                           \
    X(E_LIMIT, 3, "over a limit")                                                                                      \
    X(E_SYSTEM, 4, "system error")                                                                                     \
    X(E_NOMEM, 4, "out of memory")

typedef enum rs_status {
#define RS_STATUS_ENUM(name, exit_code, text) RS_##name,
    RS_STATUS_LIST(RS_STATUS_ENUM)
#undef RS_STATUS_ENUM
} rs_status;

/* rs_error - what went wrong, where; owned by the caller, untouched on success.
 *
 * Units    line and column count from 1, byte from 0; 0 for line or column means "not known".
 */
typedef struct rs_error {
    rs_status status;
    size_t line, column, byte;
    char source[160];
    char text[240];
} rs_error;

/* rs_alloc_fn - one function for all memory: n_new 0 frees, old NULL allocates. NULL means failure. */
typedef void *rs_alloc_fn(void *context, void *old, size_t n_old, size_t n_new);

typedef struct rs_alloc {
    rs_alloc_fn *fn;
    void *context;
} rs_alloc;

/* rs_write_fn - takes bytes; non-zero to stop (a full disk, a closed pipe). */
typedef int rs_write_fn(void *context, const char *bytes, size_t n);

/* rs_status_text - the words for STATUS; static, never NULL. rs_status_exit - the program's exit status for it. */
RS_API const char *rs_status_text(rs_status status);
RS_API int rs_status_exit(rs_status status);

/* rs_version - the version of the library, "0.1.0"; static. */
RS_API const char *rs_version(void);

#ifdef __cplusplus
}
#endif
#endif
