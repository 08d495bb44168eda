/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-mark.h"
#include "tnk-question.h"
#include "tnk-role.h"
#include "tnk-text.h"

G_BEGIN_DECLS

typedef struct _TnkDuty TnkDuty;

#define TNK_TYPE_CONTROL (tnk_control_get_type ())

/**
 * TnkControl:
 *
 * A control (管理策・遵守事項): one clause that somebody must keep; a row of the responsibility matrix. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkControl, tnk_control, TNK, CONTROL, GObject)

const char *tnk_control_get_id (TnkControl *self);
const char *tnk_control_get_clause (TnkControl *self);
TnkLevel tnk_control_get_level (TnkControl *self);
guint tnk_control_get_weight (TnkControl *self);
gboolean tnk_control_is_critical (TnkControl *self);
TnkText *tnk_control_get_title (TnkControl *self);
TnkText *tnk_control_get_guidance (TnkControl *self);
TnkText *tnk_control_get_evidence (TnkControl *self);
TnkText *tnk_control_get_improvement (TnkControl *self);
TnkText *tnk_control_get_note (TnkControl *self);
guint tnk_control_get_index (TnkControl *self);
guint tnk_control_get_section_index (TnkControl *self);
guint tnk_control_get_chapter_index (TnkControl *self);
guint tnk_control_get_first_duty (TnkControl *self);
guint tnk_control_get_n_duties (TnkControl *self);
guint tnk_control_get_n_questions (TnkControl *self);
const char *const *tnk_control_get_tags (TnkControl *self);
TnkDuty *tnk_control_get_duty (TnkControl *self, guint position);
TnkDuty *tnk_control_find_duty (TnkControl *self, TnkRole *role);
TnkMark tnk_control_get_mark (TnkControl *self, TnkRole *role);
TnkQuestion *tnk_control_get_question (TnkControl *self, guint position);

G_END_DECLS
