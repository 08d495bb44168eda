/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* How a campaign stands, in the department that is looked at or in the whole body, and how the one before it stood. */
typedef struct
{
  TnkTally *now; /* of the department nothing but its own is counted */
  TnkTally *before; /* NULL: there is nothing to compare with */
  TnkScore *score;
  TnkScore *score_before; /* NULL likewise */
  int department; /* its index in the tree; -1: the whole body */
} TenkenStanding;

/* On the thread of the store. */
gboolean tenken_standing_load (TenkenStanding *self, TnkDesk *desk, const TenkenDeskQuery *query, GCancellable *cancellable, GError **error);
void tenken_standing_clear (TenkenStanding *self);

TnkCampaign *tenken_standing_get_campaign (const TenkenStanding *self);
TnkCatalog *tenken_standing_get_catalog (const TenkenStanding *self);
/* Of a chapter, a role, a control or a department; NULL where there was none. The thing of last time is looked up by its id. */
TnkScore *tenken_standing_score_chapter (const TenkenStanding *self, TnkChapter *chapter, gboolean before);
TnkScore *tenken_standing_score_role (const TenkenStanding *self, TnkRole *role, gboolean before);
TnkScore *tenken_standing_score_department (const TenkenStanding *self, TnkDepartment *department, gboolean before);
/* s of a control in a department, of a role; NAN where nothing counts. NULL: all of them. */
double tenken_standing_score_control (const TenkenStanding *self, TnkControl *control, TnkDepartment *department, TnkRole *role, gboolean before, TnkCounts *counts);
/* What is undefined is no figure. */
double tenken_score_get_figure (TnkScore *score);

G_END_DECLS
