/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* Rows that are printed as a table, as CSV or as JSON. */
typedef struct _CtlTable CtlTable;

CtlTable *ctl_table_new (const char *const *columns);
void ctl_table_free (CtlTable *self);
void ctl_table_begin_row (CtlTable *self);
/* NULL is an empty cell, null in JSON. */
void ctl_table_add_text (CtlTable *self, const char *text);
void ctl_table_add_int (CtlTable *self, gint64 number);
/* Shown rounded in a table, unrounded elsewhere; NaN is an empty cell, null in JSON. */
void ctl_table_add_figure (CtlTable *self, double figure);
void ctl_table_print (CtlTable *self, CtlFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlTable, ctl_table_free)

G_END_DECLS
