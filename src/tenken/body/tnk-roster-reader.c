/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-body-private.h"
#include "tnk-csv-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

/* Reads the two files of a roster. Every bad row is reported; a roster with one is not used at all. */

#define MAX_ID 64
#define MAX_NAME 200

enum {
  DEPARTMENT_ID,
  DEPARTMENT_NAME,
  DEPARTMENT_PARENT,
  N_DEPARTMENT_COLUMNS
};

enum {
  PERSON_ID,
  PERSON_NAME,
  PERSON_DEPARTMENT,
  PERSON_ROLES,
  N_PERSON_COLUMNS
};

typedef struct
{
  TnkBody *body;
  TnkCsvReader *csv;
  const char *filename;
  TnkProblems *problems;
  const char *const *known_roles;
  GHashTable *lines; /* (element-type utf8 uint): staff number → line */
  GHashTable *departments; /* (element-type utf8): every department id in the file, also those at fault */
} Roster;

/* Two ids that look the same must be the same. */
static gboolean
has_unseen_characters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iszerowidth (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Takes a cell that must be there and be fit for what it is. Returns NULL if it is not, after reporting it. */
static char *
take_cell (Roster *self,
           guint position,
           const char *column,
           glong longest)
{
  g_autofree char *text = tnk_strip (tnk_csv_reader_field (self->csv, position));
  guint line = tnk_csv_reader_get_line (self->csv);

  if (*text == '\0')
    tnk_problems_add (self->problems, self->filename, line, column, "the cell is empty; fill it in");
  else if (!tnk_is_harmless (text, FALSE))
    tnk_problems_add (self->problems, self->filename, line, column,
                      "the cell holds a control character, a direction mark or a line end; remove it");
  else if (g_utf8_strlen (text, -1) > longest)
    tnk_problems_add (self->problems, self->filename, line, column,
                      "the text is longer than %ld characters; shorten it", longest);
  else
    return g_steal_pointer (&text);
  return NULL;
}

static gboolean
take_id (Roster *self,
         guint position,
         const char *column,
         char **id)
{
  *id = take_cell (self, position, column, MAX_ID);
  if (*id == NULL)
    return FALSE;
  if (strpbrk (*id, ";,\"") == NULL && !has_unseen_characters (*id))
    return TRUE;
  tnk_problems_add (self->problems, self->filename, tnk_csv_reader_get_line (self->csv), column,
                    "“%s” holds ; , \" or a character that cannot be seen; an id cannot", *id);
  g_clear_pointer (id, g_free);
  return FALSE;
}

static void
check_surplus (Roster *self)
{
  if (tnk_csv_reader_has_surplus (self->csv))
    tnk_problems_add (self->problems, self->filename, tnk_csv_reader_get_line (self->csv), NULL,
                      "the line has more cells than the first line has columns; is a comma left out of quotation marks?");
}

static void
read_department (Roster *self,
                 const guint *columns,
                 GArray *rows)
{
  TnkDepartmentRow row = {.line = tnk_csv_reader_get_line (self->csv)};
  gboolean sound = take_id (self, columns[DEPARTMENT_ID], "department_id", &row.id);

  if (sound)
    g_hash_table_add (self->departments, g_strdup (row.id));
  check_surplus (self);
  row.name = take_cell (self, columns[DEPARTMENT_NAME], "name", MAX_NAME);
  row.parent_id = tnk_strip (tnk_csv_reader_field (self->csv, columns[DEPARTMENT_PARENT]));
  if (sound && row.name != NULL)
    g_array_append_val (rows, row);
  else
    tnk_department_row_clear (&row);
}

static gboolean
read_departments (Roster *self,
                  const char *filename,
                  GError **error)
{
  static const char *names[] = {"department_id", "name", "parent_id"};
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));
  g_autoptr (TnkCsvReader) csv = NULL;
  g_autoptr (GError) local = NULL;
  guint columns[N_DEPARTMENT_COLUMNS];

  g_array_set_clear_func (rows, tnk_department_row_clear);
  csv = tnk_csv_reader_open (filename, error);
  if (csv == NULL || !tnk_csv_reader_header (csv, names, columns, N_DEPARTMENT_COLUMNS, N_DEPARTMENT_COLUMNS, error))
    return FALSE;
  self->csv = csv;
  self->filename = filename;
  while (tnk_csv_reader_next (csv, &local))
    read_department (self, columns, rows);
  self->csv = NULL;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (rows->len == 0 && self->problems->n == 0)
    tnk_problems_add (self->problems, filename, 0, NULL, "there is no department in the file");
  tnk_body_set_departments (self->body, rows, filename, self->problems);
  return TRUE;
}

/* Splits and checks the roles. Returns NULL if one is not known. */
static char **
take_roles (Roster *self,
            guint position)
{
  g_auto (GStrv) parts = g_strsplit (tnk_csv_reader_field (self->csv, position), ";", -1);
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean sound = TRUE;

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *role = tnk_strip (parts[i]);

    if (*role == '\0' || !g_hash_table_add (seen, g_strdup (role)))
      continue;
    if (self->known_roles == NULL || g_strv_contains (self->known_roles, role)) {
      g_strv_builder_add (roles, role);
      continue;
    }
    g_autofree char *list = g_strjoinv (", ", (char **) self->known_roles);
    tnk_problems_add (self->problems, self->filename, tnk_csv_reader_get_line (self->csv), "roles",
                      "the role “%s” is not known; known are %s", role, list);
    sound = FALSE;
  }
  return sound ? g_strv_builder_end (roles) : NULL;
}

static void
read_person (Roster *self,
             const guint *columns)
{
  guint line = tnk_csv_reader_get_line (self->csv);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *department_id = NULL;
  g_auto (GStrv) roles = NULL;
  TnkDepartment *department = NULL;

  take_id (self, columns[PERSON_ID], "person_id", &id);
  name = take_cell (self, columns[PERSON_NAME], "name", MAX_NAME);
  if (take_id (self, columns[PERSON_DEPARTMENT], "department_id", &department_id)) {
    department = tnk_body_lookup_department (self->body, department_id);
    if (department == NULL && !g_hash_table_contains (self->departments, department_id))
      tnk_problems_add (self->problems, self->filename, line, "department_id",
                        "the department “%s” is not in the department file; add it there or mend it here",
                        department_id);
  }
  roles = take_roles (self, columns[PERSON_ROLES]);
  check_surplus (self);
  if (id == NULL || name == NULL || department == NULL || roles == NULL)
    return;
  if (tnk_body_add_person (self->body, id, name, department, (const char *const *) roles))
    g_hash_table_insert (self->lines, (gpointer) tnk_person_get_id (tnk_body_lookup_person (self->body, id)),
                         GUINT_TO_POINTER (line));
  else
    tnk_problems_add (self->problems, self->filename, line, "person_id",
                      "the staff number “%s” stands on line %u already; remove one of the two", id,
                      GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, id)));
}

static gboolean
read_people (Roster *self,
             const char *filename,
             GError **error)
{
  static const char *names[] = {"person_id", "name", "department_id", "roles"};
  g_autoptr (TnkCsvReader) csv = NULL;
  g_autoptr (GError) local = NULL;
  guint columns[N_PERSON_COLUMNS];

  csv = tnk_csv_reader_open (filename, error);
  if (csv == NULL || !tnk_csv_reader_header (csv, names, columns, N_PERSON_COLUMNS, N_PERSON_COLUMNS, error))
    return FALSE;
  self->csv = csv;
  self->filename = filename;
  while (tnk_csv_reader_next (csv, &local))
    read_person (self, columns);
  self->csv = NULL;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (tnk_body_get_n_people (self->body) == 0 && self->problems->n == 0)
    tnk_problems_add (self->problems, filename, 0, NULL, "there is nobody in the file");
  return TRUE;
}

/**
 * tnk_body_read_roster: (constructor)
 * @departments_file: a CSV file with the columns `department_id`, `name`, `parent_id` (empty for a top department)
 * @people_file: a CSV file with the columns `person_id`, `name`, `department_id`, `roles` (joined by `;`)
 * @known_roles: (nullable) (array zero-terminated=1): the ids of the roles that may stand in the file, or `NULL` for
 *   any
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every bad row with its line
 *   and reason, at most the first 100,000
 * @error: return location for an error: a file error, [error@Tenken.Error] `SYNTAX` if a file is no CSV file, or
 *   `INVALID`, which names the first bad row
 *
 * Reads a roster (名簿). The files are UTF-8, with or without a byte-order mark, or CP932; other columns are left alone.
 *
 * Returns: (transfer full): the body, only if every row is sound
 *
 * Since: 0.1
 */
TnkBody *
tnk_body_read_roster (const char *departments_file,
                      const char *people_file,
                      const char *const *known_roles,
                      GPtrArray **problems,
                      GError **error)
{
  g_auto (TnkProblems) found = {0};
  g_autoptr (TnkBody) body = tnk_body_new_empty ();
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) departments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Roster self = {.body = body, .problems = &found, .known_roles = known_roles, .lines = lines, .departments = departments};

  g_return_val_if_fail (departments_file != NULL && people_file != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  tnk_problems_init (&found);
  if (!read_departments (&self, departments_file, error))
    return NULL;
  if (!read_people (&self, people_file, error))
    return NULL;
  if (!tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error))
    return NULL;
  return g_steal_pointer (&body);
}
