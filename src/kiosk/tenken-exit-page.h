/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

G_BEGIN_DECLS

/* Asks for the PIN of the secretariat; emits "allowed" when it was right. */

#define TENKEN_TYPE_EXIT_PAGE (tenken_exit_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenExitPage, tenken_exit_page, TENKEN, EXIT_PAGE, AdwBin)

GtkWidget *tenken_exit_page_new (TnkTerminal *terminal);
/* Puts the focus where the typing goes. */
void tenken_exit_page_begin (TenkenExitPage *self);

G_END_DECLS
