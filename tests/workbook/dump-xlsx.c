/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>

#include "tnk-xlsx-reader-private.h"

/* Prints every cell of the named workbooks as the reader sees it, one a line, for the tests that compare readers:
 * file, sheet, cell, type, “=” for a formula, text, with tabs between and with \ sequences. */

static void
print_cell (const char *file,
            const char *sheet,
            const TnkXlsxCell *cell)
{
  static const char *const types[] = {"empty", "text", "number", "boolean", "date", "error"};
  g_autofree char *name = tnk_xlsx_cell_name (cell->row, cell->col);
  g_autofree char *base = g_path_get_basename (file);
  g_autoptr (GString) text = g_string_new (cell->text);

  g_string_replace (text, "\\", "\\\\", 0);
  g_string_replace (text, "\n", "\\n", 0);
  g_string_replace (text, "\r", "\\r", 0);
  g_string_replace (text, "\t", "\\t", 0);
  printf ("%s\t%s\t%s\t%s\t%s\t%s\n", base, sheet, name, types[cell->type], cell->is_formula ? "=" : "", text->str);
}

static gboolean
dump (const char *file,
      GError **error)
{
  g_autoptr (TnkXlsxReader) reader = tnk_xlsx_reader_open (file, NULL, error);

  for (guint i = 0; reader != NULL && i < tnk_xlsx_reader_get_n_sheets (reader); i++) {
    g_autoptr (TnkXlsxSheet) sheet = tnk_xlsx_sheet_open (reader, i, error);
    g_autoptr (GError) local = NULL;

    if (sheet == NULL)
      return FALSE;
    while (tnk_xlsx_sheet_next (sheet, &local))
      for (guint c = 0; c < tnk_xlsx_sheet_get_n_cells (sheet); c++)
        print_cell (file, tnk_xlsx_reader_get_sheet_name (reader, i), tnk_xlsx_sheet_get_cell (sheet, c));
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  }
  return reader != NULL;
}

int
main (int argc,
      char **argv)
{
  int status = 0;

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++) {
    g_autoptr (GError) error = NULL;

    if (!dump (argv[i], &error)) {
      fprintf (stderr, "%s\n", error->message);
      status = 1;
    }
  }
  return status;
}
