/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-desk-task.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-sample.h"

/* Work at a desk: short, long, stopped, and without anybody who waits for it. */

static TnkUi ui;

/* A desk with samples, of somebody who holds the office. */
static void
open_settled (TnkRights office)
{
  tnk_ui_sample_reset ();
  tnk_ui_open (&ui, TNK_UI_PLAIN, "en", FALSE);
  tnk_ui_desk_show (&ui, office, tnk_ui_sample_places);
  tnk_ui_desk_settle (&ui);
}

static TnkUiSample *
get_sample (void)
{
  return TNK_UI_SAMPLE (tnk_ui_desk_get_page (&ui));
}

/* All that was on its way has come back. */
static void
let_all_come (void)
{
  gint64 end = g_get_monotonic_time () + 300000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

typedef struct
{
  int n_done;
  gboolean worked;
  gboolean cancelled;
  gboolean goes_on;
} Work;

static gpointer
work_slowly (TnkDesk *desk,
             gpointer data,
             TnkProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  Work *work = data;

  for (guint i = 0; !g_atomic_int_get (&work->goes_on) && !g_cancellable_is_cancelled (cancellable); i++) {
    progress (i, 1000, progress_data);
    g_usleep (1000);
  }
  g_atomic_int_set (&work->worked, TRUE);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_strdup ("done");
}

static void
work_done (GtkWidget *owner,
           gpointer result,
           const GError *error,
           gpointer user_data)
{
  Work *work = user_data;

  work->n_done++;
  work->cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (result, ==, error == NULL ? "done" : NULL);
}

static void
begin_work (Work *work)
{
  tenken_desk_task_run (GTK_WIDGET (get_sample ()), tnk_ui_desk_get (&ui), "It is being counted", work_slowly, work, NULL,
                        g_free, work_done, work);
}

static gboolean
is_done (gpointer user_data)
{
  return ((Work *) user_data)->n_done > 0;
}

static gboolean
has_worked (gpointer user_data)
{
  return g_atomic_int_get (&((Work *) user_data)->worked);
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (&ui) != NULL;
}

static void
test_short_work (void)
{
  Work work = {.goes_on = TRUE};

  open_settled (TNK_RIGHTS_SECRETARIAT);
  begin_work (&work);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_sample ())));
  tnk_ui_wait (is_done, &work, "the work");
  g_assert_null (tnk_ui_find_dialog (&ui));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_sample ())));
  g_assert_cmpint (work.n_done, ==, 1);
  g_assert_false (work.cancelled);
  tnk_ui_close (&ui);
}

static void
test_stopped_work (void)
{
  Work work = {0};

  open_settled (TNK_RIGHTS_SECRETARIAT);
  begin_work (&work);
  tnk_ui_wait (has_dialog, NULL, "the bar");
  g_assert_nonnull (tnk_ui_find (GTK_WIDGET (tnk_ui_find_dialog (&ui)), GTK_TYPE_PROGRESS_BAR));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (tnk_ui_find_dialog (&ui)), "stop");
  tnk_ui_wait (is_done, &work, "the end");
  g_assert_true (work.cancelled);
  let_all_come ();
  g_assert_null (tnk_ui_find_dialog (&ui));
  tnk_ui_close (&ui);
}

/* The page is gone; what was begun is done, and nobody is told. */
static void
test_work_without_owner (void)
{
  Work work = {0};

  open_settled (TNK_RIGHTS_SECRETARIAT);
  begin_work (&work);
  tnk_ui_show (&ui, gtk_label_new ("gone"));
  g_atomic_int_set (&work.goes_on, TRUE);
  tnk_ui_wait (has_worked, &work, "the work");
  let_all_come ();
  g_assert_cmpint (work.n_done, ==, 0);
  tnk_ui_close (&ui);
}

static void
test_work_after_sign_out (void)
{
  Work work = {0};
  TnkSession *session;

  open_settled (TNK_RIGHTS_SECRETARIAT);
  begin_work (&work);
  tnk_ui_wait (has_dialog, NULL, "the bar");
  session = g_object_ref (ui.session);
  tenken_desk_close (tnk_ui_desk_get (&ui));
  tnk_session_sign_out (session);
  g_object_unref (session);
  g_atomic_int_set (&work.goes_on, TRUE);
  tnk_ui_wait (has_worked, &work, "the work");
  let_all_come ();
  g_assert_cmpint (work.n_done, ==, 0);
  g_assert_null (tnk_ui_find_dialog (&ui));
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/DeskTask/short", test_short_work);
  g_test_add_func ("/Tenken/DeskTask/stopped", test_stopped_work);
  g_test_add_func ("/Tenken/DeskTask/without-owner", test_work_without_owner);
  g_test_add_func ("/Tenken/DeskTask/after-sign-out", test_work_after_sign_out);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
