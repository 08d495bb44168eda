/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The fields of an action. What the person may not change can be read, not typed. */
#define TENKEN_TYPE_ACTION_FORM (tenken_action_form_get_type ())
G_DECLARE_FINAL_TYPE (TenkenActionForm, tenken_action_form, TENKEN, ACTION_FORM, AdwBin)

/* action: of the view; NULL for a new one. */
GtkWidget *tenken_action_form_new (TnkPlanView *view, TnkAction *action);
/* Shows other values, of the same action: what was decided between two who changed it. */
void tenken_action_form_fill (TenkenActionForm *self, TnkAction *action);
/* The action with what the form says; NULL if a field cannot stand, and why. */
TnkAction *tenken_action_form_make_action (TenkenActionForm *self, GError **error);
/* What was typed as a new note; NULL if nothing. Newly allocated. */
char *tenken_action_form_dup_note (TenkenActionForm *self);

/* What a list does when something is picked in it. */
void tenken_action_form_pick_control (TenkenActionForm *self, const char *id);
void tenken_action_form_pick_department (TenkenActionForm *self, const char *id);
/* The widget of a field; NULL where it has none. */
GtkWidget *tenken_action_form_get_widget (TenkenActionForm *self, TnkActionField field);
void tenken_action_form_set_note (TenkenActionForm *self, const char *text);

G_END_DECLS
