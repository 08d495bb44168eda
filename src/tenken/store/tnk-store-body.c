/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-roster-private.h"

#include "tnk-body-private.h"

gboolean
tnk_store_each_person (TnkConnection *connection,
                       TnkPersonFunc func,
                       gpointer data,
                       GError **error)
{
  g_autoptr (TnkStatement) people = NULL;
  g_autoptr (TnkStatement) roles = NULL;
  gboolean person, role;

  people = tnk_connection_query (connection, error, "SELECT no, id, name, department_id, active FROM person ORDER BY no", "");
  roles = people == NULL ? NULL
                         : tnk_connection_query (connection, error,
                                                 "SELECT person_no, role FROM person_role ORDER BY person_no, position", "");
  if (roles == NULL || !tnk_statement_step (roles, &role, error))
    return FALSE;
  for (;;) {
    g_autoptr (GString) joined = g_string_new (NULL);
    TnkPersonRow entry;

    if (!tnk_statement_step (people, &person, error))
      return FALSE;
    if (!person)
      return TRUE;
    entry = (TnkPersonRow){
      .no = tnk_statement_int (people, 0),
      .id = tnk_statement_text (people, 1),
      .name = tnk_statement_text (people, 2),
      .department_id = tnk_statement_text (people, 3),
      .active = tnk_statement_int (people, 4) != 0,
    };
    while (role && tnk_statement_int (roles, 0) == entry.no) {
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ";" : "", tnk_statement_text (roles, 1));
      if (!tnk_statement_step (roles, &role, error))
        return FALSE;
    }
    entry.roles = joined->str;
    if (!func (data, &entry, error))
      return FALSE;
  }
}

static GArray *
new_department_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));

  g_array_set_clear_func (rows, tnk_department_row_clear);
  return rows;
}

/* Reads id, name and parent_id of every row into a body. */
static TnkBody *
read_departments (TnkStore *self,
                  TnkStatement *statement,
                  GError **error)
{
  g_autoptr (GArray) rows = new_department_rows ();
  g_autoptr (TnkBody) body = tnk_body_new_empty ();
  g_auto (TnkProblems) problems = {0};
  gboolean row;

  for (;;) {
    if (!tnk_statement_step (statement, &row, error))
      return NULL;
    if (!row)
      break;
    TnkDepartmentRow entry = {g_strdup (tnk_statement_text (statement, 0)),
                              g_strdup (tnk_statement_text (statement, 1)),
                              g_strdup (tnk_statement_text (statement, 2)), 0};
    g_array_append_val (rows, entry);
  }
  tnk_problems_init (&problems);
  tnk_body_set_departments (body, rows, tnk_store_get_name (self), &problems);
  if (!tnk_problems_throw (&problems, NULL, TNK_ERROR_TAMPERED, error))
    return NULL;
  return g_steal_pointer (&body);
}

/* The tree as it was when the campaign opened. */
TnkBody *
tnk_store_read_campaign_body (TnkStore *self,
                              gint64 campaign_no,
                              GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT id, name, parent_id FROM campaign_department WHERE campaign_no = $1 "
                                    "ORDER BY position",
                                    "i", campaign_no);
  return statement != NULL ? read_departments (self, statement, error) : NULL;
}

static gboolean
add_to_body (gpointer data,
             const TnkPersonRow *person,
             GError **error)
{
  TnkBody *body = data;
  g_auto (GStrv) roles = g_strsplit (person->roles, ";", -1);
  TnkDepartment *department = tnk_body_lookup_department (body, person->department_id);

  if (*person->roles == '\0')
    g_clear_pointer (&roles[0], g_free);
  if (person->active && department != NULL)
    tnk_body_add_person (body, person->id, person->name, department, (const char *const *) roles);
  return TRUE;
}

/**
 * tnk_store_load_body:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads the roster as it is today.
 *
 * Returns: (transfer full): the body, with its people
 *
 * Since: 0.1
 */
TnkBody *
tnk_store_load_body (TnkStore *self,
                     GError **error)
{
  g_autoptr (TnkBody) body = NULL;
  g_auto (TnkReading) reading = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  if (!tnk_reading_begin (&reading, self, error))
    return NULL;
  body = tnk_store_load_tree (self, NULL, error);
  if (body == NULL || !tnk_store_each_person (self->connection, add_to_body, body, error))
    return NULL;
  return g_steal_pointer (&body);
}

/**
 * tnk_store_load_tree:
 * @self: an open store
 * @campaign_id: (nullable): the id of a campaign, or `NULL` for the roster as it is today
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads the departments: those of a campaign, which keeps its own from its opening on, or those of today.
 *
 * Returns: (transfer full): the body, without its people
 *
 * Since: 0.1
 */
TnkBody *
tnk_store_load_tree (TnkStore *self,
                     const char *campaign_id,
                     GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  TnkCampaignState state = TNK_CAMPAIGN_STATE_PREPARED;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  if (campaign_id != NULL && !tnk_store_find_campaign (self, campaign_id, &no, &state, error))
    return NULL;
  if (state != TNK_CAMPAIGN_STATE_PREPARED)
    return tnk_store_read_campaign_body (self, no, error);
  statement = tnk_connection_query (self->connection, error, "SELECT id, name, parent_id FROM department ORDER BY position", "");
  return statement != NULL ? read_departments (self, statement, error) : NULL;
}
