/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-control-page.h"

#include <glib/gi18n.h>

#include "tenken-committee-frame.h"
#include "tenken-committee-summary.h"
#include "tenken-control-text.h"
#include "tenken-distribution.h"
#include "tenken-figure.h"
#include "tenken-item-rows.h"
#include "tenken-language.h"
#include "tenken-share-rows.h"
#include "tenken-wrap-box.h"

struct _TenkenCommitteeControlPage
{
  TenkenDeskPage parent_instance;

  TenkenCommitteeTarget target;
  GtkBox *scope;
  GtkLabel *title;
  GtkBox *text;
  TenkenFigure *score;
  TenkenDistribution *bar;
  GtkLabel *answers; /* the bar in words */
  TenkenTable *departments;
  TenkenTable *roles;
  TenkenTable *items;
  TenkenTable *comments;
  GtkStack *single; /* "items" or "comments" */
};

G_DEFINE_FINAL_TYPE (TenkenCommitteeControlPage, tenken_committee_control_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenStanding standing;
  TnkControl *control; /* borrowed from the catalog */
  TnkCounts counts;
  double now;
  double before;
  GListModel *departments;
  GListModel *roles;
  GListStore *items; /* NULL where the office or the campaign shows no single answers */
  GListStore *comments; /* then this */
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  tenken_standing_clear (&self->standing);
  g_clear_object (&self->departments);
  g_clear_object (&self->roles);
  g_clear_object (&self->items);
  g_clear_object (&self->comments);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static gpointer
make_request (TenkenDeskPage *page)
{
  return tenken_committee_request_new (tenken_desk_page_get_desk (page), &TENKEN_COMMITTEE_CONTROL_PAGE (page)->target);
}

static GListStore *
make_store (GPtrArray *items)
{
  GListStore *store = g_list_store_new (TNK_TYPE_ITEM);

  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  return store;
}

/* Single answers where they may be seen; else what people wrote, without whose it is. */
static gboolean
read_items (Result *result,
            TnkDesk *desk,
            const TenkenCommitteeRequest *request,
            GCancellable *cancellable,
            GError **error)
{
  const TenkenCommitteeTarget *target = &request->target;
  const char *campaign = request->query->campaign_id;
  const char *department = target->department != NULL ? target->department : request->query->department_id;
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) items = tnk_desk_list_items (desk, campaign, department, target->id, target->role, cancellable, &local);

  if (items != NULL) {
    result->items = make_store (items);
    return TRUE;
  }
  if (!g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  items = tnk_desk_list_comments (desk, campaign, department, target->id, cancellable, error);
  if (items != NULL)
    result->comments = make_store (items);
  return items != NULL;
}

static void
count (Result *result,
       const TenkenCommitteeTarget *target)
{
  const TenkenStanding *standing = &result->standing;
  TnkCatalog *catalog = tenken_standing_get_catalog (standing);
  TnkDepartment *department =
    target->department != NULL ? tnk_body_lookup_department (tnk_tally_get_body (standing->now), target->department) : NULL;
  TnkRole *role = target->role != NULL ? tnk_catalog_lookup_role (catalog, target->role) : NULL;
  TnkCounts before;

  result->now = tenken_standing_score_control (standing, result->control, department, role, FALSE, &result->counts);
  result->before = tenken_standing_score_control (standing, result->control, department, role, TRUE, &before);
  result->departments = tenken_share_rows_new_departments (standing, result->control, department, role);
  result->roles = tenken_share_rows_new_roles (standing, result->control, department);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const TenkenCommitteeRequest *request = data;
  g_autoptr (Result) result = g_new0 (Result, 1);

  if (!tenken_standing_load (&result->standing, desk, request->query, cancellable, error))
    return NULL;
  /* Another campaign may not have it. */
  if (request->target.id != NULL)
    result->control = tnk_catalog_lookup_control (tenken_standing_get_catalog (&result->standing), request->target.id);
  if (result->control == NULL)
    return g_steal_pointer (&result);
  count (result, &request->target);
  return read_items (result, desk, request, cancellable, error) ? g_steal_pointer (&result) : NULL;
}

/* --- what is shown --- */

static void
show_figures (TenkenCommitteeControlPage *self,
              const Result *result)
{
  TenkenCommitteeTarget trend = {.id = self->target.id};
  g_autofree char *place = tenken_committee_target_write (&trend, "trend"), *answers = tenken_distribution_describe (&result->counts);
  /* Translators: items that are implemented, of those that count */
  g_autofree char *detail = g_strdup_printf (_ ("%u/%u implemented"), result->counts.implemented, result->counts.denominator);

  tenken_figure_set_number (self->score, result->now, _ ("points"));
  tenken_figure_set_detail (self->score, detail);
  tenken_figure_set_change (self->score, result->now, result->before, 1, FALSE);
  tenken_committee_frame_set_way (GTK_WIDGET (self->score), place);
  tenken_distribution_set_counts (self->bar, &result->counts);
  gtk_label_set_text (self->answers, answers);
}

static void
show_single (TenkenCommitteeControlPage *self,
             const Result *result)
{
  gtk_stack_set_visible_child_name (self->single, result->items != NULL ? "items" : "comments");
  tenken_table_set_model (self->items, G_LIST_MODEL (result->items));
  tenken_table_set_model (self->comments, G_LIST_MODEL (result->comments));
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCommitteeControlPage *self = TENKEN_COMMITTEE_CONTROL_PAGE (page);
  const Result *result = data;
  TenkenCommitteeTarget scope = {.id = self->target.id, .department = self->target.department, .role = self->target.role};

  if (result->control == NULL) {
    tenken_desk_page_set_empty (page, "view-list-symbolic", _ ("There is no such control"),
                                _ ("This campaign is on a catalog that does not have it."), _ ("To the controls"), "controls");
    return;
  }
  gtk_label_set_text (self->title, tenken_text (tnk_control_get_title (result->control)));
  tenken_committee_frame_clear (self->text);
  gtk_box_append (self->text, tenken_control_text_new (result->control));
  tenken_committee_frame_clear (self->scope);
  if (scope.department != NULL || scope.role != NULL)
    gtk_box_append (self->scope, tenken_committee_summary_new_chips (&result->standing, &scope, "control"));
  show_figures (self, result);
  tenken_table_set_model (self->departments, result->departments);
  tenken_table_set_model (self->roles, result->roles);
  show_single (self, result);
}

/* --- where it leads --- */

static void
go (TenkenCommitteeControlPage *self,
    const char *department,
    const char *role)
{
  TenkenCommitteeTarget target = {.id = self->target.id, .department = (char *) department, .role = (char *) role};
  g_autofree char *place = tenken_committee_target_write (&target, "control");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
open_department (TenkenCommitteeControlPage *self,
                 gpointer item)
{
  go (self, tenken_share_rows_get_id (item), self->target.role);
}

static void
open_role (TenkenCommitteeControlPage *self,
           gpointer item)
{
  go (self, self->target.department, tenken_share_rows_get_id (item));
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  tenken_committee_target_read (&TENKEN_COMMITTEE_CONTROL_PAGE (page)->target, target);
  tenken_desk_page_reload (page);
}

/* --- the class --- */

static void
tenken_committee_control_page_finalize (GObject *object)
{
  tenken_committee_target_clear (&TENKEN_COMMITTEE_CONTROL_PAGE (object)->target);
  G_OBJECT_CLASS (tenken_committee_control_page_parent_class)->finalize (object);
}

static void
tenken_committee_control_page_class_init (TenkenCommitteeControlPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_committee_control_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_committee_request_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static TenkenTable *
add_table (GtkStack *stack,
           const char *name,
           const char *title,
           const TenkenTableColumn *columns,
           guint n_columns)
{
  g_autofree char *full = g_strconcat ("control-", name, NULL);
  GtkWidget *table = tenken_table_new (full, title, columns, n_columns);

  gtk_stack_add_titled (stack, table, name, title);
  return TENKEN_TABLE (table);
}

static GtkWidget *
make_comments (TenkenCommitteeControlPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *table = tenken_table_new ("control-comments", _ ("Comments"), tenken_comment_columns, tenken_comment_n_columns);

  self->comments = TENKEN_TABLE (table);
  tenken_table_set_empty_text (self->comments, _ ("Nobody wrote anything about it."));
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), tenken_committee_frame_make_line (_ ("Single answers are not shown here: this office or this campaign shows counts only. These are the comments, without names."), FALSE));
  gtk_box_append (GTK_BOX (box), table);
  return box;
}

static GtkWidget *
make_tables (TenkenCommitteeControlPage *self,
             GtkBox *box)
{
  GtkWidget *stack = gtk_stack_new (), *single = gtk_stack_new (), *switcher = gtk_stack_switcher_new ();

  self->single = GTK_STACK (single);
  self->departments = add_table (GTK_STACK (stack), "departments", _ ("By department"), tenken_share_department_columns, tenken_share_n_columns);
  self->roles = add_table (GTK_STACK (stack), "roles", _ ("By role"), tenken_share_role_columns, tenken_share_n_columns);
  self->items = add_table (self->single, "items", _ ("Answers"), tenken_item_columns, tenken_item_n_columns);
  gtk_stack_add_named (self->single, make_comments (self), "comments");
  gtk_stack_add_titled (GTK_STACK (stack), single, "single", _ ("Answers and comments"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_vexpand (stack, TRUE);
  g_signal_connect_object (self->departments, "open", G_CALLBACK (open_department), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roles, "open", G_CALLBACK (open_role), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, switcher);
  return stack;
}

static GtkWidget *
make_figures (TenkenCommitteeControlPage *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 16), *score = tenken_figure_new (_ ("Points")), *bar = tenken_distribution_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *answers = tenken_committee_frame_make_line ("", FALSE);

  self->score = TENKEN_FIGURE (score);
  self->bar = TENKEN_DISTRIBUTION (bar);
  self->answers = GTK_LABEL (answers);
  gtk_widget_add_css_class (bar, "large");
  gtk_widget_add_css_class (answers, "figures");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), answers);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), score);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), box);
  return line;
}

static void
tenken_committee_control_page_init (TenkenCommitteeControlPage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Control"));
  GtkWidget *title = tenken_committee_frame_make_line ("", FALSE), *tables;

  self->title = GTK_LABEL (title);
  self->text = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->scope = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (title, "section-title");
  gtk_box_append (box, title);
  gtk_box_append (box, GTK_WIDGET (self->text));
  gtk_box_append (box, GTK_WIDGET (self->scope));
  gtk_box_append (box, make_figures (self));
  tables = make_tables (self, box);
  gtk_box_append (box, tables);
}

GtkWidget *
tenken_committee_control_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COMMITTEE_CONTROL_PAGE, "desk", desk, NULL);
}
