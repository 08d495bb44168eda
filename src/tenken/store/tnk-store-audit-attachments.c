/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <sys/stat.h>

#include "tnk-attachment-folder-private.h"
#include "tnk-attachment-list-private.h"
#include "tnk-attachment-private.h"
#include "tnk-audit-work-private.h"
#include "tnk-store-audit.h"
#include "tnk-strings-private.h"

/* Files that are attached to work papers and findings. */

#define UNDER_WAY (1u << TNK_AUDIT_STATE_UNDER_WAY)
#define REPORTED (1u << TNK_AUDIT_STATE_REPORTED)

/* --- attaching --- */

static TnkAttachment *
make_attachment (const char *filename,
                 GBytes *content,
                 GError **error)
{
  g_autoptr (TnkAttachment) attachment = g_object_new (TNK_TYPE_ATTACHMENT, NULL);
  const char *media_type;

  attachment->name = tnk_attachment_clean_name (filename);
  attachment->size = g_bytes_get_size (content);
  media_type = tnk_attachment_find_type (attachment->name, g_bytes_get_data (content, NULL), attachment->size, error);
  attachment->media_type = g_strdup (media_type);
  return media_type != NULL ? g_steal_pointer (&attachment) : NULL;
}

/* The file first, and the store after it: what the store names is there. The lock of the store is held all the while, so that
 * nobody else can have come to need a file that is forgotten again. */
static TnkAttachment *
attach (TnkAuditWork *work,
        TnkAttachment *attachment,
        GBytes *content,
        GError **error)
{
  const char *store = tnk_store_get_name (work->store);
  gboolean created;

  if (!tnk_attachment_folder_keep (store, content, &attachment->hash, &created, error))
    return NULL;
  if (tnk_audit_work_write_attachment (work, attachment, error) && tnk_audit_work_commit (work, error))
    return g_object_ref (attachment);
  if (created)
    tnk_attachment_folder_forget (store, attachment->hash);
  return NULL;
}

/* Reads the file before the store is locked: it can be on a slow disk. */
static TnkAttachment *
read_file (const char *filename,
           GBytes **content,
           GError **error)
{
  *content = tnk_attachment_read_source (filename, error);
  return *content != NULL ? make_attachment (filename, *content, error) : NULL;
}

static gboolean
find_paper (TnkAuditWork *work,
            TnkAttachment *attachment,
            const char *control_id,
            const char *department_id,
            GError **error)
{
  TnkWorkPaper *paper = tnk_audit_book_lookup_paper (work->book, control_id, department_id);

  if (paper == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the audit “%s” has no work paper about “%s” in “%s”; write it first", tnk_audit_get_id (work->audit),
                 control_id, department_id);
    return FALSE;
  }
  tnk_set_string (&attachment->control_id, control_id);
  tnk_set_string (&attachment->department_id, department_id);
  return tnk_audit_work_check_judge (work, department_id, tnk_work_paper_get_control (paper), error);
}

/**
 * tnk_store_attach_to_paper:
 * @self: an open store
 * @audit_id: the id of an audit that is under way
 * @control_id: the control of a work paper
 * @department_id: the department of the work paper
 * @filename: the file
 * @by: the staff number of an auditor of the audit who is independent of what the paper is about
 * @error: return location for an error: [error@Tenken.Error] `INVALID` if the file is none that can be attached, `STATE` also if it
 *   changed while it was read, `NOT_FOUND`, `REFUSED` or `STORE`
 *
 * Attaches a file to a work paper.
 *
 * Returns: (transfer full): the attachment
 *
 * Since: 0.1
 */
TnkAttachment *
tnk_store_attach_to_paper (TnkStore *self,
                           const char *audit_id,
                           const char *control_id,
                           const char *department_id,
                           const char *filename,
                           const char *by,
                           GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (GBytes) content = NULL;
  g_autoptr (TnkAttachment) attachment = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && filename != NULL, NULL);
  g_return_val_if_fail (control_id != NULL && department_id != NULL, NULL);

  attachment = read_file (filename, &content, error);
  if (attachment == NULL || !tnk_audit_work_begin (&work, self, audit_id, by, error) ||
      !tnk_audit_work_check_state (&work, UNDER_WAY, "files are attached to work papers while it is under way", error) ||
      !find_paper (&work, attachment, control_id, department_id, error))
    return NULL;
  return attach (&work, attachment, content, error);
}

/* The auditors attach what they saw, the department what it did about it. */
static gboolean
check_side (TnkAuditWork *work,
            TnkFinding *finding,
            GError **error)
{
  const char *department_id = tnk_finding_get_department_id (finding);

  if (tnk_finding_get_issued_at (finding) != NULL && !tnk_audit_has_auditor (work->audit, work->by) && tnk_audit_work_answers_for (work, department_id))
    return TRUE;
  return tnk_audit_work_check_judge (work, department_id, tnk_finding_get_control (finding), error);
}

static gboolean
find_finding (TnkAuditWork *work,
              TnkAttachment *attachment,
              const char *finding_id,
              GError **error)
{
  TnkFinding *finding = tnk_audit_book_lookup_finding (work->book, finding_id);

  if (finding == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the audit “%s” has no finding “%s”", tnk_audit_get_id (work->audit), finding_id);
    return FALSE;
  }
  tnk_set_string (&attachment->finding_id, finding_id);
  tnk_set_string (&attachment->department_id, tnk_finding_get_department_id (finding));
  if (!check_side (work, finding, error))
    return FALSE;
  if (tnk_finding_is_open (finding))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "the finding “%s” is %s; nothing can be attached to it any more", finding_id,
               tnk_finding_state_to_string (tnk_finding_get_state (finding)));
  return FALSE;
}

/**
 * tnk_store_attach_to_finding:
 * @self: an open store
 * @audit_id: the id of an audit that is under way or reported
 * @finding_id: the id of an open finding
 * @filename: the file
 * @by: the staff number of an auditor of the audit who is independent of what the finding is about or, once it was issued, of
 *   somebody who answers for the department
 * @error: return location for an error: [error@Tenken.Error] `INVALID` if the file is none that can be attached, `STATE` also if it
 *   changed while it was read, `NOT_FOUND`, `REFUSED` or `STORE`
 *
 * Attaches a file to a finding.
 *
 * Returns: (transfer full): the attachment
 *
 * Since: 0.1
 */
TnkAttachment *
tnk_store_attach_to_finding (TnkStore *self,
                             const char *audit_id,
                             const char *finding_id,
                             const char *filename,
                             const char *by,
                             GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (GBytes) content = NULL;
  g_autoptr (TnkAttachment) attachment = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && finding_id != NULL && filename != NULL, NULL);

  attachment = read_file (filename, &content, error);
  if (attachment == NULL || !tnk_audit_work_begin (&work, self, audit_id, by, error) ||
      !tnk_audit_work_check_state (&work, UNDER_WAY | REPORTED, "files are attached to findings while it is under way or reported", error) ||
      !find_finding (&work, attachment, finding_id, error))
    return NULL;
  return attach (&work, attachment, content, error);
}

/* --- giving out --- */

static gboolean
is_store (TnkStore *self,
          const char *filename)
{
  struct stat ours, theirs;

  return stat (tnk_store_get_name (self), &ours) == 0 && stat (filename, &theirs) == 0 && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

/* What is given out must not take the place of the store, nor of what it keeps. */
static gboolean
check_target (TnkStore *self,
              const char *filename,
              GError **error)
{
  if (!is_store (self, filename) && !tnk_attachment_folder_holds (tnk_store_get_name (self), filename))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "%s: this is the store itself, or what it keeps; name another file", filename);
  return FALSE;
}

static gboolean
write_out (const char *filename,
           GBytes *content,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  if (g_file_set_contents_full (filename, data, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "%s: the file cannot be written: %s", filename, local->message);
  return FALSE;
}

/**
 * tnk_store_export_attachment:
 * @self: an open store
 * @audit_id: the id of an audit
 * @attachment_id: the id of an attachment
 * @filename: where to write it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `TAMPERED` if the file is not the one that was attached,
 *   `EXPORT` or `STORE`
 *
 * Writes an attached file.
 *
 * Returns: `TRUE` if it is written
 *
 * Since: 0.1
 */
gboolean
tnk_store_export_attachment (TnkStore *self,
                             const char *audit_id,
                             const char *attachment_id,
                             const char *filename,
                             GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (GBytes) content = NULL;
  TnkAttachment *attachment;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL, FALSE);
  g_return_val_if_fail (attachment_id != NULL && filename != NULL, FALSE);

  book = tnk_store_load_audit (self, audit_id, error);
  if (book == NULL)
    return FALSE;
  attachment = tnk_audit_book_lookup_attachment (book, attachment_id);
  if (attachment == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the audit “%s” has no attachment “%s”; see “tenkenctl audit show”", audit_id, attachment_id);
    return FALSE;
  }
  if (!check_target (self, filename, error))
    return FALSE;
  content = tnk_attachment_folder_read (tnk_store_get_name (self), attachment->hash, attachment->size, error);
  return content != NULL && write_out (filename, content, error);
}

/* --- all of them --- */

typedef gboolean (*DoFile) (TnkStore *self, const char *hash, guint64 size, const char *target, GError **error);

static gboolean
for_each_file (TnkStore *self,
               DoFile func,
               const char *target,
               const TnkWatch *watch,
               GError **error)
{
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->connection, error, "SELECT DISTINCT hash, size FROM attachment ORDER BY hash", "");
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (g_cancellable_set_error_if_cancelled (watch->cancellable, error) ||
        !func (self, tnk_statement_text (statement, 0), tnk_statement_int (statement, 1), target, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
copy_file (TnkStore *self,
           const char *hash,
           guint64 size,
           const char *target,
           GError **error)
{
  return tnk_attachment_folder_copy (tnk_store_get_name (self), target, hash, size, error);
}

gboolean
tnk_store_copy_attachments (TnkStore *self,
                            const char *filename,
                            const TnkWatch *watch,
                            GError **error)
{
  return for_each_file (self, copy_file, filename, watch, error);
}

static gboolean
verify_file (TnkStore *self,
             const char *hash,
             guint64 size,
             const char *target,
             GError **error)
{
  g_autoptr (GBytes) content = tnk_attachment_folder_read (tnk_store_get_name (self), hash, size, error);

  return content != NULL;
}

gboolean
tnk_store_verify_attachments (TnkStore *self,
                              const TnkWatch *watch,
                              GError **error)
{
  return for_each_file (self, verify_file, NULL, watch, error);
}
