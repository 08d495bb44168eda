/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-picks.h"

#include <glib/gi18n.h>

#include "tenken-language.h"
#include "tenken-plan-words.h"
#include "tenken-search.h"

static gboolean
matches (const char *text,
         const char *typed)
{
  g_autofree char *folded = tenken_search_fold (text);

  return tenken_search_matches (folded, typed);
}

static TnkCatalog *
get_catalog (TnkPlanView *view)
{
  return tnk_campaign_get_catalog (tnk_plan_get_campaign (tnk_plan_view_get_plan (view)));
}

void
tenken_plan_list_controls (TenkenPickList *list,
                           TnkPlanView *view,
                           const char *typed)
{
  TnkCatalog *catalog = get_catalog (view);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    g_autofree char *text = tenken_plan_word_control (control);

    if (matches (text, typed) && !tenken_pick_list_add (list, tnk_control_get_id (control), text, FALSE))
      return;
  }
}

void
tenken_plan_list_departments (TenkenPickList *list,
                              TnkPlanView *view,
                              TnkAction *action,
                              const char *typed)
{
  TnkBody *body = tnk_plan_get_body (tnk_plan_view_get_plan (view));

  for (guint i = 0; i < tnk_body_get_n_departments (body); i++) {
    TnkDepartment *department = tnk_body_get_department (body, i);
    const char *id = tnk_department_get_id (department), *name = tnk_department_get_name (department);
    gboolean chosen = action != NULL && tnk_action_has_department (action, id);

    if ((chosen || tnk_plan_view_may_concern (view, i)) && matches (name, typed) && !tenken_pick_list_add (list, id, name, chosen))
      return;
  }
}

static gboolean
add_owner (TenkenPickList *list,
           TnkAction *action,
           const char *kind,
           const char *id,
           const char *text,
           const char *typed)
{
  g_autofree char *owner = g_strconcat (kind, id, NULL);

  return !matches (text, typed) ||
         tenken_pick_list_add (list, owner, text, action != NULL && g_str_equal (tnk_action_get (action, TNK_ACTION_FIELD_OWNER), owner));
}

void
tenken_plan_list_owners (TenkenPickList *list,
                         TnkPlanView *view,
                         TnkAction *action,
                         const char *typed)
{
  TnkCatalog *catalog = get_catalog (view);
  TnkBody *roster = tnk_plan_get_roster (tnk_plan_view_get_plan (view));

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);

    if (!add_owner (list, action, "role:", tnk_role_get_id (role), tenken_text (tnk_role_get_name (role)), typed))
      return;
  }
  for (guint i = 0; i < tnk_body_get_n_people (roster) && *typed != '\0'; i++) {
    TnkPerson *person = tnk_body_get_person (roster, i);
    g_autofree char *text = g_strdup_printf ("%s %s（%s）", tnk_person_get_name (person), tnk_person_get_id (person),
                                             tnk_department_get_name (tnk_person_get_department (person)));

    if (!add_owner (list, action, "person:", tnk_person_get_id (person), text, typed))
      return;
  }
}
