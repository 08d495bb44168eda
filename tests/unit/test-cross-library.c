/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-cross-library.h"

#include "tnk-error.h"
#include "tnk-test.h"

#define FILE_FORMAT \
  "{\"format\": 1, \"from\": {\"catalog\": \"%s\", \"edition\": \"1\"}, \"to\": {\"catalog\": \"%s\", \"edition\": \"1\"}," \
  " \"references\": [{\"from\": \"1.1-1\", \"relation\": \"%s\", \"to\": \"1.1-2\"}]}"

/* Catalogs by the names a, b and c, all with the controls of the small one; “b” revises “a”. */
static char *
write_catalog (const char *dir,
               const char *id,
               const char *revised)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json"), *text = tnk_test_read (filename);
  g_autofree char *id_line = g_strdup_printf ("\"id\": \"%s\",", id);
  g_autofree char *map = revised == NULL ? g_strdup ("\"languages\": [\"ja\", \"en\"],")
                                         : g_strdup_printf ("\"languages\": [\"ja\", \"en\"], \"revises\": {\"catalog\": \"%s\", "
                                                            "\"edition\": \"1\", \"controls\": []},",
                                                            revised);
  g_autofree char *with_id = tnk_test_replace (text, "\"id\": \"small\",", id_line);
  g_autofree char *with_edition = tnk_test_replace (with_id, "\"edition\": \"2026-1\"", "\"edition\": \"1\"");
  g_autofree char *with_map = tnk_test_replace (with_edition, "\"languages\": [\"ja\", \"en\"],", map);
  g_autofree char *name = g_strconcat (id, ".json", NULL), *folder = g_build_filename (dir, "catalogs", NULL);

  return tnk_test_write (folder, name, with_map, -1);
}

static void
write_cross (const char *dir,
             const char *from,
             const char *to,
             const char *relation)
{
  g_autofree char *folder = g_build_filename (dir, "catalogs", "cross", NULL);
  g_autofree char *name = g_strdup_printf ("%s--%s.json", from, to);
  g_autofree char *text = g_strdup_printf (FILE_FORMAT, from, to, relation);
  g_autofree char *filename = tnk_test_write (folder, name, text, -1);
}

/* a, with b after it and c after that, beside the catalog x. */
static char *
ship (void)
{
  static const char *const catalogs[][2] = {{"a", NULL}, {"b", "a"}, {"c", "b"}, {"x", NULL}, {"y", NULL}};
  char *dir = tnk_test_dir ();
  g_autofree char *user = tnk_test_user_dir ();

  for (guint i = 0; i < G_N_ELEMENTS (catalogs); i++) {
    g_autofree char *filename = write_catalog (dir, catalogs[i][0], catalogs[i][1]);
  }
  g_setenv ("TENKEN_DATA_DIR", dir, TRUE);
  return dir;
}

/* relation: NULL where there is no way. */
static void
assert_way (const char *from,
            const char *to,
            const char *control,
            const char *other,
            const char *relation)
{
  g_autoptr (TnkCatalogLibrary) catalogs = tnk_catalog_library_new ();
  g_autoptr (TnkCrossLibrary) library = tnk_cross_library_new (catalogs);
  g_autoptr (TnkCatalog) first = tnk_catalog_library_find (catalogs, from, NULL, NULL);
  g_autoptr (TnkCatalog) second = tnk_catalog_library_find (catalogs, to, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCrossReferences) references = tnk_cross_library_find (library, first, second, &error);
  g_autoptr (GPtrArray) list = NULL;

  if (relation == NULL) {
    g_assert_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
    g_assert_null (references);
    return;
  }
  g_assert_no_error (error);
  if (references == NULL)
    return;
  g_assert_true (tnk_cross_references_starts_at (references, first));
  g_assert_true (tnk_cross_references_leads_to (references, second));
  list = tnk_cross_references_list_from (references, control);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (tnk_cross_reference_get_to (list->pdata[0]), ==, other);
  g_assert_cmpstr (tnk_relation_to_string (tnk_cross_reference_get_relation (list->pdata[0])), ==, relation);
}

static void
test_direct (void)
{
  g_autofree char *dir = ship ();

  write_cross (dir, "a", "x", "part");
  assert_way ("a", "x", "1.1-1", "1.1-2", "part");
  assert_way ("x", "a", "1.1-2", "1.1-1", "wider");
  assert_way ("a", "y", NULL, NULL, NULL);
  assert_way ("y", "x", NULL, NULL, NULL);
}

/* A body's own catalog refers to what that refers to from which it was derived; and the other way round. */
static void
test_editions (void)
{
  g_autofree char *dir = ship ();

  write_cross (dir, "a", "x", "part");
  assert_way ("c", "x", "1.1-1", "1.1-2", "part");
  assert_way ("x", "c", "1.1-2", "1.1-1", "wider");
}

static void
test_editions_before (void)
{
  g_autofree char *dir = ship ();

  write_cross (dir, "x", "c", "part");
  assert_way ("a", "x", "1.1-2", "1.1-1", "wider");
  assert_way ("x", "b", "1.1-1", "1.1-2", "part");
}

/* What is said about just these two wins over what follows from others. */
static void
test_nearest (void)
{
  g_autofree char *dir = ship ();

  write_cross (dir, "a", "x", "part");
  write_cross (dir, "x", "c", "same");
  assert_way ("a", "x", "1.1-1", "1.1-2", "part");
  assert_way ("c", "x", "1.1-2", "1.1-1", "same");
}

static void
test_origins (void)
{
  g_autofree char *dir = ship (), *user = tnk_test_user_dir ();
  g_autoptr (TnkCatalogLibrary) catalogs = tnk_catalog_library_new ();
  g_autoptr (TnkCrossLibrary) library = NULL;
  guint last;

  write_cross (dir, "a", "x", "part");
  write_cross (user, "a", "x", "related");
  library = tnk_cross_library_new (catalogs);
  last = tnk_cross_library_get_n_entries (library) - 1;
  g_assert_cmpstr (tnk_cross_library_get_origin (library, 0), ==, "shipped");
  g_assert_cmpstr (tnk_cross_library_get_origin (library, last), ==, "user");
  g_assert_true (g_str_has_suffix (tnk_cross_library_get_filename (library, last), "/cross/a--x.json"));
  assert_way ("a", "x", "1.1-1", "1.1-2", "related");
}

/* A damaged file says so where it is asked for, and stands in the way of nothing else. */
static void
test_damaged (void)
{
  g_autofree char *dir = ship (), *folder = g_build_filename (dir, "catalogs", "cross", NULL);
  g_autofree char *filename = tnk_test_write (folder, "a--y.json", "{\"format\": 1", -1);
  g_autoptr (TnkCatalogLibrary) catalogs = tnk_catalog_library_new ();
  g_autoptr (TnkCrossLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  write_cross (dir, "a", "x", "part");
  library = tnk_cross_library_new (catalogs);
  g_assert_null (tnk_cross_library_load (library, 1, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  assert_way ("a", "x", "1.1-1", "1.1-2", "part");
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);

  g_test_add_func ("/Tenken/CrossLibrary/direct", test_direct);
  g_test_add_func ("/Tenken/CrossLibrary/editions", test_editions);
  g_test_add_func ("/Tenken/CrossLibrary/editions-before", test_editions_before);
  g_test_add_func ("/Tenken/CrossLibrary/nearest", test_nearest);
  g_test_add_func ("/Tenken/CrossLibrary/origins", test_origins);
  g_test_add_func ("/Tenken/CrossLibrary/damaged", test_damaged);

  return g_test_run ();
}
