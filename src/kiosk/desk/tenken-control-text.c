/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-control-text.h"

#include <glib/gi18n.h>

#include "tenken-committee-frame.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

static void
add_chip (GtkWidget *line,
          const char *text)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "chip");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), chip);
}

static GtkWidget *
make_chips (TnkControl *control)
{
  GtkWidget *line = tenken_wrap_box_new (0, 8);
  g_autofree char *weight = g_strdup_printf (_ ("Weight %u"), tnk_control_get_weight (control));

  add_chip (line, tnk_control_get_clause (control));
  add_chip (line, tnk_control_get_level (control) == TNK_LEVEL_REQUIRED ? _ ("Required") : _ ("Adopted"));
  if (tnk_control_is_critical (control))
    add_chip (line, _ ("Critical"));
  if (tnk_control_get_weight (control) != 1)
    add_chip (line, weight);
  return line;
}

/* The same question may be for several roles. */
static char *
name_roles (TnkControl *control,
            TnkQuestion *question)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    TnkDuty *duty = tnk_control_get_duty (control, i);

    if (tnk_duty_get_question (duty) == question)
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", tenken_text (tnk_role_get_name (tnk_duty_get_role (duty))));
  }
  return g_string_free (names, FALSE);
}

static GtkWidget *
make_questions (TnkControl *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < tnk_control_get_n_questions (control); i++) {
    TnkQuestion *question = tnk_control_get_question (control, i);
    g_autofree char *roles = name_roles (control, question);
    /* Translators: the roles that are asked, and the question */
    g_autofree char *text = g_strdup_printf (_ ("%s: %s"), roles, tenken_text (tnk_question_get_text (question)));

    gtk_box_append (GTK_BOX (box), tenken_committee_frame_make_line (text, FALSE));
  }
  return box;
}

static void
show_questions (GtkToggleButton *button,
                GtkWidget *questions)
{
  gboolean open = gtk_toggle_button_get_active (button);

  gtk_widget_set_visible (questions, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

GtkWidget *
tenken_control_text_new (TnkControl *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *questions = make_questions (control);
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("What is asked"));
  const char *guidance = tenken_text (tnk_control_get_guidance (control));

  gtk_box_append (GTK_BOX (box), make_chips (control));
  if (*guidance != '\0')
    gtk_box_append (GTK_BOX (box), tenken_committee_frame_make_line (guidance, FALSE));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fold");
  g_signal_connect_object (button, "toggled", G_CALLBACK (show_questions), questions, 0);
  show_questions (GTK_TOGGLE_BUTTON (button), questions);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), questions);
  return box;
}
