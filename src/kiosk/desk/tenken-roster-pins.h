/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For whom PIN slips are made. Of a person the PIN that is there is replaced. */
typedef struct
{
  const char *department_id; /* NULL: of all */
  const char *name; /* of the department or the person, NULL: of the body */
  const char *person_id; /* or NULL */
  guint n; /* how many have none there */
} TenkenPinChoice;

/* Says what is done, asks where the workbook shall be, and makes it with a bar. */
void tenken_roster_pins_ask (GtkWidget *owner, TenkenDesk *desk, const TenkenPinChoice *choice);

G_END_DECLS
