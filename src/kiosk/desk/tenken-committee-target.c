/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-target.h"

typedef struct
{
  const char *name;
  gsize offset;
} Part;

static const Part parts[] = {
  {"id", G_STRUCT_OFFSET (TenkenCommitteeTarget, id)},
  {"chapter", G_STRUCT_OFFSET (TenkenCommitteeTarget, chapter)},
  {"department", G_STRUCT_OFFSET (TenkenCommitteeTarget, department)},
  {"role", G_STRUCT_OFFSET (TenkenCommitteeTarget, role)},
};

static char **
get_part (const TenkenCommitteeTarget *self,
          guint i)
{
  return G_STRUCT_MEMBER_P (self, parts[i].offset);
}

void
tenken_committee_target_clear (TenkenCommitteeTarget *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_clear_pointer (get_part (self, i), g_free);
  self->gaps = FALSE;
}

/* Ids come from catalogs and rosters, where they may hold anything. */
static void
read_part (TenkenCommitteeTarget *self,
           const char *text)
{
  g_auto (GStrv) pair = g_strsplit (text, "=", 2);

  if (g_strv_length (pair) < 2)
    return;
  if (g_str_equal (pair[0], "gaps"))
    self->gaps = g_str_equal (pair[1], "1");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (pair[0], parts[i].name)) {
      g_free (*get_part (self, i));
      *get_part (self, i) = g_uri_unescape_string (pair[1], NULL);
    }
}

void
tenken_committee_target_read (TenkenCommitteeTarget *self,
                              const char *target)
{
  g_auto (GStrv) texts = g_strsplit (target != NULL ? target : "", "&", -1);

  tenken_committee_target_clear (self);
  for (guint i = 0; texts[i] != NULL; i++)
    read_part (self, texts[i]);
}

char *
tenken_committee_target_write (const TenkenCommitteeTarget *self,
                               const char *place)
{
  GString *text = g_string_new (place);
  char before = '/';

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const char *value = *get_part (self, i);
    g_autofree char *escaped = value != NULL ? g_uri_escape_string (value, NULL, TRUE) : NULL;

    if (escaped == NULL)
      continue;
    g_string_append_printf (text, "%c%s=%s", before, parts[i].name, escaped);
    before = '&';
  }
  if (self->gaps)
    g_string_append_printf (text, "%cgaps=1", before);
  return g_string_free (text, FALSE);
}

TenkenCommitteeRequest *
tenken_committee_request_new (TenkenDesk *desk,
                              const TenkenCommitteeTarget *target)
{
  TenkenCommitteeRequest *self = g_new0 (TenkenCommitteeRequest, 1);

  self->query = tenken_desk_query_new (desk);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    *get_part (&self->target, i) = g_strdup (*get_part (target, i));
  self->target.gaps = target->gaps;
  return self;
}

void
tenken_committee_request_free (gpointer data)
{
  TenkenCommitteeRequest *self = data;

  tenken_desk_query_free (self->query);
  tenken_committee_target_clear (&self->target);
  g_free (self);
}
