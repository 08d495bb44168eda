/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-comparison-private.h"

#include "tnk-catalog-private.h"
#include "tnk-text-part.h"

struct _TnkComparisonField
{
  const char *member; /* static */
  TnkText *label;
  TnkText *old; /* NULL: the old edition says nothing of it */
  TnkText *new;
};

G_DEFINE_BOXED_TYPE (TnkComparisonField, tnk_comparison_field, tnk_comparison_field_ref, tnk_comparison_field_unref)

TnkComparisonField *
tnk_comparison_field_new (const char *member,
                          TnkText *label,
                          TnkText *old,
                          TnkText *new)
{
  TnkComparisonField *self = g_atomic_rc_box_new0 (TnkComparisonField);

  self->member = member;
  self->label = label;
  self->old = old;
  self->new = new;
  return self;
}

/**
 * tnk_comparison_field_ref:
 * @self: a field
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
TnkComparisonField *
tnk_comparison_field_ref (TnkComparisonField *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_field (gpointer data)
{
  TnkComparisonField *self = data;

  tnk_text_unref (self->label);
  g_clear_pointer (&self->old, tnk_text_unref);
  g_clear_pointer (&self->new, tnk_text_unref);
}

/**
 * tnk_comparison_field_unref:
 * @self: (transfer full): a field
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
tnk_comparison_field_unref (TnkComparisonField *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_field);
}

/**
 * tnk_comparison_field_get_member:
 * @self: a field
 *
 * Gets which member of a control, or of its questions, it is about, by the name that the file format uses.
 *
 * Returns: the name, such as `title` or `questions`
 *
 * Since: 0.1
 */
const char *
tnk_comparison_field_get_member (TnkComparisonField *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->member;
}

/**
 * tnk_comparison_field_get_label:
 * @self: a field
 *
 * Gets what people call it.
 *
 * Returns: (transfer none): the words; those of a question name whom it asks
 *
 * Since: 0.1
 */
TnkText *
tnk_comparison_field_get_label (TnkComparisonField *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->label;
}

/**
 * tnk_comparison_field_get_old:
 * @self: a field
 *
 * Gets what the old edition says.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL` where it says nothing
 *
 * Since: 0.1
 */
TnkText *
tnk_comparison_field_get_old (TnkComparisonField *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->old;
}

/**
 * tnk_comparison_field_get_new:
 * @self: a field
 *
 * Gets what the new edition says.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL` where it says nothing
 *
 * Since: 0.1
 */
TnkText *
tnk_comparison_field_get_new (TnkComparisonField *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->new;
}

/**
 * tnk_comparison_field_is_changed:
 * @self: a field
 *
 * Tells whether the two editions say different things, in any language.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_comparison_field_is_changed (TnkComparisonField *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return !tnk_text_equal (self->old, self->new);
}

/**
 * tnk_comparison_field_compare:
 * @self: a field
 * @language: (nullable): `ja`, `en`, or a locale; `NULL` means `ja`
 *
 * Compares the two texts in a language, see [func@Text.compare]. A text that is missing counts as an empty one.
 *
 * Returns: (transfer full) (element-type TnkTextPart): the parts
 *
 * Since: 0.1
 */
GPtrArray *
tnk_comparison_field_compare (TnkComparisonField *self,
                              const char *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  return tnk_text_compare (self->old != NULL ? tnk_text_get (self->old, language) : "",
                           self->new != NULL ? tnk_text_get (self->new, language) : "");
}

/* --- the fields of a control --- */

typedef TnkText *(*Word) (TnkControl *control);

static TnkText *
word_id (TnkControl *control)
{
  return tnk_text_new (control->id, NULL);
}

static TnkText *
word_clause (TnkControl *control)
{
  return tnk_text_new (control->clause, NULL);
}

static TnkText *
word_level (TnkControl *control)
{
  return control->level == TNK_LEVEL_REQUIRED ? tnk_text_new ("必須", "Required") : tnk_text_new ("推奨", "Recommended");
}

static TnkText *
word_weight (TnkControl *control)
{
  g_autofree char *number = g_strdup_printf ("%u", control->weight);

  return tnk_text_new (number, NULL);
}

static TnkText *
word_critical (TnkControl *control)
{
  return control->critical ? tnk_text_new ("重要", "Critical") : tnk_text_new ("―", "–");
}

static TnkText *
word_tags (TnkControl *control)
{
  g_autofree char *tags = g_strjoinv (", ", control->tags);

  return *tags != '\0' ? tnk_text_new (tags, NULL) : NULL;
}

static TnkText *
word_duties (TnkControl *control)
{
  g_autoptr (GString) ja = g_string_new (NULL), en = g_string_new (NULL);

  for (guint i = 0; i < control->n_duties; i++) {
    const TnkDuty *duty = control->duties[i];
    const char *symbol = tnk_mark_to_symbol (duty->mark);

    g_string_append_printf (ja, "%s%s %s", i > 0 ? "、" : "", symbol, tnk_text_get (duty->role->name, "ja"));
    g_string_append_printf (en, "%s%s %s", i > 0 ? ", " : "", symbol, tnk_text_get (duty->role->name, "en"));
  }
  return ja->len > 0 ? tnk_text_new (ja->str, en->str) : NULL;
}

static TnkText *
ref_or_null (TnkText *text)
{
  return text != NULL ? tnk_text_ref (text) : NULL;
}

static TnkText *
word_title (TnkControl *control)
{
  return tnk_text_ref (control->title);
}

static TnkText *
word_guidance (TnkControl *control)
{
  return ref_or_null (control->guidance);
}

static TnkText *
word_evidence (TnkControl *control)
{
  return ref_or_null (control->evidence);
}

static TnkText *
word_improvement (TnkControl *control)
{
  return ref_or_null (control->improvement);
}

static TnkText *
word_note (TnkControl *control)
{
  return ref_or_null (control->note);
}

static const struct
{
  const char *member;
  const char *ja;
  const char *en;
  Word word;
  gboolean only_changed; /* shown only where both editions have the control and differ in it */
} kinds[] = {
  {"id", "管理策ID", "Control id", word_id, TRUE},
  {"clause", "条項", "Clause", word_clause, FALSE},
  {"title", "題名", "Title", word_title, FALSE},
  {"level", "水準", "Level", word_level, FALSE},
  {"weight", "重み", "Weight", word_weight, TRUE},
  {"critical", "重要な管理策", "Critical control", word_critical, TRUE},
  {"duties", "役割と責務", "Duties", word_duties, FALSE},
  {"questions", NULL, NULL, NULL, FALSE},
  {"guidance", "手引き", "Guidance", word_guidance, TRUE},
  {"evidence", "証跡の例", "Examples of evidence", word_evidence, TRUE},
  {"improvement", "改善の例", "Suggested improvement", word_improvement, TRUE},
  {"tags", "分類", "Tags", word_tags, TRUE},
  {"note", "注記", "Note", word_note, TRUE},
};

static void
add_field (const TnkComparedControl *compared,
           GPtrArray *fields,
           guint i)
{
  g_autoptr (TnkText) old = compared->old != NULL ? kinds[i].word (compared->old) : NULL;
  g_autoptr (TnkText) new = compared->new != NULL ? kinds[i].word (compared->new) : NULL;

  if (old == NULL && new == NULL)
    return;
  if (kinds[i].only_changed && (compared->old == NULL || compared->new == NULL || tnk_text_equal (old, new)))
    return;
  g_ptr_array_add (fields, tnk_comparison_field_new (kinds[i].member, tnk_text_new (kinds[i].ja, kinds[i].en),
                                                     g_steal_pointer (&old), g_steal_pointer (&new)));
}

GPtrArray *
tnk_comparison_list_fields (const TnkComparedControl *compared)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_comparison_field_unref);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].word != NULL)
      add_field (compared, fields, i);
    else
      tnk_comparison_add_questions (compared, fields);
  return fields;
}
