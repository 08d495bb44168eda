/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-desk-sheets.h"

#include "tnk-test-refill.h"
#include "tnk-test-store.h"
#include "tnk-test-xlsx.h"

/* p1 is the secretariat, p2 answers for d2, where p1 and p2 are asked; p5 is in d3. */
typedef struct
{
  TnkTestStore store;
  TnkDesk *secretary;
  TnkDesk *manager;
  TnkDesk *committee;
} Fixture;

static TnkDesk *
sit_down (Fixture *self,
          const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk = tnk_desk_new (self->store.store, person, &error);

  g_assert_no_error (error);
  return desk;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&self->store);
  g_assert_true (tnk_store_grant_right (self->store.store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  self->secretary = sit_down (self, "p1");
  self->manager = sit_down (self, "p2");
  self->committee = sit_down (self, "p3");
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->secretary);
  g_assert_finalize_object (self->manager);
  g_assert_finalize_object (self->committee);
  tnk_test_store_clear (&self->store);
}

static char *
in_dir (Fixture *self,
        const char *name)
{
  return g_build_filename (self->store.dir, name, NULL);
}

/* The sheet of a person, with one answer filled in. */
static char *
make_sheet (Fixture *self,
            const char *person,
            const char *answer)
{
  const TnkTestEdit edits[] = {{"1 職員", "F6", answer}};
  g_autofree char *blank_name = g_strconcat (person, "-blank.xlsx", NULL);
  g_autofree char *blank = in_dir (self, blank_name);
  g_autofree char *name = g_strconcat (person, ".xlsx", NULL);
  g_autoptr (GError) error = NULL;
  char *filled = in_dir (self, name);

  g_assert_true (tnk_desk_write_person_sheet (self->secretary, "2026", person, "ja", blank, &error));
  g_assert_no_error (error);
  tnk_test_refill (blank, filled, edits, G_N_ELEMENTS (edits));
  return filled;
}

static TnkAnswerEdits *
read_sheet (TnkDesk *desk,
            const char *department,
            const char *filename,
            GPtrArray **problems,
            GError **error)
{
  const char *const filenames[] = {filename, NULL};

  return tnk_desk_read_sheets (desk, "2026", department, filenames, FALSE, problems, NULL, NULL, NULL, error);
}

static void
test_round (Fixture *self,
            gconstpointer data)
{
  g_autofree char *filled = make_sheet (self, "p5", "実施済み");
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint people, answers;

  edits = read_sheet (self->secretary, NULL, filled, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_answer_edits_count_rows (edits), ==, 1);
  g_assert_cmpuint (tnk_answer_edits_count_conflicts (edits), ==, 0);
  g_assert_true (tnk_desk_apply_sheets (self->secretary, edits, NULL, &people, &answers, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (people, ==, 1);
  g_assert_cmpuint (answers, ==, 1);
  tnk_test_store_assert_rows (self->store.path, "SELECT p.id FROM questionnaire q JOIN person p ON p.no = q.person_no WHERE q.state = 'submitted'", "p5");
  tnk_test_store_verify (self->store.store);
}

/* The sheet bears the second at which it was made, so that what is answered afterwards is told apart. */
static void
test_newer (Fixture *self,
            gconstpointer data)
{
  g_autofree char *filled = make_sheet (self, "p5", "実施済み");
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  tnk_test_store_stop_clock (self->store.store, "2026-06-02T09:00:00+09:00");
  tnk_test_store_import_answers (&self->store, ANSWER "p5,staff,1.1-2,partial,\n", TRUE);
  edits = read_sheet (self->secretary, NULL, filled, NULL, &error);
  g_assert_cmpuint (tnk_answer_edits_count_conflicts (edits), ==, 1);
  tnk_test_store_refused (tnk_desk_apply_sheets (self->secretary, edits, NULL, &n, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE,
                          "decide for each");
}

/* A manager takes in what comes from the own department. Others are as unknown to that desk as people who are not there. */
static void
test_manager (Fixture *self,
              gconstpointer data)
{
  g_autofree char *own = make_sheet (self, "p1", "実施済み"), *other = make_sheet (self, "p5", "実施済み"), *file = in_dir (self, "x.xlsx");
  g_autoptr (TnkAnswerEdits) edits = NULL, all = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  edits = read_sheet (self->manager, "d2", own, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tnk_desk_apply_sheets (self->manager, edits, "d2", &n, &n, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

#define REFUSED(call, words) tnk_test_store_refused (call, &error, TNK_ERROR_REFUSED, words)
  tnk_test_store_refused (read_sheet (self->manager, "d2", other, &problems, &error) != NULL, &error, TNK_ERROR_INVALID, "p5");
  tnk_test_assert_problem (problems, 0, other, 0, "記入のしかた!C14", "“p5” is not asked in this campaign");
  REFUSED (read_sheet (self->manager, "d3", other, NULL, &error) != NULL, "d3");
  REFUSED (read_sheet (self->manager, NULL, other, NULL, &error) != NULL, "the whole body");
  REFUSED (tnk_desk_write_person_sheet (self->manager, "2026", "p5", NULL, file, &error), "p5");
  REFUSED (tnk_desk_write_person_sheet (self->manager, "2026", "nobody", NULL, file, &error), "nobody");
  REFUSED (tnk_desk_write_sheets (self->manager, "2026", "d3", NULL, self->store.dir, &n, NULL, NULL, NULL, &error), "d3");
  REFUSED (tnk_desk_write_role_sheet (self->manager, "2026", "d3", NULL, NULL, file, &error), "d3");
  REFUSED (tnk_desk_write_role_sheet (self->committee, "2026", NULL, NULL, NULL, file, &error), "secretariat");
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  /* What another desk read is not applied at this one. */
  all = read_sheet (self->secretary, NULL, other, NULL, &error);
  g_assert_no_error (error);
  REFUSED (tnk_desk_apply_sheets (self->manager, all, "d2", &n, &n, NULL, NULL, NULL, &error), "p5");
  REFUSED (tnk_desk_apply_sheets (self->manager, all, NULL, &n, &n, NULL, NULL, NULL, &error), "the whole body");
  tnk_test_store_assert_rows (self->store.path, "SELECT count (*) FROM answer", "1");
}

/* Where the campaign shows counts only, single sheets are for the secretariat. */
static void
test_counts_only (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *own = make_sheet (self, "p1", "実施済み"), *file = in_dir (self, "x.xlsx"), *folder = in_dir (self, "sheets");
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  edits = read_sheet (self->manager, "d2", own, NULL, &error);
  tnk_test_store_meddle (self->store.path, "UPDATE campaign SET visibility = 'counts'");
  REFUSED (read_sheet (self->manager, "d2", own, NULL, &error) != NULL, "counts only");
  REFUSED (tnk_desk_apply_sheets (self->manager, edits, "d2", &n, &n, NULL, NULL, NULL, &error), "counts only");
  REFUSED (tnk_desk_write_sheets (self->manager, "2026", "d2", NULL, folder, &n, NULL, NULL, NULL, &error), "counts only");
  REFUSED (tnk_desk_write_person_sheet (self->manager, "2026", "p1", NULL, file, &error), "p1");
  g_assert_true (tnk_desk_write_role_sheet (self->manager, "2026", "d2", NULL, NULL, file, &error));
  g_assert_true (tnk_desk_write_sheets (self->secretary, "2026", "d2", NULL, folder, &n, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (tnk_test_count_entries (folder), ==, 2);
}

static void
test_unknown (Fixture *self,
              gconstpointer data)
{
  g_autofree char *file = in_dir (self, "x.xlsx");
  g_autoptr (GError) error = NULL;
  static const char *const roles[] = {"boss", NULL};

  tnk_test_store_refused (tnk_desk_write_person_sheet (self->secretary, "2026", "p4", NULL, file, &error), &error, TNK_ERROR_NOT_FOUND, "p4");
  tnk_test_store_refused (tnk_desk_write_role_sheet (self->secretary, "2026", NULL, roles, NULL, file, &error), &error, TNK_ERROR_NOT_FOUND, "boss");
  tnk_test_store_refused (tnk_desk_write_role_sheet (self->secretary, "1999", NULL, NULL, NULL, file, &error), &error, TNK_ERROR_NOT_FOUND, "1999");
}

#define ADD(name, func) g_test_add ("/Tenken/Desk/Sheets/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  ADD ("round", test_round);
  ADD ("newer", test_newer);
  ADD ("manager", test_manager);
  ADD ("counts-only", test_counts_only);
  ADD ("unknown", test_unknown);
  return g_test_run ();
}
