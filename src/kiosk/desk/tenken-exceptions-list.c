/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-exceptions-list.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-committee-frame.h"
#include "tenken-desk-parts.h"
#include "tenken-drop-down.h"
#include "tenken-exception-renew.h"
#include "tenken-figure.h"
#include "tenken-language.h"
#include "tenken-record-print.h"
#include "tenken-records-due.h"
#include "tenken-table.h"
#include "tenken-wrap-box.h"

/* Which of them are seen. */
typedef enum {
  CHOICE_LIVE,
  CHOICE_SOON,
  CHOICE_AHEAD,
  CHOICE_OVER,
  CHOICE_ALL,
  N_CHOICES
} Choice;

struct _TenkenExceptionsList
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TenkenRecordsData *data; /* NULL until it is read */
  GtkWidget *figures[N_CHOICES];
  GtkWidget *choice;
  GtkWidget *print;
  GtkWidget *renew;
  GtkWidget *to_lapsed;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (TenkenExceptionsList, tenken_exceptions_list, ADW_TYPE_BIN)

static const char *const choices[N_CHOICES] = {
  [CHOICE_LIVE] = N_ ("In force"),
  [CHOICE_SOON] = N_ ("Ending within 30 days"),
  [CHOICE_AHEAD] = N_ ("To come"),
  [CHOICE_OVER] = N_ ("Over"),
  [CHOICE_ALL] = N_ ("All"),
};

/* --- the table; its user data is the list --- */

static TnkExceptionState
get_exception_state (gpointer item,
                     TenkenExceptionsList *self)
{
  return tnk_exception_get_state (item, tenken_records_data_get_today (self->data));
}

static int
get_days_left (gpointer item,
               TenkenExceptionsList *self)
{
  return tnk_exception_get_days_left (item, tenken_records_data_get_today (self->data));
}

static TnkControl *
find_control (gpointer item,
              TenkenExceptionsList *self)
{
  TnkCatalog *catalog = tenken_desk_get_catalog (self->desk);

  return catalog != NULL ? tnk_catalog_lookup_control (catalog, tnk_exception_get_control_id (item)) : NULL;
}

static char *
get_control (gpointer item,
             gpointer user_data)
{
  TnkControl *control = find_control (item, user_data);

  if (control == NULL)
    return g_strdup (tnk_exception_get_control_id (item));
  return g_strdup_printf ("%s　%s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

static char *
get_department (gpointer item,
                gpointer user_data)
{
  TenkenExceptionsList *self = user_data;
  const char *id = tnk_exception_get_department_id (item);
  TnkBody *tree = tenken_desk_get_tree (self->desk);
  TnkDepartment *department = tree != NULL ? tnk_body_lookup_department (tree, id) : NULL;

  return g_strdup (department != NULL ? tnk_department_get_name (department) : id);
}

/* In a cell a text has one line. */
static char *
get_reason (gpointer item,
            gpointer user_data)
{
  return g_strdelimit (g_strdup (tnk_exception_get_reason (item)), "\n", ' ');
}

static char *
get_substitute (gpointer item,
                gpointer user_data)
{
  return g_strdelimit (g_strdup (tnk_exception_get_substitute (item)), "\n", ' ');
}

static char *
get_period (gpointer item,
            gpointer user_data)
{
  return g_strdup_printf (_ ("%s to %s"), tnk_exception_get_starts (item), tnk_exception_get_ends (item));
}

static gboolean
ends_soon (gpointer item,
           TenkenExceptionsList *self)
{
  return tenken_exception_ends_soon (item, tenken_records_data_get_exceptions (self->data), tenken_records_data_get_today (self->data));
}

static char *
get_state (gpointer item,
           gpointer user_data)
{
  int days = get_days_left (item, user_data);

  if (tnk_exception_get_revoked (item) != NULL)
    return g_strdup (_ ("Ended early"));
  switch (get_exception_state (item, user_data)) {
  case TNK_EXCEPTION_STATE_AHEAD:
    return g_strdup (_ ("To come"));
  case TNK_EXCEPTION_STATE_EXPIRED:
    return g_strdup (_ ("Expired"));
  case TNK_EXCEPTION_STATE_LIVE:
  default:
    return g_strdup_printf (ngettext ("%sIn force, %d day left", "%sIn force, %d days left", days), ends_soon (item, user_data) ? "⚠ " : "", days);
  }
}

static double
rank_state (gpointer item,
            gpointer user_data)
{
  return get_days_left (item, user_data);
}

static char *
get_people (gpointer item,
            gpointer user_data)
{
  return g_strdup_printf (_ ("%s → %s"), tnk_exception_get_applicant (item), tnk_exception_get_approver (item));
}

static GtkWidget *
make_state (gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
bind_state (GtkWidget *cell,
            gpointer item,
            gpointer user_data)
{
  g_autofree char *text = get_state (item, user_data);

  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
  if (ends_soon (item, user_data))
    gtk_widget_add_css_class (cell, "overdue");
  else
    gtk_widget_remove_css_class (cell, "overdue");
}

static const TenkenTableColumn columns[] = {
  {.id = "control", .title = N_ ("Control"), .get_text = get_control, .width = 10},
  {.id = "department", .title = N_ ("Department"), .get_text = get_department, .width = 7},
  {.id = "state", .title = N_ ("State"), .get_text = get_state, .get_number = rank_state, .width = 11, .make_cell = make_state, .bind_cell = bind_state},
  {.id = "period", .title = N_ ("Period"), .get_text = get_period, .width = 10},
  {.id = "reason", .title = N_ ("Reason"), .get_text = get_reason},
  {.id = "substitute", .title = N_ ("Done instead"), .get_text = get_substitute, .width = 9},
  {.id = "people", .title = N_ ("Applicant → permitted by"), .get_text = get_people, .width = 8},
};

/* --- what is seen --- */

static gboolean
is_chosen (TenkenExceptionsList *self,
           gpointer item,
           Choice choice)
{
  TnkExceptionState state = get_exception_state (item, self);

  switch (choice) {
  case CHOICE_LIVE:
    return state == TNK_EXCEPTION_STATE_LIVE;
  case CHOICE_SOON:
    return ends_soon (item, self);
  case CHOICE_AHEAD:
    return state == TNK_EXCEPTION_STATE_AHEAD;
  case CHOICE_OVER:
    return state == TNK_EXCEPTION_STATE_EXPIRED;
  default:
    return TRUE;
  }
}

static guint
count (TenkenExceptionsList *self,
       Choice choice)
{
  GPtrArray *all = tenken_records_data_get_exceptions (self->data);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += is_chosen (self, all->pdata[i], choice);
  return n;
}

static void
show_rows (TenkenExceptionsList *self)
{
  g_autoptr (GListStore) model = g_list_store_new (TNK_TYPE_EXCEPTION);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  GPtrArray *all;

  if (self->data == NULL)
    return;
  all = tenken_records_data_get_exceptions (self->data);
  for (guint i = 0; i < all->len; i++)
    if (is_chosen (self, all->pdata[i], MIN (chosen, CHOICE_ALL)))
      g_list_store_append (model, all->pdata[i]);
  tenken_table_set_model (TENKEN_TABLE (self->table), G_LIST_MODEL (model));
}

static void
show_figures (TenkenExceptionsList *self)
{
  for (guint i = 0; i < N_CHOICES; i++) {
    guint n = count (self, i);
    g_autofree char *value = g_strdup_printf ("%u", n);

    tenken_figure_set_value (TENKEN_FIGURE (self->figures[i]), value, NULL);
    if (i == CHOICE_SOON)
      tenken_figure_set_alarm (TENKEN_FIGURE (self->figures[i]), n > 0 ? _ ("To be looked at") : NULL);
  }
}

static void
show_lapsed (TenkenExceptionsList *self)
{
  guint n = tenken_records_due_count_lapsed (tenken_records_data_get_lapses (self->data));
  g_autofree char *text = tenken_records_due_word_lapsed (n), *label = g_strconcat ("⚠ ", text, NULL);

  gtk_button_set_label (GTK_BUTTON (self->to_lapsed), label);
  gtk_widget_set_visible (self->to_lapsed, n > 0);
}

void
tenken_exceptions_list_show (TenkenExceptionsList *self,
                             TenkenRecordsData *data)
{
  g_return_if_fail (TENKEN_IS_EXCEPTIONS_LIST (self) && TENKEN_IS_RECORDS_DATA (data));

  g_set_object (&self->data, data);
  gtk_widget_set_visible (self->renew, tenken_exception_may_renew (tenken_records_data_get_forms (data)));
  gtk_widget_set_sensitive (self->renew, tenken_records_data_get_exceptions (data)->len > 0);
  show_lapsed (self);
  show_figures (self);
  show_rows (self);
}

void
tenken_exceptions_list_choose_soon (TenkenExceptionsList *self)
{
  g_return_if_fail (TENKEN_IS_EXCEPTIONS_LIST (self));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), CHOICE_SOON);
}

static void
figure_pressed (TenkenExceptionsList *self,
                GtkWidget *figure)
{
  for (guint i = 0; i < N_CHOICES; i++)
    if (self->figures[i] == figure)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), i);
}

static void
open_exception (TenkenExceptionsList *self,
                TnkException *exception)
{
  tenken_exception_open (self->desk, exception);
}

static void
renew_clicked (TenkenExceptionsList *self)
{
  TnkException *exception = tenken_table_get_selected (TENKEN_TABLE (self->table));

  if (exception != NULL)
    tenken_exception_renew (GTK_WIDGET (self), self->desk, exception);
  else
    tenken_desk_say (self->desk, _ ("Select the exception first."));
}

static void
print_clicked (TenkenExceptionsList *self)
{
  tenken_exceptions_print (self->print, self->desk);
}

/* --- laying it out --- */

static GtkWidget *
make_figures (TenkenExceptionsList *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 12);

  for (guint i = 0; i < N_CHOICES; i++) {
    self->figures[i] = tenken_figure_new (_ (choices[i]));
    g_signal_connect_object (self->figures[i], "clicked", G_CALLBACK (figure_pressed), self, G_CONNECT_SWAPPED);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->figures[i]);
  }
  return line;
}

static GtkWidget *
make_choice (TenkenExceptionsList *self)
{
  const char *words[N_CHOICES + 1] = {NULL};

  for (guint i = 0; i < N_CHOICES; i++)
    words[i] = _ (choices[i]);
  self->choice = tenken_drop_down_new (gtk_string_list_new (words), _ ("Which are shown"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), CHOICE_ALL);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  return self->choice;
}

static GtkWidget *
make_button (TenkenExceptionsList *self,
             const char *label,
             GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tenken_button_wrap (button);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
lay_out (TenkenExceptionsList *self)
{
  GtkWidget *box = tenken_desk_column_new (12), *line = tenken_wrap_box_new (0, 6);

  self->to_lapsed = tenken_committee_frame_make_way ("", "records/lapsed");
  self->renew = make_button (self, _ ("Apply again"), G_CALLBACK (renew_clicked));
  self->print = make_button (self, _ ("Register as a workbook…"), G_CALLBACK (print_clicked));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->to_lapsed);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->renew);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->print);
  self->table = tenken_table_new ("exceptions", _ ("Exceptions"), columns, G_N_ELEMENTS (columns));
  tenken_table_set_user_data (TENKEN_TABLE (self->table), self, NULL);
  tenken_table_set_empty_text (TENKEN_TABLE (self->table), _ ("There is no such exception."));
  tenken_table_add_tool (TENKEN_TABLE (self->table), make_choice (self));
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_exception), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_figures (self));
  gtk_box_append (GTK_BOX (box), self->table);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tenken_exceptions_list_dispose (GObject *object)
{
  TenkenExceptionsList *self = TENKEN_EXCEPTIONS_LIST (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->data);
  G_OBJECT_CLASS (tenken_exceptions_list_parent_class)->dispose (object);
}

static void
tenken_exceptions_list_class_init (TenkenExceptionsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_exceptions_list_dispose;
}

static void
tenken_exceptions_list_init (TenkenExceptionsList *self)
{
}

GtkWidget *
tenken_exceptions_list_new (TenkenDesk *desk)
{
  TenkenExceptionsList *self = g_object_new (TENKEN_TYPE_EXCEPTIONS_LIST, NULL);

  self->desk = g_object_ref (desk);
  lay_out (self);
  return GTK_WIDGET (self);
}
