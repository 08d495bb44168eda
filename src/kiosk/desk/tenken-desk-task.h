/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Long work: on the thread of the store, with a dialog that has a bar and a way to stop it once it takes longer than a
 * blink. Writes: a short one shows no dialog, only its buttons are insensitive meanwhile. */
typedef gpointer (*TenkenDeskWork) (TnkDesk *desk, gpointer data, TnkProgressFunc progress, gpointer progress_data, GCancellable *cancellable, GError **error);

/* On the main thread, with the result (borrowed) or the error; not called if the person signed out meanwhile. A cancelled one
 * has G_IO_ERROR_CANCELLED. owner: a widget; where it is gone, nobody is called. */
typedef void (*TenkenDeskDone) (GtkWidget *owner, gpointer result, const GError *error, gpointer user_data);

void tenken_desk_task_run (GtkWidget *owner, TenkenDesk *desk, const char *title, TenkenDeskWork work, gpointer data, GDestroyNotify data_free, GDestroyNotify result_free, TenkenDeskDone done, gpointer user_data);

/* An error as people at a desk read it: what happened, what now, in their language where it is one of ours. */
char *tenken_desk_describe_error (const GError *error);
void tenken_desk_show_error (GtkWidget *owner, const char *heading, const GError *error);

G_END_DECLS
