/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalog-control-text.h"

#include <glib/gi18n.h>

#include "tenken-catalog-words.h"
#include "tenken-committee-frame.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

/* Not so long that two columns would not find room beside one another. */
GtkWidget *
tenken_catalog_control_make_line (const char *text,
                                  gboolean dim)
{
  GtkWidget *line = tenken_committee_frame_make_line (text, dim);

  gtk_label_set_max_width_chars (GTK_LABEL (line), 40);
  return line;
}

static void
add_chip (GtkWidget *line,
          const char *text)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (chip), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), chip);
}

static GtkWidget *
make_chips (TnkCatalog *catalog,
            TnkControl *control)
{
  GtkWidget *line = tenken_wrap_box_new (0, 8);
  TnkChapter *chapter = tnk_catalog_get_chapter (catalog, tnk_control_get_chapter_index (control));
  g_autofree char *weight = g_strdup_printf (_ ("Weight %u"), tnk_control_get_weight (control));

  add_chip (line, tnk_control_get_clause (control));
  add_chip (line, tenken_catalog_words_level (tnk_control_get_level (control)));
  if (tnk_control_is_critical (control))
    add_chip (line, _ ("Critical"));
  if (tnk_control_get_weight (control) != 1)
    add_chip (line, weight);
  add_chip (line, tenken_text (tnk_chapter_get_title (chapter)));
  return line;
}

static void
add_text (GtkBox *box,
          const char *heading,
          TnkText *text)
{
  GtkBox *part;

  if (text == NULL || *tenken_text (text) == '\0')
    return;
  part = tenken_committee_frame_add_part (box, heading);
  gtk_box_append (part, tenken_catalog_control_make_line (tenken_text (text), FALSE));
}

static void
add_duty (GtkBox *part,
          TnkDuty *duty)
{
  TnkMark mark = tnk_duty_get_mark (duty);
  /* Translators: a mark, a role, and what part it has: ○ Staff: keeps it */
  g_autofree char *text = g_strdup_printf (_ ("%s %s: %s"), tnk_mark_to_symbol (mark), tenken_text (tnk_role_get_name (tnk_duty_get_role (duty))),
                                           tenken_catalog_words_mark (mark));

  gtk_box_append (part, tenken_catalog_control_make_line (text, FALSE));
}

static void
add_duties (GtkBox *box,
            TnkControl *control)
{
  GtkBox *part = tenken_committee_frame_add_part (box, _ ("Who has which part in it"));

  for (guint i = 0; i < tnk_control_get_n_duties (control); i++)
    add_duty (part, tnk_control_get_duty (control, i));
  if (tnk_control_get_n_duties (control) == 0)
    gtk_box_append (part, tenken_catalog_control_make_line (_ ("No role has a mark here, so nobody is asked about it."), TRUE));
}

/* --- questions --- */

static char *
name_roles (TnkControl *control,
            TnkQuestion *question)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    TnkRole *role = tnk_duty_get_role (tnk_control_get_duty (control, i));

    if (tnk_question_asks (question, role))
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", tenken_text (tnk_role_get_name (role)));
  }
  return g_string_free (names, FALSE);
}

static void
add_question (GtkBox *part,
              TnkControl *control,
              TnkQuestion *question)
{
  const char *other = g_str_equal (tenken_language_get (), "ja") ? "en" : "ja";
  TnkText *text = tnk_question_get_text (question);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *roles = name_roles (control, question);

  gtk_widget_add_css_class (box, "catalog-question");
  gtk_box_append (GTK_BOX (box), tenken_catalog_control_make_line (roles, TRUE));
  gtk_box_append (GTK_BOX (box), tenken_catalog_control_make_line (tenken_text (text), FALSE));
  if (tnk_text_has (text, other))
    gtk_box_append (GTK_BOX (box), tenken_catalog_control_make_line (tnk_text_get (text, other), TRUE));
  gtk_box_append (part, box);
}

static void
add_questions (GtkBox *box,
               TnkControl *control)
{
  GtkBox *part;

  if (tnk_control_get_n_questions (control) == 0)
    return;
  part = tenken_committee_frame_add_part (box, _ ("Questions"));
  for (guint i = 0; i < tnk_control_get_n_questions (control); i++)
    add_question (part, control, tnk_control_get_question (control, i));
}

GtkWidget *
tenken_catalog_control_text_new (TnkCatalog *catalog,
                                 TnkControl *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_chips (catalog, control));
  add_text (GTK_BOX (box), _ ("How to keep it"), tnk_control_get_guidance (control));
  add_duties (GTK_BOX (box), control);
  add_questions (GTK_BOX (box), control);
  add_text (GTK_BOX (box), _ ("What an auditor can be shown"), tnk_control_get_evidence (control));
  add_text (GTK_BOX (box), _ ("Suggested improvement"), tnk_control_get_improvement (control));
  add_text (GTK_BOX (box), _ ("Note"), tnk_control_get_note (control));
  return box;
}
