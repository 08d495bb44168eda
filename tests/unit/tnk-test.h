/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-body.h"
#include "tnk-catalog.h"
#include "tnk-problem.h"

G_BEGIN_DECLS

/* What every unit test needs. A failed assertion does not end the program here, so that one run lists every fault:
 * a test that cannot go on after a failure must return by itself. */

void tnk_test_init (int *argc, char ***argv);
/* Keeps the program away from the user's own files; before anything else. Not G_TEST_OPTION_ISOLATE_DIRS, which gives every
 * test folders of its own: GLib 2.74 drops the old names, and to tell these leaks from ours the sanitizers would have to
 * follow every allocation through stripped libraries, which takes them twenty times as long. */
void tnk_test_isolate (void);

/* The name of a file in tests/fixtures, and of one in the data that ships. */
char *tnk_test_fixture (const char *name);
char *tnk_test_shipped (const char *name);

/* The folder of the user's own data; nothing of an earlier test is in it. */
char *tnk_test_user_dir (void);
/* An empty directory that disappears when the program ends; a file in it. */
char *tnk_test_dir (void);
char *tnk_test_write (const char *dir, const char *name, const char *text, gssize length);
char *tnk_test_read (const char *filename);

/* The text with the one place that says `from` changed. */
char *tnk_test_replace (const char *text, const char *from, const char *to);
/* The line, from 1, on which `at` first stands. */
guint tnk_test_line_of (const char *text, const char *at);

TnkCatalog *tnk_test_small_catalog (void);
/* The catalog “small-next”, which revises it: what was 2.1-1 is 2.9-1 now, and 1.1-2 asks the staff something else. */
TnkCatalog *tnk_test_next_catalog (void);
/* Departments d0 … in tree order; parents[i] is the index of the one above, or -1. Nobody is in it. */
TnkBody *tnk_test_body (const int *parents, guint n);

/* Asserts on one entry of a list of problems; where may be NULL; words must stand in the message. */
void tnk_test_assert_problem (GPtrArray *problems, guint index, const char *file, guint line, const char *where, const char *words);
/* Asserts that an error is one line, and that it begins and continues so. */
void tnk_test_assert_line (const char *text, const char *prefix, const char *words);

/* The microseconds that this thread has had the processor: what else the machine does is not in it. */
gint64 tnk_test_cpu_time (void);

/* A guard is expected to speak up, from the library's own log domain. */
#define tnk_test_expect_critical() g_test_expect_message ("tenken", G_LOG_LEVEL_CRITICAL, "*assertion*failed*")

G_END_DECLS
