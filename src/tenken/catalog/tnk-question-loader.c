/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-loader-private.h"

typedef TnkCatalogLoader Loader;

/* --- questions --- */

static const char *const question_members[] = {
  "id", "kind", "roles", "text", "anchors", "guidance", "evidence", "improvement", "choices", "reasons", "ask_if", NULL};

static void
load_question_roles (Loader *self,
                     JsonObject *object,
                     TnkControl *control,
                     TnkQuestion *question)
{
  JsonArray *roles = tnk_json_reader_array (&self->reader, object, "roles", TRUE);
  gsize mark;

  if (roles == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "roles");
  if (json_array_get_length (roles) == 0)
    tnk_json_reader_fault (&self->reader, "name at least one role");
  for (guint i = 0; i < json_array_get_length (roles); i++) {
    g_autofree char *id = tnk_json_reader_element_string (&self->reader, roles, i);
    TnkRole *role = id != NULL ? g_hash_table_lookup (self->role_ids, id) : NULL;
    gsize at = tnk_json_reader_enter_element (&self->reader, i);

    if (id != NULL && role == NULL)
      tnk_json_reader_fault (&self->reader, "the role “%s” is not among the roles of the catalog", id);
    else if (role != NULL && ((question->role_bits >> role->index) & 1))
      tnk_json_reader_fault (&self->reader, "the role “%s” stands here twice", id);
    if (role != NULL)
      question->role_bits |= G_GUINT64_CONSTANT (1) << role->index;
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_anchors (Loader *self,
              JsonObject *object,
              TnkQuestion *question)
{
  static const char *const members[] = {"implemented", "partial", "not_implemented", NULL};
  JsonNode *node = tnk_json_reader_member (&self->reader, object, "anchors", FALSE);
  JsonObject *anchors;
  gsize mark;

  if (node == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "anchors");
  anchors = tnk_json_reader_object (&self->reader, node);
  if (anchors != NULL) {
    tnk_json_reader_check_members (&self->reader, anchors, members);
    for (guint i = 0; members[i] != NULL; i++)
      question->anchors[i] = tnk_json_reader_text (&self->reader, anchors, members[i], TRUE, self->english);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

void
tnk_catalog_loader_read_choices (Loader *self,
                                 JsonObject *object,
                                 const char *name,
                                 GPtrArray *ids,
                                 GPtrArray *texts)
{
  static const char *const members[] = {"id", "text", NULL};
  JsonArray *choices = tnk_json_reader_array (&self->reader, object, name, FALSE);
  gsize mark = tnk_json_reader_enter (&self->reader, name);

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *choice = tnk_json_reader_object (&self->reader, json_array_get_element (choices, i));
    g_autofree char *id = NULL;
    g_autoptr (TnkText) text = NULL;

    if (choice != NULL) {
      tnk_json_reader_check_members (&self->reader, choice, members);
      id = tnk_json_reader_id (&self->reader, choice, "id", TRUE);
      text = tnk_json_reader_text (&self->reader, choice, "text", TRUE, self->english);
    }
    if (id != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
      tnk_json_reader_fault (&self->reader, "the id “%s” stands in this list twice", id);
    else if (id != NULL && text != NULL) {
      g_ptr_array_add (ids, g_steal_pointer (&id));
      g_ptr_array_add (texts, g_steal_pointer (&text));
    }
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_reasons (Loader *self,
              JsonObject *object,
              TnkQuestion *question)
{
  JsonArray *reasons = tnk_json_reader_array (&self->reader, object, "reasons", FALSE);
  gsize mark = tnk_json_reader_enter (&self->reader, "reasons");

  for (guint i = 0; reasons != NULL && i < json_array_get_length (reasons); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    TnkText *text = tnk_json_reader_text_node (&self->reader, json_array_get_element (reasons, i), self->english);

    if (text != NULL)
      g_ptr_array_add (question->reasons, text);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

/* Whether an answer can be given to a question at all: a misspelt one would mean that nobody is ever asked. */
static gboolean
can_be_answered (TnkQuestion *question,
                 const char *answer)
{
  TnkAnswerValue value;

  switch (question->kind) {
  case TNK_QUESTION_KIND_SCALE:
    return tnk_answer_value_from_string (answer, &value) && value != TNK_ANSWER_VALUE_UNANSWERED;
  case TNK_QUESTION_KIND_SINGLE:
  case TNK_QUESTION_KIND_MULTIPLE:
    return g_ptr_array_find_with_equal_func (question->choice_ids, answer, g_str_equal, NULL);
  case TNK_QUESTION_KIND_NUMBER:
  case TNK_QUESTION_KIND_DATE:
  case TNK_QUESTION_KIND_SHORT_TEXT:
  case TNK_QUESTION_KIND_LONG_TEXT:
  default:
    return TRUE;
  }
}

static void
check_condition (Loader *self,
                 TnkQuestion *question)
{
  TnkQuestion *earlier = question->ask_if != NULL ? g_hash_table_lookup (self->question_ids, question->ask_if) : NULL;

  for (guint i = 0; earlier != NULL && question->ask_if_answers[i] != NULL; i++)
    if (!can_be_answered (earlier, question->ask_if_answers[i]))
      tnk_json_reader_fault_at (&self->reader, "answers", "“%s” cannot be answered to the question “%s”",
                                question->ask_if_answers[i], question->ask_if);
}

static void
load_ask_if (Loader *self,
             JsonObject *object,
             TnkQuestion *question)
{
  static const char *const members[] = {"question", "answers", NULL};
  JsonNode *node = tnk_json_reader_member (&self->reader, object, "ask_if", FALSE);
  JsonObject *condition;
  gsize mark;

  if (node == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "ask_if");
  condition = tnk_json_reader_object (&self->reader, node);
  if (condition != NULL) {
    tnk_json_reader_check_members (&self->reader, condition, members);
    question->ask_if = tnk_json_reader_id (&self->reader, condition, "question", TRUE);
    /* Only what stands before can be a condition: so no circle can arise, and the order on the screen is sound. */
    if (question->ask_if != NULL && !g_hash_table_contains (self->question_ids, question->ask_if))
      tnk_json_reader_fault (&self->reader, "no question “%s” stands before this one; ask only upon earlier ones",
                             question->ask_if);
    question->ask_if_answers = tnk_json_reader_strings (&self->reader, condition, "answers", TRUE);
  }
  if (question->ask_if_answers != NULL && question->ask_if_answers[0] == NULL)
    tnk_json_reader_fault_at (&self->reader, "answers", "the list is empty; name at least one answer");
  if (question->ask_if_answers != NULL)
    check_condition (self, question);
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_kind (Loader *self,
           JsonObject *object,
           TnkQuestion *question)
{
  g_autofree char *kind = tnk_json_reader_string (&self->reader, object, "kind", FALSE);
  gboolean choosing;

  if (kind != NULL && !tnk_question_kind_from_string (kind, &question->kind))
    tnk_json_reader_fault_at (&self->reader, "kind", "the kind “%s” is not known; known are scale, single, multiple, number, "
                                                     "date, short-text, long-text",
                              kind);
  choosing = question->kind == TNK_QUESTION_KIND_SINGLE || question->kind == TNK_QUESTION_KIND_MULTIPLE;
  if (choosing != (json_object_has_member (object, "choices")))
    tnk_json_reader_fault (&self->reader, choosing ? "a question of this kind needs “choices”"
                                                   : "“choices” go only with the kinds single and multiple");
}

static TnkQuestion *
load_question (Loader *self,
               JsonObject *object,
               TnkControl *control)
{
  TnkQuestion *question = g_object_new (TNK_TYPE_QUESTION, NULL);

  question->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_text_unref);
  question->choice_ids = g_ptr_array_new_with_free_func (g_free);
  question->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_text_unref);
  tnk_json_reader_check_members (&self->reader, object, question_members);
  question->id = tnk_json_reader_id (&self->reader, object, "id", FALSE);
  load_kind (self, object, question);
  load_question_roles (self, object, control, question);
  question->text = tnk_json_reader_text (&self->reader, object, "text", TRUE, self->english);
  load_anchors (self, object, question);
  question->guidance = tnk_json_reader_text (&self->reader, object, "guidance", FALSE, self->english);
  question->evidence = tnk_json_reader_text (&self->reader, object, "evidence", FALSE, self->english);
  question->improvement = tnk_json_reader_text (&self->reader, object, "improvement", FALSE, self->english);
  tnk_catalog_loader_read_choices (self, object, "choices", question->choice_ids, question->choices);
  if (json_object_has_member (object, "choices") && question->choices->len == 0)
    tnk_json_reader_fault_at (&self->reader, "choices", "the list is empty; name at least one choice");
  load_reasons (self, object, question);
  load_ask_if (self, object, question);
  return question;
}

/* A question without an id of its own is known by its control and the first role that it asks. */
static void
register_question (Loader *self,
                   TnkControl *control,
                   TnkQuestion *question)
{
  if (question->id == NULL) {
    guint first = 0;
    while (first < self->catalog->roles->len && !((question->role_bits >> first) & 1))
      first++;
    question->id = first < self->catalog->roles->len
                     ? g_strdup_printf ("%s/%s", control->id, tnk_role_get_id (g_ptr_array_index (self->catalog->roles, first)))
                     : g_strdup (control->id);
  }
  if (!g_hash_table_insert (self->question_ids, question->id, question))
    tnk_json_reader_fault (&self->reader, "another question has the id “%s”; give one of them its own “id”", question->id);
}

void
tnk_catalog_loader_read_questions (Loader *self,
                                   JsonObject *object,
                                   TnkControl *control)
{
  JsonArray *questions = tnk_json_reader_array (&self->reader, object, "questions", TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, "questions");

  for (guint i = 0; questions != NULL && i < json_array_get_length (questions); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *entry = tnk_json_reader_object (&self->reader, json_array_get_element (questions, i));

    if (entry != NULL) {
      TnkQuestion *question = load_question (self, entry, control);
      g_ptr_array_add (control->questions, question);
      register_question (self, control, question);
    }
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
  control->n_questions = control->questions->len;
}

/* --- duties --- */

/* Finds the scaled question that a role gets, and says so when there are two. */
static TnkQuestion *
question_for (Loader *self,
              TnkControl *control,
              TnkRole *role)
{
  TnkQuestion *found = NULL;

  for (guint i = 0; i < control->questions->len; i++) {
    TnkQuestion *question = g_ptr_array_index (control->questions, i);

    if (question->kind != TNK_QUESTION_KIND_SCALE || !((question->role_bits >> role->index) & 1))
      continue;
    if (found != NULL)
      tnk_json_reader_fault (&self->reader, "the role “%s” is asked by two questions; leave it in one", role->id);
    found = question;
  }
  return found;
}

static void
add_duty (Loader *self,
          TnkControl *control,
          TnkRole *role,
          TnkMark mark)
{
  TnkDuty *duty = g_object_new (TNK_TYPE_DUTY, NULL);

  duty->control = control;
  duty->role = role;
  duty->mark = mark;
  duty->question = question_for (self, control, role);
  duty->index = self->catalog->duties->len;
  g_ptr_array_add (self->catalog->duties, duty);
  control->n_duties++;
  if (duty->question == NULL && tnk_mark_is_scored (mark))
    tnk_json_reader_fault (&self->reader, "the role “%s” has the duty “%s” but no question; add one", role->id,
                           tnk_mark_to_string (mark));
}

static void
check_asked_roles (Loader *self,
                   TnkControl *control,
                   guint64 dutiful)
{
  for (guint i = 0; i < control->questions->len; i++) {
    TnkQuestion *question = g_ptr_array_index (control->questions, i);
    guint64 idle = question->role_bits & ~dutiful;

    for (guint r = 0; r < self->catalog->roles->len; r++)
      if ((idle >> r) & 1)
        tnk_json_reader_fault (&self->reader, "the role “%s” is asked a question but has no duty here",
                               tnk_role_get_id (g_ptr_array_index (self->catalog->roles, r)));
  }
}

/* Reads the marks in column order, whatever their order in the file. */
void
tnk_catalog_loader_read_duties (Loader *self,
                                JsonObject *object,
                                TnkControl *control)
{
  JsonNode *node = tnk_json_reader_member (&self->reader, object, "duties", TRUE);
  JsonObject *duties;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  guint64 dutiful = 0;
  gsize mark;

  control->first_duty = self->catalog->duties->len;
  if (node == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "duties");
  duties = tnk_json_reader_object (&self->reader, node);
  for (guint i = 0; duties != NULL && i < self->catalog->roles->len; i++) {
    TnkRole *role = g_ptr_array_index (self->catalog->roles, i);
    g_autofree char *word = tnk_json_reader_string (&self->reader, duties, role->id, FALSE);
    TnkMark value = TNK_MARK_NONE;

    g_ptr_array_add (known, role->id);
    if (word == NULL)
      continue;
    if (!tnk_mark_from_string (word, &value) || value == TNK_MARK_NONE)
      tnk_json_reader_fault_at (&self->reader, role->id, "“%s” is not a mark; use responsible, informed, permits or approves", word);
    else
      add_duty (self, control, role, value);
    dutiful |= G_GUINT64_CONSTANT (1) << role->index;
  }
  g_ptr_array_add (known, NULL);
  if (duties != NULL)
    tnk_json_reader_check_members (&self->reader, duties, (const char *const *) known->pdata);
  tnk_json_reader_leave (&self->reader, mark);
  check_asked_roles (self, control, dutiful);
}
