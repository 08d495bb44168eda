/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-secret-private.h"

#include <sodium.h>
#include <string.h>

/* OWASP’s least for Argon2id: some 20 ms, and memory that a kiosk has. */
#define OPERATIONS 2
#define MEMORY (19 * 1024 * 1024)

/* Of random bytes that were thrown away, at the costs above. */
#define NOBODY "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

static void
start (void)
{
  static gsize started = 0;

  if (!g_once_init_enter (&started))
    return;
  if (sodium_init () < 0)
    g_error ("libsodium cannot be started: the system gives no random numbers");
  g_once_init_leave (&started, 1);
}

char *
tnk_secret_hash (const char *secret,
                 GError **error)
{
  char hash[crypto_pwhash_STRBYTES];

  start ();
  if (crypto_pwhash_str_alg (hash, secret, strlen (secret), OPERATIONS, MEMORY, crypto_pwhash_ALG_ARGON2ID13) == 0)
    return g_strdup (hash);
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_STORE,
                       "there is not enough memory to hash a PIN; nothing was changed; close other programs");
  return NULL;
}

gboolean
tnk_secret_verify (const char *hash,
                   const char *secret)
{
  char padded[crypto_pwhash_STRBYTES] = "";

  start ();
  g_strlcpy (padded, hash, sizeof padded);
  return crypto_pwhash_str_verify (padded, secret, strlen (secret)) == 0;
}

void
tnk_secret_verify_nobody (const char *secret)
{
  tnk_secret_verify (NOBODY, secret);
}

void
tnk_secret_random_digits (char *digits,
                          guint n)
{
  start ();
  for (guint i = 0; i < n; i++)
    digits[i] = '0' + randombytes_uniform (10);
  digits[n] = '\0';
}
