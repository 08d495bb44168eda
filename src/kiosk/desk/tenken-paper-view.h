/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* What one person handed in: the answers by section with what was written to them, and what can be done with it.
 *
 * Signal "back": the person at the desk wants to see the others again. */

#define TENKEN_TYPE_PAPER_VIEW (tenken_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPaperView, tenken_paper_view, TENKEN, PAPER_VIEW, GtkBox)

GtkWidget *tenken_paper_view_new (TenkenDesk *desk);
/* may_return: whether the department is open. */
void tenken_paper_view_show (TenkenPaperView *self, TnkTurnoutPerson *person, TnkQuestionnaire *questionnaire, gboolean may_return);
/* Keeps nothing of it. */
void tenken_paper_view_clear (TenkenPaperView *self);
TnkTurnoutPerson *tenken_paper_view_get_person (TenkenPaperView *self);

G_END_DECLS
