/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-xlsx.h"

#include <string.h>

char *
tnk_test_xlsx_part (const char *filename,
                    const char *part)
{
  char *argv[] = {"unzip", "-p", (char *) filename, (char *) part, NULL};
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (text != NULL && *text != '\0');
  g_assert_true (g_utf8_validate (text != NULL ? text : "", -1, NULL));
  return text != NULL ? text : g_strdup ("");
}

static GPtrArray *
list_sheets (const char *filename)
{
  g_autofree char *book = tnk_test_xlsx_part (filename, "xl/workbook.xml");
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *mark = "<sheet name=\"";

  for (const char *at = book; (at = strstr (at, mark)) != NULL;) {
    at += strlen (mark);
    g_ptr_array_add (names, g_strndup (at, strchr (at, '"') - at));
  }
  return names;
}

char *
tnk_test_xlsx_sheet (const char *filename,
                     const char *sheet)
{
  g_autoptr (GPtrArray) names = list_sheets (filename);

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], sheet)) {
      g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      return tnk_test_xlsx_part (filename, part);
    }
  g_test_message ("there is no sheet “%s”", sheet);
  g_test_fail ();
  return g_strdup ("");
}

char *
tnk_test_xlsx_sheets (const char *filename)
{
  g_autoptr (GPtrArray) names = list_sheets (filename);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* What stands between two marks inside a cell. */
static char *
find_in_cell (const char *sheet_xml,
              const char *cell,
              const char *from,
              const char *to)
{
  g_autofree char *mark = g_strdup_printf ("<c r=\"%s\"", cell);
  const char *start = strstr (sheet_xml, mark);
  const char *end = start != NULL ? strchr (start, '>') : NULL;

  if (end == NULL || end[-1] == '/')
    return NULL;

  g_autofree char *inside = g_strndup (end + 1, strstr (end, "</c>") - end - 1);
  const char *at = strstr (inside, from);
  if (at == NULL)
    return NULL;
  at += strlen (from);
  return g_strndup (at, strstr (at, to) - at);
}

char *
tnk_test_xlsx_cell (const char *sheet_xml,
                    const char *cell)
{
  char *value = find_in_cell (sheet_xml, cell, "<v>", "</v>");

  return value != NULL ? value : find_in_cell (sheet_xml, cell, "<t>", "</t>");
}

char *
tnk_test_xlsx_formula (const char *sheet_xml,
                       const char *cell)
{
  return find_in_cell (sheet_xml, cell, "<f>", "</f>");
}

guint
tnk_test_count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
