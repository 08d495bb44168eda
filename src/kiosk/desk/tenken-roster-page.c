/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-page.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-import-parts.h"
#include "tenken-results-tabs.h"
#include "tenken-roster-people.h"
#include "tenken-roster-pins.h"
#include "tenken-roster-rights.h"
#include "tenken-roster-tree.h"

struct _TenkenRosterPage
{
  TenkenDeskPage parent_instance;

  AdwBin *place;
  TenkenResultsTabs *tabs; /* NULL until something is shown */
  TenkenRosterPeople *people;
  GtkWidget *tree;
  TenkenRosterRights *rights;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (TenkenRosterPage, tenken_roster_page, TENKEN_TYPE_DESK_PAGE)

/* --- reading --- */

typedef struct
{
  TnkBody *body;
  GHashTable *pins;
  GPtrArray *rights;
} Roster;

static void
roster_free (gpointer data)
{
  Roster *self = data;

  g_clear_object (&self->body);
  g_clear_pointer (&self->pins, g_hash_table_unref);
  g_clear_pointer (&self->rights, g_ptr_array_unref);
  g_free (self);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  Roster *self = g_new0 (Roster, 1);

  self->body = tnk_desk_load_roster (desk, error);
  self->pins = self->body != NULL ? tnk_desk_list_pins (desk, error) : NULL;
  self->rights = self->pins != NULL ? tnk_desk_list_rights (desk, error) : NULL;
  if (self->rights != NULL)
    return self;
  roster_free (self);
  return NULL;
}

/* --- showing --- */

static void
open_department (TenkenRosterPage *self,
                 TnkDepartment *department)
{
  tenken_roster_people_show_department (self->people, tnk_department_get_id (department));
  tenken_results_tabs_show (self->tabs, "people");
}

static GtkWidget *
make_buttons (void)
{
  GtkWidget *buttons = tenken_import_buttons_new ();

  tenken_import_add_button (buttons, _ ("Import a roster…"), "roster.import", "suggested-action");
  tenken_import_add_button (buttons, _ ("PIN slips for all without a PIN…"), "roster.pins-all", NULL);
  tenken_import_add_button (buttons, _ ("For the department shown…"), "roster.pins-department", NULL);
  tenken_import_add_button (buttons, _ ("A new PIN for the selected person…"), "roster.pins-person", NULL);
  return buttons;
}

static GtkWidget *
make_people (TenkenRosterPage *self)
{
  GtkWidget *box = tenken_import_box_new ();

  self->summary = tenken_desk_text_new (NULL, NULL);
  self->people = TENKEN_ROSTER_PEOPLE (tenken_roster_people_new (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self))));
  gtk_widget_set_vexpand (GTK_WIDGET (self->people), TRUE);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), make_buttons ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people));
  return tenken_import_fill_new (box);
}

static GtkWidget *
make_tree (TenkenRosterPage *self)
{
  GtkWidget *box = tenken_import_box_new ();

  self->tree = tenken_roster_tree_new ();
  gtk_widget_set_vexpand (self->tree, TRUE);
  g_signal_connect_object (self->tree, "open", G_CALLBACK (open_department), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->tree);
  return tenken_import_fill_new (box);
}

static void
ensure_tabs (TenkenRosterPage *self)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));

  if (self->tabs != NULL)
    return;
  self->tabs = TENKEN_RESULTS_TABS (tenken_results_tabs_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->tabs), "import-tabs");
  self->rights = TENKEN_ROSTER_RIGHTS (tenken_roster_rights_new (desk));
  tenken_results_tabs_add (self->tabs, "people", _ ("People"), make_people (self));
  tenken_results_tabs_add (self->tabs, "departments", _ ("Departments"), make_tree (self));
  tenken_results_tabs_add (self->tabs, "rights", _ ("Rights"), GTK_WIDGET (self->rights));
  adw_bin_set_child (self->place, GTK_WIDGET (self->tabs));
}

static void
tenken_roster_page_show (TenkenDeskPage *page,
                         gpointer result)
{
  TenkenRosterPage *self = TENKEN_ROSTER_PAGE (page);
  const Roster *roster = result;
  guint n = tnk_body_get_n_people (roster->body), without;
  g_autofree char *summary = NULL;

  if (n == 0) {
    tenken_desk_page_set_empty (page, "system-users-symbolic", _ ("There is no roster yet"),
                                _ ("Import the departments and the people of the body; then they are here."), _ ("Import a roster"), "roster-import");
    return;
  }
  ensure_tabs (self);
  tenken_roster_people_set (self->people, roster->body, roster->pins);
  tenken_roster_tree_set (self->tree, roster->body, roster->pins);
  tenken_roster_rights_set (self->rights, roster->rights, roster->body);
  without = tenken_roster_people_count_without_pin (self->people, NULL);
  /* Translators: people, departments, people without a PIN */
  summary = g_strdup_printf (_ ("%'u people in %'u departments; %'u have no PIN yet."), n, tnk_body_get_n_departments (roster->body), without);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
}

static void
tenken_roster_page_aim (TenkenDeskPage *page,
                        const char *target)
{
  TenkenRosterPage *self = TENKEN_ROSTER_PAGE (page);
  g_auto (GStrv) parts = target != NULL ? g_strsplit (target, "/", 2) : NULL;

  if (parts == NULL || parts[0] == NULL)
    return;
  ensure_tabs (self);
  tenken_results_tabs_show (self->tabs, parts[0]);
  if (parts[1] != NULL)
    tenken_roster_people_show_department (self->people, parts[1]);
}

/* --- actions --- */

static void
import_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (widget)), "roster-import");
}

static void
pins_all_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TenkenRosterPage *self = TENKEN_ROSTER_PAGE (widget);
  const TenkenPinChoice choice = {.n = tenken_roster_people_count_without_pin (self->people, NULL)};

  tenken_roster_pins_ask (widget, tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), &choice);
}

static void
pins_department_action (GtkWidget *widget,
                        const char *name,
                        GVariant *parameter)
{
  TenkenRosterPage *self = TENKEN_ROSTER_PAGE (widget);
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
  TnkDepartment *department = tenken_roster_people_get_department (self->people);
  TenkenPinChoice choice = {0};

  if (department == NULL) {
    tenken_desk_say (desk, _ ("Choose the department above the table first."));
    return;
  }
  choice.department_id = tnk_department_get_id (department);
  choice.name = tnk_department_get_name (department);
  choice.n = tenken_roster_people_count_without_pin (self->people, department);
  tenken_roster_pins_ask (widget, desk, &choice);
}

static void
pins_person_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  TenkenRosterPage *self = TENKEN_ROSTER_PAGE (widget);
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
  TnkPerson *person = tenken_roster_people_get_selected (self->people);
  TenkenPinChoice choice = {.n = 1};

  if (person == NULL) {
    tenken_desk_say (desk, _ ("Select the person in the table first."));
    return;
  }
  choice.person_id = tnk_person_get_id (person);
  choice.name = tnk_person_get_name (person);
  tenken_roster_pins_ask (widget, desk, &choice);
}

/* --- the class --- */

static void
tenken_roster_page_class_init (TenkenRosterPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->fetch = fetch;
  page_class->result_free = roster_free;
  page_class->show = tenken_roster_page_show;
  page_class->aim = tenken_roster_page_aim;
  page_class->without_campaign = TRUE;
  gtk_widget_class_install_action (widget_class, "roster.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "roster.pins-all", NULL, pins_all_action);
  gtk_widget_class_install_action (widget_class, "roster.pins-department", NULL, pins_department_action);
  gtk_widget_class_install_action (widget_class, "roster.pins-person", NULL, pins_person_action);
}

static void
tenken_roster_page_init (TenkenRosterPage *self)
{
  self->place = ADW_BIN (adw_bin_new ());
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), GTK_WIDGET (self->place));
}

GtkWidget *
tenken_roster_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_ROSTER_PAGE, "desk", desk, NULL);
}
