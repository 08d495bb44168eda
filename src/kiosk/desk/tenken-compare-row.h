/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What became of one control: what holds now on the left, what held before on the right, the words that changed underlined. */
GtkWidget *tenken_compare_row_new (TnkComparisonRow *row);
const char *tenken_compare_describe_kind (TnkRevisionKind kind);
/* All that the row says, to search in. Newly allocated. */
char *tenken_compare_row_fold (TnkComparisonRow *row);

G_END_DECLS
