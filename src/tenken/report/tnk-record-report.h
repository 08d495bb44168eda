/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-record.h"

G_BEGIN_DECLS

gboolean tnk_record_report_write (TnkRecord *record, const char *body_name, const char *today, const char *classification, const char *filename, guint64 *n_cells, GError **error);

G_END_DECLS
