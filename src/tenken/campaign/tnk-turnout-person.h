/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-department.h"
#include "tnk-turnout-state.h"

G_BEGIN_DECLS

#define TNK_TYPE_TURNOUT_PERSON (tnk_turnout_person_get_type ())

/**
 * TnkTurnoutPerson:
 *
 * Somebody who is asked in a campaign, and how far the questionnaire is. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkTurnoutPerson, tnk_turnout_person, TNK, TURNOUT_PERSON, GObject)

const char *tnk_turnout_person_get_id (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_name (TnkTurnoutPerson *self);
TnkDepartment *tnk_turnout_person_get_department (TnkTurnoutPerson *self);
TnkTurnoutState tnk_turnout_person_get_state (TnkTurnoutPerson *self);
gboolean tnk_turnout_person_is_missing (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_handed_in_at (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_reference (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_remark (TnkTurnoutPerson *self);
guint tnk_turnout_person_get_n_items (TnkTurnoutPerson *self);
guint tnk_turnout_person_get_n_answered (TnkTurnoutPerson *self);
guint tnk_turnout_person_get_n_open (TnkTurnoutPerson *self);

G_END_DECLS
