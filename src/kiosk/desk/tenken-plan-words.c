/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tenken-language.h"

#define ROLE "role:"
#define PERSON "person:"

const char *
tenken_plan_field_get_name (TnkActionField field)
{
  static const char *const names[TNK_N_ACTION_FIELDS] = {
    [TNK_ACTION_FIELD_DEPARTMENTS] = N_ ("Departments"),
    [TNK_ACTION_FIELD_WHAT] = N_ ("What will be done"),
    [TNK_ACTION_FIELD_OWNER] = N_ ("Owner"),
    [TNK_ACTION_FIELD_DUE] = N_ ("Due"),
    [TNK_ACTION_FIELD_PRIORITY] = N_ ("Priority"),
    [TNK_ACTION_FIELD_RESOURCES] = N_ ("What it takes"),
    [TNK_ACTION_FIELD_STATUS] = N_ ("Status"),
    [TNK_ACTION_FIELD_DONE_BY] = N_ ("Reported done by"),
    [TNK_ACTION_FIELD_VERIFIED_BY] = N_ ("Verified by"),
  };

  g_return_val_if_fail ((guint) field < TNK_N_ACTION_FIELDS, NULL);
  return _ (names[field]);
}

const char *
tenken_plan_priority_get_name (guint priority)
{
  static const char *const names[] = {N_ ("1 High"), N_ ("2 Mid"), N_ ("3 Low")};

  g_return_val_if_fail (priority >= 1 && priority <= G_N_ELEMENTS (names), NULL);
  return _ (names[priority - 1]);
}

const char *
tenken_plan_status_get_name (TnkActionStatus status)
{
  return tnk_action_status_get_label (status, tenken_language_get ());
}

char *
tenken_plan_word_departments (TnkPlan *plan,
                              const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    TnkDepartment *department = tnk_body_lookup_department (tnk_plan_get_body (plan), parts[i]);

    if (i > 0)
      g_string_append (text, g_str_equal (tenken_language_get (), "ja") ? "、" : ", ");
    g_string_append (text, department != NULL ? tnk_department_get_name (department) : parts[i]);
  }
  return g_string_free (text, FALSE);
}

char *
tenken_plan_word_person (TnkPlan *plan,
                         const char *person_id)
{
  TnkPerson *person = tnk_body_lookup_person (tnk_plan_get_roster (plan), person_id);

  return person != NULL ? g_strdup_printf ("%s %s", tnk_person_get_name (person), person_id) : g_strdup (person_id);
}

char *
tenken_plan_word_owner (TnkPlan *plan,
                        const char *owner)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_plan_get_campaign (plan));
  TnkRole *role = NULL;

  if (g_str_has_prefix (owner, PERSON))
    return tenken_plan_word_person (plan, owner + strlen (PERSON));
  if (g_str_has_prefix (owner, ROLE))
    role = tnk_catalog_lookup_role (catalog, owner + strlen (ROLE));
  return g_strdup (role != NULL ? tenken_text (tnk_role_get_name (role)) : owner);
}

static const char *
word_status (const char *word)
{
  TnkActionStatus status;

  return tnk_action_status_from_string (word, &status) ? tenken_plan_status_get_name (status) : word;
}

char *
tenken_plan_word_field (TnkPlan *plan,
                        TnkActionField field,
                        const char *value)
{
  if (*value == '\0')
    return g_strdup ("–");
  switch (field) {
  case TNK_ACTION_FIELD_DEPARTMENTS:
    return tenken_plan_word_departments (plan, value);
  case TNK_ACTION_FIELD_OWNER:
    return tenken_plan_word_owner (plan, value);
  case TNK_ACTION_FIELD_PRIORITY:
    return g_strdup (tenken_plan_priority_get_name (CLAMP (*value - '0', 1, 3)));
  case TNK_ACTION_FIELD_STATUS:
    return g_strdup (word_status (value));
  case TNK_ACTION_FIELD_DONE_BY:
  case TNK_ACTION_FIELD_VERIFIED_BY:
    return tenken_plan_word_person (plan, value);
  case TNK_ACTION_FIELD_WHAT:
  case TNK_ACTION_FIELD_DUE:
  case TNK_ACTION_FIELD_RESOURCES:
  default:
    return g_strdup (value);
  }
}

char *
tenken_plan_word_control (TnkControl *control)
{
  return g_strdup_printf ("%s %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}
