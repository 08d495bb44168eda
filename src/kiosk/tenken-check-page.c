/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-check-page.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-check-button.h"
#include "tenken-check-row.h"

/* Why a question is listed. Each is listed once, for the first of these that is so. */
typedef enum {
  GROUP_OPEN,
  GROUP_LATER,
  GROUP_NOT_APPLICABLE,
  N_GROUPS
} Group;

/* Nobody reads a list of all that was not even begun, and laying it out takes its time. */
#define ROWS_AT_FIRST 8
#define ROWS_MORE 24

struct _TenkenCheckPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *all_well;
  GtkWidget *groups[N_GROUPS];
  GtkLabel *titles[N_GROUPS];
  GtkBox *rows[N_GROUPS];
  GtkWidget *more[N_GROUPS];
  guint most_rows[N_GROUPS];
  TenkenCheckButton *aware;
  GtkWidget *back;
  GtkWidget *forward;

  TenkenRound *round;
};

G_DEFINE_FINAL_TYPE (TenkenCheckPage, tenken_check_page, ADW_TYPE_BIN)

static void
tenken_check_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_CHECK_PAGE (object)->round);
  G_OBJECT_CLASS (tenken_check_page_parent_class)->dispose (object);
}

/* --- what is listed --- */

static int
find_group (TenkenCheckPage *self,
            guint step)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (self->round);
  TnkAnswerValue value = tenken_round_get_answer (self->round, step);

  if (value == TNK_ANSWER_VALUE_UNANSWERED)
    return GROUP_OPEN;
  if (tnk_questionnaire_get_flagged (questionnaire, tenken_round_get_item (self->round, step)))
    return GROUP_LATER;
  return value == TNK_ANSWER_VALUE_NOT_APPLICABLE ? GROUP_NOT_APPLICABLE : -1;
}

static char *
title_group (Group group,
             guint n)
{
  switch (group) {
  case GROUP_OPEN:
    return g_strdup_printf (ngettext ("%u question not answered yet", "%u questions not answered yet", n), n);
  case GROUP_LATER:
    return g_strdup_printf (ngettext ("%u answer that you wanted to look at again",
                                      "%u answers that you wanted to look at again", n),
                            n);
  default:
    return g_strdup_printf (ngettext ("%u question that does not apply to you", "%u questions that do not apply to you", n),
                            n);
  }
}

static void
clear_rows (TenkenCheckPage *self)
{
  for (guint group = 0; group < N_GROUPS; group++) {
    GtkWidget *row;
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows[group]))) != NULL)
      gtk_box_remove (self->rows[group], row);
  }
}

static void
update_group (TenkenCheckPage *self,
              Group group,
              guint n)
{
  g_autofree char *title = title_group (group, n), *more = NULL;
  guint left = n > self->most_rows[group] ? n - self->most_rows[group] : 0;

  more = g_strdup_printf (ngettext ("Show %u more", "Show %u more", left), MIN (left, ROWS_MORE));
  gtk_label_set_text (self->titles[group], title);
  gtk_widget_set_visible (self->groups[group], n > 0);
  gtk_button_set_label (GTK_BUTTON (self->more[group]), more);
  gtk_widget_set_visible (self->more[group], left > 0);
}

static void
update_groups (TenkenCheckPage *self)
{
  guint n[N_GROUPS] = {0};

  clear_rows (self);
  for (guint step = 0; step < tenken_round_get_n_steps (self->round); step++) {
    int group = find_group (self, step);
    if (group >= 0 && n[group]++ < self->most_rows[group])
      gtk_box_append (self->rows[group], tenken_check_row_new (self->round, step));
  }
  for (guint group = 0; group < N_GROUPS; group++)
    update_group (self, group, n[group]);
  gtk_widget_set_visible (self->all_well, n[GROUP_OPEN] == 0 && n[GROUP_LATER] == 0);
}

/* The focus goes to the first row that was not there before. */
static void
show_more (GtkWidget *button,
           TenkenCheckPage *self)
{
  guint group = 0, n_before;
  GtkWidget *row;

  while (group + 1 < N_GROUPS && self->more[group] != button)
    group++;
  n_before = self->most_rows[group];
  self->most_rows[group] += ROWS_MORE;
  update_groups (self);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows[group]));
  while (row != NULL && n_before-- > 0)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* --- what is said, and what can be done --- */

static guint
count_open (TenkenCheckPage *self)
{
  return tenken_round_count (self->round, -1) - tenken_round_count_answered (self->round, -1);
}

static gboolean
is_scored_one_open (TenkenCheckPage *self)
{
  for (guint step = 0; step < tenken_round_get_n_steps (self->round); step++)
    if (tenken_round_is_scored (self->round, step) &&
        tenken_round_get_answer (self->round, step) == TNK_ANSWER_VALUE_UNANSWERED)
      return TRUE;
  return FALSE;
}

static void
update_summary (TenkenCheckPage *self)
{
  guint n = tenken_round_count (self->round, -1), n_answered = tenken_round_count_answered (self->round, -1);
  g_autofree char *text = NULL;

  if (tenken_round_is_closed (self->round))
    text = g_strdup (_ ("It is handed in. You can look at your answers, but no longer change them."));
  else
    text = g_strdup_printf (ngettext ("%u of %u question is answered.", "%u of %u questions are answered.", n),
                            n_answered, n);
  gtk_label_set_text (self->summary, text);
  if (tenken_round_is_closed (self->round))
    gtk_label_set_text (self->title, _ ("Your answers"));
}

static void
update_aware (TenkenCheckPage *self)
{
  guint n = count_open (self);
  g_autofree char *text = g_strdup_printf (ngettext ("I hand it in with %u question unanswered.",
                                                     "I hand it in with %u questions unanswered.", n),
                                           n);
  /* Translators: two sentences, one behind the other */
  g_autofree char *both =
    g_strdup_printf (_ ("%s %s"), text, _ ("When the round closes they count as not implemented."));

  tenken_check_button_set_text (self->aware, is_scored_one_open (self) ? both : text);
  gtk_widget_set_visible (GTK_WIDGET (self->aware), n > 0 && !tenken_round_is_closed (self->round));
}

static void
update_foot (TenkenCheckPage *self)
{
  int next = tenken_round_next_open (self->round, tenken_round_get_position (self->round));
  gboolean closed = tenken_round_is_closed (self->round);
  gboolean may_go = closed || next < 0 || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->aware));

  if (closed || next < 0)
    next = tenken_round_get_position (self->round);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->back), "u", (guint) next);
  /* An action that may be used would make the button sensitive again. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->forward), may_go ? "win.result" : NULL);
  gtk_widget_set_sensitive (self->forward, may_go);
}

static void
update (TenkenCheckPage *self)
{
  update_summary (self);
  update_groups (self);
  update_aware (self);
  update_foot (self);
}

/* --- the class --- */

/* Enter goes on where there is nothing left to do, and else back to what is. */
static void
take_focus (GtkWidget *widget)
{
  TenkenCheckPage *self = TENKEN_CHECK_PAGE (widget);

  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->forward) ? self->forward : self->back);
}

static void
tenken_check_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenken_check_page_parent_class)->map (widget);
  take_focus (widget);
}

static gboolean
go_back (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  return gtk_widget_activate (TENKEN_CHECK_PAGE (widget)->back);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char *const names[N_GROUPS] = {"open", "later", "not_applicable"};

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenCheckPage, title);
  gtk_widget_class_bind_template_child (widget_class, TenkenCheckPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TenkenCheckPage, all_well);
  gtk_widget_class_bind_template_child (widget_class, TenkenCheckPage, aware);
  gtk_widget_class_bind_template_child (widget_class, TenkenCheckPage, back);
  gtk_widget_class_bind_template_child (widget_class, TenkenCheckPage, forward);
  for (guint group = 0; group < N_GROUPS; group++) {
    g_autofree char *title = g_strdup_printf ("%s_title", names[group]), *rows = g_strdup_printf ("%s_rows", names[group]);
    g_autofree char *more = g_strdup_printf ("%s_more", names[group]);
    gsize offset = group * sizeof (gpointer);

    gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (names[group]), FALSE,
                                               G_STRUCT_OFFSET (TenkenCheckPage, groups) + offset);
    gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (title), FALSE,
                                               G_STRUCT_OFFSET (TenkenCheckPage, titles) + offset);
    gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (rows), FALSE,
                                               G_STRUCT_OFFSET (TenkenCheckPage, rows) + offset);
    gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (more), FALSE,
                                               G_STRUCT_OFFSET (TenkenCheckPage, more) + offset);
  }
}

static void
tenken_check_page_class_init (TenkenCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_check_page_dispose;
  widget_class->map = tenken_check_page_map;
  g_type_ensure (TENKEN_TYPE_CHECK_BUTTON);
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_foot);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, go_back, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, go_back, NULL);
}

static void
tenken_check_page_init (TenkenCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint group = 0; group < N_GROUPS; group++) {
    self->most_rows[group] = ROWS_AT_FIRST;
    g_signal_connect (self->more[group], "clicked", G_CALLBACK (show_more), self);
  }
  tenken_button_wrap (self->back);
  tenken_button_wrap (self->forward);
}

GtkWidget *
tenken_check_page_new (TenkenRound *round)
{
  TenkenCheckPage *self = g_object_new (TENKEN_TYPE_CHECK_PAGE, NULL);

  self->round = g_object_ref (round);
  g_signal_connect_object (round, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
