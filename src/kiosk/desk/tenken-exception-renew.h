/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Begins an application for another exception like one that ends or has ended, and opens it: what it is about, why and what is done
 * instead are taken over, the days are not. For whoever may begin one. */
void tenken_exception_renew (GtkWidget *owner, TenkenDesk *desk, TnkException *exception);
/* Whether a form for that is among these. (element-type TnkForm) */
gboolean tenken_exception_may_renew (GPtrArray *forms);
/* Opens the application that an exception came from, or says that there is none. */
void tenken_exception_open (TenkenDesk *desk, TnkException *exception);

G_END_DECLS
