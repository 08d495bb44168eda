/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-text-part.h"

#include <string.h>

#include "tnk-test.h"

/* What was removed in [-…-], what was added in {+…+}. */
static char *
describe (const char *old,
          const char *new)
{
  g_autoptr (GPtrArray) parts = tnk_text_compare (old, new);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    static const char *const forms[] = {"%s", "[-%s-]", "{+%s+}"};
    const char *form = forms[tnk_text_part_get_kind (parts->pdata[i])];
    g_auto (GStrv) halves = g_strsplit (form, "%s", 2);

    g_string_append_printf (text, "%s%s%s", halves[0], tnk_text_part_get_text (parts->pdata[i]), halves[1]);
  }
  return g_string_free (text, FALSE);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    const char *expected;
  } cases[] = {
    {"", "", ""},
    {"同じ", "同じ", "同じ"},
    {"", "新", "{+新+}"},
    {"旧", "", "[-旧-]"},
    {"監査の要領と実施計画", "監査の要綱と実施計画", "監査の要[-領-]{+綱+}と実施計画"},
    {"機密性３以上の情報", "機密性２以上の情報", "機密性[-３-]{+２+}以上の情報"},
    {"情報セキュリティ責任者は", "統括情報セキュリティ責任者は", "{+統括+}情報セキュリティ責任者は"},
    /* Words of one kind of letters change as a whole. */
    {"サーバーを止める", "サービスを止める", "[-サーバー-]{+サービス+}を止める"},
    {"within 10 days", "within 14 days", "within [-10-]{+14+} days"},
    /* A letter between two changes is there by chance. */
    {"課長が承認を得て持ち出す", "課長が申請をして持ち出す", "課長が[-承認を得-]{+申請をし+}て持ち出す"},
    /* A character keeps the marks that belong to it. */
    {"か\xe3\x82\x99", "か", "[-か\xe3\x82\x99-]{+か+}"},
    {"一行目\n二行目", "一行目\n三行目", "一行目\n[-二-]{+三+}行目"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = describe (cases[i].old, cases[i].new);

    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
assert_whole (const char *old,
              const char *new)
{
  g_autoptr (GPtrArray) parts = tnk_text_compare (old, new);
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    TnkTextPartKind kind = tnk_text_part_get_kind (parts->pdata[i]);
    const char *text = tnk_text_part_get_text (parts->pdata[i]);

    g_assert_cmpstr (text, !=, "");
    g_assert_true (g_utf8_validate (text, -1, NULL));
    if (i > 0) {
      TnkTextPartKind last = tnk_text_part_get_kind (parts->pdata[i - 1]);

      g_assert_true (last != kind);
      g_assert_false (last == TNK_TEXT_PART_KIND_ADDED && kind == TNK_TEXT_PART_KIND_REMOVED);
    }
    if (kind != TNK_TEXT_PART_KIND_ADDED)
      g_string_append (before, text);
    if (kind != TNK_TEXT_PART_KIND_REMOVED)
      g_string_append (after, text);
  }
  g_assert_cmpstr (before->str, ==, old);
  g_assert_cmpstr (after->str, ==, new);
}

/* A text of few different characters, of which many kinds are there; so that much is alike. */
static char *
random_text (guint most)
{
  static const char *const letters[] = {"情", "報", "の", "を", "ア", "イ", "ー", "a", "b", "1", "２", "\xe3\x82\x99", "。", " ", "\n", "😀"};
  guint n = g_test_rand_int_range (0, most), n_letters = g_test_rand_int_range (1, G_N_ELEMENTS (letters) + 1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, letters[g_test_rand_int_range (0, n_letters)]);
  return g_string_free (text, FALSE);
}

/* The same text with some places taken out and some put in. */
static char *
random_edit (const char *text)
{
  GString *edited = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    int dice = g_test_rand_int_range (0, 12);

    if (dice == 0)
      continue;
    if (dice == 1)
      g_string_append (edited, "追");
    g_string_append_unichar (edited, g_utf8_get_char (at));
  }
  return g_string_free (edited, FALSE);
}

/* Whatever the two texts are, the parts make both of them. */
static void
test_random (void)
{
  for (guint i = 0; i < 3000; i++) {
    g_autofree char *old = random_text (i % 100 == 0 ? 800 : 30), *new = random_text (30), *edited = random_edit (old);

    assert_whole (old, new);
    assert_whole (old, edited);
    assert_whole (edited, old);
    assert_whole (old, old);
  }
}

/* Texts that somebody made up to take long: as much as a cell of a workbook can hold, and more. */
static void
test_bounded (void)
{
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL), other = g_string_new (NULL);
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < 200000; i++) {
    g_string_append (old, i % 2 ? "の" : "は");
    g_string_append (new, i % 3 ? "の" : "は");
    g_string_append_unichar (other, 0x4e00 + g_test_rand_int_range (0, 20000));
  }
  assert_whole (old->str, new->str);
  assert_whole (old->str, other->str);
  g_string_truncate (old, 3 * 19000);
  g_string_truncate (new, 3 * 19000);
  assert_whole (old->str, new->str);
  g_assert_cmpfloat ((g_get_monotonic_time () - began) / 1e6, <, 20);
}

static void
test_part (void)
{
  g_autoptr (GPtrArray) parts = tnk_text_compare ("旧", "新");
  TnkTextPart *part = tnk_text_part_ref (parts->pdata[0]);

  g_clear_pointer (&parts, g_ptr_array_unref);
  g_assert_cmpstr (tnk_text_part_get_text (part), ==, "旧");
  g_assert_cmpint (tnk_text_part_get_kind (part), ==, TNK_TEXT_PART_KIND_REMOVED);
  tnk_text_part_unref (part);
  tnk_test_expect_critical ();
  g_assert_null (tnk_text_compare ("\xff", ""));
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/TextPart/marks", test_marks);
  g_test_add_func ("/Tenken/TextPart/random", test_random);
  g_test_add_func ("/Tenken/TextPart/bounded", test_bounded);
  g_test_add_func ("/Tenken/TextPart/part", test_part);
  return g_test_run ();
}
