/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-item.h"
#include "tnk-round-private.h"
#include "tnk-tally.h"

G_BEGIN_DECLS

/* Where items are looked for: a department with all below it, or with -1 the whole body. */
typedef struct
{
  TnkRound *round;
  TnkBody *tree;
  int department;
  TnkTally *shown; /* what is in none of its figures is not given either; or NULL: all */
} TnkItemScope;

/* Every item of a control, also those to which nothing that counts was answered; of one role, or with NULL of all. */
GPtrArray *tnk_store_read_items (TnkStore *self, const TnkItemScope *scope, TnkControl *control, TnkRole *role, GCancellable *cancellable, GError **error);
/* The comments of answers that count, about one control, or with NULL about all. Without names nothing but the control and the
 * text, in an order that comes from these alone. */
GPtrArray *tnk_store_read_comments (TnkStore *self, const TnkItemScope *scope, TnkControl *control, gboolean names, GCancellable *cancellable, GError **error);

G_END_DECLS
