/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-catalog-private.h"
#include "tnk-comparison-private.h"

/* What two editions ask about one control, question by question. */

typedef struct
{
  const TnkComparedControl *compared;
  GPtrArray *fields;
  TnkQuestion *old; /* NULL: it was added */
  TnkQuestion *new; /* NULL: it was removed */
} Pair;

/* --- which question is which --- */

static char *
join_roles (TnkCatalog *catalog,
            TnkQuestion *question,
            const char *language)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < catalog->roles->len; i++) {
    TnkRole *role = g_ptr_array_index (catalog->roles, i);

    if ((question->role_bits >> i) & 1)
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : g_str_equal (language, "ja") ? "、"
                                                                                                 : ", ",
                              tnk_text_get (role->name, language));
  }
  return g_string_free (names, FALSE);
}

/* Ids first: who wrote them meant the same question. Where a control has only one in both editions, it is that one. */
static TnkQuestion *
find_partner (TnkControl *control,
              TnkQuestion *question,
              TnkControl *other)
{
  const char *own = tnk_question_own_id (control, question);

  for (guint i = 0; i < other->questions->len; i++) {
    TnkQuestion *candidate = g_ptr_array_index (other->questions, i);

    if (g_str_equal (tnk_question_own_id (other, candidate), own))
      return candidate;
  }
  return control->questions->len == 1 && other->questions->len == 1 ? g_ptr_array_index (other->questions, 0) : NULL;
}

/* --- its fields --- */

static TnkText *
make_label (Pair *self,
            const char *ja,
            const char *en)
{
  TnkQuestion *question = self->new != NULL ? self->new : self->old;
  TnkCatalog *catalog = self->new != NULL ? self->compared->new_catalog : self->compared->old_catalog;
  g_autofree char *roles = join_roles (catalog, question, "ja"), *roles_en = join_roles (catalog, question, "en");
  g_autofree char *label = g_strdup_printf ("%s（%s）", ja, roles), *label_en = g_strdup_printf ("%s (%s)", en, roles_en);

  return tnk_text_new (label, label_en);
}

static TnkText *
ref_or_null (TnkText *text)
{
  return text != NULL ? tnk_text_ref (text) : NULL;
}

static TnkText *
join_texts (GPtrArray *texts)
{
  g_autoptr (GString) ja = g_string_new (NULL), en = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++) {
    g_string_append_printf (ja, "%s%s", i > 0 ? "\n" : "", tnk_text_get (texts->pdata[i], "ja"));
    g_string_append_printf (en, "%s%s", i > 0 ? "\n" : "", tnk_text_get (texts->pdata[i], "en"));
  }
  return texts->len > 0 ? tnk_text_new (ja->str, en->str) : NULL;
}

static TnkText *
word_text (TnkQuestion *question)
{
  return tnk_text_ref (question->text);
}

static TnkText *
word_anchors (TnkQuestion *question)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (question->anchors) && question->anchors[i] != NULL; i++)
    g_ptr_array_add (texts, question->anchors[i]);
  return join_texts (texts);
}

static TnkText *
word_guidance (TnkQuestion *question)
{
  return ref_or_null (question->guidance);
}

static TnkText *
word_evidence (TnkQuestion *question)
{
  return ref_or_null (question->evidence);
}

static TnkText *
word_improvement (TnkQuestion *question)
{
  return ref_or_null (question->improvement);
}

static TnkText *
word_reasons (TnkQuestion *question)
{
  return join_texts (question->reasons);
}

static TnkText *
word_choices (TnkQuestion *question)
{
  return join_texts (question->choices);
}

static TnkText *
word_kind (TnkQuestion *question)
{
  return tnk_text_new (tnk_question_kind_to_string (question->kind), NULL);
}

static TnkText *
word_ask_if (TnkQuestion *question)
{
  g_autofree char *answers = question->ask_if != NULL ? g_strjoinv (", ", question->ask_if_answers) : NULL;
  g_autofree char *condition = answers != NULL ? g_strdup_printf ("%s = %s", question->ask_if, answers) : NULL;

  return condition != NULL ? tnk_text_new (condition, NULL) : NULL;
}

/* Beside the text, what differs. */
static const struct
{
  const char *member;
  const char *ja;
  const char *en;
  TnkText *(*word) (TnkQuestion *question);
} kinds[] = {
  {"kind", "回答の形", "Kind of answer", word_kind},
  {"anchors", "回答の目安", "What the answers look like", word_anchors},
  {"guidance", "設問の手引き", "Guidance on the question", word_guidance},
  {"evidence", "設問の証跡の例", "Evidence for the question", word_evidence},
  {"improvement", "設問の改善の例", "Improvement for the question", word_improvement},
  {"choices", "選択肢", "Choices", word_choices},
  {"reasons", "対象外の理由の例", "Ready reasons", word_reasons},
  {"ask_if", "尋ねる条件", "Asked only if", word_ask_if},
};

static void
add_text (Pair *self)
{
  g_ptr_array_add (self->fields, tnk_comparison_field_new ("questions", make_label (self, "設問", "Question"),
                                                           self->old != NULL ? word_text (self->old) : NULL,
                                                           self->new != NULL ? word_text (self->new) : NULL));
}

/* Whom a question asks is part of it. */
static void
add_roles (Pair *self)
{
  g_autofree char *old = join_roles (self->compared->old_catalog, self->old, "ja");
  g_autofree char *old_en = join_roles (self->compared->old_catalog, self->old, "en");
  g_autofree char *new = join_roles (self->compared->new_catalog, self->new, "ja");
  g_autofree char *new_en = join_roles (self->compared->new_catalog, self->new, "en");

  if (!g_str_equal (old, new))
    g_ptr_array_add (self->fields, tnk_comparison_field_new ("roles", tnk_text_new ("設問の相手", "Who is asked"),
                                                             tnk_text_new (old, old_en), tnk_text_new (new, new_en)));
}

static void
add_detail (Pair *self,
            guint i)
{
  g_autoptr (TnkText) old = kinds[i].word (self->old), new = kinds[i].word (self->new);

  if (!tnk_text_equal (old, new))
    g_ptr_array_add (self->fields, tnk_comparison_field_new (kinds[i].member, make_label (self, kinds[i].ja, kinds[i].en),
                                                             g_steal_pointer (&old), g_steal_pointer (&new)));
}

static void
add_pair (Pair *self)
{
  add_text (self);
  if (self->old == NULL || self->new == NULL)
    return;
  add_roles (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_detail (self, i);
}

void
tnk_comparison_add_questions (const TnkComparedControl *compared,
                              GPtrArray *fields)
{
  TnkControl *old = compared->old, *new = compared->new;

  for (guint i = 0; new != NULL &&i < new->questions->len; i++) {
    TnkQuestion *question = g_ptr_array_index (new->questions, i);
    Pair pair = {compared, fields, old != NULL ? find_partner (new, question, old) : NULL, question};

    add_pair (&pair);
  }
  for (guint i = 0; old != NULL && i < old->questions->len; i++) {
    TnkQuestion *question = g_ptr_array_index (old->questions, i);
    Pair pair = {compared, fields, question, NULL};

    if (new == NULL || find_partner (old, question, new) == NULL)
      add_pair (&pair);
  }
}
