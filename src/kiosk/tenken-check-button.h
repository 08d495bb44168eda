/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A check button whose text wraps, and which a screen reader can work: GtkCheckButton offers it no action. */

#define TENKEN_TYPE_CHECK_BUTTON (tenken_check_button_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCheckButton, tenken_check_button, TENKEN, CHECK_BUTTON, GtkCheckButton)

void tenken_check_button_set_text (TenkenCheckButton *self, const char *text);

G_END_DECLS
