/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "demo-answers.h"
#include "demo-body.h"
#include "tnk-csv-private.h"
#include "tnk-test.h"

#define SEED 20250401

static gboolean
same_file (const char *left,
           const char *right,
           const char *basename)
{
  g_autofree char *left_name = g_build_filename (left, basename, NULL);
  g_autofree char *right_name = g_build_filename (right, basename, NULL);
  g_autofree char *left_text = tnk_test_read (left_name);
  g_autofree char *right_text = tnk_test_read (right_name);

  g_assert_cmpuint (strlen (left_text), >, 500);
  return g_str_equal (left_text, right_text);
}

static TnkCsvReader *
open_csv (const char *directory,
          const char *basename)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filename = g_build_filename (directory, basename, NULL);
  TnkCsvReader *reader = tnk_csv_reader_open (filename, &error);

  g_assert_no_error (error);
  return reader;
}

/* What a file of answers adds up to. */
typedef struct
{
  guint n_rows;
  guint n_people;
  guint n_comments;
  guint n_recommended;
  guint counts[TNK_N_ANSWER_VALUES];
  GHashTable *answers; /* person, role and control -> the answer */
} Summary;

static void
summary_clear (Summary *self)
{
  g_hash_table_unref (self->answers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Summary, summary_clear)

static TnkCatalog *
load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filename = tnk_test_shipped ("catalogs/mic-2020.json");
  TnkCatalog *catalog = tnk_catalog_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static GHashTable *
index_roles (DemoBody *body)
{
  GHashTable *roles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);

  for (guint i = 0; i < demo_body_get_n_people (body); i++) {
    g_autofree char *joined = demo_body_dup_person_roles (body, i);
    g_hash_table_insert (roles, (char *) demo_body_get_person_id (body, i), g_strsplit (joined, ";", -1));
  }
  return roles;
}

/* A row that the import would refuse fails here. */
static TnkAnswerValue
check_row (TnkCatalog *catalog,
           GHashTable *roles,
           const char *const *row,
           int *last_duty)
{
  const char *const *held = g_hash_table_lookup (roles, row[0]);
  TnkDuty *duty = tnk_catalog_find_duty (catalog, row[2], row[1]);
  TnkAnswerValue value;

  g_assert_nonnull (held);
  g_assert_true (g_strv_contains (held, row[1]));
  g_assert_nonnull (duty);
  g_assert_true (tnk_duty_is_scored (duty));
  g_assert_cmpint (tnk_duty_get_index (duty), >, *last_duty);
  *last_duty = tnk_duty_get_index (duty);
  g_assert_true (tnk_answer_value_from_string (row[3], &value));
  g_assert_cmpint (value, !=, TNK_ANSWER_VALUE_UNANSWERED);
  g_assert_cmpint (value, !=, TNK_ANSWER_VALUE_EXCEPTED);
  if (value == TNK_ANSWER_VALUE_NOT_APPLICABLE)
    g_assert_cmpstr (row[4], !=, "");
  return value;
}

static void
count_row (Summary *self,
           TnkCatalog *catalog,
           const char *const *row,
           TnkAnswerValue value)
{
  TnkControl *control = tnk_catalog_lookup_control (catalog, row[2]);

  self->n_rows++;
  self->counts[value]++;
  self->n_comments += *row[4] != '\0' ? 1 : 0;
  self->n_recommended += tnk_control_get_level (control) == TNK_LEVEL_RECOMMENDED ? 1 : 0;
  g_assert_true (g_hash_table_insert (self->answers, g_strjoin (" ", row[0], row[1], row[2], NULL),
                                      GUINT_TO_POINTER (value)));
}

static void
summarize (Summary *self,
           DemoBody *body,
           TnkCatalog *catalog,
           const char *directory,
           const char *basename)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCsvReader) reader = open_csv (directory, basename);
  g_autoptr (GHashTable) roles = index_roles (body);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = NULL;
  const char *columns[] = {"person_id", "role", "control_id", "answer", "comment"};
  guint positions[5];
  int last_duty = -1;

  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_true (tnk_csv_reader_header (reader, columns, positions, 5, 5, &error));
  while (tnk_csv_reader_next (reader, &error)) {
    const char *row[5];
    for (guint i = 0; i < 5; i++)
      row[i] = tnk_csv_reader_field (reader, positions[i]);
    if (g_strcmp0 (last, row[0]) != 0) {
      g_free (last);
      last = g_strdup (row[0]);
      g_assert_true (g_hash_table_add (seen, g_strdup (last)));
      last_duty = -1;
    }
    count_row (self, catalog, row, check_row (catalog, roles, row, &last_duty));
  }
  g_assert_no_error (error);
  self->n_people = g_hash_table_size (seen);
}

static void
write_answers (DemoBody *body,
               TnkCatalog *catalog,
               DemoRound round,
               const char *directory,
               const char *basename,
               const char *const *adopted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filename = g_build_filename (directory, basename, NULL);

  g_assert_true (demo_answers_write (body, catalog, SEED, round, filename, adopted, &error));
  g_assert_no_error (error);
}

static double
share_implemented (const Summary *self)
{
  return (double) self->counts[TNK_ANSWER_VALUE_IMPLEMENTED] /
         (self->n_rows - self->counts[TNK_ANSWER_VALUE_NOT_APPLICABLE]);
}

/* How many of the items answered in both rounds have the same answer. */
static double
share_alike (const Summary *left,
             const Summary *right)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  guint n_both = 0;
  guint n_alike = 0;

  g_hash_table_iter_init (&iter, left->answers);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    gpointer other = g_hash_table_lookup (right->answers, key);
    n_both += other != NULL ? 1 : 0;
    n_alike += other == value ? 1 : 0;
  }
  g_assert_cmpuint (n_both, >, 10000);
  return (double) n_alike / n_both;
}

static void
test_rounds (void)
{
  g_autoptr (TnkCatalog) catalog = load_catalog ();
  g_autofree char *directory = tnk_test_dir ();
  g_autoptr (DemoBody) body = demo_body_new (1000, 30, SEED);
  g_auto (Summary) past = {0};
  g_auto (Summary) present = {0};

  write_answers (body, catalog, DEMO_ROUND_LAST_YEAR, directory, "past.csv", NULL);
  write_answers (body, catalog, DEMO_ROUND_THIS_YEAR, directory, "present.csv", NULL);
  summarize (&past, body, catalog, directory, "past.csv");
  summarize (&present, body, catalog, directory, "present.csv");
  g_assert_cmpuint (past.n_people, ==, 930);
  g_assert_cmpuint (present.n_people, ==, 620);
  g_assert_cmpuint (past.n_recommended, ==, 0);
  g_assert_cmpuint (past.n_comments, >, past.counts[TNK_ANSWER_VALUE_NOT_APPLICABLE]);
  g_assert_cmpfloat (share_implemented (&past), >, 0.5);
  g_assert_cmpfloat (share_implemented (&present), >, share_implemented (&past));
  g_assert_cmpfloat (share_alike (&past, &present), >, 0.65);
}

/* What a campaign adopts adds rows and changes none. */
static void
test_adopted (void)
{
  g_autoptr (TnkCatalog) catalog = load_catalog ();
  g_autofree char *directory = tnk_test_dir ();
  g_autoptr (DemoBody) body = demo_body_new (1000, 30, SEED);
  g_autoptr (GPtrArray) adopted = g_ptr_array_new ();
  g_auto (Summary) plain = {0};
  g_auto (Summary) more = {0};

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++)
    if (tnk_control_get_level (tnk_catalog_get_control (catalog, i)) == TNK_LEVEL_RECOMMENDED)
      g_ptr_array_add (adopted, (char *) tnk_control_get_id (tnk_catalog_get_control (catalog, i)));
  g_ptr_array_add (adopted, NULL);
  write_answers (body, catalog, DEMO_ROUND_LAST_YEAR, directory, "plain.csv", NULL);
  write_answers (body, catalog, DEMO_ROUND_LAST_YEAR, directory, "more.csv", (const char *const *) adopted->pdata);
  summarize (&plain, body, catalog, directory, "plain.csv");
  summarize (&more, body, catalog, directory, "more.csv");
  g_assert_cmpuint (more.n_recommended, >, 0);
  g_assert_cmpuint (more.n_rows, ==, plain.n_rows + more.n_recommended);
  g_assert_cmpfloat (share_alike (&plain, &more), ==, 1.0);
}

static void
test_same_seed (void)
{
  g_autoptr (TnkCatalog) catalog = load_catalog ();
  g_autofree char *left = tnk_test_dir ();
  g_autofree char *right = tnk_test_dir ();
  g_autoptr (DemoBody) body = demo_body_new (200, 12, SEED);
  g_autoptr (DemoBody) again = demo_body_new (200, 12, SEED);

  write_answers (body, catalog, DEMO_ROUND_LAST_YEAR, left, "answers.csv", NULL);
  write_answers (again, catalog, DEMO_ROUND_LAST_YEAR, right, "answers.csv", NULL);
  g_assert_true (same_file (left, right, "answers.csv"));
  write_answers (again, catalog, DEMO_ROUND_THIS_YEAR, right, "answers.csv", NULL);
  g_assert_false (same_file (left, right, "answers.csv"));
}

static void
test_small (void)
{
  g_autoptr (TnkCatalog) catalog = load_catalog ();
  g_autofree char *directory = tnk_test_dir ();

  for (guint n = 1; n <= 10; n++) {
    g_autoptr (DemoBody) body = demo_body_new (n, (n + 1) / 2, SEED);
    g_auto (Summary) summary = {0};
    write_answers (body, catalog, DEMO_ROUND_LAST_YEAR, directory, "answers.csv", NULL);
    summarize (&summary, body, catalog, directory, "answers.csv");
    g_assert_cmpuint (summary.n_people, ==, (guint) (0.93 * n + 0.5));
  }
}

static void
test_write_fails (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = load_catalog ();
  g_autoptr (DemoBody) body = demo_body_new (5, 3, SEED);

  g_assert_false (demo_answers_write (body, catalog, SEED, DEMO_ROUND_LAST_YEAR, "/nonexistent/folder/a.csv", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc,
      char *argv[])
{
  /* Not tnk_test_init(): with a thousand people one fault would be reported a thousand times. */
  tnk_test_isolate ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/Tenken/DemoAnswers/rounds", test_rounds);
  g_test_add_func ("/Tenken/DemoAnswers/adopted", test_adopted);
  g_test_add_func ("/Tenken/DemoAnswers/same-seed", test_same_seed);
  g_test_add_func ("/Tenken/DemoAnswers/small", test_small);
  g_test_add_func ("/Tenken/DemoAnswers/write-fails", test_write_fails);
  return g_test_run ();
}
