/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"
#include "tenken-setup.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_SETUP_PAGE (tenken_setup_page_get_type ())

/* Sets a campaign up in six steps. Each can be gone back to, and nothing happens before the last; what was chosen stays while
 * the person looks at other pages. Its targets: nothing, a new campaign; "like/2025", a new one that begins like another;
 * "change/2026", one that is in preparation. */
G_DECLARE_FINAL_TYPE (TenkenSetupPage, tenken_setup_page, TENKEN, SETUP_PAGE, TenkenDeskPage)

GtkWidget *tenken_setup_page_new (TenkenDesk *desk);
/* Goes to a step, as its button does. */
void tenken_setup_page_go (TenkenSetupPage *self, guint step);
/* What is being set up; NULL until it is read. */
TenkenSetup *tenken_setup_page_get_setup (TenkenSetupPage *self);

G_END_DECLS
