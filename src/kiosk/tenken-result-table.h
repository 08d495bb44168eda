/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The figures of each chapter, this time and the last, and how many questions they rest on:
 * (element-type TenkenChapterResult). */
GtkWidget *tenken_result_table_new (GArray *chapters);

G_END_DECLS
