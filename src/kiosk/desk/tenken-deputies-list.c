/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-deputies-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tenken-deputy-dialogs.h"
#include "tenken-desk-parts.h"
#include "tenken-import-parts.h"
#include "tenken-table.h"

struct _TenkenDeputiesList
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TenkenRecordsData *data; /* NULL until it is read */
  TenkenTable *table;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (TenkenDeputiesList, tenken_deputies_list, ADW_TYPE_BIN)

/* --- the columns; the user data is the list --- */

static char *
get_role (gpointer item,
          gpointer user_data)
{
  return g_strdup (tenken_deputy_get_role_name (TENKEN_DEPUTIES_LIST (user_data)->desk, tnk_deputy_get_role (item)));
}

static char *
get_person (gpointer item,
            gpointer user_data)
{
  const char *person_name = tnk_deputy_get_person_name (item), *id = tnk_deputy_get_person_id (item);

  return *person_name != '\0' ? g_strdup_printf (_ ("%s (%s)"), person_name, id) : g_strdup_printf (_ ("%s, who has left"), id);
}

static char *
get_period (gpointer item,
            gpointer user_data)
{
  const char *ends = tnk_deputy_get_ends (item);

  return g_strdup_printf (_ ("%s to %s"), tnk_deputy_get_starts (item), ends != NULL ? ends : _ ("no end"));
}

static char *
get_state (gpointer item,
           gpointer user_data)
{
  const char *today = tenken_records_data_get_today (TENKEN_DEPUTIES_LIST (user_data)->data), *ends = tnk_deputy_get_ends (item);

  if (strcmp (tnk_deputy_get_starts (item), today) > 0)
    return g_strdup (_ ("To come"));
  return g_strdup (ends != NULL && strcmp (ends, today) < 0 ? _ ("Over") : _ ("Stands in now"));
}

static const TenkenTableColumn columns[] = {
  {.id = "role", .title = N_ ("In place of"), .get_text = get_role, .width = 18},
  {.id = "person", .title = N_ ("Deputy"), .get_text = get_person},
  {.id = "period", .title = N_ ("Period"), .get_text = get_period, .width = 17},
  {.id = "state", .title = N_ ("State"), .get_text = get_state, .width = 9},
};

/* --- actions --- */

static void
name_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  TenkenDeputiesList *self = TENKEN_DEPUTIES_LIST (widget);

  tenken_deputy_name (widget, self->desk, tenken_records_data_get_roles_to_lend (self->data), tenken_records_data_get_today (self->data));
}

static void
ask_end (TenkenDeputiesList *self,
         TnkDeputy *deputy)
{
  if (g_strv_contains (tenken_records_data_get_roles_to_lend (self->data), tnk_deputy_get_role (deputy)))
    tenken_deputy_end (GTK_WIDGET (self), self->desk, deputy);
  else
    tenken_desk_say (self->desk, _ ("Only who holds the role ends this."));
}

static void
end_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  TenkenDeputiesList *self = TENKEN_DEPUTIES_LIST (widget);
  TnkDeputy *deputy = tenken_table_get_selected (self->table);

  if (deputy != NULL)
    ask_end (self, deputy);
  else
    tenken_desk_say (self->desk, _ ("Select the deputy first."));
}

void
tenken_deputies_list_show (TenkenDeputiesList *self,
                           TenkenRecordsData *data)
{
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_DEPUTY);
  GPtrArray *deputies;
  gboolean may;

  g_return_if_fail (TENKEN_IS_DEPUTIES_LIST (self) && TENKEN_IS_RECORDS_DATA (data));

  g_set_object (&self->data, data);
  may = tenken_records_data_get_roles_to_lend (data)[0] != NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deputies.name", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deputies.end", may);
  gtk_widget_set_visible (self->hint, !may);
  deputies = tenken_records_data_get_deputies (data);
  g_list_store_splice (model, 0, 0, deputies->pdata, deputies->len);
  tenken_table_set_model (self->table, G_LIST_MODEL (model));
}

/* --- the class --- */

static void
tenken_deputies_list_dispose (GObject *object)
{
  TenkenDeputiesList *self = TENKEN_DEPUTIES_LIST (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->data);
  G_OBJECT_CLASS (tenken_deputies_list_parent_class)->dispose (object);
}

static void
tenken_deputies_list_class_init (TenkenDeputiesListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_deputies_list_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "deputies.name", NULL, name_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "deputies.end", NULL, end_action);
}

static void
tenken_deputies_list_init (TenkenDeputiesList *self)
{
}

GtkWidget *
tenken_deputies_list_new (TenkenDesk *desk)
{
  TenkenDeputiesList *self = g_object_new (TENKEN_TYPE_DEPUTIES_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *buttons = tenken_import_buttons_new ();
  GtkWidget *table = tenken_table_new ("deputies", _ ("Deputies"), columns, G_N_ELEMENTS (columns));

  self->desk = g_object_ref (desk);
  self->table = TENKEN_TABLE (table);
  self->hint = tenken_desk_text_new (_ ("A deputy is named by who holds the role."), "dim-label");
  tenken_table_set_user_data (self->table, self, NULL);
  tenken_table_set_empty_text (self->table, _ ("Nobody stands in for anybody."));
  g_signal_connect_object (table, "open", G_CALLBACK (ask_end), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (table, TRUE);
  tenken_import_add_button (buttons, _ ("Name a deputy…"), "deputies.name", NULL);
  tenken_import_add_button (buttons, _ ("End…"), "deputies.end", NULL);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
