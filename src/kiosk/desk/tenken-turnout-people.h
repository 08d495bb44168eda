/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The people who are asked, one by one, as a table. What is shown anew while somebody looks changes only the rows that are not what
 * they were, so that place and selection stay.
 *
 * Signal "open" (TnkTurnoutPerson): somebody's row was activated. */

#define TENKEN_TYPE_TURNOUT_PEOPLE (tenken_turnout_people_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTurnoutPeople, tenken_turnout_people, TENKEN, TURNOUT_PEOPLE, GtkBox)

GtkWidget *tenken_turnout_people_new (void);
void tenken_turnout_people_show (TenkenTurnoutPeople *self, TnkTurnout *turnout);
void tenken_turnout_people_clear (TenkenTurnoutPeople *self);
/* Which states are shown, as for tnk_turnout_list_people (). */
void tenken_turnout_people_set_states (TenkenTurnoutPeople *self, guint states);

G_END_DECLS
