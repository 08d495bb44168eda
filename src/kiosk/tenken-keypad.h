/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A keypad of large keys that types into an editable: digits, “clear” and “delete”. With letters allowed a key turns it
 * into the alphabet and back, for bodies whose staff numbers hold letters. Keys take no focus from the editable. */

#define TENKEN_TYPE_KEYPAD (tenken_keypad_get_type ())
G_DECLARE_FINAL_TYPE (TenkenKeypad, tenken_keypad, TENKEN, KEYPAD, GtkWidget)

GtkWidget *tenken_keypad_new (void);
/* What the keys type into; NULL for nothing. */
void tenken_keypad_set_target (TenkenKeypad *self, GtkEditable *target);
void tenken_keypad_set_letters (TenkenKeypad *self, gboolean allowed);

G_END_DECLS
