/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_CHOICE (tenken_desk_choice_get_type ())

/* Something that can be chosen from a list: a campaign, a department, an office, a thing that was searched for. */
G_DECLARE_FINAL_TYPE (TenkenDeskChoice, tenken_desk_choice, TENKEN, DESK_CHOICE, GObject)

/* detail: a word about it, or NULL. depth: how far it stands to the right. */
TenkenDeskChoice *tenken_desk_choice_new (const char *id, const char *text, const char *detail, guint depth);
const char *tenken_desk_choice_get_id (TenkenDeskChoice *self);
const char *tenken_desk_choice_get_text (TenkenDeskChoice *self);
const char *tenken_desk_choice_get_detail (TenkenDeskChoice *self);
guint tenken_desk_choice_get_depth (TenkenDeskChoice *self);
/* Whether its text holds all words, however they are written. */
gboolean tenken_desk_choice_matches (TenkenDeskChoice *self, const char *words);

G_END_DECLS
