/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* What a part of a round is called, in the language of the screen. */
const char *tenken_section_picker_name (TenkenRound *round, guint part);
/* Whether the person answers for more than one role, so that the role has to be said. */
gboolean tenken_section_picker_has_roles (TenkenRound *round);
/* A button that drops down all parts, each of which leads to its list. */
GtkWidget *tenken_section_picker_new (TenkenRound *round);

G_END_DECLS
