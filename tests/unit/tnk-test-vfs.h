/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer between SQLite and the disk that lets everything through until it is told to fail. Whatever changes the disk
 * counts: writing, cutting, syncing, making and removing a file. */
typedef enum {
  TNK_TEST_VFS_SOUND,
  TNK_TEST_VFS_FAILS_ONCE, /* that one time, as a loose cable does */
  TNK_TEST_VFS_STAYS_FULL, /* from then on nothing can be written, as on a full disk */
  TNK_TEST_VFS_CRASHES, /* the program ends there, in the middle of the write */
} TnkTestVfsMode;

/* The status of a program that ended so. */
#define TNK_TEST_VFS_CRASHED 77

/* Becomes SQLite’s default; to be called before any database is opened. */
void tnk_test_vfs_install (void);
/* From now on the at-th change of the disk, from 1, fails. */
void tnk_test_vfs_arm (TnkTestVfsMode mode, guint at);
/* Whether it came to the failure. Lets everything through again. */
gboolean tnk_test_vfs_disarm (void);
/* Whether something was written that was not synced since. */
gboolean tnk_test_vfs_is_unsynced (void);

G_END_DECLS
