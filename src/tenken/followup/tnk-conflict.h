/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-duty.h"

G_BEGIN_DECLS

/**
 * TnkConflictKind:
 * @TNK_CONFLICT_KIND_MEMBER: the auditor belongs to the department, or was asked there in the campaign
 * @TNK_CONFLICT_KIND_ANSWERS: the auditor answers for the department, or for a part of it
 * @TNK_CONFLICT_KIND_DUTY: a role of the auditor answers for the control in the department
 *
 * Why an auditor is not independent.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_CONFLICT_KIND_MEMBER,
  TNK_CONFLICT_KIND_ANSWERS,
  TNK_CONFLICT_KIND_DUTY,
} TnkConflictKind;

const char *tnk_conflict_kind_to_string (TnkConflictKind kind);

#define TNK_TYPE_CONFLICT (tnk_conflict_get_type ())

/**
 * TnkConflict:
 *
 * That an auditor is not independent of a department. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkConflict, tnk_conflict, TNK, CONFLICT, GObject)

TnkConflictKind tnk_conflict_get_kind (TnkConflict *self);
const char *tnk_conflict_get_person_id (TnkConflict *self);
const char *tnk_conflict_get_department_id (TnkConflict *self);
TnkDuty *tnk_conflict_get_duty (TnkConflict *self);
char *tnk_conflict_to_string (TnkConflict *self);

G_END_DECLS
