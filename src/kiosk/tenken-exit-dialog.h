/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

G_BEGIN_DECLS

/* Asks for the PIN of the secretariat; emits "allowed" when it was right. */

#define TENKEN_TYPE_EXIT_DIALOG (tenken_exit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenkenExitDialog, tenken_exit_dialog, TENKEN, EXIT_DIALOG, GtkWindow)

GtkWidget *tenken_exit_dialog_new (GtkWindow *parent, TnkTerminal *terminal);

G_END_DECLS
