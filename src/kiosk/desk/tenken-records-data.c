/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-records-data.h"

#include "tenken-desk-query.h"
#include "tenken-record-words.h"
#include "tenken-records-due.h"

struct _TenkenRecordsData
{
  GObject parent_instance;

  gint64 mark;
  char *person_id;
  char *today;
  GPtrArray *forms;
  GPtrArray *records; /* (element-type TnkRecordView): all within the rights */
  GPtrArray *exceptions;
  GPtrArray *lapses;
  GPtrArray *deputies;
  GStrv roles;
};

G_DEFINE_FINAL_TYPE (TenkenRecordsData, tenken_records_data, G_TYPE_OBJECT)

static void
tenken_records_data_finalize (GObject *object)
{
  TenkenRecordsData *self = TENKEN_RECORDS_DATA (object);

  g_free (self->person_id);
  g_free (self->today);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->exceptions, g_ptr_array_unref);
  g_clear_pointer (&self->lapses, g_ptr_array_unref);
  g_clear_pointer (&self->deputies, g_ptr_array_unref);
  g_strfreev (self->roles);
  G_OBJECT_CLASS (tenken_records_data_parent_class)->finalize (object);
}

static void
tenken_records_data_class_init (TenkenRecordsDataClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_records_data_finalize;
}

static void
tenken_records_data_init (TenkenRecordsData *self)
{
}

/* The register, and who stands in for whom, are not for who holds no right. */
static gboolean
load_register (TenkenRecordsData *self,
               TnkDesk *desk,
               const TenkenDeskQuery *query,
               GCancellable *cancellable,
               GError **error)
{
  TnkRights rights;

  if (!tnk_desk_read_rights (desk, &rights, NULL, error))
    return FALSE;
  if (rights == TNK_RIGHTS_OWN) {
    self->exceptions = g_ptr_array_new_with_free_func (g_object_unref);
    self->lapses = g_ptr_array_new_with_free_func (g_object_unref);
    self->deputies = g_ptr_array_new_with_free_func (g_object_unref);
    self->roles = g_new0 (char *, 1);
    return TRUE;
  }
  self->exceptions = tnk_desk_list_exceptions (desk, error);
  self->lapses = self->exceptions != NULL ? tenken_records_due_list_lapsed (desk, query->campaign_id, query->department_id, cancellable, error) : NULL;
  self->deputies = self->lapses != NULL ? tnk_desk_list_deputies (desk, error) : NULL;
  self->roles = self->deputies != NULL ? tnk_desk_list_roles_to_lend (desk, error) : NULL;
  return self->roles != NULL;
}

gpointer
tenken_records_data_load (TnkDesk *desk,
                          gpointer request,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (TenkenRecordsData) self = g_object_new (TENKEN_TYPE_RECORDS_DATA, NULL);

  if (!tnk_desk_read_record_mark (desk, &self->mark, error))
    return NULL;
  self->person_id = g_strdup (tnk_desk_get_person_id (desk));
  self->today = tnk_desk_dup_today (desk);
  self->forms = tnk_desk_list_forms (desk, error);
  self->records = self->forms != NULL ? tnk_desk_list_records (desk, TNK_DESK_RECORDS_ALL, error) : NULL;
  return self->records != NULL && load_register (self, desk, request, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

gint64
tenken_records_data_get_mark (TenkenRecordsData *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), 0);
  return self->mark;
}

const char *
tenken_records_data_get_today (TenkenRecordsData *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), NULL);
  return self->today;
}

GPtrArray *
tenken_records_data_get_forms (TenkenRecordsData *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), NULL);
  return self->forms;
}

GPtrArray *
tenken_records_data_get_exceptions (TenkenRecordsData *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), NULL);
  return self->exceptions;
}

GPtrArray *
tenken_records_data_get_lapses (TenkenRecordsData *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), NULL);
  return self->lapses;
}

GPtrArray *
tenken_records_data_get_deputies (TenkenRecordsData *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), NULL);
  return self->deputies;
}

const char *const *
tenken_records_data_get_roles_to_lend (TenkenRecordsData *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), NULL);
  return (const char *const *) self->roles;
}

gboolean
tenken_records_waits (TnkRecordView *view)
{
  for (guint i = 0; i < tnk_record_view_get_n_steps (view); i++)
    switch (tnk_form_step_get_kind (tnk_record_view_get_step (view, i))) {
    case TNK_FORM_STEP_KIND_WITHDRAW:
    case TNK_FORM_STEP_KIND_END:
    case TNK_FORM_STEP_KIND_REFUSE:
    case TNK_FORM_STEP_KIND_RETURN:
      break;
    default:
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_late (TenkenRecordsData *self,
         TnkRecord *record)
{
  g_autoptr (GPtrArray) deadlines = tnk_record_list_deadlines (record, self->today);

  for (guint i = 0; i < deadlines->len; i++)
    if (tnk_record_deadline_get_state (deadlines->pdata[i]) == TNK_RECORD_DEADLINE_OVERDUE)
      return TRUE;
  return FALSE;
}

static gboolean
is_chosen (TenkenRecordsData *self,
           TnkRecordView *view,
           TenkenRecordsChoice choice)
{
  switch (choice) {
  case TENKEN_RECORDS_WAITING:
    return tenken_records_waits (view);
  case TENKEN_RECORDS_LATE:
    return is_late (self, tnk_record_view_get_record (view));
  case TENKEN_RECORDS_MINE:
    return g_str_equal (tnk_record_get_applicant (tnk_record_view_get_record (view)), self->person_id);
  case TENKEN_RECORDS_ALL:
  default:
    return TRUE;
  }
}

GPtrArray *
tenken_records_data_list (TenkenRecordsData *self,
                          TenkenRecordsChoice choice)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (TENKEN_IS_RECORDS_DATA (self), list);

  for (guint i = 0; i < self->records->len; i++)
    if (is_chosen (self, self->records->pdata[i], choice))
      g_ptr_array_add (list, self->records->pdata[i]);
  return list;
}

guint
tenken_records_data_count (TenkenRecordsData *self,
                           TenkenRecordsChoice choice)
{
  g_autoptr (GPtrArray) list = tenken_records_data_list (self, choice);

  return list->len;
}
