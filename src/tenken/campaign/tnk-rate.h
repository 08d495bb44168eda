/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-score.h"
#include "tnk-text.h"

G_BEGIN_DECLS

#define TNK_TYPE_RATE (tnk_rate_get_type ())

/**
 * TnkRate:
 *
 * A rate (率): a name, and which counts of a [class@Score] stand above and below the line. Rates are data, so that a
 * body can rename one or add its own. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRate, tnk_rate, TNK, RATE, GObject)

GPtrArray *tnk_rate_load_file (const char *filename, GPtrArray **problems, GError **error);
GPtrArray *tnk_rate_load_default (GError **error);
const char *tnk_rate_get_id (TnkRate *self);
TnkText *tnk_rate_get_name (TnkRate *self);
TnkText *tnk_rate_get_definition (TnkRate *self);
const char *const *tnk_rate_get_numerator (TnkRate *self);
const char *const *tnk_rate_get_denominator (TnkRate *self);
gboolean tnk_rate_of (TnkRate *self, TnkScore *score, double *percent, gint64 *numerator, gint64 *denominator);

G_END_DECLS
