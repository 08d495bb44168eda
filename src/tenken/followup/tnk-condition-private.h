/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A condition of a form: over the values of fields, over what was done already, over the day. */

typedef enum {
  TNK_CONDITION_IS, /* the value is one of some */
  TNK_CONDITION_HAS, /* a line of the value is one of some */
  TNK_CONDITION_FILLED,
  TNK_CONDITION_BETWEEN, /* not below a bound, not above another */
  TNK_CONDITION_TAKEN, /* a step was taken */
  TNK_CONDITION_ALL,
  TNK_CONDITION_ANY,
  TNK_CONDITION_NOT,
} TnkConditionKind;

typedef enum {
  TNK_BOUND_NONE,
  TNK_BOUND_NUMBER,
  TNK_BOUND_DAY,
  TNK_BOUND_FIELD,
  TNK_BOUND_TODAY,
} TnkBoundKind;

typedef struct
{
  TnkBoundKind kind;
  char *text; /* the day, or the id of the field */
  gint64 number; /* the number, or the days to be added */
} TnkBound;

typedef struct
{
  TnkConditionKind kind;
  char *name; /* of the field or the step */
  GStrv values;
  gboolean wanted; /* of filled and taken */
  TnkBound least;
  TnkBound most;
  GPtrArray *parts; /* (element-type TnkCondition) */
} TnkCondition;

/* What a condition is judged by. A field without a value, or one that is not asked, gives an empty text. */
typedef struct
{
  const char *(*get_value) (gpointer data, const char *field);
  gboolean (*is_taken) (gpointer data, const char *step);
  gpointer data;
  const char *today;
} TnkConditionScope;

TnkCondition *tnk_condition_new (TnkConditionKind kind);
void tnk_condition_free (TnkCondition *self);
gboolean tnk_condition_holds (const TnkCondition *self, const TnkConditionScope *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkCondition, tnk_condition_free)

G_END_DECLS
