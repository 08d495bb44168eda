/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The keys that mean the same on every page with questions. They count wherever the focus is in the window, but not while
 * it is in a text, which takes them as text. */

typedef enum {
  TENKEN_KEY_NONE,
  TENKEN_KEY_ANSWER, /* 1 to 5 */
  TENKEN_KEY_AS_LAST_YEAR, /* 0 */
  TENKEN_KEY_NEXT, /* Enter, in a text with Ctrl; not on a button, which it presses */
  TENKEN_KEY_RIGHT,
  TENKEN_KEY_LEFT,
  TENKEN_KEY_UP,
  TENKEN_KEY_DOWN,
  TENKEN_KEY_BACK, /* Backspace */
  TENKEN_KEY_LATER, /* F */
  TENKEN_KEY_NEXT_OPEN, /* N */
  TENKEN_KEY_HELP, /* ?, F1 */
  TENKEN_KEY_LEAVE, /* Escape */
  TENKEN_KEY_LEAVE_TEXT, /* Escape in a text */
} TenkenKey;

/* Returns whether the key did something. value: which answer, of ANSWER. */
typedef gboolean (*TenkenKeysFunc) (GtkWidget *page, TenkenKey key, TnkAnswerValue value);

/* Full-width digits and letters, as an input method gives them, and those of the number pad are the same keys. */
TenkenKey tenken_keys_read (guint keyval, TnkAnswerValue *value);
/* Listens while the page is shown. */
void tenken_keys_attach (GtkWidget *page, TenkenKeysFunc func);
/* A dialog that lists the keys. */
void tenken_keys_show_help (GtkWidget *page);

G_END_DECLS
