/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-private.h"
#include "tnk-store-setup.h"

#include <string.h>

#include "tnk-attachment-folder-private.h"
#include "tnk-attachment-list-private.h"
#include "tnk-schema-private.h"
#include "tnk-strings-private.h"

G_DEFINE_FINAL_TYPE (TnkStore, tnk_store, G_TYPE_OBJECT)

static void
tnk_store_finalize (GObject *object)
{
  TnkStore *self = TNK_STORE (object);

  tnk_store_close (self);
  g_clear_object (&self->cross);
  g_hash_table_unref (self->catalogs);
  g_hash_table_unref (self->forms);
  g_free (self->body_name);
  g_free (self->actor);
  g_clear_pointer (&self->fixed_now, g_date_time_unref);
  G_OBJECT_CLASS (tnk_store_parent_class)->finalize (object);
}

static void
tnk_store_class_init (TnkStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_store_finalize;
}

static void
tnk_store_init (TnkStore *self)
{
  self->catalogs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->forms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/* A store is named by a path or a URI. Returns NULL for a URI of a kind that this program cannot open. */
static char *
path_of (const char *uri,
         GError **error)
{
  if (g_str_has_prefix (uri, "sqlite:"))
    return g_strdup (uri + strlen ("sqlite:"));
  if (g_str_has_prefix (uri, "postgresql:") || g_str_has_prefix (uri, "postgres:")) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE,
                 "%s: this Tenken cannot open a store in PostgreSQL yet; name a file", uri);
    return NULL;
  }
  return g_strdup (uri);
}

static TnkStore *
connect_to (const char *uri,
            const char *actor,
            gboolean create,
            GError **error)
{
  g_autofree char *path = path_of (uri, error);
  g_autoptr (TnkStore) self = NULL;

  if (path == NULL)
    return NULL;
  self = g_object_new (TNK_TYPE_STORE, NULL);
  self->actor = g_strdup (actor);
  self->connection = tnk_sqlite_connection_open (path, create, error);
  return self->connection != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
read_body_name (TnkStore *self,
                GError **error)
{
  g_autoptr (TnkStatement) name = NULL;
  gboolean row;

  name = tnk_connection_query (self->connection, error, "SELECT value FROM meta WHERE name = 'body_name'", "");
  if (name == NULL || !tnk_statement_step (name, &row, error))
    return FALSE;
  self->body_name = g_strdup (row ? tnk_statement_text (name, 0) : "");
  return TRUE;
}

static GDateTime *
get_now (TnkStore *self)
{
  return self->fixed_now != NULL ? g_date_time_ref (self->fixed_now) : g_date_time_new_now_local ();
}

gint64
tnk_store_get_unix_time (TnkStore *self)
{
  g_autoptr (GDateTime) now = get_now (self);

  return g_date_time_to_unix (now);
}

void
tnk_store_set_actor (TnkStore *self,
                     const char *actor)
{
  tnk_set_string (&self->actor, actor);
}

/* From here on the change is rolled back unless it is committed. */
static void
attach_change (TnkChange *change,
               TnkStore *store)
{
  g_autoptr (GDateTime) now = get_now (store);

  change->store = store;
  change->connection = store->connection;
  change->now = g_date_time_format (now, "%FT%T%:z");
}

/* Schema, name and first log entry in one transaction: a crash leaves a store that is whole, or none. */
static gboolean
give_birth (TnkStore *self,
            const char *body_name,
            GError **error)
{
  g_auto (TnkChange) change = {0};

  if (!tnk_connection_begin (self->connection, error))
    return FALSE;
  attach_change (&change, self);
  return tnk_schema_create (self->connection, error) && tnk_log_open (&change.log, self->connection, error) &&
         tnk_connection_run (self->connection, error, "INSERT INTO meta (name, value) VALUES ('body_name', $1)", "t",
                             body_name) &&
         tnk_change_log (&change, "store.created", body_name, "{}", error) && tnk_change_commit (&change, error);
}

/**
 * tnk_store_create:
 * @uri: a path, or a `sqlite:` URI
 * @body_name: the name of the body
 * @actor: who works with the store, for the log
 * @now: (nullable): the moment at which the clock of the store shall stand still, see [method@Store.set_clock]
 * @error: return location for an error: [error@Tenken.Error] `EXISTS` or `STORE`
 *
 * Makes a new, empty store.
 *
 * Returns: (transfer full): the store
 *
 * Since: 0.1
 */
TnkStore *
tnk_store_create (const char *uri,
                  const char *body_name,
                  const char *actor,
                  GDateTime *now,
                  GError **error)
{
  g_autoptr (TnkStore) self = NULL;

  g_return_val_if_fail (uri != NULL && body_name != NULL && actor != NULL, NULL);

  if (!tnk_check_harmless ("name of the body", body_name, FALSE, error))
    return NULL;
  self = connect_to (uri, actor, TRUE, error);
  if (self == NULL)
    return NULL;
  tnk_store_set_clock (self, now);
  if (give_birth (self, body_name, error) && self->connection->backend->settle (self->connection, error) &&
      read_body_name (self, error))
    return g_steal_pointer (&self);
  /* A half-made store is of no use to anybody. */
  self->connection->backend->remove (g_steal_pointer (&self->connection));
  return NULL;
}

/**
 * tnk_store_open:
 * @uri: a path, or a `sqlite:` URI
 * @actor: who works with the store, for the log
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `FUTURE` or `STORE`
 *
 * Opens a store, and brings one of an older Tenken to the present version, after a copy was kept beside it.
 *
 * Returns: (transfer full): the store
 *
 * Since: 0.1
 */
TnkStore *
tnk_store_open (const char *uri,
                const char *actor,
                GError **error)
{
  g_autoptr (TnkStore) self = NULL;

  g_return_val_if_fail (uri != NULL && actor != NULL, NULL);

  self = connect_to (uri, actor, FALSE, error);
  if (self == NULL || !tnk_schema_migrate (self->connection, self->connection->name, error) ||
      !read_body_name (self, error))
    return NULL;
  tnk_attachment_folder_sweep (self->connection->name);
  return g_steal_pointer (&self);
}

/**
 * tnk_store_close:
 * @self: a store
 *
 * Closes the store. Nothing can be read or written afterwards. Dropping the last reference closes it too.
 *
 * Since: 0.1
 */
void
tnk_store_close (TnkStore *self)
{
  g_return_if_fail (TNK_IS_STORE (self));
  g_clear_pointer (&self->connection, tnk_connection_close);
}

/**
 * tnk_store_get_body_name:
 * @self: a store
 *
 * Gets the name of the body.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_store_get_body_name (TnkStore *self)
{
  g_return_val_if_fail (TNK_IS_STORE (self), NULL);
  return self->body_name;
}

/**
 * tnk_store_get_name:
 * @self: an open store
 *
 * Gets what to call the store in messages.
 *
 * Returns: the file
 *
 * Since: 0.1
 */
const char *
tnk_store_get_name (TnkStore *self)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);
  return self->connection->name;
}

/**
 * tnk_store_set_clock:
 * @self: a store
 * @now: (nullable): the moment that the log shall show, or `NULL` for the clock
 *
 * Stops the clock of the store, so that a demonstration or a test gives the same store every time.
 *
 * Since: 0.1
 */
void
tnk_store_set_clock (TnkStore *self,
                     GDateTime *now)
{
  g_return_if_fail (TNK_IS_STORE (self));

  g_clear_pointer (&self->fixed_now, g_date_time_unref);
  self->fixed_now = now != NULL ? g_date_time_ref (now) : NULL;
}

/**
 * tnk_store_dup_today:
 * @self: a store
 *
 * Gets the day by the clock of the store.
 *
 * Returns: (transfer full): ISO 8601
 *
 * Since: 0.1
 */
char *
tnk_store_dup_today (TnkStore *self)
{
  g_return_val_if_fail (TNK_IS_STORE (self), NULL);

  g_autoptr (GDateTime) now = get_now (self);
  return g_date_time_format (now, "%F");
}

/**
 * tnk_store_dup_now:
 * @self: a store
 *
 * Gets the time by the clock of the store.
 *
 * Returns: (transfer full): ISO 8601, in UTC, to the second
 *
 * Since: 0.1
 */
char *
tnk_store_dup_now (TnkStore *self)
{
  g_return_val_if_fail (TNK_IS_STORE (self), NULL);

  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (tnk_store_get_unix_time (self));
  return g_date_time_format (now, "%FT%TZ");
}

/**
 * tnk_store_backup:
 * @self: an open store
 * @filename: the file to write; one that is there is replaced once the copy is whole
 * @error: return location for an error: [error@Tenken.Error] `STORE`, or `TAMPERED` if an attached file is not the one that was
 *   attached
 *
 * Copies the store as it is at this moment. Others may go on working meanwhile. Files that are attached to audits go into a
 * folder beside the copy, as they are in one beside the store.
 *
 * Returns: `TRUE` if the copy is whole
 *
 * Since: 0.1
 */
gboolean
tnk_store_backup (TnkStore *self,
                  const char *filename,
                  GError **error)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && filename != NULL, FALSE);
  return tnk_store_backup_full (self, filename, NULL, NULL, NULL, error);
}

/**
 * tnk_store_backup_full:
 * @self: an open store
 * @filename: the file to write; one that is there is replaced once the copy is whole
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; no file is written then
 * @error: return location for an error: [error@Tenken.Error] `STORE`, or cancelled
 *
 * Does what [method@Store.backup] does, and says how far it is.
 *
 * Returns: `TRUE` if the copy is whole
 *
 * Since: 0.1
 */
gboolean
tnk_store_backup_full (TnkStore *self,
                       const char *filename,
                       TnkProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  TnkWatch watch = {progress, user_data, cancellable};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && filename != NULL, FALSE);
  /* Once more at the end: somebody may have attached a file before the store was copied. */
  return tnk_store_copy_attachments (self, filename, &watch, error) &&
         self->connection->backend->backup (self->connection, filename, &watch, error) &&
         tnk_store_copy_attachments (self, filename, &watch, error);
}

/* --- changes --- */

/* Begins a change: takes the write lock and finds the end of the log. */
gboolean
tnk_change_begin (TnkChange *self,
                  TnkStore *store,
                  GError **error)
{
  if (!tnk_connection_begin (store->connection, error))
    return FALSE;
  attach_change (self, store);
  return tnk_log_open (&self->log, store->connection, error);
}

gboolean
tnk_change_log (TnkChange *self,
                const char *kind,
                const char *subject,
                const char *detail,
                GError **error)
{
  return tnk_log_append (&self->log, self->now, self->store->actor, kind, subject, detail, error);
}

char *
tnk_change_dup_reference (TnkChange *self)
{
  return g_strndup (self->log.head, 10);
}

gboolean
tnk_change_commit (TnkChange *self,
                   GError **error)
{
  tnk_log_close (&self->log);
  if (!tnk_connection_commit (self->connection, error))
    return FALSE;
  self->store = NULL;
  return TRUE;
}

void
tnk_change_end (TnkChange *self)
{
  tnk_log_close (&self->log);
  if (self->store != NULL)
    tnk_connection_roll_back (self->connection);
  g_clear_pointer (&self->now, g_free);
}

gboolean
tnk_store_note (TnkStore *self,
                const char *kind,
                const char *subject,
                GError **error)
{
  g_auto (TnkChange) change = {0};

  return tnk_change_begin (&change, self, error) && tnk_change_log (&change, kind, subject, "{}", error) &&
         tnk_change_commit (&change, error);
}

gboolean
tnk_reading_begin (TnkReading *self,
                   TnkStore *store,
                   GError **error)
{
  if (!tnk_connection_begin_reading (store->connection, error))
    return FALSE;
  self->connection = store->connection;
  return TRUE;
}

void
tnk_reading_end (TnkReading *self)
{
  if (self->connection != NULL)
    tnk_connection_end_reading (self->connection);
  self->connection = NULL;
}

/* --- small things that the parts share --- */

gboolean
tnk_store_throw_damaged (TnkStore *self,
                         GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
               "%s: what is stored does not fit together; see “tenkenctl verify”", tnk_store_get_name (self));
  return FALSE;
}

TnkDuty *
tnk_store_get_duty (TnkStore *self,
                    TnkCatalog *catalog,
                    gint64 index,
                    GError **error)
{
  if (index >= 0 && index < tnk_catalog_get_n_duties (catalog))
    return tnk_catalog_get_duty (catalog, index);
  tnk_store_throw_damaged (self, error);
  return NULL;
}

gboolean
tnk_store_check_value (TnkStore *self,
                       gint64 value,
                       GError **error)
{
  if (value > TNK_ANSWER_VALUE_UNANSWERED && value < TNK_N_ANSWER_VALUES)
    return TRUE;
  return tnk_store_throw_damaged (self, error);
}
