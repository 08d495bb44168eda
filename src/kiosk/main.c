/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <malloc.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "tenken-application.h"
#include "tenken-language.h"

/* Read by the C library before main () begins: it would keep small pieces of every thread as they were freed. */
#define NO_CACHE_OF_FREED "glibc.malloc.tcache_count=0"

/* The same of GLib, which would keep small pieces for itself, such as the text of a note. */
#define NO_SLICES "always-malloc"

static gboolean
forgets_what_is_freed (void)
{
  const gchar *tunables = g_getenv ("GLIBC_TUNABLES");

  /* The last word counts. */
  return g_strcmp0 (g_getenv ("G_SLICE"), NO_SLICES) == 0 && tunables != NULL &&
         g_str_has_suffix (tunables, NO_CACHE_OF_FREED);
}

/* What is freed is overwritten: the words of one person do not lie in memory while the next one is at the screen. Both
 * settings count only from the start of a program, so it starts anew with them. Where it cannot, it goes on as it is; a
 * program with rights of its own (AT_SECURE) is not given them and would start for ever. */
static void
overwrite_freed_memory (char **argv)
{
  if (!forgets_what_is_freed () && getauxval (AT_SECURE) == 0) {
    const gchar *tunables = g_getenv ("GLIBC_TUNABLES");
    g_autofree gchar *more = tunables != NULL ? g_strconcat (tunables, ":" NO_CACHE_OF_FREED, NULL) : NULL;

    g_setenv ("G_SLICE", NO_SLICES, TRUE);
    g_setenv ("GLIBC_TUNABLES", more != NULL ? more : NO_CACHE_OF_FREED, TRUE);
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
