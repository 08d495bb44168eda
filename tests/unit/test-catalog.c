/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include <glib/gstdio.h>

#include "tnk-error.h"

static const char *
ja (TnkText *text)
{
  return text != NULL ? tnk_text_get (text, "ja") : NULL;
}

static void
test_head (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  const char *const *languages = tnk_catalog_get_languages (catalog);

  g_assert_cmpstr (tnk_catalog_get_id (catalog), ==, "small");
  g_assert_cmpstr (tnk_catalog_get_edition (catalog), ==, "2026-1");
  g_assert_cmpstr (tnk_catalog_get_effective (catalog), ==, "2026-04-01");
  g_assert_cmpstr (ja (tnk_catalog_get_title (catalog)), ==, "試験用の小さな基準");
  g_assert_cmpstr (tnk_text_get (tnk_catalog_get_title (catalog), "en"), ==, "Small catalog for tests");
  g_assert_cmpstr (ja (tnk_catalog_get_publisher (catalog)), ==, "点検市");
  g_assert_cmpstr (ja (tnk_catalog_get_source (catalog)), ==, "試験のために書いたもの");
  g_assert_cmpstr (ja (tnk_catalog_get_licence (catalog)), ==, "LGPL-2.1以降");
  g_assert_cmpuint (g_strv_length ((char **) languages), ==, 2);
  g_assert_cmpstr (languages[0], ==, "ja");
  g_assert_cmpuint (tnk_catalog_get_n_reasons (catalog), ==, 2);
  g_assert_cmpstr (tnk_catalog_get_reason_id (catalog, 1), ==, "no-work");
  g_assert_cmpstr (ja (tnk_catalog_get_reason (catalog, 1)), ==, "その仕事がない");
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_roles (void)
{
  static const char *const ids[] = {"ciso", "manager", "staff", "contractor"};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  g_assert_cmpuint (tnk_catalog_get_n_roles (catalog), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);
    g_assert_cmpstr (tnk_role_get_id (role), ==, ids[i]);
    g_assert_cmpuint (tnk_role_get_index (role), ==, i);
    g_assert_true (tnk_catalog_lookup_role (catalog, ids[i]) == role);
  }
  g_assert_cmpstr (ja (tnk_role_get_name (tnk_catalog_get_role (catalog, 1))), ==, "課長");
  g_assert_cmpstr (ja (tnk_role_get_description (tnk_catalog_get_role (catalog, 1))), ==, "課に責任を持つ人です。");
  g_assert_null (tnk_catalog_lookup_role (catalog, "mayor"));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_chapters_and_sections (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkChapter *first = tnk_catalog_get_chapter (catalog, 0);
  TnkChapter *second = tnk_catalog_lookup_chapter (catalog, "2");
  TnkSection *section = tnk_catalog_get_section (catalog, 1);

  g_assert_cmpuint (tnk_catalog_get_n_chapters (catalog), ==, 2);
  g_assert_cmpuint (tnk_catalog_get_n_sections (catalog), ==, 3);
  g_assert_cmpuint (tnk_catalog_get_n_controls (catalog), ==, 7);
  g_assert_cmpstr (tnk_chapter_get_id (first), ==, "1");
  g_assert_cmpstr (ja (tnk_chapter_get_title (first)), ==, "体制");
  g_assert_cmpuint (tnk_chapter_get_n_controls (first), ==, 3);
  g_assert_cmpuint (tnk_chapter_get_n_sections (first), ==, 2);
  g_assert_cmpuint (tnk_chapter_get_index (second), ==, 1);
  g_assert_cmpuint (tnk_chapter_get_first_control (second), ==, 3);
  g_assert_cmpuint (tnk_chapter_get_n_controls (second), ==, 4);
  g_assert_cmpuint (tnk_chapter_get_first_section (second), ==, 2);
  g_assert_cmpstr (tnk_section_get_id (section), ==, "1.2");
  g_assert_cmpstr (ja (tnk_section_get_title (section)), ==, "教育");
  g_assert_cmpuint (tnk_section_get_index (section), ==, 1);
  g_assert_cmpuint (tnk_section_get_chapter_index (section), ==, 0);
  g_assert_cmpuint (tnk_section_get_first_control (section), ==, 2);
  g_assert_cmpuint (tnk_section_get_n_controls (section), ==, 1);
  g_assert_null (tnk_catalog_lookup_chapter (catalog, "3"));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_controls (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkControl *policy = tnk_catalog_lookup_control (catalog, "1.1-1");
  TnkControl *training = tnk_catalog_lookup_control (catalog, "1.2-1");
  const char *const *tags = tnk_control_get_tags (policy);

  g_assert_cmpstr (tnk_control_get_clause (policy), ==, "1.1 (1)");
  g_assert_cmpuint (tnk_control_get_level (policy), ==, TNK_LEVEL_REQUIRED);
  g_assert_cmpuint (tnk_control_get_weight (policy), ==, 3);
  g_assert_true (tnk_control_is_critical (policy));
  g_assert_cmpstr (ja (tnk_control_get_title (policy)), ==, "方針を決める");
  g_assert_cmpstr (ja (tnk_control_get_note (policy)), ==, "列の位置は本文による。");
  g_assert_cmpuint (g_strv_length ((char **) tags), ==, 2);
  g_assert_cmpstr (tags[1], ==, "organisation");
  g_assert_cmpuint (tnk_control_get_level (training), ==, TNK_LEVEL_RECOMMENDED);
  g_assert_cmpuint (tnk_control_get_index (training), ==, 2);
  g_assert_cmpuint (tnk_control_get_section_index (training), ==, 1);
  g_assert_cmpuint (tnk_control_get_chapter_index (training), ==, 0);
  g_assert_false (tnk_control_is_critical (training));
  g_assert_null (tnk_control_get_note (training));
  g_assert_nonnull (tnk_control_get_tags (training));
  g_assert_cmpuint (tnk_control_get_weight (tnk_catalog_lookup_control (catalog, "2.1-1")), ==, 1);
  /* two rows that share a clause */
  g_assert_cmpstr (tnk_control_get_clause (tnk_catalog_lookup_control (catalog, "2.1-2.1")), ==, "2.1 (2)");
  g_assert_cmpstr (tnk_control_get_clause (tnk_catalog_lookup_control (catalog, "2.1-2.2")), ==, "2.1 (2)");
  g_assert_null (tnk_catalog_lookup_control (catalog, "1.1"));
  g_assert_null (tnk_catalog_lookup_control (catalog, ""));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_duties (void)
{
  /* control by control, within it by column, whatever the order in the file */
  static const char *const order[] = {
    "1.1-1 ciso ○", "1.1-1 manager △", "1.1-2 ciso 承", "1.1-2 manager ○", "1.1-2 staff ○", "1.2-1 manager 許",
    "1.2-1 staff ○", "1.2-1 contractor △", "2.1-1 staff ○", "2.1-2.1 staff ○", "2.1-2.2 manager ○"};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  g_assert_cmpuint (tnk_catalog_get_n_duties (catalog), ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);
    TnkControl *control = tnk_duty_get_control (duty);
    TnkRole *role = tnk_duty_get_role (duty);
    g_autofree char *text = g_strdup_printf ("%s %s %s", tnk_control_get_id (control), tnk_role_get_id (role),
                                             tnk_mark_to_symbol (tnk_duty_get_mark (duty)));

    g_assert_cmpstr (text, ==, order[i]);
    g_assert_cmpuint (tnk_duty_get_index (duty), ==, i);
    g_assert_cmpint (tnk_duty_is_scored (duty), ==, tnk_duty_get_mark (duty) != TNK_MARK_INFORMED);
    g_assert_true (tnk_control_find_duty (control, role) == duty);
    g_assert_true (tnk_control_get_duty (control, i - tnk_control_get_first_duty (control)) == duty);
    g_assert_cmpuint (tnk_control_get_mark (control, role), ==, tnk_duty_get_mark (duty));
    g_assert_true (tnk_catalog_find_duty (catalog, tnk_control_get_id (control), tnk_role_get_id (role)) == duty);
  }
  g_assert_null (tnk_catalog_find_duty (catalog, "2.1-1", "ciso"));
  g_assert_null (tnk_catalog_find_duty (catalog, "9.9", "ciso"));
  g_assert_null (tnk_catalog_find_duty (catalog, "2.1-1", "mayor"));
  g_assert_cmpuint (tnk_control_get_n_duties (tnk_catalog_lookup_control (catalog, "2.1-3")), ==, 0);
  g_assert_cmpuint (tnk_control_get_mark (tnk_catalog_lookup_control (catalog, "2.1-3"),
                                          tnk_catalog_get_role (catalog, 0)),
                    ==, TNK_MARK_NONE);
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static TnkQuestion *
question_of (TnkCatalog *catalog,
             const char *control,
             const char *role)
{
  return tnk_duty_get_question (tnk_catalog_find_duty (catalog, control, role));
}

static void
test_questions (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkQuestion *policy = question_of (catalog, "1.1-1", "ciso");
  TnkQuestion *shared = question_of (catalog, "1.1-2", "staff");

  /* an id of its own, or control and first role */
  g_assert_cmpstr (tnk_question_get_id (policy), ==, "1.1-1/ciso");
  g_assert_cmpstr (tnk_question_get_id (shared), ==, "take-out");
  g_assert_true (question_of (catalog, "1.1-2", "manager") == shared);
  g_assert_true (question_of (catalog, "1.1-2", "ciso") != shared);
  g_assert_true (tnk_question_asks (shared, tnk_catalog_lookup_role (catalog, "staff")));
  g_assert_true (tnk_question_asks (shared, tnk_catalog_lookup_role (catalog, "manager")));
  g_assert_false (tnk_question_asks (shared, tnk_catalog_lookup_role (catalog, "ciso")));
  g_assert_cmpuint (tnk_question_get_kind (shared), ==, TNK_QUESTION_KIND_SCALE);
  g_assert_cmpstr (ja (tnk_question_get_text (shared)), ==, "持ち出す前に承認を得ていますか。");
  g_assert_cmpuint (tnk_question_get_n_reasons (shared), ==, 1);
  g_assert_cmpstr (ja (tnk_question_get_reason (shared, 0)), ==, "データを持ち出さない");
  g_assert_cmpuint (tnk_control_get_n_questions (tnk_catalog_lookup_control (catalog, "1.1-2")), ==, 2);
  /* △ with a question, and without one */
  g_assert_nonnull (question_of (catalog, "1.1-1", "manager"));
  g_assert_null (question_of (catalog, "1.2-1", "contractor"));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_anchors (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkQuestion *policy = question_of (catalog, "1.1-1", "ciso");
  TnkQuestion *plain = question_of (catalog, "1.1-1", "manager");

  g_assert_cmpstr (ja (tnk_question_get_anchor (policy, TNK_ANSWER_VALUE_IMPLEMENTED)), ==, "見直して知らせた。");
  g_assert_cmpstr (ja (tnk_question_get_anchor (policy, TNK_ANSWER_VALUE_PARTIAL)), ==, "見直しの途中である。");
  g_assert_cmpstr (ja (tnk_question_get_anchor (policy, TNK_ANSWER_VALUE_NOT_IMPLEMENTED)), ==, "見直していない。");
  g_assert_null (tnk_question_get_anchor (policy, TNK_ANSWER_VALUE_UNANSWERED));
  g_assert_null (tnk_question_get_anchor (policy, TNK_ANSWER_VALUE_NOT_APPLICABLE));
  g_assert_null (tnk_question_get_anchor (policy, TNK_ANSWER_VALUE_EXCEPTED));
  g_assert_null (tnk_question_get_anchor (plain, TNK_ANSWER_VALUE_IMPLEMENTED));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_choices_and_conditions (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkControl *control = tnk_catalog_lookup_control (catalog, "2.1-1");
  TnkQuestion *device = tnk_control_get_question (control, 0);
  TnkQuestion *lock = tnk_control_get_question (control, 1);
  const char *const *answers = tnk_question_get_ask_if_answers (lock);

  g_assert_cmpuint (tnk_question_get_kind (device), ==, TNK_QUESTION_KIND_SINGLE);
  g_assert_cmpuint (tnk_question_get_n_choices (device), ==, 3);
  g_assert_cmpstr (tnk_question_get_choice_id (device, 1), ==, "tablet");
  g_assert_cmpstr (ja (tnk_question_get_choice (device, 0)), ==, "机の端末");
  g_assert_null (tnk_question_get_ask_if (device));
  g_assert_null (tnk_question_get_ask_if_answers (device));
  g_assert_cmpstr (tnk_question_get_ask_if (lock), ==, "device");
  g_assert_cmpuint (g_strv_length ((char **) answers), ==, 2);
  g_assert_cmpstr (answers[0], ==, "desk");
  /* the scored question is the duty's, not the one that chooses */
  g_assert_true (question_of (catalog, "2.1-1", "staff") == lock);
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_guidance_of_the_duty (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkDuty *own = tnk_catalog_find_duty (catalog, "1.1-1", "ciso");
  TnkDuty *shared = tnk_catalog_find_duty (catalog, "1.1-1", "manager");
  TnkDuty *unasked = tnk_catalog_find_duty (catalog, "1.2-1", "contractor");

  g_assert_cmpstr (ja (tnk_duty_get_guidance (own)), ==, "委員会で決めます。");
  g_assert_cmpstr (ja (tnk_duty_get_evidence (own)), ==, "委員会の議事録");
  g_assert_cmpstr (ja (tnk_duty_get_improvement (own)), ==, "次の委員会の議題にする。");
  g_assert_cmpstr (ja (tnk_duty_get_guidance (shared)), ==, "年度の初めに方針を見直します。");
  g_assert_cmpstr (ja (tnk_duty_get_evidence (shared)), ==, "決裁した方針");
  g_assert_cmpstr (ja (tnk_duty_get_improvement (shared)), ==, "方針を見直す日を決める。");
  g_assert_cmpstr (ja (tnk_duty_get_guidance (unasked)), ==, "年に一度、訓練します。");
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

/* --- equality, writing and reading again --- */

static TnkCatalog *
load_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_data ("text.json", text, -1, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static void
test_equal (void)
{
  static const char *const changes[][2] = {
    {"\"weight\": 3", "\"weight\": 4"},
    {"\"edition\": \"2026-1\"", "\"edition\": \"2026-2\""},
    {"\"id\": \"small\"", "\"id\": \"little\""},
    {"\"effective\": \"2026-04-01\"", "\"effective\": \"2026-04-02\""},
    {"\"id\": \"no-work\"", "\"id\": \"no-duty\""},
    {"\"id\": \"1.2\"", "\"id\": \"1.3\""},
    {"\"id\": \"1.2-1\"", "\"id\": \"1.2-2\""},
    {"\"clause\": \"1.2 (1)\"", "\"clause\": \"1.2 (2)\""},
    {"\"recommended\"", "\"required\""},
    {"\"weight\": 2", "\"weight\": 2, \"critical\": true"},
    {"\"id\": \"take-out\"", "\"id\": \"carry-out\""},
    {"\"kind\": \"single\"", "\"kind\": \"multiple\""},
    {"\"id\": \"phone\"", "\"id\": \"pad\""},
    {"\"permits\"", "\"approves\""},
    {"\"Put it on the next agenda.\"", "\"Put it on the agenda.\""},
    {"\"tags\": [\"policy\", \"organisation\"]", "\"tags\": [\"policy\"]"},
    {"\"answers\": [\"desk\", \"tablet\"]", "\"answers\": [\"desk\"]"},
    {"{\"ja\": \"データを持ち出さない\", \"en\": \"I take no data out\"}", ""},
    {"その仕組みがない", "そのような仕組みがない"},
    {"\"not_implemented\": {\"ja\": \"見直していない。\"", "\"not_implemented\": {\"ja\": \"まだである。\""},
    {",\n              \"note\": {\"ja\": \"列の位置は本文による。\", \"en\": \"The column follows the clause.\"}", ""},
  };
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) again = load_text (text);

  g_assert_true (tnk_catalog_equal (catalog, catalog));
  g_assert_true (tnk_catalog_equal (catalog, again));
  g_assert_cmpstr (tnk_catalog_get_fingerprint (catalog), ==, tnk_catalog_get_fingerprint (again));
  g_assert_cmpuint (strlen (tnk_catalog_get_fingerprint (catalog)), ==, 64);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *changed = tnk_test_replace (text, changes[i][0], changes[i][1]);
    g_autoptr (TnkCatalog) other = load_text (changed);
    if (other != NULL && tnk_catalog_equal (catalog, other)) {
      g_test_message ("not told apart: %s", changes[i][0]);
      g_test_fail ();
    }
  }
}

/* Every text of the file, in both languages, is part of what the catalog says; none is lost when it is written. */
static void
test_equal_by_every_text (void)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  guint n = 0;

  for (const char *at = strchr (text, '{'); (at = strstr (at, "\": \"")) != NULL; at += 4) {
    g_autofree char *head = g_strndup (text, at + 4 - text);
    g_autofree char *changed = g_strconcat (head, "語", at + 4, NULL);
    g_autoptr (TnkCatalog) other = NULL;

    if (!g_str_has_suffix (head, "\"ja\": \"") && !g_str_has_suffix (head, "\"en\": \""))
      continue;
    /* each text in one of its languages; in a slow run in both */
    n++;
    if (!g_test_slow () && n % 2 != (n + 1) / 2 % 2)
      continue;
    other = load_text (changed);
    if (other != NULL && !tnk_catalog_equal (catalog, other))
      continue;
    g_test_message ("not told apart: %.60s", at + 4);
    g_test_fail ();
  }
  g_assert_cmpuint (n, >, 120);
}

/* Order of members, white space, comments and defaults spelt out do not make another catalog. */
static void
test_equal_despite_form (void)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autofree char *order = tnk_test_replace (text, "{\"manager\": \"informed\", \"ciso\": \"responsible\"}",
                                             "{\"ciso\": \"responsible\",\n\n\"manager\": \"informed\"}");
  g_autofree char *defaults = tnk_test_replace (order, "\"id\": \"1.1-2\",",
                                                "\"id\": \"1.1-2\", \"$comment\": \"x\", \"weight\": 1, \"critical\": false, \"tags\": [],");
  g_autofree char *roles = tnk_test_replace (defaults, "[\"staff\", \"manager\"]", "[\"manager\", \"staff\"]");
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) other = load_text (roles);

  g_assert_true (tnk_catalog_equal (catalog, other));
}

static void
assert_round_trip (TnkCatalog *catalog)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = g_build_filename (dir, "copy.json", NULL);
  g_autofree char *text = tnk_catalog_to_data (catalog);
  g_autofree char *saved = NULL, *again = NULL;
  g_autoptr (TnkCatalog) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_suffix (text, "}\n"));
  g_assert_true (tnk_catalog_save (catalog, filename, &error));
  g_assert_no_error (error);
  saved = tnk_test_read (filename);
  g_assert_cmpstr (saved, ==, text);
  copy = tnk_catalog_load_file (filename, NULL, &error);
  g_assert_no_error (error);
  if (copy == NULL)
    return;
  g_assert_true (tnk_catalog_equal (catalog, copy));
  g_assert_cmpuint (tnk_catalog_get_n_controls (copy), ==, tnk_catalog_get_n_controls (catalog));
  g_assert_cmpuint (tnk_catalog_get_n_duties (copy), ==, tnk_catalog_get_n_duties (catalog));
  again = tnk_catalog_to_data (copy);
  g_assert_cmpstr (again, ==, text);
  g_assert_finalize_object (g_steal_pointer (&copy));
}

static void
test_round_trip_small (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  assert_round_trip (catalog);
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_round_trip_shipped (void)
{
  g_autofree char *filename = tnk_test_shipped ("catalogs/mic-2020.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  if (catalog == NULL)
    return;
  g_assert_cmpstr (tnk_catalog_get_id (catalog), ==, "mic-2020");
  g_assert_cmpuint (tnk_catalog_get_n_roles (catalog), ==, 12);
  g_assert_cmpuint (tnk_catalog_get_n_chapters (catalog), ==, 9);
  g_assert_cmpuint (tnk_catalog_get_n_controls (catalog), ==, 348);
  assert_round_trip (catalog);
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

/* A catalog in Japanese alone, with every character that JSON escapes. */
static void
test_round_trip_japanese_only (void)
{
  g_autofree char *text = g_strdup (
    "{\"format\":1,\"id\":\"a\",\"edition\":\"1 \\\"x\\\" \\\\ / 😀\",\"title\":{\"ja\":\"題\\ud83d\\ude00<&>'\"},"
    "\"publisher\":{\"ja\":\"市\"},\"effective\":\"2024-02-29\",\"source\":{\"ja\":\"元\"},\"licence\":{\"ja\":\"可\"},"
    "\"languages\":[\"ja\"],\"roles\":[{\"id\":\"r\",\"name\":{\"ja\":\"役\"},\"description\":{\"ja\":\"説明\"}}],"
    "\"chapters\":[{\"id\":\"1\",\"title\":{\"ja\":\"章\"},\"sections\":[]}]}");
  g_autoptr (TnkCatalog) catalog = load_text (text);

  g_assert_false (tnk_text_has (tnk_catalog_get_title (catalog), "en"));
  g_assert_cmpstr (ja (tnk_catalog_get_title (catalog)), ==, "題😀<&>'");
  g_assert_cmpuint (tnk_catalog_get_n_controls (catalog), ==, 0);
  assert_round_trip (catalog);
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_save_fails (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = g_build_filename (dir, "none", "copy.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_catalog_save (catalog, filename, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (g_file_test (filename, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_guards (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  tnk_test_expect_critical ();
  g_assert_null (tnk_catalog_get_control (catalog, 7));
  tnk_test_expect_critical ();
  g_assert_null (tnk_catalog_get_role (catalog, G_MAXUINT));
  tnk_test_expect_critical ();
  g_assert_null (tnk_catalog_lookup_control (catalog, NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_control_get_duty (tnk_catalog_lookup_control (catalog, "2.1-3"), 0));
  tnk_test_expect_critical ();
  g_assert_null (tnk_catalog_load_data ("a", NULL, 0, NULL, NULL));
  g_test_assert_expected_messages ();
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Catalog/head", test_head);
  g_test_add_func ("/Tenken/Catalog/roles", test_roles);
  g_test_add_func ("/Tenken/Catalog/chapters-and-sections", test_chapters_and_sections);
  g_test_add_func ("/Tenken/Catalog/equal", test_equal);
  g_test_add_func ("/Tenken/Catalog/equal-by-every-text", test_equal_by_every_text);
  g_test_add_func ("/Tenken/Catalog/equal-despite-form", test_equal_despite_form);
  g_test_add_func ("/Tenken/Catalog/round-trip-small", test_round_trip_small);
  g_test_add_func ("/Tenken/Catalog/round-trip-shipped", test_round_trip_shipped);
  g_test_add_func ("/Tenken/Catalog/round-trip-japanese-only", test_round_trip_japanese_only);
  g_test_add_func ("/Tenken/Catalog/save-fails", test_save_fails);
  g_test_add_func ("/Tenken/Catalog/guards", test_guards);
  g_test_add_func ("/Tenken/Control/fields", test_controls);
  g_test_add_func ("/Tenken/Duty/order-and-marks", test_duties);
  g_test_add_func ("/Tenken/Duty/guidance", test_guidance_of_the_duty);
  g_test_add_func ("/Tenken/Question/roles-and-reasons", test_questions);
  g_test_add_func ("/Tenken/Question/anchors", test_anchors);
  g_test_add_func ("/Tenken/Question/choices-and-conditions", test_choices_and_conditions);
  return g_test_run ();
}
