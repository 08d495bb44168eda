/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

G_BEGIN_DECLS

/* Staff number, then PIN, each a step of its own; at the first time a PIN of one's own, twice. Emits "signed-in" with the
 * session once all of it is done. */

#define TENKEN_TYPE_SIGN_IN_PAGE (tenken_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSignInPage, tenken_sign_in_page, TENKEN, SIGN_IN_PAGE, AdwBin)

GtkWidget *tenken_sign_in_page_new (TnkTerminal *terminal);
/* Puts the focus where the typing goes. */
void tenken_sign_in_page_begin (TenkenSignInPage *self);
/* Goes a step back; FALSE at the first. */
gboolean tenken_sign_in_page_go_back (TenkenSignInPage *self);

G_END_DECLS
