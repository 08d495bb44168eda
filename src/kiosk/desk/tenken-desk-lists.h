/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-choice.h"
#include "tenken-desk-places.h"

G_BEGIN_DECLS

/* What can be chosen at a desk. (element-type TenkenDeskChoice) */

/* The offices of the person that have a place; the id is the number of the right. */
GPtrArray *tenken_desk_lists_make_offices (TenkenDesk *desk, const TenkenDeskPlace *places);
/* The newest first. */
GPtrArray *tenken_desk_lists_make_campaigns (TenkenDesk *desk);
/* As the tree has them, those that the office opens; the whole body has an empty id. */
GPtrArray *tenken_desk_lists_make_departments (TenkenDesk *desk);

G_END_DECLS
