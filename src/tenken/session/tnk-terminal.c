/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-terminal-private.h"

#include "tnk-session-private.h"
#include "tnk-station-private.h"
#include "tnk-strings-private.h"

struct _TnkTerminal
{
  GObject parent_instance;

  char *name;
  TnkWorker *worker;
};

G_DEFINE_FINAL_TYPE (TnkTerminal, tnk_terminal, G_TYPE_OBJECT)

/* The last reference can go on the thread of the terminal itself, so that nothing here may wait for it. */
static void
tnk_terminal_finalize (GObject *object)
{
  TnkTerminal *self = TNK_TERMINAL (object);

  g_clear_pointer (&self->worker, tnk_worker_free);
  g_free (self->name);
  G_OBJECT_CLASS (tnk_terminal_parent_class)->finalize (object);
}

static void
tnk_terminal_class_init (TnkTerminalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_terminal_finalize;
}

static void
tnk_terminal_init (TnkTerminal *self)
{
}

/**
 * tnk_terminal_new:
 * @uri: the store: a path, or a `sqlite:` URI
 * @name: the name of the terminal for the log, such as `desk` or `kiosk:hall-2`
 *
 * Creates a terminal. Its store must be opened before anything else.
 *
 * Returns: (transfer full): the new terminal
 *
 * Since: 0.1
 */
TnkTerminal *
tnk_terminal_new (const char *uri,
                  const char *name)
{
  TnkTerminal *self;

  g_return_val_if_fail (uri != NULL && name != NULL, NULL);

  self = g_object_new (TNK_TYPE_TERMINAL, NULL);
  self->name = g_strdup (name);
  self->worker = tnk_worker_new ("tenken-store", tnk_station_new (uri, name), (GDestroyNotify) tnk_station_free);
  return self;
}

/**
 * tnk_terminal_get_name:
 * @self: a terminal
 *
 * Gets the name of the terminal.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_terminal_get_name (TnkTerminal *self)
{
  g_return_val_if_fail (TNK_IS_TERMINAL (self), NULL);
  return self->name;
}

TnkWorker *
tnk_terminal_get_worker (TnkTerminal *self)
{
  return self->worker;
}

/**
 * tnk_terminal_close:
 * @self: a terminal
 *
 * Waits until everything that was begun is done, and closes the store. Whatever is asked of the terminal afterwards fails
 * with [error@Tenken.Error] `STATE`.
 *
 * Since: 0.1
 */
void
tnk_terminal_close (TnkTerminal *self)
{
  g_return_if_fail (TNK_IS_TERMINAL (self));
  tnk_worker_close (self->worker);
}

/* What a verb takes to the thread, and brings back beside its result. */
typedef struct
{
  char *person_id;
  char *pin;
  guint wait;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  tnk_wipe_string (&self->person_id);
  tnk_wipe_string (&self->pin);
  g_free (self);
}

static void
start (TnkTerminal *self,
       gpointer tag,
       TnkWorkerFunc func,
       const char *person_id,
       const char *pin,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->person_id = g_strdup (person_id);
  job->pin = g_strdup (pin);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  tnk_worker_push (self->worker, task, func);
}

static void
return_boolean (GTask *task,
                gboolean done,
                GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
return_object (GTask *task,
               gpointer object,
               GError *error)
{
  if (object != NULL)
    g_task_return_pointer (task, object, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* --- opening --- */

static void
do_open (GTask *task,
         gpointer place)
{
  GError *error = NULL;
  gboolean done = tnk_station_open (place, &error);

  return_boolean (task, done, error);
}

/**
 * tnk_terminal_open_async:
 * @self: a terminal
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Opens the store.
 *
 * Since: 0.1
 */
void
tnk_terminal_open_async (TnkTerminal *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (TNK_IS_TERMINAL (self));
  start (self, tnk_terminal_open_async, do_open, NULL, NULL, cancellable, callback, user_data);
}

/**
 * tnk_terminal_open_finish:
 * @self: a terminal
 * @result: what the callback got
 * @error: return location for an error: what [ctor@Store.open] fails with
 *
 * Ends the opening of the store.
 *
 * Returns: `TRUE` if it is open
 *
 * Since: 0.1
 */
gboolean
tnk_terminal_open_finish (TnkTerminal *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- the first screen --- */

static void
do_read_welcome (GTask *task,
                 gpointer place)
{
  GError *error = NULL;
  TnkWelcome *welcome = tnk_station_get_store (place, NULL, &error) != NULL ? tnk_station_read_welcome (place, &error) : NULL;

  return_object (task, welcome, error);
}

/**
 * tnk_terminal_read_welcome_async:
 * @self: an open terminal
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Reads what the first screen says. That is little, and quick.
 *
 * Since: 0.1
 */
void
tnk_terminal_read_welcome_async (TnkTerminal *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (TNK_IS_TERMINAL (self));
  start (self, tnk_terminal_read_welcome_async, do_read_welcome, NULL, NULL, cancellable, callback, user_data);
}

/**
 * tnk_terminal_read_welcome_finish:
 * @self: a terminal
 * @result: what the callback got
 * @error: return location for an error: [error@Tenken.Error] `STATE` or `STORE`
 *
 * Ends the reading of what the first screen says.
 *
 * Returns: (transfer full): what it says
 *
 * Since: 0.1
 */
TnkWelcome *
tnk_terminal_read_welcome_finish (TnkTerminal *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
do_count_questions (GTask *task,
                    gpointer place)
{
  GError *error = NULL;
  guint n;

  if (tnk_station_get_store (place, NULL, &error) != NULL && tnk_station_count_questions (place, &n, &error))
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

/**
 * tnk_terminal_count_questions_async:
 * @self: an open terminal
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Counts what a plain member of staff is asked in the open campaign: the role `staff`, or the one that most people hold
 * where the catalog has no questions for that. It reads the campaign with its catalog, and keeps it for those who sign
 * in.
 *
 * Since: 0.1
 */
void
tnk_terminal_count_questions_async (TnkTerminal *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (TNK_IS_TERMINAL (self));
  start (self, tnk_terminal_count_questions_async, do_count_questions, NULL, NULL, cancellable, callback, user_data);
}

/**
 * tnk_terminal_count_questions_finish:
 * @self: a terminal
 * @result: what the callback got
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` if no campaign is open, `STATE` or `STORE`
 *
 * Ends the counting of questions.
 *
 * Returns: the number, or 0 with @error set
 *
 * Since: 0.1
 */
guint
tnk_terminal_count_questions_finish (TnkTerminal *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  n = g_task_propagate_int (G_TASK (result), error);
  return n > 0 ? n : 0;
}

/* --- signing in --- */

static void
do_sign_in (GTask *task,
            gpointer place)
{
  TnkStation *station = place;
  Job *job = g_task_get_task_data (task);
  g_auto (TnkSignIn) sign_in = {0};
  GError *error = NULL;
  TnkSession *session = NULL;

  if (tnk_station_get_store (station, NULL, &error) != NULL &&
      tnk_store_sign_in (station->store, job->person_id, job->pin, station->name, &sign_in, &job->wait, &error))
    session = tnk_session_new (g_task_get_source_object (task), &sign_in);
  tnk_wipe_string (&job->pin);
  return_object (task, session, error);
}

/**
 * tnk_terminal_sign_in_async:
 * @self: an open terminal
 * @person_id: the staff number as it was typed
 * @pin: the PIN as it was typed
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Signs a person in. Three wrong tries in a row are free; after each further one the next is looked at only after a time
 * that doubles, and after ten the person needs a new PIN. A number that nobody has is treated in the same way.
 *
 * Since: 0.1
 */
void
tnk_terminal_sign_in_async (TnkTerminal *self,
                            const char *person_id,
                            const char *pin,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (TNK_IS_TERMINAL (self) && person_id != NULL && pin != NULL);
  start (self, tnk_terminal_sign_in_async, do_sign_in, person_id, pin, cancellable, callback, user_data);
}

static void
take_wait (GAsyncResult *result,
           guint *wait_seconds)
{
  if (wait_seconds != NULL)
    *wait_seconds = ((Job *) g_task_get_task_data (G_TASK (result)))->wait;
}

/**
 * tnk_terminal_sign_in_finish:
 * @self: a terminal
 * @result: what the callback got
 * @wait_seconds: (out) (optional): the seconds until a next try is looked at: 0 for none, the greatest number of the type
 *   if none will be before a new PIN is issued
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `STATE` or `STORE`
 *
 * Ends a sign-in.
 *
 * Returns: (transfer full): the session of the person
 *
 * Since: 0.1
 */
TnkSession *
tnk_terminal_sign_in_finish (TnkTerminal *self,
                             GAsyncResult *result,
                             guint *wait_seconds,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  take_wait (result, wait_seconds);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- leaving the kiosk --- */

static void
do_check_kiosk_pin (GTask *task,
                    gpointer place)
{
  TnkStation *station = place;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = tnk_station_get_store (station, NULL, &error) != NULL &&
                  tnk_store_check_kiosk_pin (station->store, job->pin, &job->wait, &error) &&
                  tnk_store_note (station->store, "kiosk.left", station->name, &error);

  tnk_wipe_string (&job->pin);
  return_boolean (task, done, error);
}

/**
 * tnk_terminal_check_kiosk_pin_async:
 * @self: an open terminal
 * @pin: what was typed
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Checks the PIN by which the secretariat ends the kiosk mode, and notes in the log that it was ended.
 *
 * Since: 0.1
 */
void
tnk_terminal_check_kiosk_pin_async (TnkTerminal *self,
                                    const char *pin,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (TNK_IS_TERMINAL (self) && pin != NULL);
  start (self, tnk_terminal_check_kiosk_pin_async, do_check_kiosk_pin, NULL, pin, cancellable, callback, user_data);
}

/**
 * tnk_terminal_check_kiosk_pin_finish:
 * @self: a terminal
 * @result: what the callback got
 * @wait_seconds: (out) (optional): the seconds until a next try is looked at, 0 for none
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` if no PIN was set, `REFUSED`, `STATE` or
 *   `STORE`
 *
 * Ends the check of the PIN of the kiosk.
 *
 * Returns: `TRUE` if it was the right one
 *
 * Since: 0.1
 */
gboolean
tnk_terminal_check_kiosk_pin_finish (TnkTerminal *self,
                                     GAsyncResult *result,
                                     guint *wait_seconds,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  take_wait (result, wait_seconds);
  return g_task_propagate_boolean (G_TASK (result), error);
}
