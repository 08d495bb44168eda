/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

G_BEGIN_DECLS

/* A questionnaire as whoever gets it will see it, question by question, in a window of its own. Nothing can be answered. */
void tenken_setup_sample_present (GtkWindow *parent, const char *title, TnkQuestionnaire *questionnaire);

G_END_DECLS
