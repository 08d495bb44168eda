/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to, and writes a record as a workbook. owner: a widget of the window that asks. */
void tenken_record_print (GtkWidget *owner, TenkenDesk *desk, TnkRecord *record);
/* The same for the register of exceptions. */
void tenken_exceptions_print (GtkWidget *owner, TenkenDesk *desk);

G_END_DECLS
