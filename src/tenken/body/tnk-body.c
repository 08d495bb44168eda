/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-body-private.h"

struct _TnkBody
{
  GObject parent_instance;

  GPtrArray *departments; /* in tree order */
  GHashTable *departments_by_id;
  GPtrArray *people;
  GHashTable *people_by_id;
};

G_DEFINE_FINAL_TYPE (TnkBody, tnk_body, G_TYPE_OBJECT)

/* Somebody can hold a person or a department for longer than the body. */
static void
orphan_entries (TnkBody *self)
{
  for (guint i = 0; i < self->people->len; i++)
    ((TnkPerson *) g_ptr_array_index (self->people, i))->department = NULL;
  for (guint i = 0; i < self->departments->len; i++)
    ((TnkDepartment *) g_ptr_array_index (self->departments, i))->parent = NULL;
}

static void
tnk_body_finalize (GObject *object)
{
  TnkBody *self = TNK_BODY (object);

  orphan_entries (self);
  g_hash_table_unref (self->people_by_id);
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->departments_by_id);
  g_ptr_array_unref (self->departments);
  G_OBJECT_CLASS (tnk_body_parent_class)->finalize (object);
}

static void
tnk_body_class_init (TnkBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_body_finalize;
}

static void
tnk_body_init (TnkBody *self)
{
  self->departments = g_ptr_array_new_with_free_func (g_object_unref);
  self->departments_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->people_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

TnkBody *
tnk_body_new_empty (void)
{
  return g_object_new (TNK_TYPE_BODY, NULL);
}

void
tnk_department_row_clear (gpointer data)
{
  TnkDepartmentRow *row = data;

  g_free (row->id);
  g_free (row->name);
  g_free (row->parent_id);
}

static gboolean
is_top (TnkDepartmentRow *row)
{
  return row->parent_id == NULL || *row->parent_id == '\0';
}

/* Row by id, without the rows whose id stands a second time. */
static GHashTable *
index_rows (GArray *rows,
            const char *filename,
            TnkProblems *problems)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++) {
    TnkDepartmentRow *row = &g_array_index (rows, TnkDepartmentRow, i);
    TnkDepartmentRow *other = g_hash_table_lookup (by_id, row->id);

    if (other != NULL)
      tnk_problems_add (problems, filename, row->line, "department_id",
                        "the department “%s” stands on line %u already; remove one of the two", row->id, other->line);
    else
      g_hash_table_insert (by_id, row->id, row);
  }
  return by_id;
}

static void
check_parents (GArray *rows,
               GHashTable *by_id,
               const char *filename,
               TnkProblems *problems)
{
  for (guint i = 0; i < rows->len; i++) {
    TnkDepartmentRow *row = &g_array_index (rows, TnkDepartmentRow, i);

    if (!is_top (row) && !g_hash_table_contains (by_id, row->parent_id))
      tnk_problems_add (problems, filename, row->line, "parent_id",
                        "the department above, “%s”, is not in the file; add it or mend its id", row->parent_id);
  }
}

/* Children of each parent id, in the order of the file. */
static GHashTable *
group_children (GArray *rows,
                GHashTable *by_id)
{
  GHashTable *children = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < rows->len; i++) {
    TnkDepartmentRow *row = &g_array_index (rows, TnkDepartmentRow, i);
    const char *key = is_top (row) ? "" : row->parent_id;
    GPtrArray *list = g_hash_table_lookup (children, key);

    if (g_hash_table_lookup (by_id, row->id) != row)
      continue;
    if (list == NULL)
      g_hash_table_insert (children, (gpointer) key, list = g_ptr_array_new ());
    g_ptr_array_add (list, row);
  }
  return children;
}

/* Lays the tree out depth first without recursion, for a circle-free part of any depth. */
static void
lay_out (TnkBody *self,
         GHashTable *children)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new (); /* rows still to be placed, the next one last */
  GPtrArray *tops = g_hash_table_lookup (children, "");

  for (guint i = tops != NULL ? tops->len : 0; i > 0; i--)
    g_ptr_array_add (stack, g_ptr_array_index (tops, i - 1));
  while (stack->len > 0) {
    TnkDepartmentRow *row = g_ptr_array_steal_index (stack, stack->len - 1);
    TnkDepartment *department = g_object_new (TNK_TYPE_DEPARTMENT, NULL);
    GPtrArray *below = g_hash_table_lookup (children, row->id);

    department->id = g_strdup (row->id);
    department->name = g_strdup (row->name);
    department->parent = is_top (row) ? NULL : g_hash_table_lookup (self->departments_by_id, row->parent_id);
    department->index = self->departments->len;
    department->depth = department->parent != NULL ? department->parent->depth + 1 : 0;
    g_ptr_array_add (self->departments, department);
    g_hash_table_insert (self->departments_by_id, department->id, department);
    for (guint i = below != NULL ? below->len : 0; i > 0; i--)
      g_ptr_array_add (stack, g_ptr_array_index (below, i - 1));
  }
}

static void
find_subtree_ends (TnkBody *self)
{
  for (guint i = self->departments->len; i > 0; i--) {
    TnkDepartment *department = g_ptr_array_index (self->departments, i - 1);

    department->subtree_end = MAX (department->subtree_end, i);
    if (department->parent != NULL)
      department->parent->subtree_end = MAX (department->parent->subtree_end, department->subtree_end);
  }
}

/* Going up from a row that was not reached from the top either ends at a parent that is missing, which is reported by
 * itself, or never ends. */
static gboolean
goes_in_circles (TnkDepartmentRow *row,
                 GHashTable *by_id)
{
  for (guint steps = g_hash_table_size (by_id); row != NULL && !is_top (row) && steps > 0; steps--)
    row = g_hash_table_lookup (by_id, row->parent_id);
  return row != NULL && !is_top (row);
}

static void
check_circles (TnkBody *self,
               GArray *rows,
               GHashTable *by_id,
               const char *filename,
               TnkProblems *problems)
{
  for (guint i = 0; i < rows->len; i++) {
    TnkDepartmentRow *row = &g_array_index (rows, TnkDepartmentRow, i);

    if (!g_hash_table_contains (self->departments_by_id, row->id) && goes_in_circles (row, by_id))
      tnk_problems_add (problems, filename, row->line, "parent_id",
                        "the department “%s” stands in a circle, or below one: going up from it never ends; "
                        "mend its parent_id",
                        row->id);
  }
}

gboolean
tnk_body_set_departments (TnkBody *self,
                          GArray *rows,
                          const char *filename,
                          TnkProblems *problems)
{
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GHashTable) children = NULL;
  guint before = problems->n;

  g_assert (self->departments->len == 0);

  by_id = index_rows (rows, filename, problems);
  check_parents (rows, by_id, filename, problems);
  children = group_children (rows, by_id);
  lay_out (self, children);
  find_subtree_ends (self);
  check_circles (self, rows, by_id, filename, problems);
  return problems->n == before;
}

/* Returns FALSE if somebody with that id is there already. */
gboolean
tnk_body_add_person (TnkBody *self,
                     const char *id,
                     const char *name,
                     TnkDepartment *department,
                     const char *const *roles)
{
  TnkPerson *person;

  if (g_hash_table_contains (self->people_by_id, id))
    return FALSE;
  person = g_object_new (TNK_TYPE_PERSON, NULL);
  person->id = g_strdup (id);
  person->name = g_strdup (name);
  person->department = department;
  person->roles = g_strdupv ((char **) roles);
  g_ptr_array_add (self->people, person);
  g_hash_table_insert (self->people_by_id, person->id, person);
  return TRUE;
}

/**
 * tnk_body_get_n_departments:
 * @self: a body
 *
 * Counts the departments.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_body_get_n_departments (TnkBody *self)
{
  g_return_val_if_fail (TNK_IS_BODY (self), 0);
  return self->departments->len;
}

/**
 * tnk_body_get_department:
 * @self: a body
 * @index: which of them, in tree order
 *
 * Gets a department.
 *
 * Returns: (transfer none): the department
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_body_get_department (TnkBody *self,
                         guint index)
{
  g_return_val_if_fail (TNK_IS_BODY (self) && index < self->departments->len, NULL);
  return g_ptr_array_index (self->departments, index);
}

/**
 * tnk_body_lookup_department:
 * @self: a body
 * @id: an id
 *
 * Finds a department by its id.
 *
 * Returns: (transfer none) (nullable): the department, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_body_lookup_department (TnkBody *self,
                            const char *id)
{
  g_return_val_if_fail (TNK_IS_BODY (self) && id != NULL, NULL);
  return g_hash_table_lookup (self->departments_by_id, id);
}

/**
 * tnk_body_get_subtree_end:
 * @self: a body
 * @index: a department
 *
 * Gets the end of a subtree: the department and all below it have the indices from @index up to, but not including,
 * this one.
 *
 * Returns: the index after the last department of the subtree
 *
 * Since: 0.1
 */
guint
tnk_body_get_subtree_end (TnkBody *self,
                          guint index)
{
  TnkDepartment *department = tnk_body_get_department (self, index);

  return department != NULL ? department->subtree_end : 0;
}

/**
 * tnk_body_get_n_people:
 * @self: a body
 *
 * Counts the people. A body read for scoring alone holds none of them.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_body_get_n_people (TnkBody *self)
{
  g_return_val_if_fail (TNK_IS_BODY (self), 0);
  return self->people->len;
}

/**
 * tnk_body_get_person:
 * @self: a body
 * @index: which of them, in the order of the roster
 *
 * Gets a person.
 *
 * Returns: (transfer none): the person
 *
 * Since: 0.1
 */
TnkPerson *
tnk_body_get_person (TnkBody *self,
                     guint index)
{
  g_return_val_if_fail (TNK_IS_BODY (self) && index < self->people->len, NULL);
  return g_ptr_array_index (self->people, index);
}

/**
 * tnk_body_lookup_person:
 * @self: a body
 * @id: a staff number
 *
 * Finds a person by the staff number.
 *
 * Returns: (transfer none) (nullable): the person, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkPerson *
tnk_body_lookup_person (TnkBody *self,
                        const char *id)
{
  g_return_val_if_fail (TNK_IS_BODY (self) && id != NULL, NULL);
  return g_hash_table_lookup (self->people_by_id, id);
}
