/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-error.h"
#include "tnk-form.h"
#include "tnk-test.h"

/* One change to the example, and the problem that it must give. */
typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *where; /* the path in the first problem; NULL: anywhere */
  const char *words;
} Fault;

static const Fault faults[] = {
  /* the head */
  {"format-newer", "\"format\": 1", "\"format\": 2", "format", "from 1 to 1"},
  {"id-bad", "\"id\": \"example\"", "\"id\": \"例\"", "id", "cannot be an id"},
  {"id-slash", "\"id\": \"example\"", "\"id\": \"a/b\"", "id", "cannot hold a “/”"},
  {"unknown-member", "\"edition\"", "\"colour\": 1, \"edition\"", "colour", "not known here"},
  {"title-without-en", ", \"en\": \"Application to bring in a device\"},\n  \"languages\"", "},\n  \"languages\"", "title", NULL},
  {"language", "[\"ja\", \"en\"]", "[\"ja\", \"en\", \"fr\"]", "languages", "“fr” is not known"},
  {"start-empty", "\"start\": [{\"$comment\": \"Who may begin a record, and fill it while it is a draft.\", \"role\": \"manager\"}, {\"right\": \"department\"}]",
   "\"start\": []", "start", "from 1 to"},
  /* fields */
  {"field-kind", "\"kind\": \"number\"", "\"kind\": \"figure\"", "sections[0].fields[4].kind", "“figure” is not known"},
  {"field-twice", "\"id\": \"secret\"", "\"id\": \"number\"", "sections[0].fields[5].id", "ids must differ"},
  {"field-member", "\"id\": \"number\", \"kind\"", "\"id\": \"number\", \"many\": true, \"kind\"", "sections[0].fields[4].many", "no such member"},
  {"field-limits", "\"min\": 1, \"max\": 20", "\"min\": 30, \"max\": 20", "sections[0].fields[4].min", "greater"},
  {"note-required", "\"id\": \"telephone\", ", "\"id\": \"telephone\", \"required\": true, ", "sections[0].fields[0].required", "no such member"},
  {"choice-twice", "\"id\": \"recorder\"", "\"id\": \"camera\"", "sections[0].fields[1].choices[1].id", "ids must differ"},
  {"prefill", "\"prefill\": \"today\"", "\"prefill\": \"applicant\"", "sections[1].fields[0].prefill", "“person”"},
  {"lookup-table", "\"table\": \"desks\", \"key\": \"place\", \"column\": \"day\"", "\"table\": \"desk\", \"key\": \"place\", \"column\": \"day\"",
   "sections[1].fields[10].table", "no table"},
  {"lookup-column", "\"column\": \"night\"", "\"column\": \"evening\"", "sections[1].fields[11].column", "no column"},
  {"lookup-key", "\"key\": \"place\", \"column\": \"day\"", "\"key\": \"number\", \"column\": \"day\"", "sections[1].fields[10].key", "“single”"},
  {"default-column", "\"default\": {\"watch\"", "\"default\": {\"wach\"", "tables[0].default.wach", "not known here"},
  {"row-missing", "\"key\": \"branch\"", "\"key\": \"annex\"", "sections[1].fields[10].key", "no row for the choice “branch”"},
  /* conditions */
  {"condition-ahead", "{\"field\": \"device\", \"is\": \"other\"}", "{\"field\": \"secret\", \"is\": \"yes\"}", "sections[0].fields[2].only_if", "look back"},
  {"condition-self", "{\"field\": \"device\", \"is\": \"other\"}", "{\"field\": \"other\", \"is\": \"x\"}", "sections[0].fields[2].only_if", "look back"},
  {"condition-unknown", "{\"field\": \"device\", \"is\": \"other\"}", "{\"field\": \"devise\", \"is\": \"other\"}", "sections[0].fields[2].only_if", "no field “devise”"},
  {"condition-choice", "{\"field\": \"device\", \"is\": \"other\"}", "{\"field\": \"device\", \"is\": \"others\"}", "sections[0].fields[2].only_if.is", "can never say"},
  {"condition-two", "{\"field\": \"device\", \"is\": \"other\"}", "{\"field\": \"device\", \"is\": \"other\", \"filled\": true}", "sections[0].fields[2].only_if",
   "one of is, has"},
  {"condition-none", "{\"field\": \"device\", \"is\": \"other\"}", "{\"field\": \"device\"}", "sections[0].fields[2].only_if", "one of is, has"},
  {"condition-is-list", "{\"field\": \"uses\", \"has\": \"private\"}", "{\"field\": \"uses\", \"is\": \"private\"}", "sections[0].fields[3].forbidden[0].if.is", "use “has”"},
  {"condition-has-one", "\"only_if\": {\"field\": \"secret\", \"is\": \"yes\"}, \"fills\"", "\"only_if\": {\"field\": \"secret\", \"has\": \"yes\"}, \"fills\"",
   "steps[1].only_if.has", "use “is”"},
  {"condition-note", "\"only_if\": {\"field\": \"secret\", \"is\": \"yes\"}, \"fills\"", "\"only_if\": {\"field\": \"desk\", \"filled\": true}, \"fills\"",
   "steps[1].only_if", "nobody writes"},
  {"condition-day", "\"2100-01-01\"", "\"2100-13-01\"", "sections[1].fields[1].forbidden[0].if.any[1].at_least", "no day"},
  {"condition-text-bound", "{\"field\": \"number\", \"at_most\": 0}", "{\"field\": \"device\", \"at_most\": 0}", "sections[2].only_if.all[1].not", "neither a number"},
  {"condition-mixed", "{\"field\": \"from\", \"plus_days\": -1}", "{\"field\": \"number\", \"plus_days\": -1}", "sections[1].fields[1].forbidden[0].if.any[0].at_most",
   "cannot be compared"},
  {"condition-step", "{\"step\": \"approve\", \"taken\": true}", "{\"step\": \"approved\", \"taken\": true}", "deadlines[1].only_if.step", "no step"},
  /* states and steps */
  {"state-first", "\"kind\": \"draft\", \"title\"", "\"kind\": \"open\", \"title\"", "states[0].kind", "the first state"},
  {"state-draft", "\"id\": \"submitted\", \"kind\": \"open\"", "\"id\": \"submitted\", \"kind\": \"draft\"", "states[1].kind", "the first state"},
  {"state-unreached", "{\"id\": \"over\", \"kind\": \"ended\"", "{\"id\": \"lost\", \"kind\": \"open\", \"title\": {\"ja\": \"迷子\", \"en\": \"Lost\"}}, {\"id\": \"over\", \"kind\": \"ended\"",
   "states[4]", "no step leads"},
  {"step-kind", "\"kind\": \"advise\"", "\"kind\": \"advice\"", "steps[1].kind", "“advice” is not known"},
  {"step-from", "\"from\": [\"submitted\"],\n      \"who\": [{\"right\": \"audit\"}", "\"from\": [\"handed-in\"],\n      \"who\": [{\"right\": \"audit\"}", "steps[1].from",
   "no state “handed-in”"},
  {"step-needs", "\"needs\": [\"advise\"]", "\"needs\": [\"advice\"]", "steps[2].needs", "no step “advice”"},
  {"step-not", "\"not\": [\"advise\"]", "\"not\": [\"advice\"]", "steps[2].not", "no step “advice”"},
  {"step-requires", "\"fills\": [\"verdict\"], \"requires\": [\"verdict\"]", "\"fills\": [\"verdict\"], \"requires\": [\"advice\"]", "steps[3].requires", "not filled at this step"},
  {"step-fills-note", "\"fills\": [\"advice\"]", "\"fills\": [\"telephone\"]", "steps[1].fills", "nobody writes"},
  {"who-right", "{\"right\": \"audit\"}", "{\"right\": \"auditor\"}", "steps[1].who[0]", "is not a right"},
  {"who-two", "{\"right\": \"audit\"}", "{\"right\": \"audit\", \"role\": \"ciso\"}", "steps[1].who[0]", "exactly one"},
  {"who-deputy", "{\"right\": \"audit\"}", "{\"right\": \"audit\", \"deputy\": true}", "steps[1].who[0]", "goes with a role"},
  {"who-field", "\"who\": [{\"field\": \"keeper\"}], \"fills\"", "\"who\": [{\"field\": \"number\"}], \"fills\"", "steps[5].who[0]", "names no person"},
  {"who-actor", "{\"actor_of\": \"submit\"}", "{\"actor_of\": \"submits\"}", "steps[6].who[2]", "no step"},
  /* who decides */
  {"applicant-approves", "\"who\": [{\"role\": \"ciso\", \"deputy\": true}], \"not\"", "\"who\": [{\"applicant\": true}], \"not\"", "steps[2].who", "never decides"},
  {"applicant-chooses", "\"who\": [{\"role\": \"ciso\", \"deputy\": true}], \"not\"", "\"who\": [{\"field\": \"keeper\"}], \"not\"", "steps[2].who", "would choose"},
  {"approved-otherwise", "\"kind\": \"approve\"", "\"kind\": \"other\"", "steps[2].to", "only a step of the kind “approve”"},
  {"refused-otherwise", "\"kind\": \"refuse\"", "\"kind\": \"other\"", "steps[3].to", "only a step of the kind “refuse”"},
  {"draft-approved", "\"title\": {\"ja\": \"承認する\", \"en\": \"Approve\"}, \"from\": [\"submitted\"]",
   "\"title\": {\"ja\": \"承認する\", \"en\": \"Approve\"}, \"from\": [\"draft\"]", "steps[2].from", "still a draft"},
  {"return-elsewhere", "\"kind\": \"return\"", "\"kind\": \"other\"", "steps[4].kind", "leads to a draft"},
  {"submit-nowhere", "\"from\": [\"draft\"], \"to\": \"submitted\"", "\"from\": [\"submitted\"], \"to\": \"submitted\"", NULL, NULL},
  /* deadlines, permits, output, text */
  {"deadline-step", "\"step\": \"approve\", \"due\"", "\"step\": \"decide\", \"due\"", "deadlines[0].step", "no step"},
  {"deadline-days", "\"due\": \"days\", \"days\": 3", "\"due\": \"days\"", "deadlines[1].due", "how many days"},
  {"deadline-at-once", "\"due\": \"at-once\"", "\"due\": \"at-once\", \"days\": 1", "deadlines[2].days", "has no days"},
  {"deadline-after", "{\"step\": \"submit\"}", "{\"step\": \"submit\", \"start\": true}", "deadlines[0].after", "exactly one"},
  {"deadline-field", "\"after\": {\"field\": \"until\"}", "\"after\": {\"field\": \"number\"}", "deadlines[1].after", "holds no day"},
  {"deadline-day", "{\"day\": \"2026-08-31\"}", "{\"day\": \"2026-08-32\"}", "deadlines[3].after", "no day"},
  {"permits-kind", "\"reason\": \"why\"", "\"reason\": \"number\"", "permits.reason", "cannot say this"},
  {"permits-optional", "\"reason\": \"why\"", "\"reason\": \"remarks\"", "permits.reason", "must be required"},
  {"permits-step", "\"fills\": [\"deputy\"], \"requires\"", "\"fills\": [\"deputy\", \"until\"], \"requires\"", "permits.ends", "written by a step"},
  {"output-section", "[\"device\", \"when\", \"restricted\", \"decision\"]", "[\"device\", \"when\", \"restricted\", \"end\"]", "output.sections", "no section"},
  {"text-field", "{device}[", "{devise}[", "short_text.lines[0].text", "no field “devise”"},
  {"text-open", "{device}[", "{device[", "short_text.lines[0].text", "no “}”"},
  {"text-part", "（{other}）]", "（{other}）", "short_text.lines[0].text", "never closed"},
  {"text-join", "\"join\": \"space\"", "\"join\": \"comma\"", "short_text.join", "“comma” is not known"},
  {"text-both", "{\"lead\": \"②\", \"pieces\"", "{\"text\": \"②\", \"pieces\"", "short_text.lines[1]", "either “text”"},
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *filename = tnk_test_shipped ("schema/form-example.json"), *text = tnk_test_read (filename);
  g_autofree char *bad = tnk_test_replace (text, fault->from, fault->to);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (tnk_form_load_data ("bad.json", bad, -1, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_nonnull (problems);
  if (problems == NULL || problems->len == 0)
    return;
  g_assert_cmpstr (tnk_problem_get_file (problems->pdata[0]), ==, "bad.json");
  if (fault->where != NULL)
    g_assert_cmpstr (tnk_problem_get_where (problems->pdata[0]), ==, fault->where);
  if (fault->words != NULL)
    g_assert_nonnull (strstr (tnk_problem_get_message (problems->pdata[0]), fault->words));
}

static TnkForm *
load (const char *name)
{
  g_autofree char *filename = tnk_test_shipped (name);
  g_autoptr (GError) error = NULL;
  TnkForm *form = tnk_form_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  return form;
}

static void
test_example (void)
{
  TnkForm *form = load ("schema/form-example.json");
  TnkFormField *field = tnk_form_lookup_field (form, "device");
  TnkFormStep *step = tnk_form_lookup_step (form, "approve");

  g_assert_cmpstr (tnk_form_get_id (form), ==, "example");
  g_assert_cmpuint (tnk_form_get_n_sections (form), ==, 4);
  g_assert_cmpuint (tnk_form_get_n_steps (form), ==, 8);
  g_assert_cmpuint (tnk_form_get_n_deadlines (form), ==, 4);
  g_assert_true (tnk_form_permits (form) && tnk_form_has_short_text (form) && tnk_form_prints_history (form));
  g_assert_cmpint (tnk_form_field_get_kind (field), ==, TNK_FORM_FIELD_KIND_SINGLE);
  g_assert_cmpstr (tnk_form_field_get_number (field), ==, "①");
  g_assert_cmpuint (tnk_form_field_get_n_choices (field), ==, 3);
  g_assert_cmpstr (tnk_form_field_get_choice_brief (field, 1), ==, "録");
  g_assert_null (tnk_form_field_get_choice_brief (field, 2));
  g_assert_false (tnk_form_field_is_of_step (field));
  g_assert_true (tnk_form_field_is_of_step (tnk_form_lookup_field (form, "advice")));
  g_assert_cmpint (tnk_form_step_get_kind (step), ==, TNK_FORM_STEP_KIND_APPROVE);
  g_assert_true (tnk_form_step_begins_in (step, tnk_form_lookup_state (form, "submitted")));
  g_assert_false (tnk_form_step_begins_in (step, tnk_form_lookup_state (form, "draft")));
  g_assert_true (tnk_form_step_get_to (step) == tnk_form_lookup_state (form, "approved"));
  g_assert_null (tnk_form_step_get_to (tnk_form_lookup_step (form, "advise")));
  g_assert_true (tnk_form_step_requires (tnk_form_lookup_step (form, "refuse"), tnk_form_lookup_field (form, "verdict")));
  g_assert_false (tnk_form_step_requires (step, tnk_form_lookup_field (form, "verdict")));
  /* a return always says why */
  g_assert_cmpint (tnk_form_step_get_note (tnk_form_lookup_step (form, "return")), ==, TNK_FORM_STEP_NOTE_REQUIRED);
  g_assert_cmpstr (tnk_text_get (tnk_form_field_get_clause (field), "en"), ==, "Article 3 (1)");
  g_assert_null (tnk_form_field_get_clause (tnk_form_lookup_field (form, "other")));
  g_assert_cmpstr (tnk_text_get (tnk_form_field_get_choice_clause (field, 1), "en"), ==, "Article 4");
  g_assert_null (tnk_form_field_get_choice_clause (field, 0));
  g_assert_cmpstr (tnk_text_get (tnk_form_step_get_clause (tnk_form_lookup_step (form, "submit")), "en"), ==, "Article 3 (2)");
  g_assert_null (tnk_form_step_get_clause (step));
  g_assert_cmpstr (tnk_text_get (tnk_form_deadline_get_clause (tnk_form_get_deadline (form, 0)), "en"), ==, "Article 5 (2)");
  g_assert_null (tnk_form_lookup_field (form, "nothing"));
  g_assert_cmpuint (strlen (tnk_form_get_fingerprint (form)), ==, 64);
  g_assert_finalize_object (form);
}

static void
test_again (void)
{
  g_autoptr (TnkForm) form = load ("schema/form-example.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkForm) again = tnk_form_load_data ("again", tnk_form_get_content (form), -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tnk_form_get_fingerprint (form), ==, tnk_form_get_fingerprint (again));
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = (gpointer) 1;

  g_assert_null (tnk_form_load_file ("/nowhere/form.json", &problems, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_null (problems);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/FormLoader/example", test_example);
  g_test_add_func ("/Tenken/FormLoader/again", test_again);
  g_test_add_func ("/Tenken/FormLoader/missing-file", test_missing_file);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/FormLoader/fault/", faults[i].name, NULL);
    g_test_add_data_func (path, &faults[i], test_fault);
  }
  return g_test_run ();
}
