/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken.h"
#include "tnk-test-store.h"

/* p2 answers for d2, p3 is the CISO, p4 the secretariat, p5 answers for d3, p6 for the whole of d1. p7 holds no right, p8 not even a
 * role that a form asks for. */
#define STAFF \
  PERSON \
  "p1,山田　太郎,d2,staff\n" \
  "p2,鈴木　花子,d2,manager;staff\n" \
  "p3,佐藤　一郎,d0,ciso\n" \
  "p4,田中　二郎,d1,chief\n" \
  "p5,高橋　三郎,d3,manager\n" \
  "p6,渡辺　四郎,d1,director\n" \
  "p7,伊藤　五郎,d3,system-manager\n" \
  "p8,中村　六子,d2,related-rules\n"

static TnkDesk *
sit_down (TnkTestStore *test,
          const char *person_id)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk = tnk_desk_new (test->store, person_id, &error);

  g_assert_no_error (error);
  return desk;
}

/* An exception that is applied for, handed in or not; its id. */
static char *
apply_as (TnkTestStore *test,
          const char *person_id,
          gboolean submit)
{
  static const char *const values[][2] = {{"controls", "2.1-1"}, {"reason", "古い"}, {"substitute", "施錠"}, {"ends", "2027-03-31"}, {"urgent", "no"}};
  g_autoptr (TnkDesk) desk = sit_down (test, person_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecordView) begun = tnk_desk_start_record (desk, "exception", &error), filled = NULL, submitted = NULL;
  g_autoptr (TnkRecord) copy = NULL;
  const char *id;

  g_assert_no_error (error);
  g_assert_true (tnk_record_view_may_write (begun));
  copy = tnk_record_copy (tnk_record_view_get_record (begun));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (tnk_record_set_value (copy, values[i][0], values[i][1], &error));
  filled = tnk_desk_fill_record (desk, copy, NULL, &error);
  g_assert_no_error (error);
  id = tnk_record_get_id (copy);
  if (submit)
    submitted = tnk_desk_take_record_step (desk, id, tnk_record_get_revision (tnk_record_view_get_record (filled)), "submit", NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (id);
}

static char *
apply (TnkTestStore *test,
       gboolean submit)
{
  return apply_as (test, "p2", submit);
}

static void
init (TnkTestStore *test)
{
  tnk_test_store_init (test);
  tnk_test_store_import_roster (test, DEPARTMENTS, STAFF);
}

static guint
count (TnkTestStore *test,
       const char *person_id,
       TnkDeskRecords which)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tnk_desk_list_records (desk, which, &error);

  g_assert_no_error (error);
  return list->len;
}

static gboolean
sees (TnkTestStore *test,
      const char *person_id,
      const char *record_id)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecordView) view = tnk_desk_load_record (desk, record_id, &error);

  if (view == NULL)
    g_assert_error (error, TNK_ERROR, TNK_ERROR_REFUSED);
  g_assert_cmpuint (count (test, person_id, TNK_DESK_RECORDS_ALL), ==, view != NULL);
  return view != NULL;
}

static void
test_draft (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *id = NULL;

  init (&test);
  id = apply (&test, FALSE);
  /* not even the secretariat */
  g_assert_true (sees (&test, "p2", id));
  g_assert_false (sees (&test, "p3", id));
  g_assert_false (sees (&test, "p4", id));
  g_assert_false (sees (&test, "p6", id));
  g_assert_cmpuint (count (&test, "p2", TNK_DESK_RECORDS_MINE), ==, 1);
  g_assert_cmpuint (count (&test, "p2", TNK_DESK_RECORDS_WAITING), ==, 0);
}

static void
test_submitted (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *id = NULL;

  init (&test);
  id = apply (&test, TRUE);
  g_assert_true (sees (&test, "p2", id));
  g_assert_true (sees (&test, "p3", id));
  g_assert_true (sees (&test, "p4", id));
  g_assert_true (sees (&test, "p6", id)); /* answers for the department above */
  g_assert_false (sees (&test, "p5", id)); /* for another */
  g_assert_false (sees (&test, "p5", "exception-2026-009"));
  g_assert_cmpuint (count (&test, "p3", TNK_DESK_RECORDS_WAITING), ==, 1);
  g_assert_cmpuint (count (&test, "p3", TNK_DESK_RECORDS_MINE), ==, 0);
  g_assert_cmpuint (count (&test, "p6", TNK_DESK_RECORDS_WAITING), ==, 0);
}

static void
test_decide (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *id = NULL;
  g_autoptr (TnkDesk) own = NULL, ciso = NULL;
  g_autoptr (TnkRecordView) view = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  id = apply (&test, TRUE);
  own = sit_down (&test, "p2");
  ciso = sit_down (&test, "p3");
  tnk_test_store_refused (tnk_desk_take_record_step (own, id, 0, "approve", NULL, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "two people");
  view = tnk_desk_take_record_step (ciso, id, 0, "approve", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_record_view_get_n_steps (view), ==, 1);
  g_assert_cmpstr (tnk_form_step_get_id (tnk_record_view_get_step (view, 0)), ==, "end");
  g_assert_false (tnk_record_view_may_write (view));
  deadlines = tnk_record_view_list_deadlines (view);
  g_assert_cmpuint (deadlines->len, ==, 1);
  g_assert_cmpstr (tnk_record_deadline_get_day (deadlines->pdata[0]), ==, "2027-03-31");
  tnk_test_store_verify (test.store);
}

static guint
count_exceptions (TnkTestStore *test,
                  const char *person_id)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tnk_desk_list_exceptions (desk, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
test_register (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *id = NULL;
  g_autoptr (TnkDesk) ciso = NULL;
  g_autoptr (TnkRecordView) view = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  id = apply (&test, TRUE);
  g_assert_cmpuint (count_exceptions (&test, "p3"), ==, 0);
  ciso = sit_down (&test, "p3");
  view = tnk_desk_take_record_step (ciso, id, 0, "approve", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_exceptions (&test, "p2"), ==, 1);
  g_assert_cmpuint (count_exceptions (&test, "p3"), ==, 1);
  g_assert_cmpuint (count_exceptions (&test, "p4"), ==, 1);
  g_assert_cmpuint (count_exceptions (&test, "p6"), ==, 1);
  g_assert_cmpuint (count_exceptions (&test, "p5"), ==, 0);
}

static void
test_deputy (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *id = NULL;
  g_autoptr (TnkDesk) own = NULL, ciso = NULL, deputy = NULL;
  g_autoptr (TnkRecordView) view = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  id = apply (&test, TRUE);
  own = sit_down (&test, "p2");
  ciso = sit_down (&test, "p3");
  deputy = sit_down (&test, "p5");
  /* the applicant cannot choose who decides */
  tnk_test_store_refused (tnk_desk_name_deputy (own, "ciso", "p5", NULL, NULL, &error), &error, TNK_ERROR_REFUSED, "who holds it");
  tnk_test_store_refused (tnk_desk_take_record_step (deputy, id, 0, "approve", NULL, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, id);
  g_assert_true (tnk_desk_name_deputy (ciso, "ciso", "p5", NULL, "2026-06-30", &error));
  list = tnk_desk_list_deputies (own, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (tnk_deputy_get_person_id (list->pdata[0]), ==, "p5");
  g_assert_cmpuint (count (&test, "p5", TNK_DESK_RECORDS_WAITING), ==, 1);
  view = tnk_desk_take_record_step (deputy, id, 0, "approve", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tnk_desk_drop_deputy (ciso, "ciso", "p5", &error));
  tnk_test_store_verify (test.store);
}

static void
test_forms (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) own = NULL, ciso = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  init (&test);
  own = sit_down (&test, "p2");
  list = tnk_desk_list_forms (own, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    found |= g_str_equal (tnk_form_get_id (list->pdata[i]), "exception");
  g_assert_true (found);
  ciso = sit_down (&test, "p3");
  tnk_test_store_refused (tnk_desk_start_record (ciso, "exception", &error) != NULL, &error, TNK_ERROR_REFUSED, "“manager”");
  tnk_test_store_refused (tnk_desk_start_record (own, "nothing", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“nothing”");
}

static char *
join_roles_to_lend (TnkTestStore *test,
                    const char *person_id)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person_id);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) roles = tnk_desk_list_roles_to_lend (desk, &error);

  g_assert_no_error (error);
  return g_strjoinv (";", roles);
}

/* Nobody lends what no form lets a deputy do, nor the role of somebody else. */
static void
test_roles_to_lend (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *ciso = NULL, *manager = NULL;
  g_autoptr (GPtrArray) deputies = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  ciso = join_roles_to_lend (&test, "p3");
  manager = join_roles_to_lend (&test, "p2");
  g_assert_cmpstr (ciso, ==, "ciso");
  g_assert_cmpstr (manager, ==, "");
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p8", NULL, NULL, &error));
  deputies = tnk_store_list_deputies (test.store, &error);
  g_assert_cmpstr (tnk_deputy_get_person_name (deputies->pdata[0]), ==, "中村　六子");
}

/* --- without a right --- */

/* The own one and no other, whatever is in it; not the register. */
static void
test_own (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *id = NULL, *other = NULL;
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  other = apply (&test, TRUE);
  g_assert_false (sees (&test, "p7", other));
  id = apply_as (&test, "p7", TRUE);
  desk = sit_down (&test, "p7");
  forms = tnk_desk_list_forms (desk, &error);
  g_assert_cmpuint (forms->len, ==, 3);
  g_assert_true (sees (&test, "p7", id));
  g_assert_false (sees (&test, "p1", id));
  tnk_test_store_refused (tnk_desk_list_exceptions (desk, &error) != NULL, &error, TNK_ERROR_REFUSED, "p7");
  tnk_test_store_refused (tnk_desk_take_record_step (desk, id, 0, "approve", NULL, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "two people");
}

static void
step (TnkTestStore *test,
      const char *person_id,
      const char *record_id,
      const char *step_id)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecordView) view = tnk_desk_take_record_step (desk, record_id, 0, step_id, NULL, NULL, &error);

  g_assert_no_error (error);
}

/* Who stands in comes to what waits for a decision, and to what he or she decided, also when that is over. */
static void
test_own_deputy (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before, after;

  init (&test);
  first = apply_as (&test, "p7", TRUE);
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p8", NULL, NULL, &error));
  g_assert_cmpuint (count (&test, "p8", TNK_DESK_RECORDS_WAITING), ==, 1);
  g_assert_true (tnk_store_read_record_mark (test.store, &before, &error));
  step (&test, "p8", first, "approve");
  g_assert_true (tnk_store_read_record_mark (test.store, &after, &error));
  g_assert_cmpint (after, >, before);
  second = apply (&test, TRUE);
  g_assert_cmpuint (count (&test, "p8", TNK_DESK_RECORDS_ALL), ==, 2);
  g_assert_true (tnk_store_drop_deputy (test.store, "ciso", "p8", &error));
  g_assert_true (sees (&test, "p8", first));
  g_assert_cmpuint (count (&test, "p8", TNK_DESK_RECORDS_WAITING), ==, 0);
}

static void
test_choices (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkBody) departments = NULL, again = NULL;
  g_autoptr (TnkCatalog) before = NULL, catalog = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  tnk_test_store_import_roster (&test, DEPARTMENTS, STAFF);
  desk = sit_down (&test, "p7");
  g_assert_true (tnk_desk_read_record_choices (desk, &departments, &before, &error));
  g_assert_cmpuint (tnk_body_get_n_departments (departments), ==, 4);
  g_assert_cmpuint (tnk_body_get_n_people (departments), ==, 0);
  g_assert_null (before);
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  g_assert_true (tnk_desk_read_record_choices (desk, &again, &catalog, &error));
  g_assert_nonnull (tnk_catalog_lookup_control (catalog, "2.1-1"));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskRecords/draft", test_draft);
  g_test_add_func ("/Tenken/DeskRecords/submitted", test_submitted);
  g_test_add_func ("/Tenken/DeskRecords/decide", test_decide);
  g_test_add_func ("/Tenken/DeskRecords/register", test_register);
  g_test_add_func ("/Tenken/DeskRecords/deputy", test_deputy);
  g_test_add_func ("/Tenken/DeskRecords/forms", test_forms);
  g_test_add_func ("/Tenken/DeskRecords/roles-to-lend", test_roles_to_lend);
  g_test_add_func ("/Tenken/DeskRecords/own", test_own);
  g_test_add_func ("/Tenken/DeskRecords/own-deputy", test_own_deputy);
  g_test_add_func ("/Tenken/DeskRecords/choices", test_choices);
  return g_test_run ();
}
