/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-comparison.h"

G_BEGIN_DECLS

gboolean tnk_comparison_write (TnkComparison *self, const char *today, const char *filename, GCancellable *cancellable, guint64 *n_cells, GError **error);

G_END_DECLS
