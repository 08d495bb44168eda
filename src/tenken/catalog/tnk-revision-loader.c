/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-loader-private.h"
#include "tnk-revision-private.h"

typedef TnkCatalogLoader Loader;

/* Which of the two ids a kind of revision has. */
static gboolean
check_ids (Loader *self,
           const TnkRevisionRow *row)
{
  gboolean wants_from = row->kind != TNK_REVISION_KIND_ADDED, wants_to = row->kind != TNK_REVISION_KIND_REMOVED;
  const char *kind = tnk_revision_kind_to_string (row->kind);

  if ((row->from != NULL) != wants_from)
    tnk_json_reader_fault_at (&self->reader, "from", wants_from ? "“%s” needs the control of the old edition" : "“%s” comes from no control; leave this out", kind);
  else if ((row->to != NULL) != wants_to)
    tnk_json_reader_fault_at (&self->reader, "to", wants_to ? "“%s” needs the control of this edition" : "“%s” leads to no control; leave this out", kind);
  else if (row->to != NULL && tnk_catalog_lookup_control (self->catalog, row->to) == NULL)
    tnk_json_reader_fault_at (&self->reader, "to", "there is no control “%s” in this catalog", row->to);
  else
    return TRUE;
  return FALSE;
}

static void
read_row (Loader *self,
          JsonObject *object)
{
  static const char *const members[] = {"change", "from", "to", NULL};
  TnkRevisionRow *row = g_new0 (TnkRevisionRow, 1);
  g_autofree char *kind = NULL;

  tnk_json_reader_check_members (&self->reader, object, members);
  kind = tnk_json_reader_string (&self->reader, object, "change", TRUE);
  row->from = tnk_json_reader_id (&self->reader, object, "from", FALSE);
  row->to = tnk_json_reader_id (&self->reader, object, "to", FALSE);
  if (kind != NULL && !tnk_revision_kind_from_string (kind, &row->kind))
    tnk_json_reader_fault_at (&self->reader, "change", "the change “%s” is not known; use kept, renumbered, reworded, added or removed", kind);
  else if (kind != NULL && check_ids (self, row)) {
    if (tnk_revision_map_add (self->catalog->revises, row))
      return;
    tnk_json_reader_fault (&self->reader, "one of these controls stands in the map twice");
  }
  tnk_revision_row_free (row);
}

static void
read_rows (Loader *self,
           JsonObject *object)
{
  JsonArray *rows = tnk_json_reader_array (&self->reader, object, "controls", TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, "controls");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *row = tnk_json_reader_object (&self->reader, json_array_get_element (rows, i));

    if (row != NULL)
      read_row (self, row);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

/* Comes after the controls, whose ids it names. */
void
tnk_catalog_loader_read_revision (Loader *self,
                                  JsonObject *root)
{
  static const char *const members[] = {"catalog", "edition", "controls", NULL};
  JsonNode *node = tnk_json_reader_member (&self->reader, root, "revises", FALSE);
  g_autofree char *id = NULL, *edition = NULL;
  JsonObject *object;
  gsize mark;

  if (node == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "revises");
  object = tnk_json_reader_object (&self->reader, node);
  if (object != NULL) {
    tnk_json_reader_check_members (&self->reader, object, members);
    id = tnk_json_reader_id (&self->reader, object, "catalog", TRUE);
    edition = tnk_json_reader_string (&self->reader, object, "edition", TRUE);
  }
  if (id != NULL && edition != NULL) {
    self->catalog->revises = tnk_revision_map_new (id, edition);
    read_rows (self, object);
  }
  tnk_json_reader_leave (&self->reader, mark);
}
