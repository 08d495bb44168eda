/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-private.h"

G_DEFINE_FINAL_TYPE (TnkRecordFault, tnk_record_fault, G_TYPE_OBJECT)

static void
tnk_record_fault_finalize (GObject *object)
{
  TnkRecordFault *self = TNK_RECORD_FAULT (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->reason, tnk_text_unref);
  G_OBJECT_CLASS (tnk_record_fault_parent_class)->finalize (object);
}

static void
tnk_record_fault_class_init (TnkRecordFaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_record_fault_finalize;
}

static void
tnk_record_fault_init (TnkRecordFault *self)
{
}

/**
 * tnk_record_fault_get_field:
 * @self: a fault
 *
 * Gets where it is.
 *
 * Returns: (transfer none): the field
 *
 * Since: 0.1
 */
TnkFormField *
tnk_record_fault_get_field (TnkRecordFault *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_FAULT (self), NULL);
  return self->field;
}

/**
 * tnk_record_fault_get_kind:
 * @self: a fault
 *
 * Gets what it is.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkRecordFaultKind
tnk_record_fault_get_kind (TnkRecordFault *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_FAULT (self), TNK_RECORD_FAULT_MISSING);
  return self->kind;
}

/**
 * tnk_record_fault_get_reason:
 * @self: a fault
 *
 * Gets why what the field says is forbidden.
 *
 * Returns: (transfer none) (nullable): the reason, or `NULL` for the other kinds
 *
 * Since: 0.1
 */
TnkText *
tnk_record_fault_get_reason (TnkRecordFault *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_FAULT (self), NULL);
  return self->reason;
}

/**
 * tnk_record_fault_dup_message:
 * @self: a fault
 * @language: `ja` or `en`
 *
 * Puts the fault as a sentence that names the field.
 *
 * Returns: (transfer full): the sentence
 *
 * Since: 0.1
 */
char *
tnk_record_fault_dup_message (TnkRecordFault *self,
                              const char *language)
{
  static const char *const words[][2] = {
    [TNK_RECORD_FAULT_MISSING] = {"記入してください。", "fill this in"},
    [TNK_RECORD_FAULT_UNFINISHED] = {"まだ答えていない項目があります。", "answer every item"},
  };
  gboolean japanese;
  const char *label, *text;

  g_return_val_if_fail (TNK_IS_RECORD_FAULT (self) && language != NULL, NULL);

  japanese = g_str_equal (language, "ja");
  label = tnk_text_get (tnk_form_field_get_label (self->field), language);
  text = self->reason != NULL ? tnk_text_get (self->reason, language) : words[self->kind][japanese ? 0 : 1];
  return g_strconcat (label, japanese ? "：" : ": ", text, NULL);
}
