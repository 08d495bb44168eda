/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

/* Who is asked while a campaign is open, when the roster changes. */

/* Each questionnaire as “person state department roles answers”. */
#define SHEETS \
  "SELECT p.id || ' ' || q.state || ' ' || d.id || ' ' || q.role_bits || ' ' || (SELECT count (*) FROM answer a WHERE " \
  "a.questionnaire_no = q.no) FROM questionnaire q JOIN person p ON p.no = q.person_no JOIN campaign_department d ON " \
  "d.campaign_no = q.campaign_no AND d.position = q.department JOIN campaign c ON c.no = q.campaign_no " \
  "WHERE c.id = '2026' ORDER BY p.id"

/* The roster with one place changed. */
static void
change_people (TnkTestStore *test,
               const char *from,
               const char *to)
{
  g_autofree char *people = tnk_test_replace (PEOPLE, from, to);

  tnk_test_store_import_roster (test, DEPARTMENTS, people);
}

static void
assert_sheets (TnkTestStore *test,
               const char *expected)
{
  tnk_test_store_assert_rows (test->path, SHEETS, expected);
  tnk_test_store_verify (test->store);
}

static void
assert_entries (TnkTestStore *test,
                const char *kind,
                const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT subject, detail FROM log WHERE kind = '%s' ORDER BY seq", kind);

  tnk_test_store_assert_rows (test->path, sql, expected);
}

/* The departments of the campaign as “depth id”. */
static void
assert_tree (TnkTestStore *test,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  TnkBody *body = tnk_store_load_campaign_body (test->store, "2026", &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tnk_body_get_n_departments (body); i++)
    g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", tnk_department_get_depth (tnk_body_get_department (body, i)),
                            tnk_department_get_id (tnk_body_get_department (body, i)));
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (tnk_body_get_n_people (body), ==, 0);
  g_assert_finalize_object (body);
}

static void
test_opened (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  assert_sheets (&test, "p1 draft d2 4 0\np2 draft d2 6 0\np3 draft d0 1 0\np5 draft d3 4 0");
  assert_tree (&test, "0 d0, 1 d1, 2 d2, 1 d3");
  /* nothing changes, nothing is said */
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  assert_sheets (&test, "p1 draft d2 4 0\np2 draft d2 6 0\np3 draft d0 1 0\np5 draft d3 4 0");
  assert_entries (&test, "questionnaire.roles-changed", "");
}

static void
test_new_people (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *score = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_roster (&test, DEPARTMENTS "d4,会計課,d1\n", PEOPLE "p6,新人,d4,staff\np7,委託,d4,contractor\n");
  assert_sheets (&test, "p1 submitted d2 4 3\np2 submitted d2 6 5\np3 submitted d0 1 1\np5 draft d3 4 0\np6 draft d4 4 0");
  assert_tree (&test, "0 d0, 1 d1, 2 d2, 2 d4, 1 d3");
  score = tnk_test_store_score (test.store, "2026");
  g_assert_true (g_str_has_prefix (score, "75.000000000 C people_asked=5 people_submitted=3 items=16 answered=9"));
  tnk_test_store_import_answers (&test, ANSWER "p6,staff,1.1-2,implemented,\n", FALSE);
  assert_sheets (&test, "p1 submitted d2 4 3\np2 submitted d2 6 5\np3 submitted d0 1 1\np5 draft d3 4 0\np6 submitted d4 4 1");
}

/* A draft moves with its person, with all that is in it; what was submitted stays where it was handed in. */
static void
test_moved (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,よい\n", TRUE);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\n", FALSE);
  tnk_test_store_import_roster (&test, DEPARTMENTS,
                                PERSON "p1,山田　太郎,d3,staff\np2,鈴木　花子,d1,manager;staff\np3,佐藤　一郎,d0,ciso\n"
                                       "p5,高橋　三郎,d2,staff\n");
  assert_sheets (&test, "p1 draft d3 4 1\np2 draft d1 6 0\np3 draft d0 1 0\np5 submitted d3 4 1");
  assert_entries (&test, "questionnaire.roles-changed", "");
}

/* A draft loses the answers to duties of roles that are gone, and only those; the log keeps them. */
static void
test_changed_roles (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWERS, TRUE);
  change_people (&test, "manager;staff", "manager;ciso");
  assert_sheets (&test, "p1 draft d2 4 3\np2 draft d2 3 2\np3 draft d0 1 1\np5 draft d3 4 0");
  tnk_test_store_assert_rows (test.path, "SELECT a.duty, a.value, a.comment FROM answer a JOIN questionnaire q ON q.no = a.questionnaire_no "
                                         "WHERE q.role_bits = 3 ORDER BY a.duty",
                              "3|1|NULL\n10|2|NULL");
  assert_entries (&test, "questionnaire.roles-changed", "2026/p2|{\"dropped\":[[4,1,\"\"],[8,1,\"\"],[9,3,\"鍵が, ない\"]]}");
}

static void
test_added_role (void)
{
  g_auto (TnkTestStore) test = {0};
  TnkQuestionnaire *questionnaire;

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWERS, TRUE);
  change_people (&test, "p1,山田　太郎,d2,staff", "p1,山田　太郎,d2,staff;manager");
  assert_sheets (&test, "p1 draft d2 6 3\np2 draft d2 6 5\np3 draft d0 1 1\np5 draft d3 4 0");
  assert_entries (&test, "questionnaire.roles-changed", "");
  questionnaire = tnk_store_load_questionnaire (test.store, "2026", "p1", NULL);
  g_assert_cmpuint (tnk_questionnaire_get_n_items (questionnaire), ==, 5);
  g_assert_finalize_object (questionnaire);
}

static void
test_submitted_stays (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;

  tnk_test_store_init_answers (&test);
  before = tnk_test_store_score (test.store, "2026");
  tnk_test_store_move (&test, "p3", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p2,鈴木　別名,d3,staff\np3,佐藤　一郎,d1,contractor\np5,高橋　三郎,d3,staff\n");
  assert_sheets (&test, "p1 submitted d2 4 3\np2 submitted d2 6 5\np3 accepted d0 1 1\np5 draft d3 4 0");
  assert_entries (&test, "questionnaire.roles-changed", "");
  after = tnk_test_store_score (test.store, "2026");
  g_assert_cmpstr (before, ==, after);
}

/* One that was returned is in its person’s hands again, and follows. */
static void
test_returned_follows (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p2", TNK_QUESTIONNAIRE_STATE_RETURNED, "書き直す");
  change_people (&test, "d2,manager;staff", "d3,staff");
  assert_sheets (&test, "p1 submitted d2 4 3\np2 returned d3 4 3\np3 submitted d0 1 1\np5 draft d3 4 0");
  assert_entries (&test, "questionnaire.roles-changed", "2026/p2|{\"dropped\":[[3,1,\"\"],[10,2,\"\"]]}");
}

/* Who left, or holds no role any more that is asked, is asked no more; a draft’s answers go into the log. */
static void
test_removed (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWERS, TRUE);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,2.1-1,partial,途中\n", FALSE);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p2,鈴木　花子,d2,contractor\np3,佐藤　一郎,d0,ciso\n");
  assert_sheets (&test, "p3 draft d0 1 1\np5 submitted d3 4 1");
  assert_entries (&test, "questionnaire.roles-changed",
                  "2026/p1|{\"dropped\":[[4,1,\"\"],[8,2,\"時々忘れる\"],[9,4,\"媒体を使わない\"]]}\n"
                  "2026/p2|{\"dropped\":[[3,1,\"\"],[4,1,\"\"],[8,1,\"\"],[9,3,\"鍵が, ない\"],[10,2,\"\"]]}");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM answer", "2");
  /* coming back means beginning anew, also where the rows of the store have moved up */
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  assert_sheets (&test, "p1 draft d2 4 0\np2 draft d2 6 0\np3 draft d0 1 1\np5 submitted d3 4 1");
}

/* --- the tree --- */

/* A department that was dissolved stays for what was submitted from there, and for nothing else. */
static void
test_dissolved (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (TnkScore) score = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\ne0,新市,\ne1,何でも課,e0\n",
                                PERSON "p1,山田　太郎,e1,staff\np2,鈴木　花子,e1,manager;staff\np5,高橋　三郎,e1,staff\n");
  assert_sheets (&test, "p1 submitted d2 4 3\np2 submitted d2 6 5\np3 submitted d0 1 1\np5 draft e1 4 0");
  assert_tree (&test, "0 e0, 1 e1, 0 d0, 1 d1, 2 d2");
  tally = tnk_store_tally (test.store, "2026", NULL, NULL);
  score = tnk_tally_score_department (tally, 2);
  g_assert_cmpstr (tnk_score_get_id (score), ==, "d0");
  g_assert_cmpint (tnk_score_get_count (score, "people_submitted"), ==, 3);
  /* and once nothing submitted is left there, it is gone */
  for (guint i = 1; i <= 3; i++) {
    g_autofree char *person = g_strdup_printf ("p%u", i);
    tnk_test_store_move (&test, person, TNK_QUESTIONNAIRE_STATE_RETURNED, "新しい課で");
  }
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\ne0,新市,\ne1,何でも課,e0\n",
                                PERSON "p1,山田　太郎,e1,staff\np2,鈴木　花子,e1,manager;staff\np5,高橋　三郎,e1,staff\n");
  assert_sheets (&test, "p1 returned e1 4 3\np2 returned e1 6 5\np5 draft e1 4 0");
  assert_tree (&test, "0 e0, 1 e1");
}

/* Those that stay for what was submitted keep the order that they had. */
static void
test_dissolved_order (void)
{
  g_autoptr (GString) departments = g_string_new ("department_id,name,parent_id\nz,市,\n");
  g_autoptr (GString) people = g_string_new (PERSON);
  g_autoptr (GString) answers = g_string_new (ANSWER);
  g_autoptr (GString) expected = g_string_new ("0 new, 0 z");
  g_auto (TnkTestStore) test = {0};

  for (guint i = 0; i < 20; i++) {
    g_string_append_printf (departments, "e%u,課,z\n", 7 * i % 20);
    g_string_append_printf (people, "p%u,山田,e%u,staff\n", 3 * i % 20, i);
    g_string_append_printf (answers, "p%u,staff,1.1-2,implemented,\n", i);
    g_string_append_printf (expected, ", 1 e%u", 7 * i % 20);
  }
  tnk_test_store_init (&test);
  tnk_test_store_import_roster (&test, departments->str, people->str);
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  tnk_test_store_import_answers (&test, answers->str, FALSE);
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\nnew,新市,\n", PERSON "q,新人,new,staff\n");
  assert_tree (&test, expected->str);
}

/* Only the lowest department is gone: it hangs where it hung, below one that is still there. */
static void
test_dissolved_below (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\nd0,点検市,\nd3,税務課,d0\nd1,総務部,d3\n",
                                PERSON "p5,高橋　三郎,d3,staff\n");
  assert_sheets (&test, "p1 submitted d2 4 3\np2 submitted d2 6 5\np3 submitted d0 1 1\np5 draft d3 4 0");
  assert_tree (&test, "0 d0, 1 d3, 2 d1, 3 d2");
}

/* What was below is now above, and the other way round. */
static void
test_turned_over (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\nd2,総務課,\nd1,総務部,d2\nd0,点検市,d1\nd3,税務課,d0\n", PEOPLE);
  assert_sheets (&test, "p1 submitted d2 4 3\np2 submitted d2 6 5\np3 submitted d0 1 1\np5 draft d3 4 0");
  assert_tree (&test, "0 d2, 1 d1, 2 d0, 3 d3");
}

/* Half of a dissolved branch went into a new one: the tree must hang together, whoever is first in it. */
static void
test_crossed (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\np5,staff,1.1-2,implemented,\np3,ciso,1.1-1,partial,\n", FALSE);
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\nd1,総務部,\n", PERSON "p2,鈴木　花子,d1,manager\n");
  assert_tree (&test, "0 d1, 1 d2, 0 d0, 1 d3");
  assert_sheets (&test, "p1 submitted d2 4 1\np2 draft d1 2 0\np3 submitted d0 1 1\np5 submitted d3 4 1");
}

/* --- the other campaigns --- */

/* One in preparation has nobody yet; a closed one never changes. */
static void
test_other_states (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2027");
  g_autofree char *before = NULL, *after = NULL;
  guint n_submitted, n_people;

  tnk_test_store_init_answers (&test);
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, NULL));
  before = tnk_test_store_score (test.store, "2026");
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\ne0,新市,\n", PERSON "p5,高橋　三郎,e0,ciso\np9,新人,e0,staff\n");
  assert_sheets (&test, "p1 submitted d2 4 3\np2 submitted d2 6 5\np3 submitted d0 1 1\np5 draft d3 4 0");
  assert_tree (&test, "0 d0, 1 d1, 2 d2, 1 d3");
  after = tnk_test_store_score (test.store, "2026");
  g_assert_cmpstr (before, ==, after);
  g_assert_true (tnk_store_open_campaign (test.store, "2027", &n_people, NULL));
  g_assert_cmpuint (n_people, ==, 2);
}

/* Of a campaign in preparation the departments are those of today. */
static void
test_prepared_body (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  TnkBody *body;

  tnk_test_store_init_roster (&test);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_import_roster (&test, DEPARTMENTS "d4,会計課,d1\n", PEOPLE);
  body = tnk_store_load_campaign_body (test.store, "2026", NULL);
  g_assert_cmpuint (tnk_body_get_n_departments (body), ==, 5);
  g_assert_finalize_object (body);
}

/* Two that are open at once both follow, each by its own controls. */
static void
test_two_open (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_open_campaign (&test, "2026b", TRUE);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE "p6,新人,d3,staff\n");
  tnk_test_store_assert_rows (test.path, "SELECT campaign_no, count (*), count (DISTINCT no) FROM questionnaire GROUP BY campaign_no",
                              "1|5|5\n2|5|5");
  tnk_test_store_verify (test.store);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StorePopulation/opened", test_opened);
  g_test_add_func ("/Tenken/StorePopulation/new-people", test_new_people);
  g_test_add_func ("/Tenken/StorePopulation/moved", test_moved);
  g_test_add_func ("/Tenken/StorePopulation/changed-roles", test_changed_roles);
  g_test_add_func ("/Tenken/StorePopulation/added-role", test_added_role);
  g_test_add_func ("/Tenken/StorePopulation/submitted-stays", test_submitted_stays);
  g_test_add_func ("/Tenken/StorePopulation/returned-follows", test_returned_follows);
  g_test_add_func ("/Tenken/StorePopulation/removed", test_removed);
  g_test_add_func ("/Tenken/StorePopulation/dissolved", test_dissolved);
  g_test_add_func ("/Tenken/StorePopulation/dissolved-order", test_dissolved_order);
  g_test_add_func ("/Tenken/StorePopulation/dissolved-below", test_dissolved_below);
  g_test_add_func ("/Tenken/StorePopulation/turned-over", test_turned_over);
  g_test_add_func ("/Tenken/StorePopulation/crossed", test_crossed);
  g_test_add_func ("/Tenken/StorePopulation/other-states", test_other_states);
  g_test_add_func ("/Tenken/StorePopulation/prepared-body", test_prepared_body);
  g_test_add_func ("/Tenken/StorePopulation/two-open", test_two_open);
  return g_test_run ();
}
