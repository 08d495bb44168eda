/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TNK_TYPE_WELCOME (tnk_welcome_get_type ())

/**
 * TnkWelcome:
 *
 * What the first screen of a terminal says: whose it is, and which campaign is open. It does not change once it is read.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkWelcome, tnk_welcome, TNK, WELCOME, GObject)

const char *tnk_welcome_get_body_name (TnkWelcome *self);
const char *tnk_welcome_get_campaign_id (TnkWelcome *self);
const char *tnk_welcome_get_campaign_title (TnkWelcome *self);
const char *tnk_welcome_get_closes (TnkWelcome *self);
const char *tnk_welcome_get_today (TnkWelcome *self);
guint tnk_welcome_get_n_questions (TnkWelcome *self);
gboolean tnk_welcome_get_has_kiosk_pin (TnkWelcome *self);

G_END_DECLS
