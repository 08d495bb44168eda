/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-roster-preview.h"
#include "tnk-store.h"

G_BEGIN_DECLS

/**
 * TnkPinState:
 * @TNK_PIN_STATE_NONE: the person has no PIN
 * @TNK_PIN_STATE_INITIAL: the person has the PIN of a slip, and has not changed it yet
 * @TNK_PIN_STATE_OWN: the person has an own PIN
 *
 * Whether somebody can sign in.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_PIN_STATE_NONE,
  TNK_PIN_STATE_INITIAL,
  TNK_PIN_STATE_OWN,
} TnkPinState;

GStrv tnk_store_list_roles (TnkStore *self, GError **error);
GHashTable *tnk_store_list_pins (TnkStore *self, GError **error);
TnkBody *tnk_store_load_asked (TnkStore *self, const char *campaign_id, const char *department_id, GError **error);

TnkRosterPreview *tnk_store_preview_roster (TnkStore *self, TnkBody *body, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_store_import_preview (TnkStore *self, TnkRosterPreview *preview, TnkRosterChange *change, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
