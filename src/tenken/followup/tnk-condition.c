/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-condition-private.h"

#include <string.h>

#include "tnk-day-private.h"

#define DAY_LENGTH 10

TnkCondition *
tnk_condition_new (TnkConditionKind kind)
{
  TnkCondition *self = g_new0 (TnkCondition, 1);

  self->kind = kind;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_condition_free);
  return self;
}

void
tnk_condition_free (TnkCondition *self)
{
  g_free (self->name);
  g_strfreev (self->values);
  g_free (self->least.text);
  g_free (self->most.text);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static gboolean
is_one_of (const TnkCondition *self,
           const char *text)
{
  return *text != '\0' && g_strv_contains ((const char *const *) self->values, text);
}

static gboolean
has_one_of (const TnkCondition *self,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (is_one_of (self, lines[i]))
      return TRUE;
  return FALSE;
}

/* --- bounds --- */

static gboolean
is_moment (const char *text)
{
  g_autofree char *day = g_strndup (text, DAY_LENGTH);

  return tnk_is_day (day);
}

/* The text of a bound; empty where there is none to compare with. */
static char *
dup_bound (const TnkBound *bound,
           const TnkConditionScope *scope)
{
  const char *from;
  g_autofree char *day = NULL;

  if (bound->kind == TNK_BOUND_NUMBER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, bound->number);
  if (bound->kind == TNK_BOUND_DAY)
    return g_strdup (bound->text);
  from = bound->kind == TNK_BOUND_TODAY ? scope->today : scope->get_value (scope->data, bound->text);
  if (bound->number == 0 || !is_moment (from))
    return g_strdup (from);
  day = g_strndup (from, DAY_LENGTH);
  return tnk_day_add (day, bound->number);
}

/* Days and times sort as text. Where one of the two has no time, the days are compared. */
static int
compare (const char *value,
         const char *bound)
{
  gint64 a, b;

  if (is_moment (value) && is_moment (bound))
    return strlen (value) > DAY_LENGTH && strlen (bound) > DAY_LENGTH ? strcmp (value, bound) : strncmp (value, bound, DAY_LENGTH);
  a = g_ascii_strtoll (value, NULL, 10);
  b = g_ascii_strtoll (bound, NULL, 10);
  return (a > b) - (a < b);
}

/* sign: 1 for a bound below, -1 for one above. */
static gboolean
keeps (const TnkBound *bound,
       const char *value,
       int sign,
       const TnkConditionScope *scope)
{
  g_autofree char *text = NULL;

  if (bound->kind == TNK_BOUND_NONE)
    return TRUE;
  text = dup_bound (bound, scope);
  return *text != '\0' && sign * compare (value, text) >= 0;
}

static gboolean
is_between (const TnkCondition *self,
            const char *value,
            const TnkConditionScope *scope)
{
  return *value != '\0' && keeps (&self->least, value, 1, scope) && keeps (&self->most, value, -1, scope);
}

/* --- judging --- */

static guint
count_holding (const TnkCondition *self,
               const TnkConditionScope *scope)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += tnk_condition_holds (self->parts->pdata[i], scope);
  return n;
}

static gboolean
judge_value (const TnkCondition *self,
             const char *value,
             const TnkConditionScope *scope)
{
  switch (self->kind) {
  case TNK_CONDITION_IS:
    return is_one_of (self, value);
  case TNK_CONDITION_HAS:
    return has_one_of (self, value);
  case TNK_CONDITION_FILLED:
    return (*value != '\0') == self->wanted;
  default:
    return is_between (self, value, scope);
  }
}

gboolean
tnk_condition_holds (const TnkCondition *self,
                     const TnkConditionScope *scope)
{
  switch (self->kind) {
  case TNK_CONDITION_ALL:
    return count_holding (self, scope) == self->parts->len;
  case TNK_CONDITION_ANY:
    return count_holding (self, scope) > 0;
  case TNK_CONDITION_NOT:
    return count_holding (self, scope) == 0;
  case TNK_CONDITION_TAKEN:
    return !scope->is_taken (scope->data, self->name) == !self->wanted;
  default:
    return judge_value (self, scope->get_value (scope->data, self->name), scope);
  }
}
