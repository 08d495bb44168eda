/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-error.h"

#include <glib/gi18n.h>
#include <tenken.h>

static const struct
{
  TnkError code;
  const char *sentence;
} sentences[] = {
  {TNK_ERROR_SYNTAX, N_ ("The file is not of the expected kind. Nothing was changed.")},
  {TNK_ERROR_INVALID, N_ ("A value is not allowed here. Nothing was changed.")},
  {TNK_ERROR_NOT_FOUND, N_ ("It is not there any more. Somebody may have changed it meanwhile.")},
  {TNK_ERROR_EXISTS, N_ ("There is one of this name already. Nothing was changed.")},
  {TNK_ERROR_STATE, N_ ("This cannot be done as things stand now. Nothing was changed.")},
  {TNK_ERROR_REFUSED, N_ ("Your office does not allow this. If you need it, ask the secretariat.")},
  {TNK_ERROR_STORE, N_ ("The data could not be read or written. Nothing was lost; try again, and ask the secretariat if it stays so.")},
  {TNK_ERROR_FUTURE, N_ ("The data was written by a newer Tenken. Update this one.")},
  {TNK_ERROR_TAMPERED, N_ ("The data was changed by something other than Tenken. Tell the secretariat before you go on.")},
  {TNK_ERROR_EXPORT, N_ ("The file could not be written whole. Choose another folder, or make room.")},
};

char *
tenken_desk_describe_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("It was stopped. Nothing was changed."));
  for (guint i = 0; error->domain == TNK_ERROR && i < G_N_ELEMENTS (sentences); i++)
    if ((int) sentences[i].code == error->code)
      return g_strdup_printf ("%s\n\n%s", _ (sentences[i].sentence), error->message);
  return g_strdup_printf ("%s\n\n%s", _ ("Something did not work. Nothing was changed."), error->message);
}

void
tenken_desk_show_error (GtkWidget *owner,
                        const char *heading,
                        const GError *error)
{
  g_autofree char *body = NULL;
  GtkRoot *root;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (owner) && heading != NULL && error != NULL);

  root = gtk_widget_get_root (owner);
  if (root == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  body = tenken_desk_describe_error (error);
  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, body);
  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
