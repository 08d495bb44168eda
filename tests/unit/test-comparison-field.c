/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-comparison.h"

#include "tnk-test.h"
#include "tnk-text-part.h"

/* The fields of one control of the small catalog, of which one place was changed: those that are changed, one a line. */
static char *
describe (const char *id,
          const char *from,
          const char *to)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json"), *text = tnk_test_read (filename), *changed = tnk_test_replace (text, from, to);
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_catalog_load_data ("next.json", changed, -1, NULL, NULL);
  g_autoptr (TnkComparison) comparison = tnk_comparison_new (old, new, NULL);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < tnk_comparison_get_n_rows (comparison); i++) {
    TnkComparisonRow *row = tnk_comparison_get_row (comparison, i);
    TnkControl *control = tnk_comparison_row_get_new (row) != NULL ? tnk_comparison_row_get_new (row) : tnk_comparison_row_get_old (row);
    g_autoptr (GPtrArray) fields = tnk_comparison_row_list_fields (row);

    if (!g_str_equal (tnk_control_get_id (control), id))
      continue;
    for (guint f = 0; f < fields->len; f++)
      if (tnk_comparison_field_is_changed (fields->pdata[f])) {
        TnkText *before = tnk_comparison_field_get_old (fields->pdata[f]), *after = tnk_comparison_field_get_new (fields->pdata[f]);

        g_string_append_printf (lines, "%s %s: %s | %s\n", tnk_comparison_field_get_member (fields->pdata[f]),
                                tnk_text_get (tnk_comparison_field_get_label (fields->pdata[f]), "ja"),
                                before != NULL ? tnk_text_get (before, "ja") : "―", after != NULL ? tnk_text_get (after, "ja") : "―");
      }
  }
  return g_string_free (lines, FALSE);
}

/* Whatever a catalog can say of a control is shown when it changes. */
static void
test_members (void)
{
  static const char *const cases[][4] = {
    {"1.2-1", "\"clause\": \"1.2 (1)\"", "\"clause\": \"1.2 (9)\"", "clause 条項: 1.2 (1) | 1.2 (9)\n"},
    {"1.2-1", "\"recommended\"", "\"required\"", "level 水準: 推奨 | 必須\n"},
    {"1.2-1", "\"weight\": 2", "\"weight\": 5", "weight 重み: 2 | 5\n"},
    {"1.2-1", "\"ja\": \"訓練\"", "\"ja\": \"演習\"", "title 題名: 訓練 | 演習\n"},
    {"1.2-1", "年に一度、訓練します。", "年に二度、訓練します。", "guidance 手引き: 年に一度、訓練します。 | 年に二度、訓練します。\n"},
    {"1.2-1", "訓練の記録", "演習の記録", "evidence 証跡の例: 訓練の記録 | 演習の記録\n"},
    {"1.2-1", "訓練の日を決める。", "演習の日を決める。", "improvement 改善の例: 訓練の日を決める。 | 演習の日を決める。\n"},
    {"1.1-1", "[\"policy\", \"organisation\"]", "[\"policy\"]", "tags 分類: policy, organisation | policy\n"},
    {"1.1-1", "列の位置は本文による。", "列の位置は本文に従う。", "note 注記: 列の位置は本文による。 | 列の位置は本文に従う。\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = describe (cases[i][0], cases[i][1], cases[i][2]);

    g_assert_cmpstr (found, ==, cases[i][3]);
  }
}

static void
test_questions (void)
{
  static const char *const cases[][4] = {
    {"1.2-1", "訓練への参加を認めていますか。", "訓練への参加を許していますか。", "questions 設問（"},
    {"1.1-1", "見直しの途中である。", "見直している。", "anchors 回答の目安（"},
    {"1.1-1", "委員会で決めます。", "委員会に諮ります。", "設問の手引き（"},
    {"1.1-2", "データを持ち出さない", "持ち出すデータがない", "reasons 対象外の理由の例（"},
    {"2.1-1", "タブレット", "平板端末", "choices 選択肢（"},
    {"2.1-1", "\"id\": \"device\",\n                  \"kind\": \"single\"", "\"id\": \"device\",\n                  \"kind\": \"multiple\"", "kind 回答の形（"},
    {"2.1-1", "[\"desk\", \"tablet\"]", "[\"desk\"]", "ask_if 尋ねる条件（"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = describe (cases[i][0], cases[i][1], cases[i][2]);

    g_assert_nonnull (strstr (found, cases[i][3]));
    /* and nothing else */
    g_assert_null (strstr (strstr (found, " | ") + 1, " | "));
  }
}

static void
test_texts (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog ();
  g_autoptr (TnkComparison) comparison = tnk_comparison_new (old, new, NULL);
  g_autoptr (GPtrArray) fields = tnk_comparison_row_list_fields (tnk_comparison_get_row (comparison, 0));
  g_autoptr (TnkComparisonField) field = tnk_comparison_field_ref (fields->pdata[0]);
  g_autoptr (GPtrArray) parts = tnk_comparison_field_compare (field, "ja");

  g_clear_pointer (&fields, g_ptr_array_unref);
  g_assert_cmpstr (tnk_comparison_field_get_member (field), ==, "clause");
  g_assert_false (tnk_comparison_field_is_changed (field));
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpint (tnk_text_part_get_kind (parts->pdata[0]), ==, TNK_TEXT_PART_KIND_SAME);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/ComparisonField/members", test_members);
  g_test_add_func ("/Tenken/ComparisonField/questions", test_questions);
  g_test_add_func ("/Tenken/ComparisonField/texts", test_texts);
  return g_test_run ();
}
