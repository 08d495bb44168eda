/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-catalog-derive.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-revision.h"
#include "tnk-test.h"

static TnkCatalog *
derive (TnkCatalog *base,
        const char *edits,
        GPtrArray **problems,
        GError **error)
{
  g_autofree char *folder = tnk_test_dir (), *filename = tnk_test_write (folder, "edits.json", edits, -1);

  return tnk_catalog_derive (base, "own", filename, problems, error);
}

static TnkCatalog *
derive_well (TnkCatalog *base,
             const char *edits)
{
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = derive (base, edits, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static void
assert_kind (TnkCatalog *own,
             TnkCatalog *base,
             const char *id,
             const char *before,
             TnkRevisionKind expected)
{
  TnkRevisionKind kind = TNK_REVISION_KIND_REMOVED;
  TnkControl *control = tnk_catalog_lookup_control (own, id), *old = tnk_catalog_trace_control (own, control, base, &kind);

  g_assert_cmpstr (old != NULL ? tnk_control_get_id (old) : NULL, ==, before);
  g_assert_cmpint (kind, ==, expected);
}

/* Nothing changed: all goes on. */
static void
test_copy (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog (), own = NULL;
  g_autoptr (GError) error = NULL;

  own = tnk_catalog_derive (base, "own", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tnk_catalog_get_id (own), ==, "own");
  g_assert_cmpstr (tnk_catalog_get_revised_id (own), ==, "small");
  g_assert_true (tnk_catalog_follows (own, base));
  g_assert_cmpuint (tnk_catalog_get_n_controls (own), ==, tnk_catalog_get_n_controls (base));
  for (guint i = 0; i < tnk_catalog_get_n_controls (base); i++) {
    const char *id = tnk_control_get_id (tnk_catalog_get_control (base, i));

    assert_kind (own, base, id, id, TNK_REVISION_KIND_KEPT);
  }
}

#define NEW "{\"id\": \"1.1-9\", \"clause\": \"1.1 (9)\", \"level\": \"required\", \"title\": {\"ja\": \"新\"}, \"guidance\": {\"ja\": \"手\"}, \"evidence\": {\"ja\": \"証\"}," \
            "\"improvement\": {\"ja\": \"改\"}, \"duties\": {\"staff\": \"responsible\"}, \"questions\": [{\"roles\": [\"staff\"], \"text\": {\"ja\": \"問\"}}]}"

static void
test_edits (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) own = derive_well (base, "{\"format\": 1, \"edition\": \"2027\", \"title\": {\"ja\": \"自前\"}, \"roles\": [{\"id\": \"staff\", \"name\": {\"ja\": \"全員\"}}],"
                                                  "\"controls\": [{\"remove\": \"2.1-1\"}, {\"change\": \"1.2-1\", \"level\": \"required\"}, {\"change\": \"1.1-2\", \"title\": {\"ja\": \"改題\"}},"
                                                  "{\"change\": \"1.1-1\", \"clause\": \"1.1 (8)\"}, {\"add\": " NEW ", \"section\": \"1.1\", \"after\": \"1.1-1\"}]}");

  g_assert_cmpstr (tnk_catalog_get_edition (own), ==, "2027");
  g_assert_cmpstr (tnk_text_get (tnk_role_get_name (tnk_catalog_lookup_role (own, "staff")), "ja"), ==, "全員");
  g_assert_null (tnk_catalog_lookup_control (own, "2.1-1"));
  g_assert_cmpint (tnk_control_get_level (tnk_catalog_lookup_control (own, "1.2-1")), ==, TNK_LEVEL_REQUIRED);
  g_assert_cmpuint (tnk_control_get_index (tnk_catalog_lookup_control (own, "1.1-9")), ==, 1);
  assert_kind (own, base, "1.1-9", NULL, TNK_REVISION_KIND_ADDED);
  assert_kind (own, base, "1.1-2", "1.1-2", TNK_REVISION_KIND_REWORDED);
  assert_kind (own, base, "1.1-1", "1.1-1", TNK_REVISION_KIND_RENUMBERED);
  /* who adopts a recommended control asks the same as before */
  assert_kind (own, base, "1.2-1", "1.2-1", TNK_REVISION_KIND_KEPT);
  /* what lacks English is no catalog in English, but what has it keeps it */
  g_assert_false (g_strv_contains (tnk_catalog_get_languages (own), "en"));
  g_assert_true (tnk_text_has (tnk_control_get_title (tnk_catalog_lookup_control (own, "1.2-1")), "en"));
  g_assert_false (tnk_text_has (tnk_control_get_title (tnk_catalog_lookup_control (own, "1.1-2")), "en"));
}

/* Numbers that are passed on in a ring, with questions that are called after them. */
static void
test_ring (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) own = derive_well (base, "{\"format\": 1, \"controls\": [{\"change\": \"1.1-1\", \"id\": \"1.2-1\"}, {\"change\": \"1.2-1\", \"id\": \"1.1-1\"}]}");

  assert_kind (own, base, "1.2-1", "1.1-1", TNK_REVISION_KIND_RENUMBERED);
  assert_kind (own, base, "1.1-1", "1.2-1", TNK_REVISION_KIND_RENUMBERED);
}

static void
test_faults (void)
{
  static const char *const cases[][2] = {
    {"{", "edits.json:1"},
    {"[]", "edits.json"},
    {"{\"format\": 2}", "format"},
    {"{\"format\": 1, \"chapters\": []}", "chapters"},
    {"{\"format\": 1, \"controls\": [{\"remove\": \"9\"}]}", "controls[0].remove"},
    {"{\"format\": 1, \"controls\": [{\"change\": \"9\"}]}", "no control “9”"},
    {"{\"format\": 1, \"controls\": [{\"change\": \"1.1-1\", \"titel\": 1}]}", "titel"},
    {"{\"format\": 1, \"controls\": [{}]}", "say what is done"},
    {"{\"format\": 1, \"controls\": [{\"add\": {}, \"section\": \"9\"}]}", "no section “9”"},
    {"{\"format\": 1, \"controls\": [{\"add\": {}, \"section\": \"1.1\"}]}", "own:"},
    {"{\"format\": 1, \"controls\": [{\"add\": [], \"section\": \"1.1\"}]}", "controls[0]"},
    {"{\"format\": 1, \"controls\": [{\"change\": \"1.1-1\", \"questions\": 5}]}", "questions"},
    {"{\"format\": 1, \"controls\": [{\"change\": \"1.1-1\", \"id\": \"1.1-2\"}]}", "1.1-2"},
    {"{\"format\": 1, \"controls\": [{\"remove\": \"1.1-1\"}, {\"remove\": \"1.1-1\"}]}", "put both into one"},
    {"{\"format\": 1, \"roles\": [{\"id\": \"nobody\"}]}", "renamed, not added"},
    {"{\"format\": 1, \"edition\": 5}", "edition"},
  };
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) problems = NULL;

    g_test_message ("%s", cases[i][0]);
    g_assert_null (derive (base, cases[i][0], &problems, &error));
    g_assert_true (error != NULL && error->domain == TNK_ERROR);
    g_assert_nonnull (strstr (error->message, cases[i][1]));
  }
}

static void
test_same_name (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog ();
  g_autofree char *folder = tnk_test_dir (), *filename = tnk_test_write (folder, "e.json", "{\"format\": 1, \"edition\": \"2026-1\"}", -1), *none = g_build_filename (folder, "none", NULL);
  g_autoptr (GError) error = NULL, missing = NULL;

  g_assert_null (tnk_catalog_derive (base, "small", filename, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "is the base itself"));
  g_assert_null (tnk_catalog_derive (base, "own", none, NULL, &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CatalogDerive/copy", test_copy);
  g_test_add_func ("/Tenken/CatalogDerive/edits", test_edits);
  g_test_add_func ("/Tenken/CatalogDerive/ring", test_ring);
  g_test_add_func ("/Tenken/CatalogDerive/faults", test_faults);
  g_test_add_func ("/Tenken/CatalogDerive/same-name", test_same_name);
  return g_test_run ();
}
