/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-day-entry.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "tenken-format.h"

struct _TenkenDayEntry
{
  AdwBin parent_instance;

  GtkWidget *entry;
  GtkWidget *words; /* the day in full, or what is wrong */
  GtkWidget *button;
  GtkWidget *calendar;
  char *today;
  gboolean filling; /* the calendar is shown the day that is typed */
};

G_DEFINE_FINAL_TYPE (TenkenDayEntry, tenken_day_entry, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* People type 2027/3/31 as well as 2027-03-31, in wide figures too. NULL: this is no day. */
static char *
read_day (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  int year, month, day, end = 0;

  if (narrow == NULL)
    return NULL;
  g_strdelimit (g_strstrip (narrow), "/.", '-');
  if (*narrow == '\0')
    return g_strdup ("");
  if (sscanf (narrow, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || narrow[end] != '\0' || year < 1900 ||
      month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

gboolean
tenken_day_entry_is_good (TenkenDayEntry *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TENKEN_IS_DAY_ENTRY (self), FALSE);

  day = read_day (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  return day != NULL;
}

char *
tenken_day_entry_dup_day (TenkenDayEntry *self)
{
  const char *text;
  char *day;

  g_return_val_if_fail (TENKEN_IS_DAY_ENTRY (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  day = read_day (text);
  return day != NULL ? day : g_strdup (text);
}

static void
update (TenkenDayEntry *self)
{
  g_autofree char *day = read_day (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *words = day != NULL ? tenken_format_day (day) : g_strdup (_ ("This is no day. Type one such as 2027-03-31."));

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, *words != '\0');
  if (day == NULL)
    gtk_widget_add_css_class (self->words, "fault");
  else
    gtk_widget_remove_css_class (self->words, "fault");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               day == NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the calendar --- */

static void
show_calendar (TenkenDayEntry *self)
{
  g_autofree char *typed = tenken_day_entry_dup_day (self);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *text = g_strconcat (*typed != '\0' && tenken_day_entry_is_good (self) ? typed : self->today, "T00:00:00", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, zone);

  self->filling = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->filling = FALSE;
}

static void
take_calendar (TenkenDayEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (!self->filling)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
tenken_day_entry_set_day (TenkenDayEntry *self,
                          const char *day,
                          const char *today)
{
  g_return_if_fail (TENKEN_IS_DAY_ENTRY (self) && day != NULL && today != NULL);

  g_free (self->today);
  self->today = g_strdup (today);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), day);
  update (self);
}

static void
tenken_day_entry_finalize (GObject *object)
{
  g_free (TENKEN_DAY_ENTRY (object)->today);
  G_OBJECT_CLASS (tenken_day_entry_parent_class)->finalize (object);
}

static void
tenken_day_entry_class_init (TenkenDayEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_day_entry_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_day_entry_init (TenkenDayEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  self->today = g_strdup ("");
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "2027-03-31");
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  gtk_widget_set_tooltip_text (self->button, _ ("Calendar"));
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->words);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (show_calendar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (take_calendar), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_day_entry_new (const char *name)
{
  TenkenDayEntry *self = g_object_new (TENKEN_TYPE_DAY_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
