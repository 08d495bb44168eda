/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "../fuzz/fuzz-form.h"
#include "tnk-form.h"
#include "tnk-test.h"

/* Thousands of forms with something wrong in them, the same ones in every run: bytes that are changed, and words of the format
 * in places where they do not belong, which leaves more of the file to be read. */

#define N_BYTES 500
#define N_WORDS 800

static const char *const words[] = {
  "\"yes-no\"", "\"single\"", "\"multiple\"", "\"checklist\"", "\"number\"", "\"date\"", "\"date-time\"", "\"long-text\"", "\"person\"", "\"looked-up\"",
  "\"note\"", "\"draft\"", "\"approved\"", "\"ended\"", "\"approve\"", "\"submit\"", "\"return\"", "\"field\"", "\"step\"", "\"all\"", "\"any\"", "\"not\"",
  "\"has\"", "\"is\"", "\"filled\"", "\"at_least\"", "\"device\"", "\"uses\"", "\"until\"", "\"keeper\"", "\"advise\"", "true", "false", "null", "-1",
  "0", "9223372036854775807", "[]", "{}", "\"{device}\"", "\"[\"", "\"}\"", "\"2026-02-30\"", "\"\"", "\"\\u0000\"", "\"\\ud800\""};

static GByteArray *
read_example (void)
{
  g_autofree char *filename = tnk_test_shipped ("schema/form-example.json"), *text = tnk_test_read (filename);
  GByteArray *bytes = g_byte_array_new ();

  return g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
}

static void
test_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GByteArray) example = read_example ();

  for (guint i = 0; i < N_BYTES; i++) {
    g_autofree guint8 *copy = g_memdup2 (example->data, example->len);
    gsize length = g_rand_int_range (random, 0, 4) == 0 ? (gsize) g_rand_int_range (random, 0, example->len) : example->len;

    for (int n = g_rand_int_range (random, 1, 4); n > 0 && length > 0; n--)
      copy[g_rand_int_range (random, 0, length)] = g_rand_int_range (random, 0, 256);
    tnk_fuzz_form (copy, length);
  }
}

/* The places of the values: what stands between a colon, a comma or a bracket and the next of them. */
static GArray *
find_values (const GByteArray *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; i < text->len; i++)
    if (strchr (":[", text->data[i - 1]) != NULL)
      g_array_append_val (places, i);
  return places;
}

static guint
find_end (const GByteArray *text,
          guint from)
{
  gboolean quoted = FALSE;

  for (guint i = from; i < text->len; i++) {
    if (text->data[i] == '"')
      quoted = !quoted;
    if (!quoted && strchr (",]}", text->data[i]) != NULL)
      return i;
  }
  return text->len;
}

static void
test_words (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (GByteArray) example = read_example ();
  g_autoptr (GArray) places = find_values (example);
  guint n_taken = 0;

  for (guint i = 0; i < N_WORDS; i++) {
    guint from = g_array_index (places, guint, g_rand_int_range (random, 0, places->len)), end = find_end (example, from);
    const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
    g_autoptr (GByteArray) changed = g_byte_array_new ();
    g_autoptr (TnkForm) form = NULL;

    g_byte_array_append (changed, example->data, from);
    g_byte_array_append (changed, (const guint8 *) word, strlen (word));
    g_byte_array_append (changed, example->data + end, example->len - end);
    tnk_fuzz_form (changed->data, changed->len);
    form = tnk_form_load_data ("form", (const char *) changed->data, changed->len, NULL, NULL);
    n_taken += form != NULL;
  }
  /* some must be taken, or nothing but the reader of JSON was tried */
  g_assert_cmpuint (n_taken, >, 20);
  g_assert_cmpuint (n_taken, <, N_WORDS / 2);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/FormMutation/bytes", test_bytes);
  g_test_add_func ("/Tenken/FormMutation/words", test_words);
  return g_test_run ();
}
