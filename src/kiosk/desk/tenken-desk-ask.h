/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-task.h"

G_BEGIN_DECLS

/* Reads something more for a widget, without a dialog and with nothing insensitive. done is not called where the owner is gone, the
 * person has signed out or it was called off: what an owner asked before and no longer wants, it cancels. */
void tenken_desk_ask (GtkWidget *owner, TenkenDesk *desk, TnkDeskFunc func, gpointer data, GDestroyNotify data_free, GDestroyNotify result_free, GCancellable *cancellable, TenkenDeskDone done, gpointer user_data);

G_END_DECLS
