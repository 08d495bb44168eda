/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-desk-finder.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-sample.h"

/* What all pages of a desk have in common: when they read, what they show meanwhile, and that nothing comes too late. */

static TnkUi ui;

#define COUNTS tnk_ui_sample_counts

/* A desk with samples, of somebody who holds the office. */
static TenkenDeskView *
open_desk (TnkRights office)
{
  tnk_ui_sample_reset ();
  tnk_ui_open (&ui, TNK_UI_PLAIN, "en", FALSE);
  return tnk_ui_desk_show (&ui, office, tnk_ui_sample_places);
}

static TenkenDeskView *
open_settled (TnkRights office)
{
  TenkenDeskView *view = open_desk (office);

  tnk_ui_desk_settle (&ui);
  return view;
}

static TnkUiSample *
get_sample (void)
{
  return TNK_UI_SAMPLE (tnk_ui_desk_get_page (&ui));
}

static gboolean
is_ready (gpointer user_data)
{
  return tenken_desk_is_ready (tnk_ui_desk_get (&ui));
}

static gboolean
is_at_least (gpointer user_data)
{
  const int *pair = user_data;

  return g_atomic_int_get (&COUNTS.n_fetched) >= pair[0];
}

static void
wait_for_fetch (int n)
{
  tnk_ui_wait (is_at_least, &n, "the page to read");
}

/* All that was on its way has come back. */
static void
let_all_come (void)
{
  gint64 end = g_get_monotonic_time () + 300000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static const char *
get_state (void)
{
  GtkWidget *stack = adw_bin_get_child (ADW_BIN (get_sample ()));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
press (const char *label)
{
  GtkWidget *status = tnk_ui_find (GTK_WIDGET (get_sample ()), ADW_TYPE_STATUS_PAGE);
  GtkWidget *button = adw_status_page_get_child (ADW_STATUS_PAGE (status));

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, label);
  g_signal_emit_by_name (button, "clicked");
}

/* --- the desk --- */

static void
test_first (void)
{
  TenkenDesk *desk;

  open_settled (TNK_RIGHTS_SECRETARIAT);
  desk = tnk_ui_desk_get (&ui);
  g_assert_cmpstr (tenken_desk_get_campaign_id (desk), ==, "2026");
  g_assert_null (tenken_desk_get_department_id (desk));
  g_assert_cmpuint (tenken_desk_get_campaigns (desk)->len, ==, 1);
  g_assert_cmpuint (tnk_body_get_n_departments (tenken_desk_get_tree (desk)), ==, 2);
  g_assert_cmpstr (tnk_campaign_get_id (tenken_desk_get_campaign (desk)), ==, "2026");
  g_assert_cmpuint (tenken_desk_choose_office (TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_AUDIT), ==,
                    TNK_RIGHTS_DEPARTMENT);
  tnk_ui_close (&ui);
}

static void
test_own_department (void)
{
  TenkenDesk *desk;

  open_settled (TNK_RIGHTS_DEPARTMENT);
  desk = tnk_ui_desk_get (&ui);
  g_assert_cmpstr (tenken_desk_get_department_id (desk), ==, "D2");
  g_assert_cmpstr (tnk_ui_sample_get_text (get_sample ()), ==, "2026 D2");
  /* Neither the whole body, nor what is above, nor what is not there. */
  tenken_desk_set_department_id (desk, NULL);
  tenken_desk_set_department_id (desk, "D1");
  tenken_desk_set_department_id (desk, "D9");
  g_assert_cmpstr (tenken_desk_get_department_id (desk), ==, "D2");
  g_assert_cmpint (COUNTS.n_fetched, ==, 1);
  tnk_ui_close (&ui);
}

static void
test_office (void)
{
  TenkenDesk *desk;

  open_settled (TNK_RIGHTS_DEPARTMENT);
  desk = tnk_ui_desk_get (&ui);
  tenken_desk_go (desk, "other/7");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpint (COUNTS.n_made, ==, 2);
  tenken_desk_set_office (desk, TNK_RIGHTS_SECRETARIAT);
  tnk_ui_desk_settle (&ui);
  g_assert_cmpint (COUNTS.n_gone, ==, 2);
  g_assert_cmpstr (tenken_desk_view_get_place (tnk_ui_desk_get_view (&ui)), ==, "home");
  g_assert_cmpstr (tnk_ui_sample_get_text (get_sample ()), ==, "2026 -");
  g_assert_cmpint (COUNTS.n_made, ==, 3);
  tnk_ui_close (&ui);
}

/* --- when a page reads --- */

static void
test_reads_when_shown (void)
{
  TenkenDesk *desk;

  open_settled (TNK_RIGHTS_SECRETARIAT);
  desk = tnk_ui_desk_get (&ui);
  g_assert_cmpint (COUNTS.n_fetched, ==, 1);
  tenken_desk_go (desk, "other");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpint (COUNTS.n_fetched, ==, 2);
  /* What has read, has read. */
  tenken_desk_go (desk, "home");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpint (COUNTS.n_fetched, ==, 2);
  g_assert_cmpint (COUNTS.n_made, ==, 2);
  /* Only the page that is shown reads anew, the other one when it is its turn. */
  tenken_desk_changed (desk);
  tnk_ui_desk_settle (&ui);
  let_all_come ();
  g_assert_cmpint (COUNTS.n_fetched, ==, 3);
  tenken_desk_go (desk, "other");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpint (COUNTS.n_fetched, ==, 4);
  g_assert_cmpint (COUNTS.n_freed, ==, 4);
  tnk_ui_close (&ui);
}

static void
test_department_changes (void)
{
  TenkenDesk *desk;
  int shown;

  open_settled (TNK_RIGHTS_SECRETARIAT);
  desk = tnk_ui_desk_get (&ui);
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_SLOW);
  tenken_desk_changed (desk);
  wait_for_fetch (2);
  shown = COUNTS.n_shown;
  /* What was asked for is not wanted any more. */
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_GOOD);
  tenken_desk_set_department_id (desk, "D2");
  tnk_ui_desk_settle (&ui);
  let_all_come ();
  g_assert_cmpint (COUNTS.n_cancelled, ==, 1);
  g_assert_cmpint (COUNTS.n_shown, ==, shown + 1);
  g_assert_cmpstr (tnk_ui_sample_get_text (get_sample ()), ==, "2026 D2");
  tnk_ui_close (&ui);
}

/* --- what it shows --- */

static void
test_waiting (void)
{
  open_desk (TNK_RIGHTS_SECRETARIAT);
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_SLOW);
  wait_for_fetch (1);
  g_assert_cmpstr (get_state (), ==, "waiting");
  tnk_ui_sample_let_go ();
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_state (), ==, "content");
  tnk_ui_close (&ui);
}

static void
test_empty (void)
{
  open_desk (TNK_RIGHTS_SECRETARIAT);
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_EMPTY);
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_state (), ==, "status");
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_GOOD);
  press ("To the other");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (tenken_desk_view_get_place (tnk_ui_desk_get_view (&ui)), ==, "other");
  tnk_ui_close (&ui);
}

static void
test_broken (void)
{
  open_desk (TNK_RIGHTS_SECRETARIAT);
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_BROKEN);
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_state (), ==, "status");
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_GOOD);
  press ("Try again");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_state (), ==, "content");
  /* Figures that may not hold any more do not stay. */
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_REFUSED);
  tenken_desk_changed (tnk_ui_desk_get (&ui));
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_state (), ==, "status");
  tnk_ui_close (&ui);
}

static void
test_no_right (void)
{
  GtkWidget *status;

  open_desk (TNK_RIGHTS_SECRETARIAT);
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_REFUSED);
  tnk_ui_desk_settle (&ui);
  status = tnk_ui_find (GTK_WIDGET (get_sample ()), ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, "This is not open to you");
  g_assert_false (gtk_widget_get_visible (adw_status_page_get_child (ADW_STATUS_PAGE (status))));
  tnk_ui_close (&ui);
}

/* --- places --- */

static void
test_way_back (void)
{
  TenkenDeskView *view = open_settled (TNK_RIGHTS_SECRETARIAT);
  TenkenDesk *desk = tnk_ui_desk_get (&ui);

  tenken_desk_go (desk, "other/1");
  tenken_desk_go (desk, "other/2");
  tenken_desk_go (desk, "detail/P1");
  tenken_desk_go (desk, "nowhere");
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "detail/P1");
  g_assert_cmpstr (tnk_ui_sample_get_target (get_sample ()), ==, "P1");
  gtk_widget_activate_action (GTK_WIDGET (view), "desk.back", NULL);
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "other/2");
  g_assert_cmpstr (tnk_ui_sample_get_target (get_sample ()), ==, "2");
  gtk_widget_activate_action (GTK_WIDGET (view), "desk.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "desk.back", NULL);
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "home");
  g_assert_null (tnk_ui_sample_get_target (get_sample ()));
  gtk_widget_activate_action (GTK_WIDGET (view), "desk.back", NULL);
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "home");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "desk.place", "u", 2));
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "third");
  tnk_ui_close (&ui);
}

/* --- searching --- */

static GtkWidget *
get_of_finder (const char *name)
{
  GtkWidget *finder = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_view (&ui)), TENKEN_TYPE_DESK_FINDER);

  return GTK_WIDGET (gtk_widget_get_template_child (finder, TENKEN_TYPE_DESK_FINDER, name));
}

/* Types and presses Enter at once. */
static void
find (const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_view (&ui)), "desk.search", NULL);
  let_all_come ();
  gtk_editable_set_text (GTK_EDITABLE (get_of_finder ("search")), words);
  g_signal_emit_by_name (get_of_finder ("search"), "activate");
  let_all_come ();
}

static void
test_search (void)
{
  TenkenDeskView *view = open_settled (TNK_RIGHTS_SECRETARIAT);
  TenkenDesk *desk = tnk_ui_desk_get (&ui);

  find ("ｿｳﾑ");
  g_assert_true (gtk_widget_get_visible (get_of_finder ("word")));
  find ("総務部");
  g_assert_cmpstr (tenken_desk_get_department_id (desk), ==, "D2");
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "home");
  find ("５.４-３-１");
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "results/control/5.4-3-1");
  g_assert_cmpstr (tnk_ui_sample_get_target (get_sample ()), ==, "control/5.4-3-1");
  /* The samples have no place for people. */
  find ("山田");
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "results/control/5.4-3-1");
  tnk_ui_close (&ui);
}

/* As a manager only what is below. */
static void
test_search_within (void)
{
  open_settled (TNK_RIGHTS_DEPARTMENT);
  find ("点検市");
  g_assert_true (gtk_widget_get_visible (get_of_finder ("word")));
  g_assert_false (gtk_widget_get_visible (get_of_finder ("scroller")));
  g_assert_cmpstr (tenken_desk_get_department_id (tnk_ui_desk_get (&ui)), ==, "D2");
  tnk_ui_close (&ui);
}

/* --- the end --- */

static void
test_sign_out_while_reading (void)
{
  TenkenDesk *desk;

  open_desk (TNK_RIGHTS_SECRETARIAT);
  tnk_ui_sample_set_mood (TNK_UI_SAMPLE_SLOW);
  wait_for_fetch (1);
  desk = g_object_ref (tnk_ui_desk_get (&ui));
  tenken_desk_close (desk);
  tnk_ui_show (&ui, gtk_label_new ("gone"));
  let_all_come ();
  g_assert_cmpint (COUNTS.n_gone, ==, 1);
  g_assert_cmpint (COUNTS.n_cancelled, ==, 1);
  g_assert_cmpint (COUNTS.n_shown, ==, 0);
  g_assert_null (tenken_desk_get_session (desk));
  g_assert_null (tenken_desk_get_campaigns (desk));
  g_assert_finalize_object (desk);
  tnk_ui_close (&ui);
}

/* What comes back after the page has gone is freed, and that is all. */
static void
test_too_late (void)
{
  open_desk (TNK_RIGHTS_SECRETARIAT);
  tnk_ui_wait (is_ready, NULL, "the lists");
  g_assert_true (tenken_desk_page_is_busy (TENKEN_DESK_PAGE (get_sample ())));
  tnk_ui_show (&ui, gtk_label_new ("gone"));
  let_all_come ();
  g_assert_cmpint (COUNTS.n_gone, ==, 1);
  g_assert_cmpint (COUNTS.n_shown, ==, 0);
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/Desk/first", test_first);
  g_test_add_func ("/Tenken/Desk/own-department", test_own_department);
  g_test_add_func ("/Tenken/Desk/office", test_office);
  g_test_add_func ("/Tenken/DeskPage/reads-when-shown", test_reads_when_shown);
  g_test_add_func ("/Tenken/DeskPage/department-changes", test_department_changes);
  g_test_add_func ("/Tenken/DeskPage/waiting", test_waiting);
  g_test_add_func ("/Tenken/DeskPage/empty", test_empty);
  g_test_add_func ("/Tenken/DeskPage/broken", test_broken);
  g_test_add_func ("/Tenken/DeskPage/no-right", test_no_right);
  g_test_add_func ("/Tenken/DeskView/way-back", test_way_back);
  g_test_add_func ("/Tenken/DeskFinder/search", test_search);
  g_test_add_func ("/Tenken/DeskFinder/within", test_search_within);
  g_test_add_func ("/Tenken/DeskPage/sign-out-while-reading", test_sign_out_while_reading);
  g_test_add_func ("/Tenken/DeskPage/too-late", test_too_late);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
