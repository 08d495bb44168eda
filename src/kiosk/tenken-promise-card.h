/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* A question that is not fully implemented, with what would mend it, and until when the person promises to. */

#define TENKEN_TYPE_PROMISE_CARD (tenken_promise_card_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPromiseCard, tenken_promise_card, TENKEN, PROMISE_CARD, GtkWidget)

GtkWidget *tenken_promise_card_new (TenkenRound *round, guint step);

G_END_DECLS
