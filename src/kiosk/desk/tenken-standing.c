/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-standing.h"

#include <math.h>

gboolean
tenken_standing_load (TenkenStanding *self,
                      TnkDesk *desk,
                      const TenkenDeskQuery *query,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GError) local = NULL;
  TnkDepartment *department;

  self->department = -1;
  self->now = tnk_desk_load_tally (desk, query->campaign_id, query->department_id, cancellable, error);
  if (self->now == NULL)
    return FALSE;
  self->before = tnk_desk_load_previous_tally (desk, query->campaign_id, query->department_id, cancellable, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  self->score = tnk_tally_score_organisation (self->now);
  if (self->before != NULL)
    self->score_before = tnk_tally_score_organisation (self->before);
  department = query->department_id != NULL ? tnk_body_lookup_department (tnk_tally_get_body (self->now), query->department_id) : NULL;
  if (department != NULL)
    self->department = tnk_department_get_index (department);
  return TRUE;
}

void
tenken_standing_clear (TenkenStanding *self)
{
  g_clear_object (&self->now);
  g_clear_object (&self->before);
  g_clear_object (&self->score);
  g_clear_object (&self->score_before);
}

TnkCampaign *
tenken_standing_get_campaign (const TenkenStanding *self)
{
  return tnk_tally_get_campaign (self->now);
}

TnkCatalog *
tenken_standing_get_catalog (const TenkenStanding *self)
{
  return tnk_campaign_get_catalog (tenken_standing_get_campaign (self));
}

/* The tally of that time, and its catalog; NULL where there was none. */
static TnkTally *
get_tally (const TenkenStanding *self,
           gboolean before,
           TnkCatalog **catalog)
{
  TnkTally *tally = before ? self->before : self->now;

  if (tally != NULL)
    *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  return tally;
}

TnkScore *
tenken_standing_score_chapter (const TenkenStanding *self,
                               TnkChapter *chapter,
                               gboolean before)
{
  TnkCatalog *catalog;
  TnkTally *tally = get_tally (self, before, &catalog);
  TnkChapter *there = tally != NULL ? tnk_catalog_lookup_chapter (catalog, tnk_chapter_get_id (chapter)) : NULL;

  return there != NULL ? tnk_tally_score_chapter (tally, tnk_chapter_get_index (there)) : NULL;
}

TnkScore *
tenken_standing_score_role (const TenkenStanding *self,
                            TnkRole *role,
                            gboolean before)
{
  TnkCatalog *catalog;
  TnkTally *tally = get_tally (self, before, &catalog);
  TnkRole *there = tally != NULL ? tnk_catalog_lookup_role (catalog, tnk_role_get_id (role)) : NULL;

  return there != NULL ? tnk_tally_score_role (tally, tnk_role_get_index (there)) : NULL;
}

TnkScore *
tenken_standing_score_department (const TenkenStanding *self,
                                  TnkDepartment *department,
                                  gboolean before)
{
  TnkCatalog *catalog;
  TnkTally *tally = get_tally (self, before, &catalog);
  TnkDepartment *there = tally != NULL ? tnk_body_lookup_department (tnk_tally_get_body (tally), tnk_department_get_id (department)) : NULL;

  return there != NULL ? tnk_tally_score_department (tally, tnk_department_get_index (there)) : NULL;
}

double
tenken_standing_score_control (const TenkenStanding *self,
                               TnkControl *control,
                               TnkDepartment *department,
                               TnkRole *role,
                               gboolean before,
                               TnkCounts *counts)
{
  TnkCatalog *catalog;
  TnkTally *tally = get_tally (self, before, &catalog);
  int of_department = -1, of_role = -1;
  TnkControl *there;

  *counts = (TnkCounts){0};
  there = tally != NULL ? tnk_catalog_lookup_control (catalog, tnk_control_get_id (control)) : NULL;
  if (department != NULL && tally != NULL)
    department = tnk_body_lookup_department (tnk_tally_get_body (tally), tnk_department_get_id (department));
  if (role != NULL && tally != NULL)
    role = tnk_catalog_lookup_role (catalog, tnk_role_get_id (role));
  if (there == NULL || !tnk_campaign_requires (tnk_tally_get_campaign (tally), there))
    return NAN;
  if (department != NULL)
    of_department = tnk_department_get_index (department);
  if (role != NULL)
    of_role = tnk_role_get_index (role);
  tnk_tally_count_control (tally, of_department, of_role, tnk_control_get_index (there), counts);
  return counts->denominator > 0 ? 50.0 * counts->half_points / counts->denominator : NAN;
}

double
tenken_score_get_figure (TnkScore *score)
{
  return score != NULL && tnk_score_is_defined (score) ? tnk_score_get_score (score) : NAN;
}
