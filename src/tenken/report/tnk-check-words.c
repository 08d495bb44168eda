/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-check-words-private.h"

static const char *const answers_ja[] = {"実施済み", "一部実施", "未実施", "対象外", "例外措置", NULL};
static const char *const answers_en[] = {"Implemented", "Partial", "Not implemented", "Not applicable", "Excepted", NULL};

static const char *const headers_ja[TNK_N_CHECK_HEADERS] = {"条項", "区分", "設問", "手引き", "回答", "コメント・理由", "証拠"};
static const char *const headers_en[TNK_N_CHECK_HEADERS] = {"Clause", "Level", "Question", "Guidance", "Answer", "Comment or reason", "Evidence"};

static const char *const steps_ja[] = {
  "１．下の職員番号と氏名を記入します。職員番号は、先頭の０も省かずに記入します。",
  "２．役割ごとのシートを開き、色の付いた欄に記入します。自分が担っていない役割のシートは空欄のままにします。",
  "３．回答は一覧から選びます。「対象外」を選んだときは、理由を必ず記入します。",
  "４．「例外措置」は、承認を受けた例外措置があるときだけ選べます。",
  "５．Excel ブック（.xlsx）のまま上書き保存し、配付元へ返します。行や列の追加・削除はできません。",
  NULL};
static const char *const steps_en[] = {
  "1. Fill in your staff number and your name below. Keep the zeros at the beginning of the number.",
  "2. Open the sheet of each of your roles and fill in the coloured cells. Leave the sheets of other roles empty.",
  "3. Choose each answer from the list. “Not applicable” needs a reason.",
  "4. “Excepted” needs an approved exception.",
  "5. Save the file as an Excel workbook (.xlsx) and send it back to where it came from. Rows and columns cannot be added or removed.",
  NULL};

static const char *const meaning_ja[] = {"すべて行っています。", "一部を行っています。", "行っていません。", "当てはまる仕事がありません（理由を記入）。",
                                         "承認された例外措置によっています。"};
static const char *const meaning_en[] = {"All of it is done.", "Some of it is done.", "It is not done.", "There is no such work (give the reason).",
                                         "An approved exception covers it."};

static const TnkCheckWords ja = {
  .cover = "記入のしかた",
  .title = "自己点検シート",
  .self_check = "情報セキュリティ自己点検",
  .campaign = "実施回",
  .period = "期間",
  .person_id = "職員番号",
  .person_name = "氏名",
  .how = "記入のしかた",
  .steps = steps_ja,
  .meanings = "回答の意味",
  .meaning = meaning_ja,
  .classification = "機密性２",
  .made = "作成",
  .role = "役割",
  .headers = headers_ja,
  .required = "必須",
  .recommended = "推奨",
  .informed = "参考",
  .evidence = "証拠の例",
  .stop_title = "一覧から選んでください",
  .stop = "実施済み・一部実施・未実施・対象外・例外措置のどれかを選びます。",
};

static const TnkCheckWords en = {
  .cover = "How to fill in",
  .title = "Self-check sheet",
  .self_check = "Information security self-check",
  .campaign = "Campaign",
  .period = "Period",
  .person_id = "Staff number",
  .person_name = "Name",
  .how = "How to fill in",
  .steps = steps_en,
  .meanings = "What the answers mean",
  .meaning = meaning_en,
  .classification = "Confidentiality 2",
  .made = "Made on",
  .role = "Role",
  .headers = headers_en,
  .required = "Required",
  .recommended = "Adopted",
  .informed = "Unscored",
  .evidence = "Evidence, for example",
  .stop_title = "Choose from the list",
  .stop = "Choose one of the five answers: Implemented, Partial, Not implemented, Not applicable, Excepted.",
};

static gboolean
is_english (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "en");
}

const TnkCheckWords *
tnk_check_words (const char *language)
{
  return is_english (language) ? &en : &ja;
}

/* The five answers in their order, with NULL at the end. */
const char *const *
tnk_check_answer_words (const char *language)
{
  return is_english (language) ? answers_en : answers_ja;
}

/* A word without what makes no difference: case, width, blanks, signs before it. */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = plain != NULL ? g_utf8_casefold (plain, -1) : g_strdup ("");
  GString *word = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (word, g_utf8_get_char (at));
  return g_string_free (word, FALSE);
}

static gboolean
means (const char *word,
       const char *other)
{
  g_autofree char *folded = fold (other);

  return g_str_equal (word, folded);
}

/* Reads an answer in any of its forms: the words of both languages, as they are typed on any keyboard, and those of CSV
 * files. */
gboolean
tnk_check_answer_parse (const char *text,
                        TnkAnswerValue *value)
{
  static const struct
  {
    const char *word;
    TnkAnswerValue value;
  } others[] = {
    {"実施済", TNK_ANSWER_VALUE_IMPLEMENTED},
    {"Partially implemented", TNK_ANSWER_VALUE_PARTIAL},
    {"N/A", TNK_ANSWER_VALUE_NOT_APPLICABLE},
    {"例外", TNK_ANSWER_VALUE_EXCEPTED},
  };
  g_autofree char *word = fold (text);

  for (guint i = 0; answers_ja[i] != NULL; i++) {
    *value = TNK_ANSWER_VALUE_IMPLEMENTED + i;
    if (means (word, answers_ja[i]) || means (word, answers_en[i]) || means (word, tnk_answer_value_to_string (*value)))
      return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    *value = others[i].value;
    if (means (word, others[i].word))
      return TRUE;
  }
  return FALSE;
}
