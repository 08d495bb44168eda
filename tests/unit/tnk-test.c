/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <ftw.h>
#include <locale.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tnk-body-private.h"

/* What the program writes, it writes below here, and takes it away at its end. */
static struct
{
  char path[64];
  pid_t owner;
} scratch;

static int
remove_one (const char *path,
            G_GNUC_UNUSED const struct stat *status,
            G_GNUC_UNUSED int kind,
            G_GNUC_UNUSED struct FTW *place)
{
  return g_remove (path);
}

static void
remove_scratch (void)
{
  /* A process that was split off ends here too. */
  if (getpid () == scratch.owner)
    nftw (scratch.path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void
tnk_test_isolate (void)
{
  static const char *const variables[] = {"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_DATA_DIRS",
                                          "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "TMPDIR"};
  /* Not g_get_tmp_dir(), which looks only once. */
  const char *place = g_getenv ("TMPDIR");
  g_autofree char *path = g_build_filename (place != NULL ? place : "/tmp", "tenken-test-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (path));
  g_assert_cmpuint (g_strlcpy (scratch.path, path, sizeof scratch.path), <, sizeof scratch.path);
  scratch.owner = getpid ();
  atexit (remove_scratch);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++) {
    g_autofree char *dir = g_build_filename (path, variables[i], NULL);

    g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
    g_setenv (variables[i], dir, TRUE);
  }
}

void
tnk_test_init (int *argc,
               char ***argv)
{
  setlocale (LC_ALL, "");
  tnk_test_isolate ();
  g_test_init (argc, argv, NULL);
  g_test_set_nonfatal_assertions ();
}

char *
tnk_test_user_dir (void)
{
  char *dir = g_build_filename (g_get_user_data_dir (), "tenken", NULL);

  nftw (dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  return dir;
}

char *
tnk_test_fixture (const char *name)
{
  const char *dir = g_getenv ("TENKEN_TEST_FIXTURES");

  if (dir != NULL)
    return g_build_filename (dir, name, NULL);
  return g_test_build_filename (G_TEST_DIST, "..", "fixtures", name, NULL);
}

char *
tnk_test_shipped (const char *name)
{
  const char *dir = g_getenv ("TENKEN_DATA_DIR");

  if (dir != NULL)
    return g_build_filename (dir, name, NULL);
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", name, NULL);
}

char *
tnk_test_dir (void)
{
  char *dir = g_build_filename (scratch.path, "XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (dir));
  return dir;
}

char *
tnk_test_write (const char *dir,
                const char *name,
                const char *text,
                gssize length)
{
  g_autoptr (GError) error = NULL;
  char *filename = g_build_filename (dir, name, NULL);
  g_autofree char *parent = g_path_get_dirname (filename);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (filename, text, length, &error);
  g_assert_no_error (error);
  return filename;
}

char *
tnk_test_read (const char *filename)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (filename, &text, NULL, &error);
  g_assert_no_error (error);
  return text != NULL ? text : g_strdup ("");
}

char *
tnk_test_replace (const char *text,
                  const char *from,
                  const char *to)
{
  const char *at = strstr (text, from);
  GString *result = g_string_new (NULL);

  /* A change that changes nothing would make its test pass for the wrong reason. */
  if (at == NULL)
    g_error ("“%s” does not stand in the text", from);
  if (strstr (at + strlen (from), from) != NULL)
    g_error ("“%s” stands in the text twice", from);
  g_string_append_len (result, text, at - text);
  g_string_append (result, to);
  g_string_append (result, at + strlen (from));
  return g_string_free (result, FALSE);
}

guint
tnk_test_line_of (const char *text,
                  const char *at)
{
  const char *end = strstr (text, at);
  guint line = 1;

  if (end == NULL)
    g_error ("“%s” does not stand in the text", at);
  for (const char *p = text; p < end; p++)
    line += *p == '\n';
  return line;
}

TnkCatalog *
tnk_test_small_catalog (void)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_file (filename, NULL, &error);

  if (catalog == NULL)
    g_error ("the fixture cannot be read: %s", error->message);
  return catalog;
}

TnkBody *
tnk_test_body (const int *parents,
               guint n)
{
  TnkBody *body = tnk_body_new_empty ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));
  g_auto (TnkProblems) problems = {0};

  tnk_problems_init (&problems);
  g_array_set_clear_func (rows, tnk_department_row_clear);
  for (guint i = 0; i < n; i++) {
    TnkDepartmentRow row = {.id = g_strdup_printf ("d%u", i), .name = g_strdup_printf ("部署%u", i)};
    row.parent_id = parents[i] >= 0 ? g_strdup_printf ("d%d", parents[i]) : NULL;
    g_array_append_val (rows, row);
  }
  g_assert_true (tnk_body_set_departments (body, rows, "rows", &problems));
  return body;
}

void
tnk_test_assert_problem (GPtrArray *problems,
                         guint index,
                         const char *file,
                         guint line,
                         const char *where,
                         const char *words)
{
  TnkProblem *problem;
  g_autofree char *text = NULL;

  g_assert_nonnull (problems);
  if (problems == NULL)
    return;
  g_assert_cmpuint (problems->len, >, index);
  if (problems->len <= index)
    return;
  problem = g_ptr_array_index (problems, index);
  text = tnk_problem_to_string (problem);
  g_test_message ("%s", text);
  g_assert_cmpstr (tnk_problem_get_file (problem), ==, file);
  g_assert_cmpuint (tnk_problem_get_line (problem), ==, line);
  g_assert_cmpstr (tnk_problem_get_where (problem), ==, where);
  tnk_test_assert_line (tnk_problem_get_message (problem), "", words);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

void
tnk_test_assert_line (const char *text,
                      const char *prefix,
                      const char *words)
{
  g_assert_nonnull (text);
  if (text == NULL)
    return;
  if (!g_str_has_prefix (text, prefix) || strstr (text, words) == NULL || strpbrk (text, "\r\n") != NULL) {
    g_test_message ("expected one line “%s … %s”, got “%s”", prefix, words, text);
    g_test_fail ();
  }
}

gint64
tnk_test_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

TnkCatalog *
tnk_test_next_catalog (void)
{
  static const char *const changes[][2] = {
    {"\"id\": \"small\"", "\"id\": \"small-next\""},
    {"\"edition\": \"2026-1\"", "\"edition\": \"2027-1\""},
    {"\"id\": \"2.1-1\"", "\"id\": \"2.9-1\""},
    {"持ち出す前に承認を得ていますか。", "持ち出す前に申請していますか。"},
    {"\"languages\": [\"ja\", \"en\"],",
     "\"languages\": [\"ja\", \"en\"], \"revises\": {\"catalog\": \"small\", \"edition\": \"2026-1\", \"controls\": ["
     "{\"change\": \"renumbered\", \"from\": \"2.1-1\", \"to\": \"2.9-1\"},"
     "{\"change\": \"reworded\", \"from\": \"1.1-2\", \"to\": \"1.1-2\"}]},"}};
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *before = text;

    text = tnk_test_replace (before, changes[i][0], changes[i][1]);
  }
  catalog = tnk_catalog_load_data ("next.json", text, -1, NULL, &error);
  g_assert_no_error (error);
  return catalog;
}
