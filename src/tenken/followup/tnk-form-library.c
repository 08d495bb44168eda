/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-library.h"

#include <string.h>

#include "tnk-data-private.h"
#include "tnk-error.h"

typedef struct
{
  char *filename;
  const char *origin; /* "user", "machine" or "shipped" */
  TnkForm *form; /* once it was asked for */
} Entry;

struct _TnkFormLibrary
{
  GObject parent_instance;

  GArray *entries; /* (element-type Entry): shipped ones first, by name */
};

G_DEFINE_FINAL_TYPE (TnkFormLibrary, tnk_form_library, G_TYPE_OBJECT)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->filename);
  g_clear_object (&entry->form);
}

static void
tnk_form_library_finalize (GObject *object)
{
  TnkFormLibrary *self = TNK_FORM_LIBRARY (object);

  g_array_unref (self->entries);
  G_OBJECT_CLASS (tnk_form_library_parent_class)->finalize (object);
}

static void
tnk_form_library_class_init (TnkFormLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_form_library_finalize;
}

static void
tnk_form_library_init (TnkFormLibrary *self)
{
  g_autoptr (GArray) files = tnk_data_list_files ("forms");

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < files->len; i++) {
    TnkDataFile *file = &g_array_index (files, TnkDataFile, i);
    Entry entry = {.filename = g_strdup (file->filename), .origin = file->origin};

    g_array_append_val (self->entries, entry);
  }
}

/**
 * tnk_form_library_new:
 *
 * Looks which form files there are. None is read yet.
 *
 * Returns: (transfer full): the new library
 *
 * Since: 0.1
 */
TnkFormLibrary *
tnk_form_library_new (void)
{
  return g_object_new (TNK_TYPE_FORM_LIBRARY, NULL);
}

/**
 * tnk_form_library_get_n_entries:
 * @self: a library
 *
 * Counts the form files.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_library_get_n_entries (TnkFormLibrary *self)
{
  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self), 0);
  return self->entries->len;
}

static Entry *
entry_at (TnkFormLibrary *self,
          guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

/**
 * tnk_form_library_get_filename:
 * @self: a library
 * @index: which of them
 *
 * Gets the file of a form.
 *
 * Returns: (type filename): the file
 *
 * Since: 0.1
 */
const char *
tnk_form_library_get_filename (TnkFormLibrary *self,
                               guint index)
{
  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && index < self->entries->len, NULL);
  return entry_at (self, index)->filename;
}

/**
 * tnk_form_library_get_origin:
 * @self: a library
 * @index: which of them
 *
 * Gets who put a form there.
 *
 * Returns: `shipped`, `machine` or `user`
 *
 * Since: 0.1
 */
const char *
tnk_form_library_get_origin (TnkFormLibrary *self,
                             guint index)
{
  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && index < self->entries->len, NULL);
  return entry_at (self, index)->origin;
}

/**
 * tnk_form_library_load:
 * @self: a library
 * @index: which of them
 * @error: return location for an error, see [ctor@Form.load_file]
 *
 * Reads a form, or gives it again if it was read before.
 *
 * Returns: (transfer full): the form
 *
 * Since: 0.1
 */
TnkForm *
tnk_form_library_load (TnkFormLibrary *self,
                       guint index,
                       GError **error)
{
  Entry *entry;

  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && index < self->entries->len, NULL);

  entry = entry_at (self, index);
  if (entry->form == NULL)
    entry->form = tnk_form_load_file (entry->filename, NULL, error);
  return entry->form != NULL ? g_object_ref (entry->form) : NULL;
}

static gboolean
fits (TnkForm *form,
      const char *id,
      const char *edition)
{
  return g_str_equal (tnk_form_get_id (form), id) &&
         (edition == NULL || g_str_equal (tnk_form_get_edition (form), edition));
}

static gboolean
is_named_after (const char *filename,
                const char *id)
{
  g_autofree char *name = g_path_get_basename (filename);

  return strstr (name, id) != NULL;
}

/**
 * tnk_form_library_find:
 * @self: a library
 * @id: the id of a form
 * @edition: (nullable): the edition that is meant
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, or why a file that bears that name cannot be
 *   read
 *
 * Finds a form by its id. Without an edition the shipped form wins, so that a file that somebody put into a
 * folder never takes its place unseen. With an edition the user’s form wins over the machine’s, and that over the
 * shipped one.
 *
 * Returns: (transfer full): the form
 *
 * Since: 0.1
 */
TnkForm *
tnk_form_library_find (TnkFormLibrary *self,
                       const char *id,
                       const char *edition,
                       GError **error)
{
  g_autoptr (GError) damaged = NULL;

  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++) {
    guint index = edition != NULL ? self->entries->len - 1 - i : i;
    g_autoptr (GError) local = NULL;
    g_autoptr (TnkForm) form = tnk_form_library_load (self, index, &local);

    if (form != NULL && fits (form, id, edition))
      return g_steal_pointer (&form);
    /* A damaged form of another name is none of the caller's business; one named after the id is. */
    if (form == NULL && damaged == NULL && is_named_after (entry_at (self, index)->filename, id))
      damaged = g_steal_pointer (&local);
  }
  if (damaged != NULL)
    g_propagate_error (error, g_steal_pointer (&damaged));
  else if (edition != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
                 "there is no form “%s” in edition “%s”; see “tenkenctl form list”", id, edition);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "there is no form “%s”; see “tenkenctl form list”", id);
  return NULL;
}
