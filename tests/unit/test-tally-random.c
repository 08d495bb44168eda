/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <math.h>

#include "tnk-tally.h"

/* Every figure of random bodies, worked out anew from section 5 of the design, person by person and without any of the
 * tally's sums. tests/property does the same from outside with exact fractions. */

typedef struct
{
  guint department;
  guint64 roles;
  gboolean submitted;
  TnkAnswerValue *answers; /* by duty; only those of who submitted count */
} Person;

typedef struct
{
  TnkCatalog *catalog;
  TnkCampaign *campaign;
  TnkBody *body;
  Person *people;
  guint n_people;
} World;

/* What is asked about: -1 stands for everything. */
typedef struct
{
  int department;
  int chapter;
  int role;
  int control;
  guint section; /* one more than its index; 0 for everything */
} Scope;

typedef struct
{
  guint items, answered, values[TNK_N_ANSWER_VALUES];
  guint controls, full, rated, attained;
  guint asked, submitted;
  double weighted, weights;
  gboolean critical_gap;
} Naive;

static void
world_clear (World *self)
{
  for (guint i = 0; i < self->n_people; i++)
    g_free (self->people[i].answers);
  g_free (self->people);
  g_assert_finalize_object (self->campaign);
  g_assert_finalize_object (self->body);
}

/* Answers tend towards one value in each world, so that full, empty and mixed controls all occur. */
static TnkAnswerValue
random_answer (TnkAnswerValue tendency)
{
  return g_test_rand_int_range (0, 3) > 0 ? tendency : (TnkAnswerValue) g_test_rand_int_range (0, TNK_N_ANSWER_VALUES);
}

static void
random_campaign (World *self)
{
  self->campaign = tnk_campaign_new ("2026", self->catalog);
  tnk_campaign_set_state (self->campaign, g_test_rand_int_range (0, 3));
  tnk_campaign_set_asks_informed (self->campaign, g_test_rand_bit ());
  if (g_test_rand_bit ())
    g_assert_true (tnk_campaign_set_attainment_line (self->campaign, g_test_rand_int_range (1, 101), NULL));
  for (guint i = 0; i < tnk_catalog_get_n_controls (self->catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, i);
    if (tnk_control_get_level (control) == TNK_LEVEL_RECOMMENDED && g_test_rand_bit ())
      g_assert_true (tnk_campaign_adopt (self->campaign, tnk_control_get_id (control), NULL));
    if (g_test_rand_int_range (0, 6) == 0)
      g_assert_true (tnk_campaign_leave_out (self->campaign, tnk_control_get_id (control), "試験", NULL));
  }
}

static void
random_world (World *self,
              TnkCatalog *catalog,
              guint most_people)
{
  guint n_departments = g_test_rand_int_range (1, 12);
  g_autofree int *parents = g_new (int, n_departments);
  TnkAnswerValue tendency = g_test_rand_int_range (0, TNK_N_ANSWER_VALUES);

  self->catalog = catalog;
  random_campaign (self);
  for (guint i = 0; i < n_departments; i++)
    parents[i] = g_test_rand_int_range (-1, i);
  self->body = tnk_test_body (parents, n_departments);
  self->n_people = g_test_rand_int_range (0, most_people + 1);
  self->people = g_new0 (Person, self->n_people);
  for (guint i = 0; i < self->n_people; i++) {
    Person *person = &self->people[i];
    person->department = g_test_rand_int_range (0, n_departments);
    person->submitted = g_test_rand_int_range (0, 4) > 0;
    for (guint r = 0; r < tnk_catalog_get_n_roles (catalog); r++)
      if (g_test_rand_int_range (0, 3) == 0)
        person->roles |= G_GUINT64_CONSTANT (1) << r;
    person->answers = g_new0 (TnkAnswerValue, tnk_catalog_get_n_duties (catalog));
    for (guint d = 0; d < tnk_catalog_get_n_duties (catalog); d++)
      person->answers[d] = random_answer (tendency);
  }
}

static gboolean
holds (Person *person,
       TnkDuty *duty)
{
  return (person->roles >> tnk_role_get_index (tnk_duty_get_role (duty))) & 1;
}

static TnkTally *
tally_of (World *self)
{
  TnkTally *tally = tnk_tally_new (self->campaign, self->body);

  for (guint i = 0; i < self->n_people; i++) {
    Person *person = &self->people[i];

    tnk_tally_add_people (tally, person->department, person->roles, 1, person->submitted);
    for (guint d = 0; d < tnk_catalog_get_n_duties (self->catalog); d++)
      if (person->submitted && holds (person, tnk_catalog_get_duty (self->catalog, d)) &&
          person->answers[d] != TNK_ANSWER_VALUE_UNANSWERED)
        tnk_tally_add_answers (tally, person->department, d, person->answers[d], 1);
  }
  return tally;
}

static gboolean
is_item (World *self,
         const Scope *scope,
         Person *person,
         TnkDuty *duty)
{
  TnkControl *control = tnk_duty_get_control (duty);

  if (scope->department >= 0 &&
      !tnk_department_is_within (tnk_body_get_department (self->body, person->department),
                                 tnk_body_get_department (self->body, scope->department)))
    return FALSE;
  if (scope->chapter >= 0 && tnk_control_get_chapter_index (control) != (guint) scope->chapter)
    return FALSE;
  if (scope->role >= 0 && tnk_role_get_index (tnk_duty_get_role (duty)) != (guint) scope->role)
    return FALSE;
  if (scope->control >= 0 && tnk_control_get_index (control) != (guint) scope->control)
    return FALSE;
  if (scope->section > 0 && tnk_control_get_section_index (control) != scope->section - 1)
    return FALSE;
  return holds (person, duty) && tnk_duty_is_scored (duty) && tnk_campaign_requires (self->campaign, control);
}

static void
add_control (World *self,
             TnkControl *control,
             const guint *values,
             guint items,
             Naive *naive)
{
  gboolean closed = tnk_campaign_get_state (self->campaign) == TNK_CAMPAIGN_STATE_CLOSED;
  guint rated = values[TNK_ANSWER_VALUE_IMPLEMENTED] + values[TNK_ANSWER_VALUE_PARTIAL] + values[TNK_ANSWER_VALUE_NOT_IMPLEMENTED];
  guint n = rated + (closed ? values[TNK_ANSWER_VALUE_UNANSWERED] : 0);
  guint half_points = 2 * values[TNK_ANSWER_VALUE_IMPLEMENTED] + values[TNK_ANSWER_VALUE_PARTIAL];

  naive->items += items;
  naive->answered += items - values[TNK_ANSWER_VALUE_UNANSWERED];
  for (guint v = 0; v < TNK_N_ANSWER_VALUES; v++)
    naive->values[v] += values[v];
  if (rated > 0) {
    naive->rated++;
    /* the lines are whole numbers here, so this is exact */
    naive->attained += 100 * values[TNK_ANSWER_VALUE_IMPLEMENTED] >= (guint) tnk_campaign_get_attainment_line (self->campaign) * rated;
  }
  if (n == 0)
    return;
  naive->controls++;
  naive->full += half_points == 2 * n;
  naive->critical_gap |= half_points < 2 * n && tnk_control_is_critical (control);
  naive->weighted += tnk_control_get_weight (control) * (half_points / (2.0 * n));
  naive->weights += tnk_control_get_weight (control);
}

static Naive
work_out (World *self,
          const Scope *scope)
{
  Naive naive = {0};
  g_autofree gboolean *asked = g_new0 (gboolean, self->n_people + 1);

  for (guint c = 0; c < tnk_catalog_get_n_controls (self->catalog); c++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, c);
    guint values[TNK_N_ANSWER_VALUES] = {0}, items = 0;

    for (guint d = 0; d < tnk_control_get_n_duties (control); d++)
      for (guint i = 0; i < self->n_people; i++) {
        TnkDuty *duty = tnk_control_get_duty (control, d);
        Person *person = &self->people[i];

        if (!is_item (self, scope, person, duty))
          continue;
        asked[i] = TRUE;
        items++;
        values[person->submitted ? person->answers[tnk_duty_get_index (duty)] : TNK_ANSWER_VALUE_UNANSWERED]++;
      }
    add_control (self, control, values, items, &naive);
  }
  for (guint i = 0; i < self->n_people; i++) {
    naive.asked += asked[i];
    naive.submitted += asked[i] && self->people[i].submitted;
  }
  return naive;
}

static char
grade_of (World *self,
          double score,
          gboolean critical_gap)
{
  char grade = 'A';

  while (grade < 'D' && score < tnk_campaign_get_grade_line (self->campaign, grade) - 1e-9)
    grade++;
  return critical_gap ? MAX (grade, 'C') : grade;
}

/* Consumes the score. */
static void
assert_agrees (World *self,
               const Scope *scope,
               TnkScore *score)
{
  Naive naive = work_out (self, scope);
  double expected = naive.weights > 0 ? 100 * naive.weighted / naive.weights : NAN;

  g_assert_cmpint (tnk_score_get_count (score, "items"), ==, naive.items);
  g_assert_cmpint (tnk_score_get_count (score, "answered"), ==, naive.answered);
  for (guint v = TNK_ANSWER_VALUE_IMPLEMENTED; v < TNK_N_ANSWER_VALUES; v++)
    g_assert_cmpint (tnk_score_get_count (score, tnk_answer_value_to_string (v)), ==, naive.values[v]);
  g_assert_cmpint (tnk_score_get_count (score, "controls"), ==, naive.controls);
  g_assert_cmpint (tnk_score_get_count (score, "controls_full"), ==, naive.full);
  g_assert_cmpint (tnk_score_get_count (score, "controls_gap"), ==, naive.controls - naive.full);
  g_assert_cmpint (tnk_score_get_count (score, "controls_rated"), ==, naive.rated);
  g_assert_cmpint (tnk_score_get_count (score, "controls_attained"), ==, naive.attained);
  g_assert_cmpint (tnk_score_get_count (score, "people_asked"), ==, naive.asked);
  g_assert_cmpint (tnk_score_get_count (score, "people_submitted"), ==, naive.submitted);
  g_assert_cmpint (tnk_score_is_defined (score), ==, naive.controls > 0);
  if (naive.controls > 0) {
    g_assert_cmpfloat_with_epsilon (tnk_score_get_score (score), expected, 1e-9);
    g_assert_cmpint (tnk_score_get_grade (score), ==, grade_of (self, expected, naive.critical_gap));
  } else
    g_assert_cmpint (tnk_score_get_grade (score), ==, 0);
  g_assert_finalize_object (score);
}

static void
assert_world (World *self)
{
  TnkTally *tally = tally_of (self);
  guint n_chapters = tnk_catalog_get_n_chapters (self->catalog);
  /* Of the large catalog some controls are enough. */
  guint n_controls_apart = 1 + tnk_catalog_get_n_controls (self->catalog) / 20;

  assert_agrees (self, &(Scope){-1, -1, -1, -1, 0}, tnk_tally_score_organisation (tally));
  for (int d = 0; d < (int) tnk_body_get_n_departments (self->body); d++) {
    assert_agrees (self, &(Scope){d, -1, -1, -1, 0}, tnk_tally_score_department (tally, d));
    for (int c = 0; c < (int) n_chapters; c++)
      assert_agrees (self, &(Scope){d, c, -1, -1, 0}, tnk_tally_score_department_chapter (tally, d, c));
    for (int r = 0; r < (int) tnk_catalog_get_n_roles (self->catalog); r++)
      assert_agrees (self, &(Scope){d, -1, r, -1, 0}, tnk_tally_score_part (tally, d, TNK_SCOPE_KIND_ROLE, r, NULL));
    for (int c = 0; c < (int) tnk_catalog_get_n_controls (self->catalog); c += n_controls_apart)
      assert_agrees (self, &(Scope){d, -1, -1, c, 0}, tnk_tally_score_part (tally, d, TNK_SCOPE_KIND_CONTROL, c, NULL));
  }
  for (int c = 0; c < (int) n_chapters; c++)
    assert_agrees (self, &(Scope){-1, c, -1, -1, 0}, tnk_tally_score_chapter (tally, c));
  for (guint s = 0; s < tnk_catalog_get_n_sections (self->catalog); s++)
    assert_agrees (self, &(Scope){-1, -1, -1, -1, s + 1}, tnk_tally_score_part (tally, -1, TNK_SCOPE_KIND_SECTION, s, "en"));
  for (int r = 0; r < (int) tnk_catalog_get_n_roles (self->catalog); r++)
    assert_agrees (self, &(Scope){-1, -1, r, -1, 0}, tnk_tally_score_role (tally, r));
  for (int c = 0; c < (int) tnk_catalog_get_n_controls (self->catalog); c++)
    assert_agrees (self, &(Scope){-1, -1, -1, c, 0}, tnk_tally_score_control (tally, c));
  g_assert_finalize_object (tally);
}

static void
test_small_worlds (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  for (guint round = 0; round < (g_test_slow () ? 1000 : 200); round++) {
    World world = {0};

    random_world (&world, catalog, 30);
    assert_world (&world);
    world_clear (&world);
    if (g_test_failed ())
      return;
  }
}

/* The catalog that ships, with all its roles and weights. */
static void
test_mic_2020_worlds (void)
{
  g_autofree char *filename = tnk_test_shipped ("catalogs/mic-2020.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  for (guint round = 0; catalog != NULL && round < 3; round++) {
    World world = {0};

    random_world (&world, catalog, 25);
    assert_world (&world);
    world_clear (&world);
  }
}

static void
add_counts (TnkCounts *sum,
            const TnkCounts *part,
            int sign)
{
  sum->items += sign * part->items;
  sum->implemented += sign * part->implemented;
  sum->partial += sign * part->partial;
  sum->not_implemented += sign * part->not_implemented;
  sum->not_applicable += sign * part->not_applicable;
  sum->excepted += sign * part->excepted;
  sum->half_points += sign * part->half_points;
  sum->denominator += sign * part->denominator;
}

/* What people of a department itself, and of each one right below it, gave makes up its subtree; so do the roles. */
static void
assert_parts (World *self,
              TnkTally *tally,
              guint department,
              guint control)
{
  TnkDepartment *entry = tnk_body_get_department (self->body, department);
  TnkCounts whole, by_role = {0}, own = {0};
  guint items = 0;

  tnk_tally_count_control (tally, department, -1, control, &whole);
  own = whole;
  for (guint d = 0; d < tnk_body_get_n_departments (self->body); d++) {
    TnkCounts part;
    if (tnk_department_get_parent (tnk_body_get_department (self->body, d)) != entry)
      continue;
    tnk_tally_count_control (tally, d, -1, control, &part);
    add_counts (&own, &part, -1);
  }
  for (guint r = 0; r < tnk_catalog_get_n_roles (self->catalog); r++) {
    TnkCounts part;
    tnk_tally_count_control (tally, department, r, control, &part);
    add_counts (&by_role, &part, 1);
  }
  for (guint i = 0; i < self->n_people; i++)
    for (guint p = 0; p < tnk_control_get_n_duties (tnk_catalog_get_control (self->catalog, control)); p++) {
      TnkDuty *duty = tnk_control_get_duty (tnk_catalog_get_control (self->catalog, control), p);
      items += self->people[i].department == department && tnk_duty_is_scored (duty) && holds (&self->people[i], duty);
    }
  g_assert_cmpuint (own.items, ==, items);
  g_assert_cmpmem (&by_role, sizeof by_role, &whole, sizeof whole);
}

static void
test_sum_of_parts (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  for (guint round = 0; round < 100; round++) {
    World world = {0};
    TnkTally *tally;

    random_world (&world, catalog, 30);
    tally = tally_of (&world);
    for (guint d = 0; d < tnk_body_get_n_departments (world.body); d++)
      for (guint c = 0; c < tnk_catalog_get_n_controls (catalog); c++)
        assert_parts (&world, tally, d, c);
    g_assert_finalize_object (tally);
    world_clear (&world);
    if (g_test_failed ())
      return;
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Tally/random/small-worlds", test_small_worlds);
  g_test_add_func ("/Tenken/Tally/random/mic-2020-worlds", test_mic_2020_worlds);
  g_test_add_func ("/Tenken/Tally/random/sum-of-parts", test_sum_of_parts);
  return g_test_run ();
}
