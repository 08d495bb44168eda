/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-revision.h"

#include <string.h>

#include "tnk-catalog-change.h"
#include "tnk-error.h"
#include "tnk-test.h"

#define HEAD "\"revises\": {\"catalog\": \"small\", \"edition\": \"2026-1\", \"controls\": ["
#define TRUE_ROWS \
  "{\"change\": \"renumbered\", \"from\": \"1.2-1\", \"to\": \"1.3-1\"}," \
  "{\"change\": \"reworded\", \"from\": \"1.1-2\", \"to\": \"1.1-2\"}," \
  "{\"change\": \"removed\", \"from\": \"2.1-1\"}," \
  "{\"change\": \"added\", \"to\": \"2.1-9\"}"

static TnkCatalog *
load (const char *text,
      GError **error)
{
  return tnk_catalog_load_data ("next.json", text, -1, NULL, error);
}

/* The small catalog a year later: a control has another number, one asks something else, one is gone and one has come. */
static char *
next_text (const char *rows)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *map = g_strconcat ("\"languages\": [\"ja\", \"en\"], " HEAD, rows, "]},", NULL);
  static const char *const changes[][2] = {{"\"id\": \"small\"", "\"id\": \"small-next\""},
                                           {"\"edition\": \"2026-1\"", "\"edition\": \"2027-1\""},
                                           {"\"id\": \"1.2-1\"", "\"id\": \"1.3-1\""},
                                           {"\"clause\": \"1.2 (1)\"", "\"clause\": \"1.3 (1)\""},
                                           {"持ち出す前に承認を得ていますか。", "持ち出す前に申請していますか。"},
                                           {"\"id\": \"2.1-1\"", "\"id\": \"2.1-9\""}};
  char *text = tnk_test_read (filename);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *before = text;

    text = tnk_test_replace (before, changes[i][0], changes[i][1]);
  }
  if (rows != NULL) {
    g_autofree char *before = text;

    text = tnk_test_replace (before, "\"languages\": [\"ja\", \"en\"],", map);
  }
  return text;
}

static TnkCatalog *
load_next (const char *rows)
{
  g_autofree char *text = next_text (rows);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = load (text, &error);

  g_assert_no_error (error);
  return catalog;
}

static void
assert_trace (TnkCatalog *new,
              TnkCatalog *old,
              const char *id,
              const char *expected,
              TnkRevisionKind expected_kind)
{
  TnkRevisionKind kind = TNK_REVISION_KIND_REMOVED;
  TnkControl *control = tnk_catalog_trace_control (new, tnk_catalog_lookup_control (new, id), old, &kind);

  g_assert_cmpstr (control != NULL ? tnk_control_get_id (control) : NULL, ==, expected);
  g_assert_cmpint (kind, ==, expected_kind);
}

/* The way on is the way back, turned round. */
static void
assert_successor (TnkCatalog *new,
                  TnkCatalog *old,
                  TnkControl *control)
{
  TnkControl *expected = NULL;

  for (guint i = 0; i < tnk_catalog_get_n_controls (new); i++)
    if (tnk_catalog_trace_control (new, tnk_catalog_get_control (new, i), old, NULL) == control)
      expected = tnk_catalog_get_control (new, i);
  g_assert_true (tnk_catalog_find_successor (new, control, old) == expected);
}

static void
test_words (void)
{
  TnkRevisionKind kind = TNK_REVISION_KIND_KEPT;

  for (guint i = 0; i <= TNK_REVISION_KIND_REMOVED; i++) {
    g_assert_true (tnk_revision_kind_from_string (tnk_revision_kind_to_string (i), &kind));
    g_assert_cmpuint (kind, ==, i);
    g_assert_cmpint (tnk_revision_kind_goes_on (i), ==, i <= TNK_REVISION_KIND_RENUMBERED);
  }
  g_assert_false (tnk_revision_kind_from_string ("Kept", &kind));
}

static void
test_map (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = load_next (TRUE_ROWS);
  g_autoptr (GPtrArray) removed = tnk_catalog_list_removed (new, old);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (tnk_catalog_get_revised_id (new), ==, "small");
  g_assert_cmpstr (tnk_catalog_get_revised_edition (new), ==, "2026-1");
  g_assert_null (tnk_catalog_get_revised_id (old));
  g_assert_true (tnk_catalog_follows (new, old));
  g_assert_false (tnk_catalog_follows (old, new));
  assert_trace (new, old, "1.1-1", "1.1-1", TNK_REVISION_KIND_KEPT);
  assert_trace (new, old, "1.1-2", "1.1-2", TNK_REVISION_KIND_REWORDED);
  assert_trace (new, old, "1.3-1", "1.2-1", TNK_REVISION_KIND_RENUMBERED);
  assert_trace (new, old, "2.1-9", NULL, TNK_REVISION_KIND_ADDED);
  for (guint i = 0; i < tnk_catalog_get_n_controls (old); i++)
    assert_successor (new, old, tnk_catalog_get_control (old, i));
  g_assert_cmpuint (removed->len, ==, 1);
  g_assert_cmpstr (tnk_control_get_id (removed->pdata[0]), ==, "2.1-1");
  g_assert_true (tnk_catalog_check_revision (new, old, &error));
  g_assert_no_error (error);
}

/* Without a map, and with another id, two catalogs have nothing to do with each other. */
static void
test_no_map (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = load_next (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_catalog_follows (new, old));
  assert_trace (new, old, "1.1-1", NULL, TNK_REVISION_KIND_ADDED);
  g_assert_false (tnk_catalog_check_revision (new, old, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
}

/* An edition under the same id needs no map: its words decide. */
static void
test_same_id (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = NULL;
  g_autofree char *next = next_text (NULL), *text = tnk_test_replace (next, "\"small-next\"", "\"small\"");

  new = load (text, NULL);
  assert_trace (old, old, "1.1-2", "1.1-2", TNK_REVISION_KIND_KEPT);
  assert_trace (new, old, "1.1-1", "1.1-1", TNK_REVISION_KIND_KEPT);
  assert_trace (new, old, "1.1-2", "1.1-2", TNK_REVISION_KIND_REWORDED);
  assert_trace (new, old, "1.3-1", NULL, TNK_REVISION_KIND_ADDED);
}

/* What differs between two editions follows the map, too: a new number is a change, not a new control. */
static void
test_diff (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = load_next (TRUE_ROWS);
  g_autoptr (GPtrArray) changes = tnk_catalog_diff (old, new);
  static const struct
  {
    TnkCatalogChangeKind kind;
    const char *old;
    const char *new;
  } expected[] = {{TNK_CATALOG_CHANGE_KIND_CHANGED, "1.1-2", "1.1-2"},
                  {TNK_CATALOG_CHANGE_KIND_CHANGED, "1.2-1", "1.3-1"},
                  {TNK_CATALOG_CHANGE_KIND_ADDED, NULL, "2.1-9"},
                  {TNK_CATALOG_CHANGE_KIND_REMOVED, "2.1-1", NULL}};

  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < changes->len; i++) {
    TnkControl *before = tnk_catalog_change_get_old (changes->pdata[i]), *after = tnk_catalog_change_get_new (changes->pdata[i]);

    g_assert_cmpint (tnk_catalog_change_get_kind (changes->pdata[i]), ==, expected[i].kind);
    g_assert_cmpstr (before != NULL ? tnk_control_get_id (before) : NULL, ==, expected[i].old);
    g_assert_cmpstr (after != NULL ? tnk_control_get_id (after) : NULL, ==, expected[i].new);
  }
  g_assert_cmpstr (tnk_catalog_change_get_members (changes->pdata[1])[0], ==, "id");
  g_assert_cmpstr (tnk_catalog_change_get_members (changes->pdata[1])[1], ==, "clause");
  g_assert_null (tnk_catalog_change_get_members (changes->pdata[1])[2]);
}

static void
test_written (void)
{
  g_autoptr (TnkCatalog) new = load_next (TRUE_ROWS), again = NULL;
  g_autofree char *text = tnk_catalog_to_data (new), *twice = NULL;
  g_autoptr (GError) error = NULL;

  again = load (text, &error);
  g_assert_no_error (error);
  twice = tnk_catalog_to_data (again);
  g_assert_cmpstr (text, ==, twice);
  g_assert_cmpstr (tnk_catalog_get_revised_id (again), ==, "small");
}

typedef struct
{
  const char *name;
  const char *rows;
  const char *words;
} Bad;

/* Faults of the file, which need no other edition. */
static const Bad bad_files[] = {
  {"unknown-word", "{\"change\": \"moved\", \"from\": \"1.2-1\", \"to\": \"1.3-1\"}", "moved"},
  {"no-from", "{\"change\": \"renumbered\", \"to\": \"1.3-1\"}", "needs the control of the old edition"},
  {"no-to", "{\"change\": \"reworded\", \"from\": \"1.2-1\"}", "needs the control of this edition"},
  {"added-from", "{\"change\": \"added\", \"from\": \"1.2-1\", \"to\": \"1.3-1\"}", "comes from no control"},
  {"removed-to", "{\"change\": \"removed\", \"from\": \"1.2-1\", \"to\": \"1.3-1\"}", "leads to no control"},
  {"unknown-control", "{\"change\": \"added\", \"to\": \"9.9-9\"}", "9.9-9"},
  {"twice", "{\"change\": \"added\", \"to\": \"1.3-1\"}, {\"change\": \"added\", \"to\": \"1.3-1\"}", "twice"},
  {"member", "{\"change\": \"added\", \"to\": \"1.3-1\", \"why\": \"x\"}", "why"},
};

static void
test_bad_file (gconstpointer data)
{
  const Bad *bad = data;
  g_autofree char *text = next_text (bad->rows);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, bad->words));
}

/* Maps that can be read and are not true. */
static const Bad bad_maps[] = {
  {"old-unknown", TRUE_ROWS ", {\"change\": \"removed\", \"from\": \"8.8-8\"}", "“8.8-8” is no control"},
  {"not-reworded", "{\"change\": \"reworded\", \"from\": \"1.2-1\", \"to\": \"1.3-1\"}", "asks the same"},
  {"not-renumbered", "{\"change\": \"renumbered\", \"from\": \"1.1-2\", \"to\": \"1.1-2\"}", "asks something else"},
  {"new-unnamed", "{\"change\": \"reworded\", \"from\": \"1.1-2\", \"to\": \"1.1-2\"}", "“1.3-1” is not named"},
  {"changed-unnamed", "{\"change\": \"renumbered\", \"from\": \"1.2-1\", \"to\": \"1.3-1\"}", "“1.1-2” is not named, but"},
  {"old-unnamed",
   "{\"change\": \"renumbered\", \"from\": \"1.2-1\", \"to\": \"1.3-1\"}, {\"change\": \"added\", \"to\": \"2.1-9\"}, "
   "{\"change\": \"reworded\", \"from\": \"1.1-2\", \"to\": \"1.1-2\"}",
   "“2.1-1” of the old edition"},
};

static void
test_bad_map (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = load_next (bad->rows);
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_catalog_check_revision (new, old, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, bad->words));
}

static void
add_bad (const char *kind,
         const Bad *bad,
         GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/Tenken/Revision/%s/%s", kind, bad->name);

  g_test_add_data_func (path, bad, func);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Revision/words", test_words);
  g_test_add_func ("/Tenken/Revision/map", test_map);
  g_test_add_func ("/Tenken/Revision/no-map", test_no_map);
  g_test_add_func ("/Tenken/Revision/same-id", test_same_id);
  g_test_add_func ("/Tenken/Revision/diff", test_diff);
  g_test_add_func ("/Tenken/Revision/written", test_written);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    add_bad ("bad-file", &bad_files[i], test_bad_file);
  for (guint i = 0; i < G_N_ELEMENTS (bad_maps); i++)
    add_bad ("bad-map", &bad_maps[i], test_bad_map);
  return g_test_run ();
}
