/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui.h"

G_BEGIN_DECLS

/* Every page of the program in every state that it has, to be looked at one by one. */
typedef struct
{
  const char *name;
  TnkUiBody body;
  const char *person_id; /* NULL: nobody is signed in */
  gboolean kiosk;
  TnkUiState state;
  void (*show) (TnkUi *ui, TenkenRound *round); /* the round is NULL where nobody is signed in */
} TnkUiPage;

extern const TnkUiPage tnk_ui_pages[];
extern const guint tnk_ui_n_pages;

/* Shows a page in a language; returns the window to look at, which may be a dialog. */
GtkWindow *tnk_ui_page_open (TnkUi *ui, const TnkUiPage *page, const char *language);

G_END_DECLS
