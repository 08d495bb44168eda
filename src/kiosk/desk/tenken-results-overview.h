/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-results.h"

G_BEGIN_DECLS

/* How is it, and compared with last time; then every chapter; then the worst gaps. What is pressed activates "results.open" with
 * what to open: "controls", "gaps", "chapter/5", "control/5.4-3-1", or another place, "/turnout". */
#define TENKEN_TYPE_RESULTS_OVERVIEW (tenken_results_overview_get_type ())
G_DECLARE_FINAL_TYPE (TenkenResultsOverview, tenken_results_overview, TENKEN, RESULTS_OVERVIEW, AdwBin)

GtkWidget *tenken_results_overview_new (void);
void tenken_results_overview_show (TenkenResultsOverview *self, TenkenResults *results);

G_END_DECLS
