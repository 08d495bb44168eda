/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* Looks every few seconds whether anything was changed in the store, as long as a page is on the screen, and has the page read
 * anew where it was. */

#define TENKEN_TYPE_TURNOUT_WATCH (tenken_turnout_watch_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTurnoutWatch, tenken_turnout_watch, TENKEN, TURNOUT_WATCH, GObject)

/* It ends with the page, which it does not keep. */
TenkenTurnoutWatch *tenken_turnout_watch_new (TenkenDeskPage *page);
/* The page shows the store as it was at this mark. */
void tenken_turnout_watch_set_mark (TenkenTurnoutWatch *self, gint64 mark);

G_END_DECLS
