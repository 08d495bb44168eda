/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-pin-slip.h"

G_BEGIN_DECLS

gboolean tnk_pin_slips_write (GPtrArray *slips, const char *body_name, const char *campaign_title, const char *closes, const char *filename, GCancellable *cancellable, GError **error);

G_END_DECLS
