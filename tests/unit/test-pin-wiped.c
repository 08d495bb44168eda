/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-terminal.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Looks through the memory of this very program for what was typed as a PIN. It is kept here in disguise, so that the
 * search does not find itself; and it is longer than a PIN, since the C library writes over the beginning of what is given
 * back to it. What is wiped is wiped whatever its length. */

#define DIGITS 40
#define MASK 0x5a

static char typed[DIGITS];

static void
disguise (void)
{
  guint32 seed = 20261121;

  for (guint i = 0; i < DIGITS; i++) {
    seed = seed * 1664525 + 1013904223;
    typed[i] = ('0' + (seed >> 16) % 10) ^ MASK;
  }
}

static void
reveal (volatile char *pin)
{
  for (guint i = 0; i < DIGITS; i++)
    pin[i] = typed[i] ^ MASK;
  pin[DIGITS] = '\0';
}

/* Only the end is looked for, see above. */
static guint
count_between (const volatile char *from,
               const volatile char *to)
{
  guint n = 0;

  for (const volatile char *p = from; p + DIGITS <= to; p++) {
    guint i = DIGITS / 2;
    while (i < DIGITS && (p[i] ^ MASK) == typed[i])
      i++;
    n += i == DIGITS;
  }
  return n;
}

/* The list of what this program has mapped, read without asking for memory: that would be taken from where what is looked
 * for may stand. */
static const char *
read_maps (void)
{
  static char maps[256 * 1024];
  int file = open ("/proc/self/maps", O_RDONLY);
  gsize length = 0;
  gssize n;

  while ((n = read (file, maps + length, sizeof maps - 1 - length)) > 0)
    length += n;
  close (file);
  g_assert_cmpuint (length, >, 0);
  g_assert_cmpuint (length, <, sizeof maps - 1);
  maps[length] = '\0';
  return maps;
}

/* What the processor held goes to the stack now and then, also of the caller’s own copy. */
G_GNUC_NO_INLINE static void
scrub_stack (void)
{
  char area[64 * 1024];

  explicit_bzero (area, sizeof area);
}

/* How often it stands in what this program can write: heaps, stacks, variables. */
static guint
count_in_memory (void)
{
  guint n = 0;

  scrub_stack ();
  for (const char *line = read_maps (); line != NULL && *line != '\0'; line = strchr (line, '\n') + 1) {
    gulong from, to;
    char rights[5];
    if (sscanf (line, "%lx-%lx %4s", &from, &to, rights) == 3 && strcmp (rights, "rw-p") == 0)
      n += count_between ((const char *) from, (const char *) to);
  }
  return n;
}

static void
assert_gone (const char *what)
{
  guint n = count_in_memory ();

  if (n == 0)
    return;
  g_test_message ("%s: what was typed stands in memory %u times", what, n);
  g_test_fail ();
}

/* The search finds what is there. */
static void
test_found (void)
{
  char *place = g_malloc (DIGITS + 1);

  assert_gone ("at first");
  reveal (place);
  g_assert_cmpuint (count_in_memory (), ==, 1);
  /* what is only given back is there still, for who looks: that is why it is wiped */
  g_free (place);
  g_assert_cmpuint (count_in_memory (), ==, 1);
  place = g_malloc (DIGITS + 1);
  explicit_bzero (place, DIGITS + 1);
  g_free (place);
  assert_gone ("in the end");
}

static void
test_sign_in (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char pin[DIGITS + 1];
  guint wait;

  tnk_test_terminal_init (&self);
  reveal (pin);
  tnk_terminal_sign_in_async (self.terminal, "p1", pin, NULL, tnk_test_await_cb, &result);
  explicit_bzero (pin, sizeof pin);
  tnk_test_store_refused (tnk_terminal_sign_in_finish (self.terminal, tnk_test_await (&result), &wait, &error) != NULL,
                          &error, TNK_ERROR_REFUSED, "not right");
  assert_gone ("after a try");
  g_clear_object (&result);
}

/* A try that was called off before its turn is wiped with its task. */
static void
test_cancelled (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  char pin[DIGITS + 1];
  guint wait;

  tnk_test_terminal_init (&self);
  g_cancellable_cancel (cancellable);
  reveal (pin);
  tnk_terminal_sign_in_async (self.terminal, "p1", pin, cancellable, tnk_test_await_cb, &result);
  explicit_bzero (pin, sizeof pin);
  tnk_test_store_cancelled (tnk_terminal_sign_in_finish (self.terminal, tnk_test_await (&result), &wait, &error) != NULL, &error);
  g_clear_object (&result);
  tnk_terminal_close (self.terminal);
  assert_gone ("after a try that was called off");
}

static void
test_change (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char pin[DIGITS + 1];

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  reveal (pin);
  tnk_session_change_pin_async (session, pin, NULL, tnk_test_await_cb, &result);
  explicit_bzero (pin, sizeof pin);
  tnk_test_store_refused (tnk_session_change_pin_finish (session, tnk_test_await (&result), &error), &error,
                          TNK_ERROR_INVALID, "choose 6 to 12 digits");
  assert_gone ("after the change");
  g_clear_object (&session);
  g_clear_object (&result);
}

static void
test_kiosk (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char pin[DIGITS + 1];

  tnk_test_terminal_init (&self);
  g_assert_true (tnk_store_set_kiosk_pin (self.test.store, P1_PIN, NULL));
  reveal (pin);
  tnk_terminal_check_kiosk_pin_async (self.terminal, pin, NULL, tnk_test_await_cb, &result);
  explicit_bzero (pin, sizeof pin);
  tnk_test_store_refused (tnk_terminal_check_kiosk_pin_finish (self.terminal, tnk_test_await (&result), NULL, &error),
                          &error, TNK_ERROR_REFUSED, "not right");
  assert_gone ("after the check");
  g_clear_object (&result);
}

/* What a person wrote goes with the questionnaire. */
static void
test_words (void)
{
  static const char *const roles[] = {"staff", NULL};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  TnkQuestionnaire *questionnaire = tnk_questionnaire_new (campaign, "p1", roles);
  char words[DIGITS + 1];

  for (guint i = 0; i < 2; i++) {
    reveal (words);
    g_assert_true (tnk_questionnaire_set_answer (questionnaire, 0, TNK_ANSWER_VALUE_PARTIAL, words, FALSE, NULL));
    g_assert_true (tnk_questionnaire_set_evidence (questionnaire, 0, words, NULL));
    tnk_questionnaire_set_previous (questionnaire, 0, TNK_ANSWER_VALUE_PARTIAL, words);
    tnk_questionnaire_set_remark (questionnaire, words);
    explicit_bzero (words, sizeof words);
    g_assert_cmpuint (count_in_memory (), ==, 4);
  }
  g_assert_finalize_object (questionnaire);
  assert_gone ("after the questionnaire");
}

int
main (int argc,
      char **argv)
{
  /* Else what is given back would be overwritten by the C library, and nothing could be found. */
  mallopt (M_PERTURB, 0);
  disguise ();
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/PinWiped/found", test_found);
  g_test_add_func ("/Tenken/PinWiped/sign-in", test_sign_in);
  g_test_add_func ("/Tenken/PinWiped/cancelled", test_cancelled);
  g_test_add_func ("/Tenken/PinWiped/change", test_change);
  g_test_add_func ("/Tenken/PinWiped/kiosk", test_kiosk);
  g_test_add_func ("/Tenken/PinWiped/words", test_words);
  return g_test_run ();
}
