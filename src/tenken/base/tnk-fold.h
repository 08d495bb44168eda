/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tnk_fold_text (const char *text);
gboolean tnk_fold_matches (const char *folded, const char *typed);

G_END_DECLS
