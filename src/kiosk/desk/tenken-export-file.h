/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The file that was chosen. owner: the widget that asked. */
typedef void (*TenkenExportChosen) (GtkWidget *owner, const char *filename, gpointer user_data);

/* Asks where a workbook is to be saved. The dialog itself asks before a file is replaced. user_data must live as long as the
 * owner; nobody is called where the owner is gone or nothing was chosen. */
void tenken_export_choose_target (GtkWidget *owner, const char *title, const char *name, TenkenExportChosen chosen, gpointer user_data);
/* Asks for a workbook to be read. */
void tenken_export_choose_source (GtkWidget *owner, const char *title, TenkenExportChosen chosen, gpointer user_data);

/* Whether this desktop has a program for workbooks, and one for folders. */
gboolean tenken_export_can_open_file (void);
gboolean tenken_export_can_open_folder (void);
void tenken_export_open_file (GtkWidget *owner, const char *filename);
void tenken_export_open_folder (GtkWidget *owner, const char *filename);

G_END_DECLS
