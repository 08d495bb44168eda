/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-sheets-page.h"

#include <glib/gi18n.h>

#include "tenken-check-button.h"
#include "tenken-desk-parts.h"
#include "tenken-file-field.h"
#include "tenken-import-parts.h"
#include "tenken-sheets-blank.h"
#include "tenken-sheets-edits.h"

struct _TenkenSheetsPage
{
  TenkenImportPage parent_instance;

  GtkCheckButton *draft;
  TenkenSheetsEdits *rows;
};

G_DEFINE_FINAL_TYPE (TenkenSheetsPage, tenken_sheets_page, TENKEN_TYPE_IMPORT_PAGE)

/* --- on the thread of the store --- */

typedef struct
{
  char *campaign_id;
  char *department_id;
  GStrv files;
  gboolean draft;
  TnkAnswerEdits *edits; /* what was read */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_strfreev (self->files);
  g_clear_object (&self->edits);
  g_free (self);
}

static gboolean
read_sheets (TnkDesk *desk,
             gpointer data,
             GPtrArray **problems,
             TnkProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  Order *self = data;

  self->edits = tnk_desk_read_sheets (desk, self->campaign_id, self->department_id, (const char *const *) self->files, self->draft, problems, progress,
                                      progress_data, cancellable, error);
  return self->edits != NULL;
}

static char *
take_in (TnkDesk *desk,
         gpointer data,
         TnkProgressFunc progress,
         gpointer progress_data,
         GCancellable *cancellable,
         GError **error)
{
  Order *self = data;
  guint people, answers;

  if (!tnk_desk_apply_sheets (desk, self->edits, self->department_id, &people, &answers, progress, progress_data, cancellable, error))
    return NULL;
  if (self->draft)
    /* Translators: answers, then people */
    return g_strdup_printf (_ ("%u answers of %u people are in their drafts now."), answers, people);
  return g_strdup_printf (_ ("%u answers of %u people are handed in now."), answers, people);
}

/* --- what is shown --- */

static char *
write_summary (TnkAnswerEdits *edits)
{
  guint n = tnk_answer_edits_get_n_edits (edits), hands_in = 0, locked = 0;

  for (guint i = 0; i < n; i++) {
    TnkAnswerEdit *edit = tnk_answer_edits_get_edit (edits, i);

    hands_in += tnk_answer_edit_hands_in (edit);
    locked += tnk_answer_edit_get_lock (edit) != TNK_ANSWER_LOCK_NONE;
  }
  /* Translators: sheets, answers that change, people who hand in, sheets that are not taken in */
  return g_strdup_printf (_ ("%u sheets: %u answers change, %u people hand in by it, %u sheets cannot be taken in. Nothing is changed yet."), n,
                          tnk_answer_edits_count_rows (edits), hands_in, locked);
}

/* Nothing is taken in while something is open. */
static void
describe (TenkenImportPage *page,
          TnkAnswerEdits *edits)
{
  guint n = tnk_answer_edits_count_undecided (edits);
  g_autofree char *summary = write_summary (edits);
  g_autofree char *undecided = n > 0 ? g_strdup_printf (ngettext ("%u answer was given in the sheet and here: decide which one stays.", "%u answers were given in the sheets and here: decide which ones stay.", n), n)
                                     : NULL;

  tenken_import_page_describe (page, summary, undecided, n == 0);
}

static void
decided (TenkenImportPage *page)
{
  Order *order = tenken_import_page_get_order (page);

  if (order != NULL)
    describe (page, order->edits);
}

static void
show (TenkenImportPage *page,
      gpointer data)
{
  TnkAnswerEdits *edits = ((Order *) data)->edits;

  tenken_sheets_edits_set (TENKEN_SHEETS_PAGE (page)->rows, edits);
  describe (page, edits);
}

static gpointer
make_order (TenkenImportPage *page)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (page));
  Order *order = g_new0 (Order, 1);

  order->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  order->department_id = g_strdup (tenken_desk_get_department_id (desk));
  order->files = g_strdupv ((GStrv) tenken_import_page_get_files (page, 0));
  order->draft = gtk_check_button_get_active (TENKEN_SHEETS_PAGE (page)->draft);
  return order;
}

/* --- blank sheets --- */

static void
blank_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (widget));

  if (g_str_equal (name, "sheets.blank"))
    tenken_sheets_blank_write_role (widget, desk);
  else
    tenken_sheets_blank_write_all (widget, desk);
}

static GtkWidget *
make_blank (void)
{
  GtkWidget *box = tenken_desk_column_new (12), *buttons = tenken_import_buttons_new ();

  gtk_box_append (GTK_BOX (box), tenken_desk_heading_new (_ ("Blank sheets to hand out"), "title-4"));
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (_ ("For places without a kiosk. In a sheet only the answers can be filled in."), NULL));
  tenken_import_add_button (buttons, _ ("One for each person of the department…"), "sheets.blank-all", NULL);
  tenken_import_add_button (buttons, _ ("One without a name, for all roles…"), "sheets.blank", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* --- the class --- */

static void
tenken_sheets_page_class_init (TenkenSheetsPageClass *klass)
{
  static const TenkenImportWords words = {
    .faults = "sheet-faults",
    .heading = N_ ("Which sheets came back?"),
    .note = N_ ("First you see what would change; nothing is taken in before you say so."),
    .preview = N_ ("Read the sheets"),
    .other = N_ ("Choose other files"),
    .apply = N_ ("Take the sheets in"),
    .done = N_ ("The sheets are taken in"),
    .next = N_ ("More sheets"),
    .reading = N_ ("Sheets are being read"),
    .unread = N_ ("The sheets could not be read"),
    .applying = N_ ("Sheets are being taken in"),
    .unapplied = N_ ("The sheets were not taken in"),
  };
  static const TenkenImportVerbs verbs = {read_sheets, take_in, order_free};
  TenkenImportPageClass *page_class = TENKEN_IMPORT_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->words = &words;
  page_class->verbs = &verbs;
  page_class->make_order = make_order;
  page_class->show = show;
  gtk_widget_class_install_action (widget_class, "sheets.blank", NULL, blank_action);
  gtk_widget_class_install_action (widget_class, "sheets.blank-all", NULL, blank_action);
}

static void
tenken_sheets_page_init (TenkenSheetsPage *self)
{
  TenkenImportPage *page = TENKEN_IMPORT_PAGE (self);

  self->draft = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);
  tenken_check_button_set_text (TENKEN_CHECK_BUTTON (self->draft), _ ("Leave them drafts; do not hand them in"));
  self->rows = TENKEN_SHEETS_EDITS (tenken_sheets_edits_new ());
  g_signal_connect_object (self->rows, "decided", G_CALLBACK (decided), self, G_CONNECT_SWAPPED);
  tenken_import_page_add_field (page, tenken_file_field_new (_ ("Filled sheets"), _ ("Workbooks (.xlsx), one a person; any number at once"), "*.xlsx", TRUE));
  tenken_import_page_add_option (page, GTK_WIDGET (self->draft));
  tenken_import_page_add_below (page, make_blank ());
  tenken_import_page_set_preview (page, GTK_WIDGET (self->rows));
}

GtkWidget *
tenken_sheets_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_SHEETS_PAGE, "desk", desk, NULL);
}
