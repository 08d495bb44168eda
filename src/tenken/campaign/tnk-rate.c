/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-rate.h"

#include "tnk-data-private.h"
#include "tnk-error.h"
#include "tnk-json-reader-private.h"
#include "tnk-json-scan-private.h"

struct _TnkRate
{
  GObject parent_instance;

  char *id;
  TnkText *name;
  TnkText *definition;
  char **numerator;
  char **denominator;
};

G_DEFINE_FINAL_TYPE (TnkRate, tnk_rate, G_TYPE_OBJECT)

static void
tnk_rate_finalize (GObject *object)
{
  TnkRate *self = TNK_RATE (object);

  g_free (self->id);
  g_clear_pointer (&self->name, tnk_text_unref);
  g_clear_pointer (&self->definition, tnk_text_unref);
  g_strfreev (self->numerator);
  g_strfreev (self->denominator);
  G_OBJECT_CLASS (tnk_rate_parent_class)->finalize (object);
}

static void
tnk_rate_class_init (TnkRateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_rate_finalize;
}

static void
tnk_rate_init (TnkRate *self)
{
}

/* Reads a list of names of counts. */
static char **
read_counts (TnkJsonReader *reader,
             JsonObject *object,
             const char *name)
{
  JsonArray *array = tnk_json_reader_array (reader, object, name, TRUE);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gsize mark = tnk_json_reader_enter (reader, name);

  if (array != NULL && json_array_get_length (array) == 0)
    tnk_json_reader_fault (reader, "name at least one count");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    g_autofree char *count = tnk_json_reader_element_string (reader, array, i);

    gsize at = tnk_json_reader_enter_element (reader, i);

    if (count != NULL && !tnk_score_has_count (count))
      tnk_json_reader_fault (reader, "there is no count “%s”", count);
    else if (count != NULL)
      g_strv_builder_add (names, count);
    tnk_json_reader_leave (reader, at);
  }
  tnk_json_reader_leave (reader, mark);
  return g_strv_builder_end (names);
}

static void
read_rate (TnkJsonReader *reader,
           JsonObject *object,
           GPtrArray *rates)
{
  static const char *const members[] = {"id", "name", "definition", "numerator", "denominator", NULL};
  TnkRate *rate = g_object_new (TNK_TYPE_RATE, NULL);

  g_ptr_array_add (rates, rate);
  tnk_json_reader_check_members (reader, object, members);
  rate->id = tnk_json_reader_id (reader, object, "id", TRUE);
  rate->name = tnk_json_reader_text (reader, object, "name", TRUE, FALSE);
  rate->definition = tnk_json_reader_text (reader, object, "definition", TRUE, FALSE);
  rate->numerator = read_counts (reader, object, "numerator");
  rate->denominator = read_counts (reader, object, "denominator");
  for (guint i = 0; rate->id != NULL && i + 1 < rates->len; i++)
    if (g_strcmp0 (((TnkRate *) g_ptr_array_index (rates, i))->id, rate->id) == 0)
      tnk_json_reader_fault (reader, "another rate has the id “%s”; ids must differ", rate->id);
}

static void
read_rates (TnkJsonReader *reader,
            JsonNode *root,
            GPtrArray *rates)
{
  static const char *const members[] = {"$schema", "format", "rates", NULL};
  JsonObject *object = tnk_json_reader_object (reader, root);
  JsonArray *array;
  gsize mark;

  if (object == NULL)
    return;
  tnk_json_reader_check_members (reader, object, members);
  tnk_json_reader_member (reader, object, "format", TRUE);
  tnk_json_reader_integer (reader, object, "format", 1, 1, 1);
  array = tnk_json_reader_array (reader, object, "rates", TRUE);
  mark = tnk_json_reader_enter (reader, "rates");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    gsize at = tnk_json_reader_enter_element (reader, i);
    JsonObject *rate = tnk_json_reader_object (reader, json_array_get_element (array, i));
    if (rate != NULL)
      read_rate (reader, rate, rates);
    tnk_json_reader_leave (reader, at);
  }
  tnk_json_reader_leave (reader, mark);
}

/**
 * tnk_rate_load_file:
 * @filename: a JSON file that lists rates
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault
 * @error: return location for an error: a file error, or [error@Tenken.Error] `SYNTAX` or `INVALID`
 *
 * Reads the rates that a body uses.
 *
 * Returns: (transfer container) (element-type TnkRate): the rates, in the order of the file
 *
 * Since: 0.1
 */
GPtrArray *
tnk_rate_load_file (const char *filename,
                    GPtrArray **problems,
                    GError **error)
{
  g_autoptr (GPtrArray) rates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (TnkProblems) found = {0};
  gsize length;

  g_return_val_if_fail (filename != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  if (!g_file_get_contents (filename, &text, &length, error))
    return NULL;
  if (!tnk_json_scan_check (filename, text, length, error) || !json_parser_load_from_data (parser, text, length, error))
    return NULL;
  tnk_problems_init (&found);
  TnkJsonReader reader = {&found, filename, text, length, path, NULL};
  read_rates (&reader, json_parser_get_root (parser), rates);
  g_clear_pointer (&reader.lines, g_hash_table_unref);
  if (!tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error))
    return NULL;
  return g_steal_pointer (&rates);
}

/**
 * tnk_rate_load_default:
 * @error: return location for an error, see [func@Rate.load_file]
 *
 * Reads the rates of this machine: `rates.json` in the user’s or the machine’s Tenken folder, else the one that ships.
 *
 * Returns: (transfer container) (element-type TnkRate): the rates
 *
 * Since: 0.1
 */
GPtrArray *
tnk_rate_load_default (GError **error)
{
  g_autofree char *filename = tnk_data_find ("rates.json", error);

  return filename != NULL ? tnk_rate_load_file (filename, NULL, error) : NULL;
}

/**
 * tnk_rate_get_id:
 * @self: a rate
 *
 * Gets the id.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_rate_get_id (TnkRate *self)
{
  g_return_val_if_fail (TNK_IS_RATE (self), NULL);
  return self->id;
}

/**
 * tnk_rate_get_name:
 * @self: a rate
 *
 * Gets the name.
 *
 * Returns: (transfer none): the name
 *
 * Since: 0.1
 */
TnkText *
tnk_rate_get_name (TnkRate *self)
{
  g_return_val_if_fail (TNK_IS_RATE (self), NULL);
  return self->name;
}

/**
 * tnk_rate_get_definition:
 * @self: a rate
 *
 * Gets the sentence that says what is divided by what.
 *
 * Returns: (transfer none): the definition
 *
 * Since: 0.1
 */
TnkText *
tnk_rate_get_definition (TnkRate *self)
{
  g_return_val_if_fail (TNK_IS_RATE (self), NULL);
  return self->definition;
}

/**
 * tnk_rate_get_numerator:
 * @self: a rate
 *
 * Gets the counts that are added up above the line.
 *
 * Returns: (transfer none) (array zero-terminated=1): names of counts, see [func@Score.has_count]
 *
 * Since: 0.1
 */
const char *const *
tnk_rate_get_numerator (TnkRate *self)
{
  g_return_val_if_fail (TNK_IS_RATE (self), NULL);
  return (const char *const *) self->numerator;
}

/**
 * tnk_rate_get_denominator:
 * @self: a rate
 *
 * Gets the counts that are added up below the line.
 *
 * Returns: (transfer none) (array zero-terminated=1): names of counts, see [func@Score.has_count]
 *
 * Since: 0.1
 */
const char *const *
tnk_rate_get_denominator (TnkRate *self)
{
  g_return_val_if_fail (TNK_IS_RATE (self), NULL);
  return (const char *const *) self->denominator;
}

static gint64
add_up (TnkScore *score,
        char **names)
{
  gint64 sum = 0;

  for (guint i = 0; names[i] != NULL; i++)
    sum += tnk_score_get_count (score, names[i]);
  return sum;
}

/**
 * tnk_rate_of:
 * @self: a rate
 * @score: the figures of a scope
 * @percent: (out) (optional): the rate in per cent, unrounded; set only where it is defined
 * @numerator: (out) (optional): what stands above the line
 * @denominator: (out) (optional): what stands below it
 *
 * Works out a rate.
 *
 * Returns: `TRUE` if the rate is defined: if there is anything below the line
 *
 * Since: 0.1
 */
gboolean
tnk_rate_of (TnkRate *self,
             TnkScore *score,
             double *percent,
             gint64 *numerator,
             gint64 *denominator)
{
  gint64 above, below;

  g_return_val_if_fail (TNK_IS_RATE (self) && TNK_IS_SCORE (score), FALSE);

  above = add_up (score, self->numerator);
  below = add_up (score, self->denominator);
  if (numerator != NULL)
    *numerator = above;
  if (denominator != NULL)
    *denominator = below;
  if (below == 0)
    return FALSE;
  if (percent != NULL)
    *percent = 100.0 * above / below;
  return TRUE;
}
