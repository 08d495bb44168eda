/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-tally.h"

G_BEGIN_DECLS

gboolean tnk_department_report_write (TnkTally *tally, guint department, const char *body_name, const char *made_on, const char *filename, GCancellable *cancellable, guint64 *n_cells, GError **error);

G_END_DECLS
