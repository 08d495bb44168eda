/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* What the value of a field of a form is written with: an entry, some choices, a list. It takes and gives the text form of
 * the value. Signal "changed": a person changed it; not what is set from outside. */
#define TENKEN_TYPE_RECORD_EDITOR (tenken_record_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (TenkenRecordEditor, tenken_record_editor, TENKEN, RECORD_EDITOR, AdwBin)

struct _TenkenRecordEditorClass
{
  AdwBinClass parent_class;

  /* display: the value as people read it, which names what the value only numbers. */
  void (*set_value) (TenkenRecordEditor *self, const char *value, const char *display);
  char *(*dup_value) (TenkenRecordEditor *self);
  /* Marks what is to be mended for those who hear it. */
  void (*set_invalid) (TenkenRecordEditor *self, gboolean invalid);
};

void tenken_record_editor_set_value (TenkenRecordEditor *self, const char *value, const char *display);
char *tenken_record_editor_dup_value (TenkenRecordEditor *self);
void tenken_record_editor_set_invalid (TenkenRecordEditor *self, gboolean invalid);
/* For subclasses: what is seen is not what it was. */
void tenken_record_editor_changed (TenkenRecordEditor *self);

/* The editor for a field of this kind; NULL where nothing is written. */
GtkWidget *tenken_record_editor_new (TenkenDesk *desk, TnkFormField *field, const char *name, const char *today);

G_END_DECLS
