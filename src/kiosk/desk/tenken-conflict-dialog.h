/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Two sides of the same thing, side by side, and a choice for each of its values. Signal "decided", once all are chosen and
 * the person says so; the dialog closes then. */
#define TENKEN_TYPE_CONFLICT_DIALOG (tenken_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenkenConflictDialog, tenken_conflict_dialog, TENKEN, CONFLICT_DIALOG, AdwWindow)

typedef enum {
  TENKEN_SIDE_NONE,
  TENKEN_SIDE_NEW, /* what was typed, here or in a sheet */
  TENKEN_SIDE_STORED, /* what is stored */
} TenkenSide;

/* text: what happened; new_name: what the side is called that is not stored yet. */
GtkWidget *tenken_conflict_dialog_new (GtkWindow *parent, const char *title, const char *text, const char *new_name);
void tenken_conflict_dialog_add (TenkenConflictDialog *self, const char *name, const char *new_text, const char *stored_text, TenkenSide side);
/* position: in the order in which they were added. */
TenkenSide tenken_conflict_dialog_get_side (TenkenConflictDialog *self, guint position);
void tenken_conflict_dialog_choose (TenkenConflictDialog *self, guint position, TenkenSide side);
void tenken_conflict_dialog_choose_all (TenkenConflictDialog *self, TenkenSide side);
gboolean tenken_conflict_dialog_is_decided (TenkenConflictDialog *self);

G_END_DECLS
