/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-committee-target.h"
#include "tenken-standing.h"
#include "tenken-table.h"

G_BEGIN_DECLS

/* The required controls of a campaign as rows of a table. */

/* (element-type TenkenTableItem). Can be made on the thread of the store. */
GListModel *tenken_control_rows_new (const TenkenStanding *standing, const TenkenCommitteeTarget *target);
TnkControl *tenken_control_rows_get_control (gpointer item);

extern const TenkenTableColumn tenken_control_columns[];
extern const guint tenken_control_n_columns;

G_END_DECLS
