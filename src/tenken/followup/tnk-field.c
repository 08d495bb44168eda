/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-field-private.h"

#include "tnk-day-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

#define MAX_LINE 200
#define MAX_TEXT 4000
#define MAX_ID 64

gboolean
tnk_check_person (const char *person_id,
                  GError **error)
{
  if (!tnk_is_blank (person_id) && tnk_is_harmless (person_id, FALSE) && g_utf8_strlen (person_id, -1) <= MAX_ID)
    return TRUE;
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "this cannot be a staff number; give one of the roster");
  return FALSE;
}

static gboolean
check_length (const TnkFieldSpec *spec,
              const char *text,
              GError **error)
{
  glong most = spec->kind == TNK_FIELD_TEXT ? MAX_TEXT : MAX_LINE;

  if (g_utf8_strlen (text, -1) <= most)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the %s is longer than %ld characters; shorten it", spec->what, most);
  return FALSE;
}

static gboolean
check_day (const TnkFieldSpec *spec,
           const char *text,
           GError **error)
{
  if (*text == '\0' || tnk_is_day (text))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the %s “%s” is no day; write one such as 2027-03-31", spec->what, text);
  return FALSE;
}

static gboolean
check_kind (const TnkFieldSpec *spec,
            const char *text,
            GError **error)
{
  switch (spec->kind) {
  case TNK_FIELD_DAY:
    return check_day (spec, text, error);
  case TNK_FIELD_PERSON:
    return *text == '\0' || tnk_check_person (text, error);
  default:
    return check_length (spec, text, error);
  }
}

/* Line ends of one kind: text comes from files too. */
static char *
clean_lines (const char *value)
{
  g_autofree char *text = tnk_strip (value);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  char *joined = g_strjoinv ("\n", lines);

  return g_strdelimit (joined, "\r", '\n');
}

char *
tnk_field_clean (const TnkFieldSpec *spec,
                 const char *value,
                 GError **error)
{
  g_autofree char *text = NULL;

  if (!tnk_check_harmless (spec->what, value, spec->kind == TNK_FIELD_TEXT, error))
    return NULL;
  text = clean_lines (value);
  return check_kind (spec, text, error) ? g_steal_pointer (&text) : NULL;
}

gboolean
tnk_field_set (const TnkFieldSpec *spec,
               char **place,
               const char *value,
               GError **error)
{
  char *text = tnk_field_clean (spec, value, error);

  if (text == NULL)
    return FALSE;
  g_free (*place);
  *place = text;
  return TRUE;
}

gboolean
tnk_field_require (const TnkFieldSpec *spec,
                   const char *value,
                   const char *of,
                   GError **error)
{
  if (*value != '\0')
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s has no %s; write it", of, spec->what);
  return FALSE;
}

gboolean
tnk_field_find (const TnkFieldSpec *specs,
                guint n,
                const char *word,
                guint *found)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (specs[i].word, word)) {
      *found = i;
      return TRUE;
    }
  return FALSE;
}

void
tnk_fields_init (char **fields,
                 guint n)
{
  for (guint i = 0; i < n; i++)
    fields[i] = g_strdup ("");
}

void
tnk_fields_copy (char **fields,
                 char *const *others,
                 guint n)
{
  for (guint i = 0; i < n; i++)
    tnk_set_string (&fields[i], others[i]);
}

void
tnk_fields_clear (char **fields,
                  guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&fields[i], g_free);
}
