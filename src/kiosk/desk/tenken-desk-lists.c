/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-lists.h"

#include <glib/gi18n.h>

static void
add (GPtrArray *choices,
     const char *id,
     const char *text,
     const char *detail,
     guint depth)
{
  g_ptr_array_add (choices, tenken_desk_choice_new (id, text, detail, depth));
}

GPtrArray *
tenken_desk_lists_make_offices (TenkenDesk *desk,
                                const TenkenDeskPlace *places)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  TnkRights rights = tenken_desk_places_filter (places, tnk_session_get_rights (tenken_desk_get_session (desk)));

  for (guint office = TNK_RIGHTS_DEPARTMENT; office <= TNK_RIGHTS_AUDITOR; office <<= 1)
    if (rights & office) {
      g_autofree char *id = g_strdup_printf ("%u", office);
      add (choices, id, tenken_desk_office_get_name (office), NULL, 0);
    }
  return choices;
}

static const char *
name_state (TnkCampaignState state)
{
  switch (state) {
  case TNK_CAMPAIGN_STATE_OPEN:
    return _ ("open");
  case TNK_CAMPAIGN_STATE_CLOSED:
    return _ ("closed");
  case TNK_CAMPAIGN_STATE_PREPARED:
  default:
    return _ ("being prepared");
  }
}

GPtrArray *
tenken_desk_lists_make_campaigns (TenkenDesk *desk)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref), *campaigns = tenken_desk_get_campaigns (desk);

  for (guint i = campaigns != NULL ? campaigns->len : 0; i-- > 0;) {
    TnkCampaign *campaign = g_ptr_array_index (campaigns, i);
    add (choices, tnk_campaign_get_id (campaign), tnk_campaign_get_title (campaign),
         name_state (tnk_campaign_get_state (campaign)), 0);
  }
  return choices;
}

GPtrArray *
tenken_desk_lists_make_departments (TenkenDesk *desk)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  TnkBody *tree = tenken_desk_get_tree (desk);
  gboolean whole = tenken_desk_get_office (desk) != TNK_RIGHTS_DEPARTMENT;
  guint left = 0;

  if (tenken_desk_get_office (desk) == TNK_RIGHTS_OWN)
    return choices;
  if (whole)
    add (choices, "", _ ("The whole body"), NULL, 0);
  for (guint i = 0; tree != NULL && i < tnk_body_get_n_departments (tree); i++) {
    TnkDepartment *department = tnk_body_get_department (tree, i), *parent = tnk_department_get_parent (department);
    guint depth = tnk_department_get_depth (department) + (whole ? 1 : 0);

    if (!tenken_desk_offers_department (desk, department))
      continue;
    /* The uppermost ones stand at the left, wherever they are in the body. */
    if (!whole && (parent == NULL || !tenken_desk_offers_department (desk, parent)))
      left = depth;
    add (choices, tnk_department_get_id (department), tnk_department_get_name (department), NULL, depth - left);
  }
  return choices;
}
