/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-books-private.h"

#include <glib/gstdio.h>

#include "tnk-audit-report.h"
#include "tnk-department-report.h"
#include "tnk-error.h"
#include "tnk-exception-report.h"
#include "tnk-person-report.h"
#include "tnk-plan-sheet.h"
#include "tnk-record-report.h"
#include "tnk-scorecard.h"
#include "tnk-store-audit.h"

void
tnk_book_sources_clear (TnkBookSources *self)
{
  g_clear_object (&self->tally);
  g_clear_object (&self->previous);
  g_clear_object (&self->plan);
  g_clear_object (&self->trend);
  g_clear_pointer (&self->exceptions, g_ptr_array_unref);
  g_clear_object (&self->turnout);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->audits, g_ptr_array_unref);
}

gboolean
tnk_book_target_check (const TnkBookTarget *self,
                       GError **error)
{
  GStatBuf ours, theirs;

  if (g_stat (tnk_store_get_name (self->store), &ours) != 0 || g_stat (self->filename, &theirs) != 0 || ours.st_dev != theirs.st_dev ||
      ours.st_ino != theirs.st_ino)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "%s: this is the store itself; name another file", self->filename);
  return FALSE;
}

static gboolean
throw_no_department (TnkCampaign *campaign,
                     const char *department_id,
                     GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no department “%s”", tnk_campaign_get_id (campaign),
               department_id);
  return FALSE;
}

gboolean
tnk_book_write_scorecard (const TnkBookSources *sources,
                          const TnkBookTarget *target,
                          GError **error)
{
  g_autoptr (TnkScorecard) scorecard = NULL;
  g_autofree char *today = tnk_store_dup_today (target->store);

  if (!tnk_book_target_check (target, error))
    return FALSE;
  scorecard = tnk_scorecard_new (sources->tally);
  tnk_scorecard_set_body_name (scorecard, tnk_store_get_body_name (target->store));
  tnk_scorecard_set_classification (scorecard, target->classification);
  tnk_scorecard_set_made_on (scorecard, today);
  tnk_scorecard_set_source (scorecard, tnk_store_get_name (target->store));
  tnk_scorecard_set_previous (scorecard, sources->previous);
  tnk_scorecard_set_plan (scorecard, sources->plan);
  tnk_scorecard_set_exceptions (scorecard, sources->exceptions);
  tnk_scorecard_set_trend (scorecard, sources->trend);
  tnk_scorecard_set_audits (scorecard, sources->audits);
  return tnk_scorecard_write (scorecard, target->filename, target->progress, target->progress_data, target->cancellable,
                              target->n_cells, error);
}

gboolean
tnk_book_write_department (const TnkBookSources *sources,
                           const char *department_id,
                           const TnkBookTarget *target,
                           GError **error)
{
  TnkDepartment *department = tnk_body_lookup_department (tnk_tally_get_body (sources->tally), department_id);
  g_autoptr (TnkDepartmentReport) report = NULL;
  g_autofree char *today = tnk_store_dup_today (target->store);

  if (department == NULL)
    return throw_no_department (tnk_tally_get_campaign (sources->tally), department_id, error);
  if (!tnk_book_target_check (target, error))
    return FALSE;
  report = tnk_department_report_new (sources->tally, tnk_department_get_index (department));
  tnk_department_report_set_body_name (report, tnk_store_get_body_name (target->store));
  tnk_department_report_set_classification (report, target->classification);
  tnk_department_report_set_made_on (report, today);
  tnk_department_report_set_previous (report, sources->previous);
  tnk_department_report_set_plan (report, sources->plan);
  tnk_department_report_set_turnout (report, sources->turnout);
  tnk_department_report_set_comments (report, sources->comments);
  return tnk_department_report_write (report, target->filename, target->progress, target->progress_data, target->cancellable,
                                      target->n_cells, error);
}

gboolean
tnk_book_write_person (TnkQuestionnaire *questionnaire,
                       const TnkBookTarget *target,
                       GError **error)
{
  const char *person_id = tnk_questionnaire_get_person_id (questionnaire);
  g_autoptr (TnkBody) body = tnk_store_load_body (target->store, error);
  g_autofree char *today = tnk_store_dup_today (target->store);
  TnkPerson *person;

  if (body == NULL || !tnk_book_target_check (target, error))
    return FALSE;
  /* Somebody who left since is still known by the number. */
  person = tnk_body_lookup_person (body, person_id);
  return tnk_person_report_write (questionnaire, person != NULL ? tnk_person_get_name (person) : person_id,
                                  person != NULL ? tnk_department_get_name (tnk_person_get_department (person)) : "",
                                  tnk_store_get_body_name (target->store), today, target->filename, target->n_cells, error);
}

GPtrArray *
tnk_book_list_audits (TnkStore *store,
                      const char *campaign_id,
                      GError **error)
{
  g_autoptr (GPtrArray) audits = tnk_store_list_audits (store, campaign_id, error);
  g_autoptr (GPtrArray) books = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; audits != NULL && i < audits->len; i++) {
    TnkAuditBook *book;

    if (tnk_audit_get_state (audits->pdata[i]) < TNK_AUDIT_STATE_UNDER_WAY)
      continue;
    book = tnk_store_load_audit (store, tnk_audit_get_id (audits->pdata[i]), error);
    if (book == NULL)
      return NULL;
    g_ptr_array_add (books, book);
  }
  return audits != NULL ? g_steal_pointer (&books) : NULL;
}

gboolean
tnk_book_write_audit (TnkAuditBook *book,
                      const TnkBookTarget *target,
                      GError **error)
{
  TnkCampaign *campaign = tnk_audit_get_campaign (tnk_audit_book_get_audit (book));
  g_autofree char *today = tnk_store_dup_today (target->store);
  g_autoptr (TnkAuditReport) report = NULL;
  g_autoptr (TnkBody) roster = NULL;
  g_autoptr (TnkTally) tally = NULL;

  if (!tnk_book_target_check (target, error))
    return FALSE;
  roster = tnk_store_load_body (target->store, error);
  tally = roster != NULL ? tnk_store_tally (target->store, tnk_campaign_get_id (campaign), target->cancellable, error) : NULL;
  if (tally == NULL)
    return FALSE;
  report = tnk_audit_report_new (book, tally);
  tnk_audit_report_set_roster (report, roster);
  tnk_audit_report_set_body_name (report, tnk_store_get_body_name (target->store));
  tnk_audit_report_set_classification (report, target->classification);
  tnk_audit_report_set_made_on (report, today);
  tnk_audit_report_set_source (report, tnk_store_get_name (target->store));
  return tnk_audit_report_write (report, target->filename, target->progress, target->progress_data, target->cancellable, target->n_cells, error);
}

gboolean
tnk_book_write_plan (TnkPlan *plan,
                     const char *department_id,
                     const TnkBookTarget *target,
                     GError **error)
{
  TnkDepartment *department = department_id != NULL ? tnk_body_lookup_department (tnk_plan_get_body (plan), department_id) : NULL;
  g_autofree char *today = tnk_store_dup_today (target->store);

  if (department_id != NULL && department == NULL)
    return throw_no_department (tnk_plan_get_campaign (plan), department_id, error);
  return tnk_book_target_check (target, error) &&
         tnk_plan_write (plan, department != NULL ? (int) tnk_department_get_index (department) : -1, tnk_store_get_body_name (target->store), today,
                         target->filename, target->cancellable, target->n_cells, error);
}

gboolean
tnk_book_write_record (TnkRecord *record,
                       const TnkBookTarget *target,
                       GError **error)
{
  g_autofree char *today = tnk_store_dup_today (target->store);

  return tnk_book_target_check (target, error) &&
         tnk_record_report_write (record, tnk_store_get_body_name (target->store), today, target->classification, target->filename, target->n_cells,
                                  error);
}

/* The clauses are those of the newest campaign; before there is one, the ids of the controls say enough. */
static gboolean
find_catalog (TnkStore *store,
              TnkCatalog **catalog,
              GError **error)
{
  g_autoptr (GPtrArray) campaigns = tnk_store_list_campaigns (store, error);

  if (campaigns == NULL)
    return FALSE;
  *catalog = campaigns->len > 0 ? g_object_ref (tnk_campaign_get_catalog (campaigns->pdata[campaigns->len - 1])) : NULL;
  return TRUE;
}

gboolean
tnk_book_write_exceptions (GPtrArray *exceptions,
                           const TnkBookTarget *target,
                           GError **error)
{
  g_autofree char *today = tnk_store_dup_today (target->store);
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (TnkCatalog) catalog = NULL;

  if (!tnk_book_target_check (target, error) || !find_catalog (target->store, &catalog, error))
    return FALSE;
  body = tnk_store_load_body (target->store, error);
  return body != NULL && tnk_exception_report_write (exceptions, body, catalog, tnk_store_get_body_name (target->store), today, target->filename,
                                                     target->n_cells, error);
}
