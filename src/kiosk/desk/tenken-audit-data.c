/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-data.h"

#include "tenken-language.h"

/* --- what is asked for --- */

TenkenAuditRequest *
tenken_audit_request_new (TenkenDesk *desk,
                          const char *target)
{
  TenkenAuditRequest *self = g_new0 (TenkenAuditRequest, 1);
  g_auto (GStrv) parts = g_strsplit (target != NULL ? target : "", "/", 2);

  self->query = tenken_desk_query_new (desk);
  if (parts[0] != NULL && *parts[0] != '\0') {
    self->audit_id = g_strdup (parts[0]);
    self->thing = g_strdup (parts[1]);
  }
  return self;
}

void
tenken_audit_request_free (gpointer request)
{
  TenkenAuditRequest *self = request;

  tenken_desk_query_free (self->query);
  g_free (self->audit_id);
  g_free (self->thing);
  g_free (self);
}

/* --- what is read --- */

void
tenken_audit_data_free (gpointer data)
{
  TenkenAuditData *self = data;

  g_free (self->audit_id);
  g_free (self->thing);
  g_free (self->today);
  g_clear_pointer (&self->audits, g_ptr_array_unref);
  g_clear_pointer (&self->books, g_ptr_array_unref);
  g_clear_pointer (&self->agreement_whole, g_ptr_array_unref);
  g_clear_pointer (&self->agreement_departments, g_ptr_array_unref);
  g_clear_pointer (&self->agreement_chapters, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_free (self);
}

/* A manager sees what concerns the department; for the others an audit is always whole. */
static const char *
get_department (const TenkenAuditRequest *request)
{
  return request->query->office == TNK_RIGHTS_DEPARTMENT ? request->query->department_id : NULL;
}

static gboolean
read_books (TenkenAuditData *self,
            TnkDesk *desk,
            const TenkenAuditRequest *request,
            guint parts,
            GError **error)
{
  for (guint i = 0; i < self->audits->len; i++) {
    const char *id = tnk_audit_get_id (self->audits->pdata[i]);
    gboolean aimed_at = g_strcmp0 (id, self->audit_id) == 0;
    TnkAuditBook *book;

    if (!aimed_at && !(parts & TENKEN_AUDIT_READ_BOOKS))
      continue;
    book = tnk_desk_load_audit (desk, id, get_department (request), error);
    if (book == NULL)
      return FALSE;
    g_ptr_array_add (self->books, book);
    tenken_audit_people_need_book (self->people, book);
    if (aimed_at)
      self->book = book;
  }
  return TRUE;
}

static gboolean
read_agreement (TenkenAuditData *self,
                TnkDesk *desk,
                GCancellable *cancellable,
                GError **error)
{
  const char *language = tenken_language_get ();

  self->agreement_whole = tnk_desk_list_agreement (desk, self->audit_id, TNK_SCOPE_KIND_ORGANISATION, language, cancellable, error);
  if (self->agreement_whole == NULL)
    return FALSE;
  self->agreement_departments = tnk_desk_list_agreement (desk, self->audit_id, TNK_SCOPE_KIND_DEPARTMENT, language, cancellable, error);
  if (self->agreement_departments == NULL)
    return FALSE;
  self->agreement_chapters = tnk_desk_list_agreement (desk, self->audit_id, TNK_SCOPE_KIND_CHAPTER, language, cancellable, error);
  return self->agreement_chapters != NULL;
}

TenkenAuditData *
tenken_audit_data_read (TnkDesk *desk,
                        TenkenAuditRequest *request,
                        guint parts,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (TenkenAuditData) self = g_new0 (TenkenAuditData, 1);

  self->people = tenken_audit_people_new ();
  self->books = g_ptr_array_new_with_free_func (g_object_unref);
  self->thing = g_strdup (request->thing);
  self->today = tnk_desk_dup_today (desk);
  self->audits = tnk_desk_list_audits (desk, request->query->campaign_id, get_department (request), error);
  if (self->audits == NULL)
    return NULL;
  if (request->audit_id == NULL && (parts & TENKEN_AUDIT_READ_NEWEST) && self->audits->len > 0)
    self->audit_id = g_strdup (tnk_audit_get_id (self->audits->pdata[self->audits->len - 1]));
  else
    self->audit_id = g_strdup (request->audit_id);
  for (guint i = 0; i < self->audits->len; i++)
    tenken_audit_people_need_plan (self->people, self->audits->pdata[i]);
  if (!read_books (self, desk, request, parts, error))
    return NULL;
  tenken_audit_people_look_up (self->people, desk);
  if (self->book != NULL && (parts & TENKEN_AUDIT_READ_AGREEMENT) && !read_agreement (self, desk, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
