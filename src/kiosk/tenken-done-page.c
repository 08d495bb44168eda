/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-done-page.h"

struct _TenkenDonePage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenDonePage, tenken_done_page, ADW_TYPE_BIN)

static void
tenken_done_page_class_init (TenkenDonePageClass *klass)
{
}

static void
tenken_done_page_init (TenkenDonePage *self)
{
}

GtkWidget *
tenken_done_page_new (TenkenRound *round, guint seconds)
{
  return g_object_new (TENKEN_TYPE_DONE_PAGE, NULL);
}
