/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-page.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-desk-watch.h"
#include "tenken-language.h"
#include "tenken-record-form.h"
#include "tenken-record-parts.h"
#include "tenken-record-print.h"
#include "tenken-record-saver.h"
#include "tenken-record-step-dialog.h"
#include "tenken-wrap-box.h"

struct _TenkenRecordPage
{
  TenkenDeskPage parent_instance;

  char *record_id; /* that is to be shown */
  TnkRecordView *view; /* NULL until it is read */
  TenkenDeskWatch *watch;
  TnkFormStep *wanted; /* a step that is asked for while a draft is still being stored */

  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *form;
  GtkWidget *tail;
  GtkWidget *saver;
  GtkWidget *fault;
  GtkWidget *steps;
};

G_DEFINE_FINAL_TYPE (TenkenRecordPage, tenken_record_page, TENKEN_TYPE_DESK_PAGE)

static TenkenDesk *
get_desk (TenkenRecordPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

static const char *
get_today (TenkenRecordPage *self)
{
  return tnk_record_view_get_today (self->view);
}

TnkRecord *
tenken_record_page_get_record (TenkenRecordPage *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_PAGE (self), NULL);
  return self->view != NULL ? tnk_record_view_get_record (self->view) : NULL;
}

/* --- taking a step --- */

static void
set_fault (TenkenRecordPage *self,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->fault), text);
  gtk_widget_set_visible (self->fault, *text != '\0');
}

static void
open_dialog (TenkenRecordPage *self,
             TnkFormStep *step)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TnkRecord *record = tenken_record_form_get_record (TENKEN_RECORD_FORM (self->form));

  if (GTK_IS_WINDOW (root))
    gtk_window_present (GTK_WINDOW (tenken_record_step_dialog_new (GTK_WINDOW (root), get_desk (self), record, step, get_today (self))));
}

/* A draft goes on only when it is whole; the fields say what is missing. It can be taken back at any time. */
static gboolean
is_ready (TenkenRecordPage *self,
          TnkFormStep *step)
{
  guint n;
  g_autofree char *text = NULL;

  if (!tnk_record_view_may_write (self->view) || tnk_form_step_get_kind (step) == TNK_FORM_STEP_KIND_WITHDRAW)
    return TRUE;
  n = tenken_record_form_show_missing (TENKEN_RECORD_FORM (self->form), step);
  text = g_strdup_printf (ngettext ("%u field is still to be filled in or mended.", "%u fields are still to be filled in or mended.", n), n);
  set_fault (self, n > 0 ? text : "");
  return n == 0;
}

static void
draft_stored (GtkWidget *owner,
              gboolean stored,
              gpointer user_data)
{
  TenkenRecordPage *self = user_data;
  g_autoptr (TnkFormStep) step = g_steal_pointer (&self->wanted);

  if (stored && step != NULL)
    open_dialog (self, step);
}

static void
want_step (TenkenRecordPage *self,
           GtkButton *button)
{
  TnkFormStep *step = g_object_get_data (G_OBJECT (button), "step");

  if (!is_ready (self, step))
    return;
  g_set_object (&self->wanted, step);
  tenken_record_saver_flush (TENKEN_RECORD_SAVER (self->saver), GTK_WIDGET (self), draft_stored, self);
}

/* The step that leads on stands out; one that ends something does not. */
static const char *
get_button_css (TnkFormStepKind kind)
{
  switch (kind) {
  case TNK_FORM_STEP_KIND_SUBMIT:
  case TNK_FORM_STEP_KIND_APPROVE:
  case TNK_FORM_STEP_KIND_NOTIFY:
  case TNK_FORM_STEP_KIND_NAME:
    return "suggested-action";
  default:
    return NULL;
  }
}

static void
add_step (TenkenRecordPage *self,
          TnkFormStep *step)
{
  GtkWidget *button = gtk_button_new_with_label (tenken_text (tnk_form_step_get_title (step)));
  const char *css = get_button_css (tnk_form_step_get_kind (step));
  TnkText *clause = tnk_form_step_get_clause (step);

  if (css != NULL)
    gtk_widget_add_css_class (button, css);
  if (clause != NULL)
    gtk_widget_set_tooltip_text (button, tenken_text (clause));
  g_object_set_data_full (G_OBJECT (button), "step", g_object_ref (step), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (want_step), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->steps), button);
}

static void
print_clicked (TenkenRecordPage *self)
{
  tenken_record_print (GTK_WIDGET (self), get_desk (self), tenken_record_page_get_record (self));
}

static void
add_print (TenkenRecordPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Print as a workbook…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (print_clicked), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->steps), button);
}

static void
show_steps (TenkenRecordPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->steps)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < tnk_record_view_get_n_steps (self->view); i++)
    add_step (self, tnk_record_view_get_step (self->view, i));
  add_print (self);
  set_fault (self, "");
}

/* --- showing --- */

static void
append (GtkWidget *box,
        GtkWidget *part)
{
  if (part != NULL)
    gtk_box_append (GTK_BOX (box), part);
}

/* Who applies for something never decides about it, whatever else he or she may do. */
static gboolean
is_decided_by_others (TenkenRecordPage *self)
{
  TnkRecord *record = tenken_record_page_get_record (self);
  TnkSession *session = tenken_desk_get_session (get_desk (self));
  TnkForm *form = tnk_record_get_form (record);

  if (session == NULL || !g_str_equal (tnk_record_get_applicant (record), tnk_person_get_id (tnk_session_get_person (session))))
    return FALSE;
  for (guint i = 0; i < tnk_form_get_n_steps (form); i++)
    if (tnk_form_step_get_kind (tnk_form_get_step (form, i)) == TNK_FORM_STEP_KIND_APPROVE &&
        tnk_form_step_begins_in (tnk_form_get_step (form, i), tnk_record_get_state (record)))
      return TRUE;
  return FALSE;
}

static void
show_head (TenkenRecordPage *self)
{
  TnkRecord *record = tenken_record_page_get_record (self);

  tenken_desk_empty_box (self->head);
  append (self->head, tenken_record_head_new (record));
  if (is_decided_by_others (self))
    append (self->head, tenken_desk_text_new (_ ("You began this, so that somebody else decides about it."), NULL));
  append (self->head, tenken_record_deadlines_new (record, get_today (self)));
}

static void
show_tail (TenkenRecordPage *self)
{
  TnkRecord *record = tenken_record_form_get_record (TENKEN_RECORD_FORM (self->form));

  tenken_desk_empty_box (self->tail);
  append (self->tail, tenken_record_short_text_new (record, get_today (self)));
  append (self->tail, tenken_record_history_new (record));
}

/* What is being written is not taken from under the hands: only what somebody else did makes the form anew, and what was read before
 * the last words were stored does not. */
static gboolean
stands (TenkenRecordPage *self)
{
  TnkRecord *record = tenken_record_page_get_record (self), *shown = tenken_record_form_get_record (TENKEN_RECORD_FORM (self->form));

  return shown != NULL && g_str_equal (tnk_record_get_id (shown), tnk_record_get_id (record)) &&
         tnk_record_get_revision (shown) >= tnk_record_get_revision (record);
}

/* A record, and how far all of them were when it was read. */
typedef struct
{
  gint64 mark;
  TnkRecordView *view;
} Sight;

static void
sight_free (gpointer data)
{
  Sight *self = data;

  g_clear_object (&self->view);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sight, sight_free)

/* In a draft nobody else writes. */
static void
watch (TenkenRecordPage *self,
       gint64 mark)
{
  if (tnk_record_view_may_write (self->view))
    tenken_desk_watch_rest (self->watch);
  else
    tenken_desk_watch_set_mark (self->watch, mark);
}

static void
show (TenkenDeskPage *page,
      gpointer result)
{
  TenkenRecordPage *self = TENKEN_RECORD_PAGE (page);
  Sight *sight = result;

  if (result == NULL) {
    tenken_desk_page_set_empty (page, "document-edit-symbolic", _ ("No record is chosen"), _ ("Choose one from the list."), _ ("Applications and reports"),
                                "records");
    return;
  }
  g_set_object (&self->view, sight->view);
  if (!stands (self)) {
    gboolean writes = tnk_record_view_may_write (self->view);

    tenken_record_form_show (TENKEN_RECORD_FORM (self->form), tenken_record_page_get_record (self), writes, get_today (self));
    tenken_record_saver_begin (TENKEN_RECORD_SAVER (self->saver), writes);
  }
  show_head (self);
  show_tail (self);
  show_steps (self);
  watch (self, sight->mark);
}

static gpointer
make_request (TenkenDeskPage *page)
{
  return g_strdup (TENKEN_RECORD_PAGE (page)->record_id);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (Sight) sight = g_new0 (Sight, 1);

  if (request == NULL || !tnk_desk_read_record_mark (desk, &sight->mark, error))
    return NULL;
  sight->view = tnk_desk_load_record (desk, request, error);
  return sight->view != NULL ? g_steal_pointer (&sight) : NULL;
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenRecordPage *self = TENKEN_RECORD_PAGE (page);

  if (target == NULL || g_strcmp0 (target, self->record_id) == 0)
    return;
  g_free (self->record_id);
  self->record_id = g_strdup (target);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* --- the class --- */

static void
tenken_record_page_dispose (GObject *object)
{
  TenkenRecordPage *self = TENKEN_RECORD_PAGE (object);

  g_clear_object (&self->view);
  g_clear_object (&self->watch);
  g_clear_object (&self->wanted);
  G_OBJECT_CLASS (tenken_record_page_parent_class)->dispose (object);
}

static void
tenken_record_page_finalize (GObject *object)
{
  TenkenRecordPage *self = TENKEN_RECORD_PAGE (object);

  g_free (self->record_id);
  G_OBJECT_CLASS (tenken_record_page_parent_class)->finalize (object);
}

static GtkWidget *
make_foot (TenkenRecordPage *self)
{
  GtkWidget *foot = tenken_desk_column_new (6);

  self->saver = tenken_record_saver_new (get_desk (self), TENKEN_RECORD_FORM (self->form));
  self->fault = tenken_desk_text_new ("", "fault");
  gtk_widget_set_visible (self->fault, FALSE);
  self->steps = tenken_wrap_box_new (0, 6);
  gtk_box_append (GTK_BOX (foot), self->saver);
  gtk_box_append (GTK_BOX (foot), self->fault);
  gtk_box_append (GTK_BOX (foot), self->steps);
  gtk_widget_add_css_class (foot, "record-foot");
  return foot;
}

static void
tenken_record_page_constructed (GObject *object)
{
  TenkenRecordPage *self = TENKEN_RECORD_PAGE (object);
  GtkWidget *box = tenken_desk_column_new (0), *column;

  G_OBJECT_CLASS (tenken_record_page_parent_class)->constructed (object);
  self->scroller = tenken_desk_scroller_new (&column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Applications and reports"), -1);
  self->head = tenken_desk_column_new (12);
  self->form = tenken_record_form_new (get_desk (self));
  self->watch = tenken_desk_watch_new (TENKEN_DESK_PAGE (self), tenken_desk_watch_read_records);
  self->tail = tenken_desk_column_new (12);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (show_tail), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), self->head);
  gtk_box_append (GTK_BOX (column), self->form);
  gtk_box_append (GTK_BOX (column), self->tail);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  gtk_widget_add_css_class (box, "record-page");
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), box);
}

static void
tenken_record_page_class_init (TenkenRecordPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tenken_record_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tenken_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_record_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = g_free;
  page_class->fetch = fetch;
  page_class->result_free = sight_free;
  page_class->show = show;
  page_class->aim = aim;
  page_class->without_campaign = TRUE;
}

static void
tenken_record_page_init (TenkenRecordPage *self)
{
}

GtkWidget *
tenken_record_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_RECORD_PAGE, "desk", desk, NULL);
}
