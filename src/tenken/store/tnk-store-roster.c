/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-body-private.h"
#include "tnk-store-roster-private.h"

/* What the store knows of a person before an import. */
typedef struct
{
  gint64 no;
  char *name;
  char *department_id;
  char *roles; /* joined by ; */
  gboolean active;
  gboolean seen; /* also in the new roster */
} Known;

typedef struct
{
  TnkStore *store;
  TnkBody *body;
  TnkRosterChange *counts;
  GHashTable *known; /* (element-type utf8 Known) */
  gint64 last_no;
  GString *bases; /* JSON: the new bases of the open campaigns */
  GString *detail; /* JSON: whom the import changes or removes, and what they were */
  TnkStatement *insert_person;
  TnkStatement *update_person;
  TnkStatement *remove_person;
  TnkStatement *delete_roles;
  TnkStatement *insert_role;
} Import;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_free (known->department_id);
  g_free (known->roles);
  g_free (known);
}

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->insert_person, tnk_statement_finish);
  g_clear_pointer (&self->update_person, tnk_statement_finish);
  g_clear_pointer (&self->remove_person, tnk_statement_finish);
  g_clear_pointer (&self->delete_roles, tnk_statement_finish);
  g_clear_pointer (&self->insert_role, tnk_statement_finish);
  if (self->detail != NULL)
    g_string_free (self->detail, TRUE);
  if (self->bases != NULL)
    g_string_free (self->bases, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
remember_person (gpointer data,
                 const TnkPersonRow *person,
                 GError **error)
{
  Import *self = data;
  Known *known = g_new0 (Known, 1);

  known->no = person->no;
  known->name = g_strdup (person->name);
  known->department_id = g_strdup (person->department_id);
  known->roles = g_strdup (person->roles);
  known->active = person->active;
  g_hash_table_insert (self->known, g_strdup (person->id), known);
  self->last_no = MAX (self->last_no, person->no);
  return TRUE;
}

static gboolean
prepare (Import *self,
         GError **error)
{
  TnkConnection *connection = self->store->connection;

  self->insert_person = tnk_connection_prepare (
    connection, error, "INSERT INTO person (no, id, name, department_id, active) VALUES ($1, $2, $3, $4, 1)");
  self->update_person = self->insert_person == NULL
                          ? NULL
                          : tnk_connection_prepare (connection, error,
                                                    "UPDATE person SET name = $2, department_id = $3, active = 1 WHERE no = $1");
  self->remove_person = self->update_person == NULL
                          ? NULL
                          : tnk_connection_prepare (connection, error, "UPDATE person SET active = 0 WHERE no = $1");
  self->delete_roles = self->remove_person == NULL
                         ? NULL
                         : tnk_connection_prepare (connection, error, "DELETE FROM person_role WHERE person_no = $1");
  self->insert_role = self->delete_roles == NULL
                        ? NULL
                        : tnk_connection_prepare (
                            connection, error,
                            "INSERT INTO person_role (person_no, position, role) VALUES ($1, $2, $3)");
  return self->insert_role != NULL;
}

static gboolean
write_departments (Import *self,
                   GError **error)
{
  g_autoptr (TnkStatement) insert = NULL;
  TnkConnection *connection = self->store->connection;

  if (!tnk_connection_run (connection, error, "DELETE FROM department", ""))
    return FALSE;
  insert = tnk_connection_prepare (connection, error,
                                   "INSERT INTO department (id, position, name, parent_id) VALUES ($1, $2, $3, $4)");
  for (guint i = 0; insert != NULL && i < tnk_body_get_n_departments (self->body); i++) {
    TnkDepartment *department = tnk_body_get_department (self->body, i);

    if (!tnk_statement_run (insert, error, "titt", department->id, (gint64) i, department->name,
                            department->parent != NULL ? department->parent->id : NULL))
      return FALSE;
  }
  return insert != NULL;
}

static gboolean
write_roles (Import *self,
             gint64 no,
             TnkPerson *person,
             GError **error)
{
  for (guint i = 0; person->roles[i] != NULL; i++)
    if (!tnk_statement_run (self->insert_role, error, "iit", no, (gint64) i, person->roles[i]))
      return FALSE;
  return TRUE;
}

static void
note_before (Import *self,
             const char *what,
             const char *id,
             Known *known)
{
  g_string_append_printf (self->detail, ",{\"%s\":", what);
  tnk_append_json_string (self->detail, id);
  g_string_append (self->detail, ",\"name\":");
  tnk_append_json_string (self->detail, known->name);
  g_string_append (self->detail, ",\"department\":");
  tnk_append_json_string (self->detail, known->department_id);
  g_string_append (self->detail, ",\"roles\":");
  tnk_append_json_string (self->detail, known->roles);
  g_string_append_c (self->detail, '}');
}

static gboolean
write_person (Import *self,
              TnkPerson *person,
              GError **error)
{
  Known *known = g_hash_table_lookup (self->known, person->id);
  g_autofree char *roles = g_strjoinv (";", person->roles);

  if (known == NULL) {
    gint64 no = ++self->last_no;
    self->counts->added++;
    return tnk_statement_run (self->insert_person, error, "ittt", no, person->id, person->name,
                              person->department->id) &&
           write_roles (self, no, person, error);
  }
  known->seen = TRUE;
  if (known->active && g_str_equal (known->name, person->name) && g_str_equal (known->roles, roles) &&
      g_str_equal (known->department_id, person->department->id))
    return TRUE;
  if (known->active)
    self->counts->changed++;
  else
    self->counts->added++;
  note_before (self, "changed", person->id, known);
  return tnk_statement_run (self->update_person, error, "itt", known->no, person->name, person->department->id) &&
         tnk_statement_run (self->delete_roles, error, "i", known->no) &&
         write_roles (self, known->no, person, error);
}

/* People who are no longer in the roster stay in the store, since they answered in earlier campaigns. */
static gboolean
remove_others (Import *self,
               GError **error)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (self->known), (GCompareFunc) strcmp);

  for (GList *l = ids; l != NULL; l = l->next) {
    Known *known = g_hash_table_lookup (self->known, l->data);

    if (known->seen || !known->active)
      continue;
    self->counts->removed++;
    note_before (self, "removed", l->data, known);
    if (!tnk_statement_run (self->remove_person, error, "i", known->no))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_people (Import *self,
              TnkProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  guint n = tnk_body_get_n_people (self->body);

  for (guint i = 0; i < n; i++) {
    if (i % 1024 == 0 && progress != NULL)
      progress (i, n, user_data);
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !write_person (self, tnk_body_get_person (self->body, i), error))
      return FALSE;
  }
  if (progress != NULL)
    progress (n, n, user_data);
  return remove_others (self, error);
}

static gboolean
note_basis (Import *self,
            gint64 campaign_no,
            const char *campaign_id,
            GError **error)
{
  g_autofree char *basis = tnk_store_describe_basis (self->store, campaign_no, campaign_id, error);

  if (basis != NULL)
    g_string_append_printf (self->bases, ",%s", basis);
  return basis != NULL;
}

/* A campaign that is open follows the roster; a closed one never changes. */
static gboolean
follow_in_open_campaigns (Import *self,
                          TnkChange *change,
                          GError **error)
{
  g_autoptr (GPtrArray) campaigns = tnk_store_list_campaigns (self->store, error);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++) {
    TnkCampaign *campaign = g_ptr_array_index (campaigns, i);
    TnkCampaignState state;
    guint n_people;
    gint64 no;

    if (tnk_campaign_get_state (campaign) != TNK_CAMPAIGN_STATE_OPEN)
      continue;
    if (!tnk_store_find_campaign (self->store, tnk_campaign_get_id (campaign), &no, &state, error) ||
        !tnk_store_sync_population (self->store, change, campaign, no, &n_people, &(TnkWatch){0}, error) ||
        !note_basis (self, no, tnk_campaign_get_id (campaign), error))
      return FALSE;
  }
  return campaigns != NULL;
}

static gboolean
log_import (Import *self,
            TnkChange *change,
            GError **error)
{
  g_autofree char *detail = g_strdup_printf (
    "{\"departments\":%u,\"people\":%u,\"added\":%u,\"changed\":%u,\"removed\":%u,\"before\":[%s]%s}",
    self->counts->departments, self->counts->people, self->counts->added, self->counts->changed,
    self->counts->removed, self->detail->len > 0 ? self->detail->str + 1 : "", self->bases->str);

  return tnk_change_log (change, "roster.imported", "roster", detail, error);
}

gboolean
tnk_store_write_roster (TnkStore *self,
                        TnkChange *change,
                        TnkBody *body,
                        TnkRosterChange *counts,
                        TnkProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Import) import = {.store = self, .body = body, .counts = counts};

  *counts = (TnkRosterChange){.departments = tnk_body_get_n_departments (body),
                              .people = tnk_body_get_n_people (body)};
  import.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  import.detail = g_string_new (NULL);
  import.bases = g_string_new (NULL);
  return tnk_store_each_person (self->connection, remember_person, &import, error) && prepare (&import, error) &&
         write_departments (&import, error) && write_people (&import, progress, user_data, cancellable, error) &&
         follow_in_open_campaigns (&import, change, error) && log_import (&import, change, error);
}

/**
 * tnk_store_import_roster:
 * @self: an open store
 * @body: the new roster, see [ctor@Body.read_roster]
 * @dry_run: whether only to find out what would change
 * @change: (out caller-allocates): what changed, or would change
 * @progress: (nullable) (scope call) (closure user_data): hears how far the import is, in people
 * @user_data: for @progress
 * @cancellable: (nullable): stops the import
 * @error: return location for an error: [error@Tenken.Error] `STORE`, or cancelled
 *
 * Makes the roster of the store the same as the given one. Open campaigns follow: new people are asked, drafts move to
 * their new department and roles; what was submitted stays as it was.
 *
 * Returns: `TRUE` if all of it was done; else nothing was
 *
 * Since: 0.1
 */
gboolean
tnk_store_import_roster (TnkStore *self,
                         TnkBody *body,
                         gboolean dry_run,
                         TnkRosterChange *change,
                         TnkProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (TnkChange) transaction = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (TNK_IS_BODY (body) && change != NULL, FALSE);

  if (!tnk_change_begin (&transaction, self, error) ||
      !tnk_store_write_roster (self, &transaction, body, change, progress, user_data, cancellable, error))
    return FALSE;
  /* A dry run does everything but the commit, so that it meets every obstacle that the import would meet. */
  return dry_run || tnk_change_commit (&transaction, error);
}
