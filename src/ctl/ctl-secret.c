/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-secret.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "tenken.h"

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

static volatile sig_atomic_t interrupted = 0;

static void
interrupt_cb (int number)
{
  interrupted = 1;
}

void
ctl_secret_clear (CtlSecret *self)
{
  explicit_bzero (self, sizeof *self);
}

static gboolean
set_invalid (GError **error,
             const char *message)
{
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
set_errno (GError **error,
           const char *what)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", what, g_strerror (code));
  return FALSE;
}

/* Waits for something to read. Only here do the signals of @mask come through, so that none is missed just before. */
static gboolean
wait_for_input (const sigset_t *mask,
                GError **error)
{
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};

  while (ppoll (&input, 1, NULL, mask) < 0) {
    if (errno != EINTR)
      return set_errno (error, "standard input cannot be read");
    if (interrupted)
      return set_invalid (error, "interrupted; nothing was changed");
  }
  return TRUE;
}

/* Byte by byte: what comes after the line is not for us, and no buffer of the C library keeps a copy. */
static gboolean
read_line (CtlSecret *self,
           const sigset_t *mask,
           GError **error)
{
  gsize length = 0;
  char c = '\0';

  for (;;) {
    gssize n;

    if (!wait_for_input (mask, error))
      return FALSE;
    n = read (STDIN_FILENO, &c, 1);
    if (n < 0)
      return set_errno (error, "standard input cannot be read");
    if (n == 0 || c == '\n')
      break;
    if (c == '\0' || length + 1 == sizeof self->text)
      return set_invalid (error, "that is no PIN: it has 6 to 12 digits and nothing else");
    self->text[length++] = c;
  }
  if (length > 0 && self->text[length - 1] == '\r')
    length--;
  self->text[length] = '\0';
  return length > 0 || set_invalid (error, "there is no PIN on standard input; give one on a line by itself");
}

/* What would end the program while nothing is shown. */
typedef struct
{
  sigset_t mask; /* as it was */
  struct sigaction actions[G_N_ELEMENTS (signals)];
} Signals;

static void
catch_signals (Signals *before)
{
  struct sigaction action = {.sa_handler = interrupt_cb};
  sigset_t caught;

  sigemptyset (&caught);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (&caught, signals[i]);
  sigprocmask (SIG_BLOCK, &caught, &before->mask);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &action, &before->actions[i]);
}

/* One that came while nobody waited is let through to our own hands first. */
static void
release_signals (const Signals *before)
{
  sigprocmask (SIG_SETMASK, &before->mask, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before->actions[i], NULL);
}

/* Whatever ends the wait, the terminal must show again what is typed. */
static gboolean
read_unseen (CtlSecret *self,
             const char *prompt,
             GError **error)
{
  Signals before;
  struct termios shown, unseen;
  gboolean done;

  if (tcgetattr (STDIN_FILENO, &shown) != 0)
    return set_errno (error, "the terminal cannot be set");
  catch_signals (&before);
  unseen = shown;
  unseen.c_lflag = (unseen.c_lflag & ~(tcflag_t) ECHO) | ECHONL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &unseen);
  g_printerr ("%s: ", prompt);
  done = read_line (self, &before.mask, error);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  release_signals (&before);
  if (done && interrupted)
    return set_invalid (error, "interrupted; nothing was changed");
  if (interrupted)
    g_printerr ("\n");
  return done;
}

gboolean
ctl_secret_read (CtlSecret *self,
                 const char *prompt,
                 GError **error)
{
  g_auto (CtlSecret) again = {""};

  if (!isatty (STDIN_FILENO))
    return read_line (self, NULL, error);
  if (!read_unseen (self, prompt, error) || !read_unseen (&again, "The same again", error))
    return FALSE;
  return g_str_equal (self->text, again.text) || set_invalid (error, "the two are not the same; nothing was changed");
}
