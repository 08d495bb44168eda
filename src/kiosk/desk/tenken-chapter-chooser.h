/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-desk-chooser.h"

G_BEGIN_DECLS

/* Chooses among the chapters of a catalog, or all of them: “chosen” has the id of the chapter, “” for all. */
TenkenDeskChooser *tenken_chapter_chooser_new (void);
/* chapter: its id; NULL: all. */
void tenken_chapter_chooser_show (TenkenDeskChooser *chooser, TnkCatalog *catalog, const char *chapter);

G_END_DECLS
