/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tenken-export-file.h"
#include "tenken-export-kinds.h"
#include "tenken-export-page.h"
#include "tenken-export-row.h"
#include "tnk-ui-export.h"

/* What each office can take away, and what becomes of it. */

static TnkUi ui;

static void
open_page (TnkRights office)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "ja", FALSE);
  tnk_ui_desk_open (&ui, office, "export");
}

static void
close_page (void)
{
  tnk_ui_export_clean ();
  tnk_ui_close (&ui);
}

static GtkWidget *
find_row (GtkWidget *below,
          const char *id)
{
  if (TENKEN_IS_EXPORT_ROW (below) && g_str_equal (tenken_export_row_get_id (TENKEN_EXPORT_ROW (below)), id))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, id);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
get_row (const char *id)
{
  return find_row (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), id);
}

static GtkWidget *
get_button (const char *id)
{
  return tnk_ui_find (get_row (id), GTK_TYPE_BUTTON);
}

typedef struct
{
  const char *name;
  TnkRights office;
  const char *there; /* ids with a space behind each */
} Offer;

static const Offer offers[] = {
  {"manager", TNK_RIGHTS_DEPARTMENT, "department plan reminders person "},
  {"secretariat", TNK_RIGHTS_SECRETARIAT, "audit exceptions scorecard department plan reminders person "},
  {"committee", TNK_RIGHTS_COMMITTEE, "audit exceptions scorecard department plan "},
  {"audit", TNK_RIGHTS_AUDIT, "audit exceptions scorecard "},
};

static void
test_offers (gconstpointer data)
{
  const Offer *offer = data;
  g_autoptr (GString) there = g_string_new (NULL);

  open_page (offer->office);
  for (const TenkenExportKind *kind = tenken_export_kinds; kind->id != NULL; kind++)
    if (get_row (kind->id) != NULL)
      g_string_append_printf (there, "%s ", kind->id);
  g_assert_cmpstr (there->str, ==, offer->there);
  close_page ();
}

/* An edited plan is read back from here, in each office that may change the plan. */
static void
test_reads_back (void)
{
  static const TnkRights offices[] = {TNK_RIGHTS_DEPARTMENT, TNK_RIGHTS_SECRETARIAT, TNK_RIGHTS_COMMITTEE};

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++) {
    open_page (offices[i]);
    g_assert_true (gtk_widget_is_sensitive (get_button ("plan-back")));
    close_page ();
  }
}

/* Every kind is written, each in an office that has it. */
static void
test_writes (void)
{
  static const char *const kinds[] = {"scorecard", "department", "plan", "reminders", "audit", "exceptions"};

  open_page (TNK_RIGHTS_SECRETARIAT);
  tenken_desk_set_department_id (tnk_ui_desk_get (&ui), tnk_department_get_id (tnk_body_get_department (tenken_desk_get_tree (tnk_ui_desk_get (&ui)), 1)));
  tnk_ui_desk_settle (&ui);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const char *file = tnk_ui_export_write (&ui, kinds[i]);

    g_test_message ("%s", kinds[i]);
    g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
    g_assert_null (tnk_ui_find_dialog (&ui));
  }
  close_page ();
}

/* Whoever audits has nothing to read back here, and no heading that says so. */
static void
test_audit (void)
{
  static const char *const kinds[] = {"audit", "exceptions", "scorecard"};

  open_page (TNK_RIGHTS_AUDIT);
  g_assert_null (get_row ("plan-back"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_assert_true (g_file_test (tnk_ui_export_write (&ui, kinds[i]), G_FILE_TEST_IS_REGULAR));
    g_assert_null (tnk_ui_find_dialog (&ui));
  }
  close_page ();
}

/* Where it was put stands in its row, and nowhere else. */
static void
test_says_where (void)
{
  GtkWidget *label = NULL;

  open_page (TNK_RIGHTS_COMMITTEE);
  tnk_ui_export_write (&ui, "plan");
  tnk_ui_export_write (&ui, "scorecard");
  label = gtk_widget_get_last_child (get_row ("scorecard"));
  g_assert_true (gtk_widget_get_visible (label));
  label = tnk_ui_find (label, GTK_TYPE_LABEL);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "scorecard.xlsx"));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (get_row ("plan"))));
  close_page ();
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (&ui) != NULL;
}

static void
test_says_why_not (void)
{
  open_page (TNK_RIGHTS_COMMITTEE);
  tenken_export_page_write (TENKEN_EXPORT_PAGE (tnk_ui_desk_get_page (&ui)), "scorecard", "/nowhere/at-all/x.xlsx");
  tnk_ui_wait (has_dialog, NULL, "the dialog");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (get_row ("scorecard"))));
  tnk_ui_close_dialogs (&ui);
  close_page ();
}

/* The whole body has a scorecard; a department’s workbook needs one to be chosen. */
static void
test_needs_department (void)
{
  TenkenDesk *desk;

  open_page (TNK_RIGHTS_SECRETARIAT);
  desk = tnk_ui_desk_get (&ui);
  g_assert_null (tenken_desk_get_department_id (desk));
  g_assert_false (gtk_widget_is_sensitive (get_button ("department")));
  g_assert_true (gtk_widget_is_sensitive (get_button ("scorecard")));
  tenken_desk_set_department_id (desk, tnk_department_get_id (tnk_body_get_department (tenken_desk_get_tree (desk), 1)));
  tnk_ui_desk_settle (&ui);
  g_assert_true (gtk_widget_is_sensitive (get_button ("department")));
  close_page ();
}

/* Names of files that every system takes. */
static void
test_names (void)
{
  const TenkenExportKind *kind = tenken_export_kinds_find ("person");
  g_autofree char *name = NULL;

  open_page (TNK_RIGHTS_DEPARTMENT);
  name = tenken_export_kind_make_name (kind, tnk_ui_desk_get (&ui), "../a:b");
  g_assert_null (strpbrk (name, "/:"));
  g_assert_true (g_str_has_suffix (name, ".xlsx"));
  close_page ();
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/ExportPage/offers/", offers[i].name, NULL);

    g_test_add_data_func (path, &offers[i], test_offers);
  }
  g_test_add_func ("/Tenken/ExportPage/reads-back", test_reads_back);
  g_test_add_func ("/Tenken/ExportPage/writes", test_writes);
  g_test_add_func ("/Tenken/ExportPage/audit", test_audit);
  g_test_add_func ("/Tenken/ExportPage/says-where", test_says_where);
  g_test_add_func ("/Tenken/ExportPage/says-why-not", test_says_why_not);
  g_test_add_func ("/Tenken/ExportPage/needs-department", test_needs_department);
  g_test_add_func ("/Tenken/ExportPage/names", test_names);
  result = g_test_run ();
  tnk_ui_clear (&ui);
  return result;
}
