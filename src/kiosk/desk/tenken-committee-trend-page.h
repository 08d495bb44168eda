/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 推移: the figures over all campaigns, as a whole, of a chapter and of each control, following what became of it. Target: see
 * TenkenCommitteeTarget, with a chapter or the id of a control. */

#define TENKEN_TYPE_COMMITTEE_TREND_PAGE (tenken_committee_trend_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCommitteeTrendPage, tenken_committee_trend_page, TENKEN, COMMITTEE_TREND_PAGE, TenkenDeskPage)

GtkWidget *tenken_committee_trend_page_new (TenkenDesk *desk);

G_END_DECLS
