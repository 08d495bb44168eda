/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-action-private.h"
#include "tnk-action-writer-private.h"
#include "tnk-plan-private.h"
#include "tnk-strings-private.h"

static const char *
get_by (TnkActionWriter *self)
{
  return self->by != NULL ? self->by : self->change->store->actor;
}

gboolean
tnk_action_writer_open (TnkActionWriter *self,
                        TnkChange *change,
                        TnkPlan *plan,
                        gint64 campaign_no,
                        const char *by,
                        GError **error)
{
  gint64 n = 0;

  *self = (TnkActionWriter){.change = change, .plan = plan, .campaign_no = campaign_no, .by = by};
  if (!tnk_connection_query_int (change->connection, &self->last_no, 0, error, "SELECT coalesce (max (no), 0) FROM action", "") ||
      !tnk_connection_query_int (change->connection, &n, 0, error, "SELECT count (*) FROM action WHERE campaign_no = $1", "i",
                                 campaign_no))
    return FALSE;
  self->n_actions = n;
  self->add_department = tnk_connection_prepare (change->connection, error,
                                                 "INSERT INTO action_department (action_no, position, department_id) "
                                                 "VALUES ($1, $2, $3)");
  return self->add_department != NULL;
}

void
tnk_action_writer_close (TnkActionWriter *self)
{
  g_clear_pointer (&self->add_department, tnk_statement_finish);
}

static gboolean
insert_action (TnkActionWriter *self,
               TnkAction *action,
               gint64 *no,
               GError **error)
{
  *no = ++self->last_no;
  return tnk_connection_run (
    self->change->connection, error,
    "INSERT INTO action (no, campaign_no, id, control_id, what, owner, due, priority, resources, status, done_by, "
    "verified_by, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)",
    "iitttttttttt", *no, self->campaign_no, tnk_action_get_id (action), tnk_control_get_id (tnk_action_get_control (action)),
    tnk_action_get (action, TNK_ACTION_FIELD_WHAT), tnk_action_get (action, TNK_ACTION_FIELD_OWNER),
    tnk_action_get (action, TNK_ACTION_FIELD_DUE), tnk_action_get (action, TNK_ACTION_FIELD_PRIORITY),
    tnk_action_get (action, TNK_ACTION_FIELD_RESOURCES), tnk_action_get (action, TNK_ACTION_FIELD_STATUS),
    tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY), tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY));
}

static gboolean
update_action (TnkActionWriter *self,
               TnkAction *action,
               gint64 *no,
               GError **error)
{
  TnkConnection *connection = self->change->connection;

  return tnk_connection_query_int (connection, no, 0, error, "SELECT no FROM action WHERE campaign_no = $1 AND id = $2", "it",
                                   self->campaign_no, tnk_action_get_id (action)) &&
         tnk_connection_run (
           connection, error,
           "UPDATE action SET what = $2, owner = $3, due = $4, priority = $5, resources = $6, status = $7, done_by = $8, "
           "verified_by = $9, revision = $10 WHERE no = $1",
           "itttttttti", *no, tnk_action_get (action, TNK_ACTION_FIELD_WHAT), tnk_action_get (action, TNK_ACTION_FIELD_OWNER),
           tnk_action_get (action, TNK_ACTION_FIELD_DUE), tnk_action_get (action, TNK_ACTION_FIELD_PRIORITY),
           tnk_action_get (action, TNK_ACTION_FIELD_RESOURCES), tnk_action_get (action, TNK_ACTION_FIELD_STATUS),
           tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY), tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY),
           (gint64) tnk_action_get_revision (action)) &&
         tnk_connection_run (connection, error, "DELETE FROM action_department WHERE action_no = $1", "i", *no);
}

static gboolean
write_departments (TnkActionWriter *self,
                   TnkAction *action,
                   gint64 no,
                   GError **error)
{
  const char *const *ids = tnk_action_get_departments (action);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!tnk_statement_run (self->add_department, error, "iit", no, (gint64) i, ids[i]))
      return FALSE;
  return TRUE;
}

/* Notes are only ever added. Those that are new get their time and their writer now. */
static gboolean
write_notes (TnkActionWriter *self,
             TnkAction *action,
             guint first,
             gint64 no,
             GError **error)
{
  for (guint i = first; i < tnk_action_get_n_notes (action); i++)
    if (!tnk_connection_run (self->change->connection, error,
                             "INSERT INTO action_note (action_no, position, at, writer, text) VALUES ($1, $2, $3, $4, $5)",
                             "iittt", no, (gint64) i, tnk_action_get_note_time (action, i),
                             tnk_action_get_note_writer (action, i), tnk_action_get_note_text (action, i)))
      return FALSE;
  return TRUE;
}

static void
sign_notes (TnkActionWriter *self,
            TnkAction *action,
            guint first)
{
  for (guint i = first; i < action->notes->len; i++) {
    TnkActionNote *note = &g_array_index (action->notes, TnkActionNote, i);

    g_free (note->time);
    note->time = g_strdup (self->change->now);
    tnk_set_string (&note->writer, get_by (self));
  }
}

static void
append_field (GString *json,
              const char *name,
              const char *text)
{
  g_string_append_printf (json, "%s\"%s\":", json->len > 1 && json->str[json->len - 1] != '{' ? "," : "", name);
  tnk_append_json_string (json, text);
}

/* What was there before, so that nothing that anybody wrote is lost; of a new one, what it says. */
static char *
describe (TnkActionWriter *self,
          TnkAction *action,
          TnkAction *before)
{
  GString *json = g_string_new ("{");
  g_autofree char *digest = tnk_action_make_digest (action);

  append_field (json, "by", get_by (self));
  append_field (json, "digest", digest);
  g_string_append_printf (json, ",\"revision\":%u,\"%s\":{", tnk_action_get_revision (action), before != NULL ? "replaced" : "fields");
  if (before == NULL)
    append_field (json, "control", tnk_control_get_id (tnk_action_get_control (action)));
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (before == NULL || !g_str_equal (tnk_action_get (action, field), tnk_action_get (before, field)))
      append_field (json, tnk_action_field_to_string (field), tnk_action_get (before != NULL ? before : action, field));
  g_string_append (json, "}}");
  return g_string_free (json, FALSE);
}

static gboolean
log_action (TnkActionWriter *self,
            TnkAction *action,
            TnkAction *before,
            GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", tnk_campaign_get_id (tnk_plan_get_campaign (self->plan)), tnk_action_get_id (action));
  g_autofree char *detail = describe (self, action, before);

  return tnk_change_log (self->change, before != NULL ? "action.changed" : "action.added", subject, detail, error);
}

static gboolean
becomes (TnkAction *action,
         TnkAction *before,
         TnkActionStatus status)
{
  return before != NULL && tnk_action_get_status (action) == status && tnk_action_get_status (before) != status;
}

/* A sheet does not say who reports an action done: whoever brings it back does. */
static gboolean
sign_done (TnkActionWriter *self,
           TnkAction *action,
           TnkAction *before,
           GError **error)
{
  if (self->by == NULL || !becomes (action, before, TNK_ACTION_STATUS_DONE) || *tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY) != '\0')
    return TRUE;
  return tnk_action_set (action, TNK_ACTION_FIELD_DONE_BY, self->by, error);
}

/* Nor may an owner have his own action verified by writing somebody else’s number. */
static gboolean
check_hand (TnkActionWriter *self,
            TnkAction *action,
            TnkAction *before,
            GError **error)
{
  return self->by == NULL || !becomes (action, before, TNK_ACTION_STATUS_VERIFIED) ||
         tnk_plan_check_verifier (self->plan, before, self->by, error);
}

TnkAction *
tnk_action_writer_write (TnkActionWriter *self,
                         TnkAction *action,
                         TnkAction *before,
                         GError **error)
{
  g_autoptr (TnkAction) stored = NULL;
  guint n_notes = before != NULL ? tnk_action_get_n_notes (before) : 0;
  g_autofree char *id = NULL;
  gint64 no;

  stored = tnk_action_copy (action);
  if (!sign_done (self, stored, before, error) || !tnk_plan_check (self->plan, stored, before, error) ||
      !check_hand (self, stored, before, error))
    return NULL;
  id = before != NULL ? g_strdup (tnk_action_get_id (before)) : g_strdup_printf ("A%04u", ++self->n_actions);
  tnk_action_set_identity (stored, id, before != NULL ? tnk_action_get_revision (before) + 1 : 1);
  sign_notes (self, stored, n_notes);
  if (!(before != NULL ? update_action (self, stored, &no, error) : insert_action (self, stored, &no, error)) ||
      !write_departments (self, stored, no, error) || !write_notes (self, stored, n_notes, no, error) ||
      !log_action (self, stored, before, error))
    return NULL;
  return g_steal_pointer (&stored);
}
