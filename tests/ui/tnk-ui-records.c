/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-records.h"

#include <stdarg.h>

#include "tenken-deputies-list.h"
#include "tenken-language.h"
#include "tenken-record-page.h"

static TnkStore *
get_store (TnkUi *ui)
{
  return tnk_ui_get_store (ui, ui->body);
}

/* The day of the store, so many days later. */
static char *
dup_day (TnkUi *ui,
         int days)
{
  g_autofree char *today = tnk_store_dup_today (get_store (ui)), *text = g_strconcat (today, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, NULL);
  g_autoptr (GDateTime) later = g_date_time_add_days (day, days);

  return g_date_time_format (later, "%Y-%m-%d");
}

/* Whoever holds a role; of several the first. */
char *
tnk_ui_records_find_holder (TnkUi *ui,
                            const char *role)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) body = tnk_store_load_body (get_store (ui), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < tnk_body_get_n_people (body); i++)
    if (tnk_person_has_role (tnk_body_get_person (body, i), role))
      return g_strdup (tnk_person_get_id (tnk_body_get_person (body, i)));
  g_error ("nobody holds the role “%s”", role);
}

/* --- records --- */

static void
set (TnkRecord *record,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!tnk_record_set_value (record, field, value, &error))
    g_error ("%s: %s", field, error->message);
}

static void
save (TnkUi *ui,
      TnkRecord *record,
      const char *person_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecord) stored = tnk_store_save_record (get_store (ui), record, person_id, NULL, &error);

  if (stored == NULL)
    g_error ("%s", error->message);
}

static TnkRecord *
begin (TnkUi *ui,
       const char *form_id,
       const char *person_id)
{
  g_autoptr (TnkFormLibrary) library = tnk_form_library_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkForm) form = tnk_form_library_find (library, form_id, NULL, &error);
  TnkRecord *record = form != NULL ? tnk_store_start_record (get_store (ui), form, person_id, &error) : NULL;
  TnkRecord *copy;

  if (record == NULL)
    g_error ("%s", error->message);
  copy = tnk_record_copy (record);
  g_object_unref (record);
  return copy;
}

static void
set_all (TnkRecord *record,
         va_list values)
{
  const char *field;

  while ((field = va_arg (values, const char *)) != NULL)
    set (record, field, va_arg (values, const char *));
}

char *
tnk_ui_records_begin (TnkUi *ui,
                      const char *form_id,
                      const char *person_id,
                      ...)
{
  g_autoptr (TnkRecord) record = begin (ui, form_id, person_id);
  va_list values;

  va_start (values, person_id);
  set_all (record, values);
  va_end (values);
  save (ui, record, person_id);
  return g_strdup (tnk_record_get_id (record));
}

void
tnk_ui_records_take (TnkUi *ui,
                     const char *record_id,
                     const char *step_id,
                     const char *person_id,
                     ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecord) before = tnk_store_load_record (get_store (ui), record_id, &error), after = NULL;
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  const char *field;
  va_list values;

  va_start (values, person_id);
  while ((field = va_arg (values, const char *)) != NULL)
    g_hash_table_insert (table, (gpointer) field, va_arg (values, char *));
  va_end (values);
  after = before != NULL ? tnk_store_take_record_step (get_store (ui), record_id, tnk_record_get_revision (before), step_id, person_id, table, NULL, &error)
                         : NULL;
  if (after == NULL)
    g_error ("%s: %s", step_id, error->message);
}

static void
answer_checklists (TnkRecord *record)
{
  TnkForm *form = tnk_record_get_form (record);

  for (guint i = 0; i < tnk_form_get_n_fields (form); i++) {
    TnkFormField *field = tnk_form_get_field (form, i);
    g_autoptr (GString) value = g_string_new (NULL);

    if (tnk_form_field_get_kind (field) != TNK_FORM_FIELD_KIND_CHECKLIST)
      continue;
    for (guint c = 0; c < tnk_form_field_get_n_choices (field); c++)
      g_string_append_printf (value, "%s%s=met", c > 0 ? "\n" : "", tnk_form_field_get_choice_id (field, c));
    set (record, tnk_form_field_get_id (field), value->str);
  }
}

char *
tnk_ui_records_begin_service (TnkUi *ui,
                              const char *person_id)
{
  g_autofree char *begins = dup_day (ui, 10);
  g_autofree char *id =
    tnk_ui_records_begin (ui, "external-service", person_id, "name", "文章づくりを助けるサービス", "provider", "○○株式会社", "services",
                          "translation\ngenerative_ai", "ways", "use", "procured", "no", "purpose",
                          "住民へのお知らせの下書きを早く作り、読みやすさを見直す時間を増やす。", "scope", "公開する文書の下書き", "business_data", "no",
                          "contents", "公開済みの文章", "users", "12", "contractors", "no", "since", "new", "begins", begins, "ai_part",
                          "お知らせの文章の案を作らせる。", "ai_inputs", "公開済みの文章を入れる。案は職員が直してから使う。", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecord) stored = tnk_store_load_record (get_store (ui), id, &error);
  g_autoptr (TnkRecord) record = tnk_record_copy (stored);

  answer_checklists (record);
  save (ui, record, person_id);
  return g_steal_pointer (&id);
}

char *
tnk_ui_records_begin_incident (TnkUi *ui,
                               const char *person_id)
{
  g_autofree char *day = dup_day (ui, -2), *learnt = g_strconcat (day, "T09:05", NULL);

  return tnk_ui_records_begin (ui, "incident-report", person_id, "body", "atla", "learnt", learnt, "event", "server", "company",
                               "○○(株) ○○事業所", "contact", "○○課 ○○", "phone", "03-○○○○-○○○○", "extension", "○○○○", "content", "a", "details",
                               "○○に関するデータの流出の可能性あり", "measures", "a\nb\nc", "notified_to", "npa", "other_measure",
                               "社内対策会議を緊急召集", "contracts", "a\nb", "contract_a", "○○式○○に関する契約", "office_a", "装備庁○○官", "contract_b",
                               "○○の補用品", "office_b", "陸自○○補給処", NULL);
}

char *
tnk_ui_records_make_exception (TnkUi *ui,
                               const char *person_id,
                               const char *control,
                               int days)
{
  g_autofree char *ends = dup_day (ui, days), *ciso = tnk_ui_records_find_holder (ui, "ciso");
  g_autofree char *id = tnk_ui_records_begin (ui, "exception", person_id, "controls", control, "reason", "古い装置に自動で閉じる仕組みがない。",
                                              "substitute", "席を離れるときに手で閉じ、部屋に鍵を掛ける。", "ends", ends, "urgent", "no", NULL);

  tnk_ui_records_take (ui, id, "submit", person_id, NULL);
  tnk_ui_records_take (ui, id, "approve", ciso, NULL);
  return g_steal_pointer (&id);
}

/* Some of every kind, once. */
void
tnk_ui_records_fill (TnkUi *ui)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) there = tnk_store_list_exceptions (get_store (ui), &error);
  g_autofree char *manager = tnk_ui_desk_find_person (ui, TNK_RIGHTS_DEPARTMENT);
  g_autofree char *service = NULL, *incident = NULL, *soon = NULL, *later = NULL;

  for (guint i = 0; i < there->len; i++)
    if (tnk_exception_get_record_id (there->pdata[i]) != NULL)
      return;
  service = tnk_ui_records_begin_service (ui, manager);
  tnk_ui_records_take (ui, service, "apply", manager, NULL);
  incident = tnk_ui_records_begin_incident (ui, manager);
  soon = tnk_ui_records_make_exception (ui, manager, "5.1-1-1", 12);
  later = tnk_ui_records_make_exception (ui, manager, "5.4-3-1", 200);
}

/* --- pages --- */

static void
go (TnkUi *ui,
    const char *place,
    const char *target)
{
  g_autofree char *whole = g_strconcat (place, target != NULL ? "/" : "", target, NULL);

  tenken_desk_go (tnk_ui_desk_get (ui), whole);
  tnk_ui_desk_settle (ui);
}

static const char *
get_person (TnkUi *ui)
{
  return tnk_person_get_id (tnk_session_get_person (ui->session));
}

void
tnk_ui_records_show_list (TnkUi *ui,
                          TenkenRound *round)
{
  tnk_ui_records_fill (ui);
  tenken_desk_changed (tnk_ui_desk_get (ui));
  tnk_ui_desk_settle (ui);
}

void
tnk_ui_records_show_exceptions (TnkUi *ui,
                                TenkenRound *round)
{
  tnk_ui_records_show_list (ui, round);
  go (ui, "records", "exceptions");
}

void
tnk_ui_records_show_draft (TnkUi *ui,
                           TenkenRound *round)
{
  g_autofree char *id = tnk_ui_records_begin_service (ui, get_person (ui));

  go (ui, "record", id);
}

void
tnk_ui_records_show_forbidden (TnkUi *ui,
                               TenkenRound *round)
{
  g_autofree char *id = tnk_ui_records_begin (ui, "external-service", get_person (ui), "procured", "yes", "business_data", "yes", NULL);

  go (ui, "record", id);
}

static GtkWidget *
find_button (GtkWidget *below,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (below)), label) == 0)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
press_step (TnkUi *ui,
            const char *step_id)
{
  TenkenDeskPage *page = tnk_ui_desk_get_page (ui);
  TnkRecord *record = tenken_record_page_get_record (TENKEN_RECORD_PAGE (page));
  TnkFormStep *step = tnk_form_lookup_step (tnk_record_get_form (record), step_id);
  GtkWidget *button = find_button (GTK_WIDGET (page), tenken_text (tnk_form_step_get_title (step)));

  if (button == NULL)
    g_error ("there is no button for the step “%s”", step_id);
  g_signal_emit_by_name (button, "clicked");
}

void
tnk_ui_records_show_missing (TnkUi *ui,
                             TenkenRound *round)
{
  g_autofree char *id = tnk_ui_records_begin (ui, "external-service", get_person (ui), "name", "名前だけ", NULL);

  go (ui, "record", id);
  press_step (ui, "apply");
}

/* As whoever decides sees it. */
void
tnk_ui_records_show_applied (TnkUi *ui,
                             TenkenRound *round)
{
  g_autofree char *manager = tnk_ui_desk_find_person (ui, TNK_RIGHTS_DEPARTMENT), *id = tnk_ui_records_begin_service (ui, manager);
  g_autofree char *today = dup_day (ui, 0);

  tnk_ui_records_take (ui, id, "apply", manager, NULL);
  tnk_ui_records_take (ui, id, "ask_advice", get_person (ui), "advice_asked", today, NULL);
  go (ui, "record", id);
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (user_data) != NULL;
}

void
tnk_ui_records_show_step (TnkUi *ui,
                          TenkenRound *round)
{
  tnk_ui_records_show_applied (ui, round);
  press_step (ui, "advise");
  tnk_ui_wait (has_dialog, ui, "the dialog of the step");
}

void
tnk_ui_records_show_call (TnkUi *ui,
                          TenkenRound *round)
{
  g_autofree char *id = tnk_ui_records_begin_incident (ui, get_person (ui));

  go (ui, "record", id);
}

void
tnk_ui_records_show_sent (TnkUi *ui,
                          TenkenRound *round)
{
  g_autofree char *id = tnk_ui_records_begin_incident (ui, get_person (ui)), *day = dup_day (ui, -2), *called = g_strconcat (day, "T09:20", NULL);

  tnk_ui_records_take (ui, id, "call", get_person (ui), "called", "装備保全管理官 ○○", "called_at", called, NULL);
  tnk_ui_records_take (ui, id, "send", get_person (ui), "sent_by", "text", NULL);
  go (ui, "record", id);
}

/* Words without an end, markup, and the other direction. */
void
tnk_ui_records_show_hostile (TnkUi *ui,
                             TenkenRound *round)
{
  g_autofree char *id = tnk_ui_records_begin (ui, "incident-report", get_person (ui), "body", "joint-staff", "event", "server", "company",
                                              "<b>&amp;%s%n</b> ㍿㌔ Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft "
                                              "שלום 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
                                              "details", "一行目\n二行目は<i>とても</i>長く、どこまでも続き、まだ終わらず、さらに続き、もう一度続き、やっと終わる。\n三行目", NULL);

  go (ui, "record", id);
}

/* --- deputies --- */

static void
name_deputy (TnkUi *ui,
             const char *role,
             const char *person_id,
             int first,
             int last)
{
  g_autofree char *starts = dup_day (ui, first), *ends = dup_day (ui, last);
  g_autoptr (GError) error = NULL;

  if (!tnk_store_name_deputy (get_store (ui), role, person_id, starts, ends, &error))
    g_error ("%s", error->message);
}

void
tnk_ui_records_show_deputies (TnkUi *ui,
                              TenkenRound *round)
{
  g_autofree char *manager = tnk_ui_desk_find_person (ui, TNK_RIGHTS_DEPARTMENT), *other = tnk_ui_desk_find_person (ui, TNK_RIGHTS_OWN);

  name_deputy (ui, "chief", manager, -10, 200);
  name_deputy (ui, "ciso", manager, -200, -10);
  name_deputy (ui, "ciso", other, 10, 200);
  tenken_desk_changed (tnk_ui_desk_get (ui));
  go (ui, "records", "deputies");
}

void
tnk_ui_records_show_naming (TnkUi *ui,
                            TenkenRound *round)
{
  tnk_ui_records_show_deputies (ui, round);
  gtk_widget_activate_action (tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (ui)), TENKEN_TYPE_DEPUTIES_LIST), "deputies.name", NULL);
  tnk_ui_wait (has_dialog, ui, "the dialog");
}

/* --- without a right --- */

static char *
begin_own (TnkUi *ui)
{
  g_autofree char *ends = dup_day (ui, 200);

  return tnk_ui_records_begin (ui, "exception", get_person (ui), "controls", "5.1-1-1", "reason", "古い装置に自動で閉じる仕組みがない。", "substitute",
                               "席を離れるときに手で閉じ、部屋に鍵を掛ける。", "ends", ends, "urgent", "no", NULL);
}

/* What others applied for is there too, and not seen. */
void
tnk_ui_records_show_own (TnkUi *ui,
                         TenkenRound *round)
{
  g_autofree char *draft = NULL, *permitted = NULL;

  tnk_ui_records_fill (ui);
  permitted = tnk_ui_records_make_exception (ui, get_person (ui), "5.4-3-1", 12);
  draft = begin_own (ui);
  tenken_desk_changed (tnk_ui_desk_get (ui));
  tnk_ui_desk_settle (ui);
}

void
tnk_ui_records_show_own_draft (TnkUi *ui,
                               TenkenRound *round)
{
  g_autofree char *id = begin_own (ui);

  go (ui, "record", id);
}

void
tnk_ui_records_show_own_applied (TnkUi *ui,
                                 TenkenRound *round)
{
  g_autofree char *id = begin_own (ui);

  tnk_ui_records_take (ui, id, "submit", get_person (ui), NULL);
  go (ui, "record", id);
}
