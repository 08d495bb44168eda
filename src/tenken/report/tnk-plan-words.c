/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "tnk-day-private.h"
#include "tnk-error.h"
#include "tnk-plan-sheet-private.h"
#include "tnk-strings-private.h"

/* How the fields of an action are worded in a cell, and what people write there. */

#define ROLE "role:"
#define PERSON "person:"

static const char *const priorities[] = {"1 高", "2 中", "3 低", NULL};

const char *const *
tnk_plan_priority_words (void)
{
  return priorities;
}

static TnkCatalog *
get_catalog (TnkPlan *plan)
{
  return tnk_campaign_get_catalog (tnk_plan_get_campaign (plan));
}

/* --- out --- */

static const char *
get_role_name (TnkRole *role)
{
  return tnk_text_get (tnk_role_get_name (role), "ja");
}

/* The name, unless two roles share it. */
char *
tnk_plan_word_role (TnkPlan *plan,
                    TnkRole *role)
{
  TnkCatalog *catalog = get_catalog (plan);

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *other = tnk_catalog_get_role (catalog, i);

    if (other != role && g_str_equal (get_role_name (other), get_role_name (role)))
      return g_strconcat (ROLE, tnk_role_get_id (role), NULL);
  }
  return g_strdup (get_role_name (role));
}

static char *
word_person (TnkPlan *plan,
             const char *id)
{
  TnkPerson *person = tnk_body_lookup_person (tnk_plan_get_roster (plan), id);

  return person != NULL ? g_strdup_printf ("%s %s", id, tnk_person_get_name (person)) : g_strdup (id);
}

static char *
word_owner (TnkPlan *plan,
            const char *owner)
{
  TnkRole *role = NULL;

  if (g_str_has_prefix (owner, PERSON))
    return word_person (plan, owner + strlen (PERSON));
  if (g_str_has_prefix (owner, ROLE))
    role = tnk_catalog_lookup_role (get_catalog (plan), owner + strlen (ROLE));
  return role != NULL ? tnk_plan_word_role (plan, role) : g_strdup (owner);
}

char *
tnk_plan_word_field (TnkPlan *plan,
                     TnkActionField field,
                     const char *value)
{
  TnkActionStatus status;

  switch (field) {
  case TNK_ACTION_FIELD_DEPARTMENTS:
    return tnk_plan_word_departments (plan, value);
  case TNK_ACTION_FIELD_OWNER:
    return word_owner (plan, value);
  case TNK_ACTION_FIELD_PRIORITY:
    return g_strdup (*value >= '1' && *value <= '3' ? priorities[*value - '1'] : value);
  case TNK_ACTION_FIELD_STATUS:
    return g_strdup (tnk_action_status_from_string (value, &status) ? tnk_action_status_get_label (status, "ja") : value);
  default:
    return g_strdup (value);
  }
}

/* --- back --- */

static TnkRole *
find_role (TnkPlan *plan,
           const char *text)
{
  TnkCatalog *catalog = get_catalog (plan);
  const char *id = g_str_has_prefix (text, ROLE) ? text + strlen (ROLE) : text;

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);
    TnkText *name = tnk_role_get_name (role);

    if (g_str_equal (tnk_role_get_id (role), id) || g_str_equal (tnk_text_get (name, "ja"), text) || g_str_equal (tnk_text_get (name, "en"), text))
      return role;
  }
  return NULL;
}

/* The staff number, with or without the name behind it. */
static TnkPerson *
find_person (TnkPlan *plan,
             const char *text)
{
  TnkBody *roster = tnk_plan_get_roster (plan);
  const char *id = g_str_has_prefix (text, PERSON) ? text + strlen (PERSON) : text;
  g_autofree char *word = tnk_plan_dup_first_word (id);
  g_autofree char *plain = tnk_plan_fold (word);
  TnkPerson *person = tnk_body_lookup_person (roster, id);

  if (person == NULL)
    person = tnk_body_lookup_person (roster, word);
  return person != NULL ? person : tnk_body_lookup_person (roster, plain);
}

static char *
parse_owner (TnkPlan *plan,
             const char *text,
             GError **error)
{
  TnkRole *role = find_role (plan, text);
  TnkPerson *person = role == NULL ? find_person (plan, text) : NULL;

  if (role != NULL)
    return g_strconcat (ROLE, tnk_role_get_id (role), NULL);
  if (person != NULL)
    return g_strconcat (PERSON, tnk_person_get_id (person), NULL);
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "“%.60s” is neither a role nor a staff number of the roster; choose a role from the list or write a number",
               text);
  return NULL;
}

static char *
parse_verifier (TnkPlan *plan,
                const char *text,
                GError **error)
{
  TnkPerson *person = find_person (plan, text);

  if (person != NULL)
    return g_strdup (tnk_person_get_id (person));
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
               "nobody in the roster has the staff number “%.60s”; write it with the zeros at its beginning", text);
  return NULL;
}

/* A number typed into a cell for days shows as a day of 1900. */
#define FIRST_DAY "2000-01-01"

/* 2026-12-31, 2026/12/31, 2026.12.31, 2026年12月31日, and the same with 令和8 or R8 for the year. */
static char *
parse_due (const char *text,
           GError **error)
{
  g_autofree char *plain = tnk_plan_fold (text);
  const char *at = plain;
  guint year, month, day, base = 0;
  char *iso;

  if (g_str_has_prefix (at, "令和") || *at == 'R') {
    at += *at == 'R' ? 1 : strlen ("令和");
    base = 2018;
  }
  if (sscanf (at, "%4u%*[-/.]%2u%*[-/.]%2u", &year, &month, &day) == 3 || sscanf (at, "%4u年%2u月%2u日", &year, &month, &day) == 3) {
    iso = g_strdup_printf ("%04u-%02u-%02u", (base + year) % 10000, month % 100, day % 100);
    if (tnk_is_day (iso) && strcmp (iso, FIRST_DAY) >= 0)
      return iso;
    g_free (iso);
  }
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "“%.60s” is no day; write one such as 2027-03-31", text);
  return NULL;
}

static char *
parse_priority (const char *text,
                GError **error)
{
  g_autofree char *plain = tnk_plan_fold (text);

  for (guint i = 0; priorities[i] != NULL; i++)
    if (g_str_equal (plain, priorities[i]) || (plain[0] == priorities[i][0] && plain[1] == '\0') || g_str_equal (plain, priorities[i] + 2))
      return g_strndup (priorities[i], 1);
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "“%.60s” is no priority; choose 1 高, 2 中 or 3 低", text);
  return NULL;
}

static char *
parse_status (const char *text,
              GError **error)
{
  for (guint i = 0; i < TNK_N_ACTION_STATUSES; i++)
    if (g_str_equal (text, tnk_action_status_get_label (i, "ja")) || g_ascii_strcasecmp (text, tnk_action_status_get_label (i, "en")) == 0 ||
        g_str_equal (text, tnk_action_status_to_string (i)))
      return g_strdup (tnk_action_status_to_string (i));
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "“%.60s” is no status; choose 提案, 計画, 実施中, 完了, 確認済み or 取下げ", text);
  return NULL;
}

/* An empty cell says nothing, which some fields may. */
char *
tnk_plan_parse_field (TnkPlan *plan,
                      TnkActionField field,
                      const char *text,
                      GError **error)
{
  if (*text == '\0' && (field == TNK_ACTION_FIELD_OWNER || field == TNK_ACTION_FIELD_DUE || field == TNK_ACTION_FIELD_VERIFIED_BY))
    return g_strdup ("");
  switch (field) {
  case TNK_ACTION_FIELD_DEPARTMENTS:
    return tnk_plan_parse_departments (plan, text, error);
  case TNK_ACTION_FIELD_OWNER:
    return parse_owner (plan, text, error);
  case TNK_ACTION_FIELD_DUE:
    return parse_due (text, error);
  case TNK_ACTION_FIELD_PRIORITY:
    return parse_priority (text, error);
  case TNK_ACTION_FIELD_STATUS:
    return parse_status (text, error);
  case TNK_ACTION_FIELD_VERIFIED_BY:
    return parse_verifier (plan, text, error);
  default:
    return g_strdup (text);
  }
}

/* The id of a control, or a clause that only one has. */
TnkControl *
tnk_plan_parse_control (TnkPlan *plan,
                        const char *text)
{
  TnkCatalog *catalog = get_catalog (plan);
  TnkControl *control = tnk_catalog_lookup_control (catalog, text);
  guint n = 0;

  if (control != NULL)
    return control;
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++)
    if (g_str_equal (tnk_control_get_clause (tnk_catalog_get_control (catalog, i)), text)) {
      control = tnk_catalog_get_control (catalog, i);
      n++;
    }
  return n == 1 ? control : NULL;
}
