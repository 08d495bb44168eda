/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-rights.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tenken-import-parts.h"
#include "tenken-language.h"
#include "tenken-roster-grant.h"

struct _TenkenRosterRights
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TnkBody *body;
  TenkenTable *table;
};

G_DEFINE_FINAL_TYPE (TenkenRosterRights, tenken_roster_rights, ADW_TYPE_BIN)

/* --- the columns --- */

static char *
describe_role (TenkenRosterRights *self,
               const char *id)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (self->desk);
  TnkRole *role = campaign != NULL ? tnk_catalog_lookup_role (tnk_campaign_get_catalog (campaign), id) : NULL;

  return g_strdup_printf (_ ("Everybody who is %s"), role != NULL ? tenken_text (tnk_role_get_name (role)) : id);
}

static char *
describe_holder (TenkenRosterRights *self,
                 TnkRight *right)
{
  const char *holder = tnk_right_get_holder (right);
  const char *id = strchr (holder, ':') + 1;
  TnkPerson *person;

  if (g_str_has_prefix (holder, "role:"))
    return describe_role (self, id);
  person = self->body != NULL ? tnk_body_lookup_person (self->body, id) : NULL;
  return person != NULL ? g_strdup_printf ("%s (%s)", tnk_person_get_name (person), id) : g_strdup_printf (_ ("%s, who has left"), id);
}

static char *
get_kind (gpointer item,
          gpointer user_data)
{
  return g_strdup (tenken_roster_right_get_name (tnk_right_get_kind (item)));
}

static char *
get_holder (gpointer item,
            gpointer user_data)
{
  return describe_holder (user_data, item);
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  TenkenRosterRights *self = user_data;
  const char *id = tnk_right_get_department_id (item);
  TnkDepartment *department = id != NULL && self->body != NULL ? tnk_body_lookup_department (self->body, id) : NULL;

  if (tnk_right_get_kind (item) != TNK_RIGHTS_DEPARTMENT)
    return g_strdup (_ ("the whole body"));
  if (id == NULL)
    return g_strdup (_ ("the own department"));
  return g_strdup (department != NULL ? tnk_department_get_name (department) : id);
}

static const TenkenTableColumn columns[] = {
  {"right", N_ ("Right"), get_kind, NULL, FALSE, 14, NULL, NULL},
  {"holder", N_ ("Who holds it"), get_holder, NULL, FALSE, 0, NULL, NULL},
  {"department", N_ ("For"), get_department, NULL, FALSE, 14, NULL, NULL},
};

/* --- actions --- */

static void
grant_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenRosterRights *self = TENKEN_ROSTER_RIGHTS (widget);

  if (self->body != NULL)
    tenken_roster_grant_ask (widget, self->desk, self->body);
}

static void
ask_revoke (TenkenRosterRights *self,
            TnkRight *right)
{
  g_autofree char *holder = describe_holder (self, right);

  tenken_roster_revoke_ask (GTK_WIDGET (self), self->desk, right, holder);
}

static void
revoke_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TenkenRosterRights *self = TENKEN_ROSTER_RIGHTS (widget);
  TnkRight *right = tenken_table_get_selected (self->table);

  if (right != NULL)
    ask_revoke (self, right);
  else
    tenken_desk_say (self->desk, _ ("Select the right first."));
}

/* --- the class --- */

static void
tenken_roster_rights_dispose (GObject *object)
{
  TenkenRosterRights *self = TENKEN_ROSTER_RIGHTS (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->body);
  G_OBJECT_CLASS (tenken_roster_rights_parent_class)->dispose (object);
}

static void
tenken_roster_rights_class_init (TenkenRosterRightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_roster_rights_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rights.grant", NULL, grant_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rights.revoke", NULL, revoke_action);
}

static void
tenken_roster_rights_init (TenkenRosterRights *self)
{
}

GtkWidget *
tenken_roster_rights_new (TenkenDesk *desk)
{
  TenkenRosterRights *self = g_object_new (TENKEN_TYPE_ROSTER_RIGHTS, NULL);
  GtkWidget *box = tenken_import_box_new (), *buttons = tenken_import_buttons_new ();
  GtkWidget *table = tenken_table_new ("rights", _ ("Who may do what"), columns, G_N_ELEMENTS (columns));

  self->desk = g_object_ref (desk);
  self->table = TENKEN_TABLE (table);
  tenken_table_set_user_data (self->table, self, NULL);
  g_signal_connect_object (table, "open", G_CALLBACK (ask_revoke), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (table, TRUE);
  tenken_import_add_button (buttons, _ ("Grant…"), "rights.grant", NULL);
  tenken_import_add_button (buttons, _ ("Take away…"), "rights.revoke", NULL);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), tenken_import_fill_new (box));
  return GTK_WIDGET (self);
}

void
tenken_roster_rights_set (TenkenRosterRights *self,
                          GPtrArray *rights,
                          TnkBody *body)
{
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_RIGHT);

  g_return_if_fail (TENKEN_IS_ROSTER_RIGHTS (self) && rights != NULL && TNK_IS_BODY (body));

  g_set_object (&self->body, body);
  g_list_store_splice (model, 0, 0, rights->pdata, rights->len);
  tenken_table_set_model (self->table, G_LIST_MODEL (model));
}
