/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* The people of the roster, narrowed to a department and to how far they are with their PIN; and the departments. */
#define TENKEN_TYPE_ROSTER_PEOPLE (tenken_roster_people_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRosterPeople, tenken_roster_people, TENKEN, ROSTER_PEOPLE, AdwBin)

GtkWidget *tenken_roster_people_new (TenkenDesk *desk);
/* pins: (element-type utf8 TnkPinState) */
void tenken_roster_people_set (TenkenRosterPeople *self, TnkBody *body, GHashTable *pins);
/* NULL: all. */
void tenken_roster_people_show_department (TenkenRosterPeople *self, const char *department_id);
/* The department that is shown; NULL: all. Who of it has no PIN. */
TnkDepartment *tenken_roster_people_get_department (TenkenRosterPeople *self);
guint tenken_roster_people_count_without_pin (TenkenRosterPeople *self, TnkDepartment *department);
/* The selected one; NULL: nobody. */
TnkPerson *tenken_roster_people_get_selected (TenkenRosterPeople *self);

G_END_DECLS
