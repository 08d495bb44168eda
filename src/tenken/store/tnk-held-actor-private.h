/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-record-private.h"
#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Who a person of the roster is today, as far as the forms ask. */
typedef struct
{
  TnkActor actor; /* borrows from what follows */
  char *id;
  char *name;
  char *department_id;
  char *department_name;
  GStrv roles;
  GStrv stands_in_for;
  GStrv rights;
  GStrv departments;
} TnkHeldActor;

/* NOT_FOUND for somebody who is not in the roster any more. */
gboolean tnk_held_actor_read (TnkHeldActor *self, TnkStore *store, const char *person_id, GError **error);
void tnk_held_actor_clear (TnkHeldActor *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkHeldActor, tnk_held_actor_clear)

G_END_DECLS
