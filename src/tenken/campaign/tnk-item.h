/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-department.h"
#include "tnk-duty.h"

G_BEGIN_DECLS

#define TNK_TYPE_ITEM (tnk_item_get_type ())

/**
 * TnkItem:
 *
 * What a figure is made of in the end: the item of one person, in one role, about one control, with the answer that counts.
 * It can be made without saying whose it is. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkItem, tnk_item, TNK, ITEM, GObject)

TnkControl *tnk_item_get_control (TnkItem *self);
TnkRole *tnk_item_get_role (TnkItem *self);
TnkDepartment *tnk_item_get_department (TnkItem *self);
TnkAnswerValue tnk_item_get_answer (TnkItem *self);
const char *tnk_item_get_comment (TnkItem *self);
const char *tnk_item_get_evidence (TnkItem *self);
const char *tnk_item_get_person_id (TnkItem *self);
const char *tnk_item_get_person_name (TnkItem *self);

G_END_DECLS
