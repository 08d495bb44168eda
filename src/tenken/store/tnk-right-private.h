/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-right.h"
#include "tnk-store-private.h"

G_BEGIN_DECLS

/* What a person of the roster may do now, by their number and their roles. */
typedef struct
{
  TnkRights rights;
  GPtrArray *departments; /* (element-type utf8): ids of the departments the person answers for, each with all below it */
} TnkHeldRights;

/* Reads them anew: a right that was taken away, or a person who left, counts at once. */
gboolean tnk_held_rights_read (TnkHeldRights *self, TnkStore *store, const char *person_id, GError **error);
/* How many people of the roster hold a right. */
gboolean tnk_store_count_holders (TnkStore *self, TnkRights kind, gint64 *n, GError **error);
/* Takes a right away, unless nobody would hold it any more. */
gboolean tnk_store_revoke_but_last (TnkStore *self, TnkRights kind, const char *holder, const char *department_id, GError **error);
GStrv tnk_held_rights_dup_departments (const TnkHeldRights *self);
void tnk_held_rights_clear (TnkHeldRights *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkHeldRights, tnk_held_rights_clear)

G_END_DECLS
