/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Tries to give a secret. Each is counted before anybody looks at the secret, so that a second terminal does not give
 * free ones; a right one is forgiven together with all before it. */
typedef struct
{
  const char *key; /* what was typed, or which secret it is */
  gboolean blocks; /* whether too many failures end it for good */
} TnkTry;

/* The key of the secret that closes a kiosk, and of all that cannot be a staff number. */
#define TNK_TRY_KIOSK "*kiosk*"
#define TNK_TRY_ODD "*odd*"

/* FALSE with REFUSED if the try may not be made now. wait: the seconds until the next one after this may be made, 0 for
 * none, G_MAXUINT for never. */
gboolean tnk_try_count (const TnkTry *self, TnkStore *store, guint *wait, GError **error);
gboolean tnk_try_forgive (TnkStore *store, const char *key, GError **error);

G_END_DECLS
