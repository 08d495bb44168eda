/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Twelve months in a row, each a button, set apart where a new fiscal year begins in April. Pressing one emits
 * "picked" (const char *month), as "2027-03". */

#define TENKEN_TYPE_MONTH_PICKER (tenken_month_picker_get_type ())
G_DECLARE_FINAL_TYPE (TenkenMonthPicker, tenken_month_picker, TENKEN, MONTH_PICKER, GtkWidget)

/* The first of the months. */
GtkWidget *tenken_month_picker_new (int year, int month);

G_END_DECLS
