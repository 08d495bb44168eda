/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-department.h"
#include "tnk-exception.h"

G_BEGIN_DECLS

#define TNK_TYPE_LAPSE (tnk_lapse_get_type ())

/**
 * TnkLapse:
 *
 * Answers “excepted” that rest on an exception which has ended, and so count as unanswered. One answer where it may be said whose
 * it is; otherwise all that rest on the same exception. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkLapse, tnk_lapse, TNK, LAPSE, GObject)

TnkControl *tnk_lapse_get_control (TnkLapse *self);
TnkDepartment *tnk_lapse_get_department (TnkLapse *self);
TnkRole *tnk_lapse_get_role (TnkLapse *self);
const char *tnk_lapse_get_person_id (TnkLapse *self);
const char *tnk_lapse_get_person_name (TnkLapse *self);
guint tnk_lapse_get_n_answers (TnkLapse *self);
TnkException *tnk_lapse_get_exception (TnkLapse *self);

G_END_DECLS
