/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-catalog-library.h"
#include "tnk-error.h"

/* Every test begins with an empty folder of the user, and ships what it puts into TENKEN_DATA_DIR. What the machine's folder
 * holds cannot be told, so no test counts all entries. */

static char *
text_of (const char *id,
         const char *edition,
         const char *title)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autofree char *id_line = g_strdup_printf ("\"id\": \"%s\",", id);
  g_autofree char *edition_line = g_strdup_printf ("\"edition\": \"%s\"", edition);
  g_autofree char *with_id = tnk_test_replace (text, "\"id\": \"small\",", id_line);
  g_autofree char *with_edition = tnk_test_replace (with_id, "\"edition\": \"2026-1\"", edition_line);

  return tnk_test_replace (with_edition, "Small catalog for tests", title);
}

static void
put (const char *parent,
     const char *name,
     const char *id,
     const char *edition,
     const char *title)
{
  g_autofree char *text = text_of (id, edition, title);
  g_autofree char *dir = g_build_filename (parent, "catalogs", NULL);
  g_autofree char *filename = tnk_test_write (dir, name, text, -1);
}

/* Points the shipped data at a folder with two editions of one catalog and another catalog. */
static char *
ship (void)
{
  char *dir = tnk_test_dir ();
  g_autofree char *user = tnk_test_user_dir ();

  put (dir, "a-2024.json", "a", "2024", "Shipped A 2024");
  put (dir, "a-2025.json", "a", "2025", "Shipped A 2025");
  put (dir, "b.json", "b", "1", "Shipped B");
  g_setenv ("TENKEN_DATA_DIR", dir, TRUE);
  return dir;
}

static void
assert_finds (TnkCatalogLibrary *library,
              const char *id,
              const char *edition,
              const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_library_find (library, id, edition, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalog);
  if (catalog == NULL)
    return;
  g_assert_cmpstr (tnk_text_get (tnk_catalog_get_title (catalog), "en"), ==, title);
}

static void
assert_not_found (TnkCatalogLibrary *library,
                  const char *id,
                  const char *edition)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tnk_catalog_library_find (library, id, edition, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
  tnk_test_assert_line (error->message, "", id);
}

static guint
index_of (TnkCatalogLibrary *library,
          const char *origin,
          const char *name)
{
  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++)
    if (g_str_equal (tnk_catalog_library_get_origin (library, i), origin) &&
        g_str_has_suffix (tnk_catalog_library_get_filename (library, i), name))
      return i;
  g_test_message ("there is no %s catalog %s", origin, name);
  g_test_fail ();
  return 0;
}

static void
test_shipped (void)
{
  g_autofree char *data = ship ();
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();

  g_assert_cmpuint (tnk_catalog_library_get_n_entries (library), >=, 3);
  g_assert_cmpuint (index_of (library, "shipped", "/catalogs/a-2024.json"), ==, 0);
  g_assert_cmpuint (index_of (library, "shipped", "/catalogs/a-2025.json"), ==, 1);
  g_assert_cmpuint (index_of (library, "shipped", "/catalogs/b.json"), ==, 2);
  assert_finds (library, "a", "2024", "Shipped A 2024");
  assert_finds (library, "a", "2025", "Shipped A 2025");
  assert_finds (library, "b", NULL, "Shipped B");
  assert_not_found (library, "c", NULL);
  assert_not_found (library, "a", "2026");
  assert_not_found (library, "A", NULL);
  g_assert_finalize_object (g_steal_pointer (&library));
}

/* A file put into the user's folder is found, without a build. */
static void
test_user (void)
{
  g_autofree char *data = ship ();
  g_autofree char *user = tnk_test_user_dir ();
  g_autoptr (TnkCatalogLibrary) before = tnk_catalog_library_new ();
  g_autoptr (TnkCatalogLibrary) library = NULL;

  assert_not_found (before, "own", NULL);
  put (user, "our-rules.json", "own", "3", "Our own");
  library = tnk_catalog_library_new ();
  index_of (library, "user", "/tenken/catalogs/our-rules.json");
  assert_finds (library, "own", NULL, "Our own");
  assert_finds (library, "own", "3", "Our own");
  assert_not_found (library, "own", "4");
  assert_finds (library, "b", NULL, "Shipped B");
  g_assert_finalize_object (g_steal_pointer (&before));
  g_assert_finalize_object (g_steal_pointer (&library));
}

static void
test_user_overrides_named_edition (void)
{
  g_autofree char *data = ship ();
  g_autofree char *user = tnk_test_user_dir ();
  g_autoptr (TnkCatalogLibrary) library = NULL;

  put (user, "b.json", "b", "1", "User B 1");
  put (user, "b-2.json", "b", "2", "User B 2");
  library = tnk_catalog_library_new ();
  /* unnamed: never unseen; named: the user's, also where the shipped one has the same edition */
  assert_finds (library, "b", NULL, "Shipped B");
  assert_finds (library, "b", "1", "User B 1");
  assert_finds (library, "b", "2", "User B 2");
  assert_finds (library, "a", "2024", "Shipped A 2024");
  g_assert_finalize_object (g_steal_pointer (&library));
}

static void
test_damaged (void)
{
  g_autofree char *data = ship ();
  g_autofree char *user = tnk_test_user_dir ();
  g_autofree char *dir = g_build_filename (user, "catalogs", NULL);
  g_autofree char *cut = tnk_test_write (dir, "b.json", "{\"format\": 1,\n", -1);
  g_autofree char *empty = tnk_test_write (dir, "empty.json", "", -1);
  g_autofree char *bytes = tnk_test_write (dir, "bytes.json", "\xff\0\xfe", 3);
  g_autofree char *inside = tnk_test_write (dir, "folder.json/x", "", -1);
  g_autoptr (TnkCatalogLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  put (user, "own.json", "own", "3", "Our own");
  library = tnk_catalog_library_new ();
  assert_finds (library, "a", "2025", "Shipped A 2025");
  assert_finds (library, "b", NULL, "Shipped B");
  assert_finds (library, "b", "1", "Shipped B");
  assert_finds (library, "own", "3", "Our own");
  /* one that is named itself says what is wrong with it */
  g_assert_null (tnk_catalog_library_load (library, index_of (library, "user", "/b.json"), &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (error->message, cut, "cut off");
  g_clear_error (&error);
  g_assert_null (tnk_catalog_library_find (library, "empty", NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (error->message, empty, "cut off");
  g_assert_finalize_object (g_steal_pointer (&library));
}

/* Which catalog a file holds stands in its head; what is wrong further down is said to whoever asks for it, and to nobody
 * else. */
static void
test_damaged_below_the_head (void)
{
  g_autofree char *data = ship (), *user = tnk_test_user_dir (), *text = text_of ("own", "3", "Our own");
  g_autofree char *spoilt = tnk_test_replace (text, "\"chapters\": [", "\"chapters\": [1,");
  g_autofree char *dir = g_build_filename (user, "catalogs", NULL), *file = tnk_test_write (dir, "rules.json", spoilt, -1);
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autoptr (GError) error = NULL;

  assert_finds (library, "a", "2025", "Shipped A 2025");
  assert_not_found (library, "own", "4");
  g_assert_null (tnk_catalog_library_find (library, "own", "3", &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (error->message, file, "chapters");
  g_assert_finalize_object (g_steal_pointer (&library));
}

/* A role that two catalogs have is listed once. */
static void
test_list_roles (void)
{
  g_autofree char *data = ship (), *user = tnk_test_user_dir (), *text = text_of ("own", "3", "Our own");
  g_autofree char *dir = g_build_filename (user, "catalogs", NULL);
  g_autofree char *head = tnk_test_replace (text, "\"roles\": [\n", "\"roles\": [{\"id\": \"archivist\", \"name\": {\"ja\": \"文書\", \"en\": "
                                                                    "\"Archivist\"}, \"description\": {\"ja\": \"文書を守る\", \"en\": \"Keeps\"}},");
  g_autofree char *file = tnk_test_write (dir, "own.json", head, -1);
  g_autofree char *damaged = tnk_test_write (dir, "x.json", "{", -1);
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autoptr (TnkCatalog) catalog = tnk_catalog_library_find (library, "a", NULL, NULL);
  g_auto (GStrv) roles = tnk_catalog_library_list_roles (library);

  g_assert_cmpuint (g_strv_length (roles), ==, tnk_catalog_get_n_roles (catalog) + 1);
  g_assert_cmpstr (roles[0], ==, tnk_role_get_id (tnk_catalog_get_role (catalog, 0)));
  g_assert_true (g_strv_contains ((const char *const *) roles, "archivist"));
  g_clear_object (&catalog);
  g_assert_finalize_object (g_steal_pointer (&library));
}

/* Whether a damaged file bears the name that is asked for depends on its own name, not on the folders above it. */
static void
test_damaged_is_not_blamed_for_its_folder (void)
{
  g_autofree char *data = ship ();
  g_autofree char *user = tnk_test_user_dir ();
  g_autofree char *dir = g_build_filename (user, "catalogs", NULL);
  g_autofree char *damaged = tnk_test_write (dir, "x.json", "{", -1);
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();

  assert_not_found (library, "tenken", NULL);
  assert_not_found (library, "catalogs", "1");
  g_assert_finalize_object (g_steal_pointer (&library));
}

static void
test_other_files (void)
{
  g_autofree char *data = ship ();
  g_autofree char *user = tnk_test_user_dir ();
  g_autofree char *dir = g_build_filename (user, "catalogs", NULL);
  g_autofree char *note = tnk_test_write (dir, "README", "notes", -1);
  g_autofree char *backup = tnk_test_write (dir, "b.json~", "{", -1);
  g_autofree char *hidden = tnk_test_write (dir, ".b.json", "{", -1);
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();

  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++)
    g_assert_cmpstr (tnk_catalog_library_get_origin (library, i), !=, "user");
  g_assert_finalize_object (g_steal_pointer (&library));
}

static void
test_load_once (void)
{
  g_autofree char *data = ship ();
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  TnkCatalog *first = tnk_catalog_library_load (library, 0, NULL);
  g_autoptr (TnkCatalog) again = tnk_catalog_library_load (library, 0, NULL);
  g_autoptr (TnkCatalog) found = tnk_catalog_library_find (library, "a", "2024", NULL);

  g_assert_true (first == again);
  g_assert_true (first == found);
  g_clear_object (&again);
  g_clear_object (&found);
  g_assert_finalize_object (g_steal_pointer (&library));
  /* a catalog outlives its library */
  g_assert_cmpstr (tnk_catalog_get_id (first), ==, "a");
  g_assert_finalize_object (first);
}

static void
test_no_data (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autoptr (TnkCatalogLibrary) library = NULL;

  g_setenv ("TENKEN_DATA_DIR", dir, TRUE);
  library = tnk_catalog_library_new ();
  assert_not_found (library, "a", NULL);
  g_assert_finalize_object (g_steal_pointer (&library));
}

/* What ships in truth. */
static char *shipped;

static void
test_mic_2020 (void)
{
  g_autoptr (TnkCatalogLibrary) library = NULL;
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("TENKEN_DATA_DIR", shipped, TRUE);
  library = tnk_catalog_library_new ();
  catalog = tnk_catalog_library_find (library, "mic-2020", NULL, &error);
  g_assert_no_error (error);
  if (catalog != NULL)
    g_assert_cmpuint (tnk_catalog_get_n_controls (catalog), ==, 348);
  g_clear_object (&catalog);
  g_assert_finalize_object (g_steal_pointer (&library));
}

int
main (int argc,
      char **argv)
{
  int status;

  tnk_test_init (&argc, &argv);
  shipped = tnk_test_shipped ("");
  g_test_add_func ("/Tenken/CatalogLibrary/MIC", test_mic_2020);
  g_test_add_func ("/Tenken/CatalogLibrary/shipped", test_shipped);
  g_test_add_func ("/Tenken/CatalogLibrary/user", test_user);
  g_test_add_func ("/Tenken/CatalogLibrary/user-overrides-named-edition", test_user_overrides_named_edition);
  g_test_add_func ("/Tenken/CatalogLibrary/damaged", test_damaged);
  g_test_add_func ("/Tenken/CatalogLibrary/damaged-is-not-blamed", test_damaged_is_not_blamed_for_its_folder);
  g_test_add_func ("/Tenken/CatalogLibrary/damaged-below-the-head", test_damaged_below_the_head);
  g_test_add_func ("/Tenken/CatalogLibrary/list-roles", test_list_roles);
  g_test_add_func ("/Tenken/CatalogLibrary/other-files", test_other_files);
  g_test_add_func ("/Tenken/CatalogLibrary/load-once", test_load_once);
  g_test_add_func ("/Tenken/CatalogLibrary/no-data", test_no_data);
  status = g_test_run ();
  g_free (shipped);
  return status;
}
