/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* Says whether what was answered is on the disk: being saved, saved and when, or what went wrong, with a button to try
 * again. Screen readers hear it. */

#define TENKEN_TYPE_SAVE_STATUS (tenken_save_status_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSaveStatus, tenken_save_status, TENKEN, SAVE_STATUS, GtkWidget)

GtkWidget *tenken_save_status_new (TenkenRound *round);
void tenken_save_status_set_round (TenkenSaveStatus *self, TenkenRound *round);

G_END_DECLS
