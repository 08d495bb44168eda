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
print_counts (const char *words,
              const TnkRosterChange *change)
{
  g_print ("%s %u departments, %u people: %u added, %u changed, %u removed\n", words, change->departments, change->people,
           change->added, change->changed, change->removed);
}

static int
import_roster (TnkStore *store,
               TnkBody *body)
{
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  if (!tnk_store_import_roster (store, body, FALSE, &change, ctl_progress, (gpointer) "importing the roster", NULL, &error))
    return ctl_fail (error);
  ctl_progress_end ();
  print_counts ("imported", &change);
  return CTL_DONE;
}

static void
print_preview (CtlCall *call,
               TnkRosterPreview *preview)
{
  static const char *const columns[] = {"kind", "id", "name", "old", "new", "campaign", "answers", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_roster_preview_get_n_rows (preview); i++) {
    TnkRosterRow *row = tnk_roster_preview_get_row (preview, i);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_roster_kind_to_string (tnk_roster_row_get_kind (row)));
    ctl_table_add_text (table, tnk_roster_row_get_id (row));
    ctl_table_add_text (table, tnk_roster_row_get_name (row));
    ctl_table_add_text (table, tnk_roster_row_get_old (row));
    ctl_table_add_text (table, tnk_roster_row_get_new (row));
    ctl_table_add_text (table, tnk_roster_row_get_campaign_id (row));
    ctl_table_add_int (table, tnk_roster_row_get_n_answers (row));
  }
  ctl_table_print (table, call->format);
}

/* Somebody can have another name, department and roles at once: the rows of one person stand together. */
static TnkRosterChange
sum_up (TnkRosterPreview *preview)
{
  TnkBody *body = tnk_roster_preview_get_after (preview);
  TnkRosterChange change = {.departments = tnk_body_get_n_departments (body), .people = tnk_body_get_n_people (body)};
  const char *last = NULL;

  change.added = tnk_roster_preview_count (preview, TNK_ROSTER_KIND_PERSON_ADDED);
  change.removed = tnk_roster_preview_count (preview, TNK_ROSTER_KIND_PERSON_REMOVED);
  for (guint i = 0; i < tnk_roster_preview_get_n_rows (preview); i++) {
    TnkRosterRow *row = tnk_roster_preview_get_row (preview, i);
    TnkRosterKind kind = tnk_roster_row_get_kind (row);

    if (kind < TNK_ROSTER_KIND_PERSON_RENAMED || kind > TNK_ROSTER_KIND_PERSON_ROLES)
      continue;
    change.changed += g_strcmp0 (last, tnk_roster_row_get_id (row)) != 0;
    last = tnk_roster_row_get_id (row);
  }
  return change;
}

/* Rows are for scripts; the sentence is for people. */
static int
preview_roster (CtlCall *call,
                TnkStore *store,
                TnkBody *body)
{
  g_autoptr (TnkRosterPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  preview = tnk_store_preview_roster (store, body, ctl_progress, (gpointer) "previewing the roster", NULL, &error);
  ctl_progress_end ();
  if (preview == NULL)
    return ctl_fail (error);
  change = sum_up (preview);
  if (call->format == CTL_FORMAT_TABLE)
    print_counts ("would import", &change);
  if (call->format != CTL_FORMAT_TABLE || tnk_roster_preview_get_n_rows (preview) > 0)
    print_preview (call, preview);
  return CTL_DONE;
}

static int
run_roster_import (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"departments", 0, 0, G_OPTION_ARG_FILENAME, &departments, "CSV: department_id,name,parent_id", "FILE"},
    {"people", 0, 0, G_OPTION_ARG_FILENAME, &people, "CSV: person_id,name,department_id,roles (joined by ;)", "FILE"},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Only show what would change, and list every bad row", NULL},
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
  roles = store != NULL ? tnk_store_list_roles (store, &error) : NULL;
  if (roles == NULL)
    return ctl_fail (error);
  body = tnk_body_read_roster (departments, people, (const char *const *) roles, &problems, &error);
  if (body == NULL)
    return ctl_fail_with_problems (problems, error);
  return dry_run ? preview_roster (call, store, body) : import_roster (store, body);
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
