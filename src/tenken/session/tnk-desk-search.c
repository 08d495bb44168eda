/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-search.h"

#include "tnk-desk-private.h"
#include "tnk-fold.h"
#include "tnk-hit-private.h"
#include "tnk-store-search-private.h"

/* What is looked for, and what was found of each kind. */
typedef struct
{
  TnkDesk *desk;
  const char *words;
  const char *language;
  guint limit; /* of each kind */
  GCancellable *cancellable;
  TnkBody *tree; /* of the scope that is looked at */
  GPtrArray *departments; /* (element-type TnkHit) */
  GPtrArray *controls;
  GPtrArray *people;
  GHashTable *seen; /* (element-type utf8): departments and people; one may stand below two of the own */
} Search;

static void
search_init (Search *self)
{
  self->departments = g_ptr_array_new_with_free_func (g_object_unref);
  self->controls = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
is_meant (Search *self,
          const char *name,
          const char *other)
{
  g_autofree char *all = g_strconcat (name, " ", other, NULL);
  g_autofree char *folded = tnk_fold_text (all);

  return tnk_fold_matches (folded, self->words);
}

static gboolean
is_new (Search *self,
        const char *kind,
        const char *id)
{
  return g_hash_table_add (self->seen, g_strconcat (kind, id, NULL));
}

static void
find_departments (Search *self,
                  const TnkDeskScope *scope)
{
  guint first = MAX (scope->department, 0);
  guint end = scope->department < 0 ? tnk_body_get_n_departments (scope->tree) : tnk_body_get_subtree_end (scope->tree, first);

  for (guint i = first; i < end && self->departments->len < self->limit; i++) {
    TnkDepartment *department = tnk_body_get_department (scope->tree, i), *above = tnk_department_get_parent (department);
    const char *id = tnk_department_get_id (department), *name = tnk_department_get_name (department);

    if (is_meant (self, name, id) && is_new (self, "d", id))
      g_ptr_array_add (self->departments, tnk_hit_new (TNK_HIT_KIND_DEPARTMENT, id, name,
                                                       above != NULL ? tnk_department_get_name (above) : NULL, id));
  }
}

static void
find_controls (Search *self,
               TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog) && self->controls->len < self->limit; i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    const char *title = tnk_text_get (tnk_control_get_title (control), self->language);
    const char *id = tnk_control_get_id (control), *clause = tnk_control_get_clause (control);
    g_autofree char *names = g_strconcat (id, " ", clause, NULL);

    if (is_meant (self, title, names))
      g_ptr_array_add (self->controls, tnk_hit_new (TNK_HIT_KIND_CONTROL, id, title, clause, NULL));
  }
}

static gboolean
found_person (const char *person_id,
              const char *name,
              gint64 department,
              gpointer user_data)
{
  Search *self = user_data;
  TnkDepartment *where = department >= 0 && department < tnk_body_get_n_departments (self->tree)
                           ? tnk_body_get_department (self->tree, department)
                           : NULL;

  if (where != NULL && is_new (self, "p", person_id))
    g_ptr_array_add (self->people, tnk_hit_new (TNK_HIT_KIND_PERSON, person_id, name, tnk_department_get_name (where),
                                                tnk_department_get_id (where)));
  return self->people->len < self->limit;
}

static gboolean
find_people (Search *self,
             const TnkDeskScope *scope,
             GError **error)
{
  gint64 first = MAX (scope->department, 0);
  gint64 end = scope->department < 0 ? G_MAXINT : (gint64) tnk_body_get_subtree_end (scope->tree, first);

  if (!scope->names || self->people->len >= self->limit)
    return TRUE;
  self->tree = scope->tree;
  return tnk_store_find_people (self->desk->store, scope->round->no, first, end, self->words, found_person, self,
                                self->cancellable, error);
}

/* In a department with all below it, or in the whole body. A department of the person that this campaign did not have
 * opens nothing. */
static gboolean
search_scope (Search *self,
              const char *campaign_id,
              const char *department_id,
              GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (GError) local = NULL;

  if (!tnk_desk_enter (self->desk, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, &local)) {
    if (department_id != NULL &&
        (g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED) || scope.tree != NULL))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  find_departments (self, &scope);
  if (self->controls->len == 0)
    find_controls (self, scope.campaign);
  return find_people (self, &scope, error);
}

static gboolean
search_all (Search *self,
            const char *campaign_id,
            TnkRights rights,
            const char *const *own,
            GError **error)
{
  if ((rights & (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT)) != 0 && !search_scope (self, campaign_id, NULL, error))
    return FALSE;
  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    if (!search_scope (self, campaign_id, own[i], error))
      return FALSE;
  return TRUE;
}

/**
 * tnk_desk_search:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @words: what to look for: a name, a number, a clause, or parts of them
 * @language: the language of the titles, “ja” or “en”
 * @limit: the most of each kind
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `REFUSED`, `STORE`, or `G_IO_ERROR_CANCELLED`
 *
 * Finds departments, controls, and people who are asked, within what the person may see. People are found only by who may see
 * their names. It does not matter how kana, width and case are written.
 *
 * Returns: (transfer container) (element-type TnkHit): the departments, then the controls, then the people
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_search (TnkDesk *self,
                 const char *campaign_id,
                 const char *words,
                 const char *language,
                 guint limit,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (Search) search = {.desk = self, .words = words, .language = language, .limit = limit, .cancellable = cancellable};
  g_auto (GStrv) own = NULL;
  TnkRights rights;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && words != NULL && language != NULL, NULL);

  search_init (&search);
  if (!tnk_desk_enter_any (self, error) || !tnk_desk_read_rights (self, &rights, &own, error) ||
      !search_all (&search, campaign_id, rights, (const char *const *) own, error))
    return NULL;
  g_ptr_array_extend_and_steal (search.departments, g_steal_pointer (&search.controls));
  g_ptr_array_extend_and_steal (search.departments, g_steal_pointer (&search.people));
  return g_steal_pointer (&search.departments);
}
