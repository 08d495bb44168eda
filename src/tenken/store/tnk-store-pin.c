/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-pin-slip-private.h"
#include "tnk-pin.h"
#include "tnk-secret-private.h"
#include "tnk-store-private.h"

#define INITIAL_DIGITS 8

/* --- whom --- */

typedef struct
{
  TnkStore *store;
  TnkBody *body;
  TnkDepartment *department; /* NULL: all */
  const char *person_id; /* NULL: all */
  GHashTable *holders; /* those who have a PIN and keep it; NULL: nobody keeps one */
} Choice;

static void
choice_clear (Choice *self)
{
  g_clear_object (&self->body);
  g_clear_pointer (&self->holders, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
read_holders (Choice *self,
              GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  statement = tnk_connection_query (self->store->connection, error,
                                    "SELECT p.id FROM credential c JOIN person p ON p.no = c.person_no", "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    g_hash_table_add (self->holders, g_strdup (tnk_statement_text (statement, 0)));
  }
  return FALSE;
}

static gboolean
check_there (Choice *self,
             gboolean there,
             const char *what,
             const char *id,
             GError **error)
{
  if (!there)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no %s “%s”", tnk_store_get_name (self->store), what,
                 id);
  return there;
}

static gboolean
read_choice (Choice *self,
             const char *department_id,
             gboolean replace,
             GError **error)
{
  self->body = tnk_store_load_body (self->store, error);
  if (self->body == NULL || (!replace && !read_holders (self, error)))
    return FALSE;
  if (department_id != NULL)
    self->department = tnk_body_lookup_department (self->body, department_id);
  return check_there (self, department_id == NULL || self->department != NULL, "department", department_id, error) &&
         check_there (self, self->person_id == NULL || tnk_body_lookup_person (self->body, self->person_id) != NULL,
                      "staff number", self->person_id, error);
}

static gboolean
is_chosen (Choice *self,
           TnkPerson *person)
{
  const char *id = tnk_person_get_id (person);

  return (self->person_id == NULL || g_str_equal (self->person_id, id)) &&
         (self->department == NULL ||
          tnk_department_is_within (tnk_person_get_department (person), self->department)) &&
         (self->holders == NULL || !g_hash_table_contains (self->holders, id));
}

static TnkPinSlip *
draw_slip (TnkBody *body,
           TnkPerson *person)
{
  char pin[INITIAL_DIGITS + 1];
  TnkPinSlip *slip;

  do
    tnk_secret_random_digits (pin, INITIAL_DIGITS);
  while (tnk_pin_check (pin, tnk_person_get_id (person)) != TNK_PIN_FAULT_NONE);
  slip = tnk_pin_slip_new (body, person, pin);
  explicit_bzero (pin, sizeof pin);
  return slip;
}

static GPtrArray *
draw_slips (Choice *self)
{
  GPtrArray *slips = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_pin_slip_unref);

  for (guint i = 0; i < tnk_body_get_n_people (self->body); i++) {
    TnkPerson *person = tnk_body_get_person (self->body, i);
    if (is_chosen (self, person))
      g_ptr_array_add (slips, draw_slip (self->body, person));
  }
  return slips;
}

/* --- hashing, which is slow by design: two threads share it --- */

typedef struct
{
  GPtrArray *slips;
  GPtrArray *hashes; /* (element-type utf8), as many as slips */
  int next; /* the place that whoever comes next takes; by atomic steps, like the other two */
  int n_done;
  int failed;
} Hashing;

static gboolean
hash_next (Hashing *self)
{
  guint place = g_atomic_int_add (&self->next, 1);

  if (place >= self->slips->len || g_atomic_int_get (&self->failed))
    return FALSE;
  self->hashes->pdata[place] = tnk_secret_hash (tnk_pin_slip_get_pin (g_ptr_array_index (self->slips, place)), NULL);
  if (self->hashes->pdata[place] == NULL)
    g_atomic_int_set (&self->failed, TRUE);
  g_atomic_int_inc (&self->n_done);
  return TRUE;
}

static gpointer
help_hashing (gpointer data)
{
  while (hash_next (data))
    continue;
  return NULL;
}

/* The thread of the caller works too, and is the one that reports. */
static gboolean
hash_all (Hashing *self,
          TnkProgressFunc progress,
          gpointer user_data,
          GCancellable *cancellable,
          GError **error)
{
  GThread *helper = self->slips->len > 1 ? g_thread_try_new ("tenken-pins", help_hashing, self, NULL) : NULL;

  while (!g_cancellable_is_cancelled (cancellable) && hash_next (self))
    if (progress != NULL)
      progress (g_atomic_int_get (&self->n_done), self->slips->len, user_data);
  /* What is over the end, or was cancelled, is taken by nobody. */
  g_atomic_int_set (&self->next, self->slips->len);
  g_clear_pointer (&helper, g_thread_join);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->failed)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_STORE,
                         "there is not enough memory to hash the PINs; nothing was changed; close other programs");
  else if (progress != NULL)
    progress (self->slips->len, self->slips->len, user_data);
  return !self->failed;
}

/* --- writing --- */

/* A person can have left, or have got a PIN, while the hashes were made: then the slip is of no use. */
static gboolean
write_hash (TnkStatement *insert,
            TnkChange *change,
            TnkPinSlip *slip,
            const char *hash,
            gboolean replace,
            gboolean *written,
            GError **error)
{
  return tnk_statement_bind (insert, error, "ttti", tnk_person_get_id (tnk_pin_slip_get_person (slip)), hash, change->now,
                             (gint64) replace) &&
         tnk_statement_step (insert, written, error);
}

static gboolean
write_hashes (TnkChange *change,
              Hashing *hashing,
              gboolean replace,
              GPtrArray *issued,
              GError **error)
{
  g_autoptr (TnkStatement) insert = NULL;

  insert = tnk_connection_prepare (
    change->connection, error,
    "INSERT INTO credential (person_no, hash, initial, issued_at) SELECT no, $2, 1, $3 FROM person "
    "WHERE id = $1 AND active = 1 ON CONFLICT (person_no) DO UPDATE SET hash = excluded.hash, initial = 1, "
    "issued_at = excluded.issued_at WHERE $4 = 1 RETURNING person_no");
  for (guint i = 0; insert != NULL && i < hashing->slips->len; i++) {
    TnkPinSlip *slip = g_ptr_array_index (hashing->slips, i);
    gboolean written;

    if (!write_hash (insert, change, slip, g_ptr_array_index (hashing->hashes, i), replace, &written, error))
      return FALSE;
    if (written)
      g_ptr_array_add (issued, tnk_pin_slip_ref (slip));
  }
  return insert != NULL;
}

static gboolean
forgive_tries (TnkChange *change,
               GPtrArray *issued,
               GError **error)
{
  g_autoptr (TnkStatement) forgive = NULL;

  forgive = tnk_connection_prepare (change->connection, error, "DELETE FROM sign_in_try WHERE person_id = $1");
  for (guint i = 0; forgive != NULL && i < issued->len; i++)
    if (!tnk_statement_run (forgive, error, "t",
                            tnk_person_get_id (tnk_pin_slip_get_person (g_ptr_array_index (issued, i)))))
      return FALSE;
  return forgive != NULL;
}

static gboolean
log_issue (TnkChange *change,
           const char *department_id,
           const char *person_id,
           guint n,
           GError **error)
{
  const char *subject = person_id != NULL ? person_id : department_id != NULL ? department_id
                                                                              : change->store->body_name;
  g_autofree char *detail = g_strdup_printf ("{\"pins\":%u}", n);

  return tnk_change_log (change, "pins.issued", subject, detail, error);
}

/**
 * tnk_store_issue_pins:
 * @self: an open store
 * @department_id: (nullable): only for this department and those below it
 * @person_id: (nullable): only for the person with this staff number
 * @replace: whether those who have a PIN get a new one; else only those who have none
 * @progress: (nullable) (scope call) (closure user_data): hears how many PINs are made
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then nobody’s PIN has changed
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`, or cancelled
 *
 * Gives people an initial PIN, which each must change at the first sign-in, and forgives their wrong tries. The store
 * keeps hashes alone: what is returned is the only way to read the PINs, and cannot be had again.
 *
 * Returns: (transfer container) (element-type TnkPinSlip): the PINs, in the order of the roster
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_issue_pins (TnkStore *self,
                      const char *department_id,
                      const char *person_id,
                      gboolean replace,
                      TnkProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Choice) choice = {.store = self, .person_id = person_id};
  g_autoptr (GPtrArray) slips = NULL, issued = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_pin_slip_unref);
  g_autoptr (GPtrArray) hashes = NULL;
  g_auto (TnkChange) change = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  if (!read_choice (&choice, department_id, replace, error))
    return NULL;
  slips = draw_slips (&choice);
  if (slips->len == 0)
    return g_steal_pointer (&issued);
  hashes = g_ptr_array_new_full (slips->len, g_free);
  g_ptr_array_set_size (hashes, slips->len);
  Hashing hashing = {.slips = slips, .hashes = hashes};
  if (!hash_all (&hashing, progress, user_data, cancellable, error) || !tnk_change_begin (&change, self, error) ||
      !write_hashes (&change, &hashing, replace, issued, error) || !forgive_tries (&change, issued, error) ||
      !log_issue (&change, department_id, person_id, issued->len, error) || !tnk_change_commit (&change, error))
    return NULL;
  return g_steal_pointer (&issued);
}
