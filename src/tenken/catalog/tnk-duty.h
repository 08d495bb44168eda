/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-control.h"

G_BEGIN_DECLS

#define TNK_TYPE_DUTY (tnk_duty_get_type ())

/**
 * TnkDuty:
 *
 * A duty (責務): one role’s part in one control. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkDuty, tnk_duty, TNK, DUTY, GObject)

TnkControl *tnk_duty_get_control (TnkDuty *self);
TnkRole *tnk_duty_get_role (TnkDuty *self);
TnkMark tnk_duty_get_mark (TnkDuty *self);
TnkQuestion *tnk_duty_get_question (TnkDuty *self);
guint tnk_duty_get_index (TnkDuty *self);
gboolean tnk_duty_is_scored (TnkDuty *self);
TnkText *tnk_duty_get_guidance (TnkDuty *self);
TnkText *tnk_duty_get_evidence (TnkDuty *self);
TnkText *tnk_duty_get_improvement (TnkDuty *self);

G_END_DECLS
