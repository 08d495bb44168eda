/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-tree.h"

#include <glib/gi18n.h>

/* Counts of a department with all below it. */
typedef struct
{
  guint people;
  guint without_pin;
} Counts;

typedef struct
{
  TnkBody *body;
  GArray *counts; /* (element-type Counts) */
} Tree;

static void
tree_free (gpointer data)
{
  Tree *self = data;

  g_clear_object (&self->body);
  g_array_unref (self->counts);
  g_free (self);
}

static const Counts *
counts_of (gpointer item,
           gpointer user_data)
{
  Tree *self = user_data;

  return &g_array_index (self->counts, Counts, tnk_department_get_index (item));
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_department_get_depth (item); i++)
    g_string_append (text, "　");
  g_string_append (text, tnk_department_get_name (item));
  return g_string_free (text, FALSE);
}

/* In the order of the tree, not of the names. */
static double
get_place (gpointer item,
           gpointer user_data)
{
  return tnk_department_get_index (item);
}

static char *
get_id (gpointer item,
        gpointer user_data)
{
  return g_strdup (tnk_department_get_id (item));
}

static double
get_people_number (gpointer item,
                   gpointer user_data)
{
  return counts_of (item, user_data)->people;
}

static char *
get_people (gpointer item,
            gpointer user_data)
{
  return g_strdup_printf ("%'u", counts_of (item, user_data)->people);
}

static double
get_without_number (gpointer item,
                    gpointer user_data)
{
  return counts_of (item, user_data)->without_pin;
}

static char *
get_without (gpointer item,
             gpointer user_data)
{
  return g_strdup_printf ("%'u", counts_of (item, user_data)->without_pin);
}

static const TenkenTableColumn columns[] = {
  {"name", N_ ("Department"), get_name, get_place, FALSE, 0, NULL, NULL},
  {"id", N_ ("Id"), get_id, NULL, FALSE, 8, NULL, NULL},
  {"people", N_ ("People, with all below"), get_people, get_people_number, TRUE, 10, NULL, NULL},
  {"without", N_ ("Without a PIN"), get_without, get_without_number, TRUE, 8, NULL, NULL},
};

static void
count (Tree *self,
       GHashTable *pins)
{
  g_array_set_size (self->counts, 0);
  g_array_set_size (self->counts, tnk_body_get_n_departments (self->body));
  for (guint i = 0; i < tnk_body_get_n_people (self->body); i++) {
    TnkPerson *person = tnk_body_get_person (self->body, i);
    gboolean without = GPOINTER_TO_INT (g_hash_table_lookup (pins, tnk_person_get_id (person))) == TNK_PIN_STATE_NONE;

    for (TnkDepartment *at = tnk_person_get_department (person); at != NULL; at = tnk_department_get_parent (at)) {
      Counts *counts = &g_array_index (self->counts, Counts, tnk_department_get_index (at));

      counts->people++;
      counts->without_pin += without;
    }
  }
}

void
tenken_roster_tree_set (GtkWidget *table,
                        TnkBody *body,
                        GHashTable *pins)
{
  Tree *self = g_object_get_data (G_OBJECT (table), "tree");
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_DEPARTMENT);

  tenken_table_set_model (TENKEN_TABLE (table), NULL);
  g_set_object (&self->body, body);
  count (self, pins);
  for (guint i = 0; i < tnk_body_get_n_departments (body); i++)
    g_list_store_append (model, tnk_body_get_department (body, i));
  tenken_table_set_model (TENKEN_TABLE (table), G_LIST_MODEL (model));
}

GtkWidget *
tenken_roster_tree_new (void)
{
  GtkWidget *table = tenken_table_new ("departments", _ ("Departments"), columns, G_N_ELEMENTS (columns));
  Tree *self = g_new0 (Tree, 1);

  self->counts = g_array_new (FALSE, TRUE, sizeof (Counts));
  tenken_table_set_user_data (TENKEN_TABLE (table), self, tree_free);
  g_object_set_data (G_OBJECT (table), "tree", self);
  return table;
}
