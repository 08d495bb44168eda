/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fuzz-form.h"

#include <string.h>

#include "tnk-problem.h"
#include "tnk-record-private.h"

/* The unit tests run it over thousands of mutations. For libFuzzer, give it the name LLVMFuzzerTestOneInput:
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -I. -Isrc/tenken/base -Isrc/tenken/catalog -Isrc/tenken/followup -IBUILD \
 *     tests/fuzz/fuzz-form.c src/tenken/followup/tnk-{form,record,condition,template}*.c src/tenken/catalog/tnk-{json,data}*.c \
 *     src/tenken/base/tnk-*.c -o fuzz-form $(pkg-config --cflags --libs gio-2.0 json-glib-1.0) -D_GNU_SOURCE \
 *     '-DG_LOG_DOMAIN="tenken"' -Dtnk_fuzz_form=LLVMFuzzerTestOneInput
 *   G_SLICE=always-malloc G_DEBUG=fatal-warnings ./fuzz-form -max_len=65536 CORPUS */

#define TODAY "2026-06-01"

static void
fill (TnkRecord *record,
      TnkFormField *field)
{
  static const char *const tries[] = {"yes", "1", "2026-06-01", "2026-06-01T09:00", "甲"};

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    if (tnk_record_set_value (record, field->id, tries[i], NULL))
      return;
  if (field->choices->len > 0 && tnk_record_set_value (record, field->id, tnk_form_field_get_choice_id (field, 0), NULL))
    return;
}

static void
look_at (TnkForm *form)
{
  static const char *const nothing[] = {NULL};
  const TnkActor actor = {"m", "課長", nothing, nothing, nothing, nothing};
  g_autoptr (TnkRecord) record = tnk_record_new (form, "m", "課長", "d1", "総務部", TODAY);
  g_autoptr (GPtrArray) faults = NULL, deadlines = NULL, steps = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < form->fields->len; i++)
    fill (record, form->fields->pdata[i]);
  faults = tnk_record_list_faults (record, NULL, TODAY);
  deadlines = tnk_record_list_deadlines (record, TODAY);
  steps = tnk_record_list_steps (record, &actor, TODAY);
  g_assert (faults != NULL && deadlines != NULL && steps != NULL);
  for (guint i = 0; i < form->fields->len; i++) {
    g_autofree char *display = tnk_record_dup_display (record, ((TnkFormField *) form->fields->pdata[i])->id, "ja");
    g_assert (g_utf8_validate (display, -1, NULL));
  }
  text = form->short_text != NULL ? tnk_record_compose_text (record, TODAY, NULL) : NULL;
  g_assert (text == NULL || g_utf8_validate (text, -1, NULL));
}

int
tnk_fuzz_form (const uint8_t *data,
               size_t size)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (TnkForm) form = tnk_form_load_data ("form", text, size, &problems, &error);

  g_assert ((form == NULL) == (error != NULL));
  g_assert (error == NULL || strpbrk (error->message, "\r\n") == NULL);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_assert (strpbrk (tnk_problem_get_message (problems->pdata[i]), "\r\n") == NULL);
  if (form != NULL)
    look_at (form);
  return 0;
}
