/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* Looks every few seconds whether anything was changed, as long as a page is on the screen, and has the page read anew where it was. */

#define TENKEN_TYPE_DESK_WATCH (tenken_desk_watch_get_type ())
G_DECLARE_FINAL_TYPE (TenkenDeskWatch, tenken_desk_watch, TENKEN, DESK_WATCH, GObject)

/* read_mark gives a gint64 *, which is another one once something was changed. The watch ends with the page, which it does not keep. */
TenkenDeskWatch *tenken_desk_watch_new (TenkenDeskPage *page, TnkDeskFunc read_mark);
/* For read_mark: of the whole store; of the records. */
gpointer tenken_desk_watch_read_all (TnkDesk *desk, gpointer data, GCancellable *cancellable, GError **error);
gpointer tenken_desk_watch_read_records (TnkDesk *desk, gpointer data, GCancellable *cancellable, GError **error);
/* The page shows what there was at this mark. It is watched from the first time on, until it rests. */
void tenken_desk_watch_set_mark (TenkenDeskWatch *self, gint64 mark);
void tenken_desk_watch_rest (TenkenDeskWatch *self);

G_END_DECLS
