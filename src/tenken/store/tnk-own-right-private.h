/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-right-private.h"

G_BEGIN_DECLS

/* Adds TNK_RIGHTS_OWN where the person holds no right, and some form or some record is for him or her all the same. Nothing is
 * kept: a role that was taken away counts at once. */
gboolean tnk_held_rights_add_own (TnkHeldRights *self, TnkStore *store, const char *person_id, GError **error);

G_END_DECLS
