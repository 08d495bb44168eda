/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* Knows what the first screen says: opens the store, and looks again every minute, since a day may begin or a campaign
 * close while nobody is there. Emits "changed". */

#define TENKEN_TYPE_RECEPTION (tenken_reception_get_type ())
G_DECLARE_FINAL_TYPE (TenkenReception, tenken_reception, TENKEN, RECEPTION, GObject)

TenkenReception *tenken_reception_new (TnkTerminal *terminal);
void tenken_reception_open (TenkenReception *self);
/* Looks again now. */
void tenken_reception_refresh (TenkenReception *self);
/* Ends looking; nothing is emitted any more. */
void tenken_reception_stop (TenkenReception *self);

TnkWelcome *tenken_reception_get_welcome (TenkenReception *self); /* NULL until the store is open */
guint tenken_reception_get_n_questions (TenkenReception *self); /* of a member of staff; 0 until it is known */
const char *tenken_reception_get_trouble (TenkenReception *self); /* why the store cannot be read; NULL if it can */

G_END_DECLS
