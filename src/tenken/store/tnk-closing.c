/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-closing-private.h"

static void
closing_free (gpointer data)
{
  TnkClosing *self = data;

  g_free (self->at);
  g_free (self->by);
  g_free (self);
}

gboolean
tnk_closings_read (TnkClosings *self,
                   TnkStore *store,
                   gint64 campaign_no,
                   GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, closing_free);
  statement = tnk_connection_query (store->connection, error,
                                    "SELECT department_id, at, closed_by FROM department_closing WHERE campaign_no = $1", "i",
                                    campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkClosing *closing;

    if (!row)
      return TRUE;
    closing = g_new (TnkClosing, 1);
    closing->at = g_strdup (tnk_statement_text (statement, 1));
    closing->by = g_strdup (tnk_statement_text (statement, 2));
    g_hash_table_insert (self->by_id, g_strdup (tnk_statement_text (statement, 0)), closing);
  }
  return FALSE;
}

void
tnk_closings_clear (TnkClosings *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
}

const TnkClosing *
tnk_closings_lookup (const TnkClosings *self,
                     TnkDepartment *department)
{
  return g_hash_table_lookup (self->by_id, tnk_department_get_id (department));
}

TnkDepartment *
tnk_closings_find (const TnkClosings *self,
                   TnkDepartment *department)
{
  while (department != NULL && tnk_closings_lookup (self, department) == NULL)
    department = tnk_department_get_parent (department);
  return department;
}

/* What closes a place in the tree. The tree is only read where anything is closed at all. */
static gboolean
find_at (TnkStore *store,
         gint64 campaign_no,
         gint64 department,
         char **closed_id,
         GError **error)
{
  g_auto (TnkClosings) closings = {0};
  g_autoptr (TnkBody) tree = NULL;
  TnkDepartment *closed;

  *closed_id = NULL;
  if (!tnk_closings_read (&closings, store, campaign_no, error))
    return FALSE;
  if (g_hash_table_size (closings.by_id) == 0)
    return TRUE;
  tree = tnk_store_read_campaign_body (store, campaign_no, error);
  if (tree == NULL)
    return FALSE;
  if (department < 0 || department >= tnk_body_get_n_departments (tree))
    return tnk_store_throw_damaged (store, error);
  closed = tnk_closings_find (&closings, tnk_body_get_department (tree, department));
  *closed_id = closed != NULL ? g_strdup (tnk_department_get_id (closed)) : NULL;
  return TRUE;
}

gboolean
tnk_closings_cover (TnkStore *store,
                    gint64 campaign_no,
                    gint64 department,
                    gboolean *covered,
                    GError **error)
{
  g_autofree char *closed_id = NULL;

  if (!find_at (store, campaign_no, department, &closed_id, error))
    return FALSE;
  *covered = closed_id != NULL;
  return TRUE;
}

gboolean
tnk_closings_check (TnkStore *store,
                    gint64 campaign_no,
                    gint64 department,
                    GError **error)
{
  g_autofree char *closed_id = NULL;

  if (!find_at (store, campaign_no, department, &closed_id, error))
    return FALSE;
  if (closed_id == NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: the department “%s” is closed: nothing is handed in or returned there until it is reopened",
               tnk_store_get_name (store), closed_id);
  return FALSE;
}

static gboolean
forget (TnkChange *change,
        const char *campaign_id,
        gint64 campaign_no,
        const char *department_id,
        GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", campaign_id, department_id);

  return tnk_connection_run (change->connection, error,
                             "DELETE FROM department_closing WHERE campaign_no = $1 AND department_id = $2", "it", campaign_no,
                             department_id) &&
         tnk_change_log (change, "department.gone", subject, "{}", error);
}

gboolean
tnk_closings_prune (TnkChange *change,
                    const char *campaign_id,
                    gint64 campaign_no,
                    TnkBody *tree,
                    GError **error)
{
  g_auto (TnkClosings) closings = {0};
  g_autoptr (GList) ids = NULL;

  if (!tnk_closings_read (&closings, change->store, campaign_no, error))
    return FALSE;
  ids = g_list_sort (g_hash_table_get_keys (closings.by_id), (GCompareFunc) g_strcmp0);
  for (GList *id = ids; id != NULL; id = id->next)
    if (tnk_body_lookup_department (tree, id->data) == NULL &&
        !forget (change, campaign_id, campaign_no, id->data, error))
      return FALSE;
  return TRUE;
}

/* --- the log --- */

/* What the log says is closed, as "campaign/department". */
static GHashTable *
read_logged (TnkStore *store,
             GError **error)
{
  g_autoptr (GHashTable) logged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (store->connection, error,
                                    "SELECT subject, kind FROM log WHERE kind IN ('department.closed', 'department.reopened', "
                                    "'department.gone') ORDER BY seq",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&logged);
    if (g_str_equal (tnk_statement_text (statement, 1), "department.closed"))
      g_hash_table_add (logged, g_strdup (tnk_statement_text (statement, 0)));
    else
      g_hash_table_remove (logged, tnk_statement_text (statement, 0));
  }
  return NULL;
}

static gboolean
throw_changed (TnkStore *store,
               const char *subject,
               const char *what,
               GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the department %s was %s behind the log", tnk_store_get_name (store),
               subject, what);
  return FALSE;
}

gboolean
tnk_closings_verify (TnkStore *store,
                     GError **error)
{
  g_autoptr (GHashTable) logged = read_logged (store, error);
  g_autoptr (TnkStatement) statement = NULL;
  g_autoptr (GList) left = NULL;
  gboolean row = TRUE;

  if (logged == NULL)
    return FALSE;
  statement = tnk_connection_query (store->connection, error,
                                    "SELECT c.id || '/' || d.department_id FROM department_closing d "
                                    "JOIN campaign c ON c.no = d.campaign_no ORDER BY 1",
                                    "");
  while (row) {
    if (statement == NULL || !tnk_statement_step (statement, &row, error))
      return FALSE;
    if (row && !g_hash_table_remove (logged, tnk_statement_text (statement, 0)))
      return throw_changed (store, tnk_statement_text (statement, 0), "closed", error);
  }
  left = g_list_sort (g_hash_table_get_keys (logged), (GCompareFunc) g_strcmp0);
  return left == NULL || throw_changed (store, left->data, "reopened", error);
}
