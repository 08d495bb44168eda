/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-cross.h"
#include "ctl-table.h"

static char *edition = NULL;

static const GOptionEntry edition_entries[] = {
  {"edition", 0, 0, G_OPTION_ARG_STRING, &edition, "The edition that is meant; else the one that ships", "EDITION"},
  {NULL}};

static TnkCatalog *
find_catalog (const char *id,
              GError **error)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();

  return tnk_catalog_library_find (library, id, edition, error);
}

static int
run_list (CtlCall *call)
{
  static const char *const columns[] = {"id", "edition", "effective", "controls", "roles", "origin", "title", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  g_autoptr (TnkCatalogLibrary) library = NULL;
  int result = ctl_parse (call, NULL, 0, 0);

  if (result != CTL_DONE)
    return result;
  library = tnk_catalog_library_new ();
  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TnkCatalog) catalog = tnk_catalog_library_load (library, i, &error);

    if (catalog == NULL) {
      /* One damaged file must not hide the others, but it must not be passed over in silence either. */
      result = ctl_fail (error);
      continue;
    }
    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_catalog_get_id (catalog));
    ctl_table_add_text (table, tnk_catalog_get_edition (catalog));
    ctl_table_add_text (table, tnk_catalog_get_effective (catalog));
    ctl_table_add_int (table, tnk_catalog_get_n_controls (catalog));
    ctl_table_add_int (table, tnk_catalog_get_n_roles (catalog));
    ctl_table_add_text (table, tnk_catalog_library_get_origin (library, i));
    ctl_table_add_text (table, ctl_text (call, tnk_catalog_get_title (catalog)));
  }
  ctl_table_print (table, call->format);
  return result;
}

static char *
describe_duties (TnkControl *control)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    TnkDuty *duty = tnk_control_get_duty (control, i);
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", tnk_role_get_id (tnk_duty_get_role (duty)),
                            tnk_mark_to_symbol (tnk_duty_get_mark (duty)));
  }
  return g_string_free (text, FALSE);
}

static int
run_show (CtlCall *call)
{
  static const char *const columns[] = {"id", "clause", "level", "weight", "critical", "title", "duties", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, edition_entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  catalog = find_catalog (ctl_argument (call, 0), &error);
  if (catalog == NULL)
    return ctl_fail (error);
  if (call->format == CTL_FORMAT_TABLE)
    g_print ("%s (%s, %s)\n%s\n%s: %s\n\n", ctl_text (call, tnk_catalog_get_title (catalog)),
             tnk_catalog_get_id (catalog), tnk_catalog_get_edition (catalog),
             ctl_text (call, tnk_catalog_get_publisher (catalog)), tnk_catalog_get_effective (catalog),
             ctl_text (call, tnk_catalog_get_source (catalog)));
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    g_autofree char *duties = describe_duties (control);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_control_get_id (control));
    ctl_table_add_text (table, tnk_control_get_clause (control));
    ctl_table_add_text (table, tnk_level_to_string (tnk_control_get_level (control)));
    ctl_table_add_int (table, tnk_control_get_weight (control));
    ctl_table_add_text (table, tnk_control_is_critical (control) ? "critical" : "");
    ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (control)));
    ctl_table_add_text (table, duties);
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_matrix (CtlCall *call)
{
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (CtlTable) table = NULL;
  int result = ctl_parse (call, edition_entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  catalog = find_catalog (ctl_argument (call, 0), &error);
  if (catalog == NULL)
    return ctl_fail (error);
  g_ptr_array_add (columns, (gpointer) "id");
  g_ptr_array_add (columns, (gpointer) "clause");
  g_ptr_array_add (columns, (gpointer) "title");
  g_ptr_array_add (columns, (gpointer) "level");
  for (guint r = 0; r < tnk_catalog_get_n_roles (catalog); r++)
    g_ptr_array_add (columns, (gpointer) tnk_role_get_id (tnk_catalog_get_role (catalog, r)));
  g_ptr_array_add (columns, NULL);
  table = ctl_table_new ((const char *const *) columns->pdata);
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_control_get_id (control));
    ctl_table_add_text (table, tnk_control_get_clause (control));
    ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (control)));
    ctl_table_add_text (table, tnk_level_to_string (tnk_control_get_level (control)));
    for (guint r = 0; r < tnk_catalog_get_n_roles (catalog); r++)
      ctl_table_add_text (table, tnk_mark_to_symbol (tnk_control_get_mark (control, tnk_catalog_get_role (catalog, r))));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* The edition before lies beside the file, or in one of the folders for catalogs; where it is not at hand, its map cannot be
 * compared with it. */
static TnkCatalog *
find_revised (TnkCatalog *catalog,
              const char *filename)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autofree char *folder = g_path_get_dirname (filename);
  g_autofree char *name = g_strconcat (tnk_catalog_get_revised_id (catalog), ".json", NULL);
  g_autofree char *beside = g_build_filename (folder, name, NULL);
  g_autoptr (TnkCatalog) revised = tnk_catalog_load_file (beside, NULL, NULL);

  if (revised != NULL && tnk_catalog_follows (catalog, revised))
    return g_steal_pointer (&revised);
  return tnk_catalog_library_find (library, tnk_catalog_get_revised_id (catalog), tnk_catalog_get_revised_edition (catalog), NULL);
}

static gboolean
check_revision (TnkCatalog *catalog,
                const char *filename,
                GError **error)
{
  g_autoptr (TnkCatalog) revised = NULL;

  if (tnk_catalog_get_revised_id (catalog) == NULL)
    return TRUE;
  revised = find_revised (catalog, filename);
  if (revised != NULL)
    return tnk_catalog_check_revision (catalog, revised, error);
  g_print ("%s: the edition that it revises, %s of %s, is not at hand, so that its revision map was not compared\n", filename,
           tnk_catalog_get_revised_edition (catalog), tnk_catalog_get_revised_id (catalog));
  return TRUE;
}

static int
run_validate (CtlCall *call)
{
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 1, 1);

  if (result != CTL_DONE)
    return result;
  if (tnk_cross_references_is_file (ctl_argument (call, 0)))
    return ctl_cross_validate (ctl_argument (call, 0));
  catalog = tnk_catalog_load_file (ctl_argument (call, 0), &problems, &error);
  if (catalog == NULL)
    return ctl_fail_with_problems (problems, error);
  if (!check_revision (catalog, ctl_argument (call, 0), &error))
    return ctl_fail (error);
  g_print ("%s: sound: catalog %s, edition %s, %u roles, %u controls, %u duties\n", ctl_argument (call, 0),
           tnk_catalog_get_id (catalog), tnk_catalog_get_edition (catalog), tnk_catalog_get_n_roles (catalog),
           tnk_catalog_get_n_controls (catalog), tnk_catalog_get_n_duties (catalog));
  return CTL_DONE;
}

/* What the control was before, and what became of it: whether it is asked anew. */
static void
add_origin (CtlTable *table,
            TnkCatalogChange *change,
            TnkCatalog *old_catalog,
            TnkCatalog *new_catalog)
{
  TnkControl *old = tnk_catalog_change_get_old (change), *new = tnk_catalog_change_get_new (change);
  TnkRevisionKind kind = TNK_REVISION_KIND_REMOVED;

  if (new != NULL)
    tnk_catalog_trace_control (new_catalog, new, old_catalog, &kind);
  ctl_table_add_text (table, old != NULL ? tnk_control_get_id (old) : "");
  ctl_table_add_text (table, tnk_revision_kind_to_string (kind));
}

static int
run_diff (CtlCall *call)
{
  static const char *const columns[] = {"change", "control", "clause", "what", "title", "old", "revision", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  g_autoptr (TnkCatalogLibrary) library = NULL;
  g_autoptr (TnkCatalog) old = NULL;
  g_autoptr (TnkCatalog) new = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  library = tnk_catalog_library_new ();
  old = ctl_take_catalog (library, ctl_argument (call, 0), &error);
  new = old != NULL ? ctl_take_catalog (library, ctl_argument (call, 1), &error) : NULL;
  if (new == NULL)
    return ctl_fail (error);
  changes = tnk_catalog_diff (old, new);
  for (guint i = 0; i < changes->len; i++) {
    TnkCatalogChange *change = g_ptr_array_index (changes, i);
    TnkControl *control = tnk_catalog_change_get_new (change) != NULL ? tnk_catalog_change_get_new (change)
                                                                      : tnk_catalog_change_get_old (change);
    g_autofree char *what = g_strjoinv (" ", (char **) tnk_catalog_change_get_members (change));

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_catalog_change_kind_to_string (tnk_catalog_change_get_kind (change)));
    ctl_table_add_text (table, tnk_control_get_id (control));
    ctl_table_add_text (table, tnk_control_get_clause (control));
    ctl_table_add_text (table, what);
    ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (control)));
    add_origin (table, change, old, new);
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

const CtlCommand ctl_catalog_commands[] = {
  {"catalog list", "[OPTION…]", "List the catalogs of this machine", run_list},
  {"catalog show", "[OPTION…] ID", "Show a catalog’s controls", run_show},
  {"catalog matrix", "[OPTION…] ID", "Show a catalog’s responsibility matrix", run_matrix},
  {"catalog validate", "[OPTION…] FILE", "Check a catalog or its cross-references, naming every fault with its line", run_validate},
  {"catalog diff", "[OPTION…] OLD NEW", "Compare two catalogs, each a file or ID[@EDITION]", run_diff},
  {NULL}};
