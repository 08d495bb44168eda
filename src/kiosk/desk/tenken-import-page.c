/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-import-page.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-desk-question.h"
#include "tenken-file-field.h"
#include "tenken-import-parts.h"
#include "tenken-problem-table.h"
#include "tenken-wrap-box.h"

typedef struct
{
  GtkStack *steps;
  GtkBox *files;
  GtkLabel *heading;
  GtkLabel *note;
  GtkWidget *card; /* the fields, with lines between them */
  GtkWidget *preview;
  GtkWidget *back;
  GtkBox *faults;
  GtkWidget *fault_count;
  GtkWidget *again;
  GtkWidget *without;
  GtkWidget *other;
  GtkBox *changes;
  GtkWidget *summary;
  GtkWidget *warning;
  GtkWidget *apply;
  GtkWidget *others;
  AdwStatusPage *done;
  GtkWidget *next;

  GPtrArray *fields; /* (element-type TenkenFileField) */
  TenkenTable *problems;
  TenkenImportJob *job; /* what was read; NULL: nothing */
  char *place; /* NULL: there is no way out but the arrow above */
} TenkenImportPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TenkenImportPage, tenken_import_page, TENKEN_TYPE_DESK_PAGE)

static TenkenImportPagePrivate *
get (gpointer self)
{
  return tenken_import_page_get_instance_private (self);
}

static const TenkenImportWords *
get_words (gpointer self)
{
  return TENKEN_IMPORT_PAGE_GET_CLASS (self)->words;
}

static TenkenDesk *
get_desk (gpointer self)
{
  return tenken_desk_page_get_desk (self);
}

/* --- the files --- */

static gboolean
has_files (TenkenImportPage *self)
{
  for (guint i = 0; i < get (self)->fields->len; i++)
    if (tenken_import_page_get_files (self, i)[0] == NULL)
      return FALSE;
  return TRUE;
}

static void
chose (TenkenImportPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.preview", has_files (self));
}

static gboolean
is_at_fault (GPtrArray *problems,
             const char *file)
{
  for (guint i = 0; i < problems->len; i++)
    if (g_strcmp0 (tnk_problem_get_file (problems->pdata[i]), file) == 0)
      return TRUE;
  return FALSE;
}

/* The files of a field that have no fault. */
static GStrv
list_sound (TenkenImportPage *self,
            guint field)
{
  const char *const *files = tenken_import_page_get_files (self, field);
  g_autoptr (GStrvBuilder) sound = g_strv_builder_new ();

  for (guint i = 0; files[i] != NULL; i++)
    if (!is_at_fault (tenken_import_job_get_problems (get (self)->job), files[i]))
      g_strv_builder_add (sound, files[i]);
  return g_strv_builder_end (sound);
}

/* --- reading --- */

/* With one field of many files, those without a fault can go on without the others. */
static void
offer_sound (TenkenImportPage *self)
{
  TenkenImportPagePrivate *priv = get (self);
  g_auto (GStrv) sound = list_sound (self, 0);

  gtk_widget_set_visible (priv->without, priv->fields->len == 1 && tenken_file_field_takes_several (priv->fields->pdata[0]));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.without", sound[0] != NULL);
}

static void
show_faults (TenkenImportPage *self)
{
  TenkenImportPagePrivate *priv = get (self);
  GPtrArray *problems = tenken_import_job_get_problems (priv->job);
  g_autofree char *text = g_strdup_printf (ngettext ("%u place must be mended. Nothing was taken in; mend it in the file and read it again.",
                                                     "%u places must be mended. Nothing was taken in; mend them in the files and read them again.", problems->len),
                                           problems->len);

  tenken_import_set_text (priv->fault_count, text);
  tenken_problem_table_set (priv->problems, problems);
  offer_sound (self);
  gtk_stack_set_visible_child_name (priv->steps, "faults");
}

static void
was_read (GtkWidget *owner,
          gpointer result,
          const GError *error,
          gpointer user_data)
{
  TenkenImportPage *self = TENKEN_IMPORT_PAGE (owner);
  TenkenImportPagePrivate *priv = get (self);

  if (error != NULL) {
    tenken_desk_show_error (owner, _ (get_words (self)->unread), error);
    return;
  }
  g_clear_pointer (&priv->job, tenken_import_job_unref);
  priv->job = tenken_import_job_ref (result);
  if (tenken_import_job_get_problems (priv->job) != NULL)
    show_faults (self);
  else {
    TENKEN_IMPORT_PAGE_GET_CLASS (self)->show (self, tenken_import_job_get_order (priv->job));
    gtk_stack_set_visible_child_name (priv->steps, "preview");
  }
}

static void
preview_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TenkenImportPage *self = TENKEN_IMPORT_PAGE (widget);
  TenkenImportPageClass *klass = TENKEN_IMPORT_PAGE_GET_CLASS (self);
  gpointer order = has_files (self) ? klass->make_order (self) : NULL;
  g_autoptr (TenkenImportJob) job = NULL;

  if (order == NULL)
    return;
  job = tenken_import_job_new (klass->verbs, order);
  tenken_import_job_read (job, widget, get_desk (self), _ (klass->words->reading), was_read, NULL);
}

static void
without_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TenkenImportPage *self = TENKEN_IMPORT_PAGE (widget);
  g_auto (GStrv) sound = NULL;

  if (get (self)->job == NULL || tenken_import_job_get_problems (get (self)->job) == NULL)
    return;
  sound = list_sound (self, 0);
  tenken_import_page_set_files (self, 0, (const char *const *) sound);
  preview_action (widget, name, parameter);
}

/* --- doing it --- */

static void
was_applied (GtkWidget *owner,
             gpointer result,
             const GError *error,
             gpointer user_data)
{
  TenkenImportPage *self = TENKEN_IMPORT_PAGE (owner);
  TenkenImportPagePrivate *priv = get (self);

  if (error != NULL) {
    tenken_desk_show_error (owner, _ (get_words (self)->unapplied), error);
    return;
  }
  adw_status_page_set_description (priv->done, result);
  g_clear_pointer (&priv->job, tenken_import_job_unref);
  gtk_stack_set_visible_child_name (priv->steps, "done");
  tenken_desk_changed (get_desk (self));
}

static void
apply (TenkenImportPage *self)
{
  if (tenken_import_page_get_order (self) != NULL)
    tenken_import_job_apply (get (self)->job, GTK_WIDGET (self), get_desk (self), _ (get_words (self)->applying), was_applied, NULL);
}

static void
sure (GtkWidget *owner,
      TenkenDesk *desk,
      gpointer data)
{
  apply (TENKEN_IMPORT_PAGE (owner));
}

/* What is lost goes only after that was said and heard. */
static void
ask (TenkenImportPage *self)
{
  const TenkenImportWords *words = get_words (self);
  const TenkenDeskQuestion question = {_ (words->sure), gtk_label_get_text (GTK_LABEL (get (self)->warning)), _ (words->apply), ADW_RESPONSE_DESTRUCTIVE, NULL};

  tenken_desk_question_ask (GTK_WIDGET (self), get_desk (self), &question, sure, NULL, NULL);
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenImportPage *self = TENKEN_IMPORT_PAGE (widget);

  if (tenken_import_page_get_order (self) == NULL)
    return;
  if (get_words (self)->sure != NULL && gtk_widget_get_visible (get (self)->warning))
    ask (self);
  else
    apply (self);
}

/* --- back to the files, and out --- */

static void
again_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  g_clear_pointer (&get (widget)->job, tenken_import_job_unref);
  gtk_stack_set_visible_child_name (get (widget)->steps, "files");
}

static void
leave_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  again_action (widget, name, parameter);
  if (get (widget)->place != NULL)
    tenken_desk_go (get_desk (widget), get (widget)->place);
}

/* --- the class --- */

static void
set_label (GtkWidget *button,
           const char *label)
{
  gtk_widget_set_visible (button, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (button), _ (label));
  tenken_button_wrap (button);
}

/* The words are those of the subclass. */
static void
tenken_import_page_constructed (GObject *object)
{
  TenkenImportPagePrivate *priv = get (object);
  const TenkenImportWords *words = get_words (object);
  GtkWidget *problems = tenken_problem_table_new (words->faults, FALSE);

  G_OBJECT_CLASS (tenken_import_page_parent_class)->constructed (object);
  gtk_label_set_label (priv->heading, _ (words->heading));
  gtk_label_set_label (priv->note, _ (words->note));
  set_label (priv->preview, words->preview);
  set_label (priv->back, words->back);
  set_label (priv->again, N_ ("Read again"));
  set_label (priv->without, N_ ("Read the others without these files"));
  set_label (priv->other, words->other);
  set_label (priv->apply, words->apply);
  set_label (priv->others, words->other);
  set_label (priv->next, words->next);
  adw_status_page_set_title (priv->done, _ (words->done));
  gtk_widget_set_vexpand (problems, TRUE);
  gtk_box_insert_child_after (priv->faults, problems, priv->fault_count);
  priv->problems = TENKEN_TABLE (problems);
  chose (TENKEN_IMPORT_PAGE (object));
}

static void
tenken_import_page_dispose (GObject *object)
{
  g_clear_pointer (&get (object)->job, tenken_import_job_unref);
  G_OBJECT_CLASS (tenken_import_page_parent_class)->dispose (object);
}

static void
tenken_import_page_finalize (GObject *object)
{
  g_ptr_array_unref (get (object)->fields);
  g_free (get (object)->place);
  G_OBJECT_CLASS (tenken_import_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, steps);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, files);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, note);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, card);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, preview);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, back);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, faults);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, fault_count);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, again);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, without);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, other);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, changes);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, summary);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, warning);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, apply);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, others);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, done);
  gtk_widget_class_bind_template_child_private (widget_class, TenkenImportPage, next);
}

static void
tenken_import_page_class_init (TenkenImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tenken_import_page_constructed;
  object_class->dispose = tenken_import_page_dispose;
  object_class->finalize = tenken_import_page_finalize;
  gtk_widget_class_install_action (widget_class, "import.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "import.without", NULL, without_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "import.leave", NULL, leave_action);
  g_type_ensure (TENKEN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-import-page.ui");
  bind_children (widget_class);
}

static void
tenken_import_page_init (TenkenImportPage *self)
{
  get (self)->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- what pages put into it --- */

void
tenken_import_page_add_field (TenkenImportPage *self,
                              GtkWidget *field)
{
  TenkenImportPagePrivate *priv;

  g_return_if_fail (TENKEN_IS_IMPORT_PAGE (self) && TENKEN_IS_FILE_FIELD (field));

  priv = get (self);
  if (priv->fields->len > 0)
    gtk_box_append (GTK_BOX (priv->card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (priv->card), field);
  g_ptr_array_add (priv->fields, field);
  g_signal_connect_object (field, "chosen", G_CALLBACK (chose), self, G_CONNECT_SWAPPED);
}

const char *const *
tenken_import_page_get_files (TenkenImportPage *self,
                              guint field)
{
  g_return_val_if_fail (TENKEN_IS_IMPORT_PAGE (self) && field < get (self)->fields->len, NULL);
  return tenken_file_field_get_files (get (self)->fields->pdata[field]);
}

void
tenken_import_page_set_files (TenkenImportPage *self,
                              guint field,
                              const char *const *files)
{
  g_return_if_fail (TENKEN_IS_IMPORT_PAGE (self) && field < get (self)->fields->len);
  tenken_file_field_set_files (get (self)->fields->pdata[field], files);
}

void
tenken_import_page_add_option (TenkenImportPage *self,
                               GtkWidget *option)
{
  g_return_if_fail (TENKEN_IS_IMPORT_PAGE (self) && GTK_IS_WIDGET (option));
  gtk_box_insert_child_after (get (self)->files, option, get (self)->card);
}

void
tenken_import_page_add_below (TenkenImportPage *self,
                              GtkWidget *widget)
{
  g_return_if_fail (TENKEN_IS_IMPORT_PAGE (self) && GTK_IS_WIDGET (widget));
  gtk_box_append (get (self)->files, widget);
}

void
tenken_import_page_set_preview (TenkenImportPage *self,
                                GtkWidget *preview)
{
  g_return_if_fail (TENKEN_IS_IMPORT_PAGE (self) && GTK_IS_WIDGET (preview));

  gtk_widget_set_vexpand (preview, TRUE);
  gtk_box_insert_child_after (get (self)->changes, preview, get (self)->warning);
}

void
tenken_import_page_describe (TenkenImportPage *self,
                             const char *summary,
                             const char *warning,
                             gboolean can_apply)
{
  g_return_if_fail (TENKEN_IS_IMPORT_PAGE (self) && summary != NULL);

  tenken_import_set_text (get (self)->summary, summary);
  tenken_import_set_text (get (self)->warning, warning);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", can_apply);
}

gpointer
tenken_import_page_get_order (TenkenImportPage *self)
{
  TenkenImportJob *job;

  g_return_val_if_fail (TENKEN_IS_IMPORT_PAGE (self), NULL);

  job = get (self)->job;
  return job != NULL && tenken_import_job_get_problems (job) == NULL ? tenken_import_job_get_order (job) : NULL;
}

void
tenken_import_page_set_place (TenkenImportPage *self,
                              const char *place)
{
  g_return_if_fail (TENKEN_IS_IMPORT_PAGE (self));

  g_free (get (self)->place);
  get (self)->place = g_strdup (place);
}
