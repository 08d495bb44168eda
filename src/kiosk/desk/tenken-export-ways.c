/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-export-ways.h"

#include <glib/gi18n.h>

#include "tenken-desk-places.h"
#include "tenken-export-file.h"
#include "tenken-plan-import.h"

static void
plan_chosen (GtkWidget *owner,
             const char *filename,
             gpointer user_data)
{
  tenken_plan_import_file (owner, user_data, filename);
}

/* The desk lives as long as the page that asks. */
static void
read_plan (GtkWidget *owner,
           TenkenDesk *desk)
{
  tenken_export_choose_source (owner, _ ("Edited improvement plan"), plan_chosen, desk);
}

const TenkenExportWay tenken_export_ways[] = {
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE, "plan-back", N_ ("Edited improvement plan"),
   N_ ("A plan that was saved here and edited. What it changes is shown first; where the plan has changed meanwhile, you decide."),
   N_ ("Open…"), NULL, read_plan},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT, "sheets", N_ ("Self-check sheets"),
   N_ ("For those who have no kiosk: blank sheets to hand out, and filled ones to take in."), N_ ("To the sheets"), "sheets", NULL},
  {0},
};

const TenkenExportWay *
tenken_export_ways_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (const TenkenExportWay *way = tenken_export_ways; way->id != NULL; way++)
    if (g_str_equal (way->id, id))
      return way;
  return NULL;
}

gboolean
tenken_export_way_is_offered (const TenkenExportWay *way,
                              TnkRights office)
{
  g_return_val_if_fail (way != NULL, FALSE);
  return (way->offices & office) && (way->place == NULL || tenken_desk_places_find (tenken_desk_places, office, way->place) != NULL);
}

void
tenken_export_way_go (const TenkenExportWay *way,
                      GtkWidget *owner,
                      TenkenDesk *desk)
{
  g_return_if_fail (way != NULL && GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk));

  if (way->place != NULL)
    tenken_desk_go (desk, way->place);
  else
    way->ask (owner, desk);
}
