/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-roster-private.h"

#include "tnk-right-private.h"
#include "tnk-roster-preview-private.h"

/* What a roster would change is found out by changing it, within a transaction that is not committed: nothing that the import
 * does can then be missing in the preview. */

/* A questionnaire of a campaign that is open. */
typedef struct
{
  char *campaign_id;
  char *person_id;
  char *name;
  gboolean active; /* whether the person is in the roster */
  gboolean counts; /* whether it is handed in */
  guint n_answers;
} Paper;

typedef struct
{
  GPtrArray *papers; /* (element-type Paper): in their order */
  GHashTable *by_key; /* (element-type utf8 Paper) */
  gint64 n_secretariat; /* people with the right of the secretariat */
} Standing;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_free (paper->campaign_id);
  g_free (paper->person_id);
  g_free (paper->name);
  g_free (paper);
}

static void
standing_clear (Standing *self)
{
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

static char *
make_key (const Paper *paper)
{
  return g_strdup_printf ("%s\n%s", paper->campaign_id, paper->person_id);
}

static void
take_paper (Standing *self,
            TnkStatement *row)
{
  TnkQuestionnaireState state = TNK_QUESTIONNAIRE_STATE_DRAFT;
  Paper *paper = g_new0 (Paper, 1);

  paper->campaign_id = g_strdup (tnk_statement_text (row, 0));
  paper->person_id = g_strdup (tnk_statement_text (row, 1));
  paper->name = g_strdup (tnk_statement_text (row, 2));
  paper->active = tnk_statement_int (row, 3) != 0;
  tnk_questionnaire_state_from_string (tnk_statement_text (row, 4), &state);
  paper->counts = tnk_questionnaire_state_counts (state);
  paper->n_answers = tnk_statement_int (row, 5);
  g_ptr_array_add (self->papers, paper);
  g_hash_table_insert (self->by_key, make_key (paper), paper);
}

static gboolean
read_standing (Standing *self,
               TnkStore *store,
               GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->papers = g_ptr_array_new_with_free_func (paper_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!tnk_store_count_holders (store, TNK_RIGHTS_SECRETARIAT, &self->n_secretariat, error))
    return FALSE;
  statement = tnk_connection_query (
    store->connection, error,
    "SELECT c.id, p.id, p.name, p.active, q.state, (SELECT count (*) FROM answer a WHERE a.questionnaire_no = q.no) "
    "FROM questionnaire q JOIN campaign c ON c.no = q.campaign_no JOIN person p ON p.no = q.person_no "
    "WHERE c.state = 'open' ORDER BY q.no",
    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    take_paper (self, statement);
  }
  return FALSE;
}

static Paper *
find_same (Standing *self,
           const Paper *paper)
{
  g_autofree char *key = make_key (paper);

  return g_hash_table_lookup (self->by_key, key);
}

static void
compare_paper (TnkRosterPreview *preview,
               const Paper *before,
               const Paper *after)
{
  if (after == NULL)
    tnk_roster_preview_add (preview, TNK_ROSTER_KIND_NOT_ASKED, before->campaign_id, before->person_id, before->name, before->n_answers);
  else if (after->n_answers < before->n_answers)
    tnk_roster_preview_add (preview, TNK_ROSTER_KIND_ANSWERS_LOST, before->campaign_id, before->person_id, before->name,
                            before->n_answers - after->n_answers);
  else if (before->active && !after->active && after->counts)
    tnk_roster_preview_add (preview, TNK_ROSTER_KIND_KEPT, before->campaign_id, before->person_id, before->name, after->n_answers);
}

static void
compare (TnkRosterPreview *preview,
         Standing *before,
         Standing *after)
{
  for (guint i = 0; i < before->papers->len; i++)
    compare_paper (preview, before->papers->pdata[i], find_same (after, before->papers->pdata[i]));
  for (guint i = 0; i < after->papers->len; i++) {
    const Paper *paper = after->papers->pdata[i];

    if (find_same (before, paper) == NULL)
      tnk_roster_preview_add (preview, TNK_ROSTER_KIND_ASKED, paper->campaign_id, paper->person_id, paper->name, 0);
  }
  if (before->n_secretariat > 0 && after->n_secretariat == 0)
    tnk_roster_preview_add (preview, TNK_ROSTER_KIND_NO_SECRETARIAT, NULL, NULL, NULL, 0);
}

/* Changes the roster within a change, and tells what that does. */
static TnkRosterPreview *
try_roster (TnkStore *self,
            TnkChange *change,
            TnkBody *body,
            TnkRosterChange *counts,
            TnkProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (TnkBody) present = tnk_store_load_body (self, error);
  g_auto (Standing) before = {0};
  g_auto (Standing) after = {0};
  TnkRosterPreview *preview;

  if (present == NULL || !read_standing (&before, self, error) ||
      !tnk_store_write_roster (self, change, body, counts, progress, user_data, cancellable, error) ||
      !read_standing (&after, self, error))
    return NULL;
  preview = tnk_roster_preview_new (present, body);
  compare (preview, &before, &after);
  return preview;
}

/**
 * tnk_store_preview_roster:
 * @self: an open store
 * @body: the new roster, see [ctor@Body.read_roster]
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in people
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `STORE`, or cancelled
 *
 * Finds out what a new roster would change, and what would follow in the campaigns that are open. Nothing is changed.
 *
 * Returns: (transfer full): the preview
 *
 * Since: 0.1
 */
TnkRosterPreview *
tnk_store_preview_roster (TnkStore *self,
                          TnkBody *body,
                          TnkProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (TnkChange) change = {0};
  TnkRosterChange counts;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_BODY (body), NULL);

  if (!tnk_change_begin (&change, self, error))
    return NULL;
  return try_roster (self, &change, body, &counts, progress, user_data, cancellable, error);
}

/**
 * tnk_store_import_preview:
 * @self: an open store
 * @preview: what was shown to whoever decided, from [method@Store.preview_roster]
 * @change: (out caller-allocates): what changed
 * @progress: (nullable) (scope call) (closure user_data): hears how far the import is, in people
 * @user_data: for @progress
 * @cancellable: (nullable): stops the import
 * @error: return location for an error: [error@Tenken.Error] `STATE` if the import would do something else by now than what
 *   the preview shows, `STORE`, or cancelled
 *
 * Imports a roster that was previewed: see [method@Store.import_roster].
 *
 * Returns: `TRUE` if all of it was done; else nothing was
 *
 * Since: 0.1
 */
gboolean
tnk_store_import_preview (TnkStore *self,
                          TnkRosterPreview *preview,
                          TnkRosterChange *change,
                          TnkProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (TnkChange) transaction = {0};
  g_autoptr (TnkRosterPreview) now = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (TNK_IS_ROSTER_PREVIEW (preview) && change != NULL, FALSE);

  if (!tnk_change_begin (&transaction, self, error))
    return FALSE;
  now = try_roster (self, &transaction, tnk_roster_preview_get_after (preview), change, progress, user_data, cancellable, error);
  if (now == NULL)
    return FALSE;
  if (tnk_roster_preview_equal (now, preview))
    return tnk_change_commit (&transaction, error);
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: the roster, or what is answered, changed since the preview; nothing was imported; preview the files again",
               tnk_store_get_name (self));
  return FALSE;
}
