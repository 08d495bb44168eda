/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-page.h"

#include <glib/gi18n.h>

#include "tenken-action-dialog.h"
#include "tenken-drop-down.h"
#include "tenken-figure.h"
#include "tenken-plan-files.h"
#include "tenken-plan-merge.h"
#include "tenken-plan-proposals.h"
#include "tenken-plan-table.h"
#include "tenken-plan-words.h"
#include "tenken-step.h"
#include "tenken-wrap-box.h"

#define OPEN ((1u << TNK_ACTION_STATUS_PROPOSED) | (1u << TNK_ACTION_STATUS_PLANNED) | (1u << TNK_ACTION_STATUS_UNDER_WAY))

/* The first entries of the list of statuses; after them comes each status by itself. */
enum {
  CHOICE_ALL,
  CHOICE_OPEN,
  N_CHOICES
};

struct _TenkenPlanPage
{
  TenkenDeskPage parent_instance;

  TnkPlanView *view; /* NULL until it is read */
  char *wanted; /* an action that is to be opened once it is read */
  AdwBin *earlier; /* what is left of the plans before */
  GtkWidget *overdue_figure;
  GtkWidget *open_figure;
  GtkWidget *done_figure;
  GtkWidget *verified_figure;
  GtkWidget *tools;
  GtkWidget *status;
  GtkWidget *overdue;
  GtkWidget *mine;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (TenkenPlanPage, tenken_plan_page, TENKEN_TYPE_DESK_PAGE)

static TenkenDesk *
get_desk (TenkenPlanPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

/* --- what is seen --- */

static guint
get_statuses (TenkenPlanPage *self)
{
  guint choice = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  if (choice == CHOICE_ALL || choice == GTK_INVALID_LIST_POSITION)
    return TNK_PLAN_ANY_STATUS;
  return choice == CHOICE_OPEN ? OPEN : 1u << (choice - N_CHOICES);
}

static GPtrArray *
list_seen (TenkenPlanPage *self)
{
  gboolean late = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->overdue));
  gboolean mine = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->mine));
  g_autoptr (GPtrArray) all = tnk_plan_list (tnk_plan_view_get_plan (self->view), -1, get_statuses (self), NULL,
                                             late ? tnk_plan_view_get_today (self->view) : NULL);
  GPtrArray *seen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (!mine || tnk_plan_view_is_owner (self->view, all->pdata[i]))
      g_ptr_array_add (seen, g_object_ref (all->pdata[i]));
  return seen;
}

static void
show_list (TenkenPlanPage *self)
{
  g_autoptr (GPtrArray) seen = NULL;

  if (self->view == NULL)
    return;
  seen = list_seen (self);
  tenken_plan_table_show (TENKEN_TABLE (self->table), self->view, seen);
}

/* --- figures --- */

static void
set_figure (GtkWidget *figure,
            guint n)
{
  g_autofree char *value = g_strdup_printf ("%u", n);

  tenken_figure_set_value (TENKEN_FIGURE (figure), value, NULL);
}

static guint
count (TenkenPlanPage *self,
       guint statuses)
{
  g_autoptr (GPtrArray) list = tnk_plan_list (tnk_plan_view_get_plan (self->view), -1, statuses, NULL, NULL);

  return list->len;
}

static void
show_figures (TenkenPlanPage *self)
{
  guint n = tnk_plan_count_overdue (tnk_plan_view_get_plan (self->view), -1, tnk_plan_view_get_today (self->view));

  set_figure (self->overdue_figure, n);
  tenken_figure_set_alarm (TENKEN_FIGURE (self->overdue_figure), n > 0 ? _ ("Past their day") : NULL);
  set_figure (self->open_figure, count (self, OPEN));
  set_figure (self->done_figure, count (self, 1u << TNK_ACTION_STATUS_DONE));
  set_figure (self->verified_figure, count (self, 1u << TNK_ACTION_STATUS_VERIFIED));
}

/* A figure shows in the list what it counts. */
static void
see (TenkenPlanPage *self,
     guint choice,
     gboolean late)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->overdue), late);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mine), FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), choice);
}

static void
see_overdue (TenkenPlanPage *self)
{
  see (self, CHOICE_ALL, TRUE);
}

static void
see_open (TenkenPlanPage *self)
{
  see (self, CHOICE_OPEN, FALSE);
}

static void
see_done (TenkenPlanPage *self)
{
  see (self, N_CHOICES + TNK_ACTION_STATUS_DONE, FALSE);
}

static void
see_verified (TenkenPlanPage *self)
{
  see (self, N_CHOICES + TNK_ACTION_STATUS_VERIFIED, FALSE);
}

/* --- what can be done --- */

static void
open_action (TenkenPlanPage *self,
             TnkAction *action)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->view != NULL && GTK_IS_WINDOW (root))
    gtk_window_present (GTK_WINDOW (tenken_action_dialog_new (GTK_WINDOW (root), get_desk (self), self->view, action)));
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  open_action (TENKEN_PLAN_PAGE (widget), NULL);
}

static void
propose_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TenkenPlanPage *self = TENKEN_PLAN_PAGE (widget);

  tenken_plan_propose (self->tools, get_desk (self), self->view);
}

static void
merge_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenPlanPage *self = TENKEN_PLAN_PAGE (widget);
  g_autoptr (GPtrArray) selected = tenken_table_list_selected (TENKEN_TABLE (self->table));

  tenken_plan_merge (self->tools, get_desk (self), self->view, selected);
}

static void
export_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TenkenPlanPage *self = TENKEN_PLAN_PAGE (widget);

  tenken_plan_export (self->tools, get_desk (self));
}

static void
import_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TenkenPlanPage *self = TENKEN_PLAN_PAGE (widget);

  tenken_plan_import (self->tools, get_desk (self));
}

/* Nothing can be done before there is a plan to do it with. */
static void
set_rights (TenkenPlanPage *self)
{
  static const char *const changing[] = {"plan.add", "plan.propose", "plan.merge", "plan.import"};
  gboolean may_add = self->view != NULL && tnk_plan_view_may_add (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], may_add);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.export", self->view != NULL);
}

/* --- the page --- */

typedef struct
{
  TnkPlanView *view;
  GPtrArray *unfinished; /* (element-type TnkUnfinished) */
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_object (&self->view);
  g_clear_pointer (&self->unfinished, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  TenkenDeskQuery *query = request;
  g_autoptr (Result) result = g_new0 (Result, 1);

  result->view = tnk_desk_load_plan (desk, query->campaign_id, query->department_id, error);
  if (result->view == NULL)
    return NULL;
  result->unfinished = tnk_desk_list_unfinished (desk, query->campaign_id, query->department_id, error);
  return result->unfinished != NULL ? g_steal_pointer (&result) : NULL;
}

static void
open_wanted (TenkenPlanPage *self)
{
  g_autofree char *id = g_steal_pointer (&self->wanted);
  TnkAction *action = id != NULL ? tnk_plan_lookup (tnk_plan_view_get_plan (self->view), id) : NULL;

  if (action != NULL)
    open_action (self, action);
}

static void
tenken_plan_page_show (TenkenDeskPage *page,
                       gpointer data)
{
  TenkenPlanPage *self = TENKEN_PLAN_PAGE (page);
  const Result *result = data;

  g_set_object (&self->view, result->view);
  adw_bin_set_child (self->earlier, tenken_step_list_unfinished (get_desk (self), result->unfinished));
  set_rights (self);
  show_figures (self);
  show_list (self);
  open_wanted (self);
}

static void
tenken_plan_page_aim (TenkenDeskPage *page,
                      const char *target)
{
  TenkenPlanPage *self = TENKEN_PLAN_PAGE (page);

  if (target == NULL || *target == '\0')
    return;
  if (g_str_equal (target, "overdue"))
    see_overdue (self);
  else if (g_str_equal (target, "mine"))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mine), TRUE);
  else {
    g_free (self->wanted);
    self->wanted = g_strdup (target);
  }
}

static void
tenken_plan_page_finalize (GObject *object)
{
  TenkenPlanPage *self = TENKEN_PLAN_PAGE (object);

  g_clear_object (&self->view);
  g_free (self->wanted);
  G_OBJECT_CLASS (tenken_plan_page_parent_class)->finalize (object);
}

static void
tenken_plan_page_class_init (TenkenPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_plan_page_finalize;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = tenken_plan_page_show;
  page_class->aim = tenken_plan_page_aim;
  gtk_widget_class_install_action (widget_class, "plan.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "plan.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "plan.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "plan.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "plan.import", NULL, import_action);
}

static GtkWidget *
add_figure (GtkWidget *line,
            const char *caption,
            GCallback clicked,
            TenkenPlanPage *self)
{
  GtkWidget *figure = tenken_figure_new (caption);

  g_signal_connect_object (figure, "clicked", clicked, self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), figure);
  return figure;
}

static GtkWidget *
make_figures (TenkenPlanPage *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 12);

  self->overdue_figure = add_figure (line, _ ("Overdue"), G_CALLBACK (see_overdue), self);
  self->open_figure = add_figure (line, _ ("Still to do"), G_CALLBACK (see_open), self);
  self->done_figure = add_figure (line, _ ("Done, to be verified"), G_CALLBACK (see_done), self);
  self->verified_figure = add_figure (line, tenken_plan_status_get_name (TNK_ACTION_STATUS_VERIFIED), G_CALLBACK (see_verified), self);
  return line;
}

static void
add_tool (TenkenPlanPage *self,
          const char *label,
          const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->tools), button);
}

static void
make_tools (TenkenPlanPage *self)
{
  self->tools = tenken_wrap_box_new (0, 6);
  add_tool (self, _ ("Propose from gaps…"), "plan.propose");
  add_tool (self, _ ("New action…"), "plan.add");
  add_tool (self, _ ("Merge…"), "plan.merge");
  add_tool (self, _ ("Export workbook…"), "plan.export");
  add_tool (self, _ ("Read workbook…"), "plan.import");
}

static GtkWidget *
make_statuses (TenkenPlanPage *self)
{
  const char *words[N_CHOICES + TNK_N_ACTION_STATUSES + 1] = {_ ("All statuses"), _ ("Still to do")};
  GtkWidget *list;

  for (guint status = 0; status < TNK_N_ACTION_STATUSES; status++)
    words[N_CHOICES + status] = tenken_plan_status_get_name (status);
  list = tenken_drop_down_new (gtk_string_list_new (words), tenken_plan_field_get_name (TNK_ACTION_FIELD_STATUS));
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  return list;
}

static GtkWidget *
make_toggle (TenkenPlanPage *self,
             const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  g_signal_connect_object (toggle, "toggled", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  return toggle;
}

static void
make_table (TenkenPlanPage *self)
{
  self->table = tenken_plan_table_new ("plan", _ ("Improvement plan"));
  self->status = make_statuses (self);
  self->overdue = make_toggle (self, _ ("Overdue only"));
  self->mine = make_toggle (self, _ ("Mine only"));
  tenken_table_add_tool (TENKEN_TABLE (self->table), self->status);
  tenken_table_add_tool (TENKEN_TABLE (self->table), self->overdue);
  tenken_table_add_tool (TENKEN_TABLE (self->table), self->mine);
  tenken_table_set_empty_text (TENKEN_TABLE (self->table), _ ("The plan holds no such action. “Propose from gaps” makes some."));
  gtk_widget_set_vexpand (self->table, TRUE);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_action), self, G_CONNECT_SWAPPED);
}

static void
tenken_plan_page_init (TenkenPlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *scroller = gtk_scrolled_window_new ();

  make_tools (self);
  make_table (self);
  self->earlier = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), make_figures (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->earlier));
  gtk_box_append (GTK_BOX (box), self->tools);
  gtk_box_append (GTK_BOX (box), self->table);
  gtk_widget_add_css_class (box, "plan-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), scroller);
  set_rights (self);
}

GtkWidget *
tenken_plan_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_PLAN_PAGE, "desk", desk, NULL);
}
