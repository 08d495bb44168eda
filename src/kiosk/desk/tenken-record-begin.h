/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button for each form that the person may begin; pressed, a draft is made and its page opened. */
GtkWidget *tenken_record_begin_new (TenkenDesk *desk);
/* (element-type TnkForm) */
void tenken_record_begin_set_forms (GtkWidget *begin, GPtrArray *forms);

G_END_DECLS
