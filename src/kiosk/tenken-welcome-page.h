/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The first screen: whose check it is, until when, how long it takes, and how the screen shall look. */

#define TENKEN_TYPE_WELCOME_PAGE (tenken_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenWelcomePage, tenken_welcome_page, TENKEN, WELCOME_PAGE, AdwBin)

GtkWidget *tenken_welcome_page_new (GSettings *settings, gboolean desk);
/* Shows what the store says. */
void tenken_welcome_page_show (TenkenWelcomePage *self, TnkWelcome *welcome);
/* How many questions a member of staff gets. */
void tenken_welcome_page_set_n_questions (TenkenWelcomePage *self, guint n_questions);
/* Shows that nobody can begin, and why. */
void tenken_welcome_page_show_trouble (TenkenWelcomePage *self, const char *what);

G_END_DECLS
