/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TnkProgressFunc:
 * @done: how much is done
 * @total: how much there is to do, or 0 if that is not known
 * @user_data: the data of the caller
 *
 * Hears how far long work is.
 *
 * Since: 0.1
 */
typedef void (*TnkProgressFunc) (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS
