/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TNK_ATTACHMENT_MAX_SIZE:
 *
 * How many bytes a file can have that is attached.
 *
 * Since: 0.1
 */
#define TNK_ATTACHMENT_MAX_SIZE (20 * 1024 * 1024)

#define TNK_TYPE_ATTACHMENT (tnk_attachment_get_type ())

/**
 * TnkAttachment:
 *
 * A file that is attached to a work paper or to a finding. The file itself is kept beside the store, named by its hash.
 * Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAttachment, tnk_attachment, TNK, ATTACHMENT, GObject)

const char *tnk_attachment_get_id (TnkAttachment *self);
const char *tnk_attachment_get_finding_id (TnkAttachment *self);
const char *tnk_attachment_get_control_id (TnkAttachment *self);
const char *tnk_attachment_get_department_id (TnkAttachment *self);
const char *tnk_attachment_get_name (TnkAttachment *self);
const char *tnk_attachment_get_media_type (TnkAttachment *self);
guint64 tnk_attachment_get_size (TnkAttachment *self);
const char *tnk_attachment_get_hash (TnkAttachment *self);
const char *tnk_attachment_get_added_by (TnkAttachment *self);
const char *tnk_attachment_get_added_at (TnkAttachment *self);

const char *const *tnk_attachment_list_endings (void);

G_END_DECLS
