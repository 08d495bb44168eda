/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

#include "tenken-note.h"

G_BEGIN_DECLS

/* Why a question does not apply: one of the ready reasons, or own words. */

#define TENKEN_TYPE_REASONS (tenken_reasons_get_type ())
G_DECLARE_FINAL_TYPE (TenkenReasons, tenken_reasons, TENKEN, REASONS, GtkWidget)

/* store: takes a reason that somebody gave; of one that cannot stand it says why. */
GtkWidget *tenken_reasons_new (TenkenNoteStore store, gpointer user_data);
/* Shows the ready reasons of a question, else of the catalog, and which of them stands, if any. */
void tenken_reasons_show (TenkenReasons *self, TnkCatalog *catalog, TnkQuestion *question, const char *reason);
void tenken_reasons_set_editable (TenkenReasons *self, gboolean editable);
/* Stores own words that were typed since; FALSE, with the focus on them, where they cannot stand. */
gboolean tenken_reasons_flush (TenkenReasons *self);

G_END_DECLS
