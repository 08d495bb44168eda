/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include "tnk-action.h"
#include "tnk-error.h"

static TnkAction *
sample (TnkCampaign *campaign,
        const char *control)
{
  TnkAction *action = tnk_action_new (campaign, tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), control));
  const char *const departments[] = {"d1", "d3", "d1", NULL};

  g_assert_true (tnk_action_set_departments (action, departments, NULL));
  g_assert_true (tnk_action_set (action, TNK_ACTION_FIELD_WHAT, "自動で閉じる", NULL));
  return action;
}

static void
test_new (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAction) action = sample (campaign, "2.1-1");

  g_assert_null (tnk_action_get_id (action));
  g_assert_cmpuint (tnk_action_get_revision (action), ==, 0);
  g_assert_cmpuint (tnk_action_get_priority (action), ==, 2);
  g_assert_cmpuint (tnk_action_get_status (action), ==, TNK_ACTION_STATUS_PROPOSED);
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_DEPARTMENTS), ==, "d1\nd3");
  g_assert_true (tnk_action_has_department (action, "d3"));
  g_assert_false (tnk_action_has_department (action, "d0"));
  g_assert_finalize_object (g_steal_pointer (&action));
}

typedef struct
{
  TnkActionField field;
  const char *value;
  const char *words; /* NULL: it is taken */
} Value;

static const Value values[] = {
  {TNK_ACTION_FIELD_WHAT, " 　\n", "what will be done"},
  {TNK_ACTION_FIELD_WHAT, "=HYPERLINK(\"x\")\n２行目", NULL},
  {TNK_ACTION_FIELD_WHAT, "a\x1b[31m", "control character"},
  {TNK_ACTION_FIELD_WHAT, "\xff", "UTF-8"},
  {TNK_ACTION_FIELD_OWNER, "", NULL},
  {TNK_ACTION_FIELD_OWNER, "role:manager", NULL},
  {TNK_ACTION_FIELD_OWNER, "role:king", "role:king"},
  {TNK_ACTION_FIELD_OWNER, "person:p1", NULL},
  {TNK_ACTION_FIELD_OWNER, "person:", "cannot own"},
  {TNK_ACTION_FIELD_OWNER, "person: 　", "cannot own"},
  {TNK_ACTION_FIELD_OWNER, "person:p\n1", "staff number"},
  {TNK_ACTION_FIELD_OWNER, "manager", "cannot own"},
  {TNK_ACTION_FIELD_DUE, "", NULL},
  {TNK_ACTION_FIELD_DUE, "2027-02-28", NULL},
  {TNK_ACTION_FIELD_DUE, "2027-02-29", "2027-02-29"},
  {TNK_ACTION_FIELD_DUE, "2027/02/28", "no day"},
  {TNK_ACTION_FIELD_DUE, "soon", "no day"},
  {TNK_ACTION_FIELD_PRIORITY, "1", NULL},
  {TNK_ACTION_FIELD_PRIORITY, "3", NULL},
  {TNK_ACTION_FIELD_PRIORITY, "0", "no priority"},
  {TNK_ACTION_FIELD_PRIORITY, "4", "no priority"},
  {TNK_ACTION_FIELD_PRIORITY, "", "no priority"},
  {TNK_ACTION_FIELD_PRIORITY, "12", "no priority"},
  {TNK_ACTION_FIELD_RESOURCES, "", NULL},
  {TNK_ACTION_FIELD_RESOURCES, "30万円", NULL},
  {TNK_ACTION_FIELD_STATUS, "under_way", NULL},
  {TNK_ACTION_FIELD_STATUS, "完了", "no status"},
  {TNK_ACTION_FIELD_DEPARTMENTS, "", "department"},
  {TNK_ACTION_FIELD_DEPARTMENTS, "\n\n", "department"},
  {TNK_ACTION_FIELD_DEPARTMENTS, "d2\nd0", NULL},
};

static void
test_value (gconstpointer data)
{
  const Value *value = data;
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAction) action = sample (campaign, "2.1-1");
  g_autofree char *before = g_strdup (tnk_action_get (action, value->field));
  g_autoptr (GError) error = NULL;
  gboolean set = tnk_action_set (action, value->field, value->value, &error);

  g_assert_cmpint (set, ==, value->words == NULL);
  g_assert_cmpstr (tnk_action_get (action, value->field), ==, set ? value->value : before);
  if (value->words == NULL) {
    g_assert_no_error (error);
    return;
  }
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (error->message, "", value->words);
}

static void
test_long (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAction) action = sample (campaign, "2.1-1");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "字");
  g_assert_true (tnk_action_set (action, TNK_ACTION_FIELD_WHAT, text->str, NULL));
  g_assert_true (tnk_action_add_note (action, NULL, NULL, text->str, NULL));
  g_string_append (text, "字");
  g_assert_false (tnk_action_set (action, TNK_ACTION_FIELD_WHAT, text->str, NULL));
  g_assert_false (tnk_action_add_note (action, NULL, NULL, text->str, NULL));
  g_assert_false (tnk_action_add_note (action, NULL, NULL, "　", NULL));
  g_assert_cmpuint (tnk_action_get_n_notes (action), ==, 1);
}

/* Every pair; the letters are the first of the words, with V for verified and W for withdrawn. */
static void
test_moves (void)
{
  static const char *const allowed[TNK_N_ACTION_STATUSES] = {
    "planned under_way withdrawn", "proposed under_way done withdrawn", "planned done withdrawn",
    "under_way verified", "under_way", "proposed"};

  for (guint from = 0; from < TNK_N_ACTION_STATUSES; from++) {
    g_auto (GStrv) words = g_strsplit (allowed[from], " ", -1);

    for (guint to = 0; to < TNK_N_ACTION_STATUSES; to++)
      g_assert_cmpint (tnk_action_status_can_become (from, to), ==,
                       g_strv_contains ((const char *const *) words, tnk_action_status_to_string (to)));
  }
}

static void
test_move (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAction) action = sample (campaign, "2.1-1");
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_action_move (action, TNK_ACTION_STATUS_DONE, "p1", &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_STATE);
  g_assert_true (tnk_action_move (action, TNK_ACTION_STATUS_UNDER_WAY, "p1", NULL));
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY), ==, "");
  g_assert_true (tnk_action_move (action, TNK_ACTION_STATUS_DONE, "p1", NULL));
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY), ==, "p1");
  g_assert_true (tnk_action_move (action, TNK_ACTION_STATUS_VERIFIED, "p2", NULL));
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY), ==, "p1");
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY), ==, "p2");
  g_assert_true (tnk_action_move (action, TNK_ACTION_STATUS_UNDER_WAY, "p3", NULL));
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY), ==, "");
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY), ==, "");
}

static void
test_overdue (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAction) action = sample (campaign, "2.1-1");

  g_assert_false (tnk_action_is_overdue (action, "2027-01-01"));
  g_assert_true (tnk_action_set (action, TNK_ACTION_FIELD_DUE, "2026-12-31", NULL));
  g_assert_false (tnk_action_is_overdue (action, "2026-12-31"));
  g_assert_true (tnk_action_is_overdue (action, "2027-01-01"));
  for (guint status = 0; status < TNK_N_ACTION_STATUSES; status++) {
    g_assert_true (tnk_action_set (action, TNK_ACTION_FIELD_STATUS, tnk_action_status_to_string (status), NULL));
    g_assert_cmpint (tnk_action_is_overdue (action, "2027-01-01"), ==, status < TNK_ACTION_STATUS_DONE);
  }
}

static void
test_copy (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAction) action = sample (campaign, "2.1-1");
  g_autoptr (TnkAction) copy = NULL;

  g_assert_true (tnk_action_add_note (action, "2026-06-01T09:00:00+09:00", "p1", "始めた", NULL));
  copy = tnk_action_copy (action);
  g_assert_true (tnk_action_set (copy, TNK_ACTION_FIELD_DEPARTMENTS, "d2", NULL));
  g_assert_true (tnk_action_add_note (copy, NULL, NULL, "終えた", NULL));
  g_assert_cmpstr (tnk_action_get (action, TNK_ACTION_FIELD_DEPARTMENTS), ==, "d1\nd3");
  g_assert_cmpuint (tnk_action_get_n_notes (action), ==, 1);
  g_assert_cmpuint (tnk_action_get_n_notes (copy), ==, 2);
  g_assert_cmpstr (tnk_action_get_note_time (copy, 0), ==, "2026-06-01T09:00:00+09:00");
  g_assert_cmpstr (tnk_action_get_note_writer (copy, 0), ==, "p1");
  g_assert_null (tnk_action_get_note_time (copy, 1));
  g_assert_null (tnk_action_get_note_writer (copy, 1));
  g_assert_cmpstr (tnk_action_get_note_text (copy, 1), ==, "終えた");
  for (guint field = TNK_ACTION_FIELD_WHAT; field < TNK_N_ACTION_FIELDS; field++)
    g_assert_cmpstr (tnk_action_get (copy, field), ==, tnk_action_get (action, field));
  g_assert_finalize_object (g_steal_pointer (&copy));
}

static void
test_absorb (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAction) one = sample (campaign, "2.1-1"), two = sample (campaign, "2.1-1"), third = sample (campaign, "1.1-2");
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_action_set (two, TNK_ACTION_FIELD_DEPARTMENTS, "d0\nd3", NULL));
  g_assert_false (tnk_action_absorb (one, third, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (tnk_action_absorb (one, one, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (tnk_action_absorb (one, two, NULL));
  g_assert_cmpstr (tnk_action_get (one, TNK_ACTION_FIELD_DEPARTMENTS), ==, "d1\nd3\nd0");
  g_assert_cmpuint (tnk_action_get_status (two), ==, TNK_ACTION_STATUS_WITHDRAWN);
  g_assert_cmpuint (tnk_action_get_n_notes (two), ==, 1);
  g_assert_false (tnk_action_absorb (one, two, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_STATE);
}

static void
test_words (void)
{
  TnkActionStatus status;
  TnkActionField field;

  for (guint i = 0; i < TNK_N_ACTION_STATUSES; i++) {
    g_assert_true (tnk_action_status_from_string (tnk_action_status_to_string (i), &status));
    g_assert_cmpuint (status, ==, i);
  }
  for (guint i = 0; i < TNK_N_ACTION_FIELDS; i++) {
    g_assert_true (tnk_action_field_from_string (tnk_action_field_to_string (i), &field));
    g_assert_cmpuint (field, ==, i);
  }
  g_assert_false (tnk_action_status_from_string ("Done", &status));
  g_assert_false (tnk_action_field_from_string ("id", &field));
  g_assert_cmpstr (tnk_action_status_get_label (TNK_ACTION_STATUS_VERIFIED, "ja"), ==, "確認済み");
  g_assert_cmpstr (tnk_action_status_get_label (TNK_ACTION_STATUS_VERIFIED, "en_GB.UTF-8"), ==, "Verified");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Action/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Action/value/%s-%u", tnk_action_field_to_string (values[i].field), i);
    g_test_add_data_func (path, &values[i], test_value);
  }
  g_test_add_func ("/Tenken/Action/long", test_long);
  g_test_add_func ("/Tenken/Action/moves", test_moves);
  g_test_add_func ("/Tenken/Action/move", test_move);
  g_test_add_func ("/Tenken/Action/overdue", test_overdue);
  g_test_add_func ("/Tenken/Action/copy", test_copy);
  g_test_add_func ("/Tenken/Action/absorb", test_absorb);
  g_test_add_func ("/Tenken/Action/words", test_words);
  return g_test_run ();
}
