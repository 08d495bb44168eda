/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

G_BEGIN_DECLS

/* What most pages read by. */
typedef struct
{
  char *campaign_id;
  char *department_id; /* NULL: the whole body */
  TnkRights office;
} TenkenDeskQuery;

TenkenDeskQuery *tenken_desk_query_new (TenkenDesk *desk);
void tenken_desk_query_free (gpointer self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenDeskQuery, tenken_desk_query_free)

G_END_DECLS
