/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-right-private.h"

G_BEGIN_DECLS

/* A person who gave the right PIN. */
typedef struct
{
  gint64 person_no;
  TnkBody *body; /* the person, and the departments from there up */
  TnkPerson *person;
  gboolean must_change;
  char *last_sign_in; /* the one before this; NULL if there was none */
  char *last_place;
  TnkHeldRights held;
} TnkSignIn;

/* wait: the seconds until a next try is looked at, 0 for none, G_MAXUINT for never. */
gboolean tnk_store_sign_in (TnkStore *self, const char *person_id, const char *pin, const char *place, TnkSignIn *sign_in, guint *wait, GError **error);
gboolean tnk_store_change_pin (TnkStore *self, gint64 person_no, const char *person_id, const char *pin, GError **error);
void tnk_sign_in_clear (TnkSignIn *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkSignIn, tnk_sign_in_clear)

G_END_DECLS
