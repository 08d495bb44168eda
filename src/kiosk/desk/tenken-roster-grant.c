/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-grant.h"

#include <glib/gi18n.h>

#include "tenken-desk-question.h"
#include "tenken-edit-dialog.h"
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
give (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Change *self = data;

  tnk_desk_grant_right (desk, self->kind, self->holder, self->department_id, error);
  return NULL;
}

static gpointer
take_away (TnkDesk *desk,
           gpointer data,
           TnkProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  Change *self = data;

  tnk_desk_revoke_right (desk, self->kind, self->holder, self->department_id, error);
  return NULL;
}

/* --- granting --- */

typedef struct
{
  TnkBody *body;
  GtkDropDown *kind;
  GtkDropDown *role; /* the first: one person */
  GtkWidget *person;
  GtkWidget *hint;
  GtkDropDown *department; /* the first: the own one */
  GPtrArray *role_ids; /* (element-type utf8) */
} Granting;

static void
granting_free (gpointer data)
{
  Granting *self = data;

  g_clear_object (&self->body);
  g_ptr_array_unref (self->role_ids);
  g_free (self);
}

static TnkPerson *
find_person (Granting *self)
{
  g_autofree char *id = tenken_edit_dup_text (self->person);

  return tnk_body_lookup_person (self->body, id);
}

static TnkRights
get_kind (Granting *self)
{
  return kinds[gtk_drop_down_get_selected (self->kind)];
}

/* A field with its name above it. */
static void
set_field_visible (GtkWidget *field,
                   gboolean visible)
{
  gtk_widget_set_visible (field, visible);
  gtk_widget_set_visible (gtk_widget_get_prev_sibling (field), visible);
}

static void
update (Granting *self)
{
  gboolean one = gtk_drop_down_get_selected (self->role) == 0;
  TnkPerson *person = one ? find_person (self) : NULL;
  TnkDepartment *department = person != NULL ? tnk_person_get_department (person) : NULL;
  g_autofree char *hint = person != NULL ? g_strdup_printf ("%s (%s)", tnk_person_get_name (person), department != NULL ? tnk_department_get_name (department) : "")
                                         : g_strdup (_ ("A staff number of the roster"));

  gtk_label_set_text (GTK_LABEL (self->hint), hint);
  gtk_widget_set_visible (self->hint, one);
  set_field_visible (self->person, one);
  set_field_visible (GTK_WIDGET (self->department), get_kind (self) == TNK_RIGHTS_DEPARTMENT);
}

static char *
dup_holder (Granting *self)
{
  guint role = gtk_drop_down_get_selected (self->role);
  TnkPerson *person = role == 0 ? find_person (self) : NULL;

  if (role > 0)
    return g_strconcat ("role:", self->role_ids->pdata[role - 1], NULL);
  return person != NULL ? g_strconcat ("person:", tnk_person_get_id (person), NULL) : NULL;
}

static gpointer
take (TenkenEditDialog *dialog,
      gpointer user_data,
      GError **error)
{
  Granting *self = user_data;
  guint department = gtk_drop_down_get_selected (self->department);
  char *holder = dup_holder (self);
  Change *change;

  if (holder == NULL) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, _ ("Write a staff number that is in the roster."));
    return NULL;
  }
  change = g_new0 (Change, 1);
  change->kind = get_kind (self);
  change->holder = holder;
  if (change->kind == TNK_RIGHTS_DEPARTMENT && department > 0)
    change->department_id = g_strdup (tnk_department_get_id (tnk_body_get_department (self->body, department - 1)));
  return change;
}

static GtkDropDown *
add_choice (TenkenEditDialog *dialog,
            Granting *self,
            const char *name,
            GPtrArray *words)
{
  GtkWidget *list;

  g_ptr_array_add (words, NULL);
  list = tenken_edit_dialog_add_choice (dialog, name, (const char *const *) words->pdata, 0);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (update), self);
  return GTK_DROP_DOWN (list);
}

static void
add_kinds (TenkenEditDialog *dialog,
           Granting *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (words, (gpointer) tenken_roster_right_get_name (kinds[i]));
  self->kind = add_choice (dialog, self, _ ("Right"), words);
}

static void
add_roles (TenkenEditDialog *dialog,
           Granting *self)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (tenken_edit_dialog_get_desk (dialog));
  TnkCatalog *catalog = campaign != NULL ? tnk_campaign_get_catalog (campaign) : NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (_ ("One person")));
  for (guint i = 0; catalog != NULL && i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);

    g_ptr_array_add (words, g_strdup_printf (_ ("Everybody who is %s"), tenken_text (tnk_role_get_name (role))));
    g_ptr_array_add (self->role_ids, g_strdup (tnk_role_get_id (role)));
  }
  self->role = add_choice (dialog, self, _ ("Holder"), words);
}

static void
add_departments (TenkenEditDialog *dialog,
                 Granting *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) _ ("The own department"));
  for (guint i = 0; i < tnk_body_get_n_departments (self->body); i++)
    g_ptr_array_add (words, (gpointer) tnk_department_get_name (tnk_body_get_department (self->body, i)));
  self->department = add_choice (dialog, self, _ ("Department"), words);
}

void
tenken_roster_grant_ask (GtkWidget *owner,
                         TenkenDesk *desk,
                         TnkBody *body)
{
  static const TenkenEditVerbs verbs = {take, give, change_free, NULL, NULL};
  const TenkenEditWords words = {_ ("Grant a right"), _ ("Grant"), _ ("The rights are being changed"), _ ("The right was granted")};
  Granting *self = g_new0 (Granting, 1);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &verbs, self, granting_free);

  self->body = g_object_ref (body);
  self->role_ids = g_ptr_array_new_with_free_func (g_free);
  tenken_edit_dialog_add_note (dialog, _ ("It holds at once, and stands in the log with your number. To yourself, or to a role of yours, you cannot grant one."), NULL);
  add_kinds (dialog, self);
  add_roles (dialog, self);
  self->person = tenken_edit_dialog_add_entry (dialog, _ ("Staff number"), "");
  self->hint = tenken_edit_dialog_add_note (dialog, NULL, NULL);
  add_departments (dialog, self);
  g_signal_connect_swapped (self->person, "changed", G_CALLBACK (update), self);
  update (self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- revoking --- */

static void
revoked (GtkWidget *owner,
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
sure (GtkWidget *owner,
      TenkenDesk *desk,
      gpointer change)
{
  tenken_desk_task_run (owner, desk, _ ("The rights are being changed"), take_away, change, change_free, NULL, revoked, desk);
}

void
tenken_roster_revoke_ask (GtkWidget *owner,
                          TenkenDesk *desk,
                          TnkRight *right,
                          const char *holder)
{
  /* Translators: a right, then who holds it */
  g_autofree char *body = g_strdup_printf (_ ("“%s” ends at once for %s, also for whoever is signed in."),
                                           tenken_roster_right_get_name (tnk_right_get_kind (right)), holder);
  const TenkenDeskQuestion question = {_ ("Take the right away?"), body, _ ("Take away"), ADW_RESPONSE_DESTRUCTIVE, NULL};
  Change *change = g_new0 (Change, 1);

  change->kind = tnk_right_get_kind (right);
  change->holder = g_strdup (tnk_right_get_holder (right));
  change->department_id = g_strdup (tnk_right_get_department_id (right));
  tenken_desk_question_ask (owner, desk, &question, sure, change, change_free);
}
