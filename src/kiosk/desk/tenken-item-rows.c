/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-item-rows.h"

#include <glib/gi18n.h>

#include "tenken-answer-sign.h"
#include "tenken-language.h"

static char *
get_person (gpointer item,
            gpointer user_data)
{
  return g_strdup (tnk_item_get_person_name (item));
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  TnkDepartment *department = tnk_item_get_department (item);

  return department != NULL ? g_strdup (tnk_department_get_name (department)) : NULL;
}

static double
get_department_index (gpointer item,
                      gpointer user_data)
{
  TnkDepartment *department = tnk_item_get_department (item);

  return department != NULL ? tnk_department_get_index (department) : 0;
}

static char *
get_role (gpointer item,
          gpointer user_data)
{
  TnkRole *role = tnk_item_get_role (item);

  return role != NULL ? g_strdup (tenken_text (tnk_role_get_name (role))) : NULL;
}

static char *
get_answer (gpointer item,
            gpointer user_data)
{
  return g_strdup (tenken_answer_get_word (tnk_item_get_answer (item)));
}

static double
get_answer_value (gpointer item,
                  gpointer user_data)
{
  return tnk_item_get_answer (item);
}

static GtkWidget *
make_answer (gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), tenken_answer_sign_new (TNK_ANSWER_VALUE_UNANSWERED));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "legend");
  return box;
}

static void
bind_answer (GtkWidget *box,
             gpointer item,
             gpointer user_data)
{
  TnkAnswerValue answer = tnk_item_get_answer (item);
  const char *word = tenken_answer_get_word (answer);

  tenken_answer_sign_set_value (TENKEN_ANSWER_SIGN (gtk_widget_get_first_child (box)), answer);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), word);
  gtk_widget_set_tooltip_text (box, word);
}

static char *
get_comment (gpointer item,
             gpointer user_data)
{
  return g_strdup (tnk_item_get_comment (item));
}

static char *
get_evidence (gpointer item,
              gpointer user_data)
{
  return g_strdup (tnk_item_get_evidence (item));
}

const TenkenTableColumn tenken_item_columns[] = {
  {"person", N_ ("Person"), get_person, NULL, FALSE, 8, NULL, NULL},
  {"department", N_ ("Department"), get_department, get_department_index, FALSE, 10, NULL, NULL},
  {"role", N_ ("Role"), get_role, NULL, FALSE, 10, NULL, NULL},
  {"answer", N_ ("Answer"), get_answer, get_answer_value, FALSE, 7, make_answer, bind_answer},
  {"comment", N_ ("Comment"), get_comment, NULL, FALSE, 0, NULL, NULL},
  {"evidence", N_ ("Evidence"), get_evidence, NULL, FALSE, 8, NULL, NULL},
};
const guint tenken_item_n_columns = G_N_ELEMENTS (tenken_item_columns);

const TenkenTableColumn tenken_comment_columns[] = {
  {"comment", N_ ("Comment"), get_comment, NULL, FALSE, 0, NULL, NULL},
};
const guint tenken_comment_n_columns = G_N_ELEMENTS (tenken_comment_columns);
