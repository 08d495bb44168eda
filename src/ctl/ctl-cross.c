/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-cross.h"

#include "ctl-table.h"

/* What the controls of one catalog have to do with those of another. */

/* The catalogs lie in the folders for catalogs; a file of references alone does not tell what the controls are. */
static TnkCatalog *
find_end (TnkCatalogLibrary *library,
          const char *filename,
          const char *id,
          const char *edition)
{
  TnkCatalog *catalog = tnk_catalog_library_find (library, id, edition, NULL);

  if (catalog == NULL)
    g_print ("%s: %s, edition %s, is not at hand, so that the references were not compared with it\n", filename, id, edition);
  return catalog;
}

static int
check_ends (TnkCrossReferences *references,
            const char *filename)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autoptr (TnkCatalog) from = find_end (library, filename, tnk_cross_references_get_from_id (references), tnk_cross_references_get_from_edition (references));
  g_autoptr (TnkCatalog) to = find_end (library, filename, tnk_cross_references_get_to_id (references), tnk_cross_references_get_to_edition (references));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (from == NULL || to == NULL || tnk_cross_references_check (references, from, to, &problems, &error))
    return CTL_DONE;
  return ctl_fail_with_problems (problems, error);
}

int
ctl_cross_validate (const char *filename)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCrossReferences) references = tnk_cross_references_load_file (filename, &problems, &error);

  if (references == NULL)
    return ctl_fail_with_problems (problems, error);
  if (check_ends (references, filename) != CTL_DONE)
    return CTL_FAILED;
  g_print ("%s: sound: %u cross-references from %s, edition %s, to %s, edition %s\n", filename, tnk_cross_references_get_n (references),
           tnk_cross_references_get_from_id (references), tnk_cross_references_get_from_edition (references),
           tnk_cross_references_get_to_id (references), tnk_cross_references_get_to_edition (references));
  return CTL_DONE;
}

/* --- listing --- */

static void
add_control (CtlTable *table,
             CtlCall *call,
             TnkControl *control)
{
  ctl_table_add_text (table, control != NULL ? tnk_control_get_id (control) : NULL);
  ctl_table_add_text (table, control != NULL ? tnk_control_get_clause (control) : NULL);
  ctl_table_add_text (table, control != NULL ? ctl_text (call, tnk_control_get_title (control)) : NULL);
}

static void
add_row (CtlTable *table,
         CtlCall *call,
         TnkControl *from,
         const char *relation,
         TnkControl *to,
         TnkText *note)
{
  ctl_table_begin_row (table);
  add_control (table, call, from);
  ctl_table_add_text (table, relation);
  add_control (table, call, to);
  ctl_table_add_text (table, note != NULL ? ctl_text (call, note) : NULL);
}

/* One row for each reference, and one for each control without; what is not said about a control is an empty relation. */
static void
list_control (CtlTable *table,
              CtlCall *call,
              TnkCrossReferences *references,
              TnkControl *control,
              TnkCatalog *to)
{
  const char *id = tnk_control_get_id (control), *reason = tnk_cross_references_get_reason (references, id);
  g_autoptr (GPtrArray) list = tnk_cross_references_list_from (references, id);
  g_autofree char *none = reason != NULL ? g_strconcat ("none: ", reason, NULL) : NULL;

  for (guint i = 0; i < list->len; i++) {
    TnkCrossReference *reference = g_ptr_array_index (list, i);

    add_row (table, call, control, tnk_relation_to_string (tnk_cross_reference_get_relation (reference)),
             tnk_catalog_lookup_control (to, tnk_cross_reference_get_to (reference)), tnk_cross_reference_get_note (reference));
  }
  if (list->len == 0)
    add_row (table, call, control, none, NULL, tnk_cross_references_get_reason_note (references, id));
}

static int
run_cross (CtlCall *call)
{
  static const char *const columns[] = {"control", "clause", "title", "relation", "other", "other_clause", "other_title", "note", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  g_autoptr (TnkCatalogLibrary) catalogs = NULL;
  g_autoptr (TnkCrossLibrary) library = NULL;
  g_autoptr (TnkCatalog) from = NULL;
  g_autoptr (TnkCatalog) to = NULL;
  g_autoptr (TnkCrossReferences) references = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  catalogs = tnk_catalog_library_new ();
  library = tnk_cross_library_new (catalogs);
  from = ctl_take_catalog (catalogs, ctl_argument (call, 0), &error);
  to = from != NULL ? ctl_take_catalog (catalogs, ctl_argument (call, 1), &error) : NULL;
  references = to != NULL ? tnk_cross_library_find (library, from, to, &error) : NULL;
  if (references == NULL)
    return ctl_fail (error);
  for (guint i = 0; i < tnk_catalog_get_n_controls (from); i++)
    list_control (table, call, references, tnk_catalog_get_control (from, i), to);
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

const CtlCommand ctl_cross_commands[] = {
  {"catalog cross", "[OPTION…] FROM TO", "List how the controls of one catalog stand to those of another", run_cross},
  {NULL}};
