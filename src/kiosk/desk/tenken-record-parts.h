/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The parts of the page of a record that only show. */

/* What it is: form, state, number, who began it and when. */
GtkWidget *tenken_record_head_new (TnkRecord *record);
/* By when what has to be done; NULL where nothing has. */
GtkWidget *tenken_record_deadlines_new (TnkRecord *record, const char *today);
/* Who took which step and when, the last one first; NULL where none was taken. */
GtkWidget *tenken_record_history_new (TnkRecord *record);
/* The text to be sent as it stands, with a button that copies it; NULL where the form has none or nothing is there yet. */
GtkWidget *tenken_record_short_text_new (TnkRecord *record, const char *today);

G_END_DECLS
