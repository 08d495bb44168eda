/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* A role of the person: what it is, and its parts with how far each is. Pressing a part shows it as a list. */

#define TENKEN_TYPE_ROLE_CARD (tenken_role_card_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRoleCard, tenken_role_card, TENKEN, ROLE_CARD, GtkWidget)

/* Of the parts first … end - 1, which are all of one role. */
GtkWidget *tenken_role_card_new (TenkenRound *round, guint first, guint end);
/* Shows the round as it is now. */
void tenken_role_card_update (TenkenRoleCard *self);

G_END_DECLS
