/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-results-page.h"

#include <glib/gi18n.h>

#include "tenken-control-view.h"
#include "tenken-desk-ask.h"
#include "tenken-results-overview.h"
#include "tenken-results-tables.h"
#include "tenken-results-tabs.h"

/* Wider than this, a line is hard to follow from its name to its figures. */
#define WIDEST 1400

struct _TenkenResultsPage
{
  TenkenDeskPage parent_instance;

  GtkStack *stack; /* "results" or "control" */
  TenkenResultsTabs *tabs;
  TenkenResultsOverview *overview;
  TenkenTable *sections;
  TenkenTable *controls;
  TenkenTable *gaps;
  AdwBin *comments;
  GtkWidget *all_controls; /* shows all again, while the table shows those of one chapter or section */
  TenkenControlView *control;

  TenkenResults *results; /* NULL until they are there */
  TnkScopeKind within; /* what the controls are of */
  guint within_index;
  char *control_id; /* the control that is looked at; NULL: none */
  char *target; /* what is asked for, until there is something to show */
  GCancellable *asking; /* for the campaign before, and for comments */
  gboolean has_comments;
};

G_DEFINE_FINAL_TYPE (TenkenResultsPage, tenken_results_page, TENKEN_TYPE_DESK_PAGE)

/* --- the controls --- */

static char *
name_part (TenkenResultsPage *self)
{
  g_autoptr (TenkenResultsRow) row = tenken_results_make_row (self->results, self->within, self->within_index);
  g_autofree char *name = tenken_results_row_dup_name (row);

  /* Translators: a chapter or a section; pressed, all controls are shown again */
  return g_strdup_printf (_ ("Only %s ✕"), name);
}

static void
show_controls (TenkenResultsPage *self)
{
  g_autoptr (GListModel) rows = tenken_results_list (self->results, TNK_SCOPE_KIND_CONTROL, self->within, self->within_index);

  tenken_table_set_model (self->controls, rows);
  gtk_widget_set_visible (self->all_controls, self->within != TNK_SCOPE_KIND_ORGANISATION);
  if (self->within != TNK_SCOPE_KIND_ORGANISATION) {
    g_autofree char *name = name_part (self);

    gtk_button_set_label (GTK_BUTTON (self->all_controls), name);
  }
}

static void
show_all_controls (TenkenResultsPage *self)
{
  self->within = TNK_SCOPE_KIND_ORGANISATION;
  self->within_index = 0;
  show_controls (self);
}

static gboolean
find_part (TenkenResultsPage *self,
           const char *id,
           TnkScopeKind kind,
           guint *index)
{
  TnkCatalog *catalog = tenken_results_get_catalog (self->results);
  TnkChapter *chapter = kind == TNK_SCOPE_KIND_CHAPTER ? tnk_catalog_lookup_chapter (catalog, id) : NULL;

  if (chapter != NULL)
    *index = tnk_chapter_get_index (chapter);
  for (guint i = 0; kind == TNK_SCOPE_KIND_SECTION && i < tnk_catalog_get_n_sections (catalog); i++)
    if (g_str_equal (tnk_section_get_id (tnk_catalog_get_section (catalog, i)), id)) {
      *index = i;
      return TRUE;
    }
  return chapter != NULL;
}

static void
open_part (TenkenResultsPage *self,
           TnkScopeKind kind,
           const char *id)
{
  if (find_part (self, id, kind, &self->within_index))
    self->within = kind;
  show_controls (self);
  tenken_results_tabs_show (self->tabs, "controls");
}

/* --- one control --- */

static gboolean
show_control (TenkenResultsPage *self)
{
  TnkControl *control = self->control_id != NULL ? tnk_catalog_lookup_control (tenken_results_get_catalog (self->results), self->control_id) : NULL;

  if (control == NULL) {
    g_clear_pointer (&self->control_id, g_free);
    tenken_control_view_clear (self->control);
    gtk_stack_set_visible_child_name (self->stack, "results");
    return FALSE;
  }
  tenken_control_view_show (self->control, self->results, tnk_control_get_index (control));
  gtk_stack_set_visible_child_name (self->stack, "control");
  return TRUE;
}

static void
open_control (TenkenResultsPage *self,
              const char *id)
{
  g_free (self->control_id);
  self->control_id = g_strdup (id);
  if (show_control (self))
    gtk_widget_child_focus (GTK_WIDGET (self->control), GTK_DIR_TAB_FORWARD);
}

static void
close_control (TenkenResultsPage *self)
{
  GtkWidget *shown;

  g_clear_pointer (&self->control_id, g_free);
  show_control (self);
  shown = gtk_stack_get_visible_child (self->stack);
  if (shown != NULL)
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
open_row (TenkenResultsPage *self,
          TenkenResultsRow *row)
{
  if (row->kind == TNK_SCOPE_KIND_CONTROL)
    open_control (self, row->id);
  else
    open_part (self, row->kind, row->id);
}

static void
open_comment (TenkenResultsPage *self,
              TnkItem *item)
{
  open_control (self, tnk_control_get_id (tnk_item_get_control (item)));
}

/* --- where to --- */

static void
go_to (TenkenResultsPage *self,
       const char *target)
{
  static const struct
  {
    const char *prefix;
    TnkScopeKind kind;
  } parts[] = {{"chapter/", TNK_SCOPE_KIND_CHAPTER}, {"section/", TNK_SCOPE_KIND_SECTION}};

  if (*target == '/') {
    tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), target + 1);
    return;
  }
  if (g_str_has_prefix (target, "control/")) {
    open_control (self, target + strlen ("control/"));
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (target, parts[i].prefix)) {
      open_part (self, parts[i].kind, target + strlen (parts[i].prefix));
      return;
    }
  tenken_results_tabs_show (self->tabs, target);
}

static void
open_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  TenkenResultsPage *self = user_data;

  if (self->results != NULL)
    go_to (self, g_variant_get_string (parameter, NULL));
}

static void
back_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  TenkenResultsPage *self = user_data;

  if (self->results != NULL)
    close_control (self);
}

static void
tenken_results_page_aim (TenkenDeskPage *page,
                         const char *target)
{
  TenkenResultsPage *self = TENKEN_RESULTS_PAGE (page);

  g_free (self->target);
  self->target = g_strdup (target);
  if (self->results == NULL || target == NULL)
    return;
  g_clear_pointer (&self->control_id, g_free);
  show_control (self);
  go_to (self, target);
  g_clear_pointer (&self->target, g_free);
}

/* --- what takes longer --- */

static void
show_overview (TenkenResultsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->overview));

  tenken_results_overview_show (self->overview, self->results);
  if (inside)
    gtk_widget_child_focus (GTK_WIDGET (self->overview), GTK_DIR_TAB_FORWARD);
}

static void
show_all (TenkenResultsPage *self)
{
  g_autoptr (GListModel) sections = tenken_results_list (self->results, TNK_SCOPE_KIND_SECTION, TNK_SCOPE_KIND_ORGANISATION, 0);
  g_autoptr (GListModel) gaps = tenken_results_list_gaps (self->results);

  show_overview (self);
  tenken_table_set_model (self->sections, sections);
  tenken_table_set_model (self->gaps, gaps);
  show_controls (self);
  show_control (self);
}

static void
take_previous (GtkWidget *owner,
               gpointer result,
               const GError *error,
               gpointer user_data)
{
  TenkenResultsPage *self = TENKEN_RESULTS_PAGE (owner);

  if (result == NULL)
    return;
  tenken_results_set_previous (self->results, result);
  show_all (self);
}

static GtkWidget *
make_comments (TenkenResultsPage *self,
               GPtrArray *items)
{
  gboolean names = items->len > 0 && tnk_item_get_person_id (items->pdata[0]) != NULL;
  GtkWidget *table = tenken_results_comments_table_new (names);
  g_autoptr (GListStore) rows = g_list_store_new (TNK_TYPE_ITEM);

  g_list_store_splice (rows, 0, 0, items->pdata, items->len);
  tenken_table_set_model (TENKEN_TABLE (table), G_LIST_MODEL (rows));
  g_signal_connect_object (table, "open", G_CALLBACK (open_comment), self, G_CONNECT_SWAPPED);
  return table;
}

static void
take_comments (GtkWidget *owner,
               gpointer result,
               const GError *error,
               gpointer user_data)
{
  TenkenResultsPage *self = TENKEN_RESULTS_PAGE (owner);

  if (error == NULL)
    adw_bin_set_child (self->comments, make_comments (self, result));
  else {
    g_autofree char *text = tenken_desk_describe_error (error);
    adw_bin_set_child (self->comments, gtk_label_new (text));
  }
}

static gpointer
read_comments (TnkDesk *desk,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  TenkenDeskQuery *query = data;

  return tnk_desk_list_comments (desk, query->campaign_id, query->department_id, NULL, cancellable, error);
}

/* Comments are read when somebody looks at them. */
static void
ask_comments (TenkenResultsPage *self)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));

  if (self->results == NULL || self->has_comments || g_strcmp0 (tenken_results_tabs_get_shown (self->tabs), "comments") != 0)
    return;
  self->has_comments = TRUE;
  tenken_desk_ask (GTK_WIDGET (self), desk, read_comments, tenken_desk_query_new (desk), tenken_desk_query_free,
                   (GDestroyNotify) g_ptr_array_unref, self->asking, take_comments, NULL);
}

static void
stop_asking (TenkenResultsPage *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
tenken_results_page_show (TenkenDeskPage *page,
                          gpointer result)
{
  TenkenResultsPage *self = TENKEN_RESULTS_PAGE (page);
  TenkenDesk *desk = tenken_desk_page_get_desk (page);
  g_autoptr (TnkScore) score = tenken_results_score (result);
  g_autofree char *target = g_steal_pointer (&self->target);

  stop_asking (self);
  g_set_object (&self->results, TENKEN_RESULTS (result));
  if (tnk_score_is_withheld (score)) {
    g_autofree char *why = tenken_results_dup_withheld (result);

    tenken_desk_page_set_empty (page, "x-office-spreadsheet-symbolic", _ ("Too few people to show"), why, NULL, NULL);
    return;
  }
  if (tnk_score_get_count (score, "items") == 0) {
    tenken_desk_page_set_empty (page, "x-office-spreadsheet-symbolic", _ ("There is nothing to show yet"),
                                _ ("Nobody is asked anything here in this campaign, or it has not been opened."), NULL, NULL);
    return;
  }
  self->asking = g_cancellable_new ();
  self->has_comments = FALSE;
  if (self->within != TNK_SCOPE_KIND_ORGANISATION)
    show_all_controls (self);
  show_all (self);
  ask_comments (self);
  tenken_desk_ask (GTK_WIDGET (self), desk, tenken_results_load_previous, tenken_desk_query_new (desk), tenken_desk_query_free,
                   g_object_unref, self->asking, take_previous, NULL);
  if (target != NULL)
    go_to (self, target);
}

/* --- the class --- */

static void
tenken_results_page_dispose (GObject *object)
{
  TenkenResultsPage *self = TENKEN_RESULTS_PAGE (object);

  stop_asking (self);
  g_clear_object (&self->results);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->control_id, g_free);
  G_OBJECT_CLASS (tenken_results_page_parent_class)->dispose (object);
}

static void
tenken_results_page_class_init (TenkenResultsPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_results_page_dispose;
  page_class->fetch = tenken_results_load;
  page_class->result_free = g_object_unref;
  page_class->show = tenken_results_page_show;
  page_class->aim = tenken_results_page_aim;
}

static TenkenTable *
add_table (TenkenResultsPage *self,
           const char *name,
           const char *label,
           GtkWidget *table)
{
  tenken_results_tabs_add (self->tabs, name, label, table);
  g_signal_connect_object (table, "open", G_CALLBACK (open_row), self, G_CONNECT_SWAPPED);
  return TENKEN_TABLE (table);
}

static GtkWidget *
make_results (TenkenResultsPage *self)
{
  GtkWidget *tabs = tenken_results_tabs_new (), *overview = tenken_results_overview_new (), *comments = adw_bin_new ();

  self->tabs = TENKEN_RESULTS_TABS (tabs);
  self->overview = TENKEN_RESULTS_OVERVIEW (overview);
  self->comments = ADW_BIN (comments);
  tenken_results_tabs_add (self->tabs, "overview", _ ("Overview"), overview);
  self->sections = add_table (self, "sections", _ ("By section"), tenken_results_sections_table_new ());
  self->controls = add_table (self, "controls", _ ("By control"), tenken_results_controls_table_new ());
  self->gaps = add_table (self, "gaps", _ ("Gaps"), tenken_results_gaps_table_new ());
  tenken_results_tabs_add (self->tabs, "comments", _ ("Comments"), comments);
  self->all_controls = gtk_button_new ();
  gtk_widget_set_visible (self->all_controls, FALSE);
  tenken_table_add_tool (self->controls, self->all_controls);
  g_signal_connect_object (self->all_controls, "clicked", G_CALLBACK (show_all_controls), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tabs, "notify::shown", G_CALLBACK (ask_comments), self, G_CONNECT_SWAPPED);
  return tabs;
}

/* Low windows and large letters scroll as a whole; else a table takes the height that there is. */
static void
add_scrolled (TenkenResultsPage *self,
              const char *name,
              const char *title,
              GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), view);
  gtk_widget_add_css_class (view, "results");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_stack_add_named (self->stack, scroller, name);
}

static void
tenken_results_page_init (TenkenResultsPage *self)
{
  const GActionEntry entries[] = {{.name = "open", .activate = open_action, .parameter_type = "s"}, {.name = "back", .activate = back_action}};
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "results", G_ACTION_GROUP (actions));
}

GtkWidget *
tenken_results_page_new (TenkenDesk *desk)
{
  TenkenResultsPage *self = g_object_new (TENKEN_TYPE_RESULTS_PAGE, "desk", desk, NULL);
  GtkWidget *stack = gtk_stack_new (), *control = tenken_control_view_new (desk);

  self->stack = GTK_STACK (stack);
  self->control = TENKEN_CONTROL_VIEW (control);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  add_scrolled (self, "results", _ ("Results"), make_results (self));
  add_scrolled (self, "control", _ ("Control"), control);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), stack);
  return GTK_WIDGET (self);
}
