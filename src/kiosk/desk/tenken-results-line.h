/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-results-row.h"

G_BEGIN_DECLS

/* A line of a short list, as a button: the name of a chapter or of a gap, its bar of answers, its figures. The lines of one list
 * share their size groups, so that figures stand below one another. */
typedef struct
{
  GtkSizeGroup *bars;
  GtkSizeGroup *figures;
  GtkSizeGroup *changes;
} TenkenResultsLines;

void tenken_results_lines_init (TenkenResultsLines *self);
void tenken_results_lines_clear (TenkenResultsLines *self);

/* action: takes a text, the target. */
GtkWidget *tenken_results_line_new (TenkenResultsLines *lines, TenkenResultsRow *row, const char *action, const char *target);

G_END_DECLS
