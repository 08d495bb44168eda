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
  TnkRights office; /* somebody who holds it is signed in instead, in an ordinary window; NONE: no desk */
  const char *place; /* of the desk */
  void (*show) (TnkUi *ui, TenkenRound *round); /* the round is NULL where there is none; at a desk this may be NULL */
} TnkUiPage;

extern const TnkUiPage tnk_ui_pages[];
extern const guint tnk_ui_n_pages;
/* Those of the desks: tnk-ui-desk-pages.c. */
extern const TnkUiPage tnk_ui_desk_pages[];
extern const guint tnk_ui_n_desk_pages;

/* All of them, one list after the other; NULL after the last. */
const TnkUiPage *tnk_ui_page_get (guint index);
/* By its name; NULL where there is none. */
const TnkUiPage *tnk_ui_page_find (const char *name);

/* Shows a page in a language. */
void tnk_ui_page_open (TnkUi *ui, const TnkUiPage *page, const char *language);
/* The window to look at. A dialog takes its size when it opens, so it is opened anew. */
GtkWindow *tnk_ui_page_renew (TnkUi *ui, const TnkUiPage *page);

G_END_DECLS
