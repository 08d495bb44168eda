/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-comparison.h"

G_BEGIN_DECLS

/* Two controls, of which one may be missing. */
typedef struct
{
  TnkCatalog *old_catalog;
  TnkControl *old; /* NULL: it was added */
  TnkCatalog *new_catalog;
  TnkControl *new; /* NULL: it was removed */
} TnkComparedControl;

/* Where only one edition says something, the other text is NULL. Takes the texts over. */
TnkComparisonField *tnk_comparison_field_new (const char *member, TnkText *label, TnkText *old, TnkText *new);
GPtrArray *tnk_comparison_list_fields (const TnkComparedControl *compared);
void tnk_comparison_add_questions (const TnkComparedControl *compared, GPtrArray *fields);

TnkComparisonRow *tnk_comparison_row_new (const TnkComparedControl *compared, TnkRevisionKind kind, guint chapter_index);

G_END_DECLS
