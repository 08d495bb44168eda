/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-finder.h"

#include <glib/gi18n.h>

#include "tenken-desk-chooser.h"
#include "tenken-desk-error.h"
#include "tenken-language.h"
#include "tenken-search.h"

#define MOST_OF_A_KIND 12

struct _TenkenDeskFinder
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkWidget *search;
  GtkWidget *scroller;
  GtkListView *list;
  GtkLabel *word; /* that nothing was found, or why not */

  TenkenDesk *desk;
  const TenkenDeskPlace *places;
  GCancellable *searching; /* NULL while nothing is searched for */
  GListStore *choices; /* (element-type TenkenDeskChoice): places first, then hits */
  GPtrArray *hits; /* (element-type TnkHit): in the same order */
  guint n_places;
  gboolean wants_first; /* Enter was pressed before anything was found */
};

G_DEFINE_FINAL_TYPE (TenkenDeskFinder, tenken_desk_finder, ADW_TYPE_BIN)

/* --- going there --- */

/* Where a hit leads in this office; NULL if nowhere, empty if only another department is looked at. */
static char *
find_place (TenkenDeskFinder *self,
            TnkHit *hit)
{
  TnkRights office = tenken_desk_get_office (self->desk);
  const char *id = tnk_hit_get_id (hit);

  switch (tnk_hit_get_kind (hit)) {
  case TNK_HIT_KIND_CONTROL:
    if (tenken_desk_places_find (self->places, office, "control") != NULL)
      return g_strconcat ("control/", id, NULL);
    return tenken_desk_places_find (self->places, office, "results") != NULL ? g_strconcat ("results/control/", id, NULL) : NULL;
  case TNK_HIT_KIND_PERSON:
    if (tenken_desk_places_find (self->places, office, "turnout") != NULL)
      return g_strconcat ("turnout/", id, NULL);
    return tenken_desk_places_find (self->places, office, "progress") != NULL
             ? g_strconcat ("progress/", tnk_hit_get_department_id (hit), "/", id, NULL)
             : NULL;
  case TNK_HIT_KIND_DEPARTMENT:
  default:
    return g_strdup ("");
  }
}

static TnkDepartment *
lookup_department (TenkenDeskFinder *self,
                   const char *id)
{
  TnkBody *tree = tenken_desk_get_tree (self->desk);

  return tree != NULL && id != NULL ? tnk_body_lookup_department (tree, id) : NULL;
}

/* Whether the office lets the person go there: another of the same person may see more. */
static gboolean
is_open (TenkenDeskFinder *self,
         TnkHit *hit)
{
  const char *department_id = tnk_hit_get_department_id (hit);
  TnkDepartment *department = lookup_department (self, department_id);
  g_autofree char *place = find_place (self, hit);

  return place != NULL &&
         (department_id == NULL || (department != NULL && tenken_desk_offers_department (self->desk, department)));
}

/* The pages show the department that is looked at; it is changed only where the hit is not in it. */
static void
look_at_department (TenkenDeskFinder *self,
                    TnkHit *hit)
{
  const char *id = tnk_hit_get_department_id (hit);
  TnkDepartment *now = lookup_department (self, tenken_desk_get_department_id (self->desk)), *wanted = lookup_department (self, id);
  gboolean within = now == NULL || (wanted != NULL && tnk_department_is_within (wanted, now));

  if (tnk_hit_get_kind (hit) == TNK_HIT_KIND_DEPARTMENT || (id != NULL && !within))
    tenken_desk_set_department_id (self->desk, id);
}

static void
choose_place (TenkenDeskFinder *self,
              guint position)
{
  g_autoptr (TenkenDeskChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  gtk_popover_popdown (self->popover);
  tenken_desk_go (self->desk, tenken_desk_choice_get_id (choice));
}

static void
choose_hit (TenkenDeskFinder *self,
            guint position)
{
  g_autoptr (TnkHit) hit = g_object_ref (g_ptr_array_index (self->hits, position));
  g_autofree char *place = find_place (self, hit);

  gtk_popover_popdown (self->popover);
  look_at_department (self, hit);
  if (place != NULL && *place != '\0')
    tenken_desk_go (self->desk, place);
}

static void
choose (TenkenDeskFinder *self,
        guint position)
{
  if (position < self->n_places)
    choose_place (self, position);
  else if (position - self->n_places < self->hits->len)
    choose_hit (self, position - self->n_places);
}

/* --- searching --- */

typedef struct
{
  char *campaign_id;
  char *words;
  char *language;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->campaign_id);
  g_free (self->words);
  g_free (self->language);
  g_free (self);
}

static gpointer
look_for (TnkDesk *desk,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  Request *request = data;

  return tnk_desk_search (desk, request->campaign_id, request->words, request->language, MOST_OF_A_KIND, cancellable, error);
}

static void
drop_hits (gpointer hits)
{
  g_ptr_array_unref (hits);
}

static void
clear (TenkenDeskFinder *self)
{
  g_list_store_remove_all (self->choices);
  g_ptr_array_set_size (self->hits, 0);
  self->n_places = 0;
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_label_set_text (self->word, "");
  gtk_widget_set_visible (GTK_WIDGET (self->word), FALSE);
}

static void
say (TenkenDeskFinder *self,
     const char *text)
{
  gtk_label_set_text (self->word, text);
  gtk_widget_set_visible (GTK_WIDGET (self->word), TRUE);
}

static const char *
name_kind (TnkHitKind kind)
{
  switch (kind) {
  case TNK_HIT_KIND_PERSON:
    return _ ("Person");
  case TNK_HIT_KIND_CONTROL:
    return _ ("Control");
  case TNK_HIT_KIND_DEPARTMENT:
  default:
    return _ ("Department");
  }
}

static void
add_choice (TenkenDeskFinder *self,
            const char *id,
            const char *text,
            const char *detail,
            const char *kind)
{
  g_autofree char *all = detail != NULL ? g_strdup_printf ("%s  %s", detail, kind) : g_strdup (kind);
  g_autoptr (TenkenDeskChoice) choice = tenken_desk_choice_new (id, text, all, 0);

  g_list_store_append (self->choices, choice);
}

static gboolean
is_named (const char *label,
          const char *words)
{
  g_autofree char *folded = tenken_search_fold (_ (label));

  return tenken_search_matches (folded, words);
}

/* Those of the office by their own names, or by that of their group. */
static void
add_places (TenkenDeskFinder *self,
            gboolean by_group)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  TnkRights office = tenken_desk_get_office (self->desk);

  for (const TenkenDeskPlace *place = self->places; place->id != NULL; place++) {
    const TenkenDeskGroup *group = place->group;
    gboolean own = place->label != NULL && (place->offices & office) && is_named (place->label, words);
    gboolean shared = !own && group != NULL && (place->offices & office) && is_named (group->label, words);

    if (by_group ? !shared : !own)
      continue;
    add_choice (self, place->id, _ (place->label), group != NULL ? _ (group->label) : NULL, _ ("Place"));
    self->n_places++;
  }
}

static void
add_hits (TenkenDeskFinder *self,
          GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++) {
    TnkHit *hit = g_ptr_array_index (hits, i);

    if (!is_open (self, hit))
      continue;
    add_choice (self, tnk_hit_get_id (hit), tnk_hit_get_text (hit), tnk_hit_get_detail (hit), name_kind (tnk_hit_get_kind (hit)));
    g_ptr_array_add (self->hits, g_object_ref (hit));
  }
}

/* "hits": NULL where there was nothing to search in, or it could not be searched. */
static void
show_found (TenkenDeskFinder *self,
            GPtrArray *hits,
            const GError *error)
{
  g_autofree char *trouble = error != NULL ? tenken_desk_describe_error (error) : NULL;
  gboolean any;

  clear (self);
  add_places (self, FALSE);
  add_places (self, TRUE);
  if (hits != NULL)
    add_hits (self, hits);
  any = self->n_places + self->hits->len > 0;
  gtk_widget_set_visible (self->scroller, any);
  if (trouble != NULL || !any)
    say (self, trouble != NULL ? trouble : _ ("Nothing of this name"));
}

static void
found (GObject *source,
       GAsyncResult *result,
       gpointer user_data)
{
  g_autoptr (TenkenDeskFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = tnk_session_call_finish (TNK_SESSION (source), result, &error);

  if (self->searching == NULL || self->searching != g_task_get_cancellable (G_TASK (result)))
    return; /* gone, or something else is looked for */
  g_clear_object (&self->searching);
  show_found (self, hits, error);
  if (self->wants_first)
    choose (self, 0);
  self->wants_first = FALSE;
}

static void
stop (TenkenDeskFinder *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->wants_first = FALSE;
}

static void
search (TenkenDeskFinder *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  const char *campaign_id = tenken_desk_get_campaign_id (self->desk);
  Request *request;

  stop (self);
  if (*words == '\0') {
    clear (self);
    return;
  }
  if (campaign_id == NULL) {
    show_found (self, NULL, NULL);
    return;
  }
  request = g_new (Request, 1);
  *request = (Request){g_strdup (campaign_id), g_steal_pointer (&words), g_strdup (tenken_language_get ())};
  self->searching = g_cancellable_new ();
  tnk_session_call_async (tenken_desk_get_session (self->desk), look_for, request, request_free, drop_hits, self->searching,
                          found, g_object_ref (self));
}

/* The entry tells of what is typed a moment later; Enter does not wait for that, nor for what is not there yet. */
static void
choose_first (TenkenDeskFinder *self)
{
  search (self);
  self->wants_first = self->searching != NULL;
  if (!self->wants_first)
    choose (self, 0);
}

static void
go_to_list (TenkenDeskFinder *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
begin (TenkenDeskFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  clear (self);
  gtk_widget_grab_focus (self->search);
}

/* Nothing of what was found stays. */
static void
end (TenkenDeskFinder *self)
{
  stop (self);
  clear (self);
}

/* --- the class --- */

static void
tenken_desk_finder_dispose (GObject *object)
{
  TenkenDeskFinder *self = TENKEN_DESK_FINDER (object);

  stop (self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (tenken_desk_finder_parent_class)->dispose (object);
}

static void
tenken_desk_finder_finalize (GObject *object)
{
  TenkenDeskFinder *self = TENKEN_DESK_FINDER (object);

  g_object_unref (self->choices);
  g_ptr_array_unref (self->hits);
  G_OBJECT_CLASS (tenken_desk_finder_parent_class)->finalize (object);
}

static void
tenken_desk_finder_class_init (TenkenDeskFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_desk_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_desk_finder_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-desk-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskFinder, button);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskFinder, popover);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskFinder, search);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskFinder, scroller);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskFinder, list);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskFinder, word);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, choose_first);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, go_to_list);
  gtk_widget_class_bind_template_callback (widget_class, begin);
  gtk_widget_class_bind_template_callback (widget_class, end);
}

static void
tenken_desk_finder_init (TenkenDeskFinder *self)
{
  g_autoptr (GtkListItemFactory) rows = tenken_desk_chooser_make_rows ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_list_store_new (TENKEN_TYPE_DESK_CHOICE);
  self->hits = g_ptr_array_new_with_free_func (g_object_unref);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->choices))));
  gtk_list_view_set_model (self->list, selection);
  gtk_list_view_set_factory (self->list, rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Places, people, departments, controls"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was found"), -1);
}

void
tenken_desk_finder_set_desk (TenkenDeskFinder *self,
                             TenkenDesk *desk,
                             const TenkenDeskPlace *places)
{
  g_return_if_fail (TENKEN_IS_DESK_FINDER (self) && TENKEN_IS_DESK (desk) && places != NULL);

  g_set_object (&self->desk, desk);
  self->places = places;
}

void
tenken_desk_finder_open (TenkenDeskFinder *self)
{
  g_return_if_fail (TENKEN_IS_DESK_FINDER (self));
  gtk_menu_button_popup (self->button);
}
