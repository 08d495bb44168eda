/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-picks.h"

#include <glib/gi18n.h>

#include "tenken-desk-ask.h"
#include "tenken-language.h"
#include "tenken-pick-list.h"
#include "tenken-search.h"

#define MAX_PEOPLE 50

struct _TenkenRecordPicks
{
  TenkenRecordEditor parent_instance;

  TenkenDesk *desk;
  TnkFormField *field;
  GtkWidget *list;
  GPtrArray *ids; /* (element-type utf8): what is chosen */
  char *display; /* as the record words it; NULL where the choice is newer */

  /* People are looked for in the store, while somebody types. */
  GCancellable *cancellable;
  GPtrArray *people; /* (element-type TnkHit) */
  char *asked; /* for what people were found; NULL: nothing yet */
};

G_DEFINE_FINAL_TYPE (TenkenRecordPicks, tenken_record_picks, TENKEN_TYPE_RECORD_EDITOR)

static gboolean
is_chosen (TenkenRecordPicks *self,
           const char *id,
           guint *position)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, position);
}

/* --- words --- */

static char *
word_control (TnkControl *control)
{
  return g_strdup_printf ("%s　%s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

static char *
word_person (TenkenRecordPicks *self,
             const char *id)
{
  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    if (g_str_equal (tnk_hit_get_id (self->people->pdata[i]), id))
      return g_strdup_printf (_ ("%s (%s)"), tnk_hit_get_text (self->people->pdata[i]), id);
  return g_strdup (id);
}

static char *
word_id (TenkenRecordPicks *self,
         const char *id)
{
  TnkFormFieldKind kind = tnk_form_field_get_kind (self->field);
  TnkBody *tree = tenken_desk_get_tree (self->desk);
  TnkDepartment *department = kind == TNK_FORM_FIELD_KIND_DEPARTMENT && tree != NULL ? tnk_body_lookup_department (tree, id) : NULL;
  TnkCatalog *catalog = kind == TNK_FORM_FIELD_KIND_CONTROL ? tenken_desk_get_catalog (self->desk) : NULL;
  TnkControl *control = catalog != NULL ? tnk_catalog_lookup_control (catalog, id) : NULL;

  if (kind == TNK_FORM_FIELD_KIND_PERSON)
    return word_person (self, id);
  if (department != NULL)
    return g_strdup (tnk_department_get_name (department));
  return control != NULL ? word_control (control) : g_strdup (id);
}

static void
show_chosen (TenkenRecordPicks *self)
{
  g_autoptr (GString) text = g_string_new (self->display);

  for (guint i = 0; self->display == NULL && i < self->ids->len; i++) {
    g_autofree char *word = word_id (self, self->ids->pdata[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", word);
  }
  if (text->len == 0)
    g_string_assign (text, tnk_form_field_is_many (self->field) ? _ ("Nothing is chosen yet") : _ ("Choose…"));
  tenken_pick_list_set_text (TENKEN_PICK_LIST (self->list), text->str);
}

/* --- what can be chosen --- */

static gboolean
offer (TenkenRecordPicks *self,
       const char *id,
       const char *text,
       const char *typed)
{
  g_autofree char *folded = tenken_search_fold (text);

  return !tenken_search_matches (folded, typed) || tenken_pick_list_add (TENKEN_PICK_LIST (self->list), id, text, is_chosen (self, id, NULL));
}

static void
offer_departments (TenkenRecordPicks *self,
                   const char *typed)
{
  TnkBody *tree = tenken_desk_get_tree (self->desk);

  for (guint i = 0; tree != NULL && i < tnk_body_get_n_departments (tree); i++) {
    TnkDepartment *department = tnk_body_get_department (tree, i);

    if (!offer (self, tnk_department_get_id (department), tnk_department_get_name (department), typed))
      return;
  }
}

static void
offer_controls (TenkenRecordPicks *self,
                const char *typed)
{
  TnkCatalog *catalog = tenken_desk_get_catalog (self->desk);

  for (guint i = 0; catalog != NULL && i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    g_autofree char *text = word_control (control);

    if (!offer (self, tnk_control_get_id (control), text, typed))
      return;
  }
}

/* --- people --- */

typedef struct
{
  char *campaign_id;
  char *words;
  char *language;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->campaign_id);
  g_free (self->words);
  g_free (self->language);
  g_free (self);
}

static gpointer
find_people (TnkDesk *desk,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Question *question = data;
  GPtrArray *hits = tnk_desk_search (desk, question->campaign_id, question->words, question->language, MAX_PEOPLE, cancellable, error);

  for (guint i = hits != NULL ? hits->len : 0; i > 0; i--)
    if (tnk_hit_get_kind (hits->pdata[i - 1]) != TNK_HIT_KIND_PERSON)
      g_ptr_array_remove_index (hits, i - 1);
  return hits;
}

/* What cannot be searched can still be typed as a number. */
static void
found_people (GtkWidget *owner,
              gpointer result,
              const GError *error,
              gpointer user_data)
{
  TenkenRecordPicks *self = user_data;

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = result != NULL ? g_ptr_array_ref (result) : g_ptr_array_new ();
  tenken_pick_list_refill (TENKEN_PICK_LIST (self->list));
}

static void
ask_for_people (TenkenRecordPicks *self,
                const char *typed)
{
  Question *question;

  if (g_strcmp0 (self->asked, typed) == 0 || tenken_desk_get_campaign_id (self->desk) == NULL)
    return;
  g_free (self->asked);
  self->asked = g_strdup (typed);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->campaign_id = g_strdup (tenken_desk_get_campaign_id (self->desk));
  question->words = g_strdup (typed);
  question->language = g_strdup (tenken_language_get ());
  tenken_desk_ask (GTK_WIDGET (self), self->desk, find_people, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                   self->cancellable, found_people, self);
}

/* Somebody whom this desk may not look up is named by the number, which the store checks. */
static void
offer_people (TenkenRecordPicks *self,
              const char *typed)
{
  gboolean known = FALSE;

  if (*typed == '\0')
    return;
  ask_for_people (self, typed);
  for (guint i = 0; self->people != NULL && i < self->people->len; i++) {
    TnkHit *hit = self->people->pdata[i];
    g_autofree char *text = g_strdup_printf (_ ("%s (%s)"), tnk_hit_get_text (hit), tnk_hit_get_detail (hit));

    known |= g_str_equal (tnk_hit_get_id (hit), typed);
    if (!tenken_pick_list_add (TENKEN_PICK_LIST (self->list), tnk_hit_get_id (hit), text, is_chosen (self, tnk_hit_get_id (hit), NULL)))
      return;
  }
  if (!known) {
    g_autofree char *text = g_strdup_printf (_ ("Staff number %s"), typed);

    tenken_pick_list_add (TENKEN_PICK_LIST (self->list), typed, text, is_chosen (self, typed, NULL));
  }
}

static void
fill_list (TenkenPickList *list,
           const char *typed,
           gpointer user_data)
{
  TenkenRecordPicks *self = user_data;

  switch (tnk_form_field_get_kind (self->field)) {
  case TNK_FORM_FIELD_KIND_DEPARTMENT:
    offer_departments (self, typed);
    break;
  case TNK_FORM_FIELD_KIND_CONTROL:
    offer_controls (self, typed);
    break;
  default:
    offer_people (self, typed);
    break;
  }
}

/* --- choosing --- */

static void
pick (TenkenRecordPicks *self,
      const char *id)
{
  guint position;
  gboolean before = is_chosen (self, id, &position);

  if (!tnk_form_field_is_many (self->field))
    g_ptr_array_set_size (self->ids, 0);
  else if (before)
    g_ptr_array_remove_index (self->ids, position);
  if (!before || !tnk_form_field_is_many (self->field))
    g_ptr_array_add (self->ids, g_strdup (id));
  g_clear_pointer (&self->display, g_free);
  show_chosen (self);
  tenken_record_editor_changed (TENKEN_RECORD_EDITOR (self));
}

static void
set_value (TenkenRecordEditor *editor,
           const char *value,
           const char *display)
{
  TenkenRecordPicks *self = TENKEN_RECORD_PICKS (editor);
  g_auto (GStrv) ids = g_strsplit (value, "\n", -1);

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      g_ptr_array_add (self->ids, g_strdup (ids[i]));
  g_free (self->display);
  self->display = *display != '\0' ? g_strdup (display) : NULL;
  show_chosen (self);
}

static char *
dup_value (TenkenRecordEditor *editor)
{
  TenkenRecordPicks *self = TENKEN_RECORD_PICKS (editor);
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    g_string_append_printf (value, "%s%s", i > 0 ? "\n" : "", (const char *) self->ids->pdata[i]);
  return g_string_free (g_steal_pointer (&value), FALSE);
}

static void
tenken_record_picks_dispose (GObject *object)
{
  TenkenRecordPicks *self = TENKEN_RECORD_PICKS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->field);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (tenken_record_picks_parent_class)->dispose (object);
}

static void
tenken_record_picks_finalize (GObject *object)
{
  TenkenRecordPicks *self = TENKEN_RECORD_PICKS (object);

  g_ptr_array_unref (self->ids);
  g_free (self->display);
  g_free (self->asked);
  G_OBJECT_CLASS (tenken_record_picks_parent_class)->finalize (object);
}

static void
tenken_record_picks_class_init (TenkenRecordPicksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_record_picks_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_record_picks_finalize;
  TENKEN_RECORD_EDITOR_CLASS (klass)->set_value = set_value;
  TENKEN_RECORD_EDITOR_CLASS (klass)->dup_value = dup_value;
}

static void
tenken_record_picks_init (TenkenRecordPicks *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
tenken_record_picks_new (TenkenDesk *desk,
                         TnkFormField *field,
                         const char *name)
{
  TenkenRecordPicks *self = g_object_new (TENKEN_TYPE_RECORD_PICKS, NULL);

  self->desk = g_object_ref (desk);
  self->field = g_object_ref (field);
  self->list = tenken_pick_list_new (name, tnk_form_field_is_many (field), fill_list, self);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
  show_chosen (self);
  adw_bin_set_child (ADW_BIN (self), self->list);
  return GTK_WIDGET (self);
}
