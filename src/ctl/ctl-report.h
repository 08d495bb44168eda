/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <math.h>

#include "ctl.h"

G_BEGIN_DECLS

#define CTL_NO_FIGURE ((double) NAN)

void ctl_print_scores (CtlCall *call, GPtrArray *scores, GPtrArray *rates);
gboolean ctl_write_scorecard (TnkStore *store, const char *campaign, const char *filename, const char *mark, guint64 *n_cells, GError **error);
gboolean ctl_write_department (TnkStore *store, const char *campaign, const char *department_id, const char *filename, guint64 *n_cells, GError **error);
gboolean ctl_write_person (TnkStore *store, const char *campaign, const char *person_id, const char *filename, guint64 *n_cells, GError **error);

G_END_DECLS
