/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Departments that are closed before their campaign is. One that is closed closes all below it. */

typedef struct
{
  char *at;
  char *by;
} TnkClosing;

typedef struct
{
  GHashTable *by_id; /* (element-type utf8 TnkClosing) */
} TnkClosings;

gboolean tnk_closings_read (TnkClosings *self, TnkStore *store, gint64 campaign_no, GError **error);
void tnk_closings_clear (TnkClosings *self);
/* The department itself or the nearest one above it; NULL if none is closed. */
TnkDepartment *tnk_closings_find (const TnkClosings *self, TnkDepartment *department);
const TnkClosing *tnk_closings_lookup (const TnkClosings *self, TnkDepartment *department);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkClosings, tnk_closings_clear)

/* FALSE with STATE where the department, a place in the tree of the campaign, is closed. */
gboolean tnk_closings_check (TnkStore *store, gint64 campaign_no, gint64 department, GError **error);
/* The same as an answer. */
gboolean tnk_closings_cover (TnkStore *store, gint64 campaign_no, gint64 department, gboolean *covered, GError **error);
/* Forgets those of departments that a new tree does not have, and says so in the log. */
gboolean tnk_closings_prune (TnkChange *change, const char *campaign_id, gint64 campaign_no, TnkBody *tree, GError **error);
/* Compares them with the log. */
gboolean tnk_closings_verify (TnkStore *store, GError **error);

G_END_DECLS
