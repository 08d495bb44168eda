/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-office-settings-page.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-desk-parts.h"
#include "tenken-desk-places.h"
#include "tenken-desk-task.h"
#include "tenken-kiosk-pin-dialog.h"
#include "tenken-setup-steps.h"

struct _TenkenOfficeSettingsPage
{
  TenkenDeskPage parent_instance;

  GtkWidget *body_name;
  GtkWidget *visibilities[2]; /* by TnkVisibility */
  GtkWidget *pin;
  GtkWidget *checked; /* what came of the last check */
  GtkNativeDialog *chooser; /* NULL while none is open */
};

G_DEFINE_FINAL_TYPE (TenkenOfficeSettingsPage, tenken_office_settings_page, TENKEN_TYPE_DESK_PAGE)

typedef struct
{
  char *body_name;
  TnkVisibility visibility;
  gboolean has_pin;
} Settings;

static void
settings_free (gpointer data)
{
  g_free (((Settings *) data)->body_name);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Settings, settings_free)

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (Settings) self = g_new0 (Settings, 1);

  self->body_name = tnk_desk_dup_body_name (desk, error);
  if (self->body_name == NULL || !tnk_desk_get_default_visibility (desk, &self->visibility, error) ||
      !tnk_desk_has_kiosk_pin (desk, &self->has_pin, error))
    return NULL;
  return g_steal_pointer (&self);
}

static TenkenDesk *
get_desk (TenkenOfficeSettingsPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

/* --- what campaigns begin with --- */

static gpointer
set_visibility (TnkDesk *desk,
                gpointer visibility,
                TnkProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                GError **error)
{
  return tnk_desk_set_default_visibility (desk, GPOINTER_TO_UINT (visibility), error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
visibility_set (GtkWidget *owner,
                gpointer result,
                const GError *error,
                gpointer user_data)
{
  TenkenOfficeSettingsPage *self = TENKEN_OFFICE_SETTINGS_PAGE (owner);

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("It could not be set"), error);
  tenken_desk_changed (get_desk (self));
}

static void
chose_visibility (TenkenOfficeSettingsPage *self,
                  GtkWidget *radio)
{
  guint visibility = radio == self->visibilities[TNK_VISIBILITY_COUNTS] ? TNK_VISIBILITY_COUNTS : TNK_VISIBILITY_NAMES;

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (radio)))
    tenken_desk_task_run (GTK_WIDGET (self), get_desk (self), _ ("It is being set"), set_visibility,
                          GUINT_TO_POINTER (visibility), NULL, NULL, visibility_set, NULL);
}

/* --- the check of the log --- */

typedef struct
{
  gint64 n_entries;
  gint64 n_questionnaires;
  char *head;
} Found;

static void
found_free (gpointer data)
{
  g_free (((Found *) data)->head);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
check_log (TnkDesk *desk,
           gpointer data,
           TnkProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);

  if (!tnk_desk_verify (desk, &found->n_entries, &found->n_questionnaires, &found->head, progress, progress_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}

static void
log_checked (GtkWidget *owner,
             gpointer result,
             const GError *error,
             gpointer user_data)
{
  TenkenOfficeSettingsPage *self = TENKEN_OFFICE_SETTINGS_PAGE (owner);
  const Found *found = result;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    text = tenken_desk_describe_error (error);
  else
    text = g_strdup_printf (_ ("Everything fits: %d entries of the log, %d questionnaires. Mark of the last entry, to be noted elsewhere: %s"),
                            (int) found->n_entries, (int) found->n_questionnaires, found->head);
  if (error != NULL)
    gtk_widget_add_css_class (self->checked, "trouble");
  else
    gtk_widget_remove_css_class (self->checked, "trouble");
  gtk_label_set_text (GTK_LABEL (self->checked), text);
  gtk_widget_set_visible (self->checked, TRUE);
}

static void
start_check (TenkenOfficeSettingsPage *self)
{
  tenken_desk_task_run (GTK_WIDGET (self), get_desk (self), _ ("The log is being checked"), check_log, NULL, NULL, found_free,
                        log_checked, NULL);
}

/* --- the copy --- */

static gpointer
copy_store (TnkDesk *desk,
            gpointer path,
            TnkProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  return tnk_desk_backup (desk, path, progress, progress_data, cancellable, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
store_copied (GtkWidget *owner,
              gpointer result,
              const GError *error,
              gpointer user_data)
{
  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The copy could not be written"), error);
  else
    tenken_desk_say (get_desk (TENKEN_OFFICE_SETTINGS_PAGE (owner)), _ ("The copy is whole."));
}

static void
chosen (TenkenOfficeSettingsPage *self,
        int response)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    tenken_desk_task_run (GTK_WIDGET (self), get_desk (self), _ ("The copy is being written"), copy_store, path, g_free, NULL,
                          store_copied, NULL);
}

static void
choose_file (TenkenOfficeSettingsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_ ("Save a copy"), GTK_WINDOW (root),
                                                                  GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), "tenken-backup.db");
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

/* --- the rest --- */

static void
ask_pin (TenkenOfficeSettingsPage *self)
{
  tenken_kiosk_pin_dialog_present (GTK_WIDGET (self), get_desk (self));
}

static void
go_to_rights (TenkenOfficeSettingsPage *self)
{
  tenken_desk_go (get_desk (self), "roster/rights");
}

static void
tenken_office_settings_page_show (TenkenDeskPage *page,
                                  gpointer result)
{
  TenkenOfficeSettingsPage *self = TENKEN_OFFICE_SETTINGS_PAGE (page);
  const Settings *settings = result;

  gtk_label_set_text (GTK_LABEL (self->body_name), settings->body_name);
  for (guint i = 0; i < G_N_ELEMENTS (self->visibilities); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->visibilities[i]), settings->visibility == i);
  gtk_label_set_text (GTK_LABEL (self->pin), settings->has_pin ? _ ("A PIN is set. With it the kiosk mode can be left.")
                                                               : _ ("No PIN is set: no terminal begins in kiosk mode before."));
}

static void
tenken_office_settings_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_OFFICE_SETTINGS_PAGE (object)->chooser);
  G_OBJECT_CLASS (tenken_office_settings_page_parent_class)->dispose (object);
}

static void
tenken_office_settings_page_class_init (TenkenOfficeSettingsPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_office_settings_page_dispose;
  page_class->fetch = fetch;
  page_class->result_free = settings_free;
  page_class->show = tenken_office_settings_page_show;
  page_class->without_campaign = TRUE;
}

/* --- what it is made of --- */

static void
add_text (GtkWidget *column,
          const char *title,
          const char *text)
{
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (title, "section-title"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (column), tenken_desk_text_new (text, "dim-label"));
}

static void
add_button (TenkenOfficeSettingsPage *self,
            GtkWidget *column,
            const char *label,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tenken_button_wrap (button);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), button);
}

static void
add_visibility (TenkenOfficeSettingsPage *self,
                GtkWidget *column)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What new campaigns begin with"), -1);
  self->visibilities[TNK_VISIBILITY_NAMES] =
    tenken_setup_choice_new (_ ("Names"), _ ("Who has handed in, and what each of them answered."));
  self->visibilities[TNK_VISIBILITY_COUNTS] =
    tenken_setup_choice_new (_ ("Counts only"), _ ("How many have handed in, and sums of the answers."));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->visibilities[1]), GTK_CHECK_BUTTON (self->visibilities[0]));
  for (guint i = 0; i < G_N_ELEMENTS (self->visibilities); i++) {
    g_signal_connect_object (self->visibilities[i], "chosen", G_CALLBACK (chose_visibility), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (box), self->visibilities[i]);
  }
  gtk_box_append (GTK_BOX (column), box);
}

static void
tenken_office_settings_page_init (TenkenOfficeSettingsPage *self)
{
  GtkWidget *column, *scroller = tenken_desk_scroller_new (&column);

  self->body_name = tenken_desk_text_new ("", NULL);
  self->pin = tenken_desk_text_new ("", NULL);
  self->checked = tenken_desk_text_new ("", NULL);
  gtk_label_set_selectable (GTK_LABEL (self->checked), TRUE);
  gtk_widget_set_visible (self->checked, FALSE);
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("Settings"), "page-title"));
  add_text (column, _ ("Body"), NULL);
  gtk_box_append (GTK_BOX (column), self->body_name);
  add_text (column, _ ("What new campaigns begin with"), _ ("What departments see of their people. Each campaign can be set otherwise."));
  add_visibility (self, column);
  add_text (column, _ ("PIN of the kiosks"), NULL);
  gtk_box_append (GTK_BOX (column), self->pin);
  add_button (self, column, _ ("Set the PIN…"), G_CALLBACK (ask_pin));
  if (tenken_desk_places_find (tenken_desk_places, TNK_RIGHTS_SECRETARIAT, "roster") != NULL) {
    add_text (column, _ ("Rights"), _ ("Who answers for which department, and who holds which office."));
    add_button (self, column, _ ("Show the rights"), G_CALLBACK (go_to_rights));
  }
  add_text (column, _ ("Check of the log"), _ ("Whether anything was changed by something other than Tenken: every entry of the log, every answer that was handed in."));
  add_button (self, column, _ ("Check now"), G_CALLBACK (start_check));
  gtk_box_append (GTK_BOX (column), self->checked);
  add_text (column, _ ("Copy"), _ ("A copy of everything, to be kept in a safe place: it holds what everybody answered. Others go on working meanwhile."));
  add_button (self, column, _ ("Save a copy…"), G_CALLBACK (choose_file));
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), scroller);
}

GtkWidget *
tenken_office_settings_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_OFFICE_SETTINGS_PAGE, "desk", desk, NULL);
}
