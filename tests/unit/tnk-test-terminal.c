/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-terminal.h"

#include "tnk-pin-slip.h"
#include "tnk-sign-in-private.h"

void
tnk_test_await_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
tnk_test_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
issue (TnkTestStore *test,
       const char *person_id)
{
  g_autoptr (GPtrArray) slips = tnk_store_issue_pins (test->store, NULL, person_id, TRUE, NULL, NULL, NULL, NULL);

  return g_strdup (tnk_pin_slip_get_pin (g_ptr_array_index (slips, 0)));
}

void
tnk_test_terminal_init (TnkTestTerminal *self)
{
  g_autofree char *pin = NULL;

  tnk_test_store_init_open (&self->test);
  pin = issue (&self->test, "p1");
  self->p2_pin = issue (&self->test, "p2");
  self->p4_pin = issue (&self->test, "p4");
  self->p5_pin = issue (&self->test, "p5");
  if (!tnk_store_change_pin (self->test.store, 1, "p1", P1_PIN, NULL))
    g_error ("the PIN cannot be changed");
  self->terminal = tnk_test_terminal_open (self->test.path, "kiosk:hall-2");
}

TnkTerminal *
tnk_test_terminal_open (const char *path,
                        const char *name)
{
  TnkTerminal *terminal = tnk_terminal_new (path, name);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tnk_terminal_open_async (terminal, NULL, tnk_test_await_cb, &result);
  if (!tnk_terminal_open_finish (terminal, tnk_test_await (&result), &error))
    g_error ("%s", error->message);
  return terminal;
}

void
tnk_test_terminal_close (TnkTestTerminal *self)
{
  if (self->terminal == NULL)
    return;
  tnk_terminal_close (self->terminal);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (g_steal_pointer (&self->terminal));
}

void
tnk_test_terminal_clear (TnkTestTerminal *self)
{
  tnk_test_terminal_close (self);
  g_clear_pointer (&self->p2_pin, g_free);
  g_clear_pointer (&self->p4_pin, g_free);
  g_clear_pointer (&self->p5_pin, g_free);
  tnk_test_store_clear (&self->test);
}

TnkSession *
tnk_test_terminal_sign_in (TnkTerminal *terminal,
                           const char *id,
                           const char *pin)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TnkSession *session;
  guint wait = 99;

  tnk_terminal_sign_in_async (terminal, id, pin, NULL, tnk_test_await_cb, &result);
  session = tnk_terminal_sign_in_finish (terminal, tnk_test_await (&result), &wait, &error);
  if (session == NULL)
    g_error ("%s: %s", id, error->message);
  g_assert_cmpuint (wait, ==, 0);
  return session;
}

TnkSession *
tnk_test_terminal_p1 (TnkTestTerminal *self)
{
  return tnk_test_terminal_sign_in (self->terminal, "p1", P1_PIN);
}

TnkQuestionnaire *
tnk_test_session_load (TnkSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TnkQuestionnaire *questionnaire;

  tnk_session_load_async (session, NULL, tnk_test_await_cb, &result);
  questionnaire = tnk_session_load_finish (session, tnk_test_await (&result), &error);
  if (questionnaire == NULL)
    g_error ("%s", error->message);
  return questionnaire;
}

TnkDuty *
tnk_test_session_duty (TnkQuestionnaire *questionnaire,
                       const char *control_id)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (questionnaire));
  TnkDuty *duty = tnk_catalog_find_duty (catalog, control_id, "staff");

  if (duty == NULL)
    g_error ("there is no duty “%s”", control_id);
  return duty;
}
