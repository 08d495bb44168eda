/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What stands above every table of who has handed in: the rate, the five states as figures, the bar, the closing day. The figures
 * choose what the table shows.
 *
 * Signal "picked" (guint states): a figure was pressed: the states it is about, as for tnk_turnout_list_people (). */

#define TENKEN_TYPE_TURNOUT_HEAD (tenken_turnout_head_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTurnoutHead, tenken_turnout_head, TENKEN, TURNOUT_HEAD, GtkBox)

GtkWidget *tenken_turnout_head_new (void);
/* today: ISO 8601; picks: whether there is a table that the figures choose from. */
void tenken_turnout_head_show (TenkenTurnoutHead *self, TnkTurnout *turnout, const char *today, gboolean picks);
/* Marks what the table shows. */
void tenken_turnout_head_mark (TenkenTurnoutHead *self, guint states);

G_END_DECLS
