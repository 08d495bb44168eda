/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-desk-setup.h"

#include <string.h>

#include "tnk-desk-settings.h"
#include "tnk-right.h"
#include "tnk-test-store.h"

/* Every verb once, as one step of a campaign's way. */
typedef gboolean (*Verb) (TnkDesk *desk, GError **error);

static gboolean
list_catalogs (TnkDesk *desk,
               GError **error)
{
  g_autoptr (GPtrArray) catalogs = tnk_desk_list_catalogs (desk, NULL, error);

  g_assert_true (catalogs == NULL || catalogs->len > 0);
  return catalogs != NULL;
}

static gboolean
list_campaigns (TnkDesk *desk,
                GError **error)
{
  g_autoptr (GPtrArray) campaigns = tnk_desk_list_all_campaigns (desk, error);

  return campaigns != NULL;
}

static gboolean
load_roster (TnkDesk *desk,
             GError **error)
{
  g_autoptr (TnkBody) body = tnk_desk_load_roster (desk, error);

  g_assert_true (body == NULL || tnk_body_get_n_people (body) == 5);
  return body != NULL;
}

static gboolean
create (TnkDesk *desk,
        GError **error)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");

  return tnk_desk_create_campaign (desk, campaign, error);
}

static gboolean
change (TnkDesk *desk,
        GError **error)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");

  tnk_campaign_set_title (campaign, "令和8年度");
  return tnk_desk_change_campaign (desk, campaign, error);
}

static gboolean
discard (TnkDesk *desk,
         GError **error)
{
  return tnk_desk_discard_campaign (desk, "2026", error);
}

static gboolean
open_it (TnkDesk *desk,
         GError **error)
{
  guint n_people;

  return tnk_desk_open_campaign (desk, "2026", &n_people, NULL, NULL, NULL, error);
}

static gboolean
count (TnkDesk *desk,
       GError **error)
{
  TnkCampaignCounts counts;

  return tnk_desk_count_campaign (desk, "2026", &counts, error);
}

static gboolean
list_steps (TnkDesk *desk,
            GError **error)
{
  g_autoptr (GPtrArray) steps = tnk_desk_list_campaign_steps (desk, "2026", error);

  return steps != NULL;
}

static gboolean
move_day (TnkDesk *desk,
          GError **error)
{
  return tnk_desk_set_closing_day (desk, "2026", "2026-06-30", error);
}

static gboolean
show_counts (TnkDesk *desk,
             GError **error)
{
  return tnk_desk_set_visibility (desk, "2026", TNK_VISIBILITY_COUNTS, error);
}

static gboolean
close_it (TnkDesk *desk,
          GError **error)
{
  TnkCampaignCounts counts;
  guint n_taken;

  return tnk_desk_close_campaign (desk, "2026", TRUE, &n_taken, &counts, NULL, NULL, NULL, error);
}

static gboolean
reopen (TnkDesk *desk,
        GError **error)
{
  return tnk_desk_reopen_campaign (desk, "2026", "停電", NULL, error);
}

static gboolean
show_body (TnkDesk *desk,
           GError **error)
{
  g_autofree char *name = tnk_desk_dup_body_name (desk, error);

  g_assert_true (name == NULL || g_str_equal (name, "点検市"));
  return name != NULL;
}

static gboolean
set_default (TnkDesk *desk,
             GError **error)
{
  return tnk_desk_set_default_visibility (desk, TNK_VISIBILITY_COUNTS, error);
}

static gboolean
get_default (TnkDesk *desk,
             GError **error)
{
  TnkVisibility visibility;
  gboolean done = tnk_desk_get_default_visibility (desk, &visibility, error);

  g_assert_true (!done || visibility == TNK_VISIBILITY_COUNTS);
  return done;
}

static gboolean
set_pin (TnkDesk *desk,
         GError **error)
{
  return tnk_desk_set_kiosk_pin (desk, "739150", error);
}

static gboolean
has_pin (TnkDesk *desk,
         GError **error)
{
  gboolean has, done = tnk_desk_has_kiosk_pin (desk, &has, error);

  g_assert_true (!done || has);
  return done;
}

static gboolean
check_log (TnkDesk *desk,
           GError **error)
{
  g_autofree char *head = NULL;
  gint64 n_entries, n_questionnaires;

  return tnk_desk_verify (desk, &n_entries, &n_questionnaires, &head, NULL, NULL, NULL, error);
}

static gboolean
copy_store (TnkDesk *desk,
            GError **error)
{
  g_autofree char *dir = tnk_test_dir (), *filename = g_build_filename (dir, "copy.db", NULL);
  gboolean done = tnk_desk_backup (desk, filename, NULL, NULL, NULL, error);

  g_assert_true (done == g_file_test (filename, G_FILE_TEST_EXISTS));
  return done;
}

static const struct
{
  const char *name;
  Verb verb;
} verbs[] = {
  {"list-catalogs", list_catalogs},
  {"list-campaigns", list_campaigns},
  {"load-roster", load_roster},
  {"create", create},
  {"discard", discard},
  {"create-again", create},
  {"change", change},
  {"open", open_it},
  {"count", count},
  {"list-steps", list_steps},
  {"move-day", move_day},
  {"show-counts", show_counts},
  {"close", close_it},
  {"reopen", reopen},
  {"show-body", show_body},
  {"set-default", set_default},
  {"get-default", get_default},
  {"set-pin", set_pin},
  {"has-pin", has_pin},
  {"check-log", check_log},
  {"copy", copy_store},
};

/* The secretariat may do all of it; whoever answers for a department, the committee and the auditors nothing. */
static void
test_rights (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) office = NULL, manager = NULL, committee = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_COMMITTEE, "person:p5", NULL, &error));
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_AUDIT, "person:p5", NULL, &error));
  office = tnk_desk_new (test.store, "p1", &error);
  manager = tnk_desk_new (test.store, "p2", &error);
  committee = tnk_desk_new (test.store, "p5", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    g_autofree char *before = tnk_test_store_dump (test.path), *after = NULL;

    g_test_message ("%s", verbs[i].name);
    tnk_test_store_refused (verbs[i].verb (manager, &error), &error, TNK_ERROR_REFUSED, "the secretariat");
    tnk_test_store_refused (verbs[i].verb (committee, &error), &error, TNK_ERROR_REFUSED, "the secretariat");
    after = tnk_test_store_dump (test.path);
    g_assert_cmpstr (before, ==, after);
    g_assert_true (verbs[i].verb (office, &error));
    g_assert_no_error (error);
  }
  tnk_test_store_verify (test.store);
}

static void
test_cancelled (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TnkDesk) office = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  office = tnk_desk_new (test.store, "p1", &error);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_desk_list_catalogs (office, cancellable, &error) != NULL, &error);
}

/* Long work says how far it is, and can be stopped; nothing is left behind then. */
static void
test_stopped (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TnkDesk) office = NULL;
  g_autofree char *dir = tnk_test_dir (), *filename = g_build_filename (dir, "copy.db", NULL), *head = NULL, *left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  tnk_test_store_init_answers (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  office = tnk_desk_new (test.store, "p1", &error);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_desk_verify (office, &n, &n, &head, NULL, NULL, cancellable, &error), &error);
  g_assert_null (head);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM log WHERE kind = 'store.copied'", "0");
  /* a small store is copied before anybody could stop it */
  if (!tnk_desk_backup (office, filename, tnk_test_store_cancel_cb, cancellable, cancellable, &error))
    tnk_test_store_cancelled (FALSE, &error);
  else
    tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM log WHERE kind = 'store.copied'", "1");
  left = tnk_test_store_list_dir (dir);
  g_assert_null (strstr (left, "unfinished"));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskSetup/rights", test_rights);
  g_test_add_func ("/Tenken/DeskSetup/cancelled", test_cancelled);
  g_test_add_func ("/Tenken/DeskSetup/stopped", test_stopped);
  return g_test_run ();
}
