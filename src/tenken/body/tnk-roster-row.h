/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkRosterKind:
 * @TNK_ROSTER_KIND_DEPARTMENT_ADDED: a department is new
 * @TNK_ROSTER_KIND_DEPARTMENT_RENAMED: a department has another name
 * @TNK_ROSTER_KIND_DEPARTMENT_MOVED: a department is below another one
 * @TNK_ROSTER_KIND_DEPARTMENT_REMOVED: a department is no longer there
 * @TNK_ROSTER_KIND_PERSON_ADDED: a person is new
 * @TNK_ROSTER_KIND_PERSON_RENAMED: a person has another name
 * @TNK_ROSTER_KIND_PERSON_MOVED: a person is in another department
 * @TNK_ROSTER_KIND_PERSON_ROLES: a person has other roles
 * @TNK_ROSTER_KIND_PERSON_REMOVED: a person is no longer there
 * @TNK_ROSTER_KIND_ASKED: a person is newly asked in a campaign that is open
 * @TNK_ROSTER_KIND_NOT_ASKED: a questionnaire goes from a campaign that is open, with the answers of its draft
 * @TNK_ROSTER_KIND_ANSWERS_LOST: answers of a draft go, since the person no longer has their role
 * @TNK_ROSTER_KIND_KEPT: a person is no longer there; what was handed in stays
 * @TNK_ROSTER_KIND_NO_SECRETARIAT: nobody would have the right of the secretariat any more
 *
 * What a row of a preview says. The first nine are changes of the roster, the others what follows from them.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_ROSTER_KIND_DEPARTMENT_ADDED,
  TNK_ROSTER_KIND_DEPARTMENT_RENAMED,
  TNK_ROSTER_KIND_DEPARTMENT_MOVED,
  TNK_ROSTER_KIND_DEPARTMENT_REMOVED,
  TNK_ROSTER_KIND_PERSON_ADDED,
  TNK_ROSTER_KIND_PERSON_RENAMED,
  TNK_ROSTER_KIND_PERSON_MOVED,
  TNK_ROSTER_KIND_PERSON_ROLES,
  TNK_ROSTER_KIND_PERSON_REMOVED,
  TNK_ROSTER_KIND_ASKED,
  TNK_ROSTER_KIND_NOT_ASKED,
  TNK_ROSTER_KIND_ANSWERS_LOST,
  TNK_ROSTER_KIND_KEPT,
  TNK_ROSTER_KIND_NO_SECRETARIAT,
} TnkRosterKind;

/**
 * TNK_N_ROSTER_KINDS:
 *
 * The number of kinds.
 *
 * Since: 0.1
 */
#define TNK_N_ROSTER_KINDS 14

const char *tnk_roster_kind_to_string (TnkRosterKind kind);

#define TNK_TYPE_ROSTER_ROW (tnk_roster_row_get_type ())

/**
 * TnkRosterRow:
 *
 * One thing that a new roster changes, or that follows from it. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRosterRow, tnk_roster_row, TNK, ROSTER_ROW, GObject)

TnkRosterKind tnk_roster_row_get_kind (TnkRosterRow *self);
const char *tnk_roster_row_get_id (TnkRosterRow *self);
const char *tnk_roster_row_get_name (TnkRosterRow *self);
const char *tnk_roster_row_get_old (TnkRosterRow *self);
const char *tnk_roster_row_get_new (TnkRosterRow *self);
const char *tnk_roster_row_get_campaign_id (TnkRosterRow *self);
guint tnk_roster_row_get_n_answers (TnkRosterRow *self);

G_END_DECLS
