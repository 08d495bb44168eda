/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-own-right-private.h"

#include "tnk-form-library.h"
#include "tnk-held-actor-private.h"
#include "tnk-store-record.h"

/* A form that cannot be read is nobody’s. */
static gboolean
has_form (const TnkActor *actor)
{
  g_autoptr (TnkFormLibrary) library = tnk_form_library_new ();

  for (guint i = 0; i < tnk_form_library_get_n_entries (library); i++) {
    g_autoptr (TnkForm) form = tnk_form_library_load (library, i, NULL);

    if (form != NULL && tnk_form_is_for (form, actor))
      return TRUE;
  }
  return FALSE;
}

/* Also of a form that is not there any more, and for who lost the role with which it was begun. */
static gboolean
find_record (TnkStore *store,
             const TnkActor *actor,
             gboolean *found,
             GError **error)
{
  g_autofree char *today = tnk_store_dup_today (store);
  g_autoptr (GPtrArray) records = tnk_store_list_records (store, error);

  if (records == NULL)
    return FALSE;
  *found = FALSE;
  for (guint i = 0; i < records->len && !*found; i++)
    *found = tnk_record_is_own (records->pdata[i], actor, today);
  return TRUE;
}

gboolean
tnk_held_rights_add_own (TnkHeldRights *self,
                         TnkStore *store,
                         const char *person_id,
                         GError **error)
{
  g_auto (TnkHeldActor) held = {0};
  g_autoptr (GError) local = NULL;
  gboolean own;

  if (self->rights != TNK_RIGHTS_NONE)
    return TRUE;
  if (!tnk_held_actor_read (&held, store, person_id, &local)) {
    if (g_error_matches (local, TNK_ERROR, TNK_ERROR_NOT_FOUND))
      return TRUE; /* not in the roster any more */
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  own = has_form (&held.actor);
  if (!own && !find_record (store, &held.actor, &own, error))
    return FALSE;
  if (own)
    self->rights = TNK_RIGHTS_OWN;
  return TRUE;
}
