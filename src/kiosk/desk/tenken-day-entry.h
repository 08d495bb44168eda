/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A day, typed or chosen in a calendar. Signal "changed". */
#define TENKEN_TYPE_DAY_ENTRY (tenken_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (TenkenDayEntry, tenken_day_entry, TENKEN, DAY_ENTRY, AdwBin)

GtkWidget *tenken_day_entry_new (const char *name);
/* ISO 8601, or empty. today: where the calendar opens as long as no day is set. */
void tenken_day_entry_set_day (TenkenDayEntry *self, const char *day, const char *today);
/* ISO 8601, empty where nothing is typed, or what is typed where that is no day. Newly allocated. */
char *tenken_day_entry_dup_day (TenkenDayEntry *self);
gboolean tenken_day_entry_is_good (TenkenDayEntry *self);

G_END_DECLS
