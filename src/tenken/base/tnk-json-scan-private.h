/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-problem.h"

G_BEGIN_DECLS

TnkProblem *tnk_json_scan_find_problem (const char *filename, const char *text, gsize len);
gboolean tnk_json_scan_check (const char *filename,
                              const char *text,
                              gsize len,
                              GError **error);
guint tnk_json_scan_find_line (const char *text,
                               gsize len,
                               const char *path);

G_END_DECLS
