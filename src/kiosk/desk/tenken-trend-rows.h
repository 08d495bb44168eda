/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-table.h"

G_BEGIN_DECLS

/* How each control went from the campaign before to the last one, as rows of a table. */
GListModel *tenken_trend_rows_new (TnkTrend *trend);
TnkControl *tenken_trend_rows_get_control (gpointer item);

extern const TenkenTableColumn tenken_trend_columns[];
extern const guint tenken_trend_n_columns;

G_END_DECLS
