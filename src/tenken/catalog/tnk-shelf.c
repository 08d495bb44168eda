/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-shelf-private.h"

#include <string.h>

#include "tnk-data-private.h"
#include "tnk-error.h"

typedef struct
{
  char *filename;
  const char *origin; /* "user", "machine" or "shipped" */
  GObject *object; /* once it was asked for */
  GObject *head; /* the same */
} Entry;

struct _TnkShelf
{
  const TnkShelfKind *kind;
  GArray *entries; /* (element-type Entry): shipped ones first, by name */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->filename);
  g_clear_object (&entry->object);
  g_clear_object (&entry->head);
}

TnkShelf *
tnk_shelf_new (const TnkShelfKind *kind)
{
  TnkShelf *self = g_new0 (TnkShelf, 1);
  g_autoptr (GArray) files = tnk_data_list_files (kind->folder);

  self->kind = kind;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < files->len; i++) {
    TnkDataFile *file = &g_array_index (files, TnkDataFile, i);
    Entry entry = {.filename = g_strdup (file->filename), .origin = file->origin};

    g_array_append_val (self->entries, entry);
  }
  return self;
}

void
tnk_shelf_free (TnkShelf *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

guint
tnk_shelf_get_n_entries (TnkShelf *self)
{
  return self->entries->len;
}

static Entry *
entry_at (TnkShelf *self,
          guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

const char *
tnk_shelf_get_filename (TnkShelf *self,
                        guint index)
{
  return entry_at (self, index)->filename;
}

const char *
tnk_shelf_get_origin (TnkShelf *self,
                      guint index)
{
  return entry_at (self, index)->origin;
}

gpointer
tnk_shelf_load (TnkShelf *self,
                guint index,
                GError **error)
{
  Entry *entry = entry_at (self, index);

  if (entry->object == NULL)
    entry->object = self->kind->load_file (entry->filename, error);
  return entry->object != NULL ? g_object_ref (entry->object) : NULL;
}

gpointer
tnk_shelf_peek_head (TnkShelf *self,
                     guint index,
                     GError **error)
{
  Entry *entry = entry_at (self, index);

  if (entry->object == NULL && self->kind->load_head == NULL)
    entry->object = self->kind->load_file (entry->filename, error);
  if (entry->object != NULL)
    return entry->object;
  if (entry->head == NULL && self->kind->load_head != NULL)
    entry->head = self->kind->load_head (entry->filename, error);
  return entry->head;
}

static gboolean
fits (TnkShelf *self,
      GObject *object,
      const char *id,
      const char *edition)
{
  return g_str_equal (self->kind->get_id (object), id) &&
         (edition == NULL || g_str_equal (self->kind->get_edition (object), edition));
}

static gboolean
is_named_after (const char *filename,
                const char *id)
{
  g_autofree char *name = g_path_get_basename (filename);

  return strstr (name, id) != NULL;
}

static void
say_missing (TnkShelf *self,
             const char *id,
             const char *edition,
             GError **error)
{
  const char *name = self->kind->name;

  if (edition != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
                 "there is no %s “%s” in edition “%s”; see “tenkenctl %s list”", name, id, edition, name);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "there is no %s “%s”; see “tenkenctl %s list”", name, id, name);
}

gpointer
tnk_shelf_find (TnkShelf *self,
                const char *id,
                const char *edition,
                GError **error)
{
  g_autoptr (GError) damaged = NULL;

  for (guint i = 0; i < self->entries->len; i++) {
    guint index = edition != NULL ? self->entries->len - 1 - i : i;
    g_autoptr (GError) local = NULL;
    GObject *head = tnk_shelf_peek_head (self, index, &local), *object;

    /* A damaged file of another name is none of the caller's business; one named after the id is. */
    if (head != NULL ? !fits (self, head, id, edition) : !is_named_after (entry_at (self, index)->filename, id))
      continue;
    object = head != NULL ? tnk_shelf_load (self, index, &local) : NULL;
    if (object != NULL)
      return object;
    if (damaged == NULL)
      damaged = g_steal_pointer (&local);
  }
  if (damaged != NULL)
    g_propagate_error (error, g_steal_pointer (&damaged));
  else
    say_missing (self, id, edition, error);
  return NULL;
}
