/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-audit-people.h"
#include "tenken-desk.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_IDS_PICK (tenken_ids_pick_get_type ())

/* Some departments, some controls or some people, chosen from lists that can be searched. Signal "changed". */
G_DECLARE_FINAL_TYPE (TenkenIdsPick, tenken_ids_pick, TENKEN, IDS_PICK, AdwBin)

/* name: what is chosen, as it is read aloud. A department is chosen with all below it. */
GtkWidget *tenken_ids_pick_new_departments (const char *name, TnkBody *tree, const char *const *ids);
/* Whole chapters can be chosen, too. */
GtkWidget *tenken_ids_pick_new_controls (const char *name, TnkCatalog *catalog, const char *const *ids);
/* Nobody but who is chosen is listed before a part of a name or a number is typed. people: learns the names of who is found. */
GtkWidget *tenken_ids_pick_new_people (const char *name, TenkenDesk *desk, TenkenAuditPeople *people, const char *const *ids);
/* In the order in which they were chosen, ended by NULL. */
const char *const *tenken_ids_pick_get_ids (TenkenIdsPick *self);
gboolean tenken_ids_pick_has (TenkenIdsPick *self, const char *id);
void tenken_ids_pick_toggle (TenkenIdsPick *self, const char *id);

G_END_DECLS
