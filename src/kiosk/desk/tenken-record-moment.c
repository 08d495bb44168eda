/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-moment.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "tenken-day-entry.h"
#include "tenken-wrap-box.h"

struct _TenkenRecordMoment
{
  TenkenRecordEditor parent_instance;

  GtkWidget *day;
  GtkWidget *time; /* NULL: a day only */
  char *today;
};

G_DEFINE_FINAL_TYPE (TenkenRecordMoment, tenken_record_moment, TENKEN_TYPE_RECORD_EDITOR)

static void
set_value (TenkenRecordEditor *editor,
           const char *value,
           const char *display)
{
  TenkenRecordMoment *self = TENKEN_RECORD_MOMENT (editor);
  g_auto (GStrv) parts = g_strsplit (value, "T", 2);

  tenken_day_entry_set_day (TENKEN_DAY_ENTRY (self->day), parts[0] != NULL ? parts[0] : "", self->today);
  if (self->time != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->time), parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
}

/* 9:05 and 0905 in wide figures are times as well. What is none is given as it was typed, and refused with its reason. */
static char *
dup_time (TenkenRecordMoment *self)
{
  g_autofree char *text = g_utf8_normalize (gtk_editable_get_text (GTK_EDITABLE (self->time)), -1, G_NORMALIZE_ALL_COMPOSE);
  guint hour, minute;
  int end = 0;

  if (text == NULL)
    return g_strdup ("");
  g_strstrip (text);
  if ((sscanf (text, "%2u:%2u%n", &hour, &minute, &end) == 2 || sscanf (text, "%2u%2u%n", &hour, &minute, &end) == 2) &&
      text[end] == '\0' && hour < 24 && minute < 60)
    return g_strdup_printf ("%02u:%02u", hour, minute);
  return g_steal_pointer (&text);
}

static char *
dup_value (TenkenRecordEditor *editor)
{
  TenkenRecordMoment *self = TENKEN_RECORD_MOMENT (editor);
  g_autofree char *day = tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (self->day));
  g_autofree char *time = self->time != NULL ? dup_time (self) : NULL;

  if (time == NULL || (*day == '\0' && *time == '\0'))
    return g_steal_pointer (&day);
  return g_strconcat (day, "T", time, NULL);
}

static void
tenken_record_moment_finalize (GObject *object)
{
  g_free (TENKEN_RECORD_MOMENT (object)->today);
  G_OBJECT_CLASS (tenken_record_moment_parent_class)->finalize (object);
}

static void
tenken_record_moment_class_init (TenkenRecordMomentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_record_moment_finalize;
  TENKEN_RECORD_EDITOR_CLASS (klass)->set_value = set_value;
  TENKEN_RECORD_EDITOR_CLASS (klass)->dup_value = dup_value;
}

static void
tenken_record_moment_init (TenkenRecordMoment *self)
{
}

static void
add_time (TenkenRecordMoment *self,
          GtkWidget *box,
          const char *name)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *full = g_strdup_printf (_ ("%s: time"), name);

  self->time = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->time), "14:05");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->time), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_signal_connect_object (self->time, "changed", G_CALLBACK (tenken_record_editor_changed), self, G_CONNECT_SWAPPED);
  /* As high as the day beside it, which has words below: the keys go from left to right, not to what stands higher. */
  gtk_box_append (GTK_BOX (column), self->time);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), column);
}

GtkWidget *
tenken_record_moment_new (TnkFormField *field,
                          const char *name,
                          const char *today)
{
  TenkenRecordMoment *self = g_object_new (TENKEN_TYPE_RECORD_MOMENT, NULL);
  GtkWidget *box = tenken_wrap_box_new (0, 6);

  self->today = g_strdup (today);
  self->day = tenken_day_entry_new (name);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (tenken_record_editor_changed), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), self->day);
  if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_DATE_TIME)
    add_time (self, box, name);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
