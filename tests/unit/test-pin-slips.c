/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tnk-body-private.h"
#include "tnk-error.h"
#include "tnk-pin-slip-private.h"
#include "tnk-pin-slips.h"
#include "tnk-test-xlsx.h"

/* Departments of one name, so that their sheets would have one too. */
static TnkBody *
make_body (guint n_departments,
           const char *name)
{
  TnkBody *body = tnk_body_new_empty ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));
  g_auto (TnkProblems) problems = {0};

  tnk_problems_init (&problems);
  g_array_set_clear_func (rows, tnk_department_row_clear);
  for (guint i = 0; i < n_departments; i++) {
    TnkDepartmentRow row = {.id = g_strdup_printf ("d%u", i), .name = g_strdup (name)};

    g_array_append_val (rows, row);
  }
  g_assert_true (tnk_body_set_departments (body, rows, "rows", &problems));
  return body;
}

static void
add_slip (GPtrArray *slips,
          TnkBody *body,
          guint department,
          const char *name)
{
  static const char *const roles[] = {"staff", NULL};
  g_autofree char *id = g_strdup_printf ("P%03u", slips->len);
  g_autofree char *pin = g_strdup_printf ("4815%04u", slips->len);

  g_assert_true (tnk_body_add_person (body, id, name, tnk_body_get_department (body, department), roles));
  g_ptr_array_add (slips, tnk_pin_slip_new (body, tnk_body_lookup_person (body, id), pin));
}

static GPtrArray *
make_slips (TnkBody *body,
            guint n)
{
  GPtrArray *slips = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_pin_slip_unref);

  for (guint i = 0; i < n; i++)
    add_slip (slips, body, i % tnk_body_get_n_departments (body), "点検 太郎");
  return slips;
}

static char *
write_slips (GPtrArray *slips)
{
  g_autofree char *dir = tnk_test_dir ();
  char *file = g_build_filename (dir, "slips.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_pin_slips_write (slips, "点検市", "令和8年度 自己点検", "2026-11-30", file, NULL, &error));
  g_assert_no_error (error);
  return file;
}

static void
assert_cell (const char *sheet,
             const char *cell,
             const char *text)
{
  g_autofree char *found = tnk_test_xlsx_cell (sheet, cell);

  g_assert_cmpstr (found, ==, text);
}

static void
test_slip (void)
{
  g_autoptr (TnkBody) body = make_body (1, "総務課");
  g_autoptr (GPtrArray) slips = make_slips (body, 2);
  g_autofree char *file = write_slips (slips);
  g_autofree char *sheet = tnk_test_xlsx_sheet (file, "総務課");

  assert_cell (sheet, "A1", "総務課");
  assert_cell (sheet, "G1", "1 / 1");
  assert_cell (sheet, "B2", "点検市　令和8年度 自己点検");
  assert_cell (sheet, "C3", "総務課");
  assert_cell (sheet, "C4", "点検 太郎");
  assert_cell (sheet, "C5", "P000");
  assert_cell (sheet, "C6", "4815 0000");
  assert_cell (sheet, "G5", "P001");
  assert_cell (sheet, "G6", "4815 0001");
  g_assert_nonnull (strstr (sheet, "2026年11月30日（月）までに点検用の端末で、"));
  g_assert_nonnull (strstr (sheet, "choose your own"));
  g_assert_nonnull (strstr (sheet, "機密性２"));
  g_assert_null (strstr (sheet, "<f>"));
}

/* Neither a campaign nor its last day need be there. */
static void
test_without_campaign (void)
{
  g_autoptr (TnkBody) body = make_body (1, "総務課");
  g_autoptr (GPtrArray) slips = make_slips (body, 1);
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "slips.xlsx", NULL);
  g_autofree char *sheet = NULL;

  g_assert_true (tnk_pin_slips_write (slips, "点検市", NULL, NULL, file, NULL, NULL));
  sheet = tnk_test_xlsx_sheet (file, "総務課");
  assert_cell (sheet, "B2", "点検市");
  g_assert_null (strstr (sheet, "までに"));
}

/* Slips come in the order of the roster, which may go to and fro between departments. */
static void
test_departments (void)
{
  g_autoptr (TnkBody) body = make_body (2, "総務課");
  g_autoptr (GPtrArray) slips = make_slips (body, 42);
  g_autofree char *file = write_slips (slips);
  g_autofree char *sheets = tnk_test_xlsx_sheets (file);
  g_autofree char *second = tnk_test_xlsx_sheet (file, "総務課 2");

  g_assert_cmpstr (sheets, ==, "総務課 総務課 2");
  assert_cell (second, "C5", "P001");
  assert_cell (second, "G5", "P003");
  /* 21 slips are three pages: ten, ten and one. */
  assert_cell (second, "G1", "1 / 3");
  assert_cell (second, "G42", "2 / 3");
  assert_cell (second, "G83", "3 / 3");
  g_assert_nonnull (strstr (second, "<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"41\""));
  g_assert_nonnull (strstr (second, "<brk id=\"82\""));
}

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at++)
    n++;
  return n;
}

/* Each sheet is an open file until the end, so departments share sheets before the files run out. */
static void
test_many_departments (void)
{
  g_autoptr (TnkBody) body = make_body (1201, "課");
  g_autoptr (GPtrArray) slips = make_slips (body, 1201);
  g_autofree char *file = write_slips (slips);
  g_autofree char *book = tnk_test_xlsx_part (file, "xl/workbook.xml");
  g_autofree char *first = tnk_test_xlsx_sheet (file, "課");

  g_assert_cmpuint (count (book, "<sheet name="), ==, 301);
  g_assert_cmpuint (count (first, "<brk "), ==, 3);
}

/* A sheet takes so many breaks and no more. */
static void
test_many_pages (void)
{
  g_autoptr (TnkBody) body = make_body (1, "本庁");
  g_autoptr (GPtrArray) slips = make_slips (body, 10245);
  g_autofree char *file = write_slips (slips);
  g_autofree char *sheets = tnk_test_xlsx_sheets (file);
  g_autofree char *second = tnk_test_xlsx_sheet (file, "本庁 2");

  g_assert_cmpstr (sheets, ==, "本庁 本庁 2");
  assert_cell (second, "G1", "1025 / 1025");
}

static void
test_hostile_names (void)
{
  static const char *const names[] = {"=1+1", "+81", "%n %s", "<b>太字</b> & \"引用\"", "'[]:*?/\\", "History"};
  GString *long_name = g_string_new (NULL);
  g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_pin_slip_unref);
  g_autofree char *sheets = NULL;
  g_autofree char *file = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (long_name, "長");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (TnkBody) body = make_body (1, names[i]);
    g_autofree char *one = NULL;
    g_autofree char *sheet = NULL;

    g_ptr_array_set_size (slips, 0);
    add_slip (slips, body, 0, i == 0 ? long_name->str : names[i]);
    one = write_slips (slips);
    sheet = tnk_test_xlsx_part (one, "xl/worksheets/sheet1.xml");
    g_assert_null (strstr (sheet, "<f>"));
    if (i > 0)
      assert_cell (sheet, "C4", strchr (names[i], '<') != NULL ? "&lt;b&gt;太字&lt;/b&gt; &amp; \"引用\"" : names[i]);
    g_free (sheets);
    sheets = tnk_test_xlsx_sheets (one);
  }
  g_assert_cmpstr (sheets, ==, "History 2");
  g_string_free (long_name, TRUE);
}

/* Not even where the umask would let everybody read. */
static void
test_private (void)
{
  g_autoptr (TnkBody) body = make_body (1, "総務課");
  g_autoptr (GPtrArray) slips = make_slips (body, 1);
  mode_t old = umask (0);
  g_autofree char *file = write_slips (slips);
  GStatBuf info;

  umask (old);
  g_assert_no_errno (g_stat (file, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_cancelled (void)
{
  g_autoptr (TnkBody) body = make_body (1, "総務課");
  g_autoptr (GPtrArray) slips = make_slips (body, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "slips.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tnk_pin_slips_write (slips, "点検市", NULL, NULL, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tnk_test_count_entries (dir), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (TnkBody) body = make_body (1, "総務課");
  g_autoptr (GPtrArray) slips = make_slips (body, 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_pin_slips_write (slips, "点検市", NULL, NULL, "/nowhere/slips.xlsx", NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  tnk_test_assert_line (error->message, "cannot write “/nowhere/slips.xlsx”", "choose a folder");
}

static void
test_guards (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  tnk_test_expect_critical ();
  g_assert_false (tnk_pin_slips_write (none, "点検市", NULL, NULL, "slips.xlsx", NULL, NULL));
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/PinSlips/slip", test_slip);
  g_test_add_func ("/Tenken/PinSlips/without-campaign", test_without_campaign);
  g_test_add_func ("/Tenken/PinSlips/departments", test_departments);
  g_test_add_func ("/Tenken/PinSlips/many-departments", test_many_departments);
  g_test_add_func ("/Tenken/PinSlips/many-pages", test_many_pages);
  g_test_add_func ("/Tenken/PinSlips/hostile-names", test_hostile_names);
  g_test_add_func ("/Tenken/PinSlips/private", test_private);
  g_test_add_func ("/Tenken/PinSlips/cancelled", test_cancelled);
  g_test_add_func ("/Tenken/PinSlips/no-folder", test_no_folder);
  g_test_add_func ("/Tenken/PinSlips/guards", test_guards);
  return g_test_run ();
}
