/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-body-private.h"
#include "tnk-campaign-private.h"
#include "tnk-closing-private.h"

/* Who is asked in an open campaign. The campaign keeps its own tree of departments, and each questionnaire its person’s
 * department and roles. When the roster changes while the campaign is open, what was submitted stays as it was handed
 * in; drafts follow. */

/* A questionnaire that exists already. */
typedef struct
{
  gint64 no;
  char *department_id; /* by the tree as it was */
  guint64 role_bits;
  gboolean fixed; /* submitted or accepted */
  gboolean wanted;
} Sheet;

typedef struct
{
  TnkStore *store;
  TnkChange *change;
  TnkCampaign *campaign;
  gint64 campaign_no;
  TnkBody *body; /* the roster of today */
  GHashTable *sheets; /* (element-type utf8 Sheet): by staff number */
  GPtrArray *order; /* (element-type utf8): the staff numbers, in the order of the questionnaires */
  GPtrArray *old_order; /* (element-type TnkDepartmentRow): the tree as it was, in its order */
  GHashTable *old_rows; /* (element-type utf8 TnkDepartmentRow): the tree as it was */
  TnkBody *tree; /* the tree as it will be */
  guint64 asked_bits; /* the roles that are asked anything */
  gint64 last_no;
} Sync;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->department_id);
  g_free (sheet);
}

static void
row_free (gpointer data)
{
  tnk_department_row_clear (data);
  g_free (data);
}

static void
sync_clear (Sync *self)
{
  g_clear_object (&self->body);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_hash_table_unref);
  g_clear_pointer (&self->old_order, g_ptr_array_unref);
  g_clear_pointer (&self->old_rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sync, sync_clear)

static gboolean
read_old_tree (Sync *self,
               GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->old_order = g_ptr_array_new ();
  self->old_rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, row_free);
  statement = tnk_connection_query (self->store->connection, error,
                                    "SELECT id, name, parent_id FROM campaign_department WHERE campaign_no = $1 ORDER BY position", "i",
                                    self->campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkDepartmentRow *entry;

    if (!row)
      return TRUE;
    entry = g_new0 (TnkDepartmentRow, 1);
    entry->id = g_strdup (tnk_statement_text (statement, 0));
    entry->name = g_strdup (tnk_statement_text (statement, 1));
    entry->parent_id = g_strdup (tnk_statement_text (statement, 2));
    g_ptr_array_add (self->old_order, entry);
    g_hash_table_insert (self->old_rows, entry->id, entry);
  }
  return FALSE;
}

static gboolean
read_sheets (Sync *self,
             GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  TnkQuestionnaireState state = TNK_QUESTIONNAIRE_STATE_DRAFT;
  gboolean row;

  self->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sheet_free);
  self->order = g_ptr_array_new ();
  statement = tnk_connection_query (
    self->store->connection, error,
    "SELECT p.id, q.no, d.id, q.role_bits, q.state FROM questionnaire q JOIN person p ON p.no = q.person_no "
    "JOIN campaign_department d ON d.campaign_no = q.campaign_no AND d.position = q.department "
    "WHERE q.campaign_no = $1 ORDER BY q.no",
    "i", self->campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    Sheet *sheet;

    if (!row)
      return TRUE;
    sheet = g_new0 (Sheet, 1);
    sheet->no = tnk_statement_int (statement, 1);
    sheet->department_id = g_strdup (tnk_statement_text (statement, 2));
    sheet->role_bits = tnk_statement_int (statement, 3);
    tnk_questionnaire_state_from_string (tnk_statement_text (statement, 4), &state);
    sheet->fixed = tnk_questionnaire_state_counts (state);
    g_ptr_array_add (self->order, g_strdup (tnk_statement_text (statement, 0)));
    g_hash_table_insert (self->sheets, g_ptr_array_index (self->order, self->order->len - 1), sheet);
  }
  return FALSE;
}

static void
append_row (GArray *rows,
            const char *id,
            const char *name,
            const char *parent_id)
{
  TnkDepartmentRow row = {g_strdup (id), g_strdup (name), g_strdup (parent_id), 0};
  g_array_append_val (rows, row);
}

/* Marks a department, with those above it, that what was submitted still stands in. */
static void
want_department (Sync *self,
                 GHashTable *wanted,
                 const char *id)
{
  while (id != NULL && *id != '\0' && g_hash_table_add (wanted, (gpointer) id)) {
    TnkDepartmentRow *old = g_hash_table_lookup (self->old_rows, id);
    id = old != NULL ? old->parent_id : NULL;
  }
}

/* Keeps the departments that the roster no longer has, in their old order, for what was submitted from there. */
static void
keep_old_departments (Sync *self,
                      GArray *rows)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->order->len; i++) {
    Sheet *sheet = g_hash_table_lookup (self->sheets, g_ptr_array_index (self->order, i));
    if (sheet->fixed)
      want_department (self, wanted, sheet->department_id);
  }
  for (guint i = 0; i < self->old_order->len; i++) {
    TnkDepartmentRow *old = g_ptr_array_index (self->old_order, i);
    if (g_hash_table_contains (wanted, old->id) && tnk_body_lookup_department (self->body, old->id) == NULL)
      append_row (rows, old->id, old->name, old->parent_id);
  }
}

static gboolean
make_tree (Sync *self,
           GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));
  g_auto (TnkProblems) problems = {0};

  g_array_set_clear_func (rows, tnk_department_row_clear);
  for (guint i = 0; i < tnk_body_get_n_departments (self->body); i++) {
    TnkDepartment *department = tnk_body_get_department (self->body, i);
    append_row (rows, department->id, department->name, department->parent != NULL ? department->parent->id : NULL);
  }
  keep_old_departments (self, rows);
  tnk_problems_init (&problems);
  self->tree = tnk_body_new_empty ();
  tnk_body_set_departments (self->tree, rows, tnk_store_get_name (self->store), &problems);
  return tnk_problems_throw (&problems, NULL, TNK_ERROR_STORE, error);
}

static gboolean
write_tree (Sync *self,
            GError **error)
{
  TnkConnection *connection = self->store->connection;
  g_autoptr (TnkStatement) insert = NULL;

  if (!tnk_connection_run (connection, error, "DELETE FROM campaign_department WHERE campaign_no = $1", "i",
                           self->campaign_no))
    return FALSE;
  insert = tnk_connection_prepare (connection, error,
                                   "INSERT INTO campaign_department (campaign_no, position, id, name, parent_id) "
                                   "VALUES ($1, $2, $3, $4, $5)");
  for (guint i = 0; insert != NULL && i < tnk_body_get_n_departments (self->tree); i++) {
    TnkDepartment *department = tnk_body_get_department (self->tree, i);

    if (!tnk_statement_run (insert, error, "iittt", self->campaign_no, (gint64) i, department->id, department->name,
                            department->parent != NULL ? department->parent->id : NULL))
      return FALSE;
  }
  return insert != NULL;
}

static void
find_asked_roles (Sync *self)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);

  for (guint i = 0; i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);
    if (tnk_campaign_asks (self->campaign, duty))
      self->asked_bits |= G_GUINT64_CONSTANT (1) << tnk_role_get_index (tnk_duty_get_role (duty));
  }
}

/* Drops a draft’s answers to duties of roles that the person no longer holds, and writes them into the log first. */
static gboolean
drop_foreign_answers (Sync *self,
                      const char *person_id,
                      Sheet *sheet,
                      guint64 role_bits,
                      GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);
  g_autoptr (TnkStatement) answers = NULL;
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) detail = g_string_new ("{\"dropped\":[");
  g_autofree char *subject = g_strdup_printf ("%s/%s", tnk_campaign_get_id (self->campaign), person_id);
  gboolean row;

  answers = tnk_connection_query (self->store->connection, error,
                                  "SELECT duty, value, comment, evidence FROM answer WHERE questionnaire_no = $1",
                                  "i", sheet->no);
  if (answers == NULL)
    return FALSE;
  for (;;) {
    gint64 index;
    TnkDuty *duty;

    if (!tnk_statement_step (answers, &row, error))
      return FALSE;
    if (!row)
      break;
    index = tnk_statement_int (answers, 0);
    duty = tnk_store_get_duty (self->store, catalog, index, error);
    if (duty == NULL)
      return FALSE;
    if ((role_bits >> tnk_role_get_index (tnk_duty_get_role (duty))) & 1)
      continue;
    if (dropped->len > 0)
      g_string_append_c (detail, ',');
    tnk_append_answer_json (detail, index, tnk_statement_int (answers, 1), tnk_statement_text (answers, 2),
                            tnk_statement_text (answers, 3));
    g_array_append_val (dropped, index);
  }
  if (dropped->len == 0)
    return TRUE;
  g_string_append (detail, "]}");
  for (guint i = 0; i < dropped->len; i++)
    if (!tnk_connection_run (self->store->connection, error,
                             "DELETE FROM answer WHERE questionnaire_no = $1 AND duty = $2", "ii", sheet->no,
                             g_array_index (dropped, gint64, i)))
      return FALSE;
  return tnk_connection_run (self->store->connection, error, TNK_RELEASE_PROMISES, "i", sheet->no) &&
         tnk_change_log (self->change, "questionnaire.roles-changed", subject, detail->str, error);
}

static gboolean
place_person (Sync *self,
              TnkPerson *person,
              TnkStatement *insert,
              TnkStatement *update,
              GError **error)
{
  guint64 bits = tnk_campaign_pack_roles (self->campaign, (const char *const *) person->roles);
  Sheet *sheet = g_hash_table_lookup (self->sheets, person->id);
  TnkDepartment *department = tnk_body_lookup_department (self->tree, person->department->id);

  if ((bits & self->asked_bits) == 0 || tnk_campaign_is_department_outside (self->campaign, person->department))
    return TRUE;
  if (sheet == NULL)
    return tnk_statement_run (insert, error, "iitii", ++self->last_no, self->campaign_no, person->id,
                              (gint64) department->index, (gint64) bits);
  sheet->wanted = TRUE;
  if (sheet->fixed)
    return TRUE;
  if (sheet->role_bits != bits && !drop_foreign_answers (self, person->id, sheet, bits, error))
    return FALSE;
  return tnk_statement_run (update, error, "iii", sheet->no, (gint64) department->index, (gint64) bits);
}

static gboolean
place_people (Sync *self,
              const TnkWatch *watch,
              GError **error)
{
  TnkConnection *connection = self->store->connection;
  guint n = tnk_body_get_n_people (self->body);
  g_autoptr (TnkStatement) insert = NULL;
  g_autoptr (TnkStatement) update = NULL;

  if (!tnk_connection_query_int (connection, &self->last_no, 0, error, "SELECT coalesce (max (no), 0) FROM questionnaire", ""))
    return FALSE;
  insert = tnk_connection_prepare (connection, error,
                                   "INSERT INTO questionnaire (no, campaign_no, person_no, department, role_bits, state) "
                                   "VALUES ($1, $2, (SELECT no FROM person WHERE id = $3), $4, $5, 'draft')");
  update = insert == NULL ? NULL
                          : tnk_connection_prepare (connection, error,
                                                    "UPDATE questionnaire SET department = $2, role_bits = $3 WHERE no = $1");
  for (guint i = 0; update != NULL && i < n; i++)
    if (!tnk_watch_report (watch, i, n, error) ||
        !place_person (self, tnk_body_get_person (self->body, i), insert, update, error))
      return FALSE;
  return update != NULL;
}

/* Submitted ones keep their department, which may have moved in the tree. Those whose person is no longer asked are
 * cleared away; what had been answered stays in the log. */
static gboolean
settle_sheet (Sync *self,
              const char *person_id,
              Sheet *sheet,
              GError **error)
{
  TnkConnection *connection = self->store->connection;

  if (sheet->fixed)
    return tnk_connection_run (
      connection, error, "UPDATE questionnaire SET department = $2 WHERE no = $1", "ii", sheet->no,
      (gint64) tnk_department_get_index (tnk_body_lookup_department (self->tree, sheet->department_id)));
  if (sheet->wanted)
    return TRUE;
  return drop_foreign_answers (self, person_id, sheet, 0, error) &&
         tnk_connection_run (connection, error, "DELETE FROM questionnaire WHERE no = $1", "i", sheet->no);
}

static gboolean
settle_others (Sync *self,
               GError **error)
{
  for (guint i = 0; i < self->order->len; i++) {
    const char *id = g_ptr_array_index (self->order, i);
    if (!settle_sheet (self, id, g_hash_table_lookup (self->sheets, id), error))
      return FALSE;
  }
  return TRUE;
}

/* Brings the population of an open campaign in line with the roster. */
gboolean
tnk_store_sync_population (TnkStore *store,
                           TnkChange *change,
                           TnkCampaign *campaign,
                           gint64 campaign_no,
                           guint *n_people,
                           const TnkWatch *watch,
                           GError **error)
{
  g_auto (Sync) self = {.store = store, .change = change, .campaign = campaign, .campaign_no = campaign_no};
  gint64 n = 0;

  self.body = tnk_store_load_body (store, error);
  if (self.body == NULL || !read_old_tree (&self, error) || !read_sheets (&self, error) || !make_tree (&self, error) ||
      !write_tree (&self, error) ||
      !tnk_closings_prune (change, tnk_campaign_get_id (campaign), campaign_no, self.tree, error))
    return FALSE;
  find_asked_roles (&self);
  if (!place_people (&self, watch, error) || !settle_others (&self, error) ||
      !tnk_connection_query_int (store->connection, &n, 0, error,
                                 "SELECT count (*) FROM questionnaire WHERE campaign_no = $1", "i", campaign_no))
    return FALSE;
  *n_people = n;
  return TRUE;
}
