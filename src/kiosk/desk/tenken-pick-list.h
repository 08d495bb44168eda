/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A button that opens a list with a search: for one of many, or for some of them. What there is to choose comes from a
 * function, which is asked anew for each search, so that ten thousand names cost nothing before one looks for them.
 *
 * Signal "picked" (const char *id): something was chosen, or chosen and unchosen where several can be. */
#define TENKEN_TYPE_PICK_LIST (tenken_pick_list_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPickList, tenken_pick_list, TENKEN, PICK_LIST, AdwBin)

/* Calls tenken_pick_list_add () for what matches the words typed, which may be empty. Ends when it returns FALSE. */
typedef void (*TenkenPickListFill) (TenkenPickList *self, const char *typed, gpointer user_data);

/* name: what is chosen, as it is read aloud. several: each choice can be taken back, and the list stays open. */
GtkWidget *tenken_pick_list_new (const char *name, gboolean several, TenkenPickListFill fill, gpointer user_data);
gboolean tenken_pick_list_add (TenkenPickList *self, const char *id, const char *text, gboolean chosen);
/* What there is to choose has changed: the function is asked again, if the list is open. */
void tenken_pick_list_refill (TenkenPickList *self);
/* What is chosen now, as it stands on the button. */
void tenken_pick_list_set_text (TenkenPickList *self, const char *text);
/* Opens the list, as a click does. */
void tenken_pick_list_open (TenkenPickList *self);

G_END_DECLS
