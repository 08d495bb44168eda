/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-library.h"

#include "tnk-shelf-private.h"

struct _TnkFormLibrary
{
  GObject parent_instance;

  TnkShelf *shelf;
};

G_DEFINE_FINAL_TYPE (TnkFormLibrary, tnk_form_library, G_TYPE_OBJECT)

static GObject *
load_file (const char *filename,
           GError **error)
{
  return (GObject *) tnk_form_load_file (filename, NULL, error);
}

static const char *
get_id (GObject *object)
{
  return tnk_form_get_id (TNK_FORM (object));
}

static const char *
get_edition (GObject *object)
{
  return tnk_form_get_edition (TNK_FORM (object));
}

static const TnkShelfKind kind = {
  .folder = "forms",
  .name = "form",
  .load_file = load_file,
  .get_id = get_id,
  .get_edition = get_edition};

static void
tnk_form_library_finalize (GObject *object)
{
  TnkFormLibrary *self = TNK_FORM_LIBRARY (object);

  tnk_shelf_free (self->shelf);
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
  self->shelf = tnk_shelf_new (&kind);
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
  return tnk_shelf_get_n_entries (self->shelf);
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
  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && index < tnk_shelf_get_n_entries (self->shelf), NULL);
  return tnk_shelf_get_filename (self->shelf, index);
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
  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && index < tnk_shelf_get_n_entries (self->shelf), NULL);
  return tnk_shelf_get_origin (self->shelf, index);
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
  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && index < tnk_shelf_get_n_entries (self->shelf), NULL);
  return tnk_shelf_load (self->shelf, index, error);
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
  g_return_val_if_fail (TNK_IS_FORM_LIBRARY (self) && id != NULL, NULL);
  return tnk_shelf_find (self->shelf, id, edition, error);
}
