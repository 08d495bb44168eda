/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Reads an edited workbook of the plan, and shows what it changes or what is wrong with it. owner: a widget of the window. */
void tenken_plan_import_file (GtkWidget *owner, TenkenDesk *desk, const char *filename);

/* The preview: every change with its place in the sheet, conflicts to be decided, one button that takes all of it in. */
#define TENKEN_TYPE_PLAN_PREVIEW (tenken_plan_preview_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPlanPreview, tenken_plan_preview, TENKEN, PLAN_PREVIEW, AdwWindow)

GtkWidget *tenken_plan_preview_new (GtkWindow *parent, TenkenDesk *desk, TnkPlanEdits *edits);
/* For tests: the dialog in which the conflicts of an action are side by side. */
GtkWidget *tenken_plan_preview_open (TenkenPlanPreview *self, TnkPlanEdit *edit);

G_END_DECLS
