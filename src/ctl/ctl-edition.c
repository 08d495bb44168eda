/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-cross.h"
#include "ctl-table.h"

/* Editions of a catalog: side by side, and a body's own made from another. */

/* As a campaign that asks everything would have it. */
static TnkCarry
carry_of (TnkComparisonRow *row)
{
  if (tnk_comparison_row_get_new (row) == NULL)
    return TNK_CARRY_GONE;
  if (tnk_comparison_row_get_old (row) == NULL)
    return TNK_CARRY_NEW;
  return tnk_comparison_row_is_asked_anew (row) ? TNK_CARRY_ANEW : TNK_CARRY_KEPT;
}

static void
add_comparison (CtlCall *call,
                CtlTable *table,
                TnkComparisonRow *row)
{
  TnkControl *old = tnk_comparison_row_get_old (row), *new = tnk_comparison_row_get_new (row);
  g_autofree char *what = g_strjoinv (" ", (char **) tnk_comparison_row_get_members (row));

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_revision_kind_to_string (tnk_comparison_row_get_kind (row)));
  ctl_table_add_text (table, new != NULL ? tnk_control_get_id (new) : NULL);
  ctl_table_add_text (table, new != NULL ? tnk_control_get_clause (new) : NULL);
  ctl_table_add_text (table, old != NULL ? tnk_control_get_id (old) : NULL);
  ctl_table_add_text (table, old != NULL ? tnk_control_get_clause (old) : NULL);
  ctl_table_add_text (table, what);
  ctl_table_add_text (table, tnk_carry_to_string (carry_of (row)));
  ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (new != NULL ? new : old)));
}

static void
print_comparison (CtlCall *call,
                  TnkComparison *comparison,
                  gboolean only_changed)
{
  static const char *const columns[] = {"revision", "new", "new_clause", "old", "old_clause", "what", "answers", "title", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_comparison_get_n_rows (comparison); i++)
    if (!only_changed || tnk_comparison_row_is_changed (tnk_comparison_get_row (comparison, i)))
      add_comparison (call, table, tnk_comparison_get_row (comparison, i));
  ctl_table_print (table, call->format);
}

static int
run_compare (CtlCall *call)
{
  static char *output = NULL;
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Write the table of old and new wording as a workbook", "FILE.xlsx"},
    {NULL}};
  g_autoptr (TnkCatalogLibrary) library = NULL;
  g_autoptr (TnkCatalog) old = NULL, new = NULL;
  g_autoptr (TnkComparison) comparison = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_cells;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  library = tnk_catalog_library_new ();
  old = ctl_take_catalog (library, ctl_argument (call, 0), &error);
  new = old != NULL ? ctl_take_catalog (library, ctl_argument (call, 1), &error) : NULL;
  comparison = new != NULL ? tnk_comparison_new (old, new, &error) : NULL;
  if (comparison == NULL)
    return ctl_fail (error);
  if (output == NULL) {
    print_comparison (call, comparison, FALSE);
    return CTL_DONE;
  }
  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%F");
  if (!tnk_comparison_write (comparison, today, output, NULL, &n_cells, &error))
    return ctl_fail (error);
  g_print ("%s: %u controls changed; %" G_GUINT64_FORMAT " cells were written\n", output, tnk_comparison_count_changed (comparison), n_cells);
  return CTL_DONE;
}

/* --- a body's own catalog --- */

static char *edits, *workbook, *output;
static gboolean dry_run = FALSE;

/* What changes, so that it can be looked at before it is saved. */
static int
show_changes (CtlCall *call,
              TnkCatalog *base,
              TnkCatalog *derived)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkComparison) comparison = tnk_comparison_new (base, derived, &error);

  if (comparison == NULL)
    return ctl_fail (error);
  print_comparison (call, comparison, TRUE);
  if (call->format == CTL_FORMAT_TABLE)
    g_print ("%u controls are as before, %u renumbered, %u reworded, %u added, %u removed\n", tnk_comparison_count (comparison, TNK_REVISION_KIND_KEPT),
             tnk_comparison_count (comparison, TNK_REVISION_KIND_RENUMBERED), tnk_comparison_count (comparison, TNK_REVISION_KIND_REWORDED),
             tnk_comparison_count (comparison, TNK_REVISION_KIND_ADDED), tnk_comparison_count (comparison, TNK_REVISION_KIND_REMOVED));
  return CTL_DONE;
}

static int
finish (CtlCall *call,
        TnkCatalog *base,
        TnkCatalog *derived)
{
  g_autoptr (GError) error = NULL;
  int result = show_changes (call, base, derived);

  if (result != CTL_DONE || dry_run)
    return result;
  if (!tnk_catalog_save (derived, output, &error))
    return ctl_fail (error);
  if (call->format == CTL_FORMAT_TABLE)
    g_print ("%s: catalog %s, edition %s, %u controls\n", output, tnk_catalog_get_id (derived), tnk_catalog_get_edition (derived), tnk_catalog_get_n_controls (derived));
  return CTL_DONE;
}

static int
run_derive (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The catalog to write", "FILE.json"},
    {"edits", 0, 0, G_OPTION_ARG_FILENAME, &edits, "What is changed; else it is a copy", "FILE"},
    {"workbook", 0, 0, G_OPTION_ARG_FILENAME, &workbook, "The workbook that was exported and edited", "FILE.xlsx"},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Show what changes, and write nothing", NULL},
    {NULL}};
  g_autoptr (TnkCatalogLibrary) library = NULL;
  g_autoptr (TnkCatalog) base = NULL, derived = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (output == NULL && !dry_run)
    return ctl_usage (call, "-o FILE.json or --dry-run is needed");
  if (edits != NULL && workbook != NULL)
    return ctl_usage (call, "--edits and --workbook do not go together");
  library = tnk_catalog_library_new ();
  base = ctl_take_catalog (library, ctl_argument (call, 0), &error);
  if (base == NULL)
    return ctl_fail (error);
  if (workbook != NULL)
    derived = tnk_catalog_sheet_derive (workbook, base, ctl_argument (call, 1), &problems, &error);
  else
    derived = tnk_catalog_derive (base, ctl_argument (call, 1), edits, &problems, &error);
  return derived != NULL ? finish (call, base, derived) : ctl_fail_with_problems (problems, error);
}

static int
run_export (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook to write", "FILE.xlsx"},
    {NULL}};
  g_autoptr (TnkCatalogLibrary) library = NULL;
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_cells;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  if (output == NULL)
    return ctl_usage (call, "-o FILE.xlsx is needed");
  library = tnk_catalog_library_new ();
  catalog = ctl_take_catalog (library, ctl_argument (call, 0), &error);
  if (catalog == NULL || !tnk_catalog_sheet_write (catalog, output, NULL, &n_cells, &error))
    return ctl_fail (error);
  g_print ("%s: %" G_GUINT64_FORMAT " cells were written\n", output, n_cells);
  return CTL_DONE;
}

const CtlCommand ctl_edition_commands[] = {
  {"catalog compare", "OLD NEW [-o FILE.xlsx] [OPTION…]", "Show what became of every control of an edition, or write the table of old and new wording", run_compare},
  {"catalog export", "CATALOG -o FILE.xlsx [OPTION…]", "Write a catalog as a workbook to be edited into a body’s own", run_export},
  {"catalog derive", "BASE ID -o FILE.json [--edits=FILE|--workbook=FILE.xlsx] [--dry-run] [OPTION…]", "Make a body’s own catalog from another one", run_derive},
  {NULL}};
