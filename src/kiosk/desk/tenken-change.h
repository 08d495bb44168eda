/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a figure with one decimal changed. NAN: there is nothing to compare. */

/* The difference of the two as they are shown. */
double tenken_change_between (double now, double before);
/* ▲ +2.3, ▼ −2.3, ± 0.0, –. Newly allocated. */
char *tenken_change_write (double change);
/* In words, to be read aloud. Newly allocated. */
char *tenken_change_say (double change);

G_END_DECLS
