/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-section-page.h"

struct _TenkenSectionPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenSectionPage, tenken_section_page, ADW_TYPE_BIN)

static void
tenken_section_page_class_init (TenkenSectionPageClass *klass)
{
}

static void
tenken_section_page_init (TenkenSectionPage *self)
{
}

GtkWidget *
tenken_section_page_new (TenkenRound *round, guint part)
{
  return g_object_new (TENKEN_TYPE_SECTION_PAGE, NULL);
}
