/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of several choices. Unlike GtkCheckButton it has the accessible role of a radio button and an accessible action,
 * "answer.choose"; it does not become active by itself, it emits "chosen" and its owner says what follows; and arrow keys
 * move on from it without choosing. */

#define TENKEN_TYPE_RADIO (tenken_radio_get_type ())
G_DECLARE_DERIVABLE_TYPE (TenkenRadio, tenken_radio, TENKEN, RADIO, GtkCheckButton)

struct _TenkenRadioClass
{
  GtkCheckButtonClass parent_class;
};

/* With a text that wraps. */
GtkWidget *tenken_radio_new (void);
void tenken_radio_set_text (TenkenRadio *self, const char *text);
const char *tenken_radio_get_text (TenkenRadio *self);

G_END_DECLS
