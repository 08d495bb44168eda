/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-audit-log-private.h"

#define MAX_PARTS 7
#define ROWS "\"rows\":"

/* $1: the number of the audit, $2: the key of the thing within it. The key of a work paper is “control/department”. */
static const struct
{
  const char *kind; /* of the entry in the log */
  const char *subjects; /* the number of the audit, its id and the key of everything of the kind */
  const char *parts[MAX_PARTS + 1];
} things[] = {
  [TNK_AUDIT_THING_PLAN] =
    {"audit.plan",
     "SELECT no, id, '' FROM audit ORDER BY no",
     {"SELECT a.id, c.id, a.title, a.purpose, a.method, a.starts, a.ends, a.summary, a.state, a.revision FROM audit a "
      "JOIN campaign c ON c.no = a.campaign_no WHERE a.no = $1 AND $2 = ''",
      "SELECT department_id FROM audit_department WHERE audit_no = $1 AND $2 = '' ORDER BY position",
      "SELECT control_id FROM audit_control WHERE audit_no = $1 AND $2 = '' ORDER BY position",
      "SELECT person_id FROM audit_auditor WHERE audit_no = $1 AND $2 = '' ORDER BY position",
      "SELECT person_id, department_id, reason, approver FROM audit_exemption WHERE audit_no = $1 AND $2 = '' ORDER BY position",
      "SELECT step, at, writer, remark FROM audit_step WHERE audit_no = $1 AND $2 = '' ORDER BY position", NULL}},
  [TNK_AUDIT_THING_PAPER] =
    {"audit.paper",
     "SELECT a.no, a.id, p.control_id || '/' || p.department_id FROM work_paper p JOIN audit a ON a.no = p.audit_no ORDER BY a.no, p.control_id, p.department_id",
     {"SELECT control_id, department_id, verdict, seen, evidence, cause, day, auditor, revision FROM work_paper "
      "WHERE audit_no = $1 AND control_id || '/' || department_id = $2",
      NULL}},
  [TNK_AUDIT_THING_FINDING] =
    {"audit.finding",
     "SELECT a.no, a.id, f.id FROM finding f JOIN audit a ON a.no = f.audit_no ORDER BY f.no",
     {"SELECT id, kind, control_id, department_id, title, fact, cause, recommendation, due, remark, state, issued_at, revision FROM finding "
      "WHERE audit_no = $1 AND id = $2",
      "SELECT r.at, r.writer, r.text, r.action, r.due FROM finding f JOIN finding_response r ON r.finding_no = f.no "
      "WHERE f.audit_no = $1 AND f.id = $2 ORDER BY r.position",
      "SELECT u.at, u.writer, u.verdict, u.seen FROM finding f JOIN finding_follow_up u ON u.finding_no = f.no "
      "WHERE f.audit_no = $1 AND f.id = $2 ORDER BY u.position",
      "SELECT s.department_id, s.question, s.due, s.asked_by, s.asked_at, s.answer, s.text, s.action, s.action_due, s.answered_by, s.answered_at, "
      "s.revision FROM finding f JOIN finding_spread s ON s.finding_no = f.no WHERE f.audit_no = $1 AND f.id = $2 ORDER BY s.position",
      NULL}},
  [TNK_AUDIT_THING_ATTACHMENT] =
    {"audit.attachment",
     "SELECT a.no, a.id, t.id FROM attachment t JOIN audit a ON a.no = t.audit_no ORDER BY t.no",
     {"SELECT id, finding_id, control_id, department_id, name, media_type, size, hash, added_by, added_at FROM attachment "
      "WHERE audit_no = $1 AND id = $2",
      NULL}},
};

static void
append_row (GString *json,
            TnkStatement *row)
{
  int n = tnk_statement_count_columns (row);

  g_string_append_c (json, '[');
  for (int i = 0; i < n; i++) {
    const char *text = tnk_statement_text (row, i);

    if (i > 0)
      g_string_append_c (json, ',');
    if (text != NULL)
      tnk_append_json_string (json, text);
    else
      g_string_append (json, "null");
  }
  g_string_append_c (json, ']');
}

static gboolean
append_rows (TnkConnection *connection,
             const char *sql,
             gint64 audit_no,
             const char *key,
             GString *json,
             GError **error)
{
  g_autoptr (TnkStatement) rows = tnk_connection_query (connection, error, sql, "it", audit_no, key);
  gboolean row, first = TRUE;

  g_string_append_c (json, '[');
  while (rows != NULL && tnk_statement_step (rows, &row, error)) {
    if (!row) {
      g_string_append_c (json, ']');
      return TRUE;
    }
    if (!first)
      g_string_append_c (json, ',');
    first = FALSE;
    append_row (json, rows);
  }
  return FALSE;
}

/* All that stands in the store about a thing. */
static char *
read_content (TnkConnection *connection,
              TnkAuditThing thing,
              gint64 audit_no,
              const char *key,
              GError **error)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; things[thing].parts[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (json, ',');
    if (!append_rows (connection, things[thing].parts[i], audit_no, key, json, error)) {
      g_string_free (json, TRUE);
      return NULL;
    }
  }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static char *
make_subject (const char *audit_id,
              const char *key)
{
  return *key != '\0' ? g_strjoin ("/", audit_id, key, NULL) : g_strdup (audit_id);
}

gboolean
tnk_audit_log (TnkChange *change,
               TnkAuditThing thing,
               gint64 audit_no,
               const char *audit_id,
               const char *id,
               const char *by,
               const char *what,
               GError **error)
{
  const char *key = id != NULL ? id : "";
  g_autofree char *content = read_content (change->connection, thing, audit_no, key, error);
  g_autofree char *subject = make_subject (audit_id, key);
  g_autoptr (GString) detail = g_string_new ("{\"by\":");

  if (content == NULL)
    return FALSE;
  tnk_append_json_string (detail, by);
  g_string_append (detail, ",\"what\":");
  tnk_append_json_string (detail, what);
  g_string_append_printf (detail, "," ROWS "%s}", content);
  return tnk_change_log (change, things[thing].kind, subject, detail->str, error);
}

/* --- verifying --- */

/* What the last entry about each thing says. */
static GHashTable *
read_logged (TnkStore *self,
             TnkAuditThing thing,
             GError **error)
{
  g_autoptr (GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT subject, detail FROM log WHERE kind = $1 ORDER BY seq", "t", things[thing].kind);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    const char *at;

    if (!row)
      return g_steal_pointer (&contents);
    at = strstr (tnk_statement_text (statement, 1), ROWS);
    g_hash_table_insert (contents, g_strdup (tnk_statement_text (statement, 0)), g_strdup (at != NULL ? at + strlen (ROWS) : ""));
  }
  return NULL;
}

static gboolean
throw_tampered (TnkStore *self,
                const char *format,
                const char *subject,
                GError **error)
{
  g_autofree char *shown = g_strdelimit (g_strdup (subject), "\n", ' ');

  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: what is stored of the audit, “%s”, %s", tnk_store_get_name (self), shown, format);
  return FALSE;
}

static gboolean
compare_content (TnkStore *self,
                 TnkAuditThing thing,
                 TnkStatement *row,
                 GHashTable *logged,
                 GError **error)
{
  g_autofree char *subject = make_subject (tnk_statement_text (row, 1), tnk_statement_text (row, 2));
  g_autofree char *content = read_content (self->connection, thing, tnk_statement_int (row, 0), tnk_statement_text (row, 2), error);
  g_autofree char *closed = content != NULL ? g_strconcat (content, "}", NULL) : NULL;
  gboolean same = g_strcmp0 (closed, g_hash_table_lookup (logged, subject)) == 0;

  if (content == NULL)
    return FALSE;
  g_hash_table_remove (logged, subject);
  return same || throw_tampered (self, "was changed behind the log", subject, error);
}

static gboolean
check_completeness (TnkStore *self,
                    GHashTable *logged,
                    GError **error)
{
  g_autoptr (GList) left = g_list_sort (g_hash_table_get_keys (logged), (GCompareFunc) strcmp);

  return left == NULL || throw_tampered (self, "is known to the log, but it is not there", left->data, error);
}

static gboolean
verify_things (TnkStore *self,
               TnkAuditThing thing,
               GError **error)
{
  g_autoptr (GHashTable) logged = read_logged (self, thing, error);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  if (logged != NULL)
    statement = tnk_connection_query (self->connection, error, things[thing].subjects, "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return check_completeness (self, logged, error);
    if (!compare_content (self, thing, statement, logged, error))
      return FALSE;
  }
  return FALSE;
}

gboolean
tnk_store_verify_audits (TnkStore *self,
                         GError **error)
{
  for (guint thing = 0; thing < G_N_ELEMENTS (things); thing++)
    if (!verify_things (self, thing, error))
      return FALSE;
  return TRUE;
}
