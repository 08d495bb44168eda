/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* What the pages of results are laid out with. */

/* Gives a page its content: a heading and below it a box, which scrolls as a whole where the window is low. Returns the box. */
GtkBox *tenken_committee_frame_make (TenkenDeskPage *page, const char *title);
/* A part of a page, with its heading; the box is returned, in which its things are to be. */
GtkBox *tenken_committee_frame_add_part (GtkBox *box, const char *title);
/* A line that wraps, in quieter letters if dim. */
GtkWidget *tenken_committee_frame_make_line (const char *text, gboolean dim);
/* A button that goes to a place of the desk; what it is named may wrap. */
GtkWidget *tenken_committee_frame_make_way (const char *label, const char *place);
void tenken_committee_frame_set_way (GtkWidget *button, const char *place);
void tenken_committee_frame_clear (GtkBox *box);

G_END_DECLS
