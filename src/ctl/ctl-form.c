/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-table.h"

static char *of;

/* --- which there are --- */

static int
run_list (CtlCall *call)
{
  static const char *const columns[] = {"form", "edition", "title", "origin", "file", NULL};
  g_autoptr (TnkFormLibrary) library = NULL;
  g_autoptr (CtlTable) table = NULL;
  int result = ctl_parse (call, NULL, 0, 0);

  if (result != CTL_DONE)
    return result;
  library = tnk_form_library_new ();
  table = ctl_table_new (columns);
  for (guint i = 0; i < tnk_form_library_get_n_entries (library); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TnkForm) form = tnk_form_library_load (library, i, &error);

    if (form == NULL) {
      g_printerr ("%s\n", error->message);
      continue;
    }
    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_form_get_id (form));
    ctl_table_add_text (table, tnk_form_get_edition (form));
    ctl_table_add_text (table, ctl_text (call, tnk_form_get_title (form)));
    ctl_table_add_text (table, tnk_form_library_get_origin (library, i));
    ctl_table_add_text (table, tnk_form_library_get_filename (library, i));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* --- one of them --- */

static CtlTable *
list_fields (CtlCall *call,
             TnkForm *form)
{
  static const char *const columns[] = {"section", "field", "kind", "required", "label", "values", NULL};
  CtlTable *table = ctl_table_new (columns);

  for (guint s = 0; s < tnk_form_get_n_sections (form); s++) {
    TnkFormSection *section = tnk_form_get_section (form, s);

    for (guint f = 0; f < tnk_form_section_get_n_fields (section); f++) {
      TnkFormField *field = tnk_form_section_get_field (section, f);
      g_autoptr (GString) values = g_string_new (NULL);

      for (guint c = 0; c < tnk_form_field_get_n_choices (field); c++)
        g_string_append_printf (values, "%s%s", c > 0 ? ";" : "", tnk_form_field_get_choice_id (field, c));
      ctl_table_begin_row (table);
      ctl_table_add_text (table, tnk_form_section_get_id (section));
      ctl_table_add_text (table, tnk_form_field_get_id (field));
      ctl_table_add_text (table, tnk_form_field_kind_to_string (tnk_form_field_get_kind (field)));
      ctl_table_add_text (table, tnk_form_field_is_of_step (field) ? "step" : tnk_form_field_is_required (field) ? "yes"
                                                                                                                 : "no");
      ctl_table_add_text (table, ctl_text (call, tnk_form_field_get_label (field)));
      ctl_table_add_text (table, values->str);
    }
  }
  return table;
}

static char *
list_ids (TnkFormStep *step)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tnk_form_step_get_n_fields (step); i++) {
    TnkFormField *field = tnk_form_step_get_field (step, i);

    g_string_append_printf (ids, "%s%s%s", i > 0 ? ";" : "", tnk_form_field_get_id (field), tnk_form_step_requires (step, field) ? "!" : "");
  }
  return g_string_free (ids, FALSE);
}

static char *
list_states (TnkForm *form,
             TnkFormStep *step)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tnk_form_get_n_states (form); i++)
    if (tnk_form_step_begins_in (step, tnk_form_get_state (form, i)))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ";" : "", tnk_form_state_get_id (tnk_form_get_state (form, i)));
  return g_string_free (ids, FALSE);
}

static CtlTable *
list_steps (CtlCall *call,
            TnkForm *form)
{
  static const char *const columns[] = {"step", "kind", "title", "from", "to", "fields", NULL};
  CtlTable *table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_form_get_n_steps (form); i++) {
    TnkFormStep *step = tnk_form_get_step (form, i);
    g_autofree char *from = list_states (form, step), *fields = list_ids (step);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_form_step_get_id (step));
    ctl_table_add_text (table, tnk_form_step_kind_to_string (tnk_form_step_get_kind (step)));
    ctl_table_add_text (table, ctl_text (call, tnk_form_step_get_title (step)));
    ctl_table_add_text (table, from);
    ctl_table_add_text (table, tnk_form_step_get_to (step) != NULL ? tnk_form_state_get_id (tnk_form_step_get_to (step)) : NULL);
    ctl_table_add_text (table, fields);
  }
  return table;
}

static int
run_show (CtlCall *call)
{
  const GOptionEntry entries[] = {{"of", 0, 0, G_OPTION_ARG_STRING, &of, "What a row is about: field (as without) or step", "WHAT"}, {NULL}};
  g_autoptr (TnkFormLibrary) library = NULL;
  g_autoptr (TnkForm) form = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  gboolean steps;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  steps = g_strcmp0 (of, "step") == 0;
  if (of != NULL && !steps && !g_str_equal (of, "field"))
    return ctl_usage (call, "--of=%s is not known; use field or step", of);
  library = tnk_form_library_new ();
  form = tnk_form_library_find (library, ctl_argument (call, 0), NULL, &error);
  if (form == NULL)
    return ctl_fail (error);
  table = steps ? list_steps (call, form) : list_fields (call, form);
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_validate (CtlCall *call)
{
  g_autoptr (TnkForm) form = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 1, 1);

  if (result != CTL_DONE)
    return result;
  form = tnk_form_load_file (ctl_argument (call, 0), &problems, &error);
  if (form == NULL)
    return ctl_fail_with_problems (problems, error);
  g_print ("%s: sound: form %s, edition %s, %u sections, %u fields, %u steps, %u deadlines\n", ctl_argument (call, 0), tnk_form_get_id (form),
           tnk_form_get_edition (form), tnk_form_get_n_sections (form), tnk_form_get_n_fields (form), tnk_form_get_n_steps (form),
           tnk_form_get_n_deadlines (form));
  return CTL_DONE;
}

const CtlCommand ctl_form_commands[] = {
  {"form list", "[OPTION…]", "List the forms of which records can be begun", run_list},
  {"form show", "[OPTION…] ID", "Print the fields or the steps of a form", run_show},
  {"form validate", "[OPTION…] FILE", "Check a form, naming every fault with its line", run_validate},
  {NULL}};
