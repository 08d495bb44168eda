/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-table.h"

G_BEGIN_DECLS

/* Single answers as rows of a table: the items of TnkDesk, of which some do not say whose they are. */

extern const TenkenTableColumn tenken_item_columns[]; /* with the person, the department and the role */
extern const guint tenken_item_n_columns;
extern const TenkenTableColumn tenken_comment_columns[]; /* the text alone */
extern const guint tenken_comment_n_columns;

G_END_DECLS
