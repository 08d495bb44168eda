/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A day to be written, 2026-11-21, or chosen in a calendar; below it the day in words, or that it is none.
 *
 * Signal "changed". */

#define TENKEN_TYPE_DAY_ENTRY (tenken_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (TenkenDayEntry, tenken_day_entry, TENKEN, DAY_ENTRY, GtkBox)

GtkWidget *tenken_day_entry_new (const char *label);
/* What is written, whether or not it is a day; "" for nothing. */
const char *tenken_day_entry_get_text (TenkenDayEntry *self);
void tenken_day_entry_set_text (TenkenDayEntry *self, const char *text);

G_END_DECLS
