/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-query.h"

TenkenDeskQuery *
tenken_desk_query_new (TenkenDesk *desk)
{
  TenkenDeskQuery *self = g_new0 (TenkenDeskQuery, 1);

  self->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  self->department_id = g_strdup (tenken_desk_get_department_id (desk));
  self->office = tenken_desk_get_office (desk);
  return self;
}

void
tenken_desk_query_free (gpointer query)
{
  TenkenDeskQuery *self = query;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self);
}
