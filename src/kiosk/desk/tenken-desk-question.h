/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Asks before something is done that cannot be taken back at once. */

typedef struct
{
  const char *heading;
  const char *body;
  const char *go; /* the button that does it, of which the response is "go" */
  AdwResponseAppearance appearance;
  const char *css_class; /* of the dialog besides its own; NULL for none */
} TenkenDeskQuestion;

/* It is to be done. data: (transfer full). */
typedef void (*TenkenDeskSure) (GtkWidget *owner, TenkenDesk *desk, gpointer data);

/* sure is called unless the person thinks better of it or the owner is gone; then data is freed. */
void tenken_desk_question_ask (GtkWidget *owner, TenkenDesk *desk, const TenkenDeskQuestion *question, TenkenDeskSure sure, gpointer data, GDestroyNotify data_free);

G_END_DECLS
