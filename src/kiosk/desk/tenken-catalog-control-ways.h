/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-catalogs.h"
#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a control of a catalog leads: to other catalogs, to other editions, to campaigns. Each part is added to a box; nothing
 * where there is nothing. */

/* A quiet button that goes to a place. */
GtkWidget *tenken_catalog_control_make_way (const char *label, const char *place);

/* others: (element-type TnkCatalog); references: (element-type TnkCrossReferences), from the control's catalog to each of them. */
void tenken_catalog_control_add_references (GtkBox *box, TnkControl *control, GPtrArray *others, GPtrArray *references);
void tenken_catalog_control_add_editions (GtkBox *box, TenkenDesk *desk, TenkenCatalogs *catalogs, TnkCatalog *catalog, TnkControl *control);
void tenken_catalog_control_add_campaigns (GtkBox *box, TenkenDesk *desk, TnkCatalog *catalog, TnkControl *control);

G_END_DECLS
