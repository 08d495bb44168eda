/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-catalogs.h"

#include "tnk-ui-desk.h"

static void
type (TnkUi *ui,
      const char *words)
{
  GtkWidget *page = GTK_WIDGET (tnk_ui_desk_get_page (ui));
  GtkWidget *search = tnk_ui_find (page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), words);
}

void
tnk_ui_catalogs_search (TnkUi *ui,
                        TenkenRound *round)
{
  type (ui, "ﾊﾟｽﾜｰﾄﾞ");
}

void
tnk_ui_catalogs_search_nothing (TnkUi *ui,
                                TenkenRound *round)
{
  type (ui, "この言葉はどこにもない");
}
