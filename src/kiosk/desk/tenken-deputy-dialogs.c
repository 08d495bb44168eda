/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-deputy-dialogs.h"

#include <glib/gi18n.h>

#include "tenken-day-entry.h"
#include "tenken-desk-question.h"
#include "tenken-language.h"

const char *
tenken_deputy_get_role_name (TenkenDesk *desk,
                             const char *role)
{
  TnkCatalog *catalog = tenken_desk_get_catalog (desk);
  TnkRole *known = catalog != NULL ? tnk_catalog_lookup_role (catalog, role) : NULL;

  return known != NULL ? tenken_text (tnk_role_get_name (known)) : role;
}

/* --- on the thread of the store --- */

typedef struct
{
  char *role;
  char *person_id;
  char *starts;
  char *ends; /* NULL: no end */
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->role);
  g_free (self->person_id);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self);
}

static gpointer
name (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Change *self = data;

  tnk_desk_name_deputy (desk, self->role, self->person_id, self->starts, self->ends, error);
  return NULL;
}

static gpointer
drop (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Change *self = data;

  tnk_desk_drop_deputy (desk, self->role, self->person_id, error);
  return NULL;
}

/* --- naming --- */

typedef struct
{
  GStrv roles;
  GtkWidget *role; /* NULL where there is one */
  GtkWidget *person;
  GtkWidget *starts;
  GtkWidget *ends;
} Naming;

static void
naming_free (gpointer data)
{
  Naming *self = data;

  g_strfreev (self->roles);
  g_free (self);
}

static gboolean
check_fields (Naming *self,
              const Change *change,
              GError **error)
{
  const char *fault = NULL;

  if (*change->person_id == '\0')
    fault = _ ("Write the staff number of who is to stand in.");
  else if (!tenken_day_entry_is_good (TENKEN_DAY_ENTRY (self->starts)) || !tenken_day_entry_is_good (TENKEN_DAY_ENTRY (self->ends)))
    fault = _ ("A day is written as 2027-03-31.");
  if (fault != NULL)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, fault);
  return fault == NULL;
}

static char *
dup_day (GtkWidget *field)
{
  g_autofree char *day = tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (field));

  return *day != '\0' ? g_steal_pointer (&day) : NULL;
}

static gpointer
take (TenkenEditDialog *dialog,
      gpointer user_data,
      GError **error)
{
  Naming *self = user_data;
  Change *change = g_new0 (Change, 1);

  change->role = g_strdup (self->roles[self->role != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->role)) : 0]);
  change->person_id = tenken_edit_dup_text (self->person);
  change->starts = dup_day (self->starts);
  change->ends = dup_day (self->ends);
  if (check_fields (self, change, error))
    return change;
  change_free (change);
  return NULL;
}

static void
add_roles (TenkenEditDialog *dialog,
           Naming *self)
{
  guint n = g_strv_length (self->roles);
  g_autofree const char **words = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    words[i] = tenken_deputy_get_role_name (tenken_edit_dialog_get_desk (dialog), self->roles[i]);
  if (n > 1)
    self->role = tenken_edit_dialog_add_choice (dialog, _ ("In place of"), words, 0);
  else
    tenken_edit_dialog_add_heading (dialog, words[0]);
}

void
tenken_deputy_name (GtkWidget *owner,
                    TenkenDesk *desk,
                    const char *const *roles,
                    const char *today)
{
  static const TenkenEditVerbs verbs = {take, name, change_free, NULL, NULL};
  const TenkenEditWords words = {_ ("Name a deputy"), _ ("Name the deputy"), _ ("The deputy is being named"), _ ("The deputy was named")};
  Naming *self = g_new0 (Naming, 1);
  TenkenEditDialog *dialog;

  self->roles = g_strdupv ((GStrv) roles);
  dialog = tenken_edit_dialog_new (owner, desk, &words, &verbs, self, naming_free);
  add_roles (dialog, self);
  tenken_edit_dialog_add_note (dialog, _ ("A deputy decides about applications as you do, and never about an own one. What was decided stays after the last day."), NULL);
  self->person = tenken_edit_dialog_add_entry (dialog, _ ("Staff number"), "");
  self->starts = tenken_edit_dialog_add_day (dialog, _ ("First day"), today, today);
  self->ends = tenken_edit_dialog_add_day (dialog, _ ("Last day (empty: no end)"), "", today);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- ending --- */

static void
dropped (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The deputies stay as they are"), error);
  else
    tenken_desk_changed (user_data);
}

static void
end (GtkWidget *owner,
     TenkenDesk *desk,
     gpointer change)
{
  tenken_desk_task_run (owner, desk, _ ("The deputies are being changed"), drop, change, change_free, NULL, dropped, desk);
}

void
tenken_deputy_end (GtkWidget *owner,
                   TenkenDesk *desk,
                   TnkDeputy *deputy)
{
  /* Translators: a name, then a role */
  g_autofree char *body = g_strdup_printf (_ ("%s no longer stands in for “%s”, at once. What was decided stays."), tnk_deputy_get_person_name (deputy),
                                           tenken_deputy_get_role_name (desk, tnk_deputy_get_role (deputy)));
  const TenkenDeskQuestion question = {_ ("End the deputyship?"), body, _ ("End it"), ADW_RESPONSE_DESTRUCTIVE, NULL};
  Change *change = g_new0 (Change, 1);

  change->role = g_strdup (tnk_deputy_get_role (deputy));
  change->person_id = g_strdup (tnk_deputy_get_person_id (deputy));
  tenken_desk_question_ask (owner, desk, &question, end, change, change_free);
}
