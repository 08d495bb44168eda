/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-action-form.h"

#include <glib/gi18n.h>

#include "tenken-day-entry.h"
#include "tenken-drop-down.h"
#include "tenken-format.h"
#include "tenken-pick-list.h"
#include "tenken-plan-picks.h"
#include "tenken-plan-words.h"

struct _TenkenActionForm
{
  AdwBin parent_instance;

  TnkPlanView *view;
  TnkAction *action; /* NULL for a new one */
  TnkAction *values; /* what is chosen by now; NULL until a new one has its control */
  TnkActionStatus statuses[TNK_N_ACTION_STATUSES]; /* of the list, the present one first */
  guint n_statuses;

  GtkWidget *box;
  GtkWidget *control;
  GtkWidget *fields[TNK_N_ACTION_FIELDS]; /* NULL where a field is not shown */
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (TenkenActionForm, tenken_action_form, ADW_TYPE_BIN)

static TnkPlan *
get_plan (TenkenActionForm *self)
{
  return tnk_plan_view_get_plan (self->view);
}

/* --- texts of several lines --- */

static GtkWidget *
make_text (const char *name)
{
  GtkWidget *text = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  gtk_widget_add_css_class (text, "form-text");
  return text;
}

static void
set_text (GtkWidget *text,
          const char *value)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), value, -1);
}

static char *
dup_text (GtkWidget *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* --- lists of few --- */

static GtkWidget *
make_drop_down (const char *name,
                GPtrArray *words)
{
  GtkWidget *list;

  g_ptr_array_add (words, NULL);
  list = tenken_drop_down_new (gtk_string_list_new ((const char *const *) words->pdata), name);
  gtk_widget_set_halign (list, GTK_ALIGN_START);
  return list;
}

static GtkWidget *
make_priorities (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 1; i <= 3; i++)
    g_ptr_array_add (words, (gpointer) tenken_plan_priority_get_name (i));
  return make_drop_down (tenken_plan_field_get_name (TNK_ACTION_FIELD_PRIORITY), words);
}

/* Only where the person can take it now. */
static GtkWidget *
make_statuses (TenkenActionForm *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  TnkActionStatus present = self->action != NULL ? tnk_action_get_status (self->action) : TNK_ACTION_STATUS_PROPOSED;

  self->statuses[self->n_statuses++] = present;
  for (guint status = 0; status < TNK_N_ACTION_STATUSES; status++)
    if (status != present &&
        (self->action != NULL ? tnk_plan_view_may_move (self->view, self->action, status) : tnk_action_status_is_open (status)))
      self->statuses[self->n_statuses++] = status;
  for (guint i = 0; i < self->n_statuses; i++)
    g_ptr_array_add (words, (gpointer) tenken_plan_status_get_name (self->statuses[i]));
  return make_drop_down (tenken_plan_field_get_name (TNK_ACTION_FIELD_STATUS), words);
}

static const char *
get_status_word (TenkenActionForm *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->fields[TNK_ACTION_FIELD_STATUS]));

  return tnk_action_status_to_string (self->statuses[MIN (chosen, self->n_statuses - 1)]);
}

/* Somebody else may have taken it where the person cannot. */
static void
set_status (TenkenActionForm *self,
            TnkActionStatus status)
{
  GtkDropDown *list = GTK_DROP_DOWN (self->fields[TNK_ACTION_FIELD_STATUS]);
  guint i = 0;

  while (i < self->n_statuses && self->statuses[i] != status)
    i++;
  if (i == self->n_statuses) {
    self->statuses[self->n_statuses++] = status;
    gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (list)), tenken_plan_status_get_name (status));
  }
  gtk_drop_down_set_selected (list, i);
}

/* --- lists of many --- */

static void
show_picks (TenkenActionForm *self)
{
  g_autofree char *departments = NULL, *owner = NULL, *control = NULL;

  if (self->control != NULL) {
    control = self->values != NULL ? tenken_plan_word_control (tnk_action_get_control (self->values)) : g_strdup (_ ("Choose a control"));
    tenken_pick_list_set_text (TENKEN_PICK_LIST (self->control), control);
  }
  if (self->values == NULL)
    return;
  departments = tenken_plan_word_field (get_plan (self), TNK_ACTION_FIELD_DEPARTMENTS, tnk_action_get (self->values, TNK_ACTION_FIELD_DEPARTMENTS));
  owner = tenken_plan_word_field (get_plan (self), TNK_ACTION_FIELD_OWNER, tnk_action_get (self->values, TNK_ACTION_FIELD_OWNER));
  tenken_pick_list_set_text (TENKEN_PICK_LIST (self->fields[TNK_ACTION_FIELD_DEPARTMENTS]), departments);
  tenken_pick_list_set_text (TENKEN_PICK_LIST (self->fields[TNK_ACTION_FIELD_OWNER]), owner);
}

static void
fill_controls (TenkenPickList *list,
               const char *typed,
               gpointer user_data)
{
  TenkenActionForm *self = user_data;

  tenken_plan_list_controls (list, self->view, typed);
}

static void
fill_departments (TenkenPickList *list,
                  const char *typed,
                  gpointer user_data)
{
  TenkenActionForm *self = user_data;

  tenken_plan_list_departments (list, self->view, self->values, typed);
}

static void
fill_owners (TenkenPickList *list,
             const char *typed,
             gpointer user_data)
{
  TenkenActionForm *self = user_data;

  tenken_plan_list_owners (list, self->view, self->values, typed);
}

/* A new action begins with the department that is looked at. */
static void
begin_values (TenkenActionForm *self)
{
  int department = tnk_plan_view_get_department (self->view);
  const char *ids[] = {NULL, NULL};

  if (department < 0 || !tnk_plan_view_may_concern (self->view, department))
    return;
  ids[0] = tnk_department_get_id (tnk_body_get_department (tnk_plan_get_body (get_plan (self)), department));
  tnk_action_set_departments (self->values, ids, NULL);
}

/* It keeps what was chosen when another control is. */
void
tenken_action_form_pick_control (TenkenActionForm *self,
                                 const char *id)
{
  TnkCampaign *campaign = tnk_plan_get_campaign (get_plan (self));
  TnkControl *control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), id);
  g_autoptr (TnkAction) before = g_steal_pointer (&self->values);

  self->values = tnk_action_new (campaign, control);
  if (before == NULL)
    begin_values (self);
  for (guint field = 0; before != NULL && field < TNK_N_ACTION_FIELDS; field++)
    tnk_action_set (self->values, field, tnk_action_get (before, field), NULL);
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (self->fields[field] != NULL)
      gtk_widget_set_sensitive (self->fields[field], TRUE);
  show_picks (self);
}

/* The last one stays: an action is about a department at least. */
void
tenken_action_form_pick_department (TenkenActionForm *self,
                                    const char *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *ids = tnk_action_get_departments (self->values);
  g_auto (GStrv) chosen = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_strv_builder_add (builder, ids[i]);
  if (!tnk_action_has_department (self->values, id))
    g_strv_builder_add (builder, id);
  chosen = g_strv_builder_end (builder);
  tnk_action_set_departments (self->values, (const char *const *) chosen, NULL);
  show_picks (self);
}

static void
pick_owner (TenkenActionForm *self,
            const char *owner)
{
  tnk_action_set (self->values, TNK_ACTION_FIELD_OWNER, owner, NULL);
  show_picks (self);
}

/* --- in and out --- */

void
tenken_action_form_fill (TenkenActionForm *self,
                         TnkAction *action)
{
  g_return_if_fail (TENKEN_IS_ACTION_FORM (self) && TNK_IS_ACTION (action));

  g_set_object (&self->values, action);
  set_text (self->fields[TNK_ACTION_FIELD_WHAT], tnk_action_get (action, TNK_ACTION_FIELD_WHAT));
  set_text (self->fields[TNK_ACTION_FIELD_RESOURCES], tnk_action_get (action, TNK_ACTION_FIELD_RESOURCES));
  tenken_day_entry_set_day (TENKEN_DAY_ENTRY (self->fields[TNK_ACTION_FIELD_DUE]), tnk_action_get (action, TNK_ACTION_FIELD_DUE),
                            tnk_plan_view_get_today (self->view));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->fields[TNK_ACTION_FIELD_PRIORITY]), tnk_action_get_priority (action) - 1);
  set_status (self, tnk_action_get_status (action));
  show_picks (self);
}

/* What the widgets hold that is not in the values yet. An empty “what” cannot be set, but stored neither. */
static gboolean
take_fields (TenkenActionForm *self,
             TnkAction *action,
             GError **error)
{
  g_autofree char *what = dup_text (self->fields[TNK_ACTION_FIELD_WHAT]), *resources = dup_text (self->fields[TNK_ACTION_FIELD_RESOURCES]);
  g_autofree char *due = tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (self->fields[TNK_ACTION_FIELD_DUE]));
  char priority[] = {'1' + gtk_drop_down_get_selected (GTK_DROP_DOWN (self->fields[TNK_ACTION_FIELD_PRIORITY])), '\0'};

  return tnk_action_set (action, TNK_ACTION_FIELD_WHAT, what, error) && tnk_action_set (action, TNK_ACTION_FIELD_RESOURCES, resources, error) &&
         tnk_action_set (action, TNK_ACTION_FIELD_DUE, due, error) && tnk_action_set (action, TNK_ACTION_FIELD_PRIORITY, priority, error);
}

TnkAction *
tenken_action_form_make_action (TenkenActionForm *self,
                                GError **error)
{
  g_autoptr (TnkAction) action = NULL;

  g_return_val_if_fail (TENKEN_IS_ACTION_FORM (self), NULL);

  if (self->values == NULL) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, _ ("Choose the control that the action is about."));
    return NULL;
  }
  action = tnk_action_copy (self->values);
  if (gtk_widget_get_sensitive (self->fields[TNK_ACTION_FIELD_WHAT]) && !take_fields (self, action, error))
    return NULL;
  if (!tnk_action_set (action, TNK_ACTION_FIELD_STATUS, get_status_word (self), error))
    return NULL;
  return g_steal_pointer (&action);
}

char *
tenken_action_form_dup_note (TenkenActionForm *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TENKEN_IS_ACTION_FORM (self), NULL);

  text = g_strstrip (dup_text (self->note));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

GtkWidget *
tenken_action_form_get_widget (TenkenActionForm *self,
                               TnkActionField field)
{
  g_return_val_if_fail (TENKEN_IS_ACTION_FORM (self) && (guint) field < TNK_N_ACTION_FIELDS, NULL);
  return self->fields[field];
}

void
tenken_action_form_set_note (TenkenActionForm *self,
                             const char *text)
{
  g_return_if_fail (TENKEN_IS_ACTION_FORM (self) && text != NULL);
  set_text (self->note, text);
}

/* --- laying it out --- */

static GtkWidget *
add_label (TenkenActionForm *self,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_field (TenkenActionForm *self,
           TnkActionField field,
           GtkWidget *widget)
{
  add_label (self, tenken_plan_field_get_name (field), "form-name");
  gtk_box_append (GTK_BOX (self->box), widget);
  self->fields[field] = widget;
}

static void
add_marks (TenkenActionForm *self)
{
  static const TnkActionField marks[] = {TNK_ACTION_FIELD_DONE_BY, TNK_ACTION_FIELD_VERIFIED_BY};

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    const char *id = tnk_action_get (self->action, marks[i]);
    g_autofree char *person = tenken_plan_word_person (get_plan (self), id);
    g_autofree char *text = g_strdup_printf ("%s: %s", tenken_plan_field_get_name (marks[i]), person);

    if (*id != '\0')
      add_label (self, text, NULL);
  }
}

static void
add_head (TenkenActionForm *self)
{
  guint n = self->action != NULL ? tnk_plan_count_promises (get_plan (self), self->action) : 0;
  g_autofree char *control = self->action != NULL ? tenken_plan_word_control (tnk_action_get_control (self->action)) : NULL;
  g_autofree char *promises = g_strdup_printf (ngettext ("%u person promised to improve this", "%u people promised to improve this", n), n);

  if (self->action == NULL) {
    add_label (self, _ ("Control"), "form-name");
    self->control = tenken_pick_list_new (_ ("Control"), FALSE, fill_controls, self);
    g_signal_connect_object (self->control, "picked", G_CALLBACK (tenken_action_form_pick_control), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (self->box), self->control);
    return;
  }
  add_label (self, control, "heading");
  if (n > 0)
    add_label (self, promises, NULL);
  if (tnk_action_is_overdue (self->action, tnk_plan_view_get_today (self->view))) {
    g_autofree char *due = g_strdup_printf ("⚠ %s", _ ("This action is overdue."));

    add_label (self, due, "overdue");
  }
}

static void
add_fields (TenkenActionForm *self)
{
  add_field (self, TNK_ACTION_FIELD_STATUS, make_statuses (self));
  if (self->action != NULL)
    add_marks (self);
  add_field (self, TNK_ACTION_FIELD_WHAT, make_text (tenken_plan_field_get_name (TNK_ACTION_FIELD_WHAT)));
  add_field (self, TNK_ACTION_FIELD_OWNER,
             tenken_pick_list_new (tenken_plan_field_get_name (TNK_ACTION_FIELD_OWNER), FALSE, fill_owners, self));
  g_signal_connect_object (self->fields[TNK_ACTION_FIELD_OWNER], "picked", G_CALLBACK (pick_owner), self, G_CONNECT_SWAPPED);
  add_field (self, TNK_ACTION_FIELD_DUE, tenken_day_entry_new (tenken_plan_field_get_name (TNK_ACTION_FIELD_DUE)));
  add_field (self, TNK_ACTION_FIELD_PRIORITY, make_priorities ());
  add_field (self, TNK_ACTION_FIELD_DEPARTMENTS,
             tenken_pick_list_new (tenken_plan_field_get_name (TNK_ACTION_FIELD_DEPARTMENTS), TRUE, fill_departments, self));
  g_signal_connect_object (self->fields[TNK_ACTION_FIELD_DEPARTMENTS], "picked", G_CALLBACK (tenken_action_form_pick_department), self, G_CONNECT_SWAPPED);
  add_field (self, TNK_ACTION_FIELD_RESOURCES, make_text (tenken_plan_field_get_name (TNK_ACTION_FIELD_RESOURCES)));
}

/* The newest first: that is what one wants to know. */
static void
add_notes (TenkenActionForm *self)
{
  add_label (self, _ ("Progress notes"), "form-name");
  self->note = make_text (_ ("New note"));
  gtk_box_append (GTK_BOX (self->box), self->note);
  for (guint i = self->action != NULL ? tnk_action_get_n_notes (self->action) : 0; i > 0; i--) {
    g_autofree char *time = tenken_format_moment (tnk_action_get_note_time (self->action, i - 1));
    g_autofree char *writer = tenken_plan_word_person (get_plan (self), tnk_action_get_note_writer (self->action, i - 1));
    g_autofree char *head = g_strdup_printf ("%s  %s", time, writer);

    add_label (self, head, "note-head");
    add_label (self, tnk_action_get_note_text (self->action, i - 1), "note-text");
  }
}

/* What is done, verified or withdrawn stays as it was agreed. */
static void
set_rights (TenkenActionForm *self)
{
  gboolean changes = self->action != NULL && tnk_plan_view_may_change (self->view, self->action) &&
                     tnk_action_status_is_open (tnk_action_get_status (self->action));

  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (self->fields[field] != NULL)
      gtk_widget_set_sensitive (self->fields[field], field == TNK_ACTION_FIELD_STATUS ? self->n_statuses > 1 : changes);
  gtk_widget_set_sensitive (self->note, self->action == NULL || tnk_plan_view_may_note (self->view, self->action));
}

static void
tenken_action_form_finalize (GObject *object)
{
  TenkenActionForm *self = TENKEN_ACTION_FORM (object);

  g_clear_object (&self->view);
  g_clear_object (&self->action);
  g_clear_object (&self->values);
  G_OBJECT_CLASS (tenken_action_form_parent_class)->finalize (object);
}

static void
tenken_action_form_class_init (TenkenActionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_action_form_finalize;
}

static void
tenken_action_form_init (TenkenActionForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "action-form");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
tenken_action_form_new (TnkPlanView *view,
                        TnkAction *action)
{
  TenkenActionForm *self = g_object_new (TENKEN_TYPE_ACTION_FORM, NULL);

  self->view = g_object_ref (view);
  self->action = action != NULL ? g_object_ref (action) : NULL;
  add_head (self);
  add_fields (self);
  add_notes (self);
  set_rights (self);
  if (action != NULL) {
    g_autoptr (TnkAction) values = tnk_action_copy (action);

    tenken_action_form_fill (self, values);
  } else
    tenken_day_entry_set_day (TENKEN_DAY_ENTRY (self->fields[TNK_ACTION_FIELD_DUE]), "", tnk_plan_view_get_today (view));
  show_picks (self);
  return GTK_WIDGET (self);
}
