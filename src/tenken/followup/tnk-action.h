/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-action-status.h"
#include "tnk-campaign.h"

G_BEGIN_DECLS

/**
 * TnkActionField:
 * @TNK_ACTION_FIELD_DEPARTMENTS: ids of the departments whose gap it is about, one a line
 * @TNK_ACTION_FIELD_WHAT: what will be done
 * @TNK_ACTION_FIELD_OWNER: who answers for it: `role:ID`, `person:NUMBER`, or empty
 * @TNK_ACTION_FIELD_DUE: until when, ISO 8601, or empty
 * @TNK_ACTION_FIELD_PRIORITY: `1` (high), `2` or `3`
 * @TNK_ACTION_FIELD_RESOURCES: what it takes, or empty
 * @TNK_ACTION_FIELD_STATUS: the word for a [enum@ActionStatus]
 * @TNK_ACTION_FIELD_DONE_BY: the staff number of who reported it done, or empty
 * @TNK_ACTION_FIELD_VERIFIED_BY: the staff number of who verified it, or empty
 *
 * What can change about an action. Every field has a text form, which is what stands in the store, the log and the
 * workbook.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_ACTION_FIELD_DEPARTMENTS,
  TNK_ACTION_FIELD_WHAT,
  TNK_ACTION_FIELD_OWNER,
  TNK_ACTION_FIELD_DUE,
  TNK_ACTION_FIELD_PRIORITY,
  TNK_ACTION_FIELD_RESOURCES,
  TNK_ACTION_FIELD_STATUS,
  TNK_ACTION_FIELD_DONE_BY,
  TNK_ACTION_FIELD_VERIFIED_BY,
} TnkActionField;

/**
 * TNK_N_ACTION_FIELDS:
 *
 * How many fields there are.
 *
 * Since: 0.1
 */
#define TNK_N_ACTION_FIELDS 9

const char *tnk_action_field_to_string (TnkActionField field);
gboolean tnk_action_field_from_string (const char *text, TnkActionField *field);

#define TNK_TYPE_ACTION (tnk_action_get_type ())

/**
 * TnkAction:
 *
 * An action (改善計画項目): who will do what about a gap, by when, and how far it is.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAction, tnk_action, TNK, ACTION, GObject)

TnkAction *tnk_action_new (TnkCampaign *campaign, TnkControl *control);
TnkAction *tnk_action_copy (TnkAction *self);
TnkCampaign *tnk_action_get_campaign (TnkAction *self);
TnkControl *tnk_action_get_control (TnkAction *self);
const char *tnk_action_get_id (TnkAction *self);
guint tnk_action_get_revision (TnkAction *self);
const char *tnk_action_get (TnkAction *self, TnkActionField field);
gboolean tnk_action_set (TnkAction *self, TnkActionField field, const char *value, GError **error);
const char *const *tnk_action_get_departments (TnkAction *self);
gboolean tnk_action_set_departments (TnkAction *self, const char *const *departments, GError **error);
gboolean tnk_action_has_department (TnkAction *self, const char *department_id);
guint tnk_action_get_priority (TnkAction *self);
TnkActionStatus tnk_action_get_status (TnkAction *self);
gboolean tnk_action_is_overdue (TnkAction *self, const char *today);
gboolean tnk_action_move (TnkAction *self, TnkActionStatus status, const char *person_id, GError **error);
gboolean tnk_action_absorb (TnkAction *self, TnkAction *other, GError **error);

guint tnk_action_get_n_notes (TnkAction *self);
const char *tnk_action_get_note_time (TnkAction *self, guint note);
const char *tnk_action_get_note_writer (TnkAction *self, guint note);
const char *tnk_action_get_note_text (TnkAction *self, guint note);
gboolean tnk_action_add_note (TnkAction *self, const char *time, const char *writer, const char *text, GError **error);

G_END_DECLS
