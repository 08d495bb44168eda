/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-export.h"

#include <glib/gstdio.h>

#include "tenken-export-page.h"
#include "tenken-export-row.h"

/* Always of the same name, since it is seen on the page. */
#define FOLDER "tenken-export-test"

static char *written = NULL;

static gboolean
is_done (gpointer user_data)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (tnk_ui_desk_get_page (user_data)));
}

const char *
tnk_ui_export_write (TnkUi *ui,
                     const char *kind)
{
  g_autofree char *folder = g_build_filename (g_get_tmp_dir (), FOLDER, NULL);
  g_autofree char *name = g_strconcat (kind, ".xlsx", NULL);

  tnk_ui_export_clean ();
  g_mkdir_with_parents (folder, 0700);
  written = g_build_filename (folder, name, NULL);
  tenken_export_page_write (TENKEN_EXPORT_PAGE (tnk_ui_desk_get_page (ui)), kind, written);
  tnk_ui_wait (is_done, ui, "the workbook");
  return written;
}

void
tnk_ui_export_clean (void)
{
  g_autofree char *folder = g_build_filename (g_get_tmp_dir (), FOLDER, NULL);

  if (written != NULL)
    g_remove (written);
  g_rmdir (folder);
  g_clear_pointer (&written, g_free);
}

void
tnk_ui_export_show_saved (TnkUi *ui,
                          TenkenRound *round)
{
  tnk_ui_export_write (ui, "scorecard");
  tnk_ui_export_clean ();
}
