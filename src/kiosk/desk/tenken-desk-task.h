/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk-error.h"
#include "tenken-desk.h"

G_BEGIN_DECLS

/* Work on the thread of the store. What takes longer than a blink gets a dialog with a bar and a way to stop it; what is
 * shorter shows none, only the owner is insensitive meanwhile, so that nothing is done twice. What was begun is done also
 * after the person has signed out. */
typedef gpointer (*TenkenDeskWork) (TnkDesk *desk, gpointer data, TnkProgressFunc progress, gpointer progress_data, GCancellable *cancellable, GError **error);

/* On the main thread, with the result (borrowed) or the error; not called if the person signed out meanwhile. A cancelled one
 * has G_IO_ERROR_CANCELLED. owner: a widget; where it is gone, nobody is called. */
typedef void (*TenkenDeskDone) (GtkWidget *owner, gpointer result, const GError *error, gpointer user_data);

/* title: what is done, "The roster is being read". data and result may be NULL; the functions that free them are not called
 * then. user_data must live as long as the owner. */
void tenken_desk_task_run (GtkWidget *owner, TenkenDesk *desk, const char *title, TenkenDeskWork work, gpointer data, GDestroyNotify data_free, GDestroyNotify result_free, TenkenDeskDone done, gpointer user_data);

G_END_DECLS
