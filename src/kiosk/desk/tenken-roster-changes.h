/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

#include <tenken.h>

G_BEGIN_DECLS

/* A table of what a new roster changes, which can be narrowed to one kind of change. */
GtkWidget *tenken_roster_changes_new (void);
/* catalog: for the names of roles, or NULL. */
void tenken_roster_changes_set (GtkWidget *self, TnkRosterPreview *preview, TnkCatalog *catalog);
const char *tenken_roster_kind_get_name (TnkRosterKind kind);
/* Names of roles, joined; ids where they have none. */
char *tenken_roster_describe_roles (TnkCatalog *catalog, const char *const *ids);

G_END_DECLS
