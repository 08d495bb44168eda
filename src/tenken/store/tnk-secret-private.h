/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-error.h"

G_BEGIN_DECLS

/* Hashes of PINs: Argon2id, from libsodium. A hash carries its salt and its costs, so that later costs can be higher. */
char *tnk_secret_hash (const char *secret, GError **error);
gboolean tnk_secret_verify (const char *hash, const char *secret);
/* Takes as long as verifying, and is never right. */
void tnk_secret_verify_nobody (const char *secret);
/* Fills in n random digits and the end of the string. */
void tnk_secret_random_digits (char *digits, guint n);

G_END_DECLS
