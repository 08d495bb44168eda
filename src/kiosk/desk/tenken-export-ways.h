/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What comes back in, and what goes out in a dialog of its own. */
typedef struct
{
  TnkRights offices;
  const char *id;
  const char *title; /* N_ (), as those below */
  const char *text;
  const char *button;
  const char *place; /* where it is done; NULL: here */
  void (*ask) (GtkWidget *owner, TenkenDesk *desk); /* where it is done here */
} TenkenExportWay;

/* Ended by one without an id. */
extern const TenkenExportWay tenken_export_ways[];

const TenkenExportWay *tenken_export_ways_find (const char *id);
/* Whether the office has it. */
gboolean tenken_export_way_is_offered (const TenkenExportWay *way, TnkRights office);
void tenken_export_way_go (const TenkenExportWay *way, GtkWidget *owner, TenkenDesk *desk);

G_END_DECLS
