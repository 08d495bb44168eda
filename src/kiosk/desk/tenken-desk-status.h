/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_STATUS (tenken_desk_status_get_type ())

/* What a page says instead of what it would show: that there is nothing, that it failed, that the right is missing. Emits
 * "way" when the button is pressed that leads out. */
G_DECLARE_FINAL_TYPE (TenkenDeskStatus, tenken_desk_status, TENKEN, DESK_STATUS, AdwBin)

GtkWidget *tenken_desk_status_new (void);
/* text is no markup; it and button may be NULL. */
void tenken_desk_status_show (TenkenDeskStatus *self, const char *icon_name, const char *title, const char *text, const char *button);

G_END_DECLS
