/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* A question as one row of a list: its clause and its words, which open it on its own page, its answers, its flag. */

#define TENKEN_TYPE_SECTION_ROW (tenken_section_row_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSectionRow, tenken_section_row, TENKEN, SECTION_ROW, GtkWidget)

GtkWidget *tenken_section_row_new (TenkenRound *round, guint step);
guint tenken_section_row_get_step (TenkenSectionRow *self);
/* Shows what the round says by now. */
void tenken_section_row_update (TenkenSectionRow *self);
gboolean tenken_section_row_matches (TenkenSectionRow *self, const char *typed);

/* What keys do. */
void tenken_section_row_choose (TenkenSectionRow *self, TnkAnswerValue value);
void tenken_section_row_take_last_year (TenkenSectionRow *self);
void tenken_section_row_mark_later (TenkenSectionRow *self);

G_END_DECLS
