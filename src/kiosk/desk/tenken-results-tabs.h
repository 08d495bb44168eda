/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Views one of which is seen, and above them a button for each, which go below one another where the width ends. */
#define TENKEN_TYPE_RESULTS_TABS (tenken_results_tabs_get_type ())
/* Property "shown" (string): the view that is seen. */
G_DECLARE_FINAL_TYPE (TenkenResultsTabs, tenken_results_tabs, TENKEN, RESULTS_TABS, AdwBin)

GtkWidget *tenken_results_tabs_new (void);
void tenken_results_tabs_add (TenkenResultsTabs *self, const char *name, const char *label, GtkWidget *view);
const char *tenken_results_tabs_get_shown (TenkenResultsTabs *self);
void tenken_results_tabs_show (TenkenResultsTabs *self, const char *name);

G_END_DECLS
