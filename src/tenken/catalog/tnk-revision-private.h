/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-revision.h"

G_BEGIN_DECLS

/* The revision map of a catalog: what became of the controls of the edition before it. What it does not name was kept. */
typedef struct
{
  char *catalog_id;
  char *edition;
  GPtrArray *rows; /* (element-type TnkRevisionRow), in the order of the file */
  GHashTable *by_new; /* (element-type utf8 TnkRevisionRow): by the id in the new catalog */
  GHashTable *by_old; /* by the id in the old one */
} TnkRevisionMap;

typedef struct
{
  TnkRevisionKind kind;
  char *from; /* NULL: added */
  char *to; /* NULL: removed */
} TnkRevisionRow;

/* What became of a control, by its words. */
TnkRevisionKind tnk_revision_judge (TnkControl *old, TnkControl *new, TnkCatalog *old_catalog, TnkCatalog *new_catalog);

TnkRevisionMap *tnk_revision_map_new (const char *catalog_id, const char *edition);
/* Takes the row over. FALSE, and nothing added, if one of its ids stands in the map already. */
gboolean tnk_revision_map_add (TnkRevisionMap *self, TnkRevisionRow *row);
void tnk_revision_row_free (gpointer row);
void tnk_revision_map_free (TnkRevisionMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkRevisionMap, tnk_revision_map_free)

G_END_DECLS
