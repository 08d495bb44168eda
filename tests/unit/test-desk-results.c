/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-desk-results.h"

#include <string.h>

#include "tnk-body-private.h"
#include "tnk-desk-plan.h"
#include "tnk-desk-private.h"
#include "tnk-desk-setup.h"
#include "tnk-test-store.h"

/* p1 is of the secretariat, p2 answers for d2, p3 is of the committee. */

static TnkDesk *
sit_down (TnkTestStore *test,
          const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk;

  if (g_str_equal (person, "p1"))
    g_assert_true (tnk_store_grant_right (test->store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  desk = tnk_desk_new (test->store, person, &error);
  g_assert_no_error (error);
  return desk;
}

static void
show_counts_only (TnkTestStore *test)
{
  tnk_test_store_meddle (test->path, "UPDATE campaign SET visibility = 'counts'");
}

/* --- the counts --- */

static void
compare_department (TnkTally *tally,
                    int department,
                    TnkTally *plain,
                    int other) /* -2: nobody is there */
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  guint asked = 0, submitted = 0, plain_asked = 0, plain_submitted = 0;

  tnk_tally_count_people (tally, department, G_MAXUINT64, &asked, &submitted);
  if (other > -2)
    tnk_tally_count_people (plain, other, G_MAXUINT64, &plain_asked, &plain_submitted);
  g_assert_cmpuint (asked, ==, plain_asked);
  g_assert_cmpuint (submitted, ==, plain_submitted);
  for (guint c = 0; c < tnk_catalog_get_n_controls (catalog); c++)
    for (int r = -1; r < (int) tnk_catalog_get_n_roles (catalog); r++) {
      TnkCounts counts, expected = {0};

      tnk_tally_count_control (tally, department, r, c, &counts);
      if (other > -2)
        tnk_tally_count_control (plain, other, r, c, &expected);
      g_assert_cmpmem (&counts, sizeof counts, &expected, sizeof expected);
    }
}

/* What a desk counts of a department is what the whole count says of it; of others it knows nothing. */
static void
assert_same (TnkTally *tally,
             TnkTally *plain,
             const char *department_id)
{
  TnkBody *tree = tnk_tally_get_body (tally);
  TnkDepartment *own = department_id != NULL ? tnk_body_lookup_department (tree, department_id) : NULL;

  g_assert_cmpuint (tnk_body_get_n_departments (tree), ==, tnk_body_get_n_departments (tnk_tally_get_body (plain)));
  compare_department (tally, -1, plain, own != NULL ? (int) tnk_department_get_index (own) : -1);
  for (guint d = 0; d < tnk_body_get_n_departments (tree); d++) {
    TnkDepartment *department = tnk_body_get_department (tree, d);

    if (own == NULL || tnk_department_is_within (department, own))
      compare_department (tally, d, plain, d);
    else
      compare_department (tally, d, plain, tnk_department_is_within (own, department) ? (int) tnk_department_get_index (own) : -2);
  }
}

static void
check (TnkTestStore *test,
       TnkDesk *desk,
       const char *campaign,
       const char *department)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTally) plain = tnk_store_tally (test->store, campaign, NULL, &error);
  g_autoptr (TnkTally) tally = tnk_desk_load_tally (desk, campaign, department, NULL, &error);

  g_assert_no_error (error);
  if (plain == NULL || tally == NULL)
    return;
  g_assert_cmpint (tnk_campaign_get_state (tnk_tally_get_campaign (tally)), ==, tnk_campaign_get_state (tnk_tally_get_campaign (plain)));
  assert_same (tally, plain, department);
}

/* Every department, and all. */
static void
check_all (TnkTestStore *test,
           TnkDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) tree = tnk_desk_load_tree (desk, "2026", &error);

  g_assert_no_error (error);
  check (test, desk, "2026", NULL);
  for (guint d = 0; tree != NULL && d < tnk_body_get_n_departments (tree); d++)
    check (test, desk, "2026", tnk_department_get_id (tnk_body_get_department (tree, d)));
}

static void
test_tally (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) secretary = NULL, manager = NULL, committee = NULL;

  tnk_test_store_init_answers (&test);
  secretary = sit_down (&test, "p1");
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  check_all (&test, secretary);
  check_all (&test, committee);
  check (&test, manager, "2026", "d2");
}

static void
test_refused (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const foreign[] = {"d0", "d1", "d3", "d9", NULL};

  tnk_test_store_init_answers (&test);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    const char *d = foreign[i], *words = d != NULL ? d : "whole body";

    tnk_test_store_refused (tnk_desk_load_tally (manager, "2026", d, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, words);
    tnk_test_store_refused (tnk_desk_load_previous_tally (manager, "2026", d, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, words);
    tnk_test_store_refused (tnk_desk_load_trend (manager, "2026", d, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, words);
    tnk_test_store_refused (tnk_desk_list_items (manager, "2026", d, "1.1-2", NULL, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, words);
    tnk_test_store_refused (tnk_desk_list_comments (manager, "2026", d, NULL, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, words);
  }
  tnk_test_store_refused (tnk_desk_list_items (committee, "2026", "d2", "1.1-2", NULL, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "d2");
  tnk_test_store_refused (tnk_desk_load_tally (committee, "2026", "d9", NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "d9");
  tnk_test_store_refused (tnk_desk_load_trend (committee, "1999", NULL, NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "1999");
}

/* --- counts that are kept --- */

static void
hand_in_another (TnkTestStore *test)
{
  tnk_test_store_import_answers (test, ANSWER "p6,staff,1.1-2,not_implemented,\n", FALSE);
}

static void
write_draft (TnkTestStore *test)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_save_answer (test->store, "2026", "p5", tnk_catalog_find_duty (catalog, "2.1-1", "staff"),
                                        TNK_ANSWER_VALUE_IMPLEMENTED, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
hand_in_draft (TnkTestStore *test)
{
  tnk_test_store_move (test, "p5", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
}

static void
give_back (TnkTestStore *test)
{
  tnk_test_store_move (test, "p2", TNK_QUESTIONNAIRE_STATE_RETURNED, "2.1 を見直してください");
}

static void
hand_in_again (TnkTestStore *test)
{
  tnk_test_store_move (test, "p2", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
}

static void
accept (TnkTestStore *test)
{
  tnk_test_store_move (test, "p1", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
}

static void
replace_answers (TnkTestStore *test)
{
  give_back (test);
  tnk_test_store_import_answers (test, ANSWER "p2,staff,1.1-2,partial,\n", FALSE);
}

static void
move_people (TnkTestStore *test)
{
  tnk_test_store_import_roster (test, DEPARTMENTS "d4,庶務課,d1\n",
                                PERSON "p1,山田　太郎,d3,staff\np2,鈴木　花子,d2,manager;staff\np3,佐藤　一郎,d0,ciso\n"
                                       "p5,高橋　三郎,d4,staff;manager\np6,伊藤　四郎,d2,staff\n");
}

static void
move_departments (TnkTestStore *test)
{
  tnk_test_store_import_roster (test, "department_id,name,parent_id\nd0,点検市,\nd3,税務課,d0\nd1,総務部,d0\nd2,総務課,d3\n", PEOPLE);
}

static void
close_campaign (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  g_assert_true (tnk_store_close_campaign (test->store, "2026", &n_submitted, &n_people, &error));
  g_assert_no_error (error);
}

static const struct
{
  const char *name;
  void (*change) (TnkTestStore *test);
} changes[] = {
  {"write-draft", write_draft},
  {"hand-in-draft", hand_in_draft},
  {"accept", accept},
  {"give-back", give_back},
  {"hand-in-again", hand_in_again},
  {"replace-answers", replace_answers},
  {"move-people", move_people},
  {"hand-in-another", hand_in_another},
  {"move-departments", move_departments},
  {"close", close_campaign},
};

/* One desk lives through every kind of change; what it kept from before must never be what it says afterwards. The other
 * connection is a kiosk elsewhere. */
static void
test_every_change (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL, elsewhere = NULL;
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  desk = sit_down (&test, "p1");
  store = tnk_store_open (test.path, "elsewhere", &error);
  g_assert_no_error (error);
  elsewhere = tnk_desk_new (store, "p1", &error);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_test_message ("%s", changes[i].name);
    check_all (&test, desk);
    check_all (&test, elsewhere);
    changes[i].change (&test);
    if (g_test_failed ())
      return;
  }
  check_all (&test, desk);
  check_all (&test, elsewhere);
}

static gboolean
is_kept (TnkDesk *desk,
         const char *campaign,
         TnkTally *tally,
         const char *department)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTally) again = tnk_desk_load_tally (desk, campaign, department, NULL, &error);

  g_assert_no_error (error);
  return again == tally;
}

/* People who answer and who sign in change nothing that counts. */
static void
test_kept (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkTally) whole = NULL, part = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  desk = sit_down (&test, "p1");
  whole = tnk_desk_load_tally (desk, "2026", NULL, NULL, &error);
  part = tnk_desk_load_tally (desk, "2026", "d2", NULL, &error);
  g_assert_true (whole != part);
  write_draft (&test);
  g_assert_true (tnk_store_note (test.store, "person.signed-in", "p5", &error));
  g_assert_true (is_kept (desk, "2026", whole, NULL));
  g_assert_true (is_kept (desk, "2026", part, "d2"));
  g_assert_true (tnk_store_note (test.store, "something.new", "p5", &error));
  g_assert_false (is_kept (desk, "2026", whole, NULL));
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  desk = sit_down (&test, "p1");
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_desk_load_tally (desk, "2026", NULL, cancellable, &error) != NULL, &error);
  check (&test, desk, "2026", NULL);
  /* nothing was left begun */
  write_draft (&test);
}

/* --- random bodies --- */

static TnkBody *
random_body (void)
{
  static const char *const roles[] = {"staff", "manager", "ciso", "contractor"};
  guint n = g_test_rand_int_range (2, 9);
  g_autofree int *parents = g_new (int, n);
  TnkBody *body;

  for (guint i = 0; i < n; i++)
    parents[i] = i == 0 ? -1 : g_test_rand_int_range (-1, i);
  body = tnk_test_body (parents, n);
  for (guint i = 0; i < 20; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i + 1);
    g_autoptr (GStrvBuilder) held = g_strv_builder_new ();
    g_auto (GStrv) ids = NULL;

    for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
      if (g_test_rand_int_range (0, 2) == 0)
        g_strv_builder_add (held, roles[r]);
    ids = g_strv_builder_end (held);
    g_assert_true (tnk_body_add_person (body, id, "山田　太郎", tnk_body_get_department (body, g_test_rand_int_range (0, n)),
                                        (const char *const *) ids));
  }
  return body;
}

static char *
random_answers (TnkBody *body)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2026", catalog);
  GString *text = g_string_new (ANSWER);

  for (guint i = 0; i < tnk_body_get_n_people (body); i++) {
    TnkPerson *person = tnk_body_get_person (body, i);

    for (guint d = 0; g_test_rand_int_range (0, 5) > 0 && d < tnk_catalog_get_n_duties (catalog); d++) {
      TnkDuty *duty = tnk_catalog_get_duty (catalog, d);
      const char *role = tnk_role_get_id (tnk_duty_get_role (duty));

      if (!tnk_campaign_asks (campaign, duty) || !g_strv_contains (tnk_person_get_roles (person), role) || g_test_rand_int_range (0, 4) == 0)
        continue;
      g_string_append_printf (text, "%s,%s,%s,%s,わけ%d\n", tnk_person_get_id (person), role,
                              tnk_control_get_id (tnk_duty_get_control (duty)),
                              tnk_answer_value_to_string (g_test_rand_int_range (1, TNK_ANSWER_VALUE_EXCEPTED)), g_test_rand_int_range (0, 9));
    }
  }
  return g_string_free (text, FALSE);
}

/* Every item that a tally counts is listed, and no other. */
static void
check_items (TnkDesk *desk,
             const char *department)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTally) tally = tnk_desk_load_tally (desk, "2026", department, NULL, &error);
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));

  for (guint c = 0; c < tnk_catalog_get_n_controls (catalog); c++) {
    const char *control = tnk_control_get_id (tnk_catalog_get_control (catalog, c));
    g_autoptr (GPtrArray) items = tnk_desk_list_items (desk, "2026", department, control, NULL, NULL, &error);
    guint values[TNK_N_ANSWER_VALUES] = {0};
    TnkCounts counts;

    g_assert_no_error (error);
    tnk_tally_count_control (tally, -1, -1, c, &counts);
    for (guint i = 0; i < items->len; i++)
      values[tnk_item_get_answer (items->pdata[i])]++;
    g_assert_cmpuint (items->len, ==, counts.items);
    g_assert_cmpuint (values[TNK_ANSWER_VALUE_IMPLEMENTED], ==, counts.implemented);
    g_assert_cmpuint (values[TNK_ANSWER_VALUE_PARTIAL], ==, counts.partial);
    g_assert_cmpuint (values[TNK_ANSWER_VALUE_NOT_IMPLEMENTED], ==, counts.not_implemented);
    g_assert_cmpuint (values[TNK_ANSWER_VALUE_NOT_APPLICABLE], ==, counts.not_applicable);
  }
}

/* Somebody hands in, or is asked to do it again; where that cannot be nothing happens. */
static void
move_somebody (TnkTestStore *test)
{
  g_autofree char *person = g_strdup_printf ("p%d", g_test_rand_int_range (1, 21));

  tnk_store_move_questionnaire (test->store, "2026", person,
                                g_test_rand_int_range (0, 2) == 0 ? TNK_QUESTIONNAIRE_STATE_SUBMITTED : TNK_QUESTIONNAIRE_STATE_RETURNED,
                                "もう一度", NULL);
}

static void
random_round (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = random_body ();
  g_autofree char *answers = random_answers (body);
  g_autoptr (TnkDesk) desk = NULL;

  tnk_test_store_init (&test);
  tnk_test_store_import_body (&test, body);
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  if (strchr (answers, '\n')[1] != '\0')
    tnk_test_store_import_answers (&test, answers, g_test_rand_int_range (0, 4) == 0);
  desk = sit_down (&test, "p1");
  check_all (&test, desk);
  check_items (desk, NULL);
  check_items (desk, "d1");
  for (guint i = 0; i < 5; i++) {
    move_somebody (&test);
    check_all (&test, desk);
  }
  g_clear_object (&desk);
  tnk_test_store_remove (&test);
}

static void
test_random (void)
{
  for (guint i = 0; i < (g_test_slow () ? 100 : 15) && !g_test_failed (); i++)
    random_round ();
}

/* --- last time, and the trend --- */

static void
begin_next (TnkTestStore *test)
{
  close_campaign (test);
  tnk_test_store_open_campaign (test, "2027", FALSE);
}

/* Who hands in now changes nothing of last time, and who hands in one department nothing of another. */
static void
test_kept_elsewhere (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkTally) closed = NULL, again = NULL, whole = NULL, part = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  begin_next (&test);
  desk = sit_down (&test, "p1");
  closed = tnk_desk_load_previous_tally (desk, "2027", NULL, NULL, &error);
  whole = tnk_desk_load_tally (desk, "2027", NULL, NULL, &error);
  part = tnk_desk_load_tally (desk, "2027", "d2", NULL, &error);
  other = tnk_desk_load_tally (desk, "2027", "d3", NULL, &error);
  g_assert_true (tnk_store_move_questionnaire (test.store, "2027", "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL, &error));
  g_assert_no_error (error);
  again = tnk_desk_load_previous_tally (desk, "2027", NULL, NULL, &error);
  g_assert_true (again == closed);
  g_assert_false (is_kept (desk, "2027", whole, NULL));
  g_assert_false (is_kept (desk, "2027", part, "d2"));
  g_assert_true (is_kept (desk, "2027", other, "d3"));
  check (&test, desk, "2027", NULL);
  check (&test, desk, "2027", "d2");
}

static void
test_previous (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autoptr (TnkTally) none = NULL, before = NULL, whole = NULL, plain = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  none = tnk_desk_load_previous_tally (manager, "2026", "d2", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  begin_next (&test);
  before = tnk_desk_load_previous_tally (manager, "2027", "d2", NULL, &error);
  whole = tnk_desk_load_previous_tally (committee, "2027", NULL, NULL, &error);
  plain = tnk_store_tally (test.store, "2026", NULL, &error);
  g_assert_no_error (error);
  assert_same (before, plain, "d2");
  assert_same (whole, plain, NULL);
}

/* A department that lay elsewhere last time, or was not there, is not compared with by who has no right to it then. */
static void
test_moved_since (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autoptr (TnkTally) tally = NULL, before = NULL, then = NULL;
  g_autoptr (TnkTrend) trend = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  close_campaign (&test);
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\nd0,点検市,\nd1,総務部,d0\nd2,総務課,d1\nd3,税務課,d2\nd4,庶務課,d2\n", PEOPLE);
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");

  tally = tnk_desk_load_tally (manager, "2027", "d3", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tally);
  before = tnk_desk_load_previous_tally (manager, "2027", "d3", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (before);
  trend = tnk_desk_load_trend (manager, "2027", "d3", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_trend_get_n_points (trend), ==, 1);
  then = tnk_desk_load_previous_tally (committee, "2027", "d4", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (then);
}

static void
test_trend (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkTrend) trend = NULL;
  g_autoptr (TnkTally) plain = NULL;
  g_autoptr (TnkScore) score = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  begin_next (&test);
  desk = sit_down (&test, "p2");
  trend = tnk_desk_load_trend (desk, "2027", "d2", NULL, &error);
  plain = tnk_store_tally (test.store, "2026", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_trend_get_n_points (trend), ==, 2);
  g_assert_cmpstr (tnk_campaign_get_id (tnk_trend_get_campaign (trend, 0)), ==, "2026");
  g_assert_cmpstr (tnk_campaign_get_id (tnk_trend_get_campaign (trend, 1)), ==, "2027");
  score = tnk_tally_score_department (plain, 2);
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_score (trend, 0)), ==, tnk_score_get_score (score));
  g_assert_false (tnk_score_is_defined (tnk_trend_get_score (trend, 1)));
}

/* --- what figures are made of --- */

static char *
describe (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    TnkItem *item = items->pdata[i];
    TnkRole *role = tnk_item_get_role (item);
    TnkDepartment *department = tnk_item_get_department (item);

    g_string_append_printf (text, "%s%s %s %s %s %s %s", i > 0 ? "; " : "", tnk_control_get_id (tnk_item_get_control (item)),
                            role != NULL ? tnk_role_get_id (role) : "-",
                            department != NULL ? tnk_department_get_id (department) : "-",
                            tnk_item_get_person_id (item) != NULL ? tnk_item_get_person_id (item) : "-",
                            tnk_answer_value_to_string (tnk_item_get_answer (item)),
                            tnk_item_get_comment (item) != NULL ? tnk_item_get_comment (item) : "-");
    g_assert_cmpint (tnk_item_get_person_name (item) != NULL, ==, tnk_item_get_person_id (item) != NULL);
  }
  return g_string_free (text, FALSE);
}

static void
assert_items (TnkDesk *desk,
              const char *department,
              const char *control,
              const char *role,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tnk_desk_list_items (desk, "2026", department, control, role, NULL, &error);
  g_autofree char *text = describe (items);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_comments (TnkDesk *desk,
                 const char *department,
                 const char *control,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = tnk_desk_list_comments (desk, "2026", department, control, NULL, &error);
  g_autofree char *text = describe (items);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_items (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) secretary = NULL, manager = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  secretary = sit_down (&test, "p1");
  manager = sit_down (&test, "p2");
  /* a draft's answer is not anybody's business, though the item is one */
  write_draft (&test);
  assert_items (secretary, NULL, "2.1-1", NULL,
                "2.1-1 staff d2 p1 partial 時々忘れる; 2.1-1 staff d2 p2 implemented -; 2.1-1 staff d3 p5 unanswered -");
  assert_items (manager, "d2", "2.1-1", NULL, "2.1-1 staff d2 p1 partial 時々忘れる; 2.1-1 staff d2 p2 implemented -");
  assert_items (manager, "d2", "1.1-2", "manager", "1.1-2 manager d2 p2 implemented -");
  assert_items (manager, "d2", "1.1-2", NULL,
                "1.1-2 manager d2 p2 implemented -; 1.1-2 staff d2 p1 implemented -; 1.1-2 staff d2 p2 implemented -");
  give_back (&test);
  assert_items (manager, "d2", "2.1-1", NULL, "2.1-1 staff d2 p1 partial 時々忘れる; 2.1-1 staff d2 p2 unanswered -");
  tnk_test_store_refused (tnk_desk_list_items (manager, "2026", "d2", "9.9", NULL, NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "9.9");
  tnk_test_store_refused (tnk_desk_list_items (manager, "2026", "d2", "1.1-2", "x", NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“x”");
  show_counts_only (&test);
  tnk_test_store_refused (tnk_desk_list_items (manager, "2026", "d2", "1.1-2", NULL, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "counts only");
  assert_items (secretary, "d2", "1.1-2", "manager", "1.1-2 manager d2 p2 unanswered -");
}

static void
test_comments (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) secretary = NULL, manager = NULL, committee = NULL;

  tnk_test_store_init_answers (&test);
  secretary = sit_down (&test, "p1");
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  assert_comments (secretary, NULL, NULL,
                   "2.1-1 staff d2 p1 partial 時々忘れる; 2.1-2.1 staff d2 p1 not_applicable 媒体を使わない; "
                   "2.1-2.1 staff d2 p2 not_implemented 鍵が, ない");
  assert_comments (manager, "d2", "2.1-1", "2.1-1 staff d2 p1 partial 時々忘れる");
  /* by the texts, and not as the people stand in the roster */
  assert_comments (committee, NULL, "2.1-2.1", "2.1-2.1 - - - unanswered 媒体を使わない; 2.1-2.1 - - - unanswered 鍵が, ない");
  give_back (&test);
  assert_comments (manager, "d2", "2.1-2.1", "2.1-2.1 staff d2 p1 not_applicable 媒体を使わない");
}

/* --- too few people --- */

#define JOINED PEOPLE "p6,伊藤　四郎,d2,staff\n"

static void
assert_counted (TnkDesk *desk,
                guint items,
                guint implemented,
                guint withheld)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTally) tally = tnk_desk_load_tally (desk, "2026", "d2", NULL, &error);
  TnkCounts counts;

  g_assert_no_error (error);
  tnk_tally_count_control (tally, tnk_department_get_index (tnk_body_lookup_department (tnk_tally_get_body (tally), "d2")), -1,
                           tnk_control_get_index (tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_tally_get_campaign (tally)), "1.1-2")),
                           &counts);
  g_assert_cmpuint (counts.items, ==, items);
  g_assert_cmpuint (counts.implemented, ==, implemented);
  g_assert_cmpuint (counts.withheld, ==, withheld);
}

static void
assert_proposed (TnkDesk *desk,
                 gboolean any)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = tnk_desk_list_proposals (desk, "2026", "d2", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (actions->len > 0, ==, any);
}

/* Two staff and a manager of d2 have handed in, and one of the staff has not. */
static void
test_few (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) secretary = NULL, manager = NULL, committee = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  tnk_test_store_import_roster (&test, DEPARTMENTS, JOINED);
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  tnk_test_store_import_answers (&test, ANSWERS, FALSE);
  secretary = sit_down (&test, "p1");
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  assert_counted (manager, 4, 3, 0);
  assert_proposed (manager, TRUE);
  g_assert_true (tnk_desk_set_visibility (secretary, "2026", TNK_VISIBILITY_COUNTS, &error));
  assert_counted (manager, 0, 0, 3);
  assert_proposed (manager, FALSE);
  assert_comments (manager, "d2", NULL, "");
  assert_counted (secretary, 4, 3, 0);
  assert_counted (committee, 4, 3, 0);
  tnk_test_store_import_answers (&test, ANSWER "p6,staff,1.1-2,implemented,同じ\n", FALSE);
  assert_counted (manager, 3, 3, 1); /* of three staff; the manager is still one */
  assert_proposed (manager, TRUE);
  assert_comments (manager, "d2", "1.1-2", "1.1-2 - - - unanswered 同じ");
}

/* The order tells nothing: other people who write the same give the same list. */
static void
test_order (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) committee = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-1,partial,乙\np2,staff,2.1-1,partial,甲\np5,staff,2.1-1,partial,丙\n", FALSE);
  committee = sit_down (&test, "p3");
  assert_comments (committee, NULL, NULL, "2.1-1 - - - unanswered 丙; 2.1-1 - - - unanswered 乙; 2.1-1 - - - unanswered 甲");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskResults/tally", test_tally);
  g_test_add_func ("/Tenken/DeskResults/refused", test_refused);
  g_test_add_func ("/Tenken/DeskResults/every-change", test_every_change);
  g_test_add_func ("/Tenken/DeskResults/kept", test_kept);
  g_test_add_func ("/Tenken/DeskResults/kept-elsewhere", test_kept_elsewhere);
  g_test_add_func ("/Tenken/DeskResults/cancelled", test_cancelled);
  g_test_add_func ("/Tenken/DeskResults/random", test_random);
  g_test_add_func ("/Tenken/DeskResults/previous", test_previous);
  g_test_add_func ("/Tenken/DeskResults/moved-since", test_moved_since);
  g_test_add_func ("/Tenken/DeskResults/trend", test_trend);
  g_test_add_func ("/Tenken/DeskResults/items", test_items);
  g_test_add_func ("/Tenken/DeskResults/comments", test_comments);
  g_test_add_func ("/Tenken/DeskResults/few", test_few);
  g_test_add_func ("/Tenken/DeskResults/order", test_order);
  return g_test_run ();
}
