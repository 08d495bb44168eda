/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <tenken.h>

#include "tenken-answer-sign.h"
#include "tenken-language.h"
#include "tenken-results-tables.h"

/* --- what stands in the columns --- */

static char *
get_clause (gpointer item,
            gpointer user_data)
{
  return g_strdup (tnk_control_get_clause (tnk_item_get_control (item)));
}

static double
get_index (gpointer item,
           gpointer user_data)
{
  return tnk_control_get_index (tnk_item_get_control (item));
}

static char *
get_title (gpointer item,
           gpointer user_data)
{
  return g_strdup (tenken_text (tnk_control_get_title (tnk_item_get_control (item))));
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

static char *
get_person (gpointer item,
            gpointer user_data)
{
  return g_strdup (tnk_item_get_person_name (item));
}

static char *
get_person_id (gpointer item,
               gpointer user_data)
{
  return g_strdup (tnk_item_get_person_id (item));
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  return g_strdup (tnk_department_get_name (tnk_item_get_department (item)));
}

static double
get_department_index (gpointer item,
                      gpointer user_data)
{
  return tnk_department_get_index (tnk_item_get_department (item));
}

static char *
get_role (gpointer item,
          gpointer user_data)
{
  return g_strdup (tenken_text (tnk_role_get_name (tnk_item_get_role (item))));
}

static char *
get_answer (gpointer item,
            gpointer user_data)
{
  return g_strdup (tenken_answer_get_word (tnk_item_get_answer (item)));
}

/* Worst first: not implemented, partial, unanswered, then the rest. */
static double
get_answer_order (gpointer item,
                  gpointer user_data)
{
  static const double order[TNK_N_ANSWER_VALUES] = {
    [TNK_ANSWER_VALUE_NOT_IMPLEMENTED] = 0, [TNK_ANSWER_VALUE_PARTIAL] = 1, [TNK_ANSWER_VALUE_UNANSWERED] = 2, [TNK_ANSWER_VALUE_EXCEPTED] = 3, [TNK_ANSWER_VALUE_NOT_APPLICABLE] = 4, [TNK_ANSWER_VALUE_IMPLEMENTED] = 5};

  return order[tnk_item_get_answer (item)];
}

/* --- a sign with its word --- */

static GtkWidget *
make_answer (gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *word = gtk_label_new (NULL);
  GtkWidget *sign = tenken_answer_sign_new (TNK_ANSWER_VALUE_UNANSWERED);

  /* The word beside it says the same. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_add_css_class (box, "legend");
  return box;
}

static void
bind_answer (GtkWidget *cell,
             gpointer item,
             gpointer user_data)
{
  GtkWidget *sign = gtk_widget_get_first_child (cell);

  tenken_answer_sign_set_value (TENKEN_ANSWER_SIGN (sign), tnk_item_get_answer (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (sign)), tenken_answer_get_word (tnk_item_get_answer (item)));
  gtk_widget_set_tooltip_text (cell, tenken_answer_get_word (tnk_item_get_answer (item)));
}

/* --- the tables --- */

#define CLAUSE \
  { \
    .id = "clause", .title = N_ ("Clause"), .get_text = get_clause, .get_number = get_index, .width = 7 \
  }
#define CONTROL \
  { \
    .id = "control", .title = N_ ("Control"), .get_text = get_title, .width = 11 \
  }
#define COMMENT \
  { \
    .id = "comment", .title = N_ ("Comment"), .get_text = get_comment \
  }
#define ANSWER \
  { \
    .id = "answer", .title = N_ ("Answer"), .get_text = get_answer, .get_number = get_answer_order, .width = 10, \
    .make_cell = make_answer, .bind_cell = bind_answer \
  }
#define DEPARTMENT \
  { \
    .id = "department", .title = N_ ("Department"), .get_text = get_department, .get_number = get_department_index, .width = 9 \
  }
#define PERSON \
  { \
    .id = "person", .title = N_ ("Name"), .get_text = get_person, .width = 8 \
  }

static const TenkenTableColumn named_columns[] = {CLAUSE, CONTROL, COMMENT, ANSWER, DEPARTMENT, PERSON};

static const TenkenTableColumn nameless_columns[] = {CLAUSE, CONTROL, COMMENT};

static const TenkenTableColumn item_columns[] = {
  DEPARTMENT,
  {.id = "number", .title = N_ ("Staff number"), .get_text = get_person_id, .width = 7},
  PERSON,
  {.id = "role", .title = N_ ("Role"), .get_text = get_role, .width = 9},
  ANSWER,
  COMMENT,
  {.id = "evidence", .title = N_ ("Evidence"), .get_text = get_evidence, .width = 10},
};

GtkWidget *
tenken_results_comments_table_new (gboolean names)
{
  GtkWidget *table = names ? tenken_table_new ("comments", _ ("Comments"), named_columns, G_N_ELEMENTS (named_columns))
                           : tenken_table_new ("comments-alone", _ ("Comments"), nameless_columns, G_N_ELEMENTS (nameless_columns));

  tenken_table_set_empty_text (TENKEN_TABLE (table), _ ("Nobody wrote a comment to an answer that was handed in."));
  return table;
}

GtkWidget *
tenken_results_items_table_new (void)
{
  return tenken_table_new ("items", _ ("Answers"), item_columns, G_N_ELEMENTS (item_columns));
}
