/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* The editions of this machine that can be compared, and the two that were asked for. */
typedef struct
{
  GPtrArray *pairs; /* (element-type TenkenEditionPair), the latest edition first */
  TnkComparison *comparison; /* NULL where there is no pair, or no such one */
  char *chosen; /* its name; NULL as above */
} TenkenEditions;

typedef struct
{
  TnkCatalog *old_catalog;
  TnkCatalog *new_catalog;
  char *name; /* OLD..NEW, each ID@EDITION */
} TenkenEditionPair;

/* name: OLD..NEW, each ID or ID@EDITION; NULL: the first pair. Not on the main thread. */
TenkenEditions *tenken_editions_load (const char *name);
void tenken_editions_free (gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenEditions, tenken_editions_free)

G_END_DECLS
