/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-words.h"

#include <glib/gi18n.h>

#include "tenken-format.h"
#include "tenken-language.h"

static gboolean
tells_subject (TnkFormField *field)
{
  switch (tnk_form_field_get_kind (field)) {
  case TNK_FORM_FIELD_KIND_SHORT_TEXT:
  case TNK_FORM_FIELD_KIND_LONG_TEXT:
  case TNK_FORM_FIELD_KIND_CONTROL:
    return TRUE;
  default:
    return FALSE;
  }
}

char *
tenken_record_word_subject (TnkRecord *record)
{
  TnkForm *form;

  g_return_val_if_fail (TNK_IS_RECORD (record), NULL);

  form = tnk_record_get_form (record);
  for (guint i = 0; i < tnk_form_get_n_fields (form); i++) {
    TnkFormField *field = tnk_form_get_field (form, i);
    const char *id = tnk_form_field_get_id (field);

    if (tells_subject (field) && *tnk_record_get_value (record, id) != '\0')
      return g_strdelimit (tnk_record_dup_display (record, id, tenken_language_get ()), "\n", ' ');
  }
  return g_strdup ("–");
}

char *
tenken_record_word_applicant (TnkRecord *record)
{
  g_return_val_if_fail (TNK_IS_RECORD (record), NULL);

  return g_strdup_printf (_ ("%s (%s)"), tnk_record_get_applicant_name (record), tnk_record_get_applicant (record));
}

const char *
tenken_record_word_state (TnkRecord *record)
{
  g_return_val_if_fail (TNK_IS_RECORD (record), NULL);

  return tenken_text (tnk_form_state_get_title (tnk_record_get_state (record)));
}

const char *
tenken_record_get_state_css (TnkRecord *record)
{
  static const char *const classes[TNK_N_FORM_STATE_KINDS] = {"draft", "open", "approved", "refused", "ended"};

  g_return_val_if_fail (TNK_IS_RECORD (record), NULL);

  return classes[tnk_form_state_get_kind (tnk_record_get_state (record))];
}

/* --- deadlines --- */

static char *
word_days (int days)
{
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", -days), -days);
  if (days == 0)
    return g_strdup (_ ("today"));
  return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);
}

static char *
word_due (TnkRecordDeadline *deadline)
{
  const char *day = tnk_record_deadline_get_day (deadline);
  g_autofree char *date = day != NULL ? tenken_format_day (day) : NULL;
  g_autofree char *days = day != NULL ? word_days (tnk_record_deadline_get_days_left (deadline)) : NULL;

  switch (tnk_form_deadline_get_due (tnk_record_deadline_get_deadline (deadline))) {
  case TNK_FORM_DUE_AT_ONCE:
    return day != NULL ? g_strdup_printf (_ ("at once (%s)"), date) : g_strdup (_ ("at once"));
  case TNK_FORM_DUE_PROMPTLY:
    return day != NULL ? g_strdup_printf (_ ("promptly, by %s, %s"), date, days) : g_strdup (_ ("promptly"));
  case TNK_FORM_DUE_DAYS:
  default:
    return day != NULL ? g_strdup_printf (_ ("%s, %s"), date, days) : g_strdup ("–");
  }
}

char *
tenken_record_word_deadline (TnkRecordDeadline *deadline)
{
  const char *title;
  g_autofree char *due = NULL;

  g_return_val_if_fail (TNK_IS_RECORD_DEADLINE (deadline), NULL);

  title = tenken_text (tnk_form_deadline_get_title (tnk_record_deadline_get_deadline (deadline)));
  due = word_due (deadline);
  switch (tnk_record_deadline_get_state (deadline)) {
  case TNK_RECORD_DEADLINE_DONE:
    return g_strdup_printf (_ ("✓ %s: done"), title);
  case TNK_RECORD_DEADLINE_OVERDUE:
    return g_strdup_printf (_ ("⚠ %s: %s"), title, due);
  case TNK_RECORD_DEADLINE_NEAR:
  case TNK_RECORD_DEADLINE_AHEAD:
  default:
    return g_strdup_printf (_ ("%s: %s"), title, due);
  }
}

/* What has a day comes before what has none. */
static gboolean
is_sooner (TnkRecordDeadline *one,
           TnkRecordDeadline *other)
{
  const char *day = tnk_record_deadline_get_day (one), *before = tnk_record_deadline_get_day (other);

  return day != NULL && (before == NULL || g_strcmp0 (day, before) < 0);
}

TnkRecordDeadline *
tenken_record_find_next_deadline (TnkRecord *record,
                                  const char *today)
{
  g_autoptr (GPtrArray) deadlines = NULL;
  TnkRecordDeadline *next = NULL;

  g_return_val_if_fail (TNK_IS_RECORD (record) && today != NULL, NULL);

  deadlines = tnk_record_list_deadlines (record, today);
  for (guint i = 0; i < deadlines->len; i++)
    if (tnk_record_deadline_get_state (deadlines->pdata[i]) != TNK_RECORD_DEADLINE_DONE && (next == NULL || is_sooner (deadlines->pdata[i], next)))
      next = deadlines->pdata[i];
  return next != NULL ? g_object_ref (next) : NULL;
}
