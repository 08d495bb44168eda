/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-sign-in-private.h"

#include <string.h>

#include "tnk-body-private.h"
#include "tnk-own-right-private.h"
#include "tnk-pin.h"
#include "tnk-secret-private.h"
#include "tnk-strings-private.h"
#include "tnk-try-private.h"

/* No staff number of a roster is longer. */
#define MAX_ID 64

void
tnk_sign_in_clear (TnkSignIn *self)
{
  g_clear_object (&self->body);
  self->person = NULL;
  tnk_wipe_string (&self->last_sign_in);
  tnk_wipe_string (&self->last_place);
  tnk_held_rights_clear (&self->held);
}

/* What was typed, without the white space around it; NULL if it can be no staff number. */
static char *
read_typed (const char *typed)
{
  g_autofree char *id = tnk_is_harmless (typed, FALSE) ? tnk_strip (typed) : NULL;

  if (id == NULL || *id == '\0' || *id == '*' || g_utf8_strlen (id, -1) > MAX_ID)
    return NULL;
  return g_steal_pointer (&id);
}

typedef struct
{
  gint64 person_no;
  char *hash; /* NULL where nobody can sign in so */
} Credential;

static void
credential_clear (Credential *self)
{
  tnk_wipe_string (&self->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Credential, credential_clear)

static gboolean
find_credential (TnkStore *self,
                 const char *person_id,
                 Credential *credential,
                 GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT c.person_no, c.hash FROM person p JOIN credential c ON c.person_no = p.no "
                                    "WHERE p.id = $1 AND p.active = 1",
                                    "t", person_id);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (row) {
    credential->person_no = tnk_statement_int (statement, 0);
    credential->hash = g_strdup (tnk_statement_text (statement, 1));
  }
  return TRUE;
}

/* A number that nobody has takes as long as a wrong PIN. */
static gboolean
is_right (const Credential *credential,
          const char *pin)
{
  if (credential->hash != NULL)
    return tnk_secret_verify (credential->hash, pin);
  tnk_secret_verify_nobody (pin);
  return FALSE;
}

static gboolean
refuse (TnkStore *self,
        const char *person_id,
        GError **error)
{
  if (tnk_store_note (self, "person.refused", person_id != NULL ? person_id : "?", error))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED, "the staff number or the PIN is not right");
  return FALSE;
}

/* --- letting somebody in --- */

/* The department of a person and those above it; a circle, which only meddling makes, ends it. */
static gboolean
read_departments (TnkStore *self,
                  const char *id,
                  GArray *rows,
                  GError **error)
{
  g_autofree char *next = g_strdup (id);

  while (next != NULL && rows->len < 100) {
    g_autoptr (TnkStatement) statement = NULL;
    TnkDepartmentRow row = {0};
    gboolean found;

    statement = tnk_connection_query (self->connection, error,
                                      "SELECT id, name, parent_id FROM department WHERE id = $1", "t", next);
    if (statement == NULL || !tnk_statement_step (statement, &found, error))
      return FALSE;
    if (!found)
      return tnk_store_throw_damaged (self, error);
    row.id = g_strdup (tnk_statement_text (statement, 0));
    row.name = g_strdup (tnk_statement_text (statement, 1));
    row.parent_id = g_strdup (tnk_statement_text (statement, 2));
    g_array_append_val (rows, row);
    tnk_set_string (&next, row.parent_id);
  }
  return TRUE;
}

static char **
read_roles (TnkStore *self,
            gint64 person_no,
            GError **error)
{
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT role FROM person_role WHERE person_no = $1 ORDER BY position", "i", person_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_strv_builder_end (roles);
    g_strv_builder_add (roles, tnk_statement_text (statement, 0));
  }
  return NULL;
}

static gboolean
make_body (TnkStore *self,
           TnkSignIn *sign_in,
           const char *person_id,
           const char *name,
           const char *department_id,
           GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));
  g_auto (TnkProblems) problems = {0};
  g_auto (GStrv) roles = NULL;

  g_array_set_clear_func (rows, tnk_department_row_clear);
  roles = read_roles (self, sign_in->person_no, error);
  if (roles == NULL || !read_departments (self, department_id, rows, error))
    return FALSE;
  tnk_problems_init (&problems);
  sign_in->body = tnk_body_new_empty ();
  tnk_body_set_departments (sign_in->body, rows, tnk_store_get_name (self), &problems);
  if (!tnk_problems_throw (&problems, NULL, TNK_ERROR_TAMPERED, error))
    return FALSE;
  tnk_body_add_person (sign_in->body, person_id, name, tnk_body_lookup_department (sign_in->body, department_id),
                       (const char *const *) roles);
  sign_in->person = tnk_body_get_person (sign_in->body, 0);
  return TRUE;
}

static gboolean
read_person (TnkStore *self,
             TnkSignIn *sign_in,
             GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT p.id, p.name, p.department_id, c.initial, c.last_sign_in, c.place "
                                    "FROM person p JOIN credential c ON c.person_no = p.no WHERE p.no = $1",
                                    "i", sign_in->person_no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return tnk_store_throw_damaged (self, error);
  sign_in->must_change = tnk_statement_int (statement, 3) != 0;
  sign_in->last_sign_in = g_strdup (tnk_statement_text (statement, 4));
  sign_in->last_place = g_strdup (tnk_statement_text (statement, 5));
  return tnk_held_rights_read (&sign_in->held, self, tnk_statement_text (statement, 0), error) &&
         tnk_held_rights_add_own (&sign_in->held, self, tnk_statement_text (statement, 0), error) &&
         make_body (self, sign_in, tnk_statement_text (statement, 0), tnk_statement_text (statement, 1),
                    tnk_statement_text (statement, 2), error);
}

/* Notes the sign-in, unless a new PIN was issued while the old one was looked at. */
static gboolean
note_sign_in (TnkStore *self,
              TnkChange *change,
              const Credential *credential,
              const char *place,
              gboolean *noted,
              GError **error)
{
  g_autoptr (TnkStatement) update = NULL;

  update = tnk_connection_query (self->connection, error,
                                 "UPDATE credential SET last_sign_in = $3, place = $4 WHERE person_no = $1 AND hash = $2 "
                                 "RETURNING person_no",
                                 "ittt", credential->person_no, credential->hash, change->now, place);
  return update != NULL && tnk_statement_step (update, noted, error);
}

static gboolean
let_in (TnkStore *self,
        const char *person_id,
        const Credential *credential,
        const char *place,
        TnkSignIn *sign_in,
        GError **error)
{
  g_autofree char *actor = g_strdup_printf ("%s@%s", person_id, place);
  g_auto (TnkChange) change = {0};
  gboolean noted;

  sign_in->person_no = credential->person_no;
  if (!tnk_change_begin (&change, self, error) || !read_person (self, sign_in, error) ||
      !note_sign_in (self, &change, credential, place, &noted, error))
    return FALSE;
  if (!noted) {
    tnk_change_end (&change);
    return refuse (self, person_id, error);
  }
  tnk_store_set_actor (self, actor);
  return tnk_try_forgive (self, person_id, error) &&
         tnk_change_log (&change, "person.signed-in", person_id, "{}", error) && tnk_change_commit (&change, error);
}

gboolean
tnk_store_sign_in (TnkStore *self,
                   const char *person_id,
                   const char *pin,
                   const char *place,
                   TnkSignIn *sign_in,
                   guint *wait,
                   GError **error)
{
  g_autofree char *id = read_typed (person_id);
  const TnkTry attempt = {.key = id != NULL ? id : TNK_TRY_ODD, .blocks = TRUE};
  g_auto (Credential) credential = {0};

  tnk_store_set_actor (self, place);
  if (!tnk_try_count (&attempt, self, wait, error) || !find_credential (self, attempt.key, &credential, error))
    return FALSE;
  if (!is_right (&credential, pin))
    return refuse (self, id, error);
  *wait = 0;
  return let_in (self, id, &credential, place, sign_in, error);
}

/* --- changing the PIN --- */

static gboolean
check_new_pin (const char *pin,
               const char *person_id,
               const char *present_hash,
               GError **error)
{
  if (tnk_pin_check (pin, person_id) != TNK_PIN_FAULT_NONE)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "this PIN is too easy to guess; choose 6 to 12 digits that are no date, no pattern and not the "
                         "staff number");
  else if (tnk_secret_verify (present_hash, pin))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "this is the present PIN; choose another one");
  else
    return TRUE;
  return FALSE;
}

static gboolean
replace_hash (TnkStore *self,
              const Credential *credential,
              const char *hash,
              GError **error)
{
  g_autoptr (TnkStatement) update = NULL;
  gboolean replaced;

  update = tnk_connection_query (self->connection, error,
                                 "UPDATE credential SET hash = $3, initial = 0 WHERE person_no = $1 AND hash = $2 "
                                 "RETURNING person_no",
                                 "itt", credential->person_no, credential->hash, hash);
  if (update == NULL || !tnk_statement_step (update, &replaced, error))
    return FALSE;
  if (!replaced)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED,
                         "a new PIN was issued in the meantime; sign in again with that one");
  return replaced;
}

gboolean
tnk_store_change_pin (TnkStore *self,
                      gint64 person_no,
                      const char *person_id,
                      const char *pin,
                      GError **error)
{
  g_auto (Credential) credential = {0};
  g_auto (TnkChange) change = {0};
  g_autofree char *hash = NULL;

  if (!find_credential (self, person_id, &credential, error))
    return FALSE;
  if (credential.hash == NULL || credential.person_no != person_no) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED, "this person cannot sign in any more");
    return FALSE;
  }
  if (!check_new_pin (pin, person_id, credential.hash, error))
    return FALSE;
  hash = tnk_secret_hash (pin, error);
  return hash != NULL && tnk_change_begin (&change, self, error) && replace_hash (self, &credential, hash, error) &&
         tnk_change_log (&change, "pin.changed", person_id, "{}", error) && tnk_change_commit (&change, error);
}
