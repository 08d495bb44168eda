/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-view.h"
#include "tnk-ui.h"

G_BEGIN_DECLS

/* What the tests of the desks need: somebody who holds an office, and a desk with the pages that a test is about. */

/* Somebody of the body holds it; the one with most people below, where it is about departments. */
char *tnk_ui_desk_find_person (TnkUi *ui, TnkRights office);
/* Signs somebody in who holds an office; the window shows the desk there, and the page that is asked for, at rest. */
void tnk_ui_desk_open (TnkUi *ui, TnkRights office, const char *place);
/* The same with other places than those of the program. The window does not know of it. */
TenkenDeskView *tnk_ui_desk_show (TnkUi *ui, TnkRights office, const TenkenDeskPlace *places);

/* The desk that is shown. */
TenkenDeskView *tnk_ui_desk_get_view (TnkUi *ui);
TenkenDesk *tnk_ui_desk_get (TnkUi *ui);
TenkenDeskPage *tnk_ui_desk_get_page (TnkUi *ui);
/* Waits until the page that is shown has all that it reads. */
void tnk_ui_desk_settle (TnkUi *ui);

G_END_DECLS
