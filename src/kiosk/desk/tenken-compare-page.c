/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-compare-page.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-chapter-chooser.h"
#include "tenken-committee-frame.h"
#include "tenken-compare-row.h"
#include "tenken-desk-parts.h"
#include "tenken-desk-task.h"
#include "tenken-editions.h"
#include "tenken-export-file.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

/* How many controls are shown at once; a button shows more. */
#define N_SHOWN 40

/* The kinds that can be chosen, beside those of revisions. */
#define KIND_CHANGED "changed"
#define KIND_ALL "all"

struct _TenkenComparePage
{
  TenkenDeskPage parent_instance;

  TenkenDeskChooser *pairs;
  TenkenDeskChooser *chapters;
  TenkenDeskChooser *kinds;
  GtkEditable *search;
  GtkLabel *counts;
  GtkLabel *new_title;
  GtkLabel *old_title;
  GtkBox *rows;
  GtkWidget *nothing;
  GtkWidget *more;

  char *target; /* NULL: the latest two */
  TnkComparison *comparison;
  char *chapter; /* NULL: all */
  char *kind;
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (TenkenComparePage, tenken_compare_page, TENKEN_TYPE_DESK_PAGE)

/* --- which rows --- */

static gboolean
has_kind (TenkenComparePage *self,
          TnkComparisonRow *row)
{
  TnkRevisionKind kind;

  if (g_str_equal (self->kind, KIND_ALL))
    return TRUE;
  if (!tnk_comparison_row_is_changed (row))
    return FALSE;
  return g_str_equal (self->kind, KIND_CHANGED) || !tnk_revision_kind_from_string (self->kind, &kind) ||
         kind == tnk_comparison_row_get_kind (row);
}

static gboolean
is_wanted (TenkenComparePage *self,
           TnkComparisonRow *row,
           const char *words)
{
  TnkCatalog *catalog = tnk_comparison_get_new_catalog (self->comparison);
  TnkChapter *chapter = self->chapter != NULL ? tnk_catalog_lookup_chapter (catalog, self->chapter) : NULL;
  g_autofree char *folded = NULL;

  if (!has_kind (self, row) || (chapter != NULL && tnk_chapter_get_index (chapter) != tnk_comparison_row_get_chapter_index (row)))
    return FALSE;
  if (*words == '\0')
    return TRUE;
  folded = tenken_compare_row_fold (row);
  return tnk_fold_matches (folded, words);
}

/* --- what is shown --- */

/* Where one chapter ends and the next begins. */
static void
add_chapter (TenkenComparePage *self,
             TnkComparisonRow *row)
{
  TnkChapter *chapter = tnk_catalog_get_chapter (tnk_comparison_get_new_catalog (self->comparison), tnk_comparison_row_get_chapter_index (row));

  gtk_box_append (self->rows, tenken_desk_heading_new (tenken_text (tnk_chapter_get_title (chapter)), "section-title"));
}

static void
show_rows (TenkenComparePage *self)
{
  const char *words = gtk_editable_get_text (self->search);
  guint n = 0, last = G_MAXUINT;

  tenken_desk_empty_box (GTK_WIDGET (self->rows));
  for (guint i = 0; self->comparison != NULL && i < tnk_comparison_get_n_rows (self->comparison) && n <= self->n_shown; i++) {
    TnkComparisonRow *row = tnk_comparison_get_row (self->comparison, i);

    if (!is_wanted (self, row, words) || n++ == self->n_shown)
      continue;
    if (tnk_comparison_row_get_chapter_index (row) != last)
      add_chapter (self, row);
    last = tnk_comparison_row_get_chapter_index (row);
    gtk_box_append (self->rows, tenken_compare_row_new (row));
  }
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (self->more, n > self->n_shown);
}

static void
show_from_start (TenkenComparePage *self)
{
  self->n_shown = N_SHOWN;
  show_rows (self);
}

static void
show_more (TenkenComparePage *self)
{
  self->n_shown += N_SHOWN;
  show_rows (self);
}

static void
show_counts (TenkenComparePage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (TnkRevisionKind kind = 0; kind <= TNK_REVISION_KIND_REMOVED; kind++)
    g_string_append_printf (text, "%s%s %u", kind > 0 ? " · " : "", tenken_compare_describe_kind (kind), tnk_comparison_count (self->comparison, kind));
  gtk_label_set_text (self->counts, text->str);
}

static void
show_titles (TenkenComparePage *self)
{
  TnkCatalog *old = tnk_comparison_get_old_catalog (self->comparison), *new = tnk_comparison_get_new_catalog (self->comparison);
  g_autofree char *newer = g_strdup_printf (_ ("New: %s"), tenken_text (tnk_catalog_get_title (new)));
  g_autofree char *older = g_strdup_printf (_ ("Old: %s"), tenken_text (tnk_catalog_get_title (old)));

  gtk_label_set_text (self->new_title, newer);
  gtk_label_set_text (self->old_title, older);
}

/* --- what can be chosen --- */

static void
show_pairs (TenkenComparePage *self,
            const TenkenEditions *editions)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < editions->pairs->len; i++) {
    const TenkenEditionPair *pair = editions->pairs->pdata[i];
    g_autofree char *text = g_strdup_printf ("%s ← %s", tenken_text (tnk_catalog_get_title (pair->new_catalog)), tenken_text (tnk_catalog_get_title (pair->old_catalog)));
    g_autofree char *detail = g_strdup_printf ("%s ← %s", tnk_catalog_get_edition (pair->new_catalog), tnk_catalog_get_edition (pair->old_catalog));

    g_ptr_array_add (choices, tenken_desk_choice_new (pair->name, text, detail, 0));
  }
  tenken_desk_chooser_set_choices (self->pairs, choices);
  tenken_desk_chooser_set_chosen (self->pairs, editions->chosen);
}

static void
fill_kinds (TenkenComparePage *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (choices, tenken_desk_choice_new (KIND_CHANGED, _ ("All changes"), NULL, 0));
  for (TnkRevisionKind kind = TNK_REVISION_KIND_RENUMBERED; kind <= TNK_REVISION_KIND_REMOVED; kind++)
    g_ptr_array_add (choices, tenken_desk_choice_new (tnk_revision_kind_to_string (kind), tenken_compare_describe_kind (kind), NULL, 0));
  g_ptr_array_add (choices, tenken_desk_choice_new (tnk_revision_kind_to_string (TNK_REVISION_KIND_KEPT), _ ("Unchanged, with other hints"), NULL, 0));
  g_ptr_array_add (choices, tenken_desk_choice_new (KIND_ALL, _ ("All controls"), NULL, 0));
  tenken_desk_chooser_set_choices (self->kinds, choices);
  tenken_desk_chooser_set_chosen (self->kinds, self->kind);
}

static void
chose_pair (TenkenComparePage *self,
            const char *name)
{
  g_autofree char *place = g_strconcat ("compare/", name, NULL);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
chose_chapter (TenkenComparePage *self,
               const char *chapter)
{
  g_free (self->chapter);
  self->chapter = *chapter != '\0' ? g_strdup (chapter) : NULL;
  tenken_desk_chooser_set_chosen (self->chapters, chapter);
  show_from_start (self);
}

static void
chose_kind (TenkenComparePage *self,
            const char *kind)
{
  g_free (self->kind);
  self->kind = g_strdup (kind);
  tenken_desk_chooser_set_chosen (self->kinds, kind);
  show_from_start (self);
}

/* --- the workbook --- */

typedef struct
{
  TnkComparison *comparison;
  char *filename;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->comparison);
  g_free (self->filename);
  g_free (self);
}

static gpointer
write_workbook (TnkDesk *desk,
                gpointer data,
                TnkProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                GError **error)
{
  Job *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  if (!tnk_comparison_write (self->comparison, today, self->filename, cancellable, NULL, error))
    return NULL;
  return g_path_get_basename (self->filename);
}

static void
written (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The workbook was not written"), error);
    return;
  }
  text = g_strdup_printf (_ ("Written: %s"), (char *) result);
  tenken_desk_say (user_data, text);
}

static void
chose_file (GtkWidget *owner,
            const char *filename,
            gpointer user_data)
{
  TenkenComparePage *self = TENKEN_COMPARE_PAGE (owner);
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
  Job *job = g_new0 (Job, 1);

  job->comparison = g_object_ref (self->comparison);
  job->filename = g_strdup (filename);
  tenken_desk_task_run (owner, desk, _ ("The workbook is being written"), write_workbook, job, job_free, g_free, written, desk);
}

static void export(TenkenComparePage *self)
{
  g_autofree char *name = NULL;

  if (self->comparison == NULL)
    return;
  name = g_strdup_printf ("%s-%s.xlsx", tnk_catalog_get_id (tnk_comparison_get_old_catalog (self->comparison)), tnk_catalog_get_id (tnk_comparison_get_new_catalog (self->comparison)));
  tenken_export_choose_target (GTK_WIDGET (self), _ ("Save the comparison"), name, chose_file, NULL);
}

/* --- the page --- */

static gpointer
make_request (TenkenDeskPage *page)
{
  return g_strdup (TENKEN_COMPARE_PAGE (page)->target);
}

/* What rules say is for everybody at a desk to know; nothing of the store is read. */
static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  return tenken_editions_load (data);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenComparePage *self = TENKEN_COMPARE_PAGE (page);
  const TenkenEditions *editions = data;

  g_set_object (&self->comparison, editions->comparison);
  if (self->comparison == NULL) {
    tenken_desk_page_set_empty (page, "view-dual-symbolic", _ ("There is nothing to compare"),
                                editions->pairs->len > 0 ? _ ("These two are not editions of which one follows the other.")
                                                         : _ ("No catalog on this machine revises another one."),
                                editions->pairs->len > 0 ? _ ("Compare the latest editions") : NULL, "compare");
    return;
  }
  g_clear_pointer (&self->chapter, g_free);
  show_pairs (self, editions);
  tenken_chapter_chooser_show (self->chapters, tnk_comparison_get_new_catalog (self->comparison), NULL);
  show_counts (self);
  show_titles (self);
  show_from_start (self);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenComparePage *self = TENKEN_COMPARE_PAGE (page);

  g_free (self->target);
  self->target = target != NULL && *target != '\0' ? g_strdup (target) : NULL;
  tenken_desk_page_reload (page);
}

static void
tenken_compare_page_finalize (GObject *object)
{
  TenkenComparePage *self = TENKEN_COMPARE_PAGE (object);

  g_free (self->target);
  g_free (self->chapter);
  g_free (self->kind);
  g_clear_object (&self->comparison);
  G_OBJECT_CLASS (tenken_compare_page_parent_class)->finalize (object);
}

static void
tenken_compare_page_class_init (TenkenComparePageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_compare_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = g_free;
  page_class->fetch = fetch;
  page_class->result_free = tenken_editions_free;
  page_class->show = show;
  page_class->aim = aim;
  page_class->without_campaign = TRUE;
}

/* Until there is something to choose, a chooser says what it is for. */
static TenkenDeskChooser *
add_chooser (TenkenComparePage *self,
             GtkWidget *tools,
             TenkenDeskChooser *chooser,
             const char *name,
             GCallback chosen)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (choices, tenken_desk_choice_new ("", name, NULL, 0));
  tenken_desk_chooser_set_choices (chooser, choices);
  tenken_desk_chooser_set_chosen (chooser, "");
  g_signal_connect_object (chooser, "chosen", chosen, self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (tools), GTK_WIDGET (chooser));
  return chooser;
}

static TenkenDeskChooser *
make_chooser (const char *name)
{
  TenkenDeskChooser *chooser = g_object_new (TENKEN_TYPE_DESK_CHOOSER, NULL);

  tenken_desk_chooser_set_name (chooser, name);
  return chooser;
}

static GtkWidget *
make_tools (TenkenComparePage *self)
{
  GtkWidget *tools = tenken_wrap_box_new (0, 9), *search = gtk_search_entry_new (), *button = gtk_button_new_with_label (_ ("Save as a workbook"));

  self->pairs = add_chooser (self, tools, make_chooser (_ ("Editions")), _ ("Editions"), G_CALLBACK (chose_pair));
  self->chapters = add_chooser (self, tools, tenken_chapter_chooser_new (), _ ("Chapter"), G_CALLBACK (chose_chapter));
  self->kinds = add_chooser (self, tools, make_chooser (_ ("Kind of change")), _ ("Kind of change"), G_CALLBACK (chose_kind));
  self->search = GTK_EDITABLE (search);
  g_object_set (search, "placeholder-text", _ ("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search in the comparison"), -1);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (show_from_start), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (tools), search);
  tenken_button_wrap (button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (export), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (tools), button);
  return tools;
}

static GtkWidget *
make_titles (TenkenComparePage *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "column-spacing", 18, NULL);

  self->new_title = GTK_LABEL (tenken_desk_text_new ("", "compare-edition"));
  self->old_title = GTK_LABEL (tenken_desk_text_new ("", "compare-edition"));
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->new_title), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->old_title), 1, 0, 1, 1);
  return grid;
}

static void
tenken_compare_page_init (TenkenComparePage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Old and new wording"));

  self->kind = g_strdup (KIND_CHANGED);
  self->n_shown = N_SHOWN;
  gtk_box_append (box, make_tools (self));
  fill_kinds (self);
  self->counts = GTK_LABEL (tenken_committee_frame_make_line ("", FALSE));
  gtk_box_append (box, GTK_WIDGET (self->counts));
  gtk_box_append (box, tenken_committee_frame_make_line (_ ("What changed is underlined. Titles and questions are Tenken’s own words; see the source for the text of the rules."), TRUE));
  gtk_box_append (box, make_titles (self));
  self->rows = GTK_BOX (tenken_desk_column_new (9));
  gtk_box_append (box, GTK_WIDGET (self->rows));
  self->nothing = tenken_committee_frame_make_line (_ ("Nothing here is of this kind."), TRUE);
  gtk_box_append (box, self->nothing);
  self->more = gtk_button_new_with_label (_ ("Show more"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, self->more);
}

GtkWidget *
tenken_compare_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COMPARE_PAGE, "desk", desk, NULL);
}
