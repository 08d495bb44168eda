/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-parts-private.h"

#include <string.h>

static void
relation_free (gpointer data)
{
  TnkXlsxRelation *self = data;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->part);
  g_free (self);
}

/* Types are long URIs, and other ones in strict files; the last word is the same in both. */
static char *
take_kind (const char *type)
{
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;

  return g_strdup (slash != NULL ? slash + 1 : type);
}

static TnkXlsxRelation *
read_relation (TnkXlsxXml *xml,
               const char *part)
{
  TnkXlsxRelation *self = g_new0 (TnkXlsxRelation, 1);
  g_autofree char *target = NULL;

  self->id = g_strdup (tnk_xlsx_xml_attribute (xml, "Id"));
  self->kind = take_kind (tnk_xlsx_xml_attribute (xml, "Type"));
  target = g_strdup (tnk_xlsx_xml_attribute (xml, "Target"));
  if (target != NULL && g_strcmp0 (tnk_xlsx_xml_attribute (xml, "TargetMode"), "External") != 0)
    self->part = tnk_xlsx_resolve (part, target);
  return self;
}

/* The part that holds the relations of @part; "" stands for the package itself. */
static char *
name_relations (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = *part != '\0' ? g_path_get_basename (part) : g_strdup ("");

  if (g_str_equal (folder, "."))
    return g_strdup_printf ("_rels/%s.rels", name);
  return g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

/* Reads what a part refers to.
 * Returns: (element-type TnkXlsxRelation) */
GPtrArray *
tnk_xlsx_relations_read (TnkXlsxPackage *package,
                         const char *part,
                         GError **error)
{
  g_autofree char *name = name_relations (part);
  g_autoptr (TnkXlsxXml) xml = tnk_xlsx_xml_open (package, name, "Relationships", error);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);
  g_autoptr (GError) local = NULL;

  if (xml == NULL)
    return NULL;
  while (tnk_xlsx_xml_next (xml, &local))
    if (tnk_xlsx_xml_starts (xml, "Relationship"))
      g_ptr_array_add (relations, read_relation (xml, part));
  if (local == NULL)
    return g_steal_pointer (&relations);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Finds a relation by its id, by its kind, or by both. */
TnkXlsxRelation *
tnk_xlsx_relations_find (GPtrArray *relations,
                         const char *id,
                         const char *kind)
{
  for (guint i = 0; i < relations->len; i++) {
    TnkXlsxRelation *relation = g_ptr_array_index (relations, i);

    if ((id == NULL || g_strcmp0 (relation->id, id) == 0) && (kind == NULL || g_strcmp0 (relation->kind, kind) == 0))
      return relation;
  }
  return NULL;
}
