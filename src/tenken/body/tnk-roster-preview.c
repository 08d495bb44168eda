/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-roster-preview-private.h"

#include "tnk-roster-row-private.h"

struct _TnkRosterPreview
{
  GObject parent_instance;

  TnkBody *before;
  TnkBody *after;
  GPtrArray *rows; /* (element-type TnkRosterRow) */
  guint counts[TNK_N_ROSTER_KINDS];
  guint n_lost;
};

G_DEFINE_FINAL_TYPE (TnkRosterPreview, tnk_roster_preview, G_TYPE_OBJECT)

static void
tnk_roster_preview_finalize (GObject *object)
{
  TnkRosterPreview *self = TNK_ROSTER_PREVIEW (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  G_OBJECT_CLASS (tnk_roster_preview_parent_class)->finalize (object);
}

static void
tnk_roster_preview_class_init (TnkRosterPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_roster_preview_finalize;
}

static void
tnk_roster_preview_init (TnkRosterPreview *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static TnkRosterRow *
add_row (TnkRosterPreview *self,
         TnkRosterKind kind,
         const char *id,
         const char *name)
{
  TnkRosterRow *row = g_object_new (TNK_TYPE_ROSTER_ROW, NULL);

  row->kind = kind;
  row->id = g_strdup (id);
  row->name = g_strdup (name);
  g_ptr_array_add (self->rows, row);
  self->counts[kind]++;
  return row;
}

static void
add_change (TnkRosterPreview *self,
            TnkRosterKind kind,
            const char *id,
            const char *name,
            const char *old,
            const char *new)
{
  TnkRosterRow *row;

  if (g_strcmp0 (old, new) == 0)
    return;
  row = add_row (self, kind, id, name);
  row->old = g_strdup (old);
  row->new = g_strdup (new);
}

/* --- comparing --- */

static const char *
parent_id_of (TnkDepartment *department)
{
  TnkDepartment *parent = tnk_department_get_parent (department);

  return parent != NULL ? tnk_department_get_id (parent) : "";
}

static const char *
department_id_of (TnkPerson *person)
{
  return tnk_department_get_id (tnk_person_get_department (person));
}

static char *
join_roles (TnkPerson *person)
{
  return g_strjoinv (";", (char **) tnk_person_get_roles (person));
}

static void
compare_department (TnkRosterPreview *self,
                    TnkDepartment *new)
{
  const char *id = tnk_department_get_id (new), *name = tnk_department_get_name (new);
  TnkDepartment *old = tnk_body_lookup_department (self->before, id);

  if (old == NULL) {
    add_row (self, TNK_ROSTER_KIND_DEPARTMENT_ADDED, id, name)->new = g_strdup (parent_id_of (new));
    return;
  }
  add_change (self, TNK_ROSTER_KIND_DEPARTMENT_RENAMED, id, name, tnk_department_get_name (old), name);
  add_change (self, TNK_ROSTER_KIND_DEPARTMENT_MOVED, id, name, parent_id_of (old), parent_id_of (new));
}

static void
compare_person (TnkRosterPreview *self,
                TnkPerson *new)
{
  const char *id = tnk_person_get_id (new), *name = tnk_person_get_name (new);
  TnkPerson *old = tnk_body_lookup_person (self->before, id);
  g_autofree char *old_roles = NULL, *roles = NULL;

  if (old == NULL) {
    add_row (self, TNK_ROSTER_KIND_PERSON_ADDED, id, name)->new = g_strdup (department_id_of (new));
    return;
  }
  old_roles = join_roles (old);
  roles = join_roles (new);
  add_change (self, TNK_ROSTER_KIND_PERSON_RENAMED, id, name, tnk_person_get_name (old), name);
  add_change (self, TNK_ROSTER_KIND_PERSON_MOVED, id, name, department_id_of (old), department_id_of (new));
  add_change (self, TNK_ROSTER_KIND_PERSON_ROLES, id, name, old_roles, roles);
}

static void
compare_departments (TnkRosterPreview *self)
{
  for (guint i = 0; i < tnk_body_get_n_departments (self->after); i++)
    compare_department (self, tnk_body_get_department (self->after, i));
  for (guint i = 0; i < tnk_body_get_n_departments (self->before); i++) {
    TnkDepartment *old = tnk_body_get_department (self->before, i);
    const char *id = tnk_department_get_id (old);

    if (tnk_body_lookup_department (self->after, id) == NULL)
      add_row (self, TNK_ROSTER_KIND_DEPARTMENT_REMOVED, id, tnk_department_get_name (old))->old = g_strdup (parent_id_of (old));
  }
}

static void
compare_people (TnkRosterPreview *self)
{
  for (guint i = 0; i < tnk_body_get_n_people (self->after); i++)
    compare_person (self, tnk_body_get_person (self->after, i));
  for (guint i = 0; i < tnk_body_get_n_people (self->before); i++) {
    TnkPerson *old = tnk_body_get_person (self->before, i);
    const char *id = tnk_person_get_id (old);

    if (tnk_body_lookup_person (self->after, id) == NULL)
      add_row (self, TNK_ROSTER_KIND_PERSON_REMOVED, id, tnk_person_get_name (old))->old = g_strdup (department_id_of (old));
  }
}

/**
 * tnk_roster_preview_new:
 * @before: the roster as it is
 * @after: the roster as it would be
 *
 * Compares two rosters. What follows in campaigns is for the store to add: see [method@Store.preview_roster].
 *
 * Returns: (transfer full): what changes, departments first
 *
 * Since: 0.1
 */
TnkRosterPreview *
tnk_roster_preview_new (TnkBody *before,
                        TnkBody *after)
{
  TnkRosterPreview *self;

  g_return_val_if_fail (TNK_IS_BODY (before) && TNK_IS_BODY (after), NULL);

  self = g_object_new (TNK_TYPE_ROSTER_PREVIEW, NULL);
  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  compare_departments (self);
  compare_people (self);
  return self;
}

void
tnk_roster_preview_add (TnkRosterPreview *self,
                        TnkRosterKind kind,
                        const char *campaign_id,
                        const char *person_id,
                        const char *name,
                        guint n_answers)
{
  TnkRosterRow *row = add_row (self, kind, person_id, name);

  row->campaign_id = g_strdup (campaign_id);
  row->n_answers = n_answers;
  if (kind != TNK_ROSTER_KIND_KEPT)
    self->n_lost += n_answers;
}

static gboolean
rows_equal (TnkRosterRow *one,
            TnkRosterRow *other)
{
  return one->kind == other->kind && one->n_answers == other->n_answers && g_strcmp0 (one->id, other->id) == 0 &&
         g_strcmp0 (one->name, other->name) == 0 && g_strcmp0 (one->old, other->old) == 0 && g_strcmp0 (one->new, other->new) == 0 &&
         g_strcmp0 (one->campaign_id, other->campaign_id) == 0;
}

gboolean
tnk_roster_preview_equal (TnkRosterPreview *self,
                          TnkRosterPreview *other)
{
  if (self->rows->len != other->rows->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!rows_equal (self->rows->pdata[i], other->rows->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * tnk_roster_preview_get_before:
 * @self: a preview
 *
 * Gets the roster as it is.
 *
 * Returns: (transfer none): the roster
 *
 * Since: 0.1
 */
TnkBody *
tnk_roster_preview_get_before (TnkRosterPreview *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_PREVIEW (self), NULL);
  return self->before;
}

/**
 * tnk_roster_preview_get_after:
 * @self: a preview
 *
 * Gets the roster as it would be.
 *
 * Returns: (transfer none): the roster
 *
 * Since: 0.1
 */
TnkBody *
tnk_roster_preview_get_after (TnkRosterPreview *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_PREVIEW (self), NULL);
  return self->after;
}

/**
 * tnk_roster_preview_get_n_rows:
 * @self: a preview
 *
 * Counts the rows.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_roster_preview_get_n_rows (TnkRosterPreview *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_PREVIEW (self), 0);
  return self->rows->len;
}

/**
 * tnk_roster_preview_get_row:
 * @self: a preview
 * @position: which row, from 0
 *
 * Gets a row: departments come first, then people, then what follows.
 *
 * Returns: (transfer none): the row
 *
 * Since: 0.1
 */
TnkRosterRow *
tnk_roster_preview_get_row (TnkRosterPreview *self,
                            guint position)
{
  g_return_val_if_fail (TNK_IS_ROSTER_PREVIEW (self) && position < self->rows->len, NULL);
  return self->rows->pdata[position];
}

/**
 * tnk_roster_preview_count:
 * @self: a preview
 * @kind: a kind
 *
 * Counts the rows of one kind.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_roster_preview_count (TnkRosterPreview *self,
                          TnkRosterKind kind)
{
  g_return_val_if_fail (TNK_IS_ROSTER_PREVIEW (self) && (guint) kind < TNK_N_ROSTER_KINDS, 0);
  return self->counts[kind];
}

/**
 * tnk_roster_preview_count_lost_answers:
 * @self: a preview
 *
 * Counts the answers of drafts that would go. They stay readable in the log.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_roster_preview_count_lost_answers (TnkRosterPreview *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_PREVIEW (self), 0);
  return self->n_lost;
}
