/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-cross-reference-private.h"
#include "tnk-cross-references.h"

G_BEGIN_DECLS

/* Why a control refers to none. */
typedef struct
{
  char *reason;
  TnkText *note; /* NULL: none */
  char *place; /* in the file */
  guint line;
} TnkCrossGap;

struct _TnkCrossReferences
{
  GObject parent_instance;

  char *filename; /* NULL: from no file */
  char *from_id;
  char *from_edition;
  char *to_id;
  char *to_edition;
  GPtrArray *list; /* (element-type TnkCrossReference) */
  GHashTable *by_from; /* (element-type utf8 GPtrArray) */
  GHashTable *by_to;
  GHashTable *gaps; /* (element-type utf8 TnkCrossGap): by the control that refers to none */
};

TnkCrossReferences *tnk_cross_references_new (const char *from_id, const char *from_edition, const char *to_id, const char *to_edition);
/* Takes the reference over. FALSE, and nothing added, if the two controls are related already. */
gboolean tnk_cross_references_take (TnkCrossReferences *self, TnkCrossReference *reference);
void tnk_cross_gap_free (gpointer gap);

G_END_DECLS
