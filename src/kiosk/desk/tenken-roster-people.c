/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-people.h"

#include <glib/gi18n.h>

#include "tenken-desk-chooser.h"
#include "tenken-drop-down.h"
#include "tenken-import-parts.h"
#include "tenken-roster-changes.h"

struct _TenkenRosterPeople
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TnkBody *body;
  GHashTable *pins;
  TenkenDeskChooser *departments;
  GtkDropDown *states;
  TenkenTable *table;
  char *department_id; /* NULL: all */
};

G_DEFINE_FINAL_TYPE (TenkenRosterPeople, tenken_roster_people, ADW_TYPE_BIN)

static const char *const state_names[] = {
  [TNK_PIN_STATE_NONE] = N_ ("No PIN"),
  [TNK_PIN_STATE_INITIAL] = N_ ("PIN of a slip"),
  [TNK_PIN_STATE_OWN] = N_ ("Own PIN"),
};

static TnkPinState
get_state (TenkenRosterPeople *self,
           TnkPerson *person)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->pins, tnk_person_get_id (person)));
}

/* --- the columns --- */

static char *
get_id (gpointer item,
        gpointer user_data)
{
  return g_strdup (tnk_person_get_id (item));
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  return g_strdup (tnk_person_get_name (item));
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  TnkDepartment *department = tnk_person_get_department (item);

  return g_strdup (department != NULL ? tnk_department_get_name (department) : "");
}

static double
get_department_number (gpointer item,
                       gpointer user_data)
{
  TnkDepartment *department = tnk_person_get_department (item);

  return department != NULL ? tnk_department_get_index (department) : 0;
}

static char *
get_roles (gpointer item,
           gpointer user_data)
{
  TenkenRosterPeople *self = user_data;
  TnkCampaign *campaign = tenken_desk_get_campaign (self->desk);

  return tenken_roster_describe_roles (campaign != NULL ? tnk_campaign_get_catalog (campaign) : NULL, tnk_person_get_roles (item));
}

static char *
get_pin (gpointer item,
         gpointer user_data)
{
  return g_strdup (_ (state_names[get_state (user_data, item)]));
}

static double
get_pin_number (gpointer item,
                gpointer user_data)
{
  return get_state (user_data, item);
}

static const TenkenTableColumn columns[] = {
  {"id", N_ ("Staff number"), get_id, NULL, FALSE, 8, NULL, NULL},
  {"name", N_ ("Name"), get_name, NULL, FALSE, 12, NULL, NULL},
  {"department", N_ ("Department"), get_department, get_department_number, FALSE, 12, NULL, NULL},
  {"roles", N_ ("Roles"), get_roles, NULL, FALSE, 0, NULL, NULL},
  {"pin", N_ ("PIN"), get_pin, get_pin_number, FALSE, 8, NULL, NULL},
};

/* --- what is shown --- */

static gboolean
is_shown (TenkenRosterPeople *self,
          TnkPerson *person,
          TnkDepartment *department,
          guint state)
{
  return (department == NULL || tnk_department_is_within (tnk_person_get_department (person), department)) &&
         (state == 0 || state == GTK_INVALID_LIST_POSITION || get_state (self, person) == state - 1);
}

static void
update (TenkenRosterPeople *self)
{
  TnkDepartment *department = tenken_roster_people_get_department (self);
  guint state = gtk_drop_down_get_selected (self->states);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_PERSON);

  if (self->body == NULL)
    return;
  for (guint i = 0; i < tnk_body_get_n_people (self->body); i++) {
    TnkPerson *person = tnk_body_get_person (self->body, i);

    if (is_shown (self, person, department, state))
      g_ptr_array_add (shown, person);
  }
  g_list_store_splice (model, 0, 0, shown->pdata, shown->len);
  tenken_table_set_model (self->table, G_LIST_MODEL (model));
}

static void
fill_departments (TenkenRosterPeople *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (choices, tenken_desk_choice_new ("", _ ("All departments"), NULL, 0));
  for (guint i = 0; i < tnk_body_get_n_departments (self->body); i++) {
    TnkDepartment *department = tnk_body_get_department (self->body, i);

    g_ptr_array_add (choices, tenken_desk_choice_new (tnk_department_get_id (department), tnk_department_get_name (department), NULL,
                                                      tnk_department_get_depth (department)));
  }
  tenken_desk_chooser_set_choices (self->departments, choices);
  tenken_desk_chooser_set_chosen (self->departments, self->department_id != NULL ? self->department_id : "");
}

static void
chose_department (TenkenRosterPeople *self,
                  const char *id)
{
  tenken_roster_people_show_department (self, *id != '\0' ? id : NULL);
}

void
tenken_roster_people_show_department (TenkenRosterPeople *self,
                                      const char *department_id)
{
  g_autofree char *id = g_strdup (department_id);

  g_return_if_fail (TENKEN_IS_ROSTER_PEOPLE (self));

  g_free (self->department_id);
  self->department_id = g_steal_pointer (&id);
  tenken_desk_chooser_set_chosen (self->departments, self->department_id != NULL ? self->department_id : "");
  update (self);
}

void
tenken_roster_people_set (TenkenRosterPeople *self,
                          TnkBody *body,
                          GHashTable *pins)
{
  g_return_if_fail (TENKEN_IS_ROSTER_PEOPLE (self) && TNK_IS_BODY (body) && pins != NULL);

  tenken_table_set_model (self->table, NULL);
  g_set_object (&self->body, body);
  g_clear_pointer (&self->pins, g_hash_table_unref);
  self->pins = g_hash_table_ref (pins);
  if (self->department_id != NULL && tnk_body_lookup_department (body, self->department_id) == NULL)
    g_clear_pointer (&self->department_id, g_free);
  fill_departments (self);
  update (self);
}

/* --- what is asked --- */

TnkDepartment *
tenken_roster_people_get_department (TenkenRosterPeople *self)
{
  g_return_val_if_fail (TENKEN_IS_ROSTER_PEOPLE (self), NULL);
  return self->body != NULL && self->department_id != NULL ? tnk_body_lookup_department (self->body, self->department_id) : NULL;
}

guint
tenken_roster_people_count_without_pin (TenkenRosterPeople *self,
                                        TnkDepartment *department)
{
  guint n = 0;

  g_return_val_if_fail (TENKEN_IS_ROSTER_PEOPLE (self), 0);

  for (guint i = 0; self->body != NULL && i < tnk_body_get_n_people (self->body); i++)
    n += is_shown (self, tnk_body_get_person (self->body, i), department, TNK_PIN_STATE_NONE + 1);
  return n;
}

TnkPerson *
tenken_roster_people_get_selected (TenkenRosterPeople *self)
{
  g_return_val_if_fail (TENKEN_IS_ROSTER_PEOPLE (self), NULL);
  return tenken_table_get_selected (self->table);
}

/* --- the class --- */

static void
tenken_roster_people_dispose (GObject *object)
{
  TenkenRosterPeople *self = TENKEN_ROSTER_PEOPLE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->body);
  g_clear_pointer (&self->pins, g_hash_table_unref);
  g_clear_pointer (&self->department_id, g_free);
  G_OBJECT_CLASS (tenken_roster_people_parent_class)->dispose (object);
}

static void
tenken_roster_people_class_init (TenkenRosterPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_roster_people_dispose;
}

static void
tenken_roster_people_init (TenkenRosterPeople *self)
{
}

static GtkWidget *
make_states (void)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("With and without a PIN"));
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    gtk_string_list_append (list, _ (state_names[i]));
  return tenken_drop_down_new (g_steal_pointer (&list), _ ("PIN"));
}

GtkWidget *
tenken_roster_people_new (TenkenDesk *desk)
{
  TenkenRosterPeople *self = g_object_new (TENKEN_TYPE_ROSTER_PEOPLE, NULL);
  GtkWidget *table = tenken_table_new ("people", _ ("People of the roster"), columns, G_N_ELEMENTS (columns));

  self->desk = g_object_ref (desk);
  self->table = TENKEN_TABLE (table);
  self->departments = g_object_new (TENKEN_TYPE_DESK_CHOOSER, NULL);
  tenken_desk_chooser_set_name (self->departments, _ ("Department"));
  self->states = GTK_DROP_DOWN (make_states ());
  tenken_table_set_user_data (self->table, self, NULL);
  tenken_table_set_empty_text (self->table, _ ("Nobody is here."));
  tenken_table_add_tool (self->table, GTK_WIDGET (self->departments));
  tenken_table_add_tool (self->table, GTK_WIDGET (self->states));
  g_signal_connect_object (self->departments, "chosen", G_CALLBACK (chose_department), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->states, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), table);
  return GTK_WIDGET (self);
}
