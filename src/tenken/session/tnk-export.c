/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-export.h"

#include "tnk-books-private.h"
#include "tnk-error.h"
#include "tnk-store-audit.h"
#include "tnk-store-items-private.h"
#include "tnk-store-plan.h"
#include "tnk-store-record.h"
#include "tnk-store-turnout.h"
#include "tnk-tally-private.h"

static gboolean
read_scorecard (TnkBookSources *sources,
                TnkStore *store,
                const char *campaign_id,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) tallies = tnk_store_list_tallies (store, campaign_id, cancellable, error);

  if (tallies == NULL)
    return FALSE;
  sources->tally = g_object_ref (tallies->pdata[tallies->len - 1]);
  sources->previous = tallies->len > 1 ? g_object_ref (tallies->pdata[tallies->len - 2]) : NULL;
  sources->trend = tnk_trend_new (tallies, NULL);
  sources->plan = tnk_store_load_plan (store, campaign_id, error);
  sources->exceptions = sources->plan != NULL ? tnk_store_list_exceptions (store, error) : NULL;
  sources->audits = sources->exceptions != NULL ? tnk_book_list_audits (store, campaign_id, error) : NULL;
  return sources->audits != NULL;
}

/**
 * tnk_export_scorecard:
 * @store: an open store
 * @campaign_id: the id of a campaign
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the committee’s workbook, with everything that the store holds of the campaign and of those before it. Whole or not at
 * all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_export_scorecard (TnkStore *store,
                      const char *campaign_id,
                      const char *classification,
                      const char *filename,
                      TnkProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      guint64 *n_cells,
                      GError **error)
{
  g_auto (TnkBookSources) sources = {0};
  const TnkBookTarget target = {store, filename, classification, progress, user_data, cancellable, n_cells};

  g_return_val_if_fail (TNK_IS_STORE (store) && campaign_id != NULL && filename != NULL, FALSE);

  return read_scorecard (&sources, store, campaign_id, cancellable, error) && tnk_book_write_scorecard (&sources, &target, error);
}

/* Takes out of the counts what those who answer for the department are not to see: by the rule of the campaign, or of the one that it is
 * compared with. */
static void
withhold_few (TnkTally *tally,
              const char *department_id,
              gboolean *few)
{
  TnkDepartment *department = tally != NULL ? tnk_body_lookup_department (tnk_tally_get_body (tally), department_id) : NULL;

  if (department == NULL)
    return;
  *few |= tnk_campaign_get_visibility (tnk_tally_get_campaign (tally)) == TNK_VISIBILITY_COUNTS;
  if (*few)
    tnk_tally_withhold (tally, tnk_department_get_index (department));
}

/* Who has handed in and what they wrote, with names where the campaign lets those who answer for the department see them. */
static gboolean
read_people (TnkBookSources *sources,
             TnkStore *store,
             const char *campaign_id,
             const char *department_id,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (TnkRound) round = tnk_round_load (store, campaign_id, error);
  g_autoptr (TnkBody) tree = round != NULL ? tnk_store_load_tree (store, campaign_id, error) : NULL;
  TnkDepartment *department = tree != NULL ? tnk_body_lookup_department (tree, department_id) : NULL;
  gboolean names;

  if (tree == NULL)
    return FALSE;
  if (department == NULL)
    return TRUE; /* the writer says so */
  names = tnk_campaign_get_visibility (round->campaign) == TNK_VISIBILITY_NAMES;
  sources->turnout = tnk_store_load_turnout (store, campaign_id, department_id, names, cancellable, error);
  if (sources->turnout == NULL)
    return FALSE;
  sources->comments = tnk_store_read_comments (store, &(TnkItemScope){round, tree, tnk_department_get_index (department), sources->tally}, NULL, names, cancellable, error);
  return sources->comments != NULL;
}

static gboolean
read_department (TnkBookSources *sources,
                 TnkStore *store,
                 const char *campaign_id,
                 const char *department_id,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *previous = NULL;
  g_autoptr (GError) local = NULL;
  gboolean few = FALSE;

  sources->tally = tnk_store_tally (store, campaign_id, cancellable, error);
  if (sources->tally == NULL)
    return FALSE;
  previous = tnk_store_find_previous_campaign (store, campaign_id, &local);
  sources->previous = previous != NULL ? tnk_store_tally (store, previous, cancellable, &local) : NULL;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  withhold_few (sources->tally, department_id, &few);
  withhold_few (sources->previous, department_id, &few);
  sources->plan = tnk_store_load_plan (store, campaign_id, error);
  return sources->plan != NULL && read_people (sources, store, campaign_id, department_id, cancellable, error);
}

/**
 * tnk_export_department:
 * @store: an open store
 * @campaign_id: the id of a campaign
 * @department_id: a department
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the workbook of a department with all below it, as it is for those who answer for it: with names only where the
 * campaign shows them names, and without figures of too few people where it does not, see [method@Desk.load_tally]. Whole or not
 * at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_export_department (TnkStore *store,
                       const char *campaign_id,
                       const char *department_id,
                       const char *filename,
                       TnkProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       guint64 *n_cells,
                       GError **error)
{
  g_auto (TnkBookSources) sources = {0};
  const TnkBookTarget target = {store, filename, NULL, progress, user_data, cancellable, n_cells};

  g_return_val_if_fail (TNK_IS_STORE (store) && campaign_id != NULL && department_id != NULL && filename != NULL, FALSE);

  return read_department (&sources, store, campaign_id, department_id, cancellable, error) &&
         tnk_book_write_department (&sources, department_id, &target, error);
}

/**
 * tnk_export_person:
 * @store: an open store
 * @campaign_id: the id of a campaign
 * @person_id: a staff number
 * @filename: the file to write, `.xlsx`
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, `NOT_FOUND` or `STORE`
 *
 * Writes the receipt of a person. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_export_person (TnkStore *store,
                   const char *campaign_id,
                   const char *person_id,
                   const char *filename,
                   guint64 *n_cells,
                   GError **error)
{
  const TnkBookTarget target = {.store = store, .filename = filename, .n_cells = n_cells};
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;

  g_return_val_if_fail (TNK_IS_STORE (store) && campaign_id != NULL && person_id != NULL && filename != NULL, FALSE);

  questionnaire = tnk_store_load_questionnaire (store, campaign_id, person_id, error);
  return questionnaire != NULL && tnk_book_write_person (questionnaire, &target, error);
}

/* The one that is named; else the newest. */
static TnkAuditBook *
load_audit (TnkStore *store,
            const char *campaign_id,
            const char *audit_id,
            GError **error)
{
  g_autoptr (GPtrArray) audits = tnk_store_list_audits (store, campaign_id, error);

  if (audits == NULL)
    return NULL;
  for (guint i = audits->len; i > 0; i--) {
    const char *id = tnk_audit_get_id (audits->pdata[i - 1]);

    if (audit_id == NULL || g_str_equal (id, audit_id))
      return tnk_store_load_audit (store, id, error);
  }
  if (audit_id != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no audit “%s”", campaign_id, audit_id);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no audit yet; plan one first", campaign_id);
  return NULL;
}

/**
 * tnk_export_audit:
 * @store: an open store
 * @campaign_id: the id of a campaign
 * @audit_id: (nullable): the id of one of its audits; `NULL` for the newest
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the report of an audit, with everything that the store holds of it. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_export_audit (TnkStore *store,
                  const char *campaign_id,
                  const char *audit_id,
                  const char *classification,
                  const char *filename,
                  TnkProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  guint64 *n_cells,
                  GError **error)
{
  const TnkBookTarget target = {store, filename, classification, progress, user_data, cancellable, n_cells};
  g_autoptr (TnkAuditBook) book = NULL;

  g_return_val_if_fail (TNK_IS_STORE (store) && campaign_id != NULL && filename != NULL, FALSE);

  book = load_audit (store, campaign_id, audit_id, error);
  return book != NULL && tnk_book_write_audit (book, &target, error);
}

/**
 * tnk_export_plan:
 * @store: an open store
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department whose actions, and those of all below it, are wanted; `NULL` for every action
 * @filename: the file to write, `.xlsx`
 * @cancellable: (nullable): stops it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the improvement plan as a workbook to be edited and read back. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_export_plan (TnkStore *store,
                 const char *campaign_id,
                 const char *department_id,
                 const char *filename,
                 GCancellable *cancellable,
                 guint64 *n_cells,
                 GError **error)
{
  const TnkBookTarget target = {.store = store, .filename = filename, .cancellable = cancellable, .n_cells = n_cells};
  g_autoptr (TnkPlan) plan = NULL;

  g_return_val_if_fail (TNK_IS_STORE (store) && campaign_id != NULL && filename != NULL, FALSE);

  plan = tnk_store_load_plan (store, campaign_id, error);
  return plan != NULL && tnk_book_write_plan (plan, department_id, &target, error);
}

/**
 * tnk_export_record:
 * @store: an open store
 * @record_id: the number of a record
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 * @filename: the file to write, `.xlsx`
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, `NOT_FOUND` or `STORE`
 *
 * Writes an application or a report as its form lays it out. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_export_record (TnkStore *store,
                   const char *record_id,
                   const char *classification,
                   const char *filename,
                   guint64 *n_cells,
                   GError **error)
{
  const TnkBookTarget target = {.store = store, .filename = filename, .classification = classification, .n_cells = n_cells};
  g_autoptr (TnkRecord) record = NULL;

  g_return_val_if_fail (TNK_IS_STORE (store) && record_id != NULL && filename != NULL, FALSE);

  record = tnk_store_load_record (store, record_id, error);
  return record != NULL && tnk_book_write_record (record, &target, error);
}

/**
 * tnk_export_exceptions:
 * @store: an open store
 * @filename: the file to write, `.xlsx`
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT` or `STORE`
 *
 * Writes the register of exceptions, those that end first before the others. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_export_exceptions (TnkStore *store,
                       const char *filename,
                       guint64 *n_cells,
                       GError **error)
{
  const TnkBookTarget target = {.store = store, .filename = filename, .n_cells = n_cells};
  g_autoptr (GPtrArray) exceptions = NULL;

  g_return_val_if_fail (TNK_IS_STORE (store) && filename != NULL, FALSE);

  exceptions = tnk_store_list_exceptions (store, error);
  return exceptions != NULL && tnk_book_write_exceptions (exceptions, &target, error);
}
