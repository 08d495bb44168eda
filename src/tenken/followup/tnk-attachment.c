/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-attachment-private.h"

G_DEFINE_FINAL_TYPE (TnkAttachment, tnk_attachment, G_TYPE_OBJECT)

static void
tnk_attachment_finalize (GObject *object)
{
  TnkAttachment *self = TNK_ATTACHMENT (object);

  g_free (self->id);
  g_free (self->finding_id);
  g_free (self->control_id);
  g_free (self->department_id);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->hash);
  g_free (self->added_by);
  g_free (self->added_at);
  G_OBJECT_CLASS (tnk_attachment_parent_class)->finalize (object);
}

static void
tnk_attachment_class_init (TnkAttachmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_attachment_finalize;
}

static void
tnk_attachment_init (TnkAttachment *self)
{
}

/**
 * tnk_attachment_get_id:
 * @self: an attachment
 *
 * Gets the id, which is unique within the audit.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_id (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->id;
}

/**
 * tnk_attachment_get_finding_id:
 * @self: an attachment
 *
 * Gets the finding that it is attached to.
 *
 * Returns: (nullable): the id, or `NULL` if it is attached to a work paper
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_finding_id (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->finding_id;
}

/**
 * tnk_attachment_get_control_id:
 * @self: an attachment
 *
 * Gets the control of the work paper that it is attached to.
 *
 * Returns: (nullable): the id, or `NULL` if it is attached to a finding
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_control_id (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->control_id;
}

/**
 * tnk_attachment_get_department_id:
 * @self: an attachment
 *
 * Gets the department that the work paper or the finding is about.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_department_id (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->department_id;
}

/**
 * tnk_attachment_get_name:
 * @self: an attachment
 *
 * Gets the name that the file had, without what could do harm.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_name (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->name;
}

/**
 * tnk_attachment_get_media_type:
 * @self: an attachment
 *
 * Gets what kind of file it is.
 *
 * Returns: the media type, such as `application/pdf`
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_media_type (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->media_type;
}

/**
 * tnk_attachment_get_size:
 * @self: an attachment
 *
 * Gets how long it is.
 *
 * Returns: the number of bytes
 *
 * Since: 0.1
 */
guint64
tnk_attachment_get_size (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), 0);
  return self->size;
}

/**
 * tnk_attachment_get_hash:
 * @self: an attachment
 *
 * Gets the hash of the file.
 *
 * Returns: the SHA-256 in hexadecimal digits
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_hash (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->hash;
}

/**
 * tnk_attachment_get_added_by:
 * @self: an attachment
 *
 * Gets who attached it.
 *
 * Returns: a staff number
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_added_by (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->added_by;
}

/**
 * tnk_attachment_get_added_at:
 * @self: an attachment
 *
 * Gets when it was attached.
 *
 * Returns: the time, ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_attachment_get_added_at (TnkAttachment *self)
{
  g_return_val_if_fail (TNK_IS_ATTACHMENT (self), NULL);
  return self->added_at;
}
