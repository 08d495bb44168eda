/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"
#include "tnk-store-turnout.h"

G_BEGIN_DECLS

/* Within a transaction: who has handed in, in a department of the campaign’s tree with all below it, or with -1 in all. */
TnkTurnout *tnk_store_read_turnout (TnkStore *self, gint64 campaign_no, TnkCampaign *campaign, TnkBody *tree, int department, gboolean people, GCancellable *cancellable, GError **error);

/* What a verb is about: a campaign and one of its departments. */
typedef struct
{
  TnkStore *store;
  gint64 no;
  TnkCampaign *campaign;
  TnkBody *tree;
  TnkDepartment *department; /* NULL: the whole body */
} TnkDepartmentAbout;

gboolean tnk_department_about_find (TnkDepartmentAbout *self, TnkStore *store, const char *campaign_id, const char *department_id, GError **error);
/* The place of the department in the tree, or -1. */
int tnk_department_about_index (const TnkDepartmentAbout *self);
void tnk_department_about_clear (TnkDepartmentAbout *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkDepartmentAbout, tnk_department_about_clear)

G_END_DECLS
