/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-session.h"
#include "tnk-welcome.h"

G_BEGIN_DECLS

#define TNK_TYPE_TERMINAL (tnk_terminal_get_type ())

/**
 * TnkTerminal:
 *
 * A screen at which people sign in, one after the other: a kiosk or a desk. It owns one thread with one connection to
 * the store; its verbs run there, one after the other, and their callbacks come in the main context of the caller.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkTerminal, tnk_terminal, TNK, TERMINAL, GObject)

TnkTerminal *tnk_terminal_new (const char *uri, const char *name);
const char *tnk_terminal_get_name (TnkTerminal *self);
void tnk_terminal_open_async (TnkTerminal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_terminal_open_finish (TnkTerminal *self, GAsyncResult *result, GError **error);
void tnk_terminal_read_welcome_async (TnkTerminal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
TnkWelcome *tnk_terminal_read_welcome_finish (TnkTerminal *self, GAsyncResult *result, GError **error);
void tnk_terminal_count_questions_async (TnkTerminal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
guint tnk_terminal_count_questions_finish (TnkTerminal *self, GAsyncResult *result, GError **error);
void tnk_terminal_sign_in_async (TnkTerminal *self, const char *person_id, const char *pin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
TnkSession *tnk_terminal_sign_in_finish (TnkTerminal *self, GAsyncResult *result, guint *wait_seconds, GError **error);
void tnk_terminal_check_kiosk_pin_async (TnkTerminal *self, const char *pin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_terminal_check_kiosk_pin_finish (TnkTerminal *self, GAsyncResult *result, guint *wait_seconds, GError **error);
void tnk_terminal_close (TnkTerminal *self);

G_END_DECLS
