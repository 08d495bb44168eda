/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* A control in words: what kind it is, what it asks for, and what each role is asked about it. */
GtkWidget *tenken_control_text_new (TnkControl *control);

G_END_DECLS
