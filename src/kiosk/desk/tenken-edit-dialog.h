/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk-task.h"

G_BEGIN_DECLS

/* A window over the desk with fields to fill in and a button that stores them. It stays open where storing failed and says why;
 * it asks before it leaves with what is not stored. */
#define TENKEN_TYPE_EDIT_DIALOG (tenken_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenkenEditDialog, tenken_edit_dialog, TENKEN, EDIT_DIALOG, AdwWindow)

typedef struct
{
  const char *title;
  const char *save; /* the button that stores */
  const char *doing; /* while it is stored */
  const char *done; /* said at the foot of the window afterwards */
} TenkenEditWords;

/* Gathers what is to be stored, on the main thread; NULL with an error that says what is missing. */
typedef gpointer (*TenkenEditTake) (TenkenEditDialog *self, gpointer user_data, GError **error);
/* It is stored; result as the work gave it. Where there is none the pages read anew, and that is all. */
typedef void (*TenkenEditStored) (TenkenDesk *desk, gpointer result, gpointer user_data);

typedef struct
{
  TenkenEditTake take;
  TenkenDeskWork work; /* on what take gave */
  GDestroyNotify request_free;
  GDestroyNotify result_free;
  TenkenEditStored stored; /* or NULL */
} TenkenEditVerbs;

/* owner: a widget of the window that it stands over. The verbs must live as long as the dialog. */
TenkenEditDialog *tenken_edit_dialog_new (GtkWidget *owner, TenkenDesk *desk, const TenkenEditWords *words, const TenkenEditVerbs *verbs, gpointer user_data, GDestroyNotify destroy);
TenkenDesk *tenken_edit_dialog_get_desk (TenkenEditDialog *self);
gpointer tenken_edit_dialog_get_user_data (TenkenEditDialog *self);
/* Something was changed that is not a field made here. */
void tenken_edit_dialog_touch (TenkenEditDialog *self);

/* What stands in it, from above. name: what is read above the field and by a screen reader. */
void tenken_edit_dialog_add_heading (TenkenEditDialog *self, const char *text);
GtkWidget *tenken_edit_dialog_add_note (TenkenEditDialog *self, const char *text, const char *css);
void tenken_edit_dialog_add_widget (TenkenEditDialog *self, GtkWidget *widget);
GtkWidget *tenken_edit_dialog_add (TenkenEditDialog *self, const char *name, GtkWidget *widget);
GtkWidget *tenken_edit_dialog_add_entry (TenkenEditDialog *self, const char *name, const char *text);
GtkWidget *tenken_edit_dialog_add_text (TenkenEditDialog *self, const char *name, const char *text);
GtkWidget *tenken_edit_dialog_add_day (TenkenEditDialog *self, const char *name, const char *day, const char *today);
GtkWidget *tenken_edit_dialog_add_choice (TenkenEditDialog *self, const char *name, const char *const *words, guint chosen);

/* Of a text of several lines or an entry, without space around it. Newly allocated. */
char *tenken_edit_dup_text (GtkWidget *field);

G_END_DECLS
