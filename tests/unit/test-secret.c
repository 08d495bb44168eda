/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include "tnk-secret-private.h"

static void
test_hash (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = tnk_secret_hash ("735914", &error);
  g_autofree char *other = tnk_secret_hash ("735914", &error);

  g_assert_no_error (error);
  /* the costs that the documentation names */
  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=19456,t=2,p=1$"));
  g_assert_null (strstr (hash, "735914"));
  /* the same PIN of two people does not show */
  g_assert_cmpstr (hash, !=, other);
  g_assert_true (tnk_secret_verify (hash, "735914"));
  g_assert_true (tnk_secret_verify (other, "735914"));
}

static void
test_wrong (void)
{
  static const char *const wrong[] = {"", "735915", "73591", "7359140", " 735914", "735914 "};
  g_autofree char *hash = tnk_secret_hash ("735914", NULL);
  g_autofree char *longer = g_strnfill (100000, '7');

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tnk_secret_verify (hash, wrong[i]));
  g_assert_false (tnk_secret_verify (hash, longer));
}

/* What somebody wrote into the store is no hash of anything, and does no harm. */
static void
test_bad_hash (void)
{
  static const char *const bad[] = {"", "735914", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA",
                                    "$argon2i$v=19$m=4096,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "\xff\xff"};
  g_autofree char *longer = g_strnfill (100000, '$');

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tnk_secret_verify (bad[i], "735914"));
  g_assert_false (tnk_secret_verify (longer, "735914"));
}

static gint64
time_of (const char *hash)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 9; i++) {
    gint64 before = tnk_test_cpu_time ();
    if (hash != NULL)
      g_assert_false (tnk_secret_verify (hash, "735915"));
    else
      tnk_secret_verify_nobody ("735915");
    best = MIN (best, tnk_test_cpu_time () - before);
  }
  return best;
}

/* Who probes for staff numbers with a stop-watch learns nothing. The best of several runs, by the time of the
 * processor, since the machine does other things too; a hash that is not computed at all would be a thousand times faster. */
static void
test_nobody (void)
{
  g_autofree char *hash = tnk_secret_hash ("735914", NULL);
  gint64 somebody = time_of (hash), nobody = time_of (NULL);

  g_test_message ("%d µs and %d µs", (int) somebody, (int) nobody);
  g_assert_cmpint (nobody * 2, >, somebody);
  g_assert_cmpint (somebody * 2, >, nobody);
}

static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint counts[10] = {0};

  for (guint i = 0; i < 1000; i++) {
    char digits[9] = "xxxxxxxx";
    tnk_secret_random_digits (digits, 8);
    g_assert_cmpuint (strlen (digits), ==, 8);
    g_assert_cmpuint (strspn (digits, "0123456789"), ==, 8);
    for (guint j = 0; j < 8; j++)
      counts[digits[j] - '0']++;
    g_hash_table_add (seen, g_strdup (digits));
  }
  g_assert_cmpuint (g_hash_table_size (seen), >, 990);
  /* 800 are due of each; seven standard deviations to either side */
  for (guint i = 0; i < 10; i++) {
    g_assert_cmpuint (counts[i], >, 610);
    g_assert_cmpuint (counts[i], <, 990);
  }
}

static gpointer
hash_in_thread (gpointer data)
{
  return tnk_secret_hash (data, NULL);
}

/* The first use may come from several threads at once. */
static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hash", hash_in_thread, (gpointer) "735914");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autofree char *hash = g_thread_join (threads[i]);
    g_assert_true (tnk_secret_verify (hash, "735914"));
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Secret/threads", test_threads);
  g_test_add_func ("/Tenken/Secret/hash", test_hash);
  g_test_add_func ("/Tenken/Secret/wrong", test_wrong);
  g_test_add_func ("/Tenken/Secret/bad-hash", test_bad_hash);
  g_test_add_func ("/Tenken/Secret/nobody", test_nobody);
  g_test_add_func ("/Tenken/Secret/random", test_random);
  return g_test_run ();
}
