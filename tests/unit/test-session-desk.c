/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-session-desk.h"
#include "tnk-test-terminal.h"

typedef struct
{
  GThread *caller;
  gboolean fails;
} Question;

/* Who sits at the desk, told on the thread of the terminal. */
static gpointer
tell_person (TnkDesk *desk,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Question *question = data;

  g_assert_true (g_thread_self () != question->caller);
  if (!question->fails)
    return g_strdup (tnk_desk_get_person_id (desk));
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_STATE, "not today");
  return NULL;
}

static char *
call (TnkSession *session,
      gboolean fails,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Question *question = g_new (Question, 1);

  *question = (Question){g_thread_self (), fails};
  tnk_session_call_async (session, tell_person, question, g_free, g_free, NULL, tnk_test_await_cb, &result);
  return tnk_session_call_finish (session, tnk_test_await (&result), error);
}

static void
change_pin (TnkSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tnk_session_change_pin_async (session, "824613", NULL, tnk_test_await_cb, &result);
  g_assert_true (tnk_session_change_pin_finish (session, tnk_test_await (&result), &error));
  g_assert_no_error (error);
}

/* p2 answers for a department, with an initial PIN. */
static void
test_manager (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *person = NULL;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_sign_in (self.terminal, "p2", self.p2_pin);
  g_assert_cmpuint (tnk_session_get_rights (session), ==, TNK_RIGHTS_DEPARTMENT);
  g_assert_cmpstr (tnk_session_get_departments (session)[0], ==, "d2");
  g_assert_null (tnk_session_get_departments (session)[1]);
  tnk_test_store_refused (call (session, FALSE, &error) != NULL, &error, TNK_ERROR_REFUSED, "initial PIN");

  change_pin (session);
  person = call (session, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person, ==, "p2");
  tnk_test_store_refused (call (session, TRUE, &error) != NULL, &error, TNK_ERROR_STATE, "not today");

  tnk_session_sign_out (session);
  g_assert_cmpuint (tnk_session_get_rights (session), ==, TNK_RIGHTS_NONE);
  g_assert_null (tnk_session_get_departments (session));
  tnk_test_store_refused (call (session, FALSE, &error) != NULL, &error, TNK_ERROR_REFUSED, "signed out");
}

/* No right: a form is there for staff all the same. */
static void
test_staff (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *person = NULL;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  g_assert_cmpuint (tnk_session_get_rights (session), ==, TNK_RIGHTS_OWN);
  g_assert_null (tnk_session_get_departments (session)[0]);
  person = call (session, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person, ==, "p1");
}

/* Called off before it begins, the function is not called, and what it was given is freed. */
static void
test_cancelled (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  g_cancellable_cancel (cancellable);
  tnk_session_call_async (session, tell_person, g_new0 (Question, 1), g_free, g_free, cancellable, tnk_test_await_cb, &result);
  tnk_test_store_cancelled (tnk_session_call_finish (session, tnk_test_await (&result), &error) != NULL, &error);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/SessionDesk/manager", test_manager);
  g_test_add_func ("/Tenken/SessionDesk/staff", test_staff);
  g_test_add_func ("/Tenken/SessionDesk/cancelled", test_cancelled);
  return g_test_run ();
}
