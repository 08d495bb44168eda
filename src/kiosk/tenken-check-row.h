/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* A question as one line of a list: what it asks, where it stands, why it is listed. Pressing it leads back to it. */
GtkWidget *tenken_check_row_new (TenkenRound *round, guint step);

G_END_DECLS
