/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Answers “excepted” that rest on no exception any more. While a campaign is open, that is seen from the exceptions: an answer
 * stands on the days on which one covers it, and in a department that was closed, on the day on which it was. When the
 * campaign is closed, what does not stand then is written down, and counts as unanswered from there on whatever becomes of
 * the exceptions. The answer itself stays as it was handed in. */

typedef struct
{
  gint64 questionnaire_no;
  gint64 duty;
  gint64 department; /* a place in the tree of the campaign */
  gboolean handed_in; /* until then, and while it is with its writer again, the answer is nobody else's business */
  char *person_id;
  char *person_name;
} TnkLapsedAnswer;

typedef struct
{
  GArray *list; /* (element-type TnkLapsedAnswer), by questionnaire and duty */
  GHashTable *keys; /* (element-type gint64) */
} TnkLapses;

/* questionnaire_no: the one that is asked about, 0 for all of the campaign. */
gboolean tnk_lapses_read (TnkLapses *self, TnkStore *store, gint64 campaign_no, gint64 questionnaire_no, GError **error);
gboolean tnk_lapses_has (const TnkLapses *self, gint64 questionnaire_no, gint64 duty);
void tnk_lapses_clear (TnkLapses *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkLapses, tnk_lapses_clear)

/* Writes down those of questionnaires that were handed in, as the campaign is closed; forgets them as it is reopened. */
gboolean tnk_lapses_settle (TnkChange *change, const char *campaign_id, gint64 campaign_no, GError **error);
gboolean tnk_lapses_forget (TnkChange *change, gint64 campaign_no, GError **error);
/* Compares what was written down with the log. */
gboolean tnk_lapses_verify (TnkStore *store, GError **error);

G_END_DECLS
