/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-editor.h"

#include "tenken-record-checklist.h"
#include "tenken-record-choices.h"
#include "tenken-record-entry.h"
#include "tenken-record-moment.h"
#include "tenken-record-picks.h"

typedef struct
{
  gboolean filling; /* what changes now comes from outside */
} TenkenRecordEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TenkenRecordEditor, tenken_record_editor, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
ignore_invalid (TenkenRecordEditor *self,
                gboolean invalid)
{
}

static void
tenken_record_editor_class_init (TenkenRecordEditorClass *klass)
{
  klass->set_invalid = ignore_invalid;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_record_editor_init (TenkenRecordEditor *self)
{
}

void
tenken_record_editor_set_value (TenkenRecordEditor *self,
                                const char *value,
                                const char *display)
{
  TenkenRecordEditorPrivate *priv;

  g_return_if_fail (TENKEN_IS_RECORD_EDITOR (self) && value != NULL && display != NULL);

  priv = tenken_record_editor_get_instance_private (self);
  priv->filling = TRUE;
  TENKEN_RECORD_EDITOR_GET_CLASS (self)->set_value (self, value, display);
  priv->filling = FALSE;
}

char *
tenken_record_editor_dup_value (TenkenRecordEditor *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_EDITOR (self), NULL);
  return TENKEN_RECORD_EDITOR_GET_CLASS (self)->dup_value (self);
}

void
tenken_record_editor_set_invalid (TenkenRecordEditor *self,
                                  gboolean invalid)
{
  g_return_if_fail (TENKEN_IS_RECORD_EDITOR (self));
  TENKEN_RECORD_EDITOR_GET_CLASS (self)->set_invalid (self, invalid);
}

void
tenken_record_editor_changed (TenkenRecordEditor *self)
{
  TenkenRecordEditorPrivate *priv;

  g_return_if_fail (TENKEN_IS_RECORD_EDITOR (self));

  priv = tenken_record_editor_get_instance_private (self);
  if (!priv->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

GtkWidget *
tenken_record_editor_new (TenkenDesk *desk,
                          TnkFormField *field,
                          const char *name,
                          const char *today)
{
  g_return_val_if_fail (TENKEN_IS_DESK (desk) && TNK_IS_FORM_FIELD (field), NULL);

  switch (tnk_form_field_get_kind (field)) {
  case TNK_FORM_FIELD_KIND_YES_NO:
  case TNK_FORM_FIELD_KIND_SINGLE:
  case TNK_FORM_FIELD_KIND_MULTIPLE:
    return tenken_record_choices_new (field, name);
  case TNK_FORM_FIELD_KIND_CHECKLIST:
    return tenken_record_checklist_new (field, name);
  case TNK_FORM_FIELD_KIND_DATE:
  case TNK_FORM_FIELD_KIND_DATE_TIME:
    return tenken_record_moment_new (field, name, today);
  case TNK_FORM_FIELD_KIND_NUMBER:
  case TNK_FORM_FIELD_KIND_SHORT_TEXT:
  case TNK_FORM_FIELD_KIND_LONG_TEXT:
    return tenken_record_entry_new (field, name);
  case TNK_FORM_FIELD_KIND_PERSON:
  case TNK_FORM_FIELD_KIND_DEPARTMENT:
  case TNK_FORM_FIELD_KIND_CONTROL:
    return tenken_record_picks_new (desk, field, name);
  case TNK_FORM_FIELD_KIND_LOOKED_UP:
  case TNK_FORM_FIELD_KIND_NOTE:
  default:
    return NULL;
  }
}
