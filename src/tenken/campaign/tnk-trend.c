/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-trend.h"

#include "tnk-revision.h"

/* The figures of one campaign; where the last campaign has no such chapter or control, and where this one does not require the
 * control, there is none. */
typedef struct
{
  TnkTally *tally;
  TnkScore *score;
  GPtrArray *chapters; /* (element-type TnkScore), by chapter of the last catalog; NULL entries */
  GPtrArray *controls;
  gboolean *broken; /* by control of the last catalog: it asks something else than in the campaign before */
} Point;

struct _TnkTrend
{
  GObject parent_instance;

  GPtrArray *points;
  TnkCatalog *catalog; /* of the last campaign */
};

G_DEFINE_FINAL_TYPE (TnkTrend, tnk_trend, G_TYPE_OBJECT)

static void
unref_score (gpointer score)
{
  if (score != NULL)
    g_object_unref (score);
}

static void
point_free (gpointer data)
{
  Point *self = data;

  g_clear_object (&self->score);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_object (&self->tally);
  g_free (self->broken);
  g_free (self);
}

static void
tnk_trend_finalize (GObject *object)
{
  TnkTrend *self = TNK_TREND (object);

  g_ptr_array_unref (self->points);
  g_clear_object (&self->catalog);
  G_OBJECT_CLASS (tnk_trend_parent_class)->finalize (object);
}

static void
tnk_trend_class_init (TnkTrendClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_trend_finalize;
}

static void
tnk_trend_init (TnkTrend *self)
{
  self->points = g_ptr_array_new_with_free_func (point_free);
}

static TnkCatalog *
catalog_of (Point *point)
{
  return tnk_campaign_get_catalog (tnk_tally_get_campaign (point->tally));
}

/* A campaign that did not have the department says nothing about it. */
static gboolean
find_department (TnkTally *tally,
                 const char *department_id,
                 int *index)
{
  TnkDepartment *department;

  *index = -1;
  if (department_id == NULL)
    return TRUE;
  department = tnk_body_lookup_department (tnk_tally_get_body (tally), department_id);
  if (department != NULL)
    *index = tnk_department_get_index (department);
  return department != NULL;
}

static GPtrArray *
score_chapters (TnkTrend *self,
                Point *point,
                int department)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func (unref_score);

  for (guint i = 0; i < tnk_catalog_get_n_chapters (self->catalog); i++) {
    const char *id = tnk_chapter_get_id (tnk_catalog_get_chapter (self->catalog, i));
    TnkChapter *chapter = tnk_catalog_lookup_chapter (catalog_of (point), id);

    g_ptr_array_add (scores, chapter == NULL ? NULL
                                             : tnk_tally_score_part (point->tally, department, TNK_SCOPE_KIND_CHAPTER,
                                                                     tnk_chapter_get_index (chapter), "ja"));
  }
  return scores;
}

static GPtrArray *
score_controls (Point *point,
                TnkControl **controls,
                guint n_controls,
                int department)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func (unref_score);
  TnkCampaign *campaign = tnk_tally_get_campaign (point->tally);

  for (guint i = 0; i < n_controls; i++) {
    gboolean required = controls[i] != NULL && tnk_campaign_requires (campaign, controls[i]);

    g_ptr_array_add (scores, !required ? NULL
                                       : tnk_tally_score_part (point->tally, department, TNK_SCOPE_KIND_CONTROL,
                                                               tnk_control_get_index (controls[i]), "ja"));
  }
  return scores;
}

/* Takes each control a campaign further back, to what it was there, and notes where it began to ask something else. */
static void
go_back (Point *point,
         Point *before,
         TnkControl **controls,
         guint n_controls)
{
  for (guint i = 0; i < n_controls; i++) {
    TnkRevisionKind kind;

    if (controls[i] == NULL)
      continue;
    controls[i] = tnk_catalog_trace_control (catalog_of (point), controls[i], catalog_of (before), &kind);
    point->broken[i] = controls[i] != NULL && kind == TNK_REVISION_KIND_REWORDED;
  }
}

/* From the last campaign back, since its controls are those that are shown. */
static void
follow_controls (TnkTrend *self,
                 const char *department_id)
{
  guint n = tnk_catalog_get_n_controls (self->catalog);
  g_autofree TnkControl **controls = g_new (TnkControl *, n);

  for (guint i = 0; i < n; i++)
    controls[i] = tnk_catalog_get_control (self->catalog, i);
  for (guint p = self->points->len; p-- > 0;) {
    Point *point = g_ptr_array_index (self->points, p);
    int department = -1;

    find_department (point->tally, department_id, &department);
    point->broken = g_new0 (gboolean, n + 1);
    point->controls = score_controls (point, controls, n, department);
    if (p > 0)
      go_back (point, g_ptr_array_index (self->points, p - 1), controls, n);
  }
}

static void
add_point (TnkTrend *self,
           TnkTally *tally,
           const char *department_id)
{
  Point *point;
  int department;

  if (!find_department (tally, department_id, &department))
    return;
  point = g_new0 (Point, 1);
  point->tally = g_object_ref (tally);
  point->score = department < 0 ? tnk_tally_score_organisation (tally) : tnk_tally_score_department (tally, department);
  point->chapters = score_chapters (self, point, department);
  g_ptr_array_add (self->points, point);
}

/**
 * tnk_trend_new:
 * @tallies: (element-type TnkTally): the counted answers of campaigns, the oldest first, each of which follows the one before,
 *   see [method@Catalog.follows]; at least one
 * @department_id: (nullable): a department with all below it, or `NULL` for all that was counted. A campaign that did not
 *   have it is left out
 *
 * Works out how the figures went.
 *
 * Returns: (transfer full): the trend
 *
 * Since: 0.1
 */
TnkTrend *
tnk_trend_new (GPtrArray *tallies,
               const char *department_id)
{
  TnkTrend *self;

  g_return_val_if_fail (tallies != NULL && tallies->len > 0, NULL);

  self = g_object_new (TNK_TYPE_TREND, NULL);
  g_set_object (&self->catalog, tnk_campaign_get_catalog (tnk_tally_get_campaign (tallies->pdata[tallies->len - 1])));
  for (guint i = 0; i < tallies->len; i++)
    add_point (self, g_ptr_array_index (tallies, i), department_id);
  follow_controls (self, department_id);
  return self;
}

/**
 * tnk_trend_get_n_points:
 * @self: a trend
 *
 * Gets how many campaigns there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_trend_get_n_points (TnkTrend *self)
{
  g_return_val_if_fail (TNK_IS_TREND (self), 0);
  return self->points->len;
}

static Point *
point_at (TnkTrend *self,
          guint point)
{
  g_return_val_if_fail (TNK_IS_TREND (self) && point < self->points->len, NULL);
  return g_ptr_array_index (self->points, point);
}

/**
 * tnk_trend_get_campaign:
 * @self: a trend
 * @point: which one, 0 for the oldest
 *
 * Gets a campaign.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_trend_get_campaign (TnkTrend *self,
                        guint point)
{
  Point *entry = point_at (self, point);

  return entry != NULL ? tnk_tally_get_campaign (entry->tally) : NULL;
}

/**
 * tnk_trend_get_score:
 * @self: a trend
 * @point: which campaign, 0 for the oldest
 *
 * Gets the figures of the body or the department in a campaign.
 *
 * Returns: (transfer none): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_trend_get_score (TnkTrend *self,
                     guint point)
{
  Point *entry = point_at (self, point);

  return entry != NULL ? entry->score : NULL;
}

/**
 * tnk_trend_get_chapter_score:
 * @self: a trend
 * @point: which campaign, 0 for the oldest
 * @chapter: the index of a chapter in the catalog of the last campaign
 *
 * Gets the figures of a chapter in a campaign.
 *
 * Returns: (transfer none) (nullable): the score, or `NULL` if the catalog of that campaign has no such chapter
 *
 * Since: 0.1
 */
TnkScore *
tnk_trend_get_chapter_score (TnkTrend *self,
                             guint point,
                             guint chapter)
{
  Point *entry = point_at (self, point);

  g_return_val_if_fail (entry != NULL && chapter < entry->chapters->len, NULL);
  return g_ptr_array_index (entry->chapters, chapter);
}

/**
 * tnk_trend_get_control_score:
 * @self: a trend
 * @point: which campaign, 0 for the oldest
 * @control: the index of a control in the catalog of the last campaign
 *
 * Gets the figures of a control in a campaign.
 *
 * Returns: (transfer none) (nullable): the score, or `NULL` if that campaign does not require the control
 *
 * Since: 0.1
 */
TnkScore *
tnk_trend_get_control_score (TnkTrend *self,
                             guint point,
                             guint control)
{
  Point *entry = point_at (self, point);

  g_return_val_if_fail (entry != NULL && control < entry->controls->len, NULL);
  return g_ptr_array_index (entry->controls, control);
}

/**
 * tnk_trend_is_broken:
 * @self: a trend
 * @point: which campaign, 0 for the oldest
 * @control: the index of a control in the catalog of the last campaign
 *
 * Asks whether a control asks something else than in the campaign before, so that no line may join the two.
 *
 * Returns: `TRUE` if its wording, its questions or those whose duty it is changed
 *
 * Since: 0.1
 */
gboolean
tnk_trend_is_broken (TnkTrend *self,
                     guint point,
                     guint control)
{
  Point *entry = point_at (self, point);

  g_return_val_if_fail (entry != NULL && control < entry->controls->len, FALSE);
  return entry->broken[control];
}
