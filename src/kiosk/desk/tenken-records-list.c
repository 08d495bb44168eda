/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-records-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-desk-parts.h"
#include "tenken-drop-down.h"
#include "tenken-figure.h"
#include "tenken-language.h"
#include "tenken-record-begin.h"
#include "tenken-record-words.h"
#include "tenken-table.h"
#include "tenken-wrap-box.h"

struct _TenkenRecordsList
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TenkenRecordsData *data; /* NULL until it is read */
  GtkWidget *figures[TENKEN_N_RECORDS_CHOICES];
  GtkWidget *begin;
  GtkWidget *choice;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (TenkenRecordsList, tenken_records_list, ADW_TYPE_BIN)

static const char *const choices[TENKEN_N_RECORDS_CHOICES] = {
  [TENKEN_RECORDS_WAITING] = N_ ("Waiting for you"),
  [TENKEN_RECORDS_LATE] = N_ ("Late"),
  [TENKEN_RECORDS_MINE] = N_ ("Begun by you"),
  [TENKEN_RECORDS_ALL] = N_ ("All that you may see"),
};

/* --- the table; its user data are the data --- */

static TnkRecord *
get_record (gpointer item)
{
  return tnk_record_view_get_record (item);
}

static char *
get_number (gpointer item,
            gpointer user_data)
{
  return g_strdup (tnk_record_get_id (get_record (item)));
}

static char *
get_form (gpointer item,
          gpointer user_data)
{
  return g_strdup (tenken_text (tnk_form_get_title (tnk_record_get_form (get_record (item)))));
}

static char *
get_subject (gpointer item,
             gpointer user_data)
{
  return tenken_record_word_subject (get_record (item));
}

static char *
get_applicant (gpointer item,
               gpointer user_data)
{
  return g_strdup (tnk_record_get_applicant_name (get_record (item)));
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  return g_strdup (tnk_record_get_department_name (get_record (item)));
}

static char *
get_state (gpointer item,
           gpointer user_data)
{
  return g_strdup (tenken_record_word_state (get_record (item)));
}

static TnkRecordDeadline *
find_deadline (gpointer item,
               gpointer user_data)
{
  return user_data != NULL ? tenken_record_find_next_deadline (get_record (item), tenken_records_data_get_today (user_data)) : NULL;
}

static char *
get_due (gpointer item,
         gpointer user_data)
{
  g_autoptr (TnkRecordDeadline) deadline = find_deadline (item, user_data);

  return deadline != NULL ? tenken_record_word_deadline (deadline) : g_strdup ("–");
}

/* What is late longest comes first. */
static double
rank_due (gpointer item,
          gpointer user_data)
{
  g_autoptr (TnkRecordDeadline) deadline = find_deadline (item, user_data);

  return deadline != NULL && tnk_record_deadline_get_day (deadline) != NULL ? tnk_record_deadline_get_days_left (deadline) : NAN;
}

static GtkWidget *
make_due (gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
bind_due (GtkWidget *cell,
          gpointer item,
          gpointer user_data)
{
  g_autoptr (TnkRecordDeadline) deadline = find_deadline (item, user_data);
  g_autofree char *text = get_due (item, user_data);

  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
  if (deadline != NULL && tnk_record_deadline_get_state (deadline) == TNK_RECORD_DEADLINE_OVERDUE)
    gtk_widget_add_css_class (cell, "overdue");
  else
    gtk_widget_remove_css_class (cell, "overdue");
}

static const TenkenTableColumn columns[] = {
  {.id = "number", .title = N_ ("Number"), .get_text = get_number, .width = 10},
  {.id = "form", .title = N_ ("Form"), .get_text = get_form, .width = 9},
  {.id = "subject", .title = N_ ("About"), .get_text = get_subject},
  {.id = "state", .title = N_ ("State"), .get_text = get_state, .width = 6},
  {.id = "due", .title = N_ ("Next deadline"), .get_text = get_due, .get_number = rank_due, .width = 12, .make_cell = make_due, .bind_cell = bind_due},
  {.id = "applicant", .title = N_ ("Begun by"), .get_text = get_applicant, .width = 6},
  {.id = "department", .title = N_ ("Department"), .get_text = get_department, .width = 7},
};

/* --- what is seen --- */

static TenkenRecordsChoice
get_choice (TenkenRecordsList *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  return chosen < TENKEN_N_RECORDS_CHOICES ? chosen : TENKEN_RECORDS_ALL;
}

static void
show_rows (TenkenRecordsList *self)
{
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_RECORD_VIEW);
  g_autoptr (GPtrArray) seen = NULL;

  if (self->data == NULL)
    return;
  seen = tenken_records_data_list (self->data, get_choice (self));
  tenken_table_set_model (TENKEN_TABLE (self->table), NULL);
  tenken_table_set_user_data (TENKEN_TABLE (self->table), g_object_ref (self->data), g_object_unref);
  g_list_store_splice (model, 0, 0, seen->pdata, seen->len);
  tenken_table_set_model (TENKEN_TABLE (self->table), G_LIST_MODEL (model));
}

static void
show_figures (TenkenRecordsList *self)
{
  for (guint i = 0; i < TENKEN_N_RECORDS_CHOICES; i++) {
    guint n = tenken_records_data_count (self->data, i);
    g_autofree char *value = g_strdup_printf ("%u", n);

    tenken_figure_set_value (TENKEN_FIGURE (self->figures[i]), value, NULL);
    if (i == TENKEN_RECORDS_LATE)
      tenken_figure_set_alarm (TENKEN_FIGURE (self->figures[i]), n > 0 ? _ ("Past their day") : NULL);
  }
}

void
tenken_records_list_show (TenkenRecordsList *self,
                          TenkenRecordsData *data)
{
  g_return_if_fail (TENKEN_IS_RECORDS_LIST (self) && TENKEN_IS_RECORDS_DATA (data));

  g_set_object (&self->data, data);
  tenken_record_begin_set_forms (self->begin, tenken_records_data_get_forms (data));
  show_figures (self);
  show_rows (self);
}

void
tenken_records_list_choose (TenkenRecordsList *self,
                            TenkenRecordsChoice choice)
{
  g_return_if_fail (TENKEN_IS_RECORDS_LIST (self) && (guint) choice < TENKEN_N_RECORDS_CHOICES);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), choice);
}

static void
figure_pressed (TenkenRecordsList *self,
                GtkWidget *figure)
{
  for (guint i = 0; i < TENKEN_N_RECORDS_CHOICES; i++)
    if (self->figures[i] == figure)
      tenken_records_list_choose (self, i);
}

static void
open_record (TenkenRecordsList *self,
             TnkRecordView *view)
{
  g_autofree char *place = g_strconcat ("record/", tnk_record_get_id (tnk_record_view_get_record (view)), NULL);

  tenken_desk_go (self->desk, place);
}

/* --- laying it out --- */

static GtkWidget *
make_figures (TenkenRecordsList *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 12);

  for (guint i = 0; i < TENKEN_N_RECORDS_CHOICES; i++) {
    self->figures[i] = tenken_figure_new (_ (choices[i]));
    g_signal_connect_object (self->figures[i], "clicked", G_CALLBACK (figure_pressed), self, G_CONNECT_SWAPPED);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->figures[i]);
  }
  return line;
}

static GtkWidget *
make_choice (TenkenRecordsList *self)
{
  const char *words[TENKEN_N_RECORDS_CHOICES + 1] = {NULL};

  for (guint i = 0; i < TENKEN_N_RECORDS_CHOICES; i++)
    words[i] = _ (choices[i]);
  self->choice = tenken_drop_down_new (gtk_string_list_new (words), _ ("Which are shown"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), TENKEN_RECORDS_ALL);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  return self->choice;
}

static void
lay_out (TenkenRecordsList *self)
{
  GtkWidget *box = tenken_desk_column_new (12);

  self->begin = tenken_record_begin_new (self->desk);
  self->table = tenken_table_new ("records", _ ("Applications and reports"), columns, G_N_ELEMENTS (columns));
  tenken_table_set_empty_text (TENKEN_TABLE (self->table), _ ("There is nothing of this kind."));
  tenken_table_add_tool (TENKEN_TABLE (self->table), make_choice (self));
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_record), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (box), self->begin);
  gtk_box_append (GTK_BOX (box), make_figures (self));
  gtk_box_append (GTK_BOX (box), self->table);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tenken_records_list_dispose (GObject *object)
{
  TenkenRecordsList *self = TENKEN_RECORDS_LIST (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->data);
  G_OBJECT_CLASS (tenken_records_list_parent_class)->dispose (object);
}

static void
tenken_records_list_class_init (TenkenRecordsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_records_list_dispose;
}

static void
tenken_records_list_init (TenkenRecordsList *self)
{
}

GtkWidget *
tenken_records_list_new (TenkenDesk *desk)
{
  TenkenRecordsList *self = g_object_new (TENKEN_TYPE_RECORDS_LIST, NULL);

  self->desk = g_object_ref (desk);
  lay_out (self);
  return GTK_WIDGET (self);
}
