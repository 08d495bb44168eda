/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-problem.h"

G_BEGIN_DECLS

TnkProblem *tnk_json_scan_find_problem (const char *filename, const char *text, gsize len);
gboolean tnk_json_scan_check (const char *filename,
                              const char *text,
                              gsize len,
                              GError **error);
GHashTable *tnk_json_scan_index_lines (const char *text, gsize len);
guint tnk_json_scan_get_line (GHashTable *lines, const char *path);

G_END_DECLS
