/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-store-roster.h"

#include "tnk-test-store.h"

static void
test_roles (void)
{
  g_auto (TnkTestStore) test = {0};
  g_auto (GStrv) shipped = NULL, roles = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  shipped = tnk_store_list_roles (test.store, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) shipped, "system-manager"));
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  roles = tnk_store_list_roles (test.store, &error);
  g_assert_true (g_strv_contains ((const char *const *) roles, "contractor"));
}

static void
test_pins (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GHashTable) none = NULL, pins = NULL;
  g_autoptr (GPtrArray) slips = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  none = tnk_store_list_pins (test.store, &error);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  slips = tnk_store_issue_pins (test.store, "d1", NULL, FALSE, NULL, NULL, NULL, &error);
  tnk_test_store_meddle (test.path, "UPDATE credential SET initial = 0 WHERE person_no = (SELECT no FROM person WHERE id = 'p2')");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\np2,鈴木　花子,d2,manager;staff\n");
  pins = tnk_store_list_pins (test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (pins), ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (pins, "p1")), ==, TNK_PIN_STATE_INITIAL);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (pins, "p2")), ==, TNK_PIN_STATE_OWN);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (pins, "p5")), ==, TNK_PIN_STATE_NONE);
}

static void
assert_asked (TnkTestStore *test,
              const char *department,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) body = tnk_store_load_asked (test->store, "2026", department, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tnk_body_get_n_people (body); i++) {
    TnkPerson *person = tnk_body_get_person (body, i);
    g_autofree char *roles = g_strjoinv (";", (char **) tnk_person_get_roles (person));

    g_string_append_printf (text, "%s %s %s,", tnk_person_get_id (person), tnk_department_get_id (tnk_person_get_department (person)), roles);
  }
  g_assert_cmpuint (tnk_body_get_n_departments (body), ==, 4);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_asked (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  /* Who left stays asked where the questionnaire is handed in, with the roles of then. */
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p2,鈴木　花子,d3,staff\np5,高橋　三郎,d3,staff\n");
  assert_asked (&test, NULL, "p3 d0 ciso,p1 d2 staff,p2 d2 manager;staff,p5 d3 staff,");
  assert_asked (&test, "d1", "p1 d2 staff,p2 d2 manager;staff,");
  assert_asked (&test, "d3", "p5 d3 staff,");
  tnk_test_store_refused (tnk_store_load_asked (test.store, "2026", "d9", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "d9");
  tnk_test_store_refused (tnk_store_load_asked (test.store, "1999", NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "1999");
}

static void
test_prepared (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  campaign = tnk_test_store_campaign ("2026");
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_refused (tnk_store_load_asked (test.store, "2026", NULL, &error) != NULL, &error, TNK_ERROR_STATE, "not open");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Store/People/roles", test_roles);
  g_test_add_func ("/Tenken/Store/People/pins", test_pins);
  g_test_add_func ("/Tenken/Store/People/asked", test_asked);
  g_test_add_func ("/Tenken/Store/People/prepared", test_prepared);
  return g_test_run ();
}
