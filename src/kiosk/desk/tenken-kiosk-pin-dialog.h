/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Asks for the PIN that ends the kiosk mode, twice, and sets it. */
void tenken_kiosk_pin_dialog_present (GtkWidget *owner, TenkenDesk *desk);

G_END_DECLS
