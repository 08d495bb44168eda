/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-terminal.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* The answers that are on their way, of a screen that is filled in as fast as somebody can. */
static guint n_under_way;

typedef struct
{
  int pipe;
  guint number;
} Acknowledgement;

static void
acknowledge (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Acknowledgement *self = user_data;

  if (tnk_session_save_answer_finish (TNK_SESSION (source), result, NULL) &&
      write (self->pipe, &self->number, sizeof self->number) != sizeof self->number)
    _exit (3);
  g_free (self);
  n_under_way--;
}

/* The program of the kiosk: it answers for ever, and says of each answer when it is stored. */
static void
answer_until_killed (const char *path,
                     int pipe)
{
  TnkTerminal *terminal = tnk_test_terminal_open (path, "kiosk");
  TnkSession *session = tnk_test_terminal_sign_in (terminal, "p1", P1_PIN);
  TnkQuestionnaire *questionnaire = tnk_test_session_load (session);
  TnkDuty *duty = tnk_test_session_duty (questionnaire, "2.1-1");

  for (guint i = 1;; i++) {
    Acknowledgement *acknowledgement = g_new (Acknowledgement, 1);
    g_autofree char *comment = g_strdup_printf ("%u", i);
    *acknowledgement = (Acknowledgement){pipe, i};
    tnk_session_save_answer_async (session, duty, TNK_ANSWER_VALUE_PARTIAL, comment, NULL, NULL, acknowledge, acknowledgement);
    n_under_way++;
    while (n_under_way > i % 8)
      g_main_context_iteration (NULL, TRUE);
  }
}

/* Reads acknowledgements until so many have come, or no more will. */
static void
read_until (int pipe,
            guint n,
            guint *last)
{
  guint number;

  while (*last < n && read (pipe, &number, sizeof number) == sizeof number)
    *last = MAX (*last, number);
}

static void
test_killed (void)
{
  for (guint round = 0; round < 8; round++) {
    g_auto (TnkTestTerminal) self = {0};
    g_autofree char *comment = NULL;
    int pipes[2];
    guint acknowledged = 0;
    pid_t child;
    tnk_test_terminal_init (&self);
    /* no thread and no connection may be in the child */
    tnk_test_terminal_close (&self);
    tnk_test_store_close (&self.test);
    g_assert_cmpint (pipe (pipes), ==, 0);
    child = fork ();
    if (child == 0) {
      close (pipes[0]);
      answer_until_killed (self.test.path, pipes[1]);
    }
    close (pipes[1]);
    read_until (pipes[0], 3 + round * 7, &acknowledged);
    g_usleep (round * 300);
    g_assert_cmpint (kill (child, SIGKILL), ==, 0);
    read_until (pipes[0], G_MAXUINT, &acknowledged);
    g_assert_cmpuint (acknowledged, >=, 3 + round * 7);
    close (pipes[0]);
    g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
    tnk_test_store_reopen (&self.test);
    tnk_test_store_verify (self.test.store);
    /* the answers come in their order, so that the last one tells of all before it */
    comment = tnk_test_store_ask (self.test.path, "SELECT coalesce ((SELECT comment FROM answer), '0')");
    g_test_message ("%u acknowledged, %s stored", acknowledged, comment);
    g_assert_cmpuint (strtoul (comment, NULL, 10), >=, acknowledged);
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Session/killed", test_killed);
  return g_test_run ();
}
