/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tenken-button.h"
#include "tenken-desk-chooser.h"
#include "tenken-desk-finder.h"
#include "tenken-desk-group-bar.h"
#include "tenken-desk-lists.h"
#include "tenken-desk-place-list.h"

/* How many steps back there are. */
#define MEMORY 50

struct _TenkenDeskView
{
  AdwBin parent_instance;

  AdwFlap *flap;
  GtkWidget *sidebar;
  TenkenDeskPlaceList *places;
  TenkenDeskChooser *office;
  GtkLabel *person;
  GtkLabel *department;
  GtkWidget *own;
  GtkWidget *top;
  TenkenDeskChooser *campaigns;
  TenkenDeskChooser *departments;
  TenkenDeskFinder *finder;
  TenkenDeskGroupBar *group;
  GtkStack *pages;

  TenkenDesk *desk;
  const TenkenDeskPlace *table;
  TnkRights shown_office; /* whose places and pages these are */
  char *place; /* where the person is; NULL: nowhere yet */
  GQueue before; /* (element-type utf8): where the person was, the last one first */
};

G_DEFINE_FINAL_TYPE (TenkenDeskView, tenken_desk_view, ADW_TYPE_BIN)

/* --- going --- */

static char *
get_place_id (const char *place)
{
  return g_strndup (place, strcspn (place, "/"));
}

static const char *
get_target (const char *place)
{
  const char *slash = strchr (place, '/');

  return slash != NULL ? slash + 1 : NULL;
}

static const TenkenDeskPlace *
find_place (TenkenDeskView *self,
            const char *where)
{
  g_autofree char *id = get_place_id (where);

  return tenken_desk_places_find (self->table, self->shown_office, id);
}

/* The place of the page; of a detail the one from which the person came to it. The bar is for going from place to place of a
 * group: a detail has that room for itself. */
static void
mark_place (TenkenDeskView *self,
            const TenkenDeskPlace *place)
{
  const TenkenDeskPlace *marked = place;

  for (GList *step = self->before.head; marked->label == NULL && step != NULL; step = step->next)
    marked = find_place (self, step->data);
  if (marked->label != NULL)
    tenken_desk_place_list_mark (self->places, marked);
  tenken_desk_group_bar_show (self->group, self->table, self->shown_office, place);
}

static GtkWidget *
ensure_page (TenkenDeskView *self,
             const TenkenDeskPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, place->id);

  if (page != NULL)
    return page;
  page = place->make (self->desk);
  gtk_stack_add_named (self->pages, page, place->id);
  return page;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL;
}

/* Shows a place without remembering where the person was. FALSE if the office has no such place. */
static gboolean
show_place (TenkenDeskView *self,
            const char *where)
{
  const TenkenDeskPlace *place = find_place (self, where);
  gboolean in_sidebar = has_focus_within (self->sidebar) && !adw_flap_get_folded (self->flap);
  GtkWidget *page;

  if (place == NULL)
    return FALSE;
  page = ensure_page (self, place);
  tenken_desk_page_aim (TENKEN_DESK_PAGE (page), get_target (where));
  gtk_stack_set_visible_child (self->pages, page);
  g_free (self->place);
  self->place = g_strdup (where);
  mark_place (self, place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.back", self->before.length > 0);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  /* Who walks through the places stays among them. */
  if (!in_sidebar && !has_focus_within (GTK_WIDGET (self->group)))
    tenken_desk_page_take_focus (TENKEN_DESK_PAGE (page));
  return TRUE;
}

static void
go (TenkenDeskView *self,
    const char *where)
{
  g_autofree char *from = g_strdup (self->place);

  if (g_strcmp0 (from, where) != 0 && from != NULL)
    g_queue_push_head (&self->before, g_strdup (from));
  while (self->before.length > MEMORY)
    g_free (g_queue_pop_tail (&self->before));
  if (!show_place (self, where) && self->before.length > 0)
    g_free (g_queue_pop_head (&self->before));
}

/* --- what is shown follows from the desk --- */

static void
forget_way (TenkenDeskView *self)
{
  g_clear_pointer (&self->place, g_free);
  g_queue_clear_full (&self->before, g_free);
}

static void
change_office (TenkenDeskView *self)
{
  const char *first;
  GtkWidget *page;

  forget_way (self);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
  self->shown_office = tenken_desk_get_office (self->desk);
  tenken_desk_place_list_fill (self->places, self->table, self->shown_office);
  first = tenken_desk_place_list_get_id (self->places, 0);
  if (first != NULL)
    go (self, first);
}

static void
update_person (TenkenDeskView *self)
{
  TnkSession *session = tenken_desk_get_session (self->desk);
  TnkPerson *person = session != NULL ? tnk_session_get_person (session) : NULL;
  TnkDepartment *department = person != NULL ? tnk_person_get_department (person) : NULL;

  gtk_label_set_text (self->person, person != NULL ? tnk_person_get_name (person) : "");
  gtk_label_set_text (self->department, department != NULL ? tnk_department_get_name (department) : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->person), gtk_label_get_text (self->person));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->department), gtk_label_get_text (self->department));
}

static void
update (TenkenDeskView *self)
{
  const char *department_id;
  g_autofree char *office = NULL;

  if (tenken_desk_get_session (self->desk) == NULL)
    return;
  if (self->shown_office != tenken_desk_get_office (self->desk))
    change_office (self);
  office = g_strdup_printf ("%u", self->shown_office);
  department_id = tenken_desk_get_department_id (self->desk);
  tenken_desk_chooser_set_chosen (self->office, office);
  tenken_desk_chooser_set_chosen (self->campaigns, tenken_desk_get_campaign_id (self->desk));
  tenken_desk_chooser_set_chosen (self->departments, department_id);
  update_person (self);
}

/* The own records belong to no campaign and to no department, and there is nothing to search in. */
static void
update_top (TenkenDeskView *self)
{
  gboolean own = tenken_desk_get_office (self->desk) == TNK_RIGHTS_OWN;

  gtk_widget_set_visible (GTK_WIDGET (self->campaigns), !own);
  gtk_widget_set_visible (GTK_WIDGET (self->departments), !own);
  gtk_widget_set_visible (GTK_WIDGET (self->finder), !own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.search", !own);
}

static void
update_lists (TenkenDeskView *self)
{
  g_autoptr (GPtrArray) campaigns = tenken_desk_lists_make_campaigns (self->desk);
  g_autoptr (GPtrArray) departments = tenken_desk_lists_make_departments (self->desk);

  tenken_desk_chooser_set_choices (self->campaigns, campaigns);
  tenken_desk_chooser_set_choices (self->departments, departments);
  update (self);
  update_top (self);
}

/* An office opens other departments than another. */
static void
changed (TenkenDeskView *self)
{
  if (self->shown_office != tenken_desk_get_office (self->desk))
    update_lists (self);
  else
    update (self);
}

static void
chose_office (TenkenDeskView *self,
              const char *id)
{
  tenken_desk_set_office (self->desk, (TnkRights) g_ascii_strtoull (id, NULL, 10));
}

static void
chose_campaign (TenkenDeskView *self,
                const char *id)
{
  tenken_desk_set_campaign_id (self->desk, id);
}

static void
chose_department (TenkenDeskView *self,
                  const char *id)
{
  tenken_desk_set_department_id (self->desk, *id != '\0' ? id : NULL);
}

/* --- actions --- */

static void
act_place (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  TenkenDeskView *self = TENKEN_DESK_VIEW (widget);
  const char *id = tenken_desk_place_list_get_id (self->places, g_variant_get_uint32 (parameter));

  if (id != NULL)
    go (self, id);
}

static void
act_beside (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  TenkenDeskView *self = TENKEN_DESK_VIEW (widget);
  const char *id = tenken_desk_group_bar_get_beside (self->group, g_variant_get_int32 (parameter));

  if (id != NULL)
    go (self, id);
}

static void
act_go (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  go (TENKEN_DESK_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
act_back (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  TenkenDeskView *self = TENKEN_DESK_VIEW (widget);
  g_autofree char *where = g_queue_pop_head (&self->before);

  if (where != NULL)
    show_place (self, where);
}

static void
act_search (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  tenken_desk_finder_open (TENKEN_DESK_VIEW (widget)->finder);
}

static void
act_sidebar (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TenkenDeskView *self = TENKEN_DESK_VIEW (widget);
  gboolean reveal = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, reveal);
  if (reveal)
    tenken_desk_place_list_take_focus (self->places);
}

/* From the page to the places, to the top, to the page. */
static void
act_turn (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  TenkenDeskView *self = TENKEN_DESK_VIEW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (has_focus_within (self->sidebar))
    gtk_widget_child_focus (self->top, GTK_DIR_TAB_FORWARD);
  else if ((has_focus_within (self->top) || has_focus_within (GTK_WIDGET (self->group))) && page != NULL)
    tenken_desk_page_take_focus (TENKEN_DESK_PAGE (page));
  else {
    adw_flap_set_reveal_flap (self->flap, TRUE);
    tenken_desk_place_list_take_focus (self->places);
  }
}

/* --- the class --- */

static void
tenken_desk_view_dispose (GObject *object)
{
  TenkenDeskView *self = TENKEN_DESK_VIEW (object);

  forget_way (self);
  G_OBJECT_CLASS (tenken_desk_view_parent_class)->dispose (object);
}

static void
tenken_desk_view_finalize (GObject *object)
{
  g_clear_object (&TENKEN_DESK_VIEW (object)->desk);
  G_OBJECT_CLASS (tenken_desk_view_parent_class)->finalize (object);
}

static void
tenken_desk_view_class_init (TenkenDeskViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_desk_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_desk_view_finalize;
  g_type_ensure (TENKEN_TYPE_DESK_CHOOSER);
  g_type_ensure (TENKEN_TYPE_DESK_FINDER);
  g_type_ensure (TENKEN_TYPE_DESK_GROUP_BAR);
  g_type_ensure (TENKEN_TYPE_DESK_PLACE_LIST);
  gtk_widget_class_install_action (widget_class, "desk.place", "u", act_place);
  gtk_widget_class_install_action (widget_class, "desk.beside", "i", act_beside);
  gtk_widget_class_install_action (widget_class, "desk.go", "s", act_go);
  gtk_widget_class_install_action (widget_class, "desk.back", NULL, act_back);
  gtk_widget_class_install_action (widget_class, "desk.search", NULL, act_search);
  gtk_widget_class_install_action (widget_class, "desk.sidebar", NULL, act_sidebar);
  gtk_widget_class_install_action (widget_class, "desk.turn", NULL, act_turn);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-desk-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, flap);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, places);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, office);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, person);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, department);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, own);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, top);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, campaigns);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, departments);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, finder);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, group);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskView, pages);
  gtk_widget_class_bind_template_callback (widget_class, go);
  gtk_widget_class_bind_template_callback (widget_class, chose_office);
  gtk_widget_class_bind_template_callback (widget_class, chose_campaign);
  gtk_widget_class_bind_template_callback (widget_class, chose_department);
}

static void
tenken_desk_view_init (TenkenDeskView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenken_button_wrap (self->own);
  g_queue_init (&self->before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.back", FALSE);
  tenken_desk_chooser_set_name (self->office, _ ("Office"));
  tenken_desk_chooser_set_name (self->campaigns, _ ("Campaign"));
  tenken_desk_chooser_set_name (self->departments, _ ("Department"));
}

GtkWidget *
tenken_desk_view_new (TenkenDesk *desk,
                      const TenkenDeskPlace *places)
{
  TenkenDeskView *self;
  g_autoptr (GPtrArray) offices = NULL;
  TnkRights offered;

  g_return_val_if_fail (TENKEN_IS_DESK (desk) && places != NULL, NULL);

  self = g_object_new (TENKEN_TYPE_DESK_VIEW, NULL);
  self->desk = g_object_ref (desk);
  self->table = places;
  tenken_desk_finder_set_desk (self->finder, desk, places);
  offered = tenken_desk_places_filter (places, tnk_session_get_rights (tenken_desk_get_session (desk)));
  if ((offered & tenken_desk_get_office (desk)) == 0)
    tenken_desk_set_office (desk, tenken_desk_choose_office (offered));
  offices = tenken_desk_lists_make_offices (desk, places);
  tenken_desk_chooser_set_choices (self->office, offices);
  gtk_widget_set_visible (GTK_WIDGET (self->office), offices->len > 0);
  /* Before any page hears of it, so that those of another office are gone by then. */
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "listed", G_CALLBACK (update_lists), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "go", G_CALLBACK (go), self, G_CONNECT_SWAPPED);
  update_lists (self);
  return GTK_WIDGET (self);
}

TenkenDesk *
tenken_desk_view_get_desk (TenkenDeskView *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK_VIEW (self), NULL);
  return self->desk;
}

const char *
tenken_desk_view_get_place (TenkenDeskView *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK_VIEW (self), NULL);
  return self->place;
}

GtkWidget *
tenken_desk_view_get_page (TenkenDeskView *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK_VIEW (self), NULL);
  return gtk_stack_get_visible_child (self->pages);
}
