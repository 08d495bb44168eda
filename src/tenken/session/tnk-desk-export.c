/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-export.h"

#include "tnk-books-private.h"
#include "tnk-desk-audit-private.h"
#include "tnk-desk-plan.h"
#include "tnk-desk-private.h"
#include "tnk-desk-records.h"
#include "tnk-desk-results.h"
#include "tnk-desk-turnout.h"
#include "tnk-reminders.h"

/* What both books hold: the figures of a scope, those of the campaign before, and the plan. */
static gboolean
read_figures (TnkBookSources *sources,
              TnkDesk *self,
              const char *campaign_id,
              const char *department_id,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (TnkPlanView) view = NULL;
  g_autoptr (GError) local = NULL;

  sources->tally = tnk_desk_load_tally (self, campaign_id, department_id, cancellable, error);
  if (sources->tally == NULL)
    return FALSE;
  sources->previous = tnk_desk_load_previous_tally (self, campaign_id, department_id, cancellable, &local);
  view = local == NULL ? tnk_desk_load_plan (self, campaign_id, department_id, &local) : NULL;
  sources->plan = view != NULL ? g_object_ref (tnk_plan_view_get_plan (view)) : NULL;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * tnk_desk_export_scorecard:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the committee’s workbook: for the secretariat, the committee and the auditors. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_scorecard (TnkDesk *self,
                           const char *campaign_id,
                           const char *filename,
                           TnkProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_auto (TnkBookSources) sources = {0};
  TnkBookTarget target = {NULL, filename, NULL, progress, user_data, cancellable, NULL};

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && filename != NULL, FALSE);

  target.store = self->store;
  if (!tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, NULL, &scope, error) ||
      !read_figures (&sources, self, campaign_id, NULL, cancellable, error))
    return FALSE;
  sources.trend = tnk_desk_load_trend (self, campaign_id, NULL, cancellable, error);
  sources.exceptions = sources.trend != NULL ? tnk_store_list_exceptions (self->store, error) : NULL;
  sources.audits = sources.exceptions != NULL ? tnk_book_list_audits (self->store, campaign_id, error) : NULL;
  return sources.audits != NULL && tnk_book_write_scorecard (&sources, &target, error);
}

/**
 * tnk_desk_export_department:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: the department
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the workbook of a department with all below it, for whoever may see its figures. Names and single answers are in it
 * only where this person may see them. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_department (TnkDesk *self,
                            const char *campaign_id,
                            const char *department_id,
                            const char *filename,
                            TnkProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_auto (TnkBookSources) sources = {0};
  TnkBookTarget target = {NULL, filename, NULL, progress, user_data, cancellable, NULL};

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && department_id != NULL && filename != NULL, FALSE);

  target.store = self->store;
  if (!tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error) ||
      !read_figures (&sources, self, campaign_id, department_id, cancellable, error))
    return FALSE;
  sources.turnout = tnk_desk_load_turnout (self, campaign_id, department_id, TRUE, cancellable, error);
  sources.comments = sources.turnout != NULL ? tnk_desk_list_comments (self, campaign_id, department_id, NULL, cancellable, error) : NULL;
  return sources.comments != NULL && tnk_book_write_department (&sources, department_id, &target, error);
}

/**
 * tnk_desk_export_person:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @person_id: a staff number
 * @filename: the file to write, `.xlsx`
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `STATE`, `EXPORT`, `NOT_FOUND` or `STORE`
 *
 * Writes the receipt of a person who has handed in, for whoever deals with single papers there. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_person (TnkDesk *self,
                        const char *campaign_id,
                        const char *person_id,
                        const char *filename,
                        GError **error)
{
  TnkBookTarget target = {.filename = filename};
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && person_id != NULL && filename != NULL, FALSE);

  target.store = self->store;
  questionnaire = tnk_desk_load_questionnaire (self, campaign_id, person_id, error);
  return questionnaire != NULL && tnk_book_write_person (questionnaire, &target, error);
}

/**
 * tnk_desk_export_audit:
 * @self: a desk
 * @audit_id: the id of an audit
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the report of an audit, for whoever sees it as a whole: the secretariat, the committee, whoever has the right to audit and
 * the auditors of the audit. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_audit (TnkDesk *self,
                       const char *audit_id,
                       const char *filename,
                       TnkProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  TnkBookTarget target = {NULL, filename, NULL, progress, user_data, cancellable, NULL};
  g_autoptr (TnkAuditBook) book = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && filename != NULL, FALSE);

  target.store = self->store;
  book = tnk_desk_enter_audit (self, TNK_DESK_AUDIT_READ, audit_id, error);
  return book != NULL && tnk_book_write_audit (book, &target, error);
}

/**
 * tnk_desk_export_plan:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @filename: the file to write, `.xlsx`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes the improvement plan as a workbook to be edited and read back, for whoever may change it. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_plan (TnkDesk *self,
                      const char *campaign_id,
                      const char *department_id,
                      const char *filename,
                      GCancellable *cancellable,
                      GError **error)
{
  TnkBookTarget target = {.filename = filename, .cancellable = cancellable};
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkPlanView) view = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && filename != NULL, FALSE);

  target.store = self->store;
  if (!tnk_desk_enter (self, TNK_DESK_NEED_PLAN, campaign_id, department_id, &scope, error))
    return FALSE;
  view = tnk_desk_load_plan (self, campaign_id, department_id, error);
  return view != NULL && tnk_book_write_plan (tnk_plan_view_get_plan (view), NULL, &target, error);
}

/**
 * tnk_desk_export_reminders:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @filename: the file to write, `.xlsx`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `EXPORT`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Writes whom to remind, for whoever deals with single papers there: by name where this person may see names, else how many
 * in which department. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_reminders (TnkDesk *self,
                           const char *campaign_id,
                           const char *department_id,
                           const char *filename,
                           GCancellable *cancellable,
                           GError **error)
{
  TnkBookTarget target = {.filename = filename};
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && filename != NULL, FALSE);

  target.store = self->store;
  if (!tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, &scope, error) || !tnk_book_target_check (&target, error))
    return FALSE;
  turnout = tnk_desk_load_turnout (self, campaign_id, department_id, TRUE, cancellable, error);
  today = tnk_store_dup_today (self->store);
  return turnout != NULL && tnk_reminders_write (turnout, -1, tnk_store_get_body_name (self->store), today, filename, cancellable, error);
}

/**
 * tnk_desk_export_record:
 * @self: a desk
 * @record_id: the number of a record
 * @filename: the file to write, `.xlsx`
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `EXPORT`, `NOT_FOUND` or `STORE`
 *
 * Writes an application or a report as its form lays it out, for whoever may see it. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_record (TnkDesk *self,
                        const char *record_id,
                        const char *filename,
                        GError **error)
{
  TnkBookTarget target = {.filename = filename};
  g_autoptr (TnkRecordView) view = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && record_id != NULL && filename != NULL, FALSE);

  target.store = self->store;
  view = tnk_desk_load_record (self, record_id, error);
  return view != NULL && tnk_book_write_record (tnk_record_view_get_record (view), &target, error);
}

/**
 * tnk_desk_export_exceptions:
 * @self: a desk
 * @filename: the file to write, `.xlsx`
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `EXPORT` or `STORE`
 *
 * Writes the register of those exceptions that this person may see, those that end first before the others. Whole or not
 * at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_exceptions (TnkDesk *self,
                            const char *filename,
                            GError **error)
{
  TnkBookTarget target = {.filename = filename};
  g_autoptr (GPtrArray) exceptions = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && filename != NULL, FALSE);

  target.store = self->store;
  exceptions = tnk_desk_list_exceptions (self, error);
  return exceptions != NULL && tnk_book_write_exceptions (exceptions, &target, error);
}
