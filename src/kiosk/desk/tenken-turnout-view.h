/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Who has handed in, in one department with all below it: figures, what can be done with the department, the people, and what one
 * of them handed in. */

#define TENKEN_TYPE_TURNOUT_VIEW (tenken_turnout_view_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTurnoutView, tenken_turnout_view, TENKEN, TURNOUT_VIEW, GtkBox)

GtkWidget *tenken_turnout_view_new (TenkenDesk *desk);
/* today: ISO 8601. What is looked at stays looked at as long as it is there. */
void tenken_turnout_view_show (TenkenTurnoutView *self, TnkTurnout *turnout, const char *today);
void tenken_turnout_view_clear (TenkenTurnoutView *self);
/* Shows what somebody of it handed in. */
void tenken_turnout_view_open (TenkenTurnoutView *self, const char *person_id);
/* Shows only who is so far; states as for tnk_turnout_list_people (). */
void tenken_turnout_view_pick (TenkenTurnoutView *self, guint states);

G_END_DECLS
