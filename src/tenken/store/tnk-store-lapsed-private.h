/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-items-private.h"

G_BEGIN_DECLS

/* (element-type TnkLapse): of what is handed in. Without names all answers to a control that rest on one exception are one; where
 * scope->shown says what is shown, the departments below are not told apart. */
GPtrArray *tnk_store_read_lapsed (TnkStore *self, const TnkItemScope *scope, gboolean names, GError **error);

G_END_DECLS
