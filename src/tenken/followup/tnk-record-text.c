/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-record-private.h"
#include "tnk-strings-private.h"

/* A record as people read it. */

static gboolean
is_japanese (const char *language)
{
  return g_str_equal (language, "ja");
}

static char *
dup_moment (const char *value,
            gboolean japanese)
{
  g_autofree char *day = NULL;

  if (!japanese)
    return g_strdelimit (g_strdup (value), "T", ' ');
  day = g_strdup_printf ("%d年%d月%d日", atoi (value), atoi (value + 5), atoi (value + 8));
  return value[10] == 'T' ? g_strdup_printf ("%s%d時%.2s分", day, atoi (value + 11), value + 14) : g_steal_pointer (&day);
}

static const char *
find_answer (const char *answer,
             gboolean japanese)
{
  static const char *const words[][3] = {
    {"yes", "はい", "yes"},
    {"no", "いいえ", "no"},
    {"met", "満たす", "met"},
    {"not_met", "満たさない", "not met"},
    {"not_applicable", "該当しない", "not applicable"}};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], answer))
      return words[i][japanese ? 1 : 2];
  return answer;
}

/* brief: as the short text says it. */
static const char *
find_choice (TnkFormField *field,
             const char *id,
             const char *language,
             gboolean brief)
{
  guint position;

  if (!tnk_form_field_find_choice (field, id, &position))
    return id;
  if (brief && tnk_form_field_get_choice_brief (field, position) != NULL)
    return tnk_form_field_get_choice_brief (field, position);
  return tnk_text_get (tnk_form_field_get_choice (field, position), language);
}

static char *
dup_item (TnkFormField *field,
          const char *line,
          const char *language)
{
  g_auto (GStrv) halves = g_strsplit (line, "=", 2);
  gboolean japanese = is_japanese (language);

  return g_strconcat (find_choice (field, halves[0], language, FALSE), japanese ? "：" : ": ", find_answer (halves[1], japanese), NULL);
}

static char *
dup_entry (TnkFormField *field,
           const char *line,
           const char *language,
           gboolean brief)
{
  switch (field->kind) {
  case TNK_FORM_FIELD_KIND_YES_NO:
    return g_strdup (find_answer (line, is_japanese (language)));
  case TNK_FORM_FIELD_KIND_SINGLE:
  case TNK_FORM_FIELD_KIND_MULTIPLE:
    return g_strdup (find_choice (field, line, language, brief));
  case TNK_FORM_FIELD_KIND_CHECKLIST:
    return dup_item (field, line, language);
  case TNK_FORM_FIELD_KIND_DATE:
  case TNK_FORM_FIELD_KIND_DATE_TIME:
    return dup_moment (line, is_japanese (language));
  default:
    return g_strdup (line);
  }
}

static char *
dup_list (TnkFormField *field,
          const char *value,
          const char *language,
          gboolean brief)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    char *text = dup_entry (field, lines[i], language, brief);
    g_free (lines[i]);
    lines[i] = text;
  }
  return g_strjoinv (field->kind == TNK_FORM_FIELD_KIND_CHECKLIST ? "\n" : is_japanese (language) ? "、"
                                                                                                  : ", ",
                     lines);
}

static char *
dup_looked_up (TnkRecord *self,
               TnkFormField *field,
               const char *language)
{
  TnkText *text = tnk_form_look_up (self->form, field, tnk_record_get_value (self, field->key));

  return g_strdup (text != NULL ? tnk_text_get (text, language) : "");
}

static char *
dup_field (TnkRecord *self,
           TnkFormField *field,
           const char *language,
           gboolean brief)
{
  const char *value = self->displays[field->index] != NULL ? self->displays[field->index] : tnk_record_get_value (self, field->id);

  if (field->kind == TNK_FORM_FIELD_KIND_LOOKED_UP)
    return dup_looked_up (self, field, language);
  if (*value == '\0')
    return g_strdup ("");
  return tnk_form_field_is_list (field) ? dup_list (field, value, language, brief) : dup_entry (field, value, language, brief);
}

/**
 * tnk_record_dup_display:
 * @self: a record
 * @field_id: the id of a field
 * @language: `ja` or `en`
 *
 * Gets what stands in a field, or what is looked up for it, as people read it: choices in words, people, departments and
 * controls with the names that they had then.
 *
 * Returns: (transfer full): the text, empty where nothing stands there
 *
 * Since: 0.1
 */
char *
tnk_record_dup_display (TnkRecord *self,
                        const char *field_id,
                        const char *language)
{
  TnkFormField *field;

  g_return_val_if_fail (TNK_IS_RECORD (self) && field_id != NULL && language != NULL, NULL);

  field = tnk_form_lookup_field (self->form, field_id);
  return field != NULL ? dup_field (self, field, language, FALSE) : g_strdup ("");
}

/* --- the short text --- */

static char *
find_text (const char *name,
           gpointer user_data)
{
  TnkRecordSight *sight = user_data;
  TnkRecord *self = sight->record;
  g_autofree char *text = NULL;
  TnkFormField *field;

  if (g_str_equal (name, "@id"))
    return g_strdup (self->id != NULL ? self->id : "");
  if (g_str_equal (name, "@applicant"))
    return g_strdup (self->applicant_name);
  if (g_str_equal (name, "@department"))
    return g_strdup (self->department_name);
  if (g_str_equal (name, "@started"))
    return dup_moment (self->started, TRUE);
  field = tnk_form_lookup_field (self->form, name);
  text = sight->asked[field->index] ? dup_field (self, field, "ja", TRUE) : g_strdup ("");
  return g_strdelimit (g_steal_pointer (&text), "\n", ' ');
}

static char *
compose_line (TnkFormLine *line,
              TnkRecordSight *sight)
{
  GString *text;
  guint n = 0;

  if (!tnk_record_sight_holds (sight, line->only_if))
    return NULL;
  if (line->pieces == NULL)
    return tnk_template_fill (line->text, find_text, sight);
  text = g_string_new (line->lead);
  for (guint i = 0; i < line->pieces->len; i++) {
    g_autofree char *piece = compose_line (line->pieces->pdata[i], sight);

    if (piece == NULL)
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", piece);
    n++;
  }
  return g_string_free (text, n == 0);
}

/**
 * tnk_record_compose_text:
 * @self: a record
 * @today: the day, ISO 8601
 * @error: return location for an error: [error@Tenken.Error] `STATE` if the form has no short text
 *
 * Puts the record as a short text, in the notation of its form.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
tnk_record_compose_text (TnkRecord *self,
                         const char *today,
                         GError **error)
{
  g_auto (TnkRecordSight) sight = {0};
  GString *text;

  g_return_val_if_fail (TNK_IS_RECORD (self) && today != NULL, NULL);

  if (self->form->short_text == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "the form “%s” has no short text", self->form->id);
    return NULL;
  }
  tnk_record_sight_init (&sight, self, today);
  text = g_string_new (NULL);
  for (guint i = 0; i < self->form->short_text->len; i++) {
    g_autofree char *line = compose_line (self->form->short_text->pdata[i], &sight);

    if (line != NULL)
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : self->form->short_text_lines ? "\n"
                                                                                               : " ",
                              line);
  }
  return g_string_free (text, FALSE);
}
