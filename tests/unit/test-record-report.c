/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-record-private.h"
#include "tnk-record-report.h"
#include "tnk-test-xlsx.h"
#include "tnk-test.h"

#define TODAY "2026-11-21"
#define SHEET "様式"

static TnkRecord *
begin (const char *name)
{
  g_autofree char *filename = tnk_test_shipped (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkForm) form = tnk_form_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  return tnk_record_new (form, "0042", "+山田 太郎", "d1", "総務課", TODAY);
}

static void
set (TnkRecord *record,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_record_set_value (record, field, value, &error));
  g_assert_no_error (error);
}

/* The file, whose sheet is returned. */
static char *
print (TnkRecord *record,
       const char *classification,
       char **filename)
{
  g_autofree char *dir = tnk_test_dir (), *file = g_build_filename (dir, "record.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  g_assert_true (tnk_record_report_write (record, "点検市", TODAY, classification, file, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 30);
  if (filename != NULL)
    *filename = g_strdup (file);
  return tnk_test_xlsx_sheet (file, SHEET);
}

static void
assert_has (const char *sheet,
            const char *text)
{
  if (strstr (sheet, text) == NULL)
    g_test_message ("“%s” is missing", text);
  g_assert_nonnull (strstr (sheet, text));
}

static void
assert_lacks (const char *sheet,
              const char *text)
{
  g_assert_null (strstr (sheet, text));
}

static void
test_form (void)
{
  g_autoptr (TnkRecord) record = begin ("forms/incident-report.json");
  g_autofree char *file = NULL, *sheet = NULL, *sheets = NULL, *parts = NULL;

  tnk_record_set_identity (record, "R-2026-0007", 3);
  set (record, "body", "okinawa");
  set (record, "event", "server");
  set (record, "company", "=1+1");
  set (record, "content", "a");
  sheet = print (record, NULL, &file);
  sheets = tnk_test_xlsx_sheets (file);
  g_assert_cmpstr (sheets, ==, SHEET);
  assert_has (sheet, "R-2026-0007");
  assert_has (sheet, "+山田 太郎");
  assert_has (sheet, "<t>=1+1</t>");
  assert_has (sheet, "098-921-8131（内線108）");
  assert_has (sheet, "080-8420-0628");
  assert_has (sheet, "☑ ア　保護すべき情報");
  assert_has (sheet, "☐ イ　保護すべき情報");
  assert_has (sheet, "情報セキュリティ基準第12(1)イ(ア)");
  assert_has (sheet, "☑ 沖縄防衛局");
  assert_lacks (sheet, "☐ 防衛装備庁"); /* of a long list only what was chosen */
  assert_lacks (sheet, "通報した機関"); /* it is not asked */
  assert_has (sheet, "まだ手続はありません。");
  assert_has (sheet, "※1　");
  assert_has (sheet, "機密性２"); /* on the right of every page */
  assert_has (sheet, "&amp;P / &amp;N");
  g_free (sheet);
  sheet = print (record, "機密性３", NULL);
  assert_has (sheet, "機密性３");
}

static void
test_checklist (void)
{
  g_autoptr (TnkRecord) record = begin ("forms/external-service.json");
  g_autofree char *sheet = NULL;

  set (record, "measures", "guidance=met\noverview=not_met\nmanual=not_applicable");
  sheet = print (record, NULL, NULL);
  assert_has (sheet, "✓ 満たす");
  assert_has (sheet, "✕ 満たさない");
  assert_has (sheet, "– 対象外");
  assert_has (sheet, "第4項第2号");
}

static void
test_steps (void)
{
  g_autoptr (TnkRecord) record = begin ("forms/external-service.json");
  TnkFormStep *step = tnk_form_lookup_step (tnk_record_get_form (record), "return");
  g_autofree char *sheet = NULL;

  tnk_record_add_entry (record, step, TODAY "T09:05:00+09:00", TODAY, "1001", "事務 はじめ", "範囲を書き直す");
  sheet = print (record, NULL, NULL);
  assert_has (sheet, "2026年11月21日（土） 09:05");
  assert_has (sheet, "差し戻す　事務 はじめ（1001）");
  assert_has (sheet, "範囲を書き直す");
}

/* No row is higher than Excel lets it be; what is longer goes on in the next, and nothing of it is lost. */
static void
test_long_text (void)
{
  g_autoptr (TnkRecord) record = begin ("forms/external-service.json");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sheet = NULL;
  guint n = 0;

  for (guint i = 0; i < 1900; i++)
    g_string_append (text, i % 100 == 99 ? "\n" : "鱗");
  g_string_append (text, "終");
  set (record, "conditions", text->str);
  sheet = print (record, NULL, NULL);
  for (const char *p = sheet; (p = strstr (p, "鱗")) != NULL; p += strlen ("鱗"))
    n++;
  g_assert_cmpuint (n, ==, 1881);
  assert_has (sheet, "終");
  for (const char *p = sheet; (p = strstr (p, " ht=\"")) != NULL; p++)
    g_assert_cmpfloat (g_ascii_strtod (p + 5, NULL), <=, 409);
}

static void
test_bad_file (void)
{
  g_autoptr (TnkRecord) record = begin ("forms/external-service.json");
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_record_report_write (record, NULL, TODAY, NULL, "/nowhere/record.xlsx", NULL, &error));
  g_assert_nonnull (error);
  tnk_test_assert_line (error->message, "", "/nowhere/record.xlsx");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/RecordReport/form", test_form);
  g_test_add_func ("/Tenken/RecordReport/checklist", test_checklist);
  g_test_add_func ("/Tenken/RecordReport/steps", test_steps);
  g_test_add_func ("/Tenken/RecordReport/long-text", test_long_text);
  g_test_add_func ("/Tenken/RecordReport/bad-file", test_bad_file);
  return g_test_run ();
}
