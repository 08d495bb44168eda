/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-body-private.h"
#include "tnk-catalog-library.h"
#include "tnk-round-private.h"
#include "tnk-store-roster-private.h"

/* What is known of people beside the roster: the roles there are, who can sign in, who is asked. */

static void
add_role (const char *id,
          GHashTable *seen,
          GStrvBuilder *roles)
{
  if (g_hash_table_add (seen, g_strdup (id)))
    g_strv_builder_add (roles, id);
}

/**
 * tnk_store_list_roles:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Lists the roles that a roster can name: those of the catalogs on this machine, and of those that the campaigns keep.
 *
 * Returns: (transfer full): their ids
 *
 * Since: 0.1
 */
GStrv
tnk_store_list_roles (TnkStore *self,
                      GError **error)
{
  g_autoptr (TnkCatalogLibrary) library = NULL;
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) campaigns = NULL;
  g_auto (GStrv) known = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  campaigns = tnk_store_list_campaigns (self, error);
  if (campaigns == NULL)
    return NULL;
  library = tnk_catalog_library_new ();
  known = tnk_catalog_library_list_roles (library);
  for (guint i = 0; known[i] != NULL; i++)
    add_role (known[i], seen, roles);
  for (guint i = 0; i < campaigns->len; i++) {
    TnkCatalog *catalog = tnk_campaign_get_catalog (campaigns->pdata[i]);

    for (guint role = 0; role < tnk_catalog_get_n_roles (catalog); role++)
      add_role (tnk_role_get_id (tnk_catalog_get_role (catalog, role)), seen, roles);
  }
  return g_strv_builder_end (roles);
}

/**
 * tnk_store_list_pins:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Finds out who of the roster can sign in.
 *
 * Returns: (transfer container) (element-type utf8 TnkPinState): what there is, by staff number; who is not in it has no PIN
 *
 * Since: 0.1
 */
GHashTable *
tnk_store_list_pins (TnkStore *self,
                     GError **error)
{
  g_autoptr (GHashTable) pins = NULL;
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  pins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT p.id, c.initial FROM credential c JOIN person p ON p.no = c.person_no WHERE p.active = 1", "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkPinState state;

    if (!row)
      return g_steal_pointer (&pins);
    state = tnk_statement_int (statement, 1) != 0 ? TNK_PIN_STATE_INITIAL : TNK_PIN_STATE_OWN;
    g_hash_table_insert (pins, g_strdup (tnk_statement_text (statement, 0)), GINT_TO_POINTER (state));
  }
  return NULL;
}

/* --- who is asked --- */

typedef struct
{
  TnkStore *store;
  TnkCatalog *catalog;
  TnkBody *body;
  guint from, end; /* departments */
} Asked;

static gboolean
add_asked (Asked *self,
           TnkStatement *row,
           GError **error)
{
  gint64 department = tnk_statement_int (row, 2);
  g_auto (GStrv) roles = NULL;

  if (department < 0 || department >= tnk_body_get_n_departments (self->body))
    return tnk_store_throw_damaged (self->store, error);
  if (department < self->from || department >= self->end)
    return TRUE;
  roles = tnk_round_list_roles (self->catalog, tnk_statement_int (row, 3));
  tnk_body_add_person (self->body, tnk_statement_text (row, 0), tnk_statement_text (row, 1),
                       tnk_body_get_department (self->body, department), (const char *const *) roles);
  return TRUE;
}

static gboolean
read_asked (Asked *self,
            gint64 campaign_no,
            GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->store->connection, error,
                                    "SELECT p.id, p.name, q.department, q.role_bits FROM questionnaire q "
                                    "JOIN person p ON p.no = q.person_no WHERE q.campaign_no = $1 ORDER BY q.department, q.no",
                                    "i", campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!add_asked (self, statement, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
find_range (Asked *self,
            const char *campaign_id,
            const char *department_id,
            GError **error)
{
  TnkDepartment *department;

  self->end = tnk_body_get_n_departments (self->body);
  if (department_id == NULL)
    return TRUE;
  department = tnk_body_lookup_department (self->body, department_id);
  if (department == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no department “%s”", campaign_id, department_id);
    return FALSE;
  }
  self->from = tnk_department_get_index (department);
  self->end = tnk_body_get_subtree_end (self->body, self->from);
  return TRUE;
}

/**
 * tnk_store_load_asked:
 * @self: an open store
 * @campaign_id: the id of a campaign that was opened
 * @department_id: (nullable): only people of this department and of those below it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`
 *
 * Reads who is asked in a campaign, each in the department and with the roles for which he or she is asked.
 *
 * Returns: (transfer full): the departments of the campaign, all of them, with these people
 *
 * Since: 0.1
 */
TnkBody *
tnk_store_load_asked (TnkStore *self,
                      const char *campaign_id,
                      const char *department_id,
                      GError **error)
{
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkBody) body = NULL;
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  if (!tnk_store_find_campaign (self, campaign_id, &no, &state, error))
    return NULL;
  if (state == TNK_CAMPAIGN_STATE_PREPARED) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the campaign “%s” is not open yet, and asks nobody; open it first",
                 tnk_store_get_name (self), campaign_id);
    return NULL;
  }
  campaign = tnk_store_load_campaign (self, campaign_id, error);
  body = campaign != NULL ? tnk_store_read_campaign_body (self, no, error) : NULL;
  if (body == NULL)
    return NULL;
  Asked asked = {.store = self, .catalog = tnk_campaign_get_catalog (campaign), .body = body};
  if (!find_range (&asked, campaign_id, department_id, error) || !read_asked (&asked, no, error))
    return NULL;
  return g_steal_pointer (&body);
}
