/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-right.h"

G_BEGIN_DECLS

#define TNK_TYPE_DESK (tnk_desk_get_type ())

/**
 * TnkDesk:
 *
 * What one person may see and do beyond the own questionnaire: a manager in the departments that he or she answers for, the
 * secretariat in the whole body, the committee with its figures and its plan; whoever holds no right, but is named by a form, with
 * the own applications and reports. Every verb asks the store anew for the rights of the person, and refuses what goes beyond
 * them ([error@Tenken.Error] `REFUSED`).
 *
 * A desk works on the thread of its store. What it hands out is not changed by it any more, and may go to another thread.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkDesk, tnk_desk, TNK, DESK, GObject)

TnkDesk *tnk_desk_new (TnkStore *store, const char *person_id, GError **error);
const char *tnk_desk_get_person_id (TnkDesk *self);
gboolean tnk_desk_read_rights (TnkDesk *self, TnkRights *rights, GStrv *departments, GError **error);
TnkBody *tnk_desk_load_tree (TnkDesk *self, const char *campaign_id, GError **error);
char *tnk_desk_dup_today (TnkDesk *self);

G_END_DECLS
