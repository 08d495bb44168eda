/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-round.h"

G_BEGIN_DECLS

typedef void (*TenkenReceiptFunc) (GtkWindow *parent, const char *message);

/* Asks where to, and writes the receipt of a round that was handed in there as a workbook. @say is
 * told how it ended; not when nothing was chosen, or when it was called off. */
void tenken_receipt_save (GtkWindow *parent, TenkenRound *round, GCancellable *cancellable, TenkenReceiptFunc say);

G_END_DECLS
