/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-carry-over.h"
#include "tnk-store-private.h"

G_BEGIN_DECLS

/* A campaign with what it takes to make questionnaires of it. Whoever needs it often keeps it: nothing of it changes once
 * the campaign is open, but its state. */
typedef struct
{
  gint64 no;
  TnkCampaign *campaign;
  gint64 previous_no; /* the campaign to compare with; 0 if there is none */
  TnkCatalog *previous_catalog; /* the catalog of that one */
  TnkCarryOver *carry_over; /* what becomes of its answers; NULL if there is none */
} TnkRound;

TnkRound *tnk_round_load (TnkStore *store, const char *campaign_id, GError **error);
TnkRound *tnk_round_ref (TnkRound *self);
void tnk_round_unref (TnkRound *self);
/* The duty of this campaign that asks the same as a duty of the one before, in the same words, of a control that goes on. */
TnkDuty *tnk_round_find_same (TnkRound *self, gint64 previous_duty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkRound, tnk_round_unref)

/* The ids of the roles that the bits of a questionnaire stand for. */
char **tnk_round_list_roles (TnkCatalog *catalog, guint64 role_bits);

/* The row of one person’s questionnaire. */
typedef struct
{
  gint64 no;
  gint64 person_no;
  guint64 role_bits;
  gint64 department; /* a place in the campaign’s tree */
  TnkQuestionnaireState state;
  char *reference;
  char *remark;
} TnkSheet;

gboolean tnk_sheet_find (TnkSheet *self, TnkStore *store, gint64 campaign_no, const char *campaign_id, const char *person_id, GError **error);
void tnk_sheet_clear (TnkSheet *self);
/* Gives a questionnaire another state, and writes the log. Whoever calls it has looked whether that may be. */
gboolean tnk_sheet_write_move (TnkChange *change, gint64 no, const char *campaign_id, const char *person_id, TnkQuestionnaireState state, const char *remark, GError **error);
/* The same as tnk_store_move_questionnaire (), unless another one was handed in since: seen is the reference code of the one that
 * somebody looked at, or NULL. */
gboolean tnk_store_move_seen (TnkStore *self, const char *campaign_id, const char *person_id, const char *seen, TnkQuestionnaireState state, const char *remark, GError **error);
/* Reads a person’s questionnaire with everything that belongs to it. */
TnkQuestionnaire *tnk_round_read_questionnaire (TnkRound *self, TnkStore *store, const char *person_id, GError **error);

/* The part of it that comes from campaigns on other catalogs. */
gboolean tnk_round_read_elsewhere (TnkRound *self, TnkStore *store, gint64 person_no, TnkQuestionnaire *questionnaire, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkSheet, tnk_sheet_clear)

G_END_DECLS
