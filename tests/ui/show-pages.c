/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>

#include "tnk-ui-pages.h"

/* Shows the pages that its standard input names, one a line, and says "shown" when each is there: for a test that looks at
 * them from outside. Before the first it says how each is called, and then an empty line. */

static TnkUi ui;

static gboolean
show (const char *name)
{
  const TnkUiPage *page = tnk_ui_page_find (name);

  if (page == NULL)
    return FALSE;
  tnk_ui_page_open (&ui, page, "ja");
  tnk_ui_settle (GTK_WINDOW (ui.window), 1280, 800);
  return TRUE;
}

/* Lines are read beside the program's own work, which goes on meanwhile. */
static gboolean
read_line (GIOChannel *channel,
           GIOCondition condition,
           gpointer user_data)
{
  g_autofree char *line = NULL;
  gboolean *goes_on = user_data;

  *goes_on = g_io_channel_read_line (channel, &line, NULL, NULL, NULL) == G_IO_STATUS_NORMAL;
  if (*goes_on) {
    printf ("%s\n", show (g_strchomp (line)) ? "shown" : "unknown");
    fflush (stdout);
  }
  return *goes_on;
}

int
main (int argc,
      char **argv)
{
  GIOChannel *channel = g_io_channel_unix_new (0);
  gboolean goes_on = TRUE;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  for (guint i = 0; tnk_ui_page_get (i) != NULL; i++)
    printf ("%s\n", tnk_ui_page_get (i)->name);
  printf ("\n");
  fflush (stdout);
  g_io_add_watch (channel, G_IO_IN | G_IO_HUP, read_line, &goes_on);
  while (goes_on)
    g_main_context_iteration (NULL, TRUE);
  tnk_ui_clear (&ui);
  g_io_channel_unref (channel);
  return 0;
}
