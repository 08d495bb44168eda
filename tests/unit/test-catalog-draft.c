/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-catalog-draft-private.h"

#include "tnk-error.h"
#include "tnk-revision.h"
#include "tnk-test.h"

static TnkCatalog *
finish (TnkCatalogDraft *draft)
{
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_draft_finish (draft, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static void
test_find (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog ();
  g_autoptr (TnkCatalogDraft) draft = tnk_catalog_draft_new (base, "own");
  TnkDraftEntry *control = tnk_catalog_draft_find_control (draft, "1.1-2");

  g_assert_true (tnk_catalog_draft_get_base (draft) == base);
  g_assert_nonnull (tnk_catalog_draft_find_role (draft, "staff"));
  g_assert_null (tnk_catalog_draft_find_role (draft, "nobody"));
  g_assert_nonnull (tnk_catalog_draft_find_chapter (draft, "1"));
  g_assert_nonnull (tnk_catalog_draft_find_section (draft, "1.2"));
  g_assert_null (tnk_catalog_draft_find_section (draft, "9"));
  g_assert_nonnull (tnk_catalog_draft_find_question (draft, control, "take-out"));
  g_assert_null (tnk_catalog_draft_find_question (draft, control, "no"));
}

/* A control that moves keeps its answers; one that is taken out and one that is put in are told by the map. */
static void
test_move (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog (), own = NULL;
  g_autoptr (TnkCatalogDraft) draft = tnk_catalog_draft_new (base, "own");

  tnk_catalog_draft_move_control (draft, tnk_catalog_draft_find_control (draft, "1.1-1"), tnk_catalog_draft_find_section (draft, "1.2"),
                                  tnk_catalog_draft_find_control (draft, "1.2-1"));
  tnk_catalog_draft_remove_control (draft, tnk_catalog_draft_find_control (draft, "1.1-2"));
  own = finish (draft);
  g_assert_cmpuint (tnk_control_get_index (tnk_catalog_lookup_control (own, "1.2-1")), ==, 0);
  g_assert_cmpuint (tnk_control_get_index (tnk_catalog_lookup_control (own, "1.1-1")), ==, 1);
  g_assert_null (tnk_catalog_find_successor (own, tnk_catalog_lookup_control (base, "1.1-2"), base));
  g_assert_true (tnk_catalog_find_successor (own, tnk_catalog_lookup_control (base, "1.1-1"), base) == tnk_catalog_get_control (own, 1));
}

static void
test_questions (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog (), own = NULL;
  g_autoptr (TnkCatalogDraft) draft = tnk_catalog_draft_new (base, "own");
  static const char *const staff[] = {"staff", NULL};
  TnkDraftEntry *control = tnk_catalog_draft_find_control (draft, "1.1-2"), *question;

  tnk_catalog_draft_remove_question (draft, control, tnk_catalog_draft_find_question (draft, control, "take-out"));
  question = tnk_catalog_draft_add_question (draft, control);
  tnk_draft_set_strings (question, "roles", staff);
  tnk_draft_set_text (question, "text", "新しい問い", NULL);
  tnk_draft_set_string (tnk_draft_open (control, "duties"), "manager", NULL);
  tnk_draft_set_integer (control, "weight", 3);
  tnk_draft_set_boolean (control, "critical", TRUE);
  tnk_draft_set_text (control, "note", NULL, NULL);
  own = finish (draft);
  g_assert_cmpuint (tnk_control_get_n_questions (tnk_catalog_lookup_control (own, "1.1-2")), ==, 2);
  g_assert_cmpuint (tnk_control_get_weight (tnk_catalog_lookup_control (own, "1.1-2")), ==, 3);
  g_assert_true (tnk_control_is_critical (tnk_catalog_lookup_control (own, "1.1-2")));
}

/* A draft that breaks the rules of catalogs comes to nothing. */
static void
test_refused (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog ();
  g_autoptr (TnkCatalogDraft) draft = tnk_catalog_draft_new (base, "own");
  TnkDraftEntry *control = tnk_catalog_draft_find_control (draft, "1.1-2");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  tnk_catalog_draft_remove_question (draft, control, tnk_catalog_draft_find_question (draft, control, "take-out"));
  g_assert_null (tnk_catalog_draft_finish (draft, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 2);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CatalogDraft/find", test_find);
  g_test_add_func ("/Tenken/CatalogDraft/move", test_move);
  g_test_add_func ("/Tenken/CatalogDraft/questions", test_questions);
  g_test_add_func ("/Tenken/CatalogDraft/refused", test_refused);
  return g_test_run ();
}
