/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* One application or report: what stands in it, the steps that were taken and those that the person can take now. A draft is
 * written here. Target: the number of the record. */
#define TENKEN_TYPE_RECORD_PAGE (tenken_record_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordPage, tenken_record_page, TENKEN, RECORD_PAGE, TenkenDeskPage)

GtkWidget *tenken_record_page_new (TenkenDesk *desk);
/* NULL until it is read. */
TnkRecord *tenken_record_page_get_record (TenkenRecordPage *self);

G_END_DECLS
