/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"
#include "tnk-pin.h"
#include "tnk-pin-slip.h"
#include "tnk-store.h"
#include "tnk-questionnaire.h"
#include "tnk-welcome.h"
struct _TnkWelcome { GObject parent_instance; };
G_DEFINE_FINAL_TYPE (TnkWelcome, tnk_welcome, G_TYPE_OBJECT)
static void tnk_welcome_class_init (TnkWelcomeClass *k) {}
static void tnk_welcome_init (TnkWelcome *s) {}
const char * tnk_welcome_get_body_name (TnkWelcome *self) { return (const char *) 0; }
const char * tnk_welcome_get_campaign_id (TnkWelcome *self) { return (const char *) 0; }
const char * tnk_welcome_get_campaign_title (TnkWelcome *self) { return (const char *) 0; }
const char * tnk_welcome_get_closes (TnkWelcome *self) { return (const char *) 0; }
const char * tnk_welcome_get_today (TnkWelcome *self) { return (const char *) 0; }
guint tnk_welcome_get_n_questions (TnkWelcome *self) { return (guint) 0; }
gboolean tnk_welcome_get_has_kiosk_pin (TnkWelcome *self) { return (gboolean) 0; }
#include "tnk-session.h"
struct _TnkSession { GObject parent_instance; };
G_DEFINE_FINAL_TYPE (TnkSession, tnk_session, G_TYPE_OBJECT)
static void tnk_session_class_init (TnkSessionClass *k) {}
static void tnk_session_init (TnkSession *s) {}
TnkPerson * tnk_session_get_person (TnkSession *self) { return (TnkPerson *) 0; }
gboolean tnk_session_must_change_pin (TnkSession *self) { return (gboolean) 0; }
const char * tnk_session_get_last_sign_in (TnkSession *self) { return (const char *) 0; }
const char * tnk_session_get_last_place (TnkSession *self) { return (const char *) 0; }
void tnk_session_change_pin_async (TnkSession *self, const char *new_pin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_session_change_pin_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (gboolean) 0; }
void tnk_session_load_async (TnkSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
TnkQuestionnaire * tnk_session_load_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (TnkQuestionnaire *) 0; }
void tnk_session_save_answer_async (TnkSession *self, TnkDuty *duty, TnkAnswerValue value, const char *comment, const char *evidence, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_session_save_answer_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (gboolean) 0; }
void tnk_session_set_flag_async (TnkSession *self, TnkDuty *duty, gboolean flagged, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_session_set_flag_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (gboolean) 0; }
void tnk_session_set_place_async (TnkSession *self, TnkDuty *duty, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_session_set_place_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (gboolean) 0; }
void tnk_session_promise_async (TnkSession *self, TnkDuty *duty, const char *due, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_session_promise_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (gboolean) 0; }
void tnk_session_submit_async (TnkSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
char * tnk_session_submit_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (char *) 0; }
void tnk_session_write_receipt_async (TnkSession *self, const char *filename, const char *language, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_session_write_receipt_finish (TnkSession *self, GAsyncResult *result, GError **error) { return (gboolean) 0; }
void tnk_session_sign_out (TnkSession *self) {  }
#include "tnk-terminal.h"
struct _TnkTerminal { GObject parent_instance; };
G_DEFINE_FINAL_TYPE (TnkTerminal, tnk_terminal, G_TYPE_OBJECT)
static void tnk_terminal_class_init (TnkTerminalClass *k) {}
static void tnk_terminal_init (TnkTerminal *s) {}
TnkTerminal * tnk_terminal_new (const char *uri, const char *name) { return (TnkTerminal *) 0; }
const char * tnk_terminal_get_name (TnkTerminal *self) { return (const char *) 0; }
void tnk_terminal_open_async (TnkTerminal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_terminal_open_finish (TnkTerminal *self, GAsyncResult *result, GError **error) { return (gboolean) 0; }
void tnk_terminal_read_welcome_async (TnkTerminal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
TnkWelcome * tnk_terminal_read_welcome_finish (TnkTerminal *self, GAsyncResult *result, GError **error) { return (TnkWelcome *) 0; }
void tnk_terminal_count_questions_async (TnkTerminal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
guint tnk_terminal_count_questions_finish (TnkTerminal *self, GAsyncResult *result, GError **error) { return (guint) 0; }
void tnk_terminal_sign_in_async (TnkTerminal *self, const char *person_id, const char *pin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
TnkSession * tnk_terminal_sign_in_finish (TnkTerminal *self, GAsyncResult *result, guint *wait_seconds, GError **error) { return (TnkSession *) 0; }
void tnk_terminal_check_kiosk_pin_async (TnkTerminal *self, const char *pin, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data) {  }
gboolean tnk_terminal_check_kiosk_pin_finish (TnkTerminal *self, GAsyncResult *result, guint *wait_seconds, GError **error) { return (gboolean) 0; }
void tnk_terminal_close (TnkTerminal *self) {  }
