/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk-choice.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_CHOOSER (tenken_desk_chooser_get_type ())

/* A button that says what is chosen, and opens a list to choose from, which can be searched where it is long. Where there is
 * nothing to choose it is only the words. Emits "chosen" (string) with the id when a person has chosen. */
G_DECLARE_FINAL_TYPE (TenkenDeskChooser, tenken_desk_chooser, TENKEN, DESK_CHOOSER, AdwBin)

/* name: what is chosen here, "Campaign", for those who do not see it. */
void tenken_desk_chooser_set_name (TenkenDeskChooser *self, const char *name);
/* (element-type TenkenDeskChoice) */
void tenken_desk_chooser_set_choices (TenkenDeskChooser *self, GPtrArray *choices);
void tenken_desk_chooser_set_chosen (TenkenDeskChooser *self, const char *id);

/* A row of a list of choices; bound to a TenkenDeskChoice. */
GtkListItemFactory *tenken_desk_chooser_make_rows (void);

G_END_DECLS
