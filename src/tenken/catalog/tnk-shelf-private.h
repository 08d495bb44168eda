/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The files of one kind in the data directories, each of which holds one object with an id and an edition; read when they
 * are asked for. What libraries of catalogs and of forms have in common. */
typedef struct
{
  const char *folder; /* below each data directory */
  const char *name; /* of the kind, in messages and as the command of tenkenctl */
  GObject *(*load_file) (const char *filename, GError **error);
  /* Reads as much as tells id and edition; NULL where the whole file costs no more. */
  GObject *(*load_head) (const char *filename, GError **error);
  const char *(*get_id) (GObject *object);
  const char *(*get_edition) (GObject *object);
} TnkShelfKind;

typedef struct _TnkShelf TnkShelf;

TnkShelf *tnk_shelf_new (const TnkShelfKind *kind); /* of static lifetime */
void tnk_shelf_free (TnkShelf *self);
guint tnk_shelf_get_n_entries (TnkShelf *self);
const char *tnk_shelf_get_filename (TnkShelf *self, guint index);
const char *tnk_shelf_get_origin (TnkShelf *self, guint index);
gpointer tnk_shelf_load (TnkShelf *self, guint index, GError **error);
/* (transfer none): the whole object where it was read already. */
gpointer tnk_shelf_peek_head (TnkShelf *self, guint index, GError **error);
/* Without an edition the shipped object wins, with one the user's; NULL if it is not there or cannot be read. */
gpointer tnk_shelf_find (TnkShelf *self, const char *id, const char *edition, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkShelf, tnk_shelf_free)

G_END_DECLS
