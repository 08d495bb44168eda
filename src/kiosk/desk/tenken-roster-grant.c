/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-grant.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-drop-down.h"
#include "tenken-language.h"

static const TnkRights kinds[] = {TNK_RIGHTS_DEPARTMENT, TNK_RIGHTS_SECRETARIAT, TNK_RIGHTS_COMMITTEE, TNK_RIGHTS_AUDIT};

const char *
tenken_roster_right_get_name (TnkRights kind)
{
  switch (kind) {
  case TNK_RIGHTS_DEPARTMENT:
    return _ ("Answers for a department");
  case TNK_RIGHTS_SECRETARIAT:
    return _ ("Secretariat");
  case TNK_RIGHTS_COMMITTEE:
    return _ ("Committee");
  case TNK_RIGHTS_AUDIT:
    return _ ("Audit");
  case TNK_RIGHTS_NONE:
  default:
    return "";
  }
}

/* --- on the thread of the store --- */

typedef struct
{
  TnkRights kind;
  char *holder;
  char *department_id;
  gboolean grant;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->holder);
  g_free (self->department_id);
  g_free (self);
}

static gpointer
change (TnkDesk *desk,
        gpointer data,
        TnkProgressFunc progress,
        gpointer progress_data,
        GCancellable *cancellable,
        GError **error)
{
  Change *self = data;

  if (self->grant)
    tnk_desk_grant_right (desk, self->kind, self->holder, self->department_id, error);
  else
    tnk_desk_revoke_right (desk, self->kind, self->holder, self->department_id, error);
  return NULL;
}

static void
changed (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The rights stay as they are"), error);
  else
    tenken_desk_changed (user_data);
}

static void
run (GtkWidget *owner,
     TenkenDesk *desk,
     Change *self)
{
  tenken_desk_task_run (owner, desk, _ ("The rights are being changed"), change, self, change_free, NULL, changed, desk);
}

/* --- granting --- */

typedef struct
{
  TenkenDesk *desk;
  TnkBody *body;
  GtkWidget *owner; /* the dialog goes with it */
  GtkDropDown *kind;
  GtkDropDown *role; /* the first: one person */
  GtkEntry *person;
  GtkDropDown *department; /* the first: the own one */
  GtkWidget *department_line;
  GtkWidget *hint;
  GPtrArray *role_ids; /* (element-type utf8) */
  AdwMessageDialog *dialog;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_clear_object (&self->desk);
  g_clear_object (&self->body);
  g_ptr_array_unref (self->role_ids);
  g_free (self);
}

static TnkPerson *
find_person (Asking *self)
{
  g_autofree char *id = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->person))));

  return tnk_body_lookup_person (self->body, id);
}

static void
update (Asking *self)
{
  gboolean one = gtk_drop_down_get_selected (self->role) == 0;
  TnkPerson *person = one ? find_person (self) : NULL;
  TnkDepartment *department = person != NULL ? tnk_person_get_department (person) : NULL;
  g_autofree char *hint = person != NULL ? g_strdup_printf ("%s (%s)", tnk_person_get_name (person), department != NULL ? tnk_department_get_name (department) : "")
                                         : g_strdup (one ? _ ("A staff number of the roster") : "");

  gtk_widget_set_visible (GTK_WIDGET (self->person), one);
  gtk_label_set_text (GTK_LABEL (self->hint), hint);
  gtk_widget_set_visible (self->hint, one);
  gtk_widget_set_visible (self->department_line, kinds[gtk_drop_down_get_selected (self->kind)] == TNK_RIGHTS_DEPARTMENT);
  adw_message_dialog_set_response_enabled (self->dialog, "grant", !one || person != NULL);
}

static void
granted (AdwMessageDialog *dialog,
         const char *response,
         Asking *self)
{
  guint role = gtk_drop_down_get_selected (self->role), department = gtk_drop_down_get_selected (self->department);
  Change *granting;

  if (!g_str_equal (response, "grant"))
    return;
  granting = g_new0 (Change, 1);
  granting->grant = TRUE;
  granting->kind = kinds[gtk_drop_down_get_selected (self->kind)];
  granting->holder = role == 0 ? g_strconcat ("person:", tnk_person_get_id (find_person (self)), NULL)
                               : g_strconcat ("role:", self->role_ids->pdata[role - 1], NULL);
  if (granting->kind == TNK_RIGHTS_DEPARTMENT && department > 0)
    granting->department_id = g_strdup (tnk_department_get_id (tnk_body_get_department (self->body, department - 1)));
  run (self->owner, self->desk, granting);
}

static GtkWidget *
add_line (GtkWidget *box,
          const char *label,
          GtkWidget *widget)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), widget);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), widget);
  gtk_box_append (GTK_BOX (box), line);
  return line;
}

static GtkWidget *
make_kinds (void)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (list, tenken_roster_right_get_name (kinds[i]));
  return tenken_drop_down_new (g_steal_pointer (&list), _ ("Right"));
}

static GtkWidget *
make_roles (Asking *self)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (self->desk);
  TnkCatalog *catalog = campaign != NULL ? tnk_campaign_get_catalog (campaign) : NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("One person"));
  for (guint i = 0; catalog != NULL && i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);
    g_autofree char *text = g_strdup_printf (_ ("Everybody who is %s"), tenken_text (tnk_role_get_name (role)));

    gtk_string_list_append (list, text);
    g_ptr_array_add (self->role_ids, g_strdup (tnk_role_get_id (role)));
  }
  return tenken_drop_down_new (g_steal_pointer (&list), _ ("Holder"));
}

static GtkWidget *
make_departments (Asking *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("The own department"));
  for (guint i = 0; i < tnk_body_get_n_departments (self->body); i++)
    gtk_string_list_append (list, tnk_department_get_name (tnk_body_get_department (self->body, i)));
  return tenken_drop_down_new (g_steal_pointer (&list), _ ("Department"));
}

static GtkWidget *
make_fields (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *kind = make_kinds (), *role = make_roles (self), *person = gtk_entry_new ();
  GtkWidget *department = make_departments (self);

  self->kind = GTK_DROP_DOWN (kind);
  self->role = GTK_DROP_DOWN (role);
  self->person = GTK_ENTRY (person);
  self->department = GTK_DROP_DOWN (department);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->hint), PANGO_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (person), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Staff number"), -1);
  g_object_set (person, "placeholder-text", _ ("Staff number"), NULL);
  add_line (box, _ ("_Right"), kind);
  add_line (box, _ ("_For"), role);
  gtk_box_append (GTK_BOX (box), person);
  gtk_box_append (GTK_BOX (box), self->hint);
  self->department_line = add_line (box, _ ("_Department"), department);
  g_signal_connect_swapped (kind, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (role, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (person, "changed", G_CALLBACK (update), self);
  return box;
}

/* Large letters need more room than a small screen has. */
static GtkWidget *
make_scrolled (GtkWidget *fields)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fields);
  return scroller;
}

void
tenken_roster_grant_ask (GtkWidget *owner,
                         TenkenDesk *desk,
                         TnkBody *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("Grant a right"), _ ("It holds at once, and stands in the log with your number. To yourself, or to a role of yours, you cannot grant one."));
  Asking *self = g_new0 (Asking, 1);

  self->desk = g_object_ref (desk);
  self->body = g_object_ref (body);
  self->owner = owner;
  self->role_ids = g_ptr_array_new_with_free_func (g_free);
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("Cancel"), "grant", _ ("Grant"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "grant", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  adw_message_dialog_set_extra_child (self->dialog, make_scrolled (make_fields (self)));
  update (self);
  g_object_set_data_full (G_OBJECT (dialog), "asking", self, asking_free);
  g_signal_connect (dialog, "response", G_CALLBACK (granted), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- revoking --- */

static void
revoked (AdwMessageDialog *dialog,
         const char *response,
         GtkWidget *owner)
{
  TnkRight *right = g_object_get_data (G_OBJECT (dialog), "right");
  Change *revoking;

  if (!g_str_equal (response, "revoke"))
    return;
  revoking = g_new0 (Change, 1);
  revoking->kind = tnk_right_get_kind (right);
  revoking->holder = g_strdup (tnk_right_get_holder (right));
  revoking->department_id = g_strdup (tnk_right_get_department_id (right));
  run (owner, g_object_get_data (G_OBJECT (dialog), "desk"), revoking);
}

void
tenken_roster_revoke_ask (GtkWidget *owner,
                          TenkenDesk *desk,
                          TnkRight *right,
                          const char *holder)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("Take the right away?"), NULL);

  /* Translators: a right, then who holds it */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _ ("“%s” ends at once for %s, also for whoever is signed in."),
                                  tenken_roster_right_get_name (tnk_right_get_kind (right)), holder);
  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "revoke", _ ("Take away"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "revoke", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "right", g_object_ref (right), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "desk", g_object_ref (desk), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (revoked), owner, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
