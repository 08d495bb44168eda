/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-changes.h"

#include <glib/gi18n.h>

#include "tenken-drop-down.h"
#include "tenken-language.h"

typedef struct
{
  TnkRosterPreview *preview;
  TnkCatalog *catalog;
  GtkDropDown *kinds;
  GArray *offered; /* (element-type int): kinds in the list, after “all” */
} Changes;

static void
changes_free (gpointer data)
{
  Changes *self = data;

  g_clear_object (&self->preview);
  g_clear_object (&self->catalog);
  g_array_unref (self->offered);
  g_free (self);
}

const char *
tenken_roster_kind_get_name (TnkRosterKind kind)
{
  static const char *const names[TNK_N_ROSTER_KINDS] = {
    [TNK_ROSTER_KIND_DEPARTMENT_ADDED] = N_ ("New department"),
    [TNK_ROSTER_KIND_DEPARTMENT_RENAMED] = N_ ("Department renamed"),
    [TNK_ROSTER_KIND_DEPARTMENT_MOVED] = N_ ("Department moved"),
    [TNK_ROSTER_KIND_DEPARTMENT_REMOVED] = N_ ("Department goes"),
    [TNK_ROSTER_KIND_PERSON_ADDED] = N_ ("New person"),
    [TNK_ROSTER_KIND_PERSON_RENAMED] = N_ ("Name changes"),
    [TNK_ROSTER_KIND_PERSON_MOVED] = N_ ("Department changes"),
    [TNK_ROSTER_KIND_PERSON_ROLES] = N_ ("Roles change"),
    [TNK_ROSTER_KIND_PERSON_REMOVED] = N_ ("Person goes"),
    [TNK_ROSTER_KIND_ASKED] = N_ ("Newly asked"),
    [TNK_ROSTER_KIND_NOT_ASKED] = N_ ("No longer asked"),
    [TNK_ROSTER_KIND_ANSWERS_LOST] = N_ ("Answers go"),
    [TNK_ROSTER_KIND_KEPT] = N_ ("Handed in, stays"),
    [TNK_ROSTER_KIND_NO_SECRETARIAT] = N_ ("No secretariat"),
  };

  return _ (names[kind]);
}

char *
tenken_roster_describe_roles (TnkCatalog *catalog,
                              const char *const *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    TnkRole *role = catalog != NULL ? tnk_catalog_lookup_role (catalog, ids[i]) : NULL;

    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", role != NULL ? tenken_text (tnk_role_get_name (role)) : ids[i]);
  }
  return g_string_free (text, FALSE);
}

/* --- the columns --- */

static char *
get_kind (gpointer item,
          gpointer user_data)
{
  return g_strdup (tenken_roster_kind_get_name (tnk_roster_row_get_kind (item)));
}

static double
get_kind_number (gpointer item,
                 gpointer user_data)
{
  return tnk_roster_row_get_kind (item);
}

static char *
get_id (gpointer item,
        gpointer user_data)
{
  return g_strdup (tnk_roster_row_get_id (item));
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  return g_strdup (tnk_roster_row_get_name (item));
}

static char *
name_department (TnkBody *body,
                 const char *id)
{
  TnkDepartment *department = tnk_body_lookup_department (body, id);

  if (*id == '\0')
    return g_strdup (_ ("at the top"));
  return g_strdup (department != NULL ? tnk_department_get_name (department) : id);
}

static char *
write_value (Changes *self,
             TnkRosterRow *row,
             TnkBody *body,
             const char *value)
{
  g_auto (GStrv) roles = NULL;

  if (value == NULL)
    return g_strdup ("");
  switch (tnk_roster_row_get_kind (row)) {
  case TNK_ROSTER_KIND_DEPARTMENT_RENAMED:
  case TNK_ROSTER_KIND_PERSON_RENAMED:
    return g_strdup (value);
  case TNK_ROSTER_KIND_PERSON_ROLES:
    roles = g_strsplit (value, ";", -1);
    return *value != '\0' ? tenken_roster_describe_roles (self->catalog, (const char *const *) roles) : g_strdup (_ ("none"));
  default:
    return name_department (body, value);
  }
}

static char *
get_old (gpointer item,
         gpointer user_data)
{
  Changes *self = user_data;

  return write_value (self, item, tnk_roster_preview_get_before (self->preview), tnk_roster_row_get_old (item));
}

static char *
get_new (gpointer item,
         gpointer user_data)
{
  Changes *self = user_data;
  guint n = tnk_roster_row_get_n_answers (item);

  switch (tnk_roster_row_get_kind (item)) {
  case TNK_ROSTER_KIND_NOT_ASKED:
  case TNK_ROSTER_KIND_ANSWERS_LOST:
    return g_strdup_printf (ngettext ("%u answer of a draft goes", "%u answers of a draft go", n), n);
  case TNK_ROSTER_KIND_KEPT:
    return g_strdup_printf (ngettext ("%u answer stays", "%u answers stay", n), n);
  default:
    return write_value (self, item, tnk_roster_preview_get_after (self->preview), tnk_roster_row_get_new (item));
  }
}

static char *
get_campaign (gpointer item,
              gpointer user_data)
{
  return g_strdup (tnk_roster_row_get_campaign_id (item));
}

static const TenkenTableColumn columns[] = {
  {"kind", N_ ("Kind of change"), get_kind, get_kind_number, FALSE, 9, NULL, NULL},
  {"id", N_ ("Number or id"), get_id, NULL, FALSE, 7, NULL, NULL},
  {"name", N_ ("Name"), get_name, NULL, FALSE, 10, NULL, NULL},
  {"old", N_ ("Now"), get_old, NULL, FALSE, 13, NULL, NULL},
  {"new", N_ ("Afterwards"), get_new, NULL, FALSE, 0, NULL, NULL},
  {"campaign", N_ ("Campaign"), get_campaign, NULL, FALSE, 5, NULL, NULL},
};

/* --- the model --- */

static void
show_kind (GtkWidget *table)
{
  Changes *self = g_object_get_data (G_OBJECT (table), "changes");
  guint chosen = gtk_drop_down_get_selected (self->kinds);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_ROSTER_ROW);

  for (guint i = 0; i < tnk_roster_preview_get_n_rows (self->preview); i++) {
    TnkRosterRow *row = tnk_roster_preview_get_row (self->preview, i);

    if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION ||
        (int) tnk_roster_row_get_kind (row) == g_array_index (self->offered, int, chosen - 1))
      g_ptr_array_add (rows, row);
  }
  g_list_store_splice (model, 0, 0, rows->pdata, rows->len);
  tenken_table_set_model (TENKEN_TABLE (table), G_LIST_MODEL (model));
}

/* “New person (1,200)”; kinds that there are none of are left out. */
static void
offer_kinds (Changes *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_array_set_size (self->offered, 0);
  gtk_string_list_append (list, _ ("All changes"));
  for (int kind = 0; kind < TNK_N_ROSTER_KINDS; kind++) {
    guint n = tnk_roster_preview_count (self->preview, kind);
    g_autofree char *text = g_strdup_printf ("%s (%u)", tenken_roster_kind_get_name (kind), n);

    if (n == 0)
      continue;
    gtk_string_list_append (list, text);
    g_array_append_val (self->offered, kind);
  }
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->kinds, 0);
}

void
tenken_roster_changes_set (GtkWidget *table,
                           TnkRosterPreview *preview,
                           TnkCatalog *catalog)
{
  Changes *self = g_object_get_data (G_OBJECT (table), "changes");

  tenken_table_set_model (TENKEN_TABLE (table), NULL);
  g_signal_handlers_block_by_func (self->kinds, show_kind, table);
  g_set_object (&self->preview, preview);
  g_set_object (&self->catalog, catalog);
  offer_kinds (self);
  g_signal_handlers_unblock_by_func (self->kinds, show_kind, table);
  show_kind (table);
}

GtkWidget *
tenken_roster_changes_new (void)
{
  GtkWidget *table = tenken_table_new ("roster-changes", _ ("What the new roster changes"), columns, G_N_ELEMENTS (columns));
  Changes *self = g_new0 (Changes, 1);

  self->offered = g_array_new (FALSE, FALSE, sizeof (int));
  self->kinds = GTK_DROP_DOWN (tenken_drop_down_new (NULL, _ ("Kind of change")));
  tenken_table_set_user_data (TENKEN_TABLE (table), self, changes_free);
  g_object_set_data (G_OBJECT (table), "changes", self);
  tenken_table_set_empty_text (TENKEN_TABLE (table), _ ("The files say what the roster says already."));
  tenken_table_add_tool (TENKEN_TABLE (table), GTK_WIDGET (self->kinds));
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (show_kind), table, G_CONNECT_SWAPPED);
  return table;
}
