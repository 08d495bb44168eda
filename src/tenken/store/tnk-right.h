/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store.h"

G_BEGIN_DECLS

/**
 * TnkRights:
 * @TNK_RIGHTS_NONE: no right; the own questionnaire needs none
 * @TNK_RIGHTS_DEPARTMENT: answers for a department with all below it
 * @TNK_RIGHTS_SECRETARIAT: prepares, chases and compiles the campaigns of the whole body
 * @TNK_RIGHTS_COMMITTEE: sees every figure of the body, and decides about the improvement plan
 * @TNK_RIGHTS_AUDIT: sees every figure of the body, for the audit, and plans audits
 * @TNK_RIGHTS_AUDITOR: is named as an auditor by the plan of an audit that is not closed; this is not granted, and opens that
 *   audit alone
 * @TNK_RIGHTS_OWN: holds none of the others, and may begin a record of some form, take a step of one, or has one; this is not
 *   granted, and opens the own records alone
 *
 * What somebody may do at a desk.
 *
 * Since: 0.1
 */
typedef enum /*< flags >*/ {
  TNK_RIGHTS_NONE = 0,
  TNK_RIGHTS_DEPARTMENT = 1 << 0,
  TNK_RIGHTS_SECRETARIAT = 1 << 1,
  TNK_RIGHTS_COMMITTEE = 1 << 2,
  TNK_RIGHTS_AUDIT = 1 << 3,
  TNK_RIGHTS_AUDITOR = 1 << 4,
  TNK_RIGHTS_OWN = 1 << 5,
} TnkRights;

const char *tnk_rights_to_string (TnkRights right);
gboolean tnk_rights_from_string (const char *text, TnkRights *right);

#define TNK_TYPE_RIGHT (tnk_right_get_type ())

/**
 * TnkRight:
 *
 * A right that was granted: who holds it, and about which department. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRight, tnk_right, TNK, RIGHT, GObject)

TnkRights tnk_right_get_kind (TnkRight *self);
const char *tnk_right_get_holder (TnkRight *self);
const char *tnk_right_get_department_id (TnkRight *self);

GPtrArray *tnk_store_list_rights (TnkStore *self, GError **error);
gboolean tnk_store_grant_right (TnkStore *self, TnkRights kind, const char *holder, const char *department_id, GError **error);
gboolean tnk_store_revoke_right (TnkStore *self, TnkRights kind, const char *holder, const char *department_id, GError **error);

G_END_DECLS
