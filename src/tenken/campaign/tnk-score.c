/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-score-private.h"

#include <math.h>

struct _TnkScore
{
  GObject parent_instance;

  TnkScopeKind scope;
  char *id;
  char *name;
  TnkFigures figures;
  double score; /* NaN where undefined */
  char grade; /* 0 where undefined */
};

G_DEFINE_FINAL_TYPE (TnkScore, tnk_score, G_TYPE_OBJECT)

static const char *const scopes[] = {"organisation", "department", "chapter", "section", "role", "control"};

/**
 * tnk_scope_kind_to_string:
 * @kind: a kind of scope
 *
 * Gets the word that the command line uses for a kind of scope.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_scope_kind_to_string (TnkScopeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (scopes), NULL);
  return scopes[kind];
}

/**
 * tnk_scope_kind_from_string:
 * @text: a word
 * @kind: (out): the kind of scope
 *
 * Reads the word that the command line uses for a kind of scope.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_scope_kind_from_string (const char *text,
                            TnkScopeKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_str_equal (scopes[i], text)) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

static void
tnk_score_finalize (GObject *object)
{
  TnkScore *self = TNK_SCORE (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (tnk_score_parent_class)->finalize (object);
}

static void
tnk_score_class_init (TnkScoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_score_finalize;
}

static void
tnk_score_init (TnkScore *self)
{
}

TnkScore *
tnk_score_new (TnkScopeKind scope,
               const char *id,
               const char *name,
               const TnkFigures *figures,
               double score,
               char grade)
{
  TnkScore *self = g_object_new (TNK_TYPE_SCORE, NULL);

  self->scope = scope;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->figures = *figures;
  self->score = score;
  self->grade = grade;
  return self;
}

/**
 * tnk_score_get_scope:
 * @self: a score
 *
 * Gets what the score is about.
 *
 * Returns: the kind of scope
 *
 * Since: 0.1
 */
TnkScopeKind
tnk_score_get_scope (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), TNK_SCOPE_KIND_ORGANISATION);
  return self->scope;
}

/**
 * tnk_score_get_id:
 * @self: a score
 *
 * Gets the id of the department, chapter, section, role or control.
 *
 * Returns: the id; `organisation` for the whole body
 *
 * Since: 0.1
 */
const char *
tnk_score_get_id (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), NULL);
  return self->id;
}

/**
 * tnk_score_get_name:
 * @self: a score
 *
 * Gets the name of what the score is about.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_score_get_name (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), NULL);
  return self->name;
}

/**
 * tnk_score_is_defined:
 * @self: a score
 *
 * Tells whether there is a score at all: whether any item stays in the denominator.
 *
 * Returns: `TRUE` if there is
 *
 * Since: 0.1
 */
gboolean
tnk_score_is_defined (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), FALSE);
  return !isnan (self->score);
}

/**
 * tnk_score_get_score:
 * @self: a score
 *
 * Gets the score, unrounded.
 *
 * Returns: 0 to 100, or NaN if the score is not defined
 *
 * Since: 0.1
 */
double
tnk_score_get_score (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), NAN);
  return self->score;
}

/**
 * tnk_score_get_grade:
 * @self: a score
 *
 * Gets the grade.
 *
 * Returns: `A` to `D`, or 0 if the score is not defined
 *
 * Since: 0.1
 */
char
tnk_score_get_grade (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), 0);
  return self->grade;
}

/**
 * tnk_score_get_n_withheld:
 * @self: a score
 *
 * Gets how many answers are not in the figures, since they come from fewer than %TNK_TALLY_FEWEST_SHOWN people and the campaign
 * shows counts only.
 *
 * Returns: how many; 0 for whoever may see all
 *
 * Since: 0.1
 */
gint64
tnk_score_get_n_withheld (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), 0);
  return self->figures.withheld;
}

/**
 * tnk_score_is_withheld:
 * @self: a score
 *
 * Tells whether there are answers, and all of them come from too few people to be shown, see [method@Score.get_n_withheld].
 *
 * Returns: `TRUE` if that is to be said in place of figures
 *
 * Since: 0.1
 */
gboolean
tnk_score_is_withheld (TnkScore *self)
{
  g_return_val_if_fail (TNK_IS_SCORE (self), FALSE);
  return self->figures.withheld > 0 && self->figures.answered == 0;
}

static const struct
{
  const char *name;
  gsize offset;
} counts[] = {
#define COUNT(field) \
  { \
#field, G_STRUCT_OFFSET(TnkFigures, field) \
  }
  COUNT (people_asked),
  COUNT (people_submitted),
  COUNT (items),
  COUNT (answered),
  COUNT (implemented),
  COUNT (partial),
  COUNT (not_implemented),
  COUNT (not_applicable),
  COUNT (excepted),
  COUNT (controls),
  COUNT (controls_full),
  COUNT (controls_gap),
  COUNT (controls_rated),
  COUNT (controls_attained),
#undef COUNT
};

/**
 * tnk_score_has_count:
 * @name: a name
 *
 * Tells whether scores have a count of that name: `people_asked`, `people_submitted`, `items`, `answered`,
 * `implemented`, `partial`, `not_implemented`, `not_applicable`, `excepted`, `controls` (required ones with a defined
 * control score), `controls_full`, `controls_gap`, `controls_rated` (with an implementation rate), `controls_attained`.
 *
 * Returns: `TRUE` if they have
 *
 * Since: 0.1
 */
gboolean
tnk_score_has_count (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_str_equal (counts[i].name, name))
      return TRUE;
  return FALSE;
}

/**
 * tnk_score_get_count:
 * @self: a score
 * @name: the name of a count, see [func@Score.has_count]
 *
 * Gets one of the counts that rates are made of.
 *
 * Returns: the count
 *
 * Since: 0.1
 */
gint64
tnk_score_get_count (TnkScore *self,
                     const char *name)
{
  g_return_val_if_fail (TNK_IS_SCORE (self) && name != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_str_equal (counts[i].name, name))
      return G_STRUCT_MEMBER (gint64, &self->figures, counts[i].offset);
  g_return_val_if_reached (0);
}

/**
 * tnk_round_figure:
 * @figure: a score or a percentage
 *
 * Rounds to one decimal, halves away from zero, as every figure is shown.
 *
 * Returns: the rounded figure
 *
 * Since: 0.1
 */
double
tnk_round_figure (double figure)
{
  double tenths = figure * 10;

  /* A half that arithmetic left a hair short is still a half: 0.35 × 10 must not become 3. */
  return copysign (floor (fabs (tenths) + 0.5 + 1e-9), tenths) / 10 + 0.0; /* never -0.0 */
}

/**
 * tnk_format_figure:
 * @figure: a score or a percentage
 *
 * Writes a figure with one decimal, as every figure is shown, whatever the locale.
 *
 * Returns: (transfer full): the figure, `–` where it is NaN
 *
 * Since: 0.1
 */
char *
tnk_format_figure (double figure)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (figure))
    return g_strdup ("–");
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", tnk_round_figure (figure)));
}
