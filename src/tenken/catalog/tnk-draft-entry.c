/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "tnk-catalog-draft-private.h"

/* The members of an entry of a draft. */

void
tnk_draft_set_string (TnkDraftEntry *entry,
                      const char *member,
                      const char *text)
{
  if (text != NULL)
    json_object_set_string_member (entry, member, text);
  else
    json_object_remove_member (entry, member);
}

void
tnk_draft_set_strings (TnkDraftEntry *entry,
                       const char *member,
                       const char *const *texts)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (list, texts[i]);
  json_object_set_array_member (entry, member, list);
}

void
tnk_draft_set_integer (TnkDraftEntry *entry,
                       const char *member,
                       gint64 number)
{
  json_object_set_int_member (entry, member, number);
}

void
tnk_draft_set_boolean (TnkDraftEntry *entry,
                       const char *member,
                       gboolean value)
{
  json_object_set_boolean_member (entry, member, value);
}

void
tnk_draft_set_text (TnkDraftEntry *entry,
                    const char *member,
                    const char *ja,
                    const char *en)
{
  JsonObject *text;

  if (ja == NULL) {
    json_object_remove_member (entry, member);
    return;
  }
  text = json_object_new ();
  json_object_set_string_member (text, "ja", ja);
  if (en != NULL)
    json_object_set_string_member (text, "en", en);
  json_object_set_object_member (entry, member, text);
}

TnkDraftEntry *
tnk_draft_open (TnkDraftEntry *entry,
                const char *member)
{
  if (!json_object_has_member (entry, member))
    json_object_set_object_member (entry, member, json_object_new ());
  return json_object_get_object_member (entry, member);
}
