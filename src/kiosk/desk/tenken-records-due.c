/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-records-due.h"

#include <glib/gi18n.h>

#include "tenken-committee-frame.h"
#include "tenken-format.h"
#include "tenken-records-data.h"
#include "tenken-wrap-box.h"

/* Permitted for the same, it takes over on the day after at the latest. */
static gboolean
goes_on (TnkException *other,
         TnkException *exception,
         const char *today)
{
  int ends = tnk_exception_get_days_left (exception, today);

  return tnk_exception_get_days_left (other, today) > ends &&
         tenken_days_between (today, tnk_exception_get_starts (other)) <= ends + 1 &&
         g_str_equal (tnk_exception_get_control_id (other), tnk_exception_get_control_id (exception)) &&
         g_str_equal (tnk_exception_get_department_id (other), tnk_exception_get_department_id (exception));
}

gboolean
tenken_exception_ends_soon (TnkException *exception,
                            GPtrArray *known,
                            const char *today)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (exception) && known != NULL && today != NULL, FALSE);

  if (tnk_exception_get_state (exception, today) != TNK_EXCEPTION_STATE_LIVE ||
      tnk_exception_get_days_left (exception, today) > TENKEN_RECORDS_SOON)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    if (goes_on (known->pdata[i], exception, today))
      return FALSE;
  return TRUE;
}

/* Whoever answers for a department that this campaign did not have has nothing to see there. */
GPtrArray *
tenken_records_due_list_lapsed (TnkDesk *desk,
                                const char *campaign_id,
                                const char *department_id,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (GError) local = NULL;
  GPtrArray *lapses = campaign_id != NULL ? tnk_desk_list_lapsed (desk, campaign_id, department_id, cancellable, &local) : NULL;

  if (local != NULL && !g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED) && !g_error_matches (local, TNK_ERROR, TNK_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  return lapses != NULL ? lapses : g_ptr_array_new_with_free_func (g_object_unref);
}

guint
tenken_records_due_count_lapsed (GPtrArray *lapses)
{
  guint n = 0;

  g_return_val_if_fail (lapses != NULL, 0);

  for (guint i = 0; i < lapses->len; i++)
    n += tnk_lapse_get_n_answers (lapses->pdata[i]);
  return n;
}

static gboolean
count_waiting (TnkDesk *desk,
               guint *n,
               GError **error)
{
  g_autoptr (GPtrArray) records = tnk_desk_list_records (desk, TNK_DESK_RECORDS_ALL, error);

  if (records == NULL)
    return FALSE;
  *n = 0;
  for (guint i = 0; i < records->len; i++)
    *n += tenken_records_waits (records->pdata[i]);
  return TRUE;
}

static void
count_soon (GPtrArray *exceptions,
            const char *today,
            guint *n)
{
  *n = 0;
  for (guint i = 0; i < exceptions->len; i++)
    *n += tenken_exception_ends_soon (exceptions->pdata[i], exceptions, today);
}

gboolean
tenken_records_due_read (TnkDesk *desk,
                         const char *campaign_id,
                         const char *department_id,
                         GCancellable *cancellable,
                         TenkenRecordsDue *due,
                         GError **error)
{
  g_autoptr (GPtrArray) exceptions = tnk_desk_list_exceptions (desk, error), lapses = NULL;
  g_autofree char *today = NULL;

  if (exceptions == NULL || !count_waiting (desk, &due->n_waiting, error))
    return FALSE;
  lapses = tenken_records_due_list_lapsed (desk, campaign_id, department_id, cancellable, error);
  if (lapses == NULL)
    return FALSE;
  today = tnk_desk_dup_today (desk);
  count_soon (exceptions, today, &due->n_soon);
  due->n_lapsed = tenken_records_due_count_lapsed (lapses);
  return TRUE;
}

char *
tenken_records_due_word_waiting (guint n)
{
  return g_strdup_printf (ngettext ("%u application waits for you", "%u applications wait for you", n), n);
}

char *
tenken_records_due_word_soon (guint n)
{
  return g_strdup_printf (ngettext ("%u exception ends within 30 days", "%u exceptions end within 30 days", n), n);
}

char *
tenken_records_due_word_lapsed (guint n)
{
  return g_strdup_printf (ngettext ("%u answer rests on an exception that has ended", "%u answers rest on exceptions that have ended", n), n);
}

GtkWidget *
tenken_records_due_make_way (const char *text,
                             const char *place)
{
  g_autofree char *label = g_strconcat ("⚠ ", text, NULL);

  return tenken_committee_frame_make_way (label, place);
}

void
tenken_records_due_add_ways (GtkWidget *box,
                             const TenkenRecordsDue *due)
{
  g_autofree char *waiting = tenken_records_due_word_waiting (due->n_waiting), *soon = tenken_records_due_word_soon (due->n_soon);

  g_return_if_fail (TENKEN_IS_WRAP_BOX (box));

  if (due->n_waiting > 0)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), tenken_records_due_make_way (waiting, "records/waiting"));
  if (due->n_soon > 0)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), tenken_records_due_make_way (soon, "records/exceptions-soon"));
}
