/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-table.h"

static char *body_name = NULL;
static char *departments = NULL;
static char *people = NULL;
static gboolean dry_run = FALSE;

static int
run_init (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"name", 0, 0, G_OPTION_ARG_STRING, &body_name, "The name of the body, such as 見晴市", "NAME"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = tnk_store_create (ctl_argument (call, 0), body_name != NULL ? body_name : "", ctl_actor (), NULL, &error);
  if (store == NULL)
    return ctl_fail (error);
  g_print ("%s: an empty store was made\n", tnk_store_get_name (store));
  return CTL_DONE;
}

static void
add_roles (TnkCatalog *catalog,
           GHashTable *seen,
           GStrvBuilder *roles)
{
  for (guint r = 0; catalog != NULL && r < tnk_catalog_get_n_roles (catalog); r++) {
    const char *id = tnk_role_get_id (tnk_catalog_get_role (catalog, r));
    if (g_hash_table_add (seen, g_strdup (id)))
      g_strv_builder_add (roles, id);
  }
}

/* The roles that a roster can name: those of the catalogs on this machine, and of those that the campaigns keep. */
static char **
known_roles (TnkStore *store,
             GError **error)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) campaigns = tnk_store_list_campaigns (store, error);

  if (campaigns == NULL)
    return NULL;
  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++) {
    g_autoptr (TnkCatalog) catalog = tnk_catalog_library_load (library, i, NULL);
    add_roles (catalog, seen, roles);
  }
  for (guint i = 0; i < campaigns->len; i++)
    add_roles (tnk_campaign_get_catalog (g_ptr_array_index (campaigns, i)), seen, roles);
  return g_strv_builder_end (roles);
}

static int
import_roster (TnkStore *store,
               TnkBody *body)
{
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  if (!tnk_store_import_roster (store, body, dry_run, &change, ctl_progress, (gpointer) "importing the roster", NULL, &error))
    return ctl_fail (error);
  ctl_progress_end ();
  g_print ("%s%u departments, %u people: %u added, %u changed, %u removed\n", dry_run ? "would import " : "imported ",
           change.departments, change.people, change.added, change.changed, change.removed);
  return CTL_DONE;
}

static int
run_roster_import (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"departments", 0, 0, G_OPTION_ARG_FILENAME, &departments, "CSV: department_id,name,parent_id", "FILE"},
    {"people", 0, 0, G_OPTION_ARG_FILENAME, &people, "CSV: person_id,name,department_id,roles (joined by ;)", "FILE"},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Only say what would change, and list every bad row", NULL},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) roles = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  if (departments == NULL || people == NULL)
    return ctl_usage (call, "both --departments and --people are needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  roles = store != NULL ? known_roles (store, &error) : NULL;
  if (roles == NULL)
    return ctl_fail (error);
  body = tnk_body_read_roster (departments, people, (const char *const *) roles, &problems, &error);
  if (body == NULL)
    return ctl_fail_with_problems (problems, error);
  return import_roster (store, body);
}

static int
run_verify (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  gint64 n_entries, n_questionnaires;
  int result = ctl_parse (call, NULL, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_verify (store, &n_entries, &n_questionnaires, &head, NULL, &error))
    return ctl_fail (error);
  g_print ("%s: sound: %" G_GINT64_FORMAT " log entries, %" G_GINT64_FORMAT " questionnaires handed in; head %s\n",
           tnk_store_get_name (store), n_entries, n_questionnaires, head);
  return CTL_DONE;
}

static int
run_backup (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_backup (store, ctl_argument (call, 1), &error))
    return ctl_fail (error);
  g_print ("%s: a copy of %s was written\n", ctl_argument (call, 1), tnk_store_get_name (store));
  return CTL_DONE;
}

const CtlCommand ctl_store_commands[] = {
  {"init", "[OPTION…] STORE", "Make an empty store", run_init},
  {"roster import", "STORE --departments=D.csv --people=P.csv [--dry-run]", "Import departments and people, all or none",
   run_roster_import},
  {"verify", "[OPTION…] STORE", "Check the store, its log and what was handed in", run_verify},
  {"backup", "[OPTION…] STORE FILE", "Copy the store, while others go on working", run_backup},
  {NULL}};
