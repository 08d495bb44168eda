/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-desk-export.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tnk-export.h"
#include "tnk-test-store.h"
#include "tnk-test-xlsx.h"
#include "tnk-test.h"

/* p1 is of the secretariat, p2 answers for d2, p3 is of the committee. p1 of d2 wrote a comment. */

#define COMMENT "時々忘れる"

typedef struct
{
  TnkTestStore test;
  char *dir;
  char *file;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_free (self->file);
  g_free (self->dir);
  tnk_test_store_clear (&self->test);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
fixture_init (Fixture *self)
{
  tnk_test_store_init_answers (&self->test);
  self->dir = tnk_test_dir ();
  self->file = g_build_filename (self->dir, "book.xlsx", NULL);
}

static TnkDesk *
sit_down (Fixture *self,
          const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk;

  if (g_str_equal (person, "p1"))
    g_assert_true (tnk_store_grant_right (self->test.store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  desk = tnk_desk_new (self->test.store, person, &error);
  g_assert_no_error (error);
  return desk;
}

/* --- who gets which --- */

typedef enum {
  BOOK_SCORECARD,
  BOOK_DEPARTMENT,
  BOOK_PERSON,
  BOOK_PLAN,
  BOOK_REMINDERS,
} Book;

typedef struct
{
  const char *who;
  Book book;
  const char *about; /* a department, or a staff number */
  int code; /* -1: it is written */
} Case;

static const Case cases[] = {
  {"p1", BOOK_SCORECARD, NULL, -1},
  {"p3", BOOK_SCORECARD, NULL, -1},
  {"p2", BOOK_SCORECARD, NULL, TNK_ERROR_REFUSED},
  {"p1", BOOK_DEPARTMENT, "d3", -1},
  {"p3", BOOK_DEPARTMENT, "d3", -1},
  {"p2", BOOK_DEPARTMENT, "d2", -1},
  {"p2", BOOK_DEPARTMENT, "d3", TNK_ERROR_REFUSED},
  {"p2", BOOK_DEPARTMENT, "d1", TNK_ERROR_REFUSED},
  {"p2", BOOK_DEPARTMENT, "d9", TNK_ERROR_REFUSED},
  {"p1", BOOK_DEPARTMENT, "d9", TNK_ERROR_NOT_FOUND},
  {"p1", BOOK_PERSON, "p1", -1},
  {"p1", BOOK_PERSON, "p5", TNK_ERROR_STATE}, /* a draft is the writer's */
  {"p2", BOOK_PERSON, "p1", -1},
  {"p2", BOOK_PERSON, "p5", TNK_ERROR_REFUSED},
  {"p2", BOOK_PERSON, "p9", TNK_ERROR_REFUSED},
  {"p3", BOOK_PERSON, "p1", TNK_ERROR_REFUSED},
  {"p1", BOOK_PERSON, "p9", TNK_ERROR_NOT_FOUND},
  {"p1", BOOK_PLAN, NULL, -1},
  {"p3", BOOK_PLAN, NULL, -1},
  {"p2", BOOK_PLAN, "d2", -1},
  {"p2", BOOK_PLAN, NULL, TNK_ERROR_REFUSED},
  {"p2", BOOK_PLAN, "d3", TNK_ERROR_REFUSED},
  {"p1", BOOK_REMINDERS, NULL, -1},
  {"p2", BOOK_REMINDERS, "d2", -1},
  {"p2", BOOK_REMINDERS, "d3", TNK_ERROR_REFUSED},
  {"p2", BOOK_REMINDERS, NULL, TNK_ERROR_REFUSED},
  {"p3", BOOK_REMINDERS, "d2", TNK_ERROR_REFUSED},
};

static gboolean
export_book (TnkDesk *desk,
             Book book,
             const char *about,
             const char *file,
             GError **error)
{
  switch (book) {
  case BOOK_SCORECARD:
    return tnk_desk_export_scorecard (desk, "2026", file, NULL, NULL, NULL, error);
  case BOOK_DEPARTMENT:
    return tnk_desk_export_department (desk, "2026", about, file, NULL, NULL, NULL, error);
  case BOOK_PERSON:
    return tnk_desk_export_person (desk, "2026", about, file, error);
  case BOOK_PLAN:
    return tnk_desk_export_plan (desk, "2026", about, file, NULL, error);
  default:
    return tnk_desk_export_reminders (desk, "2026", about, file, NULL, error);
  }
}

static void
check_case (Fixture *self,
            const Case *c)
{
  g_autoptr (TnkDesk) desk = sit_down (self, c->who);
  g_autoptr (GError) error = NULL;
  gboolean done = export_book (desk, c->book, c->about, self->file, &error);

  g_test_message ("%s %u %s", c->who, c->book, c->about);
  if (c->code < 0) {
    g_assert_no_error (error);
    g_assert_true (done && g_remove (self->file) == 0);
    return;
  }
  tnk_test_store_refused (done, &error, c->code, c->about != NULL ? c->about : "whole body");
  g_assert_cmpuint (tnk_test_count_entries (self->dir), ==, 0);
}

static void
test_rights (void)
{
  g_auto (Fixture) fixture = {0};

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&fixture, &cases[i]);
}

/* --- names --- */

static void
assert_names (Fixture *self,
              const char *who,
              gboolean comment,
              gboolean names)
{
  g_autoptr (TnkDesk) desk = sit_down (self, who);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL, *sheets = NULL;

  g_assert_true (tnk_desk_export_department (desk, "2026", "d2", self->file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  sheets = tnk_test_xlsx_sheets (self->file);
  g_assert_cmpint (strstr (sheets, "提出者一覧") != NULL, ==, names);
  xml = tnk_test_xlsx_sheet (self->file, "コメント");
  g_assert_cmpint (strstr (xml, COMMENT) != NULL, ==, comment);
  g_assert_cmpint (strstr (xml, ">p1<") != NULL, ==, names);
  g_assert_cmpint (strstr (xml, "一部実施") != NULL, ==, names);
}

/* Where the campaign says counts only, whoever answers for a department reads what was written, and not by whom. */
static void
test_names (void)
{
  g_auto (Fixture) fixture = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  assert_names (&fixture, "p1", TRUE, TRUE);
  assert_names (&fixture, "p2", TRUE, TRUE);
  assert_names (&fixture, "p3", TRUE, FALSE);
  tnk_test_store_meddle (fixture.test.path, "UPDATE campaign SET visibility = 'counts'");
  assert_names (&fixture, "p1", TRUE, TRUE);
  assert_names (&fixture, "p3", TRUE, FALSE);
  assert_names (&fixture, "p2", FALSE, FALSE); /* of two people: see test_few () */
  g_remove (fixture.file);
  manager = sit_down (&fixture, "p2");
  tnk_test_store_refused (tnk_desk_export_person (manager, "2026", "p1", fixture.file, &error), &error, TNK_ERROR_REFUSED, "p1");
}

/* --- too few people --- */

#define FEW "少人数で非表示"

static void
assert_few (Fixture *self,
            gboolean few)
{
  g_autofree char *overview = tnk_test_xlsx_sheet (self->file, "概要"), *controls = tnk_test_xlsx_sheet (self->file, "管理策");
  g_autofree char *comments = tnk_test_xlsx_sheet (self->file, "コメント");

  g_assert_cmpint (strstr (overview, "3人未満の役割の回答") != NULL, ==, few);
  g_assert_cmpint (strstr (controls, FEW) != NULL, ==, few);
  g_assert_cmpint (strstr (comments, COMMENT) == NULL, ==, few);
}

/* The workbook for those who answer for d2, of which two have handed in: by the desk and by whoever holds the store. */
static void
test_few (void)
{
  g_auto (Fixture) fixture = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  manager = sit_down (&fixture, "p2");
  g_assert_true (tnk_desk_export_department (manager, "2026", "d2", fixture.file, NULL, NULL, NULL, &error));
  assert_few (&fixture, FALSE);
  tnk_test_store_meddle (fixture.test.path, "UPDATE campaign SET visibility = 'counts'");
  g_assert_true (tnk_desk_export_department (manager, "2026", "d2", fixture.file, NULL, NULL, NULL, &error));
  assert_few (&fixture, TRUE);
  g_assert_true (tnk_export_department (fixture.test.store, "2026", "d2", fixture.file, NULL, NULL, NULL, NULL, &error));
  assert_few (&fixture, TRUE);
}

/* Not a word about another department, in no part of the file. */
static void
test_no_other (void)
{
  static const char *const parts[] = {"xl/workbook.xml", "docProps/app.xml", "docProps/core.xml"};
  static const char *const sheets[] = {"概要", "提出状況", "提出者一覧", "章・節", "管理策", "不備", "コメント", "改善計画", "集計", "集計_提出"};
  g_auto (Fixture) fixture = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *names = NULL;

  fixture_init (&fixture);
  manager = sit_down (&fixture, "p2");
  g_assert_true (tnk_desk_export_department (manager, "2026", "d2", fixture.file, NULL, NULL, NULL, &error));
  names = tnk_test_xlsx_sheets (fixture.file);
  g_assert_cmpstr (names, ==, "概要 提出状況 提出者一覧 章・節 管理策 不備 コメント 改善計画 集計 集計_提出");
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
    g_autofree char *xml = tnk_test_xlsx_sheet (fixture.file, sheets[i]);

    g_string_append (all, xml);
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *xml = tnk_test_xlsx_part (fixture.file, parts[i]);

    g_string_append (all, xml);
  }
  g_assert_nonnull (strstr (all->str, ">d2<"));
  g_assert_null (strstr (all->str, ">d3<"));
  g_assert_null (strstr (all->str, ">d1<"));
  g_assert_null (strstr (all->str, ">p5<"));
}

/* --- whole or not at all --- */

static void
test_cancelled (void)
{
  g_auto (Fixture) fixture = {0};
  g_autoptr (TnkDesk) secretary = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  fixture_init (&fixture);
  secretary = sit_down (&fixture, "p1");
  g_assert_true (g_file_set_contents (fixture.file, "before", -1, NULL));
  tnk_test_store_cancelled (tnk_desk_export_scorecard (secretary, "2026", fixture.file, tnk_test_store_cancel_cb, cancellable, cancellable, &error), &error);
  g_cancellable_reset (cancellable);
  tnk_test_store_cancelled (tnk_desk_export_department (secretary, "2026", "d2", fixture.file, tnk_test_store_cancel_cb, cancellable, cancellable, &error), &error);
  tnk_test_store_cancelled (tnk_desk_export_plan (secretary, "2026", NULL, fixture.file, cancellable, &error), &error);
  kept = tnk_test_read (fixture.file);
  g_assert_cmpstr (kept, ==, "before");
  g_assert_cmpuint (tnk_test_count_entries (fixture.dir), ==, 1);
}

/* A book must not take the place of the store. */
static void
test_store_itself (void)
{
  g_auto (Fixture) fixture = {0};
  g_autoptr (TnkDesk) secretary = NULL;

  fixture_init (&fixture);
  secretary = sit_down (&fixture, "p1");
  for (Book book = BOOK_SCORECARD; book <= BOOK_REMINDERS; book++) {
    g_autoptr (GError) error = NULL;
    const char *about = book == BOOK_DEPARTMENT ? "d2" : book == BOOK_PERSON ? "p1"
                                                                             : NULL;

    tnk_test_store_refused (export_book (secretary, book, about, fixture.test.path, &error), &error, TNK_ERROR_EXPORT, "another file");
  }
  tnk_test_store_verify (fixture.test.store);
}

/* The command line and a desk write the same. */
static void
test_same (void)
{
  g_auto (Fixture) fixture = {0};
  g_autoptr (TnkDesk) secretary = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL, *one_bytes = NULL, *other_bytes = NULL;
  gsize one_length = 0, other_length = 0;

  fixture_init (&fixture);
  other = g_build_filename (fixture.dir, "other.xlsx", NULL);
  secretary = sit_down (&fixture, "p1");
  g_assert_true (tnk_desk_export_scorecard (secretary, "2026", fixture.file, NULL, NULL, NULL, &error));
  g_assert_true (tnk_export_scorecard (fixture.test.store, "2026", NULL, other, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture.file, &one_bytes, &one_length, NULL));
  g_assert_true (g_file_get_contents (other, &other_bytes, &other_length, NULL));
  g_assert_cmpmem (one_bytes, one_length, other_bytes, other_length);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskExport/rights", test_rights);
  g_test_add_func ("/Tenken/DeskExport/names", test_names);
  g_test_add_func ("/Tenken/DeskExport/few", test_few);
  g_test_add_func ("/Tenken/DeskExport/no-other", test_no_other);
  g_test_add_func ("/Tenken/DeskExport/cancelled", test_cancelled);
  g_test_add_func ("/Tenken/DeskExport/store-itself", test_store_itself);
  g_test_add_func ("/Tenken/DeskExport/same", test_same);
  return g_test_run ();
}
