/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-exit-page.h"

#include <glib/gi18n.h>

#include "tenken-keypad.h"

struct _TenkenExitPage
{
  AdwBin parent_instance;

  GtkEditable *pin;
  GtkLabel *trouble;
  GtkWidget *leave;
  TenkenKeypad *keypad;
  TnkTerminal *terminal;
  gboolean busy;
};

enum {
  SIGNAL_ALLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenExitPage, tenken_exit_page, ADW_TYPE_BIN)

static void
update (TenkenExitPage *self)
{
  gtk_widget_set_sensitive (self->leave, !self->busy && *gtk_editable_get_text (self->pin) != '\0');
}

static void
show_trouble (TenkenExitPage *self,
              guint wait,
              GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, TNK_ERROR, TNK_ERROR_NOT_FOUND))
    text = g_strdup (_ ("No PIN was set for leaving. The administrator of this machine can end the program."));
  else if (!g_error_matches (error, TNK_ERROR, TNK_ERROR_REFUSED))
    text = g_strdup (error->message);
  else if (wait == G_MAXUINT)
    text = g_strdup (_ ("The PIN is locked after too many tries. The secretariat can set a new one."));
  else if (wait > 0)
    text = g_strdup_printf (ngettext ("This is not the PIN. You can try again in %u second.",
                                      "This is not the PIN. You can try again in %u seconds.", wait),
                            wait);
  else
    text = g_strdup (_ ("This is not the PIN."));
  gtk_label_set_text (self->trouble, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static void
checked (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (TenkenExitPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint wait = 0;
  gboolean right = tnk_terminal_check_kiosk_pin_finish (TNK_TERMINAL (source), result, &wait, &error);

  self->busy = FALSE;
  if (self->terminal == NULL)
    return; /* the page is gone meanwhile */
  if (!right) {
    show_trouble (self, wait, error);
    update (self);
    return;
  }
  g_signal_emit (self, signals[SIGNAL_ALLOWED], 0);
}

static void
check (TenkenExitPage *self)
{
  if (!gtk_widget_get_sensitive (self->leave))
    return;
  self->busy = TRUE;
  tnk_terminal_check_kiosk_pin_async (self->terminal, gtk_editable_get_text (self->pin), NULL, checked,
                                      g_object_ref (self));
  gtk_editable_set_text (self->pin, "");
  update (self);
}

static void
tenken_exit_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_EXIT_PAGE (object)->terminal);
  G_OBJECT_CLASS (tenken_exit_page_parent_class)->dispose (object);
}

static void
tenken_exit_page_class_init (TenkenExitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_exit_page_dispose;
  signals[SIGNAL_ALLOWED] =
    g_signal_new ("allowed", TENKEN_TYPE_EXIT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TENKEN_TYPE_KEYPAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-exit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenExitPage, pin);
  gtk_widget_class_bind_template_child (widget_class, TenkenExitPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, TenkenExitPage, leave);
  gtk_widget_class_bind_template_child (widget_class, TenkenExitPage, keypad);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.welcome", NULL);
}

static void
tenken_exit_page_init (TenkenExitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenken_keypad_set_target (self->keypad, self->pin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("PIN of the secretariat"), -1);
  g_signal_connect_swapped (self->pin, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->pin, "activate", G_CALLBACK (check), self);
  g_signal_connect_swapped (self->leave, "clicked", G_CALLBACK (check), self);
  update (self);
}

GtkWidget *
tenken_exit_page_new (TnkTerminal *terminal)
{
  TenkenExitPage *self = g_object_new (TENKEN_TYPE_EXIT_PAGE, NULL);

  self->terminal = g_object_ref (terminal);
  return GTK_WIDGET (self);
}

void
tenken_exit_page_begin (TenkenExitPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
}
