/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-person.h"
#include "tnk-questionnaire.h"

G_BEGIN_DECLS

#define TNK_TYPE_SESSION (tnk_session_get_type ())

/**
 * TnkSession:
 *
 * A person who is signed in at a terminal, and what that person may do: answer the own questionnaire of the open
 * campaign.
 *
 * The verbs run one after the other on the thread of the terminal, in the order in which they were called; their
 * callbacks come in the main context of the caller. Until an initial PIN is changed, every verb but
 * [method@Session.change_pin_async] fails with [error@Tenken.Error] `REFUSED`, and so does every verb once the person has
 * signed out.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkSession, tnk_session, TNK, SESSION, GObject)

TnkPerson *tnk_session_get_person (TnkSession *self);
gboolean tnk_session_must_change_pin (TnkSession *self);
const char *tnk_session_get_last_sign_in (TnkSession *self);
const char *tnk_session_get_last_place (TnkSession *self);

void tnk_session_change_pin_async (TnkSession *self, const char *new_pin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_session_change_pin_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_load_async (TnkSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
TnkQuestionnaire *tnk_session_load_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_save_answer_async (TnkSession *self, TnkDuty *duty, TnkAnswerValue value, const char *comment, const char *evidence, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_session_save_answer_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_set_flag_async (TnkSession *self, TnkDuty *duty, gboolean flagged, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_session_set_flag_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_set_place_async (TnkSession *self, TnkDuty *duty, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_session_set_place_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_promise_async (TnkSession *self, TnkDuty *duty, const char *due, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_session_promise_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_submit_async (TnkSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *tnk_session_submit_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_write_receipt_async (TnkSession *self, const char *filename, const char *language, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tnk_session_write_receipt_finish (TnkSession *self, GAsyncResult *result, GError **error);
void tnk_session_sign_out (TnkSession *self);

G_END_DECLS
