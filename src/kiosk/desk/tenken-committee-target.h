/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* What of the results a page shows, as it stands in a place of tenken_desk_go (): "controls/chapter=6&department=D12&gaps=1",
 * "control/id=5.4-3-1&role=staff". */
typedef struct
{
  char *id; /* of a control; all may be NULL */
  char *chapter;
  char *department;
  char *role;
  gboolean gaps; /* only what is not fully kept */
} TenkenCommitteeTarget;

void tenken_committee_target_read (TenkenCommitteeTarget *self, const char *target);
void tenken_committee_target_clear (TenkenCommitteeTarget *self);
/* Newly allocated. */
char *tenken_committee_target_write (const TenkenCommitteeTarget *self, const char *place);

/* What a page reads by that shows such a thing. */
typedef struct
{
  TenkenDeskQuery *query;
  TenkenCommitteeTarget target;
} TenkenCommitteeRequest;

TenkenCommitteeRequest *tenken_committee_request_new (TenkenDesk *desk, const TenkenCommitteeTarget *target);
void tenken_committee_request_free (gpointer self);

G_END_DECLS
