/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-catalog-sheet-private.h"

/* Reads the sheet of questions, and judges it once all controls are known. */

#define N_ANCHORS 3
#define FIRST_ANCHOR 1 /* among the texts of a question */

void
tnk_catalog_question_row_free (gpointer data)
{
  TnkCatalogQuestionRow *self = data;

  g_free (self->id);
  g_free (self->control);
  g_free (self->use);
  g_free (self->roles);
  g_strfreev (self->texts);
  g_strfreev (self->places);
  g_free (self->place);
  g_free (self->control_place);
  g_free (self->roles_place);
  g_free (self);
}

/* --- from the sheet --- */

static gboolean
take_texts (TnkCatalogSheet *self,
            TnkCatalogQuestionRow *row)
{
  gboolean good = TRUE;

  row->texts = g_new0 (char *, 2 * tnk_catalog_n_question_texts + 1);
  row->places = g_new0 (char *, tnk_catalog_n_question_texts + 1);
  for (guint i = 0; i < tnk_catalog_n_question_texts; i++) {
    const char *key = tnk_catalog_question_texts[i].member;
    g_autofree char *key_en = g_strconcat (key, "_en", NULL);

    good = tnk_catalog_sheet_take (self, key, &row->texts[2 * i]) && good;
    good = tnk_catalog_sheet_take (self, key_en, &row->texts[2 * i + 1]) && good;
    row->places[i] = tnk_return_dup_place (self->sheet, key);
  }
  return good;
}

static gboolean
is_blank (const TnkCatalogQuestionRow *row)
{
  return *row->control == '\0' && *row->roles == '\0' && *row->texts[0] == '\0';
}

void
tnk_catalog_sheet_read_question (TnkCatalogSheet *self)
{
  TnkCatalogQuestionRow *row = g_new0 (TnkCatalogQuestionRow, 1);
  gboolean good = take_texts (self, row);

  row->id = g_strdup (tnk_return_get_id (self->sheet));
  row->place = tnk_return_dup_place (self->sheet, TNK_CATALOG_USE);
  row->control_place = tnk_return_dup_place (self->sheet, "control");
  row->roles_place = tnk_return_dup_place (self->sheet, "roles");
  good = tnk_catalog_sheet_take (self, TNK_CATALOG_USE, &row->use) && good;
  good = tnk_catalog_sheet_take (self, "control", &row->control) && good;
  good = tnk_catalog_sheet_take (self, "roles", &row->roles) && good;
  g_hash_table_add (self->seen, g_strconcat ("?", row->id, NULL));
  if (good && !(tnk_catalog_is_new_row (row->id) && is_blank (row)))
    g_ptr_array_add (self->questions, row);
  else
    tnk_catalog_question_row_free (row);
}

/* --- what it changes --- */

/* By ids or by names, with anything between them that separates words. */
static gboolean
parse_roles (TnkCatalogSheet *self,
             const TnkCatalogQuestionRow *row,
             guint64 *bits)
{
  g_autofree char *plain = g_strdup (row->roles);
  g_auto (GStrv) words = NULL;

  for (char *at = strstr (plain, "、"); at != NULL; at = strstr (at, "、"))
    memcpy (at, "   ", 3);
  for (char *at = strstr (plain, "　"); at != NULL; at = strstr (at, "　"))
    memcpy (at, "   ", 3);
  words = g_strsplit_set (plain, " ,;", -1);
  *bits = 0;
  for (guint i = 0; words[i] != NULL; i++) {
    TnkRole *role = tnk_catalog_lookup_role (self->base, words[i]);

    if (*words[i] == '\0')
      continue;
    if (role == NULL) {
      tnk_return_fault_at (self->sheet, row->roles_place, "there is no role “%.60s”; write the ids of the sheet 役割, with a blank between them", words[i]);
      return FALSE;
    }
    *bits |= G_GUINT64_CONSTANT (1) << tnk_role_get_index (role);
  }
  if (*bits == 0)
    tnk_return_fault_at (self->sheet, row->roles_place, "no role is named; write whom the question asks");
  return *bits != 0;
}

static void
set_roles (TnkCatalogSheet *self,
           TnkDraftEntry *question,
           guint64 bits)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < tnk_catalog_get_n_roles (self->base); i++)
    if ((bits >> i) & 1)
      g_ptr_array_add (ids, (gpointer) tnk_role_get_id (tnk_catalog_get_role (self->base, i)));
  g_ptr_array_add (ids, NULL);
  tnk_draft_set_strings (question, "roles", (const char *const *) ids->pdata);
}

/* Of the three answers either all are described or none. */
static void
set_anchors (TnkCatalogSheet *self,
             const TnkCatalogQuestionRow *row,
             TnkDraftEntry *entry,
             TnkQuestion *before)
{
  guint n = 0, missing = 0;

  for (guint i = FIRST_ANCHOR; i < FIRST_ANCHOR + N_ANCHORS; i++)
    if (*row->texts[2 * i] != '\0')
      n++;
    else
      missing = i;
  if (n == 0) {
    tnk_draft_set_text (entry, "anchors", NULL, NULL);
    return;
  }
  if (n < N_ANCHORS) {
    tnk_return_fault_at (self->sheet, row->places[missing], "%s is empty; describe all three answers or none", tnk_catalog_question_texts[missing].header);
    return;
  }
  for (guint i = FIRST_ANCHOR; i < FIRST_ANCHOR + N_ANCHORS; i++)
    tnk_catalog_sheet_change_text (self, tnk_draft_open (entry, "anchors"), tnk_catalog_question_texts[i].member,
                                   before != NULL ? tnk_catalog_question_texts[i].get (before) : NULL, row->texts[2 * i], row->texts[2 * i + 1]);
}

static void
set_texts (TnkCatalogSheet *self,
           const TnkCatalogQuestionRow *row,
           TnkDraftEntry *entry,
           TnkQuestion *before)
{
  if (*row->texts[0] == '\0') {
    tnk_return_fault_at (self->sheet, row->places[0], "the question is empty; write it, or choose " TNK_CATALOG_LEFT);
    return;
  }
  for (guint i = 0; i < tnk_catalog_n_question_texts; i++)
    if (i < FIRST_ANCHOR || i >= FIRST_ANCHOR + N_ANCHORS)
      tnk_catalog_sheet_change_text (self, entry, tnk_catalog_question_texts[i].member, before != NULL ? tnk_catalog_question_texts[i].get (before) : NULL,
                                     row->texts[2 * i], row->texts[2 * i + 1]);
  set_anchors (self, row, entry, before);
}

/* Whom it asks must have a mark, and be asked only once. */
static void
note_roles (TnkCatalogSheet *self,
            const TnkCatalogQuestionRow *row,
            TnkCatalogControlRow *control,
            guint64 bits)
{
  for (guint i = 0; i < tnk_catalog_get_n_roles (self->base); i++) {
    const char *id = tnk_role_get_id (tnk_catalog_get_role (self->base, i));

    if (!((bits >> i) & 1))
      continue;
    if (!((control->dutiful >> i) & 1))
      tnk_return_fault_at (self->sheet, row->roles_place, "the role “%s” has no mark for the control “%s”; give it one, or take it out here", id,
                           control->id != NULL ? control->id : "");
    else if ((control->asked >> i) & 1)
      tnk_return_fault_at (self->sheet, row->roles_place, "the role “%s” is asked by another question of the same control; leave it in one", id);
  }
  control->asked |= bits;
}

static void
change (TnkCatalogSheet *self,
        const TnkCatalogQuestionRow *row,
        TnkCatalogControlRow *control,
        TnkDraftEntry *entry,
        TnkQuestion *before)
{
  guint64 bits;

  set_texts (self, row, entry, before);
  if (!parse_roles (self, row, &bits))
    return;
  set_roles (self, entry, bits);
  if (before == NULL || tnk_question_get_kind (before) == TNK_QUESTION_KIND_SCALE)
    note_roles (self, row, control, bits);
}

static void
judge_new (TnkCatalogSheet *self,
           const TnkCatalogQuestionRow *row)
{
  TnkCatalogControlRow *control = g_hash_table_lookup (self->by_id, row->control);
  TnkDraftEntry *old = control == NULL ? tnk_catalog_draft_find_control (self->draft, row->control) : NULL;

  if (old != NULL)
    control = g_hash_table_lookup (self->by_entry, old);
  if (control == NULL)
    tnk_return_fault_at (self->sheet, row->control_place, "there is no control “%.60s” that is used; write the id of one of the sheet 管理策", row->control);
  else if (!g_str_equal (row->use, TNK_CATALOG_LEFT))
    change (self, row, control, tnk_catalog_draft_add_question (self->draft, control->entry), NULL);
}

static TnkQuestion *
find_question (TnkCatalogSheet *self,
               const char *id,
               TnkControl **control)
{
  for (guint c = 0; c < tnk_catalog_get_n_controls (self->base); c++) {
    *control = tnk_catalog_get_control (self->base, c);
    for (guint i = 0; i < tnk_control_get_n_questions (*control); i++)
      if (g_str_equal (tnk_question_get_id (tnk_control_get_question (*control, i)), id))
        return tnk_control_get_question (*control, i);
  }
  return NULL;
}

static void
judge_known (TnkCatalogSheet *self,
             const TnkCatalogQuestionRow *row)
{
  TnkControl *of;
  TnkQuestion *question = find_question (self, row->id, &of);
  TnkDraftEntry *control = question != NULL ? tnk_catalog_draft_find_control (self->draft, tnk_control_get_id (of)) : NULL;
  TnkCatalogControlRow *used = control != NULL ? g_hash_table_lookup (self->by_entry, control) : NULL;
  TnkDraftEntry *entry = used != NULL ? tnk_catalog_draft_find_question (self->draft, control, row->id) : NULL;

  if (question == NULL)
    tnk_return_fault_at (self->sheet, row->place, "the base has no question “%.60s”; take the workbook as it was exported", row->id);
  else if (entry == NULL)
    return; /* its control is not used */
  else if (g_str_equal (row->use, TNK_CATALOG_LEFT))
    tnk_catalog_draft_remove_question (self->draft, control, entry);
  else if (!g_str_equal (row->use, TNK_CATALOG_TAKEN))
    tnk_return_fault_at (self->sheet, row->place, "“%.60s” is not known here; choose " TNK_CATALOG_TAKEN " or " TNK_CATALOG_LEFT, row->use);
  else
    change (self, row, used, entry, question);
}

/* --- what is missing --- */

static void
check_rows (TnkCatalogSheet *self)
{
  for (guint c = 0; c < tnk_catalog_get_n_controls (self->base); c++) {
    TnkControl *control = tnk_catalog_get_control (self->base, c);
    TnkDraftEntry *entry = tnk_catalog_draft_find_control (self->draft, tnk_control_get_id (control));

    for (guint i = 0; i < tnk_control_get_n_questions (control) && g_hash_table_contains (self->by_entry, entry); i++) {
      const char *id = tnk_question_get_id (tnk_control_get_question (control, i));
      g_autofree char *key = g_strconcat ("?", id, NULL);

      if (!g_hash_table_contains (self->seen, key))
        tnk_return_fault_file (self->sheet, "the row of the question “%s” is gone; put it back, and write " TNK_CATALOG_LEFT " into it if it is not to be asked", id);
    }
  }
}

static void
check_asked (TnkCatalogSheet *self)
{
  for (guint i = 0; i < self->controls->len; i++) {
    const TnkCatalogControlRow *row = g_ptr_array_index (self->controls, i);
    guint64 open = row->scored & ~row->asked;

    for (guint r = 0; r < tnk_catalog_get_n_roles (self->base); r++)
      if ((open >> r) & 1)
        tnk_return_fault_at (self->sheet, row->places[r], "the role “%s” has a duty here but is asked no question; add one on the sheet 設問",
                             tnk_role_get_id (tnk_catalog_get_role (self->base, r)));
  }
}

void
tnk_catalog_sheet_judge_questions (TnkCatalogSheet *self)
{
  for (guint i = 0; i < self->questions->len; i++) {
    const TnkCatalogQuestionRow *row = g_ptr_array_index (self->questions, i);

    if (tnk_catalog_is_new_row (row->id))
      judge_new (self, row);
    else
      judge_known (self, row);
  }
  check_rows (self);
  check_asked (self);
}
