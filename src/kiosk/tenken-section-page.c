/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-section-page.h"

#include <glib/gi18n.h>

#include "tenken-answer-sign.h"
#include "tenken-keys.h"
#include "tenken-language.h"
#include "tenken-reveal.h"
#include "tenken-save-status.h"
#include "tenken-section-picker.h"
#include "tenken-section-row.h"
#include "tenken-steady-layout.h"
#include "tenken-text-width.h"
#include "tenken-wrap-box.h"

/* Rows are made a few at a time: the first, which are all of most sections, at once, and the rest while nobody waits for
 * them. */
#define FIRST_ROWS 40
#define ROWS_AT_ONCE 10
/* At 100 %, in pixels: a question and its answers side by side. */
#define TEXT_WIDTH 1100
/* What is searched for is a few words; more would only be slow. */
#define MAX_SEARCH 100

struct _TenkenSectionPage
{
  AdwBin parent_instance;

  GtkLabel *role;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *pickers;
  GtkSearchEntry *search;
  GtkWidget *legend;
  GtkWidget *closed;
  GtkScrolledWindow *scroller;
  GtkBox *list;
  GtkWidget *nothing;
  GtkWidget *single;
  TenkenSaveStatus *status;
  GtkWidget *forward;
  AdwClamp *clamp;
  AdwClamp *foot_clamp;

  TenkenRound *round;
  gboolean all;
  guint part; /* unless all */
  guint first; /* the steps that are listed */
  guint end;
  GPtrArray *rows; /* (element-type TenkenSectionRow): those that are made already */
  GtkWidget *heading; /* of the rows that were made last; NULL: none is needed */
  GPtrArray *headings; /* (element-type GtkWidget): for each row, NULL or the heading above it and its neighbours */
  guint filling;
};

G_DEFINE_FINAL_TYPE (TenkenSectionPage, tenken_section_page, ADW_TYPE_BIN)

/* --- what is shown --- */

static void
update (TenkenSectionPage *self)
{
  int part = self->all ? -1 : (int) self->part;
  g_autofree char *count = g_strdup_printf (_ ("%u of %u answered"), tenken_round_count_answered (self->round, part),
                                            tenken_round_count (self->round, part));

  gtk_label_set_text (self->count, count);
}

/* A heading stands where a row below it does. */
static void
filter (TenkenSectionPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint n_shown = 0;

  for (guint i = 0; i < self->headings->len; i++)
    if (g_ptr_array_index (self->headings, i) != NULL)
      gtk_widget_set_visible (g_ptr_array_index (self->headings, i), FALSE);
  for (guint i = 0; i < self->rows->len; i++) {
    gboolean shown = tenken_section_row_matches (g_ptr_array_index (self->rows, i), typed);

    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), shown);
    if (shown && g_ptr_array_index (self->headings, i) != NULL)
      gtk_widget_set_visible (g_ptr_array_index (self->headings, i), TRUE);
    n_shown += shown;
  }
  gtk_widget_set_visible (self->nothing, n_shown == 0 && self->filling == 0);
}

/* --- rows --- */

static GtkWidget *
make_heading (TenkenSectionPage *self,
              guint part)
{
  const char *name = tenken_section_picker_name (self->round, part);
  g_autofree char *whole = NULL;
  GtkWidget *label;

  if (tenken_section_picker_has_roles (self->round))
    /* Translators: a role, and a section of the questions to it */
    whole = g_strdup_printf (_ ("%s: %s"), tenken_text (tnk_role_get_name (tenken_round_get_part (self->round, part)->role)),
                             name);
  label = g_object_new (GTK_TYPE_LABEL, "label", whole != NULL ? whole : name, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "section-title");
  gtk_widget_add_css_class (label, "part-title");
  return label;
}

static void
add_row (TenkenSectionPage *self,
         guint step)
{
  guint part = tenken_round_find_part (self->round, step);
  GtkWidget *row = tenken_section_row_new (self->round, step);

  if (self->all && tenken_round_get_part (self->round, part)->first == step) {
    self->heading = make_heading (self, part);
    gtk_box_append (self->list, self->heading);
  }
  gtk_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->headings, self->heading);
}

static gboolean
add_rows (TenkenSectionPage *self,
          guint n_rows)
{
  for (guint i = 0; i < n_rows && self->first + self->rows->len < self->end; i++)
    add_row (self, self->first + self->rows->len);
  return self->first + self->rows->len < self->end;
}

static gboolean
fill (gpointer user_data)
{
  TenkenSectionPage *self = user_data;
  gboolean more = add_rows (self, ROWS_AT_ONCE);

  if (!more)
    self->filling = 0;
  if (!more || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    filter (self);
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
round_changed (TenkenSectionPage *self,
               guint step)
{
  if (step >= self->first && step - self->first < self->rows->len)
    tenken_section_row_update (g_ptr_array_index (self->rows, step - self->first));
  update (self);
}

/* --- from row to row --- */

/* The row with the focus; -1: none. */
static int
find_focus (TenkenSectionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TENKEN_TYPE_SECTION_ROW) : NULL;

  return row != NULL ? (int) (tenken_section_row_get_step (TENKEN_SECTION_ROW (row)) - self->first) : -1;
}

static gboolean
move_focus (TenkenSectionPage *self,
            int by)
{
  int row = find_focus (self);

  if (row < 0)
    return FALSE;
  for (row += by; row >= 0 && row < (int) self->rows->len; row += by)
    if (gtk_widget_get_visible (g_ptr_array_index (self->rows, row)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->rows, row));
  return by > 0 || gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
focus_open (TenkenSectionPage *self)
{
  int start = find_focus (self);

  for (guint i = 1; i <= self->rows->len; i++) {
    guint row = (start + i) % self->rows->len;

    if (gtk_widget_get_visible (g_ptr_array_index (self->rows, row)) &&
        tenken_round_get_answer (self->round, self->first + row) == TNK_ANSWER_VALUE_UNANSWERED)
      return gtk_widget_grab_focus (g_ptr_array_index (self->rows, row));
  }
  return FALSE;
}

static gboolean
work_row (TenkenSectionPage *self,
          TenkenKey key,
          TnkAnswerValue value)
{
  int focus = find_focus (self);
  TenkenSectionRow *row = focus >= 0 ? g_ptr_array_index (self->rows, focus) : NULL;

  if (row == NULL)
    return FALSE;
  if (key == TENKEN_KEY_ANSWER)
    tenken_section_row_choose (row, value);
  else if (key == TENKEN_KEY_AS_LAST_YEAR)
    tenken_section_row_take_last_year (row);
  else
    tenken_section_row_mark_later (row);
  return TRUE;
}

static gboolean
key_pressed (GtkWidget *page,
             TenkenKey key,
             TnkAnswerValue value)
{
  TenkenSectionPage *self = TENKEN_SECTION_PAGE (page);

  switch (key) {
  case TENKEN_KEY_ANSWER:
  case TENKEN_KEY_AS_LAST_YEAR:
  case TENKEN_KEY_LATER:
    return work_row (self, key, value);
  case TENKEN_KEY_UP:
    return move_focus (self, -1);
  case TENKEN_KEY_DOWN:
  case TENKEN_KEY_NEXT:
    return move_focus (self, 1);
  case TENKEN_KEY_NEXT_OPEN:
    return focus_open (self);
  case TENKEN_KEY_HELP:
    tenken_keys_show_help (page);
    return TRUE;
  case TENKEN_KEY_LEAVE:
    gtk_widget_activate_action (page, "win.leave", NULL);
    return TRUE;
  default:
    return FALSE;
  }
}

/* Escape first clears what was typed, then leaves the field. */
static void
stop_search (TenkenSectionPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

/* --- the page --- */

static void
open_single (TenkenSectionPage *self)
{
  int focus = find_focus (self), step = focus >= 0 ? (int) self->first + focus : -1;

  for (guint i = self->first; step < 0 && i < self->end; i++)
    if (tenken_round_get_answer (self->round, i) == TNK_ANSWER_VALUE_UNANSWERED)
      step = i;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.question", "u", step >= 0 ? (guint) step : self->first);
}

static void
go_forward (TenkenSectionPage *self)
{
  if (!self->all && self->part + 1 < tenken_round_get_n_parts (self->round))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.list", "u", self->part + 1);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.check", NULL);
}

static void
tenken_section_page_map (GtkWidget *widget)
{
  TenkenSectionPage *self = TENKEN_SECTION_PAGE (widget);

  GTK_WIDGET_CLASS (tenken_section_page_parent_class)->map (widget);
  if (self->all)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else if (!focus_open (self) && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
  if (find_focus (self) > 0)
    tenken_reveal (g_ptr_array_index (self->rows, find_focus (self)));
}

static void
tenken_section_page_dispose (GObject *object)
{
  TenkenSectionPage *self = TENKEN_SECTION_PAGE (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->headings, 0);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tenken_section_page_parent_class)->dispose (object);
}

static void
tenken_section_page_finalize (GObject *object)
{
  TenkenSectionPage *self = TENKEN_SECTION_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->headings);
  G_OBJECT_CLASS (tenken_section_page_parent_class)->finalize (object);
}

static void
tenken_section_page_class_init (TenkenSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_section_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_section_page_finalize;
  widget_class->map = tenken_section_page_map;
  g_type_ensure (TENKEN_TYPE_SAVE_STATUS);
  g_type_ensure (TENKEN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, role);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, title);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, count);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, pickers);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, search);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, legend);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, closed);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, list);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, single);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, status);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, forward);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, TenkenSectionPage, foot_clamp);
}

static void
limit_search (TenkenSectionPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  gtk_text_set_max_length (GTK_TEXT (text), MAX_SEARCH);
  gtk_text_set_input_hints (GTK_TEXT (text), GTK_INPUT_HINT_PRIVATE);
}

static void
tenken_section_page_init (TenkenSectionPage *self)
{
  self->rows = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), tenken_steady_layout_new ());
  tenken_text_width_follow (self->clamp, TEXT_WIDTH);
  tenken_text_width_follow (self->foot_clamp, TEXT_WIDTH);
  limit_search (self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (filter), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stop_search), self);
  g_signal_connect_swapped (self->single, "clicked", G_CALLBACK (open_single), self);
  g_signal_connect_swapped (self->forward, "clicked", G_CALLBACK (go_forward), self);
  tenken_keys_attach (GTK_WIDGET (self), key_pressed);
}

/* What the signs of the rows mean, and their keys. */
static void
show_legend (TenkenSectionPage *self)
{
  for (TnkAnswerValue value = TNK_ANSWER_VALUE_IMPLEMENTED; value <= TNK_ANSWER_VALUE_NOT_APPLICABLE; value++) {
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    g_autofree char *text = g_strdup_printf ("%d %s", value, tenken_answer_get_word (value));

    gtk_box_append (GTK_BOX (box), tenken_answer_sign_new (value));
    gtk_box_append (GTK_BOX (box), gtk_label_new (text));
    tenken_wrap_box_append (TENKEN_WRAP_BOX (self->legend), box);
  }
}

static void
show_part (TenkenSectionPage *self)
{
  const TenkenPart *part = self->all ? NULL : tenken_round_get_part (self->round, self->part);
  gboolean last = self->all || self->part + 1 == tenken_round_get_n_parts (self->round);

  gtk_label_set_text (self->title,
                      part != NULL ? tenken_section_picker_name (self->round, self->part) : _ ("All questions"));
  gtk_label_set_text (self->role, part != NULL ? tenken_text (tnk_role_get_name (part->role)) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->role), part != NULL && tenken_section_picker_has_roles (self->round));
  gtk_button_set_label (GTK_BUTTON (self->forward), last ? _ ("Check and hand in") : _ ("Next section"));
  gtk_widget_set_visible (self->closed, tenken_round_is_closed (self->round));
  self->first = part != NULL ? part->first : 0;
  self->end = part != NULL ? part->first + part->n : tenken_round_get_n_steps (self->round);
}

GtkWidget *
tenken_section_page_new (TenkenRound *round,
                         guint part)
{
  TenkenSectionPage *self = g_object_new (TENKEN_TYPE_SECTION_PAGE, NULL);

  self->round = g_object_ref (round);
  self->all = part >= tenken_round_get_n_parts (round);
  self->part = part;
  gtk_box_append (GTK_BOX (self->pickers), tenken_section_picker_new (round));
  tenken_save_status_set_round (self->status, round);
  show_legend (self);
  show_part (self);
  g_signal_connect_object (round, "changed", G_CALLBACK (round_changed), self, G_CONNECT_SWAPPED);
  if (add_rows (self, self->all ? ROWS_AT_ONCE : FIRST_ROWS))
    self->filling = g_idle_add (fill, self);
  update (self);
  return GTK_WIDGET (self);
}
