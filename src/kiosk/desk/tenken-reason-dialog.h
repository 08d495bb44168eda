/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for words without which something is not done: why a questionnaire comes back, why a department is reopened. */

typedef struct
{
  const char *heading;
  const char *body;
  const char *label; /* of the field */
  const char *go; /* the button that does it */
} TenkenReasonWords;

typedef void (*TenkenReasonDone) (GtkWidget *owner, const char *reason, gpointer user_data);

/* done is called with the words, unless the person thinks better of it or the owner is gone. */
void tenken_reason_dialog_ask (GtkWidget *owner, const TenkenReasonWords *words, TenkenReasonDone done, gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
