/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-receipt.h"

#include <glib/gi18n.h>

#include "tenken-language.h"

typedef struct
{
  GtkWindow *parent;
  TnkSession *session;
  GCancellable *cancellable;
  TenkenReceiptFunc say;
} Receipt;

static void
receipt_free (Receipt *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->session);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Receipt, receipt_free)

static void
written (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (Receipt) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = tnk_session_write_receipt_finish (TNK_SESSION (source), result, &error);

  if (!g_cancellable_is_cancelled (self->cancellable))
    self->say (self->parent, done ? _ ("The receipt is saved.") : error->message);
}

static void
chosen (GtkNativeDialog *dialog,
        int response,
        gpointer user_data)
{
  g_autoptr (Receipt) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  g_object_unref (dialog);
  if (path == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  tnk_session_write_receipt_async (self->session, path, tenken_language_get (), self->cancellable, written, self);
  g_steal_pointer (&self);
}

void
tenken_receipt_save (GtkWindow *parent,
                     TenkenRound *round,
                     GCancellable *cancellable,
                     TenkenReceiptFunc say)
{
  TnkSession *session = tenken_round_get_session (round);
  g_autofree char *file = g_strdup_printf ("%s-%s.xlsx", tnk_campaign_get_id (tenken_round_get_campaign (round)),
                                           tnk_person_get_id (tnk_session_get_person (session)));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Save the receipt"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Receipt *self = g_new0 (Receipt, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->cancellable = g_object_ref (cancellable);
  self->say = say;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
