/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text of several lines that stores itself: half a second after the last key, when the field is left, and when it is told
 * to. What cannot be stored is said below the field, and the text stays there to be mended. */

#define TENKEN_TYPE_NOTE (tenken_note_get_type ())
G_DECLARE_FINAL_TYPE (TenkenNote, tenken_note, TENKEN, NOTE, GtkWidget)

typedef gboolean (*TenkenNoteStore) (const char *text, gpointer user_data, GError **error);

GtkWidget *tenken_note_new (TenkenNoteStore store, gpointer user_data);
void tenken_note_set_title (TenkenNote *self, const char *title);
/* Shows a text that is stored already. */
void tenken_note_set_text (TenkenNote *self, const char *text);
char *tenken_note_dup_text (TenkenNote *self);
void tenken_note_set_editable (TenkenNote *self, gboolean editable);
/* Stores what was typed since; FALSE if that cannot stand. */
gboolean tenken_note_flush (TenkenNote *self);
/* Tries the text again, as if it had just been typed. */
gboolean tenken_note_store (TenkenNote *self);

G_END_DECLS
