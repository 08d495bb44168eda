/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *tnk_package_resolve_target (const char *filename, GError **error);
gboolean tnk_package_verify (const char *filename, const guint64 *n_cells, guint n_sheets, GError **error);
gboolean tnk_package_deliver (const char *filename, const char *target, int mode, GCancellable *cancellable, GError **error);

G_END_DECLS
