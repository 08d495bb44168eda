/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-sheet-private.h"

/* What both the writer and the reader know of the columns. */

static TnkText *
anchor (gpointer question,
        TnkAnswerValue value)
{
  return tnk_question_get_anchor (question, value);
}

static TnkText *
get_implemented (gpointer question)
{
  return anchor (question, TNK_ANSWER_VALUE_IMPLEMENTED);
}

static TnkText *
get_partial (gpointer question)
{
  return anchor (question, TNK_ANSWER_VALUE_PARTIAL);
}

static TnkText *
get_not_implemented (gpointer question)
{
  return anchor (question, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
}

#define GET(function) ((TnkText * (*) (gpointer)) (void (*) (void)) (function))

const TnkCatalogTextColumn tnk_catalog_control_texts[] = {
  {"title", "題名", 28, TRUE, GET (tnk_control_get_title)},
  {"guidance", "手引き", 44, TRUE, GET (tnk_control_get_guidance)},
  {"evidence", "証跡の例", 30, TRUE, GET (tnk_control_get_evidence)},
  {"improvement", "改善の例", 30, TRUE, GET (tnk_control_get_improvement)},
  {"note", "注記", 24, FALSE, GET (tnk_control_get_note)},
};
const guint tnk_catalog_n_control_texts = G_N_ELEMENTS (tnk_catalog_control_texts);

const TnkCatalogTextColumn tnk_catalog_question_texts[] = {
  {"text", "設問", 44, TRUE, GET (tnk_question_get_text)},
  {"implemented", "実施済みの目安", 28, FALSE, get_implemented},
  {"partial", "一部実施の目安", 28, FALSE, get_partial},
  {"not_implemented", "未実施の目安", 28, FALSE, get_not_implemented},
  {"guidance", "設問の手引き", 36, FALSE, GET (tnk_question_get_guidance)},
};
const guint tnk_catalog_n_question_texts = G_N_ELEMENTS (tnk_catalog_question_texts);

const TnkCatalogTextColumn tnk_catalog_role_texts[] = {
  {"name", "役割の名前", 28, TRUE, GET (tnk_role_get_name)},
  {"description", "役割の説明", 56, TRUE, GET (tnk_role_get_description)},
};
const guint tnk_catalog_n_role_texts = G_N_ELEMENTS (tnk_catalog_role_texts);

const TnkCatalogTextColumn tnk_catalog_head_texts[] = {
  {"title", "題名", 0, TRUE, GET (tnk_catalog_get_title)},
  {"publisher", "定めた団体", 0, TRUE, GET (tnk_catalog_get_publisher)},
  {"licence", "利用条件", 0, TRUE, GET (tnk_catalog_get_licence)},
};
const guint tnk_catalog_n_head_texts = G_N_ELEMENTS (tnk_catalog_head_texts);

const char *
tnk_catalog_word_level (TnkLevel level)
{
  return level == TNK_LEVEL_REQUIRED ? "必須" : "推奨";
}

/* By their ids, which no two share. */
char *
tnk_catalog_word_roles (TnkCatalog *catalog,
                        TnkQuestion *question)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);

    if (tnk_question_asks (question, role))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", tnk_role_get_id (role));
  }
  return g_string_free (ids, FALSE);
}
