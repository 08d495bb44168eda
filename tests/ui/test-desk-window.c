/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-overview-page.h"
#include "tenken-welcome-page.h"
#include "tnk-ui-desk.h"

/* Where whoever signs in lands, the way between the desk and the own self-check, and what is left after the sign-out. */

static TnkUi ui;

static gboolean
shows_overview (gpointer user_data)
{
  return TENKEN_IS_OVERVIEW_PAGE (tnk_ui_get_page (&ui));
}

static gboolean
has_round (gpointer user_data)
{
  return tenken_window_get_round (ui.window) != NULL;
}

static void
sign_in (const char *person,
         gboolean kiosk)
{
  tnk_ui_open (&ui, TNK_UI_PLAIN, "en", kiosk);
  tnk_ui_sign_in (&ui, person);
}

static GtkWidget *
get_own_button (void)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (tnk_ui_desk_get_view (&ui)), TENKEN_TYPE_DESK_VIEW, "own"));
}

static GtkWidget *
get_part (const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (ui.window), TENKEN_TYPE_WINDOW, name));
}

/* The office to choose, the campaign and the department that are looked at, and the search. */
static const char *const not_for_own[] = {"office", "campaigns", "departments", "finder"};

static GtkWidget *
get_child (TenkenDeskView *view,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), TENKEN_TYPE_DESK_VIEW, name));
}

static guint
count_shown (TenkenDeskView *view,
             const char *name)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (get_child (view, name)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_mapped (child);
  return n;
}

static void
let_all_come (void)
{
  gint64 end = g_get_monotonic_time () + 500000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Without a right the self-check comes first, and leads to the own applications and back. */
static void
test_staff (void)
{
  TenkenDeskView *view;

  sign_in (TNK_UI_STAFF, FALSE);
  g_assert_true (shows_overview (NULL));
  g_assert_true (gtk_widget_get_visible (get_part ("to_desk")));
  g_assert_true (gtk_widget_get_visible (get_part ("header")));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_part ("to_desk"))), ==, "Applications");
  gtk_widget_activate_action (get_part ("to_desk"), "win.desk", NULL);
  tnk_ui_desk_settle (&ui);
  view = tnk_ui_desk_get_view (&ui);
  g_assert_cmpuint (tenken_desk_get_office (tnk_ui_desk_get (&ui)), ==, TNK_RIGHTS_OWN);
  g_assert_cmpstr (tenken_desk_view_get_place (view), ==, "records");
  g_assert_cmpuint (count_shown (view, "places"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (not_for_own); i++)
    g_assert_false (gtk_widget_get_mapped (get_child (view, not_for_own[i])));
  gtk_widget_activate_action (get_own_button (), "win.overview", NULL);
  tnk_ui_wait (shows_overview, NULL, "the overview");
  tnk_ui_close (&ui);
}

static void
test_staff_at_kiosk (void)
{
  sign_in (TNK_UI_STAFF, TRUE);
  g_assert_true (shows_overview (NULL));
  g_assert_false (gtk_widget_get_visible (get_part ("to_desk")));
  tnk_ui_close (&ui);
}

static void
test_kiosk (void)
{
  sign_in (TNK_UI_CHIEF, TRUE);
  g_assert_true (shows_overview (NULL));
  g_assert_false (gtk_widget_get_visible (get_part ("to_desk")));
  tnk_ui_close (&ui);
}

static void
test_own_check (void)
{
  TenkenDeskView *view;

  sign_in (TNK_UI_CHIEF, FALSE);
  view = tnk_ui_desk_get_view (&ui);
  g_assert_nonnull (view);
  g_assert_false (gtk_widget_get_visible (get_part ("header")));
  tnk_ui_desk_settle (&ui);
  tnk_ui_wait (has_round, NULL, "the own self-check");
  g_assert_true (tnk_ui_desk_get_view (&ui) == view);
  g_assert_true (gtk_widget_get_visible (get_own_button ()));
  gtk_widget_activate_action (get_own_button (), "win.overview", NULL);
  tnk_ui_wait (shows_overview, NULL, "the overview");
  g_assert_true (gtk_widget_get_visible (get_part ("header")));
  g_assert_true (gtk_widget_get_visible (get_part ("to_desk")));
  /* The desk waits as it was. */
  gtk_widget_activate_action (GTK_WIDGET (ui.window), "win.desk", NULL);
  g_assert_true (tnk_ui_desk_get_view (&ui) == view);
  tnk_ui_desk_settle (&ui);
  tnk_ui_close (&ui);
}

static void
test_not_asked (void)
{
  sign_in (TNK_UI_OFFICER, FALSE);
  tnk_ui_desk_settle (&ui);
  let_all_come ();
  g_assert_nonnull (tnk_ui_desk_get_view (&ui));
  g_assert_false (has_round (NULL));
  g_assert_false (gtk_widget_get_visible (get_own_button ()));
  tnk_ui_close (&ui);
}

static void
mark_gone (gpointer data,
           GObject *object)
{
  *(gboolean *) data = TRUE;
}

/* Neither the view nor the desk nor a page of it stays, and the session is at its end. */
static void
test_sign_out (void)
{
  gboolean view_gone = FALSE, desk_gone = FALSE, page_gone = FALSE;

  sign_in (TNK_UI_CHIEF, FALSE);
  tnk_ui_desk_settle (&ui);
  g_object_weak_ref (G_OBJECT (tnk_ui_desk_get_view (&ui)), mark_gone, &view_gone);
  g_object_weak_ref (G_OBJECT (tnk_ui_desk_get (&ui)), mark_gone, &desk_gone);
  g_object_weak_ref (G_OBJECT (tnk_ui_desk_get_page (&ui)), mark_gone, &page_gone);
  gtk_widget_activate_action (GTK_WIDGET (ui.window), "win.sign-out", NULL);
  g_assert_true (TENKEN_IS_WELCOME_PAGE (tnk_ui_get_page (&ui)));
  g_assert_null (tnk_session_get_person (ui.session));
  g_assert_false (has_round (NULL));
  let_all_come ();
  g_assert_true (view_gone && desk_gone && page_gone);
  tnk_ui_close (&ui);
}

/* At once, while the lists and the page are being read. */
static void
test_sign_out_at_once (void)
{
  gboolean view_gone = FALSE;

  sign_in (TNK_UI_CHIEF, FALSE);
  g_object_weak_ref (G_OBJECT (tnk_ui_desk_get_view (&ui)), mark_gone, &view_gone);
  gtk_widget_activate_action (GTK_WIDGET (ui.window), "win.sign-out", NULL);
  let_all_come ();
  g_assert_true (view_gone);
  g_assert_true (TENKEN_IS_WELCOME_PAGE (tnk_ui_get_page (&ui)));
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/DeskWindow/staff", test_staff);
  g_test_add_func ("/Tenken/DeskWindow/staff-at-kiosk", test_staff_at_kiosk);
  g_test_add_func ("/Tenken/DeskWindow/kiosk", test_kiosk);
  g_test_add_func ("/Tenken/DeskWindow/own-check", test_own_check);
  g_test_add_func ("/Tenken/DeskWindow/not-asked", test_not_asked);
  g_test_add_func ("/Tenken/DeskWindow/sign-out", test_sign_out);
  g_test_add_func ("/Tenken/DeskWindow/sign-out-at-once", test_sign_out_at_once);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
