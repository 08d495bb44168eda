/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-store-private.h"

/* How answers stand in the log: as a digest of all of a questionnaire, and one by one where they are replaced. */

void
tnk_answer_digest_init (TnkAnswerDigest *self)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->n = 0;
}

static void
digest_text (TnkAnswerDigest *self,
             const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  char head[32];

  g_checksum_update (self->checksum, (const guchar *) head,
                     g_snprintf (head, sizeof head, ":%" G_GSIZE_FORMAT ":", length));
  g_checksum_update (self->checksum, (const guchar *) text, length);
}

/* An answer without evidence goes in as it did before there was any, so that what was logged then still fits. */
void
tnk_answer_digest_add (TnkAnswerDigest *self,
                       guint duty,
                       int value,
                       const char *comment,
                       const char *evidence)
{
  char head[32];

  g_checksum_update (self->checksum, (const guchar *) head, g_snprintf (head, sizeof head, "%u=%d", duty, value));
  digest_text (self, comment);
  if (evidence != NULL)
    digest_text (self, evidence);
  self->n++;
}

const char *
tnk_answer_digest_get (TnkAnswerDigest *self)
{
  return g_checksum_get_string (self->checksum);
}

void
tnk_answer_digest_clear (TnkAnswerDigest *self)
{
  g_clear_pointer (&self->checksum, g_checksum_free);
}

void
tnk_append_json_string (GString *json,
                        const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (json, '\\');
    if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", *p);
    else
      g_string_append_c (json, *p);
  }
  g_string_append_c (json, '"');
}

static char
read_escape (const char **at)
{
  char digits[5] = "";

  if (**at != 'u')
    return *(*at)++;
  g_strlcpy (digits, *at + 1, sizeof digits);
  *at += 1 + strlen (digits);
  return g_ascii_strtoull (digits, NULL, 16);
}

char *
tnk_read_json_string (const char *json)
{
  GString *text = g_string_new (NULL);

  for (const char *p = json + 1; *p != '\0' && *p != '"';)
    if (*p != '\\' || p[1] == '\0')
      g_string_append_c (text, *p++);
    else {
      p++;
      g_string_append_c (text, read_escape (&p));
    }
  return g_string_free (text, FALSE);
}

/* Appends an answer as it stands in the log: [duty,value,"comment"], with the evidence as the fourth where there is one. */
void
tnk_append_answer_json (GString *json,
                        gint64 duty,
                        gint64 value,
                        const char *comment,
                        const char *evidence)
{
  g_string_append_printf (json, "[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",", duty, value);
  tnk_append_json_string (json, comment != NULL ? comment : "");
  if (evidence != NULL) {
    g_string_append_c (json, ',');
    tnk_append_json_string (json, evidence);
  }
  g_string_append_c (json, ']');
}
