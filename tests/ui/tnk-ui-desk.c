/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-desk.h"

#include "tnk-ui-body.h"

static const struct
{
  TnkRights office;
  const char *role; /* what gives the right, as a new store has it */
} holders[] = {{TNK_RIGHTS_DEPARTMENT, "manager"}, {TNK_RIGHTS_SECRETARIAT, "chief"}, {TNK_RIGHTS_COMMITTEE, "committee"}, {TNK_RIGHTS_COMMITTEE, "ciso"}, {TNK_RIGHTS_AUDIT, "audit-chief"}, {TNK_RIGHTS_DEPARTMENT, "director"}, {TNK_RIGHTS_OWN, "system-manager"}};

static guint
count_below (TnkBody *body,
             TnkPerson *person)
{
  guint n = 0;

  for (guint i = 0; i < tnk_body_get_n_people (body); i++)
    if (tnk_department_is_within (tnk_person_get_department (tnk_body_get_person (body, i)), tnk_person_get_department (person)))
      n++;
  return n;
}

static TnkPerson *
find_holder (TnkBody *body,
             const char *role)
{
  TnkPerson *found = NULL;
  guint most = 0;

  for (guint i = 0; i < tnk_body_get_n_people (body); i++) {
    TnkPerson *person = tnk_body_get_person (body, i);
    guint n = tnk_person_has_role (person, role) ? count_below (body, person) : 0;

    if (n > most) {
      found = person;
      most = n;
    }
  }
  return found;
}

char *
tnk_ui_desk_find_person (TnkUi *ui,
                         TnkRights office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) body = tnk_store_load_body (tnk_ui_get_store (ui, ui->body), &error);

  if (body == NULL)
    g_error ("%s", error->message);
  /* In the small bodies whoever holds another role holds a right by a third one. */
  if (office == TNK_RIGHTS_OWN && ui->body != TNK_UI_DEMO)
    return g_strdup (TNK_UI_STAFF);
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++) {
    TnkPerson *person = holders[i].office == office ? find_holder (body, holders[i].role) : NULL;
    if (person != NULL)
      return g_strdup (tnk_person_get_id (person));
  }
  /* In the small bodies this one holds what no role gives. */
  return g_strdup (TNK_UI_OFFICER);
}

TenkenDeskView *
tnk_ui_desk_get_view (TnkUi *ui)
{
  GtkWidget *view = tnk_ui_get_page (ui);

  return TENKEN_IS_DESK_VIEW (view) ? TENKEN_DESK_VIEW (view) : NULL;
}

TenkenDesk *
tnk_ui_desk_get (TnkUi *ui)
{
  return tenken_desk_view_get_desk (tnk_ui_desk_get_view (ui));
}

TenkenDeskPage *
tnk_ui_desk_get_page (TnkUi *ui)
{
  return TENKEN_DESK_PAGE (tenken_desk_view_get_page (tnk_ui_desk_get_view (ui)));
}

static gboolean
is_at_rest (gpointer user_data)
{
  return tnk_ui_desk_get_view (user_data) != NULL && !tenken_desk_page_is_busy (tnk_ui_desk_get_page (user_data));
}

void
tnk_ui_desk_settle (TnkUi *ui)
{
  tnk_ui_wait (is_at_rest, ui, "the page of the desk");
}

void
tnk_ui_desk_open (TnkUi *ui,
                  TnkRights office,
                  const char *place)
{
  g_autofree char *person = tnk_ui_desk_find_person (ui, office);

  tnk_ui_sign_in (ui, person);
  if (office == TNK_RIGHTS_OWN) /* this one waits behind the self-check */
    gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.desk", NULL);
  tnk_ui_desk_settle (ui);
  tenken_desk_set_office (tnk_ui_desk_get (ui), office);
  tenken_desk_go (tnk_ui_desk_get (ui), place);
  tnk_ui_desk_settle (ui);
}

TenkenDeskView *
tnk_ui_desk_show (TnkUi *ui,
                  TnkRights office,
                  const TenkenDeskPlace *places)
{
  g_autofree char *person = tnk_ui_desk_find_person (ui, office);
  g_autoptr (TenkenDesk) desk = NULL;
  GtkWidget *view;

  tnk_ui_start_session (ui, person);
  desk = tenken_desk_new (ui->session);
  tenken_desk_set_office (desk, office);
  view = tenken_desk_view_new (desk, places);
  tenken_desk_refresh (desk);
  tnk_ui_show (ui, view);
  return TENKEN_DESK_VIEW (view);
}
