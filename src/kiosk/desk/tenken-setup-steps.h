/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-setup.h"

G_BEGIN_DECLS

/* The steps of setting a campaign up: each shows what the set-up holds, and writes what is chosen into it. */

GtkWidget *tenken_setup_catalog_new (TenkenSetup *setup);
GtkWidget *tenken_setup_controls_new (TenkenSetup *setup);
GtkWidget *tenken_setup_population_new (TenkenSetup *setup);
GtkWidget *tenken_setup_settings_new (TenkenSetup *setup);
GtkWidget *tenken_setup_check_new (TenkenSetup *setup);

/* An entry with its name above it, tied to a text of the set-up. */
GtkWidget *tenken_setup_text_new (TenkenSetup *setup, TenkenSetupText which, const char *name, int width_chars);
/* A question and its answers to one another; the data of "chosen" is the owner. */
GtkWidget *tenken_setup_choice_new (const char *text, const char *detail);
/* The way to the comparison of the edition that is chosen with that of the campaign before; seen where they differ. */
GtkWidget *tenken_setup_changes_new (TenkenSetup *setup);

G_END_DECLS
