/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-view.h"
#include "tenken-idle.h"
#include "tenken-reception.h"
#include "tenken-window.h"

G_BEGIN_DECLS

/* tenken-window.c holds who is signed in and what is shown, tenken-window-round.c the way through the own self-check,
 * tenken-window-desk.c the desk of those who have one. */

struct _TenkenWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *person;
  GtkWidget *overview;
  GtkWidget *to_desk;
  GtkWidget *leave;
  AdwToastOverlay *toasts;
  AdwBin *pages;
  AdwBin *desk_place; /* the desk, which is hidden while the own self-check is shown: what is half done there waits */

  GSettings *settings;
  TnkTerminal *terminal;
  TenkenIdle *idle;
  GCancellable *cancellable; /* of what is under way for whoever is at the screen */
  TenkenReception *reception;
  TnkSession *session; /* NULL: nobody is signed in */
  TenkenRound *round; /* NULL until the questionnaire is there */
  TenkenDeskView *desk; /* NULL where the person has none */
  gboolean kiosk;
  gboolean submitting;
  gboolean loading; /* the own self-check was asked for, from the desk */
};

gboolean tenken_window_is_showing (TenkenWindow *self, GType type);
/* What the header and the actions allow follows from who is signed in and what is shown. */
void tenken_window_update (TenkenWindow *self);
void tenken_window_show_page (TenkenWindow *self, GtkWidget *page);
/* A TenkenReceiptSay. */
void tenken_window_say (GtkWindow *window, const char *text);
void tenken_window_sign_out (TenkenWindow *self);

void tenken_window_install_round (GtkWidgetClass *widget_class);
/* Fetches the questionnaire of who is signed in, and shows it unless the desk is shown. */
void tenken_window_load_round (TenkenWindow *self);

void tenken_window_install_desk (GtkWidgetClass *widget_class);
/* Makes the desk of who is signed in, and shows it; FALSE if there is none, or it waits behind the own self-check. */
gboolean tenken_window_open_desk (TenkenWindow *self);
/* Shows the desk that was made, with what there is now. */
void tenken_window_show_desk (TenkenWindow *self);
void tenken_window_close_desk (TenkenWindow *self);

G_END_DECLS
