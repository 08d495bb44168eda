/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Filled self-check sheets, taken in: the files are chosen, read with a bar, what they change is shown with the conflicts side by
 * side, and applied at once. For the campaign and the department of the desk. owner: whatever opens it. */
void tenken_sheets_dialog_open (GtkWidget *owner, TenkenDesk *desk);
/* Blank sheets, written: for a role, for a person, or one for each person of a department into a folder. */
void tenken_sheets_dialog_write (GtkWidget *owner, TenkenDesk *desk);

G_END_DECLS
