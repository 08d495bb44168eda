/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-body.h"
#include "tnk-catalog.h"
#include "tnk-exception.h"

G_BEGIN_DECLS

gboolean tnk_exception_report_write (GPtrArray *exceptions, TnkBody *body, TnkCatalog *catalog, const char *body_name, const char *today, const char *filename, guint64 *n_cells, GError **error);

G_END_DECLS
