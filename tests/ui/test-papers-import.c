/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-audit.h"
#include "tnk-ui-roster-pages.h"

/* Work papers from a file: seen first, all or none, in the name of who took them in. */

static TnkUi ui;

static guint
count_papers (const char *audit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAuditBook) book = tnk_store_load_audit (tnk_ui_get_store (&ui, TNK_UI_DEMO), audit_id, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < tnk_audit_book_get_n_papers (book); i++)
    n += tnk_work_paper_get_verdict (tnk_audit_book_get_paper (book, i)) != TNK_VERDICT_NOT_EXAMINED;
  return n;
}

static void
open_page (void)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "ja", FALSE);
  tnk_ui_desk_open (&ui, TNK_RIGHTS_AUDIT, "papers");
}

/* A row that is no good stores none. */
static void
test_faults (void)
{
  guint before;

  open_page ();
  before = count_papers (tnk_ui_audit_make (&ui));
  tnk_ui_audit_choose_papers (&ui, "perhaps");
  tnk_ui_roster_act (&ui, "import.preview", "faults");
  g_assert_cmpuint (count_papers (tnk_ui_audit_make (&ui)), ==, before);
  tnk_ui_close (&ui);
}

static void
test_stores (void)
{
  guint before;

  open_page ();
  before = count_papers (tnk_ui_audit_make (&ui));
  tnk_ui_audit_choose_papers (&ui, "observation");
  tnk_ui_roster_act (&ui, "import.preview", "preview");
  g_assert_cmpuint (count_papers (tnk_ui_audit_make (&ui)), ==, before);
  gtk_window_set_focus (GTK_WINDOW (ui.window), NULL); /* as when the button is pressed: the filter is left */
  tnk_ui_roster_act (&ui, "import.apply", "done");
  g_assert_cmpuint (count_papers (tnk_ui_audit_make (&ui)), ==, before + 1);
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/PapersImport/faults", test_faults);
  g_test_add_func ("/Tenken/PapersImport/stores", test_stores);
  result = g_test_run ();
  tnk_ui_clear (&ui);
  return result;
}
