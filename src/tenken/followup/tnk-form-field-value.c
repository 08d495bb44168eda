/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tnk-day-private.h"
#include "tnk-error.h"
#include "tnk-form-private.h"
#include "tnk-strings-private.h"

/* Whether the value is a list, one entry a line. */
gboolean
tnk_form_field_is_list (TnkFormField *self)
{
  return self->many || self->kind == TNK_FORM_FIELD_KIND_MULTIPLE || self->kind == TNK_FORM_FIELD_KIND_CHECKLIST;
}

/* --- what can stand in it --- */

static gboolean G_GNUC_PRINTF (3, 4) throw (TnkFormField * self, GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s (%s): %s", tnk_text_get (self->label, "ja"), self->id, message);
  return FALSE;
}

static gboolean
check_choice (TnkFormField *self,
              const char *id,
              GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  if (tnk_form_field_find_choice (self, id, NULL))
    return TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", tnk_form_field_get_choice_id (self, i));
  return throw (self, error, "“%s” is not among the choices; use %s", id, known->str);
}

static gboolean
check_item (TnkFormField *self,
            const char *line,
            GError **error)
{
  static const char *const answers[] = {"met", "not_met", "not_applicable", NULL};
  const char *sign = strchr (line, '=');
  g_autofree char *id = g_strndup (line, sign != NULL ? sign - line : 0);

  if (sign == NULL || !g_strv_contains (answers, sign + 1))
    return throw (self, error, "“%s” answers no item; write ITEM=met, ITEM=not_met or ITEM=not_applicable", line);
  return check_choice (self, id, error);
}

static gboolean
check_number (TnkFormField *self,
              const char *text,
              GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return throw (self, error, "“%s” is no whole number", text);
  if (number < self->least)
    return throw (self, error, "%s is less than %" G_GINT64_FORMAT, text, self->least);
  if (number > self->most)
    return throw (self, error, "%s is more than %" G_GINT64_FORMAT, text, self->most);
  return TRUE;
}

static gboolean
is_time (const char *text)
{
  return strlen (text) == 5 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == ':' && g_ascii_isdigit (text[3]) &&
         g_ascii_isdigit (text[4]) && atoi (text) < 24 && atoi (text + 3) < 60;
}

static gboolean
check_moment (TnkFormField *self,
              const char *text,
              GError **error)
{
  const char *sign = strchr (text, 'T');
  g_autofree char *day = g_strndup (text, sign != NULL ? sign - text : 0);

  return (sign != NULL && tnk_is_day (day) && is_time (sign + 1)) ||
         throw (self, error, "“%s” is no day with a time; write 2026-04-01T14:05", text);
}

static gboolean
check_text (TnkFormField *self,
            const char *text,
            gboolean lines,
            GError **error)
{
  if (!tnk_is_harmless (text, lines))
    return throw (self, error, lines ? "the text holds characters that cannot be shown; remove them" : "the text holds a line end or characters that cannot be shown; remove them");
  return g_utf8_strlen (text, -1) <= self->most ||
         throw (self, error, "the text is longer than %" G_GINT64_FORMAT " characters; shorten it", self->most);
}

static gboolean
check_entry (TnkFormField *self,
             const char *text,
             GError **error)
{
  switch (self->kind) {
  case TNK_FORM_FIELD_KIND_YES_NO:
    return g_str_equal (text, "yes") || g_str_equal (text, "no") || throw (self, error, "“%s” is neither yes nor no", text);
  case TNK_FORM_FIELD_KIND_SINGLE:
  case TNK_FORM_FIELD_KIND_MULTIPLE:
    return check_choice (self, text, error);
  case TNK_FORM_FIELD_KIND_CHECKLIST:
    return check_item (self, text, error);
  case TNK_FORM_FIELD_KIND_NUMBER:
    return check_number (self, text, error);
  case TNK_FORM_FIELD_KIND_DATE:
    return tnk_is_day (text) || throw (self, error, "“%s” is no day; write 2026-04-01", text);
  case TNK_FORM_FIELD_KIND_DATE_TIME:
    return check_moment (self, text, error);
  default:
    return check_text (self, text, self->kind == TNK_FORM_FIELD_KIND_LONG_TEXT, error);
  }
}

/* What an entry of a list is about: of two answers to one item the later counts. */
static char *
make_key (TnkFormField *self,
          const char *line)
{
  return self->kind == TNK_FORM_FIELD_KIND_CHECKLIST ? g_strndup (line, strcspn (line, "=")) : g_strdup (line);
}

static gboolean
read_list (TnkFormField *self,
           const char *text,
           GPtrArray *keys,
           GHashTable *lines,
           GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *line = tnk_strip (parts[i]);
    g_autofree char *key = make_key (self, line);

    if (*line == '\0')
      continue;
    if (!check_entry (self, line, error))
      return FALSE;
    if (!g_hash_table_contains (lines, key))
      g_ptr_array_add (keys, g_strdup (key));
    g_hash_table_insert (lines, g_steal_pointer (&key), g_steal_pointer (&line));
  }
  return TRUE;
}

/* Choices come back in the order of the form, everything else in the order in which it was written. */
static char *
join_list (TnkFormField *self,
           GPtrArray *keys,
           GHashTable *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < (self->choices->len > 0 ? self->choices->len : keys->len); i++) {
    const char *key = self->choices->len > 0 ? tnk_form_field_get_choice_id (self, i) : keys->pdata[i];
    const char *line = g_hash_table_lookup (lines, key);

    if (line != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  }
  return g_string_free (text, FALSE);
}

static char *
clean_list (TnkFormField *self,
            const char *text,
            GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return read_list (self, text, keys, lines, error) ? join_list (self, keys, lines) : NULL;
}

/**
 * tnk_form_field_clean:
 * @self: a field
 * @value: a text
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Checks whether a value is of the right form, and gives it without blanks around it, lists in their order and without
 * what stands there twice. An empty text is no value, and always right.
 *
 * Returns: (transfer full): the value as it is kept
 *
 * Since: 0.1
 */
char *
tnk_form_field_clean (TnkFormField *self,
                      const char *value,
                      GError **error)
{
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TNK_IS_FORM_FIELD (self) && value != NULL, NULL);

  if (!tnk_form_field_is_written (self)) {
    throw (self, error, "nothing is written here");
    return NULL;
  }
  if (!g_utf8_validate (value, -1, NULL)) {
    throw (self, error, "the text is not valid UTF-8; write it anew");
    return NULL;
  }
  clean = tnk_strip (value);
  lines = g_strsplit (clean, "\r\n", -1);
  text = g_strjoinv ("\n", lines);
  if (tnk_form_field_is_list (self))
    return clean_list (self, text, error);
  return *text == '\0' || check_entry (self, text, error) ? g_steal_pointer (&text) : NULL;
}
