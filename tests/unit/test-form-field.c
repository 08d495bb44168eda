/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-error.h"
#include "tnk-form.h"
#include "tnk-test.h"

static const struct
{
  const char *field;
  const char *value;
  const char *expected; /* NULL: refused with the words */
  const char *words;
} cases[] = {
  {"secret", "yes", "yes", NULL},
  {"secret", " no ", "no", NULL},
  {"secret", "はい", NULL, "neither yes nor no"},
  {"device", "camera", "camera", NULL},
  {"device", "phone", NULL, "use camera, recorder, other"},
  {"device", "", "", NULL},
  {"device", " 　\n", "", NULL},
  /* lists come in the order of the form, without what stands there twice */
  {"uses", "public\r\nrecord\n\npublic", "record\npublic", NULL},
  {"uses", "record\nfun", NULL, "“fun”"},
  {"rules", "label=met\nseal=not_met\nlabel=not_applicable", "seal=not_met\nlabel=not_applicable", NULL},
  {"rules", "seal", NULL, "answers no item"},
  {"rules", "seal=yes", NULL, "answers no item"},
  {"rules", "lock=met", NULL, "“lock”"},
  {"rooms", " d2 \nd1\nd2", "d2\nd1", NULL},
  {"number", "20", "20", NULL},
  {"number", "21", NULL, "more than 20"},
  {"number", "0", NULL, "less than 1"},
  {"number", "3.5", NULL, "whole number"},
  {"number", "三", NULL, "whole number"},
  {"from", "2024-02-29", "2024-02-29", NULL},
  {"from", "2026-02-29", NULL, "no day"},
  {"from", "2026/02/01", NULL, "no day"},
  {"arrives", "2026-02-01T23:59", "2026-02-01T23:59", NULL},
  {"arrives", "2026-02-01T24:00", NULL, "no day with a time"},
  {"arrives", "2026-02-01", NULL, "no day with a time"},
  {"arrives", "2026-02-01T9:00", NULL, "no day with a time"},
  {"other", "望遠鏡", "望遠鏡", NULL},
  {"other", "a\nb", NULL, "line end"},
  {"other", "a\033[2J", NULL, "cannot be shown"},
  {"other", "12345678901234567890123456789012345678901", NULL, "longer than 40"},
  {"remarks", "a\r\nb", "a\nb", NULL},
  {"remarks", "\xff", NULL, "UTF-8"},
  {"desk", "x", NULL, "nothing is written"},
  {"telephone", "x", NULL, "nothing is written"},
};

static void
test_clean (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *filename = tnk_test_shipped ("schema/form-example.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkForm) form = tnk_form_load_file (filename, NULL, &error);
  g_autofree char *clean = NULL, *again = NULL;

  g_assert_no_error (error);
  clean = tnk_form_field_clean (tnk_form_lookup_field (form, cases[i].field), cases[i].value, &error);
  g_assert_cmpstr (clean, ==, cases[i].expected);
  if (cases[i].expected == NULL) {
    g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
    tnk_test_assert_line (error->message, tnk_text_get (tnk_form_field_get_label (tnk_form_lookup_field (form, cases[i].field)), "ja"), cases[i].words);
    return;
  }
  g_assert_no_error (error);
  again = tnk_form_field_clean (tnk_form_lookup_field (form, cases[i].field), clean, &error);
  g_assert_cmpstr (again, ==, clean);
}

static void
test_words (void)
{
  TnkFormFieldKind kind;

  for (guint i = 0; i < TNK_N_FORM_FIELD_KINDS; i++) {
    g_assert_true (tnk_form_field_kind_from_string (tnk_form_field_kind_to_string (i), &kind));
    g_assert_cmpint (kind, ==, i);
  }
  g_assert_false (tnk_form_field_kind_from_string ("figure", &kind));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/FormField/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/FormField/clean/%s/%u", cases[i].field, i);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_clean);
  }
  return g_test_run ();
}
