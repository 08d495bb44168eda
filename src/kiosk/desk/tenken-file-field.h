/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TENKEN_TYPE_FILE_FIELD (tenken_file_field_get_type ())

/* What file is to be read, and a button to choose it. Emits "chosen" when it is another one. */
G_DECLARE_FINAL_TYPE (TenkenFileField, tenken_file_field, TENKEN, FILE_FIELD, AdwBin)

/* title: what is to be chosen; note: what must be in it; pattern: "*.csv". several: whether there can be more than one. */
GtkWidget *tenken_file_field_new (const char *title, const char *note, const char *pattern, gboolean several);
gboolean tenken_file_field_takes_several (TenkenFileField *self);
/* The names of the files, ended by NULL; there may be none. */
const char *const *tenken_file_field_get_files (TenkenFileField *self);
void tenken_file_field_set_files (TenkenFileField *self, const char *const *files);

G_END_DECLS
