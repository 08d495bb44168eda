/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-ids-pick.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tenken-audit-words.h"
#include "tenken-desk-ask.h"
#include "tenken-language.h"
#include "tenken-pick-list.h"
#include "tenken-search.h"

/* An id of the list of controls that stands for all of a chapter. */
#define CHAPTER "chapter:"
/* Of more the rest is only counted. */
#define MOST_NAMED 8
#define MOST_FOUND 50

struct _TenkenIdsPick
{
  AdwBin parent_instance;

  GtkWidget *list;
  TnkBody *tree; /* where these are departments */
  TnkCatalog *catalog; /* where these are controls */
  TenkenDesk *desk; /* where these are people, as what follows */
  TenkenAuditPeople *people;
  TnkBody *found; /* with the people who matched last */
  char *asked; /* what was typed for that */
  GCancellable *asking;

  GPtrArray *ids; /* ended by NULL */
};

G_DEFINE_FINAL_TYPE (TenkenIdsPick, tenken_ids_pick, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static guint
get_n_ids (TenkenIdsPick *self)
{
  return self->ids->len - 1;
}

static gboolean
find (TenkenIdsPick *self,
      const char *id,
      guint *position)
{
  for (guint i = 0; i < get_n_ids (self); i++)
    if (g_str_equal (self->ids->pdata[i], id)) {
      *position = i;
      return TRUE;
    }
  return FALSE;
}

gboolean
tenken_ids_pick_has (TenkenIdsPick *self,
                     const char *id)
{
  guint position;

  g_return_val_if_fail (TENKEN_IS_IDS_PICK (self) && id != NULL, FALSE);
  return find (self, id, &position);
}

const char *const *
tenken_ids_pick_get_ids (TenkenIdsPick *self)
{
  g_return_val_if_fail (TENKEN_IS_IDS_PICK (self), NULL);
  return (const char *const *) self->ids->pdata;
}

static void
set (TenkenIdsPick *self,
     const char *id,
     gboolean chosen)
{
  guint position;
  gboolean found = find (self, id, &position);

  if (chosen && !found)
    g_ptr_array_insert (self->ids, get_n_ids (self), g_strdup (id));
  else if (!chosen && found)
    g_ptr_array_remove_index (self->ids, position);
}

/* --- what stands on it --- */

static char *
word (TenkenIdsPick *self,
      const char *id)
{
  if (self->catalog != NULL)
    return tenken_audit_word_control (self->catalog, id);
  return self->tree != NULL ? tenken_audit_word_department (self->tree, id) : g_strdup (tenken_audit_people_get (self->people, id));
}

static void
show_text (TenkenIdsPick *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (get_n_ids (self), MOST_NAMED); i++) {
    g_autofree char *name = word (self, self->ids->pdata[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name);
  }
  if (get_n_ids (self) > MOST_NAMED) {
    guint n = get_n_ids (self) - MOST_NAMED;
    g_autofree char *rest = g_strdup_printf (ngettext ("and %u other", "and %u others", n), n);

    g_string_append_printf (text, "\n%s", rest);
  }
  tenken_pick_list_set_text (TENKEN_PICK_LIST (self->list), text->len > 0 ? text->str : _ ("Nothing is chosen yet"));
}

/* --- the list --- */

static gboolean
offer (TenkenIdsPick *self,
       const char *id,
       const char *text,
       const char *typed,
       gboolean chosen)
{
  g_autofree char *folded = tenken_search_fold (text);

  return !tenken_search_matches (folded, typed) || tenken_pick_list_add (TENKEN_PICK_LIST (self->list), id, text, chosen);
}

static void
fill_departments (TenkenPickList *list,
                  const char *typed,
                  gpointer user_data)
{
  TenkenIdsPick *self = user_data;

  for (guint i = 0; i < tnk_body_get_n_departments (self->tree); i++) {
    const char *id = tnk_department_get_id (tnk_body_get_department (self->tree, i));
    g_autofree char *text = tenken_audit_word_department (self->tree, id);

    if (!offer (self, id, text, typed, tenken_ids_pick_has (self, id)))
      return;
  }
}

static gboolean
has_chapter (TenkenIdsPick *self,
             TnkChapter *chapter)
{
  guint first = tnk_chapter_get_first_control (chapter);

  for (guint i = first; i < first + tnk_chapter_get_n_controls (chapter); i++)
    if (!tenken_ids_pick_has (self, tnk_control_get_id (tnk_catalog_get_control (self->catalog, i))))
      return FALSE;
  return tnk_chapter_get_n_controls (chapter) > 0;
}

static gboolean
offer_chapters (TenkenIdsPick *self,
                const char *typed)
{
  for (guint i = 0; i < tnk_catalog_get_n_chapters (self->catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (self->catalog, i);
    g_autofree char *id = g_strconcat (CHAPTER, tnk_chapter_get_id (chapter), NULL);
    /* Translators: the number of a chapter and its title */
    g_autofree char *text = g_strdup_printf (_ ("All of chapter %s %s"), tnk_chapter_get_id (chapter), tenken_text (tnk_chapter_get_title (chapter)));

    if (!offer (self, id, text, typed, has_chapter (self, chapter)))
      return FALSE;
  }
  return TRUE;
}

static void
fill_controls (TenkenPickList *list,
               const char *typed,
               gpointer user_data)
{
  TenkenIdsPick *self = user_data;

  if (!offer_chapters (self, typed))
    return;
  for (guint i = 0; i < tnk_catalog_get_n_controls (self->catalog); i++) {
    const char *id = tnk_control_get_id (tnk_catalog_get_control (self->catalog, i));
    g_autofree char *text = tenken_audit_word_control (self->catalog, id);

    if (!offer (self, id, text, typed, tenken_ids_pick_has (self, id)))
      return;
  }
}

static gpointer
search_people (TnkDesk *desk,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  return tnk_desk_search_people (desk, data, MOST_FOUND, cancellable, error);
}

static void
take_people (GtkWidget *owner,
             gpointer result,
             const GError *error,
             gpointer user_data)
{
  TenkenIdsPick *self = TENKEN_IDS_PICK (owner);
  TnkBody *found = result;

  if (error != NULL)
    return;
  g_set_object (&self->found, found);
  for (guint i = 0; i < tnk_body_get_n_people (found); i++)
    tenken_audit_people_add (self->people, tnk_body_get_person (found, i));
  tenken_pick_list_refill (TENKEN_PICK_LIST (self->list));
}

static void
ask_people (TenkenIdsPick *self,
            const char *typed)
{
  g_free (self->asked);
  self->asked = g_strdup (typed);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  tenken_desk_ask (GTK_WIDGET (self), self->desk, search_people, g_strdup (typed), g_free, g_object_unref, self->asking, take_people, NULL);
}

/* Who matches is asked of the store; until that is known the list shows who did before. */
static void
fill_people (TenkenPickList *list,
             const char *typed,
             gpointer user_data)
{
  TenkenIdsPick *self = user_data;

  for (guint i = 0; i < get_n_ids (self) && *typed == '\0'; i++)
    tenken_pick_list_add (list, self->ids->pdata[i], tenken_audit_people_get (self->people, self->ids->pdata[i]), TRUE);
  if (*typed == '\0')
    return;
  if (g_strcmp0 (typed, self->asked) != 0)
    ask_people (self, typed);
  for (guint i = 0; self->found != NULL && i < tnk_body_get_n_people (self->found); i++) {
    const char *id = tnk_person_get_id (tnk_body_get_person (self->found, i));

    if (!tenken_pick_list_add (list, id, tenken_audit_people_get (self->people, id), tenken_ids_pick_has (self, id)))
      return;
  }
}

/* --- choosing --- */

static void
toggle_chapter (TenkenIdsPick *self,
                const char *id)
{
  TnkChapter *chapter = tnk_catalog_lookup_chapter (self->catalog, id);
  gboolean chosen = !has_chapter (self, chapter);
  guint first = tnk_chapter_get_first_control (chapter);

  for (guint i = first; i < first + tnk_chapter_get_n_controls (chapter); i++)
    set (self, tnk_control_get_id (tnk_catalog_get_control (self->catalog, i)), chosen);
}

void
tenken_ids_pick_toggle (TenkenIdsPick *self,
                        const char *id)
{
  g_return_if_fail (TENKEN_IS_IDS_PICK (self) && id != NULL);

  if (self->catalog != NULL && g_str_has_prefix (id, CHAPTER))
    toggle_chapter (self, id + strlen (CHAPTER));
  else
    set (self, id, !tenken_ids_pick_has (self, id));
  show_text (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the class --- */

static void
tenken_ids_pick_finalize (GObject *object)
{
  TenkenIdsPick *self = TENKEN_IDS_PICK (object);

  g_clear_object (&self->tree);
  g_clear_object (&self->catalog);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_object (&self->found);
  g_free (self->asked);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (tenken_ids_pick_parent_class)->finalize (object);
}

static void
tenken_ids_pick_dispose (GObject *object)
{
  TenkenIdsPick *self = TENKEN_IDS_PICK (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  G_OBJECT_CLASS (tenken_ids_pick_parent_class)->dispose (object);
}

static void
tenken_ids_pick_class_init (TenkenIdsPickClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_ids_pick_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_ids_pick_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_ids_pick_init (TenkenIdsPick *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
}

static GtkWidget *
set_up (TenkenIdsPick *self,
        const char *name,
        const char *const *ids,
        TenkenPickListFill fill)
{
  for (guint i = 0; ids[i] != NULL; i++)
    set (self, ids[i], TRUE);
  self->list = tenken_pick_list_new (name, TRUE, fill, self);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (tenken_ids_pick_toggle), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->list);
  show_text (self);
  return GTK_WIDGET (self);
}

GtkWidget *
tenken_ids_pick_new_departments (const char *name,
                                 TnkBody *tree,
                                 const char *const *ids)
{
  TenkenIdsPick *self;

  g_return_val_if_fail (TNK_IS_BODY (tree) && ids != NULL, NULL);

  self = g_object_new (TENKEN_TYPE_IDS_PICK, NULL);
  self->tree = g_object_ref (tree);
  return set_up (self, name, ids, fill_departments);
}

GtkWidget *
tenken_ids_pick_new_controls (const char *name,
                              TnkCatalog *catalog,
                              const char *const *ids)
{
  TenkenIdsPick *self;

  g_return_val_if_fail (TNK_IS_CATALOG (catalog) && ids != NULL, NULL);

  self = g_object_new (TENKEN_TYPE_IDS_PICK, NULL);
  self->catalog = g_object_ref (catalog);
  return set_up (self, name, ids, fill_controls);
}

GtkWidget *
tenken_ids_pick_new_people (const char *name,
                            TenkenDesk *desk,
                            TenkenAuditPeople *people,
                            const char *const *ids)
{
  TenkenIdsPick *self;

  g_return_val_if_fail (TENKEN_IS_DESK (desk) && people != NULL && ids != NULL, NULL);

  self = g_object_new (TENKEN_TYPE_IDS_PICK, NULL);
  self->desk = g_object_ref (desk);
  self->people = g_hash_table_ref (people);
  return set_up (self, name, ids, fill_people);
}
