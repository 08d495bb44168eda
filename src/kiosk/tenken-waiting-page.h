/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is shown between the sign-in and the questions. */
GtkWidget *tenken_waiting_page_new (void);

G_END_DECLS
