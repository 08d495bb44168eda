/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-plan.h"
#include "tnk-store-private.h"

G_BEGIN_DECLS

/* tnk-action-rows.c reads actions, tnk-action-writer.c writes them within a change. */

/* The campaign with its bodies, without any action. */
TnkPlan *tnk_store_open_plan (TnkStore *self, const char *campaign_id, gint64 *campaign_no, GError **error);
/* Adds what is stored to the plan: every action, or the one of that id. */
gboolean tnk_store_read_actions (TnkStore *self, gint64 campaign_no, const char *id, TnkPlan *plan, GError **error);

/* What tnk_store_propose_actions () and tnk_store_list_proposals () do, from counts that the caller has. */
GPtrArray *tnk_store_propose_from (TnkStore *self, TnkTally *tally, int department, const char *language, const char *by, GCancellable *cancellable, GError **error);
GPtrArray *tnk_store_list_proposals_from (TnkStore *self, TnkTally *tally, int department, const char *language, GError **error);

/* The digest of an action, kept in the log whenever it is stored and recomputed by verify. */
typedef struct
{
  GChecksum *checksum;
} TnkActionDigest;

void tnk_action_digest_init (TnkActionDigest *self);
void tnk_action_digest_add (TnkActionDigest *self, const char *text);
void tnk_action_digest_clear (TnkActionDigest *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkActionDigest, tnk_action_digest_clear)

char *tnk_action_make_digest (TnkAction *action);

typedef struct
{
  TnkChange *change;
  TnkPlan *plan;
  gint64 campaign_no;
  const char *by; /* a staff number, or NULL: whoever works with the store */
  gint64 last_no; /* of all actions */
  guint n_actions; /* of the campaign */
  TnkStatement *add_department;
} TnkActionWriter;

gboolean tnk_action_writer_open (TnkActionWriter *self, TnkChange *change, TnkPlan *plan, gint64 campaign_no, const char *by, GError **error);
void tnk_action_writer_close (TnkActionWriter *self);
/* Stores an action as it should be; before: as it is, NULL for a new one. Returns what is stored then, or NULL. */
TnkAction *tnk_action_writer_write (TnkActionWriter *self, TnkAction *action, TnkAction *before, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkActionWriter, tnk_action_writer_close)

gboolean tnk_store_verify_actions (TnkStore *self, GError **error);

G_END_DECLS
