/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

#include <string.h>

/* A template: words with {field} in them, and with [parts] that are left out where a field in them is empty. A sign that is
 * doubled stands for itself. */

typedef struct
{
  TnkTemplateFunc func; /* NULL: only the names are wanted */
  gpointer user_data;
  GPtrArray *names; /* (element-type utf8) */
  GString *text;
  gssize part; /* where in the text the part began, -1 outside of one */
  gboolean empty; /* a field of the part is */
  const char *fault;
} Filling;

static void
add_field (Filling *self,
           const char *name)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (self->names, g_strdup (name));
  if (self->func == NULL)
    return;
  text = self->func (name, self->user_data);
  self->empty |= *text == '\0';
  g_string_append (self->text, text);
}

/* Returns what follows the field. */
static const char *
take_field (Filling *self,
            const char *at)
{
  const char *end = strchr (at, '}');
  g_autofree char *name = end != NULL ? g_strndup (at + 1, end - at - 1) : NULL;

  if (name == NULL || *name == '\0' || strpbrk (name, "{[]") != NULL) {
    self->fault = "a “{” has no “}” after the id of a field; write {id}, or {{ for the sign itself";
    return NULL;
  }
  add_field (self, name);
  return end + 1;
}

static const char *
begin_part (Filling *self,
            const char *at)
{
  if (self->part >= 0) {
    self->fault = "a “[” stands within another; close the first, or write [[ for the sign itself";
    return NULL;
  }
  self->part = self->text->len;
  self->empty = FALSE;
  return at + 1;
}

static const char *
end_part (Filling *self,
          const char *at)
{
  if (self->part < 0) {
    self->fault = "a “]” closes nothing; write ]] for the sign itself";
    return NULL;
  }
  if (self->empty)
    g_string_truncate (self->text, self->part);
  self->part = -1;
  return at + 1;
}

static const char *
take (Filling *self,
      const char *at)
{
  if (strchr ("{}[]", *at) == NULL || at[1] == *at) {
    const char *next = g_utf8_next_char (at);

    g_string_append_len (self->text, at, next - at);
    return strchr ("{}[]", *at) == NULL ? next : next + 1;
  }
  if (*at == '{')
    return take_field (self, at);
  if (*at == '[')
    return begin_part (self, at);
  if (*at == ']')
    return end_part (self, at);
  self->fault = "a “}” closes nothing; write }} for the sign itself";
  return NULL;
}

static void
go_through (Filling *self,
            const char *text)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
  self->part = -1;
  for (const char *at = text; at != NULL && *at != '\0';)
    at = take (self, at);
  if (self->fault == NULL && self->part >= 0)
    self->fault = "a “[” is never closed; write [[ for the sign itself";
}

char *
tnk_template_fill (const char *text,
                   TnkTemplateFunc func,
                   gpointer user_data)
{
  Filling self = {.func = func, .user_data = user_data};

  go_through (&self, text);
  g_ptr_array_unref (self.names);
  return g_string_free (self.text, FALSE);
}

GStrv
tnk_template_list_names (const char *text,
                         const char **fault)
{
  Filling self = {0};

  go_through (&self, text);
  g_string_free (self.text, TRUE);
  *fault = self.fault;
  if (self.fault != NULL) {
    g_ptr_array_unref (self.names);
    return NULL;
  }
  g_ptr_array_add (self.names, NULL);
  return (GStrv) g_ptr_array_free (self.names, FALSE);
}
