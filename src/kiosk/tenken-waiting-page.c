/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-waiting-page.h"

#include <glib/gi18n.h>

GtkWidget *
tenken_waiting_page_new (void)
{
  GtkWidget *page = adw_status_page_new (), *spinner = gtk_spinner_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Your questions are being fetched"));
  gtk_spinner_start (GTK_SPINNER (spinner));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), spinner);
  return page;
}
