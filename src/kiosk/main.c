/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <malloc.h>

#include "tenken-application.h"
#include "tenken-language.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (TenkenApplication) application = NULL;

  /* What is freed is overwritten: the words of one person do not lie in memory while the next one is at the screen. */
  mallopt (M_PERTURB, 0x5a);
  tenken_language_init ();
  application = tenken_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
