/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-round-private.h"

G_BEGIN_DECLS

/* A questionnaire that a person is filling in. It keeps what does not change meanwhile, so that an answer costs a few
 * rows; what can change is looked at in the transaction of each change. */
typedef struct
{
  TnkRound *round;
  gint64 person_no;
  char *person_id;
} TnkDraft;

TnkDraft *tnk_draft_new (TnkStore *store, TnkRound *round, const char *person_id, GError **error);
void tnk_draft_free (TnkDraft *self);
/* The duties are those of the round’s catalog. */
gboolean tnk_draft_save_answer (TnkDraft *self, TnkStore *store, TnkDuty *duty, TnkAnswerValue value, const char *comment, const char *evidence, GError **error);
gboolean tnk_draft_set_flag (TnkDraft *self, TnkStore *store, TnkDuty *duty, gboolean flagged, GError **error);
gboolean tnk_draft_set_place (TnkDraft *self, TnkStore *store, TnkDuty *duty, GError **error);
gboolean tnk_draft_promise (TnkDraft *self, TnkStore *store, TnkDuty *duty, const char *due, GError **error);
/* The duty of the round’s catalog, by its names; NULL with an error if there is none. */
TnkDuty *tnk_draft_find_duty (TnkDraft *self, const char *control_id, const char *role_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkDraft, tnk_draft_free)

G_END_DECLS
