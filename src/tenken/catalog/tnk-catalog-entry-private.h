/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog-hit.h"

G_BEGIN_DECLS

/* A control as it is searched: its texts stand one after the other in one long folded text, the best fields first, so that the
 * first place of a word is also its best. */
typedef struct
{
  TnkCatalog *catalog; /* borrowed, as the control is */
  TnkControl *control;
  guint catalog_index;
  char *folded;
  char *numbers[2]; /* the id and the clause, folded without spaces */
  GArray *segments; /* which text begins where */
} TnkCatalogEntry;

void tnk_catalog_entry_init (TnkCatalogEntry *self, TnkCatalog *catalog, guint catalog_index, TnkControl *control);
void tnk_catalog_entry_clear (gpointer entry);
/* What stands at a place of the folded text. text: NULL for a number or a tag. */
void tnk_catalog_entry_look_up (const TnkCatalogEntry *self, guint place, TnkCatalogField *field, TnkText **text);

G_END_DECLS
