/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-lapsed-list.h"
#include "tenken-record-page.h"
#include "tenken-turnout-page.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-lapsed.h"

/* What is done about exceptions that end or have ended, by what is on the screen, on the store of a made-up city. */

static TnkUi ui;

static GtkWidget *
page (void)
{
  return GTK_WIDGET (tnk_ui_desk_get_page (&ui));
}

static GtkWidget *
open_lapsed (TnkRights office)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, office, "records");
  tnk_ui_lapsed_show (&ui, NULL);
  return tnk_ui_find (page (), TENKEN_TYPE_LAPSED_LIST);
}

static void
select_first (GtkWidget *list)
{
  GtkWidget *view = tnk_ui_find (list, GTK_TYPE_COLUMN_VIEW);

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 0, TRUE);
}

static gboolean
shows (gpointer user_data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (page (), *(GType *) user_data);
}

static void
wait_for_page (GType type)
{
  tnk_ui_wait (shows, &type, g_type_name (type));
  tnk_ui_desk_settle (&ui);
}

static GtkWidget *
find_button (GtkWidget *below,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (below)), label) == 0)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
assert_visible (GtkWidget *below,
                const char *label,
                gboolean visible)
{
  GtkWidget *button = find_button (below, label);

  g_assert_nonnull (button);
  g_assert_cmpint (gtk_widget_get_visible (button), ==, visible);
}

static gboolean
has_text (GtkWidget *below,
          const char *text)
{
  gboolean found = GTK_IS_LABEL (below) && g_str_equal (gtk_label_get_text (GTK_LABEL (below)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL && !found; child = gtk_widget_get_next_sibling (child))
    found = has_text (child, text);
  return found;
}

static gboolean
tells_which (gpointer user_data)
{
  return has_text (page (), user_data);
}

/* A draft like the application before, but for its days. */
static void
assert_like_before (void)
{
  TnkRecord *record = tenken_record_page_get_record (TENKEN_RECORD_PAGE (page ()));

  g_assert_cmpstr (tnk_record_get_value (record, "controls"), ==, TNK_UI_LAPSED_CONTROL);
  g_assert_cmpstr (tnk_record_get_value (record, "reason"), ==, "古い装置に自動で閉じる仕組みがない。");
  g_assert_cmpstr (tnk_record_get_value (record, "substitute"), ==, "席を離れるときに手で閉じ、部屋に鍵を掛ける。");
  g_assert_cmpstr (tnk_record_get_value (record, "ends"), ==, "");
}

static void
test_renew (void)
{
  GtkWidget *list = open_lapsed (TNK_RIGHTS_DEPARTMENT);

  assert_visible (list, "Apply again", TRUE);
  gtk_widget_activate_action (list, "lapsed.renew", NULL);
  tnk_ui_desk_settle (&ui);
  g_assert_false (TENKEN_IS_RECORD_PAGE (page ())); /* nothing was selected */
  select_first (list);
  gtk_widget_activate_action (list, "lapsed.renew", NULL);
  wait_for_page (TENKEN_TYPE_RECORD_PAGE);
  assert_like_before ();
  tnk_ui_close (&ui);
}

static void
test_application (void)
{
  GtkWidget *list = open_lapsed (TNK_RIGHTS_DEPARTMENT);

  select_first (list);
  gtk_widget_activate_action (list, "lapsed.exception", NULL);
  wait_for_page (TENKEN_TYPE_RECORD_PAGE);
  g_assert_cmpstr (tnk_record_get_value (tenken_record_page_get_record (TENKEN_RECORD_PAGE (page ())), "controls"), ==, TNK_UI_LAPSED_CONTROL);
  tnk_ui_close (&ui);
}

static void
test_questionnaire (void)
{
  GtkWidget *list = open_lapsed (TNK_RIGHTS_DEPARTMENT);

  assert_visible (list, "Open the questionnaire", TRUE);
  select_first (list);
  gtk_widget_activate_action (list, "lapsed.paper", NULL);
  wait_for_page (TENKEN_TYPE_TURNOUT_PAGE);
  tnk_ui_wait (tells_which, "⚠ Open again, since the exception has ended: 5.3 (1) ①", "which answer is open again");
  tnk_ui_close (&ui);
}

/* Who only sees figures is offered neither a questionnaire nor an application of one's own. */
static void
test_committee (void)
{
  GtkWidget *list = open_lapsed (TNK_RIGHTS_COMMITTEE);

  assert_visible (list, "Open the questionnaire", FALSE);
  assert_visible (list, "Apply again", FALSE);
  assert_visible (list, "Open the application", TRUE);
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/RecordsPage/renew", test_renew);
  g_test_add_func ("/Tenken/RecordsPage/application", test_application);
  g_test_add_func ("/Tenken/RecordsPage/questionnaire", test_questionnaire);
  g_test_add_func ("/Tenken/RecordsPage/committee", test_committee);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
