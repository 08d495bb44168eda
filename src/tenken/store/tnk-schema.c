/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-schema-private.h"

#include <errno.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "tnk-store-resources.h"

/* Puts what the backend adds to a table in the place of {{strict}} and {{by_key}}. */
static char *
expand (TnkConnection *connection,
        const char *sql)
{
  g_auto (GStrv) parts = g_strsplit (sql, "{{", -1);
  GString *expanded = g_string_new (parts[0]);

  for (guint i = 1; i < g_strv_length (parts); i++) {
    g_auto (GStrv) halves = g_strsplit (parts[i], "}}", 2);
    const char *text = connection->backend->expand (halves[0]);

    /* A comment may name a token; SQL that holds an unknown one would not get past the database. */
    g_string_append (expanded, text != NULL ? text : "");
    g_string_append (expanded, halves[1]);
  }
  return g_string_free (expanded, FALSE);
}

static gboolean
run_file (TnkConnection *connection,
          const char *name,
          gboolean required,
          GError **error)
{
  g_autofree char *path = g_strdup_printf ("/tenken/store/schema/%s.sql", name);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tnk_store_get_resource (), path, 0, required ? error : NULL);
  g_autofree char *sql = NULL;

  if (bytes == NULL)
    return !required;
  sql = expand (connection, g_bytes_get_data (bytes, NULL));
  return tnk_connection_execute (connection, sql, error);
}

static gboolean
run_step (TnkConnection *connection,
          int step,
          GError **error)
{
  g_autofree char *common = g_strdup_printf ("%03d", step);
  g_autofree char *own = g_strdup_printf ("%03d.%s", step, connection->backend->dialect);

  return run_file (connection, common, TRUE, error) && run_file (connection, own, FALSE, error) &&
         connection->backend->set_version (connection, step, error);
}

/* Makes a new store; called within the transaction that also gives it its name and its first log entry. */
gboolean
tnk_schema_create (TnkConnection *connection,
                   GError **error)
{
  for (int step = 1; step <= TNK_SCHEMA_VERSION; step++)
    if (!run_step (connection, step, error))
      return FALSE;
  return TRUE;
}

/* Another program that opened the store at the same moment can have been faster. */
static gboolean
run_step_unless_taken (TnkConnection *connection,
                       int step,
                       GError **error)
{
  int version;

  if (!connection->backend->get_version (connection, &version, error))
    return FALSE;
  return version >= step || run_step (connection, step, error);
}

/* Each step and its version stand or fall together. */
static gboolean
take_step (TnkConnection *connection,
           int step,
           GError **error)
{
  if (!tnk_connection_begin (connection, error))
    return FALSE;
  if (run_step_unless_taken (connection, step, error) && tnk_connection_commit (connection, error))
    return TRUE;
  tnk_connection_roll_back (connection);
  g_prefix_error (error, "the store cannot be brought to version %d and stays as it was: ", step);
  return FALSE;
}

/* Several programs can keep the copy at the same time; that of one which came too late, and holds the new version, must
 * not take the place of the old one’s. */
static gboolean
settle_copy (TnkConnection *connection,
             const char *copy,
             const char *filename,
             int version,
             GError **error)
{
  int version_now = 0;
  gboolean known = connection->backend->get_version (connection, &version_now, error);

  if (known && version_now == version) {
    if (g_rename (copy, filename) == 0)
      return TRUE;
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: the backup cannot be written: %s", filename,
                 g_strerror (errno));
    known = FALSE;
  }
  g_unlink (copy);
  return known;
}

static gboolean
keep_copy (TnkConnection *connection,
           const char *backup_filename,
           int version,
           GError **error)
{
  g_autofree char *filename = g_strdup_printf ("%s.v%d.backup", backup_filename, version);
  g_autofree char *copy = g_strdup_printf ("%s.%08x", filename, g_random_int ());

  if (version == TNK_SCHEMA_VERSION)
    return TRUE;
  return connection->backend->backup (connection, copy, &(TnkWatch){0}, error) &&
         settle_copy (connection, copy, filename, version, error);
}

/* Brings a store to the version of this program. A store of a newer one is refused and left alone. */
gboolean
tnk_schema_migrate (TnkConnection *connection,
                    const char *backup_filename,
                    GError **error)
{
  int version;

  if (!connection->backend->get_version (connection, &version, error))
    return FALSE;
  if (version > TNK_SCHEMA_VERSION) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_FUTURE,
                 "%s: the store has version %d, this Tenken knows versions up to %d; it was left alone; use a newer "
                 "Tenken",
                 connection->name, version, TNK_SCHEMA_VERSION);
    return FALSE;
  }
  if (version < 1) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: the store was never made whole; remove it and make a new one",
                 connection->name);
    return FALSE;
  }
  if (!connection->backend->settle (connection, error) || !keep_copy (connection, backup_filename, version, error))
    return FALSE;
  while (version < TNK_SCHEMA_VERSION)
    if (!take_step (connection, ++version, error))
      return FALSE;
  return TRUE;
}
