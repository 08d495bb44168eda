/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-attachment.h"

G_BEGIN_DECLS

/* tnk-attachment.c holds what is known of a file, tnk-attachment-type.c says what may be attached, and under which name. */

struct _TnkAttachment
{
  GObject parent_instance;

  char *id;
  char *finding_id; /* NULL: it is about a work paper */
  char *control_id; /* of the work paper; NULL: it is about a finding */
  char *department_id;
  char *name;
  char *media_type;
  guint64 size;
  char *hash;
  char *added_by;
  char *added_at;
};

/* The name under which a file is shown and given out again: no part of a path, nothing that a terminal or a system obeys. It is
 * never a name in the folder of the store. */
char *tnk_attachment_clean_name (const char *name);
/* The media type of what the name says and the content bears out; NULL with an error where they do not fit, or it is none of
 * those that may be attached. */
const char *tnk_attachment_find_type (const char *name, const guint8 *content, gsize length, GError **error);

G_END_DECLS
