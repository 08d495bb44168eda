/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-exception-renew.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"

#define FORM "exception"

static void
take_over (TnkRecord *record,
           const char *field,
           const char *value)
{
  g_autoptr (GError) error = NULL;

  if (value != NULL && !tnk_record_set_value (record, field, value, &error))
    g_debug ("%s is not taken over: %s", field, error->message);
}

/* What the application before said in full, for who may read it; otherwise what the register says. */
static void
copy_values (TnkDesk *desk,
             TnkException *exception,
             TnkRecord *record)
{
  static const char *const fields[] = {"controls", "departments", "reason", "substitute"};
  const char *const known[] = {tnk_exception_get_control_id (exception), tnk_exception_get_department_id (exception),
                               tnk_exception_get_reason (exception), tnk_exception_get_substitute (exception)};
  const char *id = tnk_exception_get_record_id (exception);
  g_autoptr (TnkRecordView) before = id != NULL ? tnk_desk_load_record (desk, id, NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    take_over (record, fields[i], before != NULL ? tnk_record_get_value (tnk_record_view_get_record (before), fields[i]) : known[i]);
}

static gpointer
renew (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (TnkRecordView) begun = tnk_desk_start_record (desk, FORM, error);
  g_autoptr (TnkRecord) record = NULL;

  if (begun == NULL)
    return NULL;
  record = tnk_record_copy (tnk_record_view_get_record (begun));
  copy_values (desk, data, record);
  return tnk_desk_fill_record (desk, record, NULL, error);
}

static void
renewed (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  g_autofree char *place = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The form could not be begun"), error);
    return;
  }
  place = g_strconcat ("record/", tnk_record_get_id (tnk_record_view_get_record (result)), NULL);
  tenken_desk_changed (user_data);
  tenken_desk_go (user_data, place);
}

void
tenken_exception_renew (GtkWidget *owner,
                        TenkenDesk *desk,
                        TnkException *exception)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && TNK_IS_EXCEPTION (exception));

  tenken_desk_task_run (owner, desk, _ ("The form is being begun"), renew, g_object_ref (exception), g_object_unref, g_object_unref, renewed, desk);
}

gboolean
tenken_exception_may_renew (GPtrArray *forms)
{
  g_return_val_if_fail (forms != NULL, FALSE);

  for (guint i = 0; i < forms->len; i++)
    if (g_str_equal (tnk_form_get_id (forms->pdata[i]), FORM))
      return TRUE;
  return FALSE;
}

/* What was entered before there were forms has no application. */
void
tenken_exception_open (TenkenDesk *desk,
                       TnkException *exception)
{
  const char *record_id = tnk_exception_get_record_id (exception);
  g_autofree char *place = record_id != NULL ? g_strconcat ("record/", record_id, NULL) : NULL;

  if (place != NULL)
    tenken_desk_go (desk, place);
  else
    tenken_desk_say (desk, _ ("This exception was entered without an application."));
}
