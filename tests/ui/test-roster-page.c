/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-import-page.h"
#include "tenken-roster-people.h"
#include "tenken-sheets-edits.h"
#include "tenken-table.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-roster-pages.h"

/* The roster and the sheets as a person works with them: what is shown is what is done, and nothing before it is said. */

static TnkUi ui;

static GtkWidget *
find (GType type)
{
  return tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), type);
}

static void
open_place (TnkRights office,
            const char *place)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "ja", FALSE);
  tnk_ui_desk_open (&ui, office, place);
}

static TnkBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  TnkBody *body = tnk_store_load_body (tnk_ui_get_store (&ui, TNK_UI_DEMO), &error);

  g_assert_no_error (error);
  return body;
}

static void
test_people (void)
{
  g_autoptr (TnkBody) body = NULL;
  TenkenRosterPeople *people;
  GListModel *seen;

  open_place (TNK_RIGHTS_SECRETARIAT, "roster");
  body = load_body ();
  people = TENKEN_ROSTER_PEOPLE (find (TENKEN_TYPE_ROSTER_PEOPLE));
  seen = tenken_table_get_seen (TENKEN_TABLE (tnk_ui_find (GTK_WIDGET (people), TENKEN_TYPE_TABLE)));
  g_assert_cmpuint (g_list_model_get_n_items (seen), ==, tnk_body_get_n_people (body));
  tenken_roster_people_show_department (people, tnk_department_get_id (tnk_body_get_department (body, tnk_body_get_n_departments (body) - 1)));
  g_assert_cmpuint (g_list_model_get_n_items (seen), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (seen), <, tnk_body_get_n_people (body));
  g_assert_nonnull (tenken_roster_people_get_department (people));
  tnk_ui_close (&ui);
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (&ui) != NULL;
}

/* The files at fault are shown, nothing is imported; sound ones are previewed, then imported. Drafts that would go are said once
 * more. */
static void
test_import (void)
{
  g_autoptr (TnkBody) before = NULL, previewed = NULL, after = NULL;

  open_place (TNK_RIGHTS_SECRETARIAT, "roster-import");
  before = load_body ();
  tnk_ui_roster_show_faults (&ui, NULL);
  gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), "import.apply", NULL);
  tnk_ui_roster_act (&ui, "import.again", "files");
  tnk_ui_roster_show_preview (&ui, NULL);
  previewed = load_body ();
  g_assert_cmpuint (tnk_body_get_n_people (previewed), ==, tnk_body_get_n_people (before));
  gtk_window_set_focus (GTK_WINDOW (ui.window), NULL); /* as when the button is pressed: the filter is left */
  gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), "import.apply", NULL);
  if (tnk_ui_find_dialog (&ui) != NULL)
    g_signal_emit_by_name (tnk_ui_find_dialog (&ui), "response", "go");
  tnk_ui_roster_act (&ui, "import.none", "done");
  after = load_body ();
  g_assert_cmpuint (tnk_body_get_n_people (after), <, tnk_body_get_n_people (before));
  g_assert_nonnull (tnk_body_lookup_department (after, "N1"));
  tnk_ui_close (&ui);
}

/* Nothing can be taken in before every conflict is decided. */
static void
test_sheets (void)
{
  GtkWidget *edits;

  open_place (TNK_RIGHTS_SECRETARIAT, "sheets");
  tnk_ui_sheets_show_preview (&ui, NULL);
  edits = find (TENKEN_TYPE_SHEETS_EDITS);
  gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), "import.apply", NULL);
  tnk_ui_roster_act (&ui, "import.none", "preview");
  gtk_widget_activate_action (edits, "edits.all-sheet", NULL);
  tnk_ui_roster_act (&ui, "import.apply", "done");
  tnk_ui_close (&ui);
}

/* One sheet is empty: the others are read without it. */
static void
test_without (void)
{
  open_place (TNK_RIGHTS_SECRETARIAT, "sheets");
  tnk_ui_sheets_show_one_fault (&ui);
  gtk_window_set_focus (GTK_WINDOW (ui.window), NULL); /* as when the button is pressed: the filter is left */
  tnk_ui_roster_act (&ui, "import.without", "preview");
  g_assert_cmpuint (g_strv_length ((GStrv) tenken_import_page_get_files (TENKEN_IMPORT_PAGE (tnk_ui_desk_get_page (&ui)), 0)), ==, 4);
  tnk_ui_close (&ui);
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (&ui) == NULL;
}

static guint
count_rights (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rights = tnk_store_list_rights (tnk_ui_get_store (&ui, TNK_UI_DEMO), &error);

  g_assert_no_error (error);
  return rights->len;
}

/* A right needs somebody of the roster to hold it. */
static void
test_rights (void)
{
  g_autoptr (TnkBody) body = NULL;
  GtkWidget *dialog, *person;
  guint before;

  open_place (TNK_RIGHTS_SECRETARIAT, "roster/rights");
  body = load_body ();
  before = count_rights ();
  tnk_ui_roster_show_grant (&ui, NULL);
  tnk_ui_wait (has_dialog, NULL, "the dialog");
  dialog = GTK_WIDGET (tnk_ui_find_dialog (&ui));
  person = tnk_ui_find (dialog, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (person), "nobody");
  gtk_widget_activate_action (dialog, "edit.save", NULL);
  g_assert_true (tnk_ui_find_dialog (&ui) == GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (person), tnk_person_get_id (tnk_body_get_person (body, tnk_body_get_n_people (body) - 1)));
  gtk_widget_activate_action (dialog, "edit.save", NULL);
  tnk_ui_wait (has_no_dialog, NULL, "the right");
  g_assert_cmpuint (count_rights (), ==, before + 1);
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/RosterPage/people", test_people);
  g_test_add_func ("/Tenken/RosterPage/rights", test_rights);
  g_test_add_func ("/Tenken/SheetsPage/without", test_without);
  g_test_add_func ("/Tenken/SheetsPage/take-in", test_sheets);
  g_test_add_func ("/Tenken/RosterImportPage/import", test_import);
  result = g_test_run ();
  tnk_ui_clear (&ui);
  return result;
}
