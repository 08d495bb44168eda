/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-body.h"

#include <string.h>

#include "demo-private.h"

static void
clear_department (gpointer data)
{
  DemoDepartment *department = data;

  g_free (department->id);
  g_free (department->name);
}

static void
clear_person (gpointer data)
{
  DemoPerson *person = data;

  g_free (person->id);
  g_free (person->name);
}

/* Each part of the body has its own stream of chance, so that a change to one part leaves the others as they were. */
GRand *
demo_rand_new (guint32 seed,
               guint32 purpose)
{
  const guint32 seeds[] = {seed, purpose};

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

/* Close to a normal distribution, and made of sums only: log() may differ in its last bit from one machine to another,
 * and then the files would differ too. */
double
demo_rand_normal (GRand *rand)
{
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += g_rand_double (rand);
  return 2 * (sum - 1.5);
}

/* Makes a city. The caller has checked both numbers against the limits of the header. */
DemoBody *
demo_body_new (guint n_people,
               guint n_departments,
               guint32 seed)
{
  g_return_val_if_fail (n_people >= 1 && n_people <= DEMO_MAX_PEOPLE, NULL);
  g_return_val_if_fail (n_departments >= 1 && n_departments <= DEMO_MAX_DEPARTMENTS, NULL);

  DemoBody *self = g_new0 (DemoBody, 1);
  self->departments = g_array_new (FALSE, TRUE, sizeof (DemoDepartment));
  self->people = g_array_new (FALSE, TRUE, sizeof (DemoPerson));
  self->systems = g_array_new (FALSE, TRUE, sizeof (DemoSystem));
  g_array_set_clear_func (self->departments, clear_department);
  g_array_set_clear_func (self->people, clear_person);
  demo_city_plan (self, n_departments);
  demo_people_fill (self, n_people, seed);
  demo_roles_assign (self, seed);
  return self;
}

void
demo_body_free (DemoBody *self)
{
  g_array_unref (self->departments);
  g_array_unref (self->people);
  g_array_unref (self->systems);
  g_free (self);
}

DemoDepartment *
demo_body_department (DemoBody *self,
                      guint department)
{
  g_assert (department < self->departments->len);
  return &g_array_index (self->departments, DemoDepartment, department);
}

DemoPerson *
demo_body_person (DemoBody *self,
                  guint person)
{
  g_assert (person < self->people->len);
  return &g_array_index (self->people, DemoPerson, person);
}

/* Finds a department by its name; -1 if this city is too small to have it. */
int
demo_body_find_department (DemoBody *self,
                           const char *name)
{
  for (guint i = 0; i < self->departments->len; i++)
    if (g_str_equal (demo_body_department (self, i)->name, name))
      return i;
  return -1;
}

/* The section that runs the city's computers; in a very small city whoever is nearest to it. */
int
demo_body_information_section (DemoBody *self)
{
  static const char *const names[] = {"情報政策課", "総務部"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    int found = demo_body_find_department (self, names[i]);
    if (found >= 0 && demo_body_people_below (self, found).n > 0)
      return found;
  }
  return 0;
}

gboolean
demo_body_is_within (DemoBody *self,
                     guint department,
                     guint ancestor)
{
  for (int i = department; i >= 0; i = demo_body_department (self, i)->parent)
    if ((guint) i == ancestor)
      return TRUE;
  return FALSE;
}

/* The people of a department and of all departments below it. */
DemoRun
demo_body_people_below (DemoBody *self,
                        guint department)
{
  DemoRun run = {demo_body_department (self, department)->first_person, 0};

  for (guint i = department; i < self->departments->len && demo_body_is_within (self, i, department); i++)
    run.n += demo_body_department (self, i)->n_people;
  return run;
}

const char *
demo_body_get_name (DemoBody *self)
{
  return demo_body_department (self, 0)->name;
}

guint
demo_body_get_n_departments (DemoBody *self)
{
  return self->departments->len;
}

const char *
demo_body_get_department_id (DemoBody *self,
                             guint department)
{
  return demo_body_department (self, department)->id;
}

const char *
demo_body_get_department_name (DemoBody *self,
                               guint department)
{
  return demo_body_department (self, department)->name;
}

/* Gets the id of the department above, NULL for the city itself. */
const char *
demo_body_get_department_parent_id (DemoBody *self,
                                    guint department)
{
  int parent = demo_body_department (self, department)->parent;

  return parent < 0 ? NULL : demo_body_department (self, parent)->id;
}

/* Whether a 情報セキュリティ管理者 answers for the department itself. A 係 has its section’s, a 部局 with sections has none. */
gboolean
demo_body_is_section (DemoBody *self,
                      guint department)
{
  DemoDepartment *found = demo_body_department (self, department);

  if (found->kind == DEMO_KIND_ROOT || found->kind == DEMO_KIND_BUREAU)
    return found->leaf;
  return found->kind != DEMO_KIND_UNIT;
}

guint
demo_body_get_n_people (DemoBody *self)
{
  return self->people->len;
}

const char *
demo_body_get_person_id (DemoBody *self,
                         guint person)
{
  return demo_body_person (self, person)->id;
}

const char *
demo_body_get_person_name (DemoBody *self,
                           guint person)
{
  return demo_body_person (self, person)->name;
}

const char *
demo_body_get_person_department_id (DemoBody *self,
                                    guint person)
{
  return demo_body_department (self, demo_body_person (self, person)->department)->id;
}

/* Gets the ids of the roles, joined by semicolons. */
char *
demo_body_dup_person_roles (DemoBody *self,
                            guint person)
{
  DemoRoles roles = demo_body_person (self, person)->roles;
  const char *held[DEMO_N_ROLES + 1];
  guint n = 0;

  for (guint i = 0; i < DEMO_N_ROLES; i++)
    if ((roles & (1u << i)) != 0)
      held[n++] = demo_role_ids ()[i];
  held[n] = NULL;
  return g_strjoinv (";", (char **) held);
}

guint
demo_body_get_n_systems (DemoBody *self)
{
  return self->systems->len;
}

const char *
demo_body_get_system_name (DemoBody *self,
                           guint system)
{
  g_return_val_if_fail (system < self->systems->len, NULL);
  return g_array_index (self->systems, DemoSystem, system).name;
}

/* Gets the person who manages a system, as an index of people. */
guint
demo_body_get_system_manager (DemoBody *self,
                              guint system)
{
  g_return_val_if_fail (system < self->systems->len, 0);
  return g_array_index (self->systems, DemoSystem, system).manager;
}

/* Appends one field of RFC 4180, quoted where it must be. */
void
demo_csv_append (GString *record,
                 const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL) {
    g_string_append (record, text);
    return;
  }
  g_string_append_c (record, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (record, '"');
    g_string_append_c (record, *p);
  }
  g_string_append_c (record, '"');
}

static void
append_row (GString *rows,
            const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (rows, ',');
    demo_csv_append (rows, fields[i]);
  }
  g_string_append (rows, "\r\n");
}

static gboolean
write_rows (GString *rows,
            const char *directory,
            const char *basename,
            GError **error)
{
  g_autofree char *filename = g_build_filename (directory, basename, NULL);

  return g_file_set_contents (filename, rows->str, rows->len, error);
}

static gboolean
write_departments (DemoBody *self,
                   const char *directory,
                   GError **error)
{
  g_autoptr (GString) rows = g_string_new ("department_id,name,parent_id\r\n");

  for (guint i = 0; i < self->departments->len; i++) {
    const char *parent = demo_body_get_department_parent_id (self, i);
    append_row (rows, (const char *const[]){demo_body_get_department_id (self, i),
                                            demo_body_get_department_name (self, i),
                                            parent == NULL ? "" : parent, NULL});
  }
  return write_rows (rows, directory, "departments.csv", error);
}

static gboolean
write_people (DemoBody *self,
              const char *directory,
              GError **error)
{
  g_autoptr (GString) rows = g_string_new ("person_id,name,department_id,roles\r\n");

  for (guint i = 0; i < self->people->len; i++) {
    g_autofree char *roles = demo_body_dup_person_roles (self, i);
    append_row (rows, (const char *const[]){demo_body_get_person_id (self, i), demo_body_get_person_name (self, i),
                                            demo_body_get_person_department_id (self, i), roles, NULL});
  }
  return write_rows (rows, directory, "people.csv", error);
}

/* Writes departments.csv and people.csv, as `tenkenctl roster import` reads them. */
gboolean
demo_body_write (DemoBody *self,
                 const char *directory,
                 GError **error)
{
  g_return_val_if_fail (self != NULL && directory != NULL, FALSE);

  return write_departments (self, directory, error) && write_people (self, directory, error);
}
