/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-plan-edits.h"
#include "tnk-progress.h"

G_BEGIN_DECLS

gboolean tnk_plan_write (TnkPlan *self, int department, const char *body_name, const char *today, const char *filename, GCancellable *cancellable, guint64 *n_cells, GError **error);
TnkPlanEdits *tnk_plan_read (const char *filename, TnkPlan *plan, GPtrArray **problems, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
