/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <malloc.h>
#include <unistd.h>

#include "tenken-application.h"
#include "tenken-language.h"

/* What is freed is overwritten: the words of one person do not lie in memory while the next one is at the screen. GLib
 * would keep small pieces for itself, such as the text of a note; whether it does is decided before main () begins, so
 * the program starts anew with that said. Where it cannot, it goes on as it is. */
static void
overwrite_freed_memory (char **argv)
{
  if (g_getenv ("G_SLICE") == NULL) {
    g_setenv ("G_SLICE", "always-malloc", TRUE);
    execv ("/proc/self/exe", argv);
  }
  mallopt (M_PERTURB, 0x5a);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (TenkenApplication) application = NULL;

  overwrite_freed_memory (argv);
  tenken_language_init ();
  application = tenken_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
