/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-session.h"

G_BEGIN_DECLS

/**
 * TnkDeskFunc:
 * @desk: the desk of the person who is signed in
 * @data: what [method@Session.call_async] was given
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Works at a desk, on the thread of the terminal. It must not touch anything that belongs to another thread.
 *
 * Returns: (nullable): the result; `NULL` with @error set if it failed
 *
 * Since: 0.1
 */
typedef gpointer (*TnkDeskFunc) (TnkDesk *desk, gpointer data, GCancellable *cancellable, GError **error);

TnkRights tnk_session_get_rights (TnkSession *self);
const char *const *tnk_session_get_departments (TnkSession *self);

void tnk_session_call_async (TnkSession *self, TnkDeskFunc func, gpointer data, GDestroyNotify data_free, GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer tnk_session_call_finish (TnkSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
