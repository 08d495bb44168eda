/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* The one window: it knows who is signed in and which page is shown. Pages ask it for what they cannot do themselves
 * through its actions:
 *
 *   win.start             from the welcome to the sign-in
 *   win.welcome           back to the welcome, while nobody is signed in
 *   win.overview          the parts of one's own round
 *   win.question (u)      the question of a step
 *   win.list (u)          a part as a list; G_MAXUINT: all, to search in
 *   win.check             what is still open, before submitting
 *   win.result            the own result, and what to promise
 *   win.submit            hands the questionnaire in
 *   win.receipt           the receipt as a workbook; on a desk only
 *   win.desk              the desk of who has one, where the person was
 *   win.leave             asks, and signs out
 *   win.sign-out          signs out
 *   win.exit              leaves kiosk mode, for the PIN of the secretariat
 *
 * "signed-out" is emitted when the person at the screen is gone. */

#define TENKEN_TYPE_WINDOW (tenken_window_get_type ())
G_DECLARE_FINAL_TYPE (TenkenWindow, tenken_window, TENKEN, WINDOW, AdwApplicationWindow)

TenkenWindow *tenken_window_new (AdwApplication *application, GSettings *settings, TnkTerminal *terminal, gboolean kiosk);
/* Opens the store and shows the welcome. */
void tenken_window_open (TenkenWindow *self);
/* The round of the person at the screen; NULL while there is none. */
TenkenRound *tenken_window_get_round (TenkenWindow *self);
/* Makes the pages anew, in the language that was chosen since. */
void tenken_window_refresh (TenkenWindow *self);

G_END_DECLS
