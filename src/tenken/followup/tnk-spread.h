/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-finding-words.h"

G_BEGIN_DECLS

/**
 * TnkSpreadField:
 * @TNK_SPREAD_FIELD_QUESTION: what the department is asked to look for
 * @TNK_SPREAD_FIELD_DUE: until when it answers, ISO 8601
 * @TNK_SPREAD_FIELD_ASKED_BY: the staff number of who asked
 * @TNK_SPREAD_FIELD_TEXT: what it found
 * @TNK_SPREAD_FIELD_ACTION: what it does about the same problem
 * @TNK_SPREAD_FIELD_ACTION_DUE: until when it does so, ISO 8601, or empty
 * @TNK_SPREAD_FIELD_ANSWERED_BY: the staff number of who answered, or empty
 *
 * What is written about a spread.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_SPREAD_FIELD_QUESTION,
  TNK_SPREAD_FIELD_DUE,
  TNK_SPREAD_FIELD_ASKED_BY,
  TNK_SPREAD_FIELD_TEXT,
  TNK_SPREAD_FIELD_ACTION,
  TNK_SPREAD_FIELD_ACTION_DUE,
  TNK_SPREAD_FIELD_ANSWERED_BY,
} TnkSpreadField;

/**
 * TNK_N_SPREAD_FIELDS:
 *
 * How many fields there are.
 *
 * Since: 0.1
 */
#define TNK_N_SPREAD_FIELDS 7

const char *tnk_spread_field_to_string (TnkSpreadField field);

#define TNK_TYPE_SPREAD (tnk_spread_get_type ())

/**
 * TnkSpread:
 *
 * A spread (横展開): another department is asked whether it has the problem that a finding is about, and what it answers.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkSpread, tnk_spread, TNK, SPREAD, GObject)

TnkSpread *tnk_spread_new (const char *department_id);
TnkSpread *tnk_spread_copy (TnkSpread *self);
const char *tnk_spread_get_department_id (TnkSpread *self);
guint tnk_spread_get_revision (TnkSpread *self);
const char *tnk_spread_get_asked_at (TnkSpread *self);
const char *tnk_spread_get_answered_at (TnkSpread *self);
TnkSpreadAnswer tnk_spread_get_answer (TnkSpread *self);
gboolean tnk_spread_is_overdue (TnkSpread *self, const char *today);
const char *tnk_spread_get (TnkSpread *self, TnkSpreadField field);
gboolean tnk_spread_set (TnkSpread *self, TnkSpreadField field, const char *value, GError **error);
gboolean tnk_spread_answer (TnkSpread *self, TnkSpreadAnswer answer, const char *text, const char *action, const char *action_due, const char *person_id, GError **error);
gboolean tnk_spread_check (TnkSpread *self, GError **error);

G_END_DECLS
