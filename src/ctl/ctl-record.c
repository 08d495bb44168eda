/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "ctl-table.h"

static char *by, *form_id, *state_id, *waiting_for, *note, *of;

#define MOST_VALUES 1000
#define BY_ENTRY(text) \
  { \
    "by", 0, 0, G_OPTION_ARG_STRING, &by, text, "PERSON" \
  }

/* --- values --- */

/* On the command line the entries of a list stand in one line, joined by “;”. */
static gboolean
is_list (TnkFormField *field)
{
  return tnk_form_field_is_many (field) || tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_MULTIPLE ||
         tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_CHECKLIST;
}

/* Whether all arguments from the first on are of the form FIELD=VALUE; a message where one is not. */
static gboolean
check_values (CtlCall *call,
              int first)
{
  for (int i = first; ctl_argument (call, i) != NULL; i++)
    if (strchr (ctl_argument (call, i), '=') == NULL) {
      ctl_usage (call, "“%s” is not of the form FIELD=VALUE", ctl_argument (call, i));
      return FALSE;
    }
  return TRUE;
}

static GHashTable *
read_values (CtlCall *call,
             int first,
             TnkForm *form)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (int i = first; ctl_argument (call, i) != NULL; i++) {
    g_auto (GStrv) halves = g_strsplit (ctl_argument (call, i), "=", 2);
    TnkFormField *field = tnk_form_lookup_field (form, halves[0]);

    if (field != NULL && is_list (field))
      g_strdelimit (halves[1], ";", '\n');
    g_hash_table_insert (values, g_strdup (halves[0]), g_strdup (halves[1]));
  }
  return values;
}

static gboolean
set_values (TnkRecord *record,
            GHashTable *values,
            GError **error)
{
  GHashTableIter iter;
  gpointer id, value;

  for (g_hash_table_iter_init (&iter, values); g_hash_table_iter_next (&iter, &id, &value);)
    if (!tnk_record_set_value (record, id, value, error))
      return FALSE;
  return TRUE;
}

static void
say (TnkRecord *record)
{
  g_print ("%s: %s, revision %u\n", tnk_record_get_id (record), tnk_form_state_get_id (tnk_record_get_state (record)),
           tnk_record_get_revision (record));
}

/* --- writing --- */

/* Stores what was given, if anything was. */
static TnkRecord *
store_values (TnkStore *store,
              TnkRecord *record,
              GHashTable *values,
              GError **error)
{
  if (g_hash_table_size (values) == 0)
    return g_object_ref (record);
  return set_values (record, values, error) ? tnk_store_save_record (store, record, by, NULL, error) : NULL;
}

static int
run_new (CtlCall *call)
{
  const GOptionEntry entries[] = {BY_ENTRY ("The staff number of who begins it; needed"), {NULL}};
  g_autoptr (TnkFormLibrary) library = NULL;
  g_autoptr (TnkForm) form = NULL;
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (TnkRecord) begun = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, MOST_VALUES);

  if (result != CTL_DONE)
    return result;
  if (by == NULL)
    return ctl_usage (call, "--by is needed");
  if (!check_values (call, 2))
    return CTL_USAGE;
  library = tnk_form_library_new ();
  store = ctl_open_store (ctl_argument (call, 0), &error);
  form = store != NULL ? tnk_form_library_find (library, ctl_argument (call, 1), NULL, &error) : NULL;
  if (form == NULL)
    return ctl_fail (error);
  values = read_values (call, 2, form);
  begun = tnk_store_start_record (store, form, by, &error);
  stored = begun != NULL ? store_values (store, begun, values, &error) : NULL;
  if (begun != NULL && stored == NULL)
    g_prefix_error (&error, "%s was begun, but nothing of this was written: ", tnk_record_get_id (begun));
  if (stored == NULL)
    return ctl_fail (error);
  say (stored);
  return CTL_DONE;
}

static int
run_set (CtlCall *call)
{
  const GOptionEntry entries[] = {BY_ENTRY ("The staff number of who began it; needed"), {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (TnkRecord) record = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 3, MOST_VALUES);

  if (result != CTL_DONE)
    return result;
  if (by == NULL)
    return ctl_usage (call, "--by is needed");
  if (!check_values (call, 2))
    return CTL_USAGE;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  record = store != NULL ? tnk_store_load_record (store, ctl_argument (call, 1), &error) : NULL;
  if (record == NULL)
    return ctl_fail (error);
  values = read_values (call, 2, tnk_record_get_form (record));
  stored = store_values (store, record, values, &error);
  if (stored == NULL)
    return ctl_fail (error);
  say (stored);
  return CTL_DONE;
}

static int
run_step (CtlCall *call)
{
  const GOptionEntry entries[] = {
    BY_ENTRY ("The staff number of who takes it; needed"),
    {"note", 0, 0, G_OPTION_ARG_STRING, &note, "A note; some steps need one", "TEXT"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (TnkRecord) record = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 3, MOST_VALUES);

  if (result != CTL_DONE)
    return result;
  if (by == NULL)
    return ctl_usage (call, "--by is needed");
  if (!check_values (call, 3))
    return CTL_USAGE;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  record = store != NULL ? tnk_store_load_record (store, ctl_argument (call, 1), &error) : NULL;
  if (record == NULL)
    return ctl_fail (error);
  values = read_values (call, 3, tnk_record_get_form (record));
  stored = tnk_store_take_record_step (store, tnk_record_get_id (record), tnk_record_get_revision (record), ctl_argument (call, 2), by, values,
                                       note, &error);
  if (stored == NULL)
    return ctl_fail (error);
  say (stored);
  return CTL_DONE;
}

/* --- reading --- */

/* What is due next: of what is not done, the nearest day. */
static TnkRecordDeadline *
find_next (GPtrArray *deadlines)
{
  TnkRecordDeadline *next = NULL;

  for (guint i = 0; i < deadlines->len; i++) {
    TnkRecordDeadline *deadline = deadlines->pdata[i];

    if (tnk_record_deadline_get_state (deadline) != TNK_RECORD_DEADLINE_DONE && tnk_record_deadline_get_day (deadline) != NULL &&
        (next == NULL || tnk_record_deadline_get_days_left (deadline) < tnk_record_deadline_get_days_left (next)))
      next = deadline;
  }
  return next;
}

static void
add_record (CtlCall *call,
            CtlTable *table,
            TnkRecord *record,
            const char *today)
{
  g_autoptr (GPtrArray) deadlines = tnk_record_list_deadlines (record, today);
  TnkRecordDeadline *next = find_next (deadlines);

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_record_get_id (record));
  ctl_table_add_text (table, tnk_form_get_id (tnk_record_get_form (record)));
  ctl_table_add_text (table, tnk_form_state_get_id (tnk_record_get_state (record)));
  ctl_table_add_text (table, tnk_record_get_applicant (record));
  ctl_table_add_text (table, tnk_record_get_department_id (record));
  ctl_table_add_text (table, tnk_record_get_started (record));
  ctl_table_add_int (table, tnk_record_get_revision (record));
  ctl_table_add_text (table, next != NULL ? tnk_record_deadline_get_day (next) : NULL);
  ctl_table_add_text (table, next != NULL ? ctl_text (call, tnk_form_deadline_get_title (tnk_record_deadline_get_deadline (next))) : NULL);
}

/* -1: it could not be found out. */
static int
is_meant (TnkStore *store,
          TnkRecord *record,
          GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (form_id != NULL && !g_str_equal (tnk_form_get_id (tnk_record_get_form (record)), form_id))
    return FALSE;
  if (state_id != NULL && !g_str_equal (tnk_form_state_get_id (tnk_record_get_state (record)), state_id))
    return FALSE;
  if (waiting_for == NULL)
    return TRUE;
  steps = tnk_store_list_record_steps (store, record, waiting_for, error);
  return steps != NULL ? steps->len > 0 : -1;
}

static int
run_list (CtlCall *call)
{
  static const char *const columns[] = {"record", "form", "state", "applicant", "department", "started", "revision", "due", "what", NULL};
  const GOptionEntry entries[] = {
    {"form", 0, 0, G_OPTION_ARG_STRING, &form_id, "Only those of a form", "ID"},
    {"state", 0, 0, G_OPTION_ARG_STRING, &state_id, "Only those in a state", "ID"},
    {"waiting-for", 0, 0, G_OPTION_ARG_STRING, &waiting_for, "Only those in which somebody may take a step now", "PERSON"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  records = store != NULL ? tnk_store_list_records (store, &error) : NULL;
  if (records == NULL)
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  table = ctl_table_new (columns);
  for (guint i = 0; i < records->len; i++) {
    int meant = is_meant (store, records->pdata[i], &error);

    if (meant < 0)
      return ctl_fail (error);
    if (meant)
      add_record (call, table, records->pdata[i], today);
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static CtlTable *
list_fields (CtlCall *call,
             TnkRecord *record,
             const char *today)
{
  static const char *const columns[] = {"field", "label", "value", "text", NULL};
  CtlTable *table = ctl_table_new (columns);
  TnkForm *form = tnk_record_get_form (record);

  for (guint i = 0; i < tnk_form_get_n_fields (form); i++) {
    TnkFormField *field = tnk_form_get_field (form, i);
    const char *id = tnk_form_field_get_id (field);
    g_autofree char *text = tnk_record_dup_display (record, id, call->language);

    if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_NOTE || !tnk_record_asks (record, id, today))
      continue;
    ctl_table_begin_row (table);
    ctl_table_add_text (table, id);
    ctl_table_add_text (table, ctl_text (call, tnk_form_field_get_label (field)));
    ctl_table_add_text (table, tnk_record_get_value (record, id));
    ctl_table_add_text (table, text);
  }
  return table;
}

static CtlTable *
list_entries (TnkRecord *record)
{
  static const char *const columns[] = {"step", "at", "by", "name", "note", NULL};
  CtlTable *table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_record_get_n_entries (record); i++) {
    TnkRecordEntry *entry = tnk_record_get_entry (record, i);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_form_step_get_id (tnk_record_entry_get_step (entry)));
    ctl_table_add_text (table, tnk_record_entry_get_time (entry));
    ctl_table_add_text (table, tnk_record_entry_get_actor (entry));
    ctl_table_add_text (table, tnk_record_entry_get_actor_name (entry));
    ctl_table_add_text (table, tnk_record_entry_get_note (entry));
  }
  return table;
}

static CtlTable *
list_deadlines (CtlCall *call,
                TnkRecord *record,
                const char *today)
{
  static const char *const columns[] = {"what", "step", "due", "days_left", "state", "done", NULL};
  static const char *const states[] = {"ahead", "near", "overdue", "done"};
  CtlTable *table = ctl_table_new (columns);
  g_autoptr (GPtrArray) deadlines = tnk_record_list_deadlines (record, today);

  for (guint i = 0; i < deadlines->len; i++) {
    TnkRecordDeadline *deadline = deadlines->pdata[i];
    TnkFormDeadline *asked = tnk_record_deadline_get_deadline (deadline);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, ctl_text (call, tnk_form_deadline_get_title (asked)));
    ctl_table_add_text (table, tnk_form_step_get_id (tnk_form_deadline_get_step (asked)));
    ctl_table_add_text (table, tnk_record_deadline_get_day (deadline));
    ctl_table_add_int (table, tnk_record_deadline_get_days_left (deadline));
    ctl_table_add_text (table, states[tnk_record_deadline_get_state (deadline)]);
    ctl_table_add_text (table, tnk_record_deadline_get_done (deadline));
  }
  return table;
}

static CtlTable *
list_faults (CtlCall *call,
             TnkRecord *record,
             const char *today)
{
  static const char *const columns[] = {"field", "fault", NULL};
  CtlTable *table = ctl_table_new (columns);
  g_autoptr (GPtrArray) faults = tnk_record_list_faults (record, NULL, today);

  for (guint i = 0; i < faults->len; i++) {
    g_autofree char *message = tnk_record_fault_dup_message (faults->pdata[i], call->language);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_form_field_get_id (tnk_record_fault_get_field (faults->pdata[i])));
    ctl_table_add_text (table, message);
  }
  return table;
}

static CtlTable *
list_what (CtlCall *call,
           TnkRecord *record,
           const char *today)
{
  if (of == NULL || g_str_equal (of, "field"))
    return list_fields (call, record, today);
  if (g_str_equal (of, "step"))
    return list_entries (record);
  if (g_str_equal (of, "deadline"))
    return list_deadlines (call, record, today);
  return g_str_equal (of, "fault") ? list_faults (call, record, today) : NULL;
}

static int
run_show (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"of", 0, 0, G_OPTION_ARG_STRING, &of, "What a row is about: field (as without), step, deadline or fault", "WHAT"}, {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkRecord) record = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  record = store != NULL ? tnk_store_load_record (store, ctl_argument (call, 1), &error) : NULL;
  if (record == NULL)
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  table = list_what (call, record, today);
  if (table == NULL)
    return ctl_usage (call, "--of=%s is not known; use field, step, deadline or fault", of);
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_text (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL, *text = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  record = store != NULL ? tnk_store_load_record (store, ctl_argument (call, 1), &error) : NULL;
  if (record == NULL)
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  text = tnk_record_compose_text (record, today, &error);
  if (text == NULL)
    return ctl_fail (error);
  g_print ("%s\n", text);
  return CTL_DONE;
}

const CtlCommand ctl_record_commands[] = {
  {"record new", "STORE FORM --by=P [FIELD=VALUE…]", "Begin a record of a form", run_new},
  {"record set", "STORE RECORD --by=P FIELD=VALUE…", "Write into a draft", run_set},
  {"record step", "STORE RECORD STEP --by=P [--note=TEXT] [FIELD=VALUE…]", "Take a step with a record", run_step},
  {"record list", "[OPTION…] STORE", "List the records", run_list},
  {"record show", "[OPTION…] STORE RECORD", "Print what stands in a record", run_show},
  {"record text", "STORE RECORD", "Print a record as the short text of its form", run_text},
  {NULL}};
