/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-result-page.h"

struct _TenkenResultPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenResultPage, tenken_result_page, ADW_TYPE_BIN)

static void
tenken_result_page_class_init (TenkenResultPageClass *klass)
{
}

static void
tenken_result_page_init (TenkenResultPage *self)
{
}

GtkWidget *
tenken_result_page_new (TenkenRound *round)
{
  return g_object_new (TENKEN_TYPE_RESULT_PAGE, NULL);
}
