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

/* Shows a page in a language. */
void tnk_ui_page_open (TnkUi *ui, const TnkUiPage *page, const char *language);
/* The window to look at. A dialog takes its size when it opens, so it is opened anew. */
GtkWindow *tnk_ui_page_renew (TnkUi *ui, const TnkUiPage *page);

G_END_DECLS
