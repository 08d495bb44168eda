/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-turnout.h"

G_BEGIN_DECLS

char *tnk_reminders_make_text (TnkTurnout *turnout, int department, const char *body_name, const char *today, const char *language);
gboolean tnk_reminders_write (TnkTurnout *turnout, int department, const char *body_name, const char *today, const char *filename, GCancellable *cancellable, GError **error);

G_END_DECLS
