/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-begin.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

#define DESK "tenken-record-begin-desk"
#define FORM "tenken-record-begin-form"

static gpointer
start (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  return tnk_desk_start_record (desk, data, error);
}

static void
started (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  g_autofree char *place = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The form could not be begun"), error);
    return;
  }
  place = g_strconcat ("record/", tnk_record_get_id (tnk_record_view_get_record (result)), NULL);
  tenken_desk_changed (user_data);
  tenken_desk_go (user_data, place);
}

static void
pressed (GtkWidget *button,
         GtkWidget *begin)
{
  TenkenDesk *desk = g_object_get_data (G_OBJECT (begin), DESK);

  tenken_desk_task_run (begin, desk, _ ("The form is being begun"), start, g_strdup (g_object_get_data (G_OBJECT (button), FORM)), g_free,
                        g_object_unref, started, desk);
}

static GtkWidget *
make_button (GtkWidget *begin,
             TnkForm *form)
{
  /* Translators: a form, such as “Application for an exception” */
  g_autofree char *text = g_strdup_printf (_ ("New: %s"), tenken_text (tnk_form_get_title (form)));
  GtkWidget *button = gtk_button_new_with_label (text), *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_tooltip_text (button, tenken_text (tnk_form_get_clause (form)));
  g_object_set_data_full (G_OBJECT (button), FORM, g_strdup (tnk_form_get_id (form)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (pressed), begin, 0);
  return button;
}

GtkWidget *
tenken_record_begin_new (TenkenDesk *desk)
{
  GtkWidget *begin = tenken_wrap_box_new (0, 6);

  g_object_set_data_full (G_OBJECT (begin), DESK, g_object_ref (desk), g_object_unref);
  return begin;
}

void
tenken_record_begin_set_forms (GtkWidget *begin,
                               GPtrArray *forms)
{
  GtkWidget *child;

  g_return_if_fail (TENKEN_IS_WRAP_BOX (begin) && forms != NULL);

  while ((child = gtk_widget_get_first_child (begin)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < forms->len; i++)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (begin), make_button (begin, forms->pdata[i]));
  gtk_widget_set_visible (begin, forms->len > 0);
}
