/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What asks the person for something to be done about applications and exceptions. */

/* From how many days before its end on an exception is looked at again. */
#define TENKEN_RECORDS_SOON 30

/* Whether it does, and none of the register goes on where it ends. known: (element-type TnkException) */
gboolean tenken_exception_ends_soon (TnkException *exception, GPtrArray *known, const char *today);

typedef struct
{
  guint n_waiting; /* applications and reports that wait for the person */
  guint n_soon; /* exceptions that end soon */
  guint n_lapsed; /* answers whose exception has ended */
} TenkenRecordsDue;

/* For the thread of the store. campaign_id: NULL where there is none. */
gboolean tenken_records_due_read (TnkDesk *desk, const char *campaign_id, const char *department_id, GCancellable *cancellable, TenkenRecordsDue *due, GError **error);
/* (element-type TnkLapse): empty also where the campaign has no department of the person’s. */
GPtrArray *tenken_records_due_list_lapsed (TnkDesk *desk, const char *campaign_id, const char *department_id, GCancellable *cancellable, GError **error);
guint tenken_records_due_count_lapsed (GPtrArray *lapses);

/* In words. Newly allocated. */
char *tenken_records_due_word_waiting (guint n);
char *tenken_records_due_word_soon (guint n);
char *tenken_records_due_word_lapsed (guint n);

/* Ways to what waits and to what ends soon, where there is any, at the end of a TenkenWrapBox. */
void tenken_records_due_add_ways (GtkWidget *box, const TenkenRecordsDue *due);
/* The same to a place, marked as something to be done. */
GtkWidget *tenken_records_due_make_way (const char *text, const char *place);

G_END_DECLS
