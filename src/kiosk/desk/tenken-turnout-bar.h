/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* How many people are how far, as a bar: each state with its colour and its pattern. For a screen reader it is an image whose
 * label says every count. */

#define TENKEN_TYPE_TURNOUT_BAR (tenken_turnout_bar_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTurnoutBar, tenken_turnout_bar, TENKEN, TURNOUT_BAR, GtkWidget)

GtkWidget *tenken_turnout_bar_new (void);
void tenken_turnout_bar_set_counts (TenkenTurnoutBar *self, const TnkTurnoutCounts *counts);
/* 「受理 12、提出済み 3、未着手 1」; states in which nobody is are left out. Newly allocated. */
char *tenken_turnout_describe (const TnkTurnoutCounts *counts);
/* 未着手 and so on, in the language of the screen. */
const char *tenken_turnout_get_word (TnkTurnoutState state);
/* A small square with the colour and the pattern of a state, to stand beside its word. */
GtkWidget *tenken_turnout_sign_new (TnkTurnoutState state);

G_END_DECLS
