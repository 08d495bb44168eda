/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-body.h"

#define NOW "2026-11-21T09:05:00+09:00"
#define RTL "هل تغلق الشاشة"
/* 60 characters, all that make trouble among them. */
#define HOSTILE_NAME "<b>山田</b> & %n %s ｢花子｣ 👩🏽‍💻 " RTL " Donaudampfschifffahrt"

static const char *const departments[] = {
  "department_id,name,parent_id\nD1,点検市,\nD2,総務部総務課,D1\n",
  "department_id,name,parent_id\nD1,\"<i>点検</i>市 & %n\",\nD2,\"情報セキュリティインシデント対応体制整備推進本部 <u>&%s</u> " RTL "\",D1\n"};
static const char *const people[] = {
  "person_id,name,department_id,roles\nP0001,山田　花子,D2,staff\n"
  "P0002,鈴木　一郎,D2,chief;director;manager;system-manager;system-operator;staff\nP0003,佐藤　次郎,D2,staff\n"
  "P0004,高橋　三郎,D1,\n",
  "person_id,name,department_id,roles\nP0001,\"" HOSTILE_NAME "\",D2,staff\nP0002,\"" HOSTILE_NAME "\",D2,staff;manager\n"
  "P0003,\"" HOSTILE_NAME "\",D2,staff\nP0004,\"" HOSTILE_NAME "\",D1,\n"};
static const char *const titles[] = {
  "令和8年度 情報セキュリティ自己点検", "<b>令和8年度</b> & %n 情報セキュリティ自己点検 " RTL " 👩🏽‍💻 情報セキュリティインシデント対応体制"};
static const char *const names[] = {"点検市", "<i>点検</i>市 & %n " RTL " 👩🏽‍💻 とても長い名前の市区町村広域連合事務組合"};

/* --- the store --- */

static TnkCatalog *
load_catalog (TnkUiBody body)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hostile = g_test_build_filename (G_TEST_DIST, "hostile-catalog.json", NULL);
  g_autofree char *plain = g_build_filename (g_getenv ("TENKEN_DATA_DIR"), "catalogs", "mic-2020.json", NULL);
  TnkCatalog *catalog = tnk_catalog_load_file (body == TNK_UI_HOSTILE ? hostile : plain, NULL, &error);

  if (catalog == NULL)
    g_error ("%s", error->message);
  return catalog;
}

static char *
write_file (const char *dir,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  return path;
}

static void
import_roster (TnkStore *store,
               const char *dir,
               TnkUiBody body)
{
  g_autofree char *departments_file = write_file (dir, "departments.csv", departments[body]);
  g_autofree char *people_file = write_file (dir, "people.csv", people[body]);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) roster = tnk_body_read_roster (departments_file, people_file, NULL, NULL, &error);
  TnkRosterChange change;

  if (roster == NULL || !tnk_store_import_roster (store, roster, FALSE, &change, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
open_campaign (TnkStore *store,
               TnkUiBody body)
{
  g_autoptr (TnkCatalog) catalog = load_catalog (body);
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2026", catalog);
  g_autoptr (GError) error = NULL;
  guint n_people;

  tnk_campaign_set_title (campaign, titles[body]);
  tnk_campaign_set_asks_informed (campaign, TRUE);
  if (!tnk_campaign_set_period (campaign, "2026-10-01", "2026-11-30", &error) ||
      !tnk_store_create_campaign (store, campaign, &error) || !tnk_store_open_campaign (store, "2026", &n_people, &error))
    g_error ("%s", error->message);
}

static void
grant_offices (TnkStore *store)
{
  static const TnkRights offices[] = {TNK_RIGHTS_SECRETARIAT, TNK_RIGHTS_COMMITTEE, TNK_RIGHTS_AUDIT};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    if (!tnk_store_grant_right (store, offices[i], "person:" TNK_UI_OFFICER, NULL, &error))
      g_error ("%s", error->message);
}

static char *
issue_pin (TnkStore *store,
           const char *person_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slips =
    tnk_store_issue_pins (store, NULL, person_id, TRUE, NULL, NULL, NULL, &error);

  if (slips == NULL)
    g_error ("%s: %s", person_id, error->message);
  g_assert_cmpuint (slips->len, ==, 1);
  return g_strdup (tnk_pin_slip_get_pin (g_ptr_array_index (slips, 0)));
}

static void
take_result (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_come (gpointer user_data)
{
  return *(GAsyncResult **) user_data != NULL;
}

/* The way that a person goes: the first PIN, then one of one's own. */
static void
choose_pin (TnkTerminal *terminal,
            const char *person_id,
            const char *first_pin)
{
  g_autoptr (GAsyncResult) signed_in = NULL, changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkSession) session = NULL;
  guint wait;

  tnk_terminal_sign_in_async (terminal, person_id, first_pin, NULL, take_result, &signed_in);
  tnk_ui_wait (has_come, &signed_in, "the first sign-in");
  session = tnk_terminal_sign_in_finish (terminal, signed_in, &wait, &error);
  if (session == NULL)
    g_error ("%s: %s", person_id, error->message);
  tnk_session_change_pin_async (session, TNK_UI_BODY_PIN, NULL, take_result, &changed);
  tnk_ui_wait (has_come, &changed, "the change of the PIN");
  if (!tnk_session_change_pin_finish (session, changed, &error))
    g_error ("%s: %s", person_id, error->message);
  tnk_session_sign_out (session);
}

void
tnk_ui_body_give_pin (TnkStore *store,
                      TnkTerminal *terminal,
                      const char *person_id)
{
  g_autofree char *pin = issue_pin (store, person_id);

  choose_pin (terminal, person_id, pin);
}

static void
choose_pins (TnkStore *store,
             const char *path)
{
  static const char *const ids[] = {TNK_UI_STAFF, TNK_UI_CHIEF, TNK_UI_OFFICER};
  g_autoptr (TnkTerminal) terminal = tnk_terminal_new (path, "desk:test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tnk_terminal_open_async (terminal, NULL, take_result, &result);
  tnk_ui_wait (has_come, &result, "the store");
  if (!tnk_terminal_open_finish (terminal, result, &error))
    g_error ("%s: %s", path, error->message);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    tnk_ui_body_give_pin (store, terminal, ids[i]);
  tnk_terminal_close (terminal);
}

/* The city that tenkenctl makes up, with two campaigns, answers and a plan. */
static char *
make_demo (const char *dir,
           TnkStore **store)
{
  g_autofree char *city = g_build_filename (dir, "demo", NULL);
  const char *const command[] = {g_getenv ("TENKENCTL"), "demo", city, "--people=200", "--departments=8", NULL};
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (city, "tenken.db", NULL);
  int status;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("tenkenctl demo: %s", error->message);
  *store = tnk_store_open (path, "test", &error);
  if (*store == NULL)
    g_error ("%s", error->message);
  return path;
}

char *
tnk_ui_body_make (const char *dir,
                  TnkUiBody body,
                  TnkStore **store,
                  char **newcomer_pin)
{
  g_autofree char *path = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);
  g_autoptr (GError) error = NULL;

  if (body == TNK_UI_DEMO)
    return make_demo (dir, store);
  path = g_build_filename (dir, body == TNK_UI_HOSTILE ? "hostile.db" : "plain.db", NULL);
  *store = tnk_store_create (path, names[body], "test", now, &error);
  if (*store == NULL)
    g_error ("%s", error->message);
  tnk_store_set_clock (*store, NULL);
  import_roster (*store, dir, body);
  grant_offices (*store);
  open_campaign (*store, body);
  if (!tnk_store_set_kiosk_pin (*store, TNK_UI_BODY_PIN, &error))
    g_error ("%s", error->message);
  choose_pins (*store, path);
  *newcomer_pin = issue_pin (*store, TNK_UI_NEWCOMER);
  return g_steal_pointer (&path);
}

/* --- questionnaires --- */

typedef struct
{
  TnkAnswerValue value;
  const char *comment;
} Answer;

static const Answer plain_answers[] = {{TNK_ANSWER_VALUE_IMPLEMENTED, NULL},
                                       {TNK_ANSWER_VALUE_IMPLEMENTED, NULL},
                                       {TNK_ANSWER_VALUE_PARTIAL, "窓口の端末はまだです。"},
                                       {TNK_ANSWER_VALUE_IMPLEMENTED, "研修の記録があります。"},
                                       {TNK_ANSWER_VALUE_NOT_APPLICABLE, "その業務を担当していない"},
                                       {TNK_ANSWER_VALUE_NOT_IMPLEMENTED, "来年度に予定しています。"},
                                       {TNK_ANSWER_VALUE_IMPLEMENTED, NULL}};
static const Answer hostile_answers[] = {
  {TNK_ANSWER_VALUE_NOT_APPLICABLE, "<b>理由</b> & %n %s"},
  {TNK_ANSWER_VALUE_PARTIAL, RTL " " RTL},
  {TNK_ANSWER_VALUE_NOT_IMPLEMENTED, "👩🏽‍💻🔐🗝️🇯🇵"},
  {TNK_ANSWER_VALUE_NOT_APPLICABLE, "LONG"}};

/* The longest comment that there can be. */
static const char *
long_comment (void)
{
  static char *text = NULL;

  if (text == NULL) {
    GString *string = g_string_new (NULL);
    for (guint i = 0; i < 4000 / 8; i++)
      g_string_append (string, "終わりのない回答");
    text = g_string_free (string, FALSE);
  }
  return text;
}

static void
answer (TnkQuestionnaire *questionnaire,
        guint item,
        const Answer *answer)
{
  const char *comment = g_strcmp0 (answer->comment, "LONG") == 0 ? long_comment () : answer->comment;
  g_autoptr (GError) error = NULL;

  if (!tnk_questionnaire_set_answer (questionnaire, item, answer->value, comment, FALSE, &error))
    g_error ("%s", error->message);
  if (answer->value == TNK_ANSWER_VALUE_IMPLEMENTED)
    return;
  tnk_questionnaire_set_flagged (questionnaire, item, item % 3 == 0);
  if (answer->value != TNK_ANSWER_VALUE_NOT_APPLICABLE && item % 2 == 0)
    tnk_questionnaire_set_promise (questionnaire, item, "2027-03");
}

static void
answer_until (TnkQuestionnaire *questionnaire,
              TnkUiBody body,
              guint end)
{
  for (guint item = 0; item < end; item++)
    answer (questionnaire, item,
            body == TNK_UI_HOSTILE ? &hostile_answers[item % G_N_ELEMENTS (hostile_answers)]
                                   : &plain_answers[item % G_N_ELEMENTS (plain_answers)]);
}

static void
remember_last_year (TnkQuestionnaire *questionnaire)
{
  for (guint item = 0; item < tnk_questionnaire_get_n_items (questionnaire); item += 2)
    tnk_questionnaire_set_previous (questionnaire, item,
                                    item % 4 == 0 ? TNK_ANSWER_VALUE_IMPLEMENTED : TNK_ANSWER_VALUE_PARTIAL, NULL);
}

void
tnk_ui_body_fill (TnkQuestionnaire *questionnaire,
                  TnkUiBody body,
                  TnkUiState state)
{
  guint n = tnk_questionnaire_get_n_items (questionnaire);

  if (state == TNK_UI_FRESH)
    return;
  remember_last_year (questionnaire);
  answer_until (questionnaire, body, state == TNK_UI_HALF ? n / 2 : n);
  tnk_questionnaire_set_place (questionnaire, state == TNK_UI_HALF ? n / 2 : n - 1);
  if (state == TNK_UI_RETURNED) {
    tnk_questionnaire_set_state (questionnaire, TNK_QUESTIONNAIRE_STATE_RETURNED);
    tnk_questionnaire_set_remark (questionnaire, body == TNK_UI_HOSTILE ? long_comment () : "問5の理由をもう少し詳しく書いてください。");
  }
  if (state == TNK_UI_SUBMITTED) {
    tnk_questionnaire_set_state (questionnaire, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
    tnk_questionnaire_set_reference (questionnaire, "7F3A-91C2-5B08");
  }
}
