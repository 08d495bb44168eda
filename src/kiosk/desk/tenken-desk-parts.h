/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What pages that are made in code are made of. */

/* A label that wraps; css: a class, or NULL. */
GtkWidget *tenken_desk_text_new (const char *text, const char *css);
GtkWidget *tenken_desk_heading_new (const char *text, const char *css);
/* A vertical box, in it what is appended later. */
GtkWidget *tenken_desk_column_new (int spacing);
/* A column that is not wider than is good to read; *column is what to append to. */
GtkWidget *tenken_desk_clamp_new (GtkWidget **column);
/* A column that scrolls, not wider than is good to read; *column is what to append to. */
GtkWidget *tenken_desk_scroller_new (GtkWidget **column);
/* A name and a value beside or below one another, to be read as one. */
GtkWidget *tenken_desk_fact_new (const char *name, const char *value);
/* A spinner with a word, in the middle; *waiting is both of them, which are not seen yet. */
GtkWidget *tenken_desk_waiting_new (GtkWidget **waiting);
void tenken_desk_empty_box (GtkWidget *box);

/* A sign with words beside it, which a table's cell shows of what is late: the label is the last child. */
GtkWidget *tenken_desk_late_new (void);

G_END_DECLS
