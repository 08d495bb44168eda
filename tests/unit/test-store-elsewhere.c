/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include "tnk-elsewhere.h"
#include "tnk-questionnaire.h"

/* What somebody answered in the campaign “2026” on the small catalog stands beside what another catalog asks. */

#define CROSS \
  "{\"format\": 1, \"from\": {\"catalog\": \"small\", \"edition\": \"2026-1\"}, \"to\": {\"catalog\": \"other\", \"edition\": \"1\"}," \
  " \"references\": [" \
  "{\"from\": \"2.1-1\", \"relation\": \"part\", \"to\": \"2.1-1\"}," \
  "{\"from\": \"1.1-2\", \"relation\": \"same\", \"to\": \"1.1-2\"}," \
  "{\"from\": \"1.1-2\", \"relation\": \"related\", \"to\": \"2.1-2.1\"}," \
  "{\"from\": \"2.1-2.1\", \"relation\": \"wider\", \"to\": \"2.1-2.2\"}" \
  "]}"

static TnkCatalog *
load_other (const char *id)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json"), *text = tnk_test_read (filename);
  g_autofree char *line = g_strdup_printf ("\"id\": \"%s\",", id), *named = tnk_test_replace (text, "\"id\": \"small\",", line);
  g_autofree char *dated = tnk_test_replace (named, "\"edition\": \"2026-1\"", "\"edition\": \"1\"");

  return tnk_catalog_load_data ("other.json", dated, -1, NULL, NULL);
}

static void
write_cross (void)
{
  g_autofree char *user = tnk_test_user_dir (), *dir = g_build_filename (user, "catalogs", "cross", NULL);
  g_autofree char *filename = tnk_test_write (dir, "small--other.json", CROSS, -1);
}

static void
open_campaign (TnkTestStore *test,
               const char *id,
               const char *catalog_id)
{
  g_autoptr (TnkCatalog) catalog = load_other (catalog_id);
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new (id, catalog);
  g_autoptr (GError) error = NULL;
  guint n_people;

  tnk_test_store_create_campaign (test, campaign);
  g_assert_true (tnk_store_open_campaign (test->store, id, &n_people, &error));
  g_assert_no_error (error);
}

/* Each item with what was answered elsewhere. */
static char *
describe (TnkTestStore *test,
          const char *campaign,
          const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_store_load_questionnaire (test->store, campaign, person, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; questionnaire != NULL && i < tnk_questionnaire_get_n_items (questionnaire); i++) {
    TnkDuty *duty = tnk_questionnaire_get_duty (questionnaire, i);

    for (guint e = 0; e < tnk_questionnaire_get_n_elsewhere (questionnaire, i); e++) {
      TnkElsewhere *elsewhere = tnk_questionnaire_get_elsewhere (questionnaire, i, e);
      TnkDuty *other = tnk_elsewhere_get_duty (elsewhere);
      const char *comment = tnk_elsewhere_get_comment (elsewhere);

      g_string_append_printf (text, "%s%s %s: %s %s %s %s %s %s", text->len > 0 ? "; " : "", tnk_control_get_id (tnk_duty_get_control (duty)),
                              tnk_role_get_id (tnk_duty_get_role (duty)), tnk_campaign_get_id (tnk_elsewhere_get_campaign (elsewhere)),
                              tnk_relation_to_string (tnk_elsewhere_get_relation (elsewhere)), tnk_control_get_id (tnk_duty_get_control (other)),
                              tnk_role_get_id (tnk_duty_get_role (other)), tnk_answer_value_to_string (tnk_elsewhere_get_answer (elsewhere)),
                              comment != NULL ? comment : "-");
    }
  }
  return g_string_free (text, FALSE);
}

static void
assert_elsewhere (TnkTestStore *test,
                  const char *campaign,
                  const char *person,
                  const char *expected)
{
  g_autofree char *found = describe (test, campaign, person);

  g_assert_cmpstr (found, ==, expected);
}

/* p1 is only staff, and is asked about 1.1-2, 2.1-1 and 2.1-2.1; that two are about the same matter says nothing. p2 is a
 * manager, too: each answer stands with its own role, and with another one only where that role is not asked. */
static void
test_notes (void)
{
  g_auto (TnkTestStore) test = {0};

  write_cross ();
  tnk_test_store_init_answers (&test);
  open_campaign (&test, "other", "other");
  assert_elsewhere (&test, "other", "p1",
                    "1.1-2 staff: 2026 same 1.1-2 staff implemented -; 2.1-1 staff: 2026 part 2.1-1 staff partial 時々忘れる");
  assert_elsewhere (&test, "other", "p2",
                    "1.1-2 manager: 2026 same 1.1-2 manager implemented -; 1.1-2 staff: 2026 same 1.1-2 staff implemented -; "
                    "2.1-1 staff: 2026 part 2.1-1 staff implemented -; "
                    "2.1-2.2 manager: 2026 wider 2.1-2.1 staff not_implemented 鍵が, ない");
  assert_elsewhere (&test, "2026", "p1", "");
}

/* A draft is nobody else's business, not even another campaign's. */
static void
test_drafts (void)
{
  g_auto (TnkTestStore) test = {0};

  write_cross ();
  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWERS, TRUE);
  open_campaign (&test, "other", "other");
  assert_elsewhere (&test, "other", "p1", "");
}

static void
test_no_references (void)
{
  g_auto (TnkTestStore) test = {0};

  write_cross ();
  tnk_test_store_init_answers (&test);
  open_campaign (&test, "third", "third");
  assert_elsewhere (&test, "third", "p1", "");
}

/* The same catalog again is last year's answers, which are shown as such. */
static void
test_same_catalog (void)
{
  g_auto (TnkTestStore) test = {0};

  write_cross ();
  tnk_test_store_init_answers (&test);
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  assert_elsewhere (&test, "2027", "p1", "");
}

/* Of two campaigns on one catalog the newer one counts, and the references work the other way round, too. */
static void
test_newest (void)
{
  g_auto (TnkTestStore) test = {0};

  write_cross ();
  tnk_test_store_init_answers (&test);
  open_campaign (&test, "other", "other");
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  assert_elsewhere (&test, "other", "p1",
                    "1.1-2 staff: 2026 same 1.1-2 staff implemented -; 2.1-1 staff: 2026 part 2.1-1 staff partial 時々忘れる");
  tnk_test_store_verify (test.store);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);

  g_test_add_func ("/Tenken/StoreElsewhere/notes", test_notes);
  g_test_add_func ("/Tenken/StoreElsewhere/drafts", test_drafts);
  g_test_add_func ("/Tenken/StoreElsewhere/no-references", test_no_references);
  g_test_add_func ("/Tenken/StoreElsewhere/same-catalog", test_same_catalog);
  g_test_add_func ("/Tenken/StoreElsewhere/newest", test_newest);

  return g_test_run ();
}
