/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TENKEN_TYPE_PATH_ENTRY (tenken_path_entry_get_type ())

/* The name of a file, typed or chosen in a dialog. Signal "changed". */
G_DECLARE_FINAL_TYPE (TenkenPathEntry, tenken_path_entry, TENKEN, PATH_ENTRY, AdwBin)

/* name: what file it is, for those who do not see it; title: of the dialog. */
GtkWidget *tenken_path_entry_new (const char *name, const char *title);
/* What is typed, without space around it. Newly allocated. */
char *tenken_path_entry_dup_path (TenkenPathEntry *self);

G_END_DECLS
