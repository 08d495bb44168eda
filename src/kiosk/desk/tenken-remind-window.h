/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Whom to remind, as text to be pasted into a message, and as a workbook. */

#define TENKEN_TYPE_REMIND_WINDOW (tenken_remind_window_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRemindWindow, tenken_remind_window, TENKEN, REMIND_WINDOW, AdwWindow)

/* Reads the text and opens the window over that of the owner. department_id NULL: the whole body. */
void tenken_remind_window_open (GtkWidget *owner, TenkenDesk *desk, const char *department_id);
GtkWidget *tenken_remind_window_new (GtkWindow *window, TenkenDesk *desk, const char *department_id, const char *text);

G_END_DECLS
