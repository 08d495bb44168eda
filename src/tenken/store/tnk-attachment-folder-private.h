/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folder beside the store in which attached files are kept, each named by its hash: the same file twice is one file. Nothing
 * that comes from outside, such as the name that a file had, ever becomes part of a path here. */

/* Reads a file that somebody wants to attach: a regular file, not too long, and the same before and after. */
GBytes *tnk_attachment_read_source (const char *filename, GError **error);

/* Keeps a file. hash: what it is named by then; created: whether it was not there before. */
gboolean tnk_attachment_folder_keep (const char *store, GBytes *content, char **hash, gboolean *created, GError **error);
/* Forgets a file that was created just now, for a change that did not come about. */
void tnk_attachment_folder_forget (const char *store, const char *hash);
/* Removes what writing left unfinished more than a day ago, and nothing else. */
void tnk_attachment_folder_sweep (const char *store);
gboolean tnk_attachment_folder_holds (const char *store, const char *filename);
/* Gives a file back, once its hash and its length are found to be right. */
GBytes *tnk_attachment_folder_read (const char *store, const char *hash, guint64 size, GError **error);
/* Puts a copy of a file into the folder of another store. */
gboolean tnk_attachment_folder_copy (const char *store, const char *target, const char *hash, guint64 size, GError **error);

G_END_DECLS
