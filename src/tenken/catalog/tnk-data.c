/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-data-private.h"

#include <string.h>

#include "tnk-error.h"

/* Where data is found: TENKEN_DATA_DIR comes first when set; then what the user and the machine add; then what ships:
 * in the source tree for a program that runs from its build tree, else in the installed place. */

static gboolean
runs_from_build_tree (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, TENKEN_BUILD_DIR "/");
}

/* The directory of the data that ships. */
char *
tnk_data_get_shipped_dir (void)
{
  if (g_getenv ("TENKEN_DATA_DIR") != NULL)
    return g_strdup (g_getenv ("TENKEN_DATA_DIR"));
  if (!runs_from_build_tree () && g_file_test (TENKEN_PKGDATADIR, G_FILE_TEST_IS_DIR))
    return g_strdup (TENKEN_PKGDATADIR);
  return g_strdup (TENKEN_SOURCE_DATADIR);
}

/* The directories in which data is looked for, the first that has a file wins: the user's, the machine's, the shipped. */
char **
tnk_data_list_dirs (void)
{
  g_autoptr (GStrvBuilder) dirs = g_strv_builder_new ();
  g_autofree char *user = g_build_filename (g_get_user_data_dir (), "tenken", NULL);
  g_autofree char *machine = g_build_filename (TENKEN_SYSCONFDIR, "tenken", NULL);
  g_autofree char *shipped = tnk_data_get_shipped_dir ();

  g_strv_builder_add_many (dirs, user, machine, shipped, NULL);
  return g_strv_builder_end (dirs);
}

/* Finds a data file by its name below those directories. */
char *
tnk_data_find (const char *name,
               GError **error)
{
  g_auto (GStrv) dirs = tnk_data_list_dirs ();
  g_autofree char *list = NULL;

  if (g_getenv ("TENKEN_DATA_DIR") != NULL) {
    g_autofree char *filename = g_build_filename (g_getenv ("TENKEN_DATA_DIR"), name, NULL);
    if (g_file_test (filename, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&filename);
  }
  for (guint i = 0; dirs[i] != NULL; i++) {
    g_autofree char *filename = g_build_filename (dirs[i], name, NULL);
    if (g_file_test (filename, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&filename);
  }
  list = g_strjoinv (", ", dirs);
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the data file “%s” is in none of %s; reinstall Tenken or set "
                                                      "TENKEN_DATA_DIR",
               name, list);
  return NULL;
}

static void
data_file_clear (gpointer data)
{
  g_free (((TnkDataFile *) data)->filename);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A directory that is not there holds no file. */
static void
list_directory (GArray *files,
                const char *parent,
                const char *folder,
                const char *origin)
{
  g_autofree char *path = g_build_filename (parent, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && *name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    TnkDataFile file = {g_build_filename (path, g_ptr_array_index (names, i), NULL), origin};
    g_array_append_val (files, file);
  }
}

GArray *
tnk_data_list_files (const char *folder)
{
  static const char *const origins[] = {"user", "machine", "shipped"};
  g_auto (GStrv) dirs = tnk_data_list_dirs ();
  GArray *files = g_array_new (FALSE, FALSE, sizeof (TnkDataFile));

  g_array_set_clear_func (files, data_file_clear);
  for (guint i = G_N_ELEMENTS (origins); i > 0; i--)
    list_directory (files, dirs[i - 1], folder, origins[i - 1]);
  return files;
}
