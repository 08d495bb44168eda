/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-body-private.h"

static GArray *
list_rows (TnkBody *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));

  g_array_set_clear_func (rows, tnk_department_row_clear);
  for (guint i = 0; i < tnk_body_get_n_departments (self); i++) {
    TnkDepartment *department = tnk_body_get_department (self, i);
    TnkDepartmentRow row = {
      .id = g_strdup (department->id),
      .name = g_strdup (department->name),
      .parent_id = department->parent != NULL ? g_strdup (department->parent->id) : NULL,
    };

    g_array_append_val (rows, row);
  }
  return rows;
}

TnkBody *
tnk_body_make_part (TnkBody *self,
                    GHashTable *people)
{
  TnkBody *part = tnk_body_new_empty ();
  g_autoptr (GArray) rows = list_rows (self);
  g_auto (TnkProblems) problems = {0};

  tnk_problems_init (&problems);
  tnk_body_set_departments (part, rows, "", &problems);
  for (guint i = 0; i < tnk_body_get_n_people (self); i++) {
    TnkPerson *person = tnk_body_get_person (self, i);

    if (g_hash_table_contains (people, person->id))
      tnk_body_add_person (part, person->id, person->name, tnk_body_get_department (part, person->department->index),
                           (const char *const *) person->roles);
  }
  return part;
}
