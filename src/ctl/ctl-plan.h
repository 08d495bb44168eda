/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* The index of a department of the campaign; -1 where the id is NULL. */
gboolean ctl_find_department (TnkBody *body, const char *campaign, const char *id, int *index, GError **error);

G_END_DECLS
