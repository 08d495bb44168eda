/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-session-private.h"

#include "tnk-session-desk.h"
#include "tnk-station-private.h"
#include "tnk-strings-private.h"
#include "tnk-terminal-private.h"

struct _TnkSession
{
  GObject parent_instance;

  TnkTerminal *terminal;
  TnkSeat *seat; /* NULL once the person has signed out */
  TnkBody *body; /* keeps the person */
  TnkPerson *person;
  char *last_sign_in;
  char *last_place;
  TnkRights rights;
  GStrv departments;
};

G_DEFINE_FINAL_TYPE (TnkSession, tnk_session, G_TYPE_OBJECT)

static void
forget (TnkSession *self)
{
  g_clear_pointer (&self->seat, tnk_seat_unref);
  self->person = NULL;
  g_clear_object (&self->body);
  tnk_wipe_string (&self->last_sign_in);
  tnk_wipe_string (&self->last_place);
  g_clear_pointer (&self->departments, g_strfreev);
  self->rights = TNK_RIGHTS_NONE;
}

static void
tnk_session_finalize (GObject *object)
{
  TnkSession *self = TNK_SESSION (object);

  forget (self);
  g_clear_object (&self->terminal);
  G_OBJECT_CLASS (tnk_session_parent_class)->finalize (object);
}

static void
tnk_session_class_init (TnkSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_session_finalize;
}

static void
tnk_session_init (TnkSession *self)
{
}

TnkSession *
tnk_session_new (TnkTerminal *terminal,
                 TnkSignIn *sign_in)
{
  TnkSession *self = g_object_new (TNK_TYPE_SESSION, NULL);

  self->terminal = g_object_ref (terminal);
  self->seat = tnk_seat_new (sign_in, tnk_terminal_get_name (terminal));
  self->body = g_steal_pointer (&sign_in->body);
  self->person = g_steal_pointer (&sign_in->person);
  self->last_sign_in = g_steal_pointer (&sign_in->last_sign_in);
  self->last_place = g_steal_pointer (&sign_in->last_place);
  self->rights = sign_in->held.rights;
  self->departments = tnk_held_rights_dup_departments (&sign_in->held);
  return self;
}

/**
 * tnk_session_get_person:
 * @self: a session
 *
 * Gets who is signed in.
 *
 * Returns: (transfer none) (nullable): the person, with the departments from there up; `NULL` after the sign-out
 *
 * Since: 0.1
 */
TnkPerson *
tnk_session_get_person (TnkSession *self)
{
  g_return_val_if_fail (TNK_IS_SESSION (self), NULL);
  return self->person;
}

/**
 * tnk_session_must_change_pin:
 * @self: a session
 *
 * Tells whether the person signed in with an initial PIN, which must be changed before anything else.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_session_must_change_pin (TnkSession *self)
{
  g_return_val_if_fail (TNK_IS_SESSION (self), FALSE);
  return self->seat != NULL && g_atomic_int_get (&self->seat->must_change);
}

/**
 * tnk_session_get_last_sign_in:
 * @self: a session
 *
 * Gets when the person signed in the time before this, to be shown: who sees a time that was not theirs knows that
 * somebody else has the PIN.
 *
 * Returns: (nullable): ISO 8601, or `NULL` if this is the first time
 *
 * Since: 0.1
 */
const char *
tnk_session_get_last_sign_in (TnkSession *self)
{
  g_return_val_if_fail (TNK_IS_SESSION (self), NULL);
  return self->last_sign_in;
}

/**
 * tnk_session_get_last_place:
 * @self: a session
 *
 * Gets where the person signed in the time before this.
 *
 * Returns: (nullable): the name of the terminal, or `NULL` if this is the first time
 *
 * Since: 0.1
 */
const char *
tnk_session_get_last_place (TnkSession *self)
{
  g_return_val_if_fail (TNK_IS_SESSION (self), NULL);
  return self->last_place;
}

/**
 * tnk_session_get_rights:
 * @self: a session
 *
 * Gets what the person may do at a desk, as it was at the sign-in. Every verb of the desk asks anew.
 *
 * Returns: the rights
 *
 * Since: 0.1
 */
TnkRights
tnk_session_get_rights (TnkSession *self)
{
  g_return_val_if_fail (TNK_IS_SESSION (self), TNK_RIGHTS_NONE);
  return self->rights;
}

/**
 * tnk_session_get_departments:
 * @self: a session
 *
 * Gets the departments that the person answers for, each with all below it, as it was at the sign-in.
 *
 * Returns: (transfer none) (nullable): their ids; `NULL` after the sign-out
 *
 * Since: 0.1
 */
const char *const *
tnk_session_get_departments (TnkSession *self)
{
  g_return_val_if_fail (TNK_IS_SESSION (self), NULL);
  return (const char *const *) self->departments;
}

static void
do_tidy (GTask *task,
         gpointer place)
{
  tnk_station_forget (place);
  g_task_return_boolean (task, TRUE);
}

/**
 * tnk_session_sign_out:
 * @self: a session
 *
 * Signs the person out. It returns at once; what was begun is still done. The session holds nothing of the person any
 * more, and its verbs fail. When all is on the disk the terminal lets go of the store, whose cache holds what was read
 * and written, and opens it again for the next.
 *
 * Since: 0.1
 */
void
tnk_session_sign_out (TnkSession *self)
{
  g_return_if_fail (TNK_IS_SESSION (self));

  if (self->seat == NULL)
    return;
  forget (self);
  tnk_worker_push (tnk_terminal_get_worker (self->terminal), g_task_new (NULL, NULL, NULL, NULL), do_tidy);
}

/* --- jobs --- */

TnkSessionJob *
tnk_session_job_new (TnkDuty *duty)
{
  TnkSessionJob *self = g_new0 (TnkSessionJob, 1);

  if (duty == NULL)
    return self;
  self->control_id = g_strdup (tnk_control_get_id (tnk_duty_get_control (duty)));
  self->role_id = g_strdup (tnk_role_get_id (tnk_duty_get_role (duty)));
  return self;
}

static void
job_free (gpointer data)
{
  TnkSessionJob *self = data;

  g_clear_pointer (&self->seat, tnk_seat_unref);
  tnk_wipe_string (&self->pin);
  tnk_wipe_string (&self->comment);
  tnk_wipe_string (&self->evidence);
  tnk_wipe_string (&self->filename);
  if (self->call_free != NULL)
    self->call_free (self->call);
  g_free (self->control_id);
  g_free (self->role_id);
  g_free (self->due);
  g_free (self);
}

void
tnk_session_start (TnkSession *self,
                   gpointer tag,
                   TnkSessionJob *job,
                   TnkWorkerFunc func,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  if (self->seat != NULL) {
    job->seat = tnk_seat_ref (self->seat);
    tnk_worker_push (tnk_terminal_get_worker (self->terminal), task, func);
    return;
  }
  g_task_return_new_error (task, TNK_ERROR, TNK_ERROR_REFUSED, "this person has signed out; sign in again");
  g_object_unref (task);
}

void
tnk_session_return_boolean (GTask *task,
                            gboolean done,
                            GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- the PIN --- */

static void
do_change_pin (GTask *task,
               gpointer place)
{
  TnkStation *station = place;
  TnkSessionJob *job = g_task_get_task_data (task);
  TnkSeat *seat = job->seat;
  GError *error = NULL;
  gboolean done = tnk_station_get_store (station, seat->actor, &error) != NULL &&
                  tnk_store_change_pin (station->store, seat->person_no, seat->person_id, job->pin, &error);

  tnk_wipe_string (&job->pin);
  if (done)
    g_atomic_int_set (&seat->must_change, FALSE);
  tnk_session_return_boolean (task, done, error);
}

/**
 * tnk_session_change_pin_async:
 * @self: a session
 * @new_pin: the new PIN
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Changes the PIN of the person.
 *
 * Since: 0.1
 */
void
tnk_session_change_pin_async (TnkSession *self,
                              const char *new_pin,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  TnkSessionJob *job;

  g_return_if_fail (TNK_IS_SESSION (self) && new_pin != NULL);

  job = tnk_session_job_new (NULL);
  job->pin = g_strdup (new_pin);
  tnk_session_start (self, tnk_session_change_pin_async, job, do_change_pin, cancellable, callback, user_data);
}

/**
 * tnk_session_change_pin_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: [error@Tenken.Error] `INVALID` if [func@pin_check] finds a fault or it is the
 *   present PIN, `REFUSED`, `STATE` or `STORE`
 *
 * Ends the change of the PIN.
 *
 * Returns: `TRUE` if the new PIN holds
 *
 * Since: 0.1
 */
gboolean
tnk_session_change_pin_finish (TnkSession *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
