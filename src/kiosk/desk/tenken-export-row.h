/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of the export page: what it is, a sentence about it, and a button at its end; below it, once there is one, the file
 * that was written, with ways to open it. */
#define TENKEN_TYPE_EXPORT_ROW (tenken_export_row_get_type ())
G_DECLARE_FINAL_TYPE (TenkenExportRow, tenken_export_row, TENKEN, EXPORT_ROW, GtkBox)

/* button: the words on it. Pressed, the row emits "activate". */
GtkWidget *tenken_export_row_new (const char *id, const char *title, const char *text, const char *button);
const char *tenken_export_row_get_id (TenkenExportRow *self);

/* Gives the row an entry before its button, and what stands in it. */
void tenken_export_row_add_entry (TenkenExportRow *self, const char *label);
const char *tenken_export_row_get_text (TenkenExportRow *self);

/* Why the button cannot be pressed now; NULL: it can. */
void tenken_export_row_set_obstacle (TenkenExportRow *self, const char *obstacle);

/* What was written last; NULL: nothing. */
void tenken_export_row_set_saved (TenkenExportRow *self, const char *filename);

G_END_DECLS
