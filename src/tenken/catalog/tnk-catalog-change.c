/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-change.h"

#include <string.h>

#include "tnk-catalog-private.h"

struct _TnkCatalogChange
{
  GObject parent_instance;

  TnkCatalogChangeKind kind;
  TnkControl *old;
  TnkControl *new;
  TnkCatalog *old_catalog; /* keep alive what the controls point to */
  TnkCatalog *new_catalog;
  char **members;
};

G_DEFINE_FINAL_TYPE (TnkCatalogChange, tnk_catalog_change, G_TYPE_OBJECT)

static const char *const kinds[] = {"added", "removed", "changed"};

/**
 * tnk_catalog_change_kind_to_string:
 * @kind: a kind of change
 *
 * Gets the word for a kind of change.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_catalog_change_kind_to_string (TnkCatalogChangeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

static void
tnk_catalog_change_finalize (GObject *object)
{
  TnkCatalogChange *self = TNK_CATALOG_CHANGE (object);

  g_clear_object (&self->old);
  g_clear_object (&self->new);
  g_clear_object (&self->old_catalog);
  g_clear_object (&self->new_catalog);
  g_strfreev (self->members);
  G_OBJECT_CLASS (tnk_catalog_change_parent_class)->finalize (object);
}

static void
tnk_catalog_change_class_init (TnkCatalogChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_catalog_change_finalize;
}

static void
tnk_catalog_change_init (TnkCatalogChange *self)
{
}

typedef struct
{
  TnkCatalog *old_catalog;
  TnkCatalog *new_catalog;
  GPtrArray *changes;
} Diff;

static void
add_change (Diff *diff,
            TnkCatalogChangeKind kind,
            TnkControl *old,
            TnkControl *new,
            GStrv members)
{
  TnkCatalogChange *self = g_object_new (TNK_TYPE_CATALOG_CHANGE, NULL);

  self->kind = kind;
  g_set_object (&self->old, old);
  g_set_object (&self->new, new);
  self->old_catalog = g_object_ref (diff->old_catalog);
  self->new_catalog = g_object_ref (diff->new_catalog);
  self->members = members;
  g_ptr_array_add (diff->changes, self);
}

static gboolean
same_duties (TnkControl *old,
             TnkControl *new)
{
  if (old->n_duties != new->n_duties)
    return FALSE;
  for (guint i = 0; i < old->n_duties; i++)
    if (old->duties[i]->mark != new->duties[i]->mark || !g_str_equal (old->duties[i]->role->id, new->duties[i]->role->id))
      return FALSE;
  return TRUE;
}

static gboolean
same_texts (GPtrArray *old,
            GPtrArray *new)
{
  if (old->len != new->len)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (!tnk_text_equal (g_ptr_array_index (old, i), g_ptr_array_index (new, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_strings (GPtrArray *old,
              GPtrArray *new)
{
  if (old->len != new->len)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (!g_str_equal (g_ptr_array_index (old, i), g_ptr_array_index (new, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_condition (TnkQuestion *old,
                TnkQuestion *new)
{
  if (old->ask_if == NULL || new->ask_if == NULL)
    return old->ask_if == new->ask_if;
  return g_str_equal (old->ask_if, new->ask_if) &&
         g_strv_equal ((const char *const *) old->ask_if_answers, (const char *const *) new->ask_if_answers);
}

/* Who is asked is part of a question. The two catalogs can have their roles in different columns. */
static gboolean
same_roles (Diff *diff,
            TnkQuestion *old,
            TnkQuestion *new)
{
  guint64 bits = 0;

  for (guint i = 0; i < tnk_catalog_get_n_roles (diff->old_catalog); i++) {
    TnkRole *role = tnk_catalog_lookup_role (diff->new_catalog,
                                             tnk_role_get_id (tnk_catalog_get_role (diff->old_catalog, i)));

    if (!((old->role_bits >> i) & 1))
      continue;
    if (role == NULL)
      return FALSE;
    bits |= G_GUINT64_CONSTANT (1) << role->index;
  }
  return bits == new->role_bits;
}

const char *
tnk_question_own_id (TnkControl *control,
                     TnkQuestion *question)
{
  return g_str_has_prefix (question->id, control->id) ? question->id + strlen (control->id) : question->id;
}

static gboolean
same_question (Diff *diff,
               TnkQuestion *old,
               TnkQuestion *new)
{
  for (guint i = 0; i < G_N_ELEMENTS (old->anchors); i++)
    if (!tnk_text_equal (old->anchors[i], new->anchors[i]))
      return FALSE;
  return old->kind == new->kind &&same_roles (diff, old, new) &&
         tnk_text_equal (old->text, new->text) && tnk_text_equal (old->guidance, new->guidance) &&
         tnk_text_equal (old->evidence, new->evidence) && tnk_text_equal (old->improvement, new->improvement) &&
         same_condition (old, new) && same_texts (old->reasons, new->reasons) &&
         same_strings (old->choice_ids, new->choice_ids) && same_texts (old->choices, new->choices);
}

static gboolean
same_questions (Diff *diff,
                TnkControl *old,
                TnkControl *new)
{
  if (old->questions->len != new->questions->len)
    return FALSE;
  for (guint i = 0; i < old->questions->len; i++)
    if (!g_str_equal (tnk_question_own_id (old, g_ptr_array_index (old->questions, i)), tnk_question_own_id (new, g_ptr_array_index (new->questions, i))) ||
        !same_question (diff, g_ptr_array_index (old->questions, i), g_ptr_array_index (new->questions, i)))
      return FALSE;
  return TRUE;
}

/* The names of the members in which two controls differ; empty if they say the same. */
static GStrv
differing_members (Diff *diff,
                   TnkControl *old,
                   TnkControl *new)
{
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();

  if (!g_str_equal (old->id, new->id))
    g_strv_builder_add (members, "id");
  if (!g_str_equal (old->clause, new->clause))
    g_strv_builder_add (members, "clause");
  if (old->level != new->level)
    g_strv_builder_add (members, "level");
  if (old->weight != new->weight)
    g_strv_builder_add (members, "weight");
  if (old->critical != new->critical)
    g_strv_builder_add (members, "critical");
  if (!tnk_text_equal (old->title, new->title))
    g_strv_builder_add (members, "title");
  if (!tnk_text_equal (old->guidance, new->guidance))
    g_strv_builder_add (members, "guidance");
  if (!tnk_text_equal (old->evidence, new->evidence))
    g_strv_builder_add (members, "evidence");
  if (!tnk_text_equal (old->improvement, new->improvement))
    g_strv_builder_add (members, "improvement");
  if (!g_strv_equal ((const char *const *) old->tags, (const char *const *) new->tags))
    g_strv_builder_add (members, "tags");
  if (!same_duties (old, new))
    g_strv_builder_add (members, "duties");
  if (!same_questions (diff, old, new))
    g_strv_builder_add (members, "questions");
  if (!tnk_text_equal (old->note, new->note))
    g_strv_builder_add (members, "note");
  return g_strv_builder_end (members);
}

/* Catalogs that have nothing to do with each other are compared by id all the same. */
static TnkControl *
trace (Diff *diff,
       TnkControl *new)
{
  if (tnk_catalog_follows (diff->new_catalog, diff->old_catalog))
    return tnk_catalog_trace_control (diff->new_catalog, new, diff->old_catalog, NULL);
  return tnk_catalog_lookup_control (diff->old_catalog, new->id);
}

static GPtrArray *
list_removed (Diff *diff)
{
  GPtrArray *removed;

  if (tnk_catalog_follows (diff->new_catalog, diff->old_catalog))
    return tnk_catalog_list_removed (diff->new_catalog, diff->old_catalog);
  removed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tnk_catalog_get_n_controls (diff->old_catalog); i++) {
    TnkControl *old = tnk_catalog_get_control (diff->old_catalog, i);

    if (tnk_catalog_lookup_control (diff->new_catalog, old->id) == NULL)
      g_ptr_array_add (removed, g_object_ref (old));
  }
  return removed;
}

GStrv
tnk_catalog_compare_controls (TnkCatalog *old_catalog,
                              TnkControl *old,
                              TnkCatalog *new_catalog,
                              TnkControl *new)
{
  Diff diff = {old_catalog, new_catalog, NULL};

  return differing_members (&diff, old, new);
}

/**
 * tnk_catalog_diff:
 * @old_catalog: a catalog
 * @new_catalog: another, most often a later edition of it
 *
 * Compares two catalogs control by control: by the revision map where the new one has one that leads to the old one, else by
 * id.
 *
 * Returns: (transfer container) (element-type TnkCatalogChange): the controls in which they differ: those of the new catalog
 *   in its order, then those that it no longer has
 *
 * Since: 0.1
 */
GPtrArray *
tnk_catalog_diff (TnkCatalog *old_catalog,
                  TnkCatalog *new_catalog)
{
  Diff diff = {old_catalog, new_catalog, NULL};
  g_autoptr (GPtrArray) removed = NULL;

  g_return_val_if_fail (TNK_IS_CATALOG (old_catalog) && TNK_IS_CATALOG (new_catalog), NULL);

  diff.changes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tnk_catalog_get_n_controls (new_catalog); i++) {
    TnkControl *new = tnk_catalog_get_control (new_catalog, i);
    TnkControl *old = trace (&diff, new);
    g_auto (GStrv) members = old != NULL ? differing_members (&diff, old, new) : g_new0 (char *, 1);

    if (old == NULL)
      add_change (&diff, TNK_CATALOG_CHANGE_KIND_ADDED, NULL, new, g_steal_pointer (&members));
    else if (members[0] != NULL)
      add_change (&diff, TNK_CATALOG_CHANGE_KIND_CHANGED, old, new, g_steal_pointer (&members));
  }
  removed = list_removed (&diff);
  for (guint i = 0; i < removed->len; i++)
    add_change (&diff, TNK_CATALOG_CHANGE_KIND_REMOVED, g_ptr_array_index (removed, i), NULL, g_new0 (char *, 1));
  return diff.changes;
}

/**
 * tnk_catalog_change_get_kind:
 * @self: a change
 *
 * Gets how the catalogs differ.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkCatalogChangeKind
tnk_catalog_change_get_kind (TnkCatalogChange *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_CHANGE (self), TNK_CATALOG_CHANGE_KIND_CHANGED);
  return self->kind;
}

/**
 * tnk_catalog_change_get_old:
 * @self: a change
 *
 * Gets the control as the old catalog has it.
 *
 * Returns: (transfer none) (nullable): the control, `NULL` if it was added
 *
 * Since: 0.1
 */
TnkControl *
tnk_catalog_change_get_old (TnkCatalogChange *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_CHANGE (self), NULL);
  return self->old;
}

/**
 * tnk_catalog_change_get_new:
 * @self: a change
 *
 * Gets the control as the new catalog has it.
 *
 * Returns: (transfer none) (nullable): the control, `NULL` if it was removed
 *
 * Since: 0.1
 */
TnkControl *
tnk_catalog_change_get_new (TnkCatalogChange *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_CHANGE (self), NULL);
  return self->new;
}

/**
 * tnk_catalog_change_get_members:
 * @self: a change
 *
 * Gets what differs, by the names that the file format uses: `title`, `duties`, `questions` and so on.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names, empty if the control was added or removed
 *
 * Since: 0.1
 */
const char *const *
tnk_catalog_change_get_members (TnkCatalogChange *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_CHANGE (self), NULL);
  return (const char *const *) self->members;
}
