/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 進捗: how far every department is, as it is at this moment, for the secretariat. The target is the id of a department whose people
 * are to be shown, or that and a staff number, "D0101/1001". */

#define TENKEN_TYPE_PROGRESS_PAGE (tenken_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenProgressPage, tenken_progress_page, TENKEN, PROGRESS_PAGE, TenkenDeskPage)

GtkWidget *tenken_progress_page_new (TenkenDesk *desk);

G_END_DECLS
