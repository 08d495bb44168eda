/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-secret.h"

#include <errno.h>
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

/* Byte by byte: what comes after the line is not for us, and no buffer of the C library keeps a copy. */
static gboolean
read_line (CtlSecret *self,
           GError **error)
{
  gsize length = 0;
  char c = '\0';

  for (;;) {
    gssize n = read (STDIN_FILENO, &c, 1);

    if (n < 0 && errno == EINTR && !interrupted)
      continue;
    if (n < 0 && errno == EINTR)
      return set_invalid (error, "interrupted; nothing was changed");
    if (n < 0) {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "standard input cannot be read: %s", g_strerror (errno));
      return FALSE;
    }
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

/* Whatever ends the wait, the terminal must show again what is typed. */
static gboolean
read_unseen (CtlSecret *self,
             const char *prompt,
             GError **error)
{
  struct sigaction before[G_N_ELEMENTS (signals)];
  struct sigaction action = {.sa_handler = interrupt_cb};
  struct termios shown, unseen;
  gboolean done;

  if (tcgetattr (STDIN_FILENO, &shown) != 0) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "the terminal cannot be set: %s", g_strerror (errno));
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &action, &before[i]);
  unseen = shown;
  unseen.c_lflag = (unseen.c_lflag & ~(tcflag_t) ECHO) | ECHONL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &unseen);
  g_printerr ("%s: ", prompt);
  done = read_line (self, error);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before[i], NULL);
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
    return read_line (self, error);
  if (!read_unseen (self, prompt, error) || !read_unseen (&again, "The same again", error))
    return FALSE;
  return g_str_equal (self->text, again.text) || set_invalid (error, "the two are not the same; nothing was changed");
}
