/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-agreement-table.h"

#include <glib/gi18n.h>

#include "tenken-format.h"

static char *
get_name (gpointer item,
          gpointer user_data)
{
  const char *name = tnk_agreement_get_name (item);

  return g_strdup (name != NULL ? name : "–");
}

static guint
count (gpointer item,
       gboolean conforming)
{
  if (conforming)
    return tnk_agreement_count_verdict (item, TNK_VERDICT_CONFORMS) + tnk_agreement_count_verdict (item, TNK_VERDICT_OBSERVATION);
  return tnk_agreement_count_verdict (item, TNK_VERDICT_MINOR) + tnk_agreement_count_verdict (item, TNK_VERDICT_MAJOR);
}

static double
rank_conforming (gpointer item,
                 gpointer user_data)
{
  return count (item, TRUE);
}

static char *
get_conforming (gpointer item,
                gpointer user_data)
{
  return g_strdup_printf ("%u", count (item, TRUE));
}

static double
rank_failing (gpointer item,
              gpointer user_data)
{
  return count (item, FALSE);
}

static char *
get_failing (gpointer item,
             gpointer user_data)
{
  return g_strdup_printf ("%u", count (item, FALSE));
}

static char *
get_rate (gpointer item,
          gpointer user_data)
{
  TnkAgreementCounts counts;
  g_autofree char *figure = NULL;

  if (!tnk_agreement_is_defined (item))
    return g_strdup ("–");
  tnk_agreement_get_counts (item, &counts);
  figure = tenken_format_figure (tnk_agreement_get_rate (item));
  return g_strdup_printf ("%s%%  %u/%u", figure, counts.agreeing, counts.answers);
}

static double
rank_rate (gpointer item,
           gpointer user_data)
{
  return tnk_agreement_get_rate (item);
}

static double
rank_overstated (gpointer item,
                 gpointer user_data)
{
  TnkAgreementCounts counts;

  tnk_agreement_get_counts (item, &counts);
  return counts.overstated;
}

static char *
get_overstated (gpointer item,
                gpointer user_data)
{
  return g_strdup_printf ("%.0f", rank_overstated (item, user_data));
}

static double
rank_understated (gpointer item,
                  gpointer user_data)
{
  TnkAgreementCounts counts;

  tnk_agreement_get_counts (item, &counts);
  return counts.understated;
}

static char *
get_understated (gpointer item,
                 gpointer user_data)
{
  return g_strdup_printf ("%.0f", rank_understated (item, user_data));
}

static const TenkenTableColumn columns[] = {
  {"name", N_ ("Scope"), get_name, NULL, FALSE, 0, NULL, NULL},
  {"conforming", N_ ("Conforming"), get_conforming, rank_conforming, TRUE, 8, NULL, NULL},
  {"failing", N_ ("Not conforming"), get_failing, rank_failing, TRUE, 8, NULL, NULL},
  {"rate", N_ ("Agreement"), get_rate, rank_rate, TRUE, 10, NULL, NULL},
  {"overstated", N_ ("Said better"), get_overstated, rank_overstated, TRUE, 8, NULL, NULL},
  {"understated", N_ ("Said worse"), get_understated, rank_understated, TRUE, 8, NULL, NULL},
};

GtkWidget *
tenken_agreement_table_new (const char *name,
                            const char *title,
                            GPtrArray *rows)
{
  GtkWidget *table = tenken_table_new (name, title, columns, G_N_ELEMENTS (columns));
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_AGREEMENT);

  g_list_store_splice (model, 0, 0, rows->pdata, rows->len);
  tenken_table_set_model (TENKEN_TABLE (table), G_LIST_MODEL (model));
  gtk_widget_add_css_class (table, "agreement");
  return table;
}
