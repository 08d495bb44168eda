/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-check-page.h"

struct _TenkenCheckPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenCheckPage, tenken_check_page, ADW_TYPE_BIN)

static void
tenken_check_page_class_init (TenkenCheckPageClass *klass)
{
}

static void
tenken_check_page_init (TenkenCheckPage *self)
{
}

GtkWidget *
tenken_check_page_new (TenkenRound *round)
{
  return g_object_new (TENKEN_TYPE_CHECK_PAGE, NULL);
}
