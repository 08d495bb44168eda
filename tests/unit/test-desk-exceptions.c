/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken.h"
#include "tnk-store-setup.h"
#include "tnk-test-store.h"

/* What rests on exceptions that ended, as it is seen at the desks. p2 answers for d2, p3 is of the committee, p4 the secretariat, p5
 * answers for d3, p6 for the whole of d1. One lets d2 off until 2026-06-15, one d3; the clock begins on 2026-06-01. */
#define STAFF \
  PERSON \
  "p1,山田　太郎,d2,staff\n" \
  "p2,鈴木　花子,d2,manager;staff\n" \
  "p3,佐藤　一郎,d0,ciso\n" \
  "p4,田中　二郎,d1,chief\n" \
  "p5,高橋　三郎,d3,manager;staff\n" \
  "p6,渡辺　四郎,d1,director\n" \
  "p7,伊藤　五郎,d2,staff\n" \
  "p8,中村　六子,d2,staff\n"
#define REST(person) person ",staff,1.1-2,implemented,\n" person ",staff,2.1-2.1,implemented,\n"
#define HANDED_IN \
  ANSWER "p1,staff,2.1-1,excepted,\n" REST ("p1") "p5,staff,2.1-1,excepted,\n" REST ("p5") "p7,staff,2.1-1,excepted,\n" REST ( \
    "p7") "p8,staff,2.1-1,implemented,\n" REST ("p8")
#define DRAFT ANSWER "p2,staff,2.1-1,excepted,\n"

static void
on (TnkTestStore *test,
    const char *day)
{
  g_autofree char *now = g_strconcat (day, "T09:00:00+09:00", NULL);

  tnk_test_store_stop_clock (test->store, now);
}

static void
except (TnkTestStore *test,
        const char *department,
        const char *starts,
        const char *ends)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_add_exception (test->store, "2.1-1", department, "古い", "施錠", starts, ends, "p2", "p3", &error));
  g_assert_no_error (error);
}

static void
init (TnkTestStore *test)
{
  tnk_test_store_init (test);
  tnk_test_store_import_roster (test, DEPARTMENTS, STAFF);
  tnk_test_store_open_campaign (test, "2026", FALSE);
  except (test, "d2", "2026-06-01", "2026-06-15");
  except (test, "d3", "2026-06-01", "2026-06-15");
  tnk_test_store_import_answers (test, HANDED_IN, FALSE);
  tnk_test_store_import_answers (test, DRAFT, TRUE);
}

static void
show_counts_only (TnkTestStore *test)
{
  tnk_test_store_meddle (test->path, "UPDATE campaign SET visibility = 'counts'");
}

static GPtrArray *
try_list (TnkTestStore *test,
          const char *person,
          const char *department,
          GError **error)
{
  g_autoptr (TnkDesk) desk = tnk_desk_new (test->store, person, error);

  g_assert_no_error (*error);
  return tnk_desk_list_lapsed (desk, "2026", department, NULL, error);
}

/* As “department person number”, joined by “;”: “-” for what is not said. */
static void
assert_listed (TnkTestStore *test,
               const char *person,
               const char *department,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lapses = try_list (test, person, department, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lapses->len; i++) {
    TnkLapse *lapse = lapses->pdata[i];
    TnkDepartment *place = tnk_lapse_get_department (lapse);
    const char *id = tnk_lapse_get_person_id (lapse);

    g_assert_cmpstr (tnk_control_get_id (tnk_lapse_get_control (lapse)), ==, "2.1-1");
    g_assert_cmpstr (tnk_exception_get_ends (tnk_lapse_get_exception (lapse)), ==, "2026-06-15");
    g_assert_true ((id == NULL) == (tnk_lapse_get_role (lapse) == NULL) && (id == NULL) == (tnk_lapse_get_person_name (lapse) == NULL));
    g_string_append_printf (text, "%s%s %s %u", i > 0 ? ";" : "", place != NULL ? tnk_department_get_id (place) : "-", id != NULL ? id : "-",
                            tnk_lapse_get_n_answers (lapse));
  }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Not before the day; and never what is not handed in. */
static void
test_names (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-15");
  assert_listed (&test, "p4", NULL, "");
  on (&test, "2026-06-16");
  assert_listed (&test, "p4", NULL, "d2 p1 1;d3 p5 1;d2 p7 1");
  assert_listed (&test, "p4", "d3", "d3 p5 1");
  assert_listed (&test, "p2", "d2", "d2 p1 1;d2 p7 1");
  assert_listed (&test, "p5", "d3", "d3 p5 1");
  assert_listed (&test, "p6", "d1", "d2 p1 1;d2 p7 1");
}

/* The committee sees how many, and where. */
static void
test_figures (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-16");
  assert_listed (&test, "p3", NULL, "d2 - 2;d3 - 1");
  assert_listed (&test, "p3", "d2", "d2 - 2");
}

/* Where counts only are shown, a figure of one person is none. */
static void
test_counts_only (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-16");
  show_counts_only (&test);
  assert_listed (&test, "p2", "d2", "- - 2");
  assert_listed (&test, "p5", "d3", "");
  assert_listed (&test, "p4", NULL, "d2 p1 1;d3 p5 1;d2 p7 1");
}

/* Of another department, of what is above the own, and of the whole body. */
static void
test_refused (void)
{
  static const char *const tries[][2] = {{"p2", "d3"}, {"p2", "d1"}, {"p2", NULL}, {"p5", "d2"}, {"p6", "d3"}, {"p6", "d0"}, {"p2", "d9"}};
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-16");
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++) {
    g_autoptr (GError) error = NULL;

    tnk_test_store_refused (try_list (&test, tries[i][0], tries[i][1], &error) != NULL, &error, TNK_ERROR_REFUSED, "this is for");
  }
}

/* What was done about it takes it off the list: another exception; or the questionnaire is with its writer again. */
static void
test_mended (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-16");
  except (&test, "d3", "2026-06-16", "2026-12-31");
  assert_listed (&test, "p4", NULL, "d2 p1 1;d2 p7 1");
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "例外措置の期限が切れました");
  assert_listed (&test, "p4", NULL, "d2 p7 1");
}

/* Once the campaign is closed, what did not stand then stays. */
static void
test_closed (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  init (&test);
  on (&test, "2026-06-20");
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, &error));
  assert_listed (&test, "p2", "d2", "d2 p1 1;d2 p7 1");
  except (&test, "d2", "2026-06-20", "2026-12-31");
  assert_listed (&test, "p2", "d2", "d2 p1 1;d2 p7 1");
  tnk_test_store_verify (test.store);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskExceptions/names", test_names);
  g_test_add_func ("/Tenken/DeskExceptions/figures", test_figures);
  g_test_add_func ("/Tenken/DeskExceptions/counts-only", test_counts_only);
  g_test_add_func ("/Tenken/DeskExceptions/refused", test_refused);
  g_test_add_func ("/Tenken/DeskExceptions/mended", test_mended);
  g_test_add_func ("/Tenken/DeskExceptions/closed", test_closed);
  return g_test_run ();
}
