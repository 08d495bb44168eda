/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-problems-private.h"

#define DEPARTMENTS "department_id,name,parent_id\nd1,総務部,\nd2,総務課,d1\n"
#define PEOPLE "person_id,name,department_id,roles\n"

static const char *const known_roles[] = {"ciso", "manager", "staff", NULL};

typedef struct
{
  char *departments;
  char *people;
  TnkBody *body;
  GPtrArray *problems;
  GError *error;
} Roster;

static void
roster_clear (Roster *self)
{
  g_free (self->departments);
  g_free (self->people);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  if (self->body != NULL)
    g_assert_finalize_object (self->body);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Roster, roster_clear)

static void
read_bytes (Roster *self,
            const char *departments,
            gssize departments_length,
            const char *people,
            gssize people_length)
{
  g_autofree char *dir = tnk_test_dir ();

  self->departments = tnk_test_write (dir, "d.csv", departments, departments_length);
  self->people = tnk_test_write (dir, "p.csv", people, people_length);
  self->body = tnk_body_read_roster (self->departments, self->people, known_roles, &self->problems, &self->error);
  /* FALSE or NULL if and only if the error is set */
  g_assert_true ((self->body == NULL) == (self->error != NULL));
  if (self->error != NULL)
    tnk_test_assert_line (self->error->message, "", ".csv");
}

static void
read_texts (Roster *self,
            const char *departments,
            const char *people)
{
  read_bytes (self, departments, -1, people, -1);
}

static void
test_read (void)
{
  g_auto (Roster) roster = {0};
  TnkPerson *person;

  read_texts (&roster, DEPARTMENTS, PEOPLE "p1,山田　太郎,d2,staff;manager\np2,鈴木,d1,\n");
  g_assert_no_error (roster.error);
  g_assert_cmpuint (roster.problems->len, ==, 0);
  g_assert_cmpuint (tnk_body_get_n_departments (roster.body), ==, 2);
  g_assert_cmpuint (tnk_body_get_n_people (roster.body), ==, 2);
  person = tnk_body_lookup_person (roster.body, "p1");
  g_assert_cmpstr (tnk_person_get_name (person), ==, "山田　太郎");
  g_assert_cmpstr (tnk_department_get_name (tnk_person_get_department (person)), ==, "総務課");
  g_assert_cmpstr (tnk_person_get_roles (person)[0], ==, "staff");
  g_assert_cmpstr (tnk_person_get_roles (person)[1], ==, "manager");
  g_assert_null (tnk_person_get_roles (tnk_body_get_person (roster.body, 1))[0]);
}

static void
test_encodings (void)
{
  g_autofree char *departments = g_convert (DEPARTMENTS, -1, "CP932", "UTF-8", NULL, NULL, NULL);
  g_auto (Roster) cp932 = {0}, bom = {0};

  read_texts (&cp932, departments, PEOPLE "p1,\x83\x5c\x94\x5c\x95\x5c \xd4\xcf\xc0\xde,d2,staff\r\n");
  g_assert_no_error (cp932.error);
  g_assert_cmpstr (tnk_department_get_name (tnk_body_get_department (cp932.body, 0)), ==, "総務部");
  g_assert_cmpstr (tnk_person_get_name (tnk_body_get_person (cp932.body, 0)), ==, "ソ能表 ﾔﾏﾀﾞ");
  /* the two files need not be alike */
  read_texts (&bom, "\xef\xbb\xbf" DEPARTMENTS, PEOPLE "p1,\x8e\x52\x93\x63,d2,staff\r\n");
  g_assert_no_error (bom.error);
  g_assert_cmpstr (tnk_person_get_name (tnk_body_get_person (bom.body, 0)), ==, "山田");
}

static void
test_any_role (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *departments = tnk_test_write (dir, "d.csv", DEPARTMENTS, -1);
  g_autofree char *people = tnk_test_write (dir, "p.csv", PEOPLE "p1,山田,d1,mayor\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) body = tnk_body_read_roster (departments, people, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (tnk_person_has_role (tnk_body_get_person (body, 0), "mayor"));
  g_assert_finalize_object (g_steal_pointer (&body));
}

static void
test_other_columns (void)
{
  g_auto (Roster) roster = {0};

  read_texts (&roster, "note,parent_id,name,department_id\nx,,総務部,d1\n", "roles,内線,person_id,department_id,name\nstaff,1,p1,d1,山田\n");
  g_assert_no_error (roster.error);
  g_assert_cmpstr (tnk_person_get_name (tnk_body_lookup_person (roster.body, "p1")), ==, "山田");
}

/* Lists are padded with the wide space as well as the narrow one; roles too. */
static void
test_padding (void)
{
  g_auto (Roster) roster = {0};
  TnkPerson *person;

  read_texts (&roster, "department_id,name,parent_id\n　d1 ,　総務　部　,　\nd2,総務課, d1　\n",
              PEOPLE " p1　,　山田 太郎　,　d2,　staff ; manager　;\n");
  g_assert_no_error (roster.error);
  if (roster.body == NULL)
    return;
  person = tnk_body_lookup_person (roster.body, "p1");
  g_assert_nonnull (person);
  g_assert_cmpstr (tnk_person_get_name (person), ==, "山田 太郎");
  g_assert_cmpstr (tnk_department_get_name (tnk_body_get_department (roster.body, 0)), ==, "総務　部");
  g_assert_cmpuint (tnk_department_get_depth (tnk_person_get_department (person)), ==, 1);
  g_assert_cmpuint (g_strv_length ((char **) tnk_person_get_roles (person)), ==, 2);
}

static void
test_role_named_twice (void)
{
  g_auto (Roster) roster = {0};

  read_texts (&roster, DEPARTMENTS, PEOPLE "p1,山田,d1,staff;manager;staff;;manager\n");
  g_assert_no_error (roster.error);
  g_assert_cmpuint (g_strv_length ((char **) tnk_person_get_roles (tnk_body_get_person (roster.body, 0))), ==, 2);
}

static void
test_line_ends_in_cells (void)
{
  g_auto (Roster) roster = {0};

  /* in a column that is not ours they do no harm, and lines are counted rightly after them */
  read_texts (&roster, DEPARTMENTS, "person_id,name,department_id,roles,note\np1,山田,d1,staff,\"a\nb\"\np2,,d1,staff,\n");
  g_assert_error (roster.error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_problem (roster.problems, 0, roster.people, 4, "name", "empty");
}

typedef struct
{
  const char *name;
  gboolean departments; /* which of the two files is at fault */
  const char *row; /* stands on line 4 */
  const char *where;
  const char *words;
} BadRow;

static const BadRow bad_rows[] = {
  {"department-id-empty", TRUE, ",税務課,d1", "department_id", "empty"},
  {"department-id-blank", TRUE, "　 ,税務課,d1", "department_id", "empty"},
  {"department-id-semicolon", TRUE, "d;3,税務課,d1", "department_id", "an id cannot"},
  {"department-id-quote", TRUE, "\"d\"\"3\",税務課,d1", "department_id", "an id cannot"},
  {"department-name-empty", TRUE, "d3,,d1", "name", "empty"},
  {"department-name-tab", TRUE, "d3,税\t務課,d1", "name", "control character"},
  {"department-name-line-end", TRUE, "d3,\"税務\n課\",d1", "name", "line end"},
  {"department-twice", TRUE, "d2,税務課,d1", "department_id", "“d2” stands on line 3 already"},
  {"department-without-parent", TRUE, "d3,税務課,d9", "parent_id", "“d9”"},
  {"department-parent-line-end", TRUE, "d3,税務課,\"d\n9\"", "parent_id", "is not in the file"},
  {"department-below-itself", TRUE, "d3,税務課,d3", "parent_id", "circle"},
  {"person-id-empty", FALSE, ",山田,d1,staff", "person_id", "empty"},
  {"person-id-comma", FALSE, "\"p,3\",山田,d1,staff", "person_id", "an id cannot"},
  {"person-twice", FALSE, "p1,山田,d1,staff", "person_id", "“p1” stands on line 2 already"},
  {"person-twice-padded", FALSE, "p1　,山田,d1,staff", "person_id", "“p1” stands on line 2 already"},
  {"name-empty", FALSE, "p3,,d1,staff", "name", "empty"},
  {"name-bell", FALSE, "p3,山\a田,d1,staff", "name", "control character"},
  {"name-override", FALSE, "p3,山\u202e田,d1,staff", "name", "character"},
  {"name-isolate", FALSE, "p3,山\u2066田,d1,staff", "name", "character"},
  {"name-left-to-right-mark", FALSE, "p3,山\u200e田,d1,staff", "name", "character"},
  {"name-right-to-left-mark", FALSE, "p3,山\u200f田,d1,staff", "name", "character"},
  {"name-arabic-mark", FALSE, "p3,山\u061c田,d1,staff", "name", "character"},
  {"person-id-zero-width", FALSE, "p1\u200b,山田,d1,staff", "person_id", ""},
  {"person-department-empty", FALSE, "p3,山田,,staff", "department_id", "empty"},
  {"person-department-unknown", FALSE, "p3,山田,d9,staff", "department_id", "“d9” is not in the department file"},
  {"role-unknown", FALSE, "p3,山田,d1,mayor", "roles", "“mayor” is not known; known are ciso, manager, staff"},
  {"role-unknown-second", FALSE, "p3,山田,d1,staff;Staff", "roles", "“Staff” is not known"},
  {"role-comma", FALSE, "p3,山田,d1,\"staff,manager\"", "roles", "“staff,manager” is not known"},
  {"role-line-end", FALSE, "p3,山田,d1,\"staff\nmanager\"", "roles", "is not known"},
  {"row-short", FALSE, "p3,山田", "department_id", "empty"},
  /* roles joined by commas: the second would be lost unseen */
  {"row-long", FALSE, "p3,山田,d1,staff,manager", NULL, ""},
};

static void
test_bad_row (gconstpointer data)
{
  const BadRow *row = data;
  g_autofree char *departments = g_strconcat (DEPARTMENTS, row->departments ? row->row : "", "\n", NULL);
  g_autofree char *people = g_strconcat (PEOPLE "p1,佐藤,d2,staff\np2,鈴木,d1,ciso\n", row->departments ? "" : row->row, "\n", NULL);
  g_auto (Roster) roster = {0};
  const char *where = row->where;

  read_texts (&roster, departments, people);
  g_assert_null (roster.body);
  g_assert_error (roster.error, TNK_ERROR, TNK_ERROR_INVALID);
  if (roster.problems == NULL || roster.problems->len == 0)
    return;
  g_assert_cmpuint (roster.problems->len, ==, 1);
  if (where == NULL)
    where = tnk_problem_get_where (g_ptr_array_index (roster.problems, 0));
  tnk_test_assert_problem (roster.problems, 0, row->departments ? roster.departments : roster.people, 4, where, row->words);
}

static void
test_longest (void)
{
  for (guint extra = 0; extra <= 1; extra++) {
    g_autofree char *id = g_strnfill (64 + extra, 'a');
    g_autofree char *narrow = g_strnfill (199 + extra, 'x');
    g_auto (GStrv) parts = g_strsplit (narrow, "x", -1);
    g_autofree char *name = g_strjoinv ("名", parts);
    g_autofree char *people = g_strconcat (PEOPLE, id, ",名", name, ",d1,staff\n", NULL);
    g_auto (Roster) roster = {0};

    read_texts (&roster, DEPARTMENTS, people);
    g_assert_cmpuint (roster.problems->len, ==, extra * 2);
    g_assert_true ((roster.body == NULL) == (extra == 1));
  }
}

/* A dry run lists every bad row with its line, of both files. */
static void
test_every_bad_row (void)
{
  g_auto (Roster) roster = {0};
  guint i = 0;

  read_texts (&roster, DEPARTMENTS "d3,,d1\nd4,税務課,d9\n",
              PEOPLE "p1,山田,d1,staff\n,,d1,staff\np3,佐藤,d8,mayor\np1,鈴木,d1,\np4,田中,d1,a;b\n");
  g_assert_error (roster.error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (roster.problems->len, ==, 9);
  tnk_test_assert_problem (roster.problems, i++, roster.departments, 4, "name", "");
  tnk_test_assert_problem (roster.problems, i++, roster.departments, 5, "parent_id", "");
  tnk_test_assert_problem (roster.problems, i++, roster.people, 3, "person_id", "");
  tnk_test_assert_problem (roster.problems, i++, roster.people, 3, "name", "");
  tnk_test_assert_problem (roster.problems, i++, roster.people, 4, "department_id", "");
  tnk_test_assert_problem (roster.problems, i++, roster.people, 4, "roles", "“mayor”");
  tnk_test_assert_problem (roster.problems, i++, roster.people, 5, "person_id", "");
  tnk_test_assert_problem (roster.problems, i++, roster.people, 6, "roles", "“a”");
  tnk_test_assert_problem (roster.problems, i++, roster.people, 6, "roles", "“b”");
}

/* People of a department that is in the file, but at fault there, are not at fault themselves. */
static void
test_no_false_blame (void)
{
  g_auto (Roster) roster = {0};

  read_texts (&roster, DEPARTMENTS "d3,税務課,d4\nd4,収納課,d3\n", PEOPLE "p1,山田,d3,staff\np2,佐藤,d4,staff\n");
  g_assert_error (roster.error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (roster.problems->len, ==, 2);
  for (guint i = 0; i < roster.problems->len; i++)
    g_assert_cmpstr (tnk_problem_get_file (g_ptr_array_index (roster.problems, i)), ==, roster.departments);
}

static void
test_empty_files (void)
{
  g_auto (Roster) nothing = {0}, no_department = {0}, nobody = {0};

  read_texts (&nothing, "", PEOPLE);
  g_assert_error (nothing.error, TNK_ERROR, TNK_ERROR_SYNTAX);
  read_texts (&no_department, "department_id,name,parent_id\n", PEOPLE);
  g_assert_error (no_department.error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_problem (no_department.problems, 0, no_department.departments, 0, NULL, "no department");
  read_texts (&nobody, DEPARTMENTS, PEOPLE);
  g_assert_error (nobody.error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_problem (nobody.problems, 0, nobody.people, 0, NULL, "nobody");
}

static void
test_not_csv (void)
{
  g_auto (Roster) mixed = {0}, quote = {0}, column = {0}, swapped = {0};

  read_texts (&mixed, DEPARTMENTS, PEOPLE "p1,山田,d1,staff\np2,\x8e\x52\x93\x63,d1,staff\n");
  g_assert_error (mixed.error, TNK_ERROR, TNK_ERROR_SYNTAX);
  g_assert_null (mixed.problems);
  tnk_test_assert_line (mixed.error->message, mixed.people, ":3: ");
  read_texts (&quote, DEPARTMENTS, PEOPLE "p1,\"山田,d1,staff\n");
  g_assert_error (quote.error, TNK_ERROR, TNK_ERROR_SYNTAX);
  read_texts (&column, DEPARTMENTS, "person_id,name,department_id\np1,山田,d1\n");
  g_assert_error (column.error, TNK_ERROR, TNK_ERROR_SYNTAX);
  tnk_test_assert_line (column.error->message, column.people, "“roles” is missing");
  read_texts (&swapped, PEOPLE "p1,山田,d1,staff\n", DEPARTMENTS);
  g_assert_error (swapped.error, TNK_ERROR, TNK_ERROR_SYNTAX);
}

static void
test_no_file (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *departments = tnk_test_write (dir, "d.csv", DEPARTMENTS, -1);
  g_autofree char *missing = g_build_filename (dir, "none.csv", NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (tnk_body_read_roster (missing, departments, NULL, &problems, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_null (tnk_body_read_roster (departments, missing, NULL, &problems, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  tnk_test_assert_line (error->message, missing, "");
  g_assert_null (problems);
}

static void
test_many_people (void)
{
  enum { N = 80000,
         N_DEPARTMENTS = 800 };
  g_autoptr (GString) departments = g_string_new ("department_id,name,parent_id\n");
  g_autoptr (GString) people = g_string_new (PEOPLE);
  g_auto (Roster) roster = {0};
  gint64 start;

  for (guint i = 0; i < N_DEPARTMENTS; i++)
    g_string_append_printf (departments, i == 0 ? "d%u,市,\r\n" : "d%u,課,d%u\r\n", i, (i - 1) / 8);
  for (guint i = 0; i < N; i++)
    g_string_append_printf (people, "p%05u,山田　太郎%u,d%u,%s\r\n", i, i, i % N_DEPARTMENTS, i % 50 == 0 ? "staff;manager" : "staff");
  start = g_get_monotonic_time ();
  read_texts (&roster, departments->str, people->str);
  g_test_minimized_result ((g_get_monotonic_time () - start) / 1e6, "80,000 people read");
  g_assert_no_error (roster.error);
  g_assert_cmpuint (tnk_body_get_n_people (roster.body), ==, N);
  g_assert_cmpuint (tnk_body_get_subtree_end (roster.body, 0), ==, N_DEPARTMENTS);
  g_assert_cmpstr (tnk_person_get_name (tnk_body_lookup_person (roster.body, "p79999")), ==, "山田　太郎79999");
  g_assert_cmpstr (tnk_person_get_id (tnk_body_get_person (roster.body, N - 1)), ==, "p79999");
}

/* Every bad row is listed, however many they are; the limit of the list is tested with TnkProblems. */
static void
test_many_bad_rows (void)
{
  enum { N = 5000 };
  g_autoptr (GString) people = g_string_new (PEOPLE);
  g_auto (Roster) roster = {0};

  for (guint i = 0; i < N; i++)
    g_string_append_printf (people, "p%u,山田,d9,staff\n", i);
  read_texts (&roster, DEPARTMENTS, people->str);
  g_assert_error (roster.error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (roster.problems->len, ==, MIN (N, TNK_PROBLEMS_MAX));
  tnk_test_assert_line (roster.error->message, roster.people, "(and 4999 more)");
  tnk_test_assert_problem (roster.problems, 999, roster.people, 1001, "department_id", "");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Roster/read", test_read);
  g_test_add_func ("/Tenken/Roster/encodings", test_encodings);
  g_test_add_func ("/Tenken/Roster/any-role", test_any_role);
  g_test_add_func ("/Tenken/Roster/other-columns", test_other_columns);
  g_test_add_func ("/Tenken/Roster/padding", test_padding);
  g_test_add_func ("/Tenken/Roster/role-named-twice", test_role_named_twice);
  g_test_add_func ("/Tenken/Roster/line-ends-in-cells", test_line_ends_in_cells);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/Roster/bad-row/", bad_rows[i].name, NULL);
    g_test_add_data_func (path, &bad_rows[i], test_bad_row);
  }
  g_test_add_func ("/Tenken/Roster/longest", test_longest);
  g_test_add_func ("/Tenken/Roster/every-bad-row", test_every_bad_row);
  g_test_add_func ("/Tenken/Roster/no-false-blame", test_no_false_blame);
  g_test_add_func ("/Tenken/Roster/empty-files", test_empty_files);
  g_test_add_func ("/Tenken/Roster/not-csv", test_not_csv);
  g_test_add_func ("/Tenken/Roster/no-file", test_no_file);
  g_test_add_func ("/Tenken/Roster/many-people", test_many_people);
  g_test_add_func ("/Tenken/Roster/many-bad-rows", test_many_bad_rows);
  return g_test_run ();
}
