/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-score.h"

G_BEGIN_DECLS

/* Every count that a rate can name. */
typedef struct
{
  gint64 people_asked;
  gint64 people_submitted;
  gint64 items;
  gint64 answered;
  gint64 implemented;
  gint64 partial;
  gint64 not_implemented;
  gint64 not_applicable;
  gint64 excepted;
  gint64 controls; /* required controls with a defined s */
  gint64 controls_full; /* of these, those with s = 1 */
  gint64 controls_gap; /* of these, those with s < 1 */
  gint64 controls_rated; /* required controls with an implementation rate */
  gint64 controls_attained; /* of these, those whose rate reaches the line */
  gint64 withheld; /* answers of too few people, which are in none of these; no rate can name it */
} TnkFigures;

TnkScore *tnk_score_new (TnkScopeKind scope, const char *id, const char *name, const TnkFigures *figures, double score, char grade);

G_END_DECLS
