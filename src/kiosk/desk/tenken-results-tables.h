/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

G_BEGIN_DECLS

/* Tables of TenkenResultsRow. */
GtkWidget *tenken_results_sections_table_new (void);
GtkWidget *tenken_results_controls_table_new (void);
GtkWidget *tenken_results_gaps_table_new (void);
/* How roles or departments keep one control. */
GtkWidget *tenken_results_roles_table_new (void);
GtkWidget *tenken_results_departments_table_new (void);
/* Tables of TnkItem: what people wrote, with whose it is or without; the items behind the figures of one control. */
GtkWidget *tenken_results_comments_table_new (gboolean names);
GtkWidget *tenken_results_items_table_new (void);

G_END_DECLS
