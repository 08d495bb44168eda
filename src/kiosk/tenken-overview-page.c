/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-overview-page.h"

struct _TenkenOverviewPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenOverviewPage, tenken_overview_page, ADW_TYPE_BIN)

static void
tenken_overview_page_class_init (TenkenOverviewPageClass *klass)
{
}

static void
tenken_overview_page_init (TenkenOverviewPage *self)
{
}

GtkWidget *
tenken_overview_page_new (TenkenRound *round)
{
  return g_object_new (TENKEN_TYPE_OVERVIEW_PAGE, NULL);
}
