/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkVisibility:
 * @TNK_VISIBILITY_NAMES: who handed in, and what each of them answered
 * @TNK_VISIBILITY_COUNTS: counts only
 *
 * What those who answer for a department see of its people.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_VISIBILITY_NAMES,
  TNK_VISIBILITY_COUNTS,
} TnkVisibility;

const char *tnk_visibility_to_string (TnkVisibility visibility);
gboolean tnk_visibility_from_string (const char *text, TnkVisibility *visibility);

G_END_DECLS
