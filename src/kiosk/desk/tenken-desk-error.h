/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An error as people at a desk read it: what happened and what to do now, in their language; below it what the library
 * said, which names the thing. */
char *tenken_desk_describe_error (const GError *error);
/* A dialog that says it over the window of a widget. Nothing is shown for what was called off. */
void tenken_desk_show_error (GtkWidget *owner, const char *heading, const GError *error);

G_END_DECLS
