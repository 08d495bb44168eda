/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

G_BEGIN_DECLS

/* What the pages about who has handed in read by, and what they read. */
typedef struct
{
  char *campaign_id;
  gboolean wants_all; /* the departments of the whole body, or of one with all below it, counted */
  char *all_id; /* NULL: the whole body */
  char *part_id; /* the department whose people are wanted one by one; NULL: none */
} TenkenTurnoutQuery;

typedef struct
{
  TnkTurnout *all; /* or NULL */
  TnkTurnout *part; /* or NULL, also where the campaign has no such department */
  char *today;
  gint64 mark; /* of the store before it was read */
} TenkenTurnoutData;

void tenken_turnout_query_free (gpointer self);
void tenken_turnout_data_free (gpointer self);
/* A TnkDeskFunc: from a query to data. */
gpointer tenken_turnout_data_load (TnkDesk *desk, gpointer query, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenTurnoutData, tenken_turnout_data_free)

G_END_DECLS
