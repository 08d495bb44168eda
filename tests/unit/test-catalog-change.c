/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-catalog-change.h"

static TnkCatalog *
load_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_data ("text.json", text, -1, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static char *
small_text (void)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");

  return tnk_test_read (filename);
}

/* One change as text: kind, control, and the members that differ. */
static char *
describe (TnkCatalogChange *change)
{
  TnkControl *control = tnk_catalog_change_get_new (change);
  g_autofree char *members = g_strjoinv (" ", (char **) tnk_catalog_change_get_members (change));

  if (control == NULL)
    control = tnk_catalog_change_get_old (change);
  return g_strdup_printf ("%s %s %s", tnk_catalog_change_kind_to_string (tnk_catalog_change_get_kind (change)),
                          tnk_control_get_id (control), members);
}

static void
test_words (void)
{
  g_assert_cmpstr (tnk_catalog_change_kind_to_string (TNK_CATALOG_CHANGE_KIND_ADDED), ==, "added");
  g_assert_cmpstr (tnk_catalog_change_kind_to_string (TNK_CATALOG_CHANGE_KIND_REMOVED), ==, "removed");
  g_assert_cmpstr (tnk_catalog_change_kind_to_string (TNK_CATALOG_CHANGE_KIND_CHANGED), ==, "changed");
  tnk_test_expect_critical ();
  g_assert_null (tnk_catalog_change_kind_to_string (3));
  g_test_assert_expected_messages ();
}

static void
test_none (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) new = tnk_test_small_catalog ();
  g_autoptr (GPtrArray) same = tnk_catalog_diff (old, old);
  g_autoptr (GPtrArray) alike = tnk_catalog_diff (old, new);

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (alike->len, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&old));
  g_assert_finalize_object (g_steal_pointer (&new));
}

/* One change to the small catalog, and the one difference that it makes. */
static void
test_members (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *expected;
  } cases[] = {
    {"\"clause\": \"1.2 (1)\"", "\"clause\": \"1.2 (9)\"", "changed 1.2-1 clause"},
    {"\"recommended\"", "\"required\"", "changed 1.2-1 level"},
    {"\"weight\": 2", "\"weight\": 5", "changed 1.2-1 weight"},
    {"\"weight\": 2", "\"critical\": true", "changed 1.2-1 weight critical"},
    {"\"ja\": \"訓練\"", "\"ja\": \"演習\"", "changed 1.2-1 title"},
    {"\"en\": \"Exercises\"", "\"en\": \"Drills\"", "changed 1.2-1 title"},
    {"年に一度、訓練します。", "年に二度、訓練します。", "changed 1.2-1 guidance"},
    {"訓練の記録", "演習の記録", "changed 1.2-1 evidence"},
    {"訓練の日を決める。", "演習の日を決める。", "changed 1.2-1 improvement"},
    {"[\"policy\", \"organisation\"]", "[\"organisation\", \"policy\"]", "changed 1.1-1 tags"},
    {"\"permits\"", "\"approves\"", "changed 1.2-1 duties"},
    {"\"staff\": \"responsible\", \"contractor\": \"informed\"", "\"staff\": \"responsible\"", "changed 1.2-1 duties"},
    {"列の位置は本文による。", "列の位置は本文に従う。", "changed 1.1-1 note"},
    {"訓練への参加を認めていますか。", "訓練への参加を許していますか。", "changed 1.2-1 questions"},
    {"見直しの途中である。", "見直している。", "changed 1.1-1 questions"},
    {"委員会で決めます。", "委員会に諮ります。", "changed 1.1-1 questions"},
    {"データを持ち出さない", "持ち出すデータがない", "changed 1.1-2 questions"},
    {"\"id\": \"take-out\"", "\"id\": \"carry-out\"", "changed 1.1-2 questions"},
    {"\"id\": \"device\",\n                  \"kind\": \"single\"", "\"id\": \"device\",\n                  \"kind\": \"multiple\"",
     "changed 2.1-1 questions"},
    {"タブレット", "平板端末", "changed 2.1-1 questions"},
    {"\"id\": \"phone\"", "\"id\": \"pad\"", "changed 2.1-1 questions"},
    {"[\"desk\", \"tablet\"]", "[\"desk\"]", "changed 2.1-1 questions"},
    {"\"question\": \"device\", \"answers\": [\"desk\", \"tablet\"]", "\"question\": \"take-out\", \"answers\": [\"partial\"]", "changed 2.1-1 questions"},
  };
  g_autofree char *text = small_text ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *changed = tnk_test_replace (text, cases[i].from, cases[i].to);
    g_autoptr (TnkCatalog) old = load_text (text);
    g_autoptr (TnkCatalog) new = load_text (changed);
    g_autoptr (GPtrArray) changes = new != NULL ? tnk_catalog_diff (old, new) : NULL;
    g_autofree char *description = changes != NULL && changes->len > 0 ? describe (g_ptr_array_index (changes, 0)) : NULL;

    g_assert_cmpstr (description, ==, cases[i].expected);
    g_assert_cmpuint (changes != NULL ? changes->len : 0, ==, 1);
  }
}

/* Who is asked is part of a question: here the chief's question goes to staff too, or staff's to nobody but them. */
static void
test_question_roles (void)
{
  g_autofree char *text = small_text ();
  g_autofree char *apart = tnk_test_replace (
    text, "\"roles\": [\"staff\", \"manager\"],\n                  \"text\": {\"ja\": \"持ち出す前に承認を得ていますか。\"",
    "\"roles\": [\"manager\"],\n                  \"text\": {\"ja\": \"持ち出す前に承認を得ていますか。\"");
  g_autofree char *moved = tnk_test_replace (
    apart, "\"roles\": [\"ciso\"],\n                  \"text\": {\"ja\": \"承認の前に理由を確かめていますか。\"",
    "\"id\": \"1.1-2/ciso\",\n                  \"roles\": [\"ciso\", \"staff\"],\n                  \"text\": {\"ja\": \"承認の前に理由を確かめていますか。\"");
  g_autoptr (TnkCatalog) old = load_text (text);
  g_autoptr (TnkCatalog) new = load_text (moved);
  g_autoptr (GPtrArray) changes = tnk_catalog_diff (old, new);

  g_assert_false (tnk_catalog_equal (old, new));
  g_assert_cmpuint (changes->len, ==, 1);
}

/* Those of the new catalog in its order, then those that it no longer has. */
static void
test_added_and_removed (void)
{
  static const char *const expected[] = {"added 0.9-1 ", "changed 1.2-1 weight", "added 2.1-9 ", "removed 1.1-1 ", "removed 2.1-3 "};
  g_autofree char *text = small_text ();
  g_autofree char *first = tnk_test_replace (text, "\"id\": \"1.1-1\"", "\"id\": \"0.9-1\"");
  g_autofree char *weight = tnk_test_replace (first, "\"weight\": 2", "\"weight\": 5");
  g_autofree char *last = tnk_test_replace (weight, "\"id\": \"2.1-3\"", "\"id\": \"2.1-9\"");
  g_autoptr (TnkCatalog) old = load_text (text);
  g_autoptr (TnkCatalog) new = load_text (last);
  g_autoptr (GPtrArray) changes = tnk_catalog_diff (old, new);

  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < MIN (changes->len, G_N_ELEMENTS (expected)); i++) {
    TnkCatalogChange *change = g_ptr_array_index (changes, i);
    g_autofree char *description = describe (change);

    g_assert_cmpstr (description, ==, expected[i]);
    g_assert_cmpint (tnk_catalog_change_get_old (change) == NULL, ==,
                     tnk_catalog_change_get_kind (change) == TNK_CATALOG_CHANGE_KIND_ADDED);
    g_assert_cmpint (tnk_catalog_change_get_new (change) == NULL, ==,
                     tnk_catalog_change_get_kind (change) == TNK_CATALOG_CHANGE_KIND_REMOVED);
  }
}

/* A change is of use after the catalogs were let go, and lets them go with it. */
static void
test_outlives_catalogs (void)
{
  g_autofree char *text = small_text ();
  g_autofree char *changed = tnk_test_replace (text, "\"weight\": 2", "\"weight\": 5");
  TnkCatalog *old = load_text (text);
  g_autoptr (TnkCatalog) new = load_text (changed);
  g_autoptr (GPtrArray) changes = tnk_catalog_diff (old, new);
  TnkCatalogChange *change = g_object_ref (g_ptr_array_index (changes, 0));

  g_clear_pointer (&changes, g_ptr_array_unref);
  g_object_unref (old);
  g_clear_object (&new);
  g_assert_cmpuint (tnk_control_get_weight (tnk_catalog_change_get_old (change)), ==, 2);
  g_assert_cmpstr (tnk_role_get_id (tnk_duty_get_role (tnk_control_get_duty (tnk_catalog_change_get_new (change), 0))), ==, "manager");
  g_object_add_weak_pointer (G_OBJECT (old), (gpointer *) &old);
  g_assert_finalize_object (change);
  g_assert_null (old);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CatalogChange/words", test_words);
  g_test_add_func ("/Tenken/CatalogChange/none", test_none);
  g_test_add_func ("/Tenken/CatalogChange/members", test_members);
  g_test_add_func ("/Tenken/CatalogChange/question-roles", test_question_roles);
  g_test_add_func ("/Tenken/CatalogChange/added-and-removed", test_added_and_removed);
  g_test_add_func ("/Tenken/CatalogChange/outlives-catalogs", test_outlives_catalogs);
  return g_test_run ();
}
