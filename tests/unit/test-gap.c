/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include "tnk-gap.h"

/* A CISO in d0, a manager and two staff in d1, three staff in d3; d2 has nobody. 1.1-1 weighs 3. */
static TnkTally *
sample (TnkCampaign *campaign)
{
  TnkTally *tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 0, "ciso", 1, 1);
  tnk_test_add_people (tally, 1, "manager", 1, 1);
  tnk_test_add_people (tally, 1, "staff", 2, 2);
  tnk_test_add_people (tally, 3, "staff", 3, 3);
  tnk_test_add_answers (tally, 0, "1.1-1", "ciso", PARTIAL, 1);
  tnk_test_add_answers (tally, 0, "1.1-2", "ciso", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "manager", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, 2);
  tnk_test_add_answers (tally, 3, "1.1-2", "staff", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 3, "1.1-2", "staff", IMPLEMENTED, 2);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 3, "2.1-1", "staff", PARTIAL, 2);
  tnk_test_add_answers (tally, 3, "2.1-1", "staff", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "2.1-2.1", "staff", NOT_APPLICABLE, 2);
  tnk_test_add_answers (tally, 3, "2.1-2.1", "staff", IMPLEMENTED, 3);
  return tally;
}

static char *
describe (GPtrArray *gaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++) {
    TnkGap *gap = g_ptr_array_index (gaps, i);

    g_string_append_printf (text, "%s%s %g", i > 0 ? ", " : "", tnk_control_get_id (tnk_gap_get_control (gap)), tnk_gap_get_burden (gap));
  }
  return g_string_free (text, FALSE);
}

static void
assert_gaps (TnkTally *tally,
             int department,
             const char *expected)
{
  g_autoptr (GPtrArray) gaps = tnk_gap_list (tally, department);
  g_autofree char *found = describe (gaps);

  g_assert_cmpstr (found, ==, expected);
}

/* While open: 1.1-1 3·(1 of 2 half-points) = 1.5; 1.1-2 (1 + 2)/2; 2.1-1 3/2: all equal, so catalog order. */
static void
test_order (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);

  assert_gaps (tally, -1, "1.1-1 1.5, 1.1-2 1.5, 2.1-1 1.5");
  assert_gaps (tally, 0, "1.1-1 1.5, 1.1-2 1.5, 2.1-1 1.5");
  assert_gaps (tally, 1, "2.1-1 0.5");
  assert_gaps (tally, 2, "1.1-2 1, 2.1-1 1");
  assert_gaps (tally, 3, "1.1-2 1, 2.1-1 1");
  g_assert_finalize_object (g_steal_pointer (&tally));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

/* Once closed, what nobody answered is missing too: the manager's 2.1-2.2 comes first. */
static void
test_closed (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  g_autoptr (TnkTally) tally = sample (campaign);

  assert_gaps (tally, 1, "2.1-2.2 1, 2.1-1 0.5");
}

static void
test_none (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);

  assert_gaps (tally, -1, "");
}

static void
test_left_out (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = NULL;

  g_assert_true (tnk_campaign_leave_out (campaign, "1.1-1", "試験", NULL));
  tally = sample (campaign);
  assert_gaps (tally, -1, "1.1-2 1.5, 2.1-1 1.5");
}

static void
assert_departments (TnkGap *gap,
                    const char *expected)
{
  g_autoptr (GPtrArray) departments = tnk_gap_list_departments (gap);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < departments->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", tnk_department_get_id (g_ptr_array_index (departments, i)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_details (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (GPtrArray) gaps = tnk_gap_list (tally, -1);
  TnkGap *policy = g_ptr_array_index (gaps, 0), *taking_out = g_ptr_array_index (gaps, 1), *screen = g_ptr_array_index (gaps, 2);
  TnkCounts counts;

  assert_departments (policy, "d0");
  assert_departments (taking_out, "d0 d3");
  assert_departments (screen, "d1 d3");
  tnk_gap_get_counts (screen, &counts);
  g_assert_cmpuint (counts.denominator, ==, 5);
  g_assert_cmpuint (counts.half_points, ==, 7);
  g_assert_cmpfloat (tnk_gap_get_missing_share (screen), ==, 0.3);
  tnk_gap_count_department (screen, 3, &counts);
  g_assert_cmpuint (counts.partial, ==, 2);
  tnk_gap_count_department (screen, 2, &counts);
  g_assert_cmpuint (counts.items, ==, 0);
  /* the staff miss two half-points of it, the CISO one */
  g_assert_cmpstr (tnk_role_get_id (tnk_duty_get_role (tnk_gap_get_duty (taking_out))), ==, "staff");
  g_assert_cmpstr (tnk_text_get (tnk_gap_get_improvement (taking_out), "ja"), ==, "記録の様式を配る。");
  /* the question's own text goes before the control's */
  g_assert_cmpstr (tnk_text_get (tnk_gap_get_improvement (policy), "en"), ==, "Put it on the next agenda.");
}

/* --- random bodies, worked out anew, person by person --- */

typedef struct
{
  guint department;
  guint64 roles;
  TnkAnswerValue answers[64]; /* by duty */
} Person;

typedef struct
{
  TnkCampaign *campaign;
  TnkCatalog *catalog;
  TnkTally *tally;
  Person people[12];
  guint n_people;
} World;

static void
add_person (World *self,
            Person *person)
{
  guint n_roles = tnk_catalog_get_n_roles (self->catalog);

  person->department = g_test_rand_int_range (0, 4);
  person->roles = g_test_rand_int_range (0, 1 << n_roles);
  tnk_tally_add_people (self->tally, person->department, person->roles, 1, 1);
  for (guint d = 0; d < tnk_catalog_get_n_duties (self->catalog); d++) {
    TnkDuty *duty = tnk_catalog_get_duty (self->catalog, d);

    if (!((person->roles >> tnk_role_get_index (tnk_duty_get_role (duty))) & 1))
      continue;
    person->answers[d] = g_test_rand_int_range (0, TNK_N_ANSWER_VALUES);
    if (person->answers[d] != TNK_ANSWER_VALUE_UNANSWERED)
      tnk_tally_add_answers (self->tally, person->department, d, person->answers[d], 1);
  }
}

static void
world_init (World *self)
{
  *self = (World){.campaign = tnk_test_campaign (g_test_rand_bit () ? TNK_CAMPAIGN_STATE_OPEN : TNK_CAMPAIGN_STATE_CLOSED)};
  self->catalog = tnk_campaign_get_catalog (self->campaign);
  self->tally = tnk_test_tally (self->campaign);
  self->n_people = g_test_rand_int_range (0, G_N_ELEMENTS (self->people) + 1);
  for (guint i = 0; i < self->n_people; i++)
    add_person (self, &self->people[i]);
}

/* weight × (1 − s) × n over the people of a department and those below it; d3 lies below d2, all lie below d0. */
static double
work_out (World *self,
          int department,
          TnkControl *control)
{
  gboolean closed = tnk_campaign_get_state (self->campaign) == TNK_CAMPAIGN_STATE_CLOSED;
  double kept = 0, n = 0;

  for (guint i = 0; i < self->n_people; i++) {
    Person *person = &self->people[i];
    gboolean within = department <= 0 || person->department == (guint) department || (department == 2 && person->department == 3);

    for (guint k = 0; within && k < tnk_control_get_n_duties (control); k++) {
      TnkDuty *duty = tnk_control_get_duty (control, k);
      TnkAnswerValue value = person->answers[tnk_duty_get_index (duty)];

      if (!((person->roles >> tnk_role_get_index (tnk_duty_get_role (duty))) & 1) || !tnk_duty_is_scored (duty))
        continue;
      if (value == NOT_APPLICABLE || value == EXCEPTED || (value == TNK_ANSWER_VALUE_UNANSWERED && !closed))
        continue;
      n++;
      kept += value == IMPLEMENTED ? 1 : value == PARTIAL ? 0.5
                                                          : 0;
    }
  }
  return n > 0 ? tnk_control_get_weight (control) * (1 - kept / n) * n : 0;
}

static void
assert_agrees (World *self,
               int department)
{
  g_autoptr (GPtrArray) gaps = tnk_gap_list (self->tally, department);
  guint expected = 0;

  for (guint c = 0; c < tnk_catalog_get_n_controls (self->catalog); c++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, c);
    expected += tnk_campaign_requires (self->campaign, control) && work_out (self, department, control) > 1e-9;
  }
  g_assert_cmpuint (gaps->len, ==, expected);
  for (guint i = 0; i < gaps->len; i++) {
    TnkGap *gap = g_ptr_array_index (gaps, i);
    TnkControl *control = tnk_gap_get_control (gap);

    g_assert_true (tnk_campaign_requires (self->campaign, control));
    g_assert_cmpfloat_with_epsilon (tnk_gap_get_burden (gap), work_out (self, department, control), 1e-9);
    if (i > 0)
      g_assert_cmpfloat (tnk_gap_get_burden (g_ptr_array_index (gaps, i - 1)), >=, tnk_gap_get_burden (gap));
  }
}

static void
test_oracle (void)
{
  guint n_gaps = 0;

  for (guint round = 0; round < 200; round++) {
    World world;
    g_autoptr (GPtrArray) all = NULL;

    world_init (&world);
    for (int department = -1; department < 4; department++)
      assert_agrees (&world, department);
    all = tnk_gap_list (world.tally, -1);
    n_gaps += all->len;
    g_clear_pointer (&all, g_ptr_array_unref);
    g_assert_finalize_object (world.tally);
    g_assert_finalize_object (world.campaign);
  }
  g_assert_cmpuint (n_gaps, >, 200);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Gap/order", test_order);
  g_test_add_func ("/Tenken/Gap/closed", test_closed);
  g_test_add_func ("/Tenken/Gap/none", test_none);
  g_test_add_func ("/Tenken/Gap/left-out", test_left_out);
  g_test_add_func ("/Tenken/Gap/details", test_details);
  g_test_add_func ("/Tenken/Gap/oracle", test_oracle);
  return g_test_run ();
}
