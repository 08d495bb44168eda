/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui.h"

G_BEGIN_DECLS

/* What is still to be done on the page of the catalogs before it is looked at: words are typed that are there, and some that
 * are nowhere. */
void tnk_ui_catalogs_search (TnkUi *ui, TenkenRound *round);
void tnk_ui_catalogs_search_nothing (TnkUi *ui, TenkenRound *round);

G_END_DECLS
